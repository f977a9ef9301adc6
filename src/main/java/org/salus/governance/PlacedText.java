package org.salus.governance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** A YAML text as a tree in which every part knows its line, so that whoever wrote it is told where something is wrong. */
sealed interface PlacedText {
    /** The line it begins in, from 1. */
    int line();

    /** A scalar, whatever it looks like. */
    record Words(int line, String text) implements PlacedText {}

    record Several(int line, List<PlacedText> items) implements PlacedText {
        public Several {
            items = List.copyOf(items);
        }
    }

    /**
     * Names and what they say.
     *
     * @param twice names that stand there more than once, with the line of the second
     */
    record Named(int line, Map<String, PlacedText> parts, Map<String, Integer> twice) implements PlacedText {
        public Named {
            parts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parts));
            twice = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(twice));
        }

        Optional<PlacedText> find(String name) {
            return Optional.ofNullable(parts.get(name));
        }
    }

    /** That the text is no YAML, or of a form nobody needs here. */
    final class Broken extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;

        Broken(int line, String why) {
            super(why);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    /**
     * Reads a text.
     *
     * @throws Broken if it is no YAML, is deeper than a question set ever is, holds an endless number, or refers to itself
     */
    static PlacedText read(String text) throws Broken {
        Reading.refuseEndlessNumbers(text);
        try (JsonParser parser = new YAMLFactory().createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                throw new Broken(1, "empty");
            }
            PlacedText whole = Reading.value(parser, 0);
            if (parser.nextToken() != null) {
                throw new Broken(line(parser), "more than one document");
            }
            return whole;
        } catch (JacksonException wrong) {
            int line = wrong.getLocation() == null
                    ? 1
                    : Math.max(1, wrong.getLocation().getLineNr());
            throw new Broken(
                    line,
                    String.valueOf(wrong.getOriginalMessage())
                            .lines()
                            .findFirst()
                            .orElse(""));
        }
    }

    private static int line(JsonParser parser) {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    /** One reading. */
    final class Reading {
        private static final int DEEPEST = 8;

        private static final int LONGEST_NUMBER = 1_000;
        private static final int MOST_DIGITS = 100_000;

        private Reading() {}

        /**
         * The parser works out what looks like a number before anybody asks for it, and that takes seconds for a million digits. One may be written over several
         * lines, so digits are counted, too.
         */
        static void refuseEndlessNumbers(String text) throws Broken {
            int line = 1;
            int digits = 0;
            int begin = 0;
            for (int at = 0; at < text.length(); at++) {
                char c = text.charAt(at);
                boolean isDigit = c >= '0' && c <= '9';
                digits += isDigit ? 1 : 0;
                if (c == '\n') {
                    line++;
                }
                if (!isDigit && c != '_' && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z')) {
                    begin = at + 1;
                }
                boolean isEndless = at - begin >= LONGEST_NUMBER
                        && text.charAt(begin) >= '0'
                        && text.charAt(begin) <= '9';
                if (isEndless || digits > MOST_DIGITS) {
                    throw new Broken(line, "a number is too long");
                }
            }
        }

        static PlacedText value(JsonParser parser, int depth) throws Broken {
            int line = line(parser);
            if (depth > DEEPEST) {
                throw new Broken(line, "nested too deep");
            }
            if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
                throw new Broken(line, "references (*name) are not read");
            }
            JsonToken token = parser.currentToken();
            if (token == JsonToken.START_OBJECT) {
                return named(parser, depth, line);
            }
            if (token == JsonToken.START_ARRAY) {
                List<PlacedText> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser, depth + 1));
                }
                return new Several(line, items);
            }
            return new Words(line, token == JsonToken.VALUE_NULL ? "" : String.valueOf(parser.getString()));
        }

        private static Named named(JsonParser parser, int depth, int line) throws Broken {
            Map<String, PlacedText> parts = new LinkedHashMap<>();
            Map<String, Integer> twice = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = String.valueOf(parser.currentName());
                int at = line(parser);
                parser.nextToken();
                if (parts.putIfAbsent(name, value(parser, depth + 1)) != null) {
                    twice.putIfAbsent(name, at);
                }
            }
            return new Named(line, parts, twice);
        }
    }
}
