package org.salus.portal.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.coordination.Coordination;
import org.salus.coordination.CoordinationQuestion;
import org.salus.coordination.CoordinationTexts;
import org.salus.coordination.Coordinations;
import org.salus.coordination.Finding;
import org.salus.coordination.FindingKind;
import org.salus.coordination.Levels;
import org.salus.coordination.Localisation;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.evidence.Snapshot;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Layout.Link;
import org.salus.frame.web.Layouts;
import org.salus.frame.web.TableView;
import org.salus.framework.Field;
import org.salus.framework.Wording;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.portal.Briefs;
import org.salus.portal.CoordinationTables;
import org.salus.portal.CountryQuestion;
import org.salus.portfolio.Period;
import org.salus.portfolio.SupportMap;
import org.salus.portfolio.Supports;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Who does what where in a country: findings with what they stand on, questions, and how money is spread. */
@Controller
final class CoordinationPages {
    private final Evidence evidence;
    private final Briefs briefs;
    private final Supports supports;
    private final Coordinations coordinations;
    private final CountryFrame frame;
    private final Workspaces workspaces;

    CoordinationPages(Evidence evidence, Briefs briefs, Supports supports, Layouts layouts, Workspaces workspaces) {
        this.workspaces = workspaces;
        this.evidence = evidence;
        this.briefs = briefs;
        this.supports = supports;
        this.coordinations = new Coordinations(supports);
        this.frame = new CountryFrame(evidence, briefs, layouts);
    }

    /**
     * A finding as it is views.
     *
     * @param says what is found
     * @param behind what it stands on, in a few words
     * @param rows its activities, each with the rows of its money
     */
    record FindingView(String says, List<String> reasons, String behind, TableView rows) {}

    /**
     * The findings of one kind.
     *
     * @param id of its place on the page
     */
    record KindView(String id, String name, List<FindingView> findings) {
        /** Its name with how many there are. */
        String counted(Wording wording) {
            return wording.say("coordination.page.kind", name, findings.size());
        }
    }

    /** Activities behind a figure, folded away. */
    record Behind(String says, List<Link> activities) {}

    /** An indicator of the Global Partnership. */
    record IndicatorView(String says, String measures, String here, Optional<Behind> behind) {}

    /** The page; tables are empty where nothing is loaded. */
    record CoordinationPage(
            Layout layout,
            CountryFrame.Choosing choosing,
            String answer,
            String caution,
            Optional<String> once,
            String chains,
            boolean isEmpty,
            List<Link> workspaces,
            String donors,
            List<KindView> kinds,
            List<String> asked,
            List<String> notComputed,
            Optional<TableView> spread,
            List<String> shares,
            Optional<TableView> fields,
            Optional<TableView> contents,
            List<Behind> speaking,
            List<String> note,
            Optional<TableView> levels,
            List<Behind> paying,
            String beyond,
            List<Link> neighbours,
            List<String> levelsNotComputed,
            Optional<TableView> plans,
            List<Behind> planned,
            List<IndicatorView> partnership,
            Optional<TableView> swings,
            List<String> receivers,
            Optional<TableView> received,
            List<Behind> receiving,
            String rules) {}

