package org.salus.portal;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/** What is found is told in groups, always in this order, so that nothing jumps while somebody types. */
public enum SearchGroup {
    PAGES("pages"),
    COUNTRIES("countries"),
    AREAS("areas"),
    DONORS("donors"),
    WORKSPACES("workspaces"),
    ITEMS("items"),
    SOURCES("sources"),
    ACTIVITIES("activities");

    private final String code;

    SearchGroup(String code) {
        this.code = code;
    }

    /** Its word in addresses, in the API and in a terminal. */
    public String code() {
        return code;
    }

    /** What people call it. */
    public Sentence label() {
        return Sentence.of("portal.search.group." + code);
    }

    /** The group of that word. */
    public static Optional<SearchGroup> find(String code) {
        return Arrays.stream(values()).filter(group -> group.code.equals(code)).findFirst();
    }

    /**
     * The group of that word.
     *
     * @throws Failure (wrong use) if there is none, with those there are
     */
    public static SearchGroup get(String code) {
        return find(code)
                .orElseThrow(() -> Failure.wrongUse(Sentence.of(
                        "portal.search.no-group",
                        code,
                        Arrays.stream(values()).map(SearchGroup::code).collect(Collectors.joining(", ")))));
    }
}
