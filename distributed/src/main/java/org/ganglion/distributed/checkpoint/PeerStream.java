package org.ganglion.distributed.checkpoint;

import java.io.IOException;
import java.io.InputStream;

/** Reads a file from other nodes' disks, in pieces that grow, so that who reads only its beginning does not wait long. */
final class PeerStream extends InputStream {
    private static final int FIRST_PIECE = 1 << 16;

    private final Pieces pieces;
    private byte[] piece = new byte[0];
    private int at;
    private long offset;
    private int most = FIRST_PIECE;

    /** Where the pieces of a file come from; none is empty but at its end. */
    interface Pieces {
        byte[] read(long offset, int most) throws IOException;
    }

    PeerStream(Pieces pieces) {
        this.pieces = pieces;
    }

    private boolean more() throws IOException {
        if (at == piece.length) {
            piece = pieces.read(offset, most);
            offset += piece.length;
            at = 0;
            most = Math.min(Peer.PIECE, 2 * most);
        }
        return at < piece.length;
    }

    @Override
    public int read() throws IOException {
        return more() ? piece[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, bytes, from, count);
        at += count;
        return count;
    }
}
