package org.ganglion.cli.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ganglion.io.config.Config;
import org.ganglion.io.config.ConfigReader;
import org.ganglion.io.config.Overrides;
import org.ganglion.io.source.CompilationException;
import org.ganglion.io.source.OwnCode;
import org.ganglion.io.source.SourceClasses;
import org.ganglion.io.source.SourceCompiler;
import org.ganglion.io.source.SourceMistake;
import org.ganglion.network.Experiment;
import org.ganglion.network.ModelProgram;
import org.ganglion.network.Parameters;
import org.ganglion.network.spec.InvalidNetworkException;

/** A model written in Java, compiled in memory against this program's own classes. */
final class JavaProgram {
    private final Path file;
    private final SourceClasses classes;

    private JavaProgram(Path file, SourceClasses classes) {
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
        try {
            return new JavaProgram(file, SourceCompiler.compileFiles(List.of(file)));
        } catch (CompilationException e) {
            throw new UserException(
                    e.mistakes().stream().map(SourceMistake::toString).toList());
        }
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
            overrides.requireUsed(parameters);
            String place = place(e);
            throw new UserException(
                    e.problems().stream().map(p -> place + ": " + p).toList());
        } catch (RuntimeException e) {
            overrides.requireRight(parameters); // what was set wrong had another value
            throw new UserException(place(e) + ": " + OwnCode.described(e));
        }
        if (experiment == null) {
            throw new UserException(file + ": its experiment is null; return one");
        }
        overrides.requireUsed(parameters);
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
            throw new UserException(place(cause) + ": " + OwnCode.described(cause));
        } catch (ReflectiveOperationException e) {
            throw new UserException(file + ": " + type.getSimpleName() + " cannot be created: " + e);
        }
    }

    private Class<? extends ModelProgram> programClass() {
        List<Class<? extends ModelProgram>> found = new ArrayList<>();
        for (String name : classes.names()) {
            Class<?> type = classes.get(name);
            if (ModelProgram.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                found.add(type.asSubclass(ModelProgram.class));
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
}
