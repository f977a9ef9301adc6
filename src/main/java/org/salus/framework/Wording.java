package org.salus.framework;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
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

    public Locale locale() {
        return locale;
    }

    public String say(Sentence sentence) {
        MessageFormat format = new MessageFormat(pattern(sentence.key()), locale);
        Format[] places = format.getFormatsByArgumentIndex();
        List<Object> arguments = sentence.arguments();
        for (int i = 0; i < Math.min(places.length, arguments.size()); i++) {
            if (arguments.get(i) instanceof Number) {
                Format number = places[i] == null ? NumberFormat.getInstance(locale) : places[i];
                format.setFormatByArgumentIndex(i, spaced(number));
            }
        }
        return format.format(arguments.stream()
                .map(argument -> argument instanceof Sentence inner ? say(inner) : argument)
                .toArray());
    }

    /** Thousands are set apart by a thin space in every language, so that nobody takes a comma for a point. */
    private static Format spaced(Format format) {
        if (format instanceof DecimalFormat number) {
            DecimalFormatSymbols symbols = number.getDecimalFormatSymbols();
            symbols.setGroupingSeparator(THIN_SPACE);
            number.setDecimalFormatSymbols(symbols);
        }
        return format;
    }

    public String say(String key, Object... arguments) {
        return say(Sentence.of(key, arguments));
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
