package org.ganglion.distributed.checkpoint;

import java.util.List;

/**
 * A part of a checkpoint that is on disk.
 *
 * @param incarnation of the group that wrote it: two that wrote the same part wrote two files
 * @param bytes length of the file
 * @param sum CRC32C of the file up to the sum at its end
 * @param nodes on whose disks it is; empty where all nodes share one folder
 */
public record PartName(long step, int group, long incarnation, long bytes, int sum, List<String> nodes) {

    public PartName {
        nodes = List.copyOf(nodes);
    }

    /** A part in a folder that all nodes share. */
    PartName(long step, int group, long incarnation, long bytes, int sum) {
        this(step, group, incarnation, bytes, sum, List.of());
    }

    /** The same part, on the disks of some nodes. */
    PartName on(List<String> itsNodes) {
        return new PartName(step, group, incarnation, bytes, sum, itsNodes);
    }

    String file() {
        return Checkpoints.folder(step) + "/part-" + group + "-" + Long.toHexString(incarnation);
    }

    /** The list of what the group had recorded when it wrote this part. */
    String recordedFile() {
        return Checkpoints.folder(step) + "/recorded-" + group + "-" + Long.toHexString(incarnation);
    }
}
