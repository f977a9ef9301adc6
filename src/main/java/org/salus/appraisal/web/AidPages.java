package org.salus.appraisal.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.appraisal.AidAnswer;
import org.salus.appraisal.AidRecord;
import org.salus.appraisal.AidRules;
import org.salus.appraisal.AidTables;
import org.salus.appraisal.PublishedCase;
import org.salus.appraisal.TypedAid;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.StandsOn;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.Wording;
import org.salus.goals.Support;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.View;
import org.salus.people.SignedIn;
import org.salus.sector.KnownSupport;
import org.salus.workspace.web.Outcomes;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Records of whether support may be counted as aid: what was known, which rule decided, what would have to be asked, and the nearest published cases. */
@Controller
final class AidPages {
    private static final String BELOW = "appraisal/aid";
    /** The facts that most rules look at stand open in a form. */
    private static final List<String> FIRST =
            List.of("partner", "trainees", "activity", "topic", "purpose", "equipment", "control");

    private final WorkspaceWeb web;

    AidPages(WorkspaceWeb web) {
        this.web = web;
    }

    /**
     * A fact as a field of a form.
     *
     * @param hint an example
     */
    record FactField(String name, String label, String hint, String text) {}

    /** Support that a record may be about. */
    record SupportChoice(String id, String name, boolean isChosen) {}

    /**
     * What a form asks.
     *
     * @param href where it is sent
     * @param further facts that few rules look at
     */
    record Form(
            String href,
            String title,
            List<SupportChoice> supports,
            List<FactField> facts,
            List<FactField> further,
            String note,
            CsrfToken token) {}

    /** All records. */
    record Overview(
            Layout layout, Opened opened, String lead, String edition, TableView table, boolean mayWrite, Form form) {}

    /** A published case that is like it. */
    record Near(String id, String verdict, String title, String page) {}

    /**
     * One record.
     *
     * @param today what the rules of today say otherwise; empty where they do not
     */
    record One(
            Layout layout,
            Opened opened,
            AidRecord record,
            String lead,
            String reason,
            Optional<String> today,
            String support,
            String source,
            List<String> limits,
            List<String> questions,
            List<String> couldBe,
            List<String> markers,
            List<String> notUnderstood,
            List<FactField> stated,
            List<Near> nearest,
            String item,
            boolean mayWrite,
            Form form) {}

    private static AidTables tables(Opened opened) {
        return new AidTables(opened.view(), opened.faces(), opened.wording());
    }

    /** Every record with its verdict. */
    @GetMapping("/workspaces/{id}/appraisal/aid")
    ModelAndView overview(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        here.knowing();
        Opened opened = web.open(id, reader, wording);
        AidTables tables = tables(opened);
        Layout layout = opened.layout(here, wording.say("appraisal.aid.title"), token)
                .under(wording.say("appraisal.place"), opened.path("appraisal"));
        return AppraisalFrame.page(
                "aid",
                new Overview(
                        layout,
                        opened,
                        wording.say(tables.lead()),
                        AidRules.shipped().edition(),
                        TableView.of(
                                        "aid",
                                        tables.table(
                                                record -> Optional.of(URI.create(opened.path(BELOW + "/" + record)))),
                                        layout)
                                .withFiles(Address.of(opened.path(BELOW))),
                        opened.mayWrite(Role.CONTRIBUTOR),
                        form(Optional.empty(), opened, token)));
    }

    private static Form form(Optional<Item<AidRecord>> known, Opened opened, CsrfToken token) {
        Optional<AidRecord> record = known.map(Item::value);
        return new Form(
                opened.path(known.map(item -> BELOW + "/" + item.id()).orElse(BELOW)),
                record.map(AidRecord::title).orElse(""),
                supports(opened, record),
                FIRST.stream()
                        .map(fact -> field(fact, record, opened.wording()))
                        .toList(),
                AidRecord.FACTS.stream()
                        .filter(fact -> !FIRST.contains(fact))
                        .map(fact -> field(fact, record, opened.wording()))
                        .toList(),
                record.map(AidRecord::note).orElse(""),
                token);
    }

    private static FactField field(String fact, Optional<AidRecord> record, Wording wording) {
        return new FactField(
                fact,
                wording.say("appraisal.aid.fact." + fact),
                wording.say("appraisal.aid.hint." + fact),
                record.map(known -> known.text(fact)).orElse(""));
    }

