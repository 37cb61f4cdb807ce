package org.ganglion.cli.template;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.SourceVersion;
import org.ganglion.cli.model.UserException;

/** Writes the files of a template, and never over one that is there. */
public final class TemplateFiles {
    private static final String JAVA = ".java";

    private TemplateFiles() {}

    /**
     * Writes a template.
     *
     * @param file of the model; without an ending it gets the template's. A program's class gets its name.
     * @return the files written, the model's first
     * @throws UserException if one of them is there already, or the name does not suit the template
     */
    public static List<Path> write(Template template, Path file) throws IOException {
        Path model = withEnding(template, file);
        Map<Path, String> texts = new LinkedHashMap<>();
        texts.put(model, renamed(template, model));
        template.companions().forEach(c -> texts.put(model.resolveSibling(c), Template.text(c)));
        for (Path each : texts.keySet()) {
            if (Files.exists(each)) {
                throw there(each);
            }
        }
        Path parent = model.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        List<Path> written = new ArrayList<>();
        for (Map.Entry<Path, String> each : texts.entrySet()) {
            try {
                Files.writeString(each.getKey(), each.getValue(), StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException e) {
                throw there(each.getKey());
            }
            written.add(each.getKey());
        }
        return written;
    }

    private static UserException there(Path file) {
        return new UserException(
                file + ": is there already, and is not written over; choose another file with -o FILE");
    }

    private static Path withEnding(Template template, Path file) {
        String name = String.valueOf(file.getFileName());
        if (name.isBlank() || Files.isDirectory(file)) {
            throw new UserException(
                    "-o " + file + ": is not a file; name one, such as -o " + file.resolve(template.file()));
        }
        String ending = template.file().substring(template.file().lastIndexOf('.'));
        if (!name.contains(".")) {
            return file.resolveSibling(name + ending);
        }
        if (!name.endsWith(ending) && !(ending.equals(".yaml") && name.endsWith(".yml"))) {
            throw new UserException("-o " + file + ": the template " + template.title() + " needs a name that ends in "
                    + ending + ", such as " + name.substring(0, name.lastIndexOf('.')) + ending);
        }
        return file;
    }

    /** The text, with the class of a program called like its file. */
    private static String renamed(Template template, Path model) {
        String text = Template.text(template.file());
        if (!template.file().endsWith(JAVA)) {
            return text;
        }
        String name = String.valueOf(model.getFileName()).replace(JAVA, "");
        if (!SourceVersion.isName(name)) {
            throw new UserException("-o " + model + ": " + name
                    + " cannot be the name of a Java class; use letters, digits and _, such as MyNetwork" + JAVA);
        }
        return text.replace("class " + template.file().replace(JAVA, ""), "class " + name);
    }
}
