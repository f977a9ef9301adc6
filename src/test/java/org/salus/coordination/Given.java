package org.salus.coordination;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Activity;
import org.salus.evidence.ActivityRecord;
import org.salus.evidence.Countries;
import org.salus.evidence.DataDay;
import org.salus.evidence.Participation;
import org.salus.evidence.Party;
import org.salus.evidence.Place;
import org.salus.evidence.Rates;
import org.salus.evidence.Text;
import org.salus.evidence.Transaction;
import org.salus.framework.ReformArea;
import org.salus.portfolio.ActivityLinks;
import org.salus.portfolio.Amounts;
import org.salus.portfolio.DonorSupport;
import org.salus.portfolio.Measure;
import org.salus.portfolio.MoneyChains;
import org.salus.portfolio.MoneyFlows;
import org.salus.portfolio.Organisations;
import org.salus.portfolio.Period;
import org.salus.portfolio.PlannedSupport;
import org.salus.portfolio.SameActivities;
import org.salus.portfolio.SameActivityJudgements;
import org.salus.portfolio.SortedActivity;
import org.salus.portfolio.Sorting;
import org.salus.portfolio.SupportRow;

/** Support to Burundi, written down by hand. */
final class Given {
    private static final Rates.Rate DOLLAR = new Rates.Rate("USD", 2010, BigDecimal.ONE, "USD");

    final List<SupportRow> rows = new ArrayList<>();
    private final List<SortedActivity> activities = new ArrayList<>();
    private final Map<String, ActivityRecord.Planned> planned = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, List<String>> places = new HashMap<>();
    private Optional<DataDay> asOf = Optional.of(new DataDay(LocalDate.of(2014, 3, 1), true));
    private Period period = Period.ALL;

    /** Money paid by an activity of its own; the activity is named after donor and area. */
    Given paid(String donor, String area, @Nullable Integer year, String amount) {
        return paid(donor + "-" + area, donor, area, year, amount, 1);
    }

    Given paid(String activity, String donor, String area, @Nullable Integer year, String amount, int transaction) {
        rows.add(row(activity, donor, area, year, amount, transaction));
        return this;
    }

    static SupportRow row(
            String activity, String donor, String area, @Nullable Integer year, String amount, int transaction) {
        BigDecimal value = new BigDecimal(amount);
        return new SupportRow(
                activity,
                activity,
                transaction,
                Measure.DISBURSEMENTS,
                year,
                ReformArea.of(area),
                donor,
                false,
                value,
                value,
                "USD",
                DOLLAR,
                DOLLAR,
                BigDecimal.valueOf(100),
                BigDecimal.valueOf(100));
    }

    /** An activity that runs between two days; a dash stands for a day that is not stated. */
    Given activity(String identifier, String area, String start, String end, String... donors) {
        return activity(identifier, area, start, end, List.of(), List.of(), donors);
    }

    Given activity(
            String identifier,
            String area,
            String start,
            String end,
            List<Participation> participants,
            List<Transaction> transactions,
            String... donors) {
        Activity activity = new Activity(
                identifier,
                "given",
                new Party(null, null, "Reporter", null),
                List.of(new Text("en", identifier)),
                List.of(),
                "2",
                null,
                day(start),
                null,
                day(end),
                1,
                participants,
                List.of(),
                List.of(new Place("BDI", false, null, "BI", null, null)),
                transactions,
                0,
                null);
        activities.add(new SortedActivity(
                activity,
                new Sorting(
                        ReformArea.of(area),
                        BigDecimal.ONE,
                        Map.of(ReformArea.of(area), BigDecimal.valueOf(100)),
                        List.of(),
                        true),
                donors.length == 1 ? donors[0] : donors.length == 0 ? DonorSupport.UNNAMED : DonorSupport.SEVERAL,
                List.of(donors),
                Amounts.ZERO));
        return this;
    }

    private static @Nullable LocalDate day(String written) {
        return written.equals("-") ? null : LocalDate.parse(written);
    }

    Given plan(String activity, String type, String start, String end, String amount) {
        planned.merge(
                activity,
                new ActivityRecord.Planned(List.of(), List.of(money(type, start, end, amount))),
                (one, other) -> new ActivityRecord.Planned(
                        List.of(),
                        java.util.stream.Stream.of(one, other)
                                .flatMap(plan -> plan.disbursements().stream())
                                .toList()));
        return this;
    }

    static ActivityRecord.PeriodMoney money(String type, String start, String end, String amount) {
        return new ActivityRecord.PeriodMoney(
                type, null, day(start), day(end), new BigDecimal(amount), "USD", null, null, null);
    }

    /** Where an activity is: names of first-level units, or a word for why that is not told. */
    Given at(String activity, String... units) {
        places.put(activity, List.of(units));
        return this;
    }

    Given kind(String donor, String kind) {
        kinds.put(donor, kind);
        return this;
    }

    Given on(String day) {
        asOf = Optional.of(new DataDay(LocalDate.parse(day), true));
        return this;
    }

    Given in(int from, int to) {
        period = new Period(from, to);
        return this;
    }

    CoordinationInputs inputs() {
        List<Activity> all = activities.stream().map(SortedActivity::activity).toList();
        Organisations organisations = Organisations.of(all);
        ActivityLinks links = ActivityLinks.of(all, Map.of());
        SameActivities same = SameActivities.of(all, links, SameActivityJudgements.NONE);
        MoneyFlows flows = MoneyFlows.of(all, links, same, organisations);
        return new CoordinationInputs(
                Countries.shipped().get("BDI"),
                "USD",
                Measure.DISBURSEMENTS,
                period,
                rows,
                activities,
                kinds,
                organisations,
                new Ties(links, same, flows, MoneyChains.of(all, links, same, flows, organisations)),
                PlannedSupport.of(
                        Countries.shipped().get("BDI"), Period.ALL, "USD", Rates.shipped(), activities, planned),
                places,
                asOf);
    }

    Findings findings() {
        return FindingsAnalysis.of(inputs(), Thresholds.shipped());
    }
}
