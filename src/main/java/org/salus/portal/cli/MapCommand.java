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
import org.salus.evidence.NothingLoaded;
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
import org.salus.portal.KeptViews;
import org.salus.portal.PivotJson;
import org.salus.portal.PivotQuestion;
import org.salus.portal.PivotTables;
import org.salus.portal.Places;
import org.salus.portal.PlacesJson;
import org.salus.portal.PlacesTables;
import org.salus.portfolio.Pivot;
import org.salus.portfolio.PivotDimension;
import org.salus.portfolio.ReviewQuestion;
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

    @Option(names = "--view", paramLabel = "NAME", descriptionKey = "where.view")
    private @Nullable String kept;

    @Mixin
    private final BesideOpenData beside;

    public MapCommand(Faces faces) {
        this.beside = new BesideOpenData(faces);
    }

    @Override
    public Integer call() throws Exception {
        if (beside.isNamed()) {
            beside.read(data, view -> answer(Optional.of(view)));
        } else {
            answer(Optional.empty());
        }
        return 0;
    }

    private void answer(Optional<View> workspace) {
        String dimensions = by == null ? "" : by.replace(" ", "").toLowerCase(Locale.ROOT);
        Format form = format.chosen();
        if (dimensions.equals(BY_INSTITUTION)) {
            institutions(workspace.orElseThrow(MapCommand::withoutWorkspace), form);
            return;
        }
        if (institution != null) {
            throw Failure.wrongUse(Sentence.of("portal.map.institution.only"));
        }
        workspace.ifPresent(this::mustBeAbout);
        if (kept != null) {
            kept(kept, workspace.orElseThrow(MapCommand::withoutWorkspace), form);
        } else if (dimensions.equals(PivotDimension.PLACE.code())) {
            places(workspace, form);
        } else {
            turned(asked.question("pivot", pivotWords(dimensions)), workspace, form);
        }
    }

    private static Failure withoutWorkspace() {
        return Failure.wrongUse(Sentence.of("workspace.cli.beside.none"));
    }

    /** What members entered names no country: beside one that their workspace is not about it would say nothing true. */
    private void mustBeAbout(View view) {
        List<Country> countries = ReviewQuestion.countries(view.charter());
        Country asks = country();
        if (!countries.isEmpty() && !countries.contains(asks)) {
            throw Failure.wrongUse(Sentence.of(
                    "portal.map.other-country",
                    view.charter().name(),
                    asks.iso3(),
                    countries.stream().map(Country::iso3).collect(Collectors.joining(", "))));
        }
    }

    private Country country() {
        return CountryQuestion.of(asked.country(), Address.of("")).country();
    }

    /** The nearest question to a kept view that means something today, and what of it does not. */
    private void kept(String name, View view, Format form) {
        boolean asksMore =
                by != null || !asked.address(narrowing.words()).choices().isEmpty();
        if (asksMore) {
            throw Failure.wrongUse(Sentence.of("portal.map.view.alone"));
        }
        try (Evidence evidence = Evidence.open(data.folder())) {
            List<KeptViews.Shown> all = new KeptViews(new Briefs(evidence, Supports.shipped()), evidence.snapshot())
                    .of(view, Optional.of(country().iso3()));
            List<KeptViews.Shown> found = all.stream()
                    .filter(one -> one.item().value().name().equalsIgnoreCase(name.strip())
                            || one.item().id().toString().equals(name.strip()))
                    .toList();
            if (found.size() != 1) {
                throw Failure.notFound(Sentence.of(
                        "portal.map.view.none",
                        name,
                        found.size(),
                        all.stream()
                                .map(one -> one.item().value().name() + " ("
                                        + one.item().id() + ")")
                                .collect(Collectors.joining(", "))));
            }
            KeptViews.Shown shown = found.getFirst();
            shown.stale().forEach(terminal::remark);
            turned(CountryQuestion.ofPivot(country().iso3(), shown.page()), Optional.of(view), form);
        }
    }

    /** Which donor helps which institution of a workspace, in the words of the API. */
    private void institutions(View view, Format form) {
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
        here = here.with("country", country().iso3()).with("institution", institution);
        InstitutionQuestion question = InstitutionQuestion.of(here, view.charter(), InstitutionQuestion.OF_PROGRAMS);
        Wording wording = terminal.wording();
        try (Evidence evidence = Evidence.open(data.folder())) {
            InstitutionSupport support = InstitutionSupport.of(
                    new Coordinations(Supports.shipped()),
                    evidence.snapshot(),
                    view,
                    question,
                    today(),
                    wording.locale());
            boolean ofRows =
                    question.donor().isPresent() || question.institution().isPresent();
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
            new TableLines(terminal).tell(entered.table(terminal.wording(), item -> Optional.empty()));
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
    private void places(Optional<View> workspace, Format form) {
        CountryQuestion question = asked.question("places", narrowing.choices("places"));
        try (Evidence evidence = Evidence.open(data.folder())) {
            Supports supports = Supports.shipped();
            Snapshot snapshot = evidence.snapshot();
            NothingLoaded.remarks(snapshot, question.country(), terminal.wording())
                    .forEach(terminal::remark);
            Brief brief = new Briefs(evidence, supports).of(question);
            Places places = Places.of(snapshot, supports, question, brief.support(), brief.asOf());
            Table table = new PlacesTables(places, terminal.wording()).places();
            if (form == Format.JSON) {
                json(new PlacesJson(places, terminal.wording()).tree(), workspace, question);
            } else if (form == Format.CSV) {
                csv(table);
            } else {
                brief.notice().ifPresent(terminal::say);
                tell(table);
                terminal.say(Sentence.of("portal.brief.standing"));
                terminal.say(Sentence.of("documents.map.disclaimer"));
                workspace.ifPresent(view -> entered(entered(view, question), view));
            }
        }
    }

    /** That of the area that is asked for, if one is. */
    private EnteredSupport entered(View view, CountryQuestion question) {
        return EnteredSupport.of(
                view,
                question.here().choice("area").flatMap(ReformArea::find),
                today(),
                terminal.wording().locale());
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.systemUTC());
    }

    /** With what a workspace knows beside it, if one is named. */
    private void json(Map<String, Object> tree, Optional<View> workspace, CountryQuestion question) {
        workspace.ifPresent(view -> tree.put("entered", entered(view, question).told()));
        terminal.out().println(AnswerJson.in(terminal.wording()).writeValueAsString(tree));
    }

    /** The words of a pivot; a pair of dimensions in one word is its rows and columns. */
    private Map<String, String> pivotWords(String dimensions) {
        Map<String, String> words = new LinkedHashMap<>(narrowing.choices("pivot"));
        if (by != null) {
            if (words.containsKey("rows") || words.containsKey("columns")) {
                throw Failure.wrongUse(Sentence.of("portal.map.by.both"));
            }
            List<String> parts = List.of(dimensions.split(",", -1));
            boolean areKnown = parts.size() <= 2
                    && parts.stream().allMatch(part -> PivotDimension.find(part).isPresent());
            if (!areKnown) {
                throw Failure.wrongUse(Sentence.of(
                        "portal.map.by.unknown",
                        dimensions,
                        Stream.of(PivotDimension.values())
                                .map(PivotDimension::code)
                                .collect(Collectors.joining(", "))));
            }
            words.put("rows", parts.getFirst());
            if (parts.size() > 1) {
                words.put("columns", parts.getLast());
            }
        }
        return words;
    }

    private void turned(CountryQuestion question, Optional<View> workspace, Format form) {
        try (Evidence evidence = Evidence.open(data.folder())) {
            Supports supports = Supports.shipped();
            Snapshot snapshot = evidence.snapshot();
            NothingLoaded.remarks(snapshot, question.country(), terminal.wording())
                    .forEach(terminal::remark);
            Brief brief = new Briefs(evidence, supports).of(question);
            PivotQuestion asks = PivotQuestion.of(question, brief.support());
            SupportTraits traits = supports.traits(snapshot, question.country());
            Pivot pivot = supports.pivot(
                    snapshot, question.country(), question.period(), question.currency(), brief.asOf(), asks.asked());
            BigDecimal aside = supports.setAside(
                    snapshot, question.country(), question.period(), question.currency(), asks.asked());
            if (form == Format.JSON) {
                json(new PivotJson(asks, traits, terminal.wording()).tree(pivot, aside), workspace, question);
            } else if (form == Format.CSV) {
                csv(new PivotTables(asks, traits, terminal.wording()).whole(pivot));
            } else {
                brief.notice().ifPresent(terminal::say);
                tell(asks, pivot, traits);
                told(asks, pivot, aside);
                workspace.ifPresent(view -> entered(entered(view, question), view));
            }
        }
    }

    /** How much of it is told again; nothing where nothing is. */
    private void told(PivotQuestion asks, Pivot pivot, BigDecimal aside) {
        if (aside.signum() != 0) {
            terminal.say(Sentence.of(
                    "portal.pivot.once.cli",
                    shown(Figure.known(
                            pivot.total().valueIfAny().orElse(BigDecimal.ZERO).add(aside))),
                    shown(Figure.known(aside)),
                    asks.question().country().iso3()));
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
