package org.ganglion.io.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.spec.DescribedFile;

/**
 * Reads the keys {@code file} and {@code sha256} of an item: a file that belongs to the description. Its name is relative to
 * the folder of the file that names it; where its SHA-256 is written too, as in the canonical form, it must still have it.
 */
final class FileReference {
    static final String FILE = "file";
    static final String SHA256 = "sha256";

    private FileReference() {}

    /** The file with what is in it now; empty where there is none or it has changed, which has been reported. */
    static Optional<DescribedFile> read(Findings findings, Numbers numbers, Fields fields) {
        Optional<Yaml> node = fields.require(FILE, "data.csv");
        Optional<Yaml> wanted = fields.find(SHA256);
        Optional<DescribedFile> file = node.flatMap(n -> numbers.word(fields.path(FILE), n))
                .flatMap(name -> file(findings, fields.path(FILE), node.get(), name));
        if (file.isEmpty() || wanted.isEmpty()) {
            return file;
        }
        String sha256 = numbers.word(fields.path(SHA256), wanted.get()).orElse("");
        if (file.get().sha256().equals(sha256)) {
            return file;
        }
        findings.report(
                node.get().at(),
                fields.path(FILE),
                file.get().path() + " has changed since it was described: its SHA-256 is "
                        + file.get().sha256() + ", not " + sha256 + "; restore the file, or remove sha256 to take it as"
                        + " it is");
        return Optional.empty();
    }

    private static Optional<DescribedFile> file(Findings findings, String path, Yaml node, String name) {
        try {
            Path file = findings.folder().resolve(name);
            String objection = objection(file);
            if (objection.isEmpty()) {
                return Optional.of(DescribedFile.of(file));
            }
            findings.report(node.at(), path, name + ": " + objection);
        } catch (InvalidPathException e) {
            findings.report(node.at(), path, "\"" + e.getInput() + "\" cannot be the name of a file: " + e.getReason());
        } catch (IOException e) {
            findings.report(node.at(), path, name + ": the file cannot be read: " + e);
        }
        return Optional.empty();
    }

    private static String objection(Path file) {
        if (!Files.exists(file)) {
            return "there is no such file (" + file.toAbsolutePath().normalize()
                    + "); names are relative to the folder of the model file";
        }
        if (Files.isDirectory(file)) {
            return "this is a folder; name a file in it";
        }
        return Files.isReadable(file) ? "" : "the file may not be read; change its permissions";
    }
}
