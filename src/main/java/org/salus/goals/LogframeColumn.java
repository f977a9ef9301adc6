package org.salus.goals;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.ledger.Kind;
import org.salus.workspace.FieldText;

/** The columns of a logframe, from left to right: of what, and which field of it. The grid, its files and what is brought in know columns from here alone. */
public enum LogframeColumn implements Term {
    /** Where a row stands: 1.2 is the second that contributes to 1. */
    NUMBER("number", Of.PLACE, 7, Map.of()),
    /** Goal, objective, output, outcome or support. */
    LEVEL("level", Of.PLACE, 12, Map.of()),
    TITLE(
            "title",
            Of.BOX,
            44,
            Map.of(Goal.KIND, "title", Objective.KIND, "title", Result.KIND, "title", Support.KIND, "title")),
    INSTITUTION("institution", Of.BOX, 26, Map.of(Objective.KIND, "institution")),
    INDICATOR("indicator", Of.INDICATOR, 34, Map.of(Indicator.KIND, "title")),
    UNIT("unit", Of.INDICATOR, 12, Map.of(Indicator.KIND, "unit")),
    BASELINE("baseline", Of.INDICATOR, 10, Map.of(Indicator.KIND, "baseline.value")),
    BASELINE_WORDS("baseline-words", Of.INDICATOR, 20, Map.of(Indicator.KIND, "baseline.words")),
    BASELINE_ON("baseline-on", Of.INDICATOR, 12, Map.of(Indicator.KIND, "baseline.on")),
    TARGET("target", Of.INDICATOR, 10, Map.of(Indicator.KIND, "target.value")),
    TARGET_WORDS("target-words", Of.INDICATOR, 20, Map.of(Indicator.KIND, "target.words")),
    TARGET_ON("target-on", Of.INDICATOR, 12, Map.of(Indicator.KIND, "target.on")),
    SOURCE("source", Of.INDICATOR, 26, Map.of(Indicator.KIND, "source")),
    ASSUMPTION("assumption", Of.ASSUMPTION, 34, Map.of(Assumption.KIND, "title")),
    RISK("risk", Of.RISK, 34, Map.of(Risk.KIND, "title")),
    UNTIL("until", Of.BOX, 12, Map.of(Objective.KIND, "until", Result.KIND, "until", Support.KIND, "when.until")),
    OWNER("owner", Of.BOX, 22, Map.of(Objective.KIND, "owner", Result.KIND, "owner", Support.KIND, "donor")),
    COST("cost", Of.BOX, 12, Map.of(Objective.KIND, "cost.once", Support.KIND, "amount")),
    COST_EVERY_YEAR("cost-every-year", Of.BOX, 12, Map.of(Objective.KIND, "cost.everyYear")),
    CURRENCY("currency", Of.BOX, 9, Map.of(Objective.KIND, "cost.currency", Support.KIND, "currency")),
    PAYER("payer", Of.BOX, 22, Map.of(Objective.KIND, "payerAfterHandover")),
    NOTE(
            "note",
            Of.BOX,
            34,
            Map.of(Goal.KIND, "note", Objective.KIND, "note", Result.KIND, "note", Support.KIND, "note"));

    /** What of a row a column speaks about. */
    enum Of {
        PLACE,
        BOX,
        INDICATOR,
        ASSUMPTION,
        RISK
    }

    private final String code;
    private final Of of;
    private final int width;

    @SuppressWarnings("ImmutableEnumChecker") // Made by Map.of.
    private final Map<Kind<?>, String> paths;

    LogframeColumn(String code, Of of, int width, Map<Kind<?>, String> paths) {
        this.code = code;
        this.of = of;
        this.width = width;
        this.paths = paths;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "logframe-column";
    }

    @Override
    public Sentence label() {
        return Words.label(this);
    }

    @Override
    public Sentence meaning() {
        return Words.meaning(this);
    }

    Of of() {
        return of;
    }

    /** In characters, as far as a width can be chosen. */
    int width() {
        return width;
    }

    /** Whether its cells are numbers. */
    public boolean isNumber() {
        return this == BASELINE || this == TARGET || this == COST || this == COST_EVERY_YEAR;
    }

    /** Whether its cells name things that can be opened. */
    public boolean isName() {
        return this == TITLE || this == INDICATOR || this == ASSUMPTION || this == RISK;
    }

    /** Whether it is about the box of its row. */
    public boolean isOfBox() {
        return of == Of.BOX || of == Of.PLACE;
    }

    /** Where in an item of that kind its text stands; empty if such an item has no such thing. */
    public Optional<String> path(Kind<?> kind) {
        return Optional.ofNullable(paths.get(kind));
    }

    /** The same as a field that can be read and written. */
    Optional<FieldText> field(Kind<?> kind) {
        return Optional.ofNullable(Fields.KNOWN.get(this)).map(known -> known.get(kind));
    }

    /** Looked up once. */
    private static final class Fields {
        static final Map<LogframeColumn, Map<Kind<?>, FieldText>> KNOWN = new EnumMap<>(LogframeColumn.class);

        static {
            for (LogframeColumn column : values()) {
                Map<Kind<?>, FieldText> fields = new HashMap<>();
                column.paths.forEach((kind, path) -> fields.put(kind, FieldText.of(GoalsFaces.fields(kind), path)));
                KNOWN.put(column, fields);
            }
        }
    }

    /** Those that speak about the same part of a row. */
    static List<LogframeColumn> of(Of part) {
        return Arrays.stream(values()).filter(column -> column.of == part).toList();
    }

    /** The heading in files; it reads as its code again. */
    String heading() {
        return code.replace('-', ' ');
    }

    /** The column of a heading in a file, if it is one of ours. */
    static Optional<LogframeColumn> ofHeading(String heading) {
        String plain = heading.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "-");
        return Term.find(LogframeColumn.class, plain);
    }
}
