package org.salus.sector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.salus.framework.Pillar;
import org.salus.framework.Sentence;
import org.salus.ledger.ItemId;

/**
 * What does not fit together in the record: ties that outlive an actor, actors that are part of themselves, two actors of one name. Also what the other
 * rules need and nobody has said: what an institution may do, and what kind of authority an overseer is.
 */
final class LooseEnds implements OversightRule {
    @Override
    public String code() {
        return "loose-ends";
    }

    @Override
    public List<Finding> findings(OversightInquiry inquiry) {
        List<Finding> findings = new ArrayList<>();
        outliving(inquiry, findings);
        circles(inquiry, findings);
        namesakes(inquiry, findings);
        return findings;
    }

    private void outliving(OversightInquiry inquiry, List<Finding> findings) {
        for (PresentTie tie : inquiry.day().loose()) {
            boolean isKnown = inquiry.day().map().actor(tie.from()).isPresent()
                    && inquiry.day().map().actor(tie.to()).isPresent();
            // A tie that leaves its basis open has no dates of its own: it lasts as long as both ends.
            if (tie.isSaid() || !isKnown) {
                findings.add(inquiry.remark(
                        this,
                        tie.type().code(),
                        isKnown
                                ? Sentence.of(
                                        "sector.found.outliving",
                                        inquiry.name(tie.from()),
                                        tie.type().label(),
                                        inquiry.name(tie.to()))
                                : Sentence.of("sector.found.endless", tie.type().label()),
                        List.of(tie.from(), tie.to()),
                        tie.ids(),
                        new Asked(1, 1)));
            }
        }
    }

    private void circles(OversightInquiry inquiry, List<Finding> findings) {
        TreeSet<ItemId> done = new TreeSet<>();
        for (Present actor : inquiry.day().actors()) {
            List<ItemId> circle = inquiry.day().wholes(actor.id()).stream()
                    .filter(other -> !other.equals(actor.id()) && inquiry.isWithin(other, actor.id()))
                    .toList();
            if (!circle.isEmpty() && done.add(actor.id())) {
                done.addAll(circle);
                List<ItemId> about = new ArrayList<>(new TreeSet<>(circle));
                about.addFirst(actor.id());
                List<ItemId> facts = inquiry.day().ties().stream()
                        .filter(tie ->
                                tie.type() == TieType.PART_OF && about.contains(tie.from()) && about.contains(tie.to()))
                        .flatMap(tie -> tie.ids().stream())
                        .toList();
                findings.add(inquiry.remark(
                        this,
                        "part-of",
                        Sentence.of("sector.found.part-of-itself", inquiry.names(about)),
                        about,
                        facts,
                        new Asked(1, 1)));
            }
        }
    }

    private void namesakes(OversightInquiry inquiry, List<Finding> findings) {
        Map<String, List<Present>> byName = inquiry.day().actors().stream()
                .collect(Collectors.groupingBy(
                        actor -> actor.name().strip().toLowerCase(Locale.ROOT), TreeMap::new, Collectors.toList()));
        byName.values().stream().filter(same -> same.size() > 1).forEach(same -> {
            List<ItemId> about = same.stream().map(Present::id).toList();
            findings.add(inquiry.remark(
                    this,
                    "name",
                    Sentence.of(
                            "sector.found.namesakes",
                            about.size(),
                            same.getFirst().name()),
                    about,
                    List.of(),
                    new Asked(1, 1)));
        });
    }

    @Override
    public List<ToAsk> questions(OversightInquiry inquiry) {
        List<ToAsk> questions = new ArrayList<>();
        for (Present actor : inquiry.day().actors()) {
            if (actor.phase().isIn(Pillar.PROVIDERS)
                    || actor.phase()
                            .type()
                            .filter(type -> !type.usualPowers().isEmpty())
                            .isPresent()) {
                List<Power> open = new ArrayList<>(List.of(Power.values()));
                open.removeIf(power -> actor.phase().isAsked(power)
                        || actor.phase()
                                .type()
                                .filter(type -> !type.usualPowers().isEmpty()
                                        && !type.usualPowers().contains(power))
                                .isPresent());
                for (Power power : open) {
                    questions.add(inquiry.question(
                            this,
                            power.code(),
                            Sentence.of("sector.ask.power." + power.code(), actor.name()),
                            List.of(actor.id()),
                            List.of()));
                }
            }
            if (actor.phase().isIn(Pillar.OVERSIGHT) && actor.phase().type().isEmpty()) {
                questions.add(inquiry.question(
                        this, "type", Sentence.of("sector.ask.type", actor.name()), List.of(actor.id()), List.of()));
            }
        }
        return questions;
    }
}
