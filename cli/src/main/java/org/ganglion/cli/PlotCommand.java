package org.ganglion.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ganglion.cli.cluster.Duration;
import org.ganglion.cli.model.UserException;
import org.ganglion.io.analysis.FinishedRun;
import org.ganglion.io.analysis.RunAnalysis;
import org.ganglion.io.analysis.StepWindow;
import org.ganglion.io.figure.FigureKind;
import org.ganglion.io.figure.Figures;
import org.ganglion.io.figure.drawing.Figure;
import org.ganglion.network.Population;
import org.ganglion.network.spec.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ganglion plot}. */
@Command(
        name = "plot",
        description = "Draws single figures of a run as PNG or SVG.",
        footer = {
            "",
            "Examples:",
            "  ganglion plot runs/brunel --figure raster --from '100 ms' --to '300 ms'",
            "  ganglion plot runs/brunel --figure spectrum --population E --format svg -o spectrum.svg",
            "",
            "Where a figure has several parts, as one for each recorder, the files are numbered.",
            "Exit codes: 0 done, 1 a file is damaged or cannot be written, 2 the call is wrong, or nothing was recorded."
        })
final class PlotCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RUN", description = "Folder of a run that has ended.")
    private Path run = Path.of("");

    @Option(
            names = "--figure",
            required = true,
            paramLabel = "FIGURE",
            description = "network, raster, rates, isi, cv, spectrum, correlations, weights or voltages.")
    private String figure = "";

    @Option(
            names = "--population",
            split = ",",
            paramLabel = "NAME",
            description = "Populations that are shown, by default all that were recorded.")
    private List<String> populations = List.of();

    @Option(names = "--from", paramLabel = "TIME", description = "Shows what is after this time, as in '100 ms'.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "TIME", description = "Shows what is before this time.")
    private Optional<String> to = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "png or svg; by default as the name of the file ends, or png.")
    private Optional<String> format = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file; by default FIGURE.png or FIGURE.svg in the folder of the run; raster-figure.png"
                    + " beside the run's own raster.png.")
    private Optional<Path> output = Optional.empty();

    @Override
    public Integer call() throws IOException {
        FigureKind kind = FigureKind.of(figure)
                .orElseThrow(() ->
                        new UserException("--figure: " + Suggestion.unknown("figure", figure, FigureKind.keys())));
        String ending = format();
        FinishedRun finished = FinishedRun.read(run);
        RunAnalysis analysis = RunAnalysis.of(finished, window(finished.window()));
        List<Figure> figures = new Figures(analysis, chosen(analysis)).of(kind);
        if (figures.isEmpty()) {
            throw new UserException(run + ": nothing was recorded for --figure " + figure + "; it needs a recorder of "
                    + recorder(kind));
        }
        Path file = OutputFile.checked(output.orElseGet(() -> run.resolve(stem(figure) + "." + ending)));
        for (int i = 0; i < figures.size(); i++) {
            Path part = i == 0 ? file : numbered(file, i + 1);
            if (ending.equals("svg")) {
                figures.get(i).writeSvg(part);
            } else {
                figures.get(i).writePng(part);
            }
            spec.commandLine().getOut().println(part);
        }
        return 0;
    }

    private static String recorder(FigureKind kind) {
        return switch (kind) {
            case WEIGHTS -> "type weights";
            case VOLTAGES -> "type state";
            default -> "type spikes, for one of the populations that are shown";
        };
    }

    private String format() {
        String ending = format.or(() -> output.map(file -> file.toString().toLowerCase(Locale.ROOT))
                        .filter(name -> name.endsWith(".svg"))
                        .map(name -> "svg"))
                .orElse("png");
        if (!ending.equals("png") && !ending.equals("svg")) {
            throw new UserException("--format: " + Suggestion.unknown("format", ending, List.of("png", "svg")));
        }
        Optional<String> other = output.map(file -> file.toString().toLowerCase(Locale.ROOT))
                .filter(name -> name.matches(".*\\.(pdf|eps|ps|jpe?g|gif|tiff?|webp)"));
        if (format.isEmpty() && other.isPresent()) {
            throw new UserException(
                    "--output: " + output.get() + ": figures are written as PNG or SVG; end the name so");
        }
        return ending;
    }

    private StepWindow window(StepWindow whole) {
        double fromMs = from.map(text -> Duration.milliseconds("--from", text)).orElse(whole.firstMs());
        double toMs = to.map(text -> Duration.milliseconds("--to", text)).orElse(whole.endMs());
        if (toMs <= fromMs || toMs <= whole.firstMs() || fromMs >= whole.endMs()) {
            throw new UserException("--from, --to: there is nothing from " + fromMs + " ms to " + toMs
                    + " ms; the run was recorded from " + whole.firstMs() + " ms to " + whole.endMs() + " ms");
        }
        return new StepWindow(Math.round(fromMs / whole.dtMs()), Math.round(toMs / whole.dtMs()), whole.dtMs())
                .within(whole);
    }

    private Set<String> chosen(RunAnalysis analysis) {
        List<String> all = analysis.run().experiment().network().populations().stream()
                .map(Population::name)
                .toList();
        for (String name : populations) {
            if (!all.contains(name)) {
                throw new UserException("--population: " + Suggestion.unknown("population", name, all));
            }
        }
        return new LinkedHashSet<>(populations.isEmpty() ? all : populations);
    }

    /** {@code raster.png} is the run's own, with rates below. */
    private static String stem(String figure) {
        return figure.equals(FigureKind.RASTER.key()) ? "raster-figure" : figure;
    }

    /** {@code rates-2.png} beside {@code rates.png}. */
    private static Path numbered(Path file, int number) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return file.resolveSibling(stem + "-" + number + name.substring(stem.length()));
    }
}
