package org.ganglion.distributed.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ganglion.io.inspect.Inspection;

/** Looks into a checkpoint: the list of its parts, or a single part. */
public final class CheckpointInspector {
    private static final String PART = "part-\\d+-[0-9a-f]+";

    private CheckpointInspector() {}

    /** Whether a file has the name of a list or a part. */
    public static boolean isOfCheckpoint(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.equals(Checkpoints.COMPLETE) || name.equals(Checkpoints.DAMAGED) || name.matches(PART);
    }

    public static Inspection of(Path file) throws IOException {
        Inspection to = new Inspection();
        if (String.valueOf(file.getFileName()).matches(PART)) {
            to.tell("part of a checkpoint, " + Files.size(file) + " bytes");
            part(to, file, "");
            return to;
        }
        try {
            Generation generation = Generation.decode(Files.readAllBytes(file), "the list");
            long bytes = generation.parts().stream().mapToLong(PartName::bytes).sum();
            to.tell("checkpoint of run " + generation.identity().run() + " at step " + generation.step() + ", leg "
                    + generation.leg().number() + " from step "
                    + generation.leg().firstStep());
            to.tell("network hash " + generation.identity().networkHash());
            to.tell(generation.parts().size() + " parts, " + bytes + " bytes");
            for (PartName name : generation.parts()) {
                String own = "part-" + name.group() + "-" + Long.toHexString(name.incarnation());
                Path path = file.resolveSibling(own);
                if (!Files.exists(path)) {
                    to.wrong(own, "is missing");
                } else if (Files.size(path) != name.bytes()) {
                    to.wrong(own, "has " + Files.size(path) + " bytes; " + name.bytes() + " were written");
                } else if (part(to, path, own) != name.sum()) {
                    to.wrong(own, "is not the file that was written (its sum differs)");
                }
            }
        } catch (DamagedException e) {
            to.wrong("", String.valueOf(e.getMessage()));
        }
        return to;
    }

    /** Checks a part against the sum at its end, which is returned. */
    private static int part(Inspection to, Path file, String where) throws IOException {
        long bytes = Files.size(file);
        int sum = 0;
        if (bytes >= Integer.BYTES) {
            try (RandomAccessFile end = new RandomAccessFile(file.toFile(), "r")) {
                end.seek(bytes - Integer.BYTES);
                sum = end.readInt();
            }
        }
        try (InputStream in = Files.newInputStream(file)) {
            if (bytes < Integer.BYTES || !PartFile.intact(in, new PartName(0, 0, 0, bytes, sum))) {
                to.wrong(where, "is damaged (its sum differs)");
            }
        }
        return sum;
    }
}
