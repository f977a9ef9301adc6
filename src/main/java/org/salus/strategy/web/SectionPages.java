package org.salus.strategy.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.documents.Block;
import org.salus.documents.Bullets;
import org.salus.documents.Captioned;
import org.salus.documents.Chart;
import org.salus.documents.Heading;
import org.salus.documents.Note;
import org.salus.documents.Paragraph;
import org.salus.documents.Picture;
import org.salus.documents.Span;
import org.salus.documents.Table;
import org.salus.frame.web.Address;
import org.salus.frame.web.DrawnChart;
import org.salus.frame.web.Layout;
import org.salus.frame.web.StandsOn;
import org.salus.frame.web.TableView;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.people.SignedIn;
import org.salus.strategy.ComposedSection;
import org.salus.strategy.Languages;
import org.salus.strategy.Readership;
import org.salus.strategy.Section;
import org.salus.strategy.SectionText;
import org.salus.strategy.Strategy;
import org.salus.strategy.TypedStrategy;
import org.salus.strategy.TypedText;
import org.salus.strategy.web.StrategyFrame.Choice;
import org.salus.strategy.web.StrategyFrame.Seen;
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

/** A section: what it says, what people wrote for it, what is new in the model, and its tables and drawings. */
@Controller
final class SectionPages {
    private final StrategyFrame frame;

    SectionPages(StrategyFrame frame) {
        this.frame = frame;
    }

    /**
     * A part of the text.
     *
     * @param heading whether it is one
     * @param items of a list; of anything else one
     */
    record Part(boolean heading, boolean list, boolean numbered, List<List<Span>> items) {
        static List<Part> of(List<Block> text) {
            List<Part> parts = new ArrayList<>();
            for (Block block : text) {
                switch (block) {
                    case Heading heading ->
                        parts.add(new Part(true, false, false, List.of(List.of(Span.of(heading.text())))));
                    case Paragraph paragraph -> parts.add(new Part(false, false, false, List.of(paragraph.spans())));
                    case Bullets bullets ->
                        parts.add(new Part(
                                false,
                                true,
                                bullets.numbered(),
                                bullets.items().stream().map(Paragraph::spans).toList()));
                    default -> {
                        // Text has no other parts.
                    }
                }
            }
            return parts;
        }
    }

    /**
     * Something that stands behind the text.
     *
     * @param caption what a drawing or table is called; empty for a remark
     * @param picture a drawing as an address of data; empty where there is none
     * @param alternative what it shows, in words
     * @param chart drawn by the page; empty where there is none
     * @param note a remark; empty for anything else
     */
    record Exhibit(
            String caption,
            String picture,
            String alternative,
            Optional<DrawnChart> chart,
            Optional<TableView> table,
            String note) {}

    /** A text somebody wrote, to be written on. */
    record Written(Item<SectionText> item, String basis, String meantFor, boolean isPublic, List<Part> parts) {}

    /** The page. */
    record One(
            Layout layout,
            Seen seen,
            ComposedSection section,
            List<Part> parts,
            List<Written> written,
            String composed,
            List<Exhibit> exhibits,
            List<Choice> readerships,
            boolean mayWrite,
            CsrfToken token) {
        Opened opened() {
            return seen.opened();
        }

        Strategy strategy() {
            return seen.strategy();
        }

        String path(String below) {
            String own = seen.path("sections/" + section.section().code());
            return below.isEmpty() ? own : own + "/" + below;
        }
    }

    @GetMapping("/workspaces/{id}/strategy/sections/{section}")
    ModelAndView show(
            @PathVariable String id,
            @PathVariable("section") String code,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Section which = TypedStrategy.section(code);
        Seen seen = frame.see(id, here, reader, wording);
        ComposedSection section = seen.strategy().section(which);
        Layout layout = seen.opened()
                .layout(here, wording.say(which.label()), token)
                .under(wording.say("strategy.place"), seen.address("").toString())
                .withCharts();
        return StrategyFrame.page(
                "section",
                new One(
                        layout,
                        seen,
                        section,
                        Part.of(section.text()),
                        section.written().stream()
                                .map(item -> written(item, wording))
                                .toList(),
                        TypedText.written(section.composed().text()),
                        exhibits(seen, section, layout),
                        StrategyFrame.readerships(seen.opened(), seen.strategy().readership(), false),
                        seen.opened().mayWrite(Role.CONTRIBUTOR),
                        token));
    }

    private static Written written(Item<SectionText> item, Wording wording) {
        return new Written(
                item,
                String.join(
                        " ",
                        item.basis().stream().sorted().map(Object::toString).toList()),
                wording.say(item.sensitivity().label()),
                item.sensitivity() instanceof org.salus.ledger.Sensitivity.Public,
                Part.of(TypedText.read(item.value().text())));
    }

