package org.salus.goals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.documents.Cell;
import org.salus.documents.Diagram;
import org.salus.documents.Table;
import org.salus.framework.Failure;
import org.salus.framework.ObjectiveDemand;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.ledger.Digest;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.ItemJson;
import org.salus.ledger.View;
import org.salus.workspace.Answer;
import org.salus.workspace.Faces;
import org.salus.workspace.NoChoice;
import org.salus.workspace.Reply;

/**
 * What is answered about goals, on pages, to programs and in a terminal alike, from what the reader may see; each answer names the state of the workspace it
 * was made from. Pure.
 */
public final class GoalsAnswers {
    private final View view;
    private final Wording wording;

    /** One page asks for the same alternative several times, and it may be large. */
    private final Map<ItemId, Chain> models = new ConcurrentHashMap<>();

    private final Map<Chain, HolesAnswer> holes = new ConcurrentHashMap<>();

    public GoalsAnswers(View view, Wording wording) {
        this.view = view;
        this.wording = wording;
    }

    /** The alternatives, the adopted one first, then in the order they were begun. */
    public List<Item<ResultsChain>> chains() {
        return view.list(ResultsChain.KIND).stream()
                .sorted(Comparator.comparing(
                        (Item<ResultsChain> chain) -> chain.value().adoption() != Adoption.ADOPTED))
                .toList();
    }

    /**
     * The alternative of that id, beginning of an id, or title.
     *
     * @throws Failure (not found) if there is none, or more than one
     */
    public Item<ResultsChain> chain(String words) {
        List<Item<ResultsChain>> found = chains().stream()
                .filter(chain -> chain.id().toString().equals(words)
                        || chain.value().title().equalsIgnoreCase(words)
                        || (words.length() >= 6 && chain.id().toString().startsWith(words)))
                .toList();
        if (found.size() != 1) {
            throw Failure.notFound(Sentence.of("goals.failure.no-chain", words))
                    .advising(Sentence.of("goals.failure.no-chain.advice"));
        }
        return found.getFirst();
    }

    /** What is in an alternative. */
    public Chain model(Item<ResultsChain> chain) {
        return models.computeIfAbsent(chain.id(), id -> Chain.of(view, id));
    }

    /**
     * The box of that id or title.
     *
     * @throws Failure if there is none, or more than one
     */
    public Item<? extends Box> box(Chain chain, String words) {
        List<Item<? extends Box>> found = chain.boxes().stream()
                .filter(box ->
                        box.id().toString().equals(words) || box.value().title().equalsIgnoreCase(words))
                .toList();
        if (found.isEmpty()) {
            throw Failure.notFound(Sentence.of("goals.failure.no-box", words));
        }
        if (found.size() > 1) {
            throw Failure.wrongUse(Sentence.of("goals.failure.several-boxes", words, found.size()));
        }
        return found.getFirst();
    }

    /**
     * What has to be written to move a box among its siblings.
     *
     * @param box its id or title
     * @param way up or down
     * @throws Failure if there is no such box or way, or the box is the first or the last already
     */
    public List<Edit> moving(Item<ResultsChain> chain, String box, String way) {
        if (!Set.of("up", "down").contains(way)) {
            throw NoChoice.of(way, List.of("up", "down"));
        }
        Chain model = model(chain);
        List<Edit> edits = ChainOrder.of(model).moving(box(model, box), way.equals("up"));
        if (edits.isEmpty()) {
            throw Failure.wrongUse(Sentence.of(way.equals("up") ? "goals.refusal.first" : "goals.refusal.last"));
        }
        return edits;
    }

    /**
     * What has to be written to take a box away with its links and all that belongs to it alone.
     *
     * @param box its id or title
     * @param shown the versions of it that somebody saw; empty for those there are
     * @throws Failure (not found) if there is no such box
     */
    public List<Edit> removing(Item<ResultsChain> chain, String box, Set<Digest> shown) {
        Chain model = model(chain);
        Item<? extends Box> found = box(model, box);
        return ChainOrder.of(model).removing(shown.isEmpty() ? found : found.basedOn(shown));
    }

    /**
     * An indicator of the library as a new one of a box, from then on the plan's own.
     *
     * @param key in the library
     * @param of id or title of the box
     * @throws Failure (not found) if the library or the chain has none of that name
     */
    public Item<Indicator> fromLibrary(Item<ResultsChain> chain, String key, String of) {
        return Item.fresh(
                Indicator.KIND,
                IndicatorLibrary.in(
                        chain.id(),
                        box(model(chain), of).id(),
                        IndicatorLibrary.shipped(wording.locale()).get(key)));
    }

