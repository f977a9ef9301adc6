package org.salus.impact;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.goals.Finding;
import org.salus.goals.Indicator;
import org.salus.goals.Measurement;
import org.salus.impact.SurveyAnswer.Asked;
import org.salus.impact.SurveyAnswer.Figure;
import org.salus.ledger.Item;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.View;

/** A figure of a survey, taken with its interval as a measurement of an indicator: a draft, which somebody else approves as any other. */
public final class SurveyMeasurement {
    /** What can be said of it by names. */
    public static final List<String> WORDS = List.of("question", "choice", "indicator");

    private static final MathContext DIGITS = new MathContext(8);

    private SurveyMeasurement() {}

    /**
     * The measurement.
     *
     * @param question by path or name
     * @param choice whose share is taken, in per cent; empty of a mean
     * @param indicator by title or id
     * @param said a sentence in the language of whoever takes it
     * @throws Failure if there is no such indicator or no figure with an interval, or if the round is for fewer than all members, whom measurements are for
     */
    public static Item<Measurement> of(
            View view,
            Item<SurveyRound> round,
            String question,
            String choice,
            String indicator,
            Function<Sentence, String> said) {
        TypedStudy.requireWriter(view);
        SurveyRound kept = round.value();
        if (!round.sensitivity().equals(Sensitivity.forMembers())) {
            throw Failure.wrongUse(Sentence.of("impact.survey.measure.narrow", kept.title()));
        }
        Item<Indicator> about = indicator(view, indicator);
        SurveyAnswer answer = new SurveyAnswers(view).answer(round, "", "");
        String path = SurveySubmissions.resolved(kept.asked(), question);
        Asked asked = answer.questions().stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow(() -> none(kept, question, choice));
        Finding finding = asked.figures().stream()
                .filter(figure -> figure.choice().equals(choice))
                .flatMap(figure -> finding(figure, asked.type().isNumber() ? 1 : 100).stream())
                .findFirst()
                .orElseThrow(() -> none(kept, question, choice));
        String label = asked.figures().stream()
                .filter(figure -> figure.choice().equals(choice))
                .findFirst()
                .map(Figure::label)
                .orElse("");
        return Measurement.of(about.value().chain(), about.id(), kept.on(), "", finding)
                .saying(
                        finding,
                        said.apply(Sentence.of("impact.survey.measure.source", kept.title())),
                        said.apply(Sentence.of("impact.survey.measure.method")),
                        said.apply(Sentence.of("impact.survey.measure.note", asked.label(), label)))
                .fresh();
    }

    private static Failure none(SurveyRound round, String question, String choice) {
        return Failure.wrongUse(Sentence.of("impact.survey.measure.no-figure", round.title(), question, choice))
                .advising(Sentence.of("impact.survey.measure.no-figure.advice"))
                .at("question");
    }

    private static Item<Indicator> indicator(View view, String words) {
        List<Item<Indicator>> found = view.list(Indicator.KIND).stream()
                .filter(item -> item.id().toString().equals(words)
                        || item.value().title().equalsIgnoreCase(words))
                .toList();
        if (found.size() != 1) {
            throw Failure.notFound(Sentence.of("impact.survey.measure.no-indicator", words))
                    .at("indicator");
        }
        return found.getFirst();
    }

    private static Optional<Finding> finding(Figure figure, double scale) {
        Double value = figure.value();
        Double lower = figure.lower();
        Double upper = figure.upper();
        return value == null || lower == null || upper == null
                ? Optional.empty()
                : Optional.of(new Finding(
                        Optional.of(decimal(scale * value)),
                        Optional.of(decimal(scale * lower)),
                        Optional.of(decimal(scale * upper)),
                        Optional.empty(),
                        ""));
    }

    private static BigDecimal decimal(double figure) {
        return new BigDecimal(figure).round(DIGITS);
    }
}
