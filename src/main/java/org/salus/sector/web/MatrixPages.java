package org.salus.sector.web;

import java.math.BigDecimal;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Pager;
import org.salus.frame.web.StandsOn;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.Failure;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.ledger.Outcome;
import org.salus.ledger.Role;
import org.salus.ledger.View;
import org.salus.people.SignedIn;
import org.salus.sector.Actor;
import org.salus.sector.ColumnMapping;
import org.salus.sector.FileProblem;
import org.salus.sector.ImportPreview.Doing;
import org.salus.sector.KeptFor;
import org.salus.sector.KnownSupport;
import org.salus.sector.MapQuestion;
import org.salus.sector.MatrixFile;
import org.salus.sector.MatrixPreview;
import org.salus.sector.SupportField;
import org.salus.sector.SupportImport;
import org.salus.sector.SupportList;
import org.salus.sector.SupportOrigin;
import org.salus.sector.SupportStage;
import org.salus.workspace.PrivateLayers;
import org.salus.workspace.web.Outcomes;
import org.salus.workspace.web.SentFile;
import org.salus.workspace.web.Shelf;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Known support: what is there, and a partner's own table on its way in: file, columns, preview, agreement. */
@Controller
final class MatrixPages {
    private static final int PAGE = 100;
    private static final int SHOWN_LINES = 50;
    private static final int SHOWN_PROBLEMS = 20;

    /** Fields that may be the same for a whole table. */
    private static final List<SupportField> FIXED = List.of(
            SupportField.PARTNER,
            SupportField.INSTITUTION,
            SupportField.AREA,
            SupportField.STAGE,
            SupportField.CURRENCY);

    private final WorkspaceWeb web;
    private final Shelf<Brought> shelf = Shelf.ofRows(InstantSource.system());

    MatrixPages(WorkspaceWeb web) {
        this.web = web;
    }

    /**
     * A table that is looked at.
     *
     * @param what the table with its columns, and for whom it is to be kept
     * @param preview empty as long as a column is missing
     * @param done the step it became, and what was there before and is now
     */
    private record Brought(SupportImport what, Optional<MatrixPreview> preview, Optional<Done> done) {}

    /** What was taken in. */
    record Done(String entry, int before, int now, boolean inLayer) {}

    /** What is known. */
    record Known(
            Layout layout,
            Opened opened,
            SupportList list,
            TableView table,
            Pager pager,
            Optional<TableView> totals,
            List<Choice> stages,
            List<Choice> areas,
            List<Choice> institutions,
            List<Choice> partners,
            int layers,
            boolean withLayers,
            boolean mayWrite,
            CsrfToken token) {
        String asked(String name) {
            return layout.here().choice(name).orElse("");
        }
    }

    /** One of several things to choose. */
    record Choice(String code, String label, boolean chosen) {}

    /**
     * A field and where it comes from.
     *
     * @param headings the columns of the table
     * @param mayBeFixed whether it may be the same for every row
     * @param fixed the choices there are then; none for any text
     */
    record FieldRow(
            SupportField field,
            String label,
            String meaning,
            List<Choice> headings,
            boolean mayBeFixed,
            List<Choice> fixed,
            String text) {}

    /** The table on its way in. */
    record Looking(
            Layout layout,
            Opened opened,
            SupportImport what,
            List<Choice> sheets,
            List<FieldRow> fields,
            List<Choice> factors,
            List<Choice> origins,
            List<Choice> keeping,
            String lacking,
            Optional<MatrixPreview> preview,
            Optional<TableView> lines,
            Optional<TableView> problems,
            Pager problemsPager,
            Optional<TableView> totals,
            Optional<Done> done,
            CsrfToken token) {
        int count(Doing doing) {
            return preview.map(all -> all.count(doing)).orElse(0);
        }

        boolean changesSomething() {
            return preview.filter(all -> !all.edits().isEmpty() && !all.isTooMuch())
                    .isPresent();
        }

        String unmatched() {
            return preview.map(all -> String.join(", ", all.unmatched().keySet()))
                    .orElse("");
        }
    }

    // --- what is known ---

