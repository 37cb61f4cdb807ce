package org.ganglion.network.neuron.conductance;

import static org.ganglion.network.neuron.part.DoubleColumnVector.at;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link FlowStep} of two parts, a vector at a time; four go by the scalar form. */
public final class FlowStepVector {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;

    private FlowStepVector() {}

    /** See {@link FlowStep#two}. */
    public static void two(int first, int end, Flow flow, double[][] g, double[] phi, double[] d) {
        boolean uniform = flow.uniform;
        double[] values0 = g[0];
        double[] values1 = g[1];
        DoubleVector leak = at(flow.leak, 0);
        DoubleVector length = at(flow.length, 0);
        DoubleVector area0 = at(flow.area[0], 0);
        DoubleVector area1 = at(flow.area[1], 0);
        DoubleVector lean0 = at(flow.lean[0], 0);
        DoubleVector lean1 = at(flow.lean[1], 0);
        DoubleVector push0 = at(flow.push[0], 0);
        DoubleVector push1 = at(flow.push[1], 0);
        DoubleVector twist = at(flow.twist[0], 0);
        for (int i = first; i < end; i += S.length()) {
            DoubleVector g0 = DoubleVector.fromArray(S, values0, i);
            DoubleVector g1 = DoubleVector.fromArray(S, values1, i);
            at(uniform, leak, flow.leak, i)
                    .add(g0.mul(at(uniform, area0, flow.area[0], i)))
                    .add(g1.mul(at(uniform, area1, flow.area[1], i)))
                    .intoArray(phi, i - first);
            DoubleVector lean =
                    g0.mul(at(uniform, lean0, flow.lean[0], i)).add(g1.mul(at(uniform, lean1, flow.lean[1], i)));
            DoubleVector push =
                    g0.mul(at(uniform, push0, flow.push[0], i)).add(g1.mul(at(uniform, push1, flow.push[1], i)));
            DoubleVector.fromArray(S, d, i - first)
                    .mul(length.sub(lean))
                    .add(push)
                    .add(g0.mul(g1).mul(at(uniform, twist, flow.twist[0], i)))
                    .intoArray(d, i - first);
        }
    }

    /** See {@link FlowStep#close}. */
    public static void close(int size, double[] phi, double[] d) {
        DoubleVector one = DoubleVector.broadcast(S, 1);
        for (int i = 0; i < size; i += S.length()) {
            DoubleVector p = DoubleVector.fromArray(S, phi, i);
            DoubleVector mean = p.mul(FlowStep.M8)
                    .add(FlowStep.M7)
                    .mul(p)
                    .add(FlowStep.M6)
                    .mul(p)
                    .add(FlowStep.M5)
                    .mul(p)
                    .add(FlowStep.M4)
                    .mul(p)
                    .add(FlowStep.M3)
                    .mul(p)
                    .add(FlowStep.M2)
                    .mul(p)
                    .add(FlowStep.M1)
                    .mul(p)
                    .add(FlowStep.M0);
            one.sub(mean.mul(p)).intoArray(phi, i);
            mean.mul(DoubleVector.fromArray(S, d, i)).intoArray(d, i);
        }
    }
}
