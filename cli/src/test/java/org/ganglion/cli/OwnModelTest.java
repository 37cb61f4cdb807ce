package org.ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that are not Ganglion's, named in a file or made by a program. */
final class OwnModelTest {
    /** Fires in every step after the first spike that it gets; says so by its potential. */
    private static final String MODEL = """
            import java.util.*;
            import org.ganglion.network.neuron.*;
            import org.ganglion.network.random.Distribution;
            import org.ganglion.network.spec.*;

            public class Alarm implements NeuronModel {
                public Description description() {
                    return new Description("alarm", "Fires for ever.", "", List.of(
                            ParameterSpec.real("V_th", Unit.MILLIVOLT, 1, Range.POSITIVE, "what sets it off")),
                            List.of(), "");
                }
                public List<Receptor> receptors(Map<String, Distribution> parameters) {
                    return List.of(new Receptor("jump", Unit.MILLIVOLT, Receptor.Sign.ANY));
                }
                public NeuronState create(Columns columns, double dtMs) {
                    float[] v = new float[columns.paddedSize()];
                    return new NeuronState() {
                        public void begin(long step) {}
                        public void step(int first, int end, float[][] input, long[] fired) {
                            for (int i = first; i < end; i++) {
                                v[i] += input[0][i - first];
                                long bit = v[i] >= (float) columns.parameter("V_th", i) ? 1L << i : 0;
                                fired[i >>> 6] = ((i & 63) == 0 ? 0 : fired[i >>> 6]) | bit;
                            }
                        }
                        public void setCurrent(int neuron, double currentPa) {}
                        public float value(int variable, int neuron) { return 0; }
                        public int stateWords() { return 1; }
                        public void copyState(int neuron, int[] target, int offset) {
                            target[offset] = Float.floatToIntBits(v[neuron]);
                        }
                        public void restoreState(long nextStep, int neuron, int[] source, int offset) {
                            v[neuron] = Float.intBitsToFloat(source[offset]);
                        }
                    };
                }
            }
            """;

    private static final String FILE = """
            name: alarmed
            models: Alarm.java
            populations: {cells: {model: alarm, size: 10, parameters: {V_th: 2 mV}}}
            stimuli: {shout: {type: spike_train, to: cells, times: [5 ms], weight: 3 mV, delay: 0 ms}}
            recorders: {spikes: {type: spikes, from: cells}}
            simulation: {duration: 20 ms}
            """;

    /** The same network as a program. */
    private static final String PROGRAM = """
            import java.util.List;
            import org.ganglion.network.*;

            public class Alarmed implements ModelProgram {
                public Experiment experiment(Parameters parameters) {
                    return NetworkBuilder.named("alarmed")
                            .population("cells", 10, new Alarm(), p -> p.set("V_th", 2))
                            .stimulate(new Stimulus.SpikeTrain(
                                    "shout", "cells", Selection.ALL, List.of(5.0), 3, 0))
                            .recordSpikes("cells")
                            .simulate(RunSettings.DEFAULT.withDurationMs(20));
                }
            }
            """;

    /** The shout arrives with the step that ends at 5 ms; from then on ten neurons fire in each of 151 steps. */
    private static final String SPIKES = "1510";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheModel() throws IOException {
        Call.write(folder, "Alarm.java", MODEL);
    }

    private Path run(Object model, String into, Object... more) throws IOException {
        Path results = folder.resolve(into);
        Object[] arguments = new Object[more.length + 4];
        arguments[0] = "run";
        arguments[1] = model;
        arguments[2] = "-o";
        arguments[3] = results;
        System.arraycopy(more, 0, arguments, 4, more.length);
        Call call = Call.of(arguments);
        assertEquals(0, call.exitCode(), call.err());
        return results;
    }

    private String mistakes(String file) throws IOException {
        Call call = Call.of("validate", Call.write(folder, "model.yaml", file));
        assertEquals(2, call.exitCode(), call.out());
        return call.err();
    }

    @Test
    void whatAModelThrowsIsToldWithItsLine() throws IOException {
        String thrown = "throw new IllegalStateException(\"boo\");";
        Call.write(folder, "Alarm.java", MODEL.replace("begin(long step) {}", "begin(long step) { " + thrown + " }"));
        Call run = Call.of("run", Call.write(folder, "model.yaml", FILE), "-o", folder.resolve("results"));
        assertEquals(1, run.exitCode(), run.err());
        assertTrue(run.err().contains("the run failed: Alarm.java:18: IllegalStateException: boo"), run.err());

        String receptors = "return List.of(new Receptor";
        Call.write(folder, "Alarm.java", MODEL.replace(receptors, "if (true) " + thrown + receptors));
        assertTrue(mistakes(FILE).contains("Alarm.java:13: IllegalStateException: boo"), () -> "not told");

        String variable = "VariableSpec.startingAt(0, \"m\", Unit.NONE, \"state\")";
        String twice = MODEL.replace("List.of(), \"\");", "List.of(" + variable + ", " + variable + "), \"\");");
        Call.write(folder, "Alarm.java", twice);
        assertTrue(mistakes(FILE).contains("two variables are called m; rename one"), () -> "not told");
    }

