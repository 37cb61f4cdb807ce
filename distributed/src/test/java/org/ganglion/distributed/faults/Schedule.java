package org.ganglion.distributed.faults;

import java.util.SplittableRandom;

/**
 * What goes wrong in one simulated run, and how much: drawn from a seed. Times in virtual milliseconds, probabilities a
 * message.
 */
record Schedule(
        long seed,
        int nodes,
        int groups,
        double meanDelayMs,
        double loss,
        double duplication,
        int kills,
        int pauses,
        int partitions,
        int moves,
        int joins,
        int damages,
        long checkpointMs,
        long slowestDiskMs,
        boolean stops,
        int holds,
        int changes) {

    static Schedule of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Schedule(
                seed,
                1 + random.nextInt(5),
                1 + random.nextInt(5),
                random.nextInt(3) == 0 ? 60 * random.nextDouble() : 3 * random.nextDouble(),
                random.nextInt(3) == 0 ? 0.2 * random.nextDouble() : 0,
                random.nextInt(3) == 0 ? 0.3 * random.nextDouble() : 0,
                random.nextInt(4),
                random.nextInt(3) == 0 ? 1 : 0,
                random.nextInt(3) == 0 ? 1 : 0,
                random.nextInt(3),
                random.nextInt(2),
                random.nextInt(4) == 0 ? 1 : 0,
                random.nextInt(5) == 0 ? 0 : 50 + random.nextInt(500),
                random.nextInt(4) == 0 ? 1500 : 20,
                random.nextInt(10) == 0,
                random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0,
                random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0);
    }
}
