package org.salus.diligence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Recorded;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Act;
import org.salus.ledger.Confidence;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.Member;
import org.salus.ledger.Outcome;
import org.salus.ledger.PlainText;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.WorkspaceId;
import org.salus.ledger.Workspaces;
import org.salus.workspace.Faces;
import org.salus.workspace.NoChoice;
import org.salus.workspace.PrivateLayers;

/** What somebody typed about a case, in the words that pages, API and command line share. What is missing in it is said by the field it is missing in. */
public final class TypedCase {
    /** What can be typed of a new case. */
    public static final List<String> BEGIN =
            List.of("recipient", "unit", "support", "given", "title", "provider", "regimes", "note", "keep");

    /** What can be typed of a fact. */
    public static final List<String> FACT =
            List.of("topic", "recorded", "text", "source", "when", "learned", "confidence");

    /** What can be typed of a measure. */
    public static final List<String> MEASURE = List.of("text", "owner", "due", "first");

    /** What can be typed of a step. */
    public static final List<String> STEP = List.of(
            "kind",
            "date",
            "office",
            "because",
            "level",
            "decision",
            "from",
            "review-by",
            "until",
            "document",
            "person",
            "person-until");

    private final Map<String, String> typed;

    /** @param typed by the names of fields */
    public TypedCase(Map<String, String> typed) {
        this.typed = Map.copyOf(typed);
    }

    /**
     * A case that was begun, or was not.
     *
     * @param workspace where it is kept
     */
    public record Begun(WorkspaceId workspace, ItemId id, Outcome outcome) {}

    /** What can be typed of answers about scope. */
    public static List<String> answers() {
        return Stream.concat(
                        Stream.of("regimes"),
                        Regimes.shipped().questions().stream()
                                .flatMap(question -> Stream.of("answer-" + question.code(), "note-" + question.code())))
                .toList();
    }

    /**
     * The same, if it says nothing else.
     *
     * @throws Failure (wrong use) for a name that means nothing: what was mistyped would be lost
     */
    public TypedCase knowing(List<String> names) {
        for (String name : typed.keySet()) {
            if (!names.contains(name)) {
                throw Failure.wrongUse(Sentence.of("diligence.failure.no-field", name, String.join(", ", names)));
            }
        }
        return this;
    }

