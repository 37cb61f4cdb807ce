package org.ganglion.distributed.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ganglion.simulator.group.GroupState;
import org.ganglion.simulator.link.SpikeBatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that was asleep in the middle of saving wakes, and its checkpoint has been removed meanwhile. */
class LateSaveTest {
    private static final RunIdentity RUN = new RunIdentity("run", "0");

    @TempDir
    private Path folder;

    private Checkpoints others;
    private Checkpoints sleeper;

    @BeforeEach
    void open() {
        FolderDisk disk = new FolderDisk(folder);
        others = new Checkpoints(disk, RUN, w -> {});
        sleeper = new Checkpoints(new Sleepy(disk), RUN, w -> {});
    }

    private static GroupState at(long step) {
        return new GroupState(
                step, List.of(), new SpikeBatch(0, step, new int[0], new int[0]), List.of(), GroupState.Totals.NONE);
    }

    @Test
    void aPartOfACheckpointThatOthersAreBeyondIsNotMissed() throws IOException {
        PartName part = others.save(0, 2, at(200)).orElseThrow();
        others.complete(200, Leg.FIRST, List.of(part));
        assertEquals(Optional.empty(), sleeper.save(0, 1, at(100)));
    }

    @Test
    void aDiskThatFailsOtherwiseIsToldOf() throws IOException {
        PartName part = others.save(0, 2, at(100)).orElseThrow();
        others.complete(100, Leg.FIRST, List.of(part));
        assertThrows(IOException.class, () -> sleeper.save(0, 1, at(100)));
    }

    /** Its folder is gone once the file shall get its name. */
    private static final class Sleepy extends PassingDisk {
        Sleepy(FolderDisk disk) {
            super(disk);
        }

        @Override
        public List<String> write(String name, Content content) throws IOException {
            return super.write(name, out -> {
                content.writeTo(out);
                throw new java.nio.file.NoSuchFileException(name);
            });
        }
    }
}
