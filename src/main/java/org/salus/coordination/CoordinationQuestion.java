package org.salus.coordination;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.evidence.Rates;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.ledger.Charter;
import org.salus.portfolio.Measure;
import org.salus.portfolio.Period;
import org.salus.portfolio.ReviewQuestion;

/**
 * What is asked of the coordination of support to a country.
 *
 * @param period the years whose money is spread, planned and received, and whose overlaps count; falls, cliffs and presence look at all years
 * @param currency ISO 4217 code of the sums
 * @param measure empty where the data decide
 * @param area only this one's findings and shares
 * @param kind only findings of this kind
 */
public record CoordinationQuestion(
        Country country,
        Period period,
        String currency,
        Optional<Measure> measure,
        Optional<ReformArea> area,
        Optional<FindingKind> kind) {
    /** What an address may say about it. */
    public static final List<String> CHOICES = List.of("from", "to", "currency", "measure", "area", "kind");

    /** What an address in a workspace may say; the names of findings there hold for all years. */
    public static final List<String> IN_WORKSPACE = List.of("country", "area", "kind");

    /** Of these, what also a donor's profile may be asked with. */
    public static final List<String> OF_DONOR = List.of("from", "to", "currency", "measure");

    /**
     * The question of an address.
     *
     * @param named the country, by code or name
     * @throws Failure if there is no such country, or a word means nothing
     */
    public static CoordinationQuestion of(String named, Address here) {
        Countries countries = Countries.shipped();
        Country country = countries
                .findByCode(named)
                .or(() -> countries.findByName(named))
                .orElseGet(() -> countries.get(named));
        @Nullable Integer from = year(here, "from").orElse(null);
        @Nullable Integer to = year(here, "to").orElse(null);
        if (from != null && to != null && from > to) {
            throw Failure.wrongUse(
                    Sentence.of("coordination.failure.period", String.valueOf(from), String.valueOf(to)));
        }
        NavigableSet<String> currencies = Rates.shipped().currencies();
        return new CoordinationQuestion(
                country,
                new Period(from, to),
                find(
                                here,
                                "currency",
                                word -> Optional.of(word.toUpperCase(Locale.ROOT))
                                        .filter(currencies::contains),
                                currencies.stream())
                        .orElse(Rates.DOLLAR),
                find(here, "measure", Measure::find, Stream.of(Measure.values()).map(Measure::word)),
                term(here, "area", ReformArea.class),
                term(here, "kind", FindingKind.class));
    }

    /** All there is about a country, as it is usually asked. */
    static CoordinationQuestion of(Country country) {
        return new CoordinationQuestion(
                country, Period.ALL, Rates.DOLLAR, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The question of an address in a workspace: about one of its countries, the first where none is named, in all years.
     *
     * @throws Failure if the workspace is about no such country, or a word means nothing
     */
    public static CoordinationQuestion of(Address here, Charter charter) {
        here.knowing(IN_WORKSPACE);
        return of(country(here, charter).iso3(), here);
    }

    /**
     * The country of a workspace that an address is about, the first where it names none.
     *
     * @throws Failure if the workspace is about no such country
     */
    static Country country(Address here, Charter charter) {
        List<Country> countries = ReviewQuestion.countries(charter);
        if (countries.isEmpty()) {
            throw Failure.notFound(Sentence.of("portfolio.review.no-country"));
        }
        return find(
                        here,
                        "country",
                        code -> countries.stream()
                                .filter(one -> one.iso3().equalsIgnoreCase(code))
                                .findFirst(),
                        countries.stream().map(Country::iso3))
                .orElseGet(countries::getFirst);
    }

    /** Everything about its country. */
    CoordinationQuestion whole() {
        return new CoordinationQuestion(country, period, currency, measure, Optional.empty(), Optional.empty());
    }

    private static Optional<Integer> year(Address here, String name) {
        return here.choice(name).map(word -> {
            if (!word.matches("\\d{4}")) {
                throw Failure.wrongUse(Sentence.of("coordination.failure.year", name, word));
            }
            return Integer.valueOf(word);
        });
    }

    private static <T extends Enum<T> & Term> Optional<T> term(Address here, String name, Class<T> vocabulary) {
        return find(
                here,
                name,
                code -> Term.find(vocabulary, code),
                Arrays.stream(vocabulary.getEnumConstants()).map(Term::code));
    }

    private static <T> Optional<T> find(
            Address here, String name, Function<String, Optional<T>> meaning, Stream<String> allowed) {
        return here.choice(name)
                .map(word -> meaning.apply(word)
                        .orElseThrow(() -> Failure.wrongUse(Sentence.of(
                                "coordination.failure.choice", name, word, String.join(", ", allowed.toList())))));
    }

    /** What of all findings is asked for. */
    Findings narrowed(Findings all) {
        return new Findings(
                all.findings().stream()
                        .filter(finding -> kind.isEmpty() || kind.get() == finding.kind())
                        .filter(finding -> area.isEmpty() || area.get() == finding.area())
                        .toList(),
                all.asked().stream()
                        .filter(asked -> area.isEmpty() || area.get() == asked.area())
                        .toList(),
                all.notComputed());
    }

    /** Whether the spread of money in an area is asked for. */
    boolean asksFor(Concentration concentration) {
        return area.isEmpty() || area.equals(concentration.area());
    }
}
