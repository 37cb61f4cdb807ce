/**
 * From what a user names on the command line to a description that can be run.
 *
 * <p>A file and the values set beside it flow in; a {@link org.ganglion.io.config.Config} flows out, or an exception whose
 * message is meant for the user. Read {@link org.ganglion.cli.model.ModelFile} first.
 */
@NullMarked
package org.ganglion.cli.model;

import org.jspecify.annotations.NullMarked;
