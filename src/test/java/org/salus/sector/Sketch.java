package org.salus.sector;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.salus.framework.DateSpan;
import org.salus.framework.PartialDate;
import org.salus.framework.Recorded;
import org.salus.ledger.Citation;
import org.salus.ledger.Confidence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.workspace.Credibility;
import org.salus.workspace.Reliability;
import org.salus.workspace.Source;
import org.salus.workspace.SourceType;

/** A map written down in a test. Ids come from names, so the same sketch is the same map. */
final class Sketch {
    static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    final List<Item<Actor>> actors = new ArrayList<>();
    final List<Item<Tie>> ties = new ArrayList<>();
    final List<Item<Source>> sources = new ArrayList<>();

    static ItemId id(String name) {
        return new ItemId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    Sketch actor(String name, ActorType type, Power... powers) {
        return actor(name, type, DateSpan.OPEN, powers);
    }

    Sketch actor(String name, ActorType type, DateSpan when, Power... powers) {
        Map<Power, Recorded> recorded = new EnumMap<>(Power.class);
        for (Power power : powers) {
            recorded.put(power, Recorded.RECORDED);
        }
        Phase phase = new Phase(
                when, List.of(Name.of(name)), type.usualClass(), Optional.of(type), Optional.empty(), recorded);
        return actor(name, phase);
    }

    Sketch actor(String name, Phase... phases) {
        actors.add(item(id(name), Actor.KIND, new Actor("", List.of(phases), List.of(), List.of(), "")));
        return this;
    }

    Sketch source(String name, Reliability reliability, Optional<PartialDate> date) {
        Source source = new Source(
                name,
                SourceType.DOCUMENT,
                name,
                "",
                date,
                "",
                "",
                Optional.empty(),
                reliability,
                Credibility.NOT_JUDGED,
                "");
        sources.add(item(id(name), Source.KIND, source));
        return this;
    }

    /** A tie that is recorded by law and in practice. */
    Sketch tie(String from, TieType type, String to) {
        return tie(from, type, to, Statement.present(), Statement.present(), "law");
    }

    Sketch law(String from, TieType type, String to) {
        return tie(from, type, to, Statement.present(), null, "law");
    }

    Sketch practice(String from, TieType type, String to) {
        return tie(from, type, to, null, Statement.present(), "report");
    }

    Sketch noLaw(String from, TieType type, String to) {
        return tie(from, type, to, Statement.absent(), null, "law");
    }

    Sketch noPractice(String from, TieType type, String to) {
        return tie(from, type, to, null, Statement.absent(), "report");
    }

    Sketch absent(String from, TieType type, String to) {
        return tie(from, type, to, Statement.absent(), Statement.absent(), "report");
    }

    Sketch tie(
            String from,
            TieType type,
            String to,
            @Nullable Statement law,
            @Nullable Statement practice,
            String... citedSources) {
        Tie tie = Tie.of(id(from), type, id(to));
        tie = law == null ? tie : tie.saying(Basis.LAW, law);
        tie = practice == null ? tie : tie.saying(Basis.PRACTICE, practice);
        List<Citation> citations = new ArrayList<>();
        for (String source : citedSources) {
            citations.add(Citation.of(id(source), "", Confidence.MEDIUM));
        }
        String name = from + type + to + law + practice;
        ties.add(item(id(name), Tie.KIND, tie).citing(citations));
        return this;
    }

    private static <T extends Record> Item<T> item(ItemId id, Kind<T> kind, T value) {
        Item<T> fresh = Item.fresh(kind, value);
        return new Item<>(id, kind, fresh.sensitivity(), List.of(), value, fresh.basis());
    }

    SectorMap map() {
        return SectorMap.of(actors, ties, sources);
    }

    SectorDay day() {
        return map().on(DAY, Locale.ENGLISH);
    }

    OversightAnswer answer() {
        return OversightAnalysis.of(day(), DAY);
    }

    List<Finding> findings(String rule) {
        return answer().findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
    }

    List<ToAsk> questions(String rule) {
        return answer().toAsk().stream()
                .filter(question -> question.rule().equals(rule))
                .toList();
    }
}
