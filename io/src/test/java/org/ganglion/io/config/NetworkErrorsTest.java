package org.ganglion.io.config;

import static org.ganglion.io.config.Models.SOUND;
import static org.ganglion.io.config.Models.assertErrors;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong with the network that a file describes is told with the place in the file. */
class NetworkErrorsTest {

    private static String projection(String rest) {
        return SOUND + "projections:\n  E-I: {from: E, to: I, rule: all_to_all, weight: J, " + rest + "}\n";
    }

    private static String stimulus(String rest) {
        return SOUND + "stimuli:\n  s: {to: E, " + rest + "}\n";
    }

    @Test
    void aDelayBelowOneStep() {
        assertErrors(
                projection("delay: 0.05 ms"),
                "model.yaml:11:61: projections.E-I.delay: 0.05 ms is below one step (0.1 ms); raise the delay or lower"
                        + " simulation.dt");
    }

    @Test
    void aDelayThatIsNoMultipleOfTheStep() {
        assertErrors(
                projection("delay: 1.55 ms"),
                "model.yaml:11:61: projections.E-I.delay: 1.55 ms is not a multiple of the step (0.1 ms); it would round"
                        + " to 1.6 ms; write 1.6 ms or lower simulation.dt");
    }

    @Test
    void aDelayThatIsTooLong() {
        assertErrors(
                projection("delay: 200 s"),
                "model.yaml:11:61: projections.E-I.delay: 200000 ms is longer than the longest delay (104857.6 ms);"
                        + " lower it or raise simulation.dt");
    }

    @Test
    void drawnDelaysThatCanFallBelowAStep() {
        assertErrors(
                projection("delay: {distribution: normal, mean: 1.5 ms, std: 1 ms}"),
                "model.yaml:11:61: projections.E-I.delay: draws can fall to -4.838 ms, which rounds to below one step"
                        + " (0.1 ms); add redraw: {min: 0.05 ms} or lower simulation.dt");
    }

    @Test
    void anInDegreeLargerThanTheSource() {
        assertErrors(
                projection("delay: 1 ms")
                        .replace("all_to_all", "fixed_indegree, indegree: 101, allow_multapses: false"),
                "model.yaml:11:57: projections.E-I.indegree: 101 is more than the 100 neurons of the source; lower it or"
                        + " allow multapses");
    }

    @Test
    void aProbabilityAboveOne() {
        assertErrors(
                projection("delay: 1 ms").replace("all_to_all", "pairwise_bernoulli, p: 1.5"),
                "model.yaml:11:54: projections.E-I.p: 1.5 is not allowed; it must be at least 0 and at most 1");
    }

    @Test
    void populationsOfDifferentSizeOneToOne() {
        assertErrors(
                projection("delay: 1 ms").replace("all_to_all", "one_to_one"),
                "model.yaml:11:31: projections.E-I.rule: one_to_one needs populations of the same size, but the source"
                        + " has 100 neurons and the target 25; make them equal or take another rule, e.g. fixed_indegree");
    }

    @Test
    void aMistakeInAListOfPopulationsIsToldOnce() {
        assertErrors(
                projection("delay: 1.55 ms").replace("from: E, to: I", "from: [E, I], to: [E, I]"),
                "model.yaml:11:71: projections.E-I.delay: 1.55 ms is not a multiple of the step (0.1 ms); it would round"
                        + " to 1.6 ms; write 1.6 ms or lower simulation.dt");
    }

    @Test
    void numbersOfNeurons() {
        assertErrors(
                SOUND.replace("size: 25", "size: -3").replace("size: 100", "size: 2.5"),
                "model.yaml:5:33: populations.E.size: 2.5 is not a whole number; write round(...) around it",
                "model.yaml:6:33: populations.I.size: -3 neurons cannot be simulated; it must be at least 1");
    }

