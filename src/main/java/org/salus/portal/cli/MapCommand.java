package org.salus.portal.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.coordination.Coordinations;
import org.salus.coordination.EnteredSupport;
import org.salus.coordination.InstitutionQuestion;
import org.salus.coordination.InstitutionSupport;
import org.salus.documents.CsvWriter;
import org.salus.documents.Table;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.evidence.Snapshot;
import org.salus.frame.AnswerJson;
import org.salus.frame.cli.DataOption;
import org.salus.frame.cli.FormatOption;
import org.salus.frame.cli.FormatOption.Format;
import org.salus.frame.cli.Terminal;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.Figure;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.View;
import org.salus.portal.Brief;
import org.salus.portal.Briefs;
import org.salus.portal.CountryQuestion;
import org.salus.portal.PivotJson;
import org.salus.portal.PivotQuestion;
import org.salus.portal.PivotTables;
import org.salus.portal.Places;
import org.salus.portal.PlacesJson;
import org.salus.portal.PlacesTables;
import org.salus.portfolio.Pivot;
import org.salus.portfolio.PivotDimension;
import org.salus.portfolio.SupportTraits;
import org.salus.portfolio.Supports;
import org.salus.workspace.Faces;
import org.salus.workspace.cli.BesideOpenData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code salus map COUNTRY}: support by any two of what, when, where and who; where it is; and beside it what a workspace knows. */
@Command(name = "map")
public final class MapCommand implements Callable<Integer> {
    private static final String BY_INSTITUTION = "donor,institution";
    private static final int SHOWN_ROWS = 40;
    private static final int SHOWN_COLUMNS = 6;
    private static final int NAME = 40;
    private static final int WIDTH = 16;

    @Mixin
    private CountryAndYears asked = new CountryAndYears();

    @Mixin
    private Narrowing narrowing = new Narrowing();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private FormatOption format = FormatOption.offering(Format.TEXT, Format.JSON, Format.CSV);

    @Mixin
    private Terminal terminal = new Terminal();

    @Option(names = "--by", paramLabel = "DIMENSIONS", descriptionKey = "where.by")
    private @Nullable String by;

    @Option(names = "--institution", paramLabel = "ID", descriptionKey = "where.institution")
    private @Nullable String institution;

    @Mixin
    private final BesideOpenData beside;

    public MapCommand(Faces faces) {
        this.beside = new BesideOpenData(faces);
    }

    @Override
    public Integer call() throws Exception {
        String dimensions = by == null ? "" : by.strip().toLowerCase(Locale.ROOT);
        if (dimensions.equals(BY_INSTITUTION)) {
            beside.read(data, this::institutions);
            return 0;
        }
        if (institution != null) {
            throw Failure.wrongUse(Sentence.of("portal.map.institution.only"));
        }
        if (dimensions.equals(PivotDimension.PLACE.code())) {
            places();
        } else {
            turned(dimensions);
        }
        return 0;
    }

    /** Which donor helps which institution of a workspace, in the words of the API. */
    private void institutions(View view) {
        Format form = format.chosen();
        Address here = Address.of("");
        for (Map.Entry<String, String> word :
                asked.address(narrowing.words()).choices().entrySet()) {
            if (!InstitutionQuestion.OF_PROGRAMS.contains(word.getKey())) {
                throw Failure.wrongUse(Sentence.of(
                        "portal.map.institution.choice",
                        Narrowing.option(word.getKey()),
                        InstitutionQuestion.OF_PROGRAMS.stream()
                                .filter(name -> !name.equals("country"))
                                .map(Narrowing::option)
                                .collect(Collectors.joining(", "))));
            }
            here = here.with(word.getKey(), word.getValue());
        }
        Country country = CountryQuestion.of(asked.country(), Address.of("")).country();
        here = here.with("country", country.iso3()).with("institution", institution);
        InstitutionQuestion question =
                InstitutionQuestion.of(here, view.charter(), InstitutionQuestion.OF_PROGRAMS);
        Wording wording = terminal.wording();
        try (Evidence evidence = Evidence.open(data.folder())) {
            InstitutionSupport support = InstitutionSupport.of(
                    new Coordinations(Supports.shipped()),
                    evidence.snapshot(),
                    view,
                    question,
                    LocalDate.now(Clock.systemUTC()),
                    wording.locale());
            boolean ofRows = question.donor().isPresent() || question.institution().isPresent();
            if (form == Format.JSON) {
                terminal.out().println(AnswerJson.in(wording).writeValueAsString(support.told(wording)));
                return;
            }
            Function<Address, URI> plain = address -> URI.create(address.toString());
            Table table = ofRows
                    ? support.rowTable(support.rows(), plain, wording)
                    : support.table(Address.of(""), plain, wording);
            if (form == Format.CSV) {
                csv(table);
                return;
            }
            tell(table);
            terminal.say(Sentence.of("coordination.caution"));
            entered(support.entered(), view);
        }
    }

