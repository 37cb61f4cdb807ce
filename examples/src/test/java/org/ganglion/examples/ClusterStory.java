package org.ganglion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ganglion.cli.cluster.AnyNode;
import org.ganglion.distributed.run.DoorPlate;
import org.ganglion.distributed.wire.proto.GroupReport;
import org.ganglion.distributed.wire.proto.NodeReport;
import org.ganglion.distributed.wire.proto.Status;

/** A run on nodes that are real processes, told step by step. */
final class ClusterStory implements AutoCloseable {
    private static final long PATIENCE_S = 150;

    private final Path folder;
    private final List<String> where; // command that makes another run where the nodes are
    private final Commands commands = new Commands();
    private final Map<Integer, GroupReport> survivors = new HashMap<>();
    private Optional<Status> recovered = Optional.empty();
    private long frontier;
    private long paused;

    private ClusterStory(Path folder, List<String> where) {
        this.folder = folder;
        this.where = where;
    }

    /** Starts a run as its user would. */
    static ClusterStory start(Path folder, int nodes, String... arguments) throws IOException {
        return startIn(List.of(), folder, nodes, arguments);
    }

    /** Starts a run by a command that runs another, as {@code ip netns exec NAME} does. */
    static ClusterStory startIn(List<String> where, Path folder, int nodes, String... arguments) throws IOException {
        ClusterStory story = new ClusterStory(folder, where);
        List<String> words = new ArrayList<>(List.of("run"));
        words.addAll(Arrays.asList(arguments));
        words.addAll(List.of("--nodes", Integer.toString(nodes), "--port", "0", "--output", folder.toString()));
        story.ganglion(words);
        return story;
    }

    /** Runs a network in one process and returns its folder. */
    static Path undisturbed(Path folder, String... arguments) throws IOException, InterruptedException {
        ClusterStory story = new ClusterStory(folder, List.of());
        List<String> words = new ArrayList<>(List.of("run"));
        words.addAll(Arrays.asList(arguments));
        words.addAll(List.of("--output", folder.toString()));
        Process process = story.ganglion(words);
        assertTrue(process.waitFor(PATIENCE_S, TimeUnit.SECONDS), "the undisturbed run ends");
        assertEquals(0, process.exitValue());
        return folder;
    }

    private Process ganglion(List<String> words) throws IOException {
        return commands.start(where, words, says(commands.count()));
    }

    private Path says(int command) {
        return folder.resolveSibling(folder.getFileName() + "-" + command + ".txt");
    }

    /** Waits until all groups compute and have come to a step. */
    ClusterStory awaitStep(long step) throws IOException, InterruptedException {
        await("all groups at step " + step, s -> GroupSteps.smallest(s) >= step);
        return this;
    }

    /** Waits until a checkpoint after a step is whole. */
    ClusterStory awaitCheckpointAfter(long step) throws IOException, InterruptedException {
        await("a checkpoint after step " + step, s -> s.getWord().getComplete() > step);
        return this;
    }

    /** Waits until all groups stand at the step at which the run pauses. */
    ClusterStory awaitPause() throws IOException, InterruptedException {
        paused = await("a pause", GroupSteps::standStill)
                .orElseThrow(() -> new AssertionError("the run was over before it paused"))
                .getWord()
                .getHold();
        return this;
    }

    /** Waits until they stand so many steps further than at the last pause. */
    ClusterStory awaitPauseAfter(long steps) throws IOException, InterruptedException {
        Optional<Status> paused = await(
                "a pause after " + steps + " steps",
                s -> GroupSteps.standStill(s) && s.getWord().getHold() == this.paused + steps);
        assertTrue(paused.isPresent(), "the run was over before it paused again");
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
        recovered = await("recovery", s -> GroupSteps.smallest(s) > passed || s.getFinished());
        return this;
    }

    /**
     * Groups that were on other nodes than those killed go on as if nothing had happened: each is the incarnation that it was,
     * and has computed as many steps as there are since it began.
     */
    ClusterStory assertSurvivorsComputedNothingTwice() throws IOException {
        assertFalse(survivors.isEmpty(), "some groups survived");
        Status status = recovered.orElseThrow(() -> new AssertionError("the run was over before it had recovered"));
        for (NodeReport node : status.getNodesList()) {
            boolean givenUp = said(node.getNode()).contains("starts its actors anew"); // having been taken for dead
            for (GroupReport now : node.getGroupsList()) {
                GroupReport before = survivors.get(now.getGroup());
                if (before != null && !givenUp) {
                    assertEquals(
                            before.getIncarnation(), now.getIncarnation(), () -> "group " + now.getGroup() + said());
                    assertEquals(before.getBegan(), now.getBegan());
                    assertEquals(now.getStep() - now.getBegan(), now.getComputed(), "steps computed");
                }
            }
        }
        return this;
    }

