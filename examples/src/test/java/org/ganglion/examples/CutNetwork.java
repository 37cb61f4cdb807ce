package org.ganglion.examples;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A network of two places that can be cut: two network namespaces of Linux on one bridge, which this process is on too.
 * Needs root and {@code iproute2}; without them the test is skipped.
 */
final class CutNetwork implements AutoCloseable {
    private static final String SUBNET = "198.18.77."; // set aside for tests of networks by RFC 2544
    private static final int PREFIX = 24;

    private final String name = "gang" + ProcessHandle.current().pid();
    private final List<List<String>> undo = new ArrayList<>();

    private CutNetwork() {}

    /** Makes one; skips the test where that is not possible, and says why. */
    static CutNetwork open() throws InterruptedException {
        CutNetwork network = new CutNetwork();
        try {
            network.make();
        } catch (IOException e) {
            network.close();
            assumeTrue(
                    false, "network namespaces cannot be made here, which takes root and iproute2: " + e.getMessage());
        }
        return network;
    }

    private void make() throws IOException, InterruptedException {
        String bridge = name + "b";
        ip("link", "add", bridge, "type", "bridge");
        undo.add(List.of("link", "delete", bridge));
        ip("address", "add", SUBNET + "254/" + PREFIX, "dev", bridge);
        ip("link", "set", bridge, "up");
        place("h", address(), bridge);
        place("t", addressThere(), bridge);
    }

    private void place(String suffix, String address, String bridge) throws IOException, InterruptedException {
        String space = name + suffix;
        String inside = space + "i";
        ip("netns", "add", space);
        undo.add(List.of("netns", "delete", space));
        ip("link", "add", space, "type", "veth", "peer", "name", inside, "netns", space);
        undo.add(List.of("link", "delete", space));
        ip("link", "set", space, "master", bridge);
        ip("link", "set", space, "up");
        ip("-n", space, "address", "add", address + "/" + PREFIX, "dev", inside);
        ip("-n", space, "link", "set", inside, "up");
        ip("-n", space, "link", "set", "lo", "up");
    }

    private static void ip(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
    }

    /** Begins a command that is to run in one place, which this process reaches always. */
    List<String> here() {
        return List.of("ip", "netns", "exec", name + "h");
    }

    /** Begins a command that is to run in the other place. */
    List<String> there() {
        return List.of("ip", "netns", "exec", name + "t");
    }

    /** Address of the one place. */
    String address() {
        return SUBNET + "1";
    }

    /** Address of the other. */
    String addressThere() {
        return SUBNET + "2";
    }

    /** Lets nothing through to the other place any more. */
    void cut() throws IOException, InterruptedException {
        ip("link", "set", name + "t", "down");
    }

    /** Undoes it. */
    void heal() throws IOException, InterruptedException {
        ip("link", "set", name + "t", "up");
    }

    @Override
    public void close() {
        for (List<String> words : undo.reversed()) {
            try {
                ip(words.toArray(String[]::new));
            } catch (IOException e) {
                System.err.println(e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
