package org.salus.portal.web;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.documents.MapDrawing;
import org.salus.documents.Size;
import org.salus.evidence.Evidence;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Layout.Link;
import org.salus.frame.web.Layouts;
import org.salus.frame.web.TableView;
import org.salus.framework.Failure;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.portal.Brief;
import org.salus.portal.BriefJson;
import org.salus.portal.Briefs;
import org.salus.portal.CountryQuestion;
import org.salus.portal.PivotQuestion;
import org.salus.portal.Places;
import org.salus.portal.PlacesDrawing;
import org.salus.portal.PlacesTables;
import org.salus.portal.web.CountryPages.Choice;
import org.salus.portfolio.PivotDimension;
import org.salus.portfolio.PivotMeasure;
import org.salus.portfolio.SupportMap;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Where a country's support is recorded: a map of its first-level units, and the table of it. All choices stand in the address. */
@Controller
final class PlacesPages {
    private static final Size ON_PAGE = new Size(420);
    private static final Size AS_FILE = new Size(800);

    private final CountryFrame frame;
    private final Evidence evidence;
    private final Briefs briefs;

    PlacesPages(Evidence evidence, Briefs briefs, Layouts layouts) {
        this.evidence = evidence;
        this.briefs = briefs;
        this.frame = new CountryFrame(evidence, briefs, layouts);
    }

    /**
     * The page.
     *
     * @param map empty where no outlines of the country's units are loaded
     * @param narrowed what it is narrowed to by choices that the form does not offer, in words
     * @param notes what readers must know of the figures
     * @param leftOut where the money is that no figure has
     */
    record PlacesPage(
            Layout layout,
            CountryFrame.Choosing choosing,
            Places places,
            String answer,
            List<Choice> measures,
            List<Choice> areas,
            List<Choice> donors,
            List<Link> narrowed,
            Optional<PageMap> map,
            TableView table,
            List<String> notes,
            Optional<Link> leftOut,
            List<String> plannedLeftOut) {
        CountryQuestion question() {
            return places.question().question();
        }

        String chosen(String name) {
            return question().here().choice(name).orElse("");
        }
    }

    @GetMapping("/countries/{iso3}/places")
    ModelAndView places(@PathVariable String iso3, Wording wording, Address here) {
        CountryQuestion question = asked(iso3, here);
        Brief brief = frame.brief(question);
        SupportMap map = brief.support();
        Places places = places(question, brief);
        Layout layout = frame.below(question, wording, title(question, wording)).from(brief.snapshot());
        return CountryFrame.page(
                "portal/web/places",
                new PlacesPage(
                        layout,
                        frame.choosing(question, map, List.of()),
                        places,
                        answer(places, layout),
                        Stream.of(PivotMeasure.values())
                                .map(measure -> new Choice(measure.code(), wording.say(measure.label())))
                                .toList(),
                        Stream.of(ReformArea.values())
                                .map(area -> new Choice(
                                        area.code(),
                                        PivotQuestion.name(PivotDimension.AREA, area.code(), places.traits(), wording)))
                                .toList(),
                        map.donors().stream()
                                .map(donor -> new Choice(donor.name(), BriefJson.donorName(donor.name(), wording)))
                                .sorted(Comparator.comparing(Choice::text))
                                .toList(),
                        narrowed(places, wording),
                        PlacesDrawing.of(places, new PlacesTables(places, wording).caption(), "", wording, ON_PAGE)
                                .map(drawing -> PageMap.of(drawing, vintage(places, wording))),
                        TableView.of("places", new PlacesTables(places, wording).places(), layout)
                                .withShortMoney()
                                .withFiles(places.page()),
                        notes(places, layout),
                        leftOut(places, map, wording),
                        plannedLeftOut(places, wording)));
    }

