package org.ganglion.distributed.checkpoint;

import java.io.IOException;
import java.util.regex.Pattern;
import org.ganglion.io.record.RunFolder;
import org.ganglion.io.record.SpillNames;

/** The names of files that nodes copy to each other: of checkpoints and of what was recorded. No other is read or written. */
final class CopyNames {
    private static final String STEP = RunFolder.CHECKPOINTS + "/\\d{1,18}";
    private static final Pattern FOLDER = Pattern.compile(STEP);
    private static final Pattern PART = Pattern.compile(STEP + "/(part|recorded)-\\d{1,9}-[0-9a-f]{1,16}");
    private static final Pattern FOR_ALL = Pattern.compile(
            STEP + "/(complete|damaged)|" + RunFolder.CHECKPOINTS + "/(lost-\\d{1,18}|changes-\\d{1,9}-\\d{1,9})");

    private CopyNames() {}

    /** Files that are written whole, at once, and do not change. */
    static boolean isWhole(String name) {
        return PART.matcher(name).matches() || isForAll(name);
    }

    /** Small files that every node has. */
    static boolean isForAll(String name) {
        return FOR_ALL.matcher(name).matches();
    }

    /** Files that grow at their end. */
    static boolean isGrowing(String name) {
        return SpillNames.isName(name);
    }

    static boolean isFile(String name) {
        return isWhole(name) || isGrowing(name);
    }

    static void requireWhole(String name) throws IOException {
        require(isWhole(name), name);
    }

    static void requireGrowing(String name) throws IOException {
        require(isGrowing(name), name);
    }

    static void requireFile(String name) throws IOException {
        require(isFile(name), name);
    }

    static void requireFolder(String name) throws IOException {
        require(FOLDER.matcher(name).matches(), name);
    }

    private static void require(boolean allowed, String name) throws IOException {
        if (!allowed) {
            throw new RefusedException("'" + name + "' is no file of a checkpoint or a recording");
        }
    }
}
