package org.ganglion.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.ganglion.cli.cluster.AnyNode;
import org.ganglion.cli.model.UserException;
import org.ganglion.distributed.run.Visit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
