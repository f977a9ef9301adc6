package org.salus.portfolio;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.ledger.Charter;

/**
 * What is asked of the queue of activities to be judged.
 *
 * @param country one of the workspace's
 * @param area only what is sorted there; empty for all
 * @param words only where title, donor or identifier has them; empty for all
 */
public record ReviewQuestion(
        Country country, ReviewState state, Optional<ReformArea> area, ReviewOrder order, String words) {
    /** What an address may say about it. */
    public static final List<String> CHOICES = List.of("country", "state", "area", "order", "q");

    /**
     * The question of an address.
     *
     * @param more choices the address may carry besides
     * @throws Failure if the workspace is about no such country, or a word means nothing
     */
    public static ReviewQuestion of(Address here, Charter charter, String... more) {
        here.knowing(Stream.concat(CHOICES.stream(), Stream.of(more)).toList());
        List<Country> countries = countries(charter);
        if (countries.isEmpty()) {
            throw Failure.notFound(Sentence.of("portfolio.review.no-country"));
        }
        Country country = find(
                        here,
                        "country",
                        code -> countries.stream()
                                .filter(one -> one.iso3().equalsIgnoreCase(code))
                                .findFirst(),
                        countries.stream().map(Country::iso3).toList())
                .orElseGet(countries::getFirst);
        return new ReviewQuestion(
                country,
                term(here, "state", ReviewState.class).orElse(ReviewState.OPEN),
                term(here, "area", ReformArea.class),
                term(here, "order", ReviewOrder.class).orElse(ReviewOrder.CERTAINTY),
                here.choice("q").orElse(""));
    }

    /** The countries of a workspace that open data may speak of. */
    public static List<Country> countries(Charter charter) {
        return charter.countries().stream()
                .flatMap(code -> Countries.shipped().findByCode(code).stream())
                .toList();
    }

    /**
     * The term of that code that was chosen.
     *
     * @throws Failure naming those there are
     */
    public static <T extends Enum<T> & Term> Optional<T> term(Address here, String name, Class<T> vocabulary) {
        return find(
                here,
                name,
                code -> Term.find(vocabulary, code),
                Arrays.stream(vocabulary.getEnumConstants()).map(Term::code).toList());
    }

    private static <T> Optional<T> find(
            Address here, String name, Function<String, Optional<T>> meaning, List<String> allowed) {
        return here.choice(name)
                .map(word -> meaning.apply(word)
                        .orElseThrow(() -> Failure.wrongUse(Sentence.of(
                                "portfolio.review.wrong",
                                name,
                                word,
                                allowed.stream().collect(Collectors.joining(", "))))));
    }
}
