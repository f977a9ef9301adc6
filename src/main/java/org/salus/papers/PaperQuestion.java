package org.salus.papers;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Pillar;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.strategy.Languages;
import org.salus.strategy.Readership;

/**
 * What a paper is asked for: the same words in an address, on a command line and in the API.
 *
 * @param choices as typed, without those that were left empty
 * @param readership for whom it is composed; empty leaves it to the template
 * @param language a tag; empty for the usual one
 * @param logo of the partner it is made out for
 */
public record PaperQuestion(
        Map<PaperChoice, String> choices, Optional<Readership> readership, String language, Optional<Logo> logo) {
    /** The names of all that can be said. */
    public static final List<String> NAMES = Stream.concat(
                    Stream.of(PaperChoice.values()).map(PaperChoice::code), Stream.of("for", "language"))
            .toList();

    /** Asks for nothing in particular. */
    public static final PaperQuestion NOTHING = of(Map.of(), Optional.empty());

    public PaperQuestion {
        choices = Map.copyOf(choices);
        Languages.of(language);
    }

    /**
     * What was typed.
     *
     * @param typed values by the names of {@link #NAMES}
     * @throws Failure (wrong use) if a name or a value is none that is known, at the field of that name
     */
    public static PaperQuestion of(Map<String, String> typed, Optional<Logo> logo) {
        Map<PaperChoice, String> choices = new EnumMap<>(PaperChoice.class);
        Optional<Readership> readership = Optional.empty();
        String language = "";
        for (Map.Entry<String, String> one : typed.entrySet()) {
            String value = one.getValue().strip();
            if (one.getKey().equals("for")) {
                readership = value.isEmpty() ? Optional.empty() : Optional.of(term("for", value, Readership.class));
            } else if (one.getKey().equals("language")) {
                language = value;
            } else {
                PaperChoice choice = Term.find(PaperChoice.class, one.getKey())
                        .orElseThrow(() -> Failure.wrongUse(Sentence.of(
                                "papers.failure.no-choice",
                                one.getKey(),
                                String.join(", ", Nearest.of(one.getKey(), NAMES)))));
                if (!value.isEmpty()) {
                    choices.put(choice, value);
                }
            }
        }
        PaperQuestion question = new PaperQuestion(choices, readership, language, logo);
        question.requireDates();
        question.area();
        question.pillar();
        return question;
    }

    /** The same words, by their names, in the order they are offered. */
    public Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        for (PaperChoice choice : PaperChoice.values()) {
            find(choice).ifPresent(value -> typed.put(choice.code(), value));
        }
        readership.ifPresent(one -> typed.put("for", one.code()));
        if (!language.isEmpty()) {
            typed.put("language", language);
        }
        return typed;
    }

    /** What was said to a choice. */
    public Optional<String> find(PaperChoice choice) {
        return Optional.ofNullable(choices.get(choice));
    }

    /** The first day of the period that is asked for. */
    public Optional<PartialDate> from() {
        return find(PaperChoice.FROM).flatMap(PartialDate::find);
    }

    /** The last day of the period that is asked for. */
    public Optional<PartialDate> to() {
        return find(PaperChoice.TO).flatMap(PartialDate::find);
    }

    /** The reform area that is asked for. */
    public Optional<ReformArea> area() {
        return find(PaperChoice.AREA)
                .map(code -> ReformArea.find(code)
                        .orElseThrow(() -> noTerm(
                                "area",
                                code,
                                Stream.of(ReformArea.values())
                                        .map(ReformArea::code)
                                        .toList())));
    }

    /** The pillar that is asked for. */
    public Optional<Pillar> pillar() {
        return find(PaperChoice.PILLAR).map(code -> term("pillar", code, Pillar.class));
    }

    private void requireDates() {
        for (PaperChoice choice : List.of(PaperChoice.FROM, PaperChoice.TO)) {
            find(choice).filter(text -> PartialDate.find(text).isEmpty()).ifPresent(text -> {
                throw Failure.wrongUse(Sentence.of("papers.failure.date", text)).at(choice.code());
            });
        }
        Optional<PartialDate> from = from();
        Optional<PartialDate> to = to();
        if (from.isPresent()
                && to.isPresent()
                && from.get().earliest().isAfter(to.get().latest())) {
            throw Failure.wrongUse(Sentence.of("papers.failure.period", from.get(), to.get()))
                    .at("to");
        }
    }

    private static <T extends Enum<T> & Term> T term(String name, String code, Class<T> vocabulary) {
        return Term.find(vocabulary, code)
                .orElseThrow(() -> noTerm(
                        name,
                        code,
                        Stream.of(vocabulary.getEnumConstants()).map(Term::code).toList()));
    }

    private static Failure noTerm(String name, String code, List<String> known) {
        return Failure.wrongUse(Sentence.of("papers.failure.no-term", name, code, String.join(", ", known)))
                .at(name);
    }
}
