package org.salus.strategy;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.salus.documents.Block;
import org.salus.documents.Bullets;
import org.salus.documents.Heading;
import org.salus.documents.Paragraph;
import org.salus.documents.Span;

/**
 * The plain markup in which people write: paragraphs parted by an empty line, {@code ## } before a heading, {@code - } before each line of a list, {@code 1. } before each of a
 * numbered one, {@code **} around what is stressed, {@code [words](https://…)} for a link, {@code [^words]} for a footnote behind what it speaks of; a backslash before any of these
 * signs makes it a plain sign. Anything else, HTML too, is text and stays text.
 */
public final class TypedText {
    private static final Pattern HEADING = Pattern.compile("(#{2,3})\\s+(\\S.*)");
    private static final Pattern BULLET = Pattern.compile("[-•]\\s+(\\S.*)");
    private static final Pattern NUMBERED = Pattern.compile("\\d{1,3}[.)]\\s+(\\S.*)");
    private static final Pattern NUMBER = Pattern.compile("^(\\d{1,3})[.)]\\s");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\n]{1,500})\\]\\(([^)\\s]{1,2000})\\)");
    private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^([^\\]\\n]{1,2000})\\]");
    private static final Set<String> HARMLESS = Set.of("http", "https", "mailto");
    private static final String SIGNS = "\\*[#-•.)";

    private TypedText() {}

    /** What a text says, as blocks of a document. */
    public static List<Block> read(String text) {
        List<Block> blocks = new ArrayList<>();
        for (String part : text.strip().split("\\R[ \\t]*\\R\\s*", -1)) {
            part(part.lines().map(String::strip).filter(line -> !line.isEmpty()).toList(), blocks);
        }
        return blocks;
    }

    private static void part(List<String> lines, List<Block> blocks) {
        List<String> running = new ArrayList<>();
        List<String> items = new ArrayList<>();
        boolean numbered = false;
        for (String line : lines) {
            Matcher heading = HEADING.matcher(line);
            Matcher bullet = BULLET.matcher(line);
            Matcher number = NUMBERED.matcher(line);
            if (heading.matches()) {
                end(running, items, numbered, blocks);
                blocks.add(new Heading(heading.group(1).length(), plain(heading.group(2))));
            } else if (bullet.matches() || number.matches()) {
                boolean isNumber = number.matches();
                if (!running.isEmpty() || (!items.isEmpty() && isNumber != numbered)) {
                    end(running, items, numbered, blocks);
                }
                numbered = isNumber;
                items.add(isNumber ? number.group(1) : bullet.group(1));
            } else if (items.isEmpty()) {
                running.add(line);
            } else {
                // A line that goes on under an item belongs to it.
                items.set(items.size() - 1, items.getLast() + " " + line);
            }
        }
        end(running, items, numbered, blocks);
    }

    private static void end(List<String> running, List<String> items, boolean numbered, List<Block> blocks) {
        if (!running.isEmpty()) {
            blocks.add(new Paragraph(spans(String.join(" ", running))));
            running.clear();
        }
        if (!items.isEmpty()) {
            blocks.add(new Bullets(
                    numbered,
                    items.stream().map(item -> new Paragraph(spans(item))).toList()));
            items.clear();
        }
    }

    private static String plain(String line) {
        return spans(line).stream().map(Span::text).collect(Collectors.joining());
    }

    private static List<Span> spans(String line) {
        List<Span> spans = new ArrayList<>();
        StringBuilder said = new StringBuilder();
        boolean strong = false;
        Matcher link = LINK.matcher(line);
        Matcher footnote = FOOTNOTE.matcher(line);
        int at = 0;
        while (at < line.length()) {
            char sign = line.charAt(at);
            if (sign == '\\' && at + 1 < line.length() && SIGNS.indexOf(line.charAt(at + 1)) >= 0) {
                said.append(line.charAt(at + 1));
                at += 2;
            } else if (line.startsWith("**", at)) {
                add(spans, said, strong);
                strong = !strong;
                at += 2;
            } else if (sign == '['
                    && footnote.region(at, line.length()).lookingAt()
                    && (!said.isEmpty() || !spans.isEmpty())) {
                add(spans, said, strong);
                spans.add(spans.removeLast().withFootnote(footnote.group(1).strip()));
                at = footnote.end();
            } else if (sign == '[' && link.region(at, line.length()).lookingAt()) {
                Optional<URI> target = harmless(link.group(2));
                if (target.isPresent()) {
                    add(spans, said, strong);
                    spans.add(Span.link(link.group(1), target.get()));
                } else {
                    said.append(link.group());
                }
                at = link.end();
            } else {
                said.append(sign);
                at++;
            }
        }
        add(spans, said, strong);
        return spans;
    }

    private static void add(List<Span> spans, StringBuilder said, boolean strong) {
        if (!said.isEmpty()) {
            spans.add(strong ? Span.strong(said.toString()) : Span.of(said.toString()));
            said.setLength(0);
        }
    }

    private static Optional<URI> harmless(String address) {
        try {
            URI target = new URI(address);
            String scheme = target.getScheme();
            return scheme != null && HARMLESS.contains(scheme.toLowerCase(Locale.ROOT))
                    ? Optional.of(target)
                    : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    /** Composed text in this markup, so that people can write on: reading it again gives the same blocks. */
    public static String written(List<Block> blocks) {
        List<String> parts = new ArrayList<>();
        for (Block block : blocks) {
            switch (block) {
                case Paragraph paragraph -> parts.add(written(paragraph));
                case Bullets bullets -> {
                    List<String> lines = new ArrayList<>();
                    for (int i = 0; i < bullets.items().size(); i++) {
                        lines.add((bullets.numbered() ? (i + 1) + ". " : "- ")
                                + written(bullets.items().get(i)));
                    }
                    parts.add(String.join("\n", lines));
                }
                case Heading heading ->
                    parts.add("#".repeat(heading.level()) + " "
                            + escaped(heading.text()).strip());
                default -> {
                    // Tables and drawings follow the model, and nobody writes them.
                }
            }
        }
        return String.join("\n\n", parts);
    }

    private static String written(Paragraph paragraph) {
        return begun(paragraph.spans().stream()
                .map(span -> {
                    String text = escaped(span.text());
                    String words = span.link()
                            .map(target -> "[" + span.text() + "](" + target + ")")
                            .orElse(span.strong() ? "**" + text + "**" : text);
                    return words
                            + span.footnote().map(note -> "[^" + note + "]").orElse("");
                })
                .collect(Collectors.joining())
                .strip());
    }

    private static String escaped(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ")
                .replace("\\", "\\\\")
                .replace("**", "\\*\\*")
                .replace("[", "\\[");
    }

    /** A line that would begin like a heading or an item is marked as none. What begins with stress or a link keeps its sign. */
    private static String begun(String line) {
        if (line.startsWith("#") || line.startsWith("-") || line.startsWith("•")) {
            return "\\" + line;
        }
        Matcher number = NUMBER.matcher(line);
        return number.find() ? number.group(1) + "\\" + line.substring(number.end(1)) : line;
    }
}
