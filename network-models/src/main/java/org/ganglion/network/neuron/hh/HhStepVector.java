package org.ganglion.network.neuron.hh;

import static org.ganglion.network.neuron.part.DoubleColumnVector.at;

import java.util.ArrayList;
import java.util.List;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.ganglion.network.neuron.part.Column;
import org.ganglion.network.neuron.part.DoubleColumn;
import org.ganglion.network.neuron.part.DoubleColumnVector;
import org.ganglion.network.neuron.part.ExpVector;

/**
 * {@link HhStep}, a vector at a time: a block of neurons goes through a part of the step in short loops, over arrays that
 * stay in the innermost cache.
 */
final class HhStepVector {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;

    private final HhCells cells;
    private final HhStages stages = new HhStages();

    /** The loops of a part of a step, in their order. */
    private final HhPass[] part;

    HhStepVector(HhCells cells) {
        this.cells = cells;
        HhPass current = (first, count, number) -> current(cells, stages, first, count);
        HhPass halfOfExcitation = (first, count, number) -> halfPart(cells, cells.excitatory(), first, count, number);
        HhPass halfOfInhibition = (first, count, number) -> halfPart(cells, cells.inhibitory(), first, count, number);
        HhPass toMiddle = (first, count, number) -> go(cells, stages, first, count, 0.5);
        HhPass toEnd = (first, count, number) -> go(cells, stages, first, count, 1);
        HhPass addTwice = (first, count, number) -> addTwice(stages.slope(), stages.sum(), count);
        List<HhPass> all = new ArrayList<>();
        all.add((first, count, number) -> begin(cells, stages, first, count));
        all.add(current);
        addSlopes(all);
        all.add((first, count, number) -> beginSum(stages.slope(), stages.sum(), count));
        all.addAll(List.of(halfOfExcitation, halfOfInhibition, current, toMiddle));
        addSlopes(all);
        all.addAll(List.of(addTwice, toMiddle));
        addSlopes(all);
        all.addAll(List.of(addTwice, halfOfExcitation, halfOfInhibition, current, toEnd));
        addSlopes(all);
        all.add((first, count, number) -> finish(cells, stages, first, count, number));
        part = all.toArray(HhPass[]::new);
    }

    private void addSlopes(List<HhPass> all) {
        all.add((first, count, number) -> exponential(stages.state().v(), HhRates.SLOWEST, stages.slowest(), count));
        all.add((first, count, number) -> exponential(stages.state().v(), HhRates.OF_M, stages.ofM(), count));
        all.add((first, count, number) -> activations(cells, stages, first, count));
        all.add((first, count, number) -> inactivation(cells, stages, first, count));
        all.add((first, count, number) -> potential(cells, stages, first, count));
    }

    void step(int first, int end, float[][] input, long[] fired) {
        for (int block = first; block < end; block += HhStages.BLOCK) {
            int count = Math.min(HhStages.BLOCK, end - block);
            System.arraycopy(cells.v(), block, stages.before(), 0, count);
            double parts = mostParts(cells.parts(), block, count);
            for (int number = 0; number < parts; number++) {
                for (HhPass pass : part) {
                    pass.run(block, count, number);
                }
            }
            for (int word = block; word < block + count; word += Column.WORD) {
                long turned = turned(cells.v(), word, stages.before(), word - block);
                fired[word >>> 6] = turned & ~cells.refractory().held[word >>> 6];
            }
            take(cells.excitatory().rise(), block, count, input[0], block - first);
            take(cells.inhibitory().rise(), block, count, input[1], block - first);
        }
    }

    private static double mostParts(DoubleColumn parts, int first, int count) {
        double most = parts.at(first);
        if (parts.mask != 0) {
            for (int i = first; i < first + count; i++) {
                most = Math.max(most, parts.at(i));
            }
        }
        return most;
    }

    /** Neurons of a word whose potential is not negative and lower than before, one bit each. */
    private static long turned(double[] v, int word, double[] before, int from) {
        long bits = 0;
        for (int i = 0; i < Column.WORD; i += S.length()) {
            DoubleVector after = DoubleVector.fromArray(S, v, word + i);
            VectorMask<Double> isHigh = after.compare(VectorOperators.GE, 0);
            VectorMask<Double> falls =
                    DoubleVector.fromArray(S, before, from + i).compare(VectorOperators.GT, after);
            bits |= isHigh.and(falls).toLong() << i;
        }
        return bits;
    }

    private static void take(double[] rise, int first, int count, float[] input, int from) {
        for (int i = 0; i < count; i += S.length()) {
            DoubleVector.fromArray(S, rise, first + i)
                    .add(DoubleColumnVector.fromFloats(input, from + i))
                    .intoArray(rise, first + i);
        }
    }

