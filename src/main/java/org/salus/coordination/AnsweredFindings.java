package org.salus.coordination;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.diligence.CaseBook;
import org.salus.evidence.Country;
import org.salus.evidence.Snapshot;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.goals.Chain;
import org.salus.goals.GoalsAnswers;
import org.salus.goals.Objective;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.portfolio.Measure;
import org.salus.portfolio.SupportMap;
import org.salus.sector.SectorMap;
import org.salus.workspace.Answer;
import org.salus.workspace.Reply;

/**
 * The findings about a country of a workspace, where what its members judged counts, each with what people answered. Made from one reader's view alone.
 */
public final class AnsweredFindings {
    /** Beyond it a name is shortened; an answer takes three hundred letters. */
    private static final int LONGEST_NAME = 250;

    private static final String ROOM = "coordination:";

    private final View view;
    private final CoordinationQuestion question;
    private final Coordinations.Found all;
    private final List<WorkspaceGap> gaps;
    private final List<Sentence> notEnough;
    private final List<WithoutDecision> withoutDecision;
    private final Set<String> closed;
    private final Map<String, List<Item<Answer>>> answers;

    private AnsweredFindings(
            View view,
            CoordinationQuestion question,
            Coordinations.Found all,
            List<WorkspaceGap> gaps,
            SequencingAnalysis.Sequencing sequencing,
            List<WithoutDecision> withoutDecision) {
        this.view = view;
        this.question = question;
        this.all = all;
        this.gaps =
                Stream.concat(gaps.stream(), sequencing.conflicts().stream()).toList();
        this.notEnough = sequencing.notEnough();
        this.withoutDecision = List.copyOf(withoutDecision);
        this.closed = WorkspaceGapAnalysis.answered(view);
        this.answers = view.list(Answer.KIND).stream()
                .collect(Collectors.groupingBy(answer -> answer.value().finding()));
    }

    /**
     * Those of a country.
     *
     * @param today the day of the sector map that gaps are looked for on
     * @param language of names on it
     */
    public static AnsweredFindings of(
            Coordinations coordinations,
            Snapshot snapshot,
            View view,
            CoordinationQuestion question,
            LocalDate today,
            Locale language) {
        return of(coordinations, snapshot, view, question, today, language, Optional.empty());
    }

    /** Works out side by side what findings of several questions rest on, so that {@link #of} finds it there for each of them. */
    public static void prepare(
            Coordinations coordinations, Snapshot snapshot, View view, List<CoordinationQuestion> questions) {
        Judged judged = Judged.of(view);
        questions.parallelStream().forEach(question -> coordinations.inputs(snapshot, question.whole(), judged));
    }

    /**
     * The same, with what the reader's cases of due diligence say: for the reader's own eyes, and for no document.
     *
     * @param layers the reader's private layers of the workspace
     */
    public static AnsweredFindings withCases(
            Coordinations coordinations,
            Snapshot snapshot,
            View view,
            CoordinationQuestion question,
            LocalDate today,
            Locale language,
            List<View> layers) {
        return of(coordinations, snapshot, view, question, today, language, Optional.of(layers));
    }

    private static AnsweredFindings of(
            Coordinations coordinations,
            Snapshot snapshot,
            View view,
            CoordinationQuestion question,
            LocalDate today,
            Locale language,
            Optional<List<View>> layers) {
        Judged judged = Judged.of(view);
        Coordinations.Found all = coordinations.found(snapshot, question.whole(), judged);
        CoordinationInputs inputs = all.inputs();
        InstitutionMatches matches = InstitutionSupport.matches(view, inputs);
        return new AnsweredFindings(
                view,
                question,
                all,
                WorkspaceGapAnalysis.of(view, inputs, today, language),
                SequencingAnalysis.of(
                        inputs,
                        matches,
                        SectorMap.of(view).on(today, language),
                        WorkspaceGapAnalysis.plans(view).stream()
                                .flatMap(plan -> Chain.of(view, plan.id()).list(Objective.KIND).stream())
                                .toList(),
                        BalanceWords.shipped(),
                        InstitutionRules.shipped().edition()),
                layers.map(open -> WithoutDecision.of(
                                CaseBook.of(view, open, today), view, open, going(matches, inputs, today)))
                        .orElse(List.of()));
    }

