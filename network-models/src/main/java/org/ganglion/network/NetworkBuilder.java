package org.ganglion.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.ganglion.network.connect.ConnectionRule;
import org.ganglion.network.connect.ListedSynapses;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.catalog.NeuronModels;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.space.Positions;
import org.ganglion.network.spec.Elements;
import org.ganglion.network.spec.Formula;
import org.ganglion.network.spec.Suggestion;
import org.ganglion.network.synapse.Synapse;
import org.ganglion.network.wiring.SynapseList;
import org.ganglion.network.wiring.SynapticValue;

/**
 * Writes a network down in a Java program.
 *
 * <pre>{@code
 * Experiment experiment = NetworkBuilder.named("brunel")
 *         .population("E", 10_000, "iaf_psc_delta", p -> p.set("tau_m", 20).set("V_th", -50))
 *         .population("I", 2_500, "iaf_psc_delta")
 *         .project("E", "I", new FixedIndegree(1000, true, true), weight(0.1), delayMs(1.5))
 *         .poisson("background", "E", 20_000, 0.1)
 *         .recordSpikes("E")
 *         .simulate(RunSettings.DEFAULT.withDurationMs(1000));
 * }</pre>
 *
 * <p>Numbers are in the units of {@link org.ganglion.network.spec.Unit}; a number or a {@link Distribution} may stand
 * wherever values may differ. Nothing is checked until {@link #simulate}, which reports every problem at once.
 */
public final class NetworkBuilder {
    private final String name;
    private final List<Population> populations = new ArrayList<>();
    private final List<Projection> projections = new ArrayList<>();
    private final List<Stimulus> stimuli = new ArrayList<>();
    private final List<Recorder> recorders = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    private NetworkBuilder(String name) {
        this.name = name;
    }

    public static NetworkBuilder named(String name) {
        return new NetworkBuilder(name);
    }

    /** A synaptic weight, in the unit of the target's receptor: pA or mV. */
    public record Weight(SynapticValue value) {}

    /** A synaptic delay in ms. */
    public record Delay(SynapticValue valueMs) {}

    public static Weight weight(double value) {
        return new Weight(SynapticValue.constant(value));
    }

    public static Weight weight(Distribution value) {
        return new Weight(new SynapticValue.Drawn(value));
    }

    /** A weight that follows from the distance between the two neurons. */
    public static Weight weight(Formula ofDistance) {
        return new Weight(new SynapticValue.ByDistance(ofDistance));
    }

    public static Delay delayMs(double value) {
        return new Delay(SynapticValue.constant(value));
    }

    public static Delay delayMs(Distribution value) {
        return new Delay(new SynapticValue.Drawn(value));
    }

    /** A delay that follows from the distance between the two neurons. */
    public static Delay delayMs(Formula ofDistance) {
        return new Delay(new SynapticValue.ByDistance(ofDistance));
    }

    /** Parameters, initial values and positions of one population; each call gives another object. */
    public record Neurons(
            Map<String, Distribution> parameters, Map<String, Distribution> initial, Positions positions) {
        public Neurons {
            parameters = Map.copyOf(parameters);
            initial = Map.copyOf(initial);
        }

        public Neurons set(String parameter, double value) {
            return set(parameter, Distribution.constant(value));
        }

        /** Draws the parameter once for each neuron; {@code q_sfa.1}, say, is an element of a list. */
        public Neurons set(String parameter, Distribution value) {
            return new Neurons(with(withoutElements(parameter), parameter, value), initial, positions);
        }

        /** Sets all elements of a parameter that is a list. */
        public Neurons set(String list, List<Double> elements) {
            if (elements.isEmpty()) {
                throw new IllegalArgumentException(list + " is set to an empty list; leave it out or give elements");
            }
            Map<String, Distribution> changed = withoutElements(list);
            changed.remove(list);
            for (int i = 0; i < elements.size(); i++) {
                changed.put(Elements.name(list, i), Distribution.constant(elements.get(i)));
            }
            return new Neurons(changed, initial, positions);
        }

        private Map<String, Distribution> withoutElements(String list) {
            Map<String, Distribution> without = new LinkedHashMap<>(parameters);
            without.keySet().removeIf(name -> Elements.list(name).equals(list));
            return without;
        }

        public Neurons startAt(String variable, double value) {
            return startAt(variable, Distribution.constant(value));
        }

        /** Draws the initial value once for each neuron. */
        public Neurons startAt(String variable, Distribution value) {
            return new Neurons(parameters, with(initial, variable, value), positions);
        }

        /** Gives each neuron a place. */
        public Neurons at(Positions places) {
            return new Neurons(parameters, initial, places);
        }

        private static Map<String, Distribution> with(Map<String, Distribution> map, String key, Distribution value) {
            Map<String, Distribution> changed = new LinkedHashMap<>(map);
            changed.put(key, value);
            return changed;
        }
    }

