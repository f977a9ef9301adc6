package org.salus.coordination.web;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.coordination.AnsweredFindings;
import org.salus.coordination.CoordinationQuestion;
import org.salus.coordination.Coordinations;
import org.salus.coordination.EnteredSupport;
import org.salus.coordination.Finding;
import org.salus.coordination.FindingKind;
import org.salus.coordination.WithoutDecision;
import org.salus.coordination.WorkspaceGap;
import org.salus.coordination.WorkspaceGapKind;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.StandsOn;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Role;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.portfolio.DonorSupport;
import org.salus.portfolio.ReviewQuestion;
import org.salus.portfolio.SortedActivity;
import org.salus.portfolio.SupportRow;
import org.salus.portfolio.Supports;
import org.salus.workspace.Answer;
import org.salus.workspace.PrivateLayers;
import org.salus.workspace.web.Outcomes;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is found about support to the country of a workspace, and what its members answer. */
@Controller
final class FindingPages {
    private static final String BELOW = "coordination";
    private static final String FILE = "coordination/findings";

    /** What the ids of the groups begin with. */
    private static final String KIND = "kind-";

    /** The choice of one finding in a file, by its name. */
    private static final String FINDING = "finding";

    private static final String[] IN_FILES = CoordinationQuestion.IN_WORKSPACE.toArray(String[]::new);

    private final WorkspaceWeb web;
    private final Workspaces workspaces;
    private final Evidence evidence;
    private final Coordinations coordinations;

    FindingPages(WorkspaceWeb web, Workspaces workspaces, Evidence evidence, Supports supports) {
        this.workspaces = workspaces;
        this.web = web;
        this.evidence = evidence;
        this.coordinations = new Coordinations(supports);
    }

    /** A country that may be chosen. */
    record Choice(String code, String label, boolean isChosen) {}

    /** What somebody answered. */
    record Replied(String href, String who, boolean isProven, String reply, String because, String finding) {}

    /**
     * A finding as the page shows it.
     *
     * @param mark the id of its element
     * @param behind what it stands on, in a few words
     * @param about items of the workspace it is about
     */
    record Found(
            String name,
            String mark,
            String says,
            List<String> reasons,
            String behind,
            Optional<TableView> rows,
            List<Layout.Link> about,
            List<Replied> answers,
            Optional<Answer> own) {}

    /**
     * What was found of one kind.
     *
     * @param meaning what it means and what it does not say; may be empty
     */
    record Group(String mark, String name, String meaning, List<Found> found) {}

    /**
     * Support without a valid decision of due diligence, for this reader alone.
     *
     * @param href the page of the case
     * @param activities published ones that are matched to the unit
     */
    record Undecided(String says, String href, String behind, List<Layout.Link> activities) {}

    /** The page. */
    record Overview(
            Layout layout,
            Opened opened,
            Country country,
            List<Choice> countries,
            String lead,
            String caution,
            List<Group> groups,
            List<Undecided> undecided,
            List<String> asked,
            List<String> notComputed,
            List<Replied> outlived,
            Optional<InstitutionPages.Entered> entered,
            Optional<TableView> all,
            String rules,
            boolean mayWrite,
            CsrfToken token) {
        String path() {
            return opened.path(BELOW);
        }
    }

    @GetMapping("/workspaces/{id}/coordination")
    ModelAndView show(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        Opened opened = web.open(id, reader, wording);
        Layout layout = opened.layout(here, wording.say("coordination.findings.title"), token);
        if (ReviewQuestion.countries(opened.view().charter()).isEmpty()) {
            return new ModelAndView("portfolio/web/nothing", Map.of("layout", layout));
        }
        CoordinationQuestion question =
                CoordinationQuestion.of(here, opened.view().charter());
        AnsweredFindings answered = answered(opened, question);
        Shown shown = new Shown(opened, answered, layout);
        List<Group> groups = shown.groups();
        return new ModelAndView(
                "coordination/web/findings",
                Map.of(
                        "page",
                        new Overview(
                                layout,
                                opened,
                                question.country(),
                                ReviewQuestion.countries(opened.view().charter()).stream()
                                        .map(one -> new Choice(
                                                one.iso3(), one.inText(wording), one.equals(question.country())))
                                        .toList(),
                                wording.say(
                                        "coordination.answers.lead",
                                        question.country().inText(wording),
                                        groups.stream()
                                                .mapToInt(group -> group.found().size())
                                                .sum(),
                                        groups.stream()
                                                .flatMap(group -> group.found().stream())
                                                .filter(found ->
                                                        !found.answers().isEmpty())
                                                .count()),
                                wording.say(answered.caution()),
                                groups,
                                answered.withoutDecision().stream()
                                        .map(shown::undecided)
                                        .toList(),
                                answered.findings().asked().stream()
                                        .map(asked -> wording.say(asked.question()))
                                        .toList(),
                                answered.notComputed().stream()
                                        .map(wording::say)
                                        .toList(),
                                answered.outlived().stream().map(shown::replied).toList(),
                                InstitutionPages.Entered.of(
                                        EnteredSupport.of(
                                                opened.view(),
                                                question.area(),
                                                LocalDate.now(Clock.systemUTC()),
                                                wording.locale()),
                                        opened,
                                        layout),
                                groups.isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(TableView.of("findings", shown.all(), layout)
                                                .withFiles(here.at(opened.path(FILE), IN_FILES))),
                                wording.say("coordination.page.rules", answered.edition(), answered.sorting()),
                                opened.mayWrite(Role.CONTRIBUTOR),
                                token)));
    }

