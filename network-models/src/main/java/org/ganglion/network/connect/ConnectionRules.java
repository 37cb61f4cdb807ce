package org.ganglion.network.connect;

import java.util.List;
import org.ganglion.network.spec.Catalog;

/** The connection rules that can be named in a file. */
public final class ConnectionRules {
    public static final Catalog<ConnectionRule> CATALOG = new Catalog<>(List.of());

    private ConnectionRules() {}
}
