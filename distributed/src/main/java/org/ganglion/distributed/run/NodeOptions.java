package org.ganglion.distributed.run;

import java.nio.file.Path;

/**
 * How a node is started.
 *
 * @param name unlike that of any other node of the run
 * @param folder of the run
 * @param host that it binds to and is reached at
 * @param port of its door
 * @param anyPort whether another port will do when that one is taken
 * @param actorPort that its actor system is reached at by others; 0 for any
 * @param bindPort that its actor system binds to where that differs, as behind a proxy; 0 for the same
 * @param threads that compute groups
 * @param founder whether it need not wait for others before it begins
 */
public record NodeOptions(
        String name,
        Path folder,
        String host,
        int port,
        boolean anyPort,
        int actorPort,
        int bindPort,
        int threads,
        boolean founder) {}
