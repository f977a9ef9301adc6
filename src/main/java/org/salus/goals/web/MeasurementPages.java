package org.salus.goals.web;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.salus.documents.ChartDrawer;
import org.salus.documents.ChartOption;
import org.salus.documents.Version;
import org.salus.documents.XlsxWriter;
import org.salus.frame.web.Address;
import org.salus.frame.web.DiagramFiles;
import org.salus.frame.web.DrawnChart;
import org.salus.frame.web.Pager;
import org.salus.frame.web.StandsOn;
import org.salus.frame.web.TableView;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.goals.ChartPoints;
import org.salus.goals.FeedComparison;
import org.salus.goals.Feeds;
import org.salus.goals.GroupSum;
import org.salus.goals.Indicator;
import org.salus.goals.IndicatorChart;
import org.salus.goals.IndicatorStatus;
import org.salus.goals.LoadedSeries;
import org.salus.goals.MeasuredChain;
import org.salus.goals.Measurement;
import org.salus.goals.MeasurementImport;
import org.salus.goals.MeasurementSheet;
import org.salus.goals.MeasurementState;
import org.salus.goals.Owing;
import org.salus.goals.Replaced;
import org.salus.goals.TypedMeasurement;
import org.salus.goals.web.GoalsFrame.Seen;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Role;
import org.salus.ledger.View;
import org.salus.people.SignedIn;
import org.salus.workspace.NoChoice;
import org.salus.workspace.web.Outcomes;
import org.salus.workspace.web.SentFile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What was measured, what is owed, and each indicator over time. */
@Controller
final class MeasurementPages {
    private static final long MOST_BYTES = 16L << 20;
    private static final int SHOWN = 50;

    /** Asks for the page a measurement is on. */
    private static final String MEASUREMENT = "measurement";

    private static final int MOST_CHANGES = 500;

    private final GoalsFrame frame;
    private final Feeds feeds;
    private final ChartDrawer charts;

    MeasurementPages(GoalsFrame frame, Feeds feeds, ChartDrawer charts) {
        this.frame = frame;
        this.feeds = feeds;
        this.charts = charts;
    }

    /**
     * All indicators of a chain, what is owed, and a sheet that came back.
     *
     * @param newer the series that differ from what was taken up, or cannot be followed any more
     */
    record Measured(
            Seen seen,
            MeasuredChain chain,
            List<Line> lines,
            List<Owing> owed,
            List<Feeds.Standing> newer,
            Optional<MeasurementImport.Preview> preview,
            boolean isTaken,
            String pasted) {
        /** Whether something of the series that indicators follow can be taken up. */
        boolean canUpdate() {
            return newer.stream().anyMatch(one -> one.cannot().isEmpty());
        }

        /** As many changes as somebody reads on a page. */
        List<MeasurementImport.Change> shown() {
            return preview.stream()
                    .flatMap(found -> found.changes().stream())
                    .limit(MOST_CHANGES)
                    .toList();
        }
    }

    /** An indicator in the list. */
    record Line(
            Item<Indicator> indicator,
            String href,
            IndicatorStatus.Judged judged,
            Optional<Item<Measurement>> newest,
            Optional<LocalDate> next) {}

    /**
     * One indicator.
     *
     * @param thinned what the chart leaves out, where it cannot draw every date
     * @param measurements those of this page, newest first
     * @param sums of the times this page shows
     * @param sharedWith the other alternatives that have the same measurements
     * @param besides what other rooms tell of it, such as whether what was done moved it
     */
    record One(
            Seen seen,
            Item<Indicator> indicator,
            String path,
            IndicatorStatus.Judged judged,
            Optional<Drawn> chart,
            Optional<Sentence> thinned,
            List<Item<Measurement>> measurements,
            Pager pager,
            List<GroupSum> sums,
            boolean wantsLevel,
            List<String> sharedWith,
            List<org.salus.workspace.Contribution.Beside> besides,
            Followed followed) {
        String followPath() {
            return seen.path("feed/" + indicator.id());
        }

        /** The steps that whoever reads can take. */
        List<MeasurementState> steps(Measurement from) {
            return seen.mayWrite() ? from.steps(seen.opened().view()) : List.of();
        }
    }

