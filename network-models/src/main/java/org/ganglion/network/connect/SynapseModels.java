package org.ganglion.network.connect;

import java.util.List;
import org.ganglion.network.spec.Description;

/** The synapse models that can be named in a file. */
public final class SynapseModels {

    /** A synapse whose weight never changes. */
    public static final Description STATIC =
            Description.of("static_synapse", "A synapse whose weight and delay never change.");

    public static final List<Description> ALL = List.of(STATIC);

    private SynapseModels() {}

    public static List<String> names() {
        return ALL.stream().map(Description::name).toList();
    }
}
