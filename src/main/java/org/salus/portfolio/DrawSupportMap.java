package org.salus.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Activity;
import org.salus.evidence.Country;
import org.salus.evidence.Donors;
import org.salus.evidence.Participation;
import org.salus.evidence.Party;
import org.salus.evidence.Rates;
import org.salus.evidence.Text;
import org.salus.evidence.Transaction;
import org.salus.framework.ReformArea;

/** Turns a country's activities into rows of support. Pure: the same activities, rates and rules give the same rows. */
final class DrawSupportMap {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** Digits kept behind the point where a division does not end: a millionth of a cent's hundredth. */
    static final int SCALE = 10;

    private final Sorter sorter;
    private final Rates rates;
    private final String currency;
    private final Donors donors = Donors.shipped();

    /**
     * Draws maps in one currency.
     *
     * @param currency ISO 4217 code
     */
    DrawSupportMap(Sorter sorter, Rates rates, String currency) {
        this.sorter = sorter;
        this.rates = rates;
        this.currency = currency;
    }

    SupportMap draw(String snapshot, Country country, Period period, List<Activity> activities) {
        Drawing drawing = new Drawing(country, period);
        activities.forEach(drawing::add);
        return new SupportMap(
                snapshot,
                sorter.edition(),
                country,
                period,
                currency,
                drawing.sorted,
                drawing.rows,
                drawing.remainders(),
                drawing.leftOut,
                drawing.donorNames);
    }

    /** What the sorter gets to see of an activity as a whole: also the codes that stand at its transactions only. */
    static Sortable sortable(Activity activity) {
        List<SectorCode> sectors = new ArrayList<>(codes(activity.sectors()));
        if (sectors.isEmpty()) {
            Set<SectorCode> atTransactions = new LinkedHashSet<>();
            activity.transactions().forEach(transaction -> atTransactions.addAll(codes(transaction.sectors())));
            sectors.addAll(atTransactions);
        }
        return sortable(activity, sectors);
    }

    /** Its texts with the codes that one of its transactions has for itself. */
    static Sortable sortable(Activity activity, Transaction transaction) {
        return sortable(activity, codes(transaction.sectors()));
    }

    private static Sortable sortable(Activity activity, List<SectorCode> sectors) {
        return new Sortable(activity.identifier(), texts(activity.titles()), texts(activity.descriptions()), sectors);
    }

    private static List<String> texts(List<Text> texts) {
        return texts.stream().map(Text::text).toList();
    }

    private static List<SectorCode> codes(List<org.salus.evidence.SectorCode> sectors) {
        return sectors.stream()
                .map(sector -> new SectorCode(
                        sector.vocabulary(),
                        sector.code(),
                        sector.percentage(),
                        sector.name() == null ? "" : sector.name()))
                .toList();
    }

    private static final class Remainder {
        private int transactions;
        private final Map<Measure, Map<String, BigDecimal>> amounts = new EnumMap<>(Measure.class);
        private final Set<String> activities = new LinkedHashSet<>();
    }

    private final class Drawing {
        private final Country country;
        private final Period period;
        private final List<SortedActivity> sorted = new ArrayList<>();
        private final List<SupportRow> rows = new ArrayList<>();
        private final Map<String, SupportMap.DonorNames> donorNames = new TreeMap<>();
        private final List<LeftOutRow> leftOut = new ArrayList<>();
        private final Map<LeftOut.Reason, Remainder> remainders = new EnumMap<>(LeftOut.Reason.class);

        Drawing(Country country, Period period) {
            this.country = country;
            this.period = period;
        }

