package org.salus.sector.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.framework.ActorClass;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Act;
import org.salus.ledger.History;
import org.salus.ledger.ItemId;
import org.salus.ledger.Role;
import org.salus.people.SignedIn;
import org.salus.sector.Basis;
import org.salus.sector.Part;
import org.salus.sector.Present;
import org.salus.sector.SectorDay;
import org.salus.sector.SectorMap;
import org.salus.sector.SectorTables;
import org.salus.sector.TieType;
import org.salus.workspace.Contribution;
import org.salus.workspace.Steps;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.security.web.csrf.CsrfToken;

/** What all views of the map share: the workspace, the question, the part that answers it, what can be chosen. */
final class SectorFrame {
    /** A slider begins here, or where the map does if that is earlier. */
    private static final int FIRST_YEAR = 2000;

    /** Undoing goes back so far. */
    private static final int LOOKED_AT = 200;

    private final WorkspaceWeb web;

    SectorFrame(WorkspaceWeb web) {
        this.web = web;
    }

    /** A choice in a list. */
    record Choice(String value, String text, boolean isChosen) {}

    /** Choices under one heading. */
    record Choices(String heading, List<Choice> choices) {}

    /** A filter that is on or off, and where choosing it leads. */
    record Toggle(String text, String href, boolean isOn) {}

    /** A view of the map. */
    record Tab(String text, String href, boolean isHere) {}

    /** A map as one reader sees it on one page. */
    record Seen(Layout layout, Opened opened, SectorQuestion question, SectorDay day, Part part, CsrfToken token) {
        Wording wording() {
            return opened.wording();
        }

        String path(String below) {
            return opened.path(below.isEmpty() ? "sector" : "sector/" + below);
        }

        /** The choices that go along from view to view. */
        List<String> kept() {
            return SectorQuestion.KEPT;
        }

        boolean mayWrite() {
            return opened.mayWrite(Role.CONTRIBUTOR);
        }

        boolean isEmpty() {
            return day.map().actors().isEmpty();
        }

        /** The map as tables whose cells lead to what they speak of. */
        SectorTables tables() {
            return new SectorTables(
                    day, part, wording(), item -> Optional.of(URI.create(opened.path("items/" + item))));
        }

        SectorTables plainTables() {
            return new SectorTables(day, part, wording(), item -> Optional.empty());
        }

        String day(LocalDate date) {
            return layout.numerals().day(date);
        }

        List<Tab> tabs() {
            return Stream.of("", "table", "matrix", "outline", "oversight")
                    .map(view -> new Tab(
                            wording().say("sector.tab." + (view.isEmpty() ? "picture" : view)),
                            question.at(path(view)).toString(),
                            question.here().path().equals(path(view))))
                    .toList();
        }

        List<Tab> files() {
            return Stream.of("import", "support", "export")
                    .map(view -> new Tab(
                            wording().say("sector.tab." + view),
                            path(view),
                            question.here().path().equals(path(view))))
                    .toList();
        }

        /** Which part may be shown. */
        List<Choices> parts() {
            String chosen = question.here().choice(SectorQuestion.AROUND).orElse("");
            if (question.here().path().equals(path("oversight"))) {
                return institutions(chosen);
            }
            List<Choices> all = new ArrayList<>();
            all.add(new Choices(
                    wording().say("sector.page.part.whole"),
                    Stream.of("", SectorQuestion.EVERYTHING, "P1", "P2")
                            .map(value -> new Choice(
                                    value,
                                    wording().say("sector.page.part." + (value.isEmpty() ? "readable" : value)),
                                    value.equals(chosen)))
                            .toList()));
            if (part.around() instanceof Part.Around.OneActor one
                    && !chosen.isEmpty()
                    && day.actor(one.actor()).isEmpty()) {
                all.add(new Choices(
                        wording().say("sector.page.part.not-that-day"),
                        List.of(new Choice(chosen, day.name(one.actor()), true))));
            }
            for (ActorClass actorClass : ActorClass.all()) {
                List<Choice> actors = actors(actorClass, chosen);
                if (!actors.isEmpty()) {
                    all.add(new Choices(wording().say(actorClass.label()), actors));
                }
            }
            return all;
        }

        /** Oversight is asked of all institutions, or of one. */
        private List<Choices> institutions(String chosen) {
            return List.of(
                    new Choices(
                            wording().say("sector.page.part.whole"),
                            List.of(new Choice("", wording().say("sector.oversight.all"), chosen.isEmpty()))),
                    new Choices(
                            wording().say("sector.oversight.one"),
                            day.institutions().stream()
                                    .sorted(Comparator.comparing(Present::name))
                                    .map(actor -> new Choice(
                                            actor.id().toString(),
                                            actor.name(),
                                            actor.id().toString().equals(chosen)))
                                    .toList()));
        }

