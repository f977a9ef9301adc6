package org.salus.portal.web;

import java.util.List;
import java.util.Optional;
import org.salus.coordination.CoordinationQuestion;
import org.salus.coordination.CoordinationTexts;
import org.salus.coordination.Coordinations;
import org.salus.coordination.DonorAnswer;
import org.salus.coordination.DonorProfile;
import org.salus.coordination.DonorStatements;
import org.salus.evidence.Evidence;
import org.salus.evidence.Snapshot;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Layout.Link;
import org.salus.frame.web.Layouts;
import org.salus.frame.web.TableView;
import org.salus.framework.Wording;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.portal.Briefs;
import org.salus.portal.CountryQuestion;
import org.salus.portal.DonorTables;
import org.salus.portal.web.CoordinationPages.Behind;
import org.salus.portfolio.Period;
import org.salus.portfolio.SupportMap;
import org.salus.portfolio.Supports;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What a donor does in a country, area by area, beside all others: several figures beside one another, and never one number. */
@Controller
final class DonorPages {
    /** The donor that is asked about, as in the API. */
    private static final String NAME = "name";

    private final Evidence evidence;
    private final Briefs briefs;
    private final Workspaces workspaces;
    private final Supports supports;
    private final Coordinations coordinations;
    private final CountryFrame frame;

    DonorPages(Evidence evidence, Briefs briefs, Supports supports, Layouts layouts, Workspaces workspaces) {
        this.workspaces = workspaces;
        this.evidence = evidence;
        this.briefs = briefs;
        this.supports = supports;
        this.coordinations = new Coordinations(supports);
        this.frame = new CountryFrame(evidence, briefs, layouts);
    }

    /**
     * What is said of the donor in a workspace that the reader may open.
     *
     * @param workspace its name, leading to where more can be written down
     */
    record SaidView(Link workspace, List<String> says) {}

    /**
     * The profile of a donor.
     *
     * @param activities area by area
     * @param results what is recorded, area by area
     */
    record DonorPage(
            Layout layout,
            CountryFrame.Choosing choosing,
            String answer,
            String caution,
            String meaning,
            TableView table,
            List<Behind> activities,
            Optional<Behind> joint,
            List<Behind> results,
            List<SaidView> said,
            Link others,
            String rules) {}

    /** Whose profiles there are. */
    record DonorsPage(
            Layout layout,
            CountryFrame.Choosing choosing,
            String answer,
            String caution,
            String meaning,
            List<Link> donors,
            Optional<TableView> files) {}

    @GetMapping("/countries/{iso3}/donor")
    ModelAndView donor(@PathVariable String iso3, Wording wording, Address here, SignedIn reader) {
        CountryQuestion.refuseOthers(here, List.of(NAME));
        CountryQuestion question = CountryQuestion.of(iso3, here);
        Snapshot snapshot = evidence.snapshot();
        CoordinationQuestion asked = new CoordinationQuestion(
                question.country(),
                question.period(),
                question.currency(),
                question.measure(),
                Optional.empty(),
                Optional.empty());
        return here.choice(NAME)
                .map(name -> CountryFrame.page(
                        "portal/web/donor", one(question, coordinations.donor(snapshot, asked, name), reader, wording)))
                .orElseGet(() -> CountryFrame.page(
                        "portal/web/donors", all(question, coordinations.donors(snapshot, asked), wording)));
    }

    private Layout layout(CountryQuestion question, String title, Wording wording) {
        return frame.below(question, wording, title)
                .under(
                        wording.say("portal.rail.coordination"),
                        question.part("coordination").toString());
    }

    private DonorPage one(CountryQuestion question, DonorAnswer answer, SignedIn reader, Wording wording) {
        DonorProfile profile = answer.profile();
        SupportMap map = briefs.of(question).support();
        // A profile looks beyond the years that are asked for.
        SupportMap whole = supports.of(evidence.snapshot(), question.country(), Period.ALL, question.currency());
        Layout layout = layout(
                        question,
                        wording.say(
                                "coordination.donor.title",
                                profile.donor(),
                                question.country().inText(wording)),
                        wording)
                .from(answer.snapshot());
        return new DonorPage(
                layout,
                frame.choosing(question, map, Optional.of(answer.measure())),
                wording.say(new CoordinationTexts(wording).answer(answer)),
                wording.say(answer.caution()),
                wording.say(answer.meaning()),
                TableView.of("profile", new DonorTables(question, wording).of(answer), layout)
                        .withFiles(question.file(DonorTables.PROFILES).with(DonorTables.DONOR, profile.donor())),
                profile.areas().stream()
                        .map(area -> new Behind(
                                wording.say(
                                        "coordination.donor.behind",
                                        area.activities().size(),
                                        name(area, wording)),
                                links(whole, area.activities())))
                        .toList(),
                Optional.of(profile.joint())
                        .filter(joint -> !joint.isEmpty())
                        .map(joint ->
                                new Behind(wording.say("coordination.donor.joint", joint.size()), links(whole, joint))),
                profile.areas().stream()
                        .filter(area -> !area.results().activities().isEmpty())
                        .map(area -> new Behind(
                                name(area, wording) + ": " + wording.say(CoordinationTexts.results(area)),
                                links(whole, area.results().activities())))
                        .toList(),
                said(question, profile.donor(), reader, wording),
                new Link(
                        wording.say("coordination.donor.see"),
                        question.part("donor").toString()),
                wording.say("coordination.page.rules", answer.edition(), answer.sorting()));
    }

    /** What is said in the workspaces about the country: beside the figures, and in none of them. */
    private List<SaidView> said(CountryQuestion question, String donor, SignedIn reader, Wording wording) {
        return workspaces.list(reader.id()).stream()
                .filter(view ->
                        view.charter().countries().contains(question.country().iso3()))
                .map(view -> new SaidView(
                        new Link(
                                view.charter().name(),
                                Address.of("/workspaces/" + view.workspace() + "/coordination/statements")
                                        .with("donor", donor)
                                        .toString()),
                        DonorStatements.of(view, Optional.of(donor)).all().stream()
                                .map(item -> wording.say(DonorStatements.says(item.value())))
                                .toList()))
                .toList();
    }

    private static String name(DonorProfile.AreaProfile area, Wording wording) {
        return area.area().code() + " " + wording.say(area.area().label());
    }

    private static List<Link> links(SupportMap whole, List<String> identifiers) {
        return identifiers.stream()
                .map(identifier -> new Link(
                        whole.find(identifier)
                                .map(sorted -> sorted.activity().title())
                                .filter(title -> !title.isBlank())
                                .orElse(identifier),
                        Address.of("/activities").with("id", identifier).toString()))
                .toList();
    }

    private DonorsPage all(CountryQuestion question, List<DonorAnswer> answers, Wording wording) {
        Layout layout = layout(
                        question,
                        wording.say(
                                "coordination.donor.any-title",
                                question.country().inText(wording)),
                        wording)
                .from(evidence.snapshot().id());
        return new DonorsPage(
                layout,
                frame.choosing(question, briefs.of(question).support(), Optional.empty()),
                wording.say("coordination.donor.choose", answers.size()),
                wording.say("coordination.caution"),
                wording.say("coordination.donor.caution"),
                answers.stream()
                        .map(answer -> new Link(
                                answer.profile().donor(),
                                question.part("donor")
                                        .with(NAME, answer.profile().donor())
                                        .toString()))
                        .toList(),
                answers.isEmpty()
                        ? Optional.empty()
                        : Optional.of(TableView.of("profiles", new DonorTables(question, wording).all(answers), layout)
                                .withFiles(question.file(DonorTables.PROFILES))));
    }
}
