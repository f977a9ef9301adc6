package org.salus.sector;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.salus.framework.ActorClass;
import org.salus.framework.DateSpan;
import org.salus.framework.Pillar;
import org.salus.framework.Recorded;

/**
 * What an actor is during a time. An armed movement that becomes a party has two phases, and so has a ministry that was renamed.
 *
 * @param names the first is the one used where the reader's language has none
 * @param actorClass by function: a pillar of the security sector, or a class of its context
 * @param alsoPillar a second pillar, for institutions that are both
 * @param powers what it may do, and what it is recorded as not being allowed to; what is missing was not asked
 */
public record Phase(
        DateSpan when,
        List<Name> names,
        ActorClass actorClass,
        Optional<ActorType> type,
        Optional<Pillar> alsoPillar,
        Map<Power, Recorded> powers) {
    public Phase {
        names = List.copyOf(names);
        powers = java.util.Collections.unmodifiableMap(new TreeMap<>(powers));
    }

    /** The name in that language; the first one where there is none. */
    public String name(Locale language) {
        return names.stream()
                .filter(name ->
                        Locale.forLanguageTag(name.language()).getLanguage().equals(language.getLanguage()))
                .findFirst()
                .or(() -> names.stream().findFirst())
                .map(Name::text)
                .orElse("");
    }

    /** What it is recorded as being allowed to do. */
    public Set<Power> has() {
        return powers.entrySet().stream()
                .filter(power -> power.getValue() == Recorded.RECORDED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether anybody has said whether it may do that. */
    public boolean isAsked(Power power) {
        return powers.getOrDefault(power, Recorded.NOT_RECORDED) != Recorded.NOT_RECORDED;
    }

    /** Whether it belongs to the security sector. */
    public boolean isInSector() {
        return actorClass.isInSector();
    }

    /** Whether it is of that pillar, first or second. */
    public boolean isIn(Pillar pillar) {
        return actorClass == pillar
                || alsoPillar.filter(second -> second == pillar).isPresent();
    }

    /** The kind of oversight it exercises, if its type tells. */
    Optional<Oversight> oversight() {
        return type.flatMap(ActorType::oversight);
    }
}
