package org.salus.appraisal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.frame.web.Address;
import org.salus.framework.CountryCodes;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.sector.ActorType;

/**
 * What is asked of the register.
 *
 * @param country ISO 3166-1 alpha-3 code; empty for the library alone
 * @param region only instruments open to that group of states
 * @param all also those that are not open to the country
 */
public record InstrumentQuestion(
        Optional<String> country,
        Optional<InstrumentTopic> topic,
        Optional<ActorType> institution,
        Optional<StateGroup> region,
        boolean all) {
    /** What an address may say about it. */
    public static final List<String> CHOICES = List.of("country", "topic", "institution", "region", "all");

    /**
     * The question of an address, about one of these countries.
     *
     * @param countries of a workspace, the first of which is taken where none is chosen; empty where any country may be asked about
     * @param more choices the address may carry besides
     * @throws Failure (wrong use) naming what there is, if a word means nothing
     */
    public static InstrumentQuestion of(Address here, List<String> countries, String... more) {
        here.knowing(Stream.concat(CHOICES.stream(), Stream.of(more)).toList());
        return new InstrumentQuestion(
                chosen(here, "country", code -> country(code, countries), countries)
                        .or(() -> countries.stream().findFirst()),
                term(here, "topic", InstrumentTopic.class),
                term(here, "institution", ActorType.class),
                chosen(
                        here,
                        "region",
                        Instruments.shipped()::findGroup,
                        Instruments.shipped().groups().stream()
                                .map(StateGroup::code)
                                .toList()),
                chosen(
                                here,
                                "all",
                                word -> switch (word) {
                                    case "true" -> Optional.of(true);
                                    case "false" -> Optional.of(false);
                                    default -> Optional.<Boolean>empty();
                                },
                                List.of("true", "false"))
                        .orElse(false));
    }

    private static Optional<String> country(String code, List<String> countries) {
        String upper = code.toUpperCase(Locale.ROOT);
        return countries.isEmpty()
                ? Countries.shipped()
                        .findByCode(upper)
                        .map(Country::iso3)
                        .or(() -> Optional.of(upper).filter(CountryCodes::isKnown))
                : Optional.of(upper).filter(countries::contains);
    }

    private static <T extends Enum<T> & Term> Optional<T> term(Address here, String name, Class<T> vocabulary) {
        return chosen(
                here,
                name,
                code -> Term.find(vocabulary, code),
                Arrays.stream(vocabulary.getEnumConstants()).map(Term::code).toList());
    }

    private static <T> Optional<T> chosen(
            Address here, String name, Function<String, Optional<T>> meaning, List<String> allowed) {
        return here.choice(name)
                .map(word -> meaning.apply(word)
                        .orElseThrow(() -> Failure.wrongUse(
                                allowed.isEmpty()
                                        ? Sentence.of("appraisal.failure.country", word, CountryCodes.nearest(word))
                                        : Sentence.of(
                                                "appraisal.failure.choice", name, word, String.join(", ", allowed)))));
    }

    /** Whether an instrument belongs to the answer. */
    boolean takes(Instrument instrument) {
        return topic.map(instrument.topics()::contains).orElse(true)
                && institution.map(instrument.binds()::contains).orElse(true)
                && region.map(group -> instrument.groups().stream()
                                .anyMatch(open -> open.code().equals(group.code())))
                        .orElse(true)
                && (all || country.map(instrument::isOpenTo).orElse(true));
    }

    /** What to call the country in the middle of a sentence: its name, or that it is a country with this code where it is invented. */
    public String countryIn(Wording wording) {
        return country.flatMap(code -> Countries.shipped()
                        .findByCode(code)
                        .map(known -> known.inText(wording))
                        .or(() -> Optional.of(wording.say("appraisal.standards.country-code", code))))
                .orElse("");
    }
}
