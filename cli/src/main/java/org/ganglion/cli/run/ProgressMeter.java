package org.ganglion.cli.run;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.ganglion.network.RunSettings;
import org.ganglion.simulator.Progress;

/**
 * Shows how far a run is while it goes on: a line that is rewritten on a terminal, and otherwise a line every few seconds.
 * Looks from a thread of its own, so the run never waits for the screen.
 */
public final class ProgressMeter implements AutoCloseable {
    private static final long REDRAW_MS = 200;
    private static final long LINE_MS = 5000;

    private final Screen screen;
    private final ProgressText text;
    private final Supplier<Progress> progress;
    private final BooleanSupplier paused;
    private final Thread thread;
    private int drawn;
    private volatile Start start = new Start(0, System.nanoTime());

    /** From when on it is counted how fast the run is. */
    private record Start(long step, long nanos) {}

    private ProgressMeter(Screen screen, RunSettings settings, Supplier<Progress> progress, BooleanSupplier paused) {
        this.screen = screen;
        this.text = new ProgressText(settings);
        this.progress = progress;
        this.paused = paused;
        this.thread = Thread.ofPlatform().daemon().name("progress").unstarted(this::watch);
    }

    /**
     * Begins to show it.
     *
     * @param paused whether the run stands still because it was told to; that time tells nothing of its speed
     */
    public static ProgressMeter start(
            Screen screen, RunSettings settings, Supplier<Progress> progress, BooleanSupplier paused) {
        ProgressMeter meter = new ProgressMeter(screen, settings, progress, paused);
        if (!screen.quiet()) {
            meter.thread.start();
        }
        return meter;
    }

    /** A run that has come to a step without being watched, or before it was resumed, is judged by what it does from now on. */
    public void countFrom(long step) {
        start = new Start(step, System.nanoTime());
    }

    private void watch() {
        try {
            Start since = start;
            double seconds = 0; // in which it was not paused
            long last = since.nanos();
            while (true) {
                Thread.sleep(screen.terminal() ? REDRAW_MS : LINE_MS);
                if (!since.equals(start)) {
                    since = start;
                    seconds = 0;
                    last = since.nanos();
                }
                boolean still = paused.getAsBoolean();
                long now = System.nanoTime();
                seconds += still ? 0 : (now - last) * 1e-9;
                last = now;
                if (screen.terminal()) {
                    draw(text.bar(progress.get(), since.step(), seconds, still));
                } else {
                    screen.say(text.line(progress.get(), since.step(), seconds, still));
                }
            }
        } catch (InterruptedException e) {
            draw("");
        }
    }

    /** Rewrites the line; what was longer before is blanked. */
    private void draw(String line) {
        if (drawn > 0 || !line.isEmpty()) {
            String blank = " ".repeat(Math.max(0, drawn - line.length()));
            screen.err().print("\r" + line + blank + (line.isEmpty() ? "\r" : ""));
            screen.err().flush();
            drawn = line.length();
        }
    }

    /** Takes the line away. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
