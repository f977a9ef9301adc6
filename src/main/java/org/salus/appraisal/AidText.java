package org.salus.appraisal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A short free text in parts, each with what it means. Parts are set apart by commas, "and" and the like; a sentence part (between semicolons, brackets or full stops) with
 * a doubt in it asserts nothing, and one about later is left out.
 *
 * @param source as it was given
 * @param isSilent whether it only says that something is not known
 */
record AidText(String source, List<Part> parts, boolean isSilent) {
    /** Nobody describes a fact at such length; a longer text is not read. */
    static final int LONGEST = 2_000;

    private static final Pattern SENTENCES = Pattern.compile("[;()\\[\\]{}:.!?\\n\\r]+");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}]+|[,/+&|]");
    private static final Pattern NOT_AVAILABLE = Pattern.compile("\\bn/a\\b");
    private static final Set<String> JOINING =
            Set.of(AidWords.BREAK, "and", "or", "plus", "with", "including", "incl", "alongside", "then");
    private static final Set<String> NOTHING = Set.of("answer.no", "kit.none", "where.nowhere", "word.filler");

    /**
     * A part of a text.
     *
     * @param meanings empty if it is not understood
     * @param isDoubtful whether it is said with a doubt, or denied
     */
    record Part(String words, Set<String> meanings, boolean isDoubtful) {
        Part {
            meanings = Set.copyOf(meanings);
        }

        boolean isUnderstood() {
            return !meanings.isEmpty();
        }

        boolean means(Set<String> any) {
            return meanings.stream().anyMatch(any::contains);
        }
    }

    AidText {
        parts = List.copyOf(parts);
    }

    static AidText read(String source, AidWords words) {
        if (source.length() > LONGEST) {
            return new AidText(source, List.of(new Part(source.substring(0, 80) + "…", Set.of(), false)), false);
        }
        List<Part> parts = new ArrayList<>();
        boolean saysSomething = false;
        // Line breaks go before the text is made plain, which would take them for blanks.
        for (String sentence : SENTENCES.split(source, -1)) {
            List<Draft> drafts = drafts(AidWords.plain(sentence), words);
            if (drafts.isEmpty()) {
                continue;
            }
            Set<String> together = new HashSet<>();
            drafts.forEach(draft -> together.addAll(draft.meanings));
            if (together.contains("word.later")) {
                saysSomething = true;
                continue;
            }
            boolean isDoubtful = together.contains("word.doubt")
                    || (together.contains("answer.no") && !NOTHING.containsAll(together));
            for (Draft draft : drafts) {
                saysSomething |= !draft.isMere("word.unknown");
                if (!draft.isMere("word.doubt")) {
                    parts.add(draft.part(isDoubtful));
                }
            }
        }
        return new AidText(source, parts, !saysSomething);
    }

    private static List<Draft> drafts(String sentence, AidWords words) {
        List<String> all = new ArrayList<>();
        Matcher found = WORDS.matcher(NOT_AVAILABLE.matcher(sentence).replaceAll("na"));
        while (found.find()) {
            all.add(",/+&|".contains(found.group()) ? AidWords.BREAK : found.group());
        }
        List<Draft> drafts = new ArrayList<>();
        Draft draft = new Draft();
        int at = 0;
        while (at < all.size()) {
            AidWords.Found phrase = words.longestAt(all, at);
            if (phrase.length() > 0) {
                draft.words.addAll(all.subList(at, at + phrase.length()));
                draft.meanings.addAll(phrase.meanings());
                at += phrase.length();
            } else {
                if (JOINING.contains(all.get(at))) {
                    drafts.add(draft);
                    draft = new Draft();
                } else {
                    draft.words.add(all.get(at));
                    draft.hasUnknownWords = true;
                }
                at++;
            }
        }
        drafts.add(draft);
        return drafts.stream().filter(one -> !one.words.isEmpty()).toList();
    }

    /** A part while it is read. */
    private static final class Draft {
        private final List<String> words = new ArrayList<>();
        private final Set<String> meanings = new HashSet<>();
        private boolean hasUnknownWords;

        /** Words such as "not" or "unknown" by themselves. */
        boolean isMere(String meaning) {
            return !hasUnknownWords
                    && meanings.contains(meaning)
                    && Set.of(meaning, "word.filler").containsAll(meanings);
        }

        Part part(boolean isDoubtful) {
            Set<String> said = new HashSet<>(meanings);
            said.remove("word.doubt");
            boolean isOfSomething =
                    said.stream().anyMatch(one -> !one.startsWith("word.") && !one.startsWith("answer."));
            if (meanings.contains("word.unknown") || (hasUnknownWords && !isOfSomething)) {
                said.clear();
            }
            return new Part(String.join(" ", words), said, isDoubtful);
        }
    }
}
