package org.salus.strategy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salus.documents.PlainText;

/**
 * What differs between two canonical texts, section by section, line by line: the longest common sequence of lines stays, the rest was removed or added. Pure.
 *
 * @param changes in the order of the later text; removed lines stand where they were
 */
public record TextComparison(List<TextChange> changes) {
    private static final String CHAPTER = "# ";

    /** Beyond so many pairs of lines the middle of two sections is told as replaced, rather than that somebody waits. */
    private static final long MOST_PAIRS = 4_000_000;

    public TextComparison {
        changes = List.copyOf(changes);
    }

    /** Compares an earlier text with a later one. */
    public static TextComparison of(PlainText before, PlainText after) {
        Map<String, List<String>> earlier = sections(before);
        Map<String, List<String>> later = sections(after);
        Set<String> names = new LinkedHashSet<>(earlier.keySet());
        names.addAll(later.keySet());
        List<TextChange> changes = new ArrayList<>();
        for (String name : names) {
            compare(name, earlier.getOrDefault(name, List.of()), later.getOrDefault(name, List.of()), changes);
        }
        return new TextComparison(changes);
    }

    /** The same without what stands before the first section: step and day of two states always differ. */
    public TextComparison ofSections() {
        return new TextComparison(
                changes.stream().filter(change -> !change.section().isEmpty()).toList());
    }

    /** Whether both say the same. */
    public boolean isSame() {
        return changes.isEmpty();
    }

    /** Where they first differ. */
    public Optional<TextChange> first() {
        return changes.stream().findFirst();
    }

    /** The lines of each section below its heading; those before the first heading under no name. A heading that is there twice gathers both. */
    private static Map<String, List<String>> sections(PlainText text) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        String name = "";
        for (String line : text.lines()) {
            if (line.startsWith(CHAPTER)) {
                name = line.substring(CHAPTER.length());
                sections.computeIfAbsent(name, first -> new ArrayList<>());
            } else {
                sections.computeIfAbsent(name, first -> new ArrayList<>()).add(line);
            }
        }
        return sections;
    }

    private static void compare(String name, List<String> before, List<String> after, List<TextChange> changes) {
        int begin = 0;
        while (begin < before.size()
                && begin < after.size()
                && before.get(begin).equals(after.get(begin))) {
            begin++;
        }
        int end = 0;
        while (end < before.size() - begin
                && end < after.size() - begin
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        List<String> removed = before.subList(begin, before.size() - end);
        List<String> added = after.subList(begin, after.size() - end);
        if ((long) removed.size() * added.size() > MOST_PAIRS) {
            removed.forEach(line -> changes.add(new TextChange(name, false, line)));
            added.forEach(line -> changes.add(new TextChange(name, true, line)));
        } else {
            middle(name, removed, added, changes);
        }
    }

    /** The classical table of the lengths of longest common sequences, walked from its beginning. */
    private static void middle(String name, List<String> before, List<String> after, List<TextChange> changes) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                i++;
                j++;
            } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                changes.add(new TextChange(name, false, before.get(i++)));
            } else {
                changes.add(new TextChange(name, true, after.get(j++)));
            }
        }
    }
}
