package org.ganglion.io.config;

import static org.ganglion.io.config.Models.SOUND;
import static org.ganglion.io.config.Models.assertErrors;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.catalog.NeuronModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of mistake in the text of a model: one message with its place. */
class ConfigErrorsTest {

    @Test
    void theModelThatOthersAreBuiltOnIsSound() {
        assertEquals("model", Models.read(SOUND).experiment().network().name());
    }

    @Test
    void anUnknownKeyIsToldWhatItCouldBe() {
        assertErrors(
                SOUND + "outptu: {}\n",
                "model.yaml:10:1: outptu: unknown key \"outptu\" (allowed: name, description, parameters, models, populations,"
                        + " projections, stimuli, recorders, simulation, output, changes, sweep); did you mean \"output\"?");
    }

    @Test
    void aCompressionThatThereIsNotIsToldWhatItCouldBe() {
        assertErrors(
                SOUND + "output: {compression: deflat}\n",
                "model.yaml:10:23: output.compression: unknown compression \"deflat\" (allowed: none, deflate); did you"
                        + " mean \"deflate\"?");
    }

    @Test
    void aMisspeltKeyIsNotReportedAsMissingToo() {
        assertErrors(
                SOUND + """
                projections:
                  E-I: {from: E, to: I, rule: all_to_all, wieght: J, delay: 1.5 ms}
                """,
                "model.yaml:11:43: projections.E-I.wieght: unknown key \"wieght\" (allowed: from, to, rule,"
                        + " allow_autapses, synapse, weight, delay, receptor); did you mean \"weight\"?");
    }

    @Test
    void aParameterOfTheModelThatDoesNotExistIsUnknown() {
        assertErrors(
                SOUND.replace("size: 25}", "size: 25, parameters: {tau: 3 ms}}"),
                "model.yaml:6:50: populations.I.parameters.tau: unknown key \"tau\" (allowed: E_L, C_m, tau_m, t_ref,"
                        + " V_th, V_reset, tau_syn_ex, tau_syn_in, I_e); did you mean \"tau_m\"?");
    }

    @Test
    void aMissingKeyIsNamedWithAnExample() {
        assertErrors(
                SOUND + "projections:\n  E-I: {from: E, to: I, rule: fixed_indegree, indegree: 1, weight: J}\n",
                "model.yaml:11:3: projections.E-I.delay: is missing; write it, as in \"delay: 1.5 ms\"");
    }

    @Test
    void aKeyWithoutValueIsReported() {
        assertErrors(
                SOUND.replace("size: 25", "size:"),
                "model.yaml:6:27: populations.I.size: has no value; write one or remove the key");
    }

    @Test
    void aWrongTypeIsReported() {
        assertErrors(
                SOUND.replace("size: 25", "size: [25]").replace("g: 5", "g: {}") + "recorders: 7\n",
                "model.yaml:3:6: parameters.g: a number or an expression is needed, not a mapping",
                "model.yaml:6:33: populations.I.size: a number is needed here, not a list",
                "model.yaml:10:12: recorders: keys with values are needed here, not \"7\"; write them indented below,"
                        + " as in \"key: value\"");
    }

    @Test
    void aSwitchIsTrueOrFalse() {
        assertErrors(
                SOUND.replace("1 s}", "1 s, barrier: yes}"),
                "model.yaml:9:40: simulation.barrier: \"yes\" is not a switch; write true or false");
    }

    @Test
    void aWrongUnitIsReported() {
        assertErrors(
                SOUND.replace("size: 25}", "size: 25, parameters: {tau_m: 10 mV}}"),
                "model.yaml:6:57: populations.I.parameters.tau_m: 10 mV is a voltage; a time is needed, in ms or with"
                        + " another prefix");
    }

    @Test
    void aMissingUnitIsReported() {
        assertErrors(
                SOUND.replace("size: 25}", "size: 25, parameters: {tau_m: 10, t_ref: 2 * g}}"),
                "model.yaml:6:57: populations.I.parameters.tau_m: 10 has no unit; a time is needed: write 10 ms",
                "model.yaml:6:68: populations.I.parameters.t_ref: 2 * g has no unit; a time is needed: multiply by ms or"
                        + " give units to the values in it");
    }

