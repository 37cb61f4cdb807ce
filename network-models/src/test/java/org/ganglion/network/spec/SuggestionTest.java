package org.ganglion.network.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class SuggestionTest {

    @Example
    void distancesCountTypingSlips() {
        assertEquals(0, Suggestion.distance("weight", "weight"));
        assertEquals(1, Suggestion.distance("wieght", "weight"));
        assertEquals(1, Suggestion.distance("weigt", "weight"));
        assertEquals(3, Suggestion.distance("kitten", "sitting"));
        assertEquals(4, Suggestion.distance("", "size"));
    }

    @Property
    void distanceIsSymmetricAndSeesEverySlip(
            @ForAll @CharRange(from = 'a', to = 'd') @StringLength(max = 6) String a,
            @ForAll @CharRange(from = 'a', to = 'd') @StringLength(max = 6) String b) {
        int distance = Suggestion.distance(a, b);
        assertEquals(distance, Suggestion.distance(b, a));
        assertEquals(a.equals(b), distance == 0);
        assertEquals(distance, Suggestion.distance("x" + a, "x" + b));
    }

    @Example
    void onlyNearNamesAreSuggested() {
        List<String> names = List.of("tau_m", "t_ref", "C_m", "iaf_psc_exp");
        assertEquals(Optional.of("tau_m"), Suggestion.closest("tau", names));
        assertEquals(Optional.of("tau_m"), Suggestion.closest("TAU_M", names));
        assertEquals(Optional.of("iaf_psc_exp"), Suggestion.closest("iaf_psp_exp", names));
        assertEquals(Optional.empty(), Suggestion.closest("gain", names));
        assertEquals(Optional.empty(), Suggestion.closest("x", List.of("y")));
    }

    @Example
    void aLineAboutAnUnknownNameSaysWhatIsAllowed() {
        assertEquals("unknown key \"a\" (there is none); remove it", Suggestion.unknown("key", "a", List.of()));
        assertEquals(
                "unknown key \"a\" (allowed: size); use one of these", Suggestion.unknown("key", "a", List.of("size")));
        assertEquals(
                "unknown key \"sise\" (allowed: size); did you mean \"size\"?",
                Suggestion.unknown("key", "sise", List.of("size")));
    }
}
