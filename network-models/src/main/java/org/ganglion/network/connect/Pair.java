package org.ganglion.network.connect;

/** The two populations that a projection connects, as far as a rule needs to know them. */
public record Pair(int sources, int targets, boolean samePopulation) {}
