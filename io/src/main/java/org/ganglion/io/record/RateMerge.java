package org.ganglion.io.record;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ganglion.io.file.AsideFile;
import org.ganglion.io.hdf5.Compression;
import org.ganglion.io.hdf5.RateFile;
import org.ganglion.io.hdf5.StepTime;
import org.ganglion.network.Experiment;
import org.ganglion.network.Recorder;
import org.ganglion.network.RunSettings;

/**
 * Merges what was counted for all recorders of rates into {@code rates.h5} and {@code rates.csv}: spikes are counted by step,
 * so that neither groups nor checkpoints need to know of bins.
 */
final class RateMerge {
    private final Experiment experiment;
    private final List<Recorder.Rates> recorders;
    private final List<SpillLeg> legs;
    private final List<RateFile.Source> sources = new ArrayList<>();

    /** @param endStep step that all groups have reached */
    RateMerge(Experiment experiment, List<Recorder.Rates> recorders, List<SpillLeg> legs, long endStep) {
        this.experiment = experiment;
        this.recorders = recorders;
        this.legs = legs;
        List<String> names = names(recorders);
        for (int r = 0; r < recorders.size(); r++) {
            sources.add(source(recorders.get(r), names.get(r), endStep));
        }
    }

    private RateFile.Source source(Recorder.Rates recorder, String name, long endStep) {
        RunSettings settings = experiment.settings();
        int size = experiment.network().population(recorder.population()).size();
        long first = Math.max(settings.warmUpSteps(), Math.round(recorder.startMs() / settings.dtMs()));
        long end = Double.isInfinite(recorder.stopMs())
                ? endStep
                : Math.min(endStep, Math.round(recorder.stopMs() / settings.dtMs()));
        long binSteps = Math.round(recorder.binMs() / settings.dtMs());
        return new RateFile.Source(
                name,
                recorder.name(),
                recorder.population(),
                recorder.neurons().indices(size).length,
                first,
                binSteps,
                Math.max(0, end - first) / binSteps,
                settings.dtMs());
    }

    /** What the group of each recorder is called: the first of a population like that, every further one like itself too. */
    private static List<String> names(List<Recorder.Rates> recorders) {
        Set<String> taken = new HashSet<>();
        recorders.forEach(recorder -> taken.add(recorder.population()));
        Set<String> begun = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (Recorder.Rates recorder : recorders) {
            String name = recorder.population();
            if (!begun.add(name)) {
                name = (name + "." + recorder.name()).replace('/', '_');
                while (!taken.add(name)) {
                    name += "_";
                }
            }
            names.add(name);
        }
        return names;
    }

    /** Writes both files aside and then gives them their names. */
    List<Path> write(Path folder, Compression compression) throws IOException {
        Path path = folder.resolve(RunRecording.RATES);
        Path table = folder.resolve(RunRecording.RATES_TABLE);
        AsideFile asText = AsideFile.own(table);
        try (RateFile file = new RateFile(path, sources, compression);
                Writer text = Files.newBufferedWriter(asText.aside(), StandardCharsets.UTF_8)) {
            text.write("recorder,population,time_ms,spikes,rate_hz\n");
            for (int r = 0; r < recorders.size(); r++) {
                new Bins(file, text, r).write();
            }
            file.commit();
        }
        asText.place();
        return List.of(path, table);
    }

    /** Fills the bins of one recorder, in the order of time. */
    private final class Bins {
        private final RateFile file;
        private final Writer text;
        private final int recorder;
        private final RateFile.Source source;
        private long bin;
        private long spikes;

        Bins(RateFile file, Writer text, int recorder) {
            this.file = file;
            this.text = text;
            this.recorder = recorder;
            this.source = sources.get(recorder);
        }

        void write() throws IOException {
            for (SpillLeg leg : legs) {
                try (CountMerge merge = new CountMerge(recorder, leg)) {
                    merge.run(this::add);
                }
            }
            endBinsBefore(source.bins());
        }

        private void add(long step, long count) throws IOException {
            endBinsBefore(Math.min(source.bins(), Math.floorDiv(step - source.firstStep(), source.binSteps())));
            spikes += count;
        }

        private void endBinsBefore(long next) throws IOException {
            for (; bin < next; bin++) {
                double rateHz = source.rateHz(spikes);
                file.bin(recorder, bin, spikes);
                text.write(recorders.get(recorder).name() + "," + source.population() + ","
                        + StepTime.startMs(source.firstStep() + bin * source.binSteps(), source.dtMs()) + "," + spikes
                        + "," + rateHz + "\n");
                spikes = 0;
            }
        }
    }
}
