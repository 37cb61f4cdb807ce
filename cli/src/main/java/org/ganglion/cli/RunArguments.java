package org.ganglion.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ganglion.cli.model.UserException;
import org.ganglion.distributed.run.SharedRun;
import picocli.CommandLine.Parameters;

/** What all commands take that concern a run on nodes. */
final class RunArguments {
    @Parameters(index = "0", paramLabel = "RUN", description = "Folder of the run.")
    Path run = Path.of("");

    /** Reads what its nodes agree on. */
    SharedRun read() throws IOException {
        if (!Files.exists(run.resolve(SharedRun.CLUSTER))) {
            throw new UserException(run + ": holds no run on nodes; one is started with ganglion run --nodes N");
        }
        return SharedRun.read(run);
    }
}
