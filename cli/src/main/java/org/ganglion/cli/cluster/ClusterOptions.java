package org.ganglion.cli.cluster;

import java.util.Locale;
import java.util.Optional;
import org.ganglion.cli.model.UserException;
import org.ganglion.distributed.protocol.OnFailure;
import picocli.CommandLine.Option;

/** Options of commands that start nodes. */
public final class ClusterOptions {
    /** Where a node answers unless told otherwise. */
    public static final int PORT = 25520;

    private static final double DEFAULT_CHECKPOINT_MS = 30_000;

    @Option(
            names = {"-n", "--nodes"},
            paramLabel = "N",
            description = "Worker processes of this machine, which more can join. Without it, run computes in its own"
                    + " process, and resume in one worker.")
    Optional<Integer> nodes = Optional.empty();

    @Option(
            names = "--checkpoint",
            paramLabel = "TIME",
            description = "Wall time between checkpoints, as in '30 s', or none; 30 s by default.")
    Optional<String> checkpoint = Optional.empty();

    @Option(
            names = "--checkpoint-model-time",
            paramLabel = "TIME",
            description = "Model time between checkpoints, as in '500 ms'.")
    Optional<String> checkpointModelTime = Optional.empty();

    @Option(
            names = "--on-failure",
            paramLabel = "WHAT",
            description = "When groups are lost: recover (default), silence or stop.")
    Optional<String> onFailure = Optional.empty();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Where the first node answers; 25520 by default, or another free one if that is taken.")
    Optional<Integer> port = Optional.empty();

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "Address that the nodes bind to and are reached at; 127.0.0.1 by default.")
    Optional<String> host = Optional.empty();

    /** Whether the run goes to nodes of a cluster. */
    public boolean wanted() {
        boolean wanted = nodes.isPresent() || checkpoint.isPresent() || checkpointModelTime.isPresent();
        if (!wanted && (onFailure.isPresent() || port.isPresent() || host.isPresent())) {
            throw new UserException("--on-failure, --port and --host are of runs on nodes; add --nodes N");
        }
        return wanted;
    }

    /**
     * Checks what is said, before anything is started or replaced.
     *
     * @throws UserException if something of it cannot be
     */
    public void require() {
        nodes();
        everyMs();
        everySteps(1);
        onFailure();
        Reachable.requirePort("--port", port());
        Reachable.requireHost(host());
        if (port.isPresent()) {
            Reachable.requireFree("--port", host(), port());
        }
    }

    /**
     * How many processes run trials of a sweep: as many as told, else as many as there are processors for.
     *
     * @param threads of one trial
     */
    public int processes(int threads) {
        if (checkpoint.isPresent()
                || checkpointModelTime.isPresent()
                || onFailure.isPresent()
                || port.isPresent()
                || host.isPresent()) {
            throw new UserException(
                    "--checkpoint, --checkpoint-model-time, --on-failure, --port and --host are of single runs;"
                            + " each trial of a sweep runs in one process, of which --nodes says how many there are");
        }
        int processors = Runtime.getRuntime().availableProcessors();
        return nodes.isPresent() ? nodes() : Math.max(1, processors / threads);
    }

    int nodes() {
        int wanted = nodes.orElse(1);
        if (wanted < 1) {
            throw new UserException("--nodes: " + wanted + " nodes cannot run anything; give 1 or more");
        }
        return wanted;
    }

    int port() {
        return port.orElse(PORT);
    }

    String host() {
        return host.orElse("127.0.0.1");
    }

    long everyMs() {
        if (checkpoint.filter("none"::equals).isPresent()) {
            return 0;
        }
        return Math.max(
                1,
                Math.round(checkpoint
                        .map(text -> Duration.milliseconds("--checkpoint", text))
                        .orElse(DEFAULT_CHECKPOINT_MS)));
    }

    long everySteps(double dtMs) {
        return checkpointModelTime
                .map(text -> Math.max(1, Math.round(Duration.milliseconds("--checkpoint-model-time", text) / dtMs)))
                .orElse(0L);
    }

    OnFailure onFailure() {
        try {
            return OnFailure.valueOf(onFailure.orElse("recover").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new UserException(
                    "--on-failure: '" + onFailure.orElse("") + "' is not one of recover, silence, stop");
        }
    }
}
