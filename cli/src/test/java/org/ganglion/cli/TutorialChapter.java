package org.ganglion.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Types a chapter of the tutorial in the current folder, in a process of its own: writes its files, runs its commands, and
 * holds what they print to what the chapter shows.
 *
 * <p>Lines that begin with {@code ./ganglion} are calls of {@link Main} in this process, which saves a start of Java for each;
 * blocks with anything else are scripts of {@code sh}, in which {@code ./ganglion} starts Java as the launcher does. A block
 * {@code java} is what is typed into the shell that was opened before it. A block {@code text} has to be in what came before,
 * line by line; {@code ...} stands for anything.
 */
final class TutorialChapter {
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)(?: (\\S+))?\\n(.*?)```\\n", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final String CALL = "./ganglion ";

    private final List<String> failures = new ArrayList<>();
    private String printed = "";

    private TutorialChapter() {}

    private record Block(String kind, String name, String text) {}

    public static void main(String[] args) throws IOException, InterruptedException {
        TutorialChapter chapter = new TutorialChapter();
        launcher();
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(Files.readString(Path.of(args[0])));
        while (matcher.find()) {
            String name = matcher.group(2);
            blocks.add(new Block(matcher.group(1), name == null ? "" : name, matcher.group(3)));
        }
        for (int i = 0; i < blocks.size(); i++) {
            boolean typed = i + 1 < blocks.size() && blocks.get(i + 1).kind().equals("java");
            chapter.take(blocks.get(i), typed ? blocks.get(i + 1).text() : "");
        }
        chapter.failures.forEach(System.err::println);
        System.err.println(blocks.size() + " blocks");
        System.exit(chapter.failures.isEmpty() ? 0 : 1);
    }

    /** What stands for the launcher in scripts. */
    private static void launcher() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path script = Path.of("ganglion");
        Files.writeString(
                script,
                "#!/bin/sh\nexec '" + java
                        + "' --add-modules=jdk.incubator.vector --sun-misc-unsafe-memory-access=allow"
                        + " -Xmx512m -cp '" + System.getProperty("java.class.path")
                        + "' org.ganglion.cli.Start \"$@\"\n");
        if (!script.toFile().setExecutable(true)) {
            throw new IOException(script + " cannot be made executable");
        }
    }

    private void take(Block block, String typed) throws IOException, InterruptedException {
        switch (block.kind()) {
            case "sh" -> printed = run(block.text(), typed);
            case "text" -> check(block.text());
            case "yaml" -> Files.writeString(Path.of(block.name()), block.text());
            case "java" -> {}
            default -> failures.add("a block of an unknown kind: " + block.kind());
        }
    }

    private String run(String text, String typed) throws IOException, InterruptedException {
        List<String> lines = text.lines().toList();
        if (!lines.stream().allMatch(line -> line.startsWith(CALL))) {
            return script(text);
        }
        StringBuilder all = new StringBuilder();
        for (String line : lines) {
            all.append(call(line.substring(CALL.length()), typed));
        }
        return all.toString();
    }

    private String call(String line, String typed) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        StringWriter out = new StringWriter();
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
        int code = Main.execute(new PrintWriter(out), new PrintWriter(out), words.toArray(String[]::new));
        System.setIn(before);
        if (code != 0) {
            failures.add("ganglion " + line + " ends with " + code + ":\n" + out);
        }
        return out.toString();
    }

    private String script(String text) throws IOException, InterruptedException {
        Path out = Path.of("printed.txt");
        int code = new ProcessBuilder("sh", "-e", "-c", text)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start()
                .waitFor();
        String all = Files.readString(out);
        if (code != 0) {
            failures.add("the script ends with " + code + ":\n" + text + all);
        }
        return all;
    }

    private void check(String expected) {
        String pattern = expected.lines()
                .map(line -> line.equals("...")
                        ? "(?:.*\\n)*?"
                        : Arrays.stream(line.split(Pattern.quote("..."), -1))
                                        .map(Pattern::quote)
                                        .collect(Collectors.joining(".*"))
                                + " *\\n")
                .collect(Collectors.joining());
        if (!Pattern.compile("(?m)^" + pattern).matcher(printed).find()) {
            failures.add("expected\n" + expected + "but was\n" + printed);
        }
    }
}
