package org.salus.portal.web;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.salus.documents.Table;
import org.salus.evidence.Activities;
import org.salus.evidence.Activity;
import org.salus.evidence.ActivityRecord;
import org.salus.evidence.Codes;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.evidence.ImportIssue;
import org.salus.evidence.Issues;
import org.salus.evidence.Participation;
import org.salus.evidence.Party;
import org.salus.evidence.Place;
import org.salus.evidence.SectorCode;
import org.salus.evidence.Snapshot;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Layouts;
import org.salus.frame.web.Numerals;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.Failure;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.portal.CountryQuestion;
import org.salus.portfolio.Sorting;
import org.salus.portfolio.Supports;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Everything one activity says, why it is sorted as it is, and its XML as it was published. */
@Controller
final class ActivityPages {
    private static final int SHOWN_ISSUES = 50;

    private final Evidence evidence;
    private final Supports supports;
    private final Layouts layouts;

    ActivityPages(Evidence evidence, Supports supports, Layouts layouts) {
        this.layouts = layouts;
        this.evidence = evidence;
        this.supports = supports;
    }

    /** A label and what stands behind it. */
    record Fact(String name, List<String> values) {}

    /** A part of an activity for one reform area. */
    record AreaShare(ReformArea area, String percent, String css) {}

    /** A link to elsewhere: a document on the web, a related activity. */
    record Reference(String text, String href, String note, boolean outside) {}

    /** The page. */
    record ActivityPage(
            Layout layout,
            Activity activity,
            List<Fact> facts,
            List<String> descriptions,
            Sorting sorting,
            List<AreaShare> shares,
            String confidence,
            List<TableView> tables,
            Optional<PageMap> map,
            List<Reference> references,
            List<Activities.Version> versions,
            List<ImportIssue> issues,
            String xmlHref) {
        /** Whether a table is folded away until somebody asks for it. */
        static boolean isDetail(TableView table) {
            return ActivityTables.isDetail(table.id());
        }
    }

    /** The XML as published, masked. */
    record Raw(Layout layout, String identifier, String xml, String file) {}

    @GetMapping("/activities")
    ModelAndView activity(@RequestParam String id, Wording wording, Address here) {
        Snapshot snapshot = evidence.snapshot();
        ActivityRecord record = snapshot.activities().get(id);
        Activity activity = record.activity();
        Layout layout = crumbs(layouts.of(wording, here, activity.title()), activity, wording)
                .from(snapshot.id());
        Sorting sorting = supports.sort(activity);
        return new ModelAndView(
                "portal/web/activity",
                Map.of(
                        "page",
                        new ActivityPage(
                                layout,
                                activity,
                                facts(record, wording, layout),
                                activity.descriptions().stream()
                                        .map(text -> text.text())
                                        .distinct()
                                        .toList(),
                                sorting,
                                sorting.shares().entrySet().stream()
                                        .map(share -> new AreaShare(
                                                share.getKey(),
                                                layout.numerals().exact(share.getValue()),
                                                Colours.tint(share.getKey())))
                                        .toList(),
                                layout.numerals().share(sorting.confidence(), 0),
                                new ActivityTables(wording)
                                        .of(record).entrySet().stream()
                                                .map(table -> TableView.of(table.getKey(), table.getValue(), layout)
                                                        .withFiles(Address.of("/activities/" + table.getKey())
                                                                .with("id", id)))
                                                .toList(),
                                PageMap.ofActivity(record, snapshot.observations(), wording),
                                references(record, wording),
                                snapshot.activities().versions(activity.identifier()),
                                snapshot.issues()
                                        .list(
                                                new Issues.Filter(null, null, null, activity.identifier()),
                                                0,
                                                SHOWN_ISSUES),
                                Address.of("/activities/xml")
                                        .with("id", activity.identifier())
                                        .toString())));
    }

    @GetMapping(
            "/activities/{table:transactions|transaction-details|budgets|planned|results|result-details|locations|texts}.{form}")
    ResponseEntity<byte[]> file(
            @PathVariable String table, @PathVariable String form, @RequestParam String id, Wording wording) {
        Snapshot snapshot = evidence.snapshot();
        ActivityRecord record = snapshot.activities().get(id);
        Table found = new ActivityTables(wording).of(record).get(table);
        if (found == null) {
            throw Failure.notFound(
                    Sentence.of("portal.activity.no-table", wording.say("portal.activity.table." + table)));
        }
        List<org.salus.documents.Fact> facts = new ArrayList<>(layouts.facts(wording));
        facts.add(new org.salus.documents.Fact(wording.say("portal.column.identifier"), id));
        facts.add(new org.salus.documents.Fact(
                wording.say("portal.column.title"), record.activity().title()));
        facts.add(new org.salus.documents.Fact(wording.say("portal.file.source"), record.file()));
        return TableFiles.answer(
                form, "salus-" + table, found, snapshot.id(), java.time.LocalDate.EPOCH, facts, wording);
    }