    /** Neurons with the model's defaults. */
    public NetworkBuilder population(String populationName, int size, String model) {
        return population(populationName, size, model, UnaryOperator.identity());
    }

    /**
     * Neurons of a model by name, with some settings changed.
     *
     * @throws IllegalArgumentException if there is no such model
     */
    public NetworkBuilder population(String populationName, int size, String model, UnaryOperator<Neurons> settings) {
        NeuronModel found = NeuronModels.find(model)
                .orElseThrow(() -> new IllegalArgumentException(Suggestion.unknown(
                        "neuron model",
                        model,
                        NeuronModels.ALL.stream().map(NeuronModel::name).toList())));
        return population(populationName, size, found, settings);
    }

    /** Neurons of a model that need not be in {@link NeuronModels}. */
    public NetworkBuilder population(
            String populationName, int size, NeuronModel model, UnaryOperator<Neurons> settings) {
        Neurons neurons = settings.apply(new Neurons(Map.of(), Map.of(), Positions.NONE));
        populations.add(new Population(
                populationName, size, model, neurons.parameters(), neurons.initial(), neurons.positions()));
        return this;
    }

    /** Synapses from one population to another; the projection is called {@code source-target}. */
    public NetworkBuilder project(String source, String target, ConnectionRule rule, Weight weight, Delay delay) {
        return project(source + "-" + target, source, target, rule, weight, delay);
    }

    /** Synapses from one population to another, as a second projection between them, say. */
    public NetworkBuilder project(
            String projection, String source, String target, ConnectionRule rule, Weight weight, Delay delay) {
        return project(projection, source, target, rule, weight, delay, Synapse.STATIC);
    }

    /** Synapses whose weights may change; {@code weight} is what they begin with. */
    public NetworkBuilder project(
            String projection,
            String source,
            String target,
            ConnectionRule rule,
            Weight weight,
            Delay delay,
            Synapse synapse) {
        return project(new Projection(projection, source, target, rule, weight.value(), delay.valueMs(), synapse));
    }

    /** Synapses as they are described, onto a receptor by name for instance: {@link Projection#onto}. */
    public NetworkBuilder project(Projection projection) {
        projections.add(projection);
        return this;
    }

    /**
     * The synapses of a list, with the weights and delays that it gives.
     *
     * @throws IllegalArgumentException if the list lacks either
     */
    public NetworkBuilder project(String source, String target, SynapseList synapses) {
        if (!synapses.hasWeights() || !synapses.hasDelays()) {
            throw new IllegalArgumentException("the list of " + source + "-" + target
                    + " has no weights or no delays; give them, or one for all synapses, with the rule ListedSynapses");
        }
        return project(
                source,
                target,
                new ListedSynapses(synapses),
                new Weight(SynapticValue.Listed.WEIGHT),
                new Delay(SynapticValue.Listed.DELAY));
    }

    /** Poisson spikes onto each neuron of a population, from beginning to end. */
    public NetworkBuilder poisson(String stimulus, String target, double rateHz, double weight) {
        return stimulate(
                new Stimulus.Poisson(stimulus, target, Selection.ALL, rateHz, weight, 0, Double.POSITIVE_INFINITY));
    }

    /** Poisson spikes onto each neuron of a population, independent of each other, at a rate that changes with time. */
    public NetworkBuilder poisson(String stimulus, String target, Rate rate, double weight) {
        return stimulate(new Stimulus.ModulatedPoisson(
                stimulus, target, Selection.ALL, rate, true, weight, 0, Double.POSITIVE_INFINITY));
    }

