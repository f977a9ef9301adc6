package org.salus.impact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Digest;

/**
 * How a study asks its table: everything that, with the same table, gives the same answer. What is left out is empty.
 *
 * @param unit column of the units
 * @param time column of the times
 * @param outcome column of the figures
 * @param treated names of treated units, or one column of 1 and 0
 * @param from first treated time
 * @param without names of units that are left out
 * @param predictors of a synthetic control, as {@link PredictorTerm} reads them
 * @param fit window over which a synthetic control meets the outcome
 * @param effect window over which the effect is averaged
 * @param search of predictor weights: usual or wide; usual where it is empty
 * @param model of a series: linear, poisson or quasi-poisson; linear where it is empty
 * @param errors of a series: newey-west or model; newey-west where it is empty
 * @param season how many times a season of a series lasts
 * @param harmonics pairs of terms per season; one where it is empty
 */
public record StudySettings(
        StudyMethod method,
        String unit,
        String time,
        String outcome,
        List<String> treated,
        String from,
        List<String> without,
        String predictors,
        String fit,
        String effect,
        String search,
        String model,
        String errors,
        String season,
        String harmonics) {
    /** Fields in which a refusal lies, by what its key begins with. The first that fits counts. */
    private static final List<Map.Entry<String, String>> FIELDS = List.of(
            Map.entry("impact.table.no-time", "time"),
            Map.entry("impact.table.mixed-times", "time"),
            Map.entry("impact.table.one-period", "time"),
            Map.entry("impact.table.uneven", "time"),
            Map.entry("impact.table.no-unit", "unit"),
            Map.entry("impact.table.twice", "unit"),
            Map.entry("impact.table.one-unit", "unit"),
            Map.entry("impact.table.no-figure", "outcome"),
            Map.entry("impact.table.no-number", "outcome"),
            Map.entry("impact.table.too-large-figure", "outcome"),
            Map.entry("impact.table.too-small-figure", "outcome"),
            Map.entry("impact.table.constant", "outcome"),
            Map.entry("impact.table.gap", "without"),
            Map.entry("impact.table.treated-and-without", "without"),
            Map.entry("impact.table.two-beginnings", "from"),
            Map.entry("impact.table.no-beginning", "from"),
            Map.entry("impact.table.before-data", "from"),
            Map.entry("impact.table.after-data", "from"),
            Map.entry("impact.table.no-such-time", "from"),
            Map.entry("impact.table.window-backwards", "effect"),
            Map.entry("impact.table.", "treated"),
            Map.entry("impact.predictor.", "predictors"),
            Map.entry("impact.synth.windows", "fit"),
            Map.entry("impact.synth.", "treated"),
            Map.entry("impact.sdid.", "treated"),
            Map.entry("impact.its.no-season", "season"),
            Map.entry("impact.its.long-season", "season"),
            Map.entry("impact.its.no-count", "model"),
            Map.entry("impact.its.", "season"));

    /** Refusals of a time that may have been typed as a beginning or as the end of a window. */
    private static final List<String> OUTSIDE =
            List.of("impact.table.no-such-time", "impact.table.before-data", "impact.table.after-data");

    private static final int MOST_DONORS = 100;
    private static final int MOST_TIMES = 1_000;

    public StudySettings {
        treated = List.copyOf(treated);
        without = List.copyOf(without);
    }

    /** Settings that say only how and which columns. */
    public static StudySettings of(StudyMethod method, String unit, String time, String outcome) {
        return new StudySettings(method, unit, time, outcome, List.of(), "", List.of(), "", "", "", "", "", "", "", "");
    }

    /** The same for these treated units from that time on. */
    public StudySettings treating(List<String> units, String since) {
        return new StudySettings(
                method,
                unit,
                time,
                outcome,
                units,
                since,
                without,
                predictors,
                fit,
                effect,
                search,
                model,
                errors,
                season,
                harmonics);
    }

    /** By what these settings are told from others. */
    String digest() {
        return Digest.ofText(Stream.of(
                                method.code(),
                                unit,
                                time,
                                outcome,
                                String.join("\n", treated),
                                from,
                                String.join("\n", without),
                                predictors,
                                fit,
                                effect,
                                search,
                                model,
                                errors,
                                season,
                                harmonics)
                        .map(word -> word.length() + ":" + word)
                        .collect(Collectors.joining("\n")))
                .toString();
    }

    /** The columns they need of a table; what is not said is not among them. */
    public PanelQuestion question() {
        return new PanelQuestion(
                said(unit),
                time,
                outcome,
                treated,
                said(from),
                without,
                method == StudyMethod.SYNTHETIC && !predictors.isBlank() ? List.of(predictors) : List.of(),
                said(fit),
                said(effect));
    }

    private static @Nullable String said(String text) {
        return text.isBlank() ? null : text;
    }

    /**
     * Asks a table.
     *
     * @throws Failure that says in which of the settings it lies why the table does not allow it
     */
    public ImpactAnswer ask(PanelTable table) {
        return ask(table, Course.UNWATCHED);
    }

    /**
     * The same while somebody looks on.
     *
     * @throws Failure that says in which of the settings it lies why the table does not allow it
     * @throws java.util.concurrent.CancellationException if whoever looks on has had enough
     */
    ImpactAnswer ask(PanelTable table, Course course) {
        needed(time, "time");
        needed(outcome, "outcome");
        if (method.comparesUnits()) {
            needed(unit, "unit");
            if (treated.isEmpty()) {
                throw Failure.wrongUse(Sentence.of("impact.study.no-treated")).at("treated");
            }
            bounded(table);
        }
        int seasonLength = number(season, 0, "season");
        int pairs = number(harmonics, 1, "harmonics");
        try {
            return switch (method) {
                case SERIES ->
                    Impact.interrupted(
                            table, question(), or(model, "linear"), or(errors, "newey-west"), seasonLength, pairs);
                case DIFFERENCES -> Impact.differences(table, question());
                case SYNTHETIC -> Impact.synthetic(table, question(), or(search, "usual"), course);
                case SYNTHETIC_DIFFERENCES -> Impact.syntheticDifferences(table, question(), course);
            };
        } catch (Failure refused) {
            throw refused.field().isPresent()
                    ? refused
                    : field(refused).map(refused::at).orElse(refused);
        }
    }

    private static void needed(String column, String field) {
        if (column.isBlank()) {
            throw Failure.wrongUse(Sentence.of("impact.study.no-column-said." + field))
                    .at(field);
        }
    }

    private static String or(String said, String usual) {
        return said.isBlank() ? usual : said;
    }

    private static int number(String text, int usual, String field) {
        if (text.isBlank()) {
            return usual;
        }
        if (!text.strip().matches("\\d{1,4}")) {
            throw Failure.wrongUse(Sentence.of("impact.study.no-number", text)).at(field);
        }
        return Integer.parseInt(text.strip());
    }

    /** Each donor is tried against all others: what takes minutes is asked in a terminal, where nobody else waits for it. */
    private void bounded(PanelTable table) {
        if (method == StudyMethod.DIFFERENCES) {
            return;
        }
        int unitColumn = table.column(unit, "unit");
        int timeColumn = table.column(time, "time");
        long units = table.rows().stream()
                        .map(row -> row.cell(unitColumn))
                        .distinct()
                        .count()
                - without.size();
        long times = table.rows().stream()
                .map(row -> row.cell(timeColumn))
                .distinct()
                .count();
        if (units > MOST_DONORS || times > MOST_TIMES) {
            throw Failure.wrongUse(Sentence.of("impact.study.too-large", units, times, MOST_DONORS, MOST_TIMES))
                    .advising(Sentence.of("impact.study.too-large.advice"))
                    .at("without");
        }
    }

    /** The setting in which a refusal lies. */
    private Optional<String> field(Failure refused) {
        Sentence says = refused.sentence();
        if (says.key().equals("impact.table.no-column")) {
            Object name = says.arguments().getLast();
            return Optional.of(
                    name.equals(unit)
                            ? "unit"
                            : name.equals(time) ? "time" : name.equals(outcome) ? "outcome" : "predictors");
        }
        if (says.key().equals("impact.table.no-such-unit")) {
            return Optional.of(without.contains(says.arguments().getLast()) ? "without" : "treated");
        }
        if (says.key().equals("impact.choice.unknown")) {
            return Optional.of(String.valueOf(says.arguments().getFirst()));
        }
        if (OUTSIDE.contains(says.key())) {
            String end = String.valueOf(says.arguments().getFirst());
            if (!end.equals(from)) {
                return Optional.of(effect.contains(end) ? "effect" : fit.contains(end) ? "fit" : "predictors");
            }
        }
        return FIELDS.stream()
                .filter(entry -> says.key().startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
