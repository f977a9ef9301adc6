package org.salus.evidence;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The readers of tables: CSV, TSV and XLSX files with events, country-year indicators, CRS amounts or the tables of an AidData release. */
final class TableReaders {
    private final Countries countries;
    private final EventReader events;
    private final CrsReader crs;
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
        this.usersDescriptors = usersDescriptors;
        this.descriptors = Descriptors.with(usersDescriptors);
    }

    /** Sum of the readers' format numbers. It changes with any descriptor: the folder is looked at again each time. */
    int format() {
        Descriptors now = Descriptors.with(usersDescriptors);
        if (now.edition() != descriptors.edition()) {
            descriptors = now;
        }
        return events.format() + crs.format() + indicators(false).format() + descriptors.edition();
    }

    /** Recognises a table by its header row. */
    Optional<Readers.Choice> recognise(String name, byte[] head) {
        if (isZip(head)) {
            return name.toLowerCase(Locale.ROOT).endsWith(".xlsx")
                    ? Optional.of(new Readers.Choice(FileKind.COUNTRY_YEAR, indicators(true)))
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
                return Optional.of(new Readers.Choice(FileKind.COUNTRY_YEAR, indicators(false)));
            }
        }
        return Optional.empty();
    }

    private IndicatorReader indicators(boolean workbook) {
        return new IndicatorReader(countries, descriptors, workbook);
    }

    private static boolean isZip(byte[] head) {
        return head.length >= 4 && head[0] == 'P' && head[1] == 'K';
    }
}
