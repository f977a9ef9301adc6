package org.salus.portfolio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salus.framework.Wording;
import org.salus.ledger.Item;

/** What organisations answer to programs, the same through every door. */
public final class OrganisationAnswers {
    private final Wording wording;

    public OrganisationAnswers(Wording wording) {
        this.wording = wording;
    }

    /** Counts, the organisations that are asked for, proposals, and what people said. */
    public Map<String, Object> answer(
            Organisations organisations, OrganisationJudgements judgements, OrganisationQuestion question) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("country", question.country().iso3());
        out.put("edition", organisations.edition());
        out.put("names", organisations.totals().names());
        out.put("references", organisations.totals().references());
        out.put("mentions", organisations.totals().mentions());
        out.put("mentions_of_nobody", organisations.totals().nobody());
        out.put("count", organisations.all().size());
        out.put(
                "organisations",
                question.of(organisations).stream()
                        .map(one -> organisation(one, question.key().isPresent()))
                        .toList());
        if (question.key().isEmpty()) {
            out.put(
                    "proposals",
                    organisations.proposals().stream().map(this::proposal).toList());
            out.put(
                    "judged",
                    judgements.counting().stream()
                            .filter(item -> !organisations.disputed().contains(item))
                            .map(OrganisationAnswers::judgement)
                            .toList());
            out.put(
                    "disputed",
                    organisations.disputed().stream()
                            .map(OrganisationAnswers::judgement)
                            .toList());
        }
        return out;
    }

    private static Map<String, Object> organisation(Organisation one, boolean isAlone) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("key", one.key());
        out.put("name", one.name());
        one.donor().ifPresent(donor -> out.put("donor", donor));
        out.put("roles", List.copyOf(one.roles()));
        out.put("types", one.types());
        out.put("parts", one.parts());
        out.put("references", one.references());
        out.put("activities", one.activities().size());
        out.put("judged", one.isJudged());
        out.put("contradictory", one.isContradictory());
        out.put(
                "written",
                one.written().stream()
                        .map(written -> {
                            Map<String, Object> way = new LinkedHashMap<>();
                            way.put("key", written.key());
                            way.put("reference", written.reference());
                            way.put("names", written.names());
                            way.put("times", written.times());
                            return way;
                        })
                        .toList());
        out.put("joinings", one.joinings());
        if (isAlone) {
            out.put("activity_identifiers", one.activities());
        }
        return out;
    }

    private Map<String, Object> proposal(OrganisationProposal proposal) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("first", proposal.first());
        out.put("first_name", proposal.firstName());
        out.put("second", proposal.second());
        out.put("second_name", proposal.secondName());
        out.put("score", proposal.score());
        out.put("reasons", proposal.reasons().stream().map(wording::say).toList());
        return out;
    }

    private static Map<String, Object> judgement(Item<OrganisationJudgement> item) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("item", item.id().toString());
        out.put("verdict", item.value().verdict());
        out.put("organisations", item.value().organisations());
        out.put("why", item.value().why());
        return out;
    }
}
