package org.salus.portal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;
import org.salus.ledger.Item;
import org.salus.ledger.Kind;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.View;

/**
 * A pivot of support that somebody wants to find again, by a name. It holds the question and no answer: whoever opens it is answered from what is loaded then.
 *
 * @param country ISO 3166-1 alpha-3 code
 * @param question the words of the pivot's address, behind its question mark
 */
public record KeptView(String name, String country, String question) {
    /** Each has an id of its own, so one may be kept for oneself and tells nobody else that it is there. */
    public static final Kind<KeptView> KIND = Kind.of("pivot-view", KeptView.class)
            .ruledBy((edited, view) -> edited.value().refusals(edited, view));

    /** Letters of a name. */
    public static final int LONGEST_NAME = 200;

    /** Letters of a question: as many as an address of this program has. */
    public static final int LONGEST_QUESTION = 2_000;

    /**
     * What a view asks, as far as it still means something.
     *
     * @param page the nearest that can be opened
     * @param stale what of the question is left out there, and why; none where nothing is
     */
    public record Reading(Address page, List<Sentence> stale) {
        public Reading {
            stale = List.copyOf(stale);
        }
    }

    /**
     * Whom one is kept for.
     *
     * @param word {@code members}, also if nothing is said, or {@code me}
     * @param keeper who keeps it
     * @throws Failure (wrong use) if it is another word
     */
    public static Sensitivity audience(String word, AccountId keeper) {
        return switch (word) {
            case "", "members" -> Sensitivity.forMembers();
            case "me" -> new Sensitivity.Named(new TreeSet<>(List.of(keeper)));
            default ->
                throw Failure.wrongUse(Sentence.of("portal.choice.wrong", "audience", word, "members, me"))
                        .at("audience");
        };
    }

    /**
     * One that is about to be kept.
     *
     * @throws Failure (wrong use) if its country or a word of its question means nothing
     */
    public static KeptView of(String name, String country, String question) {
        String iso3 = Countries.shipped()
                .findByCode(country.strip())
                .map(Country::iso3)
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("portal.kept.no-country", country))
                        .at("country"));
        String words = question.strip();
        KeptView view = new KeptView(name.strip(), iso3, words.startsWith("?") ? words.substring(1) : words);
        view.read().stale().stream().findFirst().ifPresent(meansNothing -> {
            throw Failure.wrongUse(meansNothing).at("question");
        });
        return view;
    }

    /** The words that a view of an address holds: what the pivot understands, in its order. */
    public static String question(Address here) {
        String asked = here.at("/", known().toArray(String[]::new)).toString();
        return asked.contains("?") ? asked.substring(asked.indexOf('?') + 1) : "";
    }

    /** What a question may say; rows and columns stand before what depends on them. */
    static List<String> known() {
        return Stream.concat(PivotQuestion.names().stream(), CountryQuestion.kept().stream())
                .distinct()
                .toList();
    }

    /** Words may have meant something when it was kept, so only a name is asked for here; {@link #read} tells the rest. */
    private List<Sentence> refusals(Item<KeptView> edited, View view) {
        List<Sentence> refusals = new ArrayList<>();
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            refusals.add(Sentence.of("portal.kept.refusal.name", LONGEST_NAME));
        }
        if (question.length() > LONGEST_QUESTION) {
            refusals.add(Sentence.of("portal.kept.refusal.question", LONGEST_QUESTION));
        }
        boolean isNew = view.find(KIND, edited.id())
                .filter(known -> known.value().country().equals(country))
                .isEmpty();
        if (isNew && countryIfKnown().isEmpty()) {
            refusals.add(Sentence.of("portal.kept.no-country", country));
        }
        return refusals;
    }

    /** Its country, if there is one of that code. */
    Optional<Country> countryIfKnown() {
        return Countries.shipped().findByCode(country);
    }

    /** The question as far as its words mean something to this program; whatever is loaded. */
    public Reading read() {
        if (countryIfKnown().isEmpty()) {
            return new Reading(Address.of("/"), List.of(Sentence.of("portal.kept.no-country", country)));
        }
        List<Sentence> stale = new ArrayList<>();
        Map<String, String> words = words(stale);
        Address nearest = Address.of("/countries/" + country + "/pivot");
        for (String name : known()) {
            String value = words.remove(name);
            if (value == null) {
                continue;
            }
            Address next = nearest.with(name, value);
            Optional<Sentence> wrong = wrong(next);
            wrong.ifPresent(stale::add);
            nearest = wrong.isPresent() ? nearest : next;
        }
        words.keySet().forEach(unknown -> stale.add(Sentence.of("portal.kept.stale.word", unknown)));
        return new Reading(nearest, stale);
    }

    private Map<String, String> words(List<Sentence> stale) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String word : question.split("&", -1)) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                try {
                    words.put(decoded(word.substring(0, equals)), decoded(word.substring(equals + 1)));
                } catch (IllegalArgumentException broken) {
                    stale.add(Sentence.of("portal.kept.stale.word", word));
                }
            } else if (!word.isEmpty()) {
                stale.add(Sentence.of("portal.kept.stale.word", word));
            }
        }
        return words;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private Optional<Sentence> wrong(Address asked) {
        try {
            CountryQuestion.ofPivot(country, asked);
            PivotQuestion.check(asked);
            return Optional.empty();
        } catch (Failure meansNothing) {
            return Optional.of(meansNothing.sentence());
        }
    }
}
