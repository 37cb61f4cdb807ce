package org.ganglion.io.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ganglion.io.analysis.FinishedRun;
import org.ganglion.io.analysis.RunAnalysis;
import org.ganglion.io.config.Config;
import org.ganglion.io.file.AsideFile;
import org.ganglion.io.record.RunFolder;

/**
 * Pages that tell of runs that have ended: one file each, which needs no other and no network.
 *
 * <p>All of it is read from the folders of the runs, so it makes no difference where and in how many parts they ran.
 */
public final class Report {
    private Report() {}

    /** The report that a run is to leave in its folder; empty where it is not wanted. */
    public static Optional<Path> planned(Path folder, Config config) {
        return config.output().report() ? Optional.of(folder.resolve(RunFolder.REPORT)) : Optional.empty();
    }

    /**
     * Writes the report of a run beside its {@code run.json}, as the last of its files.
     *
     * @return why there is none, on a system on which Java cannot draw
     */
    public static Optional<String> write(Path file, Config config) throws IOException {
        try {
            FinishedRun run = FinishedRun.of(folderOf(file), config);
            AsideFile.of(file).writeText(ReportPage.of(RunAnalysis.of(run, run.window())));
            return Optional.empty();
        } catch (LinkageError | InternalError e) {
            return Optional.of("no report, because this Java cannot draw: " + e.getMessage());
        }
    }

    /**
     * Writes the page on one run, or the one that compares several.
     *
     * @param folders of the runs
     */
    public static void write(Path file, List<Path> folders) throws IOException {
        List<RunAnalysis> runs = folders.stream().map(RunAnalysis::read).toList();
        AsideFile.of(file).writeText(runs.size() == 1 ? ReportPage.of(runs.getFirst()) : ComparisonPage.of(runs));
    }

    private static Path folderOf(Path file) {
        return Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    }
}
