package org.salus.coordination;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Figure;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.portfolio.SupportRow;

/** Computes how money is spread over donors, per area and per year. Formulas and their sources are in {@code docs/coordination.md}. */
final class ConcentrationAnalysis {
    private static final List<ReformArea> ORDER = List.of(ReformArea.values());

    private final Thresholds thresholds;
    private final Map<Cell, TreeMap<String, BigDecimal>> cells = new HashMap<>();

    /** An area, or all, in a year, or in all. */
    private record Cell(@Nullable ReformArea area, @Nullable Integer year) {
        int areaOrder() {
            return area == null ? -1 : ORDER.indexOf(area);
        }

        int yearOrder() {
            return year == null ? Integer.MIN_VALUE : year;
        }
    }

    private ConcentrationAnalysis(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /**
     * All areas together first, then area by area in the order of columns; in each all years together first, then year by year.
     *
     * @param rows of reform support, of one measure
     */
    static List<Concentration> of(List<SupportRow> rows, Thresholds thresholds) {
        ConcentrationAnalysis analysis = new ConcentrationAnalysis(thresholds);
        for (SupportRow row : rows) {
            Integer year = row.year();
            analysis.add(null, null, row);
            analysis.add(row.area(), null, row);
            if (year != null) {
                analysis.add(null, year, row);
                analysis.add(row.area(), year, row);
            }
        }
        return analysis.cells.keySet().stream()
                .sorted(Comparator.comparingInt(Cell::areaOrder).thenComparingInt(Cell::yearOrder))
                .map(analysis::concentration)
                .toList();
    }

    private void add(@Nullable ReformArea area, @Nullable Integer year, SupportRow row) {
        cells.computeIfAbsent(new Cell(area, year), first -> new TreeMap<>())
                .merge(row.donor(), row.value(), BigDecimal::add);
    }

    /** What is of one named donor each and more than nothing: who got more back than it gave has no share. */
    private NavigableMap<String, BigDecimal> attributed(Cell cell) {
        TreeMap<String, BigDecimal> found = new TreeMap<>();
        cells.getOrDefault(cell, new TreeMap<>()).forEach((donor, sum) -> {
            if (OneDonor.is(donor) && sum.signum() > 0) {
                found.put(donor, sum);
            }
        });
        return found;
    }

    private static BigDecimal sum(Iterable<BigDecimal> parts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal part : parts) {
            sum = sum.add(part);
        }
        return sum;
    }

    private Concentration concentration(Cell cell) {
        TreeMap<String, BigDecimal> everybody = cells.getOrDefault(cell, new TreeMap<>());
        NavigableMap<String, BigDecimal> donors = attributed(cell);
        BigDecimal total = sum(everybody.values());
        BigDecimal attributed = sum(donors.values());
        List<Concentration.DonorShare> shares =
                donors.isEmpty() ? List.of() : shares(donors, attributed, attributed(new Cell(null, cell.year())));
        Optional<Sentence> missing = missing(everybody, attributed);
        Figure<BigDecimal> herfindahl = figure(everybody, attributed, missing, () -> herfindahl(shares));
        return new Concentration(
                Optional.ofNullable(cell.area()),
                Optional.ofNullable(cell.year()),
                total,
                attributed,
                shares,
                herfindahl,
                figure(everybody, attributed, missing, () -> effective(shares)),
                cell.area() == null
                        ? Figure.unknown(Sentence.of("coordination.missing.needs-area"))
                        : figure(everybody, attributed, missing, () -> fragmentation(shares)));
    }

    /** What shares leave out; empty if nothing. */
    private static Optional<Sentence> missing(Map<String, BigDecimal> everybody, BigDecimal attributed) {
        BigDecimal given = positive(everybody);
        boolean someTookBack = everybody.values().stream().anyMatch(sum -> sum.signum() < 0);
        if (given.compareTo(attributed) != 0) {
            return Optional.of(Sentence.of(
                    "coordination.missing.several",
                    Share.of(given.subtract(attributed), given).percent()));
        }
        return someTookBack ? Optional.of(Sentence.of("coordination.missing.negative")) : Optional.empty();
    }