    @Test
    void whatMustBeWholeInItsUnitIsRoundedWithoutIt() {
        String model = projection("delay: 1 ms")
                .replace("weight: J", "weight: {distribution: uniform_int, min: 0.5 pA, max: 3 pA}");
        assertErrors(
                model,
                "model.yaml:11:84: projections.E-I.weight.min: 0.5 pA is not a whole number of pA; write round(... / pA) * pA");
        Models.read(model.replace("0.5 pA", "round(0.5 pA / pA) * pA"));
    }

    @Test
    void parametersOutOfRangeAndAtOddsWithEachOther() {
        assertErrors(
                SOUND.replace("size: 25}", "size: 25, parameters: {tau_m: -1 ms}}"),
                "model.yaml:6:57: populations.I.parameters.tau_m: -1 ms is not allowed; it must be above 0 ms");
        assertErrors(
                SOUND.replace(
                        "size: 25}", "size: 25, parameters: {tau_m: {distribution: normal, mean: 1 ms, std: 1 ms}}}"),
                "model.yaml:6:57: populations.I.parameters.tau_m: draws can reach -5.338 ms; all must be above 0 ms; add"
                        + " redraw: {min: ..., max: ...} or clip");
    }

    @Test
    void durations() {
        assertErrors(
                SOUND.replace("1 s}", "-1 s, warm-up: 0.05 ms}"),
                "model.yaml:9:26: simulation.duration: -1000 ms is not allowed; it must be above 0 ms",
                "model.yaml:9:41: simulation.warm-up: 0.05 ms is not a multiple of the step (0.1 ms); it would round to"
                        + " 0.1 ms; write 0.1 ms or lower simulation.dt");
        assertErrors(
                SOUND.replace("1 s}", "0 ms}"),
                "model.yaml:9:26: simulation.duration: 0 ms is not allowed; it must be above 0 ms");
    }

    @Test
    void aBrokenStepIsToldOnceWithoutConclusions() {
        assertErrors(
                projection("delay: 1.5 ms").replace("dt: 0.1 ms", "dt: 0 ms"),
                "model.yaml:9:8: simulation.dt: 0 ms is not allowed; it must be above 0 ms");
        assertErrors(
                projection("delay: 1.5 ms").replace("dt: 0.1 ms", "dt: 0.1"),
                "model.yaml:9:8: simulation.dt: 0.1 has no unit; a time is needed: write 0.1 ms");
        assertErrors(
                projection("delay: 1.5 ms").replace("dt: 0.1 ms", "dt: 0.0004 ms"),
                "model.yaml:9:8: simulation.dt: 4.0E-4 ms is not a multiple of 0.001 ms, the resolution of spike times;"
                        + " write 0.1 ms, for example");
    }

    @Test
    void groupsAndThreads() {
        assertErrors(
                SOUND.replace("1 s}", "1 s, groups: -1, threads: 0}"),
                "model.yaml:9:39: simulation.groups: -1 is negative; give a positive number, or auto",
                "model.yaml:9:52: simulation.threads: 0 is not a number of threads; write 1 or more, or auto");
        assertErrors(
                SOUND.replace("1 s}", "1 s, threads: 40000}"),
                "model.yaml:9:40: simulation.threads: 40000 are more than the 32767 that a process can have; write one a"
                        + " processor, or auto");
    }

    @Test
    void aStepThatNeuronsPrescribeIsTold() {
        String two = SOUND.replace("P: {model: parrot_neuron", "P: {model: IntFire1");
        assertEquals(
                List.of(
                        "steps are of 0.001 ms, not of 0.1 ms, because population P (IntFire1) needs them; all neurons step"
                                + " as often"),
                Models.read(two).notes());
        assertEquals(List.of(), Models.read(SOUND).notes());
        assertEquals(
                List.of(), Models.read(two.replace("dt: 0.1 ms", "dt: 1 us")).notes());
    }

