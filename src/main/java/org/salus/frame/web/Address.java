package org.salus.frame.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/**
 * A path of this program with the selection it carries. Immutable: choosing something gives another address. Controllers take the address they were called
 * by as a parameter.
 *
 * @param path begins with a slash, each segment already encoded
 * @param choices names and values, in the order they are written
 */
public record Address(String path, Map<String, String> choices) {
    private static final int LONGEST = 2_000;

    /** A slash that no second one and no backslash follows, which browsers would take for the name of a host, and nothing but the signs of addresses. */
    private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[A-Za-z0-9\\-._~!$&'()*+,;=:@/?%]*");

    public Address {
        choices = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(choices));
    }

    /**
     * Where somebody wanted to go, if that is in this program; the first page otherwise. For addresses that come from outside, which must not lead
     * anybody elsewhere.
     */
    public static String own(@Nullable String wanted) {
        return wanted != null
                        && wanted.length() <= LONGEST
                        && OWN.matcher(wanted).matches()
                ? wanted
                : "/";
    }

    /** The same where it can be {@linkplain #own come back to}; of one with too much in it, as where a long table was pasted into a form, the path alone. */
    Address toComeBackTo() {
        return toString().length() <= LONGEST ? this : of(path);
    }

    /** A path that carries nothing yet. */
    public static Address of(String path) {
        return new Address(path, Map.of());
    }

    /** The chosen value; empty if nothing, or nothing but blanks, was chosen. */
    public Optional<String> choice(String name) {
        return Optional.ofNullable(choices.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The same with a choice made; null or nothing takes it back. */
    public Address with(String name, @Nullable Object value) {
        Map<String, String> next = new LinkedHashMap<>(choices);
        if (value == null || value.toString().isEmpty()) {
            next.remove(name);
        } else {
            next.put(name, value.toString());
        }
        return new Address(path, next);
    }

    /** The same without these choices. */
    public Address without(String... names) {
        Address next = this;
        for (String name : names) {
            next = next.with(name, null);
        }
        return next;
    }

    /** The same choices on another path, of those names only. */
    public Address at(String otherPath, String... kept) {
        Address next = of(otherPath);
        for (String name : kept) {
            next = next.with(name, choices.get(name));
        }
        return next;
    }

    /**
     * The same, which carries no choices but these.
     *
     * @throws Failure (wrong use) naming the first other one, and what may be chosen
     */
    public Address knowing(Collection<String> names) {
        refuseUnknown(choices.keySet(), names);
        return this;
    }

    /** The same of names alone, whatever they are set to. */
    static void refuseUnknown(Collection<String> said, Collection<String> known) {
        for (String name : said) {
            if (!known.contains(name)) {
                throw Failure.wrongUse(
                        known.isEmpty()
                                ? Sentence.of("frame.problem.no-choices", name)
                                : Sentence.of("frame.problem.no-choice", name, String.join(", ", known)));
            }
        }
    }

    /** The same, for choices that stand in the code. */
    public Address knowing(String... names) {
        return knowing(List.of(names));
    }

    /**
     * The chosen value as one of those there are; empty if nothing was chosen.
     *
     * @throws Failure (wrong use) if it means nothing
     */
    public <T> Optional<T> choice(String name, Function<String, Optional<T>> meaning) {
        return choice(name)
                .map(text -> meaning.apply(text)
                        .orElseThrow(() -> Failure.wrongUse(Sentence.of("frame.problem.value", name, text))));
    }

    /** As written into a link, relative to this program. */
    @Override
    public String toString() {
        return choices.isEmpty()
                ? path
                : path
                        + choices.entrySet().stream()
                                .map(choice -> encode(choice.getKey()) + "=" + encode(choice.getValue()))
                                .collect(Collectors.joining("&", "?", ""));
    }

    /** A name or value as it stands in a query. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
