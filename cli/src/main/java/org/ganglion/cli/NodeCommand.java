package org.ganglion.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ganglion.cli.cluster.ClusterOptions;
import org.ganglion.cli.cluster.Reachable;
import org.ganglion.cli.model.UserException;
import org.ganglion.cli.run.Interruption;
import org.ganglion.cli.sweep.SweepWorker;
import org.ganglion.distributed.cluster.Ending;
import org.ganglion.distributed.cluster.NodeLog;
import org.ganglion.distributed.run.ClusterNode;
import org.ganglion.distributed.run.DoorPlate;
import org.ganglion.distributed.run.JoinedFolder;
import org.ganglion.distributed.run.NodeFolder;
import org.ganglion.distributed.run.NodeOptions;
import org.ganglion.distributed.run.RunResults;
import org.ganglion.distributed.run.SharedRun;
import org.ganglion.distributed.run.Visit;
import org.ganglion.distributed.wire.WireVersion;
import org.ganglion.distributed.wire.proto.Hello;
import org.ganglion.distributed.wire.proto.Welcome;
import org.ganglion.io.config.Config;
import org.ganglion.io.record.RunFolder;
import org.ganglion.io.sweep.SweepFolder;
import org.ganglion.network.RunSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ganglion node}. */
@Command(
        name = "node",
        description = "Takes part in a run as one more node, also in the middle of it.",
        footer = {
            "",
            "Examples:",
            "  ganglion node --join head:25520",
            "  ganglion node --run runs/multi-area --host 10.0.0.7",
            "  ganglion node --run runs/brunel-sweep",
            "  ganglion node --join 10.0.0.6:25520 --host 10.0.0.7 --folder /var/tmp/multi-area",
            "",
            "The run's folder must be reached under the same path, or the node needs one of its own: what nodes of one",
            "folder save is then copied to a node of another.",
            "In the folder of a sweep it takes trials until none is left.",
            "A polite kill (SIGTERM) makes the node save its groups and leave them to the others; one that takes trials",
            "leaves its trial to others, also at Ctrl-C."
        })
final class NodeCommand implements Callable<Integer> {
    private static final int LEFT = 143;

    @Option(names = "--join", paramLabel = "HOST:PORT", description = "A node of the run, at its door.")
    private Optional<String> join = Optional.empty();

    @Option(names = "--run", paramLabel = "DIR", description = "The folder of the run, instead of a node.")
    private Optional<Path> run = Optional.empty();

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "With --join: a folder of this node's own, where the run's is not reached from here.")
    private Optional<Path> ownFolder = Optional.empty();

    @Option(names = "--name", paramLabel = "NAME", description = "Unlike that of any other node.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "Address to bind to and to be reached at; 127.0.0.1 by default.")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "PORT", description = "Where it answers questions; any by default.")
    private int port;

    @Option(names = "--actor-port", paramLabel = "PORT", description = "Where others reach it; any by default.")
    private int actorPort;

    @Option(
            names = "--bind-port",
            paramLabel = "PORT",
            description = "What it binds to where that differs from the actor port, as behind a proxy.")
    private int bindPort;

    @Option(names = "--threads", paramLabel = "N", description = "Threads that compute; as the run says by default.")
    private Optional<Integer> threads = Optional.empty();

    @Option(names = "--founder", hidden = true)
    private boolean founder;

    @Option(names = "--attached", hidden = true)
    private boolean attached;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (ownFolder.isPresent() && join.isEmpty()) {
            throw new UserException("ganglion node: --folder is for a node that joins; add --join HOST:PORT");
        }
        if (threads.filter(n -> n < 1 || n > RunSettings.MOST_THREADS).isPresent()) {
            throw new UserException("--threads: " + threads.get() + " threads cannot compute; give one a processor");
        }
        Reachable.requirePort("--port", port);
        Reachable.requirePort("--actor-port", actorPort);
        Reachable.requirePort("--bind-port", bindPort);
        Reachable.requireHost(host);
        boolean anyPort = founder && port == ClusterOptions.PORT; // nobody has asked for it by number
        if (port > 0 && !anyPort) {
            Reachable.requireFree("--port", host, port);
        }
        if (name.filter(n -> !DoorPlate.isPlainName(n)).isPresent()) {
            throw new UserException(
                    "--name: '" + name.get() + "' is also the name of a file; give one of letters, digits"
                            + " and . _ : @ + -, that begins with no dot");
        }
        Path folder = join.isPresent()
                ? folderAt(join.get())
                : run.orElseThrow(() -> new UserException("ganglion node: give --join HOST:PORT or --run DIR"));
        if (SweepFolder.is(folder)) {
            return takeTrials(folder);
        }
        SharedRun shared = SharedRun.read(RunFolder.open(folder).path());
        Config config = shared.network(folder);
        NodeOptions options = new NodeOptions(
                name.orElse("node-" + host + "-" + ProcessHandle.current().pid()),
                folder,
                host,
                port,
                anyPort,
                actorPort,
                bindPort,
                threads.orElse(shared.threads()),
                founder);
        NodeLog log = new NodeLog(options.name(), System.out);
        NodeFolder nodeFolder = new NodeFolder(folder, options.name(), shared, log::say);
        ClusterNode node = new ClusterNode(
                options,
                nodeFolder,
                shared,
                config.experiment(),
                log,
                new RunResults(nodeFolder, shared, config, Version.current().text()));
        Interruption.politely(node::leave);
        Ending ending = node.takePart();
        log.say(ending.kind() + (ending.why().isEmpty() ? "" : ": " + ending.why()));
        return switch (ending.kind()) {
            case FINISHED -> 0;
            case FAILED -> Failures.FAILED;
            case LEFT -> LEFT;
        };
    }

    /** The folder is that of a sweep: runs trials of it until none is left. */
    private int takeTrials(Path folder) throws IOException, InterruptedException {
        if (attached) {
            SweepWorker.endWithStarter();
        }
        PrintWriter log = new PrintWriter(System.out, true, System.out.charset());
        return new SweepWorker(new SweepFolder(folder), Version.current().text(), log).work();
    }

    private Path folderAt(String door) throws IOException, InterruptedException {
        Welcome welcome = welcomeAt(door);
        if (ownFolder.isEmpty()) {
            return Path.of(welcome.getFolder());
        }
        Path own = ownFolder.get().toAbsolutePath().normalize();
        JoinedFolder.prepare(own, welcome);
        return own;
    }

    private Welcome welcomeAt(String door) throws InterruptedException {
        try {
            Hello hello = Hello.newBuilder().setWireVersion(WireVersion.CURRENT).build();
            Welcome welcome = ownFolder.isPresent() ? Visit.files(door, hello) : Visit.hello(door, hello);
            if (!welcome.getRefusal().isEmpty()) {
                throw new UserException(door + " refuses: " + welcome.getRefusal());
            }
            return welcome;
        } catch (IOException e) {
            throw new UserException(door + ": no node answers there" + Visit.why(e));
        }
    }
}
