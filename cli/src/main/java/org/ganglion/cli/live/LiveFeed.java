package org.ganglion.cli.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ganglion.io.json.JsonText;
import org.ganglion.io.record.SpikeFollower;
import org.ganglion.network.Population;
import org.ganglion.network.RunSettings;
import org.ganglion.simulator.Progress;

/** Looks at a run a few times a second and tells all who view it. */
final class LiveFeed implements AutoCloseable {
    private static final long LOOK_MS = 200;

    /** Read of each file in a look. */
    private static final long MOST_BYTES = 4L << 20;

    private static final int MOST_VIEWERS = 16;

    private final LiveSubject subject;
    private final RunSettings settings;
    private final SpikeView view;
    private final SpikeFollower follower;
    private final LivePace pace;
    private final Set<Viewer> viewers = new LinkedHashSet<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("ganglion-live").unstarted(this::watch);
    private String latest = ""; // event of state that was told last
    private String last = ""; // event of the end

    LiveFeed(LiveSubject subject) {
        this.subject = subject;
        this.settings = subject.experiment().settings();
        this.view = new SpikeView(subject.experiment());
        this.follower = new SpikeFollower(subject.folder(), subject.leg());
        this.pace = new LivePace(settings.dtMs());
    }

    void start() {
        thread.start();
    }

    private void watch() {
        try {
            while (true) {
                look();
                Thread.sleep(LOOK_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    /** Looks once. */
    synchronized void look() {
        LiveState state = subject.run().state();
        Progress progress = state.progress();
        pace.look(System.nanoTime(), state.phase() == LiveState.Phase.RUNNING, progress.step(), progress.spikes());
        String trouble = follow();
        latest = event("state", state(state, trouble));
        tell(latest);
        SpikeView.Rates rates = view.takeRates(follower.complete());
        if (!rates.hertz().isEmpty()) {
            tell(event("rates", tree(rates)));
        }
        long[] spikes = view.takeShown();
        int left = view.takeLeft();
        if (spikes.length > 0 || left > 0) {
            tell(event("spikes", Map.of("spikes", spikes, "left", left)));
        }
    }

    /** Reads what was recorded; what is wrong with that in words. */
    private String follow() {
        try {
            follower.look(MOST_BYTES, view);
            if (follower.skipped()) {
                view.missed(follower.complete());
            }
            return "";
        } catch (IOException e) {
            return "what is recorded cannot be followed: " + e.getMessage();
        }
    }

    private void tell(String event) {
        viewers.forEach(v -> v.tell(event));
        viewers.removeIf(Viewer::dropped);
    }

    /** Lets somebody in, who is told first what there is to know; whether there was room. */
    synchronized boolean join(Viewer viewer) {
        if (viewers.size() >= MOST_VIEWERS) {
            return false;
        }
        viewer.tell(event("hello", hello()));
        viewer.tell(event("rates", tree(view.toldRates())));
        viewer.tell(event("spikes", Map.of("spikes", view.kept(), "left", 0)));
        if (!latest.isEmpty()) {
            viewer.tell(latest);
        }
        if (last.isEmpty()) {
            viewers.add(viewer);
        } else {
            viewer.tell(last);
            viewer.end();
        }
        return true;
    }

    synchronized void leave(Viewer viewer) {
        viewers.remove(viewer);
    }

    /**
     * Tells all how the run ended; nothing comes after it.
     *
     * @param well whether it came to an end as it should
     */
    synchronized void end(boolean well, String text) {
        thread.interrupt();
        look();
        last = event("end", Map.of("well", well, "text", text));
        tell(last);
        viewers.forEach(Viewer::end);
    }

    /** How many are being told. */
    synchronized int viewers() {
        return viewers.size();
    }

    private static String event(String name, Object tree) {
        return "event: " + name + "\ndata: " + JsonText.line(tree) + "\n\n";
    }

    private static Map<String, Object> tree(SpikeView.Rates rates) {
        return Map.of("first", rates.first(), "hertz", rates.hertz());
    }

    private Map<String, Object> hello() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", subject.experiment().network().name());
        tree.put("neurons", subject.experiment().network().neurons());
        tree.put("folder", subject.folder().toString());
        tree.put("dtMs", settings.dtMs());
        tree.put("endMs", settings.endStep() * settings.dtMs());
        tree.put("warmUpMs", settings.warmUpMs());
        tree.put("binMs", view.binMs());
        List<Object> populations = new ArrayList<>();
        for (int p = 0; p < view.rows().populations(); p++) {
            Population population = subject.experiment().network().populations().get(p);
            populations.add(Map.of(
                    "name", population.name(),
                    "size", population.size(),
                    "recorded", view.rows().recorded(p),
                    "rows", view.rows().rows(p)));
        }
        tree.put("populations", populations);
        tree.put(
                "actions",
                subject.run().actions().stream().map(LiveAction::word).toList());
        return tree;
    }

    private Map<String, Object> state(LiveState state, String trouble) {
        Progress progress = state.progress();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("phase", state.phase().name().toLowerCase(Locale.ROOT));
        tree.put("ms", ms(progress.step()));
        tree.put("endMs", ms(progress.endStep()));
        tree.put("spikes", progress.spikes());
        tree.put("factor", rounded(pace.realTimeFactor()));
        tree.put("spikesPerSecond", rounded(pace.spikesPerSecond()));
        tree.put("leftSeconds", rounded(pace.secondsFor(progress.endStep() - progress.step())));
        tree.put("savedMs", ms(state.savedStep()));
        tree.put("groups", state.groups().stream().map(this::tree).toList());
        tree.put("seenMs", ms(follower.complete()));
        tree.put("followed", follower.groups());
        tree.put(
                "nodes",
                state.nodes().stream()
                        .map(n -> Map.of(
                                "name", n.name(), "door", n.door(), "process", n.process(), "threads", n.threads()))
                        .toList());
        tree.put(
                "knobs",
                subject.run().knobs().stream()
                        .map(k -> Map.of("name", k.name(), "target", k.target(), "unit", k.unit(), "value", k.value()))
                        .toList());
        List<String> notes = new ArrayList<>(state.notes());
        if (!trouble.isEmpty()) {
            notes.add(trouble);
        }
        tree.put("notes", notes);
        return tree;
    }

    private Map<String, Object> tree(LiveState.Group group) {
        return Map.of(
                "number", group.number(),
                "node", group.node(),
                "ms", ms(group.step()),
                "beganMs", ms(group.began()),
                "waitsFor", group.waitsFor(),
                "waitingMs", group.waitingMs(),
                "doing", group.doing());
    }

    private double ms(long step) {
        return rounded(step * settings.dtMs());
    }

    private static double rounded(double value) {
        return Double.isNaN(value) ? value : Math.round(value * 1000) / 1000.0;
    }

    @Override
    public void close() throws IOException {
        thread.interrupt();
        follower.close();
    }
}
