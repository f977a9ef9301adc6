package org.salus.sector;

import java.util.List;
import org.salus.framework.Sentence;
import org.salus.ledger.ItemId;

/**
 * Something that what is recorded says about oversight, or about the record itself. It rests on facts that people entered, never on what nobody entered.
 *
 * @param rule which rule found it
 * @param name lasting name: the same facts of the same actors give the same name, so that an answer finds it again
 * @param subject of what it speaks
 * @param says what is found, in words
 * @param about the actors concerned
 * @param facts the items it rests on: whoever wants to change it changes one of them
 * @param asked how much of this part of the map has been asked
 * @param edition of the rules
 */
public record Finding(
        String rule,
        String name,
        Subject subject,
        Sentence says,
        List<ItemId> about,
        List<ItemId> facts,
        Asked asked,
        String edition) {
    public Finding {
        about = List.copyOf(about);
        facts = facts.stream().distinct().sorted().toList();
    }

    /** Of what a finding speaks. */
    public enum Subject {
        /** The security sector, as it is recorded. */
        SECTOR,
        /** Our own record: what is weak, old or contradicts itself in it. */
        RECORD;

        /** What to call it. */
        public Sentence label() {
            return Sentence.of("sector.finding.subject." + name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    /** What the rule looks for, and what it does not say. */
    public Sentence rule(boolean longer) {
        return Sentence.of("sector.rule." + rule + (longer ? ".text" : ".name"));
    }

    /** Every item it rests on, actors included: what an answer to it needs. */
    public List<ItemId> needs() {
        return java.util.stream.Stream.concat(about.stream(), facts.stream())
                .distinct()
                .sorted()
                .toList();
    }
}
