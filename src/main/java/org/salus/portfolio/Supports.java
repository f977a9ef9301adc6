package org.salus.portfolio;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.salus.evidence.Activity;
import org.salus.evidence.Country;
import org.salus.evidence.Rates;
import org.salus.evidence.Snapshot;

/** Maps of support, one per country, period and currency; the last ones are remembered, because within a snapshot they never change. */
public final class Supports {
    private static final int REMEMBERED = 16;

    private record Question(String snapshot, String iso3, Period period, String currency, String judgements) {}

    private record Named(String snapshot, String iso3, String judgements) {}

    private record Once(String snapshot, String iso3, String currency, String judgements) {}

    private final Sorter sorter;
    private final Map<Question, SupportMap> remembered = lastOnes();
    private final Map<Named, Organisations> organisations = lastOnes();
    private final Map<Once, ReportedMoney> once = lastOnes();

    public Supports(Sorter sorter) {
        this.sorter = sorter;
    }

    private static <K, V> Map<K, V> lastOnes() {
        return Collections.synchronizedMap(new LinkedHashMap<>(32, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > REMEMBERED;
            }
        });
    }

    /** With the rules and the model that come with the program. */
    public static Supports shipped() {
        return new Supports(Sorter.shipped());
    }

    /** Who supports which reform area in a country, in a period, in US dollars. */
    public SupportMap of(Snapshot snapshot, Country country, Period period) {
        return of(snapshot, country, period, Rates.DOLLAR);
    }

    /**
     * Who supports which reform area in a country, in a period.
     *
     * @param currency ISO 4217 code of the sums; transactions of years without its rate are left out
     */
    public SupportMap of(Snapshot snapshot, Country country, Period period, String currency) {
        return judged(snapshot, country, period, currency, Judgements.NONE);
    }

    /**
     * The same, where what people judged wins over what the program says.
     *
     * @param currency ISO 4217 code of the sums
     */
    public SupportMap judged(
            Snapshot snapshot, Country country, Period period, String currency, Judgements judgements) {
        Question question = new Question(snapshot.id(), country.iso3(), period, currency, judgements.digest());
        SupportMap known = remembered.get(question);
        if (known == null) {
            known = new DrawSupportMap(judgements.before(sorter), snapshot.rates(), currency)
                    .draw(snapshot.id(), country, period, snapshot.activities().in(country));
            remembered.put(question, known);
        }
        return known;
    }

    /** The organisations that the activities of a country name, where what people judged wins over the rules. */
    public Organisations organisations(Snapshot snapshot, Country country, OrganisationJudgements judgements) {
        Named named = new Named(snapshot.id(), country.iso3(), judgements.digest());
        Organisations known = organisations.get(named);
        if (known == null) {
            known = Organisations.of(snapshot.activities().in(country), judgements);
            organisations.put(named, known);
        }
        return known;
    }

    /**
     * How the activities of a country hang together, and its support counted once. The maps of support themselves, and every total in them, stay as they are.
     *
     * @param currency ISO 4217 code of the sums
     */
    public ReportedMoney reported(
            Snapshot snapshot,
            Country country,
            String currency,
            Judgements judgements,
            OrganisationJudgements ofOrganisations,
            SameActivityJudgements ofActivities) {
        String said = String.join("/", judgements.digest(), ofOrganisations.digest(), ofActivities.digest());
        Once question = new Once(snapshot.id(), country.iso3(), currency, said);
        ReportedMoney known = once.get(question);
        if (known == null) {
            known = ReportedMoney.of(
                    judged(snapshot, country, Period.ALL, currency, judgements),
                    snapshot.activities().referencesIn(country),
                    organisations(snapshot, country, ofOrganisations),
                    ofActivities);
            once.put(question, known);
        }
        return known;
    }

    /** The reform area of one activity as a whole, and why. */
    public Sorting sort(Activity activity) {
        return sorter.sort(sortable(activity));
    }

    /** What sorting looks at in an activity. */
    public static Sortable sortable(Activity activity) {
        return DrawSupportMap.sortable(activity);
    }
}
