package org.ganglion.cli.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ganglion.io.config.ConfigReader;
import org.ganglion.io.config.Overrides;
import org.ganglion.network.Change;
import org.ganglion.network.Experiment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page offers to change, and how it says what. */
class LiveKnobsTest {
    @TempDir
    Path folder;

    private Experiment experiment() throws Exception {
        Path file = Files.writeString(folder.resolve("n.yaml"), """
                name: n
                populations:
                  E: {model: iaf_psc_exp, size: 8}
                  I: {model: iaf_psc_exp, size: 2}
                stimuli:
                  noise: {type: poisson, to: [E, I], rate: 8 kHz, weight: 1 pA}
                  drive: {type: dc, to: E, amplitude: 0.2 nA}
                simulation: {duration: 100 ms}
                changes: [{at: 50 ms, set: {stimuli.noise.rate: 9 kHz}}]
                """);
        return ConfigReader.read(file, Overrides.NONE).experiment();
    }

    @Test
    void eachStimulusHasItsValueOfTheMoment() throws Exception {
        LiveKnob drive = new LiveKnob("stimuli.drive.amplitude", "E", "pA", 200);
        assertEquals(
                List.of(new LiveKnob("stimuli.noise.rate", "E, I", "Hz", 8000), drive),
                LiveKnobs.of(experiment(), 499));
        assertEquals(
                List.of(new LiveKnob("stimuli.noise.rate", "E, I", "Hz", 9000), drive),
                LiveKnobs.of(experiment(), 500));
    }

    @Test
    void aChangeIsNamedAsOnTheCommandLine() throws Exception {
        assertEquals(new Change(0, "noise", "rate", 7000), LiveKnobs.change("stimuli.noise.rate=7000"));
        assertEquals(new Change(0, "noise/E", "rate", 0.5), LiveKnobs.change("stimuli.noise/E.rate=0.5"));
        for (String wrong : List.of("", "stimuli.noise.rate", "stimuli.noise=1", "g=4.5", "stimuli.noise.rate=fast")) {
            assertThrows(LiveRefusal.class, () -> LiveKnobs.change(wrong), wrong);
        }
    }

    @Test
    void aRunIsSteppedByWholeStepsOfAtLeastOne() throws Exception {
        assertEquals(100, LiveState.steps("10", 0.1));
        assertEquals(1, LiveState.steps("0.1", 0.1));
        for (String wrong : List.of("", "0", "0.04", "-1", "NaN", "1e99", "soon")) {
            assertThrows(LiveRefusal.class, () -> LiveState.steps(wrong, 0.1), wrong);
        }
    }
}