        void add(Activity activity) {
            if (activity.systemCountry() != null && !activity.systemCountry().equals(country.iso3())) {
                leaveOut(LeftOut.Reason.OTHER_COUNTRYS_SYSTEM, activity, null);
                return;
            }
            Sorting whole = sorter.sort(sortable(activity));
            Map<List<org.salus.evidence.SectorCode>, Sorting> ofTransactions = new HashMap<>();
            List<String> funders = funders(activity);
            List<String> reporter = reporter(activity);
            Amounts amounts = Amounts.ZERO;
            int before = rows.size();
            for (Transaction transaction : activity.transactions()) {
                Optional<Measure> measure = Measure.ofTransaction(transaction.type());
                if (measure.isEmpty()) {
                    continue;
                }
                Sorting sorting = transaction.sectors().isEmpty()
                        ? whole
                        : ofTransactions.computeIfAbsent(
                                transaction.sectors(), own -> sorter.sort(sortable(activity, codes(own))));
                BigDecimal value =
                        row(activity, transaction, measure.get(), sorting, donor(funders, reporter, transaction));
                amounts = amounts.plus(measure.get(), value);
            }
            if (period.isAll() || rows.size() > before) {
                List<String> names = funders.isEmpty() ? providers(activity) : funders;
                remember(names);
                sorted.add(new SortedActivity(activity, whole, donor(names), names, amounts));
            }
        }

        /** Adds the rows of a transaction and returns what it counts for. */
        private BigDecimal row(
                Activity activity, Transaction transaction, Measure measure, Sorting sorting, String donor) {
            BigDecimal amount = transaction.amount();
            BigDecimal share =
                    CountryShare.percent(country, activity, transaction).orElse(null);
            if (share != null && share.signum() == 0) {
                return BigDecimal.ZERO;
            }
            LocalDate date = transaction.day();
            Integer year = date == null ? null : (Integer) date.getYear();
            LocalDate rateDate = transaction.rateDate();
            LeftOut.Reason reason = null;
            Rates.Rate rate = null;
            Rates.Rate into = null;
            if (amount == null) {
                reason = LeftOut.Reason.NO_AMOUNT;
            } else if (transaction.currency() == null) {
                reason = LeftOut.Reason.NO_CURRENCY;
            } else if (share == null) {
                reason = LeftOut.Reason.SHARE_NOT_STATED;
            } else if (year == null
                    && (!period.isAll() || !transaction.currency().equals(currency))) {
                reason = LeftOut.Reason.NO_DATE;
            } else if (year != null && !period.contains(year)) {
                reason = LeftOut.Reason.OUTSIDE_PERIOD;
            } else {
                int rateYear = rateDate == null ? 0 : rateDate.getYear();
                rate = rate(transaction.currency(), rateYear, transaction.currency());
                into = rate(currency, rateYear, transaction.currency());
                if (rate == null || into == null) {
                    reason = LeftOut.Reason.NO_RATE;
                }
            }
            if (reason != null || rate == null || into == null || amount == null || share == null) {
                leaveOut(reason == null ? LeftOut.Reason.NO_RATE : reason, activity, transaction);
                return BigDecimal.ZERO;
            }
            BigDecimal shared = percentOf(amount, share);
            BigDecimal value = converted(shared, rate, into);
            boolean coded = transaction.sectors().isEmpty()
                    ? activity.sectors().stream().anyMatch(org.salus.evidence.SectorCode::isPeaceAndSecurity)
                    : transaction.sectors().stream().anyMatch(org.salus.evidence.SectorCode::isPeaceAndSecurity);
            for (Map.Entry<ReformArea, BigDecimal> part : sorting.shares().entrySet()) {
                if (part.getValue().signum() != 0) {
                    rows.add(new SupportRow(
                            activity.identifier(),
                            activity.title(),
                            transaction.number(),
                            measure,
                            year,
                            part.getKey(),
                            donor,
                            coded,
                            percentOf(value, part.getValue()),
                            amount,
                            rate.currency(),
                            rate,
                            into,
                            share,
                            part.getValue()));
                }
            }
            return value;
        }

        /** A rate; money that is not converted at all needs none in the table. */
        private Rates.@Nullable Rate rate(String of, int year, String published) {
            return published.equals(currency)
                    ? new Rates.Rate(of, year, BigDecimal.ONE, of)
                    : rates.find(of, year).orElse(null);
        }

