package org.salus.sector.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.frame.web.Address;
import org.salus.framework.DateSpan;
import org.salus.framework.Failure;
import org.salus.framework.Recorded;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Citation;
import org.salus.ledger.Digest;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.UnknownItem;
import org.salus.people.SignedIn;
import org.salus.sector.Actor;
import org.salus.sector.Basis;
import org.salus.sector.Mandate;
import org.salus.sector.Name;
import org.salus.sector.Phase;
import org.salus.sector.PresentTie;
import org.salus.sector.SectorTables;
import org.salus.sector.Statement;
import org.salus.sector.Tie;
import org.salus.sector.TieType;
import org.salus.sector.web.SectorFrame.Seen;
import org.salus.workspace.Comment;
import org.salus.workspace.Contribution;
import org.salus.workspace.Faces;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the drawer shows of an actor or of a tie: facts with their sources and how sure they are, remarks, for whom it is meant, where to edit it. */
@Controller
final class PanelPages {
    private static final int MOST = 12;

    private final SectorFrame frame;

    PanelPages(SectorFrame frame) {
        this.frame = frame;
    }

    /** What the drawer shows. */
    record Panel(Seen seen, List<Shown> items) {}

    /** An item in the drawer. */
    record Shown(
            String id,
            String kind,
            String title,
            List<Contribution.Beside> besides,
            List<Fact> facts,
            List<Sourced> sources,
            List<Linked> ties,
            List<Remark> remarks,
            String sensitivity,
            boolean isActor,
            Optional<Between> between) {}

    /**
     * What a tie is and between whom, as it can be changed.
     *
     * @param basis the versions that are shown
     */
    record Between(String from, TieType type, String to, String basis) {}

    /** One thing that is said of it. */
    record Fact(String label, List<String> lines) {}

    /** A source that says so. */
    record Sourced(String href, String title, String about) {}

    /** A tie of an actor. */
    record Linked(String href, String item, String text, String basis) {}

    /** A remark on it. */
    record Remark(String who, boolean isProven, String text) {}

