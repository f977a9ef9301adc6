package org.salus.coordination;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Activity;
import org.salus.evidence.Transaction;
import org.salus.framework.Figure;
import org.salus.framework.Sentence;
import org.salus.portfolio.SortedActivity;
import org.salus.portfolio.SupportRow;

/** Sums what goes to whom, by two definitions of who receives. */
final class LocalisationAnalysis {
    private LocalisationAnalysis() {}

    static List<Localisation> of(CoordinationInputs inputs, Thresholds thresholds) {
        Map<String, Activity> activities = new HashMap<>();
        inputs.activities().stream()
                .map(SortedActivity::activity)
                .forEach(activity -> activities.put(activity.identifier(), activity));
        Receivers receivers = new Receivers(
                inputs.country(), inputs.organisations(), inputs.ties(), List.copyOf(activities.values()));
        List<SupportRow> rows = inputs.inPeriod();
        return Stream.of(Localisation.Definition.values())
                .map(definition -> localisation(definition, rows, activities, receivers, thresholds))
                .toList();
    }

    private static Localisation localisation(
            Localisation.Definition definition,
            List<SupportRow> rows,
            Map<String, Activity> activities,
            Receivers receivers,
            Thresholds thresholds) {
        Map<ReceiverClass, List<SupportRow>> byClass = new EnumMap<>(ReceiverClass.class);
        for (SupportRow row : rows) {
            byClass.computeIfAbsent(receiver(definition, row, activities, receivers), first -> new ArrayList<>())
                    .add(row);
        }
        List<Localisation.Part> parts = byClass.entrySet().stream()
                .map(part -> new Localisation.Part(
                        part.getKey(),
                        sum(part.getValue()),
                        part.getValue().size(),
                        part.getValue().stream()
                                .map(SupportRow::activity)
                                .distinct()
                                .sorted()
                                .toList()))
                .toList();
        BigDecimal total = sum(rows);
        BigDecimal national = sum(parts, true, false);
        BigDecimal unknown = sum(parts, false, true);
        return new Localisation(
                definition,
                total,
                parts,
                figure(national, unknown, total, thresholds),
                figure(national.add(unknown), unknown, total, thresholds));
    }

    private static ReceiverClass receiver(
            Localisation.Definition definition, SupportRow row, Map<String, Activity> activities, Receivers receivers) {
        Activity activity = activities.get(row.activity());
        Transaction transaction = activity == null ? null : transaction(activity, row.transaction());
        return activity == null || transaction == null
                ? ReceiverClass.NOT_STATED
                : receivers.of(definition, activity, transaction);
    }

    private static @Nullable Transaction transaction(Activity activity, int number) {
        // Transactions stand in the order of their numbers; a gap among them is not excluded.
        List<Transaction> all = activity.transactions();
        if (number >= 1 && number <= all.size() && all.get(number - 1).number() == number) {
            return all.get(number - 1);
        }
        return all.stream().filter(one -> one.number() == number).findFirst().orElse(null);
    }

    private static BigDecimal sum(List<SupportRow> rows) {
        return rows.stream().map(SupportRow::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(List<Localisation.Part> parts, boolean national, boolean unknown) {
        return parts.stream()
                .filter(part -> (national && part.receiver().isNational())
                        || (unknown && part.receiver().isUnknown()))
                .map(Localisation.Part::money)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Figure<BigDecimal> figure(
            BigDecimal part, BigDecimal unknown, BigDecimal total, Thresholds thresholds) {
        if (total.signum() <= 0) {
            return Figure.unknown(Sentence.of("coordination.missing.no-money"));
        }
        Share known = Share.of(total.subtract(unknown), total);
        if (!known.isAtLeast(thresholds.knownReceiversPercent())) {
            return Figure.unknown(
                    Sentence.of("coordination.missing.receivers", known.percent(), thresholds.knownReceiversPercent()));
        }
        return unknown.signum() == 0
                ? Figure.known(Share.ratio(part, total))
                : Figure.partial(
                        Share.ratio(part, total),
                        Sentence.of(
                                "coordination.missing.some-receivers",
                                Share.of(unknown, total).percent()));
    }
}
