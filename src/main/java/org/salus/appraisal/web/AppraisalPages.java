package org.salus.appraisal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.salus.appraisal.AppraisalAnswer;
import org.salus.appraisal.AppraisalTexts;
import org.salus.appraisal.AppraisalTexts.Opening;
import org.salus.appraisal.Check;
import org.salus.appraisal.CheckAnswer;
import org.salus.appraisal.CheckResult;
import org.salus.appraisal.Checks;
import org.salus.appraisal.KeptAppraisal;
import org.salus.appraisal.web.AppraisalFrame.Seen;
import org.salus.documents.Table;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.Appraisal;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.ledger.ItemId;
import org.salus.ledger.Role;
import org.salus.people.SignedIn;
import org.salus.workspace.Answer;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The appraisal of a strategy: in one page, consideration by consideration, check by check; the donor's review of itself; and what has changed since. */
@Controller
final class AppraisalPages {
    private static final String BELOW = "appraisal";
    /** More of what was looked at is in the file and in the API. */
    private static final int MOST_SHOWN = 40;

    private final AppraisalFrame frame;

    AppraisalPages(AppraisalFrame frame) {
        this.frame = frame;
    }

    /**
     * A consideration or recommendation with the answers to its checks.
     *
     * @param notYet checks of what is not yet considered
     */
    record Group(String code, String name, String text, String says, List<Layout.Link> notYet, TableView table) {}

    /** One of several things to choose. */
    record Choice(String code, String label, boolean isChosen) {}

    /**
     * The overview, of considerations or of recommendations.
     *
     * @param open checks that nobody has answered yet
     */
    record Overview(
            Layout layout,
            Opened opened,
            String lead,
            String day,
            List<Group> groups,
            List<Layout.Link> open,
            boolean isReview,
            List<Choice> keeping,
            boolean mayWrite,
            CsrfToken token) {}

    /** What people answered. */
    record SaidView(String answer, String because, String by, String layer, String source, String href) {}

    /** What a member wrote beside a computed answer. */
    record RepliedView(String who, String reply, String because, boolean isProven, String href) {}

    /**
     * One check.
     *
     * @param more how much was looked at beyond what is shown
     * @param own what the reader wrote before
     */
    record CheckPage(
            Layout layout,
            Opened opened,
            CheckResult result,
            String answer,
            String tint,
            String reason,
            List<Opening> looked,
            int more,
            List<String> missing,
            Optional<String> fix,
            List<Choice> meanings,
            List<SaidView> said,
            List<RepliedView> replies,
            Optional<Answer> own,
            Optional<CheckAnswer> ownAnswer,
            List<Choice> keep,
            boolean mayWrite,
            CsrfToken token) {
        Check check() {
            return result.check();
        }
    }

    /**
     * What changed since one that was kept.
     *
     * @param of on what it was computed
     */
    record Since(String on, String href, String of, String note, TableView changes) {}

    /** The history. */
    record History(Layout layout, Opened opened, String lead, List<Since> kept) {}

    @GetMapping("/workspaces/{id}/appraisal")
    ModelAndView show(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        here.knowing();
        Seen seen = frame.see(id, false, reader, wording);
        Layout layout = seen.opened().layout(here, wording.say("appraisal.page.title"), token);
        return overview(
                seen,
                layout,
                wording.say(
                        "appraisal.page.lead",
                        seen.answer().results().size(),
                        seen.answer().results().stream()
                                .filter(result -> !result.isComputed())
                                .count()),
                token);
    }

    @GetMapping("/workspaces/{id}/appraisal/review")
    ModelAndView review(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        here.knowing();
        Seen seen = frame.see(id, true, reader, wording);
        Layout layout = seen.opened()
                .layout(here, wording.say("appraisal.page.review.title"), token)
                .under(wording.say("appraisal.place"), seen.opened().path(BELOW));
        return overview(
                seen,
                layout,
                wording.say(
                        "appraisal.page.review.lead", seen.answer().results().size()),
                token);
    }

