package org.ganglion.simulator.group;

import java.util.ArrayList;
import java.util.List;
import org.ganglion.network.Change;
import org.ganglion.network.Experiment;
import org.ganglion.network.Stimulus;
import org.ganglion.simulator.stimulus.InputBuilder;
import org.ganglion.simulator.stimulus.SliceInput;

/**
 * What changes of stimuli do to the slices of a group. When the time comes to a change, the inputs of stimuli that change
 * are made anew and take over the state of the old ones; all else that they do follows from seed, neuron and step, so that
 * it does not matter when they were made.
 */
final class InputChanges {
    private final List<Slice> slices = new ArrayList<>();
    private final List<InputBuilder> builders = new ArrayList<>();
    private Experiment experiment;
    private List<Stimulus> stimuli;
    private long next;

    InputChanges(Experiment experiment) {
        this.experiment = experiment;
        this.stimuli = experiment.network().stimuli();
        this.next = experiment.nextChange(0);
    }

    /** Takes in a slice whose inputs are those of the stimuli as described. */
    void watch(Slice slice, InputBuilder builder) {
        slices.add(slice);
        builders.add(builder);
    }

    /** The next step before which {@link #apply} is to be called. */
    long next() {
        return next;
    }

    /** Adds a change at the step that is computed next, or a later one. */
    void add(Change change, long time) {
        experiment = experiment.with(change);
        next = experiment.nextChange(time);
    }

    /** Changes the inputs to those of a step that is about to be computed. */
    void apply(long step) {
        List<Stimulus> now = experiment.stimuliAt(step);
        for (int s = 0; s < slices.size(); s++) {
            replace(slices.get(s), builders.get(s), now, step);
        }
        stimuli = now;
        next = experiment.nextChange(step + 1);
    }

    private void replace(Slice slice, InputBuilder builder, List<Stimulus> now, long step) {
        SliceInput[] inputs = slice.inputs();
        SliceInput[] old = inputs.clone();
        builder.replace(inputs, stimuli, now);
        for (int i = 0; i < inputs.length; i++) {
            if (inputs[i] != old[i]) {
                takeOver(old[i], inputs[i], slice.size());
                inputs[i].restore(step, slice.state());
            }
        }
    }

    private static void takeOver(SliceInput old, SliceInput fresh, int neurons) {
        int[] words = new int[old.stateWords()];
        for (int n = 0; words.length > 0 && n < neurons; n++) {
            old.copyState(n, words, 0);
            fresh.restoreState(n, words, 0);
        }
    }

    /** Changes the inputs to those of a step at which a group that has computed nothing is about to be restored. */
    void restore(long step) {
        apply(step);
    }
}
