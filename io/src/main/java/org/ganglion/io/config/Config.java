package org.ganglion.io.config;

import org.ganglion.network.Experiment;

/** What a model file says, checked. */
public record Config(Experiment experiment, String description, OutputSettings output) {}
