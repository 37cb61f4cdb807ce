package org.ganglion.network.neuron;

/** Steps a slice of up to 64 neurons, for tests that follow one of them. */
public final class Stepper {
    public static final double DT_MS = 0.1;

    public final NeuronState state;
    private final float[][] input = new float[2][64];
    private final long[] fired = new long[1];
    private long step;

    public Stepper(NeuronModel model, TestColumns columns) {
        state = model.create(columns, DT_MS);
    }

    /** Goes on with a state whose next step this is. */
    public Stepper(NeuronState state, long step) {
        this.state = state;
        this.step = step;
    }

    /** Adds input for the next step. */
    public Stepper give(int receptor, int neuron, double value) {
        input[receptor][neuron] += (float) value;
        return this;
    }

    /** One step; returns who fired, one bit each. */
    public long step() {
        state.begin(step++);
        state.step(0, 64, input, fired);
        for (float[] receptor : input) {
            java.util.Arrays.fill(receptor, 0);
        }
        return fired[0];
    }

    public boolean stepFires(int neuron) {
        return (step() >>> neuron & 1) != 0;
    }

    /** Steps that the neuron still has to be held, as its copied state says. */
    public int remaining(int neuron) {
        int[] words = new int[state.stateWords()];
        state.copyState(neuron, words, 0);
        return words[1];
    }
}
