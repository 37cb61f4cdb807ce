package org.ganglion.distributed.checkpoint;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The disks of other nodes, and which of them answer. One that does not is left alone for as long as it has not answered, so
 * that a node that hangs holds others up once and not at every question. Any thread may use it.
 */
final class Reach {
    /** A node that has not answered for so long is given up. */
    private static final long PATIENCE_MS = 4000;

    private static final long LEAST_REST_MS = 500;
    private static final long LONGEST_REST_MS = 60_000;

    private final String self;
    private final Supplier<List<Peer>> peers;
    private final Consumer<String> log;
    private final LongSupplier nowMs;
    private final Map<Peer, Silence> silent = new ConcurrentHashMap<>();

    /** Of a node that does not answer: since when, and until when it is not asked. */
    private record Silence(long since, long until, boolean gone) {}

    /** What a peer is asked. */
    interface Question<T> {
        T to(Peer peer) throws IOException;
    }

    Reach(String self, Supplier<List<Peer>> peers, Consumer<String> log, LongSupplier nowMs) {
        this.self = self;
        this.peers = peers;
        this.log = log;
        this.nowMs = nowMs;
    }

    /** All others, the next by name after this node first, so that copies are spread. */
    List<Peer> inTurn() {
        List<Peer> all = new ArrayList<>(peers.get());
        all.sort(Comparator.comparing((Peer p) -> p.node().compareTo(self) <= 0).thenComparing(Peer::node));
        return all;
    }

    /**
     * Asks one node.
     *
     * @return nothing if it does not answer
     * @throws RefusedException if it answers that it does not do it
     * @throws NoSuchFileException if it has no such file
     */
    <T> Optional<T> ask(Peer peer, Question<T> question) throws IOException {
        Silence silence = silent.get(peer);
        if (silence != null && nowMs.getAsLong() < silence.until()) {
            return Optional.empty();
        }
        try {
            T answer = question.to(peer);
            heard(peer);
            return Optional.of(answer);
        } catch (RefusedException | NoSuchFileException e) {
            heard(peer);
            throw e;
        } catch (IOException e) {
            note(peer, e);
            return Optional.empty();
        }
    }

    private void heard(Peer peer) {
        if (silent.remove(peer) != null) {
            log.accept("the disk of " + peer.node() + " answers again");
        }
    }

    private void note(Peer peer, IOException e) {
        long now = nowMs.getAsLong();
        boolean gone = e instanceof ConnectException;
        Silence before = silent.get(peer);
        long since = before == null ? now : before.since();
        long rest = Math.clamp(now - since, LEAST_REST_MS, LONGEST_REST_MS);
        silent.put(peer, new Silence(since, now + rest, gone));
        if (before == null) {
            log.accept("the disk of " + peer.node() + " does not answer (" + e + ")");
        }
    }

    /** Whether some node does not answer, and may yet. */
    boolean unsure() {
        long now = nowMs.getAsLong();
        return peers.get().stream()
                .map(silent::get)
                .anyMatch(s -> s != null && !s.gone() && now - s.since() < PATIENCE_MS);
    }

    /** Asks all others at once; those that answer, with what they say. Who refuses, or has no such file, is left out. */
    <T> Map<Peer, T> askAll(Question<T> question) throws IOException {
        List<Peer> all = inTurn();
        Map<Peer, T> answers = new LinkedHashMap<>();
        if (all.isEmpty()) {
            return answers;
        }
        Map<Peer, Future<Optional<T>>> asked = new HashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            all.forEach(peer -> asked.put(peer, threads.submit(() -> tryToAsk(peer, question))));
        }
        for (Peer peer : all) {
            Future<Optional<T>> future = asked.get(peer);
            if (future != null && future.state() == Future.State.SUCCESS) {
                future.resultNow().ifPresent(a -> answers.put(peer, a));
            }
        }
        return answers;
    }

    /** Asks one node; nothing if it does not answer, has no such file, or refuses, which the log says. */
    <T> Optional<T> tryToAsk(Peer peer, Question<T> question) throws IOException {
        try {
            return ask(peer, question);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (RefusedException e) {
            log.accept("the disk of " + peer.node() + " refuses: " + e.getMessage());
            return Optional.empty();
        }
    }
}
