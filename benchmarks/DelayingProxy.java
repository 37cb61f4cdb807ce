import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Forwards TCP connections and keeps every byte back for some time, in each direction: a long cable.
 *
 * <pre>java benchmarks/DelayingProxy.java MILLISECONDS LISTEN:TARGET...</pre>
 *
 * Listens at the ports LISTEN of the loopback address and connects to the ports TARGET. Says {@code ready} once it
 * listens at all of them. A line on standard input is the time, in ms, for which bytes are kept back from then on. Nothing is
 * held up but by time: a byte waits for others that came before it only where those are kept back for longer.
 */
final class DelayingProxy {
    private static final int CHUNK = 1 << 16;
    private static final byte[] END = {};

    private record Held(byte[] bytes, long dueNanos) {}

    private static volatile long delayNanos;

    private DelayingProxy() {}

    public static void main(String[] words) throws IOException {
        keepBackFor(words[0]);
        for (String pair : Arrays.asList(words).subList(1, words.length)) {
            String[] ports = pair.split(":", 2);
            ServerSocket server = new ServerSocket(Integer.parseInt(ports[0]), 50, InetAddress.getLoopbackAddress());
            int target = Integer.parseInt(ports[1]);
            Thread.ofPlatform().start(() -> accept(server, target));
        }
        System.out.println("ready");
        try (BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                keepBackFor(order);
            }
        }
    }

    private static void keepBackFor(String ms) {
        delayNanos = Math.round(Double.parseDouble(ms) * 1e6);
    }

    private static void accept(ServerSocket server, int target) {
        while (true) {
            try {
                Socket near = server.accept();
                Thread.ofPlatform().start(() -> join(near, target));
            } catch (IOException e) {
                System.err.println("port " + server.getLocalPort() + ": " + e);
            }
        }
    }

    private static void join(Socket near, int target) {
        try {
            Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            carry(near, far);
            carry(far, near);
        } catch (IOException e) {
            close(near); // nobody listens at the target, or not yet: the other side will try again
        }
    }

    /** One direction of a connection: one thread takes what comes, another gives it on when its time has come. */
    private static void carry(Socket from, Socket to) {
        LinkedBlockingQueue<Held> held = new LinkedBlockingQueue<>();
        Thread.ofPlatform().start(() -> take(from, held));
        Thread.ofPlatform().start(() -> give(to, held));
    }

    private static void take(Socket from, LinkedBlockingQueue<Held> held) {
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = from.getInputStream()) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                held.add(new Held(Arrays.copyOf(chunk, count), System.nanoTime() + delayNanos));
            }
        } catch (IOException e) {
            close(from); // one side has gone; what it sent before is still given on
        }
        held.add(new Held(END, System.nanoTime() + delayNanos));
    }

    private static void give(Socket to, LinkedBlockingQueue<Held> held) {
        try (OutputStream out = to.getOutputStream()) {
            for (Held next = held.take(); next.bytes() != END; next = held.take()) {
                for (long left = next.dueNanos() - System.nanoTime();
                        left > 0;
                        left = next.dueNanos() - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                out.write(next.bytes());
            }
        } catch (IOException e) {
            close(to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            System.err.println(socket + ": " + e);
        }
    }
}