    /** What members entered, beside and never in what is reported. */
    private void entered(EnteredSupport entered, View view) {
        if (!entered.isEmpty()) {
            terminal.say(Sentence.of("coordination.entered.cli", view.charter().name()));
            entered.sums().forEach(terminal::say);
            new TableLines(terminal)
                    .tell(entered.table(terminal.wording(), item -> Optional.empty()));
        }
    }

    private void csv(Table table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new CsvWriter().write(table, false, bytes);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        terminal.out().print(bytes.toString(StandardCharsets.UTF_8));
    }

    private void tell(Table table) {
        TableLines.Unsaid more = new TableLines(terminal).tell(table);
        if (more.rows() + more.columns() > 0) {
            terminal.say(Sentence.of("portal.pivot.more", more.rows(), more.columns()));
        }
    }

    /** Where support is recorded, shared out over units. */
    private void places() throws Exception {
        Format form = format.chosen();
        CountryQuestion question = asked.question("places", narrowing.choices("places"));
        try (Evidence evidence = Evidence.open(data.folder())) {
            Supports supports = Supports.shipped();
            Snapshot snapshot = evidence.snapshot();
            Brief brief = new Briefs(evidence, supports).of(question);
            Places places = Places.of(snapshot, supports, question, brief.support(), brief.asOf());
            Table table = new PlacesTables(places, terminal.wording()).places();
            if (form == Format.JSON) {
                json(new PlacesJson(places, terminal.wording()).tree());
            } else if (form == Format.CSV) {
                csv(table);
            } else {
                brief.notice().ifPresent(terminal::say);
                tell(table);
                terminal.say(Sentence.of("portal.brief.standing"));
                terminal.say(Sentence.of("documents.map.disclaimer"));
                if (beside.isNamed()) {
                    beside.read(data, this::entered);
                }
            }
        }
    }

    private void entered(View view) {
        entered(EnteredSupport.of(view, area(), today(), terminal.wording().locale()), view);
    }

