package org.ganglion.distributed.checkpoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ganglion.io.record.SpillNames;

/**
 * What groups recorded, kept as safe as their state: whoever hosts a group has all that it ever recorded, and so has one other
 * node's disk, before a part of it counts as saved. Where all nodes share a folder that is so by itself.
 */
public final class SpillRecords implements Recorded.Keeping {
    private final MirroredDisk disk;
    private final Map<Start, List<Recorded>> before = new ConcurrentHashMap<>();

    private record Start(int group, long incarnation) {}

    public SpillRecords(MirroredDisk disk) {
        this.disk = disk;
    }

    @Override
    public void begin(int group, long incarnation, List<Recorded> recorded) {
        before.put(new Start(group, incarnation), List.copyOf(recorded));
    }

    @Override
    public List<Recorded> keep(int group, long incarnation) throws IOException {
        List<Recorded> all = new ArrayList<>(before.getOrDefault(new Start(group, incarnation), List.of()));
        for (Recorded file : all) {
            require(file);
        }
        for (String name : SpillNames.of(disk.local().root(), group, incarnation)) {
            all.add(new Recorded(name, disk.local().size(name)));
        }
        for (Recorded file : all) {
            disk.copyGrowing(file.name());
        }
        return all;
    }

    private void require(Recorded file) throws IOException {
        if (disk.local().size(file.name()) >= file.bytes()) {
            return;
        }
        do {
            disk.fetch(file.name());
        } while (disk.local().size(file.name()) < file.bytes() && disk.mayTurnUp());
        if (disk.local().size(file.name()) < file.bytes()) {
            throw new DamagedException(disk.describe(file.name()) + ": what was recorded is lost: " + file.bytes()
                    + " bytes of it are on no disk that can be reached");
        }
    }

    /**
     * Has all that a whole checkpoint needs in this node's own folder: its parts, and what was recorded.
     *
     * @throws DamagedException if some of it is on no disk that can be reached
     */
    public void gather(Generation generation, List<Recorded> needed) throws IOException {
        for (String name : disk.growing()) {
            disk.fetch(name);
        }
        for (Recorded file : needed) {
            require(file);
        }
        for (PartName part : generation.parts()) {
            require(part.file());
            require(part.recordedFile());
        }
        require(Checkpoints.list(generation.step()));
    }

    private void require(String file) throws IOException {
        while (!disk.fetch(file)) {
            if (!disk.mayTurnUp()) {
                throw new DamagedException(disk.describe(file) + ": is on no disk that can be reached");
            }
        }
    }
}
