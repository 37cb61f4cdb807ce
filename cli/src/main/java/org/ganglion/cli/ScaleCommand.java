package org.ganglion.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ganglion.cli.model.UserException;
import org.ganglion.cli.run.Screen;
import org.ganglion.cli.scale.ScaleProcess;
import org.ganglion.cli.scale.ScaleRow;
import org.ganglion.cli.scale.ScaleRun;
import org.ganglion.cli.scale.ScaleTable;
import org.ganglion.cli.scale.WeakSize;
import org.ganglion.io.plot.ScalePicture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ganglion scale}. */
@Command(
        name = "scale",
        description = "Measures how a network runs on several numbers of worker processes of this machine.",
        footer = {
            "",
            "Examples:",
            "  ganglion scale examples/multi-area.yaml --nodes 1,2,4",
            "  ganglion scale examples/pd14.yaml --nodes 1,2 --weak --set scale=0.1 --repeats 5",
            "",
            "Strong: the same network on more nodes. Weak: a network that grows with them, by its parameter scale.",
            "Nothing else should run meanwhile. Where there are fewer processors than threads, no speed-up is told."
        })
final class ScaleCommand implements Callable<Integer> {
    private static final int MOST_NODES = 256;

    @Mixin
    private Screens screens = new Screens();

    @Mixin
    private ModelArguments model = new ModelArguments();

    @Option(
            names = {"-n", "--nodes"},
            split = ",",
            paramLabel = "N",
            description = "Numbers of processes, as in 1,2,4; 1,2 by default.")
    private List<Integer> nodes = new ArrayList<>(List.of(1, 2));

    @Option(names = "--strong", description = "The same network on all; the default.")
    private boolean strong;

    @Option(names = "--weak", description = "A network that grows with the number of processes.")
    private boolean weak;

    @Option(
            names = "--weak-parameter",
            paramLabel = "NAME[=VALUE]",
            description = "Parameter by which it grows, and its value on one node; 'scale' of the model by default.")
    private String weakParameter = WeakSize.STANDARD;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            description = "Runs of each kind, of which medians are told; 3 by default.")
    private int repeats = 3;

    @Option(names = "--threads", paramLabel = "N", description = "Threads of each process; 1 by default.")
    private int threads = 1;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Folder for scale.csv, scale.png and the runs; by default runs/scale.")
    private Path output = Path.of("runs", "scale");

    @Override
    public Integer call() throws IOException, InterruptedException {
        check();
        model.read();
        List<String> settings = new ArrayList<>(model.settings());
        settings.addAll(List.of("simulation.threads=" + threads, "output.raster=false", "output.report=false"));
        Optional<WeakSize> size =
                weak ? Optional.of(WeakSize.of(model.file, model.settings(), weakParameter)) : Optional.empty();
        Screen screen = screens.screen();
        int processors = Runtime.getRuntime().availableProcessors();
        List<ScaleRun> runs = new ArrayList<>();
        for (int repeat = 1; repeat <= repeats; repeat++) {
            for (int n : nodes.stream().distinct().sorted().toList()) {
                if (strong || !weak) {
                    runs.add(run(screen, settings, n, false, repeat));
                }
                if (size.isPresent()) {
                    List<String> grown = new ArrayList<>(settings);
                    grown.add(size.get().at(n));
                    runs.add(run(screen, grown, n, true, repeat));
                }
            }
        }
        List<ScaleRow> rows = ScaleTable.rows(runs, threads, processors);
        Files.writeString(output.resolve("scale.csv"), ScaleTable.csv(rows, threads));
        ScalePicture.write(lines(rows), output.resolve("scale.png")).ifPresent(screen::say);
        screen.show("\n" + ScaleTable.text(rows, threads, processors));
        screen.show("  table and picture in " + output + "\n");
        boolean same = rows.stream().allMatch(ScaleRow::sameSpikes);
        if (!same) {
            screen.warn("the spikes of the same network differ; please report it with " + output.resolve("scale.csv"));
        }
        return same ? 0 : Failures.FAILED;
    }

    private void check() {
        for (int n : nodes) {
            if (n < 1 || n > MOST_NODES) {
                throw new UserException("--nodes: " + n + " is not between 1 and " + MOST_NODES);
            }
        }
        if (repeats < 1 || threads < 1) {
            throw new UserException(
                    (repeats < 1 ? "--repeats: " + repeats : "--threads: " + threads) + " is below 1; give 1 or more");
        }
    }

    private ScaleRun run(Screen screen, List<String> settings, int n, boolean grown, int repeat)
            throws IOException, InterruptedException {
        String kind = grown ? "weak" : "strong";
        screen.say(kind + ", " + n + (n == 1 ? " node" : " nodes") + ", run " + repeat + " of " + repeats);
        Path folder = output.toAbsolutePath().normalize().resolve(kind + "-" + n + "-" + repeat);
        return ScaleProcess.run(model.file, settings, n, grown, repeat, folder);
    }

    private static List<ScalePicture.Line> lines(List<ScaleRow> rows) {
        List<ScalePicture.Line> lines = new ArrayList<>();
        for (boolean grown : new boolean[] {false, true}) {
            List<ScaleRow> same = rows.stream().filter(r -> r.weak() == grown).toList();
            if (!same.isEmpty()) {
                lines.add(new ScalePicture.Line(
                        grown ? "weak" : "strong",
                        same.stream()
                                .map(r -> new ScalePicture.Point(r.nodes(), r.speedUp(), r.readable()))
                                .toList()));
            }
        }
        return lines;
    }
}
