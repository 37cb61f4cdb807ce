package org.ganglion.cli.live;

import java.nio.file.Path;
import org.ganglion.network.Experiment;

/**
 * What a page is about.
 *
 * @param folder of the run, where its spill files grow
 * @param leg of the run that is followed; 0 unless it was resumed
 */
public record LiveSubject(LiveRun run, Experiment experiment, Path folder, int leg) {}