    @GetMapping("/activities/xml")
    ModelAndView xml(@RequestParam String id, Wording wording, Address here) {
        Snapshot snapshot = evidence.snapshot();
        ActivityRecord record = snapshot.activities().get(id);
        Layout layout = crumbs(
                        layouts.of(wording, here, wording.say("portal.activity.xml.title")), record.activity(), wording)
                .under(
                        record.activity().title(),
                        Address.of("/activities").with("id", id).toString())
                .from(snapshot.id());
        return new ModelAndView(
                "portal/web/xml", Map.of("page", new Raw(layout, id, published(snapshot, id), record.file())));
    }

    @GetMapping("/activities.xml")
    ResponseEntity<byte[]> xmlFile(@RequestParam String id) {
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "xml", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"activity.xml\"")
                .body(published(evidence.snapshot(), id).getBytes(StandardCharsets.UTF_8));
    }

    private static String published(Snapshot snapshot, String id) {
        try {
            return snapshot.activities().xml(id);
        } catch (IOException failed) {
            throw Failure.notPossible(
                    Sentence.of("portal.activity.xml.unreadable", String.valueOf(failed.getMessage())), failed);
        }
    }

    private static Layout crumbs(Layout layout, Activity activity, Wording wording) {
        Layout under = layout.under(wording.say("frame.rail.home"), "/");
        Optional<Country> country = country(activity);
        return country.map(one -> {
                    String page = "/countries/" + one.iso3();
                    return CountryFrame.railed(under, CountryQuestion.of(one.iso3(), Address.of(page)), wording)
                            .under(one.name(), page);
                })
                .orElse(under);
    }

    /** The country the activity is mainly read for. */
    private static Optional<Country> country(Activity activity) {
        String code = activity.systemCountry() != null
                ? activity.systemCountry()
                : activity.places().stream()
                        .map(Place::iso3)
                        .filter(iso3 -> iso3 != null)
                        .findFirst()
                        .orElse(null);
        return code == null ? Optional.empty() : Countries.shipped().findByCode(code);
    }

    private static List<Fact> facts(ActivityRecord record, Wording wording, Layout layout) {
        Activity activity = record.activity();
        List<Fact> facts = new ArrayList<>();
        fact(facts, wording, "identifier", List.of(activity.identifier()));
        fact(
                facts,
                wording,
                "titles",
                activity.titles().stream().skip(1).map(text -> text.text()).toList());
        fact(facts, wording, "status", coded("ActivityStatus", activity.status()));
        List<String> dates = new ArrayList<>();
        date(dates, wording, layout, "planned-start", activity.plannedStart());
        date(dates, wording, layout, "actual-start", activity.actualStart());
        date(dates, wording, layout, "planned-end", activity.plannedEnd());
        date(dates, wording, layout, "actual-end", activity.actualEnd());
        fact(facts, wording, "dates", dates);
        fact(facts, wording, "reporter", party(activity.reporter()));
        Map<String, List<String>> byRole = new TreeMap<>();
        for (Participation part : activity.participants()) {
            byRole.computeIfAbsent(part.role() == null ? "" : part.role(), first -> new ArrayList<>())
                    .addAll(party(part.party()));
        }
        byRole.forEach((role, names) -> facts.add(new Fact(
                Codes.shipped().find("OrganisationRole", role).orElse(wording.say("portal.activity.participants")),
                names)));
        fact(
                facts,
                wording,
                "sectors",
                activity.sectors().stream()
                        .map(sector -> sector(sector, layout.numerals()))
                        .toList());
        fact(
                facts,
                wording,
                "places",
                activity.places().stream()
                        .map(place -> place(place, layout.numerals()))
                        .toList());
        Map<String, String> defaults = new LinkedHashMap<>(Map.of(
                "default-flow-type", "FlowType",
                "default-finance-type", "FinanceType",
                "default-aid-type", "AidType",
                "default-tied-status", "TiedStatus",
                "collaboration-type", "CollaborationType",
                "activity-scope", "ActivityScope"));
        fact(
                facts,
                wording,
                "defaults",
                record.defaults().stream()
                        .map(code -> String.join(
                                "", coded(defaults.getOrDefault(code.element(), code.element()), code.code())))
                        .toList());
        fact(
                facts,
                wording,
                "markers",
                record.markers().stream()
                        .map(marker -> Codes.shipped()
                                        .find("PolicyMarker", marker.code())
                                        .orElse(marker.name() == null ? marker.code() : marker.name())
                                + (marker.significance() == null
                                        ? ""
                                        : ": "
                                                + Codes.shipped()
                                                        .find("PolicySignificance", marker.significance())
                                                        .orElse(marker.significance())))
                        .toList());
        fact(
                facts,
                wording,
                "other-identifiers",
                record.otherIdentifiers().stream().map(other -> other.ref()).toList());
        fact(facts, wording, "source", List.of(activity.source()));
        fact(facts, wording, "file", List.of(wording.say("portal.activity.file-line", record.file(), record.line())));
        if (record.version() != null) {
            fact(facts, wording, "version", List.of(record.version()));
        }
        if (!record.updated().isEmpty()) {
            fact(facts, wording, "updated", List.of(layout.numerals().day(record.updated())));
        }
        return facts;
    }

    private static void fact(List<Fact> facts, Wording wording, String name, List<String> values) {
        List<String> said = values.stream().filter(value -> !value.isBlank()).toList();
        if (!said.isEmpty()) {
            facts.add(new Fact(wording.say("portal.activity.fact." + name), said));
        }
    }

    private static void date(
            List<String> dates, Wording wording, Layout layout, String kind, java.time.@Nullable LocalDate day) {
        if (day != null) {
            dates.add(wording.say(
                    "portal.activity.date." + kind, layout.numerals().day(day)));
        }
    }

    private static List<String> coded(String list, @Nullable String code) {
        return code == null
                ? List.of()
                : List.of(Codes.shipped()
                        .find(list, code)
                        .map(name -> name + " (" + code + ")")
                        .orElse(code));
    }

    private static List<String> party(Party party) {
        String label = party.label();
        if (label == null) {
            return List.of();
        }
        String type = party.type() == null
                ? ""
                : Codes.shipped()
                        .find("OrganisationType", party.type())
                        .map(name -> ", " + name)
                        .orElse("");
        String ref = party.ref() == null || party.ref().equals(label) ? "" : " (" + party.ref() + ")";
        return List.of(label + ref + type);
    }

    static String sector(SectorCode sector, Numerals numerals) {
        String name = sector.isDac()
                ? Codes.shipped().findPurpose(sector.code()).orElse(sector.name() == null ? "" : sector.name())
                : sector.name() == null ? "" : sector.name();
        String vocabulary =
                Codes.shipped().find("SectorVocabulary", sector.vocabulary()).orElse(sector.vocabulary());
        return sector.code()
                + (name.isEmpty() || name.equals(sector.code()) ? "" : " " + name)
                + " · " + vocabulary
                + percentage(sector.percentage(), numerals);
    }

    static String place(Place place, Numerals numerals) {
        return place.label() + percentage(place.percentage(), numerals);
    }

    private static String percentage(java.math.@Nullable BigDecimal percentage, Numerals numerals) {
        return percentage == null ? "" : " · " + numerals.exact(percentage) + "\u202f%";
    }

    private static List<Reference> references(ActivityRecord record, Wording wording) {
        List<Reference> found = new ArrayList<>();
        for (ActivityRecord.Related related : record.related()) {
            found.add(new Reference(
                    related.ref(),
                    Address.of("/activities").with("id", related.ref()).toString(),
                    related.type() == null
                            ? ""
                            : Codes.shipped()
                                    .find("RelatedActivityType", related.type())
                                    .orElse(""),
                    false));
        }
        for (ActivityRecord.DocumentLink document : record.documents()) {
            String url = document.url();
            boolean harmless = url != null && url.matches("(?i)https?://[^\\s]+");
            found.add(new Reference(
                    document.title() == null
                            ? url == null ? wording.say("portal.activity.document") : url
                            : document.title(),
                    harmless ? String.valueOf(url) : "",
                    document.format() == null ? "" : document.format(),
                    true));
        }
        return found;
    }

    /** A link within this program as it stands in a cell. */
    static URI link(Address address) {
        return URI.create(address.toString());
    }
}
