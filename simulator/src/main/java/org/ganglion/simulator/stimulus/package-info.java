/**
 * What stimuli do to the neurons of one population in a group: spikes and currents, as a function of seed, stimulus, neuron
 * and step.
 *
 * <p>The stimuli of an Experiment flow in; a {@link org.ganglion.simulator.stimulus.SliceInput} for each that sends spikes,
 * and one for all that inject currents, flow out, and add to the input of a step. Needs nothing of the groups that use it.
 * Read {@link org.ganglion.simulator.stimulus.SliceInput} first, then
 * {@link org.ganglion.simulator.stimulus.InputBuilder}.
 */
@NullMarked
package org.ganglion.simulator.stimulus;

import org.jspecify.annotations.NullMarked;
