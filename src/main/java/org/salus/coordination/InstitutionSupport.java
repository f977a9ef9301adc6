package org.salus.coordination;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.evidence.Snapshot;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.portfolio.DonorSupport;
import org.salus.portfolio.SupportRow;
import org.salus.sector.Actor;
import org.salus.sector.SectorDay;
import org.salus.sector.SectorMap;

/** Who helps which institution of a workspace's sector map, as one reader sees it; the same for pages, files and programs. */
public final class InstitutionSupport {
    private final View view;
    private final InstitutionQuestion question;
    private final CoordinationInputs inputs;
    private final Snapshot snapshot;
    private final SectorDay day;
    private final List<Item<InstitutionJudgement>> said;
    private final List<Item<InstitutionJudgement>> disputed;
    private final InstitutionMatches matches;
    private final InstitutionMap map;
    private final Map<ItemId, String> institutions = new LinkedHashMap<>();
    private final Map<String, String> titles;
    private final EnteredSupport entered;

    private InstitutionSupport(
            View view,
            InstitutionQuestion question,
            CoordinationInputs inputs,
            Snapshot snapshot,
            LocalDate today,
            Locale language) {
        this.view = view;
        this.question = question;
        this.inputs = inputs;
        this.snapshot = snapshot;
        this.day = SectorMap.of(view).on(today, language);
        this.said = view.list(InstitutionJudgement.KIND).stream()
                .filter(item -> !view.isInConflict(item.id()))
                .toList();
        this.disputed = view.list(InstitutionJudgement.KIND).stream()
                .filter(item -> view.isInConflict(item.id()))
                .toList();
        this.matches = matches(view, inputs);
        this.map = InstitutionMap.of(counted(), matches);
        InstitutionMatches.institutions(view.list(Actor.KIND)).stream()
                .sorted(Comparator.comparing((Item<Actor> item) -> day.name(item.id()), String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Item::id))
                .forEach(item -> institutions.put(item.id(), day.name(item.id())));
        this.titles = inputs.activities().stream()
                .collect(Collectors.toMap(
                        sorted -> sorted.activity().identifier(),
                        sorted -> sorted.activity().title(),
                        (first, again) -> first));
        this.entered = EnteredSupport.of(view, question.question().area(), today, language);
    }

    /**
     * That of a country.
     *
     * @param today the day whose names institutions have
     * @param language of these names
     */
    public static InstitutionSupport of(
            Coordinations coordinations,
            Snapshot snapshot,
            View view,
            InstitutionQuestion question,
            LocalDate today,
            Locale language) {
        return new InstitutionSupport(
                view,
                question,
                coordinations.inputs(snapshot, question.question(), Judged.of(view)),
                snapshot,
                today,
                language);
    }

    /** Which institutions that a reader sees each activity supports; what copies say against one another does not count. */
    static InstitutionMatches matches(View view, CoordinationInputs inputs) {
        return InstitutionMatches.of(
                view.list(Actor.KIND),
                inputs,
                view.list(InstitutionJudgement.KIND).stream()
                        .filter(item -> !view.isInConflict(item.id()))
                        .map(Item::value)
                        .toList(),
                InstitutionRules.shipped());
    }

    private List<SupportRow> counted() {
        return inputs.inPeriod().stream()
                .filter(row -> question.question().area().isEmpty()
                        || question.question().area().get() == row.area())
                .toList();
    }

    public InstitutionMap map() {
        return map;
    }

    /** What members entered of the same areas; it is in none of the figures. */
    public EnteredSupport entered() {
        return entered;
    }

    /** What money counts. */
    public String measure() {
        return inputs.measure().word();
    }

    public String currency() {
        return inputs.currency();
    }

    /** What a member said, and what two copies say against one another. */
    public List<Item<InstitutionJudgement>> said() {
        List<Item<InstitutionJudgement>> all = new ArrayList<>(disputed);
        all.addAll(said);
        return List.copyOf(all);
    }

    /** Whether copies say different things of the same. */
    public boolean isDisputed(Item<InstitutionJudgement> item) {
        return disputed.contains(item);
    }

    /** The institutions that the reader sees, by name. */
    public Map<ItemId, String> institutions() {
        return Collections.unmodifiableMap(institutions);
    }

    /** The title of an activity; its identifier where it has none or is not loaded. */
    public String title(String activity) {
        String title = titles.getOrDefault(activity, "");
        return title.isBlank() ? activity : title;
    }

    /** The rows that are asked for. */
    public List<InstitutionRow> rows() {
        return map.rows(question.donor(), question.institution());
    }

