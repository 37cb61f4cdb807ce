package org.ganglion.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ganglion.network.spec.Problem;
import org.ganglion.network.spec.Suggestion;

/** Checks changes of stimuli: when they are, what they change, and what comes of it. */
final class ChangeCheck {
    private final CheckedNetwork network;
    private final Report report;

    private ChangeCheck(CheckedNetwork network) {
        this.network = network;
        this.report = network.report();
    }

    /** Checks all changes, each on top of those before it. */
    static void check(CheckedNetwork network, Experiment experiment) {
        ChangeCheck check = new ChangeCheck(network);
        List<Stimulus> stimuli = new ArrayList<>(experiment.network().stimuli());
        for (int c = 0; c < experiment.changes().size(); c++) {
            check.change("changes/" + c, experiment.changes().get(c), stimuli);
        }
    }

    private void change(String path, Change change, List<Stimulus> stimuli) {
        WindowCheck.onGrid(report, network.grid(), path + ".at", change.atMs());
        String at = path + ".set." + change.path();
        List<Stimulus> meant = stimuli.stream().filter(change::concerns).toList();
        if (meant.isEmpty()) {
            Set<String> names = new java.util.LinkedHashSet<>();
            stimuli.forEach(s -> names.add(s.name().replaceFirst("/.*", "")));
            report.add(at, Suggestion.unknown("stimulus", change.stimulus(), names));
            return;
        }
        if (!meant.stream().allMatch(s -> Changeable.of(s).containsKey(change.parameter()))) {
            report.add(at, notChangeable(change, meant));
            return;
        }
        for (int s = 0; s < stimuli.size(); s++) {
            if (change.concerns(stimuli.get(s))) {
                Stimulus changed = Changeable.with(stimuli.get(s), change.parameter(), change.value());
                Set<Problem> before = new HashSet<>(problems(stimuli.get(s)));
                problems(changed).stream().filter(p -> !before.contains(p)).forEach(p -> report.add(at, p.message()));
                stimuli.set(s, changed);
            }
        }
    }

    private List<Problem> problems(Stimulus stimulus) {
        Report apart = new Report();
        StimulusCheck.check(network.reportingTo(apart), stimulus);
        return apart.problems();
    }

    private static String notChangeable(Change change, List<Stimulus> meant) {
        Set<String> changeable = Changeable.of(meant).keySet();
        if (changeable.isEmpty()) {
            return "no parameter of " + change.stimulus()
                    + " can change while it runs; write the change into the stimulus itself, as times and values";
        }
        return Suggestion.unknown("parameter that can change of " + change.stimulus(), change.parameter(), changeable);
    }
}