    @GetMapping("/workspaces/{id}/sector/panel")
    ModelAndView panel(
            @PathVariable String id,
            @RequestParam String items,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, "sector.place", wording, here, reader, token);
        List<ItemId> ids = Stream.of(items.split(" ", -1))
                .limit(MOST)
                .map(PanelPages::itemId)
                .toList();
        Map<ItemId, List<Contribution.Beside>> besides = frame.besides(seen, ids);
        return MapPages.page(
                "panel",
                new Panel(
                        seen,
                        ids.stream()
                                .map(one -> shown(seen, one, besides.getOrDefault(one, List.of())))
                                .toList()));
    }

    static ItemId itemId(String text) {
        try {
            return ItemId.of(text);
        } catch (IllegalArgumentException none) {
            throw Failure.notFound(Sentence.of("ledger.failure.unknown-item", text));
        }
    }

    private Shown shown(Seen seen, ItemId id, List<Contribution.Beside> besides) {
        Item<?> item = seen.opened().view().find(id).orElseThrow(() -> new UnknownItem(id));
        boolean isActor = item.value() instanceof Actor;
        List<Fact> facts = switch (item.value()) {
            case Actor actor -> new Facts(seen.wording()).of(actor);
            case Tie tie -> new Facts(seen.wording()).of(tie);
            default -> throw new UnknownItem(id);
        };
        return new Shown(
                id.toString(),
                seen.wording().say(seen.opened().faces().label(item.kind())),
                isActor && seen.day().actor(id).isPresent()
                        ? seen.day().name(id)
                        : seen.opened().faces().title(item, seen.opened().view(), seen.wording()),
                besides,
                facts,
                item.citations().stream()
                        .map(citation -> sourced(seen, citation))
                        .toList(),
                isActor ? ties(seen, id) : List.of(),
                Comment.on(id, seen.opened().view()).stream()
                        .filter(remark -> !remark.value().isSettled())
                        .map(remark -> new Remark(
                                Faces.name(remark.value().by(), seen.opened().view(), seen.wording()),
                                Comment.isProven(
                                        remark,
                                        seen.opened()
                                                .workspace()
                                                .history(seen.opened().reader().id())),
                                remark.value().text()))
                        .toList(),
                seen.wording().say(item.sensitivity().label()),
                isActor,
                item.value() instanceof Tie tie && seen.mayWrite()
                        ? Optional.of(between(tie, item))
                        : Optional.empty());
    }

    private static Between between(Tie tie, Item<?> item) {
        return new Between(
                tie.from().toString(),
                tie.type(),
                tie.to().toString(),
                item.basis().stream().sorted().map(Digest::toString).collect(Collectors.joining(" ")));
    }

    private static Sourced sourced(Seen seen, Citation citation) {
        Wording wording = seen.wording();
        List<String> about = new ArrayList<>();
        if (!citation.place().isEmpty()) {
            about.add(citation.place());
        }
        citation.fact()
                .flatMap(fact -> fact.equals("byLaw")
                        ? Optional.of(Basis.LAW)
                        : fact.equals("inPractice") ? Optional.of(Basis.PRACTICE) : Optional.empty())
                .ifPresent(basis -> about.add(wording.say(basis.label())));
        seen.day()
                .map()
                .source(citation.source())
                .map(Item::value)
                .ifPresent(source -> about.add(wording.say(
                        "workspace.citation.grade",
                        source.reliability().label(),
                        source.credibility().label())));
        about.add(wording.say("sector.panel.confidence", citation.confidence().label()));
        citation.last()
                .or(citation::first)
                .ifPresent(last -> about.add(wording.say(
                        "sector.panel.cited", seen.layout().numerals().day(last))));
        return new Sourced(
                seen.opened().path("items/" + citation.source()),
                seen.opened().title(citation.source()),
                String.join(" · ", about));
    }

    private static List<Linked> ties(Seen seen, ItemId actor) {
        return Stream.concat(seen.day().from(actor).stream(), seen.day().to(actor).stream())
                .distinct()
                .map(tie -> linked(seen, tie, actor))
                .toList();
    }

    private static Linked linked(Seen seen, PresentTie tie, ItemId actor) {
        boolean outward = tie.from().equals(actor);
        return new Linked(
                seen.opened().path("items/" + tie.ids().getFirst()),
                tie.ids().stream().map(ItemId::toString).collect(Collectors.joining(" ")),
                seen.wording()
                        .say(
                                "sector.panel.tie",
                                outward ? tie.type().label() : tie.type().reverse(),
                                seen.day().name(outward ? tie.to() : tie.from())),
                seen.wording().say(SectorTables.basis(tie)));
    }

    /** What is said, in lines. */
    private record Facts(Wording wording) {
        List<Fact> of(Actor actor) {
            List<Fact> facts = new ArrayList<>();
            facts.add(new Fact(
                    wording.say("sector.field.phases"),
                    actor.phases().stream().map(this::phase).toList()));
            facts.add(new Fact(
                    wording.say("sector.field.names"),
                    actor.phases().stream()
                            .flatMap(phase -> phase.names().stream())
                            .distinct()
                            .map(Facts::name)
                            .toList()));
            facts.add(new Fact(
                    wording.say("sector.field.mandates"),
                    actor.mandates().stream().map(this::mandate).toList()));
            facts.add(new Fact(wording.say("sector.field.note"), note(actor.note())));
            return said(facts);
        }

        List<Fact> of(Tie tie) {
            List<Fact> facts = new ArrayList<>();
            for (Basis basis : Basis.values()) {
                List<String> lines = tie.on(basis).stream().map(this::statement).toList();
                facts.add(new Fact(
                        wording.say(basis.label()),
                        lines.isEmpty() ? List.of(wording.say(Recorded.NOT_RECORDED.label())) : lines));
            }
            facts.add(new Fact(wording.say("sector.field.note"), note(tie.note())));
            return said(facts);
        }

        private static List<Fact> said(List<Fact> facts) {
            return facts.stream().filter(fact -> !fact.lines().isEmpty()).toList();
        }

        private static List<String> note(String note) {
            return note.isBlank() ? List.of() : List.of(note);
        }

        private static String name(Name name) {
            return name.language().equals("und") ? name.text() : name.text() + " (" + name.language() + ")";
        }

        private String phase(Phase phase) {
            List<String> parts = new ArrayList<>();
            parts.add(wording.say(phase.actorClass().label()));
            phase.type().ifPresent(type -> parts.add(wording.say(type.label())));
            phase.alsoPillar().ifPresent(second -> parts.add(wording.say("sector.panel.also", second.label())));
            phase.powers().forEach((power, recorded) -> {
                if (recorded != Recorded.NOT_RECORDED) {
                    parts.add(
                            recorded == Recorded.RECORDED
                                    ? wording.say(power.label())
                                    : wording.say("sector.table.power-absent", power.label()));
                }
            });
            parts.add(when(phase.when()));
            return join(parts);
        }

        private String statement(Statement statement) {
            List<String> parts = new ArrayList<>();
            parts.add(wording.say(statement.recorded().label()));
            parts.add(when(statement.when()));
            statement.instrument().ifPresent(law -> parts.add(mandate(law)));
            return join(parts);
        }

        private String mandate(Mandate mandate) {
            return join(List.of(
                    mandate.instrument(),
                    mandate.article(),
                    mandate.date().map(wording::shortDay).orElse("")));
        }

        private String when(DateSpan when) {
            String from = when.from().map(wording::shortDay).orElse("");
            String until = when.until().map(wording::shortDay).orElse("");
            if (from.isEmpty() && until.isEmpty()) {
                return "";
            }
            return until.isEmpty()
                    ? wording.say("sector.panel.since", from)
                    : from.isEmpty()
                            ? wording.say("sector.panel.until", until)
                            : wording.say("sector.panel.between", from, until);
        }

        private static String join(List<String> parts) {
            return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(", "));
        }
    }
}