    /** Activities for reform that are matched to an institution and not over. */
    private static Map<ItemId, List<String>> going(
            InstitutionMatches matches, CoordinationInputs inputs, LocalDate today) {
        LocalDate day = inputs.day().orElse(today);
        Set<String> open = inputs.activities().stream()
                .filter(sorted -> sorted.sorting().area().isSsr())
                .filter(sorted -> Runs.standing(sorted.activity(), day, day) != Runs.Standing.OVER)
                .map(sorted -> sorted.activity().identifier())
                .collect(Collectors.toSet());
        Map<ItemId, List<String>> going = new HashMap<>();
        matches.byInstitution()
                .forEach((institution, activities) -> going.put(
                        institution,
                        activities.stream().filter(open::contains).sorted().toList()));
        return going;
    }

    /** What can be answered. */
    private record Answerable(String name, String edition, List<ItemId> needs) {}

    /** What is said with every answer about support. */
    public Sentence caution() {
        return Sentence.of("coordination.caution");
    }

    /** The edition of the thresholds. */
    public String edition() {
        return all.edition();
    }

    /** The edition of the rules that sort activities into areas. */
    public String sorting() {
        return all.map().edition();
    }

    /** What money counts. */
    public Measure measure() {
        return all.inputs().measure();
    }

    /** In which its amounts are told. */
    public String currency() {
        return all.inputs().currency();
    }

    /** The country that all of it is about. */
    public Country country() {
        return all.inputs().country();
    }

    /** The activities of the country as they were judged. */
    public SupportMap map() {
        return all.map();
    }

    /** The findings that are asked for. */
    public Findings findings() {
        return question.narrowed(all.findings());
    }

    /** Where the workspace and support do not meet, of the areas that are asked for; none where findings of one kind are. */
    public List<WorkspaceGap> gaps() {
        return gaps.stream()
                .filter(gap -> question.kind().isEmpty()
                        && (question.area().isEmpty() || question.area().equals(gap.area())))
                .toList();
    }

    /** Support without a valid decision of due diligence, as the reader's cases tell; none where findings of one kind or area are asked for. */
    public List<WithoutDecision> withoutDecision() {
        return question.kind().isEmpty() && question.area().isEmpty() ? withoutDecision : List.of();
    }

    /** What cannot be computed, and of which institutions the order of support cannot be told. */
    public List<Sentence> notComputed() {
        boolean isAsked = question.kind().isEmpty() && question.area().isEmpty();
        return Stream.concat(findings().notComputed().stream(), isAsked ? notEnough.stream() : Stream.of())
                .toList();
    }

    /** The lasting name of a finding in workspaces: its key behind the country, since a workspace may be about several. */
    public String name(Finding finding) {
        return name(country(), finding.key());
    }

    static String name(Country country, String key) {
        String name = ROOM + country.iso3() + ":" + key;
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME - 40) + "/"
                        + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** What people answered to what is of that name. */
    public List<Item<Answer>> answers(String name) {
        return answers.getOrDefault(name, List.of());
    }

    /** Answers to findings about the country that are not found any more: time went on, or data and judgements changed. */
    public List<Item<Answer>> outlived() {
        String begin = ROOM + country().iso3() + ":";
        Set<String> found = new TreeSet<>();
        all.findings().findings().forEach(finding -> found.add(name(finding)));
        gaps.forEach(gap -> found.add(gap.name()));
        return view.list(Answer.KIND).stream()
                .filter(answer -> answer.value().finding().startsWith(begin))
                .filter(answer -> !found.contains(answer.value().finding()))
                .toList();
    }

    /**
     * Whether somebody's answer stands for a gap: of an objective as the page of holes says, where an answer closes only what it was given to; of others any answer of
     * which it is proven whose it is.
     */
    public boolean isAnswered(WorkspaceGap gap) {
        return gap.kind() == WorkspaceGapKind.OBJECTIVE
                ? closed.contains(gap.name())
                : answers(gap.name()).stream().anyMatch(answer -> Answer.isProven(answer, view));
    }

