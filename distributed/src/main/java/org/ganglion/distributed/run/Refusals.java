package org.ganglion.distributed.run;

import org.ganglion.distributed.checkpoint.RunIdentity;
import org.ganglion.distributed.wire.WireVersion;
import org.ganglion.distributed.wire.proto.Hello;

/** Who is not let in, and what is said then. */
final class Refusals {
    private Refusals() {}

    /** Empty for who is welcome. */
    static String of(Hello hello, SharedRun run) {
        RunIdentity identity = run.identity();
        if (hello.getWireVersion() != WireVersion.CURRENT) {
            return "this node speaks wire version " + WireVersion.CURRENT + ", the other " + hello.getWireVersion()
                    + "; all nodes of a run need the same version of Ganglion";
        }
        if (!hello.getRun().isEmpty() && !hello.getRun().equals(identity.run())) {
            return "this node belongs to run " + identity.run() + ", the other to run " + hello.getRun();
        }
        if (!hello.getNetworkHash().isEmpty() && !hello.getNetworkHash().equals(identity.networkHash())) {
            return "this node runs network " + identity.networkHash() + ", the other network " + hello.getNetworkHash()
                    + "; all nodes of a run need the same network, seed included";
        }
        if (!hello.getRun().isEmpty() && hello.getLeg() != run.leg().number()) {
            return "this node is of leg " + run.leg().number() + " of the run, the other of leg " + hello.getLeg()
                    + "; each resume begins one, with nodes of its own";
        }
        return "";
    }
}
