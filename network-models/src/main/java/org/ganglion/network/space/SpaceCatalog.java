package org.ganglion.network.space;

import java.util.List;
import org.ganglion.network.spec.Catalog;
import org.ganglion.network.spec.Description;

/** The positions, masks and kernels that a file can name. */
public final class SpaceCatalog {
    public static final List<Description> POSITIONS =
            List.of(GridPositions.DESCRIPTION, RandomPositions.DESCRIPTION, ListedPositions.DESCRIPTION);

    public static final List<Description> MASKS =
            List.of(BallMask.CIRCLE, AnnulusMask.DESCRIPTION, BoxMask.DESCRIPTION, BallMask.SPHERE);

    public static final Catalog<Kernel> KERNELS = new Catalog<>(List.of(
            new Catalog.Entry<>(
                    ExponentialKernel.DESCRIPTION, v -> new ExponentialKernel(v.number("p_center"), v.number("beta"))),
            new Catalog.Entry<>(
                    GaussianKernel.DESCRIPTION,
                    v -> new GaussianKernel(v.number("p_center"), v.number("mean"), v.number("std"))),
            new Catalog.Entry<>(LinearKernel.DESCRIPTION, v -> new LinearKernel(v.number("c"), v.number("a")))));

    private SpaceCatalog() {}
}
