package org.ganglion.cli.catalog;

import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Unit;

/** Words for single parameters that the screen and the pages share. */
final class SpecText {
    private SpecText() {}

    /** What a parameter may be, in words. */
    static String allowed(ParameterSpec spec) {
        return switch (spec.kind()) {
            case SWITCH -> "true or false";
            case WHOLE -> "whole number, " + spec.allowed().describe(spec.unit());
            case REAL -> spec.allowed().describe(spec.unit());
            case LIST -> "a list, each " + spec.allowed().describe(spec.unit());
        };
    }

    /** The elements that a list has when none are given, as a file would have them. */
    static String standardList(ParameterSpec spec, Unit unit) {
        return spec.standardList().stream().map(unit::format).toList().toString();
    }
}
