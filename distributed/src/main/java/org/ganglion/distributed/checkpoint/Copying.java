package org.ganglion.distributed.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Takes files from one disk to another, piece by piece. */
final class Copying {
    private Copying() {}

    /** Copies a file that does not change. */
    static boolean put(FolderDisk from, Peer to, String name) throws IOException {
        Path path = from.root().resolve(name);
        long total = from.size(name);
        int sum = Shelf.sum(path);
        try (InputStream in = from.read(name)) {
            long offset = 0;
            do {
                byte[] piece = in.readNBytes(Peer.PIECE);
                to.put(name, offset, total, piece, sum);
                offset += piece.length;
                if (piece.length == 0 && offset < total) {
                    throw new RefusedException(name + ": has become shorter");
                }
            } while (offset < total);
        }
        return true;
    }

    /**
     * Copies what a file has grown by.
     *
     * @param known how much the other one is known to have; it may be more or less
     */
    static boolean append(FolderDisk from, Peer to, String name, long known) throws IOException {
        Shelf here = new Shelf(from.root());
        long end = from.size(name);
        long offset = Math.min(known, end);
        boolean wentBack = false;
        while (offset < end) {
            byte[] piece = here.read(name, offset, (int) Math.min(Peer.PIECE, end - offset));
            long size = to.append(name, offset, piece);
            if (size < offset + piece.length && (wentBack || size >= offset)) {
                throw new RefusedException(name + ": stays at " + size + " bytes");
            }
            wentBack = size < offset;
            offset = size;
        }
        return true;
    }

    /** Fetches what another node has more of a file that grows. */
    static boolean fetchGrowing(Shelf here, long from, Peer peer, String name) throws IOException {
        long offset = Math.max(0, from);
        while (true) {
            byte[] piece = peer.read(name, offset, Peer.PIECE);
            if (piece.length == 0) {
                return true;
            }
            offset = here.append(name, offset, piece);
        }
    }
}
