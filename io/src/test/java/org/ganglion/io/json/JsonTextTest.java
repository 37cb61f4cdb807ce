package org.ganglion.io.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    private static Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", "E");
        tree.put("rate", Map.of("hz", 8.5));
        tree.put("steps", new long[] {1, 1L << 40});
        tree.put("cells", List.of(1, 2.0, true));
        return tree;
    }

    @Test
    void listsAndTheInnermostMapsStandInOneLine() {
        assertEquals("""
                        {
                          "name": "E",
                          "rate": {"hz": 8.5},
                          "steps": [1, 1099511627776],
                          "cells": [1, 2, true]
                        }
                        """, JsonText.of(tree()));
    }

    @Test
    void everythingMayStandInOneLine() {
        assertEquals(
                "{\"name\":\"E\",\"rate\":{\"hz\":8.5},\"steps\":[1,1099511627776],\"cells\":[1,2,true]}",
                JsonText.line(tree()));
        assertEquals("[{\"a\":[{}]},[]]", JsonText.line(List.of(Map.of("a", List.of(Map.of())), List.of())));
    }

    @Test
    void whatIsNoFiniteNumberBecomesNull() {
        double[] numbers = {Double.NaN, -0.0, 0.1, 1e300, Double.POSITIVE_INFINITY};

        assertEquals("[null,-0.0,0.1,1.0E300,null]", JsonText.line(numbers));
        assertEquals("[null, null]\n", JsonText.of(List.of(Double.NaN, Double.NEGATIVE_INFINITY)));
    }

    @Test
    void textIsEscapedSoThatItStaysInItsLineAndIsItselfAgain() {
        assertEquals(
                "\"a \\\"b\\\" \\\\ c\\n\\t\\u000d\\u2028\\u2029 µ\"",
                JsonText.line("a \"b\" \\ c\n\t\r\u2028\u2029 µ"));
    }
}
