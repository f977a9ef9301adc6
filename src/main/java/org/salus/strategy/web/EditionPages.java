package org.salus.strategy.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.StandsOn;
import org.salus.frame.web.TableView;
import org.salus.framework.Wording;
import org.salus.ledger.Act;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.people.SignedIn;
import org.salus.strategy.Edition;
import org.salus.strategy.EditionState;
import org.salus.strategy.EditionVersions;
import org.salus.strategy.Side;
import org.salus.strategy.Strategy;
import org.salus.strategy.StrategyAnswers;
import org.salus.strategy.StrategyFiles;
import org.salus.strategy.StrategyTables;
import org.salus.strategy.TextComparison;
import org.salus.strategy.TypedStrategy;
import org.salus.strategy.web.StrategyFrame.Choice;
import org.salus.workspace.web.Outcomes;
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

/** An edition: exactly what was approved by whom, how far it has come, whether it can still be shown as it was; and two editions side by side. */
@Controller
final class EditionPages {
    private final StrategyFrame frame;

    EditionPages(StrategyFrame frame) {
        this.frame = frame;
    }

    /**
     * The page.
     *
     * @param versions that copies brought, side by side; empty where there is one
     * @param isSame whether its state is composed to its digest today
     */
    record One(
            Layout layout,
            Opened opened,
            Item<Edition> item,
            boolean isSame,
            boolean isOnOtherData,
            Optional<TableView> versions,
            List<Choice> toGoOnFrom,
            TableView approvals,
            TableView steps,
            List<Choice> sides,
            List<Choice> next,
            boolean mayWrite,
            CsrfToken token) {
        Edition edition() {
            return item.value();
        }

        String path(String below) {
            String own = opened.path("strategy/editions/" + item.id());
            return below.isEmpty() ? own : own + "/" + below;
        }

        /** What differs between it and what the workspace says now. */
        String changed() {
            return Address.of(opened.path("strategy/compare"))
                    .with("before", item.id().toString())
                    .toString();
        }

        List<String> forms() {
            return StrategyFiles.FORMS;
        }

        boolean mayApprove() {
            return mayWrite
                    && isSame
                    && edition().state() != EditionState.DRAFT
                    && edition().state() != EditionState.ENDED;
        }
    }

    @GetMapping("/workspaces/{id}/strategy/editions/{edition}")
    ModelAndView show(
            @PathVariable String id,
            @PathVariable String edition,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Opened opened = frame.open(id, reader, wording);
        Item<Edition> item = StrategyFrame.edition(opened, edition);
        Strategy strategy = frame.strategies().of(opened.workspace(), reader.id(), item.value());
        Layout layout = opened.layout(here, item.value().title(), token)
                .under(wording.say("strategy.place"), opened.path("strategy"));
        StrategyTables tables = new StrategyTables(wording);
        EditionVersions versions = EditionVersions.of(item.id(), opened.view());
        return StrategyFrame.page(
                "edition",
                new One(
                        layout,
                        opened,
                        item,
                        strategy.digest().equals(item.value().digest()),
                        !strategy.snapshot().equals(item.value().snapshot()),
                        Optional.of(versions)
                                .filter(several -> !several.all().isEmpty())
                                .map(several -> TableView.of("versions", tables.versions(several), layout)),
                        versions.all().stream()
                                .map(version -> new Choice(
                                        version.name(),
                                        wording.say(
                                                "strategy.edition.version",
                                                version.by().entry().brief(),
                                                version.edition().state().label()),
                                        false))
                                .toList(),
                        TableView.of("approvals", tables.approvals(item.value()), layout)
                                .withFiles(Address.of(opened.path("strategy/editions/" + item.id() + "/approvals"))),
                        TableView.of("steps", tables.steps(item.value()), layout)
                                .withFiles(Address.of(opened.path("strategy/editions/" + item.id() + "/steps"))),
                        Choice.of(Stream.of(Side.values()), Optional.empty(), wording),
                        Choice.of(item.value().state().next().stream(), Optional.empty(), wording),
                        opened.mayWrite(Role.EDITOR),
                        token));
    }

    /** Exactly what was drawn, as a file. */
    @GetMapping("/workspaces/{id}/strategy/editions/{edition}/document.{form:docx|pdf|html}")
    ResponseEntity<byte[]> document(
            @PathVariable String id,
            @PathVariable String edition,
            @PathVariable String form,
            Wording wording,
            SignedIn reader) {
        Opened opened = frame.open(id, reader, wording);
        Edition found = StrategyFrame.edition(opened, edition).value();
        Strategy strategy = frame.strategies().of(opened.workspace(), reader.id(), found);
        return StrategyFrame.file(
                OutlinePages.name("strategy", strategy),
                form,
                frame.files().bytes(form, strategy.document(found.reviewBy())));
    }

    /** A table of an edition to keep. */
    @GetMapping("/workspaces/{id}/strategy/editions/{edition}/{table:approvals|steps}.{form:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @PathVariable String edition,
            @PathVariable String table,
            @PathVariable String form,
            Wording wording,
            SignedIn reader) {
        Opened opened = frame.open(id, reader, wording);
        Edition found = StrategyFrame.edition(opened, edition).value();
        StrategyTables tables = new StrategyTables(wording);
        return OutlinePages.kept(
                form,
                "strategy-" + table,
                table.equals("approvals") ? tables.approvals(found) : tables.steps(found),
                opened);
    }

    @StandsOn("/workspaces/{id}/strategy/editions/{edition}")
    @PostMapping("/workspaces/{id}/strategy/editions/{edition}/approvals")
    ResponseEntity<Void> approve(
            @PathVariable String id,
            @PathVariable String edition,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        return write(id, edition, form, reader, wording, TypedStrategy.APPROVAL, TypedStrategy::approval, true);
    }