    @Test
    void zeroNeedsAUnitToo() {
        assertErrors(
                SOUND.replace("1 s}", "1 s, warm-up: 0}"),
                "model.yaml:9:40: simulation.warm-up: 0 has no unit; a time is needed: write 0 ms");
    }

    @Test
    void aUnitOnAPlainNumberIsReported() {
        assertErrors(
                SOUND.replace("size: 25", "size: 25 ms"),
                "model.yaml:6:33: populations.I.size: 25 ms is a time; a plain number is needed: remove the unit or"
                        + " divide by it");
    }

    @Test
    void anUnknownPopulationIsReported() {
        assertErrors(
                SOUND + "recorders:\n  s: {type: spikes, from: [E, EE, F9x]}\n",
                "model.yaml:11:31: recorders.s.from: unknown population \"EE\" (allowed: E, I, P); did you mean \"E\"?",
                "model.yaml:11:35: recorders.s.from: unknown population \"F9x\" (allowed: E, I, P); use one of these");
    }

    @Test
    void anUnknownModelIsReportedOnceWithoutConclusions() {
        assertErrors(
                SOUND.replace("E: {model: iaf_psc_exp,", "E: {model: iaf_psc_ex,") + """
                projections:
                  E-E: {from: E, to: E, rule: fixed_indegree, indegree: 200, allow_multapses: false, weight: 1 mV, delay: 1 ms}
                recorders:
                  v: {type: state, from: E, variables: [what], neurons: 1000, interval: 1 ms}
                """,
                "model.yaml:5:14: populations.E.model: unknown neuron model \"iaf_psc_ex\" (allowed: "
                        + NeuronModels.ALL.stream().map(NeuronModel::name).collect(Collectors.joining(", "))
                        + "); did you mean \"iaf_psc_exp\"?");
    }

    @Test
    void anUnknownRuleIsReportedWithoutConclusions() {
        assertErrors(
                SOUND
                        + "projections:\n  E-I: {from: E, to: I, rule: fixed_indegre, indegree: 5, weight: J, delay: 1 ms}\n",
                "model.yaml:11:31: projections.E-I.rule: unknown connection rule \"fixed_indegre\" (allowed: all_to_all,"
                        + " one_to_one, fixed_indegree, fixed_outdegree, fixed_total_number, pairwise_bernoulli,"
                        + " pairwise_poisson, symmetric_pairwise_bernoulli, list); did you mean \"fixed_indegree\"?");
    }

    @Test
    void anUnknownSynapseModelIsReported() {
        assertErrors(
                SOUND + "projections:\n"
                        + "  E-I: {from: E, to: I, rule: all_to_all, weight: J, delay: 1 ms, synapse: static}\n",
                "model.yaml:11:76: projections.E-I.synapse: unknown synapse model \"static\" (allowed: static_synapse,"
                        + " bernoulli_synapse, tsodyks_synapse, tsodyks2_synapse, stdp_synapse, stdp_nn_symm_synapse,"
                        + " stdp_pl_synapse_hom, stdp_triplet_synapse, vogels_sprekeler_synapse, stdp_dopamine_synapse);"
                        + " did you mean \"static_synapse\"?");
    }

    @Test
    void anUnknownDistributionIsReported() {
        assertErrors(
                SOUND.replace("size: 25}", "size: 25, initial: {V_m: {distribution: norml, mean: 1 mV, std: 1 mV}}}"),
                "model.yaml:6:67: populations.I.initial.V_m.distribution: unknown distribution \"norml\" (allowed:"
                        + " constant, uniform, uniform_int, normal, lognormal, exponential); did you mean \"normal\"?");
    }

