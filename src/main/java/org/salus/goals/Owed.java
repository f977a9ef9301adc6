package org.salus.goals;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;

/**
 * A measurement that is owed in a workspace, whichever alternative asks for it. What alternatives share is owed once: by whom and until when is what the adopted
 * one says, else the first.
 *
 * @param alternatives that ask for it, the adopted one first
 * @param offices that owe it; more than one where alternatives name different ones, none where nobody has said
 */
public record Owed(Owing owing, List<Item<ResultsChain>> alternatives, List<String> offices) {
    private static final Comparator<Owed> BY_DATE = Comparator.comparing((Owed owed) -> owed.owing.due())
            .thenComparing(owed -> owed.owing.what())
            .thenComparing(owed -> owed.owing.indicator().value().title());

    public Owed {
        alternatives = List.copyOf(alternatives);
        offices = List.copyOf(offices);
    }

    /** One that is owed, by the indicator under which its measurements are kept and the end of its period. */
    private record Once(ItemId keeper, LocalDate due) {}

    /** All of a workspace as its reader sees it, by date. Alternatives that are set aside ask for nothing. Pure. */
    public static List<Owed> of(View view, LocalDate today, Wording wording) {
        Map<Once, Owed> owed = new LinkedHashMap<>();
        GoalsAnswers answers = new GoalsAnswers(view, wording);
        for (Item<ResultsChain> alternative : answers.chains()) {
            if (alternative.value().adoption() == Adoption.SET_ASIDE) {
                continue;
            }
            MeasuredChain measured = MeasuredChain.of(view, answers.model(alternative), today);
            for (Owing owing : measured.owed()) {
                List<String> office = Stream.of(
                                owing.indicator().value().measuring().responsible())
                        .filter(name -> !name.isBlank())
                        .toList();
                owed.merge(
                        new Once(measured.keeper(owing.indicator().id()), owing.due()),
                        new Owed(owing, List.of(alternative), office),
                        Owed::with);
            }
        }
        return owed.values().stream().sorted(BY_DATE).toList();
    }

    private Owed with(Owed other) {
        return new Owed(
                owing,
                Stream.concat(alternatives.stream(), other.alternatives.stream())
                        .distinct()
                        .toList(),
                Stream.concat(offices.stream(), other.offices.stream())
                        .distinct()
                        .toList());
    }

    /** The same by offices, and those of each by date; what no office owes comes last. */
    public static List<Owed> byOffice(List<Owed> owed) {
        return owed.stream()
                .sorted(Comparator.comparing((Owed one) -> one.offices.isEmpty())
                        .thenComparing(one -> String.join(", ", one.offices))
                        .thenComparing(BY_DATE))
                .toList();
    }

    /** Whether the adopted alternative asks for it. */
    public boolean isAdopted() {
        return alternatives.stream().anyMatch(one -> one.value().adoption() == Adoption.ADOPTED);
    }

    /** The alternatives with how each stands, in words. */
    public String asking(Wording wording) {
        return String.join(
                ", ",
                alternatives.stream()
                        .map(one -> wording.say(
                                "goals.owed.alternative",
                                one.value().title(),
                                one.value().adoption().label()))
                        .toList());
    }

    /**
     * Them as a table.
     *
     * @param links where an indicator leads; nowhere in files
     */
    public static Table table(List<Owed> owed, Function<Owed, Optional<URI>> links, Wording wording) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Owed one : owed) {
            Owing owing = one.owing;
            Cell title = Cell.text(owing.indicator().value().title());
            rows.add(List.of(
                    Cell.day(owing.due()),
                    one.offices.isEmpty()
                            ? Cell.blank(wording.say("goals.owed.no-office"))
                            : Cell.text(String.join(", ", one.offices)),
                    links.apply(one).map(title::withLink).orElse(title),
                    Cell.text(wording.say(owing.what().label()))
                            .withCode(owing.what().code()),
                    Cell.number(owing.open()),
                    Cell.text(one.asking(wording)),
                    owing.remark().isBlank() ? Cell.blank("") : Cell.text(owing.remark())));
        }
        return new Table(
                wording.say("goals.owed.title"),
                List.of(
                        Column.date("due", wording.say("goals.measurements.due")),
                        Column.text("office", wording.say("goals.measurements.office")),
                        Column.text("indicator", wording.say("goals.table.indicator")),
                        Column.text("what", wording.say("goals.measurements.what")),
                        Column.integer("periods", wording.say("goals.owed.periods"), ""),
                        Column.text("alternatives", wording.say("goals.owed.asked-by")),
                        Column.text("remark", wording.say("goals.measurements.remark"))),
                rows);
    }

    /** Them for programs. */
    public static Map<String, Object> tell(List<Owed> owed, LocalDate today) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("day", today);
        out.put(
                "owed",
                owed.stream()
                        .map(one -> {
                            Map<String, Object> told = new LinkedHashMap<>();
                            told.put("due", one.owing.due());
                            told.put("offices", one.offices);
                            told.put("indicator", one.owing.indicator().id());
                            told.put("title", one.owing.indicator().value().title());
                            told.put("what", one.owing.what().code());
                            told.put("periods", one.owing.open());
                            told.put("adopted", one.isAdopted());
                            told.put(
                                    "alternatives",
                                    one.alternatives.stream()
                                            .map(chain -> Map.of(
                                                    "id",
                                                    chain.id(),
                                                    "title",
                                                    chain.value().title(),
                                                    "adoption",
                                                    chain.value().adoption()))
                                            .toList());
                            told.put("remark", one.owing.remark());
                            return told;
                        })
                        .toList());
        return out;
    }
}
