package org.ganglion.cli.shell;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ganglion.cli.model.UserException;
import org.ganglion.io.config.ConfigException;
import org.ganglion.network.Experiment;
import org.ganglion.network.Population;
import org.ganglion.simulator.plan.MemoryEstimates;

/**
 * What can be said in {@code ganglion shell}: short words for the methods of a {@link Session}, imported statically.
 *
 * <p>JShell's statements can reach nothing but static members, so the session lies in the one static field of this class;
 * one shell runs in a process at a time.
 */
public final class Desk {
    private record Open(PrintWriter out, Path runs, Optional<Session> session) {}

    private static volatile Optional<Open> opened = Optional.empty();

    private Desk() {}

    /** Begins: words print to {@code out}, and {@link #last} looks in {@code runs}. */
    static void open(PrintWriter out, Path runs) {
        opened = Optional.of(new Open(out, runs, Optional.empty()));
    }

    /** Ends, and gives back what the session holds. */
    static void close() {
        opened.flatMap(Open::session).ifPresent(Session::close);
        opened = Optional.empty();
    }

    private static Open opened() {
        return opened.orElseThrow(() -> new ShellException("there is no shell; ganglion shell opens one"));
    }

    private static void say(String line) {
        opened().out().println(line);
        opened().out().flush();
    }

    private static void put(Session session) {
        Open open = opened();
        open.session().ifPresent(Session::close);
        opened = Optional.of(new Open(open.out(), open.runs(), Optional.of(session)));
    }

    private static <T> T told(Callable<T> work) {
        try {
            return work.call();
        } catch (ConfigException | UserException e) {
            throw ShellException.of(e);
        } catch (Exception e) {
            throw e instanceof ShellException known ? known : ShellException.of(e);
        }
    }

    /** The session itself. */
    public static Session session() {
        return opened().session().orElseThrow(() -> new ShellException("no network yet; network(\"FILE\") reads one"));
    }

    /** Reads a model file; settings follow as in {@code network("brunel.yaml", "g=4.5")}. */
    public static void network(String file, String... settings) {
        Session session = told(() -> Session.of(Path.of(file)));
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            told(() -> {
                session.set(parts[0], parts.length > 1 ? parts[1] : "");
                return session;
            });
        }
        put(session);
        network();
    }

    /** Takes a network described in Java. */
    public static void network(Experiment experiment) {
        put(told(() -> Session.of(experiment)));
        network();
    }

    /** Tells what the network is and how far it has been run. */
    public static void network() {
        Session session = session();
        say(String.format(
                Locale.ROOT,
                "%s: %,d neurons, %,.0f synapses, at %s ms",
                session.network().name(),
                session.network().neurons(),
                MemoryEstimates.of(session.experiment()).synapses(),
                Session.time(session.timeMs())));
        for (Population each : session.network().populations()) {
            say(String.format(
                    Locale.ROOT,
                    "  %s: %,d %s",
                    each.name(),
                    each.size(),
                    each.model().name()));
        }
    }

    /** Loads the newest run below {@code runs}, with its spikes. */
    public static void last() {
        Path runs = opened().runs();
        last(SavedRun.newest(runs)
                .orElseThrow(() -> new ShellException("there is no run in " + runs + "; last(\"FOLDER\") names one"))
                .toString());
    }

    /** Loads a run, with its spikes. */
    public static void last(String folder) {
        put(told(() -> Session.ofRun(Path.of(folder))));
        say(folder + ": " + rates());
    }

    /** Runs on for so many ms. */
    public static void run(double forMs) {
        Session session = session();
        told(() -> {
            session.run(forMs);
            return session;
        });
        say(session.rates().toString());
    }

    /** Runs on for a time with its unit, as in {@code run("2 s")}. */
    public static void run(String time) {
        java.util.regex.Matcher matcher = java.util.regex.Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)\\s*(ms|s|min)\\s*")
                .matcher(time);
        if (!matcher.matches()) {
            throw new ShellException("\"" + time + "\" is not a time; write a number and ms, s or min");
        }
        double unitMs =
                switch (matcher.group(2)) {
                    case "ms" -> 1;
                    case "s" -> 1000;
                    default -> 60_000;
                };
        run(Double.parseDouble(matcher.group(1)) * unitMs);
    }

    /** Rates of the populations in the last run. */
    public static Spikes.Rates rates() {
        return session().rates();
    }

    /** All spikes so far. */
    public static Spikes spikes() {
        return session().spikes();
    }

    /** Draws the spikes of the last run. */
    public static void raster() {
        raster("");
    }

    /** Draws the spikes of one population. */
    public static void raster(String population) {
        say(session().raster(population));
    }

    /** The voltage of a neuron in the last run. */
    public static Trace voltage(String population, int neuron) {
        return session().voltage(population, neuron);
    }

    /** Records the voltage of one more neuron. */
    public static void watch(String population, int neuron) {
        session().watch(population, neuron);
    }

    /** Weights of a projection now. */
    public static Weights weights(String projection) {
        return session().weights(projection);
    }

    /** Sets a parameter; the network begins anew. */
    public static void set(String path, double value) {
        set(path, Double.toString(value));
    }

    /** Sets a parameter, or any value by its path, with its unit; the network begins anew. */
    public static void set(String path, String value) {
        Session session = session();
        boolean begun = session.timeMs() > 0;
        session.set(path, value);
        say(path + " = " + value + (begun ? "; the network begins anew at 0 ms" : ""));
    }

    /** Changes a stimulus from now on, as in {@code change("background", "rate", "12 kHz")}. */
    public static void change(String stimulus, String parameter, String value) {
        Session session = session();
        session.change(stimulus, parameter, value);
        say(stimulus + "." + parameter + " = " + value + " from " + Session.time(session.timeMs()) + " ms on");
    }

    /** Draws pictures of all that was run into a folder. */
    public static void pictures(String folder) {
        session().pictures(Path.of(folder)).forEach(file -> say(file.toString()));
    }

    /** Tells the words. */
    public static void help() {
        say(Words.HELP);
    }
}
