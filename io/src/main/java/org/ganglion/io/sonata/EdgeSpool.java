package org.ganglion.io.sonata;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ganglion.io.sonata.source.SonataException;
import org.ganglion.io.yaml.Position;
import org.ganglion.network.wiring.Spool;
import org.ganglion.network.wiring.SynapseList;
import org.jspecify.annotations.Nullable;

/**
 * A file for the edges of a circuit, sorted by target, in the folder for temporary files. It is made when the first edges come
 * and has no name from then on, so that the system takes it back with the process, however that ends. Closed when nothing
 * refers to it any more.
 *
 * <p>A {@code FileChannel} would be closed for all by the interruption of one thread that reads.
 */
final class EdgeSpool implements Spool {
    /** Lists of fewer bytes than this stay in memory. */
    private static final long WORTH_MOVING = 1 << 18;

    /** Memory that lists of more bytes than this have taken is given back at once. */
    private static final long WORTH_COLLECTING = 1 << 26;

    private @Nullable RandomAccessFile file;
    private long end;
    private long uncollected;

    /** The same list, in the file if it is long. */
    SynapseList keep(SynapseList list) {
        long size = list.synapses() * list.synapseBytes();
        return size < WORTH_MOVING ? list : list.in(this);
    }

    /**
     * Has the collector take the memory of lists that have been moved here, where it is much. Else the heap would grow for
     * what comes next.
     */
    synchronized void collect() {
        if (uncollected > WORTH_COLLECTING) {
            uncollected = 0;
            System.gc();
        }
    }

    @Override
    public synchronized long reserve(long size) {
        long begin = end;
        end += size;
        uncollected += size;
        return begin;
    }

    @Override
    public synchronized void write(long position, byte[] bytes, int count) {
        try {
            RandomAccessFile open = opened();
            open.seek(position);
            open.write(bytes, 0, count);
        } catch (IOException e) {
            throw wrong("edges cannot be kept there (" + e.getMessage() + "); free " + (end >> 20)
                    + " MiB and more, or name another folder: GANGLION_JAVA_OPTS=-Djava.io.tmpdir=FOLDER");
        }
    }

    @Override
    public synchronized void read(long position, byte[] out, int count) {
        try {
            RandomAccessFile open = opened();
            open.seek(position);
            open.readFully(out, 0, count);
        } catch (IOException e) {
            throw wrong("edges that were kept there cannot be read again (" + e.getMessage() + ")");
        }
    }

    private RandomAccessFile opened() throws IOException {
        RandomAccessFile open = file;
        if (open == null) {
            Path path = Files.createTempFile("ganglion-edges-", ".tmp");
            try {
                open = new RandomAccessFile(path.toFile(), "rw");
            } finally {
                Files.delete(path);
            }
            file = open;
        }
        return open;
    }

    private static SonataException wrong(String what) {
        return new SonataException(Position.of(System.getProperty("java.io.tmpdir", "")), "", what);
    }
}