    private static void begin(HhCells cells, HhStages stages, int first, int count) {
        System.arraycopy(cells.v(), first, stages.state().v(), 0, count);
        System.arraycopy(cells.m(), first, stages.state().m(), 0, count);
        System.arraycopy(cells.h(), first, stages.state().h(), 0, count);
        System.arraycopy(cells.n(), first, stages.state().n(), 0, count);
    }

    private static void beginSum(HhStages.Values slope, HhStages.Values sum, int count) {
        System.arraycopy(slope.v(), 0, sum.v(), 0, count);
        System.arraycopy(slope.m(), 0, sum.m(), 0, count);
        System.arraycopy(slope.h(), 0, sum.h(), 0, count);
        System.arraycopy(slope.n(), 0, sum.n(), 0, count);
    }

    private static void current(HhCells cells, HhStages stages, int first, int count) {
        DoubleColumn direct = cells.direct().pA;
        double[] exPa = cells.excitatory().pA();
        double[] inPa = cells.inhibitory().pA();
        for (int i = 0; i < count; i += S.length()) {
            at(direct, first + i)
                    .add(DoubleVector.fromArray(S, exPa, first + i))
                    .add(DoubleVector.fromArray(S, inPa, first + i))
                    .intoArray(stages.current(), i);
        }
    }

    private static void halfPart(HhCells cells, HhCells.Current current, int first, int count, int number) {
        double[] pA = current.pA();
        double[] rise = current.rise();
        for (int i = first; i < first + count; i += S.length()) {
            VectorMask<Double> isActive = at(cells.parts(), i).compare(VectorOperators.GT, number);
            DoubleVector oldPa = DoubleVector.fromArray(S, pA, i);
            DoubleVector oldRise = DoubleVector.fromArray(S, rise, i);
            DoubleVector leak = at(current.leak(), i);
            DoubleVector newPa = oldPa.add(oldPa.mul(leak).add(oldRise.mul(at(current.growth(), i))));
            oldPa.blend(newPa, isActive).intoArray(pA, i);
            oldRise.blend(oldRise.add(oldRise.mul(leak)), isActive).intoArray(rise, i);
        }
    }

    /** Goes from the beginning of the part along the last slopes, by a share of the part. */
    private static void go(HhCells cells, HhStages stages, int first, int count, double share) {
        go(cells.v(), first, stages.slope().v(), stages.state().v(), cells.partMs(), count, share);
        go(cells.m(), first, stages.slope().m(), stages.state().m(), cells.partMs(), count, share);
        go(cells.h(), first, stages.slope().h(), stages.state().h(), cells.partMs(), count, share);
        go(cells.n(), first, stages.slope().n(), stages.state().n(), cells.partMs(), count, share);
    }

    private static void go(
            double[] from, int first, double[] slope, double[] to, DoubleColumn partMs, int count, double share) {
        for (int i = 0; i < count; i += S.length()) {
            DoubleVector ms = at(partMs, first + i).mul(share);
            DoubleVector.fromArray(S, from, first + i)
                    .add(DoubleVector.fromArray(S, slope, i).mul(ms))
                    .intoArray(to, i);
        }
    }

    private static void addTwice(HhStages.Values slope, HhStages.Values sum, int count) {
        addTwice(slope.v(), sum.v(), count);
        addTwice(slope.m(), sum.m(), count);
        addTwice(slope.h(), sum.h(), count);
        addTwice(slope.n(), sum.n(), count);
    }

    private static void addTwice(double[] slope, double[] sum, int count) {
        for (int i = 0; i < count; i += S.length()) {
            DoubleVector.fromArray(S, sum, i)
                    .add(DoubleVector.fromArray(S, slope, i).mul(2))
                    .intoArray(sum, i);
        }
    }

    private static void finish(HhCells cells, HhStages stages, int first, int count, int number) {
        finish(cells, cells.v(), first, stages.sum().v(), stages.slope().v(), count, number);
        finish(cells, cells.m(), first, stages.sum().m(), stages.slope().m(), count, number);
        finish(cells, cells.h(), first, stages.sum().h(), stages.slope().h(), count, number);
        finish(cells, cells.n(), first, stages.sum().n(), stages.slope().n(), count, number);
    }

    private static void finish(
            HhCells cells, double[] values, int first, double[] sum, double[] slope, int count, int number) {
        for (int i = 0; i < count; i += S.length()) {
            VectorMask<Double> isActive = at(cells.parts(), first + i).compare(VectorOperators.GT, number);
            DoubleVector sixth = at(cells.partMs(), first + i).mul(1.0 / 6);
            DoubleVector old = DoubleVector.fromArray(S, values, first + i);
            DoubleVector all = DoubleVector.fromArray(S, sum, i).add(DoubleVector.fromArray(S, slope, i));
            old.blend(old.add(all.mul(sixth)), isActive).intoArray(values, first + i);
        }
    }

