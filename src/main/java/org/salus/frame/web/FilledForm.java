package org.salus.frame.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.salus.framework.Wording;
import org.springframework.web.util.HtmlUtils;

/**
 * Puts what was sent back into the form of a finished page: whatever was typed and chosen, with the reason at its field, and the folds opened around it. Done
 * once on the page instead of in every template, so that no form can forget it. It reads what our own templates write: attributes in quotes, tags that are
 * closed.
 */
final class FilledForm {
    /** The id of the reason. */
    static final String REASON = "wrong-sent";

    private static final String INPUT = "input";
    private static final String TEXTAREA = "textarea";
    private static final String SELECT = "select";
    private static final String VALUE = "value";
    private static final String CHECKED = "checked";
    private static final String SELECTED = "selected";
    private static final String AUTOFOCUS = "autofocus";

    /** What is not typed, or is never said again. */
    private static final Set<String> LEFT =
            Set.of("hidden", "password", "file", "submit", "button", "image", "reset", "color");

    private static final Set<String> TICKED = Set.of("checkbox", "radio");

    /** Hidden fields that say no part of what the form is about: a page made later has others. */
    private static final Set<String> PASSING = Set.of("_csrf", "basis", "back");

    private final String page;
    private final Sent sent;
    private final List<Tag> tags;
    /** What is written at which place of the page instead of what stands there. */
    private final TreeMap<Integer, Change> changes = new TreeMap<>();

    private final Map<String, Integer> used = new HashMap<>();

    /**
     * A change of the page.
     *
     * @param before written before the place
     * @param until up to where the page is left out
     * @param instead written in its place
     */
    private record Change(String before, int until, String instead) {}

    /** A tag from its bracket to its bracket. */
    private record Tag(int from, int until, String name, boolean isEnd, Map<String, String> attributes) {
        boolean is(String other) {
            return !isEnd && name.equals(other);
        }

        boolean ends(String other) {
            return isEnd && name.equals(other);
        }

        String of(String attribute) {
            return attributes.getOrDefault(attribute, "");
        }

        boolean isControl() {
            return is(INPUT) || is(TEXTAREA) || is(SELECT);
        }

        /** Whether somebody writes words into it. */
        boolean isTyped() {
            return is(TEXTAREA) || (is(INPUT) && !LEFT.contains(of("type")) && !TICKED.contains(of("type")));
        }

        /** The tag with other attributes. */
        String with(Map<String, String> others) {
            StringBuilder out = new StringBuilder("<").append(name);
            others.forEach((key, value) -> {
                out.append(' ').append(key);
                if (!value.isEmpty() || key.equals(VALUE)) {
                    out.append("=\"")
                            .append(HtmlUtils.htmlEscape(value, "UTF-8"))
                            .append('"');
                }
            });
            return out.append('>').toString();
        }
    }

    private FilledForm(String page, Sent sent) {
        this.page = page;
        this.sent = sent;
        this.tags = tags(page);
    }

    /** The page with the form filled; empty if the form does not stand on it. */
    static Optional<String> in(String page, Sent sent, Wording wording) {
        return new FilledForm(page, sent).filled(wording);
    }

    private Optional<String> filled(Wording wording) {
        int form = form();
        if (form < 0) {
            return Optional.empty();
        }
        int end = end(form);
        openFolds(form);
        Optional<Tag> wrong = wrong(form, end);
        String reason = "<p class=\"error\" role=\"alert\" dir=\"auto\" id=\"" + REASON + "\">"
                + HtmlUtils.htmlEscape(
                        String.join(" ", sent.why().stream().map(wording::say).toList()), "UTF-8")
                + "</p>";
        Optional<Tag> focused = wrong.or(() -> firstTyped(form, end));
        if (focused.isPresent()) {
            tags.stream()
                    .filter(tag -> !tag.isEnd() && tag.attributes().containsKey(AUTOFOCUS))
                    .forEach(tag -> write(tag, without(tag, AUTOFOCUS)));
        }
        if (wrong.isEmpty()) {
            insert(tags.get(form).until(), reason);
        }
        for (int at = form + 1; at < end; at++) {
            Tag tag = tags.get(at);
            if (tag.isControl()) {
                boolean isFocused = focused.filter(tag::equals).isPresent();
                boolean isWrong = wrong.filter(tag::equals).isPresent();
                fill(at, isFocused, isWrong, isWrong ? reason : "");
            }
        }
        return Optional.of(written());
    }

