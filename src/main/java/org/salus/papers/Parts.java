package org.salus.papers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts that papers can be put together from. */
final class Parts {
    private static final List<PaperPart> ALL = Stream.of(
                    List.of(PaperPart.of("text", (making, sheet) -> {})),
                    SupportParts.all(),
                    DonorParts.all(),
                    UnitParts.all(),
                    BriefParts.all(),
                    ProposalParts.all(),
                    EvaluationParts.all(),
                    HandOverParts.all(),
                    PeriodParts.all(),
                    MissionParts.all(),
                    CommitteeParts.all())
            .flatMap(List::stream)
            .toList();

    private Parts() {}

    static List<PaperPart> all() {
        return ALL;
    }

    static List<String> names() {
        return ALL.stream().map(PaperPart::name).toList();
    }

    static Optional<PaperPart> find(String name) {
        return ALL.stream().filter(part -> part.name().equals(name)).findFirst();
    }
}