    private ModelAndView overview(Seen seen, Layout layout, String lead, CsrfToken token) {
        Opened opened = seen.opened();
        Wording wording = opened.wording();
        AppraisalAnswer answer = seen.answer();
        AppraisalTexts texts = seen.texts();
        List<Group> groups = new ArrayList<>();
        for (Term group : answer.groups()) {
            groups.add(new Group(
                    group.code(),
                    wording.say(group.label()),
                    wording.say(group.meaning()),
                    wording.say(answer.says(group)),
                    links(
                            answer.results(group).stream()
                                    .filter(result -> result.answer() == Appraisal.NOT_YET)
                                    .toList(),
                            texts),
                    TableView.of("checks-" + group.code(), texts.brief(answer.results(group)), layout)
                            .withFiles(Address.of(opened.path(
                                            BELOW + "/" + (answer.isReview() ? "recommendations" : "checks")))
                                    .with("group", group.code()))));
        }
        return AppraisalFrame.page(
                "overview",
                new Overview(
                        layout,
                        opened,
                        lead,
                        wording.say("appraisal.page.day", answer.day(), answer.edition(), answer.snapshot()),
                        groups,
                        links(
                                answer.results().stream()
                                        .filter(result -> !result.isComputed()
                                                && result.said().isEmpty())
                                        .toList(),
                                texts),
                        answer.isReview(),
                        List.of(
                                new Choice("me", wording.say("appraisal.page.keep.me"), true),
                                new Choice("organisation", wording.say("appraisal.page.keep.organisation"), false),
                                new Choice("members", wording.say("appraisal.page.keep.members"), false)),
                        opened.mayWrite(Role.CONTRIBUTOR),
                        token));
    }

    private static List<Layout.Link> links(List<CheckResult> results, AppraisalTexts texts) {
        return results.stream()
                .map(CheckResult::check)
                .map(check -> new Layout.Link(check.id() + " " + check.asks(), texts.page(check)))
                .toList();
    }

    /** A check with everything about it. */
    @GetMapping("/workspaces/{id}/appraisal/checks/{check}")
    ModelAndView check(
            @PathVariable String id,
            @PathVariable("check") String which,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        here.knowing();
        Check check = Checks.shipped(wording.locale()).get(which);
        Seen seen = frame.see(id, check.isReview(), reader, wording);
        CheckResult result = seen.answer().get(which);
        Opened opened = seen.opened();
        Layout layout =
                opened.layout(here, check.asks(), token).under(wording.say("appraisal.place"), opened.path(BELOW));
        if (check.isReview()) {
            layout = layout.under(wording.say("appraisal.page.review"), opened.path(BELOW + "/review"));
        }
        AppraisalTexts texts = seen.texts();
        List<Opening> looked = texts.looked(result);
        return AppraisalFrame.page(
                "check",
                new CheckPage(
                        layout,
                        opened,
                        result,
                        wording.say(result.answer().label()),
                        AppraisalTexts.tint(result.answer()).className(),
                        wording.say(result.reason()),
                        looked.stream().limit(MOST_SHOWN).toList(),
                        Math.max(0, looked.size() - MOST_SHOWN),
                        result.missing().stream().map(wording::say).toList(),
                        check.isComputed() ? texts.fix(check) : Optional.empty(),
                        check.answers().entrySet().stream()
                                .map(meaning -> new Choice(
                                        wording.say(meaning.getKey().label()),
                                        meaning.getValue(),
                                        meaning.getKey() == result.answer()))
                                .toList(),
                        result.said().stream().map(said -> said(said, wording)).toList(),
                        result.replies().stream()
                                .map(reply -> replied(reply, opened))
                                .toList(),
                        result.replies().stream()
                                .map(reply -> reply.item().value())
                                .filter(reply -> reply.by().equals(Optional.of(reader.id())))
                                .findFirst(),
                        result.said().stream()
                                .findFirst()
                                .map(said -> said.item().value()),
                        keep(check, seen, wording),
                        opened.mayWrite(Role.CONTRIBUTOR),
                        token));
    }

    private List<Choice> keep(Check check, Seen seen, Wording wording) {
        if (check.isComputed() || !check.isReview() || seen.isLayer()) {
            return List.of();
        }
        Choice shared = new Choice("shared", wording.say("appraisal.page.answer.shared"), false);
        return frame.web().workspaces().isCopy()
                ? List.of(shared)
                : List.of(new Choice("layer", wording.say("appraisal.page.answer.layer"), true), shared);
    }

    private static SaidView said(CheckResult.Said said, Wording wording) {
        CheckAnswer answer = said.item().value();
        return new SaidView(
                wording.say(answer.answer().label()),
                answer.because(),
                answer.on()
                        .map(PartialDate::toString)
                        .map(day -> wording.say("appraisal.page.said.by", answer.office(), day))
                        .orElse(answer.office()),
                said.layer()
                        .map(layer -> wording.say("appraisal.page.said.layer", layer))
                        .orElse(""),
                answer.source(),
                AppraisalTexts.path(said.where(), "items/" + said.item().id()));
    }

    private static RepliedView replied(CheckResult.Replied reply, Opened opened) {
        Answer answer = reply.item().value();
        return new RepliedView(
                answer.by().map(opened::name).orElse(""),
                opened.wording().say(answer.reply().label()),
                answer.because(),
                Answer.isProven(reply.item(), reply.where()),
                AppraisalTexts.path(reply.where(), "items/" + reply.item().id()));
    }

