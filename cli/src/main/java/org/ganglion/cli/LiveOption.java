package org.ganglion.cli;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import org.ganglion.cli.cluster.Reachable;
import org.ganglion.cli.live.LiveAddress;
import org.ganglion.cli.live.LivePage;
import org.ganglion.cli.live.LiveSubject;
import org.ganglion.cli.model.UserException;
import org.ganglion.cli.run.Screen;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Whether and where a run has a live page. */
@Command // picocli wants an annotation of its own on what it mixes in
final class LiveOption {
    private static final String ANYWHERE = "0";

    @Option(
            names = "--live",
            arity = "0..1",
            paramLabel = "[HOST:]PORT",
            preprocessor = AttachedOnly.class,
            description = "Serves a page that shows the run as it goes on, at 127.0.0.1 and a free port unless told.")
    private Optional<String> live = Optional.empty();

    /** Takes a value only where it is attached, so that {@code --live brunel.yaml} leaves the model alone. */
    static final class AttachedOnly implements CommandLine.IParameterPreprocessor {
        @Override
        public boolean preprocess(
                Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> information) {
            boolean attached = "=".equals(information.get("separator"));
            if (!attached) {
                arguments.push(ANYWHERE);
            }
            return false;
        }
    }

    /**
     * Checks where the page is to be, before anything is started or replaced.
     *
     * @throws UserException if it cannot be there
     */
    void require() {
        if (live.isPresent()) {
            Reachable.requireFree("--live", address().host(), address().port());
        }
    }

    /**
     * Checks that none is asked for.
     *
     * @throws UserException if one is
     */
    void requireNone() {
        if (live.isPresent()) {
            throw new UserException("--live is of single runs; a sweep has no page");
        }
    }

    private LiveAddress address() {
        String text = live.orElse(ANYWHERE);
        return LiveAddress.of(text)
                .orElseThrow(() -> new UserException(
                        "--live: '" + text + "' is no port; write --live, --live=8080 or --live=0.0.0.0:8080"));
    }

    /** Does something, with a page where that is wanted. */
    int during(LiveSubject subject, Screen screen, LivePage.Work work) throws IOException, InterruptedException {
        return live.isEmpty() ? work.run() : LivePage.during(address(), subject, screen::warn, work);
    }
}