    /** The map as a picture that says by itself what it shows and whose boundaries these are. */
    @GetMapping("/countries/{iso3}/places.svg")
    ResponseEntity<byte[]> picture(@PathVariable String iso3, Wording wording, Address here) {
        CountryQuestion question = asked(iso3, here);
        Brief brief = frame.brief(question);
        Places places = places(question, brief);
        String said = Stream.of(new PlacesTables(places, wording).caption(), vintage(places, wording))
                .filter(line -> !line.isEmpty())
                .reduce((one, other) -> one + ". " + other)
                .orElse("");
        MapDrawing drawing = PlacesDrawing.of(
                        places, new PlacesTables(places, wording).caption(), said, wording, AS_FILE)
                .orElseThrow(() -> Failure.notFound(Sentence.of(
                        "portal.places.no-outlines", question.country().inText(wording))));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("image/svg+xml"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        "salus-" + question.country().iso3().toLowerCase(Locale.ROOT) + "-places-"
                                                + places.measure().code() + ".svg",
                                        StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Salus-Snapshot", brief.snapshot())
                .body(drawing.svg().getBytes(StandardCharsets.UTF_8));
    }

    private static CountryQuestion asked(String iso3, Address here) {
        CountryQuestion.refuseOthers(here, Places.choices());
        return CountryQuestion.ofPivot(iso3, here);
    }

    private Places places(CountryQuestion question, Brief brief) {
        return Places.of(evidence.snapshot(), briefs.supports(), question, brief.support(), brief.asOf());
    }

    private static String title(CountryQuestion question, Wording wording) {
        return wording.say("portal.places.title", question.country().inText(wording));
    }

    private static String vintage(Places places, Wording wording) {
        return places.vintage().isEmpty() ? "" : wording.say("portal.places.vintage", places.vintage());
    }

    private static String answer(Places places, Layout layout) {
        Wording wording = layout.wording();
        BigDecimal total = places.pivot().total().valueIfAny().orElse(BigDecimal.ZERO);
        String measure = wording.say(places.measure().label());
        if (places.pivot().rows().isEmpty()) {
            return wording.say(
                    "portal.places.answer.nothing",
                    places.question().question().country().inText(wording));
        }
        return places.most()
                .map(most -> places.placed()
                        .map(placed -> wording.say(
                                "portal.places.answer",
                                measure,
                                figure(places, placed.inUnits(), layout),
                                figure(places, total, layout),
                                places.filled(),
                                places.name(most, wording),
                                figure(places, most.shading().orElse(BigDecimal.ZERO), layout)))
                        .orElseGet(() -> wording.say(
                                "portal.places.answer.months",
                                places.filled(),
                                places.name(most, wording),
                                figure(places, most.shading().orElse(BigDecimal.ZERO), layout))))
                .orElseGet(() -> wording.say(
                        places.units().isEmpty() ? "portal.places.answer.no-outlines" : "portal.places.answer.none",
                        measure,
                        figure(places, total, layout),
                        places.question().question().country().inText(wording)));
    }

    private static String figure(Places places, BigDecimal value, Layout layout) {
        return places.measure().isMoney()
                ? layout.numerals().money(places.question().question().currency(), value)
                : layout.numerals().rounded(value, value.stripTrailingZeros().scale() > 0 ? 2 : 0);
    }

    /** Each leads to the same page without it. */
    private static List<Link> narrowed(Places places, Wording wording) {
        List<Link> links = new ArrayList<>();
        for (Map.Entry<PivotDimension, String> one :
                places.question().asked().only().entrySet()) {
            switch (one.getKey()) {
                case FIELD, FUNDER, IMPLEMENTER, FLOW, YEAR ->
                    links.add(new Link(
                            wording.say(
                                    "portal.pivot.without",
                                    wording.say(one.getKey().label()),
                                    PivotQuestion.name(one.getKey(), one.getValue(), places.traits(), wording)),
                            places.page().with(one.getKey().code(), null).toString()));
                case DONOR, AREA, PLACE -> {}
            }
        }
        return links;
    }

    private static List<String> notes(Places places, Layout layout) {
        Wording wording = layout.wording();
        List<String> notes = new ArrayList<>();
        notes.add(wording.say("portal.pivot.note." + places.measure().code()));
        if (places.setAside().signum() != 0) {
            BigDecimal total = places.pivot().total().valueIfAny().orElse(BigDecimal.ZERO);
            notes.add(wording.say(
                    "portal.pivot.once",
                    figure(places, total.add(places.setAside()), layout),
                    figure(places, places.setAside(), layout)));
        }
        notes.add(wording.say("portal.pivot.note.places"));
        places.placed().ifPresent(placed -> notes.add(wording.say("portal.places.note.shares", placed.shared())));
        if (places.placed().isEmpty()) {
            notes.add(wording.say("portal.pivot.note.union"));
            places.pivot().total().reasonIfAny().ifPresent(reason -> notes.add(wording.say(reason)));
        } else {
            notes.add(wording.say("portal.places.note.each"));
        }
        if (places.units().isEmpty()) {
            notes.add(wording.say(
                    "portal.places.no-outlines",
                    places.question().question().country().inText(wording)));
        }
        return notes;
    }

    /** Money that no figure has. */
    private static Optional<Link> leftOut(Places places, SupportMap map, Wording wording) {
        return places.measure().ofRows().isPresent() && !map.leftOut().isEmpty()
                ? Optional.of(new Link(
                        wording.say("portal.left-out.lines"),
                        places.question().question().table("left-out").toString()))
                : Optional.empty();
    }

    private List<String> plannedLeftOut(Places places, Wording wording) {
        return frame
                .planned(places.question().question())
                .leftOut()
                .getOrDefault(places.measure(), Map.of())
                .entrySet()
                .stream()
                .map(left -> wording.say(
                        "portal.pivot.planned-left", wording.say(left.getKey().label()), left.getValue()))
                .toList();
    }
}
