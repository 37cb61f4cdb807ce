package org.ganglion.network.neuron;

/** Columns that are those of others but for what is overridden. */
public interface OtherColumns extends Columns {
    /** The others. */
    Columns columns();

    @Override
    default int size() {
        return columns().size();
    }

    @Override
    default int elements(String list) {
        return columns().elements(list);
    }

    @Override
    default boolean drawn(String parameter) {
        return columns().drawn(parameter);
    }

    @Override
    default double parameter(String name, int neuron) {
        return columns().parameter(name, neuron);
    }

    @Override
    default double initial(String variable, int neuron) {
        return columns().initial(variable, neuron);
    }

    @Override
    default int index(int neuron) {
        return columns().index(neuron);
    }

    @Override
    default long key(int part) {
        return columns().key(part);
    }

    @Override
    default boolean currentsInjected() {
        return columns().currentsInjected();
    }
}
