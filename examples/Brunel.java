import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;

import java.util.function.UnaryOperator;
import org.ganglion.network.Experiment;
import org.ganglion.network.ModelProgram;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.NetworkBuilder.Neurons;
import org.ganglion.network.Parameters;
import org.ganglion.network.RunSettings;
import org.ganglion.network.connect.FixedIndegree;
import org.ganglion.network.spec.Unit;

/**
 * A random network of excitatory and inhibitory neurons, balanced by strong inhibition; gives the same spikes as
 * brunel.yaml.
 *
 * <pre>
 * ./ganglion run examples/Brunel.java
 * ./ganglion run examples/Brunel.java --set g=4.5
 * </pre>
 *
 * <p>N. Brunel (2000), Dynamics of sparsely connected networks of excitatory and inhibitory spiking neurons, Journal of
 * Computational Neuroscience 8:183-208, doi 10.1023/A:1008925309027; sizes and values as in NEST's example
 * brunel_delta_nest. Expect about 31.9 spikes per second and neuron over the first second.
 */
public final class Brunel implements ModelProgram {

    @Override
    public Experiment experiment(Parameters parameters) {
        // What --set may change, and the value otherwise.
        int neurons = parameters.whole("N", 12_500);
        double g = parameters.number("g", 5);
        double eta = parameters.number("eta", 2);
        double jMv = parameters.number("J", 0.1, Unit.MILLIVOLT);
        double delayMs = parameters.number("delay", 1.5, Unit.MILLISECOND);
        double resetMv = parameters.number("V_reset", 0, Unit.MILLIVOLT);
        double epsilon = parameters.number("epsilon", 0.1);

        int excitatory = (int) Math.round(0.8 * neurons);
        int inhibitory = neurons - excitatory;
        int fromE = (int) Math.round(epsilon * excitatory);
        int fromI = (int) Math.round(epsilon * inhibitory);

        double tauMs = 20;
        double thresholdMv = 20;
        double thresholdRateHz = 1000 * thresholdMv / (jMv * fromE * tauMs); // of fromE inputs to each neuron
        double backgroundHz = eta * thresholdRateHz * fromE;

        UnaryOperator<Neurons> neuron = p -> p.set("C_m", 1)
                .set("tau_m", tauMs)
                .set("E_L", 0)
                .set("V_reset", resetMv)
                .set("V_th", thresholdMv)
                .set("t_ref", 2)
                .startAt("V_m", 0);

        return NetworkBuilder.named("brunel")
                .population("E", excitatory, "iaf_psc_delta", neuron)
                .population("I", inhibitory, "iaf_psc_delta", neuron)
                .project("E", "E", new FixedIndegree(fromE, true, true), weight(jMv), delayMs(delayMs))
                .project("E", "I", new FixedIndegree(fromE, true, true), weight(jMv), delayMs(delayMs))
                .project("I", "E", new FixedIndegree(fromI, true, true), weight(-g * jMv), delayMs(delayMs))
                .project("I", "I", new FixedIndegree(fromI, true, true), weight(-g * jMv), delayMs(delayMs))
                .poisson("background-E", "E", backgroundHz, jMv)
                .poisson("background-I", "I", backgroundHz, jMv)
                .recordSpikes("E")
                .recordSpikes("I")
                .simulate(RunSettings.DEFAULT.withDurationMs(1000).withSeed(1));
    }
}
