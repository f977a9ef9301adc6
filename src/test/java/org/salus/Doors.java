package org.salus;

import java.util.Set;
import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModuleDetectionStrategy;
import org.springframework.modulith.core.ApplicationModuleInformation;
import org.springframework.modulith.core.JavaPackage;
import org.springframework.modulith.core.NamedInterfaces;

/**
 * Which doors the rooms have: their own package for everybody; drawers are closed, but those of {@code frame} hold everybody's manners, and those of
 * {@code workspace} what every page, question and command about a workspace begins with.
 */
final class Doors implements ApplicationModuleDetectionStrategy {
    private static final Set<String> OPEN = Set.of("frame", "workspace");

    Doors() {}

    @Override
    public Stream<JavaPackage> getModuleBasePackages(JavaPackage root) {
        return ApplicationModuleDetectionStrategy.directSubPackage().getModuleBasePackages(root);
    }

    @Override
    public NamedInterfaces detectNamedInterfaces(JavaPackage room, ApplicationModuleInformation information) {
        return OPEN.contains(room.getLocalName())
                ? NamedInterfaces.builder(room)
                        .matching("web", "api", "cli")
                        .recursive()
                        .build()
                : NamedInterfaces.of(room, information);
    }
}
