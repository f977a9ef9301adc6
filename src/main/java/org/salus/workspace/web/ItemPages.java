package org.salus.workspace.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.StandsOn;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Act;
import org.salus.ledger.Citation;
import org.salus.ledger.Digest;
import org.salus.ledger.Edit;
import org.salus.ledger.History;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.ItemJson;
import org.salus.ledger.Member;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.UnknownItem;
import org.salus.people.SignedIn;
import org.salus.workspace.Comment;
import org.salus.workspace.Contribution;
import org.salus.workspace.Face;
import org.salus.workspace.Field;
import org.salus.workspace.FieldEdit;
import org.salus.workspace.Source;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One item of any kind: what it says, field by field, for whom it is meant, its remarks and its history. Also what the drawer shows. */
@Controller
final class ItemPages {
    /** An item may have been changed ten thousand times; its history has pages of its own. */
    private static final int SHOWN_STEPS = 20;

    static final String FRESH = "+";

    private final WorkspaceWeb web;

    ItemPages(WorkspaceWeb web) {
        this.web = web;
    }

    /**
     * A field as it stands on a page.
     *
     * @param path the way to it from the item; that of a field of a row not yet added begins with a plus
     * @param parts what a record is made of
     * @param rows what each row of a list is made of
     * @param fresh what a further row would be made of
     */
    public record Entered(
            Field field,
            String path,
            String typed,
            String said,
            List<Entered> parts,
            List<List<Entered>> rows,
            List<Entered> fresh) {
        /** Unique among the fields of an item, and plain enough for a selector. */
        public String mark() {
            return path.replace("+", "new-").replace('.', '-');
        }

        boolean isFresh() {
            return path.startsWith(FRESH);
        }
    }

    /** A remark. */
    record Remark(String id, String who, boolean isProven, String text, boolean isSettled) {}

    /** An item on its own. */
    record Shown(
            Layout layout,
            Opened opened,
            Item<?> item,
            String kind,
            List<Contribution.Beside> besides,
            List<Entered> fields,
            String basis,
            String sensitivity,
            List<Cited> cited,
            List<Audience> audiences,
            List<Remark> remarks,
            List<HistoryPages.Line> history,
            Optional<String> older,
            boolean isInConflict,
            boolean mayWrite,
            boolean mayRemove,
            boolean mayErase,
            CsrfToken token) {}

    /** For whom an item may be meant, to choose from. */
    record Audience(String value, String label, boolean isChosen) {}

    @GetMapping("/workspaces/{id}/items/{item}")
    ModelAndView show(
            @PathVariable String id,
            @PathVariable("item") String itemText,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Opened opened = web.open(id, reader, wording);
        ItemId itemId = HistoryPages.itemId(itemText);
        Item<?> item = opened.view().find(itemId).orElseThrow(() -> new UnknownItem(itemId));
        Optional<Face<?>> face = opened.faces().find(item.kind());
        boolean mayWrite = opened.workspace().whyReadOnly().isEmpty()
                && opened.view().standing().mayActAs(item.kind().writer());
        List<History.Step> newest =
                opened.workspace().history(reader.id()).of(itemId, SHOWN_STEPS + 1, Optional.empty());
        return new ModelAndView(
                "workspace/web/item",
                Map.of(
                        "page",
                        new Shown(
                                opened.layout(here, opened.title(itemId), token),
                                opened,
                                item,
                                wording.say(opened.faces().label(item.kind())),
                                web.besides(opened, itemId),
                                fields(item, face, opened),
                                basis(item.basis()),
                                wording.say(item.sensitivity().label()),
                                cited(opened, item),
                                audiences(opened, item),
                                Comment.on(itemId, opened.view()).stream()
                                        .map(comment -> remark(opened, comment))
                                        .toList(),
                                HistoryPages.lines(opened, newest.subList(0, Math.min(newest.size(), SHOWN_STEPS))),
                                newest.size() > SHOWN_STEPS
                                        ? Optional.of(opened.path("history?item=" + itemId))
                                        : Optional.empty(),
                                opened.view().isInConflict(itemId),
                                mayWrite,
                                mayWrite
                                        && !itemId.value()
                                                .equals(opened.workspace().id().value()),
                                opened.mayWrite(Role.OWNER)
                                        && !itemId.value()
                                                .equals(opened.workspace().id().value()),
                                token)));
    }

