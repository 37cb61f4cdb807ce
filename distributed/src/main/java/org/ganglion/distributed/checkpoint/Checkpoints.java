package org.ganglion.distributed.checkpoint;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ganglion.io.record.RunFolder;
import org.ganglion.simulator.group.GroupState;
import org.ganglion.simulator.group.SpikeBatch;

/**
 * The checkpoints of one run on one disk, as all its nodes see them.
 *
 * <p>A part of {@code checkpoints/STEP/} counts for nothing until the list {@code complete} is beside it. A checkpoint found
 * to be damaged is set aside by renaming its list to {@code damaged}, and the one before it is used.
 */
public final class Checkpoints {
    private static final String FOLDER = RunFolder.CHECKPOINTS;
    static final String COMPLETE = "complete";
    static final String DAMAGED = "damaged";

    private final Disk disk;
    private final RunIdentity identity;
    private final Consumer<String> warnings;

    /** @param warnings is told, by file, what had to be refused */
    public Checkpoints(Disk disk, RunIdentity identity, Consumer<String> warnings) {
        this.disk = disk;
        this.identity = identity;
        this.warnings = warnings;
    }

    static String folder(long step) {
        return FOLDER + "/" + step;
    }

    private static String list(long step) {
        return folder(step) + "/" + COMPLETE;
    }

    /**
     * Writes a group's part; returns when it is on disk.
     *
     * @return nothing if the part is of no use any more, since others have gone on: a later checkpoint is whole
     */
    public Optional<PartName> save(int group, long incarnation, GroupState state) throws IOException {
        PartName[] written = new PartName[1];
        String file = new PartName(state.step(), group, incarnation, 0, 0).file();
        try {
            disk.write(file, out -> written[0] = PartFile.write(out, identity, group, incarnation, state));
        } catch (IOException e) {
            if (latest().filter(g -> g.step() > state.step()).isPresent()) {
                return Optional.empty();
            }
            throw e;
        }
        return Optional.of(written[0]);
    }

    /** Makes the parts of a step a whole. */
    public Generation complete(long step, Leg leg, List<PartName> parts) throws IOException {
        List<PartName> ordered =
                parts.stream().sorted(Comparator.comparingInt(PartName::group)).toList();
        Generation generation = new Generation(identity, step, leg, ordered);
        disk.write(list(step), out -> out.write(generation.encode()));
        return generation;
    }

    /** All checkpoints that are whole, the latest first. What is damaged is set aside, and a warning says so. */
    public List<Generation> whole() throws IOException {
        List<Generation> found = new ArrayList<>();
        for (long step : steps()) {
            if (disk.exists(list(step))) {
                read(step).ifPresent(found::add);
            }
        }
        return found;
    }

    /** The latest checkpoint that is whole. */
    public Optional<Generation> latest() throws IOException {
        for (long step : steps()) {
            Optional<Generation> found = disk.exists(list(step)) ? read(step) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private List<Long> steps() throws IOException {
        return disk.list(FOLDER).stream()
                .filter(name -> name.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private Optional<Generation> read(long step) throws IOException {
        String file = list(step);
        try (InputStream in = disk.read(file)) {
            Generation generation = Generation.decode(in.readAllBytes(), disk.describe(file));
            if (!generation.identity().equals(identity) || generation.step() != step) {
                throw new DamagedException(disk.describe(file) + ": belongs to run "
                        + generation.identity().run() + " of network "
                        + generation.identity().networkHash() + " at step " + generation.step() + ", not to run "
                        + identity.run() + " of network " + identity.networkHash() + " at step " + step);
            }
            for (PartName part : generation.parts()) {
                if (disk.size(part.file()) != part.bytes()) {
                    throw new DamagedException(disk.describe(part.file()) + ": is missing or cut off");
                }
            }
            return Optional.of(generation);
        } catch (DamagedException e) {
            setAside(step, e.getMessage());
            return Optional.empty();
        } catch (NoSuchFileException | FileNotFoundException e) {
            return Optional.empty(); // another node has set it aside or released it
        }
    }

    /** Lets a checkpoint count no longer. */
    public void setAside(long step, @org.jspecify.annotations.Nullable String why) throws IOException {
        warnings.accept(why + "; the checkpoint before it is used");
        try {
            disk.rename(list(step), folder(step) + "/" + DAMAGED);
        } catch (NoSuchFileException | FileNotFoundException e) {
            return; // another node was faster
        }
    }

    /** Reads all parts, having checked each. Of groups that were lost and silenced there is none. */
    public List<GroupState> parts(Generation generation) throws IOException {
        List<GroupState> states = new ArrayList<>();
        for (PartName name : generation.parts()) {
            states.add(part(name));
        }
        return states;
    }

    /** Reads the part of one group, having checked it. */
    public GroupState part(Generation generation, int group) throws IOException {
        for (PartName name : generation.parts()) {
            if (name.group() == group) {
                return part(name);
            }
        }
        throw new DamagedException(disk.describe(folder(generation.step())) + ": holds no part of group " + group
                + ", which had been lost");
    }

    private GroupState part(PartName name) throws IOException {
        String file = disk.describe(name.file());
        try (InputStream in = disk.read(name.file())) {
            if (!PartFile.intact(in, name)) {
                throw new DamagedException(file + ": is damaged (its sum differs)");
            }
        }
        try (InputStream in = disk.read(name.file())) {
            return PartFile.read(in, identity, name, file);
        }
    }

    /** The last spikes of all groups, each having been checked. */
    public List<SpikeBatch> recent(Generation generation) throws IOException {
        List<SpikeBatch> batches = new ArrayList<>();
        for (PartName name : generation.parts()) {
            String file = disk.describe(name.file());
            try (InputStream in = disk.read(name.file())) {
                batches.add(PartFile.head(in, identity, name, file).recent());
            }
        }
        return batches;
    }

    /** What was counted from the start of the run to a checkpoint, each part having been checked as a whole. */
    public GroupState.Totals totals(Generation generation) throws IOException {
        GroupState.Totals totals = generation.leg().before();
        for (GroupState state : parts(generation)) {
            totals = totals.plus(state.totals());
        }
        return totals;
    }

    /** Removes all that was written for steps before one, but not what is newer. */
    public void release(long beforeStep) throws IOException {
        for (long step : steps()) {
            if (step < beforeStep) {
                disk.deleteFolder(folder(step));
            }
        }
    }
}
