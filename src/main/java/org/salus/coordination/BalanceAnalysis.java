package org.salus.coordination;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.coordination.Balance.Content;
import org.salus.evidence.Activity;
import org.salus.evidence.Text;
import org.salus.framework.Field;
import org.salus.framework.Figure;
import org.salus.framework.Sentence;
import org.salus.portfolio.SortedActivity;
import org.salus.portfolio.SupportRow;

/** Lays what goes to providers of security beside what goes to their oversight, and training and equipment beside governance. Rules are in {@code docs/coordination.md}. */
final class BalanceAnalysis {
    private final Map<Field, List<SupportRow>> byField = new EnumMap<>(Field.class);
    private final Map<String, Activity> activities = new HashMap<>();
    private final Thresholds thresholds;
    private final BalanceWords words;

    private BalanceAnalysis(CoordinationInputs inputs, Thresholds thresholds, BalanceWords words) {
        this.thresholds = thresholds;
        this.words = words;
        for (Field field : Field.values()) {
            byField.put(field, new ArrayList<>());
        }
        inputs.inPeriod()
                .forEach(row -> row.area()
                        .field()
                        .ifPresent(field -> byField.computeIfAbsent(field, first -> new ArrayList<>())
                                .add(row)));
        inputs.activities().stream()
                .map(SortedActivity::activity)
                .forEach(activity -> activities.put(activity.identifier(), activity));
    }

    static Balance of(CoordinationInputs inputs, Thresholds thresholds, BalanceWords words) {
        return new BalanceAnalysis(inputs, thresholds, words).balance();
    }

    private Balance balance() {
        BigDecimal oversight = sum(rows(Field.CONTROL_AND_OVERSIGHT));
        BigDecimal forces = sum(rows(Field.PROFESSIONAL_FORCES));
        BigDecimal justice = sum(rows(Field.RULE_OF_LAW));
        List<Balance.ContentPart> contents = contents();
        return new Balance(
                Stream.of(Field.values())
                        .map(field -> new Balance.FieldPart(
                                field, sum(rows(field)), rows(field).size(), identifiers(rows(field))))
                        .toList(),
                share(oversight, forces),
                share(oversight.add(justice), forces),
                contents,
                meansOnly(contents),
                Sentence.of("coordination.balance.note"),
                Sentence.of("coordination.balance.basis"));
    }

    private List<SupportRow> rows(Field field) {
        return byField.getOrDefault(field, List.of());
    }

    private static BigDecimal sum(List<SupportRow> rows) {
        return rows.stream().map(SupportRow::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<String> identifiers(List<SupportRow> rows) {
        return rows.stream().map(SupportRow::activity).distinct().sorted().toList();
    }

    /** Never the whole: what the forces get is what is published least. */
    private static Figure<BigDecimal> share(BigDecimal oversight, BigDecimal forces) {
        BigDecimal both = oversight.add(forces);
        return oversight.signum() < 0 || forces.signum() < 0 || both.signum() <= 0
                ? Figure.unknown(Sentence.of("coordination.missing.no-balance"))
                : Figure.partial(Share.ratio(oversight, both), Sentence.of("coordination.missing.unpublished-forces"));
    }

    private List<Balance.ContentPart> contents() {
        Map<Content, Map<String, List<String>>> told = new EnumMap<>(Content.class);
        Map<String, List<SupportRow>> byActivity =
                rows(Field.PROFESSIONAL_FORCES).stream().collect(Collectors.groupingBy(SupportRow::activity));
        for (String identifier : new TreeMap<>(byActivity).keySet()) {
            String text = Optional.ofNullable(activities.get(identifier))
                    .map(BalanceAnalysis::text)
                    .orElse("");
            List<String> means = BalanceWords.in(text, words.means());
            List<String> governance = BalanceWords.in(text, words.governance());
            told.computeIfAbsent(content(means, governance), first -> new TreeMap<>())
                    .put(
                            identifier,
                            Stream.concat(means.stream(), governance.stream()).toList());
        }
        return told.entrySet().stream()
                .map(part -> {
                    List<SupportRow> own = part.getValue().keySet().stream()
                            .flatMap(identifier -> byActivity.getOrDefault(identifier, List.of()).stream())
                            .toList();
                    return new Balance.ContentPart(
                            part.getKey(),
                            sum(own),
                            own.size(),
                            part.getValue().entrySet().stream()
                                    .map(one -> new Balance.Told(one.getKey(), one.getValue()))
                                    .toList());
                })
                .toList();
    }

    /** All that titles and descriptions of an activity say. */
    static String text(Activity activity) {
        return Stream.concat(activity.titles().stream(), activity.descriptions().stream())
                .map(Text::text)
                .collect(Collectors.joining(" . "));
    }

    private static Content content(List<String> means, List<String> governance) {
        if (means.isEmpty()) {
            return governance.isEmpty() ? Content.CANNOT_BE_TOLD : Content.GOVERNANCE;
        }
        return governance.isEmpty() ? Content.MEANS : Content.BOTH;
    }

    private Figure<BigDecimal> meansOnly(List<Balance.ContentPart> contents) {
        Map<Content, BigDecimal> money = new EnumMap<>(Content.class);
        contents.forEach(part -> money.put(part.content(), part.money()));
        BigDecimal all = money.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal told = all.subtract(money.getOrDefault(Content.CANNOT_BE_TOLD, BigDecimal.ZERO));
        if (told.signum() <= 0 || money.values().stream().anyMatch(one -> one.signum() < 0)) {
            return Figure.unknown(Sentence.of("coordination.missing.no-content"));
        }
        Share known = Share.of(told, all);
        return known.isAtLeast(thresholds.toldContentPercent())
                ? Figure.partial(
                        Share.ratio(money.getOrDefault(Content.MEANS, BigDecimal.ZERO), told),
                        Sentence.of("coordination.missing.content-by-words", known.percent()))
                : Figure.unknown(Sentence.of(
                        "coordination.missing.untold-content", known.percent(), thresholds.toldContentPercent()));
    }
}
