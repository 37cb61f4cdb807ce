package org.ganglion.network.spec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A file that belongs to a description, such as a list of spikes: what is in it decides results, where it lies does not.
 *
 * @param path absolute
 * @param sha256 of its bytes, as 64 hexadecimal digits in lower case
 */
public record DescribedFile(Path path, String sha256) {
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");
    private static final int BUFFER_BYTES = 1 << 16;

    public DescribedFile {
        path = path.toAbsolutePath().normalize();
        if (!DIGITS.matcher(sha256).matches()) {
            throw new IllegalArgumentException(
                    "\"" + sha256 + "\" is no SHA-256; it must be 64 hexadecimal digits in lower case");
        }
    }

    /** A file as it is now: reads all of it. */
    public static DescribedFile of(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int size = in.read(buffer); size >= 0; size = in.read(buffer)) {
                sha.update(buffer, 0, size);
            }
            return new DescribedFile(path, HexFormat.of().formatHex(sha.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
