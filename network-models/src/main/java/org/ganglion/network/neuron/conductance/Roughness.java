package org.ganglion.network.neuron.conductance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.part.DoubleColumn;
import org.ganglion.network.neuron.part.Pass;

/**
 * Tells for which neurons the conductances change too much within a step for its {@link Flow}.
 *
 * <p>With {@code p} the integral of all conductances over capacitance if they stayed as they are, and {@code q} that of
 * their rates of change times the step, the flow over a step is wrong by at most about {@code 0.06 p^2 q} mV, and in
 * typical cases by a tenth of it (see decision record 0033).
 */
public final class Roughness {
    /** Largest {@code p^2 q} of a step. */
    private static final double LIMIT = 1e-3;

    /** {@code p} of the leak. */
    final DoubleColumn leak;

    /** By part: share of {@code p} and of {@code q} of 1 nS, or 1 nS/ms. */
    final DoubleColumn[] size;

    final DoubleColumn[] change;

    /** Above these a step is rough. */
    final double mostSize;

    final double limit;

    /** Whether all coefficients are the same for all neurons. */
    final boolean uniform;

    private Roughness(DoubleColumn leak, DoubleColumn[] size, DoubleColumn[] change, double mostSize, double limit) {
        this.leak = leak;
        this.size = size;
        this.change = change;
        this.mostSize = mostSize;
        this.limit = limit;
        uniform = DoubleColumn.allConstant(new DoubleColumn[] {leak}, size, change);
    }

    /** For flows over whole steps. */
    static Roughness ofSteps(Columns columns, List<DecayingPart> parts, double dtMs) {
        return new Roughness(
                DoubleColumn.of(columns, i -> leak(columns, dtMs, i), "g_L", "C_m"),
                size(columns, parts, dtMs),
                change(columns, parts, dtMs),
                Flow.LARGEST_PHI,
                LIMIT);
    }

    /**
     * For two flows a step, each over half of it.
     *
     * @param gate 0, or infinite for neurons whose steps are all rough, depending on some parameters
     */
    public static Roughness ofHalves(
            Columns columns, List<DecayingPart> parts, double dtMs, IntToDoubleFunction gate, String... parameters) {
        List<String> all = new ArrayList<>(List.of(parameters));
        all.addAll(List.of("g_L", "C_m"));
        DoubleColumn gated = DoubleColumn.of(
                columns, i -> leak(columns, dtMs, i) + gate.applyAsDouble(i), all.toArray(String[]::new));
        return new Roughness(
                gated, size(columns, parts, dtMs), change(columns, parts, dtMs), 2 * Flow.LARGEST_PHI, 4 * LIMIT);
    }

    /**
     * The loop that marks neurons that are rough.
     *
     * @param g values of the parts, {@code [part][neuron]}
     * @param rough receives a bit for each neuron, that of the first in word 0
     */
    public Pass pass(double[][] g, long[] rough, boolean vector) {
        if (size.length == 2) {
            return vector
                    ? (first, end, input, fired) -> RoughnessStepVector.two(first, end, this, g, rough)
                    : (first, end, input, fired) -> RoughnessStep.two(first, end, this, g, rough);
        }
        return vector
                ? (first, end, input, fired) -> RoughnessStepVector.four(first, end, this, g, rough)
                : (first, end, input, fired) -> RoughnessStep.four(first, end, this, g, rough);
    }

    private static double leak(Columns columns, double dtMs, int neuron) {
        return dtMs * columns.parameter("g_L", neuron) / columns.parameter("C_m", neuron);
    }

    private static DoubleColumn[] size(Columns columns, List<DecayingPart> parts, double dtMs) {
        return parts.stream()
                .map(part -> DoubleColumn.of(
                        columns, i -> dtMs * (part.rising() ? dtMs : 1) / columns.parameter("C_m", i), "C_m"))
                .toArray(DoubleColumn[]::new);
    }

    private static DoubleColumn[] change(Columns columns, List<DecayingPart> parts, double dtMs) {
        return parts.stream()
                .map(part -> DoubleColumn.of(
                        columns,
                        i -> {
                            double decay = dtMs / columns.parameter(part.tau(), i);
                            double change = part.rising() ? dtMs * (1 + decay) : decay;
                            return dtMs * change / columns.parameter("C_m", i);
                        },
                        part.tau(),
                        "C_m"))
                .toArray(DoubleColumn[]::new);
    }
}
