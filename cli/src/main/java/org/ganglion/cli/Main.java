package org.ganglion.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code ganglion}. */
@Command(name = "ganglion", mixinStandardHelpOptions = true)
public final class Main implements Runnable {
    private Main() {}

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
