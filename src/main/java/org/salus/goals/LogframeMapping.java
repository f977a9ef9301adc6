package org.salus.goals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.framework.Term;
import org.salus.framework.Vocabulary;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.Kind;
import org.salus.ledger.View;
import org.salus.sector.Place;
import org.salus.workspace.AsWritten;

/**
 * Which column of a logframe as it exists means what, and which of its words which level; remembered, so that the next one of the same form is read without asking.
 *
 * @param columns the heading of the column that holds each of ours
 * @param levels what its own words for levels mean, where they were told apart by hand
 */
public record LogframeMapping(String name, Map<LogframeColumn, String> columns, Map<String, LogframeLevel> levels) {
    public static final Kind<LogframeMapping> KIND = Kind.of("logframe-columns", LogframeMapping.class)
            .ruledBy((edited, view) -> Texts.refusals(edited.value().name(), "goals.refusal.no-title"));

    /** Words that headings of logframes begin with, in the languages they are written in. */
    private static final Map<LogframeColumn, List<String>> USUAL = Map.ofEntries(
            Map.entry(LogframeColumn.LEVEL, List.of("level", "niveau", "nivel", "type")),
            Map.entry(
                    LogframeColumn.TITLE,
                    List.of(
                            "title",
                            "results chain",
                            "intervention logic",
                            "description",
                            "summary",
                            "narrative",
                            "result",
                            "objective",
                            "logique d'intervention",
                            "logique d’intervention",
                            "résumé",
                            "chaîne de résultats",
                            "intitulé",
                            "lógica de intervención",
                            "resumen",
                            "cadena de resultados",
                            "descripción")),
            Map.entry(LogframeColumn.INSTITUTION, List.of("institution", "institución")),
            Map.entry(
                    LogframeColumn.INDICATOR,
                    List.of("indicator", "objectively verifiable", "ovi", "indicateur", "iov", "indicador")),
            Map.entry(LogframeColumn.UNIT, List.of("unit", "unité", "unidad")),
            Map.entry(
                    LogframeColumn.BASELINE,
                    List.of(
                            "baseline",
                            "base line",
                            "situation de référence",
                            "valeur de référence",
                            "référence",
                            "valeur de départ",
                            "valeur initiale",
                            "valor inicial",
                            "valor de partida",
                            "línea de base",
                            "linea de base")),
            Map.entry(LogframeColumn.TARGET, List.of("target", "cible", "valeur cible", "meta")),
            Map.entry(
                    LogframeColumn.SOURCE,
                    List.of(
                            "source",
                            "means of verification",
                            "mov",
                            "moyens de vérification",
                            "fuente",
                            "medios de verificación")),
            Map.entry(LogframeColumn.ASSUMPTION, List.of("assumption", "hypothèse", "supuesto", "hipótesis")),
            Map.entry(LogframeColumn.RISK, List.of("risk", "risque", "riesgo")),
            Map.entry(LogframeColumn.UNTIL, List.of("until", "date", "deadline", "échéance", "plazo", "fecha")),
            Map.entry(
                    LogframeColumn.OWNER, List.of("owner", "responsible", "responsable", "lead", "donor", "bailleur")),
            Map.entry(LogframeColumn.COST, List.of("cost", "budget", "coût", "costo", "coste", "presupuesto")),
            Map.entry(LogframeColumn.CURRENCY, List.of("currency", "devise", "monnaie", "moneda")),
            Map.entry(LogframeColumn.NOTE, List.of("note", "comment", "remark", "remarque", "observ")));

    private static final Pattern OF_A_DATE =
            Pattern.compile("\\b(date|year|année|fecha|año)s?\\b", Pattern.UNICODE_CHARACTER_CLASS);

    /** When the value of another column holds, or is to hold. */
    private static final Map<LogframeColumn, LogframeColumn> DATE_OF = Map.of(
            LogframeColumn.BASELINE_ON, LogframeColumn.BASELINE,
            LogframeColumn.TARGET_ON, LogframeColumn.TARGET);

    /** What our pages and files call the columns, and the levels: "outcome" is a word of ours there, and not the one of others for an objective. */
    private static final Vocabulary<LogframeColumn> PRINTED = printedColumns();

    /** The codes of the levels and what our pages and files call them. */
    static final Vocabulary<LogframeLevel> OWN_LEVELS = Vocabulary.of(List.of(LogframeLevel.values()));

    /** Our delimited texts name columns by their keys; others may, too, but for this one. */
    private static final String LEVEL_OF_A_TEXT = "level_code";

    private static final Map<String, LogframeLevel> PRINTED_LEVELS = Wording.offered().stream()
            .flatMap(language -> Arrays.stream(LogframeLevel.values())
                    .map(level ->
                            Map.entry(LogframeIntake.folded(Wording.in(language).say(level.label())), level)))
            .distinct()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** What stands in our tables where nobody has said anything. */
    private static final Set<String> NOTHING_SAID = Wording.offered().stream()
            .map(Wording::in)
            .flatMap(words -> Stream.of(words.say("goals.table.not-said"), words.say("goals.table.none")))
            .collect(Collectors.toUnmodifiableSet());

