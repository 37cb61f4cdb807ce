/**
 * HDF5 files in SONATA layout, written with bounded memory.
 *
 * <p>Sizes flow in first, then values in the order of time; files that h5dump, h5py and SONATA readers open flow out. Read
 * {@link org.ganglion.io.hdf5.StreamedHdf5} first, then {@link org.ganglion.io.hdf5.SpikeFile}.
 */
@NullMarked
package org.ganglion.io.hdf5;

import org.jspecify.annotations.NullMarked;
