package org.salus.diligence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.ledger.Item;
import org.salus.ledger.View;

/** What programs are answered about cases, from the API and from the command line alike: of what one reader may read. Pure. */
public final class DiligenceAnswers {
    private final View view;
    private final CaseBook book;
    private final CaseNames names;

    /** @param view of the workspace that was asked */
    public DiligenceAnswers(View view, CaseBook book, CaseNames names) {
        this.view = view;
        this.book = book;
        this.names = names;
    }

    private Map<String, Object> begin() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("workspace", view.workspace());
        out.put("heads", view.heads());
        out.put("day", book.day().toString());
        out.put("edition", Regimes.shipped().edition());
        return out;
    }

    /** All cases, what is due, what is found. */
    public Map<String, Object> cases() {
        Map<String, Object> out = begin();
        out.put("cases", book.entries().stream().map(this::about).toList());
        out.put("due", book.due().stream().map(DiligenceAnswers::due).toList());
        out.put(
                "findings",
                book.findings().stream().map(DiligenceAnswers::finding).toList());
        return out;
    }

    /** The regimes, with the editions of their forms. */
    public static List<Map<String, Object>> regimes() {
        return Regimes.shipped().list().stream()
                .map(regime -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("code", regime.code());
                    one.put("edition", regime.edition());
                    one.put("title", regime.title());
                    one.put("issuer", regime.issuer());
                    one.put("document", regime.document());
                    one.put("source", regime.source());
                    one.put("read", regime.read());
                    one.put("questions", regime.questions());
                    one.put("topics", regime.topics());
                    return one;
                })
                .toList();
    }

    /**
     * The case of that id, beginning of an id, or title.
     *
     * @throws Failure if there is none that this reader may read, or more than one
     */
    public CaseEntry find(String words) {
        List<CaseEntry> found = book.entries().stream()
                .filter(entry -> entry.item().id().toString().equals(words)
                        || entry.file().title().equalsIgnoreCase(words)
                        || (words.length() >= 6 && entry.item().id().toString().startsWith(words)))
                .toList();
        if (found.size() != 1) {
            throw found.isEmpty()
                    ? Failure.notFound(Sentence.of("diligence.failure.no-item", words))
                    : Failure.wrongUse(Sentence.of("diligence.failure.several", words, found.size()));
        }
        return found.getFirst();
    }

    /** One case, with what belongs to it. */
    public Map<String, Object> one(CaseEntry entry) {
        Map<String, Object> out = begin();
        out.put("case", about(entry));
        out.put("answers", entry.file().answers());
        out.put(
                "scope",
                entry.scope().stream()
                        .map(reading -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("regime", reading.regime().called());
                            one.put("verdict", reading.verdict());
                            one.put("because", reading.because());
                            return one;
                        })
                        .toList());
        out.put("facts", entry.facts().stream().map(DiligenceAnswers::fact).toList());
        out.put(
                "measures",
                entry.measures().stream().map(DiligenceAnswers::measure).toList());
        out.put(
                "steps",
                entry.file().steps().stream().map(step -> step(entry, step)).toList());
        Map<String, Object> unasked = new LinkedHashMap<>();
        entry.regimes()
                .forEach(regime -> unasked.put(
                        regime.code(),
                        entry.unasked(regime, Locale.ENGLISH).stream()
                                .map(Topic::code)
                                .toList()));
        out.put("not_looked_into", unasked);
        out.put("next", entry.next());
        out.put("note", entry.file().note());
        return out;
    }

    private Map<String, Object> about(CaseEntry entry) {
        Map<String, Object> out = new LinkedHashMap<>();
        CaseCourse course = entry.course();
        out.put("id", entry.item().id());
        out.put("workspace", entry.workspace());
        entry.layer().ifPresent(layer -> out.put("layer", layer));
        out.put("sensitivity", entry.item().sensitivity().code());
        out.put("title", entry.file().title());
        out.put("unit", names.unit(entry));
        entry.file().unit().ifPresent(unit -> out.put("unit_item", unit));
        out.put("support", names.support(entry));
        entry.file().given().ifPresent(given -> out.put("support_item", given));
        out.put("provider", entry.file().provider());
        out.put("regimes", entry.file().regimes());
        out.put("state", entry.state());
        out.put("in_conflict", entry.isInConflict());
        out.put("valid", entry.isValid());
        course.assessment().flatMap(CaseStep::level).ifPresent(level -> out.put("level", level));
        course.decision().flatMap(CaseStep::decision).ifPresent(decision -> out.put("decision", decision));
        course.reviewBy().ifPresent(day -> out.put("review_by", day.toString()));
        course.until().ifPresent(day -> out.put("until", day.toString()));
        out.put("basis", entry.item().basis().stream().sorted().toList());
        return out;
    }

    private static Map<String, Object> due(DueItem item) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("what", item.kind());
        item.on().ifPresent(day -> out.put("on", day.toString()));
        out.put("past", item.isPast());
        out.put("case", item.entry().item().id());
        out.put("office", item.office());
        out.put("about", item.about());
        return out;
    }

    private static Map<String, Object> finding(DiligenceFinding finding) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("kind", Term.codeOf(finding.kind()));
        out.put("says", finding.says());
        out.put("case", finding.caseFile());
        finding.unit().ifPresent(unit -> out.put("unit_item", unit));
        finding.support().ifPresent(support -> out.put("support_item", support));
        return out;
    }

    private static Map<String, Object> fact(Item<RiskFact> item) {
        Map<String, Object> out = new LinkedHashMap<>();
        RiskFact fact = item.value();
        out.put("id", item.id());
        out.put("topic", fact.topic());
        out.put("recorded", fact.recorded());
        out.put("text", fact.text());
        out.put("source", fact.source());
        out.put("cited", item.citations().size());
        fact.when().ifPresent(when -> out.put("when", when));
        out.put("learned", fact.learned());
        out.put("confidence", fact.confidence().code());
        return out;
    }

    private static Map<String, Object> measure(Item<Measure> item) {
        Map<String, Object> out = new LinkedHashMap<>();
        Measure measure = item.value();
        out.put("id", item.id());
        out.put("text", measure.text());
        out.put("owner", measure.owner());
        measure.due().ifPresent(due -> out.put("due", due));
        measure.done().ifPresent(done -> out.put("done", done));
        out.put("evidence", measure.evidence());
        out.put("first", measure.first());
        return out;
    }

    private static Map<String, Object> step(CaseEntry entry, CaseStep step) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("kind", step.kind());
        out.put("date", step.date());
        out.put("office", step.office());
        Optional<String> person = entry.person(step);
        person.ifPresent(name -> out.put("person", name));
        step.level().ifPresent(level -> out.put("level", level));
        step.decision().ifPresent(decision -> out.put("decision", decision));
        step.from().ifPresent(day -> out.put("from", day));
        step.reviewBy().ifPresent(day -> out.put("review_by", day));
        step.until().ifPresent(day -> out.put("until", day));
        out.put("because", step.because());
        out.put("document", step.document());
        out.put("editions", step.editions());
        return out;
    }
}
