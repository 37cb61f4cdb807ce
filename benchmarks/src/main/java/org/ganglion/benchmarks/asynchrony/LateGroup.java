package org.ganglion.benchmarks.asynchrony;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.ganglion.simulator.group.NeuronGroup;
import org.ganglion.simulator.link.Outbox;
import org.ganglion.simulator.link.SpikeBatch;

/**
 * A group with a mailbox, scheduled as the dispatcher of actors does it: whoever has a message is queued for a thread, takes
 * some, computes after each as far as it may, and goes to the end of the queue. What it sends may be on its way for a while,
 * and it may be held back: it then takes messages but computes nothing until one comes that lets it go on. No thread waits.
 */
final class LateGroup implements Outbox, Runnable {
    /** Steps computed before other messages get their turn. */
    private static final int MOST_STEPS = 64;

    /** Messages taken in one turn. */
    private static final int THROUGHPUT = 8;

    /** What all groups of a network have in common. */
    record Surroundings(Executor threads, ScheduledExecutorService clock, Holds holds, Consumer<Throwable> failed) {}

    private final NeuronGroup group;
    private final Surroundings around;
    private final Queue<Runnable> mailbox = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean queued = new AtomicBoolean();
    private final LateBatches onTheWay = new LateBatches();
    private volatile boolean idle = true;
    private List<LateGroup> peers = List.of();
    private Disturbance disturbance = Disturbance.NONE;
    private Runnable atEnd = () -> {};
    private long holdAt; // step
    private boolean held;
    private boolean continuing;
    private boolean ended = true;
    private long holds;
    private double heldMs;

    LateGroup(NeuronGroup group, Surroundings around) {
        this.group = group;
        this.around = around;
    }

    /** Has the group do something in its turn. */
    private void tell(Runnable message) {
        mailbox.add(message);
        queue();
    }

    private void queue() {
        if (queued.compareAndSet(false, true)) {
            around.threads.execute(this);
        }
    }

    @Override
    public void run() {
        idle = false;
        try {
            for (int i = 0; i < THROUGHPUT; i++) {
                onTheWay.takeDue(group::accept);
                Runnable message = mailbox.poll();
                if (message != null) {
                    message.run();
                }
                advance();
                if (message == null) {
                    break;
                }
            }
        } catch (IOException | RuntimeException | Error e) {
            // Whatever it is, the thread that waits for the run must hear of it.
            around.failed.accept(e);
            return;
        }
        queued.set(false);
        if (!mailbox.isEmpty()) {
            queue();
            return;
        }
        idle = true;
        long nanos = onTheWay.nanosUntilNext();
        if (nanos >= 0) {
            wakeAfter(nanos);
        }
    }

    /** Gives the group a turn when a batch is due. */
    private void wakeAfter(long nanos) {
        if (nanos == 0) {
            queue();
        } else {
            Future<?> unused = around.clock.schedule(this::queue, nanos, TimeUnit.NANOSECONDS);
        }
    }

    /**
     * Lets the group run up to a step.
     *
     * @param all by number
     * @param then called once, in the group's turn, when it is there
     */
    void runTo(long step, List<LateGroup> all, Disturbance how, Runnable then) {
        tell(() -> {
            peers = all;
            disturbance = how;
            atEnd = then;
            ended = false;
            holds = 0;
            heldMs = 0;
            onTheWay.reset();
            group.runTo(step);
            awaitHold();
        });
    }

    private void awaitHold() {
        holdAt = disturbance.holdMs() > 0 ? around.holds.next(group.number(), Math.max(group.time(), holdAt)) : 0;
        group.gate(disturbance.holdMs() > 0 ? holdAt : Long.MAX_VALUE);
    }

    private void advance() throws IOException {
        if (held || ended) {
            return;
        }
        boolean more = group.advance(MOST_STEPS, this);
        if (group.time() == group.end()) {
            ended = true;
            atEnd.run();
        } else if (disturbance.holdMs() > 0 && group.time() == holdAt) {
            hold();
        } else if (more && !continuing) {
            continuing = true;
            tell(() -> continuing = false);
        }
    }

    private void hold() {
        held = true;
        long begin = System.nanoTime();
        double nanos = 1e6 * disturbance.holdMs() * around.holds.length(group.number(), holdAt);
        Runnable goOn = () -> {
            held = false;
            holds++;
            heldMs += (System.nanoTime() - begin) * 1e-6;
            holdAt++;
            awaitHold();
        };
        Future<?> unused = around.clock.schedule(() -> tell(goOn), (long) nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void send(int reader, SpikeBatch batch) {
        if (disturbance.latencyMs() == 0) {
            deliver(reader, batch);
        } else {
            peers.get(reader).comes(batch, disturbance.latencyMs());
        }
    }

    /** A batch is on its way here. Who has nothing to do is woken when it is due; others look by themselves. */
    private void comes(SpikeBatch batch, double latencyMs) {
        onTheWay.add(batch, latencyMs);
        if (idle) {
            idle = false;
            wakeAfter((long) (latencyMs * 1e6));
        }
    }

    private void deliver(int reader, SpikeBatch batch) {
        LateGroup to = peers.get(reader);
        to.tell(() -> to.group.accept(batch));
    }

    @Override
    public void acknowledge(int sender, int reader, long step) {
        LateGroup to = peers.get(sender);
        to.tell(() -> to.group.readerReached(reader, step));
    }

    /** How often it was held back since it was told to run; to be asked when it is at the end. */
    long holds() {
        return holds;
    }

    /** How long it was held back in all. */
    double heldMs() {
        return heldMs;
    }

    /** Batches that were on their way for a while, as far as they were taken; to be asked when it is at the end. */
    LateBatches onTheWay() {
        return onTheWay;
    }

    /** Sum of the hashes of all its spikes; to be asked when it is at the end. */
    long spikeHash() {
        return group.spikeHash();
    }
}
