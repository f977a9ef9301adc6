package org.salus.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.goals.Chain;
import org.salus.goals.Indicator;
import org.salus.goals.IndicatorStatus;
import org.salus.goals.MeasuredChain;
import org.salus.goals.Measurement;
import org.salus.goals.MeasurementState;
import org.salus.goals.Reading;
import org.salus.ledger.Item;

/** What was achieved, as far as it is measured: baselines and approved measurements of the plan's indicators dated in the period, levels of judgement among them. */
final class MeasuredInPeriod implements ReviewSource {
    @Override
    public ReviewPart part(ReviewMaterial material) {
        ReviewPeriod period = material.period();
        Optional<Chain> plan = PlannedChanges.plan(material.view());
        List<ReviewLine> lines = new ArrayList<>();
        int silent = 0;
        int all = 0;
        long open = 0;
        if (plan.isPresent()) {
            MeasuredChain measured = MeasuredChain.of(material.view(), plan.get(), material.day());
            List<Item<Indicator>> indicators = plan.get().indicators().stream()
                    .sorted(Comparator.comparing(
                            (Item<Indicator> one) -> one.value().title()))
                    .toList();
            for (Item<Indicator> indicator : indicators) {
                all++;
                List<ReviewLine> found = lines(indicator, measured, material);
                silent += found.isEmpty() ? 1 : 0;
                lines.addAll(found);
                open += measured.of(indicator.id()).stream()
                        .filter(item -> period.mayHold(item.value().on()))
                        .filter(item -> item.value().state() != MeasurementState.APPROVED)
                        .count();
            }
        }
        List<Sentence> says = new ArrayList<>();
        if (plan.isEmpty() || all == 0) {
            says.add(Sentence.of("impact.review.measured.no-indicators"));
        } else if (lines.isEmpty()) {
            says.add(Sentence.of("impact.review.measured.none", all, period.written()));
        } else {
            says.add(Sentence.of("impact.review.measured.says", lines.size(), all - silent, all));
        }
        List<Sentence> notes = new ArrayList<>();
        if (silent > 0 && !lines.isEmpty()) {
            notes.add(Sentence.of("impact.review.measured.silent", silent));
        }
        if (open > 0) {
            notes.add(Sentence.of("impact.review.measured.open", open));
        }
        return new ReviewPart(
                ReviewTopic.ACHIEVED, "measured", Sentence.of("impact.review.measured.title"), says, lines, notes);
    }

    private static List<ReviewLine> lines(Item<Indicator> indicator, MeasuredChain measured, ReviewMaterial material) {
        ReviewPeriod period = material.period();
        List<ReviewLine> lines = new ArrayList<>();
        Reading baseline = indicator.value().baseline();
        if (baseline.isSaid() && baseline.on().filter(period::mayHold).isPresent()) {
            lines.add(line(indicator, baseline.on())
                    .saying(List.of(Sentence.of(
                            "impact.review.measured.baseline",
                            said(baseline),
                            indicator.value().unit())))
                    .from(indicator.value().source()));
        }
        measured.of(indicator.id()).stream()
                .filter(item -> period.mayHold(item.value().on()))
                .filter(item -> item.value().state() == MeasurementState.APPROVED)
                .sorted(Comparator.comparing(
                        (Item<Measurement> item) -> item.value().on()))
                .map(item -> line(indicator, measured, item, material))
                .forEach(lines::add);
        return lines;
    }

    private static ReviewLine line(Item<Indicator> indicator, Optional<PartialDate> when) {
        return ReviewLine.of(indicator.value().title(), when, indicator.id());
    }

    private static ReviewLine line(
            Item<Indicator> indicator, MeasuredChain measured, Item<Measurement> item, ReviewMaterial material) {
        Indicator of = indicator.value();
        Measurement found = item.value();
        List<Sentence> says = new ArrayList<>();
        says.add(
                found.says().isMissing()
                        ? Sentence.of(
                                "impact.review.measured.missing", found.says().missing())
                        : Sentence.of(
                                found.says().level().isPresent()
                                        ? "impact.review.measured.level"
                                        : "impact.review.measured.value",
                                found.says().shown(),
                                of.unit()));
        if (!found.group().isBlank()) {
            says.add(Sentence.of("impact.review.measured.group", found.group()));
        }
        if (of.baseline().isSaid() || of.target().isSaid()) {
            says.add(Sentence.of("impact.review.measured.between", said(of.baseline()), said(of.target())));
        }
        boolean isNewest = measured.newest(indicator.id())
                .filter(newest -> newest.id().equals(item.id()))
                .isPresent();
        if (isNewest) {
            IndicatorStatus.Judged judged = measured.status(indicator);
            says.add(Sentence.of(
                    "impact.review.measured.status",
                    PartialDate.of(material.day()),
                    judged.status().label(),
                    judged.because()));
        }
        String source = found.source().isBlank() ? of.source() : found.source();
        return line(indicator, Optional.of(found.on())).saying(says).from(source);
    }

    private static String said(Reading reading) {
        String value = reading.value().map(Wording::figure).orElse("");
        String said = (value + " " + reading.words()).strip();
        return said.isEmpty() ? "–" : said;
    }
}
