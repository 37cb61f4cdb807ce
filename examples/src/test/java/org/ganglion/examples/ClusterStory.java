package org.ganglion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ganglion.cli.cluster.RunWatch;
import org.ganglion.distributed.run.DoorPlate;
import org.ganglion.distributed.wire.proto.GroupReport;
import org.ganglion.distributed.wire.proto.NodeReport;
import org.ganglion.distributed.wire.proto.Status;

/** A run on nodes that are real processes, told step by step. */
final class ClusterStory implements AutoCloseable {
    private static final long PATIENCE_S = 150;

    private final Path folder;
    private final List<Process> commands = new ArrayList<>();
    private long frontier;

    private ClusterStory(Path folder) {
        this.folder = folder;
    }

    /** Starts a run as its user would. */
    static ClusterStory start(Path folder, int nodes, String... arguments) throws IOException {
        ClusterStory story = new ClusterStory(folder);
        List<String> words = new ArrayList<>(List.of("run"));
        words.addAll(Arrays.asList(arguments));
        words.addAll(List.of("--nodes", Integer.toString(nodes), "--port", "0", "--output", folder.toString()));
        story.ganglion(words);
        return story;
    }

    /** Runs a network in one process and returns its folder. */
    static Path undisturbed(Path folder, String... arguments) throws IOException, InterruptedException {
        ClusterStory story = new ClusterStory(folder);
        List<String> words = new ArrayList<>(List.of("run"));
        words.addAll(Arrays.asList(arguments));
        words.addAll(List.of("--output", folder.toString()));
        Process process = story.ganglion(words);
        assertTrue(process.waitFor(PATIENCE_S, TimeUnit.SECONDS), "the undisturbed run ends");
        assertEquals(0, process.exitValue());
        return folder;
    }

