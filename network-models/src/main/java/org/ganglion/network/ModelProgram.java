package org.ganglion.network;

/**
 * A network written as a Java program, for {@code ganglion run MyModel.java}.
 *
 * <p>The class needs a constructor without parameters. What the command line sets arrives in {@link Parameters}.
 */
public interface ModelProgram {

    Experiment experiment(Parameters parameters);
}
