import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;

import org.ganglion.network.Experiment;
import org.ganglion.network.ModelProgram;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.Parameters;
import org.ganglion.network.RunSettings;
import org.ganglion.network.connect.FixedIndegree;

/**
 * A network described by a program instead of a file: excitatory and inhibitory neurons, wired at random.
 *
 * <p>Things to try: {@code --set g=3}, {@code --set size=2000}; loops and conditions, wherever a file would repeat itself.
 */
public final class Program implements ModelProgram {
    @Override
    public Experiment experiment(Parameters parameters) {
        double g = parameters.number("g", 6); // what can be set, and its default
        int size = parameters.whole("size", 800);
        double jumpMv = 0.2;

        NetworkBuilder network = NetworkBuilder.named("program");
        for (String name : new String[] {"E", "I"}) {
            network.population(name, name.equals("E") ? size : size / 4, "iaf_psc_delta", p -> p.set("tau_m", 20)
                    .set("E_L", 0)
                    .set("V_reset", 10)
                    .set("V_th", 20)
                    .startAt("V_m", 0));
        }
        for (String target : new String[] {"E", "I"}) {
            network.project("E", target, new FixedIndegree(80, true, true), weight(jumpMv), delayMs(1.5));
            network.project("I", target, new FixedIndegree(20, true, true), weight(-g * jumpMv), delayMs(1.5));
            network.poisson("noise-" + target, target, 10_000, jumpMv);
            network.recordSpikes(target);
        }
        return network.simulate(RunSettings.DEFAULT.withDurationMs(500));
    }
}
