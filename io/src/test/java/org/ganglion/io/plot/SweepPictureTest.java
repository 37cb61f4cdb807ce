package org.ganglion.io.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.ganglion.io.sweep.Design;
import org.ganglion.io.sweep.SweepColumn;
import org.ganglion.io.sweep.SweepTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The picture of a sweep, looked at by its colours. */
class SweepPictureTest {
    private static final int CURVE = 0xff0072b2;
    private static final int TRIALS = 6;

    @TempDir
    Path folder;

    private static SweepColumn.Numbers column(String name) {
        return new SweepColumn.Numbers(
                name, "", IntStream.range(0, TRIALS).mapToObj(i -> i + 1.0).toList());
    }

    private BufferedImage picture(List<SweepColumn> parameters, int measures) throws IOException {
        SweepColumn.Texts none = new SweepColumn.Texts("", Collections.nCopies(TRIALS, ""));
        SweepTable table = new SweepTable(
                Design.GRID,
                parameters,
                Optional.empty(),
                new SweepColumn.Texts("status", Collections.nCopies(TRIALS, SweepTable.DONE)),
                IntStream.range(0, measures).mapToObj(i -> column("m" + i)).toList(),
                column("spikes"),
                none,
                column("wall"),
                none);
        Path file = folder.resolve("sweep.png");
        SweepPicture.write(table, "plane", file);
        return ImageIO.read(file.toFile());
    }

    /** The first and the last column of a part of a picture with the colour of curves. */
    private static int[] reach(BufferedImage image, int left, int top, int width, int height) {
        int first = Integer.MAX_VALUE;
        int last = -1;
        for (int x = left; x < left + width; x++) {
            for (int y = top; y < top + height; y++) {
                if (image.getRGB(x, y) == CURVE) {
                    first = Math.min(first, x - left);
                    last = x - left;
                }
            }
        }
        return new int[] {first, last};
    }

    @Test
    void aLineOverOneParameterReachesOverTheWidthOfThePicture() throws IOException {
        BufferedImage image = picture(List.of(column("g")), 1);
        int[] reach = reach(image, 0, 0, image.getWidth(), image.getHeight());
        assertTrue(reach[0] < 0.25 * image.getWidth(), "begins at " + reach[0]);
        assertTrue(reach[1] > 0.88 * image.getWidth(), "ends at " + reach[1] + " of " + image.getWidth());
    }

    @Test
    void fourMeasuresAreTwoAboveTwo() throws IOException {
        int panel = picture(List.of(column("g")), 1).getWidth();
        BufferedImage image = picture(List.of(column("g")), 4);
        assertEquals(2 * panel, image.getWidth());
        for (int i = 0; i < 4; i++) {
            int half = image.getHeight() / 2;
            int[] reach = reach(image, i % 2 * panel, i / 2 * half, panel, half);
            assertTrue(reach[1] > 0.88 * panel, "panel " + i);
        }
    }
}
