package org.ganglion.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ganglion.cli.model.UserException;
import org.ganglion.cli.run.Screen;
import org.ganglion.cli.sweep.SweepReport;
import org.ganglion.io.sweep.SweepFile;
import org.ganglion.io.sweep.SweepFolder;
import org.ganglion.io.sweep.SweepTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ganglion sweep}. */
@Command(
        name = "sweep",
        description = "Shows the table of a sweep, also of one that goes on, and writes it anew.",
        footer = {
            "",
            "Examples:",
            "  ganglion run brunel.yaml --sweep g=3:6:0.5 eta=1,2,4 seeds=5 --output runs/g-eta",
            "  ganglion sweep runs/g-eta",
            "",
            "sweep.csv and sweep.h5 have a row for each trial, sweep.png a picture of each measure."
        })
final class SweepCommand implements Callable<Integer> {
    @Mixin
    private Screens screens = new Screens();

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder of the sweep.")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (!SweepFolder.is(folder)) {
            throw new UserException(folder + ": holds no sweep (sweep.json is missing); one is made with ganglion run"
                    + " FILE --sweep ...");
        }
        SweepFolder sweep = new SweepFolder(folder);
        SweepReport report = new SweepReport(sweep, SweepFile.read(sweep.description()));
        SweepTable table = report.write();
        Screen screen = screens.screen();
        screen.show(report.text(table));
        report.failures(table).forEach(screen::warn);
        return 0;
    }
}
