package org.ganglion.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs on nodes that are killed, hang, join and leave give the spikes of an undisturbed run in one process. */
@Timeout(240)
class ClusterTest {
    private static final String[] MULTI_AREA = {
        path("multi-area.yaml"), "--set", "simulation.duration=3 s", "--set", "output.raster=false"
    };
    private static final String[] BRUNEL = {path("brunel.yaml"), "--set", "output.raster=false"};
    private static final String[] PLASTIC = {
        path("stdp.yaml"), "--set", "simulation.duration=3 s", "--set", "output.raster=false"
    };
    private static final Map<String, Path> UNDISTURBED = new HashMap<>();

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static String path(String example) {
        return Path.of(example).toAbsolutePath().toString();
    }

    private static Path undisturbed(String... network) throws IOException, InterruptedException {
        Path known = UNDISTURBED.get(network[0]);
        if (known == null) {
            known = ClusterStory.undisturbed(shared.resolve("run" + UNDISTURBED.size()), network);
            UNDISTURBED.put(network[0], known);
        }
        return known;
    }

    private ClusterStory start(int nodes, String[] network, String... more) throws IOException {
        String[] all = java.util.stream.Stream.concat(java.util.Arrays.stream(network), java.util.Arrays.stream(more))
                .toArray(String[]::new);
        return ClusterStory.start(folder.resolve("run"), nodes, all);
    }

    @ParameterizedTest
    @CsvSource({"brunel.yaml, 2", "multi-area.yaml, 1", "multi-area.yaml, 5", "stdp.yaml, 3"})
    void anyNumberOfNodesGivesTheSameSpikes(String example, int nodes) throws Exception {
        String[] network = network(example);
        Path undisturbed = undisturbed(network);
        try (ClusterStory story = start(nodes, network)) {
            story.awaitEnd().assertSameSpikes(undisturbed);
        }
    }

    private static String[] network(String example) {
        return switch (example) {
            case "brunel.yaml" -> BRUNEL;
            case "stdp.yaml" -> PLASTIC;
            default -> MULTI_AREA;
        };
    }

    @ParameterizedTest
    @CsvSource({"brunel.yaml, 2, 2", "multi-area.yaml, 3, 1", "stdp.yaml, 2, 1"})
    void oneNodeIsKilledTheOldestOrAnother(String example, int nodes, int victim) throws Exception {
        String[] network = network(example);
        Path undisturbed = undisturbed(network);
        try (ClusterStory story = start(nodes, network, "--checkpoint", "1 s")) {
            story.awaitStep(1000).kill(victim).awaitRecovered().awaitEnd().assertSameSpikes(undisturbed);
        }
    }

    @Test
    void twoOfFiveNodesAreKilledAtOnceAndAThirdDuringRecovery() throws Exception {
        Path undisturbed = undisturbed(MULTI_AREA);
        try (ClusterStory story = start(5, MULTI_AREA, "--checkpoint", "1 s")) {
            story.awaitStep(1000).kill(2, 4);
            Thread.sleep(3000);
            story.kill(3).awaitRecovered().awaitEnd().assertSameSpikes(undisturbed);
        }
    }

    @Test
    void aNodeIsKilledWhileItBuildsItsPartOfTheNetwork() throws Exception {
        Path undisturbed = undisturbed(MULTI_AREA);
        try (ClusterStory story = start(3, MULTI_AREA)) {
            story.awaitConstruction().kill(3).awaitEnd().assertSameSpikes(undisturbed);
        }
    }

    @Test
    void aNodeHangsAndComesBack() throws Exception {
        Path undisturbed = undisturbed(MULTI_AREA);
        try (ClusterStory story = start(3, MULTI_AREA, "--checkpoint", "1 s")) {
            story.awaitStep(1000).signal(1, "STOP");
            Thread.sleep(8000);
            story.signal(1, "CONT").awaitEnd().assertSameSpikes(undisturbed);
        }
    }

    @Test
    void aNodeJoinsAndAnotherIsAskedToLeaveAndTheCommandIsLost() throws Exception {
        Path undisturbed = undisturbed(MULTI_AREA);
        try (ClusterStory story = start(2, MULTI_AREA, "--checkpoint", "1 s")) {
            story.awaitStep(500)
                    .loseTheCommand()
                    .join("late")
                    .awaitGroupsOn("late")
                    .signal(2, "TERM")
                    .awaitEnd()
                    .assertSameSpikes(undisturbed);
        }
    }

    @Test
    void aRunGoesOnWithoutTheLostGroupsWhenToldSo() throws Exception {
        try (ClusterStory story = start(3, MULTI_AREA, "--on-failure", "silence")) {
            story.awaitStep(1000).kill(2).awaitEnd().assertSummaryHas("is silent from");
        }
    }

    @Test
    void aRunThatWasStoppedContinuesOnOtherNodesAndGroups() throws Exception {
        Path undisturbed = undisturbed(PLASTIC);
        try (ClusterStory story = start(2, PLASTIC, "--checkpoint", "1 s")) {
            story.awaitStep(1000)
                    .ask("stop")
                    .awaitEnd()
                    .ask("resume", "--nodes", "1", "--set", "simulation.groups=3", "--port", "0")
                    .assertSameSpikes(undisturbed);
        }
    }
}