    @GetMapping("/workspaces/{id}/sector/support")
    ModelAndView known(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        Opened opened = web.open(id, reader, wording);
        List<View> layers = layers(opened);
        MapQuestion question = question(here.without("page"));
        SupportList list = SupportList.of(opened.view(), layers, question, wording.locale());
        SupportList all =
                SupportList.of(opened.view(), layers, question(here.at(here.path(), "layers")), wording.locale());
        Layout layout = ImportPages.under(opened, here, wording.say("sector.support.title"));
        Pager pager = new Pager(here, list.lines().size(), PAGE, "support");
        Table table = table(opened, list);
        return new ModelAndView(
                "sector/web/support",
                Map.of(
                        "page",
                        new Known(
                                layout,
                                opened,
                                list,
                                TableView.of(
                                                "support",
                                                new Table(table.caption(), table.columns(), pager.of(table.rows())),
                                                layout)
                                        .withFiles(here.without("page")),
                                pager,
                                totals(list.totals(), layout),
                                terms(
                                        SupportStage.values(),
                                        here.choice("stage").orElse(""),
                                        wording),
                                terms(ReformArea.values(), here.choice("area").orElse(""), wording),
                                institutions(
                                        opened, all, here.choice("institution").orElse("")),
                                all.partners().stream()
                                        .map(name -> new Choice(
                                                name,
                                                name,
                                                name.equals(
                                                        here.choice("partner").orElse(""))))
                                        .toList(),
                                layers.size(),
                                question.yes("layers"),
                                opened.mayWrite(Role.CONTRIBUTOR),
                                token)));
    }

    private static MapQuestion question(Address here) {
        return new MapQuestion(here, SectorFiles.today()).knowing(SupportList.CHOICES.toArray(String[]::new));
    }

    private List<View> layers(Opened opened) {
        return PrivateLayers.of(opened.workspace().id(), opened.reader().id(), web.workspaces());
    }

    private static Table table(Opened opened, SupportList list) {
        return list.table(
                opened.wording(),
                line -> line.layer().isPresent()
                        ? Optional.empty()
                        : Optional.of(
                                URI.create(opened.path("items/" + line.item().id()))),
                true);
    }

    @GetMapping("/workspaces/{id}/sector/support.{form}")
    ResponseEntity<byte[]> file(
            @PathVariable String id, @PathVariable String form, Wording wording, Address here, SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        SupportList list = SupportList.of(opened.view(), layers(opened), question(here), wording.locale());
        return TableFiles.answer(
                form,
                "support-" + opened.state(),
                list.table(wording, line -> Optional.empty()),
                opened.state(),
                opened.workspace().day(reader.id()),
                opened.layouts().facts(wording),
                wording);
    }

    private static Optional<TableView> totals(Map<SupportStage, Map<String, BigDecimal>> totals, Layout layout) {
        Wording wording = layout.wording();
        List<List<Cell>> rows = new ArrayList<>();
        totals.forEach((stage, sums) -> sums.forEach((currency, sum) ->
                rows.add(List.of(Cell.text(wording.say(stage.label())), Cell.text(currency), Cell.number(sum)))));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(TableView.of(
                        "totals",
                        new Table(
                                wording.say("sector.support.totals"),
                                List.of(
                                        Column.text("stage", wording.say("sector.support-field.stage.name")),
                                        Column.text("currency", wording.say("sector.support-field.currency.name")),
                                        Column.decimal("sum", wording.say("sector.support.sum"), "", 2)),
                                rows),
                        layout));
    }

    private static List<Choice> terms(Term[] terms, String chosen, Wording wording) {
        return Stream.of(terms)
                .map(term -> new Choice(
                        term.code(), wording.say(term.label()), term.code().equals(chosen)))
                .toList();
    }

    private static List<Choice> institutions(Opened opened, SupportList all, String chosen) {
        return all.lines().stream()
                .flatMap(line -> line.item().value().actor().stream())
                .distinct()
                .flatMap(actor -> opened.view().find(Actor.KIND, actor).stream())
                .map(actor -> new Choice(
                        actor.id().toString(),
                        actor.value().names().stream().findFirst().orElse(""),
                        actor.id().toString().equals(chosen)))
                .sorted(java.util.Comparator.comparing(Choice::label))
                .toList();
    }

    // --- a table on its way in ---

