package org.salus.governance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.salus.context.GovernancePanel;
import org.salus.documents.Table;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.framework.Characteristic;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.ledger.Digest;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.sector.Basis;

/**
 * What programs are answered about assessments, from the API and from the command line alike: trees of what the reader may see, each naming the state of the
 * workspace it was made from. Pure.
 */
public final class GovernanceAnswers {
    /** What can be asked of a round. */
    public static final List<String> VIEWS =
            List.of("matrix", "profile", "answers", "disagreement", "open", "change", "indices");

    private final Workspace workspace;
    private final View view;
    private final Locale language;

    /** @param view of the workspace */
    public GovernanceAnswers(Workspace workspace, View view, Locale language) {
        this.workspace = workspace;
        this.view = view;
        this.language = language;
    }

    private Map<String, Object> begin() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("workspace", view.workspace());
        out.put("heads", view.heads());
        return out;
    }

    /** All rounds. */
    public Map<String, Object> rounds() {
        Map<String, Object> out = begin();
        out.put(
                "rounds",
                Assessment.rounds(view).stream()
                        .map(round -> about(Assessment.of(workspace, view, round.id(), language)))
                        .toList());
        return out;
    }

    /** The question sets, without their questions. */
    public Map<String, Object> sets() {
        Map<String, Object> out = begin();
        out.put(
                "sets",
                view.list(QuestionSet.KIND).stream()
                        .map(item -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("id", item.id());
                            one.put("key", item.value().key());
                            one.put("edition", item.value().edition());
                            one.put(
                                    "title",
                                    QuestionWords.in(language)
                                            .shown(item.value())
                                            .title());
                            one.put("questions", item.value().questions().size());
                            return one;
                        })
                        .toList());
        return out;
    }

    /**
     * The set of that id, beginning of an id, or title; {@code salus} is the one that comes with the program.
     *
     * @throws Failure if there is none, or more than one
     */
    public QuestionSet set(String words) {
        if (words.equals("salus")) {
            return QuestionSetFile.shipped();
        }
        List<Item<QuestionSet>> found = view.list(QuestionSet.KIND).stream()
                .filter(set -> set.id().toString().equals(words)
                        || set.value().title().equalsIgnoreCase(words)
                        || QuestionWords.in(language).shown(set.value()).title().equalsIgnoreCase(words)
                        || (words.length() >= 6 && set.id().toString().startsWith(words)))
                .toList();
        if (found.size() != 1) {
            throw found.isEmpty()
                    ? Failure.notFound(Sentence.of("governance.failure.no-item", words))
                    : Failure.wrongUse(Sentence.of("governance.failure.several", words, found.size()));
        }
        return found.getFirst().value();
    }

    /** A set with its questions, under the names they have in its file. */
    public Map<String, Object> questions(String words) {
        QuestionSet set = QuestionWords.in(language).shown(set(words));
        Map<String, Object> out = begin();
        out.put("key", set.key());
        out.put("edition", set.edition());
        out.put("title", set.title());
        out.put("note", set.note());
        out.put(
                "questions",
                set.questions().stream()
                        .map(question -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("id", question.id());
                            one.put("characteristic", question.characteristic());
                            one.put("theme", question.theme());
                            one.put("basis", question.basis());
                            one.put("of", question.of());
                            one.put("core", question.isCore());
                            one.put("asks", question.asks());
                            one.put("levels", question.levels());
                            one.put("sources", question.sources());
                            return one;
                        })
                        .toList());
        return out;
    }

    /**
     * The round of that id, beginning of an id, or title.
     *
     * @throws Failure if there is none, or more than one
     */
    public Assessment find(String words) {
        List<ItemId> found = Assessment.rounds(view).stream()
                .filter(round -> round.id().toString().equals(words)
                        || round.value().title().equalsIgnoreCase(words)
                        || (words.length() >= 6 && round.id().toString().startsWith(words)))
                .map(Item::id)
                .toList();
        if (found.size() != 1) {
            throw found.isEmpty()
                    ? Failure.notFound(Sentence.of("governance.failure.no-item", words))
                    : Failure.wrongUse(Sentence.of("governance.failure.several", words, found.size()));
        }
        return Assessment.of(workspace, view, found.getFirst(), language);
    }

    private static Map<String, Object> about(Assessment assessment) {
        Map<String, Object> out = new LinkedHashMap<>();
        Round round = assessment.round();
        out.put("id", assessment.id());
        out.put("title", round.title());
        out.put("stage", round.stage());
        round.when().from().ifPresent(known -> out.put("from", known));
        round.when().until().ifPresent(known -> out.put("until", known));
        out.put("set", round.set());
        out.put("set_key", assessment.set().key());
        out.put("set_edition", assessment.set().edition());
        out.put(
                "assessors",
                round.seats().stream()
                        .map(seat -> Map.of("code", seat.code(), "name", seat.name()))
                        .toList());
        out.put(
                "institutions",
                assessment.institutions().stream().map(GovernanceAnswers::named).toList());
        out.put(
                "asked_nothing",
                assessment.askedNothing().stream().map(GovernanceAnswers::named).toList());
        out.put("questions", assessment.questions().size());
        out.put("counts", assessment.counts());
        out.put("fit_nowhere", assessment.loose().size());
        out.put("came_after_lock", assessment.late().size());
        out.put("blind", assessment.isBlind());
        return out;
    }

    private static Map<String, Object> named(Institution institution) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", institution.id());
        out.put("name", institution.name());
        return out;
    }

    /** The countries a workspace is about, as far as they are known; published indices are told of each. */
    public static List<Country> countries(View view) {
        return view.charter().countries().stream()
                .flatMap(code -> Countries.shipped().findByCode(code).stream())
                .toList();
    }

    /**
     * What a round says.
     *
     * @param what one of {@link #VIEWS}
     * @param before the earlier round of a change
     * @param panels what published indices say of a country, in the open data that is loaded
     * @throws Failure if there is no such view or round
     */
    public Map<String, Object> view(
            String round, String what, Optional<String> before, Function<Country, GovernancePanel> panels) {
        Assessment assessment = find(round);
        Map<String, Object> out = begin();
        out.put("round", about(assessment));
        switch (what) {
            case "matrix", "profile" -> out.put("readings", readings(assessment));
            case "answers" ->
                out.put(
                        "answers",
                        assessment.all().stream()
                                .map(one -> answers(one, assessment))
                                .toList());
            case "disagreement" ->
                out.put(
                        "disagreement",
                        Disagreement.of(assessment).stream()
                                .map(one -> {
                                    Map<String, Object> said = place(one.answers());
                                    said.put("kind", Term.codeOf(one.kind()));
                                    said.put("levels", one.answers().levels());
                                    return said;
                                })
                                .toList());
            case "open" ->
                out.put(
                        "to_ask",
                        OpenQuestion.of(assessment).stream()
                                .map(one -> {
                                    Map<String, Object> said = place(one.answers());
                                    said.put(
                                            "why",
                                            one.why().stream().map(Term::codeOf).toList());
                                    said.put("where", shown(one.answers()).sources());
                                    return said;
                                })
                                .toList());
            case "change" -> change(out, assessment, before);
            case "indices" ->
                out.put("indices", countries(view).stream().map(panels).toList());
            default ->
                throw Failure.notFound(Sentence.of("governance.failure.no-view", what, String.join(", ", VIEWS)));
        }
        return out;
    }

    /**
     * What a round says as a table to take along, which names the workspace.
     *
     * @param what one of {@link #VIEWS}
     * @param before the earlier round of a change
     * @param country of published indices, by its code; empty for the first the workspace names
     * @param panels what published indices say of a country, in the open data that is loaded
     * @throws Failure if there is no such view, round or country
     */
    public Table table(
            String round,
            String what,
            Optional<String> before,
            Optional<String> country,
            Function<Country, GovernancePanel> panels) {
        Wording wording = Wording.in(language);
        Assessment assessment = find(round);
        GovernanceTables tables = GovernanceTables.plain(assessment, wording);
        Table made = switch (what) {
            case "matrix" -> tables.matrix();
            case "profile" -> tables.profile(Optional.empty());
            case "answers" -> tables.answers(Optional.empty());
            case "disagreement" -> tables.disagreement();
            case "open" -> tables.open();
            case "change" -> {
                Assessment earlier = earlier(assessment, before);
                yield tables.change(Change.between(earlier, assessment), earlier);
            }
            case "indices" ->
                GovernanceTables.indices(
                        panels.apply(countries(view).stream()
                                .filter(one -> country.isEmpty() || one.iso3().equals(country.get()))
                                .findFirst()
                                .orElseThrow(() -> Failure.notFound(Sentence.of("governance.indices.no-country")))),
                        wording);
            default ->
                throw Failure.notFound(Sentence.of("governance.failure.no-view", what, String.join(", ", VIEWS)));
        };
        return new Table(
                wording.say("governance.table.file", view.charter().name(), made.caption()),
                made.columns(),
                made.rows(),
                made.footer());
    }

    /** The round with which one is compared: the one asked for, else the newest of the others. */
    private Assessment earlier(Assessment assessment, Optional<String> before) {
        return before.map(this::find)
                .or(() -> Assessment.rounds(view).stream()
                        .filter(round -> !round.id().equals(assessment.id()))
                        .findFirst()
                        .map(round -> Assessment.of(workspace, view, round.id(), language)))
                .orElseThrow(() -> Failure.notFound(Sentence.of("governance.change.none")));
    }

    private void change(Map<String, Object> out, Assessment assessment, Optional<String> before) {
        Assessment earlier = earlier(assessment, before);
        Change change = Change.between(earlier, assessment);
        out.put("before", about(earlier));
        out.put(
                "lines",
                change.lines().stream()
                        .map(line -> {
                            Map<String, Object> said = place(line.after());
                            line.before().median().ifPresent(known -> said.put("before", known));
                            line.after().median().ifPresent(known -> said.put("after", known));
                            said.put("turn", Term.codeOf(line.turn()));
                            said.put("within_disagreement", line.isWithinDisagreement());
                            return said;
                        })
                        .toList());
        out.put("other_words", change.otherWords());
        out.put("only_before", change.onlyBefore());
        out.put("only_after", change.onlyAfter());
    }

    private static List<Map<String, Object>> readings(Assessment assessment) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Institution institution : assessment.institutions()) {
            for (Characteristic characteristic : Characteristic.values()) {
                for (Basis basis : Basis.values()) {
                    Reading reading = assessment.reading(institution, characteristic, basis);
                    if (reading.counts().questions() > 0) {
                        Map<String, Object> one = new LinkedHashMap<>();
                        one.put("institution", named(institution));
                        one.put("characteristic", characteristic);
                        one.put("basis", basis);
                        one.put("spread", reading.spread());
                        one.put("counts", reading.counts());
                        all.add(one);
                    }
                }
            }
        }
        return all;
    }

    private static Map<String, Object> place(Answers answers) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("institution", named(answers.institution()));
        out.put("question", answers.question().id());
        return out;
    }

    private Question shown(Answers answers) {
        return QuestionWords.in(language).shown(answers.question());
    }

    private Map<String, Object> answers(Answers answers, Assessment assessment) {
        Map<String, Object> out = place(answers);
        out.put("asks", shown(answers).asks());
        out.put(
                "given",
                answers.given().stream()
                        .map(given -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("assessor", given.seat().code());
                            given.response().ifPresent(known -> one.put("answer", known.code()));
                            given.rating().ifPresent(item -> {
                                one.put("id", item.id());
                                one.put("why", item.value().narrative());
                                one.put("confidence", item.value().confidence().code());
                                one.put("sources", item.citations().size());
                                one.put(
                                        "reviews",
                                        assessment.reviews(item.id()).stream()
                                                .map(review -> Map.of(
                                                        "verdict",
                                                        review.value().verdict().code(),
                                                        "text",
                                                        review.value().text()))
                                                .toList());
                                one.put("basis", item.basis().stream().sorted().toList());
                            });
                            return one;
                        })
                        .toList());
        return out;
    }

    /**
     * What a form from the field would change, or has changed.
     *
     * @param entry the step it became; empty for a look, and where nothing changed
     */
    public static Map<String, Object> imported(FieldImport.Preview preview, Optional<Digest> entry) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("file", preview.file());
        entry.ifPresent(known -> out.put("entry", known));
        out.put("rows", preview.rows());
        out.put("left_out", preview.leftOut());
        out.put("new", preview.fresh());
        out.put("changed", preview.changed());
        out.put("same", preview.same());
        out.put("wrong", preview.wrong());
        out.put("problems", problems(preview.problems()));
        out.put(
                "changes",
                preview.changes().stream()
                        .map(change -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("place", change.place());
                            one.put("institution", named(change.institution()));
                            one.put("question", change.question());
                            one.put("assessor", change.assessor());
                            one.put("new", change.isNew());
                            one.put("cells", change.cells());
                            return one;
                        })
                        .toList());
        return out;
    }

    /**
     * What a reply form would write down, or has written down.
     *
     * @param entry the step it became; empty for a look, and where nothing changed
     */
    public static Map<String, Object> replied(ReplyImport.Preview preview, Optional<Digest> entry) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("file", preview.file());
        entry.ifPresent(known -> out.put("entry", known));
        out.put("institution", preview.institution());
        out.put("by", preview.by());
        preview.date().ifPresent(known -> out.put("date", known));
        out.put("document", preview.document());
        out.put("new", preview.fresh());
        out.put("changed", preview.changed());
        out.put("same", preview.same());
        out.put("empty", preview.empty());
        out.put(
                "replies",
                preview.lines().stream()
                        .map(line -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("question", line.question());
                            one.put("reply", line.reply().code());
                            one.put("text", line.text());
                            line.before().ifPresent(known -> {
                                one.put("before", known.reply().code());
                                one.put("text_before", known.text());
                            });
                            return one;
                        })
                        .toList());
        out.put("problems", problems(preview.problems()));
        return out;
    }

    /** Problems of a file, each with its place. */
    public static List<Map<String, Object>> problems(List<Problem> problems) {
        return problems.stream()
                .map(problem -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("place", problem.place());
                    one.put("says", problem.says());
                    return one;
                })
                .toList();
    }
}