    /** A source that is cited for an item. */
    record Cited(
            int number,
            String source,
            String title,
            String type,
            String place,
            String fact,
            String confidence,
            String grade) {}

    private static List<Cited> cited(Opened opened, Item<?> item) {
        Wording wording = opened.wording();
        Optional<Face<?>> face = opened.faces().find(item.kind());
        List<Cited> found = new ArrayList<>();
        for (int number = 0; number < item.citations().size(); number++) {
            Citation citation = item.citations().get(number);
            Optional<Source> source =
                    opened.view().find(Source.KIND, citation.source()).map(Item::value);
            found.add(new Cited(
                    number,
                    citation.source().toString(),
                    opened.title(citation.source()),
                    source.map(known -> wording.say(known.type().label())).orElse(""),
                    citation.place(),
                    citation.fact()
                            .flatMap(name -> face.flatMap(known -> known.field(name)))
                            .map(field -> wording.say(field.label()))
                            .orElse(""),
                    wording.say(citation.confidence().label()),
                    source.map(known -> wording.say(
                                    "workspace.citation.grade",
                                    known.reliability().label(),
                                    known.credibility().label()))
                            .orElse("")));
        }
        return found;
    }

    private static List<Entered> fields(Item<?> item, Optional<Face<?>> face, Opened opened) {
        return face.map(known -> ItemForm.fields(known.fields(), "", ItemJson.value(item), opened))
                .orElse(List.of());
    }

