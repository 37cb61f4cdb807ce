package org.ganglion.io.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The most memory this process has used so far.
 *
 * @param resident whether it is the whole process, as the operating system counts it; else the Java heap alone
 */
public record MemoryPeak(long bytes, boolean resident) {
    private static final Pattern HIGH_WATER = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB$");

    /** Reads it, on Linux for the whole process, elsewhere for the heap. */
    public static MemoryPeak now() {
        Path status = Path.of("/proc/self/status");
        if (Files.isReadable(status)) {
            try {
                Matcher matcher = HIGH_WATER.matcher(Files.readString(status));
                if (matcher.find()) {
                    return new MemoryPeak(1024 * Long.parseLong(matcher.group(1)), true);
                }
            } catch (IOException e) {
                return heap(); // a system that hides it: the heap is what remains to be said
            }
        }
        return heap();
    }

    private static MemoryPeak heap() {
        return new MemoryPeak(Runtime.getRuntime().totalMemory(), false);
    }
}
