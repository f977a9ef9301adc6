package org.salus.coordination;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.ledger.ItemId;
import org.salus.portfolio.EqualShares;
import org.salus.portfolio.SupportRow;

/**
 * Which donor helps which institution: rows of support shared out over the institutions that their activities support. Every row is in it with exactly its value,
 * so that its total is that of the rows. Immutable.
 */
public final class InstitutionMap {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<InstitutionRow> rows = new ArrayList<>();
    private final Map<String, Map<Optional<ItemId>, BigDecimal>> cells = new HashMap<>();
    private final Map<String, BigDecimal> byDonor = new HashMap<>();
    private final Map<Optional<ItemId>, BigDecimal> byInstitution = new HashMap<>();
    private BigDecimal total = BigDecimal.ZERO;

    private InstitutionMap() {}

    /** Shares out rows of support. */
    static InstitutionMap of(Collection<SupportRow> support, InstitutionMatches matches) {
        InstitutionMap map = new InstitutionMap();
        for (SupportRow row : support) {
            List<ItemId> institutions = matches.institutions(row.activity());
            if (institutions.isEmpty()) {
                map.add(new InstitutionRow(row, Optional.empty(), HUNDRED, row.value()));
                continue;
            }
            List<BigDecimal> percents = EqualShares.percents(institutions.size());
            for (int i = 0; i < institutions.size(); i++) {
                BigDecimal percent = percents.get(i);
                map.add(new InstitutionRow(
                        row,
                        Optional.of(institutions.get(i)),
                        percent,
                        row.value().multiply(percent).movePointLeft(2)));
            }
        }
        return map;
    }

    private void add(InstitutionRow row) {
        rows.add(row);
        String donor = row.row().donor();
        cells.computeIfAbsent(donor, first -> new HashMap<>()).merge(row.institution(), row.value(), BigDecimal::add);
        byDonor.merge(donor, row.value(), BigDecimal::add);
        byInstitution.merge(row.institution(), row.value(), BigDecimal::add);
        total = total.add(row.value());
    }

    /** The rows, each in as many parts as it has institutions. */
    public List<InstitutionRow> rows() {
        return List.copyOf(rows);
    }

    /**
     * Rows of a cell or a total.
     *
     * @param donor empty for all
     * @param institution its key, see {@link InstitutionRow#key}; empty for all
     */
    public List<InstitutionRow> rows(Optional<String> donor, Optional<String> institution) {
        return rows.stream()
                .filter(row -> donor.isEmpty() || donor.get().equals(row.row().donor()))
                .filter(row -> institution.isEmpty() || institution.get().equals(row.key()))
                .toList();
    }

    /** Donors, the largest first; who is several or nobody named last. */
    public List<String> donors() {
        return byDonor.keySet().stream()
                .sorted(Comparator.comparing((String donor) -> donor.startsWith("*"))
                        .thenComparing(this::ofDonor, Comparator.reverseOrder())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Institutions, the largest first. */
    public List<ItemId> institutions() {
        return byInstitution.keySet().stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(
                                (ItemId institution) -> ofInstitution(Optional.of(institution)),
                                Comparator.reverseOrder())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** What a donor gives to an institution, or to none that is matched; empty where there is no row. */
    public Optional<BigDecimal> cell(String donor, Optional<ItemId> institution) {
        return Optional.ofNullable(cells.getOrDefault(donor, Map.of()).get(institution));
    }

    public BigDecimal ofDonor(String donor) {
        return byDonor.getOrDefault(donor, BigDecimal.ZERO);
    }

    /** What goes to an institution, or to none that is matched. */
    public BigDecimal ofInstitution(Optional<ItemId> institution) {
        return byInstitution.getOrDefault(institution, BigDecimal.ZERO);
    }

    /** Of all rows, each once. */
    public BigDecimal total() {
        return total;
    }

    /** How many activities are shared out over several institutions. */
    public long shared() {
        return rows.stream()
                .filter(row -> row.percent().compareTo(HUNDRED) < 0)
                .map(row -> row.row().activity())
                .distinct()
                .count();
    }
}
