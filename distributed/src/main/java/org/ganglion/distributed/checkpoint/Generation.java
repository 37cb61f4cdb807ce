package org.ganglion.distributed.checkpoint;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.ganglion.simulator.group.GroupState;

/**
 * A checkpoint that is whole: the part of every group that the run has not lost for good is on disk.
 *
 * <p>Its list is the file {@code checkpoints/STEP/complete}, in lines: {@code ganglion-checkpoint 1}, {@code run ID},
 * {@code network HASH}, {@code step N}, {@code leg NUMBER FIRST_STEP SPIKES SPIKE_HASH SYNAPTIC_EVENTS}, {@code revision N} unless it is 0, then {@code part GROUP INCARNATION BYTES SUM NODE...} for each group in
 * order, with the nodes that have it unless all share one folder, and {@code sum CRC32C} of the lines before; incarnations and sums in hexadecimal digits.
 *
 * @param leg which stretch of the run wrote it
 * @param parts one for each such group, in the order of groups
 * @param revision changes of stimuli that were decided in its leg when it was made
 */
public record Generation(RunIdentity identity, long step, Leg leg, List<PartName> parts, int revision) {
    private static final String MAGIC = "ganglion-checkpoint 1";

    public Generation {
        parts = List.copyOf(parts);
    }

    /**
     * Whether all changes that count for it were known when it was made.
     *
     * @param decided in its leg, in order
     */
    public boolean knows(List<LiveChange> decided) {
        return revision <= decided.size() && decided.stream().skip(revision).allMatch(c -> c.step() >= step);
    }

    /**
     * Groups that have no part in it: they had been lost before, and the run went on without them.
     *
     * @param groups that the network was dealt to in its leg
     */
    public List<Integer> without(int groups) {
        Set<Integer> there = parts.stream().map(PartName::group).collect(Collectors.toSet());
        return IntStream.range(0, groups)
                .filter(g -> !there.contains(g))
                .boxed()
                .toList();
    }

    byte[] encode() {
        StringBuilder text = new StringBuilder(MAGIC).append('\n');
        text.append("run ").append(identity.run()).append('\n');
        text.append("network ").append(identity.networkHash()).append('\n');
        text.append("step ").append(step).append('\n');
        text.append("leg ").append(leg.number()).append(' ').append(leg.firstStep());
        text.append(' ').append(leg.before().spikes());
        text.append(' ').append(Long.toHexString(leg.before().spikeHash()));
        text.append(' ').append(leg.before().synapticEvents()).append('\n');
        if (revision > 0) {
            text.append("revision ").append(revision).append('\n');
        }
        for (PartName part : parts) {
            text.append("part ").append(part.group());
            text.append(' ').append(Long.toHexString(part.incarnation()));
            text.append(' ').append(part.bytes());
            text.append(' ').append(Integer.toHexString(part.sum()));
            part.nodes().forEach(node -> text.append(' ').append(URLEncoder.encode(node, StandardCharsets.UTF_8)));
            text.append('\n');
        }
        String lines = text.toString();
        return (lines + "sum " + sum(lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String sum(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }

    /** @param name of the file, for the message */
    static Generation decode(byte[] bytes, String name) throws DamagedException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int at = text.lastIndexOf("sum ");
        if (at < 0 || !text.substring(at).strip().equals("sum " + sum(text.substring(0, at)))) {
            throw new DamagedException(name + ": is cut off or was changed");
        }
        List<String> lines = text.substring(0, at).lines().toList();
        if (!lines.get(0).equals(MAGIC)) {
            throw new DamagedException(name + ": was written by another version of Ganglion (" + lines.get(0) + ")");
        }
        try {
            RunIdentity identity = new RunIdentity(value(lines.get(1), "run"), value(lines.get(2), "network"));
            long step = Long.parseLong(value(lines.get(3), "step"));
            Leg leg = leg(value(lines.get(4), "leg"));
            boolean changed = lines.size() > 5 && lines.get(5).startsWith("revision ");
            int revision = changed ? Integer.parseInt(value(lines.get(5), "revision")) : 0;
            List<PartName> parts = new ArrayList<>();
            for (String line : lines.subList(changed ? 6 : 5, lines.size())) {
                parts.add(part(value(line, "part"), step));
            }
            return new Generation(identity, step, leg, parts, revision);
        } catch (RuntimeException e) {
            throw new DamagedException(name + ": is not a list of parts (" + e.getMessage() + ")");
        }
    }

    private static Leg leg(String words) {
        String[] word = words.split(" ", 5);
        GroupState.Totals before = new GroupState.Totals(
                Long.parseLong(word[2]), Long.parseUnsignedLong(word[3], 16), Long.parseLong(word[4]));
        return new Leg(Integer.parseInt(word[0]), Long.parseLong(word[1]), before);
    }

    private static PartName part(String words, long step) {
        String[] word = words.split(" ");
        return new PartName(
                step,
                Integer.parseInt(word[0]),
                Long.parseUnsignedLong(word[1], 16),
                Long.parseLong(word[2]),
                Integer.parseUnsignedInt(word[3], 16),
                Arrays.stream(word)
                        .skip(4)
                        .map(node -> URLDecoder.decode(node, StandardCharsets.UTF_8))
                        .toList());
    }

    private static String value(String line, String key) {
        if (!line.startsWith(key + " ")) {
            throw new IllegalArgumentException("'" + line + "' where '" + key + "' should stand");
        }
        return line.substring(key.length() + 1);
    }
}
