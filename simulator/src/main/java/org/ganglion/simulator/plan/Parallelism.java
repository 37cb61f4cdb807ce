package org.ganglion.simulator.plan;

import org.ganglion.network.Experiment;
import org.ganglion.network.RunSettings;

/** By how many groups and threads an experiment is run: as it says, or as suits network and machine. */
public record Parallelism(int groups, int threads) {
    /** Fewer neurons than this are not worth a further group: handing over costs more than it saves. */
    private static final int NEURONS_PER_GROUP = 1500;

    public static Parallelism of(Experiment experiment) {
        RunSettings settings = experiment.settings();
        int threads = settings.threads() > 0
                ? settings.threads()
                : Runtime.getRuntime().availableProcessors();
        int groups = settings.groups() > 0
                ? settings.groups()
                : Math.clamp(experiment.network().neurons() / NEURONS_PER_GROUP, 1, threads);
        return new Parallelism(groups, threads);
    }
}
