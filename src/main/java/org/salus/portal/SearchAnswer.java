package org.salus.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found of what one reader may read.
 *
 * @param snapshot the open data that were looked through
 * @param parts group by group, without those of which nothing was found
 */
public record SearchAnswer(SearchQuestion question, String snapshot, List<Part> parts) {
    /**
     * What was found of a group.
     *
     * @param total how many there are
     * @param isCut whether there may be more than that, which nobody counted
     * @param hits those that are answered, best first
     */
    public record Part(SearchGroup group, int total, boolean isCut, List<SearchHit> hits) {
        public Part {
            hits = List.copyOf(hits);
        }
    }

    public SearchAnswer {
        parts = List.copyOf(parts);
    }

    /** How many were found in all. */
    public int total() {
        return parts.stream().mapToInt(Part::total).sum();
    }

    /** The answer as API and command line tell it. */
    public Map<String, Object> tree() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("snapshot", snapshot);
        out.put("q", question.typed());
        out.put("total", total());
        List<Map<String, Object>> groups = new ArrayList<>();
        for (Part part : parts) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("group", part.group().code());
            one.put("total", part.total());
            one.put("more_than_counted", part.isCut());
            one.put("hits", part.hits().stream().map(SearchAnswer::told).toList());
            groups.add(one);
        }
        out.put("groups", groups);
        return out;
    }

    private static Map<String, Object> told(SearchHit hit) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("kind", hit.kind());
        one.put("title", hit.title());
        one.put("place", hit.place());
        one.put("href", hit.href());
        return one;
    }
}
