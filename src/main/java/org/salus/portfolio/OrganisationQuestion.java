package org.salus.portfolio;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.salus.evidence.Country;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Charter;

/**
 * What is asked of the organisations of a country.
 *
 * @param words only where a name or reference has them; empty for all
 * @param role only those that are this
 * @param key only this one, with its activities
 */
public record OrganisationQuestion(
        Country country, String words, Optional<OrganisationRole> role, Optional<String> key) {
    /** What an address may say about it. */
    public static final List<String> CHOICES = List.of("country", "q", "role", "key");

    /**
     * The question of an address in a workspace.
     *
     * @param more choices the address may carry besides
     * @throws Failure if the workspace is about no such country, or a word means nothing
     */
    public static OrganisationQuestion of(Address here, Charter charter, String... more) {
        here.knowing(Stream.concat(CHOICES.stream(), Stream.of(more)).toList());
        List<Country> countries = ReviewQuestion.countries(charter);
        if (countries.isEmpty()) {
            throw Failure.notFound(Sentence.of("portfolio.review.no-country"));
        }
        Country country = here.choice("country")
                .map(code -> countries.stream()
                        .filter(one -> one.iso3().equalsIgnoreCase(code))
                        .findFirst()
                        .orElseThrow(() -> Failure.wrongUse(Sentence.of(
                                "portfolio.review.wrong",
                                "country",
                                code,
                                String.join(
                                        ", ",
                                        countries.stream().map(Country::iso3).toList())))))
                .orElseGet(countries::getFirst);
        return of(here, country);
    }

    /** The question about a country. */
    public static OrganisationQuestion of(Address here, Country country) {
        return new OrganisationQuestion(
                country,
                here.choice("q").orElse(""),
                ReviewQuestion.term(here, "role", OrganisationRole.class),
                here.choice("key"));
    }

    /** The organisations that are asked for. */
    public List<Organisation> of(Organisations organisations) {
        Set<String> words = ReviewQueue.wordsOf(this.words);
        return organisations.all().stream()
                .filter(one -> key.map(wanted ->
                                organisations.find(wanted).filter(one::equals).isPresent())
                        .orElse(true))
                .filter(one -> role.map(one.roles()::contains).orElse(true))
                .filter(one -> words.isEmpty() || speaksOf(one, words))
                .toList();
    }

    private static boolean speaksOf(Organisation organisation, Set<String> words) {
        StringBuilder all = new StringBuilder(organisation.key());
        organisation.references().forEach(reference -> all.append(' ').append(reference));
        organisation
                .written()
                .forEach(written ->
                        written.names().keySet().forEach(name -> all.append(' ').append(name)));
        String said = " " + Folding.words(all.toString());
        return words.stream().allMatch(word -> said.contains(" " + word));
    }
}