    /** The form that was sent: of several that go to the same place, the one whose hidden fields said the same. */
    private int form() {
        int best = -1;
        long most = -1;
        for (int at = 0; at < tags.size(); at++) {
            Tag tag = tags.get(at);
            if (tag.is("form")
                    && tag.of("method").equals("post")
                    && tag.of("action").equals(sent.to())) {
                List<Tag> fields = tags.subList(at + 1, end(at));
                long known = fields.stream()
                        .map(field -> field.of("name"))
                        .distinct()
                        .filter(sent.typed()::containsKey)
                        .count();
                if (known > most && fields.stream().allMatch(this::isSaid)) {
                    best = at;
                    most = known;
                }
            }
        }
        return best;
    }

    private boolean isSaid(Tag field) {
        return !field.is(INPUT)
                || !field.of("type").equals("hidden")
                || PASSING.contains(field.of("name"))
                || !sent.typed().containsKey(field.of("name"))
                || sent.has(field.of("name"), field.of(VALUE));
    }

    private int end(int form) {
        for (int at = form + 1; at < tags.size(); at++) {
            if (tags.get(at).ends("form")) {
                return at;
            }
        }
        return tags.size();
    }

    private void openFolds(int form) {
        Deque<Tag> folds = new ArrayDeque<>();
        for (Tag tag : tags.subList(0, form)) {
            if (tag.is("details")) {
                folds.push(tag);
            } else if (tag.ends("details")) {
                folds.poll();
            }
        }
        for (Tag fold : folds) {
            write(fold, with(fold, "open", ""));
        }
    }

    /** The field the reason is about. Where it names none, it is about the only field of a form that has but one. */
    private Optional<Tag> wrong(int form, int end) {
        List<Tag> fields = tags.subList(form + 1, end).stream()
                .filter(tag -> tag.isControl() && !LEFT.contains(tag.of("type")) && !TICKED.contains(tag.of("type")))
                .toList();
        return sent.field().isEmpty()
                ? Optional.of(fields).filter(all -> all.size() == 1).map(List::getFirst)
                : tags.subList(form + 1, end).stream()
                        .filter(tag -> tag.isControl() && !LEFT.contains(tag.of("type")))
                        .filter(tag -> tag.of("name").equals(sent.field()))
                        .findFirst();
    }

    /** Where something is said about a choice to be ticked: under what it is asked by, which stands over all of them; else behind its label. */
    private int besideTicked(int at) {
        for (int before = at - 1; before >= 0 && !tags.get(before).is("form"); before--) {
            if (tags.get(before).ends("legend")) {
                return tags.get(before).until();
            }
        }
        return tags.subList(at, tags.size()).stream()
                .filter(tag -> tag.ends("label"))
                .findFirst()
                .orElse(tags.get(at))
                .until();
    }

    private Optional<Tag> firstTyped(int form, int end) {
        return tags.subList(form + 1, end).stream().filter(Tag::isTyped).findFirst();
    }

    private void fill(int at, boolean isFocused, boolean isWrong, String reason) {
        Tag tag = tags.get(at);
        Map<String, String> attributes = new LinkedHashMap<>(tag.attributes());
        if (isWrong) {
            attributes.put("aria-describedby", (tag.of("aria-describedby") + " " + REASON).strip());
        }
        String type = tag.of("type");
        String name = tag.of("name");
        int after = tag.until();
        if (TICKED.contains(type)) {
            after = besideTicked(at);
            attributes.remove(CHECKED);
            if (sent.has(name, attributes.getOrDefault(VALUE, "on"))) {
                attributes.put(CHECKED, "");
            }
        } else if (tag.is(INPUT) && !LEFT.contains(type)) {
            next(name).ifPresent(text -> {
                attributes.remove(VALUE);
                attributes.put(VALUE, text);
            });
        } else if (tag.is(TEXTAREA)) {
            Tag close = close(at, TEXTAREA);
            // A line break right after the tag belongs to the tag.
            next(name)
                    .ifPresent(text -> change(
                            tag.until(),
                            close.from(),
                            (text.startsWith("\n") || text.startsWith("\r") ? "\n" : "")
                                    + HtmlUtils.htmlEscape(text, "UTF-8")));
            after = close.until();
        } else if (tag.is(SELECT)) {
            Tag close = close(at, SELECT);
            choose(at, name);
            after = close.until();
        }
        if (isWrong) {
            attributes.put("aria-invalid", "true");
        }
        attributes.remove(AUTOFOCUS);
        if (isFocused) {
            attributes.put(AUTOFOCUS, "");
        }
        write(tag, attributes);
        if (!reason.isEmpty()) {
            insert(after, reason);
        }
    }

