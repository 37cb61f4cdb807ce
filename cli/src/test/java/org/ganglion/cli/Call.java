package org.ganglion.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One call of the command and what came of it. */
record Call(int exitCode, String out, String err) {

    /** A network of a hundred neurons that writes every kind of file. */
    static final String TINY = """
            name: tiny
            parameters:
              w: 0.1 mV
            populations:
              E: {model: iaf_psc_delta, size: 80}
              I: {model: iaf_psc_delta, size: 20}
            projections:
              E-all: {from: E, to: [E, I], rule: fixed_indegree, indegree: 8, weight: w, delay: 1.5 ms}
              I-all: {from: I, to: [E, I], rule: fixed_indegree, indegree: 2, weight: -5 * w, delay: 1.5 ms}
            stimuli:
              background: {type: poisson, to: [E, I], rate: 20 kHz, weight: w}
            recorders:
              spikes: {type: spikes, from: [E, I]}
              potential: {type: state, from: E, neurons: 0..1, variables: [V_m], interval: 1 ms}
            simulation:
              duration: 50 ms
            """;

    static Call of(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        int code = Main.execute(new PrintWriter(out), new PrintWriter(err), texts);
        return new Call(code, out.toString(), err.toString());
    }

    /** A process of its own for {@code ganglion}, still to be started. */
    static ProcessBuilder process(String... words) {
        return process(List.of("-Xmx512m"), words);
    }

    /** Likewise, with options of Java. */
    static ProcessBuilder process(List<String> options, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.ganglion.cli.Start"));
        command.addAll(List.of(words));
        return new ProcessBuilder(command);
    }

    static Path write(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** A value of {@code run.json}, as its text. */
    static String runJson(Path folder, String key) throws IOException {
        Matcher matcher = Pattern.compile("\"" + key + "\" : \"?([^\",\\n]*)")
                .matcher(Files.readString(folder.resolve("run.json")));
        if (!matcher.find()) {
            throw new AssertionError("run.json has no " + key);
        }
        return matcher.group(1);
    }
}
