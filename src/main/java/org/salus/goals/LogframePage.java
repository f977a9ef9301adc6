package org.salus.goals;

import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;

/**
 * The logframe for Word, read back: {@link LogframePrint} draws several columns together into one so that a page holds them, and this takes them apart again. What
 * somebody wrote into such a cell in Word is found by the same words. Pure.
 */
final class LogframePage {
    /** What columns are called once they are taken apart; whatever reads them knows every language. */
    private static final Wording PLAIN = Wording.english();

    /** A value as it is printed, with spaces between thousands, and its unit behind it. */
    private static final Pattern VALUE =
            Pattern.compile("([-−]?\\d[\\d\\u00a0\\u2009\\u202f]*(?:[.,]\\d+)?)(?:[ \\u00a0](.*))?");

    /** An amount of money, with its currency before it. */
    private static final Pattern AMOUNT =
            Pattern.compile("(?:([A-Z]{3})[ \\u00a0])?([-−]?\\d[\\d\\u00a0\\u2009\\u202f]*(?:[.,]\\d+)?)(?:[^\\d].*)?");

    private static final Pattern SPACES = Pattern.compile("[\\u00a0\\u2009\\u202f]");
    private static final String WHO = "goals.print.who";
    private static final String CONDITIONS = "goals.print.conditions";
    private static final String MONEY = "goals.print.money";

    private static final List<LogframeColumn> TAKEN_APART = List.of(LogframeColumn.values());

    private final LogframeTable table;
    private final Wording words;
    private final Map<LogframeColumn, String> cells = new EnumMap<>(LogframeColumn.class);

    private LogframePage(LogframeTable table, Wording words) {
        this.table = table;
        this.words = words;
    }

    /** The same with a column for each thing, if it is a logframe as we print it for Word; any other table as it is. */
    static LogframeTable apart(LogframeTable table) {
        return Wording.offered().stream()
                .map(Wording::in)
                .filter(words -> isIn(words, table))
                .findFirst()
                .map(words -> new LogframeTable(
                        table.name(),
                        TAKEN_APART.stream()
                                .map(column -> PLAIN.say(column.label()))
                                .toList(),
                        table.rows().stream()
                                .map(row -> new LogframePage(table, words).apart(row))
                                .toList()))
                .orElse(table);
    }

    /** Whether its headings are ours in that language. */
    private static boolean isIn(Wording words, LogframeTable table) {
        return Stream.of(
                        words.say(LogframeColumn.TITLE.label()),
                        words.say(WHO),
                        words.say(CONDITIONS),
                        words.say(MONEY))
                .allMatch(heading -> table.column(heading).isPresent());
    }

    private String label(LogframeColumn column) {
        return words.say(column.label());
    }

    private LogframeTable.Row apart(LogframeTable.Row row) {
        for (LogframeColumn column : List.of(LogframeColumn.NUMBER, LogframeColumn.INDICATOR, LogframeColumn.SOURCE)) {
            cells.put(column, cell(row, label(column)));
        }
        what(cell(row, label(LogframeColumn.TITLE)));
        reading(
                cell(row, label(LogframeColumn.BASELINE)),
                LogframeColumn.BASELINE,
                LogframeColumn.BASELINE_WORDS,
                LogframeColumn.BASELINE_ON);
        reading(
                cell(row, label(LogframeColumn.TARGET)),
                LogframeColumn.TARGET,
                LogframeColumn.TARGET_WORDS,
                LogframeColumn.TARGET_ON);
        lines(cell(row, words.say(WHO)));
        lines(cell(row, words.say(CONDITIONS)));
        lines(cell(row, words.say(MONEY)));
        amount(LogframeColumn.COST);
        amount(LogframeColumn.COST_EVERY_YEAR);
        return new LogframeTable.Row(
                row.number(),
                TAKEN_APART.stream()
                        .map(column -> cells.getOrDefault(column, ""))
                        .toList());
    }

