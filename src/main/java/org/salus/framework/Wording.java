package org.salus.framework;

import java.math.BigDecimal;
import java.text.ChoiceFormat;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Puts {@link Sentence}s into a language. Each room keeps its words in {@code org/salus/<room>/wording.properties}; a pattern is a
 * {@link MessageFormat}. A missing pattern is a defect of the program and is shown as its key, so that a page still stands.
 */
public final class Wording {
    private static final char THIN_SPACE = '\u202f';
    private static final char MINUS = '\u2212';

    private static final List<Locale> OFFERED = List.of(Locale.ENGLISH, Locale.FRENCH);

    private final Locale locale;

    private Wording(Locale locale) {
        this.locale = locale;
    }

    /** The words of a language; English where a translation is missing. */
    public static Wording in(Locale locale) {
        return new Wording(locale);
    }

    /** English, the language every room has. */
    public static Wording english() {
        return new Wording(Locale.ENGLISH);
    }

    /** The languages every room has words in, the usual one first. */
    public static List<Locale> offered() {
        return OFFERED;
    }

    public Locale locale() {
        return locale;
    }

    public String say(Sentence sentence) {
        return say(pattern(sentence.key()), sentence.arguments());
    }

    private String say(String pattern, List<Object> arguments) {
        if (pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            // Most words are plain, and a page of a large strategy says thousands of them.
            return pattern;
        }
        MessageFormat format = new MessageFormat(pattern, locale);
        Format[] places = format.getFormatsByArgumentIndex();
        for (int i = 0; i < Math.min(places.length, arguments.size()); i++) {
            if (places[i] instanceof ChoiceFormat choice && arguments.get(i) instanceof Number number) {
                // What was chosen may hold numbers itself.
                format.setFormatByArgumentIndex(i, new Words(say(choice.format(number.doubleValue()), arguments)));
            } else if (arguments.get(i) instanceof Number) {
                Format number = places[i] == null ? NumberFormat.getInstance(locale) : places[i];
                format.setFormatByArgumentIndex(i, spaced(number));
            }
        }
        return format.format(arguments.stream().map(this::inWords).toArray());
    }

    /** A sentence inside another is said, too, and a day is told as people write it. */
    private Object inWords(Object argument) {
        return switch (argument) {
            case Sentence inner -> say(inner);
            case PartialDate date -> day(date);
            case LocalDate date -> day(PartialDate.of(date));
            default -> argument;
        };
    }

    /** A date as exactly as it is known, in a sentence: 3 May 2013, May 2013, 2013. */
    public String day(PartialDate date) {
        return written(date, "d MMMM uuuu", "MMMM uuuu");
    }

    /** The same where room is short: 30 Sep 2013, Sep 2013, 2013. */
    public String shortDay(PartialDate date) {
        return written(date, "d MMM uuuu", "MMM uuuu");
    }

    public String shortDay(LocalDate day) {
        return shortDay(PartialDate.of(day));
    }

    private String written(PartialDate date, String day, String month) {
        return switch (date.precision()) {
            case DAY -> DateTimeFormatter.ofPattern(day, locale).format(date.earliest());
            case MONTH -> DateTimeFormatter.ofPattern(month, locale).format(date.earliest());
            case YEAR -> date.toString();
        };
    }

    /** Says the same whatever it is asked. */
    private static final class Words extends Format {
        private static final long serialVersionUID = 1L;
        private final String words;

        Words(String words) {
            this.words = words;
        }

        @Override
        public StringBuffer format(Object value, StringBuffer to, FieldPosition position) {
            return to.append(words);
        }

        @Override
        public Object parseObject(String source, ParsePosition position) {
            throw new UnsupportedOperationException("Words are only said");
        }
    }

    /** A number with every digit for people to read: with a true minus, which nobody takes for a dash between two numbers. */
    public static String figure(BigDecimal number) {
        return number.toPlainString().replace('-', MINUS);
    }

    /**
     * Thousands are set apart by a thin space in every language, so that nobody takes a comma for a point; what is below zero has a true minus, as in
     * {@link #figure}.
     */
    private static Format spaced(Format format) {
        if (format instanceof DecimalFormat number) {
            DecimalFormatSymbols symbols = number.getDecimalFormatSymbols();
            symbols.setGroupingSeparator(THIN_SPACE);
            symbols.setMinusSign(MINUS);
            number.setDecimalFormatSymbols(symbols);
        }
        return format;
    }

    public String say(String key, Object... arguments) {
        return say(Sentence.of(key, arguments));
    }

    /** Texts in a row that may hold commas themselves, parted as the language parts them: "one; another". */
    public String parted(Collection<String> texts) {
        return String.join(say("framework.list.between"), texts);
    }

    /** Names in a row as a sentence has them: "one, another and a third". */
    public String listed(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : say("framework.list.and", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
    }

    /** Whether the rooms have words for this key. */
    public boolean knows(String key) {
        return bundle(key).containsKey(key.substring(key.indexOf('.') + 1));
    }

    private String pattern(String key) {
        try {
            return bundle(key).getString(key.substring(key.indexOf('.') + 1));
        } catch (MissingResourceException missing) {
            return "'[" + key + "]'";
        }
    }

    private ResourceBundle bundle(String key) {
        String room = key.substring(0, key.indexOf('.'));
        return ResourceBundle.getBundle(
                "org.salus." + room + ".wording",
                locale,
                Wording.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
