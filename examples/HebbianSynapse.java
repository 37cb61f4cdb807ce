import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.*;
import org.ganglion.network.synapse.*;

/**
 * Synapse that grows where its spikes come before those of its target, and changes by a constant with every spike.
 *
 * <p>R. Kempter, W. Gerstner and J. L. van Hemmen (1999), Hebbian learning and spiking neurons, Physical Review E
 * 59:4498-4514, doi 10.1103/PhysRevE.59.4498, with the half of its learning window in which the presynaptic spike comes
 * first. Expect the weight to grow with the correlation of both neurons.
 */
public final class HebbianSynapse implements SynapseModel {

    @Override
    public Description description() {
        return new Description(
                "hebbian_synapse",
                "Synapse that grows where its spikes come before those of its target.",
                """
                a presynaptic spike:   w += w_in
                a postsynaptic spike:  w += w_out + A K, and w is kept between 0 and Wmax
                K decays with tau; each presynaptic spike adds 1""",
                List.of(
                        ParameterSpec.real("A", Unit.DRAWN, 1, Range.NOT_NEGATIVE, "height of the learning window"),
                        ParameterSpec.real("tau", Unit.MILLISECOND, 20, Range.POSITIVE, "its length"),
                        ParameterSpec.real("w_in", Unit.DRAWN, 0, Range.ANY, "change with a presynaptic spike"),
                        ParameterSpec.real("w_out", Unit.DRAWN, 0, Range.ANY, "change with a postsynaptic spike"),
                        ParameterSpec.real("Wmax", Unit.DRAWN, 100, Range.POSITIVE, "largest weight")),
                List.of(),
                "Kempter R, Gerstner W, van Hemmen JL (1999), Physical Review E 59:4498-4514,"
                        + " doi:10.1103/PhysRevE.59.4498");
    }

    @Override
    public void check(SynapseValues values, Distribution weight, Unit unit, BiConsumer<String, String> report) {
        if (weight.smallest() < 0 || weight.largest() > values.number("Wmax")) {
            report.accept("Wmax", "the weight at the start must lie between 0 and Wmax; change one of them");
        }
    }

    @Override
    public boolean plastic() {
        return true;
    }

    @Override
    public Optional<Plasticity> plasticity(SynapseValues values, double dtMs) {
        return Optional.of(new Rule(
                values.number("A"),
                dtMs / values.number("tau"),
                values.number("w_in"),
                values.number("w_out"),
                values.number("Wmax")));
    }

    /** What spikes do to numbers. Has no state: the simulator keeps weights and the trace K, from {@code at} on in arrays. */
    private record Rule(double height, double stepOverTau, double in, double out, double most) implements Plasticity {
        @Override
        public Weights reach(Weights atStart) {
            return new Weights(0, most);
        }

        @Override
        public int preTraces() {
            return 1;
        }

        @Override
        public void preSpike(double[] traces, int at, long sinceLast) {
            traces[at] = decayed(traces[at], sinceLast) + 1;
        }

        /** The number kept for each synapse is the weight itself. */
        @Override
        public void onPostSpike(
                double[] kept, int at, double[] pre, int preAt, long sincePre, double[] post, int postAt) {
            kept[at] = bounded(kept[at] + out + height * decayed(pre[preAt], sincePre));
        }

        @Override
        public void onPreSpike(
                double[] kept,
                int at,
                double[] pre,
                int preAt,
                long sincePre,
                double[] post,
                int postAt,
                long sincePost) {
            kept[at] = bounded(kept[at] + in);
        }

        /** {@link StrictMath}, not {@link Math}: the same bits on every machine. */
        private double decayed(double trace, long steps) {
            return trace * StrictMath.exp(-steps * stepOverTau);
        }

        private double bounded(double weight) {
            return Math.clamp(weight, 0, most);
        }
    }
}
