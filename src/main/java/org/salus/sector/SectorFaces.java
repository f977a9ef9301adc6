package org.salus.sector;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.salus.framework.ActorClass;
import org.salus.framework.DateSpan;
import org.salus.framework.Pillar;
import org.salus.framework.Recorded;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.workspace.Contribution;
import org.salus.workspace.Face;
import org.salus.workspace.Field;

/** What this room adds to every workspace: its kinds of items, how people edit them, its place in the rail. */
public final class SectorFaces {
    /** Behind the premise, before governance. */
    private static final int PLACE = 20;

    private static final List<Field> WHEN = List.of(
            Field.day("from", Sentence.of("sector.field.from")), Field.day("until", Sentence.of("sector.field.until")));

    private static final List<Field> INSTRUMENT = List.of(
            Field.line("instrument", Sentence.of("sector.field.instrument")),
            Field.line("article", Sentence.of("sector.field.article")),
            Field.day("date", Sentence.of("sector.field.date")));

    private static final List<Field> NAME = List.of(
            Field.line("text", Sentence.of("sector.field.name.text")),
            Field.line("language", Sentence.of("sector.field.name.language"), "und")
                    .hinted(Sentence.of("sector.field.name.language.hint")));

    private static final List<Field> PHASE = List.of(
            Field.rows("names", Sentence.of("sector.field.names"), Sentence.of("sector.field.name"), NAME),
            Field.choice("actorClass", Sentence.of("sector.field.class"), options(ActorClass.all()), false),
            Field.choice("type", Sentence.of("sector.field.type"), Field.options(ActorType.class), true),
            Field.choice("alsoPillar", Sentence.of("sector.field.second-pillar"), Field.options(Pillar.class), true),
            Field.group("when", Sentence.of("sector.field.when"), WHEN).hinted(Sentence.of("sector.field.when.hint")),
            Field.group("powers", Sentence.of("sector.field.powers"), powers())
                    .hinted(Sentence.of("sector.field.powers.hint")));

    private static final Face<Actor> ACTOR = Face.of(
                    Actor.KIND,
                    Sentence.of("sector.kind.actor"),
                    (item, view) -> name(item.value()),
                    List.of(
                            Field.rows(
                                            "phases",
                                            Sentence.of("sector.field.phases"),
                                            Sentence.of("sector.field.phase"),
                                            PHASE)
                                    .hinted(Sentence.of("sector.field.phases.hint")),
                            Field.rows(
                                    "mandates",
                                    Sentence.of("sector.field.mandates"),
                                    Sentence.of("sector.field.mandate"),
                                    INSTRUMENT),
                            Field.line("key", Sentence.of("sector.field.key"))
                                    .hinted(Sentence.of("sector.field.key.hint")),
                            Field.lines("countries", Sentence.of("sector.field.countries"))
                                    .hinted(Sentence.of("sector.field.countries.hint")),
                            Field.paragraph("note", Sentence.of("sector.field.note"))
                                    .hinted(Sentence.of("sector.field.note.hint"))))
            .on(item -> Optional.of("sector?around=" + item.id()));

    private static final Face<Tie> TIE = Face.of(
            Tie.KIND,
            Sentence.of("sector.kind.tie"),
            Face.said(SectorFaces::tie),
            List.of(
                    Field.item("from", Sentence.of("sector.field.tie-from"), Actor.KIND),
                    Field.choice("type", Sentence.of("sector.field.tie-type"), TieType.class),
                    Field.item("to", Sentence.of("sector.field.tie-to"), Actor.KIND)
                            .hinted(Sentence.of("sector.field.tie-to.hint")),
                    statements("byLaw", Sentence.of("sector.field.by-law")),
                    statements("inPractice", Sentence.of("sector.field.in-practice")),
                    Field.paragraph("note", Sentence.of("sector.field.note"))
                            .hinted(Sentence.of("sector.field.note.hint"))));

