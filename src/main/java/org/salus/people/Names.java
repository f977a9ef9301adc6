package org.salus.people;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/** Names as people type them: brought to one form, freed of letters that cannot be seen, and compared by how they look. */
final class Names {
    private static final int LONGEST = 100;
    private static final int SHORTEST_LOGIN = 3;
    private static final int MOST_MARKS = 4;
    private static final String LOGIN_SIGNS = "._@+-";

    private Names() {}

    /** Letters that look like others, from a table. */
    private static final class Lookalikes {
        static final Map<Integer, String> TABLE = read();

        private static Map<Integer, String> read() {
            Properties lines = new Properties();
            try (Reader in = new InputStreamReader(
                    Objects.requireNonNull(Names.class.getResourceAsStream("lookalikes.properties")),
                    StandardCharsets.UTF_8)) {
                lines.load(in);
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            }
            Map<Integer, String> table = new HashMap<>();
            lines.forEach((plain, alike) ->
                    alike.toString().codePoints().forEach(letter -> table.put(letter, plain.toString())));
            return Map.copyOf(table);
        }
    }

    /**
     * A name as it is kept and shown.
     *
     * @throws Failure if it is empty, too long, or holds what cannot be seen
     */
    static String shown(String typed) {
        String name = Normalizer.normalize(cut(typed), Normalizer.Form.NFC)
                .replaceAll("[\\s\\p{Zs}]+", " ")
                .strip();
        int letters = name.codePointCount(0, name.length());
        if (letters == 0 || name.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw Failure.wrongUse(Sentence.of("people.failure.no-name"));
        }
        if (letters > LONGEST) {
            throw Failure.wrongUse(Sentence.of("people.failure.long-name", LONGEST));
        }
        int marks = 0;
        for (int letter : name.codePoints().toArray()) {
            marks = isMark(letter) ? marks + 1 : 0;
            if (marks > MOST_MARKS || isInvisible(letter)) {
                throw Failure.wrongUse(Sentence.of("people.failure.odd-name"));
            }
        }
        return name;
    }

    /**
     * What is typed to sign in, as it is kept and shown.
     *
     * @throws Failure if it could be mistaken or mistyped
     */
    static String login(String typed) {
        String login = Normalizer.normalize(cut(typed), Normalizer.Form.NFKC).strip();
        int letters = login.codePointCount(0, login.length());
        if (letters < SHORTEST_LOGIN
                || letters > LONGEST
                || !login.codePoints()
                        .allMatch(letter -> Character.isLetterOrDigit(letter) || LOGIN_SIGNS.indexOf(letter) >= 0)) {
            throw Failure.wrongUse(Sentence.of("people.failure.login", SHORTEST_LOGIN, LONGEST));
        }
        return login;
    }

    /** Two logins with the same key are the same. For anything typed, whether it could be a login or not. */
    static String key(String typed) {
        return Normalizer.normalize(cut(typed), Normalizer.Form.NFKC)
                .strip()
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    /** Two names with the same likeness can be taken for one another by somebody who reads quickly. */
    static String likeness(String name) {
        StringBuilder alike = new StringBuilder();
        Normalizer.normalize(key(name), Normalizer.Form.NFKD).codePoints().forEach(letter -> {
            if (!isMark(letter) && !Character.isWhitespace(letter) && Character.getType(letter) != Character.FORMAT) {
                String plain = Lookalikes.TABLE.get(letter);
                if (plain == null) {
                    alike.appendCodePoint(letter);
                } else {
                    alike.append(plain);
                }
            }
        });
        return alike.toString();
    }

    /** So that megabytes cost nothing. */
    private static String cut(String typed) {
        int most = LONGEST * 8;
        return typed.length() > most ? typed.substring(0, most) : typed;
    }

    private static boolean isMark(int letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isInvisible(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            // Persian and Indian scripts need the two joiners.
            case Character.FORMAT -> letter != 0x200C && letter != 0x200D;
            default -> letter == 0x3164 || letter == 0x115F || letter == 0x1160 || letter == 0xFFA0;
        };
    }
}
