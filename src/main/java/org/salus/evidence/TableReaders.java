package org.salus.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The readers of tables: CSV, TSV and XLSX files with events, country-year indicators, CRS amounts or the tables of an AidData release. */
final class TableReaders {
    private final EventReader events;
    private final CrsReader crs;
    private final IndicatorReader texts;
    private final IndicatorReader workbooks;
    private final Descriptors descriptors;

    TableReaders(Countries countries, Descriptors descriptors) {
        this.events = new EventReader(countries);
        this.crs = new CrsReader(countries);
        this.texts = new IndicatorReader(countries, descriptors, false);
        this.workbooks = new IndicatorReader(countries, descriptors, true);
        this.descriptors = descriptors;
    }

    /** Sum of the readers' format numbers; changes with any descriptor. */
    int format() {
        return events.format() + crs.format() + texts.format() + descriptors.edition();
    }

    /** Recognises a table by its header row. */
    Optional<Readers.Choice> recognise(String name, byte[] head) {
        if (isZip(head)) {
            return name.toLowerCase(Locale.ROOT).endsWith(".xlsx")
                    ? Optional.of(new Readers.Choice(FileKind.COUNTRY_YEAR, workbooks))
                    : Optional.empty();
        }
        List<List<String>> rows = TableRows.first(head, head.length < Readers.HEAD);
        if (CrsReader.fits(name, rows)) {
            return Optional.of(new Readers.Choice(FileKind.CRS, crs));
        }
        for (List<String> row : rows.subList(0, Math.min(rows.size(), IndicatorReader.HEADER_WITHIN))) {
            TableHeader header = new TableHeader(row);
            if (EventReader.fits(header)) {
                return Optional.of(new Readers.Choice(FileKind.CONFLICT_EVENTS, events));
            }
            Optional<ReleaseTableReader> release = ReleaseTableReader.find(name, header);
            if (release.isPresent()) {
                return Optional.of(new Readers.Choice(FileKind.AIDDATA_RELEASE, release.get()));
            }
            if (descriptors.find(name, header).isPresent()) {
                return Optional.of(new Readers.Choice(FileKind.COUNTRY_YEAR, texts));
            }
        }
        return Optional.empty();
    }

    private static boolean isZip(byte[] head) {
        return head.length >= 4 && head[0] == 'P' && head[1] == 'K';
    }
}
