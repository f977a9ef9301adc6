package org.salus.sector;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.evidence.Severity;
import org.salus.framework.DateSpan;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Vocabulary;
import org.salus.ledger.AccountId;
import org.salus.ledger.Act;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;

/**
 * Brings a partner's own table of support into a workspace by a mapping of its columns. A row is the same support as one brought in before if partner, title,
 * institution, area and stage are written alike; of several such rows in one table the first is the first, so a table that is read twice changes nothing.
 */
public final class MatrixImport {
    /** Words for a sum of other rows, in the languages such tables are written in; a partner's cell may go on behind them. */
    private static final Pattern SUM = Pattern.compile(
            "(?:grand |overall |sub ?|sous ?)?(?:total|totals|totaux|totales|subtotal)(?: g[eé]n[eé]ral)?|sum|suma|somme|summe|insgesamt|gesamt");

    private static final Pattern SUM_OF =
            Pattern.compile("(?:grand |overall |sub ?|sous ?)?(?:total|totals|totaux|totales|subtotal)\\b.*");

    /** What one table may bring at once: more is no list of support that people keep, and would make everybody wait who works there. */
    static final int MOST_TAKEN = 20_000;

    private final boolean inLayer;
    private final MatrixFile.Sheet sheet;
    private final String file;
    private final ColumnMapping mapping;
    private final Map<SupportField, String> headings = new HashMap<>();
    private final Vocabulary<ReformArea> areas;
    private final Vocabulary<SupportStage> stages;
    private final Map<String, Set<ItemId>> actors;
    private final Map<String, List<Item<KnownSupport>>> known;
    private final TableDates dates;
    private final List<FileProblem> problems = new ArrayList<>();
    private final Map<String, Long> references = new HashMap<>();
    private final Map<KnownSupport, Long> rows = new HashMap<>();
    private final Map<String, Integer> unmatched = new TreeMap<>();

    /**
     * Where a table goes.
     *
     * @param map the workspace whose actors it names
     * @param inLayer whether it goes into a private layer of that workspace
     * @param holding what it goes into; empty for a layer that does not exist yet
     */
    public record Into(View map, boolean inLayer, Optional<View> holding) {
        /** Into the workspace itself. */
        public static Into here(View view) {
            return new Into(view, false, Optional.of(view));
        }

        /** Into a private layer of that workspace. */
        public static Into layer(View map, Optional<View> layer) {
            return new Into(map, true, layer);
        }
    }