    private static List<SupportChoice> supports(Opened opened, Optional<AidRecord> record) {
        View view = opened.view();
        return Stream.concat(view.list(Support.KIND).stream(), view.list(KnownSupport.KIND).stream())
                .map(item -> new SupportChoice(
                        item.id().toString(),
                        opened.faces().title(item.id(), view, opened.wording()),
                        record.flatMap(AidRecord::support)
                                .filter(item.id()::equals)
                                .isPresent()))
                .toList();
    }

    /** One record with everything about it. */
    @GetMapping("/workspaces/{id}/appraisal/aid/{record}")
    ModelAndView one(
            @PathVariable String id,
            @PathVariable("record") String which,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        here.knowing();
        Opened opened = web.open(id, reader, wording);
        AidTables tables = tables(opened);
        Item<AidRecord> item = tables.get(which);
        AidRecord record = item.value();
        AidAnswer today = record.today();
        Layout layout = opened.layout(here, wording.say("appraisal.aid.one.title", record.title()), token)
                .under(wording.say("appraisal.place"), opened.path("appraisal"))
                .under(wording.say("appraisal.aid.title"), opened.path(BELOW));
        return AppraisalFrame.page(
                "record",
                new One(
                        layout,
                        opened,
                        record,
                        wording.say(
                                "appraisal.aid.one.lead",
                                record.kept().label(),
                                record.rule().orElse("–"),
                                record.edition()),
                        wording.say(today.reason()),
                        record.isOtherwiseToday()
                                ? Optional.of(wording.say(
                                        "appraisal.aid.one.today",
                                        today.edition(),
                                        today.verdict().label()))
                                : Optional.empty(),
                        tables.support(record),
                        today.source().map(wording::say).orElse(""),
                        today.limits().stream().map(wording::say).toList(),
                        today.questions().stream().map(wording::say).toList(),
                        today.couldBe().stream()
                                .map(verdict -> wording.say(verdict.label()))
                                .toList(),
                        record.markers().stream()
                                .map(marker -> wording.say("appraisal.oda.policy-marker." + marker))
                                .toList(),
                        today.notUnderstood(),
                        AidRecord.FACTS.stream()
                                .filter(fact -> !record.text(fact).isEmpty())
                                .map(fact -> field(fact, Optional.of(record), wording))
                                .toList(),
                        today.nearest().stream()
                                .map(near -> near(near, wording))
                                .toList(),
                        opened.path("items/" + item.id()),
                        opened.mayWrite(Role.CONTRIBUTOR),
                        form(Optional.of(item), opened, token)));
    }

    private static Near near(PublishedCase one, Wording wording) {
        return new Near(one.id(), wording.say(one.verdict().label()), wording.say(one.title()), one.page());
    }

    /** All records to keep. */
    @GetMapping("/workspaces/{id}/appraisal/aid.{form:csv|xlsx}")
    ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable String form, Wording wording, SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        return TableFiles.answer(
                form,
                "appraisal-aid",
                tables(opened).table(record -> Optional.empty()),
                opened.state(),
                opened.workspace().day(reader.id()),
                opened.layouts().facts(wording),
                wording);
    }

    /** Puts an activity on record with what the rules say of it. */
    @StandsOn("/workspaces/{id}/appraisal/aid")
    @PostMapping("/workspaces/{id}/appraisal/aid")
    ResponseEntity<Void> keep(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        return written(opened, new TypedAid(facts(form)).fresh(), reader);
    }

    /** Puts it on record anew: what is known now, by the rules of today. The history keeps what stood before. */
    @StandsOn("/workspaces/{id}/appraisal/aid/{record}")
    @PostMapping("/workspaces/{id}/appraisal/aid/{record}")
    ResponseEntity<Void> again(
            @PathVariable String id,
            @PathVariable("record") String which,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        return written(opened, tables(opened).get(which).saying(new TypedAid(facts(form)).record()), reader);
    }

    /** What was typed, without what belongs to every form. */
    private static Map<String, String> facts(MultiValueMap<String, String> form) {
        Map<String, String> typed = new LinkedHashMap<>(AppraisalFrame.typed(form));
        typed.remove("_csrf");
        return typed;
    }

    private static ResponseEntity<Void> written(Opened opened, Item<AidRecord> item, SignedIn reader) {
        Outcomes.check(
                opened, opened.workspace().append(reader.id(), List.of(new Edit.Put(item)), Reason.EDIT), "title");
        return AppraisalFrame.to(opened.path(BELOW + "/" + item.id()));
    }
}
