package org.ganglion.io.config;

import static org.ganglion.io.config.Models.SOUND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ganglion.network.Stimulus;
import org.ganglion.network.StimulusModels;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of the types of stimulus is what is read: the same keys, with the same defaults. */
class StimulusModelsInStepTest {
    /** Keys that are of the entry rather than of its type, or that say where a file is. */
    private static final Set<String> OTHERS =
            Set.of("type", "to", "neurons", "receptor", "origin", "file", "sha256", "population");

    private static final Pattern ALLOWED = Pattern.compile("unknown key \"nonsense\" \\(allowed: ([^)]*)\\)");

    static Stream<Description> all() {
        return StimulusModels.ALL.stream();
    }

    private static String text(Description type, List<String> keys) {
        return SOUND + "stimuli:\n  s: {" + "to: E, type: " + type.name() + ", " + String.join(", ", keys) + "}\n";
    }

    private static Stimulus read(Description type, List<String> keys) {
        return Models.read(text(type, keys)).experiment().network().stimuli().getFirst();
    }

    private static List<String> with(List<String> keys, String... more) {
        List<String> all = new ArrayList<>(keys);
        all.addAll(List.of(more));
        return all;
    }

    /** A key with a value that is allowed for all parameters of the types. */
    private static String key(ParameterSpec spec, double value) {
        String number = spec.kind() == ParameterSpec.Kind.WHOLE ? Long.toString((long) value) : Double.toString(value);
        String text = spec.kind() == ParameterSpec.Kind.SWITCH
                ? Boolean.toString(value != 0)
                : spec.name().equals("weight")
                        ? value + " pA"
                        : (number + " " + spec.unit().symbol()).strip();
        return spec.name() + ": " + (StimulusModels.LISTS.contains(spec.name()) ? "[" + text + "]" : text);
    }

    private static boolean isOneOfSeveralWays(ParameterSpec spec) {
        return spec.standard().isPresent() && Double.isNaN(spec.standard().getAsDouble());
    }

    private static boolean isGiven(ParameterSpec spec) {
        return spec.standard().isEmpty()
                || (isOneOfSeveralWays(spec) && !spec.name().equals("rate"));
    }

    /** What must be given, in one of the ways in which it can. */
    private static List<String> given(Description type) {
        return type.parameters().stream()
                .filter(StimulusModelsInStepTest::isGiven)
                .map(spec -> key(spec, 1))
                .collect(Collectors.toList());
    }

    private static Set<String> keysRead(Description type, String... given) {
        Set<String> keys = new TreeSet<>();
        for (String error : Models.errors(text(type, with(List.of(given), "nonsense: 1")), Overrides.NONE)) {
            Matcher allowed = ALLOWED.matcher(error);
            if (allowed.find()) {
                keys.addAll(List.of(allowed.group(1).split(", ")));
            }
        }
        keys.removeAll(OTHERS);
        return keys;
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsReadIsDescribedAndWhatIsDescribedIsRead(Description type) {
        Set<String> described =
                type.parameters().stream().map(ParameterSpec::name).collect(Collectors.toCollection(TreeSet::new));
        Set<String> read = keysRead(type);
        if (type.parameters().stream()
                .anyMatch(spec -> isOneOfSeveralWays(spec) && spec.name().equals("rate"))) {
            read.addAll(keysRead(type, "rate: 1 Hz"));
        }
        assertEquals(described, read);
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsLeftOutIsWhatTheDescriptionSays(Description type) {
        List<String> given = given(type);
        Stimulus plain = read(type, given);
        for (ParameterSpec spec : type.parameters()) {
            double standard = spec.standard().orElse(Double.NaN);
            if (Double.isFinite(standard)) {
                assertEquals(plain, read(type, with(given, key(spec, standard))), spec.name());
                double other = spec.kind() == ParameterSpec.Kind.SWITCH ? 1 - standard : standard + 1;
                assertNotEquals(plain, read(type, with(given, key(spec, other))), spec.name() + " is heeded");
            } else if (standard == Double.POSITIVE_INFINITY) {
                assertNotEquals(plain, read(type, with(given, key(spec, 50))), spec.name() + " is heeded");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatMustBeGivenIsMissedAndHeeded(Description type) {
        List<String> given = given(type);
        Stimulus plain = read(type, given);
        List<ParameterSpec> needed = type.parameters().stream()
                .filter(StimulusModelsInStepTest::isGiven)
                .toList();
        for (int i = 0; i < needed.size(); i++) {
            String name = needed.get(i).name();
            List<String> without = with(given);
            without.remove(i);
            assertEquals(
                    1,
                    Models.errors(text(type, without), Overrides.NONE).stream()
                            .filter(e -> e.contains("stimuli.s." + name + ": is missing"))
                            .count(),
                    name);
            assertNotEquals(plain, read(type, with(without, key(needed.get(i), 0))), name + " is heeded");
        }
    }

    @Test
    void everyTypeHasANameInNest() {
        assertEquals(StimulusModels.names().size(), StimulusModels.otherNames().size());
    }
}
