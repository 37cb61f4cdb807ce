package org.ganglion.simulator.plan;

import java.util.List;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.Population;
import org.ganglion.network.Projection;
import org.ganglion.network.RunSettings;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.wiring.Wiring;

/**
 * How many spikes a neuron of each population can emit in one step: what its model says, nearly always one, or for relays
 * as many as can arrive.
 */
final class Multiplicity {
    /** More than this stops the run: see {@code NeuronGroup}. */
    static final double LIMIT = PopulationPlan.RELAYED;

    private Multiplicity() {}

    static double[] bounds(Experiment experiment, List<List<Receptor>> receptors, List<Wiring> wirings) {
        Network network = experiment.network();
        RunSettings settings = experiment.settings();
        int n = receptors.size();
        boolean[] relay = new boolean[n];
        double[] own = new double[n];
        double[] fromOutside = new double[n];
        for (int p = 0; p < n; p++) {
            Population population = network.populations().get(p);
            own[p] = population.model().mostSpikesAtOnce(population.allParameters(), settings.dtMs());
            relay[p] = receptors.get(p).stream().anyMatch(r -> r.sign() == Receptor.Sign.COUNT);
        }
        for (int s = 0; s < network.stimuli().size(); s++) {
            int target = network.populationIndex(network.stimuli().get(s).target());
            fromOutside[target] += relay[target] ? StimulusBound.atOnce(experiment, s) : 0;
        }
        // Relays that feed each other have no bound of their own; the limit is watched while they run.
        boolean[] unbounded = new boolean[n];
        double[] result = new double[n];
        for (int p = 0; p < n; p++) {
            unbounded[p] = relay[p] && inCycle(network, relay, p);
            result[p] = unbounded[p] ? LIMIT : own[p];
        }
        for (int round = 0; round <= n; round++) {
            double[] next = new double[n];
            for (int p = 0; p < n; p++) {
                next[p] = relay[p] ? fromOutside[p] : own[p];
            }
            for (int i = 0; i < wirings.size(); i++) {
                Projection projection = network.projections().get(i);
                int target = network.populationIndex(projection.target());
                if (relay[target]) {
                    int source = network.populationIndex(projection.source());
                    next[target] += wirings.get(i).maxInDegree() * result[source];
                }
            }
            for (int p = 0; p < n; p++) {
                result[p] = unbounded[p] ? LIMIT : Math.min(LIMIT, Math.max(1, next[p]));
            }
        }
        return result;
    }

    private static boolean inCycle(Network network, boolean[] relay, int start) {
        boolean[] reached = new boolean[relay.length];
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Projection projection : network.projections()) {
                int source = network.populationIndex(projection.source());
                int target = network.populationIndex(projection.target());
                if (relay[target] && (source == start || reached[source]) && !reached[target]) {
                    reached[target] = true;
                    grown = true;
                }
            }
        }
        return reached[start];
    }
}
