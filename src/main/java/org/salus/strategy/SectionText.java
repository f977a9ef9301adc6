package org.salus.strategy;

import java.util.ArrayList;
import java.util.List;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.Kind;

/**
 * What people wrote for a section. It takes the place of the text that would be composed and stays as it is whatever the model comes to say; what is new there is offered beside
 * it. A section may have several, each meant for other readers: an edition holds those its readership may read, in their order.
 *
 * @param language IETF tag of the language it is written in: {@code en}
 * @param place where it stands among several of one section, from 0
 * @param text in the plain markup of {@link TypedText}
 * @param base what had been composed when it was last looked at, passage by passage, as {@link Passages#mark marks}: enough to tell what is new, and nothing to read
 */
public record SectionText(Section section, String language, int place, String text, List<String> base) {
    /** Letters of a text; a section of ten thousand words has about seventy thousand. */
    static final int LONGEST = 400_000;

    private static final int MOST_PASSAGES = 5_000;
    private static final int MOST_PLACES = 1_000;

    public static final Kind<SectionText> KIND =
            Kind.of("strategy-text", SectionText.class).ruledBy((edited, view) -> refusals(edited));

    public SectionText {
        base = List.copyOf(base);
    }

    /** The same with other words, looked at beside what is composed now. */
    public SectionText saying(String words, List<String> composed) {
        return new SectionText(section, language, place, words, composed);
    }

    private static List<Sentence> refusals(Item<SectionText> edited) {
        SectionText text = edited.value();
        List<Sentence> refusals = new ArrayList<>();
        if (text.text().isBlank()) {
            refusals.add(Sentence.of("strategy.refusal.no-text"));
        }
        if (text.text().length() > LONGEST) {
            refusals.add(Sentence.of("strategy.refusal.long-text", LONGEST));
        }
        if (!Languages.isOffered(text.language())) {
            refusals.add(
                    Sentence.of("strategy.refusal.language", text.language(), String.join(", ", Languages.offered())));
        }
        if (text.place() < 0 || text.place() > MOST_PLACES || text.base().size() > MOST_PASSAGES) {
            refusals.add(Sentence.of("strategy.refusal.place", MOST_PLACES));
        }
        return refusals;
    }
}