    /** Wherever a value may be drawn, and not in the way of other mistakes. */
    @Test
    void aMappingThatNamesNoDistributionIsReported() {
        String message =
                " is a mapping without \"distribution\"; write a number, or which distribution it is drawn from,"
                        + " as in {distribution: normal, mean: ..., std: ...}";
        assertErrors(
                SOUND.replace("size: 25}", "size: -1, parameters: {tau_m: {mean: 1 ms}}, initial: {V_m: {}}}") + """
                projections:
                  E-I: {from: E, to: I, rule: all_to_all, weight: {mean: J}, delay: {std: 1 ms},
                        synapse: {model: bernoulli_synapse, p_transmit: {min: 0}}}
                """,
                "model.yaml:6:33: populations.I.size: -1 neurons cannot be simulated; it must be at least 1",
                "model.yaml:6:57: populations.I.parameters.tau_m:" + message,
                "model.yaml:6:87: populations.I.initial.V_m:" + message,
                "model.yaml:11:51: projections.E-I.weight:" + message,
                "model.yaml:11:69: projections.E-I.delay:" + message,
                "model.yaml:12:57: projections.E-I.synapse.p_transmit:" + message);
        assertEquals(
                List.of("--set: populations.E.parameters.tau_m:" + message),
                Models.errors(SOUND, Overrides.of("populations.E.parameters.tau_m={mean: 10 ms}")));
    }

    @Test
    void aMisspeltKeyOfADistributionIsToldWhatItCouldBe() {
        assertErrors(
                SOUND.replace("size: 25}", "size: 25, initial: {V_m: {distributon: normal, mean: 1 mV, std: 1 mV}}}"),
                "model.yaml:6:53: populations.I.initial.V_m.distributon: unknown key \"distributon\" (allowed:"
                        + " distribution, expression); did you mean \"distribution\"?");
    }

    @Test
    void partsOfADistributionAreChecked() {
        assertErrors(
                SOUND.replace(
                        "size: 25}",
                        "size: 25, initial: {V_m: {distribution: normal, mean: 1, std: -1 mV, redraw: {mn: 0 mV}}}}"),
                "model.yaml:6:81: populations.I.initial.V_m.mean: 1 has no unit; a voltage is needed: write 1 mV",
                "model.yaml:6:105: populations.I.initial.V_m.redraw.mn: unknown key \"mn\" (allowed: min, max); did you"
                        + " mean \"min\"?");
        assertErrors(
                SOUND.replace("size: 25}", "size: 25, initial: {V_m: {distribution: normal, mean: 1 mV, std: -1 mV}}}"),
                "model.yaml:6:92: populations.I.initial.V_m.std: -1 mV is not allowed; it must be at least 0 mV");
    }

    @Test
    void aDuplicateKeyNamesTheFirst() {
        assertErrors(
                SOUND + "parameters: {}\n",
                "model.yaml:10:1: the key \"parameters\" is already in line 1; remove or rename one of them");
    }

    @Test
    void aSyntaxErrorIsReportedWhereItIs() {
        assertErrors(
                "parameters: [1, 2\nb: 3\n",
                "model.yaml:2:2: this is not YAML: expected ',' or ']', but got : while parsing a flow sequence; check"
                        + " indentation, brackets and quotes here");
    }

    @Test
    void anEmptyFileIsReported() {
        String message = "model.yaml:1:1: the file is empty; describe populations and simulation at least";
        assertErrors("", message);
        assertErrors("# nothing\n", message);
        assertErrors("---\n~\n", message);
    }

    @Test
    void aSecondDocumentIsReported() {
        assertErrors(SOUND + "---\na: 1\n", "model.yaml:11:1: a second document starts here; keep one in a file");
    }

    @Test
    void numbersMustBeFinite() {
        assertErrors(
                SOUND.replace("g: 5", "g: .inf\n  h: NaN\n  i: g * 2\n  k: 1e999"),
                "model.yaml:3:6: parameters.g: .inf is not a finite number; write one",
                "model.yaml:4:6: parameters.h: NaN is not a finite number; write one",
                "model.yaml:6:6: parameters.k: 1e999: the value is too large to be a number");
    }

