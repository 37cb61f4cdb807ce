package org.ganglion.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A network and how it is run: everything that decides the spikes.
 *
 * <p>Where a neuron model prescribes the step, the settings have that one, whatever they were given.
 *
 * @param changes of stimuli while it runs, in the order of time; of two at one time the later in the list counts
 */
public record Experiment(Network network, RunSettings settings, List<Change> changes) {
    public Experiment {
        double ownStepMs = network.populations().stream()
                .mapToDouble(p -> p.model().ownStepMs())
                .filter(step -> step > 0)
                .min()
                .orElse(settings.dtMs());
        settings = settings.withDtMs(ownStepMs);
        changes = changes.stream()
                .sorted(Comparator.comparingDouble(Change::atMs))
                .toList();
    }

    /** A network whose stimuli stay as they are described. */
    public Experiment(Network network, RunSettings settings) {
        this(network, settings, List.of());
    }

    /** The same with one more change. */
    public Experiment with(Change change) {
        List<Change> more = new ArrayList<>(changes);
        more.add(change);
        return new Experiment(network, settings, more);
    }

    /** The stimuli as they are in a step, in the order of the network's. */
    public List<Stimulus> stimuliAt(long step) {
        List<Stimulus> stimuli = new ArrayList<>(network.stimuli());
        for (Change change : changes) {
            if (change.step(settings.dtMs()) <= step) {
                stimuli.replaceAll(
                        s -> change.concerns(s) ? Changeable.with(s, change.parameter(), change.value()) : s);
            }
        }
        return stimuli;
    }

    /** The first step from {@code from} on at which something changes; the largest number there is if nothing does. */
    public long nextChange(long from) {
        return changes.stream()
                .mapToLong(c -> c.step(settings.dtMs()))
                .filter(step -> step >= from)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** A stimulus of the network, by its number, as described and as each change leaves it. */
    public List<Stimulus> versions(int stimulus) {
        List<Stimulus> versions = new ArrayList<>(List.of(network.stimuli().get(stimulus)));
        for (Change change : changes) {
            if (change.concerns(versions.getLast())) {
                versions.add(Changeable.with(versions.getLast(), change.parameter(), change.value()));
            }
        }
        return versions;
    }
}
