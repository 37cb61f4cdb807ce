package org.ganglion.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ganglion.cli.estimate.EstimateText;
import org.ganglion.cli.model.UserException;
import org.ganglion.cli.run.MemoryCheck;
import org.ganglion.cli.sweep.SweepPlan;
import org.ganglion.io.config.Config;
import org.ganglion.io.config.ConfigException;
import org.ganglion.io.config.SweepArguments;
import org.ganglion.io.sonata.source.SonataException;
import org.ganglion.network.Experiment;
import org.ganglion.network.spec.InvalidNetworkException;
import org.ganglion.simulator.MemoryEstimate;
import org.ganglion.simulator.plan.MemoryEstimates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ganglion validate}. */
@Command(
        name = "validate",
        description = "Checks models without running them, and tells what each will take.",
        footer = {
            "",
            "Examples:",
            "  ganglion validate brunel.yaml",
            "  ganglion validate pd14.yaml --set scale=1 --rate 4",
            "  ganglion validate models/*.yaml",
            "",
            "Exit codes: 0 no model has mistakes (be it too large for this machine), 2 one has (all of all are listed)."
        })
final class ValidateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = ModelArguments.FILE)
    private List<Path> files = List.of();

    @Mixin
    private ModelSettings settings = new ModelSettings();

    @Option(
            names = "--rate",
            paramLabel = "HZ",
            description = "Spikes per neuron and second that estimates of time and disk assume; 5 by default.")
    private double rateHz = 5;

    @Override
    public Integer call() {
        if (!(rateHz >= 0 && rateHz < 1e6)) {
            throw new UserException("--rate: " + rateHz + " is no rate; give spikes per neuron and second, 0 or more");
        }
        int code = 0;
        for (Path file : files) {
            code = Math.max(code, check(file));
        }
        return code;
    }

    private int check(Path file) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            Config config = settings.read(file, SweepArguments.NONE);
            config.sweep().ifPresent(sweep -> SweepPlan.check(file, settings.all(), SweepArguments.NONE, sweep));
            tell(out, file, config);
            out.flush();
            return 0;
        } catch (ConfigException | UserException | InvalidNetworkException | SonataException e) {
            PrintWriter err = spec.commandLine().getErr();
            if (files.size() > 1 && !String.valueOf(e.getMessage()).contains(file.toString())) {
                err.println(file + ":");
            }
            return Failures.tell(e, err);
        }
    }

    private void tell(PrintWriter out, Path file, Config config) {
        Experiment experiment = config.experiment();
        MemoryEstimate estimate = MemoryEstimates.of(experiment);
        out.println(file + ": ok");
        config.notes().forEach(note -> out.println("  note      " + note));
        out.printf(Locale.ROOT, "  neurons   %,d%n", experiment.network().neurons());
        out.printf(Locale.ROOT, "  synapses  %,.0f%n", estimate.synapses());
        out.printf(
                "  memory    about %s, and %s while it is built%n",
                MemoryCheck.bytes(estimate.builtBytes()), MemoryCheck.bytes(estimate.peakBytes()));
        long available = Runtime.getRuntime().maxMemory();
        if (estimate.peakBytes() > available) {
            out.printf("            more than the %s that can be used here%n", MemoryCheck.bytes(available));
        }
        EstimateText.write(out, experiment, rateHz);
    }
}
