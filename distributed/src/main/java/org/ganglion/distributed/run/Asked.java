package org.ganglion.distributed.run;

import java.util.ArrayList;
import java.util.List;
import org.ganglion.distributed.cluster.NodeActor;

/**
 * What a node was asked. An actor system that is given up takes with it what it was told last, so the next one is told that
 * again: the end of the run and of the node whenever they were asked for, what does no harm twice if it was asked lately.
 */
final class Asked {
    private static final long LATELY_NS = 15_000_000_000L;

    private record Command(NodeActor.Command what, long atNs) {
        boolean lasts() {
            return what instanceof NodeActor.AskStop || what instanceof NodeActor.Drain;
        }

        /** A run that is paused goes on twice as far if it is asked twice. */
        boolean mayComeTwice() {
            return !(what instanceof NodeActor.AskHold hold && hold.steps() > 0);
        }
    }

    private final List<Command> commands = new ArrayList<>();

    synchronized void add(NodeActor.Command command) {
        long now = System.nanoTime();
        commands.removeIf(c -> !c.lasts() && now - c.atNs() > LATELY_NS);
        if (commands.stream().noneMatch(c -> c.lasts() && c.what().equals(command))) {
            commands.add(new Command(command, now));
        }
    }

    /** What the next actor system is told. */
    synchronized List<NodeActor.Command> lately() {
        long now = System.nanoTime();
        return commands.stream()
                .filter(c -> c.lasts() || (c.mayComeTwice() && now - c.atNs() < LATELY_NS))
                .map(Command::what)
                .toList();
    }
}
