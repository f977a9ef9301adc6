package org.salus.papers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.salus.evidence.Donors;
import org.salus.framework.DateSpan;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.goals.Chain;
import org.salus.goals.Goal;
import org.salus.goals.Objective;
import org.salus.goals.Support;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.portfolio.Folding;
import org.salus.sector.KnownSupport;
import org.salus.sector.Present;
import org.salus.strategy.Material;

/**
 * What a part is made from: the material, what was asked for, and how the template wants it. For one composition and one thread.
 *
 * @param material of one readership in one state
 * @param remembered what was thought out of open data
 */
record Making(Material material, PaperQuestion question, PartSetting setting, Remembered remembered) {
    private static final int MOST_NAMED = 12;

    View view() {
        return material.view();
    }

    Wording wording() {
        return material.wording();
    }

    LocalDate day() {
        return material.day();
    }

    /** The plan that papers speak of: the adopted alternative, else the only one; of several drafts all. */
    List<Chain> plans() {
        return material.chain()
                .map(List::of)
                .orElseGet(() -> material.goals().chains().stream()
                        .map(material.goals()::model)
                        .toList());
    }

    /** An objective with the plan it stands in. */
    record Planned(Chain chain, Item<Objective> item) {
        Objective value() {
            return item.value();
        }
    }

    /** The objectives of the plan, in its order. */
    List<Planned> objectives() {
        List<Planned> all = new ArrayList<>();
        for (Chain chain : plans()) {
            chain.list(Objective.KIND).forEach(item -> all.add(new Planned(chain, item)));
        }
        return all;
    }

    /** The institution of an objective as the map calls it, else as it is written. */
    String institution(Objective objective) {
        return objective
                .institution()
                .map(material.sector()::name)
                .filter(name -> !name.isBlank())
                .orElse(objective.institutionName());
    }

    /**
     * The objective that is asked for, by its id, its title or the only title that holds the words.
     *
     * @throws Failure (not found) naming some of those there are
     */
    Planned objective() {
        return pick(
                PaperChoice.OBJECTIVE,
                objectives(),
                one -> one.item().id(),
                one -> one.value().title());
    }

    /** The goal that is asked for, if one is. */
    Optional<Item<Goal>> goal() {
        return question.find(PaperChoice.GOAL).map(words -> {
            List<Item<Goal>> goals = plans().stream()
                    .flatMap(chain -> chain.list(Goal.KIND).stream())
                    .toList();
            return pick(PaperChoice.GOAL, goals, Item::id, goal -> goal.value().title());
        });
    }

    /** The actor that is asked for, by its id, one of its names in any language, or the only one of which a name holds the words; case and accents do not count. */
    Present unit() {
        return pick(
                PaperChoice.OF,
                material.sector().actors(),
                Present::id,
                Present::name,
                one -> Stream.concat(Stream.of(one.name()), one.actor().names().stream())
                        .toList());
    }

    /** The donors there are: in open data about the countries, in the plan, and as members know them. */
    List<String> donors() {
        Set<String> names = new LinkedHashSet<>();
        view().list(KnownSupport.KIND).forEach(item -> names.add(item.value().partner()));
        plans().forEach(chain ->
                chain.list(Support.KIND).forEach(item -> names.add(item.value().donor())));
        names.remove("");
        return names.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList();
    }

    /**
     * That a donor and an office by which a paper is narrowed are known: a name that is mistyped would give a paper that finds nothing.
     *
     * @throws Failure (not found) with the names that may be meant
     */
    void requireKnown() {
        question.find(PaperChoice.DONOR)
                .ifPresent(donor -> require(
                        PaperChoice.DONOR,
                        donor,
                        Offered.donors(this),
                        name -> Donors.shipped().isSame(name, donor)));
        question.find(PaperChoice.OFFICE)
                .ifPresent(office -> require(
                        PaperChoice.OFFICE,
                        office,
                        Offices.named(this),
                        name -> name.toLowerCase(Locale.ROOT).contains(office.toLowerCase(Locale.ROOT))));
    }

    private static void require(PaperChoice choice, String asked, Collection<String> known, Predicate<String> isMeant) {
        // Where nobody is known yet, that nothing is found is the whole answer.
        if (!known.isEmpty() && known.stream().noneMatch(isMeant)) {
            throw Failure.notFound(Sentence.of(
                            "papers.failure.none",
                            choice.code(),
                            asked,
                            String.join("; ", nearest(asked, List.copyOf(known)))))
                    .at(choice.code());
        }
    }

    private <T> T pick(PaperChoice choice, List<T> all, Function<T, ItemId> id, Function<T, String> title) {
        return pick(choice, all, id, title, one -> List.of(title.apply(one)));
    }

    private <T> T pick(
            PaperChoice choice,
            List<T> all,
            Function<T, ItemId> id,
            Function<T, String> title,
            Function<T, List<String>> names) {
        String words = question.find(choice)
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("papers.failure.needed", choice.code()))
                        .at(choice.code()));
        String wanted = Folding.words(words);
        List<T> exactly = all.stream()
                .filter(one -> id.apply(one).toString().equals(words)
                        || names.apply(one).stream().map(Folding::words).anyMatch(wanted::equals))
                .toList();
        List<T> found = exactly.isEmpty()
                ? all.stream()
                        .filter(one -> !wanted.isEmpty()
                                && names.apply(one).stream()
                                        .map(Folding::words)
                                        .anyMatch(name -> name.contains(wanted)))
                        .toList()
                : exactly;
        if (exactly.isEmpty() && found.size() != 1) {
            List<String> named = (found.isEmpty() ? all : found)
                    .stream().map(title).distinct().toList();
            throw Failure.notFound(Sentence.of(
                            found.isEmpty() ? "papers.failure.none" : "papers.failure.several",
                            choice.code(),
                            words,
                            String.join("; ", found.isEmpty() ? nearest(words, named) : few(named))))
                    .at(choice.code());
        }
        return found.getFirst();
    }

    private static List<String> nearest(String words, List<String> named) {
        return Nearest.of(words, named);
    }

    private static List<String> few(List<String> named) {
        return named.subList(0, Math.min(MOST_NAMED, named.size()));
    }

    /** Whether something is of the period that is asked for; also where its days are not known, and where no period is. */
    boolean isInPeriod(DateSpan when) {
        return when.mayMeet(new DateSpan(question.from(), question.to()));
    }

    /** Whether a day is of the period that is asked for. */
    boolean isInPeriod(PartialDate day) {
        return question.from()
                        .map(from -> !day.latest().isBefore(from.earliest()))
                        .orElse(true)
                && question.to().map(to -> !day.earliest().isAfter(to.latest())).orElse(true);
    }

    /** What ends soon stands first, what has no end last. */
    static <T> Comparator<T> byEnd(Function<T, Optional<PartialDate>> end) {
        return Comparator.comparing(
                one -> end.apply(one).map(day -> day.latest()).orElse(LocalDate.MAX));
    }

    /** A date in words; that nobody has said it where it is not known. */
    String date(Optional<PartialDate> day) {
        return day.map(wording()::shortDay).orElseGet(() -> wording().say("papers.not-said"));
    }

    /** A text; that nobody has said it where it is blank. */
    String said(String text) {
        return text.isBlank() ? wording().say("papers.not-said") : text;
    }
}
