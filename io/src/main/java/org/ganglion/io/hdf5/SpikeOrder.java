package org.ganglion.io.hdf5;

/** Order of the spikes of a population in a file. */
public enum SpikeOrder {
    /** By time; those of equal time by node. */
    BY_TIME,
    /** By node; those of a node by time. */
    BY_ID
}