    private Optional<ReformArea> area() {
        return Optional.ofNullable(narrowing.words().get("area")).flatMap(ReformArea::find);
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.systemUTC());
    }

    /** With what a workspace knows beside it, if one is named. */
    private void json(Map<String, Object> tree) throws Exception {
        if (beside.isNamed()) {
            beside.read(
                    data,
                    view -> tree.put(
                            "entered",
                            EnteredSupport.of(
                                            view,
                                            area(),
                                            today(),
                                            terminal.wording().locale())
                                    .told()));
        }
        terminal.out().println(AnswerJson.in(terminal.wording()).writeValueAsString(tree));
    }

    /** The words of a pivot; a pair of dimensions in one word is its rows and columns. */
    private Map<String, String> pivotWords(String dimensions) {
        Map<String, String> words = new LinkedHashMap<>(narrowing.choices("pivot"));
        if (by != null) {
            if (words.containsKey("rows") || words.containsKey("columns")) {
                throw Failure.wrongUse(Sentence.of("portal.map.by.both"));
            }
            String[] parts = dimensions.split(",", -1);
            boolean areKnown = parts.length <= 2
                    && Stream.of(parts).allMatch(part -> PivotDimension.find(part.strip()).isPresent());
            if (!areKnown) {
                throw Failure.wrongUse(Sentence.of(
                        "portal.map.by.unknown",
                        dimensions,
                        Stream.of(PivotDimension.values())
                                .map(PivotDimension::code)
                                .collect(Collectors.joining(", "))));
            }
            words.put("rows", parts[0].strip());
            if (parts.length > 1) {
                words.put("columns", parts[1].strip());
            }
        }
        return words;
    }

    private void turned(String dimensions) throws Exception {
        Format form = format.chosen();
        CountryQuestion question = asked.question("pivot", pivotWords(dimensions));
        try (Evidence evidence = Evidence.open(data.folder())) {
            Supports supports = Supports.shipped();
            Snapshot snapshot = evidence.snapshot();
            Brief brief = new Briefs(evidence, supports).of(question);
            PivotQuestion asks = PivotQuestion.of(question, brief.support());
            SupportTraits traits = supports.traits(snapshot, question.country());
            Pivot pivot = supports.pivot(
                    snapshot, question.country(), question.period(), question.currency(), brief.asOf(), asks.asked());
            if (form == Format.JSON) {
                json(new PivotJson(asks, traits, terminal.wording()).tree(pivot));
            } else if (form == Format.CSV) {
                csv(new PivotTables(asks, traits, terminal.wording()).whole(pivot));
            } else {
                brief.notice().ifPresent(terminal::say);
                tell(asks, pivot, traits);
                if (beside.isNamed()) {
                    beside.read(data, this::entered);
                }
            }
        }
    }

    private void tell(PivotQuestion asks, Pivot pivot, SupportTraits traits) {
        terminal.out().println(Terminal.harmless(new PivotTables(asks, traits, terminal.wording()).caption()));
        List<Pivot.Line> columns = pivot.columns().stream().limit(SHOWN_COLUMNS).toList();
        StringBuilder head = new StringBuilder();
        for (Pivot.Line column : columns) {
            head.append(right(name(asks.asked().columns(), column.key(), traits)));
        }
        line("", head + right(terminal.wording().say("portal.column.total")));
        for (Pivot.Line row : pivot.rows().stream().limit(SHOWN_ROWS).toList()) {
            StringBuilder cells = new StringBuilder();
            for (Pivot.Line column : columns) {
                cells.append(right(pivot.cell(row.key(), column.key())
                        .map(MapCommand::shown)
                        .orElse("")));
            }
            line(name(asks.asked().rows(), row.key(), traits), cells + right(shown(row.total())));
        }
        StringBuilder totals = new StringBuilder();
        for (Pivot.Line column : columns) {
            totals.append(right(shown(column.total())));
        }
        line(terminal.wording().say("portal.pivot.total"), totals + right(shown(pivot.total())));
        pivot.total().reasonIfAny().ifPresent(terminal::say);
        int rows = pivot.rows().size() - SHOWN_ROWS;
        int more = pivot.columns().size() - columns.size();
        if (rows > 0 || more > 0) {
            terminal.say(Sentence.of("portal.pivot.more", Math.max(0, rows), more));
        }
        if (pivot.inSeveralRows() + pivot.inSeveralColumns() > 0) {
            terminal.say(Sentence.of("portal.pivot.in-several", pivot.inSeveralRows(), pivot.inSeveralColumns()));
        }
    }

    private String name(PivotDimension dimension, String key, SupportTraits traits) {
        return Terminal.harmless(PivotQuestion.name(dimension, key, traits, terminal.wording()));
    }

    private void line(String name, String cells) {
        terminal.out().printf("  %-" + NAME + "s%s%n", cut(name, NAME), cells);
    }

    private static String right(String text) {
        return String.format(Locale.ROOT, "%" + WIDTH + "s", cut(text, WIDTH));
    }

    private static String cut(String text, int width) {
        return text.length() < width ? text : text.substring(0, width - 2) + "…";
    }

    private static String shown(Figure<BigDecimal> figure) {
        return figure.valueIfAny().map(TableLines::whole).orElse("?");
    }
}