    public LogframeMapping {
        columns = Collections.unmodifiableMap(new TreeMap<>(columns));
        levels = Collections.unmodifiableMap(new TreeMap<>(levels));
    }

    /** What our own headings say, else the one remembered for a table with these headings, else a proposal by the usual words. */
    public static LogframeMapping of(LogframeTable table, String name, View view) {
        if (isOwn(table)) {
            Map<LogframeColumn, String> columns = new EnumMap<>(LogframeColumn.class);
            table.headings()
                    .forEach(heading -> LogframeColumn.ofHeading(heading)
                            .ifPresent(column -> columns.putIfAbsent(column, heading)));
            return new LogframeMapping(name, columns, Map.of());
        }
        if (isPrinted(table)) {
            return new LogframeMapping(name, printed(table), PRINTED_LEVELS);
        }
        return view.list(LogframeMapping.KIND).stream()
                .map(Item::value)
                .filter(known -> !known.columns().isEmpty()
                        && known.columns().values().stream()
                                .allMatch(heading -> table.column(heading).isPresent()))
                .findFirst()
                .orElseGet(() -> guess(table, name));
    }

    /** Whether a table is one of our own workbooks: it has keys. */
    public static boolean isOwn(LogframeTable table) {
        return table.column(LogframeTable.KEY).isPresent()
                && table.column(LogframeColumn.LEVEL.heading()).isPresent()
                && table.column(LogframeColumn.TITLE.heading()).isPresent();
    }

    /** Whether a table is the logframe as our pages and files show it, without keys: it has the names of our columns. */
    static boolean isPrinted(LogframeTable table) {
        Set<LogframeColumn> named = printed(table).keySet();
        return named.contains(LogframeColumn.LEVEL) && named.contains(LogframeColumn.TITLE);
    }

    private static Map<LogframeColumn, String> printed(LogframeTable table) {
        boolean isText = table.column(LEVEL_OF_A_TEXT).isPresent();
        Map<LogframeColumn, String> columns = new EnumMap<>(LogframeColumn.class);
        for (String heading : table.headings()) {
            PRINTED.find(heading)
                    .or(() -> isText ? LogframeColumn.ofHeading(heading) : Optional.empty())
                    .ifPresent(column -> columns.putIfAbsent(column, heading));
        }
        return columns;
    }

    private static Vocabulary<LogframeColumn> printedColumns() {
        Vocabulary<LogframeColumn> columns = new Vocabulary<>();
        for (LogframeColumn column : LogframeColumn.values()) {
            columns.add(column.label(), column);
        }
        return columns;
    }

    /** Which alternative a workbook of ours is of; empty where no row tells. */
    static Optional<String> chainOf(LogframeTable table) {
        return Optional.of(table)
                .filter(LogframeMapping::isOwn)
                .flatMap(own -> own.column(LogframeTable.CHAIN))
                .flatMap(column -> table.rows().stream()
                        .map(row -> row.cell(column))
                        .filter(text -> !text.isEmpty())
                        .findFirst());
    }

    private static LogframeMapping guess(LogframeTable table, String name) {
        Map<LogframeColumn, String> columns = new EnumMap<>(LogframeColumn.class);
        Set<String> taken = new HashSet<>();
        for (LogframeColumn column : LogframeColumn.values()) {
            for (String word : USUAL.getOrDefault(DATE_OF.getOrDefault(column, column), List.of())) {
                for (String heading : table.headings()) {
                    if (!columns.containsKey(column)
                            && !taken.contains(heading)
                            && isOf(column, telling(heading), word)) {
                        columns.put(column, heading);
                        taken.add(heading);
                    }
                }
            }
        }
        if (!columns.containsKey(LogframeColumn.TITLE)) {
            // The first column that is not yet something else says what changes.
            table.headings().stream()
                    .filter(heading -> !taken.contains(heading))
                    .findFirst()
                    .ifPresent(heading -> columns.put(LogframeColumn.TITLE, heading));
        }
        return new LogframeMapping(name, columns, Map.of());
    }

    /** What a heading says: of one that stands below another, both, unless the upper one says nothing ("Performance: Target") or no more than what it is about ("Indicators: Target"). */
    private static String telling(String heading) {
        String folded = LogframeIntake.folded(heading);
        int end = folded.indexOf(LogframeTable.BELOW);
        if (end < 0) {
            return folded;
        }
        String upper = folded.substring(0, end);
        String lower = folded.substring(end + LogframeTable.BELOW.length());
        boolean isOfIndicators = isUsual(LogframeColumn.INDICATOR, upper)
                && LogframeColumn.of(LogframeColumn.Of.INDICATOR).stream().anyMatch(column -> isUsual(column, lower));
        return isOfIndicators || USUAL.keySet().stream().noneMatch(column -> isUsual(column, upper)) ? lower : folded;
    }

