package org.salus.evidence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables of the status of a treaty as the United Nations Treaty Collection gives them: a row per participant, a column per act or group of acts, a
 * mark behind a date saying which of the group it was. The head of a column says what its marks mean; they differ from table to table. Which treaty it is
 * stands in the file's name, {@code 4-9-b.csv} or {@code IV-9-b.csv}; a table of another depositary is called as it is named.
 */
final class TreatyReader implements TableReader {
    private static final String PARTICIPANT = "participant";
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,2}|[IVX]{1,8})-(\\d{1,3}(?:-[A-Za-z0-9]{1,3})?)");
    private static final Pattern NAME_DATE =
            Pattern.compile("[-_ .]?(?<!\\d)((?:19|20)\\d{2})-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\\d|3[01])(?!\\d)");
    private static final Pattern ENDING = Pattern.compile("(?i)\\.(csv|tsv|txt|xlsx)$");
    private static final Pattern AS_AT = Pattern.compile("(?i).*status\\s+as\\s+(?:at|of)\\s*:?\\s*(.{6,30})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})");
    private static final Pattern IN_WORDS =
            Pattern.compile("(\\d{1,2})\\s+(\\p{L}{3,9})\\.?,?\\s+(\\d{4})(?:\\s*([A-Za-z]{1,2}))?");
    private static final Pattern ISO = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:\\s*([A-Za-z]{1,2}))?");

    /** What stands behind names as a note: {@code China 4, 5}. No name ends with any of these. */
    private static final Pattern NOTE_SIGN = Pattern.compile("[\\s,\\[\\]\\d¹²³⁰-⁹]");

    /** Behind dates they never stand without a blank: the year is made of figures, too. */
    private static final Pattern FIGURES_BEHIND_DATE =
            Pattern.compile("(?:[\\s,]++\\[?\\d{1,3}\\]?|\\s*+[¹²³⁰-⁹]++)++$");

    private static final Pattern NAMED = Pattern.compile("\\s*([^,(]+?)\\s*(?:\\(\\s*([^)]*?)\\s*\\))?\\s*(?:,|$)");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int LONGEST_TREATY = 80;

    /** Longer heads and names are none, and looking for notes in them would take for ever. */
    private static final int LONGEST_NAME = 300;

    private static final int LONGEST_DATE = 60;

    /** What acts are called in the heads of columns. */
    private static final Map<String, TreatyAct.Kind> NAMES = Map.ofEntries(
            Map.entry("signature", TreatyAct.Kind.SIGNATURE),
            Map.entry("succession to signature", TreatyAct.Kind.SUCCESSION_TO_SIGNATURE),
            Map.entry("ratification", TreatyAct.Kind.RATIFICATION),
            Map.entry("acceptance", TreatyAct.Kind.ACCEPTANCE),
            Map.entry("approval", TreatyAct.Kind.APPROVAL),
            Map.entry("accession", TreatyAct.Kind.ACCESSION),
            Map.entry("succession", TreatyAct.Kind.SUCCESSION),
            Map.entry("definitive signature", TreatyAct.Kind.DEFINITIVE_SIGNATURE),
            Map.entry("formal confirmation", TreatyAct.Kind.FORMAL_CONFIRMATION),
            Map.entry("consent to be bound", TreatyAct.Kind.CONSENT),
            Map.entry("reservation", TreatyAct.Kind.RESERVATION),
            Map.entry("reservations", TreatyAct.Kind.RESERVATION),
            Map.entry("declaration", TreatyAct.Kind.RESERVATION),
            Map.entry("declarations", TreatyAct.Kind.RESERVATION),
            Map.entry("reservations and declarations", TreatyAct.Kind.RESERVATION),
            Map.entry("declarations and reservations", TreatyAct.Kind.RESERVATION),
            Map.entry("withdrawal", TreatyAct.Kind.WITHDRAWAL_NOTIFIED),
            Map.entry("denunciation", TreatyAct.Kind.WITHDRAWAL_NOTIFIED),
            Map.entry("notification of withdrawal", TreatyAct.Kind.WITHDRAWAL_NOTIFIED),
            Map.entry("notification of denunciation", TreatyAct.Kind.WITHDRAWAL_NOTIFIED),
            Map.entry("effective date of withdrawal", TreatyAct.Kind.WITHDRAWAL),
            Map.entry("effective date of denunciation", TreatyAct.Kind.WITHDRAWAL),
            Map.entry("withdrawal in effect", TreatyAct.Kind.WITHDRAWAL),
            Map.entry("denunciation in effect", TreatyAct.Kind.WITHDRAWAL));

    private final Countries countries;

    TreatyReader(Countries countries) {
        this.countries = countries;
    }

    @Override
    public int format() {
        return 1;
    }

    /** Whether a table with this header is one: participants first, then an act that binds or announces. */
    static boolean fits(List<String> row) {
        return row.size() > 1
                && plain(row.getFirst()).equals(PARTICIPANT)
                && row.stream().skip(1).anyMatch(head -> !Acts.of(head).isEmpty());
    }

    /** The treaty that a file is about, by its name without date and ending. */
    static String treaty(String name) {
        String stem = ENDING.matcher(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('!')) + 1))
                .replaceFirst("");
        stem = NAME_DATE.matcher(stem).replaceAll("").strip();
        Matcher number = NUMBER.matcher(stem);
        if (number.matches()) {
            String chapter = number.group(1);
            return (Character.isDigit(chapter.charAt(0)) ? Integer.parseInt(chapter) : roman(chapter)) + "-"
                    + number.group(2).toLowerCase(Locale.ROOT);
        }
        String key = stem.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return key.substring(0, Math.min(key.length(), LONGEST_TREATY));
    }

    private static int roman(String digits) {
        int sum = 0;
        int before = 0;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int value = digits.charAt(i) == 'X' ? 10 : digits.charAt(i) == 'V' ? 5 : 1;
            sum += value < before ? -value : value;
            before = Math.max(before, value);
        }
        return sum;
    }

    private static String plain(String text) {
        return withoutNotes(text.replace("\uFEFF", "")).toLowerCase(Locale.ROOT);
    }

    @Override
    public TableRows.Visitor rows(String name, FactSink out) {
        return new Statuses(name, out);
    }

    /**
     * The acts that a column tells, by the marks behind its dates.
     *
     * @param byMark the act without a mark stands under the empty one
     */
    private record Acts(Map<String, TreatyAct.Kind> byMark) {
        static Acts of(String head) {
            Map<String, TreatyAct.Kind> acts = new LinkedHashMap<>();
            if (head.length() > LONGEST_NAME) {
                return new Acts(acts);
            }
            Matcher named = NAMED.matcher(head.replace('\u00A0', ' '));
            while (named.find()) {
                String mark = named.group(2) == null ? "" : named.group(2);
                Optional.ofNullable(NAMES.get(plain(named.group(1)))).ifPresent(kind -> acts.putIfAbsent(mark, kind));
                if (named.end() >= head.length()) {
                    break;
                }
            }
            return new Acts(acts);
        }

        boolean isEmpty() {
            return byMark.isEmpty();
        }

        boolean tells(TreatyAct.Kind... kinds) {
            return Stream.of(kinds).anyMatch(byMark::containsValue);
        }

        /** A column of one act needs no mark. */
        Optional<TreatyAct.Kind> kindOf(@Nullable String mark) {
            return mark == null && byMark.size() == 1
                    ? byMark.values().stream().findFirst()
                    : Optional.ofNullable(byMark.get(mark == null ? "" : mark));
        }
    }

    private final class Statuses implements TableRows.Visitor {
        private final String file;
        private final FactSink out;
        private final String treaty;
        private final Set<String> seen = new HashSet<>();
        private Optional<LocalDate> asAt;
        private @Nullable List<Acts> columns;
        private int rowsWithoutHeader;

        Statuses(String file, FactSink out) {
            this.file = file;
            this.out = out;
            treaty = treaty(file);
            asAt = dated(file);
        }

        @Override
        public boolean sheet(String name) {
            columns = null;
            rowsWithoutHeader = 0;
            return true;
        }

        @Override
        public void otherEncoding() {
            issue(IssueKind.OTHER_ENCODING, 0);
        }

        @Override
        public boolean row(long line, List<String> row) {
            List<Acts> known = columns;
            if (known == null) {
                if (fits(row)) {
                    header(line, row);
                    return true;
                }
                row.forEach(this::date);
                return ++rowsWithoutHeader < TableReaders.HEADER_WITHIN;
            }
            String written = TableHeader.cell(row, 0);
            if (written.isEmpty()) {
                if (row.stream().anyMatch(cell -> !cell.isBlank())) {
                    issue(IssueKind.BAD_ROW, line, String.join(" ", row).strip());
                }
                return true;
            }
            Optional<Country> country =
                    countries.findByName(written).or(() -> countries.findByName(withoutNotes(written)));
            if (country.isEmpty()) {
                boolean isNone = NotCountries.shipped().has(withoutNotes(written));
                issue(isNone ? IssueKind.NOT_A_COUNTRY : IssueKind.UNKNOWN_COUNTRY, line, written);
                return true;
            }
            if (!seen.add(country.get().iso3())) {
                issue(IssueKind.REPEATED_ROW, line, written);
                return true;
            }
            for (int i = 1; i < Math.min(row.size(), known.size()); i++) {
                act(country.get(), known.get(i), row.get(i), line);
            }
            return true;
        }

        private void header(long line, List<String> row) {
            List<Acts> all = new ArrayList<>();
            for (String head : row) {
                Acts acts = Acts.of(head);
                if (!all.isEmpty() && acts.isEmpty() && !head.isBlank()) {
                    issue(IssueKind.COLUMN_LEFT_OUT, line, head.strip());
                }
                all.add(acts);
            }
            columns = all;
            seen.clear();
            out.treaty(new TreatyFact(
                    treaty,
                    asAt,
                    all.stream().anyMatch(acts -> acts.tells(TreatyAct.Kind.RESERVATION)),
                    all.stream()
                            .anyMatch(
                                    acts -> acts.tells(TreatyAct.Kind.WITHDRAWAL, TreatyAct.Kind.WITHDRAWAL_NOTIFIED)),
                    null,
                    null));
        }

        private void act(Country country, Acts acts, String cell, long line) {
            String text = cell.replace('\u00A0', ' ').strip();
            if (acts.isEmpty() || text.isEmpty()) {
                return;
            }
            if (acts.tells(TreatyAct.Kind.RESERVATION)) {
                add(country, TreatyAct.Kind.RESERVATION, Optional.ofNullable(Values.date(text)), false, line);
                return;
            }
            boolean isBracketed = text.startsWith("[") && text.endsWith("]");
            String bare = isBracketed ? text.substring(1, text.length() - 1).strip() : text;
            Optional<Marked> marked = marked(bare);
            Optional<TreatyAct.Kind> kind = marked.flatMap(one -> acts.kindOf(one.mark()));
            if (marked.isEmpty() || kind.isEmpty()) {
                issue(IssueKind.BAD_VALUE, line, country.name(), text);
                return;
            }
            add(country, kind.get(), Optional.of(marked.get().on()), isBracketed, line);
        }

        private void add(Country country, TreatyAct.Kind kind, Optional<LocalDate> on, boolean isBracketed, long line) {
            out.treaty(new TreatyFact(
                    treaty,
                    asAt,
                    false,
                    false,
                    null,
                    new TreatyAct(treaty, country.iso3(), kind, on, isBracketed, line)));
        }

        private void date(String cell) {
            if (cell.length() > LONGEST_NAME) {
                return;
            }
            Matcher said = AS_AT.matcher(cell.replace('\u00A0', ' ').strip());
            if (said.matches()) {
                asAt = asAt(said.group(1)).or(() -> asAt);
            }
        }

        private void issue(IssueKind kind, long line, String... arguments) {
            out.issue(new ImportIssue(kind, file, line, null, List.of(arguments)));
        }
    }

    private static String withoutNotes(String name) {
        String text = name.replace('\u00A0', ' ').strip();
        int end = text.length();
        while (end > 0 && NOTE_SIGN.matcher(text.substring(end - 1, end)).matches()) {
            end--;
        }
        return text.substring(0, end);
    }

    /** A date with the mark behind it; null where there is none. */
    private record Marked(LocalDate on, @Nullable String mark) {}

    private static Optional<Marked> marked(String cell) {
        if (cell.length() > LONGEST_DATE) {
            return Optional.empty();
        }
        Optional<Marked> asWritten = parsed(cell);
        return asWritten.isPresent()
                ? asWritten
                : parsed(FIGURES_BEHIND_DATE.matcher(cell).replaceFirst(""));
    }

    private static Optional<Marked> parsed(String cell) {
        Matcher iso = ISO.matcher(cell);
        if (iso.matches()) {
            String mark = iso.group(2);
            return Optional.ofNullable(Values.date(iso.group(1))).map(on -> new Marked(on, mark));
        }
        Matcher words = IN_WORDS.matcher(cell);
        if (!words.matches()) {
            return Optional.empty();
        }
        String mark = words.group(4);
        return day(words.group(3), month(words.group(2)), words.group(1)).map(on -> new Marked(on, mark));
    }

    private static int month(String name) {
        return MONTHS.indexOf(name.toLowerCase(Locale.ROOT).substring(0, 3)) + 1;
    }

    private static Optional<LocalDate> day(String year, int month, String day) {
        try {
            LocalDate found = LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day));
            return found.getYear() < 1900 || found.getYear() > 2200 ? Optional.empty() : Optional.of(found);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> asAt(String written) {
        Matcher figures = DAY_FIRST.matcher(written);
        if (figures.lookingAt()) {
            // The collection writes the day before the month.
            return day(figures.group(3), Integer.parseInt(figures.group(2)), figures.group(1));
        }
        Matcher words = IN_WORDS.matcher(written);
        if (words.lookingAt()) {
            return day(words.group(3), month(words.group(2)), words.group(1));
        }
        return Optional.ofNullable(Values.date(written));
    }

    /** The day in the name of the file; of a member of an archive without one, that of the archive. */
    private static Optional<LocalDate> dated(String file) {
        int member = Math.max(file.lastIndexOf('/'), file.lastIndexOf('!')) + 1;
        return day(file.substring(member)).or(() -> day(file.substring(0, member)));
    }

    private static Optional<LocalDate> day(String name) {
        Matcher date = NAME_DATE.matcher(name);
        return date.find()
                ? Optional.ofNullable(Values.date(date.group(1) + "-" + date.group(2) + "-" + date.group(3)))
                : Optional.empty();
    }
}
