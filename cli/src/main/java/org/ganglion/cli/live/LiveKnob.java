package org.ganglion.cli.live;

/**
 * A parameter of a stimulus that can be changed while the run goes on.
 *
 * @param name as on the command line, such as {@code stimuli.background.rate}
 * @param target population that is stimulated
 * @param unit of the value
 */
public record LiveKnob(String name, String target, String unit, double value) {}
