package org.ganglion.io.sonata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ganglion.io.sonata.source.Complaints;
import org.ganglion.io.sonata.source.Section;
import org.ganglion.network.Recorder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Selection;

/** Reads the section {@code reports}: state variables of chosen cells. Spikes of all that is simulated are recorded too. */
final class ReportReader {
    private static final List<String> MODULES = List.of("membrane_report", "multimeter_report");

    private final ConfigParts.Part config;
    private final NodeSets sets;
    private final List<Cells> cells;
    private final RunSettings settings;
    private final Complaints complaints;
    private final List<Recorder> recorders = new ArrayList<>();
    private final Map<String, SonataModel.Place> places = new LinkedHashMap<>();
    private final Set<String> names = new LinkedHashSet<>();

    ReportReader(
            ConfigParts.Part config, NodeSets sets, List<Cells> cells, RunSettings settings, Complaints complaints) {
        this.config = config;
        this.sets = sets;
        this.cells = cells;
        this.settings = settings;
        this.complaints = complaints;
    }

    void read() {
        for (Cells part : cells) {
            if (!part.virtual()) {
                recorders.add(new Recorder.Spikes(
                        Names.different("spikes-" + part.name(), names), part.name(), Selection.ALL));
            }
        }
        config.root().section("reports").ifPresent(reports -> {
            for (String name : reports.keys()) {
                complaints.attempt(() -> reports.section(name).ifPresent(report -> report(name, report)));
            }
        });
    }

    private void report(String name, Section report) {
        if (!report.flag("enabled", true)) {
            return;
        }
        String module = report.text("module").orElse(MODULES.getFirst());
        if (!MODULES.contains(module)) {
            complaints.note(report.at().file() + ": " + report.path("module") + ": there are no reports of the kind "
                    + module + "; this one is left out");
            return;
        }
        List<String> variables = report.texts("variable_name").stream()
                .map(v -> v.equals("v") ? "V_m" : v)
                .toList();
        if (variables.isEmpty()) {
            throw report.missing("variable_name", "\"V_m\"");
        }
        double intervalMs = report.number("dt").orElse(report.number("interval").orElse(settings.dtMs()));
        double startMs = report.number("start_time").orElse(0);
        double endMs = end(report, startMs);
        Map<Cells, int[]> chosen =
                report.has("cells") ? NodeSets.within(sets.resolve(report, "cells"), cells) : everyone();
        chosen.keySet().removeIf(Cells::virtual);
        if (chosen.isEmpty()) {
            throw NodeSets.nobody(report.at("cells"), report.path("cells"));
        }
        chosen.forEach((part, neurons) -> {
            String own = Names.different(chosen.size() == 1 ? name : name + "-" + part.name(), names);
            recorders.add(new Recorder.State(
                    own,
                    part.name(),
                    InputReader.selection(part, neurons),
                    variables,
                    intervalMs,
                    offsetMs(startMs, intervalMs),
                    startMs,
                    endMs));
            place("recorders." + own, report, variables.size());
        });
    }

    /** Says where what a recorder is made of stands. */
    private void place(String path, Section report, int variables) {
        places.put(path, new SonataModel.Place(report.at(), report.path()));
        place(path + ".interval", report, report.has("dt") ? "dt" : "interval", "");
        place(path + ".start", report, "start_time", "");
        place(path + ".stop", report, "end_time", "");
        for (int i = 0; i < variables; i++) {
            place(path + ".variables." + i, report, "variable_name", variables == 1 ? "" : "." + i);
        }
    }

    private void place(String path, Section report, String key, String entry) {
        places.put(path, new SonataModel.Place(report.at(key), report.path(key) + entry));
    }

    /** Time of the last sample at most; infinite where that is the end of the run. */
    private double end(Section report, double startMs) {
        double endMs = report.number("end_time").orElse(Double.POSITIVE_INFINITY);
        if (endMs <= startMs) {
            throw report.wrong(
                    "end_time",
                    endMs + " ms is not after the start (" + startMs + " ms); raise end_time or lower start_time");
        }
        return endMs < settings.durationMs() ? endMs : Double.POSITIVE_INFINITY;
    }

    /** By how much samples are later that come at the start and every so often after it. */
    private double offsetMs(double startMs, double intervalMs) {
        long interval = Math.max(1, Math.round(intervalMs / settings.dtMs()));
        return Math.floorMod(Math.round(startMs / settings.dtMs()), interval) * settings.dtMs();
    }

    private Map<Cells, int[]> everyone() {
        Map<Cells, int[]> all = new LinkedHashMap<>();
        for (Cells part : cells) {
            all.put(part, Selection.ALL.indices(part.rows().length));
        }
        return all;
    }

    List<Recorder> recorders() {
        return recorders;
    }

    Map<String, SonataModel.Place> places() {
        return places;
    }
}
