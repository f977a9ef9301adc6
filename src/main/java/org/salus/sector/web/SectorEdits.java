package org.salus.sector.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.frame.web.Address;
import org.salus.frame.web.StandsOn;
import org.salus.framework.ActorClass;
import org.salus.framework.DateSpan;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.ledger.Citation;
import org.salus.ledger.Confidence;
import org.salus.ledger.Digest;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Sensitivity;
import org.salus.people.SignedIn;
import org.salus.sector.Actor;
import org.salus.sector.ActorType;
import org.salus.sector.Basis;
import org.salus.sector.Name;
import org.salus.sector.Phase;
import org.salus.sector.Statement;
import org.salus.sector.Tie;
import org.salus.sector.TieType;
import org.salus.workspace.Source;
import org.salus.workspace.SourceType;
import org.salus.workspace.web.Outcomes;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The quick way to put an actor or a tie on the map; everything else about it is edited on its own page. */
@Controller
final class SectorEdits {
    private final WorkspaceWeb web;

    SectorEdits(WorkspaceWeb web) {
        this.web = web;
    }

    /**
     * Adds an actor.
     *
     * @param what the code of its type, or of its class alone
     * @param back where to go on
     */
    @StandsOn(value = "/workspaces/{id}/sector", back = "back")
    @PostMapping("/workspaces/{id}/sector/actors")
    ResponseEntity<Void> actor(
            @PathVariable String id,
            @RequestParam String name,
            @RequestParam String what,
            @RequestParam(defaultValue = "") String back,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        Optional<ActorType> type = Term.find(ActorType.class, what);
        ActorClass actorClass = type.map(ActorType::usualClass)
                .or(() -> ActorClass.find(what))
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.field.no-choice", what))
                        .at("what"));
        Phase phase =
                new Phase(DateSpan.OPEN, List.of(Name.of(name.strip())), actorClass, type, Optional.empty(), Map.of());
        Actor bare = Actor.of(phase);
        Item<Actor> actor = Item.fresh(
                Actor.KIND,
                new Actor(
                        bare.key(),
                        bare.phases(),
                        bare.mandates(),
                        opened.view().charter().countries(),
                        bare.note()));
        Outcomes.check(opened, opened.workspace().append(reader.id(), new Edit.Put(actor)), "name");
        return to(back, opened, "added", actor.id());
    }

    /**
     * Adds a tie.
     *
     * @param basis law, practice, both, or nothing where it is not known
     * @param source the title of a source, known or new; may be empty
     */
    @StandsOn(value = "/workspaces/{id}/sector", back = "back")
    @PostMapping("/workspaces/{id}/sector/ties")
    ResponseEntity<Void> tie(
            @PathVariable String id,
            @RequestParam String from,
            @RequestParam String tie,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String basis,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String back,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        Item<Actor> first = opened.view().get(Actor.KIND, PanelPages.itemId(from));
        Item<Actor> second = opened.view().get(Actor.KIND, PanelPages.itemId(to));
        TieType type = type(tie);
        Tie said = Tie.of(first.id(), type, second.id());
        for (Basis one : bases(basis)) {
            said = said.saying(one, Statement.present());
        }
        List<Edit> edits = new ArrayList<>();
        Item<Tie> item = Item.fresh(Tie.KIND, said);
        if (!source.isBlank()) {
            item = item.citing(
                    List.of(Citation.of(source(opened, source.strip(), edits), "", Confidence.NOT_ASSESSED)));
        }
        edits.add(new Edit.Put(item));
        Outcome outcome = opened.workspace().append(reader.id(), edits, Reason.EDIT);
        Outcomes.check(opened, outcome, field(outcome));
        return to(back, opened, "added", item.id());
    }

    /** The field of a new tie in which that lies for which it was refused: the only words in it are those of its source. */
    private static String field(Outcome outcome) {
        if (Outcomes.isAbout(outcome, "workspace.refusal.", "ledger.refusal.unshowable")) {
            return "source";
        }
        return Outcomes.isAbout(outcome, "sector.refusal.same-end", "sector.refusal.no-actor", "sector.refusal.circle")
                ? "to"
                : "";
    }

    /**
     * Changes what a tie is and between whom, in one step: its ends can be exchanged. What is said about it and its sources stay.
     *
     * @param basis the versions of the tie that were shown
     */
    @StandsOn(value = "/workspaces/{id}/sector", back = "back")
    @PostMapping("/workspaces/{id}/sector/ties/{item}")
    ResponseEntity<Void> change(
            @PathVariable String id,
            @PathVariable("item") String changed,
            @RequestParam String from,
            @RequestParam("tie") String kind,
            @RequestParam String to,
            @RequestParam String basis,
            @RequestParam(defaultValue = "") String back,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        Item<Tie> known = opened.view().get(Tie.KIND, PanelPages.itemId(changed));
        Tie said = known.value();
        Item<Tie> tie = known.saying(new Tie(
                        opened.view().get(Actor.KIND, PanelPages.itemId(from)).id(),
                        type(kind),
                        opened.view().get(Actor.KIND, PanelPages.itemId(to)).id(),
                        said.byLaw(),
                        said.inPractice(),
                        said.note()))
                .basedOn(versions(basis));
        Outcomes.check(opened, opened.workspace().append(reader.id(), new Edit.Put(tie)));
        return to(back, opened, "changed", tie.id());
    }

    private static TieType type(String code) {
        return Term.find(TieType.class, code)
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.field.no-choice", code))
                        .at("tie"));
    }

    private static Set<Digest> versions(String basis) {
        try {
            return Stream.of(basis.split(" ", -1))
                    .filter(version -> !version.isEmpty())
                    .map(Digest::of)
                    .collect(Collectors.toSet());
        } catch (IllegalArgumentException none) {
            throw Failure.notFound(Sentence.of("ledger.failure.unknown-entry", basis));
        }
    }

    private static List<Basis> bases(String text) {
        return switch (text) {
            case "" -> List.of();
            case "both" -> List.of(Basis.values());
            default ->
                List.of(Term.find(Basis.class, text)
                        .orElseThrow(() -> Failure.wrongUse(Sentence.of("sector.page.no-basis", text))
                                .at("basis")));
        };
    }

    /** The source of that title; a new one of which no more is known, if there is none. */
    private static ItemId source(Opened opened, String title, List<Edit> edits) {
        Optional<ItemId> known = opened.view().list(Source.KIND).stream()
                .filter(source -> source.value().title().equalsIgnoreCase(title)
                        || source.value().key().equalsIgnoreCase(title))
                .map(Item::id)
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        SourceType type = Source.isAddress(title) ? SourceType.LINK : SourceType.DOCUMENT;
        Item<Source> fresh = Item.fresh(Source.KIND, Source.of(type, title)).meantFor(Sensitivity.forMembers());
        edits.add(new Edit.Put(fresh));
        return fresh.id();
    }

    /** Back to where somebody was; only ever to a page of this map. */
    private static ResponseEntity<Void> to(String back, Opened opened, String name, ItemId item) {
        String own = Address.own(back);
        String target = own.startsWith(opened.path("sector")) ? own : opened.path("sector");
        String without =
                target.replaceAll("([?&])(added|changed)=[^&#]*&?", "$1").replaceFirst("[?&]$", "");
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(without + (without.contains("?") ? "&" : "?") + name + "=" + item))
                .build();
    }
}
