package org.ganglion.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ganglion.cli.bench.BenchRun;
import org.ganglion.cli.bench.BenchTable;
import org.ganglion.cli.bench.Benchmark;
import org.ganglion.cli.bench.StandardNetwork;
import org.ganglion.cli.model.UserException;
import org.ganglion.network.spec.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ganglion bench}. */
@Command(
        name = "bench",
        description = "Measures standard networks, and the limits of this machine in the same process.",
        footer = {
            "",
            "Networks: pd14-10, pd14-100, brunel-delta, brunel-alpha, stdp, coba, cuba, multi-area; all of them if none is",
            "named. Nothing else should run meanwhile. A run of all takes a minute or two and, for pd14-100, 3 GiB. Only if",
            "named: sparse-10k, sparse-1m, dense-10k and dense-1m (6 GiB), a network of 10,000 and of 1,000,000 neurons with",
            "100 and with 1,000 synapses each.",
            "",
            "Columns: build s, seconds to build; RTF, wall time over model time; ns/event and ns/neuron, what a synaptic",
            "event and a step of a neuron with its stimuli take of one core, and beside each the limit, what it would take",
            "if all were in the cache or streamed; of limit, the share of the speed that the limits would allow."
        })
final class BenchCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "NETWORK", arity = "0..*", description = "What to measure.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Also writes the table to a file, as comma-separated values.")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Number of threads; by default as many as there are processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--root", paramLabel = "DIR", description = "Where Ganglion's examples are; found by itself.")
    private Path root = Path.of(System.getProperty("ganglion.root", ""));

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<StandardNetwork> networks = chosen();
        if (threads < 1) {
            throw new UserException("--threads: " + threads + " is below 1; give 1 or more");
        }
        output.ifPresent(OutputFile::checked);
        PrintWriter out = spec.commandLine().getOut();
        Benchmark benchmark = Benchmark.prepare(threads);
        out.print(benchmark.limits());
        out.print(BenchTable.header());
        out.flush();
        List<BenchRun> runs = new ArrayList<>();
        for (StandardNetwork network : networks) {
            runs.add(benchmark.run(network, root));
            out.print(BenchTable.row(runs.getLast()));
            out.flush();
        }
        if (output.isPresent()) {
            Files.writeString(output.get(), BenchTable.csv(runs));
        }
        return 0;
    }

    private List<StandardNetwork> chosen() {
        List<StandardNetwork> all = new ArrayList<>(StandardNetwork.ALL);
        all.addAll(StandardNetwork.BY_SIZE);
        List<String> known = all.stream().map(StandardNetwork::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new UserException(Suggestion.unknown("network", name, known));
            }
        }
        return names.isEmpty()
                ? StandardNetwork.ALL
                : all.stream().filter(n -> names.contains(n.name())).toList();
    }
}
