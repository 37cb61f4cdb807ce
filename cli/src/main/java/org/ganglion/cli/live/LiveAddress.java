package org.ganglion.cli.live;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page is served.
 *
 * @param port 0 for any that is free
 */
public record LiveAddress(String host, int port) {
    /** Reached from this machine alone, at any free port. */
    public static final LiveAddress LOOPBACK = new LiveAddress("127.0.0.1", 0);

    private static final Pattern TEXT = Pattern.compile("(?:(\\[[0-9a-fA-F:.]+]|[\\p{Alnum}._-]+):)?(\\d{1,5})");
    private static final Pattern NUMERIC = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.]+]");
    private static final int MOST_PORT = 65_535;

    /** Reads {@code PORT} or {@code HOST:PORT}; nothing if it is neither. */
    public static Optional<LiveAddress> of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > MOST_PORT) {
            return Optional.empty();
        }
        String host = Optional.ofNullable(matcher.group(1)).orElse(LOOPBACK.host());
        return Optional.of(new LiveAddress(host, Integer.parseInt(matcher.group(2))));
    }

    /**
     * Whether a browser that asked for such a host meant this server. A page of another site can have its own name point
     * here, but neither a numeric address nor this machine's.
     *
     * @param header of the request, {@code HOST} or {@code HOST:PORT}
     */
    boolean isMeantBy(String header) {
        String name = header.replaceFirst(":\\d{1,5}$", "");
        return name.equalsIgnoreCase("localhost")
                || name.equalsIgnoreCase(host)
                || NUMERIC.matcher(name).matches();
    }
}
