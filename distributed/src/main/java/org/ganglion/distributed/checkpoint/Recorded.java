package org.ganglion.distributed.checkpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A file of what was recorded, as far as a checkpoint counts on it.
 *
 * <p>The file {@code recorded-GROUP-INCARNATION} beside a group's part lists all that hold what the group recorded up to that
 * step, whichever incarnation wrote them, in lines {@code BYTES NAME}, and {@code sum CRC32C} of the lines before.
 *
 * @param bytes the file may be longer by now, but not shorter
 */
public record Recorded(String name, long bytes) {

    static byte[] encode(List<Recorded> files) {
        StringBuilder text = new StringBuilder();
        files.forEach(f -> text.append(f.bytes()).append(' ').append(f.name()).append('\n'));
        return (text + "sum " + sum(text.toString()) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String sum(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }

    /** @param name of the list, for the message */
    static List<Recorded> decode(byte[] bytes, String name) throws DamagedException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int at = Math.max(0, text.lastIndexOf("sum "));
        if (!text.substring(at).strip().equals("sum " + sum(text.substring(0, at)))) {
            throw new DamagedException(name + ": is cut off or was changed");
        }
        return text.substring(0, at).lines().map(Recorded::of).toList();
    }

    private static Recorded of(String line) {
        String[] word = line.split(" ", 2);
        return new Recorded(word[1], Long.parseLong(word[0]));
    }

    /** What groups record, as those see it who save them. */
    public interface Keeping {
        /**
         * A group starts.
         *
         * @param before what it recorded up to the step at which it starts
         */
        void begin(int group, long incarnation, List<Recorded> before);

        /**
         * Makes what a group has recorded up to now as safe as its part will be.
         *
         * @throws DamagedException if some of it is on no disk that can be reached
         */
        List<Recorded> keep(int group, long incarnation) throws IOException;
    }
}
