package org.ganglion.network.synapse;

import java.util.function.BiConsumer;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/** The parameter {@code Wmax}: weights lie between it and 0, and have its sign. */
final class LargestWeight {
    private static final String NAME = "Wmax";

    private LargestWeight() {}

    static ParameterSpec spec(double standard) {
        return ParameterSpec.real(
                NAME, Unit.DRAWN, standard, Range.ANY, "largest weight, in the unit that the target's model has it in");
    }

    static Plasticity.Weights reach(double most) {
        return new Plasticity.Weights(Math.min(0, most), Math.max(0, most));
    }

    static void check(SynapseValues values, Distribution weight, Unit unit, BiConsumer<String, String> report) {
        double most = values.number(NAME);
        double low = weight.smallest();
        double high = weight.largest();
        if (most == 0) {
            report.accept(NAME, "0 leaves no room for any weight; give the largest weight");
        } else if (low * most < 0 || high * most < 0) {
            report.accept(
                    NAME,
                    unit.format(most) + " and the weight (" + span(low, high, unit)
                            + ") must have the same sign; change the sign of one of them"
                            + (low * high < 0 ? ", or clip the weight at 0" : ""));
        } else if (Math.abs(low) > Math.abs(most) || Math.abs(high) > Math.abs(most)) {
            report.accept(
                    NAME,
                    unit.format(most) + " is passed by the weight at the start (" + span(low, high, unit)
                            + "); raise Wmax, or lower the weight" + (low < high ? " or clip it" : ""));
        }
    }

    /** Weights in words. */
    static String span(double low, double high, Unit unit) {
        return low == high ? unit.format(low) : (float) low + " to " + unit.format((float) high);
    }
}
