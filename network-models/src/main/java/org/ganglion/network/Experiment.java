package org.ganglion.network;

/** A network and how it is run: everything that decides the spikes. */
public record Experiment(Network network, RunSettings settings) {}