    private static final Face<KnownSupport> SUPPORT = Face.of(
            KnownSupport.KIND,
            Sentence.of("sector.kind.known-support"),
            (item, view) -> item.value().title().isBlank()
                    ? item.value().partner()
                    : item.value().partner() + ": " + item.value().title(),
            List.of(
                    Field.line("partner", Sentence.of("sector.support-field.partner.name")),
                    Field.line("title", Sentence.of("sector.support-field.title.name")),
                    Field.line("institutionName", Sentence.of("sector.support-field.institution.name")),
                    Field.choice(
                            "area",
                            Sentence.of("sector.support-field.area.name"),
                            Field.options(ReformArea.class),
                            true),
                    Field.line("areaName", Sentence.of("sector.field.area-name")),
                    Field.choice("stage", Sentence.of("sector.support-field.stage.name"), SupportStage.class),
                    Field.group(
                            "amount",
                            Sentence.of("sector.support-field.amount.name"),
                            List.of(
                                    Field.number("least", Sentence.of("sector.support-field.least.name")),
                                    Field.number("most", Sentence.of("sector.support-field.most.name")),
                                    Field.line("currency", Sentence.of("sector.support-field.currency.name")))),
                    Field.group("when", Sentence.of("sector.field.when"), WHEN),
                    Field.choice("origin", Sentence.of("sector.field.origin"), SupportOrigin.class),
                    Field.paragraph("note", Sentence.of("sector.support-field.note.name"))));

    private static final Face<ColumnMapping> MAPPING = Face.of(
            ColumnMapping.KIND,
            Sentence.of("sector.kind.column-mapping"),
            (item, view) -> item.value().name(),
            List.of(Field.line("name", Sentence.of("sector.field.mapping-name"))));

    private SectorFaces() {}

    /** What this room adds. */
    public static Contribution contribution() {
        return new Contribution(
                        List.of(Actor.KIND, Tie.KIND, KnownSupport.KIND, ColumnMapping.KIND),
                        List.of(ACTOR, TIE, SUPPORT, MAPPING),
                        List.of(new Contribution.Place(
                                Contribution.Stretch.SITUATION,
                                PLACE,
                                Sentence.of("sector.place"),
                                Sentence.of("sector.page.title"),
                                "sector")))
                .owing((view, day, wording) -> SectorDues.of(view));
    }

    private static List<Field.Option> options(List<? extends Term> terms) {
        return terms.stream()
                .map(term -> new Field.Option(term.code(), term.label()))
                .toList();
    }

    private static List<Field> powers() {
        return Arrays.stream(Power.values())
                .map(power -> Field.choice(power.code(), power.label(), Field.options(Recorded.class), true))
                .toList();
    }

    private static Field statements(String name, Sentence label) {
        return Field.rows(
                        name,
                        label,
                        Sentence.of("sector.field.statement"),
                        List.of(
                                Field.choice(
                                        "recorded",
                                        Sentence.of("sector.field.recorded"),
                                        options(List.of(Recorded.RECORDED, Recorded.RECORDED_AS_ABSENT)),
                                        false),
                                Field.group("when", Sentence.of("sector.field.when"), WHEN),
                                Field.optionalGroup("instrument", Sentence.of("sector.field.law"), INSTRUMENT)))
                .hinted(Sentence.of("sector.field." + (name.equals("byLaw") ? "by-law" : "in-practice") + ".hint"));
    }

    /** The newest of the first names: what an actor is called where no day is asked about. */
    private static String name(Actor actor) {
        return actor.phases().stream()
                .max(Comparator.comparing(Phase::when, DateSpan.BY_BEGINNING))
                .flatMap(phase -> phase.names().stream().findFirst())
                .map(Name::text)
                .orElse("");
    }

    private static Sentence tie(Item<Tie> item, View view) {
        Tie tie = item.value();
        return Sentence.of(
                "sector.tie-label", name(tie.from(), view), tie.type().label(), name(tie.to(), view));
    }

    private static String name(ItemId actor, View view) {
        return view.find(Actor.KIND, actor).map(item -> name(item.value())).orElse("…");
    }
}