    /** What is missing in it. */
    public HolesAnswer holes(Chain chain) {
        return holes.computeIfAbsent(chain, model -> HolesAnalysis.of(view, model));
    }

    /** Goals beside reform areas and donors, as on the page. */
    public Table matrix(Item<ResultsChain> chain) {
        Chain model = model(chain);
        return new ChainTables(chain.value().title(), model, holes(model), wording, element -> Optional.empty())
                .matrix();
    }

    /** The same for programs: a row for each donor and area, the columns by their keys. */
    public Map<String, Object> tellMatrix(Item<ResultsChain> chain) {
        Table table = matrix(chain);
        Map<String, Object> out = begin();
        out.put("chain", about(chain));
        Map<String, Object> names = new LinkedHashMap<>();
        table.columns().forEach(column -> names.put(column.key(), column.name()));
        out.put("columns", names);
        out.put("rows", table.rows().stream().map(row -> told(table, row)).toList());
        return out;
    }

    private static Map<String, Object> told(Table table, List<Cell> row) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (int at = 0; at < row.size(); at++) {
            Cell cell = row.get(at);
            switch (cell.content()) {
                case Cell.Content.Quantity number ->
                    out.put(table.columns().get(at).key(), number.value());
                default -> out.put(table.columns().get(at).key(), cell.code().orElse(cell.words()));
            }
        }
        return out;
    }

    /**
     * What is asked of a picture, as it is typed.
     *
     * @param around id or title of the box whose chain is drawn; empty, or {@code all}, for everything
     * @param folded ids or titles of boxes that hide what leads to them; several ids also with commas between them
     * @param overlay code of what boxes say; empty for where holes are
     * @param assumptions {@code shown} for assumptions and risks as boxes of their own; empty for without
     * @throws Failure if there is no such box or choice
     */
    public PictureQuestion asking(
            Item<ResultsChain> chain,
            Optional<String> around,
            List<String> folded,
            Optional<String> overlay,
            Optional<String> assumptions) {
        Chain model = model(chain);
        return new PictureQuestion(
                around.filter(box -> !box.equals(PictureQuestion.ALL))
                        .map(box -> box(model, box).id()),
                folded.stream()
                        .flatMap(words -> isCalled(model, words) ? Stream.of(words) : Stream.of(words.split(",", -1)))
                        .map(String::strip)
                        .filter(words -> !words.isEmpty())
                        .map(words -> box(model, words).id())
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                overlay.map(code -> ChainOverlay.find(code).orElseThrow(() -> noChoice(code, codes())))
                        .orElse(PictureQuestion.PLAIN.overlay()),
                assumptions
                        .map(code -> {
                            if (!code.equals(PictureQuestion.SHOWN)) {
                                throw noChoice(code, PictureQuestion.SHOWN);
                            }
                            return true;
                        })
                        .orElse(false));
    }

    private static String codes() {
        return Stream.of(ChainOverlay.values()).map(ChainOverlay::code).collect(Collectors.joining(", "));
    }

    private static Failure noChoice(String said, String choices) {
        return Failure.wrongUse(Sentence.of("goals.failure.picture", said, choices));
    }

    /** Whether there is a box of just these words: a title may have a comma in it. */
    private static boolean isCalled(Chain chain, String words) {
        return chain.boxes().stream().anyMatch(box -> box.value().title().equalsIgnoreCase(words));
    }

    /**
     * The picture of an alternative, as a file has it: what its marks mean stands in its note.
     *
     * @param today on which it is told which support nobody has confirmed for long, and how indicators stand
     * @throws Failure (wrong use) if it is more than a picture shows
     */
    public Diagram picture(Item<ResultsChain> chain, PictureQuestion question, LocalDate today) {
        Chain model = model(chain);
        ChainDrawing.mustBeDrawn(question.boxes(model));
        MeasuredChain measured = MeasuredChain.of(view, model, today);
        Diagram drawn = ChainDrawing.of(
                chain.value().title(),
                model,
                question.part(model),
                question.hasConditions(),
                question.overlay().marks(measured, holes(model), answered(model), wording),
                element -> Optional.empty(),
                today,
                wording);
        return drawn.noting(Stream.concat(Stream.of(drawn.note()), explained(question.overlay(), measured))
                .collect(Collectors.joining(" ")));
    }

    /** What the marks mean, where nothing stands beside the picture that says so. */
    private Stream<String> explained(ChainOverlay overlay, MeasuredChain measured) {
        List<ChainOverlay.Meaning> legend = overlay.legend(measured, wording);
        return legend.isEmpty()
                ? Stream.of()
                : Stream.concat(
                        Stream.of(wording.say(
                                "goals.overlay.status.lead", measured.standing().all(), measured.today())),
                        legend.stream()
                                .map(line -> (line.mark().sign() + " "
                                                + wording.say(
                                                        "goals.overlay.status.line",
                                                        line.mark().words(),
                                                        line.count(),
                                                        line.text()))
                                        .strip()));
    }

    /** What people answered, by the names of holes. */
    public Map<String, List<Item<Answer>>> replies() {
        return view.list(Answer.KIND).stream()
                .collect(Collectors.groupingBy(answer -> answer.value().finding()));
    }

    /**
     * The names of holes of a chain that somebody has answered as they are now. An answer that a copy brought in somebody's name, and nobody can prove, closes
     * none: whoever makes a file would settle a plan's holes in others' names.
     */
    public Set<String> answered(Chain chain) {
        return holes(chain).answered(view, chain);
    }

    /** Why somebody's answer to a hole does not close it; empty if it does. */
    public Optional<Sentence> whyOpen(Hole hole, Item<Answer> answer, Chain chain) {
        return hole.whyOpen(answer, chain, view);
    }

    /**
     * The reader's answer to a hole, in the place of an answer that this account has given before.
     *
     * @throws Failure if there is no such hole or reply, or no reason is given
     */
    public Item<Answer> answering(Chain chain, String hole, String reply, String because) {
        HolesAnswer found = holes(chain);
        Hole known = found.hole(hole).orElseThrow(() -> Failure.notFound(Sentence.of("goals.failure.no-hole", hole)));
        Reply said = Term.find(Reply.class, reply).orElseThrow(() -> NoChoice.of(reply, Reply.class));
        if (because.isBlank()) {
            // Who accepts a hole takes it out of what is open: the next reader needs to know why.
            throw Failure.wrongUse(Sentence.of("workspace.refusal.because"));
        }
        Answer answer = new Answer(
                known.name(),
                found.edition(),
                said,
                because.strip(),
                Optional.of(view.standing().account()),
                known.about(),
                Optional.of(Answer.AsRead.of(known.matter(chain), wording.say(known.says()))));
        return Answer.own(known.name(), view)
                .map(before -> before.saying(answer))
                .orElseGet(() -> Item.fresh(Answer.KIND, answer));
    }

    /** What is different in the second of two alternatives. */
    public ChainComparison comparison(Item<ResultsChain> before, Item<ResultsChain> after) {
        return ChainComparison.of(view, before, model(before), after, model(after));
    }

    /** With what an alternative is compared if nobody says: the adopted one, or what it is a copy of, or any other. */
    public Optional<Item<ResultsChain>> counterpart(Item<ResultsChain> chain) {
        List<Item<ResultsChain>> others = chains().stream()
                .filter(other -> !other.id().equals(chain.id()))
                .toList();
        return others.stream()
                .filter(other -> other.value().adoption() == Adoption.ADOPTED)
                .findFirst()
                .or(() -> others.stream()
                        .filter(other -> chain.value()
                                .copiedFrom()
                                .filter(other.id()::equals)
                                .isPresent())
                        .findFirst())
                .or(() -> others.stream().findFirst());
    }

    /**
     * What has to be written, in one step, for an alternative to become what this says. If another is adopted it is set aside by the same step, so undoing it
     * gives both back what they were.
     */
    public List<Edit> adopting(Item<ResultsChain> chain, Adoption adoption) {
        List<Edit> edits = new ArrayList<>();
        if (adoption == Adoption.ADOPTED) {
            chains().stream()
                    .filter(other -> other.value().adoption() == Adoption.ADOPTED
                            && !other.id().equals(chain.id()))
                    .forEach(other ->
                            edits.add(new Edit.Put(other.saying(other.value().with(Adoption.SET_ASIDE)))));
        }
        edits.add(new Edit.Put(chain.saying(chain.value().with(adoption))));
        return edits;
    }

    /** The comparison for programs: each element that differs, as it is said in both. */
    public Map<String, Object> compare(Item<ResultsChain> before, Item<ResultsChain> after) {
        ChainComparison comparison = comparison(before, after);
        Map<String, Object> out = begin();
        out.put("before", about(before));
        out.put("after", about(after));
        out.put("unchanged", comparison.unchanged());
        out.put(
                "differences",
                comparison.pairs().stream()
                        .map(pair -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("change", pair.change().name().toLowerCase(Locale.ROOT));
                            one.put("id", pair.id());
                            one.put(
                                    "kind",
                                    pair.after()
                                            .or(pair::before)
                                            .orElseThrow()
                                            .kind()
                                            .name());
                            pair.before().ifPresent(item -> one.put("before", ItemJson.value(item)));
                            pair.after().ifPresent(item -> one.put("after", ItemJson.value(item)));
                            return one;
                        })
                        .toList());
        return out;
    }

    Map<String, Object> begin() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("workspace", view.workspace());
        out.put("heads", view.heads());
        return out;
    }

    /** The alternatives with how many boxes and open holes they have. */
    public Map<String, Object> list() {
        Map<String, Object> out = begin();
        out.put(
                "chains",
                chains().stream()
                        .map(chain -> {
                            Chain model = model(chain);
                            Map<String, Object> one = about(chain);
                            one.put("boxes", model.boxes().size());
                            one.put(
                                    "open_holes",
                                    holes(model).open(answered(model)).size());
                            return one;
                        })
                        .toList());
        return out;
    }

    static Map<String, Object> about(Item<ResultsChain> chain) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", chain.id());
        out.put("title", chain.value().title());
        out.put("adoption", chain.value().adoption());
        return out;
    }

    /** Everything in an alternative. */
    public Map<String, Object> tell(Item<ResultsChain> chain) {
        Chain model = model(chain);
        Map<String, Object> out = begin();
        out.put("chain", about(chain));
        out.put("boxes", model.boxes().stream().map(GoalsAnswers::element).toList());
        out.put(
                "assumptions",
                model.assumptions().stream().map(GoalsAnswers::element).toList());
        out.put("risks", model.risks().stream().map(GoalsAnswers::element).toList());
        out.put(
                "indicators",
                model.indicators().stream().map(GoalsAnswers::element).toList());
        out.put("links", model.links().stream().map(GoalsAnswers::element).toList());
        return out;
    }

    private static Map<String, Object> element(Item<?> item) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", item.id());
        out.put("kind", item.kind().name());
        out.put("value", ItemJson.value(item));
        return out;
    }

    /** The alternative in the form that travels. */
    public Map<String, Object> file(Item<ResultsChain> chain) {
        return ChainFile.write(view, chain);
    }

    /** Its holes. */
    public Map<String, Object> holes(Item<ResultsChain> chain) {
        Chain model = model(chain);
        HolesAnswer found = holes(model);
        Set<String> answered = answered(model);
        Map<String, List<Item<Answer>>> replies = replies();
        Map<String, Object> out = begin();
        out.put("chain", about(chain));
        out.put("edition", found.edition());
        out.put("objectives", found.objectives());
        Map<String, Object> met = new LinkedHashMap<>();
        for (ObjectiveDemand demand : ObjectiveDemand.values()) {
            met.put(demand.code(), found.met().get(demand));
        }
        out.put("objectives_with", met);
        out.put("open", found.open(answered).size());
        out.put(
                "holes",
                found.holes().stream()
                        .map(hole -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("name", hole.name());
                            one.put("rule", hole.rule());
                            one.put("weight", hole.weight().code());
                            hole.gap().ifPresent(gap -> one.put("gap", gap));
                            one.put("box", hole.box());
                            one.put("says", wording.say(hole.says()));
                            one.put("answered", answered.contains(hole.name()));
                            one.put("mend", mend(hole.fix(), chain));
                            one.put(
                                    "answers",
                                    replies.getOrDefault(hole.name(), List.of()).stream()
                                            .map(answer -> replied(hole, model, answer))
                                            .toList());
                            return one;
                        })
                        .toList());
        return out;
    }

    /** Where a hole is mended: the act, the element at which it is done, the field if it is one, and the page on which people do it. */
    Map<String, Object> mend(Hole.Fix fix, Item<ResultsChain> chain) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("act", fix.act());
        out.put("says", wording.say(fix.says()));
        out.put("item", fix.at());
        if (fix instanceof Hole.Fix.Fill fill) {
            out.put("field", fill.field());
        }
        out.put("page", "/workspaces/" + view.workspace() + "/" + fix.path(chain.id()));
        return out;
    }

    private Map<String, Object> replied(Hole hole, Chain chain, Item<Answer> answer) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", answer.id());
        out.put("edition", answer.value().edition());
        out.put("reply", answer.value().reply());
        out.put("because", answer.value().because());
        answer.value().by().ifPresent(account -> out.put("by", account));
        by(answer).ifPresent(name -> out.put("name", name));
        if (!isProven(answer)) {
            out.put("author_proven", false);
        }
        whyOpen(hole, answer, chain).ifPresent(why -> out.put("why_open", wording.say(why)));
        out.put("basis", answer.basis().stream().sorted().toList());
        return out;
    }

    /** What whoever gave an answer is called here; empty where nobody has said whose it is. */
    public Optional<String> by(Item<Answer> answer) {
        return answer.value().by().map(account -> Faces.name(account, view, wording));
    }

    /** Whether whoever an answer says has given it. A merged copy may say anything. */
    public boolean isProven(Item<Answer> answer) {
        return Answer.isProven(answer, view);
    }
}
