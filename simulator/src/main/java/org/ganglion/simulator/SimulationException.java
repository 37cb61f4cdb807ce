package org.ganglion.simulator;

/** A run that cannot go on. The message names population, neuron or step where they are known, and a remedy. */
public final class SimulationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SimulationException(String message) {
        super(message);
    }

    public SimulationException(String message, Throwable cause) {
        super(message, cause);
    }
}
