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

    /** Characters that nobody sees and that keep machines from seeing an address. */
    private static final String UNSEEN = "[\\u00ad\\u200b\\u2060\\ufeff]{0,2}";

    /** An at sign, also in the disguises that are meant to keep machines away. */
    private static final Pattern AT = Pattern.compile(UNSEEN + "@" + UNSEEN
            + "|&(?:amp;)?#(?:0{0,6}64|[xX]0{0,6}40);|&(?:amp;)?commat;|%40"
            + "|\\s{0,2}(?:[\\[({<]|&lt;)\\s?(?i:at|arroba|arobase)\\s?(?:[\\])}>]|&gt;)\\s{0,2}"
            + "|[\\[({](?i:a)[\\])}]"
            + "|(?<spaced>\\s@\\s)"
            + "|(?<words>[\\s_](?i:at)[\\s_])");

    /** How many blank or unseen characters a match of {@link #AT} may begin with. */
    private static final int BEFORE_AT = 2;

    private static final String LABEL = "[\\p{L}\\p{N}-]{1,63}";
    private static final Pattern DOMAIN = Pattern.compile(LABEL
            + "(?:(?:\\.|&(?:amp;)?#(?:0{0,6}46|[xX]0{0,6}2[eE]);|&(?:amp;)?period;|\\s?[\\[({]\\s?(?i:dot|punto|point)\\s?[\\])}]\\s?)"
            + LABEL + "){1,9}");

    /** A domain that cannot be mistaken for a number with decimals. */
    private static final Pattern DOMAIN_OF_LETTERS =
            Pattern.compile(LABEL + "(?:\\." + LABEL + "){0,8}\\.\\p{L}{2,63}");

    private static final Pattern DOMAIN_IN_WORDS =
            Pattern.compile(LABEL + "(?:[\\s_](?i:dot)[\\s_]" + LABEL + "){1,9}");

    private static final String NOT_WITHIN_A_NUMBER = "(?<![\\w.,/=-])(?<!\\d[ \\u00a0'])";

    /** What may be a telephone number; {@link #isTelephone} has the last word. */
    static final Pattern TELEPHONE = Pattern.compile(NOT_WITHIN_A_NUMBER
            // +257 22 22 45 67, 00257-22-224567
            + "(?:(?:\\+|00(?=[1-9]))\\(?\\d{1,4}\\)?(?:[ \\u00a0.()/-]{0,3}\\d{1,5}){2,6}"
            // (202) 555-0123, (0)22 22 45 67, (57-1) 234 5678
            + "|\\(\\+?\\d{1,5}(?:[ \\u00a0-]\\d{1,4})?\\)[ \\u00a0.-]?\\d{1,4}(?:[ \\u00a0.-]?\\d{2,4}){1,4}"
            // 202-555-0123, 1-202-555-0123
            + "|(?:1[ \\u00a0.-])?\\d{3}[ \\u00a0.-]\\d{3}[ \\u00a0.-]\\d{4}"
            // 020 7946 0123
            + "|0\\d{1,4}(?:[ \\u00a0./-]\\d{2,4}){2,4})(?![\\w])(?!-\\w)");

    /** A number that says it is one. */
    static final Pattern NAMED = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?i:t[eé]l(?:[eé]phone|[eé]fono|efax|efone?|efoon|[eé]?f)?s?|phone|fax|gsm|whats ?app|viber|(?u:тел(?:ефон)?)"
                    + "|ph(?=\\s?:)|tfno|t[eé]lf|(?:mobile|mob|cell?|celular|c[eé]l)(?=\\s{0,2}[.:]|\\s\\+?0))"
                    + "(?:[ \\u00a0.]{1,2}(?i:no|nr|num(?:ber|[eé]ro)|nummer))?"
                    + "[ \\u00a0.:#°º/-]{0,6}(?<number>\\+?\\(?\\d[\\d \\u00a0()./-]{4,24}\\d)(?!\\w)");

    /** An amount behind a number in parentheses, "(2) 10 000 000" or "(2010) 12 500 000". */
    private static final Pattern NUMBERED_AMOUNT =
            Pattern.compile("\\((?:19|20)\\d{2}\\).*|\\([1-9]\\d{0,4}\\) \\d{1,3}(?: \\d{3})+");

    private static final Pattern DAY = Pattern.compile(
            "(?:0?[1-9]|[12]\\d|3[01])[ ./-](?:0?[1-9]|1[0-2])[ ./-](?:19|20)\\d{2}|(?:0?[1-9]|1[0-2])[ ./-](?:0?[1-9]|[12]\\d|3[01])[ ./-](?:19|20)\\d{2}"
                    // 0000-00-00 is no day, and no number either that anybody could call.
                    + "|\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern YEARS = Pattern.compile("\\(?(?:19|20)\\d{2}\\)?(?:[ ./-]+(?:19|20)?\\d{2})*");

    private static final char NO_BREAK_SPACE = '\u00a0';

    /** Before the Arabic zero there are no digits, blanks, dashes or at signs but the usual ones. */
    private static final char FIRST_OTHER_DIGIT = '\u0660';

    /** Of what stands before the at sign; nobody has a longer one. */
    private static final int LONGEST_NAME = 320;

    /** Fewer digits are no telephone number, whatever is said before them. */
    private static final int FEWEST_DIGITS = 6;

    /** What {@link #NAMED} may hold before its number. */
    private static final int LONGEST_NAME_OF_NUMBER = 32;

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
        for (char c : "@#%[({<& _".toCharArray()) {
            MAY_BE[c] |= OF_ADDRESS;
        }
    }

    private MaskedText() {}

    /**
     * A text as it is shown, and as the patterns see it: digits, dashes, blanks and signs of any script in their plain form, character for character.
     */
    private record Seen(String shown, String plain) {
        static Seen of(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (plain(text.charAt(i)) != text.charAt(i)) {
                    char[] plain = text.toCharArray();
                    for (int j = i; j < plain.length; j++) {
                        plain[j] = plain(plain[j]);
                    }
                    return new Seen(text, new String(plain));
                }
            }
            return new Seen(text, text);
        }

        private static char plain(char c) {
            if (c < FIRST_OTHER_DIGIT) {
                return c;
            }
            if (c >= '\uff01' && c <= '\uff5e') {
                return (char) (c - '\uff01' + '!');
            }
            return switch (Character.getType(c)) {
                case Character.DECIMAL_DIGIT_NUMBER -> (char) ('0' + Character.digit(c, 10));
                case Character.DASH_PUNCTUATION -> '-';
                case Character.SPACE_SEPARATOR -> ' ';
                default -> c == '\u2212' ? '-' : c == '\ufe6b' ? '@' : c;
            };
        }
    }

    /** Builds a text anew with some places replaced, both as shown and as seen. */
    private static final class Replaced {
        private final Seen text;
        private final StringBuilder shown;
        private final StringBuilder plain;
        private int done;

        Replaced(Seen text) {
            this.text = text;
            this.shown = new StringBuilder(text.shown().length());
            this.plain = new StringBuilder(text.plain().length());
        }

        void place(int from, int to, String by) {
            shown.append(text.shown(), done, from).append(by);
            plain.append(text.plain(), done, from).append(by);
            done = to;
        }

        Seen whole() {
            if (done == 0) {
                return text;
            }
            shown.append(text.shown(), done, text.shown().length());
            plain.append(text.plain(), done, text.plain().length());
            return new Seen(shown.toString(), plain.toString());
        }
    }

    /** The text with every e-mail address and telephone number replaced by dots. */
    public static String of(String text) {
        // Most texts hold neither: one look at each character spares them the patterns, which take a hundred times as
        // long.
        int digits = 0;
        boolean address = false;
        boolean number = false;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            byte kind = kindOf(c < FIRST_OTHER_DIGIT ? c : Seen.plain(c));
            if (kind == 0) {
                digits = 0;
            } else if (kind == DIGIT) {
                number |= ++digits == FEWEST_DIGITS;
            } else {
                address |= (kind & OF_ADDRESS) != 0 && mayBeAt(text, i);
                digits = (kind & BETWEEN_DIGITS) != 0 ? digits : 0;
            }
        }
        if (!address && !number) {
            return text;
        }
        Seen seen = Seen.of(text);
        Seen left = address ? addressesReplaced(seen) : seen;
        return (number ? withoutNumbers(left) : left).shown();
    }

    /** The text with every e-mail address replaced; for codes and addresses, where digits mean something else. */
    static String withoutAddresses(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((kindOf(c < FIRST_OTHER_DIGIT ? c : Seen.plain(c)) & OF_ADDRESS) != 0 && mayBeAt(text, i)) {
                return addressesReplaced(Seen.of(text)).shown();
            }
        }
        return text;
    }

    /** What is a figure, a code or a place by its name: only addresses and numbers that say what they are are taken out. */
    static String ofFigure(String text) {
        Seen left = Seen.of(withoutAddresses(text));
        return numbersReplaced(left, NAMED, LONGEST_NAME_OF_NUMBER, "number", MaskedText::isNamedNumber)
                .shown();
    }

    /** What should be a value, as people type it: a plain number is one, whatever its length; one with the sign of a country before it is not. */
    static String ofValue(String text) {
        if (Values.number(text) != null) {
            return text;
        }
        Seen left = Seen.of(ofFigure(text));
        return numbersReplaced(left, TELEPHONE, 0, null, MaskedText::isInternational)
                .shown();
    }

    private static boolean isInternational(String number) {
        boolean signed = number.startsWith("+") || number.startsWith("(+");
        boolean apart = number.startsWith("00") && number.chars().anyMatch(c -> c < '0' || c > '9');
        return (signed || apart) && isTelephone(number);
    }

    private static byte kindOf(char c) {
        return c < MAY_BE.length ? MAY_BE[c] : c == NO_BREAK_SPACE ? BETWEEN_DIGITS : 0;
    }

    /** Whether {@link #AT} may match around this place; true too often is only slow. */
    private static boolean mayBeAt(String text, int place) {
        return switch (Seen.plain(text.charAt(place))) {
            case '@' -> true;
            case '#' -> place > 0 && "&;".indexOf(text.charAt(place - 1)) >= 0;
            case '%' -> text.startsWith("40", place + 1);
            case '&' ->
                text.startsWith("&commat;", place)
                        || text.startsWith("&amp;commat;", place)
                        || (text.startsWith("&lt;", place) && isAtInWords(text, place + 4));
            case ' ', '_' ->
                place + 4 < text.length()
                        && (text.charAt(place + 1) | 0x20) == 'd'
                        && (text.charAt(place + 4) == ' ' || text.charAt(place + 4) == '_');
            default -> isAtInWords(text, place + 1);
        };
    }

    /** Whether a word for the at sign begins here, behind at most one blank. */
    private static boolean isAtInWords(String text, int place) {
        int next = place < text.length() && Character.isWhitespace(text.charAt(place)) ? place + 1 : place;
        if (next + 1 >= text.length() || (text.charAt(next) | 0x20) != 'a') {
            return false;
        }
        char second = text.charAt(next + 1);
        return "])}>".indexOf(second) >= 0
                || (second | 0x20) == 'r'
                || ((second | 0x20) == 't'
                        && (next + 2 == text.length() || !Character.isLetter(text.charAt(next + 2))));
    }

    static String addressesReplaced(String text) {
        return addressesReplaced(Seen.of(text)).shown();
    }

    private static Seen addressesReplaced(Seen text) {
        String plain = text.plain();
        Matcher at = AT.matcher(plain);
        Replaced out = new Replaced(text);
        int next = 0;
        while (findAt(at, plain, next)) {
            next = at.end();
            int from = at.start();
            while (from > Math.max(out.done, at.start() - LONGEST_NAME) && isOfName(plain.charAt(from - 1))) {
                from--;
            }
            Pattern form = at.group("words") != null
                    ? DOMAIN_IN_WORDS
                    : at.group("spaced") != null ? DOMAIN_OF_LETTERS : DOMAIN;
            Matcher domain = form.matcher(plain).region(at.end(), plain.length());
            boolean needsName = at.end() - at.start() > 1;
            if ((from == at.start() && needsName) || !domain.lookingAt()) {
                continue;
            }
            out.place(from, domain.end(), ADDRESS);
            next = domain.end();
        }
        return out.whole();
    }

    /**
     * Finds the next at sign as {@link Matcher#find()} would, but asks the pattern only around the characters of which every match holds one: it takes a
     * hundred times as long as a look at them.
     */
    private static boolean findAt(Matcher at, String plain, int start) {
        for (int place = start; place < plain.length(); place++) {
            if (isOfAt(plain, place)) {
                for (int from = Math.max(start, place - BEFORE_AT); from <= place; from++) {
                    if (at.region(from, plain.length()).lookingAt()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether this may be the first character in a match of {@link #AT} that is neither blank nor unseen; true too often is only slow. */
    private static boolean isOfAt(String plain, int place) {
        return switch (plain.charAt(place)) {
            case '@', '&', '%', '[', '(', '{', '<' -> true;
            case 'a', 'A' -> {
                int end = place + 2;
                yield place > 0
                        && end < plain.length()
                        && (plain.charAt(place + 1) | 0x20) == 't'
                        && isBetweenWords(plain.charAt(place - 1))
                        && isBetweenWords(plain.charAt(end));
            }
            default -> false;
        };
    }

    private static boolean isBetweenWords(char c) {
        return c == '_' || Character.isWhitespace(c);
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || "._%+-'~!#$^*|`?\u00ad\u200b\u2060".indexOf(c) >= 0;
    }

    private static Seen withoutNumbers(Seen text) {
        Seen left = numbersReplaced(text, NAMED, LONGEST_NAME_OF_NUMBER, "number", MaskedText::isNamedNumber);
        return numbersReplaced(left, TELEPHONE, 0, null, MaskedText::isTelephone);
    }

    /**
     * Looks with the pattern only where enough digits follow each other, at most interrupted by what may stand between them.
     *
     * @param before how many characters before the digits the pattern may begin
     * @param group of the pattern, what is replaced; all of it if null
     */
    private static Seen numbersReplaced(
            Seen text, Pattern pattern, int before, @Nullable String group, Predicate<String> isNumber) {
        String plain = text.plain();
        Matcher found = pattern.matcher(plain).useTransparentBounds(true).useAnchoringBounds(false);
        Replaced out = new Replaced(text);
        int start = 0;
        while (start < plain.length()) {
            int end = start;
            int digits = 0;
            byte kind;
            while (end < plain.length() && ((kind = kindOf(plain.charAt(end))) & (DIGIT | BETWEEN_DIGITS)) != 0) {
                digits += kind == DIGIT ? 1 : 0;
                end++;
            }
            if (digits >= FEWEST_DIGITS && (before == 0 || mayBeNamed(plain, Math.max(0, start - before), end))) {
                found.region(Math.max(out.done, start - before), end);
                while (found.find()) {
                    int from = group == null ? found.start() : found.start(group);
                    int to = group == null ? found.end() : found.end(group);
                    if (isNumber.test(plain.substring(from, to))) {
                        out.place(from, to, NUMBER);
                    }
                }
            }
            start = end + 1;
        }
        return out.whole();
    }

    /** Whether one of the names in {@link #NAMED} may begin within this piece; true too often is only slow. */
    private static boolean mayBeNamed(String plain, int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            char second = Character.toLowerCase(plain.charAt(i + 1));
            boolean may = switch (plain.charAt(i)) {
                case 't', 'T' -> second == 'e' || second == 'é';
                case 'p', 'P' -> second == 'h';
                case 'f', 'F' -> second == 'a';
                case 'g', 'G' -> second == 's';
                case 'w', 'W' -> second == 'h';
                case 'v', 'V' -> second == 'i';
                case 'm', 'M' -> second == 'o';
                case 'c', 'C' -> second == 'e';
                case 'т', 'Т' -> second == 'е';
                default -> false;
            };
            if (may) {
                return true;
            }
        }
        return false;
    }

    static boolean isNamedNumber(String number) {
        return digits(number) >= FEWEST_DIGITS && !isDate(number);
    }

    static boolean isTelephone(String number) {
        int digits = digits(number);
        return digits >= 8
                && digits <= 15
                && !isDate(number)
                && !NUMBERED_AMOUNT.matcher(number).matches();
    }

    private static boolean isDate(String number) {
        return DAY.matcher(number).matches() || YEARS.matcher(number).matches();
    }

    private static int digits(String number) {
        return (int) number.chars().filter(c -> c >= '0' && c <= '9').count();
    }
}
