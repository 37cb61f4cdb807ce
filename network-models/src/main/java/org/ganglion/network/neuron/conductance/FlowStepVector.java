package org.ganglion.network.neuron.conductance;

import static org.ganglion.network.neuron.part.DoubleColumnVector.at;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.ganglion.network.neuron.part.DoubleColumn;

/**
 * {@link FlowStep}, a vector at a time. With four parts in loops of their own for phi and for d: what one loop holds is
 * bounded, see {@link org.ganglion.network.neuron.part.Pass}.
 */
final class FlowStepVector {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;

    private FlowStepVector() {}

    /** See {@link FlowStep#two}. */
    static void two(int first, int end, Flow flow, double[][] g, double[] phi, double[] d) {
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

    /** The integral phi with four parts; see {@link FlowStep#four}. */
    static void phiOfFour(int first, int end, Flow flow, double[][] g, double[] phi) {
        boolean uniform = flow.uniform;
        double[] values0 = g[0];
        double[] values1 = g[1];
        double[] values2 = g[2];
        double[] values3 = g[3];
        DoubleVector leak = at(flow.leak, 0);
        DoubleVector area0 = at(flow.area[0], 0);
        DoubleVector area1 = at(flow.area[1], 0);
        DoubleVector area2 = at(flow.area[2], 0);
        DoubleVector area3 = at(flow.area[3], 0);
        for (int i = first; i < end; i += S.length()) {
            DoubleVector area = DoubleVector.fromArray(S, values0, i)
                    .mul(at(uniform, area0, flow.area[0], i))
                    .add(DoubleVector.fromArray(S, values1, i).mul(at(uniform, area1, flow.area[1], i)))
                    .add(DoubleVector.fromArray(S, values2, i).mul(at(uniform, area2, flow.area[2], i)))
                    .add(DoubleVector.fromArray(S, values3, i).mul(at(uniform, area3, flow.area[3], i)));
            at(uniform, leak, flow.leak, i).add(area).intoArray(phi, i - first);
        }
    }

    /** The integral d with four parts; see {@link FlowStep#four}. */
    static void dOfFour(int first, int end, Flow flow, double[][] g, double[] d) {
        boolean uniform = flow.uniform;
        double[] values0 = g[0];
        double[] values1 = g[1];
        double[] values2 = g[2];
        double[] values3 = g[3];
        DoubleVector length = at(flow.length, 0);
        DoubleVector lean0 = at(flow.lean[0], 0);
        DoubleVector lean1 = at(flow.lean[1], 0);
        DoubleVector lean2 = at(flow.lean[2], 0);
        DoubleVector lean3 = at(flow.lean[3], 0);
        DoubleVector push0 = at(flow.push[0], 0);
        DoubleVector push1 = at(flow.push[1], 0);
        DoubleVector push2 = at(flow.push[2], 0);
        DoubleVector push3 = at(flow.push[3], 0);
        for (int i = first; i < end; i += S.length()) {
            DoubleVector g0 = DoubleVector.fromArray(S, values0, i);
            DoubleVector g1 = DoubleVector.fromArray(S, values1, i);
            DoubleVector g2 = DoubleVector.fromArray(S, values2, i);
            DoubleVector g3 = DoubleVector.fromArray(S, values3, i);
            DoubleVector lean = g0.mul(at(uniform, lean0, flow.lean[0], i))
                    .add(g1.mul(at(uniform, lean1, flow.lean[1], i)))
                    .add(g2.mul(at(uniform, lean2, flow.lean[2], i)))
                    .add(g3.mul(at(uniform, lean3, flow.lean[3], i)));
            DoubleVector push = g0.mul(at(uniform, push0, flow.push[0], i))
                    .add(g1.mul(at(uniform, push1, flow.push[1], i)))
                    .add(g2.mul(at(uniform, push2, flow.push[2], i)))
                    .add(g3.mul(at(uniform, push3, flow.push[3], i)));
            DoubleVector.fromArray(S, d, i - first)
                    .mul(length.sub(lean))
                    .add(push)
                    .intoArray(d, i - first);
        }
    }

    /** See {@link FlowStep#pairs}. */
    static void pairs(int first, int end, Flow flow, double[][] g, double[] d) {
        boolean uniform = flow.uniform;
        DoubleColumn[] twist = flow.twist;
        double[] values0 = g[0];
        double[] values1 = g[1];
        double[] values2 = g[2];
        double[] values3 = g[3];
        DoubleVector twist01 = at(twist[0], 0);
        DoubleVector twist02 = at(twist[1], 0);
        DoubleVector twist03 = at(twist[2], 0);
        DoubleVector twist12 = at(twist[3], 0);
        DoubleVector twist13 = at(twist[4], 0);
        DoubleVector twist23 = at(twist[5], 0);
        for (int i = first; i < end; i += S.length()) {
            DoubleVector g1 = DoubleVector.fromArray(S, values1, i);
            DoubleVector g2 = DoubleVector.fromArray(S, values2, i);
            DoubleVector g3 = DoubleVector.fromArray(S, values3, i);
            DoubleVector with0 = g1.mul(at(uniform, twist01, twist[0], i))
                    .add(g2.mul(at(uniform, twist02, twist[1], i)))
                    .add(g3.mul(at(uniform, twist03, twist[2], i)));
            DoubleVector with1 =
                    g2.mul(at(uniform, twist12, twist[3], i)).add(g3.mul(at(uniform, twist13, twist[4], i)));
            DoubleVector.fromArray(S, d, i - first)
                    .add(DoubleVector.fromArray(S, values0, i).mul(with0))
                    .add(g1.mul(with1))
                    .add(g2.mul(g3).mul(at(uniform, twist23, twist[5], i)))
                    .intoArray(d, i - first);
        }
    }

    /** See {@link FlowStep#close}. */
    static void close(int size, double[] phi, double[] d) {
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
