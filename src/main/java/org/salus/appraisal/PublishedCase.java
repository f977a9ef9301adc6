package org.salus.appraisal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.Sentence;
import tools.jackson.databind.JsonNode;

/**
 * A case that the OECD has published with its verdict.
 *
 * @param code the purpose code it was shown under, also where it was refused
 * @param page the OECD's page of the case
 * @param isStated whether the verdict is given in passing, for a variant of a case
 * @param about what it is about, in the meanings of the vocabulary
 */
public record PublishedCase(
        String id, AidVerdict verdict, Optional<String> code, String page, boolean isStated, Set<String> about) {
    private static final int MOST = 3;

    public PublishedCase {
        about = Set.copyOf(about);
    }

    /** What happened, in a few words. */
    public Sentence title() {
        return Sentence.of("appraisal.oda.case." + id);
    }

    static List<PublishedCase> shipped() {
        List<PublishedCase> cases = new ArrayList<>();
        for (JsonNode one : AidRules.yaml("aid-cases.yaml").required("cases")) {
            Set<String> about = new HashSet<>();
            one.required("about").forEach(meaning -> about.add(meaning.asString()));
            cases.add(new PublishedCase(
                    one.required("id").asString(),
                    AidVerdict.of(one.required("verdict").asString()),
                    Optional.ofNullable(one.get("code")).map(JsonNode::asString),
                    one.required("page").asString(),
                    one.path("stated").asBoolean(false),
                    about));
        }
        return List.copyOf(cases);
    }

    /** The most alike of some, the likest first; none that has nothing in common. */
    static List<PublishedCase> nearest(List<PublishedCase> cases, Set<String> about) {
        record Near(PublishedCase one, double likeness) {}
        return cases.stream()
                .map(one -> new Near(one, one.likeness(about)))
                .filter(near -> near.likeness() > 0)
                .sorted(Comparator.comparingDouble((Near near) -> -near.likeness())
                        .thenComparing(near -> near.one().id()))
                .limit(MOST)
                .map(Near::one)
                .toList();
    }

    /** Meanings they share, as a part of all that either has. */
    private double likeness(Set<String> others) {
        Set<String> all = new HashSet<>(about);
        all.addAll(others);
        long shared = about.stream().filter(others::contains).count();
        return all.isEmpty() ? 0 : (double) shared / all.size();
    }
}
