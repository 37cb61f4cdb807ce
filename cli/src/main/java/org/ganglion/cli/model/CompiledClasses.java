package org.ganglion.cli.model;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;

/** Keeps what the compiler writes in memory. */
final class CompiledClasses extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, ByteArrayOutputStream> byName = new LinkedHashMap<>();

    CompiledClasses(StandardJavaFileManager manager) {
        super(manager);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
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

    /** A loader that finds them, and all classes of this program. */
    Loader loader() {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        byName.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        return new Loader(classes);
    }

    /** Finds classes by name in memory. */
    static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes) {
            super("model", CompiledClasses.class.getClassLoader());
            this.classes = classes;
        }

        Iterable<String> names() {
            return classes.keySet();
        }

        boolean holds(String className) {
            return classes.containsKey(className);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
