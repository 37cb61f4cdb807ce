package org.ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models written in Java, from the command line. */
final class JavaModelTest {
    private static final String PROGRAM = """
            import static org.ganglion.network.NetworkBuilder.*;
            import org.ganglion.network.*;
            import org.ganglion.network.connect.FixedIndegree;

            public class Small implements ModelProgram {
                @Override
                public Experiment experiment(Parameters parameters) {
                    int size = parameters.whole("size", 40);
                    return NetworkBuilder.named("small")
                            .population("E", size, "iaf_psc_delta")
                            .project("E", "E", new FixedIndegree(4, true, true), weight(0.1), delayMs(1.5))
                            .poisson("background", "E", 20_000, 0.1)
                            .recordSpikes("E")
                            .simulate(RunSettings.DEFAULT.withDurationMs(50));
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aProgramIsRunWithParametersAndPathsSet() throws IOException {
        Path model = Call.write(folder, "Small.java", PROGRAM);
        Path into = folder.resolve("results");
        Call call = Call.of("run", model, "-o", into, "--set", "size=50", "--set", "simulation.duration=20 ms");
        assertEquals(0, call.exitCode(), call.err());
        assertEquals("50", Call.runJson(into, "neurons"));
        assertEquals("20.0", Call.runJson(into, "duration_ms"));
        assertEquals("200", Call.runJson(into, "synapses"));
    }

    @Test
    void aMistakeOfTheCompilerHasItsPlace() throws IOException {
        Path model = Call.write(folder, "Small.java", PROGRAM.replace("int size", "String size"));
        Call call = Call.of("run", model);
        assertEquals(2, call.exitCode());
        assertTrue(call.err().startsWith(model + ":8:39: incompatible types"), call.err());
        assertTrue(call.err().lines().allMatch(line -> line.startsWith(model + ":")), call.err());
    }

    @Test
    void everyProblemOfTheNetworkIsToldWithTheLineOfTheProgram() throws IOException {
        Path model = Call.write(folder, "Small.java", PROGRAM.replace("delayMs(1.5)", "delayMs(0.05)"));
        Call call = Call.of("validate", model, "--set", "size=-3");
        assertEquals(2, call.exitCode(), call.out());
        assertTrue(call.err().startsWith(model + ":"), call.err());
        assertTrue(call.err().contains("populations.E"), call.err());
        assertTrue(!call.err().contains("\tat "), call.err());
    }

    @Test
    void aParameterThatTheProgramDoesNotHaveIsTold() throws IOException {
        Call call = Call.of("validate", Call.write(folder, "Small.java", PROGRAM), "--set", "sise=3");
        assertEquals(2, call.exitCode());
        assertTrue(call.err().contains("did you mean \"size\"?"), call.err());
    }

    @Test
    void whatTheProgramThrowsIsToldInOneLineWithItsPlace() throws IOException {
        Path model = Call.write(folder, "Small.java", PROGRAM.replace("\"size\", 40)", "\"size\", 40 / (4 - 4))"));
        Call call = Call.of("validate", model);
        assertEquals(2, call.exitCode());
        assertEquals(model + ":8: ArithmeticException: / by zero\n", call.err());
    }

    @Test
    void aValueThatWasNotTakenIsToldBeforeWhatTheProgramThrows() throws IOException {
        Path model = Call.write(
                folder, "Small.java", PROGRAM.replace("\"size\", 40)", "\"size\", 3) / (parameters.whole(\"d\", 0))"));
        Call call = Call.of("validate", model, "--set", "size=2.5");
        assertEquals(2, call.exitCode());
        assertTrue(call.err().contains("2.5 is not a whole number"), call.err());
    }

    @Test
    void aFileWithoutAProgramIsToldWhatItNeeds() throws IOException {
        Call call = Call.of("validate", Call.write(folder, "Small.java", "class Small {}"));
        assertEquals(2, call.exitCode());
        assertTrue(call.err().contains("implements org.ganglion.network.ModelProgram"), call.err());
    }
}
