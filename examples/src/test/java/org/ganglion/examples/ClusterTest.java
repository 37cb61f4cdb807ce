package org.ganglion.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
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
    private static final int AREAS = 8;
    private static final String AN_AREA_A_GROUP = "simulation.groups=" + AREAS;

    /** Longer than any story: it is stopped, and compared with a run that is as long. */
    private static final String[] LONG = {
        path("multi-area.yaml"), "--set", "simulation.duration=600 s", "--set", "output.raster=false"
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
        return ClusterStory.start(folder.resolve("run"), nodes, with(network, more));
    }

    private static String[] with(String[] network, String... more) {
        return Stream.concat(Arrays.stream(network), Arrays.stream(more)).toArray(String[]::new);
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

    /** In a run that is longer than the recovery, which is then stopped. */
    @Test
    void nothingIsComputedTwiceWhereNothingIsLost() throws Exception {
        try (ClusterStory story = start(3, LONG, "--checkpoint", "1 s")) {
            story.awaitStep(1000)
                    .kill(2)
                    .awaitRecovered()
                    .assertSurvivorsComputedNothingTwice()
                    .ask("stop")
                    .awaitEnd();
        }
    }

    @Test
    void aNodeIsKilledDuringACheckpoint() throws Exception {
        Path undisturbed = undisturbed(MULTI_AREA);
        try (ClusterStory story = start(3, MULTI_AREA, "--checkpoint", "1 s")) {
            story.awaitStep(1000)
                    .killDuringACheckpoint(2)
                    .awaitRecovered()
                    .awaitEnd()
                    .assertSameSpikes(undisturbed);
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
    void theOldestNodeHangsForTwentySecondsAndComesBack() throws Exception {
        try (ClusterStory story = start(3, LONG, "--checkpoint", "1 s")) {
            story.awaitStep(200).signal(1, "STOP");
            Thread.sleep(20_000);
            story.signal(1, "CONT")
                    .awaitSaid("node-0-1", "starts its actors anew", 1)
                    .awaitGroupsOn("node-0-1")
                    .stopAndAssertSameSpikes(LONG);
        }
    }

    @Test
    void aNodeIsCutOffAndComesBack() throws Exception {
        try (CutNetwork network = CutNetwork.open();
                ClusterStory story = ClusterStory.startIn(
                        network.here(),
                        folder.resolve("run"),
                        2,
                        with(LONG, "--set", AN_AREA_A_GROUP, "--checkpoint", "1 s", "--host", network.address()))) {
            story.awaitStep(1000)
                    .joinIn(network.there(), "far", "--host", network.addressThere())
                    .awaitGroupsOn("far");
            network.cut();
            story.awaitSaid("far", "keeps the run from now on", 1).awaitSaid("far", "is here, at step", AREAS);
            network.heal();
            story.awaitSaid("far", "starts its actors anew", 1)
                    .awaitGroupsOn("far")
                    .stopAndAssertSameSpikes(LONG);
        }
    }

    @Test
    void aNodeWithAFolderOfItsOwnIsLostWithItsDisk() throws Exception {
        try (ClusterStory story = start(1, LONG, "--set", AN_AREA_A_GROUP, "--checkpoint", "1 s")) {
            story.awaitStep(100)
                    .joinWithItsOwnFolder("own-2")
                    .joinWithItsOwnFolder("own-3")
                    .awaitGroupsOn("own-2")
                    .awaitGroupsOn("own-3")
                    .awaitCheckpoint()
                    .killAndDeleteItsFolder(3)
                    .awaitRecovered()
                    .stopAndAssertSameSpikes(LONG);
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
            story.awaitStep(1000)
                    .kill(1)
                    .awaitEnd()
                    .assertSummaryHas("is silent from")
                    .askInVain("cannot be continued", "resume", "--port", "0")
                    .assertSummaryHas("is silent from");
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
                    .assertSameSpikes(undisturbed)
                    .ask(
                            "resume",
                            "--nodes",
                            "2",
                            "--set",
                            "simulation.groups=4",
                            "--port",
                            "0") // at its end, once more
                    .assertSameSpikes(undisturbed);
        }
    }

    /** It sleeps while the other dies and the run is resumed, on other groups, without it. */
    @Test
    void aNodeThatSleptWhileItsRunWasResumedLetsItBe() throws Exception {
        try (ClusterStory story = start(2, LONG, "--checkpoint", "1 s")) {
            story.awaitCheckpointAfter(200)
                    .signal(2, "STOP")
                    .loseTheCommand()
                    .kill(1)
                    .resume("--nodes", "1", "--set", "simulation.groups=4", "--checkpoint", "1 s")
                    .awaitCheckpoint()
                    .signal(2, "CONT")
                    .awaitSaid("node-0-2", "was taken up again without this node", 1)
                    .awaitCheckpoint()
                    .stopAndAssertSameSpikes(LONG);
        }
    }

    @Test
    void whatNodesHadRecordedIsRecoveredWhenAllWereKilledAtOnce() throws Exception {
        try (ClusterStory story = start(2, MULTI_AREA)) {
            story.awaitStep(1000).kill(1, 2).recoverAndAssertSameSpikes(MULTI_AREA);
        }
    }

    @Test
    void aRunIsPausedAndTakenOnByStepsAndGoesOn() throws Exception {
        try (ClusterStory story = start(2, LONG)) {
            story.awaitStep(100)
                    .ask("pause")
                    .awaitPause()
                    .ask("step", "--steps", "10")
                    .awaitPauseAfter(10)
                    .ask("unpause")
                    .stopAndAssertSameSpikes(LONG);
        }
    }

    /** All nodes change it at one step, which run.json tells of; a group that begins again before that step meets it there. */
    @Test
    void aStimulusIsChangedWhileTheRunGoesOnAndANodeIsKilled() throws Exception {
        Path described = folder.resolve("run").resolve("run.json");
        try (ClusterStory story = start(2, LONG, "--checkpoint", "1 s")) {
            story.awaitStep(100)
                    .ask("change", "stimuli.background.rate=9 kHz")
                    .kill(2)
                    .awaitRecovered()
                    .stopAndAssertSameSpikes(described.toString());
        }
        assertTrue(Files.readString(described).contains("\"changes\""), "the change is told");
    }

    /** Its run.json tells of the change, and repeats the run in one process. */
    @Test
    void aRunThatIsResumedWithAnotherStimulusIsRepeatedByItsRunJson() throws Exception {
        try (ClusterStory story = start(2, MULTI_AREA, "--checkpoint", "1 s")) {
            story.awaitStep(1000)
                    .ask("stop")
                    .awaitEnd()
                    .ask("resume", "--nodes", "1", "--change", "stimuli.background.rate=9 kHz", "--port", "0")
                    .assertRepeatedByItsRunJson();
        }
    }
}
