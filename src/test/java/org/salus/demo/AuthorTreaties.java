package org.salus.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.salus.appraisal.Instrument;
import org.salus.appraisal.Instruments;

/**
 * Writes what Burundi did about treaties of the register, from a copy of the status tables of the United Nations Treaty Collection made in 2015, and the one act since then that changes a
 * status and whose source was seen. Tables that do not name Burundi are left out: the pack says of nothing about Burundi that it is absent.
 */
final class AuthorTreaties {
    static final String FILE = "treaties-burundi.csv";

    /** The copy gives no day; this is the day of the newest act in any of its tables. */
    private static final String AS_AT = "2015-03-12";

    private static final String COPY =
            "United Nations Treaty Collection, tables of status in the copy of zmjones/untreaties, 2015";
    private static final String SINCE = "International Enforcement Law Reporter, 17 November 2017 (ielr.com)";

    private static final Pattern HEAD = Pattern.compile("([A-Z][a-z ]+?)(?:\\((\\w+)\\))?");
    private static final Pattern DATED = Pattern.compile("(\\d{1,2} [A-Z][a-z]{2} \\d{4})(?: (\\w+))?");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final Path tables;

    AuthorTreaties(Path data) {
        tables = data.resolve("treaties/untreaties");
    }

    void write(Path folder) throws IOException {
        try (CsvWriter out = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(Files.newBufferedWriter(folder.resolve(FILE)))) {
            out.writeRecord("Country", "Treaty", "Act", "Date", "Status as at", "Source");
            for (Instrument instrument : Instruments.shipped().list()) {
                Optional<Path> table = instrument
                        .treaty()
                        .map(number -> tables.resolve(number + ".csv"))
                        .filter(Files::exists);
                if (table.isPresent()) {
                    acts(table.get(), instrument.table(), out);
                }
                if (instrument.id().equals("rome-statute")) {
                    out.writeRecord(
                            "Burundi", instrument.table(), "withdrawal-notified", "2016-10-27", "2017-10-27", SINCE);
                    out.writeRecord("Burundi", instrument.table(), "withdrawal", "2017-10-27", "2017-10-27", SINCE);
                }
            }
        }
    }

    private static void acts(Path table, String treaty, CsvWriter out) throws IOException {
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(table)) {
            List<String> heads = List.of();
            for (CsvRecord row : rows) {
                if (heads.isEmpty()) {
                    heads = row.getFields();
                } else if (row.getField(0).equals("Burundi")) {
                    for (int i = 1; i < row.getFieldCount(); i++) {
                        act(heads.get(i), row.getField(i), treaty, out);
                    }
                }
            }
        }
    }

    private static void act(String head, String cell, String treaty, CsvWriter out) {
        if (cell.isBlank()) {
            return;
        }
        Map<String, String> acts = new HashMap<>();
        for (String one : head.split(", ", -1)) {
            Matcher named = HEAD.matcher(one);
            if (!named.matches()) {
                throw new IllegalStateException(head);
            }
            acts.put(
                    Objects.requireNonNullElse(named.group(2), ""),
                    named.group(1).toLowerCase(Locale.ROOT).replace(' ', '-'));
        }
        Matcher dated = DATED.matcher(cell);
        if (!dated.matches()) {
            throw new IllegalStateException(cell);
        }
        String act = Objects.requireNonNull(acts.get(Objects.requireNonNullElse(dated.group(2), "")), cell);
        String day = LocalDate.parse(dated.group(1), DAY).toString();
        out.writeRecord("Burundi", treaty, act, day, AS_AT, COPY);
    }
}
