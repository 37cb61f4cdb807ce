/**
 * Runs on several nodes from the command line: starting worker processes, watching them, asking and stopping them.
 *
 * <p>Read {@link org.ganglion.cli.cluster.ClusterLaunch} first.
 */
@NullMarked
package org.ganglion.cli.cluster;

import org.jspecify.annotations.NullMarked;
