package org.ganglion.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ganglion.cli.model.UserException;

/** A file that a command is asked to write. */
final class OutputFile {
    private OutputFile() {}

    /**
     * The file itself.
     *
     * @throws UserException if it is a folder, or the folder that it is to be in does not exist
     */
    static Path checked(Path file) {
        if (file.toString().isEmpty() || Files.isDirectory(file)) {
            throw new UserException("--output: \"" + file + "\" is a folder, but a file is written; name one in it");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new UserException("--output: there is no folder " + folder + "; create it, or name a file elsewhere");
        }
        return file;
    }
}
