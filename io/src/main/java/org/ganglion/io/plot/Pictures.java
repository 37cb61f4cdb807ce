package org.ganglion.io.plot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ganglion.io.record.RunFolder;
import org.ganglion.io.record.SpikeSink;
import org.ganglion.io.record.StateSink;
import org.ganglion.network.Experiment;

/**
 * The pictures of a run: {@code raster.png} when spikes were recorded, {@code states.png} when states were.
 *
 * <pre>{@code
 * Pictures pictures = Pictures.of(experiment, endStep);
 * recording.finish(endStep, pictures.spikes(), pictures.states());
 * Pictures.Drawn drawn = pictures.write(folder);
 * }</pre>
 */
public final class Pictures {

    /**
     * What came of it.
     *
     * @param notes one line each on what could not be drawn, and why
     */
    public record Drawn(List<Path> files, List<String> notes) {
        public Drawn {
            files = List.copyOf(files);
            notes = List.copyOf(notes);
        }
    }

    private final String title;
    private final RasterSample raster;
    private final TraceSample traces;

    private Pictures(String title, RasterSample raster, TraceSample traces) {
        this.title = title;
        this.raster = raster;
        this.traces = traces;
    }

    /**
     * Pictures of what is recorded between the end of the warm-up and a step.
     *
     * @param endStep step that the run has reached
     */
    public static Pictures of(Experiment experiment, long endStep) {
        Span span = Span.of(experiment, endStep);
        boolean partial = endStep < experiment.settings().endStep();
        return new Pictures(
                experiment.network().name() + (partial ? " (partial)" : ""),
                new RasterSample(experiment, span),
                new TraceSample(experiment, span));
    }

    /** Has to see all spikes before the pictures are written. */
    public SpikeSink spikes() {
        return (step, neurons, count) -> {
            raster.spikes(step, neurons, count);
            traces.spikes(step, neurons, count);
        };
    }

    /** Has to see all samples before the pictures are written. */
    public StateSink states() {
        return traces;
    }

    /**
     * Draws the pictures into a folder. A system on which Java cannot draw, or has no fonts, is no error but a note.
     *
     * @throws IOException if a file cannot be written
     */
    public Drawn write(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        try {
            boolean text = Canvas.fontsWork();
            if (!text) {
                notes.add("pictures have no text, because Java finds no fonts here; install fontconfig and a font");
            }
            if (!raster.bands().isEmpty()) {
                Path path = folder.resolve(RunFolder.RASTER);
                new RasterPicture(raster, title).draw(text).write(path);
                files.add(path);
            }
            if (!traces.traces().isEmpty()) {
                Path path = folder.resolve(RunFolder.TRACES);
                new TracePicture(traces, title).draw(text).write(path);
                files.add(path);
            }
        } catch (LinkageError | InternalError e) {
            notes.add("no pictures, because this Java cannot draw: " + e.getMessage());
        }
        return new Drawn(files, notes);
    }
}
