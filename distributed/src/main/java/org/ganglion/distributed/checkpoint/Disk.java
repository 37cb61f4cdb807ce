package org.ganglion.distributed.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Files by name, each written whole or not at all. Several nodes may use the same disk at once. */
public interface Disk {

    /** Writes what a file holds. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file: when this returns it is there for good; when the writer dies before, it is as if never begun.
     *
     * @return the nodes on whose own disks it was put; empty where all nodes share this disk, and of lists that all have
     */
    List<String> write(String name, Content content) throws IOException;

    /**
     * Writes a file likewise unless there is one of that name.
     *
     * @return whether it was written; of several who try at once on one disk one succeeds
     */
    default boolean create(String name, Content content) throws IOException {
        boolean free = !exists(name);
        if (free) {
            write(name, content);
        }
        return free;
    }

    /** Opens a file for reading. */
    InputStream read(String name) throws IOException;

    boolean exists(String name) throws IOException;

    /** Length of a file in bytes; -1 if there is none. */
    long size(String name) throws IOException;

    /** What is in a folder, files and folders, without the names above it; empty if there is no such folder. */
    List<String> list(String folder) throws IOException;

    /** Gives a file another name, at once. */
    void rename(String name, String newName) throws IOException;

    /** Removes a folder and all in it; nothing happens if there is none. */
    void deleteFolder(String folder) throws IOException;

    /**
     * Whether what seems to be missing may yet turn up, because a node that may have it has not answered; waits a moment then.
     * It says so for a few seconds at most.
     */
    default boolean mayTurnUp() throws IOException {
        return false;
    }

    /** Takes the copy of a file that was read last, and found to be damaged, out of use: whether there is another one. */
    default boolean hasOtherCopy(String damaged) throws IOException {
        return false;
    }

    /** What the disk is called in messages to the user. */
    String describe(String name);
}