    /** A donor's name for readers. */
    public static String donor(String donor, Wording wording) {
        return switch (donor) {
            case DonorSupport.SEVERAL -> wording.say("portfolio.donor.several");
            case DonorSupport.UNNAMED -> wording.say("portfolio.donor.unnamed");
            default -> donor;
        };
    }

    /** What an institution's key stands for. */
    public String name(String key, Wording wording) {
        return key.equals(InstitutionRow.NONE)
                ? wording.say("coordination.institution.none")
                : institutions.entrySet().stream()
                        .filter(one -> one.getKey().toString().equals(key))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(key);
    }

    /**
     * Donors by institutions.
     *
     * @param behind the address of rows, to which donor and institution are added
     * @param link makes a link of an address
     */
    public Table table(Address behind, Function<Address, URI> link, Wording wording) {
        List<ItemId> institutions = map.institutions();
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("donor", wording.say("coordination.page.donor")));
        institutions.forEach(institution -> columns.add(Column.decimal(
                        "institution_" + institution.toString().replace('-', '_'),
                        day.name(institution),
                        inputs.currency(),
                        0)
                .withCodedKey()));
        columns.add(
                Column.decimal("no_institution", wording.say("coordination.institution.none"), inputs.currency(), 0));
        columns.add(Column.decimal("total", wording.say("coordination.page.sum"), inputs.currency(), 0));
        List<List<Cell>> rows = map.donors().stream()
                .map(donor -> {
                    Address own = behind.with("donor", donor);
                    List<Cell> row = new ArrayList<>();
                    row.add(Cell.text(donor(donor, wording)).withCode(donor));
                    institutions.forEach(institution -> row.add(cell(
                            map.cell(donor, Optional.of(institution)),
                            own.with("institution", institution.toString()),
                            link)));
                    row.add(cell(
                            map.cell(donor, Optional.empty()), own.with("institution", InstitutionRow.NONE), link));
                    row.add(Cell.number(map.ofDonor(donor)).withLink(link.apply(own)));
                    return List.copyOf(row);
                })
                .toList();
        List<Cell> footer = new ArrayList<>();
        footer.add(Cell.text(wording.say("coordination.page.sum")));
        institutions.forEach(institution -> footer.add(Cell.number(map.ofInstitution(Optional.of(institution)))
                .withLink(link.apply(behind.with("institution", institution.toString())))));
        footer.add(Cell.number(map.ofInstitution(Optional.empty()))
                .withLink(link.apply(behind.with("institution", InstitutionRow.NONE))));
        footer.add(Cell.number(map.total()).withLink(link.apply(behind)));
        return new Table(
                wording.say(
                        "coordination.institution.caption",
                        inputs.country().inText(wording),
                        wording.say("portfolio.measure." + inputs.measure().word()),
                        inputs.currency()),
                columns,
                rows,
                Optional.of(footer));
    }

    private static Cell cell(Optional<BigDecimal> value, Address behind, Function<Address, URI> link) {
        return value.map(known -> Cell.number(known).withLink(link.apply(behind)))
                .orElseGet(() -> Cell.blank(""));
    }

    /**
     * The rows that are asked for, with the part of each that counts, and why it does; their sum is that of all of them.
     *
     * @param shown those of a page
     * @param link makes a link of an address
     */
    public Table rowTable(List<InstitutionRow> shown, Function<Address, URI> link, Wording wording) {
        List<InstitutionRow> all = rows();
        List<List<Cell>> rows = shown.stream()
                .map(row -> List.of(
                        Cell.text(row.row().title())
                                .withCode(row.row().activity())
                                .withLink(link.apply(Address.of("/activities")
                                        .with("id", row.row().activity()))),
                        Cell.text(Optional.ofNullable(row.row().year())
                                .map(Object::toString)
                                .orElse("")),
                        Cell.text(wording.say(row.row().area().label()))
                                .withCode(row.row().area().code()),
                        Cell.text(donor(row.row().donor(), wording))
                                .withCode(row.row().donor()),
                        Cell.text(name(row.key(), wording)).withCode(row.key()),
                        Cell.number(row.percent()),
                        Cell.number(row.value()),
                        Cell.text(because(row, wording))))
                .toList();
        return new Table(
                wording.say("coordination.institution.rows.caption", all.size()),
                List.of(
                        Column.text("activity", wording.say("coordination.page.activity")),
                        Column.text("year", wording.say("coordination.page.year")),
                        Column.text("area", wording.say("coordination.page.area")),
                        Column.text("donor", wording.say("coordination.page.donor")),
                        Column.text("institution", wording.say("coordination.institution.column")),
                        Column.decimal("percent", wording.say("coordination.institution.percent"), "%", 2),
                        Column.decimal(
                                "value",
                                wording.say(
                                        "portfolio.measure." + inputs.measure().word()),
                                inputs.currency(),
                                2),
                        Column.text("why", wording.say("coordination.institution.why"))),
                rows,
                Optional.of(List.of(
                        Cell.text(wording.say("coordination.page.sum")),
                        Cell.blank(""),
                        Cell.blank(""),
                        Cell.blank(""),
                        Cell.blank(""),
                        Cell.blank(""),
                        Cell.number(sum(all)),
                        Cell.blank(""))));
    }

    private String because(InstitutionRow row, Wording wording) {
        return row.institution()
                .map(institution -> matches.of(row.row().activity()).stream()
                        .filter(match -> match.institution().equals(institution))
                        .map(match -> wording.say(match.says()))
                        .collect(Collectors.joining(" ")))
                .orElse("");
    }

    private static BigDecimal sum(List<InstitutionRow> rows) {
        return rows.stream().map(InstitutionRow::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * The edit by which somebody says whether an activity supports an institution, in the place of what was said of the two before.
     *
     * @param institution id of the actor
     * @param verdict a code
     * @throws Failure if the reader sees no such institution, the country has no such activity, or a word means nothing
     */
    public Edit saying(String institution, String activity, String verdict, String why) {
        ItemId actor = institutions().keySet().stream()
                .filter(id -> id.toString().equals(institution.strip()))
                .findFirst()
                .orElseThrow(() ->
                        Failure.notFound(Sentence.of("coordination.institution.failure.institution", institution)));
        if (inputs.activities().stream()
                .noneMatch(sorted -> sorted.activity().identifier().equals(activity))) {
            throw Failure.notFound(Sentence.of(
                    "coordination.institution.failure.activity",
                    activity,
                    inputs.country().name()));
        }
        InstitutionJudgement judgement = new InstitutionJudgement(
                actor,
                activity,
                Term.find(InstitutionVerdict.class, verdict)
                        .orElseThrow(() -> Failure.wrongUse(
                                Sentence.of("coordination.failure.choice", "verdict", verdict, "supports, not"))),
                why.strip(),
                InstitutionRules.shipped().edition());
        return new Edit.Put(view.find(InstitutionJudgement.KIND, InstitutionJudgement.id(actor, activity))
                .map(before -> before.saying(judgement))
                .orElseGet(judgement::fresh));
    }

    /** What programs are answered; the rows only where a donor or an institution is asked for. */
    public Map<String, Object> told(Wording wording) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("workspace", view.workspace());
        out.put("heads", view.heads());
        out.put("snapshot", snapshot.id());
        out.put("edition", InstitutionRules.shipped().edition());
        out.put("country", inputs.country().iso3());
        out.put("currency", inputs.currency());
        out.put("measure", inputs.measure());
        out.put("caution", Sentence.of("coordination.caution"));
        out.put("total", map.total());
        out.put("shared", map.shared());
        out.put(
                "institutions",
                map.institutions().stream()
                        .map(institution -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("institution", institution);
                            one.put("name", day.name(institution));
                            one.put("total", map.ofInstitution(Optional.of(institution)));
                            return one;
                        })
                        .toList());
        out.put("no_institution", map.ofInstitution(Optional.empty()));
        out.put("donors", map.donors().stream().map(this::toldOf).toList());
        if (question.donor().isPresent() || question.institution().isPresent()) {
            out.put("rows", rows().stream().map(row -> row(row, wording)).toList());
            out.put("sum", sum(rows()));
        }
        out.put("entered", entered.told());
        out.put(
                "judged",
                said().stream()
                        .map(item -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("item", item.id());
                            one.put("institution", item.value().institution());
                            one.put("activity", item.value().activity());
                            one.put("verdict", item.value().verdict());
                            one.put("why", item.value().why());
                            one.put("disputed", isDisputed(item));
                            return one;
                        })
                        .toList());
        return out;
    }

    private Map<String, Object> toldOf(String donor) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("donor", donor);
        one.put("total", map.ofDonor(donor));
        Map<String, BigDecimal> cells = new LinkedHashMap<>();
        map.institutions()
                .forEach(institution -> map.cell(donor, Optional.of(institution))
                        .ifPresent(value -> cells.put(institution.toString(), value)));
        map.cell(donor, Optional.empty()).ifPresent(value -> cells.put(InstitutionRow.NONE, value));
        one.put("institutions", cells);
        return one;
    }

    private Map<String, Object> row(InstitutionRow row, Wording wording) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("activity", row.row().activity());
        one.put("transaction", row.row().transaction());
        one.put("year", Optional.ofNullable(row.row().year()));
        one.put("area", row.row().area());
        one.put("donor", row.row().donor());
        one.put("institution", row.key());
        one.put("percent", row.percent());
        one.put("value", row.value());
        one.put("why", because(row, wording));
        return one;
    }
}
