package org.ganglion.io.hdf5;

import java.util.Arrays;

/** Ids of the nodes that spike in one step. */
final class IdBuffer {
    private long[] ids = new long[16];
    private int size;
    private boolean rising = true;

    void add(long id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
        }
        rising &= size == 0 || ids[size - 1] <= id;
        ids[size++] = id;
    }

    IdBuffer sorted() {
        if (!rising) {
            Arrays.sort(ids, 0, size);
        }
        return this;
    }

    int size() {
        return size;
    }

    long get(int i) {
        return ids[i];
    }

    void clear() {
        size = 0;
        rising = true;
    }
}