    private Optional<Answerable> find(String name) {
        return all.findings().findings().stream()
                .filter(finding -> name(finding).equals(name))
                .findFirst()
                .map(finding -> new Answerable(name, all.edition(), List.of()))
                .or(() -> gaps.stream()
                        .filter(gap -> gap.name().equals(name))
                        .findFirst()
                        .map(gap -> new Answerable(name, gap.edition(), gap.needs())));
    }

    /**
     * The reader's answer to a finding, in the place of an answer that this account has given before. What is a hole of a plan is answered as it is there.
     *
     * @param reply a code
     * @throws Failure if there is no such finding or reply
     */
    public Item<Answer> answering(String name, String reply, String because) {
        Answerable known =
                find(name).orElseThrow(() -> Failure.notFound(Sentence.of("coordination.failure.no-finding", name)));
        Optional<Chain> plan = WorkspaceGapAnalysis.withHole(view, known.name());
        if (plan.isPresent()) {
            return new GoalsAnswers(view, Wording.english()).answering(plan.get(), known.name(), reply, because);
        }
        Answer said = new Answer(
                known.name(),
                known.edition(),
                Term.find(Reply.class, reply)
                        .orElseThrow(() -> Failure.wrongUse(Sentence.of(
                                "coordination.failure.choice", "reply", reply, "agree, partly, disagree, dealt-with"))),
                because.strip(),
                Optional.of(view.standing().account()),
                known.needs());
        return Answer.own(known.name(), view)
                .map(before -> before.saying(said))
                .orElseGet(() -> Item.fresh(Answer.KIND, said));
    }

    /** What programs are answered. */
    public Map<String, Object> told() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("workspace", view.workspace());
        out.put("heads", view.heads());
        out.put("snapshot", all.snapshot());
        out.put("edition", all.edition());
        out.put("sorting_edition", sorting());
        out.put("country", country().iso3());
        out.put("currency", currency());
        out.put("measure", measure());
        out.put("caution", caution());
        out.put(
                "findings",
                findings().findings().stream()
                        .map(finding -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("name", name(finding));
                            one.putAll(CoordinationAnswers.finding(finding));
                            one.put("answers", tell(answers(name(finding))));
                            return one;
                        })
                        .toList());
        out.put(
                "gaps",
                gaps().stream()
                        .map(gap -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("name", gap.name());
                            one.put("kind", gap.kind());
                            one.put("says", gap.says());
                            one.put("reasons", gap.reasons());
                            one.put("area", gap.area());
                            one.put("about", gap.about());
                            one.put("activities", gap.activities());
                            one.put("edition", gap.edition());
                            one.put("answered", isAnswered(gap));
                            one.put("answers", tell(answers(gap.name())));
                            return one;
                        })
                        .toList());
        out.put(
                "without_valid_decision",
                withoutDecision().stream()
                        .map(one -> {
                            Map<String, Object> told = new LinkedHashMap<>();
                            told.put("kind", one.finding().kind());
                            told.put("says", one.finding().says());
                            told.put("workspace", one.finding().workspace());
                            told.put("case", one.finding().caseFile());
                            told.put("unit", one.finding().unit());
                            told.put("support", one.finding().support());
                            told.put("activities", one.activities());
                            return told;
                        })
                        .toList());
        out.put("to_be_asked", findings().asked());
        out.put("not_computed", notComputed());
        out.put("answers_to_what_is_not_found_any_more", tell(outlived()));
        return out;
    }

    private List<Map<String, Object>> tell(List<Item<Answer>> answers) {
        return answers.stream()
                .map(item -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("id", item.id());
                    one.put("finding", item.value().finding());
                    one.put("edition", item.value().edition());
                    one.put("reply", item.value().reply());
                    one.put("because", item.value().because());
                    item.value().by().ifPresent(account -> one.put("by", account));
                    if (!Answer.isProven(item, view)) {
                        one.put("author_proven", false);
                    }
                    one.put("basis", item.basis().stream().sorted().toList());
                    return one;
                })
                .toList();
    }
}
