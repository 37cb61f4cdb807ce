package org.ganglion.cli.live;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Consumer;

/** The live page of a run, from its beginning to its end. */
public final class LivePage implements AutoCloseable {
    private static final int TOKEN_BYTES = 18;

    /** Browsers are given so long to hear of the end. */
    private static final long GOODBYE_MS = 2000;

    private final LiveAddress address;
    private final LiveFeed feed;
    private final LiveServer server;
    private final String token;

    private LivePage(LiveAddress address, LiveFeed feed, LiveServer server, String token) {
        this.address = address;
        this.feed = feed;
        this.server = server;
        this.token = token;
    }

    /** What is done while the page is there. */
    public interface Work {
        /** Returns the exit code. */
        int run() throws IOException, InterruptedException;
    }

    /**
     * Serves a page while a run goes on, and tells it how that ended.
     *
     * @param say is told where the page is
     * @return what the run returned
     */
    public static int during(LiveAddress address, LiveSubject subject, Consumer<String> say, Work work)
            throws IOException, InterruptedException {
        try (LivePage page = open(address, subject)) {
            say.accept("live page: " + page.url());
            return page.watch(work, subject);
        }
    }

    /** Begins to serve it. */
    static LivePage open(LiveAddress address, LiveSubject subject) throws IOException {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes); // decides who may act, not what is simulated
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        LiveFeed feed = new LiveFeed(subject);
        LiveServer server = new LiveServer(address, subject.run(), feed, token);
        feed.start();
        return new LivePage(address, feed, server, token);
    }

    private int watch(Work work, LiveSubject subject) throws IOException, InterruptedException {
        try {
            int code = work.run();
            String what = code == 0 ? "The run has ended" : "The command has ended with exit code " + code;
            end(true, what + "; results are in " + subject.folder());
            return code;
        } catch (IOException | RuntimeException e) {
            end(false, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /** Tells all who look how it ended. */
    void end(boolean well, String text) {
        feed.end(well, text);
    }

    /** With the token, behind the sign that browsers keep to themselves. */
    String url() {
        String host = address.host().matches("0\\.0\\.0\\.0|\\[::]") ? "localhost" : address.host();
        return "http://" + host + ":" + server.port() + "/#" + token;
    }

    @Override
    public void close() throws IOException {
        try {
            for (long waited = 0; feed.viewers() > 0 && waited < GOODBYE_MS; waited += 20) {
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.close();
        feed.close();
    }
}
