package org.ganglion.distributed.checkpoint;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Map;

/**
 * The disk of another node, as far as it may be used from here: files of checkpoints and recordings, by name, in pieces of at
 * most {@link #PIECE} bytes. Equal to another one if it is the same process.
 *
 * <p>Where the other node answers and does not do it, {@link RefusedException} or {@link NoSuchFileException} is thrown; any
 * other {@link IOException} means that it was not reached.
 */
public interface Peer {
    /** The longest piece of a file, in bytes. */
    int PIECE = 1 << 20;

    /** Name of the node. */
    String node();

    /** Lengths of all files. */
    Map<String, Long> files() throws IOException;

    /** Up to so many bytes of a file; fewer only at its end. */
    byte[] read(String name, long offset, int most) throws IOException;

    /**
     * Writes the next piece of a file that is there only when its last piece has come.
     *
     * @param total bytes of the file
     * @param sum CRC32C of the whole file; another one is refused
     */
    void put(String name, long offset, long total, byte[] piece, int sum) throws IOException;

    /**
     * Writes a piece at the end of a file that grows.
     *
     * @return length of the file then; if it is less than the end of the piece, the file ends before the piece begins
     */
    long append(String name, long offset, byte[] piece) throws IOException;

    void rename(String name, String newName) throws IOException;

    void deleteFolder(String folder) throws IOException;
}
