package org.ganglion.io.sonata.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ganglion.io.sonata.ExactReader;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.Stimulus;
import org.ganglion.network.spec.InvalidNetworkException;
import org.ganglion.network.spec.Problem;
import org.ganglion.simulator.plan.NetworkPlan;
import org.ganglion.simulator.plan.PopulationPlan;
import org.ganglion.simulator.plan.ReceptorPlan;
import org.ganglion.simulator.synapse.DrawnSynapses;

/**
 * Writes a network as a SONATA circuit that runs to the same spikes: every neuron with its parameters, every synapse with
 * weight and delay, given spikes, currents and reports. Synapses are drawn target by target and written at once, so that
 * memory does not grow with their number.
 */
public final class SonataExport {
    public static final String SIMULATION = "simulation_config.json";
    private static final String CIRCUIT = "circuit_config.json";

    private final Experiment experiment;
    private final Network network;
    private final NetworkPlan plan;
    private final Path folder;
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Integer> streams = new LinkedHashMap<>(); // of synapses, by population of edges

    private SonataExport(Experiment experiment, Path folder) {
        this.experiment = experiment;
        this.network = experiment.network();
        this.plan = NetworkPlan.of(experiment, 1);
        this.folder = folder;
    }

    /**
     * Writes the files of a circuit into a folder, which is made where it is not there.
     *
     * @param skipStimuli whether stimuli that circuits do not know are left out; else they are a mistake
     * @return what is different in the circuit, a line each
     * @throws InvalidNetworkException with everything that circuits cannot say; nothing is written then
     */
    public static List<String> write(Experiment experiment, Path folder, boolean skipStimuli) throws IOException {
        List<Problem> problems = new ArrayList<>(Inexpressible.of(experiment));
        BitSet kept = new BitSet(); // positions of stimuli
        List<String> skipped = new ArrayList<>();
        Set<String> names = Inexpressible.names(experiment.network());
        Trains trains = new Trains(experiment.network(), experiment.settings().dtMs());
        for (int s = 0; s < experiment.network().stimuli().size(); s++) {
            Stimulus stimulus = experiment.network().stimuli().get(s);
            String why = Inexpressible.why(stimulus);
            why = why.isEmpty() ? trains.add(stimulus, names).orElse("") : why;
            if (!why.isEmpty() && skipStimuli) {
                skipped.add("stimuli." + stimulus.name() + ": left out: " + why.replaceFirst("[,;].*", ""));
            } else if (!why.isEmpty()) {
                problems.add(new Problem("stimuli." + stimulus.name(), why));
            } else {
                kept.set(s);
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidNetworkException(problems);
        }
        SonataExport export = new SonataExport(experiment, folder);
        export.notes.addAll(skipped);
        export.write(kept, trains);
        return List.copyOf(export.notes);
    }

    private void write(BitSet stimuli, Trains trains) throws IOException {
        Files.createDirectories(folder.resolve("inputs"));
        NodesExport nodes = new NodesExport(folder);
        for (int p = 0; p < network.populations().size(); p++) {
            nodes.neurons(plan, p);
        }
        Map<String, Object> networks = new LinkedHashMap<>();
        EdgesExport edges = new EdgesExport(folder);
        Set<String> edgeNames = new HashSet<>();
        for (int i = 0; i < network.projections().size(); i++) {
            edges.add(edges(i, edgeNames));
        }
        trains.nodes(nodes, edges, edgeNames);
        networks.put("nodes", nodes.finish());
        networks.put("edges", edges.write());
        Map<String, Object> circuit = new LinkedHashMap<>();
        circuit.put("target_simulator", "NEST");
        Map<String, String> components = new LinkedHashMap<>();
        components.put("point_neuron_models_dir", NodesExport.MODELS);
        components.put("synaptic_models_dir", EdgesExport.MODELS);
        circuit.put("components", components);
        circuit.put("networks", networks);
        circuit.put(ExactReader.SECTION, exact());
        JsonTree.write(folder.resolve(CIRCUIT), circuit);
        JsonTree.write(folder.resolve(SIMULATION), simulation(stimuli, trains));
    }

    /** What other tools pass over: with it the circuit runs to the same bits. */
    private Map<String, Object> exact() {
        Map<String, Object> units = new LinkedHashMap<>();
        for (PopulationPlan population : plan.populations()) {
            units.put(
                    population.population().name(),
                    population.receptors().stream().map(ReceptorPlan::unit).toList());
        }
        Map<String, Object> exact = new LinkedHashMap<>();
        exact.put(ExactReader.UNITS, units);
        exact.put(ExactReader.SYNAPSE_STREAMS, streams);
        return exact;
    }

    private EdgesExport.Edges edges(int index, Set<String> taken) {
        String source = network.projections().get(index).source();
        String target = network.projections().get(index).target();
        String name =
                Trains.different(network.projections().get(index).name().replaceAll("[^\\p{L}\\p{N}_+-]", "_"), taken);
        if (network.projections().get(index).synapse().model().plastic()) {
            streams.put(name, network.projectionKey(index));
        }
        DrawnSynapses first = DrawnSynapses.of(plan, index);
        double dtMs = experiment.settings().dtMs();
        double delayMs = delayMs(plan.projections().get(index).minDelay(), dtMs);
        double weight = plan.projections().get(index).weights().largest();
        int targets = network.population(target).size();
        return new EdgesExport.Edges(
                name,
                source,
                target,
                plan.projections().get(index).wiring().synapses(),
                first.sameWeight() ? Optional.of(weight) : Optional.empty(),
                first.sameDelay() ? Optional.of(delayMs) : Optional.empty(),
                network.projections().get(index).synapse(),
                sink -> {
                    DrawnSynapses synapses = DrawnSynapses.of(plan, index);
                    for (int neuron = 0; neuron < targets; neuron++) {
                        int count = synapses.read(neuron);
                        for (int i = 0; i < count; i++) {
                            sink.edge(
                                    synapses.source(i),
                                    neuron,
                                    synapses.weight(i),
                                    delayMs(synapses.delaySteps(i), dtMs));
                        }
                    }
                });
    }

    private static double delayMs(int steps, double dtMs) {
        return Math.round(steps * dtMs * 1e6) / 1e6;
    }

    private Map<String, Object> simulation(BitSet stimuli, Trains trains) throws IOException {
        Sections sections = new Sections(experiment, notes);
        Map<String, Object> inputs = new LinkedHashMap<>(trains.spikes(folder));
        Set<String> names = new HashSet<>(inputs.keySet());
        Generators generators = new Generators(network);
        for (int s = stimuli.nextSetBit(0); s >= 0; s = stimuli.nextSetBit(s + 1)) {
            Stimulus stimulus = network.stimuli().get(s);
            String name = Trains.different(stimulus.name(), names);
            if (stimulus instanceof Stimulus.Current current && sections.flows(current.inSteps())) {
                inputs.put(name, sections.clamp(current.inSteps()));
            }
            generators
                    .input(s, sections.nodes(stimulus.target(), stimulus.neurons()))
                    .ifPresent(input -> inputs.put(name, input));
        }
        Map<String, Object> simulation = new LinkedHashMap<>();
        simulation.put("network", CIRCUIT);
        simulation.put("target_simulator", "NEST");
        simulation.put("run", sections.run());
        simulation.put("inputs", inputs);
        simulation.put("reports", sections.reports());
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("output_dir", "output");
        output.put("spikes_file", "spikes.h5");
        output.put("spikes_sort_order", "by_time");
        simulation.put("output", output);
        return simulation;
    }
}
