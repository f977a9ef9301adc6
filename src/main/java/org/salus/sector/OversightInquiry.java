package org.salus.sector;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.salus.framework.Recorded;
import org.salus.framework.Sentence;
import org.salus.ledger.ItemId;

/** A day of a map prepared for the rules: who oversees whom, of which kind, on which basis. The definitions are in docs/sector.md. */
final class OversightInquiry {
    /** Any change of a rule or definition asks for a new edition. */
    static final String EDITION = "2026-1";

    /** Names of findings stay short, however many actors stand in a circle. */
    private static final int MOST_NAMED = 4;

    private final SectorDay day;
    private final LocalDate today;
    private final Map<ItemId, Set<ItemId>> wholes = new TreeMap<>();
    private final Map<ItemId, List<Coverage>> coverage = new TreeMap<>();

    /**
     * An inquiry.
     *
     * @param today the day against which the age of facts is counted, whatever day the map is of
     */
    OversightInquiry(SectorDay day, LocalDate today) {
        this.day = day;
        this.today = today;
        day.actors().forEach(actor -> wholes.put(actor.id(), day.wholes(actor.id())));
        for (Present institution : day.institutions()) {
            List<Coverage> rows = new ArrayList<>();
            for (Oversight kind : Oversight.values()) {
                for (Basis basis : Basis.values()) {
                    rows.add(coverage(institution, kind, basis));
                }
            }
            coverage.put(institution.id(), List.copyOf(rows));
        }
    }

    SectorDay day() {
        return day;
    }

    LocalDate today() {
        return today;
    }

    String name(ItemId actor) {
        return day.name(actor);
    }

    /** Names in a row of words, in a fixed order. */
    String names(List<ItemId> actors) {
        return actors.stream().map(day::name).collect(Collectors.joining(", "));
    }

    /** The institutions of which oversight is asked. */
    List<Present> institutions() {
        return day.institutions();
    }

    /** Each kind of oversight of an institution on each basis. */
    List<Coverage> coverage(ItemId institution) {
        return coverage.getOrDefault(institution, List.of());
    }

    Coverage coverage(ItemId institution, Oversight kind, Basis basis) {
        return coverage(institution).stream()
                .filter(row -> row.kind() == kind && row.basis() == basis)
                .findFirst()
                .orElseThrow();
    }

    /** Whether one actor is the other, or a part of it. */
    boolean isWithin(ItemId part, ItemId whole) {
        return wholes.getOrDefault(part, Set.of(part)).contains(whole);
    }

    /** The bodies on the map that exercise a kind of oversight and could exercise it over an institution: those outside it. */
    List<Present> bodies(Present institution, Oversight kind) {
        return day.actors().stream()
                .filter(actor -> actor.oversight().filter(own -> own == kind).isPresent())
                .filter(actor -> !isWithin(actor.id(), institution.id()))
                .toList();
    }

    /** The ties by which a body oversees an institution or what it is part of; reports run the other way. */
    List<PresentTie> oversightTies(ItemId body, ItemId institution, Oversight kind) {
        Set<ItemId> overseen = wholes.getOrDefault(institution, Set.of(institution));
        List<PresentTie> found = new ArrayList<>();
        day.from(body).stream()
                .filter(tie -> tie.type().countsAs(kind) && overseen.contains(tie.to()))
                .forEach(found::add);
        day.to(body).stream()
                .filter(tie -> tie.type() == TieType.REPORTS_TO && overseen.contains(tie.from()))
                .forEach(found::add);
        return found;
    }

    private Coverage coverage(Present institution, Oversight kind, Basis basis) {
        List<ItemId> overseers = new ArrayList<>();
        List<ItemId> notAsked = new ArrayList<>();
        Set<ItemId> present = new LinkedHashSet<>();
        Set<ItemId> absent = new LinkedHashSet<>();
        List<Present> bodies = bodies(institution, kind);
        for (Present body : bodies) {
            List<PresentTie> ties = oversightTies(body.id(), institution.id(), kind);
            List<PresentTie> recorded =
                    ties.stream().filter(tie -> tie.isRecorded(basis)).toList();
            List<PresentTie> denied = ties.stream()
                    .filter(tie -> tie.isAbsent(basis) && speaksForAll(tie.type(), body))
                    .toList();
            if (!recorded.isEmpty()) {
                overseers.add(body.id());
                recorded.forEach(tie -> present.addAll(tie.ids()));
            } else if (!denied.isEmpty()) {
                denied.forEach(tie -> absent.addAll(tie.ids()));
            } else {
                notAsked.add(body.id());
            }
        }
        Asked asked = new Asked(bodies.size() - notAsked.size(), bodies.size());
        Recorded state = Recorded.NOT_RECORDED;
        if (!overseers.isEmpty()) {
            state = Recorded.RECORDED;
        } else if (!bodies.isEmpty() && notAsked.isEmpty()) {
            state = Recorded.RECORDED_AS_ABSENT;
        }
        return new Coverage(
                institution.id(),
                kind,
                basis,
                state,
                overseers,
                notAsked,
                List.copyOf(state == Recorded.RECORDED_AS_ABSENT ? absent : present),
                asked);
    }

    /** Whether the lack of this tie means that the body does not oversee at all: the general word, or the work this kind of body does. */
    private static boolean speaksForAll(TieType type, Present body) {
        return type == TieType.OVERSEES
                || body.phase()
                        .type()
                        .flatMap(ActorType::ownTie)
                        .filter(own -> own == type)
                        .isPresent();
    }

    /** How much has been asked about the oversight of an institution by the state, on both bases together. */
    Asked asked(ItemId institution) {
        return coverage(institution).stream().map(Coverage::asked).reduce(new Asked(0, 0), Asked::and);
    }

    /** How much has been asked on one basis. */
    Asked asked(ItemId institution, Basis basis) {
        return coverage(institution).stream()
                .filter(row -> row.basis() == basis)
                .map(Coverage::asked)
                .reduce(new Asked(0, 0), Asked::and);
    }

    /** A finding of a rule about the sector; its name is made of the actors it is about. */
    Finding finding(
            OversightRule rule, String more, Sentence says, List<ItemId> about, List<ItemId> facts, Asked asked) {
        return new Finding(
                rule.code(), named(rule, more, about), Finding.Subject.SECTOR, says, about, facts, asked, EDITION);
    }

    /** A finding of a rule about the record. */
    Finding remark(
            OversightRule rule, String more, Sentence says, List<ItemId> about, List<ItemId> facts, Asked asked) {
        return new Finding(
                rule.code(), named(rule, more, about), Finding.Subject.RECORD, says, about, facts, asked, EDITION);
    }

    /** A question of a rule. */
    ToAsk question(OversightRule rule, String more, Sentence asks, List<ItemId> about, List<ItemId> ties) {
        return new ToAsk(rule.code(), named(rule, more, about), asks, about, ties);
    }

    private static String named(OversightRule rule, String more, List<ItemId> about) {
        String actors = about.stream().map(ItemId::toString).collect(Collectors.joining(":"));
        String brief = about.size() <= MOST_NAMED
                ? actors
                : UUID.nameUUIDFromBytes(actors.getBytes(StandardCharsets.UTF_8))
                        .toString();
        return rule.code() + (more.isEmpty() ? "" : ":" + more) + ":" + brief;
    }
}
