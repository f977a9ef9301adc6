package org.salus.sector;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.salus.framework.Pillar;
import org.salus.framework.Sentence;
import org.salus.ledger.ItemId;

/**
 * An institution that may use force and of which it is recorded that none of those who usually command stands above it: head of state, head of government,
 * ministries of defence and of interior. A chain of command that nobody has recorded yet is asked.
 */
final class OutsideCommand implements OversightRule {
    private static final Set<ActorType> USUALLY_COMMAND = Set.of(
            ActorType.HEAD_OF_STATE,
            ActorType.HEAD_OF_GOVERNMENT,
            ActorType.MINISTRY_OF_DEFENCE,
            ActorType.MINISTRY_OF_INTERIOR);

    @Override
    public String code() {
        return "outside-command";
    }

    @Override
    public List<Finding> findings(OversightInquiry inquiry) {
        List<Finding> findings = new ArrayList<>();
        for (Present force : withoutChain(inquiry)) {
            List<ItemId> above = commanders(inquiry);
            List<ItemId> facts = new ArrayList<>();
            int denied = 0;
            for (ItemId commander : above) {
                List<ItemId> denials = denials(inquiry, force, commander);
                facts.addAll(denials);
                denied += denials.isEmpty() ? 0 : 1;
            }
            if (denied > 0 && denied == above.size()) {
                findings.add(inquiry.finding(
                        this,
                        "",
                        Sentence.of("sector.found.outside-command", force.name(), denied),
                        List.of(force.id()),
                        facts,
                        new Asked(denied, above.size())));
            }
        }
        return findings;
    }

    @Override
    public List<ToAsk> questions(OversightInquiry inquiry) {
        List<ToAsk> questions = new ArrayList<>();
        List<ItemId> above = commanders(inquiry);
        for (Present force : withoutChain(inquiry)) {
            boolean allDenied = !above.isEmpty()
                    && above.stream()
                            .noneMatch(commander ->
                                    denials(inquiry, force, commander).isEmpty());
            if (!allDenied) {
                questions.add(inquiry.question(
                        this, "", Sentence.of("sector.ask.command", force.name()), List.of(force.id()), List.of()));
            }
        }
        return questions;
    }

    private static List<ItemId> commanders(OversightInquiry inquiry) {
        return inquiry.day().actors().stream()
                .filter(actor ->
                        actor.phase().type().filter(USUALLY_COMMAND::contains).isPresent())
                .map(Present::id)
                .toList();
    }

    private static List<Present> withoutChain(OversightInquiry inquiry) {
        return inquiry.institutions().stream()
                .filter(institution -> institution.phase().has().contains(Power.USE_FORCE))
                .filter(institution -> !leadsToAuthority(inquiry, institution.id()))
                .toList();
    }

    /** Whether command, or belonging, leads from a force up to a civil authority. */
    private static boolean leadsToAuthority(OversightInquiry inquiry, ItemId force) {
        Set<ItemId> seen = new LinkedHashSet<>();
        Deque<ItemId> open = new ArrayDeque<>(List.of(force));
        while (!open.isEmpty()) {
            ItemId at = open.removeFirst();
            if (!seen.add(at)) {
                continue;
            }
            boolean isAuthority = !at.equals(force)
                    && inquiry.day()
                            .actor(at)
                            .filter(actor -> actor.phase().isIn(Pillar.OVERSIGHT))
                            .isPresent();
            if (isAuthority) {
                return true;
            }
            inquiry.day().to(at).stream()
                    .filter(tie -> tie.type() == TieType.COMMANDS && tie.isRecorded())
                    .forEach(tie -> open.addLast(tie.from()));
            inquiry.day().from(at).stream()
                    .filter(tie -> tie.type() == TieType.PART_OF && tie.isRecorded())
                    .forEach(tie -> open.addLast(tie.to()));
        }
        return false;
    }

    /** The facts by which an authority is recorded as not commanding a force or what it is part of. */
    private static List<ItemId> denials(OversightInquiry inquiry, Present force, ItemId commander) {
        return inquiry.day().from(commander).stream()
                .filter(tie ->
                        tie.type() == TieType.COMMANDS && inquiry.isWithin(force.id(), tie.to()) && tie.isAbsent())
                .flatMap(tie -> tie.ids().stream())
                .toList();
    }
}