    /** Of several fields of one name, each its own value. */
    private Optional<String> next(String name) {
        List<String> values = sent.typed().getOrDefault(name, List.of());
        int which = used.merge(name, 1, Integer::sum) - 1;
        return which < values.size() ? Optional.of(values.get(which)) : Optional.empty();
    }

    private void choose(int select, String name) {
        if (!sent.typed().containsKey(name)) {
            return;
        }
        for (int at = select + 1; at < tags.size() && !tags.get(at).ends(SELECT); at++) {
            Tag option = tags.get(at);
            if (option.is("option")) {
                Map<String, String> attributes = without(option, SELECTED);
                if (sent.has(name, option.of(VALUE))) {
                    attributes.put(SELECTED, "");
                }
                write(option, attributes);
            }
        }
    }

    private Tag close(int at, String name) {
        for (int next = at + 1; next < tags.size(); next++) {
            if (tags.get(next).ends(name)) {
                return tags.get(next);
            }
        }
        throw new IllegalStateException("A " + name + " is not closed");
    }

    private static Map<String, String> without(Tag tag, String attribute) {
        Map<String, String> left = new LinkedHashMap<>(tag.attributes());
        left.remove(attribute);
        return left;
    }

    private static Map<String, String> with(Tag tag, String attribute, String value) {
        Map<String, String> more = new LinkedHashMap<>(tag.attributes());
        more.put(attribute, value);
        return more;
    }

    private void write(Tag tag, Map<String, String> attributes) {
        change(tag.from(), tag.until(), tag.with(attributes));
    }

    private void change(int place, int upTo, String text) {
        Change known = changes.get(place);
        changes.put(place, new Change(known == null ? "" : known.before(), upTo, text));
    }

    private void insert(int at, String text) {
        Change known = changes.get(at);
        changes.put(
                at,
                known == null
                        ? new Change(text, at, "")
                        : new Change(known.before() + text, known.until(), known.instead()));
    }

    private String written() {
        StringBuilder out = new StringBuilder(page.length() + 1_000);
        int at = 0;
        for (Map.Entry<Integer, Change> change : changes.entrySet()) {
            out.append(page, at, change.getKey())
                    .append(change.getValue().before())
                    .append(change.getValue().instead());
            at = change.getValue().until();
        }
        return out.append(page, at, page.length()).toString();
    }

    private static List<Tag> tags(String page) {
        List<Tag> tags = new ArrayList<>();
        int at = page.indexOf('<');
        while (at >= 0) {
            int name = at + 1;
            boolean isEnd = name < page.length() && page.charAt(name) == '/';
            if (isEnd) {
                name++;
            }
            int until = name;
            if (name < page.length() && Character.isLetter(page.charAt(name))) {
                while (Character.isLetterOrDigit(page.charAt(until)) || page.charAt(until) == '-') {
                    until++;
                }
                Map<String, String> attributes = new LinkedHashMap<>();
                int close = attributes(page, until, attributes);
                tags.add(new Tag(at, close, page.substring(name, until), isEnd, attributes));
                until = close;
            }
            at = page.indexOf('<', until);
        }
        return tags;
    }

    /** Reads attributes up to the bracket that ends the tag; tells where that was. */
    private static int attributes(String page, int from, Map<String, String> attributes) {
        int at = from;
        while (at < page.length() && page.charAt(at) != '>') {
            if (Character.isWhitespace(page.charAt(at)) || page.charAt(at) == '/') {
                at++;
                continue;
            }
            int name = at;
            while (at < page.length() && "=> \t\r\n".indexOf(page.charAt(at)) < 0) {
                at++;
            }
            String key = page.substring(name, at);
            String value = "";
            if (at + 1 < page.length() && page.charAt(at) == '=') {
                char quote = page.charAt(at + 1);
                int end = page.indexOf(quote, at + 2);
                value = HtmlUtils.htmlUnescape(page.substring(at + 2, end));
                at = end + 1;
            }
            attributes.put(key, value);
        }
        return Math.min(at + 1, page.length());
    }
}
