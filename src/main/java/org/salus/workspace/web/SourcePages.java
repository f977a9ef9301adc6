package org.salus.workspace.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.StandsOn;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.ledger.Citation;
import org.salus.ledger.Confidence;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Role;
import org.salus.ledger.UnknownItem;
import org.salus.ledger.View;
import org.salus.people.SignedIn;
import org.salus.workspace.Source;
import org.salus.workspace.SourceType;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a workspace rests on: its sources, what cites them, and citing. */
@Controller
final class SourcePages {
    private final WorkspaceWeb web;

    SourcePages(WorkspaceWeb web) {
        this.web = web;
    }

    /** All sources. */
    record Sources(
            Layout layout, Opened opened, TableView table, List<SourceType> types, boolean mayWrite, CsrfToken token) {}

    @GetMapping("/workspaces/{id}/sources")
    ModelAndView list(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        Opened opened = web.open(id, reader, wording);
        Layout layout = opened.layout(here, wording.say("workspace.sources.title"), token);
        return new ModelAndView(
                "workspace/web/sources",
                Map.of(
                        "page",
                        new Sources(
                                layout,
                                opened,
                                TableView.of("sources", table(opened), layout)
                                        .withFiles(Address.of(opened.path("sources"))),
                                List.of(SourceType.values()),
                                opened.mayWrite(Role.CONTRIBUTOR),
                                token)));
    }

    @GetMapping("/workspaces/{id}/sources.{form:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String id, @PathVariable String form, Wording wording, Address here, SignedIn reader) {
        here.knowing();
        Opened opened = web.open(id, reader, wording);
        return TableFiles.answer(
                form,
                "sources",
                table(opened),
                opened.state(),
                opened.workspace().day(reader.id()),
                opened.layouts().facts(wording),
                wording);
    }

    private static Table table(Opened opened) {
        Wording wording = opened.wording();
        Map<ItemId, Integer> cited = citedBy(opened.view());
        List<List<Cell>> rows = new ArrayList<>();
        List<Item<Source>> sources = opened.view().list(Source.KIND).stream()
                .sorted(Comparator.comparing(
                        (Item<Source> item) -> item.value().title(), String.CASE_INSENSITIVE_ORDER))
                .toList();
        for (Item<Source> item : sources) {
            Source source = item.value();
            rows.add(List.of(
                    Cell.text(source.title()).withLink(URI.create(opened.path("items/" + item.id()))),
                    Cell.text(wording.say(source.type().label()))
                            .withCode(source.type().code()),
                    Cell.text(source.author()),
                    Cell.text(source.date().map(PartialDate::toString).orElse("")),
                    Cell.text(wording.say(source.reliability().label())),
                    Cell.text(wording.say(source.credibility().label())),
                    Cell.number(cited.getOrDefault(item.id(), 0)),
                    Cell.text(wording.say(item.sensitivity().label()))));
        }
        return new Table(
                wording.say("workspace.sources.caption"),
                List.of(
                        Column.text("title", wording.say("workspace.source.title")),
                        Column.text("type", wording.say("workspace.source.type")),
                        Column.text("author", wording.say("workspace.source.author")),
                        Column.date("date", wording.say("workspace.source.date")),
                        Column.text("reliability", wording.say("workspace.source.reliability")),
                        Column.text("credibility", wording.say("workspace.source.credibility")),
                        Column.integer("cited", wording.say("workspace.sources.cited"), ""),
                        Column.text("sensitivity", wording.say("workspace.item.sensitivity"))),
                rows);
    }

    private static Map<ItemId, Integer> citedBy(View view) {
        Map<ItemId, Integer> counts = new HashMap<>();
        view.ids()
                .forEach(id -> view.find(id)
                        .ifPresent(item -> item.citations()
                                .forEach(citation -> counts.merge(citation.source(), 1, Integer::sum))));
        return counts;
    }

    @StandsOn("/workspaces/{id}/sources")
    @PostMapping("/workspaces/{id}/sources")
    ResponseEntity<Void> add(
            @PathVariable String id,
            @RequestParam String title,
            @RequestParam String type,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        Item<Source> source = Item.fresh(Source.KIND, Source.of(type(type), title.strip()));
        Outcomes.check(opened, opened.workspace().append(reader.id(), new Edit.Put(source)), "title");
        return WorkspacePages.to(opened.path("items/" + source.id()));
    }

    private static SourceType type(String code) {
        return Term.find(SourceType.class, code)
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.field.no-choice", code))
                        .at("type"));
    }

    /** Cites a source for an item: one that is there, or a new one of which only the title is known. */
    @StandsOn("/workspaces/{id}/items/{item}")
    @PostMapping("/workspaces/{id}/items/{item}/citations")
    ResponseEntity<Void> cite(
            @PathVariable String id,
            @PathVariable("item") String itemText,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "document") String type,
            @RequestParam(defaultValue = "") String fact,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "not-assessed") String confidence,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        Item<?> item = get(opened, itemText);
        List<Edit> edits = new ArrayList<>();
        ItemId cited;
        if (!source.isEmpty()) {
            cited = opened.view().get(Source.KIND, HistoryPages.itemId(source)).id();
        } else if (title.isBlank()) {
            throw Failure.wrongUse(Sentence.of("workspace.citation.which")).at("title");
        } else {
            Item<Source> fresh = Item.fresh(Source.KIND, Source.of(type(type), title.strip()))
                    .meantFor(item.sensitivity());
            edits.add(new Edit.Put(fresh));
            cited = fresh.id();
        }
        List<Citation> citations = new ArrayList<>(item.citations());
        citations.add(new Citation(
                cited,
                Optional.of(fact).filter(name -> !name.isEmpty()),
                place.strip(),
                Optional.empty(),
                Optional.empty(),
                confidence(confidence)));
        edits.add(new Edit.Put(item.citing(citations)));
        Outcomes.check(opened, opened.workspace().append(reader.id(), edits, org.salus.ledger.Reason.EDIT));
        return WorkspacePages.to(opened.path("items/" + itemText + "#sources"));
    }

    private static Confidence confidence(String code) {
        return List.of(Confidence.values()).stream()
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.field.no-choice", code))
                        .at("confidence"));
    }

    /** Takes a citation away. */
    @StandsOn("/workspaces/{id}/items/{item}")
    @PostMapping("/workspaces/{id}/items/{item}/citations/{number}/remove")
    ResponseEntity<Void> uncite(
            @PathVariable String id,
            @PathVariable("item") String itemText,
            @PathVariable int number,
            @RequestParam String basis,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        Item<?> item = get(opened, itemText).basedOn(ItemPages.basis(basis));
        if (number < 0 || number >= item.citations().size()) {
            throw Failure.notFound(Sentence.of("workspace.citation.gone"));
        }
        List<Citation> citations = new ArrayList<>(item.citations());
        citations.remove(number);
        Outcomes.check(opened, opened.workspace().append(reader.id(), new Edit.Put(item.citing(citations))));
        return WorkspacePages.to(opened.path("items/" + itemText + "#sources"));
    }

    private static Item<?> get(Opened opened, String text) {
        ItemId id = HistoryPages.itemId(text);
        return opened.view().find(id).orElseThrow(() -> new UnknownItem(id));
    }
}