    @GetMapping("/countries/{iso3}/coordination")
    ModelAndView coordination(@PathVariable String iso3, Wording wording, Address here, SignedIn reader) {
        CountryQuestion question = CountryQuestion.of(iso3, here);
        Snapshot snapshot = evidence.snapshot();
        Coordination found = coordinations.of(
                snapshot,
                new CoordinationQuestion(
                        question.country(),
                        question.period(),
                        question.currency(),
                        question.measure(),
                        Optional.empty(),
                        Optional.empty()));
        Layout layout = frame.below(
                        question,
                        wording,
                        wording.say(
                                "coordination.page.title", question.country().inText(wording)))
                .from(snapshot.id());
        SupportMap map = briefs.of(question).support();
        // Findings look beyond the years that are asked for.
        SupportMap whole = supports.of(snapshot, question.country(), Period.ALL, question.currency());
        Views views = new Views(
                whole, question, found, new CoordinationTables(whole, question, found, wording), layout, wording);
        boolean isEmpty = found.concentrations().isEmpty();
        return CountryFrame.page(
                "portal/web/coordination",
                new CoordinationPage(
                        layout,
                        frame.choosing(question, map, Optional.of(found.measure())),
                        map.activities().isEmpty()
                                ? wording.say(
                                        "portal.brief.nothing",
                                        question.country().inText(wording))
                                : wording.say(
                                        "coordination.page.answer",
                                        found.findings().findings().size(),
                                        found.findings().asked().size()),
                        wording.say(found.caution()),
                        CoordinationTexts.once(found).map(wording::say),
                        question.part("chains").toString(),
                        map.activities().isEmpty(),
                        workspaces(question.country(), reader),
                        question.part("donor").toString(),
                        views.kinds(),
                        found.findings().asked().stream()
                                .map(asked -> wording.say(asked.question()))
                                .toList(),
                        found.findings().notComputed().stream()
                                .map(wording::say)
                                .toList(),
                        isEmpty ? Optional.empty() : Optional.of(views.table("spread", CoordinationTables.SPREAD)),
                        new CoordinationTexts(wording)
                                .shares(found.balance()).stream()
                                        .map(wording::say)
                                        .toList(),
                        isEmpty ? Optional.empty() : Optional.of(views.table("fields", CoordinationTables.FIELDS)),
                        found.balance().contents().isEmpty()
                                ? Optional.empty()
                                : Optional.of(views.table("contents", CoordinationTables.CONTENTS)),
                        views.speaking(),
                        List.of(
                                wording.say(found.balance().note()),
                                wording.say(found.balance().basis())),
                        isEmpty ? Optional.empty() : Optional.of(views.table("levels", CoordinationTables.LEVELS)),
                        views.paying(),
                        wording.say(new CoordinationTexts(wording).beyond(found)),
                        found.levels().neighbours().stream()
                                .map(one -> new Link(
                                        wording.say(new CoordinationTexts(wording).neighbour(found, one)),
                                        Address.of("/countries/" + one.country().iso3() + "/coordination")
                                                .toString()))
                                .toList(),
                        found.levels().notComputed().stream().map(wording::say).toList(),
                        found.predictability().years().isEmpty()
                                ? Optional.empty()
                                : Optional.of(views.table("plans", CoordinationTables.PLANS)),
                        found.predictability().years().stream()
                                .map(year -> views.behind(
                                        wording.say(
                                                "coordination.page.with-plan",
                                                String.valueOf(year.year()),
                                                year.activities().size()),
                                        year.activities()))
                                .toList(),
                        views.partnership(),
                        isEmpty ? Optional.empty() : Optional.of(views.table("swings", CoordinationTables.SWINGS)),
                        found.localisations().stream()
                                .map(one -> new CoordinationTexts(wording).national(one))
                                .map(wording::say)
                                .toList(),
                        isEmpty ? Optional.empty() : Optional.of(views.table("received", CoordinationTables.RECEIVED)),
                        views.receiving(),
                        wording.say("coordination.page.rules", found.edition(), found.sorting())));
    }

    /** The workspaces about the country that the reader may open: there findings can be answered. */
    private List<Link> workspaces(Country country, SignedIn reader) {
        return workspaces.list(reader.id()).stream()
                .filter(view -> view.charter().countries().contains(country.iso3()))
                .map(view -> new Link(
                        view.charter().name(),
                        Address.of("/workspaces/" + view.workspace() + "/coordination")
                                .with("country", country.iso3())
                                .toString()))
                .toList();
    }

