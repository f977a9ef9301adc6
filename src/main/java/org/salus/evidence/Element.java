package org.salus.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One element of an activity's XML, held only while that activity is read. */
final class Element {
    private static final Element[] NONE = {};

    final String name;
    final int line;
    private String[] attributes;
    private Element[] children = NONE;
    private int count;
    private @Nullable StringBuilder text;
    private @Nullable Long contentOfShed;
    private @Nullable String collapsed;

    /** @param attributes names and values in turn */
    Element(String name, int line, String[] attributes) {
        this.name = name;
        this.line = line;
        this.attributes = attributes;
    }

    /** Forgets everything but its name and the hash of its content, once somebody has taken out what it says. */
    void shed() {
        contentOfShed = content();
        attributes = new String[0];
        children = NONE;
        count = 0;
        text = null;
        collapsed = null;
    }

    /** Number of elements in it, with itself. */
    int size() {
        int size = 1;
        for (int i = 0; i < count; i++) {
            size += children[i].size();
        }
        return size;
    }

    boolean isShed() {
        return contentOfShed != null;
    }

    void add(Element child) {
        if (count == children.length) {
            children = Arrays.copyOf(children, Math.max(4, count * 2));
        }
        children[count++] = child;
    }

    StringBuilder textBuffer() {
        StringBuilder buffer = text;
        if (buffer == null) {
            buffer = new StringBuilder();
            text = buffer;
        }
        collapsed = null;
        return buffer;
    }

    int textLength() {
        return text == null ? 0 : text.length();
    }

    /** The attribute as written, or null. */
    @Nullable
    String raw(String attribute) {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i].equals(attribute)) {
                return attributes[i + 1];
            }
        }
        return null;
    }

    /** The attribute without surrounding spaces and e-mail addresses; null if it is missing or blank. */
    @Nullable
    String get(String attribute) {
        String value = raw(attribute);
        if (value == null || value.isBlank()) {
            return null;
        }
        return MaskedText.withoutAddresses(value.strip());
    }

    /** The element's own text, spaces collapsed; empty if it has none. */
    String text() {
        String own = collapsed;
        if (own == null) {
            own = text == null ? "" : collapse(text);
            collapsed = own;
        }
        return own;
    }

    /** The element's own text as stated, or null if it is blank. */
    @Nullable
    String textOrNull() {
        String own = text();
        return own.isEmpty() ? null : own;
    }

    @Nullable
    Element first(String child) {
        for (int i = 0; i < count; i++) {
            if (children[i].name.equals(child)) {
                return children[i];
            }
        }
        return null;
    }

    /** An attribute of the first child of that name, or null. */
    @Nullable
    String get(String child, String attribute) {
        Element found = first(child);
        return found == null ? null : found.get(attribute);
    }

    int children() {
        return count;
    }

    Element child(int place) {
        return children[place];
    }

    void each(String child, Consumer<Element> action) {
        for (int i = 0; i < count; i++) {
            if (children[i].name.equals(child)) {
                action.accept(children[i]);
            }
        }
    }

    List<Element> all(String child) {
        List<Element> found = new ArrayList<>();
        each(child, found::add);
        return found;
    }

    /**
     * A hash of what the element says: names, attributes in any order, texts without layout, children in order. Namespaced attributes have
     * been left out on reading; stamps are left out here, because they change with every export.
     */
    long content() {
        if (contentOfShed != null) {
            return contentOfShed;
        }
        long hash = mix(0x9E3779B97F4A7C15L, name);
        long sum = 0;
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i].endsWith("-datetime")) {
                sum += mix(mix(7, attributes[i]), attributes[i + 1].strip());
            }
        }
        hash = hash * 31 + sum;
        if (text != null) {
            hash = mix(hash, text());
        }
        for (int i = 0; i < count; i++) {
            hash = Long.rotateLeft(hash * 0xD6E8FEB86659FD93L, 23) ^ children[i].content();
        }
        return hash;
    }

    private static long mix(long seed, String characters) {
        long hash = seed;
        // The first compiler asks a text for each of its characters anew how it is kept.
        char[] all = characters.toCharArray();
        for (int i = 0; i < all.length; i++) {
            hash = (hash ^ all[i]) * 0x100000001B3L;
            hash ^= hash >>> 29;
        }
        return hash * 0xD6E8FEB86659FD93L;
    }

    private static String collapse(StringBuilder raw) {
        String text = raw.toString();
        int first = firstToChange(text);
        if (first == text.length()) {
            return text;
        }
        char[] out = new char[text.length()];
        text.getChars(0, first, out, 0);
        int length = first;
        boolean space = false;
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isBlank(c)) {
                space = length > 0;
            } else {
                if (space) {
                    out[length++] = ' ';
                    space = false;
                }
                out[length++] = c;
            }
        }
        return new String(out, 0, length);
    }

    /** Where the first blank is that is not a single space between letters; the length if there is none, as in most texts. */
    private static int firstToChange(String text) {
        boolean afterBlank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = isBlank(c);
            if (blank && (c != ' ' || afterBlank || i == text.length() - 1)) {
                return afterBlank && i > 0 ? i - 1 : i;
            }
            afterBlank = blank;
        }
        return text.length();
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00a0';
    }
}