        private void leaveOut(LeftOut.Reason reason, Activity activity, @Nullable Transaction transaction) {
            Remainder remainder = remainders.computeIfAbsent(reason, first -> new Remainder());
            remainder.activities.add(activity.identifier());
            LocalDate date = transaction == null ? null : transaction.day();
            leftOut.add(new LeftOutRow(
                    reason,
                    activity.identifier(),
                    activity.title(),
                    transaction == null ? null : (Integer) transaction.number(),
                    transaction == null
                            ? null
                            : Measure.ofTransaction(transaction.type()).orElse(null),
                    date == null ? null : (Integer) date.getYear(),
                    transaction == null ? null : transaction.amount(),
                    transaction == null ? null : transaction.currency()));
            if (transaction != null) {
                remainder.transactions++;
                Optional<Measure> measure = Measure.ofTransaction(transaction.type());
                if (transaction.amount() != null && measure.isPresent()) {
                    remainder
                            .amounts
                            .computeIfAbsent(measure.get(), first -> new TreeMap<>())
                            .merge(
                                    transaction.currency() == null ? LeftOutRow.NO_CURRENCY : transaction.currency(),
                                    transaction.amount(),
                                    BigDecimal::add);
                }
            }
        }

        List<LeftOut> remainders() {
            return remainders.entrySet().stream()
                    .map(entry -> new LeftOut(
                            entry.getKey(),
                            entry.getValue().transactions,
                            entry.getValue().amounts,
                            List.copyOf(entry.getValue().activities)))
                    .toList();
        }

        /** The names of those who fund an activity, as published. */
        private List<String> funders(Activity activity) {
            return activity.participants().stream()
                    .filter(Participation::isFunding)
                    .map(Participation::party)
                    .flatMap(party -> Stream.ofNullable(party.label()))
                    .distinct()
                    .toList();
        }

        /** Where nobody is named as funder: those who provide its money, else who reports it. */
        private List<String> providers(Activity activity) {
            List<String> providers = activity.transactions().stream()
                    .filter(transaction ->
                            Measure.ofTransaction(transaction.type()).isPresent())
                    .flatMap(transaction -> Stream.ofNullable(transaction.provider()))
                    .flatMap(party -> Stream.ofNullable(party.label()))
                    .distinct()
                    .toList();
            return providers.isEmpty() ? reporter(activity) : providers;
        }

        private List<String> reporter(Activity activity) {
            String label = activity.reporter().label();
            return label == null ? List.of() : List.of(label);
        }

        private String donor(List<String> funders, List<String> reporter, Transaction transaction) {
            if (!funders.isEmpty()) {
                return donor(funders);
            }
            Party provider = transaction.provider();
            String label = provider == null ? null : provider.label();
            return donor(label == null ? reporter : List.of(label));
        }

        private String donor(List<String> names) {
            List<String> different =
                    names.stream().map(name -> key(donors.of(name))).distinct().toList();
            return switch (different.size()) {
                case 0 -> DonorSupport.UNNAMED;
                case 1 -> different.getFirst();
                default -> DonorSupport.SEVERAL;
            };
        }

        /** A word for nobody is nobody; beside others it is somebody else than they are. */
        private static String key(Donors.Donor donor) {
            return donor.isNobody() ? DonorSupport.UNNAMED : donor.name();
        }

        private void remember(List<String> names) {
            for (String name : names) {
                Donors.Donor donor = donors.of(name);
                donorNames
                        .computeIfAbsent(
                                key(donor), first -> new SupportMap.DonorNames(donor.kind(), new LinkedHashSet<>()))
                        .names()
                        .add(name);
            }
        }
    }

    /** An amount in another currency by way of the dollar; unchanged where both rates are the same. */
    static BigDecimal converted(BigDecimal amount, Rates.Rate rate, Rates.Rate into) {
        return rate.perUsd().compareTo(into.perUsd()) == 0
                ? amount
                : amount.multiply(into.perUsd())
                        .divide(rate.perUsd(), Math.max(SCALE, amount.scale()), RoundingMode.HALF_EVEN);
    }

    static BigDecimal percentOf(BigDecimal amount, BigDecimal percent) {
        return percent.compareTo(HUNDRED) == 0
                ? amount
                : amount.multiply(percent).movePointLeft(2);
    }
}
