package org.ganglion.distributed.checkpoint;

import java.io.IOException;
import java.util.Optional;
import org.ganglion.simulator.group.GroupState;

/** Finds where a run that has stopped can be taken up again. */
public final class Legs {
    private Legs() {}

    /** The leg that continues from the latest checkpoint; from the start if there is none. */
    public static Leg next(Checkpoints checkpoints, int number) throws IOException {
        while (true) {
            Optional<Generation> latest = checkpoints.latest();
            if (latest.isEmpty()) {
                return new Leg(number, 0, GroupState.Totals.NONE);
            }
            try {
                return new Leg(number, latest.get().step(), checkpoints.totals(latest.get()));
            } catch (DamagedException e) {
                checkpoints.setAside(latest.get().step(), e.getMessage());
            } catch (IOException e) {
                checkpoints.setAside(latest.get().step(), "a part cannot be read (" + e + ")");
            }
        }
    }
}
