package org.ganglion.simulator.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.MailboxSelector;
import akka.actor.typed.javadsl.Behaviors;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The executor of the dispatchers: that no actor ever sleeps with messages in its mailbox. */
class FreshTaskExecutorTest {
    private static final Config CONFIG =
            ConfigFactory.parseResources("ganglion-akka.conf").withFallback(ConfigFactory.load());
    private static final int PAIRS = 24;
    private static final long ROUNDS = 60_000;

    /** A ball that is still to be thrown so often, and to whom. */
    private record Ball(long throwsLeft, ActorRef<Ball> from) {}

    private static Behavior<Ball> player(AtomicLong caught, CountDownLatch done) {
        return Behaviors.setup(context -> Behaviors.receiveMessage(ball -> {
            caught.incrementAndGet();
            if (ball.throwsLeft() == 0) {
                done.countDown();
            } else {
                ball.from().tell(new Ball(ball.throwsLeft() - 1, context.getSelf()));
            }
            return Behaviors.same();
        }));
    }

    private static Behavior<Void> game(AtomicLong caught, CountDownLatch done) {
        return Behaviors.setup(context -> {
            var props = DispatcherSelector.fromConfig("ganglion.groups-dispatcher")
                    .withNext(MailboxSelector.fromConfig("ganglion.groups-mailbox"));
            List<ActorRef<Ball>> players = new ArrayList<>();
            for (int i = 0; i < 2 * PAIRS; i++) {
                players.add(context.spawn(player(caught, done), "player-" + i, props));
            }
            for (int i = 0; i < PAIRS; i++) {
                players.get(2 * i).tell(new Ball(ROUNDS, players.get(2 * i + 1)));
            }
            return Behaviors.empty();
        });
    }

    /** Every throw is a run of a mailbox: one lost wake-up, and a pair stands still for ever. */
    @Test
    void noWakeUpIsLostInAMillionMailboxRuns() throws Exception {
        AtomicLong caught = new AtomicLong();
        CountDownLatch done = new CountDownLatch(PAIRS);
        ActorSystem<Void> system = ActorSystem.create(game(caught, done), "soak", CONFIG);
        try {
            long seen = -1;
            while (!done.await(20, TimeUnit.SECONDS)) {
                long now = caught.get();
                assertTrue(now > seen, "nothing moves after " + now + " messages; " + done.getCount() + " pairs wait");
                seen = now;
            }
            assertEquals(PAIRS * (ROUNDS + 1), caught.get());
        } finally {
            system.terminate();
            system.getWhenTerminated().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    /** A task like Akka's mailbox: a fork-join task that is handed in again and again. */
    private static final class Reused extends ForkJoinTask<Void> implements Runnable {
        private static final long serialVersionUID = 1L;

        private final transient AtomicLong runs = new AtomicLong();
        private volatile boolean ranAsItself;

        @Override
        public void run() {
            runs.incrementAndGet();
        }

        @Override
        public Void getRawResult() {
            return null;
        }

        @Override
        protected void setRawResult(Void value) {}

        @Override
        protected boolean exec() {
            ranAsItself = true;
            run();
            return false;
        }
    }

    @Test
    void everyExecuteIsATaskOfItsOwn() throws Exception {
        Config config = CONFIG.getConfig("ganglion.groups-dispatcher");
        ForkJoinPool pool = (ForkJoinPool) new FreshTaskExecutor(config, null)
                .createExecutorServiceFactory("test", Thread::new)
                .createExecutorService();
        Reused mailbox = new Reused();
        CountDownLatch hold = new CountDownLatch(1);
        for (int i = 0; i < pool.getParallelism(); i++) {
            pool.execute(() -> {
                try {
                    hold.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        for (int i = 0; i < 100; i++) {
            pool.execute((Runnable) mailbox);
        }
        hold.countDown();
        pool.shutdown();
        assertTrue(pool.awaitTermination(20, TimeUnit.SECONDS));
        assertEquals(100, mailbox.runs.get());
        assertTrue(!mailbox.ranAsItself, "the mailbox was handed to the pool as a task");
    }
}
