package org.ganglion.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ganglion.network.random.Squares;

/**
 * What the machine allows, measured with all cores at work at once; figures are those of one core.
 *
 * @param readGbPerSecond memory streamed into a sum
 * @param packedNs adding one packed synapse of four bytes, streamed from memory, to sums that stay in the L2 cache
 * @param constantNs likewise for synapses of two bytes
 * @param drawNs drawing a neuron's Poisson count
 */
public record MachineLimits(double readGbPerSecond, double packedNs, double constantNs, double drawNs) {
    /** Sums of the neurons of one core in the microcircuit on two of them: 151 KiB. */
    private static final int TARGETS = 38_656;

    private static final int WORDS = 64 << 20; // 256 MiB, far beyond any cache
    private static final int ROUNDS = 5;
    private static final long KEY = 0x548c9decbce65297L;

    /** Measures, which takes some seconds and {@code threads} times 256 MiB. */
    public static MachineLimits measure(int threads) throws InterruptedException {
        List<int[]> words = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            words.add(stream(i));
        }
        double read = best(threads, t -> ReadLoop.sum(words.get(t)));
        double packed = best(threads, t -> ScatterLoop.packed(words.get(t), new int[1 << 16]));
        double constant = best(threads, t -> ScatterLoop.constant(words.get(t), new int[1 << 16]));
        DrawLoop draw = new DrawLoop(TARGETS);
        double draws = best(threads, t -> draw.draw(t));
        return new MachineLimits(
                4.0 * WORDS / read,
                packed / WORDS,
                constant / (2.0 * WORDS),
                draws / ((double) TARGETS * DrawLoop.STEPS));
    }

    private static int[] stream(int number) {
        int[] words = new int[WORDS];
        for (int i = 0; i < WORDS; i++) {
            long bits = Squares.bits(KEY, (long) number << 32 | i);
            words[i] = Squares.indexHigh(bits, TARGETS) << 16 | Squares.indexLow(bits, TARGETS);
        }
        return words;
    }

    /** Some work of one thread; the result keeps it from being left out. */
    private interface Work {
        long run(int thread);
    }

    /** Nanoseconds that the work takes when all threads do it at once: the best of some rounds, the slowest thread. */
    private static double best(int threads, Work work) throws InterruptedException {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            long best = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                List<Callable<Long>> tasks = new ArrayList<>();
                for (int t = 0; t < threads; t++) {
                    int thread = t;
                    tasks.add(() -> {
                        long begin = System.nanoTime();
                        Sink.keep(work.run(thread));
                        return System.nanoTime() - begin;
                    });
                }
                long slowest = 0;
                for (Future<Long> future : pool.invokeAll(tasks)) {
                    slowest = Math.max(slowest, future.get());
                }
                best = Math.min(best, slowest);
            }
            return best;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
