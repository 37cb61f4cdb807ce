package org.ganglion.io.record;

import java.nio.file.Path;

/** A spill file whose header has been read. */
record SpillFile(Path path, SpillHeader header) {}