    @GetMapping("/workspaces/{id}/appraisal/history")
    ModelAndView history(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        here.knowing();
        Seen seen = frame.see(id, false, reader, wording);
        Layout layout = seen.opened()
                .layout(here, wording.say("appraisal.page.history.title"), token)
                .under(wording.say("appraisal.place"), seen.opened().path(BELOW));
        return history(
                seen,
                layout,
                wording.say(
                        "appraisal.page.history.lead", seen.answer().history().size()));
    }

    /** The same of the donor's review of itself, with what is kept in private layers. */
    @GetMapping("/workspaces/{id}/appraisal/review/history")
    ModelAndView reviews(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        here.knowing();
        Seen seen = frame.see(id, true, reader, wording);
        Opened opened = seen.opened();
        Layout layout = opened.layout(here, wording.say("appraisal.page.review.history.title"), token)
                .under(wording.say("appraisal.place"), opened.path(BELOW))
                .under(wording.say("appraisal.page.review"), opened.path(BELOW + "/review"));
        return history(
                seen,
                layout,
                wording.say(
                        "appraisal.page.review.history.lead",
                        seen.answer().history().size()));
    }

    private static ModelAndView history(Seen seen, Layout layout, String lead) {
        Opened opened = seen.opened();
        return AppraisalFrame.page(
                "history",
                new History(
                        layout,
                        opened,
                        lead,
                        seen.answer().history().stream()
                                .map(kept -> since(kept, seen.texts(), layout, opened.wording()))
                                .toList()));
    }

    private static Since since(AppraisalAnswer.Kept kept, AppraisalTexts texts, Layout layout, Wording wording) {
        KeptAppraisal then = kept.item().value();
        String id = kept.item().id().toString();
        return new Since(
                wording.say("appraisal.page.history.since", wording.day(then.on())),
                AppraisalTexts.path(kept.where(), "items/" + id),
                wording.say(
                        "appraisal.page.history.of",
                        then.edition(),
                        then.entries().stream()
                                .map(entry -> entry.substring(0, Math.min(12, entry.length())))
                                .collect(Collectors.joining(", "))),
                then.note(),
                TableView.of("since-" + id, texts.changes(then), layout)
                        .withFiles(Address.of(AppraisalTexts.path(kept.where(), BELOW + "/history/" + id))));
    }

    /** The checks of one consideration or recommendation, or all, with everything about them that may be taken away. */
    @GetMapping("/workspaces/{id}/appraisal/{table:checks|recommendations}.{form:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @PathVariable String table,
            @PathVariable String form,
            Address here,
            Wording wording,
            SignedIn reader) {
        here.knowing("group");
        Seen seen = frame.forFile(id, table.equals("recommendations"), reader, wording);
        AppraisalAnswer answer = seen.answer();
        Optional<String> group = here.choice("group");
        List<CheckResult> results = answer.results().stream()
                .filter(result -> group.isEmpty() || result.check().group().equals(group.get()))
                .toList();
        if (results.isEmpty()) {
            throw Failure.notFound(Sentence.of("appraisal.failure.no-check", group.orElse("")));
        }
        return file(
                seen,
                form,
                "appraisal-" + group.orElse(table),
                seen.textsForFile().checks(results),
                reader,
                wording);
    }

    /** What has changed since one that was kept: in the workspace, or in the private layer whose address is asked. */
    @GetMapping("/workspaces/{id}/appraisal/history/{kept}.{form:csv|xlsx}")
    ResponseEntity<byte[]> changes(
            @PathVariable String id,
            @PathVariable String kept,
            @PathVariable String form,
            Wording wording,
            SignedIn reader) {
        Opened opened = frame.web().open(id, reader, wording);
        KeptAppraisal then = item(kept)
                .flatMap(item -> opened.view().find(KeptAppraisal.KIND, item))
                .orElseThrow(() -> Failure.notFound(Sentence.of("appraisal.failure.no-kept", kept)))
                .value();
        Seen seen = frame.forFile(id, then.isReview(), reader, wording);
        return file(seen, form, "appraisal-changes", seen.textsForFile().changes(then), reader, wording);
    }

    private static Optional<ItemId> item(String text) {
        try {
            return Optional.of(ItemId.of(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<byte[]> file(
            Seen seen, String form, String name, Table table, SignedIn reader, Wording wording) {
        return TableFiles.answer(
                form,
                name,
                table,
                seen.opened().state(),
                seen.opened().workspace().day(reader.id()),
                seen.opened().layouts().facts(wording),
                wording);
    }
}
