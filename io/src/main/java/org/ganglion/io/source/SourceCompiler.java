package org.ganglion.io.source;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles Java sources in memory, against this program's own classes. */
public final class SourceCompiler {
    private SourceCompiler() {}

    /**
     * Compiles texts; all classes that they need must be among them.
     *
     * @throws CompilationException with every mistake
     */
    public static SourceClasses compile(List<SourceFile> sources) {
        return compile(
                files -> sources.stream().map(SourceFile::object).toList(),
                List.of(),
                sources.stream().map(SourceFile::name).collect(Collectors.joining(", ")));
    }

    /**
     * Compiles files; classes in files beside them are found too.
     *
     * @param sources of different names, by which they are kept with what is run
     * @throws CompilationException with every mistake
     */
    public static SourceClasses compileFiles(List<Path> sources) {
        requireDifferentNames(sources);
        List<String> folders = sources.stream()
                .map(file -> String.valueOf(file.toAbsolutePath().getParent()))
                .distinct()
                .toList();
        return compile(
                files -> files.getJavaFileObjectsFromPaths(sources),
                folders,
                sources.stream().map(Path::toString).collect(Collectors.joining(", ")));
    }

    private static void requireDifferentNames(List<Path> sources) {
        Map<String, Path> known = new HashMap<>();
        for (Path source : sources) {
            Path other = known.put(String.valueOf(source.getFileName()), source);
            if (other != null && !other.equals(source)) {
                throw new CompilationException(List.of(new SourceMistake(
                        source.toString(), 0, 0, "has the same name as " + other + "; rename one of them")));
            }
        }
    }

    private interface Sources {
        Iterable<? extends JavaFileObject> objects(StandardJavaFileManager files);
    }

    private static SourceClasses compile(Sources sources, List<String> folders, String names) {
        JavaCompiler compiler = Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
                .orElseThrow(() -> new CompilationException(List.of(new SourceMistake(
                        names, 0, 0, "needs a compiler, which this Java has not; run Ganglion on a JDK, not a JRE"))));
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null);
                CompiledClasses classes = new CompiledClasses(files, !folders.isEmpty())) {
            List<String> options = List.of(
                    "-classpath",
                    System.getProperty("java.class.path"),
                    "-sourcepath",
                    String.join(File.pathSeparator, folders),
                    "-proc:none",
                    "-implicit:class",
                    "-g");
            boolean compiled = compiler.getTask(null, classes, diagnostics, options, null, sources.objects(files))
                    .call();
            if (!compiled) {
                throw new CompilationException(mistakes(names, diagnostics.getDiagnostics()));
            }
            return classes.loader();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SourceMistake> mistakes(String names, List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        return diagnostics.stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .map(d -> mistake(names, d))
                .distinct()
                .toList();
    }

    private static SourceMistake mistake(String names, Diagnostic<? extends JavaFileObject> diagnostic) {
        String message = diagnostic
                .getMessage(Locale.ROOT)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("; "));
        if (diagnostic.getLineNumber() == Diagnostic.NOPOS) {
            return new SourceMistake(names, 0, 0, message);
        }
        String file = Optional.ofNullable(diagnostic.getSource())
                .map(JavaFileObject::getName)
                .orElse(names);
        return new SourceMistake(file, (int) diagnostic.getLineNumber(), (int) diagnostic.getColumnNumber(), message);
    }
}
