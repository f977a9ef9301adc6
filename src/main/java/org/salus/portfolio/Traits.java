package org.salus.portfolio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.salus.framework.ReformArea;

/**
 * What a learned model looks at in an activity: the rules' answer, the codes of the DAC, and the beginnings of words. Long texts do not weigh more than short ones.
 */
final class Traits {
    /**
     * A trait with its weight.
     *
     * @param shown the word or code it stands for in this activity, put together only where somebody asks
     */
    record Trait(String name, double weight, Supplier<String> shown) {}

    static final String ALWAYS = "always";
    static final String WORD = "word ";
    static final String CODE = "code ";
    private static final String RULES = "rules ";
    /** Letters of a word that count: what follows is mostly grammar, in all the languages read here. */
    private static final int LETTERS = 6;

    private static final int SHORTEST = 3;
    private static final double TITLE = 1;
    private static final double DESCRIPTION = 0.5;
    private static final int WORDS_OF_DESCRIPTION = 200;
    /** All words together weigh as much as this many codes, whatever their number. */
    private static final double ALL_WORDS = 2;

    private Traits() {}

    private record Found(double weight, Words words, int at) {}

    static List<Trait> of(Sortable activity, ReformArea rulesAnswer) {
        List<Trait> traits = new ArrayList<>();
        traits.add(new Trait(ALWAYS, 1, () -> ALWAYS));
        traits.add(new Trait(RULES + rulesAnswer.code(), 1, rulesAnswer::code));
        for (String code : codes(activity.sectors())) {
            traits.add(new Trait(CODE + code, 1, () -> code));
        }
        Map<String, Found> words = new LinkedHashMap<>();
        activity.titles().forEach(title -> read(words, title, TITLE, Integer.MAX_VALUE));
        activity.descriptions().forEach(text -> read(words, text, DESCRIPTION, WORDS_OF_DESCRIPTION));
        double squares = 0;
        for (Found found : words.values()) {
            squares += found.weight() * found.weight();
        }
        double norm = squares == 0 ? 0 : ALL_WORDS / Math.sqrt(squares);
        words.forEach((word, found) -> traits.add(new Trait(
                WORD + word, found.weight() * norm, () -> found.words().original(found.at(), found.at() + 1))));
        return traits;
    }

    /** The codes of the DAC, each with its group of three digits. */
    private static Set<String> codes(List<SectorCode> sectors) {
        Set<String> codes = new TreeSet<>();
        for (SectorCode sector : sectors) {
            if (CodeBook.isDac(sector)) {
                codes.add(sector.code().substring(0, Math.min(5, sector.code().length())));
                codes.add(sector.code().substring(0, 3));
            }
        }
        return codes;
    }

    private static void read(Map<String, Found> found, String text, double weight, int most) {
        Words words = new Words(text, Math.min(text.length(), RuleSorter.TEXT_LIMIT));
        for (int i = 0; i < Math.min(words.count(), most); i++) {
            int from = words.lettersFrom(i);
            int length = words.lettersTo(i) - from;
            if (length >= SHORTEST && !isNumber(words.letters(), from, length)) {
                String beginning = new String(words.letters(), from, Math.min(length, LETTERS));
                Found known = found.get(beginning);
                if (known == null || known.weight() < weight) {
                    found.put(beginning, new Found(weight, words, i));
                }
            }
        }
    }

    private static boolean isNumber(char[] letters, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (!Character.isDigit(letters[i])) {
                return false;
            }
        }
        return true;
    }
}
