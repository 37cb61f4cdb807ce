package org.ganglion.cli.cluster;

import java.util.Locale;
import org.ganglion.cli.model.UserException;
import org.ganglion.network.Experiment;
import org.ganglion.simulator.plan.Layout;
import org.ganglion.simulator.plan.Parallelism;

/** How many groups a run on nodes has. */
public final class GroupsOnNodes {
    /** What a group fires in one step goes in one message, which holds some more spikes than these. */
    static final int MOST_NEURONS = 400_000;

    private GroupsOnNodes() {}

    /** As told, or as suits network and threads. */
    static int of(Experiment experiment, int nodes, int threads) {
        require(experiment);
        int wanted = experiment.settings().groups();
        if (wanted <= 0) {
            wanted = Math.max(fewest(experiment), Parallelism.groupsOnNodes(experiment, nodes, threads));
        }
        return Layout.of(experiment, wanted).groups();
    }

    private static int fewest(Experiment experiment) {
        return (int) Math.ceilDiv(experiment.network().neurons(), MOST_NEURONS);
    }

    /**
     * Checks how many groups are told.
     *
     * @throws UserException if they are so few that all neurons of one could not fire in one step
     */
    public static void require(Experiment experiment) {
        int told = experiment.settings().groups();
        if (told > 0 && told < fewest(experiment)) {
            throw new UserException(String.format(
                    Locale.ROOT,
                    "simulation.groups: a group has at most %,d neurons on nodes, where what it fires in a step is one"
                            + " message; give %,d neurons at least %d groups instead of %d, or none, to have it chosen",
                    MOST_NEURONS,
                    experiment.network().neurons(),
                    fewest(experiment),
                    told));
        }
    }
}
