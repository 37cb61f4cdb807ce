package org.ganglion.io.sonata.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/**
 * A file that is read through, until it has been read more often, or for more, than it has bytes to tell: then something in it leads back
 * to itself, and reading would never end. Headers are looked at by {@link ObjectHeaders} on the way.
 */
final class CountedChannel extends FileChannel {
    private static final long ALWAYS_ALLOWED = 10_000;
    private static final long BYTES_ALWAYS_ALLOWED = 1 << 24;

    private final FileChannel file;
    private final ObjectHeaders headers;
    private final long allowed;
    private final long bytesAllowed;
    private long reads;
    private long bytes;

    CountedChannel(FileChannel file) throws IOException {
        this.file = file;
        this.headers = new ObjectHeaders(file);
        this.allowed = ALWAYS_ALLOWED + file.size() / Long.BYTES;
        this.bytesAllowed = BYTES_ALWAYS_ALLOWED + 4 * file.size();
    }

    /** Begins to count anew. */
    void restart() {
        reads = 0;
        bytes = 0;
    }

    private void count(long more) {
        bytes += more;
        if (++reads > allowed) {
            throw new IllegalStateException("a part of it leads back to itself");
        }
        if (bytes > bytesAllowed) {
            throw new IllegalStateException("a part of it claims to be larger than the file");
        }
    }

    @Override
    public int read(ByteBuffer target, long at) throws IOException {
        count(target.remaining());
        int begin = target.position();
        int got = file.read(target, at);
        look(target, begin, got, at);
        return got;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        count(target.remaining());
        long at = file.position();
        int begin = target.position();
        int got = file.read(target);
        look(target, begin, got, at);
        return got;
    }

    private void look(ByteBuffer target, int begin, int got, long at) throws IOException {
        if (got > 0) {
            headers.look(target.slice(begin, got), at);
        }
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        count(0);
        return file.read(targets, offset, length);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long at, long size) throws IOException {
        count(0);
        return file.map(mode, at, size);
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public FileChannel position(long at) throws IOException {
        file.position(at);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public long transferTo(long at, long count, WritableByteChannel target) throws IOException {
        return file.transferTo(at, count, target);
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        throw new NonWritableChannelException();
    }

    @Override
    public int write(ByteBuffer source, long at) {
        throw new NonWritableChannelException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long at, long count) {
        throw new NonWritableChannelException();
    }

    @Override
    public FileChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public void force(boolean metaData) throws IOException {
        file.force(metaData);
    }

    @Override
    public FileLock lock(long at, long size, boolean shared) throws IOException {
        return file.lock(at, size, shared);
    }

    @Override
    public FileLock tryLock(long at, long size, boolean shared) throws IOException {
        return file.tryLock(at, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }
}
