package org.ganglion.io.sonata;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ganglion.io.hdf5.SpikeOrder;
import org.ganglion.io.sonata.source.Section;
import org.ganglion.network.spec.Suggestion;

/** Reads the section {@code output}. */
final class OutputReader {
    private static final List<String> ORDERS = List.of("time", "by_time", "id", "by_id", "none");

    private OutputReader() {}

    static SonataModel.Output read(ConfigParts.Part config) {
        Optional<Section> found = config.root().section("output");
        if (found.isEmpty()) {
            return SonataModel.Output.STANDARD;
        }
        Section output = found.get();
        boolean overwrite = output.flag("overwrite_output_dir", false)
                || config.root()
                        .section("run")
                        .map(r -> r.flag("overwrite_output_dir", false))
                        .orElse(false);
        String spikes = output.text("spikes_file")
                .map(text -> config.manifest().path(output, "spikes_file", text))
                .flatMap(path -> Optional.ofNullable(path.getFileName()))
                .map(Path::toString)
                .orElse(SonataModel.Output.STANDARD.spikesFile());
        if (!spikes.endsWith(".h5") && !spikes.endsWith(".hdf5")) {
            throw output.wrong("spikes_file", "\"" + spikes + "\" must end with .h5");
        }
        return new SonataModel.Output(config.manifest().path(output, "output_dir"), overwrite, spikes, order(output));
    }

    private static SpikeOrder order(Section output) {
        String order = output.text("spikes_sort_order").orElse("time").toLowerCase(Locale.ROOT);
        return switch (order) {
            case "time", "by_time", "none", "" -> SpikeOrder.BY_TIME;
            case "id", "by_id", "gid", "node_id" -> SpikeOrder.BY_ID;
            default -> throw output.wrong("spikes_sort_order", Suggestion.unknown("order of spikes", order, ORDERS));
        };
    }
}
