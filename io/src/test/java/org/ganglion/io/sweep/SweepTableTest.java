package org.ganglion.io.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTableTest {
    @TempDir
    private Path folder;

    /** With nothing varied but the seed, and nothing measured, no others are left. */
    @Test
    void itsOwnColumnsAreNamedForThoseWhoNameOthers() throws IOException {
        Sweep seeds = new Sweep(Design.GRID, List.of(), List.of(List.of()), List.of(1L), List.of(), 0);
        SweepFile file = new SweepFile(folder.resolve("model.yaml"), List.of(), seeds, List.of(), "", "");
        SweepTable table = SweepTable.read(file, new SweepFolder(folder));
        assertEquals(
                SweepTable.OWN_COLUMNS,
                table.columns().stream().map(SweepColumn::name).toList());
    }
}
