package org.salus.impact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.TableRows;

/** Tables for tests. */
final class Tables {
    private Tables() {}

    /** Lines with commas. */
    static PanelTable of(String lines) {
        PanelTable.Gathered gathered = new PanelTable.Gathered("table.csv");
        long line = 0;
        for (String each : lines.strip().split("\n", -1)) {
            gathered.add(++line, List.of(each.split(",", -1)));
        }
        return gathered.table();
    }

    static PanelTable of(Path file) throws IOException {
        PanelTable.Gathered gathered = new PanelTable.Gathered(file.toString());
        try (InputStream bytes = Files.newInputStream(file)) {
            TableRows.workbookOrText(bytes, (line, cells) -> {
                gathered.add(line, cells);
                return true;
            });
        }
        return gathered.table();
    }

    static PanelQuestion question(@Nullable String from, String... treated) {
        return new PanelQuestion("unit", "time", "y", List.of(treated), from, List.of(), List.of(), null, null);
    }

    static PanelQuestion series(String from) {
        return new PanelQuestion(null, "time", "y", List.of(), from, List.of(), List.of(), null, null);
    }
}
