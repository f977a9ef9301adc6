package org.salus.portal.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.evidence.Evidence;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Layout.Link;
import org.salus.frame.web.Layouts;
import org.salus.frame.web.Pager;
import org.salus.frame.web.TableView;
import org.salus.framework.Figure;
import org.salus.framework.ReformArea;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.ledger.Role;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.portal.Brief;
import org.salus.portal.BriefJson;
import org.salus.portal.Briefs;
import org.salus.portal.CountryQuestion;
import org.salus.portal.KeptViews;
import org.salus.portal.PivotQuestion;
import org.salus.portal.PivotTables;
import org.salus.portal.web.CountryPages.Choice;
import org.salus.portfolio.Pivot;
import org.salus.portfolio.PivotAsked;
import org.salus.portfolio.PivotDimension;
import org.salus.portfolio.PivotMeasure;
import org.salus.portfolio.PlannedSupport;
import org.salus.portfolio.SupportMap;
import org.salus.portfolio.SupportTraits;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Support by any two of what, when, where and who. All choices stand in the address, and a workspace keeps a view by keeping their words. */
@Controller
final class PivotPages {
    private static final int LINES_PER_PAGE = 50;

    /** More columns nobody reads; files have them all, and rows can be turned into columns. */
    private static final int MOST_COLUMNS = 12;

    private final CountryFrame frame;
    private final Evidence evidence;
    private final Briefs briefs;
    private final Workspaces workspaces;

    PivotPages(Evidence evidence, Briefs briefs, Layouts layouts, Workspaces workspaces) {
        this.evidence = evidence;
        this.briefs = briefs;
        this.workspaces = workspaces;
        this.frame = new CountryFrame(evidence, briefs, layouts);
    }

    /** A view that many ask for. */
    record Preset(String text, String href, boolean isShown) {}

    /**
     * What is left out because it is told again.
     *
     * @param rows where it stands, row by row
     * @param published the same as it was published
     */
    record Once(String says, Link rows, Link published) {}

    /**
     * What a workspace about the country keeps.
     *
     * @param href its page of views, with this one to be kept
     * @param mayKeep whether the reader may keep it there
     */
    record KeptIn(String name, String href, boolean mayKeep, List<ViewPages.Kept> views) {}

    /**
     * The page.
     *
     * @param kept views that workspaces about the country keep, as far as the reader may open them
     * @param narrowed what it is narrowed to by choices that the form does not offer, in words
     * @param once how much of the money is told again and left out; empty where nothing is
     * @param notes what readers must know of the sums
     */
    record PivotPage(
            Layout layout,
            CountryFrame.Choosing choosing,
            PivotQuestion pivot,
            String answer,
            List<Preset> presets,
            List<KeptIn> kept,
            List<Choice> dimensions,
            List<Choice> measures,
            List<Choice> areas,
            List<Choice> donors,
            List<Choice> places,
            List<Link> narrowed,
            Optional<Once> once,
            Pager pager,
            TableView table,
            List<String> notes,
            Optional<Link> leftOut,
            List<String> plannedLeftOut) {
        CountryQuestion question() {
            return pivot.question();
        }

        String chosen(String name) {
            return question().here().choice(name).orElse("");
        }
    }

