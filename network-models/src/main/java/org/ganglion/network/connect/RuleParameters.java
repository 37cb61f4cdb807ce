package org.ganglion.network.connect;

import java.util.Map;
import org.ganglion.network.space.ConstantKernel;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;

/** Parameters that several rules share, and the words of their messages. */
final class RuleParameters {
    static final Range COUNT = new Range(0, true, Integer.MAX_VALUE, true);
    /** Largest whole number below which a double holds every whole number. */
    static final Range LONG_COUNT = new Range(0, true, 0x1p53, true);

    /** A mean in-degree above this could overflow an array of sources. */
    static final long MOST_PER_TARGET = 1_000_000_000;

    /** What files call the probability of a synapse, or what it is in proportion to. */
    static final String P = "p";

    static final String AUTAPSES_NAME = "allow_autapses";
    static final String MULTAPSES_NAME = "allow_multapses";
    static final ParameterSpec AUTAPSES =
            ParameterSpec.onOff(AUTAPSES_NAME, true, "whether a neuron may connect to itself");
    static final ParameterSpec MULTAPSES =
            ParameterSpec.onOff(MULTAPSES_NAME, true, "whether a source may connect to the same target more than once");

    private RuleParameters() {}

    static double flag(boolean on) {
        return on ? 1 : 0;
    }

    /** The numbers of a rule with a kernel and autapses; the kernel is left out where it is a function. */
    static Map<String, Double> kernelAndAutapses(SpatialRule rule) {
        return rule.kernel() instanceof ConstantKernel(double value)
                ? Map.of(rule.kernelName(), value, AUTAPSES_NAME, flag(rule.autapses()))
                : Map.of(AUTAPSES_NAME, flag(rule.autapses()));
    }

    static String negative(long value) {
        return value + " is negative; give 0 or more";
    }

    /** For a count of partners where no neuron may be one. */
    static String nobody(long value, String role) {
        return value + " partners asked for, but there is no " + role
                + " a neuron may connect with; allow autapses, give 0, or enlarge the " + role;
    }

    /** For a count of different partners where there are fewer. */
    static String tooMany(long value, int available, String role, boolean excludesSelf) {
        String others = excludesSelf ? " other" : "";
        return value + " is more than the " + available + others + " neurons of the " + role
                + "; lower it or allow multapses";
    }
}
