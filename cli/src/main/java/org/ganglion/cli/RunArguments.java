package org.ganglion.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.ganglion.distributed.run.SharedRun;
import org.ganglion.io.record.RunFolder;
import picocli.CommandLine.Parameters;

/** What all commands take that concern a run on nodes. */
final class RunArguments {
    @Parameters(index = "0", paramLabel = "RUN", description = "Folder of the run.")
    Path run = Path.of("");

    /** Reads what its nodes agree on. */
    SharedRun read() throws IOException {
        return SharedRun.read(RunFolder.open(run).path());
    }
}
