package org.ganglion.cli.cluster;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ganglion.io.record.RunFolder;

/** Starts worker processes like this one: the same Java, class path and options, and a share of the memory. */
public final class Workers {
    private static final double SHARE_OF_MEMORY = 0.8;

    private Workers() {}

    /** Starts one node of a run; what it says goes to {@code nodes/NAME.log}. */
    static Process start(Path run, String name, int nodes, String host, int port, boolean founder) throws IOException {
        Path logs = Files.createDirectories(run.resolve(RunFolder.NODES));
        List<String> arguments = new ArrayList<>(List.of("node"));
        arguments.addAll(
                List.of("--run", run.toString(), "--name", name, "--host", host, "--port", Integer.toString(port)));
        if (founder) {
            arguments.add("--founder");
        }
        return command(logs.resolve(name + ".log"), nodes, arguments)
                .redirectInput(new File("/dev/null"))
                .start();
    }

    /**
     * Starts {@code ganglion} once more, with a pipe to its standard input, which closes when this process ends.
     *
     * @param log what it says is added to this file
     * @param shares with how many others it shares the memory, itself included
     */
    public static Process begin(Path log, int shares, List<String> arguments) throws IOException {
        return command(log, shares, arguments).start();
    }

    private static ProcessBuilder command(Path log, int shares, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options(ManagementFactory.getRuntimeMXBean().getInputArguments(), shares, physicalBytes()));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.ganglion.cli.Start"));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectErrorStream(true);
    }

    /**
     * Options of Java for a worker. An {@code -Xmx} that is given holds for each; else they share the machine.
     *
     * @param own of this process
     */
    static List<String> options(List<String> own, int shares, long physicalBytes) {
        List<String> options = new ArrayList<>();
        for (String option : own) {
            boolean memory = option.startsWith("-Xms")
                    || option.startsWith("-XX:MaxRAMPercentage")
                    || option.startsWith("-XX:Initial");
            if (!memory && !option.startsWith("-javaagent") && !option.startsWith("-agentlib")) {
                options.add(option);
            }
        }
        if (own.stream().noneMatch(option -> option.startsWith("-Xmx"))) {
            long mib = (long) (SHARE_OF_MEMORY * physicalBytes / shares) >> 20;
            options.add("-Xmx" + Math.max(256, mib) + "m");
        }
        return options;
    }

    private static long physicalBytes() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }
}
