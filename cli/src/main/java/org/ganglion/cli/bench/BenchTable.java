package org.ganglion.cli.bench;

import java.util.List;
import java.util.Locale;

/** What was measured, as text and as comma-separated values. */
public final class BenchTable {
    private static final String HEADER =
            "network,neurons,synapses,groups,threads,build_s,real_time_factor,million_events_per_s,ns_per_event,"
                    + "limit_ns_per_event,ns_per_neuron_step,limit_ns_per_neuron_step,bytes_per_synapse,share_of_limit,"
                    + "spike_hash\n";

    private BenchTable() {}

    /** The limits, and what they mean. */
    public static String limits(MachineLimits limits, int threads) {
        return String.format(
                Locale.ROOT,
                """
                machine, one core with %d at work:
                  memory streamed                %6.1f GB/s
                  packed synapse into L2         %6.2f ns
                  constant synapse into L2       %6.2f ns
                  Poisson draw                   %6.2f ns

                """,
                threads,
                limits.readGbPerSecond(),
                limits.packedNs(),
                limits.constantNs(),
                limits.drawNs());
    }

    public static String header() {
        return String.format(
                "%-14s %8s %7s %10s %9s %6s %10s %6s %9s %8s  %s%n",
                "network",
                "build s",
                "RTF",
                "Mevents/s",
                "ns/event",
                "limit",
                "ns/neuron",
                "limit",
                "B/synapse",
                "of limit",
                "spike hash");
    }

    public static String row(BenchRun run) {
        return String.format(
                Locale.ROOT,
                "%-14s %8.2f %7.3f %10.0f %9.2f %6.2f %10.2f %6.2f %9.2f %7.0f%%  %s%n",
                run.name(),
                run.summary().buildSeconds(),
                run.summary().realTimeFactor(),
                run.millionEventsPerSecond(),
                run.effort().eventNs(),
                run.limit().eventNs(),
                run.effort().neuronStepNs(),
                run.limit().neuronStepNs(),
                run.bytesPerSynapse(),
                100 * run.limitShare(),
                run.summary().spikeHashText());
    }

    /** All of it, a line each, for programs. */
    public static String csv(List<BenchRun> runs) {
        StringBuilder text = new StringBuilder(HEADER);
        for (BenchRun run : runs) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s,%d,%d,%d,%d,%.3f,%.4f,%.1f,%.3f,%.3f,%.3f,%.3f,%.3f,%.3f,%s%n",
                    run.name(),
                    run.summary().neurons(),
                    run.summary().synapses(),
                    run.summary().groups(),
                    run.summary().threads(),
                    run.summary().buildSeconds(),
                    run.summary().realTimeFactor(),
                    run.millionEventsPerSecond(),
                    run.effort().eventNs(),
                    run.limit().eventNs(),
                    run.effort().neuronStepNs(),
                    run.limit().neuronStepNs(),
                    run.bytesPerSynapse(),
                    run.limitShare(),
                    run.summary().spikeHashText()));
        }
        return text.toString();
    }
}