    private static BigDecimal positive(Map<String, BigDecimal> everybody) {
        return sum(everybody.values().stream().filter(sum -> sum.signum() > 0).toList());
    }

    private <T> Figure<T> figure(
            Map<String, BigDecimal> everybody, BigDecimal attributed, Optional<Sentence> missing, Supplier<T> value) {
        if (attributed.signum() == 0) {
            return Figure.unknown(Sentence.of("coordination.missing.nobody"));
        }
        if (!Share.of(attributed, positive(everybody)).isAtLeast(thresholds.attributedPercent())) {
            return Figure.unknown(Sentence.of(
                    "coordination.missing.too-little",
                    Share.of(attributed, positive(everybody)).percent(),
                    thresholds.attributedPercent()));
        }
        return missing.map(reason -> Figure.partial(value.get(), reason)).orElseGet(() -> Figure.known(value.get()));
    }

    private static BigDecimal herfindahl(List<Concentration.DonorShare> shares) {
        return Share.ratio(squares(shares), whole(shares).pow(2));
    }

    /** One divided by the index, from the money itself: the index is rounded, and dividing by it would round twice. */
    private static BigDecimal effective(List<Concentration.DonorShare> shares) {
        return Share.ratio(whole(shares).pow(2), squares(shares));
    }

    private static BigDecimal whole(List<Concentration.DonorShare> shares) {
        return sum(shares.stream().map(Concentration.DonorShare::money).toList());
    }

    private static BigDecimal squares(List<Concentration.DonorShare> shares) {
        return sum(shares.stream().map(share -> share.money().pow(2)).toList());
    }

    private static Concentration.Fragmentation fragmentation(List<Concentration.DonorShare> shares) {
        int significant = (int)
                shares.stream().filter(Concentration.DonorShare::significant).count();
        return new Concentration.Fragmentation(
                shares.size(),
                significant,
                Share.ratio(BigDecimal.valueOf(shares.size() - significant), BigDecimal.valueOf(shares.size())));
    }

    private List<Concentration.DonorShare> shares(
            Map<String, BigDecimal> donors, BigDecimal whole, Map<String, BigDecimal> overall) {
        BigDecimal wholeOverall = sum(overall.values());
        Set<String> largest = largest(donors, whole);
        List<Concentration.DonorShare> shares = new ArrayList<>();
        donors.forEach((donor, money) -> {
            BigDecimal all = overall.getOrDefault(donor, BigDecimal.ZERO);
            shares.add(new Concentration.DonorShare(
                    donor,
                    money,
                    Share.ratio(money, whole),
                    wholeOverall.signum() == 0 ? BigDecimal.ZERO : Share.ratio(all, wholeOverall),
                    // Crosswise, so that no rounding decides.
                    money.multiply(wholeOverall).compareTo(all.multiply(whole)) >= 0,
                    largest.contains(donor)));
        });
        return shares;
    }

    /** The largest donors that together give at least the percentage; donors of equal size stand or fall together. */
    private Set<String> largest(Map<String, BigDecimal> donors, BigDecimal whole) {
        Set<String> found = new HashSet<>();
        BigDecimal before = BigDecimal.ZERO;
        BigDecimal reached = BigDecimal.ZERO;
        BigDecimal last = null;
        for (Map.Entry<String, BigDecimal> donor : donors.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList()) {
            if (last == null || donor.getValue().compareTo(last) != 0) {
                before = reached;
            }
            if (before.signum() > 0 && Share.of(before, whole).isAtLeast(thresholds.significantPercent())) {
                break;
            }
            found.add(donor.getKey());
            reached = reached.add(donor.getValue());
            last = donor.getValue();
        }
        return found;
    }
}