    private Process ganglion(List<String> words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (option.startsWith("-XX") || option.startsWith("--add") || option.startsWith("--sun")) {
                command.add(option);
            }
        }
        command.addAll(List.of(
                "--add-modules=jdk.incubator.vector",
                "-Xmx2g",
                "-cp",
                System.getProperty("java.class.path"),
                "org.ganglion.cli.Start"));
        command.addAll(words);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolveSibling(folder.getFileName() + "-" + commands.size() + ".txt")
                        .toFile())
                .start();
        commands.add(process);
        return process;
    }

    /** Waits until all groups compute and have come to a step. */
    ClusterStory awaitStep(long step) throws IOException, InterruptedException {
        await("all groups at step " + step, s -> smallest(s) >= step);
        return this;
    }

    /** Waits until a checkpoint after a step is whole. */
    ClusterStory awaitCheckpointAfter(long step) throws IOException, InterruptedException {
        await("a checkpoint after step " + step, s -> s.getWord().getComplete() > step);
        return this;
    }

    /** Waits until some node builds groups. */
    ClusterStory awaitConstruction() throws IOException, InterruptedException {
        await("construction", s -> s.getNodesList().stream()
                .flatMap(n -> n.getGroupsList().stream())
                .anyMatch(g -> g.getState() == GroupReport.State.BUILDING));
        return this;
    }

    /** Waits until all groups have passed where the furthest was when nodes were last killed. */
    ClusterStory awaitRecovered() throws IOException, InterruptedException {
        long passed = frontier;
        await("recovery", s -> smallest(s) > passed || s.getFinished());
        return this;
    }

    private void await(String what, Predicate<Status> predicate) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        Optional<Status> status = Optional.empty();
        while (System.nanoTime() < end) {
            status = Files.isDirectory(folder) ? RunWatch.anyStatus(folder) : Optional.empty();
            boolean over = Files.exists(folder.resolve("summary.txt"));
            if (over || status.filter(predicate).isPresent()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("waited in vain for " + what + "; last seen: " + status + said());
    }

    private String said() throws IOException {
        StringBuilder text = new StringBuilder();
        for (DoorPlate plate : DoorPlate.of(folder)) {
            Path log = folder.resolve("nodes").resolve(plate.node() + ".log");
            text.append("\n--- ").append(plate.node()).append('\n');
            text.append(Files.exists(log) ? Files.readString(log) : "");
        }
        return text.toString();
    }

    private static long smallest(Status status) {
        List<GroupReport> groups = status.getNodesList().stream()
                .map(NodeReport::getGroupsList)
                .flatMap(List::stream)
                .toList();
        long distinct =
                groups.stream().mapToInt(GroupReport::getGroup).distinct().count();
        boolean all = distinct > 0
                && distinct
                        == 1
                                + groups.stream()
                                        .mapToInt(GroupReport::getGroup)
                                        .max()
                                        .orElse(0);
        return all ? groups.stream().mapToLong(GroupReport::getStep).min().orElse(0) : 0;
    }

    /** Kills nodes, by their number from 1, at once and without a word. */
    ClusterStory kill(int... nodes) throws IOException, InterruptedException {
        frontier = RunWatch.anyStatus(folder)
                .map(s -> s.getNodesList().stream()
                        .flatMap(n -> n.getGroupsList().stream())
                        .mapToLong(GroupReport::getStep)
                        .max()
                        .orElse(0))
                .orElse(0L);
        for (int node : nodes) {
            signal(node, "KILL");
        }
        return this;
    }

    /** Sends a signal to a node. */
    ClusterStory signal(int node, String name) throws IOException, InterruptedException {
        String suffix = "-" + node;
        long process = DoorPlate.of(folder).stream()
                .filter(p -> p.node().endsWith(suffix))
                .findFirst()
                .orElseThrow()
                .process();
        new ProcessBuilder("kill", "-" + name, Long.toString(process)).start().waitFor();
        return this;
    }

    /** Starts one more node. */
    ClusterStory join(String name) throws IOException {
        String door = DoorPlate.of(folder).getFirst().door();
        ganglion(List.of("node", "--join", door, "--name", name));
        return this;
    }

    /** Waits until a node holds a group. */
    ClusterStory awaitGroupsOn(String name) throws IOException, InterruptedException {
        await("groups on " + name, s -> s.getNodesList().stream()
                .anyMatch(n -> n.getNode().equals(name) && n.getGroupsCount() > 0));
        return this;
    }

    /** Kills the command that started the run. */
    ClusterStory loseTheCommand() {
        commands.getFirst().destroyForcibly();
        return this;
    }

    /** Asks a command of the run, such as stop, and waits for it. */
    ClusterStory ask(String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(words));
        all.add(1, folder.toString());
        Process process = ganglion(all);
        assertTrue(process.waitFor(PATIENCE_S, TimeUnit.SECONDS), () -> String.join(" ", words) + " ends");
        assertEquals(0, process.exitValue(), () -> String.join(" ", words));
        return this;
    }

    /** Waits for the results. */
    ClusterStory awaitEnd() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!Files.exists(folder.resolve("summary.txt")) && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        assertTrue(Files.exists(folder.resolve("summary.txt")), () -> {
            try {
                return "the run ends" + said();
            } catch (IOException e) {
                return e.toString();
            }
        });
        return this;
    }

    /** Compares with an undisturbed run: the hashes, and every byte of the spikes. */
    void assertSameSpikes(Path undisturbed) throws IOException {
        for (String key : List.of("spike_hash", "state_hash", "synaptic_events", "spikes", "partial", "end_step")) {
            assertEquals(value(undisturbed, key), value(folder, key), key);
        }
        assertEquals(
                -1,
                Files.mismatch(undisturbed.resolve("spikes.h5"), folder.resolve("spikes.h5")),
                "first byte at which the files of spikes differ");
    }

    /** Looks for words in what the run's command says at its end. */
    void assertSummaryHas(String words) throws IOException {
        String summary = Files.readString(folder.resolve("summary.txt"));
        assertTrue(summary.contains(words), summary);
    }

    private static String value(Path folder, String key) throws IOException {
        Matcher matcher =
                Pattern.compile("\"" + key + "\" : ([^,\\n]*)").matcher(Files.readString(folder.resolve("run.json")));
        assertTrue(matcher.find(), key);
        return matcher.group(1);
    }

    /** Ends what still runs. */
    @Override
    public void close() throws IOException {
        if (Files.isDirectory(folder)) {
            for (DoorPlate plate : DoorPlate.of(folder)) {
                ProcessHandle.of(plate.process()).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
        commands.forEach(Process::destroyForcibly);
    }
}