    @GetMapping("/workspaces/{id}/coordination/findings.{form:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String id, @PathVariable String form, Wording wording, Address here, SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        CoordinationQuestion question =
                CoordinationQuestion.of(here.without(FINDING), opened.view().charter());
        Shown shown =
                new Shown(opened, answered(opened, question), opened.layout(here, wording.say("coordination.place")));
        return TableFiles.answer(
                form,
                "findings",
                here.choice(FINDING).map(shown::one).orElseGet(shown::all),
                opened.state(),
                opened.workspace().day(reader.id()),
                opened.layouts().facts(wording),
                wording);
    }

    private AnsweredFindings answered(Opened opened, CoordinationQuestion question) {
        return AnsweredFindings.withCases(
                coordinations,
                evidence.snapshot(),
                opened.view(),
                question,
                LocalDate.now(Clock.systemUTC()),
                opened.wording().locale(),
                PrivateLayers.of(opened.view().workspace(), opened.reader().id(), workspaces));
    }

    /** What was found, for one reader. */
    private record Shown(Opened opened, AnsweredFindings answered, Layout layout) {
        private String say(String key, Object... with) {
            return opened.wording().say(key, with);
        }

        List<Group> groups() {
            List<Group> groups = new ArrayList<>();
            for (FindingKind kind : FindingKind.values()) {
                List<Found> found = answered.findings().findings().stream()
                        .filter(finding -> finding.kind() == kind)
                        .map(this::found)
                        .toList();
                if (!found.isEmpty()) {
                    groups.add(new Group(KIND + kind.code(), opened.wording().say(kind.label()), "", found));
                }
            }
            for (WorkspaceGapKind kind : WorkspaceGapKind.values()) {
                List<Found> found = answered.gaps().stream()
                        .filter(gap -> gap.kind() == kind)
                        .map(this::found)
                        .toList();
                if (!found.isEmpty()) {
                    groups.add(new Group(
                            KIND + kind.code(),
                            opened.wording().say(kind.label()),
                            opened.wording().say(kind.meaning()),
                            found));
                }
            }
            return groups;
        }

        private TableView view(String name, Table rows) {
            return TableView.of("rows-" + mark(name), rows, layout)
                    .withFiles(Address.of(opened.path(FILE))
                            .with("country", answered.country().iso3())
                            .with(FINDING, name));
        }

        /** What one finding stands on. */
        Table one(String name) {
            return groups().stream()
                    .flatMap(group -> group.found().stream())
                    .filter(found -> found.name().equals(name))
                    .findFirst()
                    .flatMap(Found::rows)
                    .map(TableView::table)
                    .orElseThrow(() -> Failure.notFound(Sentence.of("coordination.answers.no-table", name)));
        }

        /** Every finding with what it stands on, row by row; they have no sum, since findings speak of the same money. */
        Table all() {
            List<List<Cell>> rows = new ArrayList<>();
            for (Group group : groups()) {
                for (Found found : group.found()) {
                    List<Cell> said = List.of(
                            Cell.text(group.name()).withCode(group.mark().substring(KIND.length())),
                            Cell.text(found.says()).withCode(found.name()),
                            Cell.number(found.answers().size()));
                    List<List<Cell>> own = found.rows()
                            .map(view -> view.table().rows())
                            .orElseGet(() ->
                                    List.of(List.of(Cell.blank(""), Cell.blank(""), Cell.blank(""), Cell.number(0))));
                    own.forEach(row ->
                            rows.add(Stream.concat(said.stream(), row.stream()).toList()));
                }
            }
            return new Table(
                    say("coordination.page.findings-table", answered.country().inText(opened.wording())),
                    Stream.concat(
                                    Stream.of(
                                            Column.text("kind", say("coordination.page.kind-of-finding")),
                                            Column.text("finding", say("coordination.page.finding")),
                                            Column.integer("answers", say("coordination.page.answers"), "")),
                                    columns().stream())
                            .toList(),
                    rows);
        }

        private List<Column> columns() {
            String measure = answered.measure().word();
            return List.of(
                    Column.text("title", say("coordination.page.activity")),
                    Column.text("donor", say("coordination.page.donor")),
                    Column.decimal("money", say("portfolio.measure." + measure), answered.currency(), 0),
                    Column.integer("rows", say("coordination.page.rows"), ""));
        }

