import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Forwards TCP connections and keeps every byte back for some time, in each direction: a long cable.
 *
 * <pre>java benchmarks/DelayingProxy.java MILLISECONDS LISTEN:TARGET...</pre>
 *
 * Listens at the ports LISTEN of the loopback address and connects to the ports TARGET. Says {@code ready} once it
 * listens at all of them. Nothing is held up but by time: a byte that comes later waits for none that came before.
 */
final class DelayingProxy {
    private static final int CHUNK = 1 << 16;
    private static final byte[] END = {};

    private record Held(byte[] bytes, long dueNanos) {}

    private DelayingProxy() {}

    public static void main(String[] words) throws IOException {
        long nanos = Math.round(Double.parseDouble(words[0]) * 1e6);
        for (String pair : Arrays.asList(words).subList(1, words.length)) {
            String[] ports = pair.split(":", 2);
            ServerSocket server = new ServerSocket(Integer.parseInt(ports[0]), 50, InetAddress.getLoopbackAddress());
            int target = Integer.parseInt(ports[1]);
            Thread.ofPlatform().start(() -> accept(server, target, nanos));
        }
        System.out.println("ready");
    }

    private static void accept(ServerSocket server, int target, long nanos) {
        while (true) {
            try {
                Socket near = server.accept();
                Thread.ofPlatform().start(() -> join(near, target, nanos));
            } catch (IOException e) {
                System.err.println("port " + server.getLocalPort() + ": " + e);
            }
        }
    }

    private static void join(Socket near, int target, long nanos) {
        try {
            Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            carry(near, far, nanos);
            carry(far, near, nanos);
        } catch (IOException e) {
            close(near); // nobody listens at the target, or not yet: the other side will try again
        }
    }

    /** One direction of a connection: one thread takes what comes, another gives it on when its time has come. */
    private static void carry(Socket from, Socket to, long nanos) {
        LinkedBlockingQueue<Held> held = new LinkedBlockingQueue<>();
        Thread.ofPlatform().start(() -> take(from, held, nanos));
        Thread.ofPlatform().start(() -> give(to, held));
    }

    private static void take(Socket from, LinkedBlockingQueue<Held> held, long nanos) {
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = from.getInputStream()) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                held.add(new Held(Arrays.copyOf(chunk, count), System.nanoTime() + nanos));
            }
        } catch (IOException e) {
            close(from); // one side has gone; what it sent before is still given on
        }
        held.add(new Held(END, System.nanoTime() + nanos));
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