    @PostMapping("/workspaces/{id}/sector/support")
    ResponseEntity<Void> bring(
            @PathVariable String id, @RequestParam("file") MultipartFile file, Wording wording, SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        ImportPages.mustWrite(opened);
        MatrixFile table = SentFile.read(file, SectorFiles.MOST_BYTES, MatrixFile::read);
        MatrixFile.Sheet sheet = table.sheets().getFirst();
        Brought brought = looked(
                opened,
                new SupportImport(
                        table,
                        sheet,
                        proposed(opened, table, sheet),
                        KeptFor.usual(opened.view().standing())));
        return ImportPages.to(opened.path(
                "sector/support/" + shelf.put(reader, opened.workspace().id(), brought, rows(table))));
    }

    private static long rows(MatrixFile table) {
        return table.sheets().stream().mapToLong(sheet -> sheet.lines().size()).sum();
    }

    private ColumnMapping proposed(Opened opened, MatrixFile table, MatrixFile.Sheet sheet) {
        return SupportImport.proposed(
                web.workspaces(), opened.workspace(), opened.reader().id(), table.name(), sheet);
    }

    private Brought looked(Opened opened, SupportImport what) {
        return new Brought(
                what,
                what.mapping().refusals().isEmpty()
                        ? Optional.of(what.preview(
                                web.workspaces(),
                                opened.workspace(),
                                opened.reader().id()))
                        : Optional.empty(),
                Optional.empty());
    }

    @GetMapping("/workspaces/{id}/sector/support/{key}")
    ModelAndView look(
            @PathVariable String id,
            @PathVariable String key,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Opened opened = web.open(id, reader, wording);
        Brought brought = shelf.get(key, reader, opened.workspace().id());
        SupportImport what = brought.what();
        ColumnMapping mapping = what.mapping();
        List<FileProblem> problems =
                brought.preview().map(MatrixPreview::problems).orElse(List.of());
        Pager wrong = ImportPages.problemsPager(here, problems);
        Layout layout = ImportPages.under(
                        opened,
                        here,
                        wording.say(
                                brought.done().isPresent()
                                        ? "sector.support.done.title"
                                        : "sector.support.columns.title"))
                .under(wording.say("sector.support.title"), opened.path("sector/support"));
        return new ModelAndView(
                "sector/web/columns",
                Map.of(
                        "page",
                        new Looking(
                                layout,
                                opened,
                                what,
                                sheets(what, wording),
                                Stream.of(SupportField.values())
                                        .map(field -> fieldRow(field, what, wording))
                                        .toList(),
                                Stream.of("1", "1000", "1000000")
                                        .map(factor -> new Choice(
                                                factor,
                                                wording.say("sector.support.factor." + factor),
                                                factor.equals(String.valueOf(mapping.factor()))))
                                        .toList(),
                                terms(SupportOrigin.values(), mapping.origin().code(), wording),
                                Stream.of(KeptFor.values())
                                        .filter(kept ->
                                                kept.isOpenTo(opened.view().standing()))
                                        .map(kept -> new Choice(
                                                kept.code(),
                                                wording.say(kept.label()) + ". " + wording.say(kept.meaning()),
                                                kept == what.keptFor()))
                                        .toList(),
                                mapping.refusals().stream()
                                        .map(wording::say)
                                        .findFirst()
                                        .orElse(""),
                                brought.preview(),
                                brought.preview()
                                        .map(preview -> TableView.of("lines", lines(preview, wording), layout)),
                                Optional.of(problems)
                                        .filter(some -> !some.isEmpty())
                                        .map(some -> TableView.of(
                                                        "problems",
                                                        ImportPages.problems(wrong.of(some), wording),
                                                        layout)
                                                .withFold(SHOWN_PROBLEMS)),
                                wrong,
                                brought.preview().flatMap(preview -> totals(sums(preview), layout)),
                                brought.done(),
                                token)));
    }

    private static List<Choice> sheets(SupportImport what, Wording wording) {
        List<Choice> sheets = new ArrayList<>();
        for (int i = 0; i < what.file().sheets().size(); i++) {
            MatrixFile.Sheet sheet = what.file().sheets().get(i);
            sheets.add(new Choice(
                    String.valueOf(i),
                    wording.say(
                            "sector.support.sheet", sheet.name(), sheet.lines().size()),
                    sheet.name().equals(what.sheet().name())));
        }
        return sheets;
    }

