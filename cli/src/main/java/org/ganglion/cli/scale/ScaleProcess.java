package org.ganglion.cli.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ganglion.cli.cluster.Workers;
import org.ganglion.distributed.cluster.Ending;
import org.ganglion.io.record.RunFolder;
import org.ganglion.simulator.SimulationException;

/** Runs a model on nodes once, as {@code ganglion run --nodes} does, and measures it from outside. */
public final class ScaleProcess {
    private static final long LOOK_MS = 200;
    private static final long PATIENCE_NS = 20_000_000_000L;
    private static final String ENDED = Ending.Kind.FINISHED.toString();
    private static final Pattern SENT = Pattern.compile("sent (\\d+) envelopes with (\\d+) bytes to ");

    private ScaleProcess() {}

    /**
     * Runs it to its end.
     *
     * @param settings as after {@code --set}
     * @param folder of the run; made anew
     * @throws SimulationException if the run fails
     */
    public static ScaleRun run(Path model, List<String> settings, int nodes, boolean weak, int repeat, Path folder)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path log = folder.resolveSibling(folder.getFileName() + ".log");
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                model.toString(),
                "--nodes",
                Integer.toString(nodes),
                "--checkpoint",
                "none",
                "--force",
                "--output",
                folder.toString(),
                "--sweep",
                "none"));
        settings.forEach(setting -> arguments.addAll(List.of("--set", setting)));
        Looks looks = new Looks(folder);
        Process process = Workers.begin(log, 1, arguments);
        Thread atExit = Thread.ofPlatform().unstarted(process::destroy); // when this process is asked to end
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            while (!process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS)) {
                looks.look(process.descendants().toList());
            }
        } finally {
            process.destroy(); // politely: it stops the run
        }
        Runtime.getRuntime().removeShutdownHook(atExit);
        if (process.exitValue() != 0) {
            throw new SimulationException("the run on " + nodes + " nodes failed; what it said is in " + log);
        }
        awaitLogs(folder, nodes);
        return read(folder, nodes, weak, repeat, looks);
    }

    /** Nodes go a moment after the results are there; their last lines say what they sent. */
    private static void awaitLogs(Path folder, int nodes) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < PATIENCE_NS) {
            int ended = 0;
            for (Path log : logs(folder)) {
                ended += Files.readString(log).contains(ENDED) ? 1 : 0;
            }
            if (ended >= nodes) {
                return;
            }
            Thread.sleep(LOOK_MS);
        }
    }

    private static List<Path> logs(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(RunFolder.NODES))) {
            return files.filter(file -> file.toString().endsWith(".log")).toList();
        }
    }

    private static ScaleRun read(Path folder, int nodes, boolean weak, int repeat, Looks looks) throws IOException {
        String json = Files.readString(folder.resolve(RunFolder.RUN_JSON));
        long messages = 0;
        long bytes = 0;
        for (Path log : logs(folder)) {
            Matcher sent = SENT.matcher(Files.readString(log));
            while (sent.find()) {
                messages += Long.parseLong(sent.group(1));
                bytes += Long.parseLong(sent.group(2));
            }
        }
        return new ScaleRun(
                nodes,
                weak,
                repeat,
                Long.parseLong(value(json, "neurons")),
                Long.parseLong(value(json, "synapses")),
                Double.parseDouble(value(json, "build_seconds")),
                Double.parseDouble(value(json, "wall_seconds")),
                Double.parseDouble(value(json, "real_time_factor")),
                looks.memoryBytes(),
                messages,
                bytes,
                looks.waiting(),
                value(json, "spike_hash"));
    }

    /** The first value of a key, which is that of the run itself. */
    private static String value(String json, String key) throws IOException {
        Matcher matcher = Pattern.compile("\"" + key + "\" : \"?([^\",\\s]+)").matcher(json);
        if (!matcher.find()) {
            throw new IOException("run.json has no " + key);
        }
        return matcher.group(1);
    }
}