        /** What taking the reader's last step back would take back; empty if there is nothing. */
        Optional<String> undoable() {
            if (!mayWrite()) {
                return Optional.empty();
            }
            History history = opened.workspace().history(opened.reader().id());
            return Steps.of(opened.reader().id(), history)
                    .toUndo()
                    .flatMap(entry -> history.list(LOOKED_AT, Optional.empty()).stream()
                            .filter(step -> step.by().entry().equals(entry))
                            .findFirst()
                            .map(this::said));
        }

        private String said(History.Step step) {
            Sentence act = step.why().map(why -> why.act().label()).orElse(Act.EDIT.label());
            return step.touched().size() == 1
                    ? wording()
                            .say(
                                    "sector.page.undo.one",
                                    act,
                                    opened.title(step.touched().getFirst().item()))
                    : wording()
                            .say("sector.page.undo.several", act, step.touched().size());
        }

        /** The actors of the day, by class. */
        List<Choices> ends(String chosen) {
            return ActorClass.all().stream()
                    .map(actorClass -> new Choices(wording().say(actorClass.label()), actors(actorClass, chosen)))
                    .filter(choices -> !choices.choices().isEmpty())
                    .toList();
        }

        private List<Choice> actors(ActorClass actorClass, String chosen) {
            return day.actors().stream()
                    .filter(actor -> actor.phase().actorClass().equals(actorClass))
                    .sorted(Comparator.comparing(Present::name))
                    .map(actor -> new Choice(
                            actor.id().toString(),
                            actor.name(),
                            actor.id().toString().equals(chosen)))
                    .toList();
        }

        /** A single kind of tie to show; none of them where several are shown. */
        List<Choices> kinds() {
            Optional<TieType> only =
                    part.types().size() == 1 ? part.types().stream().findFirst() : Optional.empty();
            List<Choices> all = new ArrayList<>();
            all.add(new Choices(
                    wording().say("sector.page.kind.several"),
                    List.of(new Choice("", wording().say("sector.page.kind.usual"), only.isEmpty()))));
            for (TieType.Group group : TieType.Group.values()) {
                all.add(new Choices(
                        wording().say(group.label()),
                        Stream.of(TieType.values())
                                .filter(type -> type.group() == group)
                                .map(type -> new Choice(
                                        type.code(), wording().say(type.label()), only.equals(Optional.of(type))))
                                .toList()));
            }
            return all;
        }

        /** Which kinds of ties are shown. */
        List<Toggle> groups() {
            return Stream.of(TieType.Group.values())
                    .map(group -> new Toggle(
                            wording().say(group.label()),
                            question.toggled(group, part).toString(),
                            SectorQuestion.shows(group, part)))
                    .toList();
        }

        /** On which basis, and whether what is recorded as absent is shown. */
        List<Toggle> bases() {
            List<Toggle> all = new ArrayList<>();
            for (Basis basis : Basis.values()) {
                all.add(new Toggle(
                        wording().say(basis.label()),
                        question.toggled(basis, part).toString(),
                        part.bases().contains(basis)));
            }
            all.add(new Toggle(
                    wording().say("sector.page.absences"),
                    question.toggledAbsences(part).toString(),
                    part.absences()));
            return all;
        }

        int firstYear() {
            return day.map().turningPoints().stream()
                    .findFirst()
                    .map(PartialDate::year)
                    .filter(year -> year < FIRST_YEAR)
                    .orElse(FIRST_YEAR);
        }

        int lastYear() {
            return Math.max(today().getYear(), question.on().getYear());
        }

        /** Dates at which something on the map begins or ends, within the reach of the slider. */
        List<Toggle> turningPoints() {
            return day.map().turningPoints().stream()
                    .filter(date -> date.year() >= firstYear() && date.year() <= lastYear())
                    .map(date -> new Toggle(
                            wording().shortDay(date),
                            question.here().with(SectorQuestion.ON, date).toString(),
                            question.here().choice(SectorQuestion.ON).equals(Optional.of(date.toString()))))
                    .toList();
        }

        /** What a file made from this answer is called. */
        String state() {
            return opened.state();
        }
    }

    /** What rooms tell beside each of these items, to whoever looks at the map. */
    Map<ItemId, List<Contribution.Beside>> besides(Seen seen, List<ItemId> items) {
        return web.besides(seen.opened(), items);
    }

    static LocalDate today() {
        return LocalDate.now(Clock.systemUTC());
    }

    /**
     * A view of the map.
     *
     * @param title of the page; the names of the countries stand in it
     */
    Seen see(String id, String title, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        Opened opened = web.open(id, reader, wording);
        SectorQuestion question = SectorQuestion.of(here, today());
        SectorDay day = SectorMap.of(opened.view()).on(question.on(), wording.locale());
        Layout layout = opened.layout(here, wording.say(title), token);
        return new Seen(
                here.path().equals(opened.path("sector"))
                        ? layout
                        : layout.under(wording.say("sector.place"), opened.path("sector")),
                opened,
                question,
                day,
                question.part(day),
                token);
    }
}