    @Test
    void stepsSoShortThatRoundingShowsAreTold() {
        // given steps of which 50,000 are a time constant; half a unit in the last place of 8 to 16 mV is 2^-21 mV
        String slow = SOUND.replace("dt: 0.1 ms", "dt: 1 us")
                .replace(
                        "{model: iaf_psc_exp, size: 25}", "{model: iaf_psc_exp, size: 25, parameters: {tau_m: 50 ms}}");

        // then the potential comes no closer than 50,000 times that to where it goes
        assertEquals(
                List.of(
                        "population I (iaf_psc_exp): V_m is in single precision and, 8 to 16 mV from E_L, does not come closer"
                                + " than 0.024 mV to its steady state, because tau_m is 50,000 steps; a longer step is more exact"),
                Models.read(slow).notes());
        assertEquals(
                List.of(), Models.read(slow.replace("dt: 1 us", "dt: 5 us")).notes());
    }

    @Test
    void poissonRatesAndTimes() {
        assertErrors(
                stimulus("type: poisson, rate: -8 Hz, weight: J, start: 10 ms, stop: 5 ms"),
                "model.yaml:11:35: stimuli.s.rate: -8 Hz is not allowed; it must be at least 0 Hz",
                "model.yaml:11:73: stimuli.s.stop: 5 ms is not after the start (10 ms); raise stop or lower start");
        assertErrors(
                stimulus("type: poisson, rate: 8 Hz, weight: J, start: -10 ms"),
                "model.yaml:11:59: stimuli.s.start: -10 ms is not allowed; it must be at least 0 ms");
    }

    @Test
    void timesOfCurrentsKeepTheirNamesFromTheFile() {
        assertErrors(
                stimulus("type: dc, amplitude: 3 pA, start: 10 ms, stop: 5 ms"),
                "model.yaml:11:61: stimuli.s.stop: 5 ms is not after the time before it (10 ms); times must rise");
        assertErrors(
                stimulus("type: step_current, times: [1 ms, 2 ms, 1.5 ms], amplitudes: [1 pA, 2 pA]"),
                "model.yaml:11:54: stimuli.s.times.2: 1.5 ms is not after the time before it (2 ms); times must rise",
                "model.yaml:11:75: stimuli.s.amplitudes: there are 2 amplitudes for 3 times; give one for each");
    }

    @Test
    void aCurrentIntoAParrot() {
        assertErrors(
                stimulus("type: dc, amplitude: 3 pA").replace("to: E", "to: P"),
                "model.yaml:11:11: stimuli.s.to: P is of the model parrot_neuron, which takes no current; choose another"
                        + " population or send spikes");
    }

    @Test
    void spikesThatWouldArriveBeforeTheFirstStep() {
        assertErrors(
                stimulus("type: spike_train, times: [0 ms, -1 ms, 1 ms], weight: J, delay: 0 ms"),
                "model.yaml:11:41: stimuli.s.times.0: a spike at 0 ms with a delay of 0 ms arrives before the first step"
                        + " (0.1 ms); raise the time or the delay to 0.1 ms",
                "model.yaml:11:47: stimuli.s.times.1: -1 ms is not allowed; it must be at least 0 ms");
    }

    @Test
    void recorders() {
        assertErrors(
                SOUND
                        + "recorders:\n  v: {type: state, from: E, neurons: 0..100, variables: [Vm], interval: 0.15 ms}\n",
                "model.yaml:11:38: recorders.v.neurons: neurons 0..100 are not all there; E has the neurons 0 to 99",
                "model.yaml:11:58: recorders.v.variables.0: unknown state variable of iaf_psc_exp \"Vm\" (allowed: V_m,"
                        + " I_syn); did you mean \"V_m\"?",
                "model.yaml:11:73: recorders.v.interval: 0.15 ms is not a multiple of the step (0.1 ms); it would round to"
                        + " 0.1 ms; write 0.1 ms or lower simulation.dt");
    }

    @Test
    void namesThatPathsAndFilesCouldNotHold() {
        assertErrors(
                SOUND.replace("  I: ", "  all: ").replace("  P: ", "  a b: "),
                "model.yaml:6:3: populations.all: all stands for all populations; choose another name",
                "model.yaml:7:3: populations.a b: \"a b\" cannot be a name; use letters, digits, _, + and -, not starting"
                        + " with + or -");
    }