    private static void exponential(double[] v, double slope, double[] result, int count) {
        for (int i = 0; i < count; i += S.length()) {
            DoubleVector above = DoubleVector.fromArray(S, v, i).sub(HhRates.REST_MV);
            ExpVector.of(above.mul(slope)).intoArray(result, i);
        }
    }

    private static void activations(HhCells cells, HhStages stages, int first, int count) {
        HhStages.Values state = stages.state();
        HhStages.Values slope = stages.slope();
        for (int i = 0; i < count; i += S.length()) {
            DoubleVector v = DoubleVector.fromArray(S, state.v(), i);
            DoubleVector e80 = DoubleVector.fromArray(S, stages.slowest(), i);
            DoubleVector e40 = e80.mul(e80);
            DoubleVector e20 = e40.mul(e40);
            DoubleVector e10 = e20.mul(e20);
            DoubleVector fastest = at(cells.fastest(), first + i);
            DoubleVector ofM = DoubleVector.fromArray(S, stages.ofM(), i);
            DoubleVector mOpens =
                    bounded(ratio(v.sub(HhRates.M_MV).mul(HhRates.TENTH), e10.mul(HhRates.TO_M)), fastest);
            DoubleVector nOpens = bounded(
                    ratio(v.sub(HhRates.N_MV).mul(HhRates.TENTH), e10.mul(HhRates.TO_N))
                            .mul(0.1),
                    fastest);
            DoubleVector mMoves = mOpens.add(bounded(ofM.mul(4), fastest));
            DoubleVector nMoves = nOpens.add(bounded(e80.mul(0.125), fastest));
            mOpens.sub(mMoves.mul(DoubleVector.fromArray(S, state.m(), i))).intoArray(slope.m(), i);
            nOpens.sub(nMoves.mul(DoubleVector.fromArray(S, state.n(), i))).intoArray(slope.n(), i);
        }
    }

    private static DoubleVector bounded(DoubleVector rate, DoubleVector fastest) {
        return rate.blend(fastest, rate.compare(VectorOperators.GT, fastest));
    }

    private static DoubleVector ratio(DoubleVector x, DoubleVector exp) {
        DoubleVector near = x.mul(0.5).add(1);
        DoubleVector far = x.div(DoubleVector.broadcast(S, 1).sub(exp));
        return far.blend(near, x.abs().compare(VectorOperators.LT, HhRates.NEAR));
    }

    private static void inactivation(HhCells cells, HhStages stages, int first, int count) {
        double[] h = stages.state().h();
        double[] slope = stages.slope().h();
        for (int i = 0; i < count; i += S.length()) {
            DoubleVector e80 = DoubleVector.fromArray(S, stages.slowest(), i);
            DoubleVector e40 = e80.mul(e80);
            DoubleVector e20 = e40.mul(e40);
            DoubleVector e10 = e20.mul(e20);
            DoubleVector opens = bounded(e20.mul(0.07), at(cells.fastest(), first + i));
            DoubleVector closes =
                    DoubleVector.broadcast(S, 1).div(e10.mul(HhRates.TO_H).add(1));
            opens.sub(opens.add(closes).mul(DoubleVector.fromArray(S, h, i))).intoArray(slope, i);
        }
    }

    private static void potential(HhCells cells, HhStages stages, int first, int count) {
        HhStages.Values state = stages.state();
        double[] slope = stages.slope().v();
        for (int i = 0; i < count; i += S.length()) {
            DoubleVector v = DoubleVector.fromArray(S, state.v(), i);
            DoubleVector m = DoubleVector.fromArray(S, state.m(), i);
            DoubleVector n = DoubleVector.fromArray(S, state.n(), i);
            DoubleVector open = m.mul(m).mul(m).mul(DoubleVector.fromArray(S, state.h(), i));
            DoubleVector square = n.mul(n);
            DoubleVector sodium = at(cells.sodiumNs(), first + i).mul(open).mul(v.sub(at(cells.sodiumMv(), first + i)));
            DoubleVector potassium = at(cells.potassiumNs(), first + i)
                    .mul(square.mul(square))
                    .mul(v.sub(at(cells.potassiumMv(), first + i)));
            DoubleVector leak = at(cells.leakNs(), first + i).mul(v.sub(at(cells.leakMv(), first + i)));
            DoubleVector.fromArray(S, stages.current(), i)
                    .sub(sodium)
                    .sub(potassium)
                    .sub(leak)
                    .mul(at(cells.perCapacitance(), first + i))
                    .intoArray(slope, i);
        }
    }
}
