package org.ganglion.io.figure.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SvgDrawingTest {
    @Test
    void manyMarksBecomeAPictureOfTheSameMarks() throws IOException {
        Ink red = Ink.of(new Color(0xd55e00));
        Drawing.Marked marked = (row, column) -> (row * 7 + column) % 3 == 0;
        SvgDrawing many = new SvgDrawing(true);
        many.cells(new Drawing.Cells(0, 0, 300, 100, 100, 300, marked), red);
        String data = many.content().replaceAll("(?s).*base64,([^\"]*)\".*", "$1");
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data)));
        for (int row = 0; row < 100; row++) {
            for (int column = 0; column < 300; column++) {
                assertEquals(marked.at(row, column) ? 0xffd55e00 : 0, image.getRGB(column, row));
            }
        }
        SvgDrawing few = new SvgDrawing(true);
        few.cells(new Drawing.Cells(0, 0, 30, 10, 10, 30, marked), red);
        int expected = 0;
        for (int i = 0; i < 300; i++) {
            expected += marked.at(i / 30, i % 30) ? 1 : 0;
        }
        assertEquals(expected, few.content().chars().filter(c -> c == 'M').count());
    }
}
