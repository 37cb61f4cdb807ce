package org.ganglion.distributed.checkpoint;

/**
 * A part of a checkpoint that is on disk.
 *
 * @param incarnation of the group that wrote it: two that wrote the same part wrote two files
 * @param bytes length of the file
 * @param sum CRC32C of the file up to the sum at its end
 */
public record PartName(long step, int group, long incarnation, long bytes, int sum) {

    String file() {
        return Checkpoints.folder(step) + "/part-" + group + "-" + Long.toHexString(incarnation);
    }
}
