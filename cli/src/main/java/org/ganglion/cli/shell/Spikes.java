package org.ganglion.cli.shell;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ganglion.io.record.SpikeSink;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.Population;
import org.ganglion.network.spec.Suggestion;

/**
 * Spikes of a network in memory, in the order of time and then of neurons.
 *
 * @param steps {@code [spike]}: a spike of step s is at time {@code (s + 1) * dt}
 * @param neurons {@code [spike]}: number in the network, populations one after another
 */
public record Spikes(Network network, double dtMs, long[] steps, int[] neurons) {

    /** Number of spikes. */
    public int size() {
        return steps.length;
    }

    /** Those after one time and until another. */
    public Spikes between(double fromMs, double toMs) {
        int first = firstAtOrAfter(Math.round(fromMs / dtMs));
        int end = firstAtOrAfter(Math.round(toMs / dtMs));
        return new Spikes(
                network, dtMs, Arrays.copyOfRange(steps, first, end), Arrays.copyOfRange(neurons, first, end));
    }

    private int firstAtOrAfter(long step) {
        int low = 0;
        int high = steps.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps[middle] < step) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Times of the spikes of one neuron, in ms.
     *
     * @param neuron index in its population
     */
    public double[] timesMs(String population, int neuron) {
        int wanted = first(population) + neuron;
        if (neuron < 0 || neuron >= network.population(population).size()) {
            throw new ShellException(population + " has no neuron " + neuron + "; they are 0 to "
                    + (network.population(population).size() - 1));
        }
        double[] times = new double[size()];
        int count = 0;
        for (int i = 0; i < size(); i++) {
            if (neurons[i] == wanted) {
                times[count++] = timeMs(i);
            }
        }
        return Arrays.copyOf(times, count);
    }

    /** Time of a spike, in ms. */
    public double timeMs(int spike) {
        return Math.round((steps[spike] + 1) * dtMs * 1e6) / 1e6;
    }

    /** Number of the first neuron of a population. */
    int first(String population) {
        int first = 0;
        for (Population each : network.populations()) {
            if (each.name().equals(population)) {
                return first;
            }
            first += each.size();
        }
        throw unknown(network, population);
    }

    static ShellException unknown(Network network, String population) {
        return new ShellException(Suggestion.unknown(
                "population",
                population,
                network.populations().stream().map(Population::name).toList()));
    }

    /**
     * Spikes per neuron and second of each population, of those neurons that were recorded while they were. All spikes here
     * count as being between the two times.
     *
     * @param recorded with the recorders that took these spikes
     */
    Rates rates(Experiment recorded, double fromMs, double toMs) {
        Map<String, Double> hz = new LinkedHashMap<>();
        for (Population population : network.populations()) {
            int first = first(population.name());
            int end = first + population.size();
            long count =
                    Arrays.stream(neurons).filter(n -> n >= first && n < end).count();
            double seconds = RecordedTime.seconds(recorded, population, fromMs, toMs);
            hz.put(population.name(), seconds > 0 ? count / seconds : Double.NaN);
        }
        return new Rates(hz, fromMs, toMs);
    }

    /** Shows all to somebody who watches, in the order of time. */
    void show(SpikeSink sink) throws IOException {
        int first = 0;
        while (first < size()) {
            int end = first;
            while (end < size() && steps[end] == steps[first]) {
                end++;
            }
            sink.spikes(steps[first], Arrays.copyOfRange(neurons, first, end), end - first);
            first = end;
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d spikes", size());
    }

    /**
     * Rates of populations.
     *
     * @param hz by population; NaN where nothing of it was recorded
     */
    public record Rates(Map<String, Double> hz, double fromMs, double toMs) {
        @Override
        public String toString() {
            if (toMs <= fromMs) {
                return "nothing is recorded before " + Session.time(fromMs) + " ms, the end of the warm-up";
            }
            return hz.entrySet().stream()
                            .map(e -> e.getKey() + " " + text(e.getValue()))
                            .collect(Collectors.joining(", "))
                    + " (" + Session.time(fromMs) + " to " + Session.time(toMs) + " ms)";
        }

        private static String text(double hz) {
            return Double.isNaN(hz) ? "not recorded" : String.format(Locale.ROOT, "%.1f Hz", hz);
        }
    }
}