        private Found found(WorkspaceGap gap) {
            Set<String> activities = new HashSet<>(gap.activities());
            List<SupportRow> rows = answered.map().rows().stream()
                    .filter(row -> row.measure() == answered.measure()
                            && row.area().isSsr()
                            && activities.contains(row.activity()))
                    .toList();
            return new Found(
                    gap.name(),
                    mark(gap.name()),
                    opened.wording().say(gap.says()),
                    gap.reasons().stream().map(opened.wording()::say).toList(),
                    say("coordination.page.stands-on", gap.activities().size(), rows.size()),
                    gap.activities().isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    view(gap.name(), rows(opened.wording().say(gap.says()), gap.activities(), rows))),
                    gap.about().stream()
                            .map(item -> new Layout.Link(opened.title(item), opened.path("items/" + item)))
                            .toList(),
                    answered.answers(gap.name()).stream().map(this::replied).toList(),
                    Answer.own(gap.name(), opened.view()).map(Item::value));
        }

        private Found found(Finding finding) {
            String name = answered.name(finding);
            return new Found(
                    name,
                    mark(name),
                    opened.wording().say(finding.says()),
                    finding.reasons().stream().map(opened.wording()::say).toList(),
                    say(
                            "coordination.page.stands-on",
                            finding.activities().size(),
                            finding.rows().size()),
                    Optional.of(view(
                            name, rows(opened.wording().say(finding.says()), finding.activities(), finding.rows()))),
                    List.of(),
                    answered.answers(name).stream().map(this::replied).toList(),
                    Answer.own(name, opened.view()).map(Item::value));
        }

        /** Activities with their money. The rows themselves stand on the page of each activity: those of the country are as sorted without judgements. */
        private Table rows(String caption, List<String> activities, List<SupportRow> all) {
            Map<String, List<SupportRow>> byActivity =
                    all.stream().collect(Collectors.groupingBy(SupportRow::activity));
            String measure = answered.measure().word();
            List<List<Cell>> rows = activities.stream()
                    .map(identifier -> {
                        List<SupportRow> own = byActivity.getOrDefault(identifier, List.of());
                        return List.of(
                                activity(identifier),
                                Cell.text(donor(identifier)),
                                own.isEmpty()
                                        ? Cell.blank(say("coordination.page.no-money", measure))
                                        : Cell.number(sum(own)),
                                Cell.number(own.size()));
                    })
                    .toList();
            return new Table(
                    caption,
                    columns(),
                    rows,
                    Optional.of(List.of(
                            Cell.text(say("coordination.page.sum")),
                            Cell.blank(""),
                            Cell.number(sum(all)),
                            Cell.number(all.size()))));
        }

        private Cell activity(String identifier) {
            String title = answered.map()
                    .find(identifier)
                    .map(sorted -> sorted.activity().title())
                    .filter(one -> !one.isBlank())
                    .orElse(identifier);
            return Cell.text(title)
                    .withCode(identifier)
                    .withLink(URI.create(
                            Address.of("/activities").with("id", identifier).toString()));
        }

        Undecided undecided(WithoutDecision one) {
            return new Undecided(
                    opened.wording().say(one.finding().says()),
                    "/workspaces/" + one.finding().workspace() + "/"
                            + one.finding().path(),
                    say("coordination.undecided.behind", one.activities().size()),
                    one.activities().stream()
                            .map(identifier -> new Layout.Link(
                                    answered.map()
                                            .find(identifier)
                                            .map(sorted -> sorted.activity().title())
                                            .orElse(identifier),
                                    Address.of("/activities")
                                            .with("id", identifier)
                                            .toString()))
                            .toList());
        }

        private String donor(String identifier) {
            String donor =
                    answered.map().find(identifier).map(SortedActivity::donor).orElse("");
            return switch (donor) {
                case DonorSupport.SEVERAL -> say("portfolio.donor.several");
                case DonorSupport.UNNAMED -> say("portfolio.donor.unnamed");
                default -> donor;
            };
        }

        private static BigDecimal sum(List<SupportRow> rows) {
            return rows.stream().map(SupportRow::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        Replied replied(Item<Answer> answer) {
            return new Replied(
                    opened.path("items/" + answer.id()),
                    opened.name(answer.value(), answer.id()),
                    Answer.isProven(answer, opened.view()),
                    opened.wording().say(answer.value().reply().label()),
                    answer.value().because(),
                    answer.value().finding());
        }
    }

    /** The name of a finding as an id of an element. */
    private static String mark(String name) {
        return "finding-" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Answers a finding. Only what the reader sees can be answered: it is found again on the reader's own view. */
    @StandsOn(value = "/workspaces/{id}/coordination", back = "back")
    @PostMapping("/workspaces/{id}/coordination/answers")
    ResponseEntity<Void> answer(
            @PathVariable String id,
            @RequestParam String finding,
            @RequestParam String reply,
            @RequestParam(defaultValue = "") String because,
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "") String back,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        Address page = Address.of(opened.path(BELOW)).with("country", country.isEmpty() ? null : country);
        Item<Answer> answer = answered(
                        opened, CoordinationQuestion.of(page, opened.view().charter()))
                .answering(finding, reply, because);
        Outcomes.check(opened, opened.workspace().append(reader.id(), new Edit.Put(answer)), "because");
        String own = Address.own(back);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create((own.startsWith(opened.path(BELOW)) ? own : page.toString())
                        + "#"
                        + mark(answer.value().finding())))
                .build();
    }
}
