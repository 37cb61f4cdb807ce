package org.ganglion.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ganglion.cli.estimate.EstimateText;
import org.ganglion.cli.model.UserException;
import org.ganglion.cli.run.MemoryCheck;
import org.ganglion.io.config.Config;
import org.ganglion.network.Experiment;
import org.ganglion.simulator.MemoryEstimate;
import org.ganglion.simulator.plan.MemoryEstimates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ganglion validate}. */
@Command(
        name = "validate",
        description = "Checks a model without running it, and tells what it will take.",
        footer = {
            "",
            "Examples:",
            "  ganglion validate brunel.yaml",
            "  ganglion validate pd14.yaml --set scale=1 --rate 4",
            "",
            "Exit codes: 0 the model has no mistakes (be it too large for this machine), 2 it has (all are listed)."
        })
final class ValidateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private ModelArguments model = new ModelArguments();

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
        Config config = model.read();
        Experiment experiment = config.experiment();
        MemoryEstimate estimate = MemoryEstimates.of(experiment);
        PrintWriter out = spec.commandLine().getOut();
        out.println(model.file + ": ok");
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
        return 0;
    }
}
