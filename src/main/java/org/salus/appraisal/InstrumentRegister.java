package org.salus.appraisal;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.salus.evidence.Countries;
import org.salus.evidence.Snapshot;
import org.salus.evidence.TreatyTable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.View;

/**
 * The register of instruments as one reader sees it: of each instrument what depositaries tell of a country, and what the workspace recorded.
 *
 * @param lines in the order of the library
 * @param today the day it is asked on; whether a table is old depends on it
 */
public record InstrumentRegister(InstrumentQuestion question, List<InstrumentLine> lines, LocalDate today) {
    public InstrumentRegister {
        lines = List.copyOf(lines);
    }

    /**
     * The register. Pure.
     *
     * @param told what loaded tables tell of the country
     * @param view of a workspace whose statements count; empty for none
     * @param language of titles and obligations
     */
    public static InstrumentRegister of(
            InstrumentQuestion question,
            TreatyTable.Status told,
            Optional<View> view,
            LocalDate today,
            Locale language) {
        return new InstrumentRegister(
                question,
                Instruments.shipped(language).list().stream()
                        .filter(question::takes)
                        .map(instrument -> line(instrument, question, told, view, today))
                        .toList(),
                today);
    }

    /** What a snapshot tells of the question's country; nothing of an invented one. */
    public static TreatyTable.Status told(Snapshot snapshot, InstrumentQuestion question) {
        return question.country()
                .flatMap(Countries.shipped()::findByCode)
                .map(snapshot.observations()::treaties)
                .orElse(TreatyTable.Status.NONE);
    }

    private static InstrumentLine line(
            Instrument instrument,
            InstrumentQuestion question,
            TreatyTable.Status told,
            Optional<View> view,
            LocalDate today) {
        String country = question.country().orElse("");
        Map<InstrumentStep, Item<InstrumentStatement>> statements = new EnumMap<>(InstrumentStep.class);
        if (view.isPresent() && question.country().isPresent()) {
            for (InstrumentStep step : InstrumentStep.values()) {
                view.get()
                        .find(InstrumentStatement.KIND, InstrumentStatement.id(instrument.id(), country, step))
                        .ifPresent(item -> statements.put(step, item));
            }
        }
        return new InstrumentLine(instrument, country, TreatyStanding.of(instrument, told, today), statements);
    }

    /**
     * The line of an instrument, whatever else is asked for.
     *
     * @throws Failure (not found) if the library has none of that id
     */
    public static InstrumentLine line(
            String id,
            InstrumentQuestion question,
            TreatyTable.Status told,
            Optional<View> view,
            LocalDate today,
            Locale language) {
        return line(Instruments.shipped(language).get(id), question, told, view, today);
    }

    /** The same with these lines only. */
    public InstrumentRegister only(Predicate<InstrumentLine> which) {
        return new InstrumentRegister(question, lines.stream().filter(which).toList(), today);
    }

    /** How many of them bind the country, by loaded tables. */
    public int bound() {
        return count(TreatyStatus.PARTY) + count(TreatyStatus.LEAVING);
    }

    /** How many have that status. */
    public int count(TreatyStatus status) {
        return (int) lines.stream()
                .filter(line -> line.standing().status() == status)
                .count();
    }

    /** Those whose table asks to be checked. */
    public List<InstrumentLine> old() {
        return lines.stream().filter(line -> line.standing().isOld()).toList();
    }

    /** What is recorded as absent though it is asked for. */
    public List<InstrumentGap> gaps() {
        return lines.stream().flatMap(line -> line.gaps().stream()).toList();
    }

    /** How many questions nobody has answered yet. */
    public int toAsk() {
        return lines.stream().mapToInt(line -> line.toAsk().size()).sum();
    }

    /** The gap of that name. */
    public Optional<InstrumentGap> gap(String name) {
        return gaps().stream().filter(gap -> gap.name().equals(name)).findFirst();
    }

    /**
     * The gap of that name, where it still is one.
     *
     * @throws Failure (not found) if there is none, or none any more
     */
    public InstrumentGap getGap(String name) {
        return gap(name).orElseThrow(() -> Failure.notFound(Sentence.of("appraisal.failure.no-gap", name)));
    }
}