    @Test
    void hugeNumbersAreReported() {
        assertErrors(
                SOUND.replace("size: 25", "size: 1e12").replace("J: 10 pA", "J: 1e30 pA")
                        + "stimuli: {s: {type: dc, to: E, amplitude: J}}\n",
                "model.yaml:6:33: populations.I.size: 1000000000000 is too large; it must be below 2147483647",
                "model.yaml:10:43: stimuli.s.amplitude: 1.0E30 pA is too large; it must be between -1.0E15 pA and"
                        + " 1.0E15 pA");
    }

    @Test
    void anUnknownNameInAnExpressionIsToldWhatItCouldBe() {
        assertErrors(
                SOUND.replace("size: 25", "size: gg * 5"),
                "model.yaml:6:33: populations.I.size: gg * 5: unknown name \"gg\" (allowed: J, g); did you mean \"g\"?");
    }

    @Test
    void divisionByZeroIsReportedOnce() {
        assertErrors(
                SOUND.replace("g: 5", "g: 1 / (2 - 2)\n  h: 2 * g"),
                "model.yaml:3:8: parameters.g: 1 / (2 - 2): division by zero; write another divisor");
    }

    @Test
    void aCycleOfParametersIsReportedOnce() {
        assertErrors(
                SOUND.replace("g: 5", "a: b\n  b: 2 * c\n  c: a + 1\n  d: a"),
                "model.yaml:3:6: parameters.a: refers to itself (a -> b -> c -> a); give one of them a value");
    }

    @Test
    void aParameterCannotBeCalledLikeAUnitOrFunction() {
        assertErrors(
                SOUND.replace("g: 5", "ms: 5\n  exp: 3\n  a-b: 1"),
                "model.yaml:3:3: parameters.ms: ms is a unit of time; choose another name",
                "model.yaml:4:3: parameters.exp: exp is a function; choose another name",
                "model.yaml:5:3: parameters.a-b: \"a-b\" cannot be used in expressions; use letters, digits and _,"
                        + " starting with a letter");
    }

    @Test
    void aliasesThatUnfoldToBillionsCostNothing() {
        StringBuilder text = new StringBuilder("populations: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 50; i++) {
            text.append("x").append(i).append(": &a").append(i).append(" [");
            text.append(("*a" + (i - 1) + ",").repeat(9)).append("]\n");
        }
        assertEquals(51, Models.errors(text.toString(), Overrides.NONE).size());
    }

    @Test
    void anAliasOfWhatContainsItIsReported() {
        assertErrors("a: &a [*a]\n", "model.yaml:1:8: *a refers to no anchor that is complete before it");
    }

    @Test
    void deepNestingIsReported() {
        assertErrors(
                "a: " + "[".repeat(9999), "model.yaml:1:53: nested more than 50 levels deep; nothing in a model is");
    }

    @Test
    void aFileThatIsNotThereIsReported(@TempDir Path folder) {
        Path file = folder.resolve("brunel.yaml");
        assertFileError(
                file,
                file + ": there is no such file; check the name and the folder ("
                        + Path.of("").toAbsolutePath() + ")");
        assertFileError(folder, folder + ": this is a folder; name a model file in it");
    }

    @Test
    void aFileThatIsNotUtf8IsReported(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("latin.yaml");
        Files.write(file, "name: x\ndescription: fü\n".getBytes(StandardCharsets.ISO_8859_1));
        assertFileError(file, file + ":2:15: the byte 0xfc is not UTF-8; save the file as UTF-8 text");
        Files.write(file, new byte[] {'a', ':', ' ', 0});
        assertFileError(file, file + ":1:4: the character 0x00 cannot stand in a text; remove it");
    }

    private static void assertFileError(Path file, String message) {
        ConfigException thrown = assertThrows(ConfigException.class, () -> ConfigReader.read(file, Overrides.NONE));
        assertEquals(message, thrown.getMessage());
    }
}
