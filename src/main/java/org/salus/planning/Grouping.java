package org.salus.planning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.framework.Sentence;

/** By what the steps of a roadmap are put together. */
public enum Grouping {
    GOAL,
    INSTITUTION,
    DONOR;

    /** Its name in addresses and commands: goal, institution, donor. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The grouping of that code; empty if there is none. */
    public static Optional<Grouping> find(String code) {
        return Stream.of(values())
                .filter(grouping -> grouping.code().equals(code))
                .findFirst();
    }

    /** What it is called. */
    public Sentence label() {
        return Sentence.of("planning.roadmap.group." + code());
    }

    /** What a group is called of which nobody has said what it belongs to. */
    Sentence unnamed() {
        return Sentence.of("planning.roadmap.unnamed." + code());
    }

    /** To what a step belongs; empty if nobody has said. */
    String of(Roadmap.Bar bar) {
        String said = switch (this) {
            case GOAL -> bar.goal();
            case INSTITUTION -> bar.institution();
            case DONOR -> bar.donor();
        };
        return said.strip();
    }

    /** The steps by what they belong to, in the order of their first steps; last, under an empty name, those of which nobody has said it. */
    Map<String, List<Roadmap.Bar>> groups(Roadmap roadmap) {
        Map<String, List<Roadmap.Bar>> groups = new LinkedHashMap<>();
        Stream.concat(roadmap.bars().stream().map(this::of).filter(group -> !group.isEmpty()), Stream.of(""))
                .distinct()
                .forEach(group -> {
                    List<Roadmap.Bar> bars = roadmap.bars().stream()
                            .filter(bar -> of(bar).equals(group))
                            .toList();
                    if (!bars.isEmpty()) {
                        groups.put(group, bars);
                    }
                });
        return groups;
    }
}
