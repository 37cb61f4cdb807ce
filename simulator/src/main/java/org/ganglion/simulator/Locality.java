package org.ganglion.simulator;

/**
 * How much of a network stays inside groups.
 *
 * @param synapses share of the synapses whose source and target are in the same group, from 0 to 1; NaN if not known
 * @param deliveries share of the deliveries over such synapses, of all that the spikes after the warm-up cause, likewise
 */
public record Locality(double synapses, double deliveries) {
    public static final Locality UNKNOWN = new Locality(Double.NaN, Double.NaN);

    public boolean known() {
        return !Double.isNaN(synapses);
    }
}
