package org.salus.goals.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.documents.Table;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Pager;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.Wording;
import org.salus.goals.Box;
import org.salus.goals.ChainTables;
import org.salus.goals.ChainTree;
import org.salus.goals.GoalsAnswers;
import org.salus.goals.Hole;
import org.salus.goals.Indicator;
import org.salus.goals.Link;
import org.salus.goals.LinkType;
import org.salus.goals.MeasuredChain;
import org.salus.goals.Objective;
import org.salus.goals.ResultsChain;
import org.salus.goals.web.GoalsFrame.Seen;
import org.salus.ledger.Item;
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

/** Alternatives, and each of them as a tree, a logframe, a matrix and a list of its holes. */
@Controller
final class GoalsPages {
    /** So many holes with their forms are still a page somebody reads to its end. */
    private static final int HOLES_OF_A_PAGE = 100;

    /** So many rows of the tree are a page, and so many boxes a list to choose from that is there before anybody asks for it. */
    private static final int ROWS_OF_A_PAGE = 100;

    private static final String HOLE = "hole";
    private static final String BOX = "box";
    private static final String ADD = "add";
    private static final String WHOLE = "whole";
    private static final Set<String> FORMS = Set.of("box", "link", "indicator", "condition");

    private final GoalsFrame frame;

    GoalsPages(GoalsFrame frame) {
        this.frame = frame;
    }

    /** The alternatives. */
    record Alternatives(Layout layout, Opened opened, List<Line> lines, CsrfToken token) {
        boolean mayWrite() {
            return opened.mayWrite(Role.CONTRIBUTOR);
        }
    }

    /** An alternative in the list. */
    record Line(String href, String title, String adoption, int goals, int objectives, int open) {}

    /**
     * The tree, as far as one page shows it.
     *
     * @param above the boxes below which the first row stands, which are told on a page before this one; the outermost first
     * @param asked the form that was asked for; empty if none
     */
    record Tree(
            Seen seen,
            List<TreeRow> above,
            List<TreeRow> rows,
            Pager pager,
            MeasuredChain measured,
            List<Item<? extends Box>> boxes,
            Optional<ItemId> added,
            String asked) {
        boolean isPart() {
            return rows.size() < pager.total();
        }

        String whole() {
            return Address.of(pager.here().path()).with(WHOLE, "yes").toString();
        }

        /** Whether a form is only made when it is asked for: its list of boxes is long. */
        boolean isMadeWhenAsked() {
            return boxes.size() > ROWS_OF_A_PAGE;
        }

        String asking(String form) {
            return pager.here().with(ADD, form) + "#add-" + (form.equals("condition") ? "assumption" : form);
        }
    }

    /**
     * A line of the tree.
     *
     * @param title of the box; that of support names the donor first
     * @param level what it is called
     * @param lines what leads from the box and says what has to be true for it
     * @param institution the institution an objective is about, by its name; empty for other boxes
     * @param firstOpen where the first open hole of the box stands; empty if it has none
     */
    record TreeRow(
            ChainTree.Row row,
            String title,
            String level,
            List<Item<Indicator>> indicators,
            List<Item<Link>> lines,
            String institution,
            int open,
            String firstOpen) {}

    /** A table. */
    record Tabled(Seen seen, TableView table) {}

    /**
     * The holes, rule by rule, as far as one page shows them.
     *
     * @param counts how many there are by rule, also on other pages
     */
    record Holes(Seen seen, Map<String, List<Found>> byRule, Map<String, Integer> counts, int notes, Pager pager) {}

    /** A hole as it stands on a page. */
    record Found(
            Hole hole, String mark, String weight, String says, String meaning, Mend mend, List<Replied> replies) {}

    /** The click that mends it. */
    record Mend(String text, String href) {}

    /**
     * What somebody answered.
     *
     * @param isProven whether whoever the answer says has given it
     * @param whyOpen why it does not close the hole as it is now; empty if it does
     */
    record Replied(String href, String who, boolean isProven, String reply, String because, String whyOpen) {}

