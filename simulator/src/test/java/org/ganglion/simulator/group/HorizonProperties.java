package org.ganglion.simulator.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.RunSettings;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.link.GroupLinks;
import org.ganglion.simulator.link.Outbox;
import org.ganglion.simulator.link.SpikeBatch;

/** Groups without neurons, linked at random, whose messages come in any order: when they wait and when they go on. */
class HorizonProperties {

    /** Groups, their links, and what is known of whom: kept by the test, not asked of the groups. */
    private static final Experiment NOTHING =
            new Experiment(new Network("nothing", List.of(), List.of(), List.of(), List.of()), RunSettings.DEFAULT);

    private static final class Cluster implements Outbox {
        final Random random;
        final List<NeuronGroup> groups = new ArrayList<>();
        final int[][] delays; // [reader][sender], 0 where there is no link
        final List<Runnable> pool = new ArrayList<>();
        final List<List<List<SpikeBatch>>> arrived = new ArrayList<>(); // [reader][sender]

        Cluster(int n, long seed, int wrongBy) throws IOException {
            this.random = new Random(seed);
            this.delays = links(n);
            for (int g = 0; g < n; g++) {
                groups.add(new NeuronGroup(
                        g,
                        List.of(),
                        List.of(),
                        new InputChanges(NOTHING),
                        new GroupRecorder(Recording.NONE.open(g, List.of()), List.of(), List.of()),
                        RunSettings.DEFAULT,
                        1));
                List<List<SpikeBatch>> none = new ArrayList<>();
                for (int s = 0; s < n; s++) {
                    none.add(new ArrayList<>());
                }
                arrived.add(none);
            }
            for (int g = 0; g < n; g++) {
                int[] in = delays[g].clone();
                int[] out = new int[n];
                for (int r = 0; r < n; r++) {
                    out[r] = delays[r][g];
                    in[r] += in[r] > 0 ? wrongBy : 0;
                }
                groups.get(g).link(in, out);
            }
        }

        private int[][] links(int n) {
            int[][] result = new int[n][n];
            double density = random.nextDouble();
            int longest = 1 << random.nextInt(11);
            for (int g = 0; g < n; g++) {
                for (int s = 0; s < n; s++) {
                    result[g][s] = g != s && random.nextDouble() < density ? 1 + random.nextInt(longest) : 0;
                }
            }
            return result;
        }

        @Override
        public void send(int reader, SpikeBatch batch) {
            pool.add(() -> {
                arrived.get(reader).get(batch.sender()).add(batch);
                groups.get(reader).accept(batch);
            });
        }

        @Override
        public void acknowledge(int sender, int reader, long step) {
            pool.add(() -> groups.get(sender).readerReached(reader, step));
        }

        void deliver() {
            int chosen = random.nextInt(pool.size());
            pool.get(chosen).run();
            if (random.nextInt(5) > 0) {
                pool.set(chosen, pool.getLast());
                pool.removeLast();
            }
        }

        /** The first step of a sender of which a reader has not got every spike. */
        long known(int reader, int sender) {
            long known = 0;
            boolean grown = true;
            while (grown) {
                grown = false;
                for (SpikeBatch b : arrived.get(reader).get(sender)) {
                    if (b.firstStep() <= known && b.promise() > known) {
                        known = b.promise();
                        grown = true;
                    }
                }
                long upTo = known;
                arrived.get(reader).get(sender).removeIf(b -> b.promise() < upTo);
                if (known > 0) {
                    arrived.get(reader).get(sender).add(new SpikeBatch(sender, 0, new int[(int) known], new int[0]));
                }
            }
            return known;
        }

        void assertAllowed(int g) {
            long time = groups.get(g).time();
            for (int other = 0; other < groups.size(); other++) {
                if (delays[g][other] > 0) {
                    long most = known(g, other) + delays[g][other];
                    assertTrue(time <= most, "group " + g + " is at " + time + ", but may know only " + most);
                }
                if (delays[other][g] > 0) {
                    long lead = time - groups.get(other).time();
                    assertTrue(lead <= GroupLinks.RUN_AHEAD, "group " + g + " is " + lead + " steps ahead of a reader");
                }
            }
        }

        void runTo(long end) throws IOException {
            groups.forEach(g -> g.runTo(end));
            while (groups.stream().anyMatch(g -> g.time() < end)) {
                long before = groups.stream().mapToLong(NeuronGroup::time).sum();
                boolean delivered = !pool.isEmpty();
                for (int i = random.nextInt(2 * groups.size()); i > 0 && !pool.isEmpty(); i--) {
                    deliver();
                }
                int first = random.nextInt(groups.size());
                for (int i = 0; i < groups.size(); i++) {
                    int g = (first + i) % groups.size();
                    groups.get(g).advance(1 + random.nextInt(100), this);
                    assertAllowed(g);
                }
                boolean moved =
                        before < groups.stream().mapToLong(NeuronGroup::time).sum();
                assertTrue(moved || delivered || !pool.isEmpty(), "nobody can go on");
            }
        }
    }

    @Property(tries = 80)
    @Label("no group passes what it may not know, nor its readers by far, and all reach the end")
    void everyScheduleReachesTheEndWithinWhatIsKnown(
            @ForAll @IntRange(min = 1, max = 7) int groups,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 1500) int end)
            throws IOException {
        Cluster cluster = new Cluster(groups, seed, 0);
        cluster.runTo(end / 2);
        cluster.runTo(end);
        cluster.groups.forEach(g -> assertEquals(end, g.time()));
    }

    /** That the property above can fail at all. */
    @Property(tries = 1)
    @Label("a horizon one step too far is noticed")
    void aHorizonTooFarIsNoticed() throws IOException {
        int noticed = 0;
        for (long seed = 0; seed < 20; seed++) {
            try {
                new Cluster(4, seed, 1).runTo(500);
            } catch (AssertionError e) {
                noticed += e.getMessage().contains("may know only") ? 1 : 0;
            }
        }
        assertTrue(noticed > 10, noticed + " of 20");
    }
}