    /** What was found, as tables whose figures lead to the rows they are sums of. */
    private record Views(
            SupportMap map,
            CountryQuestion question,
            Coordination found,
            CoordinationTables tables,
            Layout layout,
            Wording wording) {
        TableView table(String id, String name) {
            return TableView.of(id, tables.get(name, Optional.empty()), layout).withFiles(question.file(name));
        }

        List<KindView> kinds() {
            List<KindView> kinds = new ArrayList<>();
            for (FindingKind kind : FindingKind.values()) {
                List<FindingView> views = new ArrayList<>();
                for (Finding finding : found.findings().findings()) {
                    if (finding.kind() == kind) {
                        views.add(view(finding, kind.code() + "-" + (views.size() + 1)));
                    }
                }
                if (!views.isEmpty()) {
                    kinds.add(new KindView(kind.code(), wording.say(kind.label()), views));
                }
            }
            return kinds;
        }

        private FindingView view(Finding finding, String id) {
            return new FindingView(
                    wording.say(finding.says()),
                    finding.reasons().stream().map(wording::say).toList(),
                    wording.say(
                            "coordination.page.stands-on",
                            finding.activities().size(),
                            finding.rows().size()),
                    TableView.of(id, tables.rows(finding), layout)
                            .withFiles(question.file(CoordinationTables.FINDINGS)
                                    .with(CoordinationTables.FINDING, finding.key())));
        }

        private String title(String identifier) {
            return map.find(identifier)
                    .map(sorted -> sorted.activity().title())
                    .filter(title -> !title.isBlank())
                    .orElse(identifier);
        }

        private static URI activity(String identifier) {
            return SupportViews.uri(Address.of("/activities").with("id", identifier));
        }

        List<Behind> speaking() {
            return found.balance().contents().stream()
                    .map(part -> new Behind(
                            wording.say(
                                    "coordination.page.balance.behind",
                                    wording.say(part.content().label()),
                                    part.activities().size()),
                            part.activities().stream()
                                    .map(told -> new Link(
                                            told.words().isEmpty()
                                                    ? title(told.activity())
                                                    : wording.say(
                                                            "coordination.page.balance.words",
                                                            title(told.activity()),
                                                            String.join(", ", told.words())),
                                            question.rows(found.measure())
                                                    .with("field", Field.PROFESSIONAL_FORCES.code())
                                                    .with("activity", told.activity())
                                                    .toString()))
                                    .toList()))
                    .toList();
        }

        List<Behind> paying() {
            List<Behind> all = new ArrayList<>();
            for (Levels.Part part : found.levels().parts()) {
                all.add(behind(
                        wording.say(
                                "coordination.page.levels.behind",
                                wording.say(part.level().label()),
                                part.activities().size()),
                        part.activities()));
            }
            if (!found.levels().beyond().activities().isEmpty()) {
                all.add(behind(
                        wording.say("coordination.page.levels.wide"),
                        found.levels().beyond().activities()));
            }
            return all;
        }

        List<IndicatorView> partnership() {
            return found.partnership().stream()
                    .map(one -> new IndicatorView(
                            wording.say(new CoordinationTexts(wording).value(one)),
                            wording.say("coordination.page.partnership.measures", wording.say(one.definition())),
                            wording.say("coordination.page.partnership.here", wording.say(one.here())),
                            one.activities().isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(behind(
                                            wording.say(
                                                    "coordination.page.partnership.behind",
                                                    one.code(),
                                                    one.activities().size()),
                                            one.activities()))))
                    .toList();
        }

        List<Behind> receiving() {
            return found.localisations().stream()
                    .flatMap(one -> one.parts().stream()
                            .map(part -> behind(
                                    wording.say(
                                            "coordination.page.to-class",
                                            definition(one),
                                            wording.say(part.receiver().label()),
                                            part.activities().size()),
                                    part.activities())))
                    .toList();
        }

        private String definition(Localisation one) {
            return wording.say("coordination.definition." + one.definition().code());
        }

        Behind behind(String says, List<String> identifiers) {
            return new Behind(
                    says,
                    identifiers.stream()
                            .map(identifier -> new Link(
                                    title(identifier), activity(identifier).toString()))
                            .toList());
        }
    }
}
