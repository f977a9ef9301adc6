package org.salus.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import tools.jackson.databind.JsonNode;

/**
 * Reads written names of organisations, so that two spellings of one name become the same: case, accents, punctuation, legal forms and an acronym in brackets
 * fall away. Remembers what it read; safe for use by several threads.
 */
final class OrganisationNames {
    private static final Pattern DOTTED = Pattern.compile("(?<!\\p{L})((?:\\p{L}\\.){2,}\\p{L}?)(?!\\p{L})");
    private static final Pattern BRACKETS = Pattern.compile("\\(([^()]{2,12})\\)");
    private static final Pattern BEFORE = Pattern.compile("^(\\p{L}{3,10})\\s*[-–—/:]\\s*(\\S.*)$", Pattern.DOTALL);
    private static final Pattern BEHIND = Pattern.compile("^(.*\\S)\\s+[-–—]\\s*(\\p{L}{3,10})$", Pattern.DOTALL);
    private static final int LONGEST_COUNTRY = 4;
    private static final int STEM = 5;
    private static final int REMEMBERED = 100_000;

    /** An organisation's name as compared. */
    static final Name NOTHING = new Name("", "", "", false);

    private final Set<String> noName;
    private final Set<String> noReference;
    private final Set<String> heads = new HashSet<>();
    private final List<String> headStems = new ArrayList<>();
    private final Set<String> countries = new HashSet<>();
    private final Set<String> everybodys;
    private final Set<String> formsBefore;
    private final Map<String, String> forms = new HashMap<>();
    private final Map<String, String> spelling = new HashMap<>();
    private final Set<String> saysLittle = new HashSet<>();
    private final String edition;
    private final Map<String, Name> known = new ConcurrentHashMap<>();

    /**
     * A name without what varies.
     *
     * @param core its words; empty where it names nobody
     * @param form legal form, empty if none is written behind it
     * @param acronym one that it states, empty if none
     * @param isOfACountry whether another country may have an organisation of the same name
     */
    record Name(String core, String form, String acronym, boolean isOfACountry) {
        boolean isNothing() {
            return core.isEmpty();
        }
    }

    private OrganisationNames(JsonNode rules) {
        edition = rules.required("edition").asString();
        noReference = texts(rules.required("no-reference"));
        formsBefore = texts(rules.required("legal-forms-before"));
        for (String head : texts(rules.required("of-a-country"))) {
            if (head.endsWith("*")) {
                headStems.add(head.substring(0, head.length() - 1));
            } else {
                heads.add(head);
            }
        }
        everybodys = texts(rules.required("of-the-world"));
        countries.addAll(texts(rules.required("of-which-country")));
        for (Country country : Countries.shipped().all()) {
            countries.add(Folding.words(country.name()));
        }
        for (Map.Entry<String, JsonNode> form : rules.required("legal-forms").properties()) {
            forms.put(form.getKey(), form.getValue().asString());
        }
        for (Map.Entry<String, JsonNode> word : rules.required("spelling").properties()) {
            spelling.put(word.getKey(), word.getValue().asString());
        }
        saysLittle.addAll(texts(rules.required("says-little")));
        noName = new HashSet<>();
        for (String nobody : texts(rules.required("no-name"))) {
            noName.add(String.join(" ", tokens(nobody)));
        }
    }

    /** The rules that come with the program, read when they are first asked for. */
    private static final class Shipped {
        static final OrganisationNames NAMES = new OrganisationNames(RuleBook.yaml("organisation-rules.yaml"));
    }