    private static List<Exhibit> exhibits(Seen seen, ComposedSection section, Layout layout) {
        List<Exhibit> exhibits = new ArrayList<>();
        String own = "sections/" + section.section().code() + "/";
        for (Block block : section.composed().exhibits()) {
            switch (block) {
                case Captioned captioned -> {
                    Optional<TableView> table = table(captioned)
                            .map(made -> TableView.of(key(captioned), made, layout)
                                    .withFiles(seen.address(own + key(captioned))));
                    String picture = captioned.content() instanceof Picture drawing
                            ? "data:image/svg+xml;base64,"
                                    + Base64.getEncoder()
                                            .encodeToString(drawing.svg().getBytes(StandardCharsets.UTF_8))
                            : "";
                    String alternative = captioned.content() instanceof Picture drawing ? drawing.alternative() : "";
                    Optional<DrawnChart> chart = captioned.content() instanceof Chart drawn
                            ? Optional.of(DrawnChart.of(drawn))
                            : Optional.empty();
                    exhibits.add(new Exhibit(captioned.caption(), picture, alternative, chart, table, ""));
                }
                case Note note ->
                    exhibits.add(new Exhibit("", "", "", Optional.empty(), Optional.empty(), note.text()));
                default -> {
                    // Breaks and large figures are of paper.
                }
            }
        }
        return exhibits;
    }

    /** What is behind the full stop of a caption's key: the section is said already. */
    private static String key(Captioned captioned) {
        return captioned.key().substring(captioned.key().indexOf('.') + 1);
    }

    private static Optional<Table> table(Captioned captioned) {
        return switch (captioned.content()) {
            case Table table -> Optional.of(table);
            case Chart chart -> Optional.of(chart.table());
            default -> Optional.empty();
        };
    }

    /** A table of a section to keep, a chart's own included. */
    @GetMapping("/workspaces/{id}/strategy/sections/{section}/{exhibit:[a-z0-9-]+}.{form:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @PathVariable("section") String code,
            @PathVariable String exhibit,
            @PathVariable String form,
            Wording wording,
            Address here,
            SignedIn reader) {
        Section which = TypedStrategy.section(code);
        Seen seen = frame.see(id, here, reader, wording);
        Table table = seen.strategy().section(which).composed().exhibits().stream()
                .flatMap(block -> block instanceof Captioned captioned ? Stream.of(captioned) : Stream.empty())
                .filter(captioned -> key(captioned).equals(exhibit))
                .flatMap(captioned -> table(captioned).stream())
                .findFirst()
                .orElseThrow(() -> Failure.notFound(Sentence.of("strategy.failure.no-table", exhibit)));
        return OutlinePages.kept(form, "strategy-" + which.code() + "-" + exhibit, table, seen.opened());
    }

    /** Writes a text of the section. */
    @StandsOn("/workspaces/{id}/strategy/sections/{section}")
    @PostMapping("/workspaces/{id}/strategy/sections/{section}")
    ResponseEntity<Void> write(
            @PathVariable String id,
            @PathVariable("section") String code,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        Section which = TypedStrategy.section(code);
        Opened opened = frame.open(id, reader, wording);
        TypedStrategy typed = new TypedStrategy(StrategyFrame.typed(form)).knowing(TypedStrategy.TEXT);
        Item<SectionText> item = typed.text(members(opened, reader, typed).section(which));
        Outcomes.check(
                opened, opened.workspace().append(reader.id(), List.of(new Edit.Put(item)), Reason.EDIT), "text");
        return StrategyFrame.to(page(opened, which, typed));
    }

    /** Takes what is new into the text, or leaves the text as it is. */
    @StandsOn("/workspaces/{id}/strategy/sections/{section}")
    @PostMapping("/workspaces/{id}/strategy/sections/{section}/look")
    ResponseEntity<Void> look(
            @PathVariable String id,
            @PathVariable("section") String code,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        Section which = TypedStrategy.section(code);
        Opened opened = frame.open(id, reader, wording);
        TypedStrategy typed = new TypedStrategy(StrategyFrame.typed(form)).knowing(TypedStrategy.LOOK);
        List<Edit> edits = typed.look(members(opened, reader, typed).section(which)).stream()
                .<Edit>map(Edit.Put::new)
                .toList();
        Outcomes.check(opened, opened.workspace().append(reader.id(), edits, Reason.EDIT));
        return StrategyFrame.to(page(opened, which, typed));
    }

    /** The section again, in the language it was written in. */
    private static String page(Opened opened, Section which, TypedStrategy typed) {
        String page = opened.path("strategy/sections/" + which.code());
        String language = typed.language().toLanguageTag();
        return (language.equals(Languages.usual())
                        ? page
                        : Address.of(page).with("language", language).toString())
                + "#text";
    }

    /** Texts are written beside what is composed for members, whoever writes them. */
    private Strategy members(Opened opened, SignedIn reader, TypedStrategy typed) {
        return frame.strategies().now(opened.workspace(), reader.id(), Readership.MEMBERS, typed.language());
    }
}
