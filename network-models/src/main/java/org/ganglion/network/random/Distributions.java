package org.ganglion.network.random;

import java.util.List;
import org.ganglion.network.spec.Catalog;

/** The distributions that can be named in a file. Any of them can be clipped or redrawn at bounds. */
public final class Distributions {
    public static final Catalog<Distribution> CATALOG = new Catalog<>(List.of(
            new Catalog.Entry<>(Constant.DESCRIPTION, v -> new Constant(v.number("value"))),
            new Catalog.Entry<>(Uniform.DESCRIPTION, v -> new Uniform(v.number("min"), v.number("max"))),
            new Catalog.Entry<>(UniformInt.DESCRIPTION, v -> new UniformInt(v.number("min"), v.number("max"))),
            new Catalog.Entry<>(Normal.DESCRIPTION, v -> new Normal(v.number("mean"), v.number("std"))),
            new Catalog.Entry<>(Lognormal.DESCRIPTION, v -> new Lognormal(v.number("median"), v.number("sigma"))),
            new Catalog.Entry<>(Exponential.DESCRIPTION, v -> new Exponential(v.number("beta")))));

    private Distributions() {}
}