    /** Spikes of gamma processes onto each neuron of a population, independent of each other, from beginning to end. */
    public NetworkBuilder gamma(String stimulus, String target, Rate rate, double order, double weight) {
        return stimulate(new Stimulus.Gamma(
                stimulus, target, Selection.ALL, rate, order, true, weight, 0, Double.POSITIVE_INFINITY));
    }

    /** Correlated Poisson spikes onto each neuron of a population, from beginning to end. */
    public NetworkBuilder mip(String stimulus, String target, double rateHz, double copyProbability, double weight) {
        return stimulate(new Stimulus.Mip(
                stimulus, target, Selection.ALL, rateHz, copyProbability, weight, 0, Double.POSITIVE_INFINITY));
    }

    /** Packets of spikes onto the neurons of a population, the same for all of them. */
    public NetworkBuilder pulsePackets(
            String stimulus, String target, List<Double> pulseTimesMs, int activity, double sdevMs, double weight) {
        return stimulate(new Stimulus.PulsePacket(
                stimulus,
                target,
                Selection.ALL,
                pulseTimesMs,
                activity,
                sdevMs,
                false,
                weight,
                0,
                Double.POSITIVE_INFINITY));
    }

    /** An alternating current into each neuron of a population, from beginning to end. */
    public NetworkBuilder alternating(String stimulus, String target, double amplitudePa, double frequencyHz) {
        return stimulate(new Stimulus.Alternating(
                stimulus, target, Selection.ALL, amplitudePa, 0, frequencyHz, 0, 0, Double.POSITIVE_INFINITY));
    }

    /** A current that is drawn anew for each neuron of a population after each interval, from beginning to end. */
    public NetworkBuilder noise(String stimulus, String target, double meanPa, double stdPa, double intervalMs) {
        return stimulate(new Stimulus.Noise(
                stimulus, target, Selection.ALL, meanPa, stdPa, intervalMs, 0, 0, 0, 0, Double.POSITIVE_INFINITY));
    }

    /** A constant current into each neuron of a population, from beginning to end. */
    public NetworkBuilder direct(String stimulus, String target, double amplitudePa) {
        return stimulate(
                Stimulus.Current.direct(stimulus, target, Selection.ALL, amplitudePa, 0, Double.POSITIVE_INFINITY));
    }

    public NetworkBuilder stimulate(Stimulus stimulus) {
        stimuli.add(stimulus);
        return this;
    }

    /** Records the spikes of all neurons of a population. */
    public NetworkBuilder recordSpikes(String population) {
        return record(new Recorder.Spikes("spikes-" + population, population, Selection.ALL));
    }

    /** Records state variables of some neurons of a population. */
    public NetworkBuilder recordState(String population, Selection neurons, double intervalMs, String... variables) {
        return record(new Recorder.State("state-" + population, population, neurons, List.of(variables), intervalMs));
    }

    /** Records the rate of a population in bins. */
    public NetworkBuilder recordRate(String population, double binMs) {
        return record(new Recorder.Rates("rate-" + population, population, Selection.ALL, binMs));
    }

    /** Records the weights of all synapses of a projection, at regular times and at the end. */
    public NetworkBuilder recordWeights(String projection, double intervalMs) {
        return record(new Recorder.Weights("weights-" + projection.replace('/', '-'), projection, intervalMs));
    }

    /** Records the weights of all synapses of a projection at the end of the run. */
    public NetworkBuilder recordWeights(String projection) {
        return recordWeights(projection, Double.POSITIVE_INFINITY);
    }

    public NetworkBuilder record(Recorder recorder) {
        recorders.add(recorder);
        return this;
    }

    /** Gives a parameter of a stimulus another value from some time on. */
    public NetworkBuilder change(double atMs, String stimulus, String parameter, double value) {
        changes.add(new Change(atMs, stimulus, parameter, value));
        return this;
    }

    /**
     * The finished description.
     *
     * @throws org.ganglion.network.spec.InvalidNetworkException with every problem, if there is any
     */
    public Experiment simulate(RunSettings settings) {
        Experiment experiment =
                new Experiment(new Network(name, populations, projections, stimuli, recorders), settings, changes);
        NetworkCheck.require(experiment);
        return experiment;
    }
}
