package org.salus.evidence;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Sentence;

/** The readers of tables: CSV, TSV and XLSX files with events, country-year indicators, CRS amounts, the status of a treaty or the tables of an AidData release. */
final class TableReaders {
    /** Titles and notes may stand above a header. */
    static final int HEADER_WITHIN = 25;

    private final Countries countries;
    private final EventReader events;
    private final CrsReader crs;
    private final TreatyReader treaties;
    private final TreatyActReader treatyActs;
    private final @Nullable Path usersDescriptors;
    private volatile Descriptors descriptors;

    /**
     * For one data folder.
     *
     * @param usersDescriptors folder of the user's own descriptors; need not exist
     */
    TableReaders(Countries countries, @Nullable Path usersDescriptors) {
        this.countries = countries;
        this.events = new EventReader(countries);
        this.crs = new CrsReader(countries);
        this.treaties = new TreatyReader(countries);
        this.treatyActs = new TreatyActReader(countries);
        this.usersDescriptors = usersDescriptors;
        this.descriptors = Descriptors.with(usersDescriptors);
    }

    /** Sum of the readers' format numbers. It changes with any descriptor: the folder is looked at again each time. */
    int format() {
        Descriptors now = Descriptors.with(usersDescriptors);
        if (now.edition() != descriptors.edition()) {
            descriptors = now;
        }
        return events.format()
                + crs.format()
                + treaties.format()
                + treatyActs.format()
                + indicators().format()
                + WorkbookReader.FORMAT
                + ReleaseTableReader.FORMAT
                + descriptors.edition();
    }

    /** That a file is of no kind that is known here. */
    Sentence notRecognised() {
        return descriptors.notRecognised();
    }

    /** Recognises a table by its header row; of a workbook, that it is one. */
    Optional<Readers.Choice> recognise(String name, byte[] head) {
        if (isZip(head)) {
            return name.toLowerCase(Locale.ROOT).endsWith(".xlsx")
                    ? Optional.of(new Readers.Choice(FileKind.WORKBOOK, new WorkbookReader(this)))
                    : Optional.empty();
        }
        List<List<String>> rows = TableRows.first(head, head.length < Readers.HEAD);
        Optional<TableChoice> table = recognise(name, null, rows);
        if (table.isPresent()) {
            return Optional.of(
                    new Readers.Choice(table.get().kind(), table.get().reader()));
        }
        return rows.stream()
                .limit(HEADER_WITHIN)
                .flatMap(row -> ReleaseTableReader.find(name, new TableHeader(row)).stream())
                .findFirst()
                .map(release -> new Readers.Choice(FileKind.AIDDATA_RELEASE, release));
    }

    /** What a table is and who reads it. */
    record TableChoice(FileKind kind, TableReader reader) {}

    /**
     * Recognises a table by its first rows.
     *
     * @param sheet it stands on; null in a delimited text
     */
    Optional<TableChoice> recognise(String name, @Nullable String sheet, List<List<String>> rows) {
        if (CrsReader.fits(name, rows)) {
            return Optional.of(new TableChoice(FileKind.CRS, crs));
        }
        for (List<String> row : rows.subList(0, Math.min(rows.size(), HEADER_WITHIN))) {
            if (TreatyReader.fits(row)) {
                return Optional.of(new TableChoice(FileKind.TREATY_STATUS, treaties));
            }
            TableHeader header = new TableHeader(row);
            if (TreatyActReader.fits(header)) {
                return Optional.of(new TableChoice(FileKind.TREATY_STATUS, treatyActs));
            }
            if (EventReader.fits(header)) {
                return Optional.of(new TableChoice(FileKind.CONFLICT_EVENTS, events));
            }
            if (descriptors.find(name, sheet, header).isPresent()) {
                return Optional.of(new TableChoice(FileKind.COUNTRY_YEAR, indicators()));
            }
        }
        return Optional.empty();
    }

    private IndicatorReader indicators() {
        return new IndicatorReader(countries, descriptors);
    }

    private static boolean isZip(byte[] head) {
        return head.length >= 4 && head[0] == 'P' && head[1] == 'K';
    }
}
