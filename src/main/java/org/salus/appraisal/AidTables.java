package org.salus.appraisal;

import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.workspace.Faces;

/** Records of eligibility as one reader sees them: as a table and as trees for programs. */
public final class AidTables {
    private final View view;
    private final Faces faces;
    private final Wording wording;

    /** @param view of the workspace, or of a private layer */
    public AidTables(View view, Faces faces, Wording wording) {
        this.view = view;
        this.faces = faces;
        this.wording = wording;
    }

    /** The records, by title. */
    public List<Item<AidRecord>> records() {
        return view.list(AidRecord.KIND).stream()
                .sorted(Comparator.comparing(
                                (Item<AidRecord> item) -> item.value().title())
                        .thenComparing(Item::id))
                .toList();
    }

    /**
     * The record of that id.
     *
     * @throws Failure (not found) if this reader sees none
     */
    public Item<AidRecord> get(String id) {
        return records().stream()
                .filter(item -> item.id().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.notFound(Sentence.of("appraisal.aid.failure.no-record", id)));
    }

    /** How many are on record with that verdict. */
    public long count(AidVerdict verdict) {
        return records().stream().filter(item -> item.value().kept() == verdict).count();
    }

    /** What the support of a record is called; empty for none. */
    public String support(AidRecord record) {
        return record.support()
                .filter(id -> view.find(id).isPresent())
                .map(id -> faces.title(id, view, wording))
                .orElse("");
    }

    private Column text(String key) {
        return Column.text(key, wording.say("appraisal.aid.table." + key));
    }

    /** All records. */
    public Table table(Function<ItemId, Optional<URI>> links) {
        return new Table(
                wording.say("appraisal.aid.table"),
                List.of(
                        text("activity"),
                        text("support"),
                        text("verdict"),
                        text("rule"),
                        text("coefficient"),
                        text("code"),
                        text("edition"),
                        text("questions"),
                        text("today")),
                records().stream().map(item -> row(item, links)).toList());
    }

    /** The same on paper, where few columns find room: what is on record. */
    public Table onPaper() {
        return new Table(
                wording.say("appraisal.aid.table"),
                List.of(text("activity"), text("verdict"), text("rule"), text("coefficient"), text("code")),
                records().stream()
                        .map(Item::value)
                        .map(record -> List.of(
                                Cell.text(record.title()),
                                Cell.text(wording.say(record.kept().label())).withCode(record.verdict()),
                                Cell.text(record.rule().orElse("")),
                                Cell.text(record.coefficient().orElse("")),
                                Cell.text(record.purposeCode().orElse(""))))
                        .toList());
    }

    private List<Cell> row(Item<AidRecord> item, Function<ItemId, Optional<URI>> links) {
        AidRecord record = item.value();
        AidAnswer today = record.today();
        Cell title = Cell.text(record.title());
        return List.of(
                links.apply(item.id()).map(title::withLink).orElse(title),
                Cell.text(support(record)),
                Cell.text(wording.say(record.kept().label())).withCode(record.verdict()),
                Cell.text(record.rule().orElse("")),
                Cell.text(record.coefficient().orElse("")),
                Cell.text(record.purposeCode().orElse("")),
                Cell.text(record.edition()),
                Cell.text(today.questions().stream().map(wording::say).collect(Collectors.joining(" "))),
                record.isOtherwiseToday()
                        ? Cell.text(wording.say(today.verdict().label()))
                        : Cell.blank(wording.say("appraisal.aid.table.same")));
    }

    /** All records for programs. */
    public Map<String, Object> told() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("workspace", view.workspace());
        out.put("edition", AidRules.shipped().edition());
        out.put("records", records().stream().map(this::told).toList());
        return out;
    }

    /** One record for programs: what is on record, and what the rules say today. */
    public Map<String, Object> told(Item<AidRecord> item) {
        AidRecord record = item.value();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", item.id());
        out.put("title", record.title());
        record.support().ifPresent(support -> out.put("support", support));
        Map<String, String> facts = new LinkedHashMap<>();
        record.facts().forEach(fact -> facts.put(fact.fact(), fact.text()));
        out.put("facts", facts);
        out.put("edition", record.edition());
        out.put("verdict", record.verdict());
        record.rule().ifPresent(rule -> out.put("rule", rule));
        record.coefficient().ifPresent(coefficient -> out.put("coefficient", coefficient));
        record.purposeCode().ifPresent(code -> out.put("purpose_code", code));
        out.put("policy_markers", record.markers());
        out.put("note", record.note());
        out.put("otherwise_today", record.isOtherwiseToday());
        out.put("today", AidAnswers.of(record.today()));
        return out;
    }

    /** In a terminal: a sentence about all, then a line for each. */
    public List<Sentence> lines() {
        return Stream.concat(
                        Stream.of(lead()),
                        records().stream()
                                .map(item -> Sentence.of(
                                        "appraisal.aid.line",
                                        item.value().title(),
                                        item.value().kept().label(),
                                        item.value().rule().orElse("–"),
                                        item.value().edition())))
                .toList();
    }

    /** How many there are, with which verdict. */
    public Sentence lead() {
        return Sentence.of(
                "appraisal.aid.lead",
                records().size(),
                count(AidVerdict.ELIGIBLE),
                count(AidVerdict.PARTLY),
                count(AidVerdict.NOT_ELIGIBLE),
                count(AidVerdict.GREY));
    }
}