    /**
     * The series an indicator follows, or those it could.
     *
     * @param standing empty where it follows none
     * @param choices by their groups; empty where it follows one already
     * @param whyNone why there is nothing to choose from
     * @param replaced what its measurements said before
     * @param waiting how many measurements from the series wait for somebody's word
     * @param forWord how many of those may be decided by whoever reads
     * @param since the first year that is offered, where the baseline says one
     */
    record Followed(
            Optional<Feeds.Standing> standing,
            Map<String, List<LoadedSeries>> choices,
            Optional<Sentence> whyNone,
            Map<ItemId, List<Replaced>> replaced,
            int waiting,
            int forWord,
            Optional<Integer> since) {
        List<Replaced> before(ItemId measurement) {
            return replaced.getOrDefault(measurement, List.of());
        }

        private FeedComparison found() {
            return standing.orElseThrow().comparison();
        }

        String newYears() {
            return FeedComparison.spans(
                    found().fresh().stream().map(LoadedSeries.Year::year).toList());
        }

        String goneYears() {
            return FeedComparison.spans(found().gone().stream()
                    .map(item -> item.value().on().year())
                    .toList());
        }

        String byHand() {
            return FeedComparison.spans(found().byHand());
        }

        String gaps() {
            return FeedComparison.spans(found().gaps());
        }
    }

    /** A chart with its table, and what it shows in words. */
    record Drawn(DrawnChart chart, TableView table, boolean hasPath, boolean hasBand) {
        private static Drawn of(ChartOption chart, String alternative, Seen seen) {
            return new Drawn(
                    DrawnChart.of(chart, alternative),
                    TableView.of("chart", chart.table(), seen.layout()),
                    // What was measured is a line of its own; the path, where there is one, the other.
                    chart.series().size() > 1,
                    !chart.bands().isEmpty());
        }
    }

    private static String path(Seen seen, ItemId indicator) {
        return seen.path("measurements/" + indicator);
    }

    @GetMapping("/workspaces/{id}/goals/{chain}/measurements")
    ModelAndView all(
            @PathVariable String id,
            @PathVariable String chain,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        return all(
                frame.see(id, chain, "goals.page.measurements", wording, here, reader, token),
                Optional.empty(),
                false,
                "");
    }

    private ModelAndView all(Seen seen, Optional<MeasurementImport.Preview> preview, boolean isTaken, String pasted) {
        MeasuredChain measured = seen.measured();
        List<Line> lines = new ArrayList<>();
        for (Item<Indicator> indicator : measured.chain().indicators()) {
            lines.add(new Line(
                    indicator,
                    path(seen, indicator.id()),
                    measured.status(indicator),
                    measured.newest(indicator.id()),
                    Owing.next(indicator.value(), measured.today())));
        }
        List<Feeds.Standing> newer = feeds.standings(measured).stream()
                .filter(Feeds.Standing::isOpen)
                .toList();
        return GoalsPages.page(
                "measurements", new Measured(seen, measured, lines, measured.owed(), newer, preview, isTaken, pasted));
    }