    private String cell(LogframeTable.Row row, String heading) {
        return table.column(heading).map(row::cell).orElse("");
    }

    /** The level before the title; of a box that stands in full further up, nothing more than that. */
    private void what(String said) {
        String title = said;
        for (LogframeLevel level : LogframeLevel.values()) {
            Optional<String> rest = behind(said, words.say(level.label()));
            if (rest.isPresent()) {
                cells.put(LogframeColumn.LEVEL, level.code());
                title = rest.get();
            }
        }
        String again = words.say("goals.print.again", "", "")
                .substring(words.say("goals.print.what", "", "").length());
        cells.put(
                LogframeColumn.TITLE,
                title.endsWith(again) ? title.substring(0, title.length() - again.length()) : title);
    }

    private void reading(String said, LogframeColumn value, LogframeColumn words, LogframeColumn on) {
        List<String> lines = new ArrayList<>(said.lines().map(String::strip).toList());
        if (said.equals(this.words.say("goals.table.not-said"))) {
            return;
        }
        Matcher number = VALUE.matcher(lines.isEmpty() ? "" : lines.getFirst());
        boolean isValue =
                number.matches() && !(lines.size() == 1 && isDate(lines.getFirst()) && number.group(2) == null);
        if (isValue) {
            cells.put(value, plain(number.group(1)));
            Optional.ofNullable(number.group(2))
                    .ifPresent(unit -> cells.putIfAbsent(LogframeColumn.UNIT, unit.strip()));
            lines.removeFirst();
        }
        if (!lines.isEmpty() && isDate(lines.getLast())) {
            cells.put(on, lines.removeLast());
        }
        cells.put(words, String.join("\n", lines));
    }

    private static boolean isDate(String text) {
        return PartialDate.find(text).isPresent();
    }

    /** As it is read: where we print a comma before decimals, it is one; elsewhere whoever reads the number asks what a comma means. */
    private String plain(String number) {
        String digits = SPACES.matcher(number).replaceAll("").replace('−', '-');
        boolean isDecimalComma =
                DecimalFormatSymbols.getInstance(words.locale()).getDecimalSeparator() == ',';
        return isDecimalComma ? digits.replace(',', '.') : digits;
    }

    /** Lines that begin with the name of a column; one that does not goes on with the one above. */
    private void lines(String said) {
        Optional<LogframeColumn> last = Optional.empty();
        for (String line : said.lines().map(String::strip).toList()) {
            Optional<LogframeColumn> named = TAKEN_APART.stream()
                    .filter(column -> behind(line, label(column)).isPresent())
                    .findFirst();
            Optional<String> donor = behind(line, words.say("goals.table.donor"));
            if (named.isPresent()) {
                cells.put(named.get(), behind(line, label(named.get())).orElseThrow());
                last = named;
            } else if (donor.isPresent()) {
                cells.put(LogframeColumn.OWNER, donor.get());
                last = Optional.of(LogframeColumn.OWNER);
            } else if (behind(line, words.say("goals.print.for-whom")).isPresent()) {
                // A logframe has no column for it.
                last = Optional.empty();
            } else {
                last.ifPresent(column -> cells.merge(column, line, (one, two) -> one + "\n" + two));
            }
        }
    }

    /** What stands behind a label and its colon, with whatever spaces Word or its writer put around that; empty if the text does not begin so. */
    private static Optional<String> behind(String text, String label) {
        Matcher begins = Pattern.compile(Pattern.quote(label) + "\\h*:\\h*").matcher(text);
        return begins.lookingAt() ? Optional.of(text.substring(begins.end())) : Optional.empty();
    }

    private void amount(LogframeColumn column) {
        Matcher money = AMOUNT.matcher(cells.getOrDefault(column, ""));
        if (money.matches()) {
            cells.put(column, plain(money.group(2)));
            Optional.ofNullable(money.group(1)).ifPresent(currency -> cells.put(LogframeColumn.CURRENCY, currency));
        }
    }
}
