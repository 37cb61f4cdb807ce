package org.ganglion.simulator.stimulus;

import java.util.ArrayList;
import java.util.List;
import org.ganglion.network.neuron.NeuronState;

/**
 * Packets of spikes, for each neuron its own: the time of a spike is a function of (seed, stimulus, packet, neuron, number of
 * the spike). The spikes of a packet are drawn when its first ones can be due, and forgotten when all are over.
 */
final class PacketInput implements SliceInput {
    private final int receptor;
    private final double weight;
    private final PacketTimes times;
    private final int[] neurons;
    private final int[] indices;
    private final List<EventInput.Events> active = new ArrayList<>();
    private int next;

    /**
     * @param neurons indices in the slice, rising
     * @param indices of the same neurons in their population
     */
    PacketInput(int receptor, double weight, PacketTimes times, int[] neurons, int[] indices) {
        this.receptor = receptor;
        this.weight = weight;
        this.times = times;
        this.neurons = neurons;
        this.indices = indices;
    }

    @Override
    public void begin(long step, NeuronState state) {
        for (int i = active.size() - 1; i >= 0; i--) {
            if (active.get(i).over(step)) {
                active.remove(i);
            }
        }
        while (next < times.packets() && times.firstStep(next) <= step) {
            if (times.lastStep(next) >= step) {
                active.add(draw(next));
            }
            next++;
        }
        for (int i = 0; i < active.size(); i++) {
            active.get(i).begin(step);
        }
    }

    private EventInput.Events draw(int packet) {
        EventInput.Events.Draft events =
                new EventInput.Events.Draft(Math.multiplyExact(neurons.length, times.activity()));
        for (int i = 0; i < neurons.length; i++) {
            for (int spike = 0; spike < times.activity(); spike++) {
                events.add(times.step(packet, indices[i], spike), neurons[i]); // a step below 0 is left out
            }
        }
        return events.sorted();
    }

    @Override
    public boolean idle(long step) {
        boolean idle = true;
        for (int i = 0; i < active.size(); i++) {
            idle &= active.get(i).idle(step);
        }
        return idle;
    }

    @Override
    public void addExact(long step, int first, int count, double[] input, float[][] scratch) {
        for (int i = 0; i < active.size(); i++) {
            active.get(i).addExact(step, first, count, weight, input);
        }
    }

    @Override
    public void add(long step, int first, int count, float[][] input) {
        for (int i = 0; i < active.size(); i++) {
            active.get(i).add(step, first, count, (float) weight, input[receptor]);
        }
    }
}