    @Test
    void aProgramWithoutAnExperimentIsRefused() throws IOException {
        Path program = Call.write(
                folder,
                "Alarmed.java",
                PROGRAM.replace("return NetworkBuilder", "if (true) return null; return NetworkBuilder"));
        Call call = Call.of("validate", program);
        assertEquals(2, call.exitCode(), call.err());
        assertTrue(call.err().startsWith(program + ": its experiment is null"), call.err());
    }

    @Test
    void aFileNamesTheSourceOfItsModel() throws IOException {
        Path results = run(Call.write(folder, "model.yaml", FILE), "results");

        assertEquals(SPIKES, Call.runJson(results, "spikes"));
    }

    @Test
    void whatARunWroteIsEnoughToRunItAgain() throws IOException {
        Path first = run(Call.write(folder, "model.yaml", FILE), "first");
        Call.write(folder, "Alarm.java", "this is no longer there");
        Path second = run(first.resolve("run.json"), "second");

        assertEquals(Call.runJson(first, "spike_hash"), Call.runJson(second, "spike_hash"));
        assertEquals(Call.runJson(first, "network_hash"), Call.runJson(second, "network_hash"));
    }

    @Test
    void aProgramWithAModelOfItsOwnIsTheSameNetwork() throws IOException {
        Path file = run(Call.write(folder, "model.yaml", FILE), "file");
        Path program = run(Call.write(folder, "Alarmed.java", PROGRAM), "program");
        Path again = run(program.resolve("run.json"), "again");

        assertEquals(Call.runJson(file, "spike_hash"), Call.runJson(program, "spike_hash"));
        assertEquals(Call.runJson(program, "spike_hash"), Call.runJson(again, "spike_hash"));
        assertEquals(Call.runJson(program, "network_hash"), Call.runJson(again, "network_hash"));
    }

    @Test
    void aProgramWithAModelOfItsOwnTakesPaths() throws IOException {
        Path model = Call.write(folder, "Alarmed.java", PROGRAM);

        assertEquals("0", Call.runJson(run(model, "deaf", "--set", "populations.cells.parameters.V_th=4mV"), "spikes"));
    }

    @Test
    void anotherSourceIsAnotherNetwork() throws IOException {
        Path one = run(Call.write(folder, "model.yaml", FILE), "one");
        Call.write(folder, "Alarm.java", MODEL.replace("Fires for ever.", "Fires without end."));
        Path other = run(folder.resolve("model.yaml"), "other");

        assertEquals(Call.runJson(one, "spike_hash"), Call.runJson(other, "spike_hash"));
        assertNotEquals(Call.runJson(one, "network_hash"), Call.runJson(other, "network_hash"));
    }

    @Test
    void parametersOfOwnModelsAreCheckedLikeOthers() throws IOException {
        assertTrue(mistakes(FILE.replace("V_th: 2 mV", "V_th: -2 mV")).contains("above 0 mV"));
        assertTrue(mistakes(FILE.replace("V_th: 2", "V_ht: 2")).contains("did you mean \"V_th\"?"));
        assertTrue(mistakes(FILE.replace("model: alarm", "model: alram")).contains("did you mean \"alarm\"?"));
    }

    @Test
    void aMistakeInTheSourceHasItsPlace() throws IOException {
        Call.write(folder, "Alarm.java", MODEL.replace("new float[columns", "new flaot[columns"));

        String told = mistakes(FILE);
        assertTrue(told.startsWith(folder.resolve("Alarm.java") + ":16:25: cannot find symbol"), told);
        assertEquals(1, told.lines().count(), told);
    }

    @Test
    void aSourceThatIsNotThereIsTold() throws IOException {
        String told = mistakes(FILE.replace("models: Alarm.java", "models: [Alarm.java, Siren.java]"));

        assertTrue(told.contains("model.yaml:2:22: models: Siren.java: there is no such file"), told);
        assertEquals(1, told.lines().count(), told);
    }

    @Test
    void aModelWithTheNameOfAnotherIsTold() throws IOException {
        Call.write(folder, "Alarm.java", MODEL.replace("\"alarm\"", "\"iaf_psc_exp\""));

        assertTrue(mistakes(FILE).contains("there is another model called iaf_psc_exp"));
    }

    @Test
    void aSourceWithoutAModelIsTold() throws IOException {
        Call.write(folder, "Alarm.java", "class Alarm {}");

        assertTrue(mistakes(FILE).contains("let one implement org.ganglion.network.neuron.NeuronModel"));
    }

    @Test
    void aModelThatNeedsArgumentsIsToldInAFileAndInAProgram() throws IOException {
        Call.write(
                folder,
                "Alarm.java",
                MODEL.replace("{\n    public Description", "{\n    Alarm(int x) {}\n    public Description"));
        String needed = "the model Alarm has no constructor without parameters";

        assertTrue(mistakes(FILE).contains(needed), mistakes(FILE));
        Call program =
                Call.of("run", Call.write(folder, "Alarmed.java", PROGRAM.replace("new Alarm()", "new Alarm(3)")));
        assertEquals(2, program.exitCode());
        assertTrue(program.err().contains(needed), program.err());
    }
}
