package org.ganglion.network.spec;

import java.util.LinkedHashMap;
import java.util.Map;

/** Numbers for the parameters of a description, defaults filled in. Switches are 0 or 1. */
public record Values(Map<String, Double> byName) {

    public Values {
        byName = Map.copyOf(byName);
    }

    /**
     * Fills in defaults.
     *
     * @throws IllegalArgumentException if a name is unknown or a required value is missing
     */
    public static Values of(Description description, Map<String, Double> given) {
        Map<String, Double> all = new LinkedHashMap<>();
        for (ParameterSpec spec : description.parameters()) {
            Double value = given.get(spec.name());
            if (value == null && spec.standard().isEmpty()) {
                throw new IllegalArgumentException(description.name() + ": " + spec.name() + " must be given");
            }
            all.put(spec.name(), value == null ? spec.standard().getAsDouble() : value);
        }
        for (String name : given.keySet()) {
            if (!all.containsKey(name)) {
                throw new IllegalArgumentException(description.name() + " has no parameter " + name);
            }
        }
        return new Values(all);
    }

    public double number(String name) {
        Double value = byName.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no value for " + name);
        }
        return value;
    }

    public int whole(String name) {
        return Math.toIntExact(Math.round(number(name)));
    }

    public long wholeLong(String name) {
        return Math.round(number(name));
    }

    public boolean on(String name) {
        return number(name) != 0;
    }
}