    static OrganisationNames shipped() {
        return Shipped.NAMES;
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    String edition() {
        return edition;
    }

    /** Whether a reference says that there is none. */
    boolean isNoReference(String folded) {
        return noReference.contains(folded);
    }

    /** The name as compared. */
    Name read(String written) {
        if (known.size() > REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(written, this::compute);
    }

    private Name compute(String written) {
        String text = DOTTED.matcher(written.strip())
                .replaceAll(dotted -> Matcher.quoteReplacement(dotted.group(1).replace(".", "")));
        String acronym = "";
        Matcher brackets = BRACKETS.matcher(text);
        while (brackets.find()) {
            String inside = brackets.group(1).strip();
            String rest = text.substring(0, brackets.start()) + " " + text.substring(brackets.end());
            if (isAcronym(inside, 1) && spells(inside, rest)) {
                acronym = Folding.words(inside);
                text = rest;
                break;
            }
        }
        if (acronym.isEmpty()) {
            Matcher before = BEFORE.matcher(text);
            Matcher behind = BEHIND.matcher(text);
            if (before.matches() && isAcronym(before.group(1), 2) && spells(before.group(1), before.group(2))) {
                acronym = Folding.words(before.group(1));
                text = before.group(2);
            } else if (behind.matches() && isAcronym(behind.group(2), 2) && spells(behind.group(2), behind.group(1))) {
                acronym = Folding.words(behind.group(2));
                text = behind.group(1);
            }
        }
        List<String> words = tokens(text);
        String form = "";
        for (int length = 2; length >= 1; length--) {
            if (words.size() > length) {
                String end = String.join(" ", words.subList(words.size() - length, words.size()));
                String found = forms.get(end);
                if (found != null) {
                    form = found;
                    words = words.subList(0, words.size() - length);
                    break;
                }
            }
        }
        if (words.size() > 1 && formsBefore.contains(words.getFirst())) {
            words = words.subList(1, words.size());
        }
        String core = String.join(" ", words);
        if (core.length() < 2 || noName.contains(core) || core.chars().noneMatch(Character::isLetter)) {
            return NOTHING;
        }
        return new Name(core, form, acronym, isOfACountry(words));
    }

    private List<String> tokens(String text) {
        List<String> words = new ArrayList<>();
        String folded = Folding.words(text.replace("&", " and "));
        for (String word : folded.replace("co operation", "cooperation").split(" ", -1)) {
            if (!word.isEmpty() && !(words.isEmpty() && word.equals("the"))) {
                words.add(spelling.getOrDefault(word, word));
            }
        }
        return words;
    }

    private boolean isOfACountry(List<String> words) {
        boolean isHead = false;
        for (int from = 0; from < words.size(); from++) {
            String word = words.get(from);
            isHead = isHead || headStems.stream().anyMatch(word::startsWith);
            StringBuilder phrase = new StringBuilder();
            for (int to = from; to < Math.min(words.size(), from + LONGEST_COUNTRY); to++) {
                phrase.append(to == from ? "" : " ").append(words.get(to));
                String said = phrase.toString();
                if (countries.contains(said) || everybodys.contains(said)) {
                    return false;
                }
                isHead = isHead || heads.contains(said);
            }
        }
        return isHead;
    }

    /** A short word of capitals that is not the code of a country. */
    private static boolean isAcronym(String word, int leastCapitals) {
        return word.length() >= 2
                && word.length() <= 10
                && word.chars().allMatch(Character::isLetter)
                && word.chars().filter(Character::isUpperCase).count() >= leastCapitals
                && Countries.shipped().findByCode(word.toUpperCase(Locale.ROOT)).isEmpty();
    }

    /** Whether the letters stand in the name in that order, three of five of them at the beginning of a word and the first of all at the first or second. */
    static boolean spells(String acronym, String name) {
        return beginnings(acronym, name) * 5
                >= Folding.words(acronym).replace(" ", "").length() * 3;
    }

    /** How many of the letters begin a word of the name, if all stand there in that order; a negative number otherwise. */
    private static int beginnings(String acronym, String name) {
        String letters = Folding.words(acronym).replace(" ", "");
        String text = Folding.words(name);
        if (letters.isEmpty() || text.isEmpty()) {
            return -1;
        }
        int none = -1_000;
        // best[i]: most beginnings of words among the first i letters, found so far
        int[] best = new int[letters.length() + 1];
        Arrays.fill(best, none);
        best[0] = 0;
        int word = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean begins = at == 0 || text.charAt(at - 1) == ' ';
            word += begins ? 1 : 0;
            for (int i = letters.length(); i >= 1; i--) {
                if (letters.charAt(i - 1) == c && best[i - 1] >= 0 && (i > 1 || (begins && word <= 2))) {
                    best[i] = Math.max(best[i], best[i - 1] + (begins ? 1 : 0));
                }
            }
        }
        return best[letters.length()];
    }

    /** The words that say who it is, without those for countries; cut after five letters so that languages and numbers of a word meet. */
    Set<String> stems(String core) {
        Set<String> stems = new HashSet<>();
        for (String word : core.split(" ", -1)) {
            if (word.length() > 2
                    && !saysLittle.contains(word)
                    && !countries.contains(word)
                    && word.chars().noneMatch(Character::isDigit)) {
                stems.add(word.length() > STEM ? word.substring(0, STEM) : word);
            }
        }
        return stems;
    }

    /** Whether a word names a country or people of one. */
    boolean isCountry(String words) {
        return countries.contains(words);
    }

    /** Whether two names may be one: they share a word that says who it is, or one abbreviates the other. */
    boolean mayBeOne(String one, String other) {
        Set<String> stems = stems(one);
        if (stems.stream().anyMatch(stems(other)::contains)) {
            return true;
        }
        return abbreviates(one, other) || abbreviates(other, one);
    }

    /** Whether a single word is an acronym of the name, as far as letters tell. */
    static boolean abbreviates(String acronym, String name) {
        // Nobody states it here, so more has to fit.
        return acronym.length() >= 3
                && acronym.length() <= 10
                && acronym.indexOf(' ') < 0
                && beginnings(acronym, name) * 4 >= acronym.length() * 3;
    }
}
