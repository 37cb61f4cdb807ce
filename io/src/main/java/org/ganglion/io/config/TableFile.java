package org.ganglion.io.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ganglion.io.table.Column;
import org.ganglion.io.table.Table;
import org.ganglion.io.table.TableReader;
import org.ganglion.network.spec.DescribedFile;
import org.ganglion.network.spec.Origin;

/** A table in a file that belongs to the description. */
record TableFile(Table table, Origin origin) {

    /** The table in the file of an item; empty where there is none or it has mistakes, which have been reported. */
    static Optional<TableFile> read(Findings findings, Numbers numbers, Fields fields, List<Column> columns) {
        return FileReference.read(findings, numbers, fields).flatMap(file -> TableReader.read(
                        file.path(), shown(file), columns, (at, message) -> findings.report(at, "", message))
                .map(table -> new TableFile(table, new Origin.File(file))));
    }

    /** As short as the name can be said from here. */
    private static String shown(DescribedFile file) {
        Path here = Path.of("").toAbsolutePath();
        return (file.path().startsWith(here) ? here.relativize(file.path()) : file.path()).toString();
    }
}