    private MatrixImport(Into into, String file, MatrixFile.Sheet sheet, ColumnMapping mapping) {
        this.inLayer = into.inLayer();
        this.file = file;
        this.sheet = sheet;
        this.mapping = mapping;
        this.areas = Vocabulary.of(Arrays.asList(ReformArea.values()));
        this.stages = Vocabulary.of(Arrays.asList(SupportStage.values()));
        Map<String, String> written = new HashMap<>();
        sheet.headings().forEach(heading -> written.putIfAbsent(Vocabulary.folded(heading), heading));
        mapping.columns()
                .forEach((field, heading) -> Optional.ofNullable(written.get(Vocabulary.folded(heading)))
                        .ifPresent(there -> headings.put(field, there)));
        this.actors = into.map().list(Actor.KIND).stream()
                .flatMap(actor -> Stream.concat(
                                actor.value().names().stream(),
                                Stream.of(actor.value().key()))
                        .filter(name -> !name.isEmpty())
                        .map(name -> Map.entry(Vocabulary.folded(name), actor.id())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
        this.dates = TableDates.of(sheet.lines().stream()
                .flatMap(line -> Stream.of(cell(line, SupportField.FROM), cell(line, SupportField.UNTIL)))
                .toList());
        this.known = into.holding().stream()
                .flatMap(view -> view.list(KnownSupport.KIND).stream())
                .filter(item -> item.value().provenance().isPresent())
                .sorted(Comparator.comparingLong(MatrixImport::row))
                .collect(
                        Collectors.groupingBy(item -> sameness(item.value()), Collectors.toCollection(ArrayList::new)));
    }

    private static long row(Item<KnownSupport> item) {
        return item.value()
                .provenance()
                .map(provenance -> provenance.place().row())
                .orElse(0L);
    }

    /** What a sheet would bring. */
    public static MatrixPreview preview(MatrixFile file, MatrixFile.Sheet sheet, ColumnMapping mapping, View view) {
        return preview(file, sheet, mapping, Into.here(view));
    }

    /** What a sheet would bring into that. */
    public static MatrixPreview preview(MatrixFile file, MatrixFile.Sheet sheet, ColumnMapping mapping, Into into) {
        return new MatrixImport(into, file.name(), sheet, mapping).preview();
    }

    /**
     * Writes what a preview says and remembers the mapping, as one entry. Where both are known already, there is nothing to write and that is refused.
     *
     * @throws Failure if it is more than a table may bring at once
     */
    public static Outcome accept(
            Workspace workspace, AccountId author, MatrixPreview preview, Item<ColumnMapping> mapping) {
        if (preview.isTooMuch()) {
            throw tooMuch(preview);
        }
        List<Edit> edits = new ArrayList<>(preview.edits());
        boolean isRemembered = workspace
                .view(author)
                .find(ColumnMapping.KIND, mapping.id())
                .filter(known -> known.value().equals(mapping.value()))
                .isPresent();
        if (!isRemembered) {
            edits.add(new Edit.Put(mapping));
        }
        return workspace.append(
                author, edits, Reason.of(Act.IMPORT, mapping.value().name()));
    }

    /** Why nothing of a table is taken that {@linkplain MatrixPreview#isTooMuch brings more} than may be brought at once. */
    public static Failure tooMuch(MatrixPreview preview) {
        return Failure.wrongUse(Sentence.of(
                        "sector.problem.too-many-taken", preview.edits().size(), MOST_TAKEN))
                .advising(Sentence.of("sector.problem.too-many-taken.do"));
    }

    private MatrixPreview preview() {
        List<KnownSupport> lines = new ArrayList<>();
        List<ImportPreview.Doing> doings = new ArrayList<>();
        List<Edit> edits = new ArrayList<>();
        ofTheWhole();
        for (MatrixFile.Line line : sheet.lines()) {
            Optional<KnownSupport> read = read(line);
            read.ifPresent(support -> {
                twice(line, support);
                lines.add(support);
                Optional<Edit> edit = edit(support);
                edit.ifPresent(edits::add);
                doings.add(edit.map(one ->
                                one.item().basis().isEmpty() ? ImportPreview.Doing.NEW : ImportPreview.Doing.CHANGED)
                        .orElse(ImportPreview.Doing.SAME));
            });
        }
        if (edits.size() > MOST_TAKEN) {
            problems.addFirst(FileProblem.of(
                    Severity.ERROR, new Place(sheet.name(), 0), "", "too-many-taken", edits.size(), MOST_TAKEN));
        }
        return new MatrixPreview(
                lines,
                doings,
                problems,
                sheet.lines().size(),
                sheet.lines().size() - lines.size(),
                unmatched,
                edits.size(),
                edits);
    }

    private void ofTheWhole() {
        if (sheet.isCut()) {
            problems.add(FileProblem.of(
                    Severity.ERROR, new Place(sheet.name(), 0), "", "too-many-rows", MatrixFile.MOST_ROWS));
        }
        sheet.lines().stream()
                .filter(line -> !line.merged().isEmpty())
                .findFirst()
                .ifPresent(line -> problems.add(FileProblem.of(
                        Severity.INFORMATION,
                        new Place(sheet.name(), line.row()),
                        line.merged().stream().sorted().findFirst().orElse(""),
                        "merged")));
    }

    /** Of a reference that stands twice, and of a row that says the same as another, nobody can tell whether it is other support. */
    private void twice(MatrixFile.Line line, KnownSupport support) {
        String reference = reference(support);
        if (!reference.isEmpty()) {
            Long before = references.putIfAbsent(Vocabulary.folded(support.partner()) + "\n" + reference, line.row());
            if (before != null) {
                problem(
                        Severity.WARNING,
                        line,
                        SupportField.REFERENCE,
                        "same-reference",
                        cell(line, SupportField.REFERENCE),
                        String.valueOf(before));
            }
            return;
        }
        Long before = rows.putIfAbsent(with(support, Optional.empty()), line.row());
        if (before != null) {
            problem(Severity.WARNING, line, SupportField.TITLE, "same-row", String.valueOf(before));
        }
    }

    private String reference(KnownSupport support) {
        String heading = headings.get(SupportField.REFERENCE);
        return heading == null
                ? ""
                : support.provenance()
                        .map(provenance -> provenance.asWritten().getOrDefault(heading, ""))
                        .map(Vocabulary::folded)
                        .orElse("");
    }

    private Optional<Edit> edit(KnownSupport support) {
        List<Item<KnownSupport>> same = known.getOrDefault(sameness(support), List.of());
        if (same.isEmpty()) {
            // It may have been read before anybody chose the column of references.
            same = known.getOrDefault(asSaid(support), List.of());
        }
        if (same.isEmpty()) {
            return Optional.of(new Edit.Put(Item.fresh(KnownSupport.KIND, support)));
        }
        Item<KnownSupport> before = same.removeFirst();
        // Where in which file it stands may change from year to year; that alone is no change of the support.
        KnownSupport unmoved = with(support, before.value().provenance());
        return before.value().equals(unmoved) ? Optional.empty() : Optional.of(new Edit.Put(before.saying(support)));
    }

    private static KnownSupport with(KnownSupport support, Optional<Provenance> provenance) {
        return new KnownSupport(
                support.partner(),
                support.title(),
                support.institution(),
                support.institutionBeyond(),
                support.institutionName(),
                support.area(),
                support.areaName(),
                support.stage(),
                support.amount(),
                support.when(),
                support.origin(),
                provenance,
                support.note());
    }

    private String sameness(KnownSupport support) {
        String reference = reference(support);
        return !reference.isEmpty()
                ? String.join(
                        "\n",
                        Vocabulary.folded(support.partner()),
                        support.stage().code(),
                        reference)
                : asSaid(support);
    }

    private static String asSaid(KnownSupport support) {
        return Stream.of(
                        support.partner(),
                        support.title(),
                        support.institutionName(),
                        support.areaName(),
                        support.stage().code())
                .map(Vocabulary::folded)
                .collect(Collectors.joining("\n"));
    }

    private Optional<KnownSupport> read(MatrixFile.Line line) {
        String partner = cell(line, SupportField.PARTNER);
        Optional<String> sum = sumOfOthers(line, partner);
        if (sum.isPresent()) {
            // Adding the sum of the rows to the rows would count everything twice.
            problem(Severity.WARNING, line, SupportField.PARTNER, "total-row", sum.get());
            return Optional.empty();
        }
        if (partner.isEmpty() || partner.length() > Actor.LONGEST_NAME) {
            problem(Severity.ERROR, line, SupportField.PARTNER, "no-partner");
            return Optional.empty();
        }
        String institution = cell(line, SupportField.INSTITUTION);
        Optional<ItemId> actor = institution(institution);
        String area = cell(line, SupportField.AREA);
        SupportStage stage = SupportStage.REPORTED;
        String stageWord = cell(line, SupportField.STAGE);
        if (!stageWord.isEmpty()) {
            Optional<SupportStage> found = stages.find(stageWord);
            if (found.isEmpty()) {
                problem(Severity.WARNING, line, SupportField.STAGE, "unknown-stage", stageWord);
            }
            stage = found.orElse(SupportStage.KNOWN);
        }
        return Optional.of(new KnownSupport(
                partner,
                cell(line, SupportField.TITLE),
                inLayer ? Optional.empty() : actor,
                inLayer ? actor : Optional.empty(),
                institution,
                area.isEmpty() ? Optional.empty() : area(line, area),
                area,
                stage,
                amount(line),
                when(line),
                mapping.origin(),
                Optional.of(new Provenance(file, new Place(sheet.name(), line.row()), asWritten(line))),
                cell(line, SupportField.NOTE)));
    }

    /** What calls a row a sum of others: the partner's cell, which may name whose, or another cell that says nothing else. */
    private static Optional<String> sumOfOthers(MatrixFile.Line line, String partner) {
        String folded = plain(partner);
        if (SUM.matcher(folded).matches() || SUM_OF.matcher(folded).matches()) {
            return Optional.of(partner);
        }
        return line.cells().values().stream()
                .filter(cell -> SUM.matcher(plain(cell)).matches())
                .min(Comparator.naturalOrder());
    }

    private static String plain(String text) {
        return Vocabulary.folded(text)
                .replaceAll("[-:.*]", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private Optional<ItemId> institution(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Set<ItemId> found = actors.getOrDefault(Vocabulary.folded(name), Set.of());
        if (found.size() != 1) {
            unmatched.merge(name, 1, Integer::sum);
            return Optional.empty();
        }
        return Optional.of(found.iterator().next());
    }

    private Optional<ReformArea> area(MatrixFile.Line line, String word) {
        Optional<ReformArea> found = areas.find(word);
        if (found.isEmpty()) {
            problem(Severity.INFORMATION, line, SupportField.AREA, "unknown-area", word);
        }
        return found;
    }

    private SupportAmount amount(MatrixFile.Line line) {
        Set<String> beside = new TreeSet<>();
        Optional<BigDecimal> exact = number(line, SupportField.AMOUNT, beside);
        Optional<BigDecimal> least = exact.or(() -> number(line, SupportField.LEAST, beside));
        Optional<BigDecimal> most = exact.or(() -> number(line, SupportField.MOST, beside));
        if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
            problem(Severity.WARNING, line, SupportField.MOST, "range");
            return SupportAmount.UNKNOWN;
        }
        String currency = cell(line, SupportField.CURRENCY).toUpperCase(Locale.ROOT);
        if (!currency.isEmpty() && !TableNumbers.isCurrency(currency)) {
            problem(Severity.WARNING, line, SupportField.CURRENCY, "no-currency", currency);
            currency = "";
        }
        if (currency.isEmpty() && beside.size() == 1) {
            currency = beside.iterator().next();
        } else if (!beside.isEmpty() && !beside.equals(Set.of(currency))) {
            beside.add(currency);
            beside.remove("");
            problem(Severity.WARNING, line, SupportField.CURRENCY, "two-currencies", String.join(", ", beside));
            currency = "";
        }
        boolean isUnknown = least.isEmpty() && most.isEmpty();
        if (!isUnknown && currency.isEmpty()) {
            sharedSign(line)
                    .ifPresent(sign -> problem(Severity.WARNING, line, SupportField.AMOUNT, "shared-sign", sign));
        }
        return isUnknown ? SupportAmount.UNKNOWN : new SupportAmount(least, most, currency);
    }

    private Optional<String> sharedSign(MatrixFile.Line line) {
        return Stream.of(SupportField.AMOUNT, SupportField.LEAST, SupportField.MOST)
                .map(field -> TableNumbers.apart(cell(line, field)).sign())
                .filter(sign -> !sign.isEmpty())
                .findFirst();
    }

    /** @param beside takes the currency that stands in the cell itself */
    private Optional<BigDecimal> number(MatrixFile.Line line, SupportField field, Set<String> beside) {
        String written = cell(line, field);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        String column = headings.get(field);
        if (column != null && line.merged().contains(column)) {
            // One amount for several rows: in each of them it would be counted as often as there are rows.
            problem(Severity.WARNING, line, field, "merged-amount", written);
            return Optional.empty();
        }
        TableNumbers.Written amount = TableNumbers.apart(written);
        beside.addAll(amount.currencies());
        Optional<BigDecimal> number = amount.read(mapping.decimalComma());
        if (number.isEmpty()) {
            problem(Severity.WARNING, line, field, "no-number", written);
        }
        if (mapping.factor() == 1) {
            amount.asThousands(mapping.decimalComma())
                    .ifPresent(other -> problem(
                            Severity.WARNING,
                            line,
                            field,
                            "thousandths",
                            written,
                            number.map(BigDecimal::toPlainString).orElse(""),
                            other.toPlainString()));
        }
        return number.map(read -> read.multiply(BigDecimal.valueOf(mapping.factor())));
    }

    private DateSpan when(MatrixFile.Line line) {
        Optional<PartialDate> from = date(line, SupportField.FROM);
        Optional<PartialDate> until = date(line, SupportField.UNTIL);
        if (from.isPresent() && until.isPresent() && until.get().isSurelyBefore(from.get())) {
            problem(
                    Severity.WARNING,
                    line,
                    SupportField.UNTIL,
                    "ends-first",
                    until.get().toString(),
                    from.get().toString());
            return new DateSpan(from, Optional.empty());
        }
        return new DateSpan(from, until);
    }

    private Optional<PartialDate> date(MatrixFile.Line line, SupportField field) {
        String written = cell(line, field);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Optional<PartialDate> date = dates.find(written);
        if (date.isEmpty()) {
            problem(Severity.WARNING, line, field, dates.isAmbiguous(written) ? "day-or-month" : "no-date", written);
        }
        return date;
    }

    private Map<String, String> asWritten(MatrixFile.Line line) {
        Map<String, String> written = new LinkedHashMap<>();
        headings.values()
                .forEach(heading ->
                        Optional.ofNullable(line.cells().get(heading)).ifPresent(text -> written.put(heading, text)));
        return written;
    }

    private String cell(MatrixFile.Line line, SupportField field) {
        String column = headings.get(field);
        String there = column == null ? null : line.cells().get(column);
        return there != null ? there : mapping.fixed().getOrDefault(field, "");
    }

    private void problem(Severity severity, MatrixFile.Line line, SupportField field, String key, Object... arguments) {
        problems.add(FileProblem.of(
                severity,
                new Place(sheet.name(), line.row()),
                mapping.column(field).orElse(field.code()),
                key,
                arguments));
    }

    /** The mapping remembered for a table with these headings. */
    public static Optional<Item<ColumnMapping>> remembered(View view, List<String> headings) {
        return view.list(ColumnMapping.KIND).stream()
                .filter(mapping -> mapping.value().fits(headings))
                .max(Comparator.comparingInt(
                        mapping -> mapping.value().columns().size()));
    }
}