    private static FieldRow fieldRow(SupportField field, SupportImport what, Wording wording) {
        ColumnMapping mapping = what.mapping();
        String column = mapping.column(field).orElse("");
        String fixed = mapping.fixed().getOrDefault(field, "");
        return new FieldRow(
                field,
                wording.say(field.label()),
                wording.say(field.meaning()),
                what.sheet().headings().stream()
                        .distinct()
                        .map(heading -> new Choice(heading, heading, heading.equals(column)))
                        .toList(),
                FIXED.contains(field),
                switch (field) {
                    case STAGE -> terms(SupportStage.values(), fixed, wording);
                    case AREA -> terms(ReformArea.values(), fixed, wording);
                    default -> List.of();
                },
                fixed);
    }

    private static Map<SupportStage, Map<String, BigDecimal>> sums(MatrixPreview preview) {
        Map<SupportStage, Map<String, BigDecimal>> sums = new EnumMap<>(SupportStage.class);
        for (KnownSupport line : preview.lines()) {
            if (!line.amount().currency().isEmpty()) {
                line.amount()
                        .exact()
                        .ifPresent(exact -> sums.computeIfAbsent(line.stage(), stage -> new java.util.TreeMap<>())
                                .merge(line.amount().currency(), exact, BigDecimal::add));
            }
        }
        return sums;
    }

