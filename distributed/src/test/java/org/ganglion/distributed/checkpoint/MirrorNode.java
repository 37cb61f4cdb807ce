package org.ganglion.distributed.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.ganglion.simulator.group.GroupState;
import org.ganglion.simulator.link.SpikeBatch;

/** A node with a folder of its own, without its process: its disk, and those of others as seen from there. */
final class MirrorNode {
    static final RunIdentity RUN = new RunIdentity("run", "0");

    final String name;
    final Path folder;
    final MirroredDisk disk;
    final Checkpoints checkpoints;
    final List<String> said = new ArrayList<>();
    private final List<LoopPeer> peers = new ArrayList<>();
    private final AtomicLong clock = new AtomicLong();

    private MirrorNode(String name, Path root) throws IOException {
        this.name = name;
        this.folder = Files.createDirectories(root.resolve(name));
        this.disk = new MirroredDisk(
                name, new FolderDisk(folder), () -> List.copyOf(peers), said::add, () -> clock.addAndGet(400));
        this.checkpoints = new Checkpoints(disk, RUN, said::add, new SpillRecords(disk));
    }

    /** Nodes that all know each other; whenever one looks at its clock, what it has seen before is out of date. */
    static List<MirrorNode> of(Path root, String... names) throws IOException {
        List<MirrorNode> nodes = new ArrayList<>();
        for (String name : names) {
            nodes.add(new MirrorNode(name, root));
        }
        for (MirrorNode node : nodes) {
            for (MirrorNode other : nodes) {
                if (node != other) {
                    node.peers.add(new LoopPeer(node.name, other.name, new Shelf(other.folder)));
                }
            }
        }
        return nodes;
    }

    /** The way to another node. */
    LoopPeer to(MirrorNode other) {
        return peers.stream()
                .filter(p -> p.node().equals(other.name))
                .findFirst()
                .orElseThrow();
    }

    /** Is gone, with all that was on its disk. */
    void loseDisk(List<MirrorNode> others) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        others.stream().filter(o -> o != this).forEach(o -> o.to(this).down = true);
    }

    /** Returns the nodes on whose disks it is. */
    List<String> write(String file, byte[] bytes) throws IOException {
        return disk.write(file, out -> out.write(bytes));
    }

    boolean has(String file) {
        return Files.exists(folder.resolve(file));
    }

    /** Writes what a start of a group records, and returns the name of the file. */
    String records(int group, long incarnation, int bytes) throws IOException {
        String spill = "spikes-0-" + group + "-" + Long.toHexString(incarnation) + ".spill";
        Files.write(folder.resolve(spill), new byte[bytes]);
        return spill;
    }

    /** Saves a group whose state is told by one number. */
    PartName save(int group, long incarnation, long step) throws IOException {
        return checkpoints.save(group, incarnation, state(group, step)).orElseThrow();
    }

    static GroupState state(int group, long step) {
        GroupState.Neurons neurons =
                new GroupState.Neurons(0, new int[] {group}, 1, new int[] {77 + group}, new long[4], 0);
        SpikeBatch recent = new SpikeBatch(group, step - 1, new int[] {0}, new int[0]);
        return new GroupState(step, List.of(neurons), recent, List.of(), GroupState.Totals.NONE);
    }
}
