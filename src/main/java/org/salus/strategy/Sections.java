package org.salus.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What each section is composed from, in the order in which it is read. */
public final class Sections {
    private final List<SectionSource> sources;

    private Sections(List<SectionSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** What this room composes by itself from the rooms below it. */
    public static Sections own() {
        return new Sections(Stream.concat(
                        Stream.of(
                                new SummarySection(),
                                new ContextSection(),
                                new SectorSection(),
                                new GovernanceSection(),
                                new GoalsSection(),
                                new SupportSection(),
                                new PlanSection(),
                                new HandOverSection(),
                                new OwnershipSection(),
                                new RisksSection(),
                                new StandardsSection(),
                                new AppraisalSection(),
                                new MonitoringSection()),
                        Annexes.all().stream())
                .toList());
    }

    /** The same with what other rooms add. */
    public Sections and(List<? extends SectionSource> others) {
        List<SectionSource> all = new ArrayList<>(sources);
        all.addAll(others);
        return new Sections(all);
    }

    /** What a section is composed of, by all that speak in it. */
    Composed compose(Section section, Material material) {
        Composed composed = Composed.NOTHING;
        for (SectionSource source : sources) {
            if (source.section() == section) {
                composed = composed.and(source.compose(material));
            }
        }
        return composed;
    }
}