    /** The sheet to fill in. */
    @GetMapping("/workspaces/{id}/goals/{chain}/sheet.xlsx")
    ResponseEntity<byte[]> sheet(
            @PathVariable String id,
            @PathVariable String chain,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.place", wording, here, reader, token);
        byte[] sheet = MeasurementSheet.of(
                seen.title(),
                seen.measured(),
                new Version(seen.state(), seen.opened().workspace().day(reader.id())),
                wording);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(XlsxWriter.MEDIA_TYPE))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("measurements-" + seen.state() + ".xlsx")
                                .build()
                                .toString())
                .body(sheet);
    }

    /**
     * Looks at a sheet, or takes it in.
     *
     * @param rows rows copied in a spreadsheet, with their headings; then there is no file
     * @param act {@code look}, {@code draft} or {@code submit}
     */
    @StandsOn("/workspaces/{id}/goals/{chain}/measurements")
    @PostMapping("/workspaces/{id}/goals/{chain}/sheet")
    ModelAndView bring(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestParam("file") Optional<MultipartFile> file,
            @RequestParam(defaultValue = "") String rows,
            @RequestParam(defaultValue = "look") String act,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.page.measurements", wording, here, reader, token);
        if (!seen.mayWrite()) {
            throw Failure.refused(Sentence.of("ledger.refusal.role", Role.CONTRIBUTOR.label()));
        }
        boolean submits = act.equals("submit");
        MeasurementImport.Preview preview = rows.isBlank()
                ? SentFile.read(
                        file.orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.file.nothing"))),
                        MOST_BYTES,
                        (bytes, name) -> MeasurementImport.preview(
                                bytes, name, seen.measured(), seen.opened().view(), submits))
                : MeasurementImport.preview(
                        new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)),
                        wording.say("goals.sheet.pasted"),
                        seen.measured(),
                        seen.opened().view(),
                        submits);
        boolean isTaken = !act.equals("look") && !preview.edits().isEmpty();
        if (isTaken) {
            Outcomes.check(seen.opened(), MeasurementImport.accept(seen.opened().workspace(), reader.id(), preview));
        }
        return all(
                frame.see(id, chain, "goals.page.measurements", wording, here, reader, token),
                Optional.of(preview),
                isTaken,
                isTaken ? "" : rows);
    }

    @GetMapping("/workspaces/{id}/goals/{chain}/measurements/{indicator}")
    ModelAndView one(
            @PathVariable String id,
            @PathVariable String chain,
            @PathVariable String indicator,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.page.measurements", wording, here, reader, token);
        MeasuredChain measured = seen.measured();
        Item<Indicator> known = measured.indicator(indicator);
        Seen titled = seen.charted(known.value().title());
        IndicatorStatus.Judged judged = measured.status(known);
        List<Item<Measurement>> measurements = measured.of(known.id());
        List<Measurement> said = measurements.stream().map(Item::value).toList();
        ChartPoints points = ChartPoints.of(said);
        List<Item<Measurement>> newestFirst = measurements.reversed();
        Pager pager = new Pager(pageOf(here, newestFirst), newestFirst.size(), SHOWN, "measured");
        List<Item<Measurement>> shown = pager.of(newestFirst);
        Set<PartialDate> times = shown.stream().map(item -> item.value().on()).collect(Collectors.toSet());
        return GoalsPages.page(
                "indicator",
                new One(
                        titled,
                        known,
                        path(seen, known.id()),
                        judged,
                        IndicatorChart.of(known.value(), said, judged, wording)
                                .map(chart -> Drawn.of(
                                        chart,
                                        IndicatorChart.alternative(known.value(), said, judged, wording),
                                        titled)),
                        Optional.of(points)
                                .filter(ChartPoints::isThinned)
                                .map(some -> Sentence.of(
                                        "goals.chart.thinned."
                                                + some.each().name().toLowerCase(Locale.ROOT),
                                        some.dates(),
                                        some.drawn().size())),
                        shown,
                        pager,
                        measured.sums(known).stream()
                                .filter(sum -> times.contains(sum.on()))
                                .toList(),
                        !known.value().measuring().levels().isEmpty(),
                        measured.sharedWith(known.id()).stream()
                                .map(seen.opened()::title)
                                .toList(),
                        frame.besides(seen, known.id()),
                        followed(titled, known, measurements, shown, reader)));
    }

    /** The chart as a file: the same as on the page. */
    @GetMapping("/workspaces/{id}/goals/{chain}/measurements/{indicator}/chart.{form:svg|png}")
    ResponseEntity<byte[]> chart(
            @PathVariable String id,
            @PathVariable String chain,
            @PathVariable String indicator,
            @PathVariable String form,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.place", wording, here, reader, token);
        MeasuredChain measured = seen.measured();
        return DiagramFiles.answer(
                form,
                "chart",
                IndicatorChart.drawing(measured, measured.indicator(indicator), charts, wording),
                seen.state());
    }

    /** The page a measurement is on, where one is asked for by its id. */
    private static Address pageOf(Address here, List<Item<Measurement>> newestFirst) {
        Address plain = here.without(MEASUREMENT);
        return here.choice(MEASUREMENT)
                .map(id -> newestFirst.stream()
                        .map(item -> item.id().toString())
                        .toList()
                        .indexOf(id))
                .filter(place -> place >= 0)
                .map(place -> plain.with("page", place / SHOWN + 1))
                .orElse(plain);
    }

    /** Where a measurement is shown. */
    private static String measurementAt(Seen seen, ItemId indicator, ItemId measurement) {
        return Address.of(path(seen, indicator)).with(MEASUREMENT, measurement) + "#m-" + measurement;
    }

    private Followed followed(
            Seen seen,
            Item<Indicator> known,
            List<Item<Measurement>> measurements,
            List<Item<Measurement>> shown,
            SignedIn reader) {
        View view = seen.opened().view();
        Optional<Feeds.Standing> standing = feeds.standing(seen.measured(), known);
        boolean mayChoose = standing.isEmpty() && seen.mayWrite() && Feeds.isPossible(known.value());
        Map<String, List<LoadedSeries>> choices = new LinkedHashMap<>();
        Feeds.Choice choice = mayChoose ? feeds.choice(view) : new Feeds.Choice(List.of(), Optional.empty());
        choice.loaded()
                .forEach(one -> choices.computeIfAbsent(one.group(), first -> new ArrayList<>())
                        .add(one));
        return new Followed(
                standing,
                choices,
                choice.whyNone(),
                Replaced.of(shown, seen.opened().workspace().history(reader.id())),
                Feeds.waiting(measurements).size(),
                Feeds.forWord(measurements, view).size(),
                known.value().baseline().on().map(PartialDate::year));
    }

    /**
     * Writes a measurement down, or says something else in the one of the same time and group.
     *
     * @param typed its fields, and {@code act}: {@code draft} or {@code submit}
     */
    @StandsOn("/workspaces/{id}/goals/{chain}/measurements/{indicator}")
    @PostMapping("/workspaces/{id}/goals/{chain}/measurements/{indicator}")
    ResponseEntity<Void> measure(
            @PathVariable String id,
            @PathVariable String chain,
            @PathVariable String indicator,
            @RequestParam Map<String, String> typed,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.place", wording, here, reader, token);
        Item<Indicator> known = seen.measured().indicator(indicator);
        Map<String, String> said = new LinkedHashMap<>(typed);
        said.keySet().retainAll(TypedMeasurement.FIELDS);
        Edit.Put edit = TypedMeasurement.edit(
                known,
                said,
                typed.getOrDefault("act", "").equals("submit"),
                seen.opened().view(),
                seen.measured().today());
        Outcomes.check(seen.opened(), seen.opened().workspace().append(reader.id(), edit));
        return GoalsEdits.to(measurementAt(seen, known.id(), edit.item().id()));
    }

    /**
     * Takes the next step with a measurement.
     *
     * @param state the one it is to be in
     */
    @StandsOn("/workspaces/{id}/goals/{chain}/measurements/{indicator}")
    @PostMapping("/workspaces/{id}/goals/{chain}/measurements/{indicator}/{measurement}")
    ResponseEntity<Void> step(
            @PathVariable String id,
            @PathVariable String chain,
            @PathVariable String indicator,
            @PathVariable String measurement,
            @RequestParam String state,
            @RequestParam(defaultValue = "") String remark,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.place", wording, here, reader, token);
        MeasuredChain measured = seen.measured();
        Item<Measurement> known = measured.measurement(measurement);
        MeasurementState next =
                Term.find(MeasurementState.class, state).orElseThrow(() -> NoChoice.of(state, MeasurementState.class));
        Item<Measurement> stepped = known.saying(known.value().step(next, reader.id(), remark.strip()));
        Outcomes.check(seen.opened(), seen.opened().workspace().append(reader.id(), new Edit.Put(stepped)));
        return GoalsEdits.to(measurementAt(seen, measured.indicator(indicator).id(), known.id()));
    }
}
