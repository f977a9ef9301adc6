package org.salus.portal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.salus.context.Premises;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.evidence.Rates;
import org.salus.evidence.Snapshot;
import org.salus.portfolio.Period;
import org.salus.portfolio.Supports;

/** Briefs of countries; the last ones are remembered, because within a snapshot they never change. Safe for use by several threads. */
public final class Briefs {
    private static final int REMEMBERED = 24;

    private record Question(String snapshot, String iso3, Period period, String currency) {}

    private final Evidence evidence;
    private final Supports supports;
    private final Premises premises = new Premises();
    private final Map<Question, Brief> remembered = Collections.synchronizedMap(new LinkedHashMap<>(48, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Brief> eldest) {
            return size() > REMEMBERED;
        }
    });

    public Briefs(Evidence evidence, Supports supports) {
        this.evidence = evidence;
        this.supports = supports;
    }

    /** The brief a question asks for, from what is loaded now. */
    public Brief of(CountryQuestion question) {
        return of(question.country(), question.period(), question.currency());
    }

    /** The brief of a country from what is loaded now, in US dollars. */
    public Brief of(Country country, Period period) {
        return of(country, period, Rates.DOLLAR);
    }

    private Brief of(Country country, Period period, String currency) {
        Snapshot snapshot = evidence.snapshot();
        Question question = new Question(snapshot.id(), country.iso3(), period, currency);
        Brief known = remembered.get(question);
        if (known == null) {
            known = Brief.of(snapshot, supports, premises, country, period, currency);
            remembered.put(question, known);
        }
        return known;
    }

    /** The maps of support the briefs are made with. */
    public Supports supports() {
        return supports;
    }

    /** The premises the briefs are made with. */
    public Premises premises() {
        return premises;
    }
}
