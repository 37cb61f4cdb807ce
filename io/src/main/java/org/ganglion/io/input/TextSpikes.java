package org.ganglion.io.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ganglion.network.SpikeTimes;
import org.ganglion.network.spec.DescribedFile;

/**
 * Reads spikes from text: a line for each, with neuron and time in ms, or the time alone where all neurons have the same.
 * Columns are parted by commas, semicolons or blanks; empty lines and lines that begin with {@code #} are passed over. A
 * first line without numbers names the columns, in any order; columns of other names are passed over.
 */
final class TextSpikes {
    private static final List<String> NEURON =
            List.of("neuron", "neurons", "sender", "senders", "gid", "gids", "node_id", "node_ids", "id", "ids");
    private static final List<String> TIME =
            List.of("time", "times", "time_ms", "times_ms", "timestamp", "timestamps", "t", "t_ms");

    private final DescribedFile file;
    private final SpikeTimesFile.Neurons neurons;
    private final SpikeColumns spikes = new SpikeColumns();
    private final String[] parts = new String[64];
    private int neuronColumn = -1;
    private int timeColumn = -1;
    private int populationColumn = -1;
    private String population = ""; // of the first spike
    private int columns;
    private long line;

    private TextSpikes(DescribedFile file, SpikeTimesFile.Neurons neurons) {
        this.file = file;
        this.neurons = neurons;
    }

    static SpikeTimes read(DescribedFile file, SpikeTimesFile.Neurons neurons) throws IOException, InputFileException {
        TextSpikes text = new TextSpikes(file, neurons);
        try (BufferedReader in = Files.newBufferedReader(file.path(), StandardCharsets.ISO_8859_1)) {
            for (String next = in.readLine(); next != null; next = in.readLine()) {
                text.line++;
                text.line(next);
            }
        }
        return text.neuronColumn < 0
                ? SpikeTimes.ofAll(file, "", text.spikes.tics())
                : SpikeTimes.ofEach(file, "", text.spikes.neurons(), text.spikes.tics());
    }

    private void line(String text) throws InputFileException {
        int size = split(text);
        if (size == 0 || parts[0].startsWith("#")) {
            return;
        }
        if (columns == 0) {
            columns = size;
            if (isNumber(parts[0])) {
                if (size > 2) {
                    throw mistake(
                            "has " + size + " columns; write neuron and time, or name the columns in a first line");
                }
                neuronColumn = size == 2 ? 0 : -1;
                timeColumn = size - 1;
            } else {
                header(size);
                return;
            }
        }
        if (size != columns) {
            throw mistake("has " + size + " columns, where the lines before it have " + columns);
        }
        if (populationColumn >= 0) {
            one(parts[populationColumn]);
        }
        double ms = number(parts[timeColumn]);
        long tic = SpikeTimesFile.tic(ms);
        if (tic < 0) {
            throw SpikeTimesFile.wrongTime(place(), ms);
        }
        spikes.add(neuronColumn < 0 ? 0 : neuron(parts[neuronColumn]), tic);
    }

    private void one(String of) throws InputFileException {
        if (population.isEmpty()) {
            population = of;
        } else if (!population.equals(of)) {
            throw mistake("is of population " + of + ", lines before it of " + population
                    + "; keep those of one population, or take spikes.h5 and say which population");
        }
    }

    private void header(int size) throws InputFileException {
        for (int i = 0; i < size; i++) {
            String name = parts[i].replace("\"", "").toLowerCase(Locale.ROOT);
            neuronColumn = NEURON.contains(name) ? i : neuronColumn;
            timeColumn = TIME.contains(name) ? i : timeColumn;
            populationColumn = name.equals("population") ? i : populationColumn;
        }
        if (timeColumn < 0 || (neuronColumn < 0 && size > 1)) {
            throw mistake("\"" + String.join(", ", Arrays.asList(parts).subList(0, size))
                    + "\" names no columns of spikes; name them neuron and time");
        }
    }

    /** Cuts a line into its columns and returns how many there are. */
    private int split(String text) throws InputFileException {
        int size = 0;
        int at = 0;
        while (at < text.length()) {
            if (isBlank(text.charAt(at))) {
                at++;
                continue;
            }
            int begin = at;
            while (at < text.length() && !isSeparator(text.charAt(at))) {
                at++;
            }
            if (size == parts.length) {
                throw mistake("has more than " + parts.length + " columns");
            }
            parts[size++] = text.substring(begin, at);
            while (at < text.length() && isBlank(text.charAt(at))) {
                at++;
            }
            if (at < text.length() && isMark(text.charAt(at))) {
                at++;
            }
        }
        return size;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isMark(char c) {
        return c == ',' || c == ';';
    }

    private static boolean isSeparator(char c) {
        return isBlank(c) || isMark(c);
    }

    private static boolean isNumber(String text) {
        char first = text.isEmpty() ? 'x' : text.charAt(0);
        return (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
    }

    private double number(String text) throws InputFileException {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw mistake("\"" + text + "\" is not a number");
        }
    }

    private int neuron(String text) throws InputFileException {
        double value = number(text);
        if (!(value >= 0 && value < SpikeTimesFile.MOST_NEURONS) || value != Math.rint(value)) {
            throw mistake("\"" + text + "\" is no neuron; neurons are numbered from 0");
        }
        if (value >= neurons.size()) {
            throw mistake("a spike of neuron " + (int) value + ", but " + neurons.objection());
        }
        return (int) value;
    }

    private String place() {
        return file.path() + ":" + line;
    }

    private InputFileException mistake(String message) {
        return new InputFileException(place() + ": " + message);
    }
}
