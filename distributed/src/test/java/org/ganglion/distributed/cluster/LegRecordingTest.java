package org.ganglion.distributed.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ganglion.distributed.checkpoint.LiveChange;
import org.ganglion.simulator.Recording;
import org.junit.jupiter.api.Test;

/** Each step is recorded in the leg that a change of a stimulus has begun. */
class LegRecordingTest {
    private final List<String> said = new ArrayList<>();

    private Recording leg(String name) {
        return (group, sampled) -> new Recording.Part() {
            @Override
            public void spikes(long step, int[] neurons, int count) {
                said.add(name + " spikes " + step);
            }

            @Override
            public void sample(int recorder, long step, float[] values) {
                said.add(name + " sample " + step);
            }

            @Override
            public void close() {
                said.add(name + " ends");
            }
        };
    }

    private static LiveChange at(long step) {
        return new LiveChange("id " + step, step, "push", "amplitude", 1);
    }

    @Test
    void aGroupThatIsToldOfChangesGoesFromLegToLeg() throws IOException {
        LegRecording recording = new LegRecording(leg("first"), (revision, step) -> leg(revision + " from " + step));
        Recording.Part part = recording.open(0, List.of());
        part.spikes(8, new int[1], 1);
        recording.changed(List.of(at(10)));
        part.spikes(9, new int[1], 1);
        part.sample(0, 10, new float[1]);
        recording.changed(List.of(at(10), at(20), at(20)));
        part.spikes(19, new int[1], 1);
        part.spikes(21, new int[1], 1);
        part.close();
        assertEquals(
                List.of(
                        "first spikes 8",
                        "first spikes 9",
                        "first ends",
                        "1 from 10 sample 10",
                        "1 from 10 spikes 19",
                        "1 from 10 ends",
                        "3 from 20 spikes 21",
                        "3 from 20 ends"),
                said);
    }

    @Test
    void aGroupThatBeginsAgainBeforeAChangeRecordsInTheLegBefore() throws IOException {
        LegRecording recording = new LegRecording(leg("first"), (revision, step) -> leg(revision + " from " + step));
        Recording.Part part = recording.open(0, List.of());
        recording.changed(List.of(at(10)));
        part.spikes(4, new int[1], 1);
        part.spikes(10, new int[1], 1);
        assertEquals(List.of("first spikes 4", "first ends", "1 from 10 spikes 10"), said);
    }
}
