package org.ganglion.distributed.checkpoint;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ganglion.io.record.RunFolder;
import org.ganglion.simulator.group.GroupState;
import org.ganglion.simulator.link.SpikeBatch;

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
    private static final String LOST = "lost-";

    private final Disk disk;
    private final RunIdentity identity;
    private final Consumer<String> warnings;
    private final Optional<Recorded.Keeping> recordings;
    private final ChangeFiles changes;

    /**
     * Checkpoints that count on nothing but their parts.
     *
     * @param warnings is told, by file, what had to be refused
     */
    public Checkpoints(Disk disk, RunIdentity identity, Consumer<String> warnings) {
        this(disk, identity, warnings, Optional.empty());
    }

    /** Those in a folder of a run of which no node is left. */
    public static Checkpoints in(Path folder, RunIdentity identity) {
        return new Checkpoints(new FolderDisk(folder), identity, warning -> {});
    }

    /** Checkpoints that count only if what was recorded up to them is there too. */
    public Checkpoints(Disk disk, RunIdentity identity, Consumer<String> warnings, Recorded.Keeping recordings) {
        this(disk, identity, warnings, Optional.of(recordings));
    }

    private Checkpoints(
            Disk disk, RunIdentity identity, Consumer<String> warnings, Optional<Recorded.Keeping> recordings) {
        this.disk = disk;
        this.identity = identity;
        this.warnings = warnings;
        this.recordings = recordings;
        this.changes = new ChangeFiles(disk);
    }

    /** The changes of stimuli that its checkpoints were made with. */
    public ChangeFiles changes() {
        return changes;
    }

    static String folder(long step) {
        return FOLDER + "/" + step;
    }

    static String list(long step) {
        return folder(step) + "/" + COMPLETE;
    }

    /**
     * Writes a group's part; returns when it is on disk.
     *
     * @return nothing if the part is of no use any more, since others have gone on: a later checkpoint is whole
     * @throws DamagedException if something that the group had recorded before is lost
     */
    public Optional<PartName> save(int group, long incarnation, GroupState state) throws IOException {
        PartName[] written = new PartName[1];
        PartName name = new PartName(state.step(), group, incarnation, 0, 0);
        try {
            if (recordings.isPresent()) {
                byte[] list = Recorded.encode(recordings.get().keep(group, incarnation));
                disk.write(name.recordedFile(), out -> out.write(list));
            }
            List<String> nodes = disk.write(
                    name.file(), out -> written[0] = PartFile.write(out, identity, group, incarnation, state));
            return Optional.of(written[0].on(nodes));
        } catch (IOException e) {
            if (latest().filter(g -> g.step() > state.step()).isPresent()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * A group starts from a checkpoint: what it had recorded up to there belongs to what it records. Of a checkpoint of other
     * groups it takes over the share of some of them.
     *
     * @param groups how many there are now
     */
    public void begin(int group, int groups, long incarnation, Optional<Generation> from) throws IOException {
        if (recordings.isPresent()) {
            List<Recorded> before = new ArrayList<>();
            for (PartName part : from.map(Generation::parts).orElse(List.of())) {
                if (part.group() % groups == group) {
                    before.addAll(Lacking.recorded(disk, part));
                }
            }
            recordings.get().begin(group, incarnation, before);
        }
    }

    /** What all groups had recorded up to a checkpoint. */
    public List<Recorded> recorded(Generation generation) throws IOException {
        List<Recorded> all = new ArrayList<>();
        for (PartName part : generation.parts()) {
            all.addAll(Lacking.recorded(disk, part));
        }
        return all;
    }

    /** Makes the parts of a step a whole, in a leg whose stimuli nobody has changed. */
    public Generation complete(long step, Leg leg, List<PartName> parts) throws IOException {
        return complete(step, leg, 0, parts);
    }

    /**
     * Makes the parts of a step a whole.
     *
     * @param revision changes of stimuli that were decided in the leg
     */
    public Generation complete(long step, Leg leg, int revision, List<PartName> parts) throws IOException {
        List<PartName> ordered =
                parts.stream().sorted(Comparator.comparingInt(PartName::group)).toList();
        Generation generation = new Generation(identity, step, leg, ordered, revision);
        disk.write(list(step), out -> out.write(generation.encode()));
        return generation;
    }

    /** All checkpoints that are whole, the latest first. What is damaged is set aside, and a warning says so. */
    public List<Generation> whole() throws IOException {
        List<Generation> found = new ArrayList<>();
        List<Loss> losses = new ArrayList<>();
        for (long step : steps()) {
            Optional<Generation> whole = disk.exists(list(step)) ? read(step, losses) : Optional.empty();
            if (whole.isPresent()) {
                found.add(whole.get());
                note(losses, step);
            }
        }
        note(losses, 0);
        return found;
    }

    /** The latest checkpoint that is whole. */
    public Optional<Generation> latest() throws IOException {
        List<Loss> losses = new ArrayList<>();
        for (long step : steps()) {
            Optional<Generation> found = disk.exists(list(step)) ? read(step, losses) : Optional.empty();
            if (found.isPresent()) {
                note(losses, step);
                return found;
            }
        }
        note(losses, 0);
        return Optional.empty();
    }

    /** Of a checkpoint that nodes had on disks of their own, something that is on none of them any more. */
    private record Loss(long step, String what) {}

    private void note(List<Loss> losses, long goesOnFrom) throws IOException {
        for (Loss loss : losses) {
            String text = loss.what() + "; of the checkpoint at step " + loss.step()
                    + " nothing is used, and groups begin" + " again at step " + goesOnFrom;
            warnings.accept(text);
            disk.write(FOLDER + "/" + LOST + loss.step(), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        }
        losses.clear();
    }

    /** What was lost for good of checkpoints that nodes had on disks of their own, in words, in the order of steps. */
    public List<String> losses() throws IOException {
        List<String> losses = new ArrayList<>();
        List<Long> steps = disk.list(FOLDER).stream()
                .filter(name -> name.matches(LOST + "\\d{1,18}"))
                .map(name -> Long.valueOf(name.substring(LOST.length())))
                .sorted()
                .toList();
        for (long step : steps) {
            try (InputStream in = disk.read(FOLDER + "/" + LOST + step)) {
                losses.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return losses;
    }

    /** Whether the checkpoint at a step was whole once, and something of it was lost for good. */
    public boolean wasLost(long step) throws IOException {
        return disk.exists(FOLDER + "/" + LOST + step);
    }

    private List<Long> steps() throws IOException {
        return disk.list(FOLDER).stream()
                .filter(name -> name.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private Optional<Generation> read(long step, List<Loss> losses) throws IOException {
        String file = list(step);
        try (InputStream in = disk.read(file)) {
            Generation generation = Generation.decode(in.readAllBytes(), disk.describe(file));
            if (!generation.identity().equals(identity) || generation.step() != step) {
                throw new DamagedException(disk.describe(file) + ": belongs to run "
                        + generation.identity().run() + " of network "
                        + generation.identity().networkHash() + " at step " + generation.step() + ", not to run "
                        + identity.run() + " of network " + identity.networkHash() + " at step " + step);
            }
            if (!generation.knows(changes.of(generation.leg().number()))) {
                setAside(step, disk.describe(file) + ": was made without knowing of a change of a stimulus before");
                return Optional.empty();
            }
            String lacking = Lacking.of(generation, disk, recordings.isPresent());
            if (lacking.isEmpty()) {
                return Optional.of(generation);
            }
            if (generation.parts().stream().allMatch(p -> p.nodes().isEmpty())) {
                throw new DamagedException(lacking);
            }
            if (countsNoLonger(step)) {
                losses.add(new Loss(step, lacking));
            }
            return Optional.empty();
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
        countsNoLonger(step);
    }

    /** Takes its list away; false if another node was faster. */
    private boolean countsNoLonger(long step) throws IOException {
        try {
            disk.rename(list(step), folder(step) + "/" + DAMAGED);
            return true;
        } catch (NoSuchFileException | FileNotFoundException e) {
            return false;
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

    private interface Reading<T> {
        T of(PartName part, String file) throws IOException;
    }

    /** Reads the first copy that is not damaged. */
    private <T> T undamaged(PartName part, Reading<T> reading) throws IOException {
        while (true) {
            try {
                return reading.of(part, disk.describe(part.file()));
            } catch (DamagedException e) {
                if (!disk.hasOtherCopy(part.file())) {
                    throw e;
                }
                warnings.accept(e.getMessage() + "; another node's copy is used");
            }
        }
    }

    private GroupState part(PartName part) throws IOException {
        return undamaged(part, (name, file) -> {
            try (InputStream in = disk.read(name.file())) {
                if (!PartFile.intact(in, name)) {
                    throw new DamagedException(file + ": is damaged (its sum differs)");
                }
            }
            try (InputStream in = disk.read(name.file())) {
                return PartFile.read(in, identity, name, file);
            }
        });
    }

    /** The last spikes of all groups, each having been checked. */
    public List<SpikeBatch> recent(Generation generation) throws IOException {
        List<SpikeBatch> batches = new ArrayList<>();
        for (PartName part : generation.parts()) {
            batches.add(undamaged(part, (name, file) -> {
                try (InputStream in = disk.read(name.file())) {
                    return PartFile.head(in, identity, name, file).recent();
                }
            }));
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

    /**
     * Removes all that was written for steps before one, but not what is newer. A folder that cannot be removed, as while
     * somebody writes into it, stays until the next time.
     */
    public void release(long beforeStep) throws IOException {
        for (long step : steps()) {
            if (step < beforeStep) {
                try {
                    disk.deleteFolder(folder(step));
                } catch (IOException e) {
                    warnings.accept(disk.describe(folder(step)) + ": cannot be removed yet (" + e + ")");
                }
            }
        }
    }
}
