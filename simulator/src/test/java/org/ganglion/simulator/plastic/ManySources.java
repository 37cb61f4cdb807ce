package org.ganglion.simulator.plastic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ganglion.network.synapse.Synapse;

/** Every source onto every target at drawn delays. Some neurons fire often, others are silent for thousands of steps. */
final class ManySources {
    static final double UNIT = 0x1p-40;
    static final int FIRST_TARGET = 7;

    private static final int SOURCES = 12;
    private static final int TARGETS = 9;
    private static final int[] DELAYS = {2, 3, 9};
    private static final int MAX_DELAY = 9;

    private final Random random = new Random(5);
    private final PlasticSpec spec;
    private final PlasticSynapses synapses;
    private final int[][] runs = new int[SOURCES][DELAYS.length];
    private final long[] sums = new long[FIRST_TARGET + TARGETS];
    private final List<boolean[]> fired = new ArrayList<>(); // [step][source]

    /** @param summed whether spikes may be summed; otherwise many delays seem possible, so that they are not */
    ManySources(Synapse synapse, double weight, boolean summed) {
        this.spec = new PlasticSpec(
                "many",
                synapse.plasticity(OneSource.DT_MS).orElseThrow(),
                0,
                0,
                1,
                summed ? DELAYS[0] : MAX_DELAY - 64,
                MAX_DELAY,
                UNIT,
                1e3,
                false,
                0);
        int[][] delays = new int[TARGETS][SOURCES];
        int[][] counts = new int[SOURCES][DELAYS.length];
        for (int[] ofTarget : delays) {
            for (int s = 0; s < SOURCES; s++) {
                ofTarget[s] = random.nextInt(DELAYS.length);
                counts[s][ofTarget[s]]++;
            }
        }
        PlasticBuilder builder = new PlasticBuilder(spec, 0, OneSource.NEVER, OneSource.NEVER);
        builder.begin(SOURCES * DELAYS.length, SOURCES * TARGETS);
        int[][] positions = new int[SOURCES][DELAYS.length];
        int[][] numbers = new int[SOURCES][DELAYS.length];
        int at = 0;
        for (int s = 0; s < SOURCES; s++) {
            for (int d = 0; d < DELAYS.length; d++) {
                runs[s][d] = at;
                builder.header(at, counts[s][d], DELAYS[d]);
                positions[s][d] = at + PlasticSynapses.HEADER_WORDS;
                numbers[s][d] = builder.firstNumber();
                at = positions[s][d] + counts[s][d];
            }
        }
        for (int t = 0; t < TARGETS; t++) {
            builder.target(FIRST_TARGET + t);
            for (int s = 0; s < SOURCES; s++) {
                int d = delays[t][s];
                builder.synapse(positions[s][d]++, numbers[s][d], weight, (long) t << 32 | s);
                numbers[s][d] += builder.stride();
            }
        }
        this.synapses = builder.build();
    }

    PlasticSpec spec() {
        return spec;
    }

    PlasticSynapses synapses() {
        return synapses;
    }

    /** Advances by a step; returns what was delivered, by target. */
    long[] step(int step) {
        Arrays.fill(sums, 0);
        synapses.beginStep(step);
        for (int d = 0; d < DELAYS.length; d++) {
            for (int s = 0; s < SOURCES; s++) {
                if (step >= DELAYS[d] && fired.get(step - DELAYS[d])[s]) {
                    synapses.deliver(runs[s][d], step, sums);
                }
            }
        }
        boolean[] now = new boolean[SOURCES];
        for (int s = 0; s < SOURCES; s++) {
            now[s] = random.nextInt(5 << s) == 0;
        }
        fired.add(now);
        for (int t = 0; t < TARGETS; t++) {
            for (int spikes = random.nextInt(10 << t) == 0 ? 1 + random.nextInt(2) : 0; spikes > 0; spikes--) {
                synapses.postSpike(t, step);
            }
        }
        return sums;
    }
}
