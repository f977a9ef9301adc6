package org.salus.sector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.framework.DateSpan;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Citation;
import org.salus.ledger.Digest;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.ItemJson;
import org.salus.ledger.View;
import org.salus.workspace.Answer;
import org.salus.workspace.Reply;
import org.salus.workspace.Source;

/**
 * What programs are answered about a sector map, from the API and from the command line alike: trees of what the reader may see, each naming the state of the
 * workspace it was made from. Pure.
 */
public final class SectorAnswers {
    private static final int MOST_CHANGES = 1_000;

    private final View view;
    private final MapQuestion question;
    private final Wording wording;
    private final SectorDay day;

    /**
     * Answers about what a reader sees.
     *
     * @param question whose {@code on} is the day of the map
     */
    public SectorAnswers(View view, MapQuestion question, Wording wording) {
        this.view = view;
        this.question = question;
        this.wording = wording;
        this.day = SectorMap.of(view).on(question.day(), wording.locale());
    }

    /** The map of the day. */
    public SectorDay day() {
        return day;
    }

    /** What the record of the day says about oversight. */
    public OversightAnswer analysis() {
        return OversightAnalysis.of(day, question.today());
    }

    private Map<String, Object> begin() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("workspace", view.workspace());
        out.put("heads", view.heads());
        out.put("on", day.day());
        return out;
    }

    /** Actors and ties of the day. */
    public Map<String, Object> map() {
        Map<String, Object> out = begin();
        out.put("actors", day.actors().stream().map(this::actor).toList());
        out.put("ties", day.ties().stream().map(this::tie).toList());
        out.put("turning_points", SectorMap.of(view).turningPoints());
        return out;
    }

    /** Actors of the day. */
    public Map<String, Object> actors() {
        Map<String, Object> out = begin();
        out.put("actors", day.actors().stream().map(this::actor).toList());
        return out;
    }

    /** Ties of the day; only those of one actor if the question names one, and those of one kind if it names one. */
    public Map<String, Object> ties() {
        Map<String, Object> out = begin();
        out.put("ties", askedTies().stream().map(this::tie).toList());
        return out;
    }

    /** The actor asked for: one of the map, though perhaps of another day. One that is not seen is none. */
    private Optional<ItemId> askedActor() {
        Optional<ItemId> actor = question.item("actor");
        actor.filter(id -> day.map().actor(id).isEmpty()).ifPresent(id -> {
            throw Failure.notFound(Sentence.of("sector.page.no-actor", id.toString()));
        });
        return actor;
    }

    /** The ties that {@link #ties} tells of. */
    public List<PresentTie> askedTies() {
        Optional<ItemId> actor = askedActor();
        Optional<TieType> type = question.term("tie", TieType.class);
        return day.ties().stream()
                .filter(tie -> actor.isEmpty()
                        || tie.from().equals(actor.get())
                        || tie.to().equals(actor.get()))
                .filter(tie -> type.isEmpty() || tie.type() == type.get())
                .toList();
    }

    private Map<String, Object> actor(Present actor) {
        Phase phase = actor.phase();
        Map<String, Object> out = named(actor.id());
        if (!actor.actor().key().isEmpty()) {
            out.put("key", actor.actor().key());
        }
        out.put("names", phase.names());
        out.put("class", phase.actorClass());
        phase.type().ifPresent(known -> out.put("type", known));
        phase.alsoPillar().ifPresent(known -> out.put("second_pillar", known));
        out.put("powers", phase.powers());
        when(out, phase.when());
        out.put("holds", actor.holds());
        out.put("mandates", actor.actor().mandates());
        out.put("countries", actor.actor().countries());
        out.put("note", actor.actor().note());
        view.find(Actor.KIND, actor.id()).ifPresent(item -> {
            out.put("sources", citations(item.citations()));
            out.put("sensitivity", item.sensitivity().code());
            out.put("basis", item.basis().stream().sorted().toList());
        });
        return out;
    }

    private static void when(Map<String, Object> out, DateSpan when) {
        when.from().ifPresent(known -> out.put("from", known));
        when.until().ifPresent(known -> out.put("until", known));
    }

    private Map<String, Object> named(ItemId actor) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", actor);
        out.put("name", day.name(actor));
        return out;
    }

    private Map<String, Object> tie(PresentTie tie) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("ids", tie.ids());
        out.put("from", named(tie.from()));
        out.put("tie", tie.type());
        out.put("to", named(tie.to()));
        for (Basis basis : Basis.values()) {
            PresentTie.Side side = tie.side(basis);
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("recorded", side.recorded());
            said.put("holds", side.holds());
            if (side.isContradicted()) {
                said.put("contradicted", true);
            }
            said.put("sources", citations(side.citations()));
            out.put(basis == Basis.LAW ? "by_law" : "in_practice", said);
        }
        return out;
    }

    private List<Map<String, Object>> citations(List<Citation> citations) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Citation citation : citations) {
            view.find(Source.KIND, citation.source()).ifPresent(source -> {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("id", source.id());
                one.put("title", source.value().title());
                one.put("place", citation.place());
                one.put("confidence", citation.confidence().code());
                citation.first().ifPresent(known -> one.put("first_cited", known));
                citation.last().ifPresent(known -> one.put("last_cited", known));
                all.add(one);
            });
        }
        return all;
    }

    /** Who oversees whom: each kind of oversight of each institution, on one basis if the question names one. */
    public Map<String, Object> matrix() {
        Map<String, Object> out = begin();
        OversightAnswer analysis = analysis();
        out.put("edition", analysis.edition());
        out.put("asked", analysis.asked());
        out.put("coverage", askedCoverage(analysis).stream().map(this::coverage).toList());
        return out;
    }

    /** What {@link #matrix} tells of. */
    public List<Coverage> askedCoverage(OversightAnswer analysis) {
        Optional<Basis> basis = question.term("basis", Basis.class);
        Optional<ItemId> actor = askedActor();
        return analysis.coverage().stream()
                .filter(one -> basis.isEmpty() || one.basis() == basis.get())
                .filter(one -> actor.isEmpty() || one.institution().equals(actor.get()))
                .toList();
    }

    private Map<String, Object> coverage(Coverage one) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("institution", named(one.institution()));
        out.put("kind", one.kind());
        out.put("basis", one.basis());
        out.put("state", one.state());
        out.put("overseers", one.overseers().stream().map(this::named).toList());
        out.put("not_asked", one.notAsked().stream().map(this::named).toList());
        out.put("facts", one.facts());
        out.put("asked", one.asked());
        return out;
    }

    /** What the record says about oversight, with what people answered. */
    public Map<String, Object> oversight() {
        Map<String, Object> out = begin();
        OversightAnswer analysis = analysis();
        out.put("edition", analysis.edition());
        out.put("asked", analysis.asked());
        out.put(
                "institutions",
                analysis.institutions().stream().map(one -> named(one.id())).toList());
        out.put("findings", analysis.findings().stream().map(this::finding).toList());
        return out;
    }

    private Map<String, Object> finding(Finding finding) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", finding.name());
        out.put("rule", finding.rule());
        out.put("subject", finding.subject());
        out.put("says", finding.says());
        out.put("looks_for", finding.rule(true));
        out.put("about", finding.about().stream().map(this::named).toList());
        out.put("facts", finding.facts());
        out.put("asked", finding.asked());
        out.put("edition", finding.edition());
        out.put("answers", answersTo(finding.name()).stream().map(this::answer).toList());
        return out;
    }

    /** What nobody has answered yet; it says nothing about those it names. */
    public Map<String, Object> questions() {
        Map<String, Object> out = begin();
        OversightAnswer analysis = analysis();
        out.put("edition", analysis.edition());
        out.put("asked", analysis.asked());
        out.put(
                "to_ask",
                askedQuestions(analysis).stream()
                        .map(one -> {
                            Map<String, Object> ask = new LinkedHashMap<>();
                            ask.put("name", one.name());
                            ask.put("rule", one.rule());
                            ask.put("asks", one.asks());
                            ask.put(
                                    "about",
                                    one.about().stream().map(this::named).toList());
                            ask.put("ties", one.ties());
                            return ask;
                        })
                        .toList());
        return out;
    }

    /** What {@link #questions} tells of: all, or what concerns one actor. */
    public List<ToAsk> askedQuestions(OversightAnswer analysis) {
        Optional<ItemId> actor = askedActor();
        return analysis.toAsk().stream()
                .filter(one -> actor.isEmpty() || one.about().contains(actor.get()))
                .toList();
    }

    /** What people answered to findings, to one if the question names it. */
    public Map<String, Object> answers() {
        Map<String, Object> out = begin();
        String finding = question.text("finding");
        out.put(
                "answers",
                view.list(Answer.KIND).stream()
                        .filter(item ->
                                finding.isEmpty() || item.value().finding().equals(finding))
                        .map(this::answer)
                        .toList());
        return out;
    }

    /** What people answered to that finding. */
    public List<Item<Answer>> answersTo(String finding) {
        return view.list(Answer.KIND).stream()
                .filter(item -> item.value().finding().equals(finding))
                .toList();
    }

    private Map<String, Object> answer(Item<Answer> item) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", item.id());
        out.put("finding", item.value().finding());
        out.put("edition", item.value().edition());
        out.put("reply", item.value().reply());
        out.put("because", item.value().because());
        item.value().by().ifPresent(account -> out.put("by", account));
        if (!Answer.isProven(item, view)) {
            out.put("author_proven", false);
        }
        out.put("basis", item.basis().stream().sorted().toList());
        return out;
    }

    /**
     * The reader's answer to a finding, for whoever may see what the finding rests on: in the place of an answer that this account has given before.
     *
     * @param name of the finding
     * @param reply a code
     * @throws Failure if there is no such finding on this day, or no such reply
     */
    public Item<Answer> answering(String name, String reply, String because) {
        Finding finding = analysis()
                .finding(name)
                .orElseThrow(() -> Failure.notFound(Sentence.of("sector.failure.no-finding", name)));
        Answer said = new Answer(
                finding.name(),
                finding.edition(),
                org.salus.framework.Term.find(Reply.class, reply)
                        .orElseThrow(() -> Failure.wrongUse(Sentence.of(
                                "sector.question.wrong", "reply", reply, "agree, partly, disagree, dealt-with"))),
                because.strip(),
                Optional.of(view.standing().account()),
                finding.needs());
        return Answer.own(finding.name(), view)
                .map(before -> before.saying(said))
                .orElseGet(() -> Item.fresh(Answer.KIND, said));
    }

    /** Known support, with what is kept in these private layers if the question asks for it. */
    public Map<String, Object> support(List<View> layers) {
        Map<String, Object> out = begin();
        SupportList list = SupportList.of(view, layers, question, wording.locale());
        out.put("totals", list.totals());
        out.put("without_exact_amount", list.withoutAmount());
        out.put(
                "support",
                list.lines().stream()
                        .map(line -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("id", line.item().id());
                            one.put("institution_on_map", line.institution());
                            one.put("value", ItemJson.value(line.item()));
                            line.layer().ifPresent(known -> one.put("layer", known));
                            one.put("sensitivity", line.item().sensitivity().code());
                            List<Sentence> without = list.withoutDecision(line);
                            if (!without.isEmpty()) {
                                one.put("diligence", without);
                            }
                            one.put(
                                    "basis",
                                    line.item().basis().stream().sorted().toList());
                            return one;
                        })
                        .toList());
        return out;
    }

    // --- what a file brings ---

    /**
     * What a file with a map would change, or has changed.
     *
     * @param entry the step it became; empty for a preview, and where nothing changed
     */
    public static Map<String, Object> imported(ImportPreview preview, Optional<Digest> entry) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("file", preview.file());
        entry.ifPresent(known -> out.put("entry", known));
        out.put("rows", preview.rows());
        out.put("taken", preview.taken());
        out.put("left_out", preview.leftOut());
        Map<String, Object> counts = new LinkedHashMap<>();
        for (String kind : List.of("actor", "tie", "source")) {
            Map<String, Object> of = new LinkedHashMap<>();
            for (ImportPreview.Doing doing : ImportPreview.Doing.values()) {
                of.put(org.salus.framework.Term.codeOf(doing), preview.count(doing, kind));
            }
            counts.put(kind, of);
        }
        out.put("counts", counts);
        out.put("changes_shown", Math.min(MOST_CHANGES, preview.changes().size()));
        out.put(
                "changes",
                preview.changes().stream()
                        .limit(MOST_CHANGES)
                        .map(change -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("becomes", change.doing());
                            one.put("kind", change.kind());
                            one.put("label", change.label());
                            one.put("place", change.place().say());
                            one.put("item", change.item());
                            return one;
                        })
                        .toList());
        out.put("problems", problems(preview.problems()));
        return out;
    }

    private static List<Map<String, Object>> problems(List<FileProblem> problems) {
        return problems.stream()
                .map(problem -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("severity", problem.severity());
                    one.put("place", problem.place().say());
                    one.put("column", problem.column());
                    one.put("says", problem.says());
                    one.put("to_do", problem.toDo());
                    return one;
                })
                .toList();
    }

    /** What a partner's table would bring, or has brought. */
    public static Map<String, Object> brought(SupportImport what, MatrixPreview preview, Optional<Digest> entry) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("file", what.file().name());
        out.put("sheet", what.sheet().name());
        out.put("headings", what.sheet().headings());
        out.put("columns", what.mapping().columns());
        out.put("same", what.mapping().fixed());
        out.put("kept", what.keptFor());
        entry.ifPresent(known -> out.put("entry", known));
        out.put("rows", preview.rows());
        out.put("taken", preview.lines().size());
        out.put("left_out", preview.leftOut());
        for (ImportPreview.Doing doing : ImportPreview.Doing.values()) {
            out.put(org.salus.framework.Term.codeOf(doing), preview.count(doing));
        }
        out.put("totals", preview.totals());
        out.put("without_exact_amount", preview.withoutAmount());
        out.put("not_on_map", preview.unmatched());
        out.put("problems", problems(preview.problems()));
        return out;
    }
}
