package org.ganglion.io.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Keeps what the compiler writes in memory, with the texts that it was made from. */
final class CompiledClasses extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, ByteArrayOutputStream> byName = new LinkedHashMap<>();
    private final Map<String, String> sources = new TreeMap<>();
    private final boolean beside;

    /** @param beside whether classes are looked for in files beside the sources */
    CompiledClasses(StandardJavaFileManager manager, boolean beside) {
        super(manager);
        this.beside = beside;
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        boolean hidden = !beside && location == StandardLocation.SOURCE_PATH;
        return hidden ? List.of() : super.list(location, packageName, kinds, recurse);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, @Nullable FileObject sibling)
            throws IOException {
        if (sibling != null) {
            String file = Optional.ofNullable(Path.of(sibling.getName()).getFileName())
                    .map(Path::toString)
                    .orElse(sibling.getName());
            sources.put(file, normal(sibling.getCharContent(true).toString()));
        }
        URI uri = URI.create("memory:///" + className.replace('.', '/') + kind.extension);
        return new SimpleJavaFileObject(uri, kind) {
            @Override
            public OutputStream openOutputStream() {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                byName.put(className, bytes);
                return bytes;
            }
        };
    }

    /** As it comes back from a file: one kind of line end, and one at the end. */
    private static String normal(String text) {
        return text.replace("\r\n", "\n").strip() + "\n";
    }

    /** A loader that finds them, and all classes of this program. */
    SourceClasses loader() {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        byName.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        return new SourceClasses(classes, sources);
    }
}
