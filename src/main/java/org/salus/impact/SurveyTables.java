package org.salus.impact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.documents.Cell;
import org.salus.documents.Chart;
import org.salus.documents.ChartOption;
import org.salus.documents.Column;
import org.salus.documents.Hue;
import org.salus.documents.Table;
import org.salus.documents.Tint;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.impact.SurveyAnswer.Asked;
import org.salus.impact.SurveyAnswer.Figure;
import org.salus.ledger.Item;

/** What a survey says as tables and bars, in a language: for pages and files alike. Pure. */
public final class SurveyTables {
    private static final int DECIMALS = 4;
    /** Of a share in per cent, as the words beside it say it. */
    private static final int DRAWN_DECIMALS = 1;

    private static final int PER_CENT = 100;

    private final Wording wording;

    /** @param wording the language */
    public SurveyTables(Wording wording) {
        this.wording = wording;
    }

    private Column text(String name) {
        return Column.text(name, wording.say("impact.column." + name.replace('_', '-')));
    }

    private Column decimal(String name) {
        return Column.decimal(name, wording.say("impact.column." + name.replace('_', '-')), "", DECIMALS);
    }

    private Cell cell(@Nullable Double figure, @Nullable Sentence why) {
        return figure == null || !Double.isFinite(figure)
                ? Cell.blank(wording.say(why == null ? Sentence.of("impact.not-told") : why))
                : Cell.number(new BigDecimal(Double.toString(figure)).stripTrailingZeros());
    }

    /** The rounds of a workspace. */
    public Table rounds(List<Item<SurveyRound>> rounds, Function<Item<SurveyRound>, URI> links) {
        return new Table(
                wording.say("impact.table-of.rounds"),
                List.of(
                        Column.text("title", wording.say("impact.column.round")),
                        Column.date("on", wording.say("impact.column.asked-on")),
                        text("note")),
                rounds.stream()
                        .map(item -> List.of(
                                Cell.text(item.value().title()).withLink(links.apply(item)),
                                Cell.text(item.value().on().toString()),
                                item.value().note().isBlank()
                                        ? Cell.blank(wording.say("impact.not-said"))
                                        : Cell.text(item.value().note())))
                        .toList());
    }

    /**
     * A table under the name by which it is asked for.
     *
     * @throws Failure (not found) if there is none of that name
     */
    public Table get(String name, SurveyAnswer answer) {
        return switch (name) {
            case "figures" -> figures(answer);
            case "changes" -> changes(answer);
            default -> throw Failure.notFound(Sentence.of("impact.study.no-table", name));
        };
    }

    /** Every figure with its interval; shares from 0 to 1. */
    public Table figures(SurveyAnswer answer) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Asked asked : answer.questions()) {
            asked.figures()
                    .forEach(
                            figure -> rows.add(row(asked, wording.say("impact.survey.all"), asked.answered(), figure)));
            asked.groups()
                    .forEach(group -> group.figures()
                            .forEach(figure -> rows.add(row(asked, group.label(), group.answered(), figure))));
        }
        return new Table(
                wording.say("impact.table-of.figures"),
                List.of(
                        text("question"),
                        text("answer"),
                        text("group"),
                        Column.integer("people", wording.say("impact.column.people"), ""),
                        decimal("figure"),
                        decimal("lower"),
                        decimal("upper"),
                        decimal("error"),
                        Column.decimal("design_effect", wording.say("impact.column.design-effect"), "", 2)),
                rows);
    }

    private List<Cell> row(Asked asked, String group, @Nullable Integer people, Figure figure) {
        Sentence why = figure.says();
        return List.of(
                Cell.text(asked.label()),
                Cell.text(asked.type().isNumber() ? wording.say("impact.survey.mean") : figure.label()),
                Cell.text(group),
                people == null ? Cell.blank(wording.say("impact.survey.few")) : Cell.number(people),
                cell(figure.value(), why),
                cell(figure.lower(), why),
                cell(figure.upper(), why),
                cell(figure.standardError(), why),
                cell(figure.designEffect(), why));
    }

    /** What changed since an earlier round. */
    public Table changes(SurveyAnswer answer) {
        return new Table(
                wording.say("impact.table-of.changes"),
                List.of(
                        text("question"),
                        text("answer"),
                        decimal("earlier"),
                        decimal("now"),
                        decimal("difference"),
                        decimal("lower"),
                        decimal("upper"),
                        text("says")),
                answer.changes().stream()
                        .map(change -> List.of(
                                Cell.text(label(answer, change.path())),
                                Cell.text(
                                        change.choice().isEmpty() ? wording.say("impact.survey.mean") : change.label()),
                                cell(change.before(), null),
                                cell(change.now(), null),
                                cell(change.difference(), null),
                                cell(change.lower(), null),
                                cell(change.upper(), null),
                                Cell.text(wording.say(change.says()))))
                        .toList());
    }

    private static String label(SurveyAnswer answer, String path) {
        return answer.questions().stream()
                .filter(asked -> asked.path().equals(path))
                .findFirst()
                .map(Asked::label)
                .orElse(path);
    }

    /** Shares of a question as bars, each with its interval in words; empty for means, and where nothing is shown. */
    public Optional<Chart> bars(Asked asked) {
        List<Figure> shown = asked.figures().stream()
                .filter(figure -> figure.value() != null)
                .toList();
        if (asked.type().isNumber() || shown.size() < 2) {
            return Optional.empty();
        }
        ChartOption option = new ChartOption(
                ChartOption.Kind.LYING_BARS,
                asked.label(),
                wording.say("impact.column.share"),
                wording.say("impact.column.answer"),
                // A bar says how much; how sure it is stands below it in words.
                shown.stream().map(Figure::label).toList(),
                List.of(series("share", shown.stream().map(Figure::value))));
        String words = String.join(
                "; ",
                shown.stream()
                        .map(figure -> wording.say(Surveys.says(figure, false)))
                        .toList());
        return Optional.of(Chart.of(option, wording.say("impact.survey.bars.alternative", asked.label(), words)));
    }

    private ChartOption.Series series(String name, Stream<@Nullable Double> figures) {
        return new ChartOption.Series(
                wording.say("impact.column." + name),
                Tint.of(Hue.ACCENT),
                figures.map(figure -> Optional.ofNullable(figure)
                                .map(value -> new BigDecimal(PER_CENT * value)
                                        .setScale(DRAWN_DECIMALS, RoundingMode.HALF_EVEN)))
                        .toList());
    }
}
