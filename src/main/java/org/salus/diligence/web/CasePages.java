package org.salus.diligence.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.salus.diligence.CaseBook;
import org.salus.diligence.CaseEntry;
import org.salus.diligence.CaseTables;
import org.salus.diligence.Decision;
import org.salus.diligence.DiligenceFinding;
import org.salus.diligence.Keeping;
import org.salus.diligence.Regime;
import org.salus.diligence.RegimeForm;
import org.salus.diligence.Regimes;
import org.salus.diligence.RiskLevel;
import org.salus.diligence.ScopeAnswer;
import org.salus.diligence.ScopeQuestion;
import org.salus.diligence.ScopeReply;
import org.salus.diligence.StepKind;
import org.salus.diligence.Topic;
import org.salus.diligence.web.BoardPages.Choice;
import org.salus.diligence.web.DiligenceFrame.Seen;
import org.salus.documents.Version;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.TableView;
import org.salus.framework.Failure;
import org.salus.framework.Recorded;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.ledger.Confidence;
import org.salus.ledger.Role;
import org.salus.people.SignedIn;
import org.salus.workspace.web.ItemForm;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A case: how it stands, its scope, facts, measures and steps, the step that can be taken next, and the form of each regime. */
@Controller
final class CasePages {
    private final DiligenceFrame frame;

    CasePages(DiligenceFrame frame) {
        this.frame = frame;
    }

    /**
     * A question about scope.
     *
     * @param regimes the regimes that ask it
     */
    record Asked(String code, String asks, String regimes, List<Choice> replies, String note) {}

    /** Topics that a regime wants looked into and nobody did. */
    record Unasked(String regime, String topics) {}

    /** The page. */
    record Case(
            Layout layout,
            Opened opened,
            CaseEntry entry,
            String unit,
            String support,
            String kept,
            Optional<String> finding,
            ItemForm fields,
            List<Choice> regimes,
            List<Asked> asked,
            TableView readings,
            TableView facts,
            List<Unasked> unasked,
            TableView measures,
            TableView steps,
            List<StepKind> next,
            List<Topic> topics,
            List<Choice> recorded,
            List<Choice> confidences,
            List<RiskLevel> levels,
            List<Decision> decisions,
            List<Regime> forms,
            List<Choice> sharing,
            boolean isLayer,
            String today,
            boolean mayWrite,
            boolean mayDecide,
            CsrfToken token) {
        String path(String below) {
            String own = DiligenceFrame.address(entry);
            return below.isEmpty() ? own : own + "/" + below;
        }

        boolean hasNames() {
            return entry.file().steps().stream().anyMatch(step -> step.named().isPresent());
        }

        /** How long a name may be shown at most. */
        int nameMonths() {
            return Regimes.shipped().longestNameMonths();
        }

        boolean takes(StepKind... kinds) {
            return Stream.of(kinds).anyMatch(next::contains);
        }
    }

