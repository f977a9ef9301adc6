package org.salus.sector;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.framework.Sentence;
import org.salus.framework.Vocabulary;
import org.salus.ledger.Kind;

/**
 * Which column of a partner's table means what; remembered, so that next year's table of the same partner is read without asking.
 *
 * @param name how people call this kind of table
 * @param columns the heading of the column that holds a field
 * @param fixed what holds for every row of a field that has no column
 * @param decimalComma whether {@code 1.234,5} is a thousand and something
 * @param factor by which amounts are multiplied: 1 000 for a table in thousands
 * @param origin of every row
 */
public record ColumnMapping(
        String name,
        Map<SupportField, String> columns,
        Map<SupportField, String> fixed,
        boolean decimalComma,
        long factor,
        SupportOrigin origin) {
    public static final Kind<ColumnMapping> KIND = Kind.of("column-mapping", ColumnMapping.class)
            .ruledBy((edited, view) -> edited.value().refusals());

    /** Words that headings have for a field, in the languages such tables are written in; compared as whole headings and as their beginnings. */
    private static final Map<SupportField, List<String>> USUAL = Map.ofEntries(
            Map.entry(
                    SupportField.PARTNER,
                    List.of("partner", "donor", "funder", "bailleur", "partenaire", "donante", "socio")),
            Map.entry(
                    SupportField.TITLE,
                    List.of(
                            "title",
                            "project",
                            "activity",
                            "programme",
                            "program",
                            "titre",
                            "projet",
                            "activité",
                            "intitulé",
                            "proyecto")),
            Map.entry(
                    SupportField.INSTITUTION,
                    List.of(
                            "institution",
                            "beneficiar",
                            "recipient",
                            "receiver",
                            "bénéficiaire",
                            "destinataire",
                            "institución")),
            Map.entry(SupportField.AREA, List.of("area", "sector", "theme", "domaine", "secteur", "área", "tema")),
            Map.entry(SupportField.STAGE, List.of("stage", "status", "statut", "état", "estado")),
            Map.entry(SupportField.AMOUNT, List.of("amount", "budget", "value", "montant", "monto", "importe")),
            Map.entry(SupportField.LEAST, List.of("minimum", "least", "min")),
            Map.entry(SupportField.MOST, List.of("maximum", "most", "max")),
            Map.entry(SupportField.CURRENCY, List.of("currency", "devise", "monnaie", "moneda", "divisa")),
            Map.entry(SupportField.FROM, List.of("from", "start", "begin", "début", "inicio", "year", "année", "año")),
            Map.entry(SupportField.UNTIL, List.of("until", "end", "fin", "to")),
            Map.entry(
                    SupportField.REFERENCE,
                    List.of("id", "no", "n°", "reference", "identifier", "référence", "identifiant", "referencia")),
            Map.entry(SupportField.NOTE, List.of("note", "comment", "remark", "remarque", "observ")));

    private static final Vocabulary<SupportField> OWN = Vocabulary.of(List.of(SupportField.values()));

    public ColumnMapping {
        columns = java.util.Collections.unmodifiableMap(new TreeMap<>(columns));
        fixed = java.util.Collections.unmodifiableMap(new TreeMap<>(fixed));
    }

    /** A proposal for a table with these headings: each field gets the first heading that looks like it. */
    public static ColumnMapping guess(String name, List<String> headings) {
        Map<SupportField, String> columns = new EnumMap<>(SupportField.class);
        Set<String> taken = new HashSet<>();
        for (boolean whole : List.of(true, false)) {
            for (SupportField field : SupportField.values()) {
                for (String heading : headings) {
                    if (!columns.containsKey(field)
                            && !taken.contains(heading)
                            && ((whole && isCalled(heading, field))
                                    || looksLike(heading, USUAL.getOrDefault(field, List.of()), whole))) {
                        columns.put(field, heading);
                        taken.add(heading);
                    }
                }
            }
        }
        return new ColumnMapping(name, columns, Map.of(), false, 1, SupportOrigin.PARTNERS_TABLE);
    }

    /**
     * A proposal for a table: its columns by their headings, and how it writes amounts by the amounts themselves and by what their heading says of currency
     * and thousands.
     */
    static ColumnMapping guess(String name, MatrixFile.Sheet sheet) {
        ColumnMapping guess = guess(name, sheet.headings());
        List<String> headings = Stream.of(SupportField.AMOUNT, SupportField.LEAST, SupportField.MOST)
                .flatMap(field -> guess.column(field).stream())
                .toList();
        List<String> amounts = sheet.lines().stream()
                .flatMap(line -> headings.stream()
                        .flatMap(heading -> Optional.ofNullable(line.cells().get(heading)).stream()))
                .toList();
        // What the heading of the amounts leaves open may stand above the table.
        List<String> units =
                sheet.above().stream().filter(TableNumbers::saysUnit).toList();
        Set<String> currencies = currencies(headings);
        if (currencies.isEmpty()) {
            currencies = currencies(units);
        }
        Set<Long> factors = headings.stream().map(TableNumbers::factor).collect(Collectors.toSet());
        if (factors.equals(Set.of(1L)) && !units.isEmpty()) {
            factors = units.stream().map(TableNumbers::factor).collect(Collectors.toSet());
        }
        return new ColumnMapping(
                guess.name(),
                guess.columns(),
                guess.has(SupportField.CURRENCY) || currencies.size() != 1
                        ? Map.of()
                        : Map.of(SupportField.CURRENCY, currencies.iterator().next()),
                TableNumbers.hasDecimalComma(amounts),
                factors.size() == 1 ? factors.iterator().next() : 1,
                guess.origin());
    }

    private static Set<String> currencies(List<String> texts) {
        return texts.stream()
                .flatMap(text -> TableNumbers.currency(text).stream())
                .collect(Collectors.toSet());
    }

    /** Whether it is what we call the field ourselves, in any language. */
    private static boolean isCalled(String heading, SupportField field) {
        return OWN.find(heading).filter(own -> own == field).isPresent();
    }

    private static boolean looksLike(String heading, List<String> words, boolean whole) {
        String folded = Vocabulary.folded(heading);
        return words.stream()
                .anyMatch(word -> whole ? folded.equals(word) : word.length() > 2 && folded.startsWith(word));
    }

    /** Whether every column it names is among these headings: then the table is of the kind it was made for. */
    public boolean fits(List<String> headings) {
        Set<String> known = new HashSet<>();
        headings.forEach(heading -> known.add(Vocabulary.folded(heading)));
        return !columns.isEmpty()
                && columns.values().stream().allMatch(heading -> known.contains(Vocabulary.folded(heading)));
    }

    /** Whether a field has a column or a fixed value. */
    public boolean has(SupportField field) {
        return columns.containsKey(field) || fixed.containsKey(field);
    }

    /** The heading of the column that holds a field. */
    public Optional<String> column(SupportField field) {
        return Optional.ofNullable(columns.get(field));
    }

    /** What it still lacks; empty if a table can be read by it. */
    public List<Sentence> refusals() {
        List<Sentence> refusals = new ArrayList<>();
        if (name.isBlank()) {
            refusals.add(Sentence.of("sector.refusal.unnamed-mapping"));
        }
        if (!has(SupportField.PARTNER)) {
            refusals.add(Sentence.of("sector.refusal.mapping-without-partner"));
        }
        if (factor < 1) {
            refusals.add(Sentence.of("sector.refusal.factor"));
        }
        return refusals;
    }
}
