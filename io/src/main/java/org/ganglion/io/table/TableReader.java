package org.ganglion.io.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.ganglion.io.yaml.Position;

/** Reads tables from files: HDF5 where the name ends in .h5 or .hdf5, otherwise text. */
public final class TableReader {
    private TableReader() {}

    /**
     * The table in a file that exists; nothing where it has a mistake.
     *
     * @param shown what the file is called in messages
     * @param columns that it may have
     * @param report is told of every mistake, with its place
     */
    public static Optional<Table> read(
            Path path, String shown, List<Column> columns, BiConsumer<Position, String> report) {
        TableErrors errors = new TableErrors(shown, report);
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        try {
            Optional<Table> table = name.endsWith(".h5") || name.endsWith(".hdf5")
                    ? Hdf5Table.read(path, columns, errors)
                    : TextTable.read(path, columns, errors);
            errors.close();
            return table;
        } catch (IOException e) {
            errors.add("the file cannot be read: " + e);
            return Optional.empty();
        }
    }
}
