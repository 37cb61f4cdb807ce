package org.ganglion.cli;

import java.lang.reflect.InvocationTargetException;

/**
 * Where the launcher enters: makes the Vector API available, then hands over to {@link Main}.
 *
 * <p>The usual way, {@code --add-modules jdk.incubator.vector}, makes the JVM print a warning on every start, which no
 * option silences. Loading the module from here gives the same module in the same class loader without a word. The
 * launcher opens the JDK's own method for this class and switches on the compiler's vector support, which otherwise
 * comes with the option. With the option given, nothing is left to do here.
 */
public final class Start {
    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    private Start() {}

    public static void main(String[] args) {
        if (ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty()) {
            loadVectorModule();
        }
        Main.main(args);
    }

    private static void loadVectorModule() {
        try {
            Class.forName("jdk.internal.module.Modules")
                    .getMethod("loadModule", String.class)
                    .invoke(null, VECTOR_MODULE);
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | IllegalAccessException
                | InvocationTargetException e) {
            System.err.printf(
                    "ganglion: this JDK (%s) does not load the module %s that way (%s);"
                            + " set GANGLION_JAVA_OPTS='--add-modules %s'%n",
                    Runtime.version(), VECTOR_MODULE, e, VECTOR_MODULE);
            System.exit(3);
        }
    }
}
