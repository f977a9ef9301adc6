package org.salus.impact;

import java.util.LinkedHashMap;
import java.util.Map;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;

/** What programs are answered about claims and outcomes, from the API and from the command line alike: of what one reader sees. Pure. */
public final class ContributionAnswers {
    private final ClaimBook book;

    public ContributionAnswers(ClaimBook book) {
        this.book = book;
    }

    private Map<String, Object> begin() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("workspace", book.view().workspace());
        out.put("heads", book.view().heads());
        return out;
    }

    /** All claims, and how each stands. */
    public Map<String, Object> claims() {
        Map<String, Object> out = begin();
        out.put("claims", book.claims().stream().map(ContributionAnswers::about).toList());
        out.put("standing", Sentence.of("impact.claims.standing"));
        return out;
    }

    /** One claim with everything it is tested by. */
    public Map<String, Object> claim(ClaimEntry entry) {
        Map<String, Object> out = begin();
        out.put("claim", about(entry));
        out.put(
                "evidence",
                entry.evidence().stream().map(ContributionAnswers::evidence).toList());
        out.put(
                "alternatives",
                entry.rivals().stream()
                        .map(rival -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("id", rival.item().id());
                            one.put("title", rival.item().value().title());
                            one.put("state", rival.state());
                            one.put("note", rival.item().value().note());
                            one.put(
                                    "evidence",
                                    rival.evidence().stream()
                                            .map(ContributionAnswers::evidence)
                                            .toList());
                            return one;
                        })
                        .toList());
        out.put("standing", Sentence.of("impact.claims.standing"));
        return out;
    }

    /** All outcomes. */
    public Map<String, Object> outcomes() {
        Map<String, Object> out = begin();
        out.put("outcomes", book.outcomes().stream().map(this::outcome).toList());
        return out;
    }

    private static Map<String, Object> about(ClaimEntry entry) {
        ContributionClaim claim = entry.claim();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", entry.item().id());
        out.put("title", claim.title());
        out.put("about_item", claim.about());
        out.put("about", entry.about());
        out.put("contributor", claim.contributor());
        out.put("mechanism", claim.mechanism());
        claim.changed().ifPresent(day -> out.put("changed", day));
        out.put("strength", entry.reading().strength());
        out.put("says", entry.says());
        out.put("because", entry.reading().because());
        out.put("to_ask", entry.reading().toAsk());
        claim.judged().ifPresent(judged -> {
            out.put("judged", judged);
            out.put("judged_by", claim.judgedBy());
            claim.judgedOn().ifPresent(day -> out.put("judged_on", day));
            out.put("judged_because", claim.judgedBecause());
        });
        out.put("judgement", entry.judgement());
        out.put("evidence_count", entry.all().count());
        out.put("alternatives_count", entry.rivals().size());
        out.put("note", claim.note());
        out.put("sensitivity", entry.item().sensitivity().code());
        out.put("basis", entry.item().basis().stream().sorted().toList());
        return out;
    }

    private static Map<String, Object> evidence(Item<ClaimEvidence> item) {
        ClaimEvidence evidence = item.value();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", item.id());
        out.put("text", evidence.text());
        out.put("test", evidence.test());
        out.put("result", evidence.result());
        out.put("source", evidence.source());
        out.put("cited", item.citations().size());
        evidence.when().ifPresent(when -> out.put("when", when));
        out.put("note", evidence.note());
        return out;
    }

    private Map<String, Object> outcome(Item<HarvestedOutcome> item) {
        HarvestedOutcome outcome = item.value();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", item.id());
        out.put("who", outcome.who());
        out.put("change", outcome.change());
        outcome.when().ifPresent(when -> out.put("when", when));
        out.put("place", outcome.place());
        out.put("significance", outcome.significance());
        out.put("contribution", outcome.contribution());
        outcome.towards().ifPresent(objective -> {
            out.put("towards_item", objective);
            out.put("towards", book.towards(outcome));
        });
        out.put("source", outcome.source());
        out.put("cited", item.citations().size());
        out.put("substantiation", outcome.substantiation());
        out.put("substantiated_by", outcome.substantiatedBy());
        outcome.substantiatedOn().ifPresent(day -> out.put("substantiated_on", day));
        out.put("note", outcome.note());
        out.put("sensitivity", item.sensitivity().code());
        return out;
    }
}