    @GetMapping("/workspaces/{id}/goals")
    ModelAndView alternatives(
            @PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        Opened opened = frame.open(id, reader, wording);
        GoalsAnswers answers = new GoalsAnswers(opened.view(), wording);
        List<Line> lines = new ArrayList<>();
        for (Item<ResultsChain> chain : answers.chains()) {
            var model = answers.model(chain);
            lines.add(new Line(
                    GoalsFrame.pathOf(opened, chain.id()),
                    chain.value().title(),
                    wording.say(chain.value().adoption().label()),
                    model.list(org.salus.goals.Goal.KIND).size(),
                    model.list(Objective.KIND).size(),
                    answers.holes(model).open(answers.answered(model)).size()));
        }
        return page(
                "alternatives",
                new Alternatives(opened.layout(here, wording.say("goals.page.title"), token), opened, lines, token));
    }

    static ModelAndView page(String template, Object page) {
        return new ModelAndView("goals/web/" + template, Map.of("page", page));
    }

    @GetMapping("/workspaces/{id}/goals/{chain}")
    ModelAndView tree(
            @PathVariable String id,
            @PathVariable String chain,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.page.chain", wording, here, reader, token);
        String asked = here.choice(ADD, form -> Optional.of(form).filter(FORMS::contains))
                .orElse("");
        List<ChainTree.Row> all = ChainTree.of(seen.chain());
        Optional<ItemId> added = here.choice("added").flatMap(text -> itemId(text));
        boolean isWhole = here.choice(WHOLE).isPresent();
        Pager pager =
                new Pager(pageOf(seen, all, added), all.size(), isWhole ? Math.max(1, all.size()) : ROWS_OF_A_PAGE, "");
        return page(
                "tree",
                new Tree(
                        seen,
                        ChainTree.above(all, pager.offset()).stream()
                                .map(row -> treeRow(seen, row))
                                .toList(),
                        pager.of(all).stream().map(row -> treeRow(seen, row)).toList(),
                        pager,
                        seen.measured(),
                        List.copyOf(seen.chain().boxes()),
                        added,
                        asked));
    }

    private static TreeRow treeRow(Seen seen, ChainTree.Row row) {
        List<Hole> open = seen.holes().at(row.box().id()).stream()
                .filter(hole ->
                        hole.weight() != Hole.Weight.NOTE && !seen.answered().contains(hole.name()))
                .toList();
        return new TreeRow(
                row,
                seen.opened().title(row.box().id()),
                seen.wording().say(ChainTables.levelOf(row.box().value())),
                seen.chain().indicators(row.box().id()),
                Stream.of(LinkType.CONTRIBUTES, LinkType.UNDERMINES)
                        .flatMap(type -> seen.chain().from(row.box().id(), type).stream())
                        .filter(link -> !link.value().assumption().isBlank())
                        .toList(),
                institution(row.box().value(), seen.opened()),
                open.size(),
                open.isEmpty() ? "" : holeAt(seen, open.getFirst().name()));
    }

    /** The page a box is on, where one is asked for or was just added; of what belongs to a box, that of the box. */
    private static Address pageOf(Seen seen, List<ChainTree.Row> rows, Optional<ItemId> added) {
        Address plain = seen.here().without(BOX, "added");
        return seen.here()
                .choice(BOX)
                .flatMap(text -> itemId(text))
                .or(() -> added)
                .flatMap(element -> ChainTree.place(seen.chain(), rows, element))
                .map(place -> plain.with("page", place / ROWS_OF_A_PAGE + 1))
                .orElse(plain);
    }