    @GetMapping("/countries/{iso3}/pivot")
    ModelAndView pivot(@PathVariable String iso3, Wording wording, Address here, SignedIn reader) {
        CountryQuestion.refuseOthers(
                here,
                Stream.concat(PivotQuestion.names().stream(), Stream.of("page")).toList());
        CountryQuestion question = CountryQuestion.ofPivot(iso3, here);
        Brief brief = frame.brief(question);
        SupportMap map = brief.support();
        PivotQuestion asked = PivotQuestion.of(question, map);
        Pivot pivot = frame.pivot(asked, brief);
        BigDecimal aside = frame.setAside(asked);
        SupportTraits traits = frame.traits(question);
        Layout layout = frame.below(
                        question,
                        wording,
                        wording.say("portal.pivot.title", question.country().inText(wording)))
                .from(brief.snapshot());
        List<Pivot.Line> columns = columns(pivot);
        Pager pager = new Pager(here, pivot.rows().size(), LINES_PER_PAGE, "pivot");
        TableView table = TableView.of(
                        "pivot",
                        new PivotTables(asked, traits, wording).part(pivot, pager.of(pivot.rows()), columns),
                        layout)
                .withShortMoney()
                .withFiles(asked.file());
        return CountryFrame.page(
                "portal/web/pivot",
                new PivotPage(
                        layout,
                        frame.choosing(question, map, List.of()),
                        asked,
                        answer(asked.asked(), pivot, map, layout),
                        presets(asked, wording),
                        kept(asked, reader, wording),
                        choices(PivotDimension.values(), wording),
                        choices(PivotMeasure.values(), wording),
                        Stream.of(ReformArea.values())
                                .map(area -> new Choice(
                                        area.code(),
                                        PivotQuestion.name(PivotDimension.AREA, area.code(), traits, wording)))
                                .toList(),
                        map.donors().stream()
                                .map(donor -> new Choice(donor.name(), BriefJson.donorName(donor.name(), wording)))
                                .sorted(Comparator.comparing(Choice::text))
                                .toList(),
                        traits.values(PivotDimension.PLACE).stream()
                                .map(place -> new Choice(
                                        place, PivotQuestion.name(PivotDimension.PLACE, place, traits, wording)))
                                .toList(),
                        narrowed(asked, traits, wording),
                        aside.signum() == 0 ? Optional.empty() : Optional.of(once(asked, pivot, aside, layout)),
                        pager,
                        table,
                        notes(asked, pivot, columns.size(), layout),
                        leftOut(asked, map, wording),
                        plannedLeftOut(asked.asked().measure(), frame.planned(question), wording)));
    }

    private static Once once(PivotQuestion asked, Pivot pivot, BigDecimal aside, Layout layout) {
        Wording wording = layout.wording();
        String currency = asked.question().currency();
        BigDecimal counted = pivot.total().valueIfAny().orElse(BigDecimal.ZERO);
        return new Once(
                wording.say(
                        "portal.pivot.once",
                        layout.numerals().money(currency, counted.add(aside)),
                        layout.numerals().money(currency, aside)),
                new Link(
                        wording.say("portal.pivot.once.rows"),
                        asked.behind(Optional.empty(), Optional.empty()).toString()),
                new Link(
                        wording.say("portal.pivot.once.published"),
                        asked.counting(false).toString()));
    }

    private static <T extends Enum<T> & Term> List<Choice> choices(T[] terms, Wording wording) {
        return Stream.of(terms)
                .map(term -> new Choice(term.code(), wording.say(term.label())))
                .toList();
    }

    /** The largest, and what is not told. */
    private static List<Pivot.Line> columns(Pivot pivot) {
        boolean isOrdered = switch (pivot.asked().columns()) {
            case AREA, FIELD, YEAR -> true;
            case DONOR, FUNDER, IMPLEMENTER, PLACE, FLOW -> false;
        };
        List<Pivot.Line> untold = pivot.columns().stream()
                .filter(line -> line.key().startsWith("*"))
                .toList();
        return isOrdered || pivot.columns().size() <= MOST_COLUMNS + untold.size()
                ? pivot.columns()
                : Stream.concat(pivot.columns().stream().limit(MOST_COLUMNS), untold.stream())
                        .toList();
    }

    private static String answer(PivotAsked asked, Pivot pivot, SupportMap map, Layout layout) {
        Wording wording = layout.wording();
        Figure<BigDecimal> total = pivot.total();
        BigDecimal value = total.valueIfAny().orElse(BigDecimal.ZERO);
        String figure = asked.measure().isMoney()
                ? layout.numerals().money(map.currency(), value)
                : layout.numerals().exact(value);
        return wording.say(
                "portal.pivot.answer",
                wording.say(asked.measure().label()),
                figure,
                pivot.rows().size(),
                pivot.columns().size(),
                wording.say(asked.rows().label()),
                wording.say(asked.columns().label()));
    }

    private static List<Preset> presets(PivotQuestion asked, Wording wording) {
        return List.of(
                preset("who-with-whom", asked, PivotDimension.FUNDER, PivotDimension.IMPLEMENTER, wording),
                preset("donor-area", asked, PivotDimension.DONOR, PivotDimension.AREA, wording),
                preset("area-year", asked, PivotDimension.AREA, PivotDimension.YEAR, wording),
                preset("donor-place", asked, PivotDimension.DONOR, PivotDimension.PLACE, wording));
    }

    private static Preset preset(
            String name, PivotQuestion asked, PivotDimension rows, PivotDimension columns, Wording wording) {
        return new Preset(
                wording.say("portal.pivot.preset." + name),
                asked.by(rows, columns).toString(),
                asked.asked().rows() == rows && asked.asked().columns() == columns);
    }

