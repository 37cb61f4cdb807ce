package org.ganglion.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ganglion.cli.cluster.AnyNode;
import org.ganglion.cli.cluster.ClusterOptions;
import org.ganglion.cli.cluster.StatusText;
import org.ganglion.cli.model.UserException;
import org.ganglion.distributed.run.Visit;
import org.ganglion.distributed.wire.proto.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ganglion status}. */
@Command(name = "status", description = "Tells who takes part in a run, who holds what, and who waits for whom.")
final class StatusCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "RUN",
            description = "Folder of the run, or HOST:PORT of a node; by default the node of this machine.")
    private Optional<String> run = Optional.empty();

    @Override
    public Integer call() throws IOException, InterruptedException {
        String where = run.orElse("127.0.0.1:" + ClusterOptions.PORT);
        spec.commandLine().getOut().print(StatusText.of(status(where)));
        return 0;
    }

    static Status status(String where) throws IOException, InterruptedException {
        if (Files.isDirectory(Path.of(where))) {
            return AnyNode.status(Path.of(where))
                    .orElseThrow(() -> new UserException(where + ": no node of this run answers"));
        }
        try {
            return Visit.status(where);
        } catch (IOException e) {
            throw new UserException(where + ": no node answers there" + Visit.why(e)
                    + "; name the folder of a run on nodes, or HOST:PORT of one of its nodes");
        }
    }
}
