package org.ganglion.simulator.stimulus;

import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.random.GammaDraw;
import org.ganglion.network.random.KeyedStream;

/**
 * Spikes of a gamma process for each neuron. Time is measured in expected spikes, in whole units of 2^-40: a neuron's next
 * spike is due at a time of its own, and comes in the step in which the time of all passes it; then the interval to the
 * next but one is drawn from the neuron's own stream. A neuron's state is how far its next spike is, and where its stream
 * stands.
 */
final class GammaInput implements SliceInput {
    private static final double UNITS = 0x1p40;
    private static final int WORD = 64;

    /** Words of state of a neuron. */
    static final int STATE_WORDS = 3;

    private final int receptor;
    private final float weight;
    private final RateClock rate;
    private final double order;
    private final long startStep;
    private final long endStep;
    private final int most;
    private final KeyedStream stream;
    private final int[] elements; // [neuron of the slice]: whose stream it has; -1 if it is not reached
    private final long[] due; // [neuron]
    private final int[] positions; // [neuron]: in its stream
    private final long[] dueInWord; // [neuron / 64]: the earliest
    private long now;

    /** What decides the process, the same for all slices. */
    record Renewal(RateClock rate, double order, long startStep, long endStep, long key) {}

    /**
     * @param most spikes that a neuron gets in one step; what is due beyond them waits for the next one
     * @param elements numbers of the neurons' streams; -1 for neurons that get none
     */
    GammaInput(int receptor, float weight, Renewal renewal, int most, int[] elements) {
        this.receptor = receptor;
        this.weight = weight;
        this.rate = renewal.rate();
        this.order = renewal.order();
        this.startStep = renewal.startStep();
        this.endStep = renewal.endStep();
        this.most = most;
        this.stream = new KeyedStream(renewal.key(), 0);
        this.elements = elements;
        this.due = new long[elements.length];
        this.positions = new int[elements.length];
        this.dueInWord = new long[Math.ceilDiv(elements.length, WORD)];
        for (int i = 0; i < elements.length; i++) {
            drawNext(i);
        }
        findAllEarliest();
    }

    @Override
    public void begin(long step, NeuronState state) {
        if (step >= startStep && step < endStep) {
            now += Math.round(rate.mean(step) * UNITS);
        }
    }

    @Override
    public boolean idle(long step) {
        boolean idle = true;
        for (int word = 0; word < dueInWord.length && idle && step >= startStep && step < endStep; word++) {
            idle = dueInWord[word] - now > 0;
        }
        return idle;
    }

    @Override
    public void add(long step, int first, int count, float[][] input) {
        if (step < startStep || step >= endStep) {
            return;
        }
        float[] target = input[receptor];
        for (int word = first / WORD; word < (first + count) / WORD && word < dueInWord.length; word++) {
            if (dueInWord[word] - now <= 0) { // by the difference, so that the time may wrap around
                addWord(word, target, first);
            }
        }
    }

    private void addWord(int word, float[] target, int first) {
        int end = Math.min(WORD * (word + 1), due.length);
        for (int i = WORD * word; i < end; i++) {
            if (elements[i] >= 0 && due[i] - now <= 0) {
                target[i - first] += weight * take(i);
            }
        }
        dueInWord[word] = earliest(word);
    }

    private int take(int neuron) {
        int count = 0;
        while (due[neuron] - now <= 0 && count < most) {
            drawNext(neuron);
            count++;
        }
        return count;
    }

    private void drawNext(int neuron) {
        if (elements[neuron] >= 0) {
            stream.at(elements[neuron], positions[neuron]);
            due[neuron] += Math.round(GammaDraw.next(stream, order) / order * UNITS);
            positions[neuron] = stream.position();
        }
    }

    private void findAllEarliest() {
        for (int word = 0; word < dueInWord.length; word++) {
            dueInWord[word] = earliest(word);
        }
    }

    /** The earliest spike of 64 neurons; where they get none, one that is far away. */
    private long earliest(int word) {
        int end = Math.min(WORD * (word + 1), due.length);
        long least = Long.MAX_VALUE >>> 1;
        for (int i = WORD * word; i < end; i++) {
            least = elements[i] >= 0 ? Math.min(least, due[i] - now) : least;
        }
        return now + least;
    }

    @Override
    public int stateWords() {
        return STATE_WORDS;
    }

    @Override
    public void copyState(int neuron, int[] target, int offset) {
        long wait = elements[neuron] >= 0 ? due[neuron] - now : 0;
        target[offset] = (int) (wait >>> 32);
        target[offset + 1] = (int) wait;
        target[offset + 2] = positions[neuron];
    }

    @Override
    public void restoreState(int neuron, int[] source, int offset) {
        due[neuron] = now + ((long) source[offset] << 32 | (source[offset + 1] & 0xFFFFFFFFL));
        positions[neuron] = source[offset + 2];
    }

    @Override
    public void restore(long nextStep, NeuronState state) {
        findAllEarliest();
    }
}