    private static Optional<Entered> find(List<Entered> fields, String path) {
        for (Entered entered : fields) {
            Optional<Entered> found = entered.path().equals(path)
                    ? Optional.of(entered)
                    : find(entered.parts(), path)
                            .or(() -> entered.rows().stream()
                                    .flatMap(row -> find(row, path).stream())
                                    .findFirst());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Remark remark(Opened opened, Item<Comment> comment) {
        return new Remark(
                comment.id().toString(),
                opened.name(comment.value().by()),
                Comment.isProven(
                        comment, opened.workspace().history(opened.reader().id())),
                comment.value().text(),
                comment.value().isSettled());
    }

    /** The choices of who may see it; the ones that let more people in are the owner's. */
    private static List<Audience> audiences(Opened opened, Item<?> item) {
        List<Audience> audiences = new ArrayList<>();
        Wording wording = opened.wording();
        String now = item.sensitivity().code();
        for (String code : List.of("public", "members", "organisation", "named")) {
            if (code.equals("organisation")
                    && opened.view().standing().organisation().isEmpty()
                    && !now.equals(code)) {
                continue;
            }
            audiences.add(new Audience(code, wording.say("ledger.sensitivity." + code), code.equals(now)));
        }
        return audiences;
    }

    static String basis(Set<Digest> versions) {
        return versions.stream().sorted().map(Digest::toString).collect(Collectors.joining(" "));
    }

    static Set<Digest> basis(String text) {
        return Stream.of(text.split(" ", -1))
                .filter(digest -> !digest.isEmpty())
                .map(HistoryPages::digest)
                .collect(Collectors.toSet());
    }

    /** What is answered when a field was saved, or could not be. */
    record Saved(
            Wording wording,
            String item,
            String field,
            FieldEdit.Result result,
            Optional<String> basis,
            Optional<String> by,
            List<String> reasons) {
        /** The id of the field's element. */
        String mark() {
            return "f-" + item + "-" + field.replace('.', '-');
        }
    }

    @PostMapping("/workspaces/{id}/items/{item}/fields/{field}")
    ModelAndView save(
            @PathVariable String id,
            @PathVariable("item") String itemText,
            @PathVariable String field,
            @RequestParam Map<String, String> typed,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        FieldEdit.Result result = edit(opened)
                .save(
                        HistoryPages.itemId(itemText),
                        field,
                        typed.getOrDefault(field, ""),
                        basis(typed.getOrDefault("basis", "")));
        return new ModelAndView("workspace/web/saved", Map.of("saved", saved(opened, itemText, field, result)));
    }

    private static FieldEdit edit(Opened opened) {
        return new FieldEdit(opened.workspace(), opened.faces(), opened.reader().id());
    }

    private static Saved saved(Opened opened, String item, String field, FieldEdit.Result result) {
        Wording wording = opened.wording();
        return switch (result) {
            case FieldEdit.Result.Saved saved ->
                new Saved(
                        wording,
                        item,
                        field,
                        result,
                        Optional.of(basis(saved.item().basis())),
                        Optional.empty(),
                        List.of());
            case FieldEdit.Result.Clashing clashing ->
                new Saved(
                        wording,
                        item,
                        field,
                        result,
                        Optional.of(basis(clashing.item().basis())),
                        clashing.by().map(by -> opened.name(by.author())),
                        List.of());
            case FieldEdit.Result.Refused refused ->
                new Saved(
                        wording,
                        item,
                        field,
                        result,
                        Optional.empty(),
                        Optional.empty(),
                        refused.reasons().stream().map(wording::say).toList());
            case FieldEdit.Result.Gone gone ->
                new Saved(wording, item, field, result, Optional.empty(), Optional.empty(), List.of());
        };
    }

    /** A list of rows as it stands after one was added or taken away. */
    record Listed(Opened opened, String item, String basis, Entered entered) {}

    /** Adds a row to a list, from what was typed for it. */
    @PostMapping("/workspaces/{id}/items/{item}/rows/{list}")
    ModelAndView add(
            @PathVariable String id,
            @PathVariable("item") String itemText,
            @PathVariable String list,
            @RequestParam Map<String, String> typed,
            Wording wording,
            SignedIn reader,
            HttpServletResponse response) {
        Opened opened = web.open(id, reader, wording);
        String prefix = FRESH + list + ".";
        Map<String, String> row = new HashMap<>();
        typed.forEach((name, text) -> {
            if (name.startsWith(prefix)) {
                row.put(name.substring(prefix.length()), text);
            }
        });
        FieldEdit.Result result = edit(opened).add(HistoryPages.itemId(itemText), list, row);
        return listed(opened, itemText, list, result, response);
    }

    /** Takes a row away. */
    @PostMapping("/workspaces/{id}/items/{item}/rows/{row}/remove")
    ModelAndView removeRow(
            @PathVariable String id,
            @PathVariable("item") String itemText,
            @PathVariable String row,
            @RequestParam String basis,
            Wording wording,
            SignedIn reader,
            HttpServletResponse response) {
        Opened opened = web.open(id, reader, wording);
        FieldEdit.Result result = edit(opened).remove(HistoryPages.itemId(itemText), row, basis(basis));
        return listed(opened, itemText, row.replaceFirst("\\.\\d+$", ""), result, response);
    }

    private static ModelAndView listed(
            Opened opened, String itemText, String list, FieldEdit.Result result, HttpServletResponse response) {
        if (result instanceof FieldEdit.Result.Saved saved) {
            Optional<Face<?>> face = opened.faces().find(saved.item().kind());
            Optional<Entered> entered = find(fields(saved.item(), face, opened), list);
            if (entered.isPresent()) {
                return new ModelAndView(
                        "workspace/web/rows",
                        Map.of(
                                "listed",
                                new Listed(opened, itemText, basis(saved.item().basis()), entered.get())));
            }
        }
        response.setHeader("HX-Retarget", "#f-" + itemText + "-" + list.replace('.', '-') + "-state");
        response.setHeader("HX-Reswap", "innerHTML");
        return new ModelAndView("workspace/web/saved", Map.of("saved", saved(opened, itemText, list, result)));
    }

    @StandsOn("/workspaces/{id}/items/{item}")
    @PostMapping("/workspaces/{id}/items/{item}/remove")
    ResponseEntity<Void> remove(
            @PathVariable String id,
            @PathVariable("item") String itemText,
            @RequestParam String basis,
            @RequestParam(defaultValue = "") String why,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        Item<?> item = get(opened, itemText).basedOn(basis(basis));
        Outcomes.check(
                opened,
                opened.workspace()
                        .append(reader.id(), List.of(new Edit.Remove(item)), Reason.of(Act.EDIT, why.strip())));
        return WorkspacePages.to(opened.path("history"));
    }

    /** Erases what an item has ever said; an owner's act, with a reason, after saying that it is meant. */
    @StandsOn("/workspaces/{id}/items/{item}")
    @PostMapping("/workspaces/{id}/items/{item}/erasure")
    ResponseEntity<Void> erase(
            @PathVariable String id,
            @PathVariable("item") String itemText,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "false") boolean sure,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        if (!opened.view().standing().mayActAs(Role.OWNER)) {
            throw Failure.refused(Sentence.of("people.failure.owners"));
        }
        if (!sure) {
            throw Failure.wrongUse(Sentence.of("workspace.erase.not-sure"));
        }
        Outcomes.check(
                opened,
                opened.workspace().erase(reader.id(), get(opened, itemText).id(), why.strip()));
        return WorkspacePages.to(opened.path("history"));
    }

    @StandsOn("/workspaces/{id}/items/{item}")
    @PostMapping("/workspaces/{id}/items/{item}/sensitivity")
    ResponseEntity<Void> meanFor(
            @PathVariable String id,
            @PathVariable("item") String itemText,
            @RequestParam String basis,
            @RequestParam String audience,
            @RequestParam(defaultValue = "") List<String> named,
            @RequestParam(defaultValue = "") String why,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        Item<?> item = get(opened, itemText).basedOn(basis(basis)).meantFor(sensitivity(opened, audience, named));
        Outcome outcome =
                opened.workspace().append(reader.id(), List.of(new Edit.Put(item)), Reason.of(Act.EDIT, why.strip()));
        Outcomes.check(opened, outcome, Outcomes.isAbout(outcome, "ledger.refusal.reason") ? "why" : "audience");
        return WorkspacePages.to(opened.path("items/" + itemText));
    }

    private static Sensitivity sensitivity(Opened opened, String audience, List<String> named) {
        return switch (audience) {
            case "public" -> Sensitivity.forEverybody();
            case "members" -> Sensitivity.forMembers();
            case "organisation" ->
                new Sensitivity.Organisation(opened.view()
                        .standing()
                        .organisation()
                        .orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.sensitivity.no-organisation"))
                                .at("audience")));
            case "named" -> {
                TreeSet<AccountId> accounts = new TreeSet<>();
                accounts.add(opened.reader().id());
                opened.view().list(Member.KIND).stream()
                        .filter(member -> named.contains(member.id().toString()))
                        .forEach(
                                member -> accounts.add(new AccountId(member.id().value())));
                yield new Sensitivity.Named(accounts);
            }
            default ->
                throw Failure.wrongUse(Sentence.of("workspace.sensitivity.unknown", audience))
                        .at("audience");
        };
    }

