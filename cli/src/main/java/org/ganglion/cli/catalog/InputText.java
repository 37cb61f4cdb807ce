package org.ganglion.cli.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.neuron.Receptor.Sign;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Elements;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Unit;

/** Words on what spikes do to a neuron. */
final class InputText {
    private InputText() {}

    /** The unit of weights, and which end where. */
    static String of(NeuronModel model) {
        List<Receptor> receptors = receptors(model);
        Receptor first = receptors.getFirst();
        if (first.sign() == Sign.COUNT) {
            return "Incoming spikes are counted, whatever their weight.";
        }
        String weights = first.unit() == Unit.NONE
                ? "Weights are plain numbers"
                : "Weights are in " + first.unit().symbol();
        if (receptors.size() == 1 && first.sign() == Sign.ANY) {
            return weights + ", above 0 for excitation and below 0 for inhibition.";
        }
        return receptors.stream()
                .map(r -> switch (r.sign()) {
                    case POSITIVE -> "from 0 on they go to the receptor `" + r.name() + "`";
                    case NEGATIVE -> "below 0 to `" + r.name() + "`";
                    default -> "all to `" + r.name() + "`";
                })
                .collect(Collectors.joining(", ", weights + "; ", "."));
    }

    /** Where spikes go with the default parameters. */
    static List<Receptor> receptors(NeuronModel model) {
        Map<String, Distribution> standard = new LinkedHashMap<>();
        for (ParameterSpec spec : model.description().parameters()) {
            if (spec.isList()) {
                for (int i = 0; i < spec.standardList().size(); i++) {
                    standard.put(
                            Elements.name(spec.name(), i),
                            Distribution.constant(spec.standardList().get(i)));
                }
            } else {
                standard.put(spec.name(), Distribution.constant(spec.standard().orElse(1)));
            }
        }
        return model.receptors(standard);
    }
}
