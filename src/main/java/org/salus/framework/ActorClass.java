package org.salus.framework;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an actor is in the map: one of the sector's two pillars or a class of its context. An actor's class is dated; a rebel movement may become a party. */
public sealed interface ActorClass extends Term permits Pillar, ContextClass {
    boolean isInSector();

    /** Pillars first, then the classes of the context. */
    static List<ActorClass> all() {
        return Stream.<ActorClass>concat(Stream.of(Pillar.values()), Stream.of(ContextClass.values()))
                .toList();
    }

    static Optional<ActorClass> find(String code) {
        return all().stream()
                .filter(actorClass -> actorClass.code().equals(code))
                .findFirst();
    }

    /**
     * The term of that code.
     *
     * @throws UnknownCode if neither a pillar nor a context class has this code
     */
    static ActorClass of(String code) {
        return find(code).orElseThrow(() -> new UnknownCode("ActorClass", code));
    }
}
