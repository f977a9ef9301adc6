package org.salus.evidence;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    private static final Pattern TELEPHONE = Pattern.compile(NOT_WITHIN_A_NUMBER
            // +257 22 22 45 67, 00257-22-224567
            + "(?:(?:\\+|00(?=[1-9]))\\(?\\d{1,4}\\)?(?:[ \\u00a0.()/-]{0,3}\\d{1,5}){2,6}"
            // (202) 555-0123, (0)22 22 45 67
            + "|\\(\\+?\\d{1,5}\\)[ \\u00a0.-]?\\d{2,4}(?:[ \\u00a0.-]?\\d{2,4}){1,4}"
            // 202-555-0123
            + "|\\d{3}[ \\u00a0.-]\\d{3}[ \\u00a0.-]\\d{4}"
            // 020 7946 0123
            + "|0\\d{1,4}(?:[ \\u00a0./-]\\d{2,4}){2,4})(?![\\w])(?!-\\w)");

    /** A number that says it is one. */
    private static final Pattern NAMED = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?i:t[eé]l(?:[eé]phone|[eé]fono|efax)?s?|phone|fax|gsm|whats ?app|(?:mobile|mob|cell)(?=\\s{0,2}[.:]))"
                    + "[ \\u00a0.:#°º/-]{0,6}(?<number>\\+?\\(?\\d[\\d \\u00a0()./-]{4,24}\\d)(?!\\w)");

    private static final Pattern DAY = Pattern.compile(
            "(?:0?[1-9]|[12]\\d|3[01])[ ./-](?:0?[1-9]|1[0-2])[ ./-](?:19|20)\\d{2}|(?:0?[1-9]|1[0-2])[ ./-](?:0?[1-9]|[12]\\d|3[01])[ ./-](?:19|20)\\d{2}");
    private static final Pattern YEARS = Pattern.compile("\\(?(?:19|20)\\d{2}\\)?(?:[ ./-]+(?:19|20)?\\d{2})*");

    /** Of what stands before the at sign; nobody has a longer one. */
    private static final int LONGEST_NAME = 320;

    private MaskedText() {}

    /** The text with every e-mail address and telephone number replaced by dots. */
    public static String of(String text) {
        return withoutNumbers(withoutAddresses(text));
    }

    /** The text with every e-mail address replaced; for codes and addresses, where digits mean something else. */
    static String withoutAddresses(String text) {
        if (text.indexOf('@') < 0
                && text.indexOf("&#") < 0
                && text.indexOf(";#") < 0
                && text.indexOf("%40") < 0
                && !mayHoldBrackets(text)) {
            return text;
        }
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

    private static boolean mayHoldBrackets(String text) {
        int at = -1;
        do {
            at = text.indexOf('t', at + 1);
            if (at > 1
                    && at + 1 < text.length()
                    && "])} ".indexOf(text.charAt(at + 1)) >= 0
                    && "aA".indexOf(text.charAt(at - 1)) >= 0) {
                return true;
            }
        } while (at >= 0);
        return text.indexOf("AT]") >= 0 || text.indexOf("AT)") >= 0;
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || "._%+-'~!#$^*|`?".indexOf(c) >= 0;
    }

    private static String withoutNumbers(String text) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < 6; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            }
        }
        if (digits < 6) {
            return text;
        }
        String left = replaced(
                NAMED.matcher(text), "number", number -> digits(number) < 6 || isDate(number) ? number : NUMBER);
        return replaced(TELEPHONE.matcher(left), null, number -> isTelephone(number) ? NUMBER : number);
    }

    private static String replaced(
            Matcher found, @org.jspecify.annotations.Nullable String group, UnaryOperator<String> mask) {
        return found.replaceAll(match -> {
            String whole = match.group();
            if (group == null) {
                return Matcher.quoteReplacement(mask.apply(whole));
            }
            String number = match.group(group);
            return Matcher.quoteReplacement(whole.substring(0, whole.length() - number.length()) + mask.apply(number));
        });
    }

    private static boolean isTelephone(String number) {
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
