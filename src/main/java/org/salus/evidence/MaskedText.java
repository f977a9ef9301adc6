package org.salus.evidence;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes e-mail addresses and telephone numbers out of texts. Every text of an activity passes through here when it is read, so the store holds none;
 * the XML as published passes through when it is shown. Dates, amounts, codes and coordinates stay. Time grows with the length of the text only.
 */
public final class MaskedText {
    static final String ADDRESS = "•••@•••";
    static final String NUMBER = "•••";

    /** An at sign, also in the disguises that are meant to keep machines away. */
    private static final Pattern AT = Pattern.compile(
            "@|&(?:amp;)?#(?:0{0,6}64|[xX]0{0,6}40);|%40|\\s{0,2}[\\[({]\\s?(?i:at)\\s?[\\])}]\\s{0,2}");

    private static final Pattern DOMAIN = Pattern.compile(
            "[\\p{L}\\p{N}-]{1,63}(?:(?:\\.|\\s?[\\[(]\\s?(?i:dot)\\s?[\\])]\\s?)[\\p{L}\\p{N}-]{1,63}){1,9}");

    private static final String NOT_WITHIN_A_NUMBER = "(?<![\\w.,/=-])(?<!\\d[ \\u00a0'])";

    /** What may be a telephone number; {@link #isTelephone} has the last word. */
    static final Pattern TELEPHONE = Pattern.compile(NOT_WITHIN_A_NUMBER
            // +257 22 22 45 67, 00257-22-224567
            + "(?:(?:\\+|00(?=[1-9]))\\(?\\d{1,4}\\)?(?:[ \\u00a0.()/-]{0,3}\\d{1,5}){2,6}"
            // (202) 555-0123, (0)22 22 45 67
            + "|\\(\\+?\\d{1,5}\\)[ \\u00a0.-]?\\d{2,4}(?:[ \\u00a0.-]?\\d{2,4}){1,4}"
            // 202-555-0123
            + "|\\d{3}[ \\u00a0.-]\\d{3}[ \\u00a0.-]\\d{4}"
            // 020 7946 0123
            + "|0\\d{1,4}(?:[ \\u00a0./-]\\d{2,4}){2,4})(?![\\w])(?!-\\w)");