    static Optional<ItemId> itemId(String text) {
        try {
            return Optional.of(ItemId.of(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static String institution(Box box, Opened opened) {
        return box instanceof Objective objective
                ? objective.institution().map(opened::title).orElse(objective.institutionName())
                : "";
    }

    @GetMapping("/workspaces/{id}/goals/{chain}/{table:matrix}")
    ModelAndView table(
            @PathVariable String id,
            @PathVariable String chain,
            @PathVariable String table,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.page." + table, wording, here, reader, token);
        return page(
                "table",
                new Tabled(
                        seen,
                        TableView.of(table, table(table, seen.tables()), seen.layout())
                                .withFiles(Address.of(seen.path(table)))));
    }

    private static Table table(String name, ChainTables tables) {
        return switch (name) {
            case "matrix" -> tables.matrix();
            default -> tables.holes();
        };
    }

    @GetMapping("/workspaces/{id}/goals/{chain}/{table:logframe|matrix|holes}.{form:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @PathVariable String chain,
            @PathVariable String table,
            @PathVariable String form,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.place", wording, here, reader, token);
        return TableFiles.answer(
                form,
                table,
                table.equals("logframe") ? seen.logframe().whole() : table(table, seen.plainTables()),
                seen.state(),
                seen.opened().workspace().day(reader.id()),
                seen.opened().layouts().facts(wording),
                wording);
    }

    @GetMapping("/workspaces/{id}/goals/{chain}/holes")
    ModelAndView holes(
            @PathVariable String id,
            @PathVariable String chain,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        here.knowing(HOLE, "page");
        Seen seen = frame.see(id, chain, "goals.page.holes", wording, here, reader, token);
        List<Hole> all = seen.holes().holes();
        Map<String, List<Hole>> byRule = all.stream()
                .collect(Collectors.groupingBy(
                        hole -> wording.say(hole.rule(false)), LinkedHashMap::new, Collectors.toList()));
        List<Hole> inOrder = byRule.values().stream().flatMap(List::stream).toList();
        Pager pager = new Pager(pageOf(here, inOrder), inOrder.size(), HOLES_OF_A_PAGE, "");
        Map<String, List<Item<Answer>>> replies = seen.answers().replies();
        Map<String, List<Found>> shown = pager.of(inOrder).stream()
                .collect(Collectors.groupingBy(
                        hole -> wording.say(hole.rule(false)),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                hole -> found(seen, hole, replies.getOrDefault(hole.name(), List.of())),
                                Collectors.toList())));
        Map<String, Integer> counts = new LinkedHashMap<>();
        byRule.forEach((rule, holes) -> counts.put(rule, holes.size()));
        return page(
                "holes",
                new Holes(
                        seen,
                        shown,
                        counts,
                        (int) all.stream()
                                .filter(hole -> hole.weight() == Hole.Weight.NOTE)
                                .count(),
                        pager));
    }

    /** The page a hole is on, where one is asked for by its name. */
    private static Address pageOf(Address here, List<Hole> inOrder) {
        Optional<String> asked = here.choice(HOLE);
        Address plain = here.without(HOLE);
        return asked.map(name -> inOrder.stream().map(Hole::name).toList().indexOf(name))
                .filter(place -> place >= 0)
                .map(place -> plain.with("page", place / HOLES_OF_A_PAGE + 1))
                .orElse(plain);
    }

    /** Where a hole is shown. */
    static String holeAt(Seen seen, String name) {
        return Address.of(seen.path("holes")).with(HOLE, name) + "#" + mark(name);
    }

    private static Found found(Seen seen, Hole hole, List<Item<Answer>> replies) {
        Wording wording = seen.wording();
        return new Found(
                hole,
                mark(hole.name()),
                wording.say(hole.weight().label()),
                wording.say(hole.says()),
                wording.say(hole.rule(true)),
                mend(seen, hole.fix()),
                replies.stream().map(answer -> replied(seen, hole, answer)).toList());
    }

    /** The name of a hole as an id of an element. */
    private static String mark(String name) {
        return "hole-" + name.replace(':', '_');
    }

    static Mend mend(Seen seen, Hole.Fix fix) {
        return new Mend(
                seen.wording().say(fix.says()),
                seen.opened().path(fix.path(seen.alternative().id())));
    }

    private static Replied replied(Seen seen, Hole hole, Item<Answer> answer) {
        Opened opened = seen.opened();
        return new Replied(
                seen.item(answer.id()),
                opened.name(answer.value(), answer.id()),
                Answer.isProven(answer, opened.view()),
                seen.wording().say(answer.value().reply().label()),
                answer.value().because(),
                new GoalsAnswers(opened.view(), seen.wording())
                        .whyOpen(hole, answer, seen.chain())
                        .map(seen.wording()::say)
                        .orElse(""));
    }
}
