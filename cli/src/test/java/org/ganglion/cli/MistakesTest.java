package org.ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ganglion.io.record.RunDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake a user can make gives a message with its place, and never a stack trace. */
final class MistakesTest {
    @TempDir
    private Path folder;

    private static void assertUserError(Call call) {
        assertEquals(2, call.exitCode(), call.err());
        assertEquals("", call.out());
        assertFalse(call.err().contains("\tat "), call.err());
        assertFalse(call.err().contains("Exception"), call.err());
    }

    /** Replaces one text of the tiny network, and expects the message at that place. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "unknown key            | size: 80     | sise: 80          | 5:  | size",
                "unknown section        | recorders:   | sweeps:           | 12: | `did you mean \"sweep\"`",
                "wrong type             | size: 80     | size: [80]        | 5:  | number",
                "wrong unit             | delay: 1.5 ms| delay: 1.5 mV     | 8:  | voltage",
                "missing unit           | delay: 1.5 ms| delay: 1.5        | 8:  | ms",
                "unknown population     | from: I,     | from: J,          | 9:  | J",
                "unknown model          | iaf_psc_delta, size: 80 | iaf_psc_dleta, size: 80 | 5: | iaf_psc_delta",
                "negative duration      | 50 ms        | -50 ms            | 16: | -50",
                "zero duration          | 50 ms        | 0 ms              | 16: | 0 ms",
                "delay below a step     | delay: 1.5 ms| delay: 0.05 ms    | 8:  | 0.05 ms",
                "delay between steps    | delay: 1.5 ms| delay: 1.53 ms    | 8:  | 1.5 ms",
                "in-degree too large    | indegree: 8  | indegree: 81, allow_multapses: false | 8: | 80",
                "not a number           | rate: 20 kHz | rate: .nan        | 11: | nan",
                "duplicate key          | duration: 50 ms | {duration: 50 ms, duration: 60 ms} | 16: | duration",
                "YAML syntax            | [E, I], rate | [E, I, rate       | 1   | `]`",
            })
    void isToldWithItsPlace(String what, String text, String wrong, String place, String part) throws IOException {
        assertTrue(Call.TINY.contains(text), text);
        Path model =
                Call.write(folder, "tiny.yaml", Call.TINY.replaceFirst(java.util.regex.Pattern.quote(text), wrong));
        for (String command : new String[] {"run", "validate"}) {
            Call call = Call.of(command, model);
            assertUserError(call);
            assertTrue(call.err().startsWith(model + ":" + place), call.err());
            assertTrue(
                    call.err().toLowerCase(java.util.Locale.ROOT).contains(part.toLowerCase(java.util.Locale.ROOT)),
                    call.err());
        }
    }

    @Test
    void allMistakesOfAFileAreToldAtOnce() throws IOException {
        String text = Call.TINY
                .replace("size: 80", "size: -1")
                .replace("50 ms", "50 mV")
                .replace("1.5 ms", "1.5");
        Call call = Call.of("validate", Call.write(folder, "tiny.yaml", text));
        assertUserError(call);
        assertTrue(call.err().lines().count() >= 4, call.err());
    }

    @Test
    void mistakesOfSeveralFilesAreToldAtOnceAndTheOthersAreTold() throws IOException {
        Path good = Call.write(folder, "good.yaml", Call.TINY);
        Path large = Call.write(folder, "large.yaml", Call.TINY.replace("indegree: 8", "sise: 8"));
        Path small = Call.write(folder, "small.yaml", Call.TINY.replace("size: 20", "size: -1"));
        Call call = Call.of("validate", large, good, small);
        assertEquals(2, call.exitCode());
        assertTrue(call.out().startsWith(good + ": ok\n"), call.out());
        assertEquals(1, call.out().split(": ok", -1).length - 1, call.out());
        assertTrue(call.err().contains(large + ":8:"), call.err());
        assertTrue(call.err().contains(small + ":6:"), call.err());
        assertEquals(0, Call.of("validate", good, good).exitCode());
        assertEquals(2, Call.of("validate").exitCode(), "no file");
    }

    @Test
    void aMeasureOfTimesOutsideOfTheRunIsAMistakeOfTheFile() throws IOException {
        String sweep = """
                sweep:
                  grid:
                    w: [0.1 mV, 0.2 mV]
                  measures:
                    late: {expression: rate.E, from: 40 ms, to: 60 ms}
                """;
        Path model = Call.write(folder, "tiny.yaml", Call.TINY + sweep);
        Call call = Call.of("validate", model);
        assertUserError(call);
        assertTrue(call.err().startsWith(model + ": trial 1 (w=0.1 mV):\n"), call.err());
        assertTrue(
                call.err().contains("sweep.measures.late: from 40 ms to 60 ms does not lie within the run"),
                call.err());
        Call longer = Call.of("validate", model, "--set", "simulation.duration=60 ms");
        assertEquals(0, longer.exitCode(), longer.err());
    }

    @Test
    void aValueOfASweepIsToldWithThePlaceWhereItIsWritten() throws IOException {
        Path model = Call.write(folder, "tiny.yaml", Call.TINY + "sweep: {grid: {populations.E.size: [10, 0]}}\n");
        String message = "populations.E.size: 0 neurons cannot be simulated";
        for (String command : new String[] {"run", "validate"}) {
            Call call = Call.of(command, model);
            assertUserError(call);
            String trial = model + ": trial 2 (populations.E.size=0):\n" + model + ":17:41: ";
            assertTrue(call.err().startsWith(trial + message), call.err());
        }
        Call argued = Call.of("run", model, "--sweep", "populations.E.size=0,10");
        assertUserError(argued);
        assertTrue(argued.err().contains(":\n--sweep: " + message), argued.err());
    }

    @Test
    void aRunThatGoesOnIsNotReplacedByForce() throws IOException {
        Path model = Call.write(folder, "tiny.yaml", Call.TINY);
        Path into = Files.createDirectory(folder.resolve("results"));
        try (RunDescription _ = RunDescription.write(into, "{}")) {
            Call call = Call.of("run", model, "--force", "--output", into);
            assertUserError(call);
            assertTrue(call.err().startsWith(into + ": holds a run that goes on"), call.err());
        }
        assertEquals(0, Call.of("run", model, "-q", "--force", "--output", into).exitCode());
    }

    /** Before anything is started, or replaced. */
    @ParameterizedTest
    @CsvSource({
        "--port, 99999, is no port",
        "--port, -1, is no port",
        "--host, 203.0.113.7, is not an address of this machine",
        "--host, no-such-host.invalid, is a name that is not known here"
    })
    void whereNoNodeCanBeReached(String option, String value, String message) throws IOException {
        Path model = Call.write(folder, "tiny.yaml", Call.TINY);
        Path into = folder.resolve("results");
        Call call = Call.of("run", model, "--nodes", "1", option + "=" + value, "--output", into);
        assertUserError(call);
        assertTrue(call.err().startsWith(option + ": ") && call.err().contains(message), call.err());
        assertFalse(Files.exists(into));
    }