    private static boolean isUsual(LogframeColumn column, String heading) {
        return USUAL.getOrDefault(column, List.of()).stream().anyMatch(heading::startsWith);
    }

    /** "Baseline year" is no baseline, but when it was. */
    private static boolean isOf(LogframeColumn column, String heading, String word) {
        boolean isDate = OF_A_DATE.matcher(heading).find();
        if (DATE_OF.containsKey(column)) {
            return isDate && (heading.startsWith(word) || heading.endsWith(word));
        }
        return heading.startsWith(word) && !(isDate && DATE_OF.containsValue(column));
    }

    /** The words by which a table names its levels, as far as it has any, each with what it means; empty where nobody knows. */
    public Map<String, Optional<LogframeLevel>> words(LogframeTable table) {
        Map<String, Optional<LogframeLevel>> words = new TreeMap<>();
        Optional<Integer> level = at(table, LogframeColumn.LEVEL);
        Set<String> found = new LinkedHashSet<>();
        level.ifPresent(column -> table.rows().forEach(row -> found.add(row.cell(column))));
        if (level.isEmpty()) {
            at(table, LogframeColumn.TITLE)
                    .ifPresent(column -> table.rows()
                            .forEach(row -> LevelWords.SHIPPED
                                    .find(row.cell(column))
                                    .ifPresent(known -> found.add(known.word()))));
        }
        found.stream().filter(word -> !word.isEmpty()).limit(40).forEach(word -> words.put(word, meaning(word)));
        return words;
    }

    private Optional<LogframeLevel> meaning(String word) {
        return Optional.ofNullable(levels.get(LogframeIntake.folded(word)))
                .or(() -> LevelWords.SHIPPED.find(word).map(LevelWords.Found::level))
                .or(() -> Term.find(LogframeLevel.class, LogframeIntake.folded(word)));
    }

    private Optional<Integer> at(LogframeTable table, LogframeColumn column) {
        return Optional.ofNullable(columns.get(column)).flatMap(table::column);
    }

    /** The rows of a table as rows of a logframe. Where no column names levels, a title begins with its level, or stands below a row that is nothing but that. */
    public List<LogframeLine> lines(LogframeTable table) {
        boolean isOwn = isOwn(table);
        boolean isPrinted = isPrinted(table);
        Optional<Integer> keys = isOwn ? table.column(LogframeTable.KEY) : Optional.empty();
        Optional<Integer> marks = isOwn ? table.column(AsWritten.HEADING) : Optional.empty();
        List<LogframeLine> lines = new ArrayList<>();
        Optional<LogframeLevel> heading = Optional.empty();
        for (LogframeTable.Row row : table.rows()) {
            Map<LogframeColumn, String> cells = new EnumMap<>(LogframeColumn.class);
            columns.forEach((column, name) -> table.column(name)
                    .map(row::cell)
                    .filter(text -> !text.isEmpty() && !(isPrinted && NOTHING_SAID.contains(text)))
                    .ifPresent(text -> cells.put(column, text)));
            if (!isOwn) {
                Optional<LogframeLevel> alone = new HashSet<>(row.cells().stream()
                                                .map(String::strip)
                                                .filter(text -> !text.isEmpty())
                                                .toList())
                                        .size()
                                == 1
                        ? LevelWords.SHIPPED.alone(row.cells().stream()
                                .filter(text -> !text.isBlank())
                                .findFirst()
                                .orElse(""))
                        : Optional.empty();
                if (alone.isPresent()) {
                    heading = alone;
                    continue;
                }
                level(cells, heading);
            }
            String key = keys.map(row::cell).orElse("");
            if (!cells.isEmpty()) {
                lines.add(new LogframeLine(
                        new Place(table.name(), row.number()),
                        key,
                        cells,
                        marks.map(row::cell).map(text -> AsWritten.read(text, LogframeForm.place(key)))));
            }
        }
        return lines;
    }

    private void level(Map<LogframeColumn, String> cells, Optional<LogframeLevel> heading) {
        String word = cells.getOrDefault(LogframeColumn.LEVEL, "");
        String title = cells.getOrDefault(LogframeColumn.TITLE, "");
        if (!word.isEmpty()) {
            meaning(word).ifPresent(level -> cells.put(LogframeColumn.LEVEL, level.code()));
            return;
        }
        Optional<LevelWords.Found> found =
                LevelWords.SHIPPED.find(title).filter(known -> !known.rest().isEmpty());
        if (found.isPresent() && !columns.containsKey(LogframeColumn.LEVEL)) {
            cells.put(
                    LogframeColumn.LEVEL,
                    meaning(found.get().word()).orElse(found.get().level()).code());
            cells.put(LogframeColumn.TITLE, found.get().rest());
        } else if (!title.isEmpty()) {
            heading.ifPresent(level -> cells.put(LogframeColumn.LEVEL, level.code()));
        }
    }
}
