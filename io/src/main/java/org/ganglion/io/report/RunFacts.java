package org.ganglion.io.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ganglion.network.Experiment;
import org.ganglion.simulator.RunSummary;
import org.ganglion.simulator.Runaway;

/**
 * All that is told of a run once it has ended.
 *
 * @param version of Ganglion
 * @param config the configuration after expressions, as JSON text; empty where the network was not read from a file
 * @param networkHash hash of the network as built; empty where there is none
 * @param ended when the run ended
 * @param folder where the files are
 * @param files what was written, in the order to be told
 * @param runaway why it ended before it was meant to, where a population fired too fast
 */
public record RunFacts(
        Experiment experiment,
        RunSummary summary,
        String version,
        String config,
        String networkHash,
        Instant ended,
        MemoryPeak memory,
        Path folder,
        List<Path> files,
        Optional<Runaway> runaway) {

    public RunFacts {
        files = List.copyOf(files);
    }

    /** Of a run that no population ended. */
    public RunFacts(
            Experiment experiment,
            RunSummary summary,
            String version,
            String config,
            String networkHash,
            Instant ended,
            MemoryPeak memory,
            Path folder,
            List<Path> files) {
        this(experiment, summary, version, config, networkHash, ended, memory, folder, files, Optional.empty());
    }
}
