package org.salus.appraisal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.Sentence;
import org.salus.goals.Support;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.View;
import org.salus.sector.KnownSupport;

/**
 * On record whether a piece of support may be counted as aid: the facts as far as they were known, and what the rules of an edition said of them. It stays as it was when rules change; what
 * rules say today is computed beside it.
 *
 * @param title of the activity
 * @param support of the workspace that it is about; empty for none
 * @param facts as far as known, in the order of {@link #FACTS}
 * @param edition of the rules
 * @param verdict a word of {@link AidVerdict}
 * @param rule that decided, or that could be settled most easily
 * @param coefficient in percent, where a part counts by a fixed share
 * @param purposeCode five digits of the DAC's list, if it counts
 * @param markers policy markers worth a look
 */
public record AidRecord(
        String title,
        Optional<ItemId> support,
        List<StatedFact> facts,
        String edition,
        String verdict,
        Optional<String> rule,
        Optional<String> coefficient,
        Optional<String> purposeCode,
        List<String> markers,
        String note) {
    /**
     * A fact in somebody's words.
     *
     * @param fact one of {@link #FACTS}
     */
    public record StatedFact(String fact, String text) {}

    /** What can be said of an activity, as docs/oda.md lists it. */
    public static final List<String> FACTS = List.of(
            "recipient",
            "partner",
            "partner_detail",
            "trainees",
            "activity",
            "topic",
            "theme",
            "purpose",
            "beneficiary",
            "equipment",
            "equipment_detail",
            "control",
            "control_detail",
            "costs_claimed",
            "implementer",
            "donor_trainers",
            "separable_parts",
            "mandate",
            "context",
            "humanitarian_principles",
            "year");

    /** Whoever may not see the support does not see it. */
    public static final Kind<AidRecord> KIND = Kind.of("aid-record", AidRecord.class)
            .needing(record -> record.support().map(Set::of).orElse(Set.of()))
            .ruledBy(AidRecord::refusals);

    private static final int LONGEST_TITLE = 1_000;
    private static final int LONGEST_NOTE = 20_000;

    public AidRecord {
        facts = List.copyOf(facts);
        markers = List.copyOf(markers);
    }

    /** What the rules that come with the program say of these facts. */
    public static AidRecord of(String title, Optional<ItemId> support, List<StatedFact> facts, String note) {
        AidAnswer answer = answer(title, facts);
        return new AidRecord(
                title,
                support,
                facts,
                answer.edition(),
                answer.verdict().word(),
                answer.rule(),
                answer.coefficient(),
                answer.purposeCode(),
                answer.markers(),
                note);
    }

    private static AidAnswer answer(String title, List<StatedFact> facts) {
        Map<String, String> texts = new LinkedHashMap<>();
        facts.forEach(fact -> texts.put(fact.fact(), fact.text()));
        return AidRules.shipped().answer(new AidCase(title, texts));
    }

    /** What the rules that come with the program say today, with its questions and the nearest published cases. */
    public AidAnswer today() {
        return answer(title, facts);
    }

    /** The verdict on record; grey for a word of another program. */
    public AidVerdict kept() {
        return AidVerdict.find(verdict).orElse(AidVerdict.GREY);
    }

    /** Whether rules of another edition say something else today. */
    public boolean isOtherwiseToday() {
        AidAnswer now = today();
        return !now.edition().equals(edition) && now.verdict() != kept();
    }

    /** What was said of a fact; empty for nothing. */
    public String text(String fact) {
        return facts.stream()
                .filter(one -> one.fact().equals(fact))
                .findFirst()
                .map(StatedFact::text)
                .orElse("");
    }

    private static List<Sentence> refusals(Item<AidRecord> edited, View view) {
        AidRecord record = edited.value();
        List<Sentence> refusals = new ArrayList<>();
        if (record.title().isBlank()) {
            refusals.add(Sentence.of("appraisal.aid.refusal.title"));
        }
        if (record.title().length() > LONGEST_TITLE || record.note().length() > LONGEST_NOTE) {
            refusals.add(Sentence.of("appraisal.aid.refusal.long", LONGEST_TITLE, LONGEST_NOTE));
        }
        Optional<AidRecord> before = view.find(KIND, edited.id()).map(Item::value);
        if (before.filter(known -> known.isOfSameFacts(record)).isEmpty()) {
            refusals.addAll(record.refusedFacts());
        }
        if (record.support().isPresent()
                && before.flatMap(AidRecord::support)
                        .filter(record.support().get()::equals)
                        .isEmpty()
                && record.support()
                        .flatMap(view::find)
                        .filter(item ->
                                item.kind().equals(Support.KIND) || item.kind().equals(KnownSupport.KIND))
                        .isEmpty()) {
            refusals.add(Sentence.of("appraisal.aid.refusal.support"));
        }
        return refusals;
    }

    private boolean isOfSameFacts(AidRecord other) {
        return about(other.title, other.support, other.note).equals(other);
    }

    /** This with another name, support and note. */
    private AidRecord about(String title, Optional<ItemId> support, String note) {
        return new AidRecord(title, support, facts, edition, verdict, rule, coefficient, purposeCode, markers, note);
    }

    private List<Sentence> refusedFacts() {
        if (facts.isEmpty()) {
            return List.of(Sentence.of("appraisal.aid.refusal.no-facts"));
        }
        List<Sentence> refusals = new ArrayList<>();
        facts.stream()
                .filter(fact -> !FACTS.contains(fact.fact())
                        || fact.text().isBlank()
                        || fact.text().length() > AidText.LONGEST)
                .findFirst()
                .ifPresent(
                        fact -> refusals.add(Sentence.of("appraisal.aid.refusal.fact", fact.fact(), AidText.LONGEST)));
        if (facts.stream().map(StatedFact::fact).distinct().count() < facts.size()) {
            refusals.add(Sentence.of("appraisal.aid.refusal.twice"));
        }
        if (refusals.isEmpty() && !of(title, support, facts, note).equals(this)) {
            // A verdict is never typed.
            refusals.add(Sentence.of("appraisal.aid.refusal.verdict"));
        }
        return refusals;
    }
}
