package org.salus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ChoiceFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The walls that only the written text shows: imports, templates, wording keys, links, names that do not belong in the repository. */
final class HouseTexts {
    private static final Pattern FORBIDDEN_IMPORT = Pattern.compile(
            "(?m)^import (?:static )?((?:lombok|org\\.springframework\\.data|org\\.mockito|org\\.easymock|org\\.powermock|io\\.mockk)\\.[\\w.*]+)");
    private static final Pattern SPOKEN = Pattern.compile(
            "(?:Sentence\\.of|new Sentence|\\.say|\\bsay)\\(\\s*\"([a-z]+\\.[\\w.-]*[\\w-])\"(?!\\s*\\+)");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)|<img[^>]+src=\"([^\"]+)\"");
    private static final Pattern ATTRIBUTE_FOR_PEOPLE =
            Pattern.compile("\\b(title|alt|placeholder|aria-label|aria-description|content)=\"([^\"]*)\"");

    private HouseTexts() {}

    /** Keys of patterns in which one argument chooses the words of several places: all of them would show those of the last. */
    static List<String> choosingTwice(Map<String, String> wording) {
        return wording.entrySet().stream()
                .filter(entry -> {
                    MessageFormat format = new MessageFormat(entry.getValue(), Locale.ENGLISH);
                    return choices(format.getFormats()) > choices(format.getFormatsByArgumentIndex());
                })
                .map(Map.Entry<String, String>::getKey)
                .sorted()
                .toList();
    }

    private static long choices(Format[] places) {
        return Stream.of(places).filter(ChoiceFormat.class::isInstance).count();
    }

    /** All files below a folder whose name ends so; none if the folder is absent. */
    static List<Path> filesBelow(Path folder, String... endings) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(endings)
                            .anyMatch(ending -> file.getFileName().toString().endsWith(ending)))
                    .sorted()
                    .toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static String textOf(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Imports of what the house does without: Lombok, Spring Data, mocks. */
    static List<String> importsTheHouseDoesWithout(String source) {
        return groups(FORBIDDEN_IMPORT, source);
    }

    /** Packages whose description does not mark them as free of null. */
    static List<Path> unmarkedPackages(Path sources) {
        return filesBelow(sources, ".java").stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !Files.exists(folder.resolve("package-info.java"))
                        || !textOf(folder.resolve("package-info.java")).contains("@NullMarked"))
                .toList();
    }

    /** Keys of wording that a source or a template speaks. */
    static List<String> spokenKeys(String source) {
        return groups(SPOKEN, source);
    }

    /** Patterns in which an apostrophe would swallow a place: one that is neither doubled nor quotes a brace. */
    static List<String> loneApostrophes(Map<String, String> wording) {
        return wording.entrySet().stream()
                .filter(entry -> entry.getValue()
                        .replace("''", "")
                        .replaceAll("'[{}][^']*'", "")
                        .contains("'"))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** What a template says in its own words instead of through the wording. */
    static List<String> ownWords(String template) {
        List<String> found = new ArrayList<>();
        String text = template.replaceAll("(?s)<%--.*?--%>", " ")
                .replaceAll("(?s)<!--.*?-->", " ")
                .replaceAll("(?m)^\\s*@(import|param)\\b.*$", " ");
        StringBuilder spoken = new StringBuilder();
        new TemplateScan(text, spoken).scan();
        String markup = spoken.toString().replaceAll("(?is)<(script|style)\\b.*?</\\1>", " ");
        Matcher attributes = ATTRIBUTE_FOR_PEOPLE.matcher(markup.replaceAll("(?i)<meta\\b[^>]*>", " "));
        while (attributes.find()) {
            addIfWords(attributes.group(2), found);
        }
        for (String piece : markup.replaceAll("(?s)<[^>]*>", "\n").split("\\R", -1)) {
            addIfWords(piece, found);
        }
        return found;
    }

    private static void addIfWords(String piece, List<String> found) {
        String words = piece.replaceAll("&\\w+;", " ").strip();
        if (Pattern.compile("\\p{L}{2,}").matcher(words).find()) {
            found.add(words);
        }
    }

    /** Targets of relative links in a Markdown text that are not there. */
    static List<String> brokenLinks(Path markdown) {
        List<String> broken = new ArrayList<>();
        Matcher links = LINK.matcher(textOf(markdown));
        while (links.find()) {
            String target = links.group(1) == null ? links.group(2) : links.group(1);
            String path = target.replaceAll("#.*$", "");
            if (!path.isEmpty()
                    && !path.contains("://")
                    && !path.startsWith("mailto:")
                    && !Files.exists(
                            markdown.toAbsolutePath().resolveSibling(path).normalize())) {
                broken.add(markdown.getFileName() + " → " + target);
            }
        }
        return broken;
    }

    /** Registry hosts and places of one machine, by line. */
    static Map<Integer, String> namesThatDoNotBelong(String text) {
        // Put together here, so that this file does not name them itself.
        Pattern hosts = Pattern.compile("repo1?\\.maven" + "\\.|\\bmaven\\.google" + "\\.|registry\\.npm" + "js|pypi\\."
                + "org|files\\.python" + "hosted|deb\\.deb" + "ian|crates\\." + "io|plugins\\.gra" + "dle|oss\\.sona"
                + "type|central\\.sona" + "type");
        Pattern places = Pattern.compile("(?<![\\w./$}>:-])/(?:work|root|tmp/wt|home|Users)/\\w");
        Map<Integer, String> found = new TreeMap<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (hosts.matcher(line).find() || places.matcher(line).find()) {
                found.put(number, line.strip());
            }
        }
        return found;
    }

    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** Copies what a template writes to the page and leaves out its code. */
    private static final class TemplateScan {
        private final String text;
        private final StringBuilder spoken;
        private int at;

        TemplateScan(String text, StringBuilder spoken) {
            this.text = text;
            this.spoken = spoken;
        }

        void scan() {
            markup(end -> false);
        }

        /** Reads markup up to a backtick that ends it, or to the end. */
        private void markup(Predicate<Character> ends) {
            while (at < text.length()) {
                char here = text.charAt(at);
                if (ends.test(here)) {
                    at++;
                    return;
                }
                if ((here == '$' || here == '!') && next('{')) {
                    spoken.append(' ');
                    at += 2;
                    code('{', '}');
                } else if (text.startsWith("$unsafe{", at)) {
                    at += 8;
                    code('{', '}');
                } else if (here == '@' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1))) {
                    directive();
                } else {
                    spoken.append(here);
                    at++;
                }
            }
        }

        private boolean next(char expected) {
            return at + 1 < text.length() && text.charAt(at + 1) == expected;
        }

        private void directive() {
            at++;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            spoken.append('\n');
            if (at < text.length() && text.charAt(at) == '(') {
                at++;
                code('(', ')');
            }
        }

        /** Skips code up to its closing bracket; markup handed over in backticks is read as such. */
        private void code(char open, char close) {
            int depth = 1;
            while (at < text.length() && depth > 0) {
                char here = text.charAt(at);
                if (here == '"') {
                    at++;
                    while (at < text.length() && text.charAt(at) != '"') {
                        at += text.charAt(at) == '\\' ? 2 : 1;
                    }
                    at++;
                } else if (here == '@' && next('`')) {
                    at += 2;
                    markup(character -> character == '`');
                } else {
                    depth += here == open ? 1 : here == close ? -1 : 0;
                    at++;
                }
            }
        }
    }
}
