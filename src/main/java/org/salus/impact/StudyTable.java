package org.salus.impact;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.salus.evidence.TableRows;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Digest;
import org.salus.ledger.Item;
import org.salus.ledger.Kind;
import org.salus.ledger.PlainText;
import org.salus.ledger.View;

/**
 * The table a study asks, in the workspace whose it is: it never becomes open data, and whoever may not see it sees no study of it. Only the columns that were chosen are in it, and
 * they never change: other rows are another table.
 *
 * @param title what it is, in a few words
 * @param source where it comes from, and under what licence
 * @param csv the rows as RFC 4180, the first names the columns; what is downloaded and what a script reads, to the letter
 */
public record StudyTable(String title, String source, String csv) {
    /** A table of figures that people made is far shorter; an item of the ledger holds no more. */
    static final int MOST_CHARACTERS = 900_000;

    private static final int MOST_COLUMNS = 200;

    /** What a spreadsheet would take for a formula, and what is a number all the same. */
    private static final String FORMULA = "=+-@＝＋－＠";

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

    /** The rows are said once and for all. */
    public static final Kind<StudyTable> KIND =
            Kind.of("impact-table", StudyTable.class).ruledBy(StudyTable::refusals);

    private static List<Sentence> refusals(Item<StudyTable> edited, View view) {
        return edited.value().refusals(view.find(KIND, edited.id()).map(Item::value));
    }

    /** Why it cannot be kept in the place of what is there. */
    List<Sentence> refusals(Optional<StudyTable> before) {
        List<Sentence> refusals = new ArrayList<>();
        if (title.isBlank()) {
            refusals.add(Sentence.of("impact.refusal.no-title"));
        }
        if (before.filter(known -> !known.csv().equals(csv)).isPresent()) {
            refusals.add(Sentence.of("impact.refusal.other-rows"));
        }
        whyNotRead().ifPresent(refusals::add);
        return refusals;
    }

    private Optional<Sentence> whyNotRead() {
        if (csv.length() > MOST_CHARACTERS) {
            return Optional.of(Sentence.of("impact.refusal.too-long", csv.length(), MOST_CHARACTERS));
        }
        try {
            PanelTable read = panel();
            return read.heads().size() > MOST_COLUMNS
                    ? Optional.of(
                            Sentence.of("impact.refusal.too-wide", read.heads().size(), MOST_COLUMNS))
                    : Optional.empty();
        } catch (Failure unreadable) {
            return Optional.of(unreadable.sentence());
        }
    }

    /**
     * Some columns of a table that was brought.
     *
     * @param columns heads of those that are kept, in their order; the others are left behind
     * @throws Failure (wrong use) if there is no such column, two have one name, or too much would be kept
     */
    static StudyTable of(String title, String source, PanelTable brought, List<String> columns) {
        List<Integer> places =
                columns.stream().map(name -> brought.column(name, "columns")).toList();
        if (places.isEmpty()) {
            throw Failure.wrongUse(Sentence.of("impact.study.no-columns")).at("columns");
        }
        brought.heads().stream()
                .filter(columns::contains)
                .filter(head -> brought.heads().indexOf(head) != brought.heads().lastIndexOf(head))
                .findFirst()
                .ifPresent(twice -> {
                    throw Failure.wrongUse(Sentence.of("impact.study.column-twice", brought.name(), twice))
                            .at("columns");
                });
        StringBuilder csv = new StringBuilder();
        line(csv, columns);
        for (PanelTable.Row row : brought.rows()) {
            line(csv, places.stream().map(row::cell).toList());
            if (csv.length() > MOST_CHARACTERS) {
                throw Failure.wrongUse(Sentence.of("impact.study.too-much", brought.name(), MOST_CHARACTERS))
                        .advising(Sentence.of("impact.study.too-much.advice"))
                        .at("columns");
            }
        }
        return new StudyTable(title, source, csv.toString());
    }

    private static void line(StringBuilder csv, List<String> cells) {
        csv.append(cells.stream().map(StudyTable::field).collect(Collectors.joining(",")))
                .append('\n');
    }

    private static String field(String cell) {
        String shown = harmless(cell);
        return shown.chars().anyMatch(sign -> ",\"\n\r".indexOf(sign) >= 0)
                ? '"' + shown.replace("\"", "\"\"") + '"'
                : shown;
    }

    /** A cell as it is kept: nothing that cannot be shown, and nothing a spreadsheet would run. */
    static String harmless(String cell) {
        String shown = PlainText.shown(cell.strip());
        boolean isFormula = !shown.isEmpty()
                && FORMULA.indexOf(shown.codePointAt(0)) >= 0
                && !NUMBER.matcher(shown).matches();
        return isFormula ? "'" + shown : shown;
    }

    /**
     * The rows as methods read them.
     *
     * @throws Failure (wrong use) if they are no table
     */
    public PanelTable panel() {
        PanelTable.Gathered gathered = new PanelTable.Gathered(title);
        try (InputStream bytes = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8))) {
            TableRows.text(bytes, ',', (line, cells) -> {
                gathered.add(line, cells);
                return true;
            });
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return gathered.table();
    }

    /** What tells its rows from all others. */
    public Digest digest() {
        return Digest.ofText(csv);
    }

    /** What the file of its rows is called, the same wherever it is taken. */
    public String fileName() {
        return "impact-" + digest().brief() + ".csv";
    }

    /** A column that may be the one, by what such columns are mostly called; empty if none is. */
    static String guess(List<String> heads, Pattern names) {
        return IntStream.range(0, heads.size())
                .mapToObj(heads::get)
                .filter(head -> names.matcher(head).find())
                .findFirst()
                .orElse("");
    }
}
