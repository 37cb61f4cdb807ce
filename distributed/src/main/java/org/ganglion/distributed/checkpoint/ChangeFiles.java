package org.ganglion.distributed.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.ganglion.io.record.RunFolder;

/**
 * The changes of stimuli that were decided while a leg of a run went on. A change counts once it is written here, whoever
 * has heard of it, and nothing computed without it counts from its step on.
 *
 * <p>The file {@code checkpoints/changes-LEG-COUNT} holds the first COUNT of them: {@code ganglion-changes 1}, then
 * {@code change STEP ID STIMULUS PARAMETER VALUE} for each in the order in which they were decided, and
 * {@code sum CRC32C} of the lines before. It is written once; of two nodes that decide at once only one can.
 */
public final class ChangeFiles {
    private static final String MAGIC = "ganglion-changes 1";
    private static final Pattern NAME = Pattern.compile("changes-(\\d{1,9})-(\\d{1,9})");

    private final Disk disk;

    ChangeFiles(Disk disk) {
        this.disk = disk;
    }

    static String name(int leg, int count) {
        return RunFolder.CHECKPOINTS + "/changes-" + leg + "-" + count;
    }

    /**
     * All that were decided in a leg, in order.
     *
     * @throws IOException if the file is damaged: without it nobody knows what the run is
     */
    public List<LiveChange> of(int leg) throws IOException {
        Optional<Integer> count = disk.list(RunFolder.CHECKPOINTS).stream()
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .filter(m -> Integer.parseInt(m.group(1)) == leg)
                .map(m -> Integer.valueOf(m.group(2)))
                .max(Comparator.naturalOrder());
        return count.isEmpty() ? List.of() : read(name(leg, count.get()));
    }

    private List<LiveChange> read(String name) throws IOException {
        try (InputStream in = disk.read(name)) {
            return decode(in.readAllBytes(), disk.describe(name));
        }
    }

    /**
     * Adds one to those of a leg.
     *
     * @param all those that were decided before, and then one more: of two nodes that add at once one is refused
     * @return whether it was done; else another node has been faster
     */
    public boolean add(int leg, List<LiveChange> all) throws IOException {
        return disk.create(name(leg, all.size()), out -> out.write(encode(all)));
    }

    /** Sees to it that what was decided is on every disk there is now. */
    public void keep(int leg, List<LiveChange> all) throws IOException {
        if (!all.isEmpty()) {
            disk.write(name(leg, all.size()), out -> out.write(encode(all)));
        }
    }

    private static byte[] encode(List<LiveChange> changes) {
        StringBuilder text = new StringBuilder(MAGIC).append('\n');
        for (LiveChange change : changes) {
            text.append("change ").append(change.step());
            for (String word : List.of(change.id(), change.stimulus(), change.parameter())) {
                text.append(' ').append(URLEncoder.encode(word, StandardCharsets.UTF_8));
            }
            text.append(' ').append(change.value()).append('\n');
        }
        return (text + "sum " + sum(text.toString()) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String sum(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }

    private static List<LiveChange> decode(byte[] bytes, String file) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int at = Math.max(0, text.lastIndexOf("sum "));
        List<String> lines = text.substring(0, at).lines().toList();
        boolean whole = text.substring(at).strip().equals("sum " + sum(text.substring(0, at)));
        if (!whole || lines.isEmpty() || !lines.getFirst().equals(MAGIC)) {
            throw new IOException(
                    file + ": is damaged, so that nobody knows how stimuli were changed while the run went"
                            + " on; restore the file, or run the network again");
        }
        List<LiveChange> changes = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] word = line.split(" ");
            changes.add(new LiveChange(
                    text(word[2]), Long.parseLong(word[1]), text(word[3]), text(word[4]), Double.parseDouble(word[5])));
        }
        return changes;
    }

    private static String text(String word) {
        return URLDecoder.decode(word, StandardCharsets.UTF_8);
    }
}