    @GetMapping("/workspaces/{id}/diligence/cases/{case}")
    ModelAndView show(
            @PathVariable String id,
            @PathVariable("case") String text,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, reader, wording);
        CaseEntry entry = seen.entry(text);
        Opened opened = seen.opened();
        Layout layout = opened.layout(here, entry.file().title(), token)
                .under(wording.say("diligence.place"), opened.path("diligence"));
        CaseTables tables = seen.tables();
        return DiligenceFrame.page(
                "case",
                new Case(
                        layout,
                        opened,
                        entry,
                        seen.names().unit(entry),
                        seen.names().support(entry),
                        tables.kept(entry),
                        CaseBook.finding(entry).map(DiligenceFinding::says).map(wording::say),
                        ItemForm.of(
                                opened,
                                entry.item(),
                                Set.of("title", "recipientName", "supportName", "provider", "note")),
                        Regimes.shipped(wording.locale()).list().stream()
                                .map(regime -> new Choice(
                                        regime.code(),
                                        regime.shortName() + ": " + regime.title(),
                                        entry.file().regimes().contains(regime.code())))
                                .toList(),
                        Regimes.shipped(wording.locale()).questions().stream()
                                .flatMap(question -> asked(entry, question, wording).stream())
                                .toList(),
                        TableView.of("readings", tables.readings(entry), layout),
                        TableView.of("facts-table", tables.facts(entry), layout),
                        entry.regimes().stream()
                                .map(regime -> new Unasked(
                                        regime.shortName(),
                                        String.join(
                                                ", ",
                                                entry.unasked(regime, wording.locale()).stream()
                                                        .map(Topic::name)
                                                        .toList())))
                                .filter(one -> !one.topics().isEmpty())
                                .toList(),
                        TableView.of("measures-table", tables.measures(entry), layout),
                        TableView.of("steps-table", tables.steps(entry), layout),
                        entry.next(),
                        Regimes.shipped(wording.locale()).topics(),
                        Stream.of(Recorded.RECORDED, Recorded.RECORDED_AS_ABSENT)
                                .map(recorded -> choice(recorded, recorded == Recorded.RECORDED, wording))
                                .toList(),
                        Stream.of(Confidence.values())
                                .map(sure -> new Choice(
                                        sure.code(), wording.say(sure.label()), sure == Confidence.NOT_ASSESSED))
                                .toList(),
                        List.of(RiskLevel.values()),
                        List.of(Decision.values()),
                        entry.regimes(),
                        Stream.of(Keeping.ME, Keeping.ORGANISATION)
                                .filter(keeping -> seen.shared()
                                        .filter(view -> keeping.isOpenTo(view.standing()))
                                        .isPresent())
                                .map(keeping -> choice(keeping, keeping == Keeping.ME, wording))
                                .toList(),
                        seen.isLayer(),
                        DiligenceFrame.today().toString(),
                        opened.mayWrite(Role.CONTRIBUTOR),
                        opened.mayWrite(Role.EDITOR),
                        token));
    }

    private static Choice choice(Term term, boolean isChosen, Wording wording) {
        return new Choice(term.code(), wording.say(term.label()), isChosen);
    }

    /** A question that a regime of the case asks. */
    private static Optional<Asked> asked(CaseEntry entry, ScopeQuestion question, Wording wording) {
        List<String> regimes = entry.regimes().stream()
                .filter(regime -> regime.questions().contains(question.code()))
                .map(Regime::shortName)
                .toList();
        if (regimes.isEmpty()) {
            return Optional.empty();
        }
        Optional<ScopeAnswer> answer = entry.answer(question.code());
        return Optional.of(new Asked(
                question.code(),
                question.asks(),
                String.join(", ", regimes),
                Stream.of(ScopeReply.values())
                        .map(reply -> choice(
                                reply,
                                answer.map(ScopeAnswer::reply)
                                        .filter(reply::equals)
                                        .isPresent(),
                                wording))
                        .toList(),
                answer.map(ScopeAnswer::note).orElse("")));
    }

    /** The form of a regime, filled from the case. */
    @GetMapping("/workspaces/{id}/diligence/cases/{case}/{regime:[a-z-]+}.{form:docx|xlsx}")
    ResponseEntity<byte[]> form(
            @PathVariable String id,
            @PathVariable("case") String text,
            @PathVariable String regime,
            @PathVariable String form,
            Wording wording,
            SignedIn reader) {
        Seen seen = frame.see(id, reader, wording);
        CaseEntry entry = seen.entry(text);
        Regime known = Regimes.shipped(wording.locale())
                .find(regime)
                .orElseThrow(() -> Failure.notFound(Sentence.of("diligence.failure.no-regime", regime)));
        return DiligenceFrame.file(
                "due-diligence-" + regime + "-" + seen.opened().state() + "." + form,
                RegimeForm.mediaType(form),
                new RegimeForm(entry, known, seen.names(), wording)
                        .file(
                                form,
                                seen.opened().view().charter().name(),
                                new Version(
                                        seen.opened().state(),
                                        seen.opened().workspace().day(reader.id()))));
    }
}