    @Test
    void mistakesOfAllKindsComeAtOnceInTheOrderOfTheFile() {
        assertErrors(
                projection("delay: 0.05 ms").replace("g: 5", "g: 5 +").replace("size: 25", "sise: 25")
                        + "recorders:\n  s: {type: spikes, from: E, neurons: 100}\n",
                "model.yaml:3:9: parameters.g: 5 +: the expression ends too early",
                "model.yaml:6:27: populations.I.sise: unknown key \"sise\" (allowed: model, size, parameters, initial,"
                        + " positions); did you mean \"size\"?",
                "model.yaml:11:61: projections.E-I.delay: 0.05 ms is below one step (0.1 ms); raise the delay or lower"
                        + " simulation.dt",
                "model.yaml:13:39: recorders.s.neurons: there is no neuron 100; E has the neurons 0 to 99");
    }

    private static final String START = "model.yaml:11:";

    private static String plastic(String synapse) {
        return projection("delay: 1 ms, synapse: {model: stdp_synapse, " + synapse + "}");
    }

    @Test
    void parametersOfASynapseOutOfRange() {
        assertErrors(
                plastic("tau_plus: -1 ms, Wmax: 1 nA"),
                START + "108: projections.E-I.synapse.tau_plus: -1 ms is not allowed; it must be above 0 ms");
    }

    @Test
    void aLargestWeightOfTheOtherSign() {
        assertErrors(
                plastic("Wmax: -100 pA"),
                START
                        + "104: projections.E-I.synapse.Wmax: -100 pA and the weight (10 pA) must have the same sign; change"
                        + " the sign of one of them");
    }

    @Test
    void aWeightAboveTheLargest() {
        assertErrors(
                plastic("Wmax: 5 pA"),
                START
                        + "104: projections.E-I.synapse.Wmax: 5 pA is passed by the weight at the start (10 pA); raise Wmax,"
                        + " or lower the weight");
        assertErrors(
                plastic("Wmax: 20 pA").replace("weight: J", "weight: {distribution: uniform, min: 5 pA, max: 30 pA}"),
                START + "149: projections.E-I.synapse.Wmax: 20 pA is passed by the weight at the start (5.0 to 30 pA);"
                        + " raise Wmax, or lower the weight or clip it");
    }

    @Test
    void aLargestWeightInTheWrongUnit() {
        assertErrors(
                plastic("Wmax: 5 mV"),
                START
                        + "104: projections.E-I.synapse.Wmax: 5 mV is a voltage; a current is needed, in pA or with another"
                        + " prefix");
    }

    @Test
    void aParameterThatTheSynapseDoesNotHave() {
        assertErrors(
                plastic("lamda: 0.1"),
                START + "98: projections.E-I.synapse.lamda: unknown key \"lamda\" (allowed: model, tau_plus, tau_minus,"
                        + " lambda, alpha, mu_plus, mu_minus, Wmax); did you mean \"lambda\"?");
        assertErrors(
                projection("delay: 1 ms, synapse: {model: stdp, lambda: 0.1}"),
                START + "84: projections.E-I.synapse.model: unknown synapse model \"stdp\" (allowed: static_synapse,"
                        + " bernoulli_synapse, tsodyks_synapse, tsodyks2_synapse, stdp_synapse, stdp_nn_symm_synapse,"
                        + " stdp_pl_synapse_hom, stdp_triplet_synapse, vogels_sprekeler_synapse, stdp_dopamine_synapse);"
                        + " did you mean \"stdp_synapse\"?");
    }

    @Test
    void changingWeightsOntoRelays() {
        assertErrors(
                plastic("Wmax: 20").replace("to: I", "to: P").replace("weight: J", "weight: 1"),
                START
                        + "76: projections.E-I.synapse: stdp_synapse changes weights, but parrot_neuron counts spikes whatever their"
                        + " weight; choose another target or take static_synapse");
    }
}
