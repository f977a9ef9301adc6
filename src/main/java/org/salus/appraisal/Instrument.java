package org.salus.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.PartialDate;
import org.salus.sector.ActorType;
import tools.jackson.databind.JsonNode;

/**
 * A treaty or standard that matters for the security sector.
 *
 * @param id lasting name, also in items and addresses
 * @param date of adoption, as exactly as it is known
 * @param body that adopted it
 * @param binds kinds of institutions whose work it is about
 * @param obligations in short, in the program's own words; the text alone counts
 * @param treaty as the depositary numbers it, where the United Nations are the depositary: {@code 4-9-b}
 * @param text address of the official text, where it is sure to last
 * @param groups of states it is open to; empty for all states
 * @param replaces what it took the place of, in words; may be empty
 * @param edition of the file it stands in
 */
public record Instrument(
        String id,
        String title,
        PartialDate date,
        String body,
        InstrumentType type,
        List<InstrumentTopic> topics,
        Set<ActorType> binds,
        List<String> obligations,
        Optional<String> treaty,
        Optional<String> text,
        List<StateGroup> groups,
        String replaces,
        String edition) {
    public Instrument {
        topics = List.copyOf(topics);
        binds = Set.copyOf(binds);
        obligations = List.copyOf(obligations);
        groups = List.copyOf(groups);
    }

    /**
     * With the texts of another language, which says as many obligations and what it replaces wherever this one does.
     *
     * @param said title, obligations, and what it replaces
     * @param named the body that adopted it
     * @param states the groups it is open to
     */
    Instrument in(JsonNode said, String named, List<StateGroup> states) {
        List<String> translated = new ArrayList<>();
        said.required("obligations").forEach(one -> translated.add(one.asString()));
        String before = said.path("replaces").asString("");
        if (translated.size() != obligations.size() || before.isEmpty() != replaces.isEmpty()) {
            throw new IllegalStateException("Said in one language only: " + id);
        }
        return new Instrument(
                id,
                said.required("title").asString(),
                date,
                named,
                type,
                topics,
                binds,
                translated,
                treaty,
                text,
                states,
                before,
                edition);
    }

    /** How the table of its status is called: by the depositary's number, else by its own id. */
    public String table() {
        return treaty.orElse(id);
    }

    /** Whether a state could accept it. */
    public boolean isOpenTo(String iso3) {
        return groups.isEmpty()
                || groups.stream().anyMatch(group -> group.members().contains(iso3));
    }
}
