/**
 * Tables in files: columns of numbers in text or HDF5.
 *
 * <p>A file and the names of its columns flow in; a {@link org.ganglion.io.table.Table} flows out, or every mistake with
 * its line. Read {@link org.ganglion.io.table.TableReader} first.
 */
@NullMarked
package org.ganglion.io.table;

import org.jspecify.annotations.NullMarked;
