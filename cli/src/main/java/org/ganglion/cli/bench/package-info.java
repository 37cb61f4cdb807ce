/**
 * What {@code ganglion bench} measures: standard networks, and what the machine allows in the same process.
 *
 * <p>Names of networks flow in; a table flows out. Read {@link org.ganglion.cli.bench.BenchRun} first.
 */
@NullMarked
package org.ganglion.cli.bench;

import org.jspecify.annotations.NullMarked;
