package org.ganglion.distributed.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a checkpoint needs and no disk that can be reached has. */
final class Lacking {
    private final Disk disk;
    private final boolean withRecordings;
    private final Map<String, List<Integer>> groups = new TreeMap<>(); // by what is missing, and where it was

    private Lacking(Disk disk, boolean withRecordings) {
        this.disk = disk;
        this.withRecordings = withRecordings;
    }

    /**
     * Looks for all parts, and for what their groups had recorded.
     *
     * @return what is missing, in words; empty if nothing is
     * @throws DamagedException if a list of what was recorded is damaged
     */
    static String of(Generation generation, Disk disk, boolean withRecordings) throws IOException {
        String lacking;
        do {
            Lacking found = new Lacking(disk, withRecordings);
            for (PartName part : generation.parts()) {
                found.look(part);
            }
            lacking = found.text();
        } while (!lacking.isEmpty() && disk.mayTurnUp());
        return lacking;
    }

    private void look(PartName part) throws IOException {
        if (disk.size(part.file()) != part.bytes()) {
            note(part, disk.describe(part.file()) + ": is missing or cut off", "the state of group");
        } else if (withRecordings) {
            if (!disk.exists(part.recordedFile())) {
                note(
                        part,
                        disk.describe(part.recordedFile()) + ": is missing",
                        "the list of what was recorded of group");
                return;
            }
            for (Recorded file : recorded(disk, part)) {
                if (disk.size(file.name()) < file.bytes()) {
                    note(part, disk.describe(file.name()) + ": is missing or cut off", "what was recorded of group");
                    return;
                }
            }
        }
    }

    /** What a group had recorded when it wrote a part. */
    static List<Recorded> recorded(Disk disk, PartName part) throws IOException {
        String name = part.recordedFile();
        while (true) {
            try (InputStream in = disk.read(name)) {
                return Recorded.decode(in.readAllBytes(), disk.describe(name));
            } catch (DamagedException e) {
                if (!disk.hasOtherCopy(name)) {
                    throw e;
                }
            }
        }
    }

    private void note(PartName part, String file, String what) {
        String key = part.nodes().isEmpty() ? file : part.nodes() + "|" + what + "|" + where(part.nodes());
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(part.group());
    }

    private static String where(List<String> nodes) {
        return nodes.size() == 1
                ? nodes.getFirst() + " alone, which is lost"
                : String.join(" and ", nodes) + " only, which are lost";
    }

    private String text() {
        return groups.entrySet().stream()
                .map(e -> {
                    String[] words = e.getKey().split("\\|", 3);
                    return words.length < 3
                            ? words[0]
                            : words[1] + (e.getValue().size() == 1 ? " " : "s ")
                                    + e.getValue().stream().map(String::valueOf).collect(Collectors.joining(", "))
                                    + " was on " + words[2];
                })
                .collect(Collectors.joining("; "));
    }
}