    /** Waits until a node has said something so many times. */
    ClusterStory awaitSaid(String node, String words, int times) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (said(node).split(Pattern.quote(words), -1).length - 1 < times) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + node + " to say '" + words + "'" + said());
            }
            Thread.sleep(50);
        }
        return this;
    }

    /** What is seen when it is so; nothing if the run was over before. */
    private Optional<Status> await(String what, Predicate<Status> predicate) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        Optional<Status> status = Optional.empty();
        while (System.nanoTime() < end) {
            status = Files.isDirectory(folder) ? AnyNode.status(folder) : Optional.empty();
            boolean over = Files.exists(folder.resolve("summary.txt"));
            if (over || status.filter(predicate).isPresent()) {
                return status.filter(predicate);
            }
            Thread.sleep(50);
        }
        throw new AssertionError("waited in vain for " + what + "; last seen: " + status + said());
    }

    private String said() {
        StringBuilder text = new StringBuilder();
        try {
            for (DoorPlate plate : DoorPlate.of(folder)) {
                text.append("\n--- ").append(plate.node()).append('\n').append(said(plate.node()));
            }
        } catch (IOException e) {
            text.append(e);
        }
        return text.toString();
    }

    private String said(String node) {
        Path log = folder.resolve("nodes").resolve(node + ".log");
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Kills nodes, by their number from 1, at once and without a word. */
    ClusterStory kill(int... nodes) throws IOException {
        noteWhereGroupsAre(nodes);
        for (int node : nodes) {
            process(node).destroyForcibly();
        }
        return this;
    }

    private void noteWhereGroupsAre(int... victims) throws IOException {
        survivors.clear();
        frontier = 0;
        try {
            AnyNode.status(folder).stream()
                    .flatMap(s -> s.getNodesList().stream())
                    .forEach(n -> note(n, victims));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(NodeReport node, int... victims) {
        boolean survives = Arrays.stream(victims).noneMatch(v -> node.getNode().endsWith("-" + v));
        for (GroupReport group : node.getGroupsList()) {
            frontier = Math.max(frontier, group.getStep());
            if (survives) {
                survivors.put(group.getGroup(), group);
            }
        }
    }

    /**
     * Kills a node in the middle of a checkpoint: parts are there, but not those of all its groups, or at least not the list
     * that makes them count.
     */
    ClusterStory killDuringACheckpoint(int node) throws IOException, InterruptedException {
        noteWhereGroupsAre(node);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (System.nanoTime() < end) {
            for (Path generation : entries(folder.resolve("checkpoints"))) {
                if (unfinished(generation)) {
                    process(node).destroyForcibly();
                    assertTrue(unfinished(generation), generation + " was not complete when the node was killed");
                    return this;
                }
            }
            Thread.sleep(1);
        }
        throw new AssertionError("waited in vain for the parts of a checkpoint" + said());
    }

    private static boolean unfinished(Path generation) throws IOException {
        List<Path> files = entries(generation);
        return files.stream().anyMatch(f -> f.getFileName().toString().startsWith("part-"))
                && files.stream().noneMatch(f -> f.endsWith("complete") || f.endsWith("damaged"));
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (NoSuchFileException e) {
            return List.of(); // not yet, or not any more
        }
    }

    private ProcessHandle process(int node) throws IOException {
        return ProcessHandle.of(plate(node).process()).orElseThrow();
    }

    private DoorPlate plate(int node) throws IOException {
        String suffix = "-" + node;
        return DoorPlate.of(folder).stream()
                .filter(p -> p.node().endsWith(suffix))
                .filter(p -> ProcessHandle.of(p.process()).isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** Sends a signal to a node. */
    ClusterStory signal(int node, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process(node).pid()))
                .start()
                .waitFor();
        return this;
    }

    /** Starts one more node. */
    ClusterStory join(String name) throws IOException {
        return joinIn(where, name);
    }

    /** Starts one more node by a command that runs another. */
    ClusterStory joinIn(List<String> place, String name, String... more) throws IOException {
        String door = DoorPlate.of(folder).getFirst().door();
        List<String> words = new ArrayList<>(List.of("node", "--join", door, "--name", name));
        words.addAll(Arrays.asList(more));
        commands.start(place, words, folder.resolve("nodes").resolve(name + ".log"));
        return this;
    }

    /** Starts one more node that does not reach the run's folder and has one of its own beside it. */
    ClusterStory joinWithItsOwnFolder(String name) throws IOException {
        return joinIn(where, name, "--folder", ownFolder(name).toString());
    }

    private Path ownFolder(String name) {
        return folder.resolveSibling(name);
    }

    /** Kills a node, and its disk with it. */
    ClusterStory killAndDeleteItsFolder(int node) throws IOException, InterruptedException {
        String name = plate(node).node();
        kill(node);
        process(node).onExit().join();
        try (Stream<Path> files = Files.walk(ownFolder(name))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        return this;
    }

    /** Waits until there is a checkpoint of all groups as they are now dealt to nodes. */
    ClusterStory awaitCheckpoint() throws IOException, InterruptedException {
        return awaitCheckpointAfter(AnyNode.status(folder).stream()
                .flatMap(s -> s.getNodesList().stream())
                .flatMap(n -> n.getGroupsList().stream())
                .mapToLong(GroupReport::getStep)
                .max()
                .orElse(0));
    }

    /** Waits until a node holds a group. */
    ClusterStory awaitGroupsOn(String name) throws IOException, InterruptedException {
        await("groups on " + name, s -> s.getNodesList().stream()
                .anyMatch(n -> n.getNode().equals(name) && n.getGroupsCount() > 0));
        return this;
    }

    /** Kills the command that started the run. */
    ClusterStory loseTheCommand() {
        commands.first().destroyForcibly();
        return this;
    }

    /** Takes up the run again. */
    ClusterStory resume(String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of("resume", folder.toString(), "--port", "0"));
        all.addAll(Arrays.asList(words));
        ganglion(all);
        return this;
    }

    /** Asks a command of the run, such as stop, and waits for it. */
    ClusterStory ask(String... words) throws IOException, InterruptedException {
        assertEquals(0, exitCode(words), () -> String.join(" ", words));
        return this;
    }

    /** Asks likewise for what is refused, and looks for words in what is said. */
    ClusterStory askInVain(String why, String... words) throws IOException, InterruptedException {
        int code = exitCode(words);
        String said = Files.readString(says(commands.count() - 1));
        assertEquals(2, code, said);
        assertTrue(said.contains(why), said);
        return this;
    }

    private int exitCode(String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(words));
        all.add(1, folder.toString());
        Process process = ganglion(all);
        assertTrue(process.waitFor(PATIENCE_S, TimeUnit.SECONDS), () -> String.join(" ", words) + " ends");
        return process.exitValue();
    }

    /** Waits for the results. */
    ClusterStory awaitEnd() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!Files.exists(folder.resolve("summary.txt")) && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        assertTrue(Files.exists(folder.resolve("summary.txt")), () -> "the run ends" + said());
        while (AnyNode.status(folder).isPresent() && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        return this;
    }

    /** Stops the run where it is, and compares it with an undisturbed one that is as long. */
    void stopAndAssertSameSpikes(String... network) throws IOException, InterruptedException {
        ask("stop").awaitEnd();
        List<String> words = new ArrayList<>(Arrays.asList(network));
        long steps = Long.parseLong(results().value("end_step")); // of 0.1 ms
        words.addAll(List.of("--set", "simulation.duration=" + steps / 10 + "." + steps % 10 + " ms"));
        Path undisturbed =
                undisturbed(folder.resolveSibling(folder.getFileName() + "-undisturbed"), words.toArray(String[]::new));
        assertEquals("true", results().value("partial"));
        results().assertSame(undisturbed, "spike_hash", "state_hash", "synaptic_events", "spikes", "end_step");
    }

    /** Recovers what there is of a run whose nodes are all dead, and compares it with an undisturbed one that is as long. */
    void recoverAndAssertSameSpikes(String... network) throws IOException, InterruptedException {
        Path says = folder.resolveSibling("recover.txt");
        Process recover = commands.start(List.of(), List.of("recover", folder.toString()), says);
        assertTrue(recover.waitFor(PATIENCE_S, TimeUnit.SECONDS), "recover ends");
        String said = Files.readString(says);
        assertEquals(0, recover.exitValue(), said);
        Matcher complete = Pattern.compile("complete up to (\\S+) ms").matcher(said);
        assertTrue(complete.find() && Double.parseDouble(complete.group(1)) >= 50, said);
        List<String> words = new ArrayList<>(Arrays.asList(network));
        words.addAll(List.of("--set", "simulation.duration=" + complete.group(1) + " ms"));
        Path undisturbed =
                undisturbed(folder.resolveSibling(folder.getFileName() + "-undisturbed"), words.toArray(String[]::new));
        assertEquals(-1, Files.mismatch(undisturbed.resolve("spikes.h5"), folder.resolve("spikes.h5")));
    }

    private Results results() {
        return new Results(folder);
    }

    /** Compares with an undisturbed run: the hashes, and every byte of the spikes and recorded weights. */
    ClusterStory assertSameSpikes(Path undisturbed) throws IOException {
        results()
                .assertSame(
                        undisturbed, "spike_hash", "state_hash", "synaptic_events", "spikes", "partial", "end_step");
        return this;
    }

    /** Compares with a run in one process of what the run's description has become. */
    void assertRepeatedByItsRunJson() throws IOException, InterruptedException {
        assertTrue(Files.readString(folder.resolve("run.json")).contains("\"changes\""), "the change is told");
        Path again = folder.resolveSibling(folder.getFileName() + "-again");
        assertSameSpikes(undisturbed(again, folder.resolve("run.json").toString()));
    }

    /** Looks for words in what the run's command says at its end. */
    ClusterStory assertSummaryHas(String words) throws IOException {
        String summary = Files.readString(folder.resolve("summary.txt"));
        assertTrue(summary.contains(words), summary);
        return this;
    }

    /** Ends what still runs. */
    @Override
    public void close() throws IOException {
        if (Files.isDirectory(folder)) {
            for (DoorPlate plate : DoorPlate.of(folder)) {
                ProcessHandle.of(plate.process()).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
        commands.close();
    }
}
