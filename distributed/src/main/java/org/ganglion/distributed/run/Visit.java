package org.ganglion.distributed.run;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ganglion.distributed.checkpoint.LiveChange;
import org.ganglion.distributed.wire.Wire;
import org.ganglion.distributed.wire.WireVersion;
import org.ganglion.distributed.wire.proto.ChangeAnswer;
import org.ganglion.distributed.wire.proto.DiskAnswer;
import org.ganglion.distributed.wire.proto.DiskQuestion;
import org.ganglion.distributed.wire.proto.Hello;
import org.ganglion.distributed.wire.proto.Holding;
import org.ganglion.distributed.wire.proto.Status;
import org.ganglion.distributed.wire.proto.Welcome;

/** Asks at a node's door. */
public final class Visit {
    /** No answer is longer. */
    private static final int MOST_BYTES = 4 << 20;

    /** Nor, where files are asked for or what a disk has. */
    static final int MOST_BYTES_OF_FILES = 64 << 20;

    /** The last port that there is. */
    public static final int MOST_PORT = 65_535;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Who is asked to do something may be busy with it; who is dead refuses at once. */
    private static final Duration PATIENCE_FOR_DEEDS = Duration.ofSeconds(10);

    /** An answer that has begun may take so many times as long until it is whole. */
    private static final int MOST_PATIENCES = 4;

    private static final Duration LONG_PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private Visit() {}

    /** Asks to be let in. */
    public static Welcome hello(String door, Hello hello) throws IOException, InterruptedException {
        return ask(door, "hello", hello, Welcome.parser());
    }

    /** Asks which run the node is of. */
    public static String run(String door) throws IOException, InterruptedException {
        Hello hello = Hello.newBuilder().setWireVersion(WireVersion.CURRENT).build();
        return ask(door, "hello", hello, Welcome.parser(), PATIENCE_FOR_DEEDS, MOST_BYTES)
                .getRun();
    }

    /** Asks to be let in, and for the files that a folder of one's own needs. */
    public static Welcome files(String door, Hello hello) throws IOException, InterruptedException {
        Hello asking = hello.toBuilder().setFiles(true).build();
        return ask(door, "hello", asking, Welcome.parser(), LONG_PATIENCE, MOST_BYTES_OF_FILES);
    }

    /** Asks something of a node's disk. */
    static DiskAnswer disk(String door, DiskQuestion question, Duration patience)
            throws IOException, InterruptedException {
        return ask(door, "disk", question, DiskAnswer.parser(), patience, MOST_BYTES_OF_FILES);
    }

    /** Asks how the run is. */
    public static Status status(String door) throws IOException, InterruptedException {
        return ask(door, "status", Hello.getDefaultInstance(), Status.parser());
    }

    /** Asks for a checkpoint. */
    public static void checkpoint(String door) throws IOException, InterruptedException {
        ask(door, "checkpoint", Hello.getDefaultInstance(), Status.parser(), PATIENCE_FOR_DEEDS, MOST_BYTES);
    }

    /** Asks that the run ends where it is. */
    public static void stop(String door) throws IOException, InterruptedException {
        ask(door, "stop", Hello.getDefaultInstance(), Status.parser(), PATIENCE_FOR_DEEDS, MOST_BYTES);
    }

    /**
     * Asks that the run pauses or goes on.
     *
     * @param steps that a run that is paused shall go on before it pauses again
     */
    public static void hold(String door, boolean paused, long steps) throws IOException, InterruptedException {
        Holding asked = Holding.newBuilder().setPaused(paused).setSteps(steps).build();
        ask(door, "hold", asked, Status.parser(), PATIENCE_FOR_DEEDS, MOST_BYTES);
    }

    /**
     * Asks that a stimulus changes, at a step that all groups still have before them.
     *
     * @return why it cannot be; empty if it is passed on
     */
    public static String change(String door, LiveChange change) throws IOException, InterruptedException {
        return ask(door, "change", Wire.of(change), ChangeAnswer.parser(), PATIENCE_FOR_DEEDS, MOST_BYTES)
                .getRefusal();
    }

    /** Why a visit failed, in brackets behind a blank; empty where the network does not say, as when nothing listens. */
    public static String why(IOException e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? "" : " (" + message + ")";
    }

    private static <T> T ask(String door, String what, MessageLite question, Parser<T> parser)
            throws IOException, InterruptedException {
        return ask(door, what, question, parser, PATIENCE, MOST_BYTES);
    }

    private static <T> T ask(
            String door, String what, MessageLite question, Parser<T> parser, Duration patience, int mostBytes)
            throws IOException, InterruptedException {
        HttpRequest request;
        try {
            URI uri = URI.create("http://" + door + "/" + what);
            if (uri.getPort() < 1 || uri.getPort() > MOST_PORT) {
                throw new IllegalArgumentException("port " + uri.getPort());
            }
            request = HttpRequest.newBuilder(uri)
                    .timeout(patience)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(question.toByteArray()))
                    .build();
        } catch (IllegalArgumentException e) {
            throw new IOException("'" + door + "' is not HOST:PORT with a port from 1 to " + MOST_PORT, e);
        }
        HttpResponse<byte[]> response = answer(request, patience, mostBytes);
        if (response.statusCode() != 200) {
            throw new IOException(door + " answers " + response.statusCode());
        }
        return parser.parseFrom(response.body());
    }

    /** The client's own patience ends where an answer begins, so that one that stops in the middle would be waited for for ever. */
    private static HttpResponse<byte[]> answer(HttpRequest request, Duration patience, int mostBytes)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> asked =
                CLIENT.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), mostBytes));
        try {
            return asked.get(MOST_PATIENCES * patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException known ? known : new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("the answer broke off", e);
        } finally {
            asked.cancel(true);
        }
    }
}
