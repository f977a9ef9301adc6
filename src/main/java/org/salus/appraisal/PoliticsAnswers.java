package org.salus.appraisal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.View;
import org.salus.ledger.WorkspaceId;

/** What programs are answered about decisions and politics, from the API and from the command line alike: of what one reader may read. Pure. */
public final class PoliticsAnswers {
    /** The parts that can be asked for by themselves. */
    public static final List<String> PARTS = List.of("decisions", "windows", "partnerships", "stakeholders");

    private final View view;
    private final PoliticsReading read;

    /** @param view of the workspace that was asked */
    public PoliticsAnswers(View view, PoliticsReading read) {
        this.view = view;
        this.read = read;
    }

    /** What follows from it. */
    public static PoliticsAnalysis analysis(PoliticsReading read) {
        Optional<WorkspaceId> shared = read.shared().map(View::workspace);
        return new PoliticsAnalysis(read.book(), read.names(), shared);
    }

    private Map<String, Object> begin() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("workspace", view.workspace());
        out.put("heads", view.heads());
        out.put("day", read.book().day().toString());
        return out;
    }

    /** Everything, with what is found and what is to be asked. */
    public Map<String, Object> all() {
        Map<String, Object> out = begin();
        PARTS.forEach(part -> add(part, out));
        out.put("findings", analysis(read).findings().stream().map(this::told).toList());
        out.put(
                "to_be_asked",
                analysis(read).toBeAsked().stream().map(this::told).toList());
        return out;
    }

    /**
     * One of {@link #PARTS}.
     *
     * @throws Failure (not found) for anything else
     */
    public Map<String, Object> part(String part) {
        if (!PARTS.contains(part)) {
            throw Failure.notFound(Sentence.of("appraisal.politics.failure.no-part", part, String.join(", ", PARTS)));
        }
        Map<String, Object> out = begin();
        add(part, out);
        return out;
    }

    private void add(String part, Map<String, Object> out) {
        PoliticsBook book = read.book();
        switch (part) {
            case "decisions" ->
                out.put(
                        "decisions",
                        book.decisions().stream().map(this::decision).toList());
            case "windows" ->
                out.put("windows", book.windows().stream().map(this::window).toList());
            case "partnerships" ->
                out.put(
                        "partnerships",
                        book.partnerships().stream().map(this::partnership).toList());
            default -> {
                out.put("stances", book.stances().stream().map(this::stance).toList());
                out.put("red_lines", book.redLines().stream().map(this::redLine).toList());
            }
        }
    }

    private static Map<String, Object> kept(Noted<?> noted) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", noted.item().id());
        out.put("workspace", noted.workspace());
        noted.layer().ifPresent(layer -> out.put("layer", layer));
        out.put("sensitivity", noted.item().sensitivity().code());
        return out;
    }

    private List<Map<String, Object>> objectives(List<OnObjective> objectives) {
        return objectives.stream()
                .map(one -> {
                    Map<String, Object> out = new LinkedHashMap<>();
                    out.put("id", one.objective());
                    out.put("title", read.names().of(one.objective()));
                    return out;
                })
                .toList();
    }

    private Map<String, Object> decision(Noted<RegisteredDecision> noted) {
        RegisteredDecision decision = noted.value();
        Map<String, Object> out = kept(noted);
        out.put("title", decision.title());
        decision.day().ifPresent(day -> out.put("day", day));
        out.put("decided_by", decision.decidedBy());
        out.put("asked", decision.asked());
        out.put("could_veto", decision.couldVeto());
        out.put("payers", decision.payers());
        out.put("absent", decision.absent());
        out.put("objectives", objectives(decision.objectives()));
        out.put(
                "supports",
                decision.supports().stream()
                        .map(one -> {
                            Map<String, Object> support = new LinkedHashMap<>();
                            support.put("id", one.support());
                            support.put("title", read.names().of(one.support()));
                            return support;
                        })
                        .toList());
        out.put("document", decision.document());
        out.put("note", decision.note());
        return out;
    }

    private Map<String, Object> window(Noted<EntryPoint> noted) {
        EntryPoint window = noted.value();
        Map<String, Object> out = kept(noted);
        out.put("title", window.title());
        out.put("state", WindowState.on(window, read.book().day()));
        out.put("opening", window.opening());
        window.from().ifPresent(from -> out.put("from", from));
        window.until().ifPresent(until -> out.put("until", until));
        out.put("objectives", objectives(window.objectives()));
        out.put("needed", window.needed());
        out.put("source", window.source());
        out.put("note", window.note());
        return out;
    }

    private Map<String, Object> partnership(Noted<Partnership> noted) {
        Partnership agreed = noted.value();
        Map<String, Object> out = kept(noted);
        out.put("title", agreed.title());
        out.put("parties", agreed.parties());
        out.put("conditions", agreed.conditions());
        agreed.from().ifPresent(from -> out.put("from", from));
        agreed.until().ifPresent(until -> out.put("until", until));
        agreed.reviewBy().ifPresent(review -> out.put("review_by", review));
        out.put("ending", agreed.ending());
        out.put("objectives", objectives(agreed.objectives()));
        out.put("document", agreed.document());
        out.put("note", agreed.note());
        return out;
    }

    private Map<String, Object> mention(Mention mention) {
        Map<String, Object> out = new LinkedHashMap<>();
        mention.item().ifPresent(id -> out.put("id", id));
        out.put("name", read.names().of(mention));
        return out;
    }

    private Map<String, Object> stance(Noted<Stance> noted) {
        Stance stance = noted.value();
        Map<String, Object> out = kept(noted);
        out.put("actor", mention(stance.actor()));
        out.put("objective", mention(stance.objective()));
        out.put("attitude", stance.attitude());
        stance.interest().ifPresent(interest -> out.put("interest", interest));
        stance.influence().ifPresent(influence -> out.put("influence", influence));
        out.put("gains", stance.gains());
        out.put("incentives", stance.incentives());
        out.put("may_spoil", stance.maySpoil());
        out.put("measure", stance.measure());
        stance.day().ifPresent(day -> out.put("day", day));
        out.put("source", stance.source());
        return out;
    }

    private Map<String, Object> redLine(Noted<RedLine> noted) {
        RedLine red = noted.value();
        Map<String, Object> out = kept(noted);
        out.put("actor", mention(red.actor()));
        out.put("line", red.line());
        out.put("why", red.why());
        red.day().ifPresent(day -> out.put("day", day));
        out.put("source", red.source());
        return out;
    }

    private Map<String, Object> told(PoliticsFinding finding) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("kind", finding.kind());
        out.put("says", finding.says());
        out.put("items", finding.items());
        return out;
    }
}
