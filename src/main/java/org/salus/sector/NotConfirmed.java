package org.salus.sector;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.framework.PartialDate;
import org.salus.framework.Recorded;
import org.salus.framework.Sentence;
import org.salus.ledger.Citation;
import org.salus.workspace.Source;

/**
 * What is recorded about practice, is said to go on, and has not been confirmed for two years. What a law says holds until another law ends it and does not
 * age; what is done does. A fact whose sources bear no date cannot be old: its date is asked.
 */
final class NotConfirmed implements OversightRule {
    private static final int YEARS = 2;

    @Override
    public String code() {
        return "not-confirmed";
    }

    @Override
    public List<Finding> findings(OversightInquiry inquiry) {
        List<Finding> findings = new ArrayList<>();
        for (PresentTie tie : going(inquiry)) {
            confirmed(inquiry, tie)
                    .filter(date -> date.latest().plusYears(YEARS).isBefore(inquiry.today()))
                    .ifPresent(date -> findings.add(inquiry.remark(
                            this,
                            tie.type().code(),
                            Sentence.of(
                                    "sector.found.not-confirmed",
                                    inquiry.name(tie.from()),
                                    tie.type().label(),
                                    inquiry.name(tie.to()),
                                    date),
                            List.of(tie.from(), tie.to()),
                            tie.ids(),
                            new Asked(1, 1))));
        }
        return findings;
    }

    @Override
    public List<ToAsk> questions(OversightInquiry inquiry) {
        List<ToAsk> questions = new ArrayList<>();
        for (PresentTie tie : going(inquiry)) {
            if (!tie.side(Basis.PRACTICE).citations().isEmpty()
                    && confirmed(inquiry, tie).isEmpty()) {
                questions.add(inquiry.question(
                        this,
                        tie.type().code(),
                        Sentence.of(
                                "sector.ask.confirmed",
                                inquiry.name(tie.from()),
                                tie.type().label(),
                                inquiry.name(tie.to())),
                        List.of(tie.from(), tie.to()),
                        tie.ids()));
            }
        }
        return questions;
    }

    private static List<PresentTie> going(OversightInquiry inquiry) {
        LocalDate today = inquiry.today();
        return inquiry.day().ties().stream()
                .filter(tie -> tie.side(Basis.PRACTICE).recorded() != Recorded.NOT_RECORDED)
                .filter(tie -> tie.items().stream()
                        .flatMap(item -> item.value().inPractice().stream())
                        .anyMatch(statement -> statement.when().mayHoldOn(today)))
                .toList();
    }

    /** The newest date on which a source speaks for it, or on which somebody looked at that source. */
    private static Optional<PartialDate> confirmed(OversightInquiry inquiry, PresentTie tie) {
        return tie.side(Basis.PRACTICE).citations().stream()
                .flatMap(citation -> dates(inquiry, citation))
                .max(Comparator.comparing(PartialDate::latest));
    }

    private static Stream<PartialDate> dates(OversightInquiry inquiry, Citation citation) {
        Optional<Source> source = inquiry.day().map().source(citation.source()).map(item -> item.value());
        return Stream.of(
                        citation.first().map(PartialDate::of),
                        citation.last().map(PartialDate::of),
                        source.flatMap(Source::date),
                        source.flatMap(Source::consulted))
                .flatMap(Optional::stream);
    }
}