    /** A number that says it is one. */
    static final Pattern NAMED = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?i:t[eé]l(?:[eé]phone|[eé]fono|efax)?s?|phone|fax|gsm|whats ?app|(?:mobile|mob|cell)(?=\\s{0,2}[.:]))"
                    + "[ \\u00a0.:#°º/-]{0,6}(?<number>\\+?\\(?\\d[\\d \\u00a0()./-]{4,24}\\d)(?!\\w)");

    private static final Pattern DAY = Pattern.compile(
            "(?:0?[1-9]|[12]\\d|3[01])[ ./-](?:0?[1-9]|1[0-2])[ ./-](?:19|20)\\d{2}|(?:0?[1-9]|1[0-2])[ ./-](?:0?[1-9]|[12]\\d|3[01])[ ./-](?:19|20)\\d{2}");
    private static final Pattern YEARS = Pattern.compile("\\(?(?:19|20)\\d{2}\\)?(?:[ ./-]+(?:19|20)?\\d{2})*");

    private static final char NO_BREAK_SPACE = '\u00a0';

    /** Of what stands before the at sign; nobody has a longer one. */
    private static final int LONGEST_NAME = 320;

    /** Fewer digits are no telephone number, whatever is said before them. */
    private static final int FEWEST_DIGITS = 6;

    /** What {@link #NAMED} may hold before its number. */
    private static final int LONGEST_NAME_OF_NUMBER = 24;

    private static final byte DIGIT = 1;
    private static final byte BETWEEN_DIGITS = 2;
    private static final byte OF_ADDRESS = 4;

    /** What the characters below 128 may be part of. */
    private static final byte[] MAY_BE = new byte[128];

    static {
        for (char c = '0'; c <= '9'; c++) {
            MAY_BE[c] = DIGIT;
        }
        for (char c : " .()/-+".toCharArray()) {
            MAY_BE[c] |= BETWEEN_DIGITS;
        }
        for (char c : "@#%[({".toCharArray()) {
            MAY_BE[c] |= OF_ADDRESS;
        }
    }

    private MaskedText() {}

    /** The text with every e-mail address and telephone number replaced by dots. */
    public static String of(String text) {
        // Most texts hold neither: one look at each character spares them the patterns, which take a hundred times as
        // long.
        int digits = 0;
        boolean address = false;
        boolean number = false;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            byte kind = kindOf(text.charAt(i));
            if (kind == 0) {
                digits = 0;
            } else if (kind == DIGIT) {
                number |= ++digits == FEWEST_DIGITS;
            } else {
                address |= (kind & OF_ADDRESS) != 0 && mayBeAt(text, i);
                digits = (kind & BETWEEN_DIGITS) != 0 ? digits : 0;
            }
        }
        String left = address ? addressesReplaced(text) : text;
        return number ? withoutNumbers(left) : left;
    }

    /** The text with every e-mail address replaced; for codes and addresses, where digits mean something else. */
    static String withoutAddresses(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ((kindOf(text.charAt(i)) & OF_ADDRESS) != 0 && mayBeAt(text, i)) {
                return addressesReplaced(text);
            }
        }
        return text;
    }

    private static byte kindOf(char c) {
        return c < MAY_BE.length ? MAY_BE[c] : c == NO_BREAK_SPACE ? BETWEEN_DIGITS : 0;
    }

    /** Whether {@link #AT} may match around this place; true too often is only slow. */
    private static boolean mayBeAt(String text, int place) {
        return switch (text.charAt(place)) {
            case '@' -> true;
            case '#' -> place > 0 && "&;".indexOf(text.charAt(place - 1)) >= 0;
            case '%' -> text.startsWith("40", place + 1);
            default -> {
                int next = place + 1;
                while (next < text.length() && next <= place + 1 && Character.isWhitespace(text.charAt(next))) {
                    next++;
                }
                yield text.regionMatches(true, next, "at", 0, 2);
            }
        };
    }

    static String addressesReplaced(String text) {
        Matcher at = AT.matcher(text);
        Matcher domain = DOMAIN.matcher(text);
        StringBuilder out = null;
        int done = 0;
        while (at.find()) {
            int from = at.start();
            while (from > Math.max(done, at.start() - LONGEST_NAME) && isOfName(text.charAt(from - 1))) {
                from--;
            }
            boolean plain = text.charAt(at.start()) == '@';
            if ((from == at.start() && !plain)
                    || !domain.region(at.end(), text.length()).lookingAt()) {
                continue;
            }
            out = out == null ? new StringBuilder(text.length()) : out;
            out.append(text, done, from).append(ADDRESS);
            done = domain.end();
            at.region(done, text.length());
        }
        return out == null ? text : out.append(text, done, text.length()).toString();
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || "._%+-'~!#$^*|`?".indexOf(c) >= 0;
    }

    private static String withoutNumbers(String text) {
        String left = numbersReplaced(text, NAMED, LONGEST_NAME_OF_NUMBER, "number", MaskedText::isNamedNumber);
        return numbersReplaced(left, TELEPHONE, 0, null, MaskedText::isTelephone);
    }

    /**
     * Looks with the pattern only where enough digits follow each other, at most interrupted by what may stand between them.
     *
     * @param before how many characters before the digits the pattern may begin
     * @param group of the pattern, what is replaced; all of it if null
     */
    private static String numbersReplaced(
            String text, Pattern pattern, int before, @Nullable String group, Predicate<String> isNumber) {
        Matcher found = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        StringBuilder out = null;
        int done = 0;
        int start = 0;
        while (start < text.length()) {
            int end = start;
            int digits = 0;
            byte kind;
            while (end < text.length() && ((kind = kindOf(text.charAt(end))) & (DIGIT | BETWEEN_DIGITS)) != 0) {
                digits += kind == DIGIT ? 1 : 0;
                end++;
            }
            if (digits >= FEWEST_DIGITS) {
                found.region(Math.max(done, start - before), end);
                while (found.find()) {
                    int from = group == null ? found.start() : found.start(group);
                    int to = group == null ? found.end() : found.end(group);
                    if (isNumber.test(text.substring(from, to))) {
                        out = out == null ? new StringBuilder(text.length()) : out;
                        out.append(text, done, from).append(NUMBER);
                        done = to;
                    }
                }
            }
            start = end + 1;
        }
        return out == null ? text : out.append(text, done, text.length()).toString();
    }

    static boolean isNamedNumber(String number) {
        return digits(number) >= FEWEST_DIGITS && !isDate(number);
    }

    static boolean isTelephone(String number) {
        int digits = digits(number);
        return digits >= 8 && digits <= 15 && !isDate(number);
    }

    private static boolean isDate(String number) {
        return DAY.matcher(number).matches() || YEARS.matcher(number).matches();
    }

    private static int digits(String number) {
        return (int) number.chars().filter(c -> c >= '0' && c <= '9').count();
    }
}
