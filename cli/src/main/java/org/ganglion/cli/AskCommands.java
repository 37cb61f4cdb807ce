package org.ganglion.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.ganglion.cli.cluster.AnyNode;
import org.ganglion.cli.cluster.NodesChange;
import org.ganglion.cli.live.LiveKnobs;
import org.ganglion.cli.model.UserException;
import org.ganglion.distributed.run.Visit;
import org.ganglion.io.config.ChangeArgument;
import org.ganglion.network.Experiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Commands that ask something of a run that goes on. */
final class AskCommands {
    private AskCommands() {}

    private static int ask(RunArguments arguments, AnyNode.Request request) throws IOException, InterruptedException {
        arguments.read();
        if (AnyNode.hears(arguments.run, request)) {
            return 0;
        }
        throw new UserException(arguments.run + ": no node of this run answers");
    }

    /** {@code ganglion checkpoint}. */
    @Command(name = "checkpoint", description = "Has a run on nodes save itself now.")
    static final class Checkpoint implements Callable<Integer> {
        @Mixin
        private RunArguments arguments = new RunArguments();

        @Override
        public Integer call() throws IOException, InterruptedException {
            return ask(arguments, Visit::checkpoint);
        }
    }

    /** {@code ganglion stop}. */
    @Command(
            name = "stop",
            description = "Ends a run on nodes where it is, with its results up to there; it can be resumed.")
    static final class Stop implements Callable<Integer> {
        @Mixin
        private RunArguments arguments = new RunArguments();

        @Override
        public Integer call() throws IOException, InterruptedException {
            return ask(arguments, Visit::stop);
        }
    }

    /** {@code ganglion pause}. */
    @Command(
            name = "pause",
            description = "Has all groups of a run on nodes stand still at one step, until ganglion unpause.")
    static final class Pause implements Callable<Integer> {
        @Mixin
        private RunArguments arguments = new RunArguments();

        @Override
        public Integer call() throws IOException, InterruptedException {
            return ask(arguments, door -> Visit.hold(door, true, 0));
        }
    }

    /** {@code ganglion step}. */
    @Command(
            name = "step",
            description = "Lets a run on nodes that is paused go on for some steps; one that is not is paused.")
    static final class Step implements Callable<Integer> {
        @Mixin
        private RunArguments arguments = new RunArguments();

        @Option(names = "--steps", paramLabel = "N", description = "Steps; 1 by default.")
        private int steps = 1;

        @Override
        public Integer call() throws IOException, InterruptedException {
            if (steps < 1) {
                throw new UserException("--steps: " + steps + " is not a number of steps; write 1 or more");
            }
            return ask(arguments, door -> Visit.hold(door, true, steps));
        }
    }

    /** {@code ganglion change}. */
    @Command(
            name = "change",
            description = "Gives a stimulus of a run on nodes another value while it goes on.",
            footer = {
                "",
                "Examples:",
                "  ganglion change runs/multi-area stimuli.background.rate='9 kHz'",
                "",
                "It takes effect at a step that all groups still have before them, which is said, and written into",
                "run.json, which repeats the run."
            })
    static final class Change implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Mixin
        private RunArguments arguments = new RunArguments();

        @Parameters(index = "1", paramLabel = "PATH=VALUE", description = "As in stimuli.ext.rate='9 Hz'.")
        private String assignment = "";

        @Override
        public Integer call() throws IOException, InterruptedException {
            Experiment experiment = arguments.read().network(arguments.run).experiment();
            org.ganglion.network.Change change = ChangeArgument.parse(assignment, "change", experiment, 0);
            NodesChange asked = new NodesChange(arguments.run, change);
            NodesChange.Outcome outcome = asked.ask();
            switch (outcome.answer()) {
                case PASSED_ON -> {}
                case REFUSED -> throw new UserException(change.path() + ": " + outcome.why());
                case NOBODY_ANSWERS -> throw new UserException(arguments.run + ": no node of this run answers");
            }
            long step = asked.awaitStep()
                    .orElseThrow(() -> new UserException(arguments.run + ": the run ended before it was changed"));
            double dtMs = experiment.settings().dtMs();
            spec.commandLine().getOut().println(LiveKnobs.told(change.atStep(step, dtMs)));
            return 0;
        }
    }

    /** {@code ganglion unpause}. */
    @Command(name = "unpause", description = "Lets a run on nodes that is paused go on.")
    static final class Unpause implements Callable<Integer> {
        @Mixin
        private RunArguments arguments = new RunArguments();

        @Override
        public Integer call() throws IOException, InterruptedException {
            return ask(arguments, door -> Visit.hold(door, false, 0));
        }
    }
}