    private String text(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    private Optional<PartialDate> date(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(PartialDate.find(text)
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("diligence.failure.date", text))
                        .at(name)));
    }

    private PartialDate needed(String name) {
        return date(name)
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("diligence.failure.no-date"))
                        .at(name));
    }

    private <T extends Enum<T> & Term> Optional<T> term(String name, Class<T> vocabulary) {
        String code = text(name);
        if (code.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Term.find(vocabulary, code)
                .orElseThrow(() -> NoChoice.of(code, vocabulary).at(name)));
    }

    private Optional<ItemId> item(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ItemId.of(text));
        } catch (IllegalArgumentException none) {
            throw Failure.notFound(Sentence.of("diligence.failure.no-item", text));
        }
    }

    /** Codes of regimes, parted by blanks or commas. */
    private List<String> regimes() {
        return Stream.of(text("regimes").split("[,\\s]+", -1))
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    }

    private static void requireWriter(View view) {
        if (!view.standing().mayActAs(Role.CONTRIBUTOR)) {
            throw Failure.refused(Sentence.of("ledger.refusal.role", Role.CONTRIBUTOR.label()));
        }
    }

    /**
     * Begins a case: {@code recipient} (an id) or {@code unit} (as written), {@code support} (an id) or {@code given} (as written), and if wanted {@code title}, {@code provider},
     * {@code regimes}, {@code note} and {@code keep}. Where nobody chose it is kept in a private layer, which is made if there is none.
     *
     * @param here the workspace, or a private layer
     * @throws Failure if something of it means nothing, or whoever asks may not write here
     */
    public Begun begin(Workspaces workspaces, Workspace here, AccountId author, Faces faces, Wording wording) {
        View view = here.view(author);
        requireWriter(view);
        Keeping keeping = term("keep", Keeping.class).orElse(Keeping.usual(workspaces.isCopy()));
        if (!keeping.isOpenTo(view.standing())) {
            throw Failure.wrongUse(Sentence.of("diligence.failure.no-organisation"))
                    .at("keep");
        }
        boolean isInLayer = view.charter().layerOf().isPresent();
        Optional<View> shared =
                isInLayer ? view.charter().layerOf().flatMap(id -> opened(workspaces, id, author)) : Optional.of(view);
        boolean isBeyond = isInLayer || keeping == Keeping.LAYER;
        Optional<ItemId> unit = named(item("recipient"), shared, CaseBook.RECIPIENT_KIND);
        Optional<ItemId> given = named(item("support"), shared, "");
        String unitName = written("unit", unit, shared, faces, wording);
        String givenName = written("given", given, shared, faces, wording);
        String title = text("title");
        CaseFile file = new CaseFile(
                title.isEmpty() && !unitName.isEmpty() ? unitName + ": " + givenName : title,
                isBeyond ? Optional.empty() : unit,
                isBeyond ? unit : Optional.empty(),
                unitName,
                isBeyond ? Optional.empty() : given,
                isBeyond ? given : Optional.empty(),
                givenName,
                text("provider"),
                regimes(),
                List.of(),
                List.of(),
                text("note"));
        // Looked at before a layer is made for it.
        if (unitName.isEmpty() && unit.isEmpty()) {
            throw Failure.wrongUse(Sentence.of("diligence.refusal.no-recipient"))
                    .at("unit");
        }
        if (givenName.isEmpty() && given.isEmpty()) {
            throw Failure.wrongUse(Sentence.of("diligence.refusal.no-support")).at("given");
        }
        Workspace holding = isInLayer || keeping != Keeping.LAYER
                ? here
                : PrivateLayers.find(here.id(), author, workspaces)
                        .orElseGet(() -> PrivateLayers.found(view, author, workspaces, wording));
        Item<CaseFile> item = Item.fresh(CaseFile.KIND, file).meantFor(keeping.sensitivity(view.standing()));
        return new Begun(holding.id(), item.id(), holding.append(author, List.of(new Edit.Put(item)), Reason.EDIT));
    }

    /** A workspace as somebody sees it, if they may open it. */
    public static Optional<View> opened(Workspaces workspaces, WorkspaceId id, AccountId reader) {
        return workspaces.list(reader).stream()
                .filter(view -> view.workspace().equals(id))
                .findFirst();
    }

    private static Optional<ItemId> named(Optional<ItemId> id, Optional<View> shared, String kind) {
        id.ifPresent(known -> {
            boolean isThere = shared.flatMap(view -> view.find(known))
                    .map(item -> item.kind().name())
                    .filter(name -> kind.isEmpty() ? CaseBook.SUPPORT_KINDS.contains(name) : name.equals(kind))
                    .isPresent();
            if (!isThere) {
                throw Failure.notFound(Sentence.of("diligence.failure.no-item", known.toString()));
            }
        });
        return id;
    }

    private String written(String name, Optional<ItemId> id, Optional<View> shared, Faces faces, Wording wording) {
        String text = text(name);
        return !text.isEmpty() || id.isEmpty() || shared.isEmpty()
                ? text
                : faces.title(id.get(), shared.get(), wording);
    }

    /**
     * The case with what was answered about scope: {@code regimes}, and for each question {@code answer-CODE} and {@code note-CODE}. What is not said stays as it is; an answer
     * {@code none} is taken back.
     */
    public CaseFile answered(CaseFile file) {
        List<ScopeAnswer> answers = new ArrayList<>();
        for (ScopeQuestion question : Regimes.shipped().questions()) {
            Optional<ScopeAnswer> before = file.answers().stream()
                    .filter(answer -> answer.question().equals(question.code()))
                    .findFirst();
            String note = typed.containsKey("note-" + question.code())
                    ? text("note-" + question.code())
                    : before.map(ScopeAnswer::note).orElse("");
            if (text("answer-" + question.code()).equals("none")) {
                continue;
            }
            term("answer-" + question.code(), ScopeReply.class)
                    .or(() -> before.map(ScopeAnswer::reply))
                    .ifPresent(reply -> answers.add(new ScopeAnswer(question.code(), reply, note)));
        }
        return file.asked(typed.containsKey("regimes") ? regimes() : file.regimes(), answers);
    }

    /**
     * The case after one more step: {@code kind}, {@code date}, {@code office}, {@code because}, and as the step needs it {@code level}, {@code decision}, {@code from},
     * {@code review-by}, {@code until}, {@code document}, {@code person}, {@code person-until}.
     *
     * @throws Failure (wrong use) if a word means nothing
     */
    public CaseFile stepped(CaseFile file) {
        StepKind kind = term("kind", StepKind.class)
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("diligence.failure.no-step"))
                        .at("kind"));
        String person = text("person");
        Optional<NamedPerson> named =
                person.isEmpty() ? Optional.empty() : Optional.of(new NamedPerson(person, needed("person-until")));
        return file.after(new CaseStep(
                kind,
                needed("date"),
                text("office"),
                named,
                text("because"),
                text("document"),
                // A form has fields for every step; what belongs to another one is left.
                kind == StepKind.ASSESSED ? term("level", RiskLevel.class) : Optional.empty(),
                kind == StepKind.DECIDED ? term("decision", Decision.class) : Optional.empty(),
                kind == StepKind.DECIDED ? date("from") : Optional.empty(),
                kind == StepKind.DECIDED || kind == StepKind.REVIEWED ? date("review-by") : Optional.empty(),
                kind == StepKind.DECIDED ? date("until") : Optional.empty(),
                Regimes.shipped().of(file.regimes()).stream()
                        .map(Regime::called)
                        .toList()));
    }

    /**
     * A case with the steps of all its versions, which copies brought.
     *
     * @throws Failure (not found) if it has one version only
     */
    public static Item<CaseFile> together(View view, Item<CaseFile> item) {
        if (!view.isInConflict(item.id())) {
            throw Failure.notFound(Sentence.of("workspace.conflicts.settled"));
        }
        return CaseVersions.of(item.id(), view)
                .together()
                .map(item::saying)
                .orElseThrow(() -> Failure.notFound(Sentence.of("workspace.conflicts.settled")));
    }

    /** A risk fact: {@code text}, {@code learned}, and if wanted {@code topic}, {@code recorded}, {@code source}, {@code when}, {@code confidence}. */
    public Item<RiskFact> fact(Item<CaseFile> of) {
        String confidence = text("confidence");
        return Item.fresh(
                        RiskFact.KIND,
                        new RiskFact(
                                of.id(),
                                text("topic").isEmpty() ? "other" : text("topic"),
                                term("recorded", Recorded.class).orElse(Recorded.RECORDED),
                                text("text"),
                                text("source"),
                                date("when"),
                                needed("learned"),
                                confidence.isEmpty()
                                        ? Confidence.NOT_ASSESSED
                                        : Stream.of(Confidence.values())
                                                .filter(one -> one.code().equals(confidence))
                                                .findFirst()
                                                .orElseThrow(() -> NoChoice.of(
                                                                confidence,
                                                                Stream.of(Confidence.values())
                                                                        .map(Confidence::code)
                                                                        .toList())
                                                        .at("confidence"))))
                .meantFor(of.sensitivity());
    }

    /** A measure: {@code text}, {@code owner}, and if wanted {@code due} and {@code first}. */
    public Item<Measure> measure(Item<CaseFile> of) {
        return Item.fresh(
                        Measure.KIND,
                        new Measure(
                                of.id(),
                                text("text"),
                                text("owner"),
                                date("due"),
                                Optional.empty(),
                                "",
                                List.of("true", "yes", "on").contains(text("first"))))
                .meantFor(of.sensitivity());
    }

    /**
     * Takes a case from a private layer into the shared workspace: a deliberate act, with a reason in {@code because}, by an {@code office} on a {@code date}, for whom {@code keep}
     * says. What is cited stays in the layer, since its sources do, and so does what the author may not see. A fact or measure that was kept for few stays with these. The case in
     * the layer is closed by the same office.
     *
     * @return what became of it in the shared workspace; only if it was accepted, the one in the layer is closed
     * @throws Failure if it is not kept in a layer, if something is missing, or if it could not be closed there: then nothing is written, unless it changed in this very moment
     */
    public Begun shared(Workspaces workspaces, Workspace layer, CaseEntry entry, AccountId author) {
        View view = layer.view(author);
        requireWriter(view);
        WorkspaceId id =
                view.charter().layerOf().orElseThrow(() -> Failure.wrongUse(Sentence.of("diligence.failure.no-layer")));
        Workspace target = workspaces.get(id);
        View there = target.view(author);
        requireWriter(there);
        Keeping keeping = term("keep", Keeping.class)
                .filter(chosen -> chosen != Keeping.LAYER)
                .orElse(Keeping.ME);
        if (!keeping.isOpenTo(there.standing())) {
            throw Failure.wrongUse(Sentence.of("diligence.failure.no-organisation"))
                    .at("keep");
        }
        if (entry.isInConflict()) {
            throw Failure.wrongUse(
                    Sentence.of("diligence.failure.in-conflict", entry.file().title()));
        }
        if (text("because").isEmpty()) {
            throw Failure.wrongUse(CaseRule.HAS_REASONS.reason()).at("because");
        }
        CaseStep closing = CaseStep.of(
                StepKind.CLOSED, needed("date"), PlainText.shown(text("office")), PlainText.shown(text("because")));
        if (closing.office().isEmpty()) {
            throw Failure.wrongUse(CaseRule.IS_TAKEN_BY_AN_OFFICE.reason()).at("office");
        }
        CaseFile file = entry.file();
        Reason reason = Reason.of(Act.EDIT, text("because"));
        Item<CaseFile> closed = entry.item().saying(file.after(closing));
        List<Edit> closes = List.of(new Edit.Put(closed));
        // Judged before anything is written: what cannot be closed here would stand open in both places.
        CaseRules.ofCase(closed, view, new Kind.Step(closes, reason)).stream()
                .findFirst()
                .ifPresent(refusal -> {
                    throw refused(refusal);
                });
        Item<CaseFile> moved = Item.fresh(
                        CaseFile.KIND,
                        new CaseFile(
                                file.title(),
                                file.unit(),
                                Optional.empty(),
                                file.recipientName(),
                                file.given(),
                                Optional.empty(),
                                file.supportName(),
                                file.provider(),
                                file.regimes(),
                                file.answers(),
                                file.steps(),
                                file.note()))
                .meantFor(keeping.sensitivity(there.standing()));
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit.Put(moved));
        for (Item<RiskFact> fact : entry.facts()) {
            RiskFact said = fact.value();
            edits.add(new Edit.Put(Item.fresh(
                            RiskFact.KIND,
                            new RiskFact(
                                    moved.id(),
                                    said.topic(),
                                    said.recorded(),
                                    said.text(),
                                    said.source(),
                                    said.when(),
                                    said.learned(),
                                    said.confidence()))
                    .meantFor(noWider(fact.sensitivity(), moved.sensitivity(), there))));
        }
        for (Item<Measure> measure : entry.measures()) {
            Measure said = measure.value();
            edits.add(new Edit.Put(Item.fresh(
                            Measure.KIND,
                            new Measure(
                                    moved.id(),
                                    said.text(),
                                    said.owner(),
                                    said.due(),
                                    said.done(),
                                    said.evidence(),
                                    said.first()))
                    .meantFor(noWider(measure.sensitivity(), moved.sensitivity(), there))));
        }
        Outcome outcome = target.append(author, edits, reason);
        if (outcome instanceof Outcome.Accepted
                && !(layer.append(author, closes, reason) instanceof Outcome.Accepted)) {
            throw Failure.wrongUse(Sentence.of("diligence.failure.not-closed", file.title()));
        }
        return new Begun(id, moved.id(), outcome);
    }

    /** What was kept for few in the layer is for no more than these, whoever the case is for. */
    private static Sensitivity noWider(Sensitivity kept, Sensitivity moved, View there) {
        return Sensitivity.together(
                List.of(kept, moved),
                account -> there.find(Member.KIND, new ItemId(account.value()))
                        .flatMap(member -> member.value().organisation()));
    }

    /** Why a case is not closed, at the day if it is the day. */
    private static Failure refused(Sentence refusal) {
        Failure failure = Failure.wrongUse(refusal);
        return List.of(CaseRule.IS_OF_A_DAY.reason(), CaseRule.FOLLOWS_THE_LAST.reason())
                        .contains(refusal)
                ? failure.at("date")
                : failure;
    }
}
