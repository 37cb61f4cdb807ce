package org.ganglion.network.neuron;

/** Parameters and initial values of the neurons of a slice. */
public interface Columns {

    /** Number of neurons of the slice. */
    int size();

    /** {@link #size} rounded up to a multiple of 64: the length of state arrays. */
    default int paddedSize() {
        return (size() + 63) & -64;
    }

    /**
     * Whether the slice is large enough for vectors. Until the compiler has met a vector loop it is a hundred times slower
     * than a plain one, and a small slice may be done before.
     */
    default boolean worthVectors() {
        return paddedSize() > 2 * 64;
    }

    /** Number of elements of a parameter that is a list; its {@link org.ganglion.network.spec.Elements} are parameters. */
    int elements(String list);

    /** Whether the parameter differs from neuron to neuron. */
    boolean drawn(String parameter);

    /** Value of a parameter for one neuron; neurons past {@link #size} get those of neuron 0. */
    double parameter(String name, int neuron);

    /** Initial value of a settable state variable; neurons past {@link #size} get those of neuron 0. */
    double initial(String variable, int neuron);

    /** Index of a neuron of the slice in its population: what its random numbers are keyed by. */
    int index(int neuron);

    /**
     * Key for the random numbers that the model draws while it runs, for {@link org.ganglion.network.random.Squares}. Count
     * with {@code step << 32 | index(neuron)}, so that a draw depends on nothing but neuron and step.
     *
     * @param part tells several draws of one neuron in one step apart
     */
    long key(int part);

    /** Whether currents are injected by stimuli, so that {@link NeuronState#setCurrent} will be called. */
    boolean currentsInjected();
}
