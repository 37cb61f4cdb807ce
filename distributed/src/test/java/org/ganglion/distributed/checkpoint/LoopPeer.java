package org.ganglion.distributed.checkpoint;

import java.io.IOException;
import java.net.ConnectException;
import java.util.Map;

/** The disk of another node of the same test, on whose way things can go wrong. */
final class LoopPeer implements Peer {
    private final String self;
    private final String node;
    private final Shelf shelf;
    boolean down;
    boolean tears;
    int hangs; // so many questions remain unanswered
    long appended; // bytes that came to grow a file

    /** @param self who asks */
    LoopPeer(String self, String node, Shelf shelf) {
        this.self = self;
        this.node = node;
        this.shelf = shelf;
    }

    private void cross() throws IOException {
        if (down) {
            throw new ConnectException(node + " is down");
        }
        if (hangs > 0) {
            hangs--;
            throw new IOException(node + " does not answer in time");
        }
    }

    @Override
    public String node() {
        return node;
    }

    @Override
    public Map<String, Long> files() throws IOException {
        cross();
        return shelf.files();
    }

    @Override
    public byte[] read(String name, long offset, int most) throws IOException {
        cross();
        return shelf.read(name, offset, most);
    }

    @Override
    public void put(String name, long offset, long total, byte[] piece, int sum) throws IOException {
        cross();
        byte[] arrives = piece.clone();
        if (tears) {
            arrives[arrives.length / 2] ^= 1;
        }
        shelf.put(self, name, offset, total, arrives, sum);
    }

    @Override
    public long append(String name, long offset, byte[] piece) throws IOException {
        cross();
        appended += piece.length;
        return shelf.append(name, offset, piece);
    }

    @Override
    public void rename(String name, String newName) throws IOException {
        cross();
        shelf.rename(name, newName);
    }

    @Override
    public void deleteFolder(String folder) throws IOException {
        cross();
        shelf.deleteFolder(folder);
    }
}