    private List<KeptIn> kept(PivotQuestion asked, SignedIn reader, Wording wording) {
        String country = asked.question().country().iso3();
        KeptViews views = new KeptViews(briefs, evidence.snapshot());
        Address page = asked.page();
        return workspaces.list(reader.id()).stream()
                .filter(view -> view.charter().countries().contains(country))
                .map(view -> {
                    String path = "/workspaces/" + view.workspace();
                    return new KeptIn(
                            view.charter().name(),
                            page.at(path + "/views", page.choices().keySet().toArray(String[]::new))
                                    .with("country", country)
                                    .toString(),
                            view.standing().mayActAs(Role.CONTRIBUTOR),
                            views.of(view, Optional.of(country)).stream()
                                    .map(shown -> ViewPages.Kept.of(shown, path, wording))
                                    .toList());
                })
                .filter(in -> in.mayKeep() || !in.views().isEmpty())
                .toList();
    }

    /** Each leads to the same view without it. */
    private static List<Link> narrowed(PivotQuestion asked, SupportTraits traits, Wording wording) {
        List<Link> links = new ArrayList<>();
        for (Map.Entry<PivotDimension, String> one : asked.asked().only().entrySet()) {
            switch (one.getKey()) {
                case FIELD, FUNDER, IMPLEMENTER, FLOW, YEAR ->
                    links.add(new Link(
                            wording.say(
                                    "portal.pivot.without",
                                    wording.say(one.getKey().label()),
                                    PivotQuestion.name(one.getKey(), one.getValue(), traits, wording)),
                            asked.page().with(one.getKey().code(), null).toString()));
                case DONOR, AREA, PLACE -> {}
            }
        }
        return links;
    }

    private static List<String> notes(PivotQuestion question, Pivot pivot, int columns, Layout layout) {
        Wording wording = layout.wording();
        PivotAsked asked = question.asked();
        List<String> notes = new ArrayList<>();
        notes.add(wording.say("portal.pivot.note." + asked.measure().code()));
        several(notes, asked, asked.rows(), pivot.inSeveralRows(), pivot.repeatedInRows(), question, layout);
        several(notes, asked, asked.columns(), pivot.inSeveralColumns(), pivot.repeatedInColumns(), question, layout);
        if (asked.measure() == PivotMeasure.MONTHS) {
            notes.add(wording.say("portal.pivot.note.union"));
            pivot.total().reasonIfAny().ifPresent(reason -> notes.add(wording.say(reason)));
        }
        if (pivot.rows().size() > LINES_PER_PAGE) {
            notes.add(wording.say("portal.pivot.note.rows", pivot.rows().size(), LINES_PER_PAGE));
        }
        if (columns < pivot.columns().size()) {
            notes.add(wording.say(
                    "portal.pivot.note.columns", columns, pivot.columns().size()));
        }
        if (asked.rows() == PivotDimension.PLACE || asked.columns() == PivotDimension.PLACE) {
            notes.add(wording.say("portal.pivot.note.places"));
        }
        return notes;
    }

    private static void several(
            List<String> notes,
            PivotAsked asked,
            PivotDimension dimension,
            int activities,
            BigDecimal repeated,
            PivotQuestion question,
            Layout layout) {
        if (activities > 0 && asked.measure() != PivotMeasure.MONTHS) {
            notes.add(layout.wording()
                    .say(
                            "portal.pivot.note.several",
                            layout.wording().say(dimension.label()),
                            activities,
                            asked.measure().isMoney()
                                    ? layout.numerals()
                                            .money(question.question().currency(), repeated)
                                    : layout.numerals().exact(repeated)));
        }
    }

    /** Money that no figure has. */
    private static Optional<Link> leftOut(PivotQuestion asked, SupportMap map, Wording wording) {
        return asked.asked().measure().ofRows().isPresent() && !map.leftOut().isEmpty()
                ? Optional.of(new Link(
                        wording.say("portal.left-out.lines"),
                        asked.question().table("left-out").toString()))
                : Optional.empty();
    }

    private static List<String> plannedLeftOut(PivotMeasure measure, PlannedSupport planned, Wording wording) {
        return planned.leftOut().getOrDefault(measure, Map.of()).entrySet().stream()
                .map(left -> wording.say(
                        "portal.pivot.planned-left", wording.say(left.getKey().label()), left.getValue()))
                .toList();
    }
}