    @StandsOn("/workspaces/{id}/items/{item}")
    @PostMapping("/workspaces/{id}/items/{item}/comments")
    ResponseEntity<Void> comment(
            @PathVariable String id,
            @PathVariable("item") String itemText,
            @RequestParam String text,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        Item<?> item = get(opened, itemText);
        Comment comment =
                new Comment(item.id(), reader.id(), text.strip(), Comment.mentioned(text, opened.view()), false);
        // A remark is meant for the same people as what it is about.
        Item<Comment> remark = Item.fresh(Comment.KIND, comment).meantFor(item.sensitivity());
        Outcomes.check(opened, opened.workspace().append(reader.id(), new Edit.Put(remark)));
        return WorkspacePages.to(opened.path("items/" + itemText + "#remarks"));
    }

    @PostMapping("/workspaces/{id}/comments/{comment}/settled")
    ResponseEntity<Void> settle(
            @PathVariable String id,
            @PathVariable("comment") String commentText,
            @RequestParam boolean settled,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        Item<Comment> comment = opened.view().get(Comment.KIND, HistoryPages.itemId(commentText));
        Outcome outcome = opened.workspace()
                .append(reader.id(), new Edit.Put(comment.saying(comment.value().settled(settled))));
        Outcomes.check(opened, outcome);
        return WorkspacePages.to(opened.path("items/" + comment.value().about() + "#remarks"));
    }

    private static Item<?> get(Opened opened, String text) {
        ItemId id = HistoryPages.itemId(text);
        return opened.view().find(id).orElseThrow(() -> new UnknownItem(id));
    }
}
