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
final class Workers {
    private static final double SHARE_OF_MEMORY = 0.8;

    private Workers() {}

    /** Starts one node of a run; what it says goes to {@code nodes/NAME.log}. */
    static Process start(Path run, String name, int nodes, String host, int port, boolean founder) throws IOException {
        Path logs = Files.createDirectories(run.resolve(RunFolder.NODES));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            boolean memory = option.startsWith("-Xmx") || option.startsWith("-XX:MaxRAMPercentage");
            if (!memory && !option.startsWith("-javaagent") && !option.startsWith("-agentlib")) {
                command.add(option);
            }
        }
        long mib = (long) (SHARE_OF_MEMORY * physicalBytes() / nodes) >> 20;
        command.add("-Xmx" + Math.max(256, mib) + "m");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.ganglion.cli.Start", "node"));
        command.addAll(
                List.of("--run", run.toString(), "--name", name, "--host", host, "--port", Integer.toString(port)));
        if (founder) {
            command.add("--founder");
        }
        return new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        logs.resolve(name + ".log").toFile()))
                .redirectErrorStream(true)
                .start();
    }

    private static long physicalBytes() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }
}
