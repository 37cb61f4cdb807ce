package org.ganglion.io.sweep;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A process that runs trials.
 *
 * @param machine where its number means something: host, and on Linux the space of process numbers
 * @param process its number
 * @param startMs when it started, by which it differs from a later one of the same number; 0 where that is not known
 */
public record Owner(String machine, long process, long startMs) {
    private static final Path PROCESS_NUMBERS = Path.of("/proc/self/ns/pid");

    /** This process. */
    public static Owner self() {
        ProcessHandle self = ProcessHandle.current();
        return new Owner(thisMachine(), self.pid(), startOf(self));
    }

    private static String thisMachine() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "unknown";
        }
        try {
            return (host + "/" + Files.readSymbolicLink(PROCESS_NUMBERS)).replaceAll("\\s", "_");
        } catch (IOException e) {
            return host.replaceAll("\\s", "_");
        }
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** Whether it runs; nothing if that cannot be told from the machine of another. */
    Optional<Boolean> isAlive(Owner here) {
        if (!machine.equals(here.machine)) {
            return Optional.empty();
        }
        return Optional.of(ProcessHandle.of(process)
                .map(p -> p.isAlive() && startOf(p) == startMs)
                .orElse(false));
    }

    String text() {
        return machine + " " + process + " " + startMs + "\n";
    }

    /** Reads what {@link #text} has written; nothing if it is not all there. */
    static Optional<Owner> of(String text) {
        List<String> parts = List.of(text.strip().split(" "));
        boolean whole = text.endsWith("\n") && parts.size() == 3;
        return whole && parts.get(1).matches("\\d{1,18}") && parts.get(2).matches("\\d{1,18}")
                ? Optional.of(new Owner(parts.get(0), Long.parseLong(parts.get(1)), Long.parseLong(parts.get(2))))
                : Optional.empty();
    }
}