    @Test
    void aPortThatIsTaken() throws IOException {
        Path model = Call.write(folder, "tiny.yaml", Call.TINY);
        Path into = folder.resolve("results");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Call call = Call.of("run", model, "--nodes", "1", "--port", taken.getLocalPort(), "--output", into);
            assertUserError(call);
            assertTrue(call.err().startsWith("--port: nothing can listen at 127.0.0.1:"), call.err());
        }
        assertFalse(Files.exists(into));
    }

    @Test
    void optionsOfNodesWithoutNodes() throws IOException {
        Path model = Call.write(folder, "tiny.yaml", Call.TINY);
        for (String option : List.of("--host=127.0.0.1", "--port=0", "--on-failure=stop")) {
            Call call = Call.of("run", model, option, "--output", folder.resolve("results"));
            assertUserError(call);
            assertTrue(call.err().contains("add --nodes N"), call.err());
        }
    }

    @Test
    void aNodeWhoseNameIsThatOfNoFile() {
        for (String name : List.of("a node", "../a", ".a", "")) {
            Call call = Call.of("node", "--run", folder, "--name=" + name);
            assertUserError(call);
            assertTrue(call.err().startsWith("--name: '" + name + "' is also the name of a file"), call.err());
        }
    }

    /** Before a run that is there is replaced. */
    @ParameterizedTest
    @CsvSource({"--live=abc, is no port", "--live=203.0.113.7:8080, nothing can listen at"})
    void whereNoPageCanBe(String option, String message) throws IOException {
        Path model = Call.write(folder, "tiny.yaml", Call.TINY);
        Path into = folder.resolve("results");
        assertEquals(0, Call.of("run", model, "-q", "--output", into).exitCode());
        Call call = Call.of("run", model, "--force", option, "--output", into);
        assertUserError(call);
        assertTrue(call.err().contains(message), call.err());
        assertTrue(Files.exists(into.resolve("run.json")));
        Call sweep = Call.of("run", model, "--sweep", "seeds=2", option, "--output", folder.resolve("sweep"));
        assertUserError(sweep);
        assertTrue(sweep.err().contains("a sweep has no page"), sweep.err());
    }

    @Test
    void tooManyNeuronsForAGroupOnNodes() throws IOException {
        Path model = Call.write(
                folder,
                "wide.yaml",
                "populations: {E: {model: iaf_psc_exp, size: 1000000}}\nsimulation: {duration: 1 ms, groups: 2}\n");
        Path into = folder.resolve("results");
        Call call = Call.of("run", model, "--nodes", "2", "--output", into);
        assertUserError(call);
        assertTrue(call.err().contains("give 1,000,000 neurons at least 3 groups instead of 2"), call.err());
        assertFalse(Files.exists(into));
    }

    @Test
    void aRunThatIsNotThereHasNoNodeThatAnswers() {
        String where = folder.resolve("absent").toString();
        Call call = Call.of("status", where);
        assertUserError(call);
        assertTrue(call.err().startsWith(where + ": no node answers there"), call.err());
        assertFalse(call.err().contains("null"), call.err());
        Call door = Call.of("status", "127.0.0.1:1"); // where nothing listens
        assertUserError(door);
        assertFalse(door.err().contains("null"), door.err());
    }

    @Test
    void anEmptyFileAndOneThatIsNotThere() throws IOException {
        Call empty = Call.of("run", Call.write(folder, "empty.yaml", ""));
        assertUserError(empty);
        assertTrue(empty.err().contains("the file is empty"), empty.err());
        for (String name : new String[] {"absent.yaml", "Absent.java"}) {
            Call absent = Call.of("run", folder.resolve(name));
            assertUserError(absent);
            assertTrue(absent.err().startsWith(folder.resolve(name).toString()), absent.err());
            assertTrue(absent.err().contains("no such file"), absent.err());
        }
    }

    @Test
    void aFolderThatIsAFile() throws IOException {
        Path model = Call.write(folder, "tiny.yaml", Call.TINY);
        Path file = Call.write(folder, "taken", "");
        Call call = Call.of("run", model, "--output", file);
        assertUserError(call);
        assertTrue(call.err().contains("is a file"), call.err());
        Call below = Call.of("run", model, "--output", file.resolve("results"));
        assertUserError(below);
        assertTrue(below.err().contains("cannot be written to"), below.err());
    }

    @Test
    void aNetworkTooLargeForTheMemoryIsRefusedBeforeAnythingIsBuilt() throws IOException {
        // 2e9 neurons with 10 synapses each need tens of gigabytes whatever their form.
        Path model = Call.write(folder, "tiny.yaml", Call.TINY);
        Path into = folder.resolve("results");
        Call call = Call.of("run", model, "--output", into, "--set", "populations.E.size=2000000000");
        assertUserError(call);
        assertTrue(call.err().contains("too large for the memory"), call.err());
        assertTrue(call.err().contains("GiB"), call.err());
        assertTrue(call.err().matches("(?s).*tiny\\.yaml:\\d+:\\d+: projections\\..*"), "where: " + call.err());
        assertFalse(Files.exists(into), "no folder is made");
    }

    @Test
    void wrongCallsNameTheHelp() {
        Call typo = Call.of("rnu");
        assertUserError(typo);
        assertTrue(typo.err().contains("did you mean \"run\"?"), typo.err());
        Call option = Call.of("run", "x.yaml", "--outptu", "y");
        assertUserError(option);
        assertTrue(option.err().contains("--outptu"), option.err());
        assertTrue(option.err().contains("ganglion run --help"), option.err());
    }

    @Test
    void aSetInVainIsToldWithWhatThereIs() throws IOException {
        Call call = Call.of("validate", Call.write(folder, "tiny.yaml", Call.TINY), "--set", "v=0.2 mV");
        assertUserError(call);
        assertTrue(call.err().startsWith("--set: v: unknown parameter"), call.err());
    }
}
