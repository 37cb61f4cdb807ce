package org.ganglion.cli.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.ganglion.io.config.Config;
import org.ganglion.io.config.ConfigReader;
import org.ganglion.io.config.Overrides;
import org.ganglion.network.Experiment;
import org.ganglion.network.ModelProgram;
import org.ganglion.network.Parameters;
import org.ganglion.network.spec.InvalidNetworkException;

/** A model written in Java, compiled in memory against this program's own classes. */
final class JavaProgram {
    private final Path file;
    private final CompiledClasses.Loader classes;

    private JavaProgram(Path file, CompiledClasses.Loader classes) {
        this.file = file;
        this.classes = classes;
    }

    /**
     * Compiles one source file; classes in files beside it are found too.
     *
     * @throws UserException if it cannot be read or has errors, with all of them
     */
    static JavaProgram compile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UserException(file + ": there is no such file; check the name and the folder");
        }
        if (!Files.isReadable(file)) {
            throw new UserException(file + ": cannot be read; check its permissions");
        }
        JavaCompiler compiler = Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
                .orElseThrow(() -> new UserException(
                        file + ": needs a compiler, which this Java has not; run Ganglion on a JDK, not a JRE"));
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null);
                CompiledClasses classes = new CompiledClasses(files)) {
            List<String> options = List.of(
                    "-classpath",
                    System.getProperty("java.class.path"),
                    "-sourcepath",
                    String.valueOf(file.toAbsolutePath().getParent()),
                    "-proc:none",
                    "-implicit:class",
                    "-g");
            boolean compiled = compiler.getTask(
                            null, classes, diagnostics, options, null, files.getJavaFileObjects(file))
                    .call();
            if (!compiled) {
                throw new UserException(errors(file, diagnostics.getDiagnostics()));
            }
            return new JavaProgram(file, classes.loader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> errors(Path file, List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        return diagnostics.stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .map(d -> place(file, d) + ": " + oneLine(d.getMessage(Locale.ROOT)))
                .distinct()
                .toList();
    }

    private static String place(Path file, Diagnostic<? extends JavaFileObject> diagnostic) {
        if (diagnostic.getLineNumber() == Diagnostic.NOPOS) {
            return file.toString();
        }
        String name = Optional.ofNullable(diagnostic.getSource())
                .map(JavaFileObject::getName)
                .orElse(file.toString());
        return name + ":" + diagnostic.getLineNumber() + ":" + diagnostic.getColumnNumber();
    }

    private static String oneLine(String message) {
        return String.join(
                "; ",
                message.lines().map(String::strip).filter(l -> !l.isEmpty()).toList());
    }

    /**
     * Lets the program describe its network, with the values set on the command line.
     *
     * @throws UserException if the program fails or describes what cannot be run
     */
    Config run(Overrides overrides) {
        ModelProgram program = instance();
        Parameters parameters = overrides.parameters();
        Experiment experiment;
        try {
            experiment = program.experiment(parameters);
        } catch (InvalidNetworkException e) {
            Overrides.requireUsed(parameters);
            String place = place(e);
            throw new UserException(
                    e.problems().stream().map(p -> place + ": " + p).toList());
        } catch (RuntimeException e) {
            throw new UserException(place(e) + ": " + described(e));
        }
        Overrides.requireUsed(parameters);
        return ConfigReader.override(experiment, file.toString(), overrides);
    }

    private ModelProgram instance() {
        Class<? extends ModelProgram> type = programClass();
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (NoSuchMethodException e) {
            throw new UserException(
                    file + ": the class " + type.getSimpleName() + " needs a constructor without parameters; add one");
        } catch (InvocationTargetException e) {
            Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
            throw new UserException(place(cause) + ": " + described(cause));
        } catch (ReflectiveOperationException e) {
            throw new UserException(file + ": " + type.getSimpleName() + " cannot be created: " + e);
        }
    }

    private Class<? extends ModelProgram> programClass() {
        List<Class<? extends ModelProgram>> found = new ArrayList<>();
        for (String name : classes.names()) {
            try {
                Class<?> type = Class.forName(name, false, classes);
                if (ModelProgram.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                    found.add(type.asSubclass(ModelProgram.class));
                }
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        String expected = String.valueOf(file.getFileName()).replace(".java", "");
        return found.stream()
                .filter(type -> found.size() == 1 || type.getSimpleName().equals(expected))
                .findFirst()
                .orElseThrow(() -> new UserException(file + ": " + none(found) + expected + " does"));
    }

    private static String none(List<Class<? extends ModelProgram>> found) {
        return found.isEmpty()
                ? "no class in it implements " + ModelProgram.class.getName() + "; let it be that "
                : "several classes in it implement " + ModelProgram.class.getSimpleName() + " ("
                        + String.join(
                                ", ", found.stream().map(Class::getSimpleName).toList())
                        + "); let it be that only one of them, or one called ";
    }

    /** The line of the program where something was thrown: the innermost one that is its own. */
    private String place(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> classes.holds(frame.getClassName()))
                .findFirst()
                .map(frame -> file.resolveSibling(String.valueOf(frame.getFileName())) + ":" + frame.getLineNumber())
                .orElse(file.toString());
    }

    private static String described(Throwable thrown) {
        String message = thrown.getMessage();
        if (message == null) {
            return thrown.getClass().getSimpleName();
        }
        return thrown instanceof IllegalArgumentException
                ? message
                : thrown.getClass().getSimpleName() + ": " + message;
    }
}
