package org.ganglion.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.ganglion.cli.model.UserException;
import org.ganglion.distributed.checkpoint.CheckpointInspector;
import org.ganglion.io.inspect.Hdf5Inspector;
import org.ganglion.io.inspect.Inspection;
import org.ganglion.io.inspect.KnownNodes;
import org.ganglion.io.record.SpillInspector;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ganglion inspect}. */
@Command(
        name = "inspect",
        description = "Tells what is in files of results, circuits and checkpoints, and what is wrong with them.",
        footer = {
            "",
            "Examples:",
            "  ganglion inspect runs/brunel/spikes.h5",
            "  ganglion inspect circuit/network/*_nodes.h5 circuit/network/edges.h5 circuit/output/spikes.h5",
            "  ganglion inspect runs/multi-area/checkpoints/20000",
            "",
            "Ids in edges, spikes and reports are held against the files of nodes that are named before them.",
            "Exit codes: 0 nothing is wrong, 1 something is, 2 a file is not there or of no kind that is known."
        })
final class InspectCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "Spikes, reports, rates, weights, nodes, edges, spill files, checkpoints, or a folder with some of them,"
                            + " also of a circuit.")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path file : files) {
            all.addAll(filesOf(file));
        }
        KnownNodes known = new KnownNodes();
        boolean wrong = false;
        for (Path file : all) {
            Inspection found = inspect(file, known);
            tell(file, found);
            wrong |= !found.wrong().isEmpty();
        }
        return wrong ? Failures.FAILED : 0;
    }

    private static List<Path> filesOf(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new UserException(file + ": there is no such file; check the name and the folder");
        }
        if (!Files.isDirectory(file)) {
            return List.of(file);
        }
        List<Path> known = known(file, 1);
        if (known.isEmpty()) {
            known = known(file, 2); // a circuit, which has its files in folders
        }
        if (known.isEmpty()) {
            throw new UserException(file + ": there is no file in this folder that can be inspected");
        }
        return known;
    }

    /** Files of nodes first, since ids are held against them. */
    private static List<Path> known(Path folder, int depth) throws IOException {
        try (Stream<Path> in = Files.walk(folder, depth)) {
            return in.filter(Files::isRegularFile)
                    .filter(f -> f.toString().endsWith(".h5")
                            || SpillInspector.isSpill(f)
                            || (CheckpointInspector.isOfCheckpoint(f)
                                    && !String.valueOf(f.getFileName()).startsWith("part")))
                    .sorted(Comparator.comparing((Path f) -> !f.toString().endsWith("nodes.h5"))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    private static Inspection inspect(Path file, KnownNodes known) throws IOException {
        if (Hdf5Inspector.isHdf5(file) || file.toString().endsWith(".h5")) {
            return Hdf5Inspector.of(file, known);
        }
        if (SpillInspector.isSpill(file)) {
            return SpillInspector.of(file);
        }
        if (CheckpointInspector.isOfCheckpoint(file)) {
            return CheckpointInspector.of(file);
        }
        throw new UserException(file + ": is neither HDF5, nor a spill file, nor of a checkpoint; models and"
                + " configurations are checked by ganglion validate");
    }

    private void tell(Path file, Inspection found) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                file + ": " + (found.wrong().isEmpty() ? "ok" : found.wrong().size() + " wrong"));
        found.lines().forEach(line -> out.println("  " + line));
        found.wrong().forEach(line -> out.println("  WRONG " + line));
    }
}
