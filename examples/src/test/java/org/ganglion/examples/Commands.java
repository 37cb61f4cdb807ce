package org.ganglion.examples;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command {@code ganglion}, in processes of its own. */
final class Commands implements AutoCloseable {
    private final List<Process> started = new ArrayList<>();

    /**
     * Starts one.
     *
     * @param in a command that runs another; empty where there is none
     * @param words what stands after {@code ganglion}
     * @param says where what it says is written
     */
    Process start(List<String> in, List<String> words, Path says) throws IOException {
        List<String> command = new ArrayList<>(in);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (option.startsWith("-XX") || option.startsWith("--add") || option.startsWith("--sun")) {
                command.add(option);
            }
        }
        command.addAll(List.of(
                "--add-modules=jdk.incubator.vector",
                "-Xmx2g",
                "-cp",
                System.getProperty("java.class.path"),
                "org.ganglion.cli.Start"));
        command.addAll(words);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(says.toFile())
                .start();
        started.add(process);
        return process;
    }

    /** How many were started. */
    int count() {
        return started.size();
    }

    /** The one that was started first. */
    Process first() {
        return started.getFirst();
    }

    /** Ends those that still run. */
    @Override
    public void close() {
        started.forEach(Process::destroyForcibly);
    }
}