    private static Table lines(MatrixPreview preview, Wording wording) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(SHOWN_LINES, preview.lines().size()); i++) {
            KnownSupport line = preview.lines().get(i);
            rows.add(List.of(
                    Cell.text(wording.say("sector.web.import.doing."
                            + Term.codeOf(preview.doings().get(i)))),
                    Cell.text(line.partner()),
                    Cell.text(line.title()),
                    Cell.text(
                            line.institutionName().isEmpty() || line.actor().isPresent()
                                    ? line.institutionName()
                                    : wording.say("sector.support.not-on-map", line.institutionName())),
                    Cell.text(line.area()
                            .map(area -> wording.say(area.label()))
                            .orElseGet(() -> line.areaName().isEmpty()
                                    ? ""
                                    : wording.say("sector.support.no-area", line.areaName()))),
                    Cell.text(wording.say(line.stage().label())),
                    amount(line, wording),
                    Cell.text(line.amount().currency()),
                    Cell.text(line.when().from().map(Object::toString).orElse("")),
                    Cell.text(line.when().until().map(Object::toString).orElse("")),
                    Cell.text(line.provenance()
                            .map(from -> wording.say(from.place().say()))
                            .orElse(""))));
        }
        return new Table(
                wording.say("sector.support.lines"),
                List.of(
                        Column.text("doing", wording.say("sector.web.import.doing")),
                        Column.text("partner", wording.say("sector.support-field.partner.name")),
                        Column.text("title", wording.say("sector.support-field.title.name")),
                        Column.text("institution", wording.say("sector.support-field.institution.name")),
                        Column.text("area", wording.say("sector.support-field.area.name")),
                        Column.text("stage", wording.say("sector.support-field.stage.name")),
                        Column.decimal("amount", wording.say("sector.support-field.amount.name"), "", 2),
                        Column.text("currency", wording.say("sector.support-field.currency.name")),
                        Column.text("from", wording.say("sector.support-field.from.name")),
                        Column.text("until", wording.say("sector.support-field.until.name")),
                        Column.text("place", wording.say("sector.web.import.place"))),
                rows);
    }

    private static Cell amount(KnownSupport line, Wording wording) {
        return line.amount()
                .exact()
                .map(Cell::number)
                .orElseGet(() -> Cell.blank(
                        wording.say(line.amount().isKnown() ? "sector.support.range" : "sector.support.unknown")));
    }

    /** Takes over what was chosen about the columns, and looks again. */
    @StandsOn("/workspaces/{id}/sector/support/{key}")
    @PostMapping("/workspaces/{id}/sector/support/{key}")
    ResponseEntity<Void> choose(
            @PathVariable String id,
            @PathVariable String key,
            @RequestParam Map<String, String> form,
            Wording wording,
            SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        shelf.change(key, reader, opened.workspace().id(), before -> {
            if (before.done().isPresent()) {
                return before;
            }
            MatrixFile file = before.what().file();
            MatrixFile.Sheet sheet = sheet(file, form.getOrDefault("sheet", "0"));
            ColumnMapping mapping = sheet.name().equals(before.what().sheet().name())
                    ? mapping(form, sheet)
                    : proposed(opened, file, sheet);
            return looked(
                    opened,
                    new SupportImport(file, sheet, mapping, choice(KeptFor.class, form.getOrDefault("kept", ""))));
        });
        return ImportPages.to(opened.path("sector/support/" + key + "#preview"));
    }

    private static MatrixFile.Sheet sheet(MatrixFile file, String number) {
        if (!number.matches("\\d{1,4}")
                || Integer.parseInt(number) >= file.sheets().size()) {
            throw Failure.wrongUse(Sentence.of("frame.problem.value", "sheet", number));
        }
        return file.sheets().get(Integer.parseInt(number));
    }

    private static ColumnMapping mapping(Map<String, String> form, MatrixFile.Sheet sheet) {
        Map<SupportField, String> columns = new EnumMap<>(SupportField.class);
        Map<SupportField, String> fixed = new EnumMap<>(SupportField.class);
        for (SupportField field : SupportField.values()) {
            String heading = form.getOrDefault("column-" + field.code(), "");
            String same = form.getOrDefault("fixed-" + field.code(), "").strip();
            if (sheet.headings().contains(heading)) {
                columns.put(field, heading);
            }
            if (!same.isEmpty()) {
                fixed.put(field, same);
            }
        }
        String factor = form.getOrDefault("factor", "1");
        return new ColumnMapping(
                form.getOrDefault("name", "").strip(),
                columns,
                fixed,
                form.getOrDefault("decimal", "").equals("comma"),
                factor.matches("[1-9]\\d{0,8}") ? Long.parseLong(factor) : 0,
                choice(SupportOrigin.class, form.getOrDefault("origin", "")));
    }

    private static <T extends Enum<T> & Term> T choice(Class<T> vocabulary, String code) {
        return Term.find(vocabulary, code)
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.field.no-choice", code)));
    }

    @PostMapping("/workspaces/{id}/sector/support/{key}/accept")
    ResponseEntity<Void> accept(@PathVariable String id, @PathVariable String key, Wording wording, SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        Brought brought = shelf.get(key, reader, opened.workspace().id());
        Optional<MatrixPreview> preview = brought.preview();
        if (brought.done().isEmpty() && preview.isPresent()) {
            SupportImport what = brought.what();
            int before = held(opened, what);
            Outcome outcome = what.accept(preview.get(), web.workspaces(), opened.workspace(), reader.id(), wording);
            if (outcome instanceof Outcome.Conflicting) {
                // What others said meanwhile is part of what is looked at next.
                shelf.change(key, reader, opened.workspace().id(), stale -> looked(opened, what));
            }
            Outcomes.check(opened, outcome);
            String entry = outcome instanceof Outcome.Accepted accepted
                    ? accepted.entry().brief()
                    : "";
            Done done =
                    new Done(entry, before, held(web.open(id, reader, wording), what), what.keptFor() == KeptFor.LAYER);
            shelf.change(key, reader, opened.workspace().id(), looked -> new Brought(what, preview, Optional.of(done)));
        }
        return ImportPages.to(opened.path("sector/support/" + key));
    }

    /** How much known support there is where this goes, as far as the reader sees it. */
    private int held(Opened opened, SupportImport what) {
        if (what.keptFor() != KeptFor.LAYER) {
            return opened.view().list(KnownSupport.KIND).size();
        }
        return PrivateLayers.find(opened.workspace().id(), opened.reader().id(), web.workspaces())
                .map(layer ->
                        layer.view(opened.reader().id()).list(KnownSupport.KIND).size())
                .orElse(0);
    }

    @PostMapping("/workspaces/{id}/sector/support/{key}/forget")
    ResponseEntity<Void> forget(@PathVariable String id, @PathVariable String key, Wording wording, SignedIn reader) {
        Opened opened = web.open(id, reader, wording);
        shelf.end(key, reader, opened.workspace().id());
        return ImportPages.to(opened.path("sector/support"));
    }
}
