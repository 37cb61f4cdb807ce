package org.ganglion.cli;

import org.ganglion.cli.run.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Gives a command the screen that it was called from. */
@Command // picocli wants an annotation of its own on what it mixes in
final class Screens {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    /** What shows how a run gets on: a bar that is rewritten, where that can be. */
    Screen screen() {
        return screen(false, false);
    }

    /**
     * Likewise, as the command was told.
     *
     * @param plain whether only lines are written
     * @param quiet whether nothing but errors is written
     */
    Screen screen(boolean plain, boolean quiet) {
        return new Screen(
                command.commandLine().getOut(),
                command.commandLine().getErr(),
                !plain && !quiet && Screen.errorIsTerminal(),
                quiet);
    }
}
