package org.ganglion.io.source;

import java.net.URI;
import java.net.URISyntaxException;
import javax.tools.SimpleJavaFileObject;

/**
 * A Java source text.
 *
 * @param name of its file, as in {@code Izhikevich.java}
 */
public record SourceFile(String name, String text) {

    /** As the compiler wants it. */
    SimpleJavaFileObject object() {
        return new SimpleJavaFileObject(uri(), SimpleJavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }

            @Override
            public String getName() {
                return name;
            }
        };
    }

    private URI uri() {
        try {
            return new URI("memory", "", "/" + name, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name + " cannot be the name of a file", e);
        }
    }
}