    @StandsOn("/workspaces/{id}/strategy/editions/{edition}")
    @PostMapping("/workspaces/{id}/strategy/editions/{edition}/steps")
    ResponseEntity<Void> step(
            @PathVariable String id,
            @PathVariable String edition,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        return write(id, edition, form, reader, wording, TypedStrategy.STEP, TypedStrategy::step, false);
    }

    /** Puts the versions of an edition together that copies brought: one is gone on from, approvals of all are kept. */
    @StandsOn("/workspaces/{id}/strategy/editions/{edition}")
    @PostMapping("/workspaces/{id}/strategy/editions/{edition}/together")
    ResponseEntity<Void> together(
            @PathVariable String id,
            @PathVariable String edition,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        Opened opened = frame.open(id, reader, wording);
        Item<Edition> said = new TypedStrategy(StrategyFrame.typed(form))
                .knowing(TypedStrategy.TOGETHER)
                .together(StrategyFrame.edition(opened, edition), opened.view());
        Outcomes.check(
                opened,
                opened.workspace().append(reader.id(), List.of(new Edit.Put(said)), Reason.of(Act.RESOLVE, "")));
        return StrategyFrame.to(opened.path("strategy/editions/" + said.id()));
    }

    private ResponseEntity<Void> write(
            String id,
            String words,
            MultiValueMap<String, String> form,
            SignedIn reader,
            Wording wording,
            List<String> names,
            BiFunction<TypedStrategy, Item<Edition>, Item<Edition>> what,
            boolean isSigned) {
        Opened opened = frame.open(id, reader, wording);
        Item<Edition> item = StrategyFrame.edition(opened, words);
        if (isSigned) {
            frame.strategies().requireSame(opened.workspace(), reader.id(), item.value());
        }
        Item<Edition> said = what.apply(new TypedStrategy(StrategyFrame.typed(form)).knowing(names), item);
        Outcomes.check(opened, opened.workspace().append(reader.id(), List.of(new Edit.Put(said)), Reason.EDIT));
        return StrategyFrame.to(opened.path("strategy/editions/" + item.id()));
    }

    /** Two strategies side by side. */
    private record Compared(Strategy before, Strategy after) {
        TextComparison changes() {
            return TextComparison.of(before.plain(), after.plain()).ofSections();
        }
    }

    /**
     * The page.
     *
     * @param editions to choose the earlier one from
     * @param later to choose the later one from; the first stands for what the workspace says now
     */
    record Comparing(
            Layout layout,
            Opened opened,
            List<Choice> editions,
            List<Choice> later,
            Optional<TableView> changes,
            int count,
            String word) {}

    @GetMapping("/workspaces/{id}/strategy/compare")
    ModelAndView compare(@PathVariable String id, Wording wording, Address here, SignedIn reader) {
        here.knowing("before", "after");
        Opened opened = frame.open(id, reader, wording);
        Layout layout = opened.layout(here, wording.say("strategy.compare.title"))
                .under(wording.say("strategy.place"), opened.path("strategy"));
        List<Item<Edition>> all = StrategyAnswers.list(opened.view());
        String before = here.choice("before").orElse("");
        String after = here.choice("after").orElse("");
        List<Choice> later =
                new ArrayList<>(List.of(new Choice("", wording.say("strategy.compare.now"), after.isEmpty())));
        later.addAll(choices(all, after));
        Optional<TextComparison> changes = before.isEmpty()
                ? Optional.empty()
                : Optional.of(compared(opened, before, after, reader).changes());
        Address files = here.at(opened.path("strategy/compare"), "before", "after");
        return StrategyFrame.page(
                "compare",
                new Comparing(
                        layout,
                        opened,
                        choices(all, before),
                        later,
                        changes.filter(found -> !found.isSame())
                                .map(found -> TableView.of(
                                                "changes", new StrategyTables(wording).changes(found), layout)
                                        .withFiles(files)),
                        changes.map(found -> found.changes().size()).orElse(-1),
                        here.at(opened.path("strategy/compare.docx"), "before", "after")
                                .toString()));
    }

    private static List<Choice> choices(List<Item<Edition>> editions, String chosen) {
        return editions.stream()
                .map(item -> new Choice(
                        item.id().toString(),
                        item.value().title(),
                        item.id().toString().equals(chosen)))
                .toList();
    }

    private Compared compared(Opened opened, String before, String after, SignedIn reader) {
        Item<Edition> first = StrategyFrame.edition(opened, before);
        Strategy earlier = frame.strategies().of(opened.workspace(), reader.id(), first.value());
        Strategy later = after.isEmpty()
                ? frame.strategies()
                        .now(
                                opened.workspace(),
                                reader.id(),
                                first.value().readership(),
                                earlier.wording().locale())
                : frame.strategies()
                        .of(
                                opened.workspace(),
                                reader.id(),
                                StrategyFrame.edition(opened, after).value());
        return new Compared(earlier, later);
    }

    /** What differs, as a table; or as changes that Word keeps track of. */
    @GetMapping("/workspaces/{id}/strategy/compare.{form:csv|xlsx|docx}")
    ResponseEntity<byte[]> compareFile(
            @PathVariable String id, @PathVariable String form, Wording wording, Address here, SignedIn reader) {
        here.knowing("before", "after");
        Opened opened = frame.open(id, reader, wording);
        Compared found = compared(
                opened, here.choice("before").orElse(""), here.choice("after").orElse(""), reader);
        return form.equals("docx")
                ? StrategyFrame.file(
                        "strategy-changes-" + found.after().digest().substring(0, 12),
                        form,
                        frame.files().changes(found.before(), found.after()))
                : OutlinePages.kept(
                        form, "strategy-changes", new StrategyTables(wording).changes(found.changes()), opened);
    }
}
