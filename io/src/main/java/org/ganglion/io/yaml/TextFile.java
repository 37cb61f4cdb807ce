package org.ganglion.io.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Reads a text file that someone has written by hand, and says what is wrong where it is none. */
public final class TextFile {
    private static final long MAX_BYTES = 256L << 20;

    private TextFile() {}

    /**
     * The text, or nothing where there is none.
     *
     * @param report is told why, with the place
     */
    public static Optional<String> read(Path path, BiConsumer<Position, String> report) {
        String file = path.toString();
        String objection = objection(path);
        if (!objection.isEmpty()) {
            report.accept(Position.of(file), objection);
            return Optional.empty();
        }
        try {
            return decode(Files.readAllBytes(path), file, report);
        } catch (IOException e) {
            report.accept(Position.of(file), "the file cannot be read: " + e);
            return Optional.empty();
        }
    }

    private static String objection(Path path) {
        if (!Files.exists(path)) {
            return "there is no such file; check the name and the folder ("
                    + Path.of("").toAbsolutePath() + ")";
        }
        if (Files.isDirectory(path)) {
            return "this is a folder; name a model file in it";
        }
        if (!Files.isReadable(path)) {
            return "the file may not be read; change its permissions";
        }
        try {
            return Files.size(path) > MAX_BYTES
                    ? "the file has " + Files.size(path) + " bytes; a model has at most " + MAX_BYTES
                    : "";
        } catch (IOException e) {
            return "the file cannot be read: " + e;
        }
    }

    /** Bytes as UTF-8 text without control characters. */
    static Optional<String> decode(byte[] bytes, String file, BiConsumer<Position, String> report) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            report.accept(
                    end(text, file),
                    "the byte 0x%02x is not UTF-8; save the file as UTF-8 text".formatted(bytes[in.position()]));
            return Optional.empty();
        }
        String body = text.startsWith("\ufeff") ? text.substring(1) : text;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            boolean blank = c == '\n' || c == '\r' || c == '\t';
            if ((c < ' ' && !blank) || c == 0x7f) {
                report.accept(
                        end(body.substring(0, i), file),
                        "the character 0x%02x cannot stand in a text; remove it".formatted((int) c));
                return Optional.empty();
            }
        }
        return Optional.of(body);
    }

    /** The place just behind a text. */
    private static Position end(String text, String file) {
        int line = 1;
        int lineStart = 0;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            line++;
            lineStart = i + 1;
        }
        return new Position(file, line, text.length() - lineStart + 1);
    }
}
