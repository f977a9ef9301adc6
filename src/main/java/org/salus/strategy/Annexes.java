package org.salus.strategy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.evidence.SourceVersion;
import org.salus.framework.Aim;
import org.salus.framework.Characteristic;
import org.salus.framework.Consideration;
import org.salus.framework.Effect;
import org.salus.framework.Pillar;
import org.salus.framework.ReformArea;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.goals.Logframe;
import org.salus.goals.LogframePrint;
import org.salus.ledger.Citation;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.workspace.Source;

/** What stands behind the text: logframe, who supports which goal, sources, the data it was composed from, and what words mean. */
final class Annexes {
    private Annexes() {}

    static List<SectionSource> all() {
        return List.of(new TheLogframe(), new Donors(), new Sources(), new Data(), new Definitions());
    }

    private record TheLogframe() implements SectionSource {
        @Override
        public Section section() {
            return Section.LOGFRAME;
        }

        @Override
        public Composed compose(Material material) {
            Composing section = new Composing(section(), material.wording());
            return material.plan()
                    .map(plan -> section.table(
                            "logframe",
                            new LogframePrint(
                                            plan.value().title(),
                                            Logframe.of(material.goals().model(plan), material.view()),
                                            material.wording())
                                    .page()))
                    .filter(told -> !told.isEmpty())
                    .orElseGet(() ->
                            section.say(material.isUndecided() ? "strategy.undecided" : "strategy.logframe.nothing"))
                    .composed();
        }
    }

    private record Donors() implements SectionSource {
        @Override
        public Section section() {
            return Section.DONORS;
        }

        @Override
        public Composed compose(Material material) {
            Composing section = new Composing(section(), material.wording());
            material.plan()
                    .ifPresent(plan -> section.table("goals", material.goals().matrix(plan)));
            // Rooms that know the data add support by donor of the countries.
            if (!section.isEmpty() || !material.countries().isEmpty()) {
                return section.say("strategy.donors.lead").composed();
            }
            return section.say(material.isUndecided() ? "strategy.undecided" : "strategy.donors.nothing")
                    .composed();
        }
    }

    private record Sources() implements SectionSource {
        @Override
        public Section section() {
            return Section.SOURCES;
        }

        @Override
        public Composed compose(Material material) {
            Wording wording = material.wording();
            Composing section = new Composing(section(), wording);
            List<Item<Source>> cited = cited(material);
            if (cited.isEmpty()) {
                return section.say("strategy.sources.nothing").composed();
            }
            return section.say("strategy.sources.lead", cited.size())
                    .table("sources", table(cited, wording))
                    .composed();
        }

        /** What items that are read here cite; interviews and the like leave no house. */
        private static List<Item<Source>> cited(Material material) {
            Set<ItemId> named = new LinkedHashSet<>();
            for (ItemId id : material.view().ids()) {
                material.view()
                        .find(id)
                        .ifPresent(item ->
                                item.citations().stream().map(Citation::source).forEach(named::add));
            }
            return material.view().list(Source.KIND).stream()
                    .filter(source -> named.contains(source.id()))
                    .filter(source -> !source.value().type().isProtected())
                    .sorted(Comparator.comparing(
                                    (Item<Source> source) -> source.value().title())
                            .thenComparing(Item::id))
                    .toList();
        }

        private static Table table(List<Item<Source>> sources, Wording wording) {
            return new Table(
                    wording.say("strategy.sources.table"),
                    List.of(
                            Column.text("source", wording.say("strategy.sources.source")),
                            Column.text("author", wording.say("strategy.sources.author")),
                            Column.text("date", wording.say("strategy.sources.date")),
                            Column.text("reference", wording.say("strategy.sources.reference")),
                            Column.text("link", wording.say("strategy.sources.link"))),
                    sources.stream()
                            .map(Item::value)
                            .map(source -> List.of(
                                    Cell.text(source.title()),
                                    Cell.text(source.author()),
                                    Cell.text(
                                            source.date().map(Object::toString).orElse("")),
                                    Cell.text(source.reference()),
                                    Cell.text(source.link())))
                            .toList());
        }
    }

    private record Data() implements SectionSource {
        @Override
        public Section section() {
            return Section.DATA;
        }

        @Override
        public Composed compose(Material material) {
            Wording wording = material.wording();
            Composing section = new Composing(section(), wording);
            List<SourceVersion> files = material.snapshot().versions().stream()
                    .filter(SourceVersion::current)
                    .sorted(Comparator.comparing(SourceVersion::source).thenComparing(SourceVersion::sha256))
                    .toList();
            section.say("strategy.data.lead", material.snapshot().id(), files.size());
            section.table(
                    "files",
                    new Table(
                            wording.say("strategy.data.table"),
                            List.of(
                                    Column.text("source", wording.say("strategy.data.source")),
                                    Column.text("file", wording.say("strategy.data.file")),
                                    Column.text("data_of", wording.say("strategy.data.of")),
                                    Column.text("licence", wording.say("strategy.data.licence")),
                                    Column.text("sha256", wording.say("strategy.data.sha256"))),
                            files.stream().map(file -> row(file, wording)).toList()));
            section.note("strategy.data.boundaries");
            return section.composed();
        }

        private static List<Cell> row(SourceVersion file, Wording wording) {
            String licence = file.licence();
            return List.of(
                    Cell.text(file.source()),
                    Cell.text(file.file()),
                    file.dataOf()
                            .map(day -> Cell.text(day.toString()))
                            .orElseGet(() -> Cell.blank(wording.say("strategy.plan.not-said"))),
                    licence == null ? Cell.blank(wording.say("strategy.plan.not-said")) : Cell.text(licence),
                    Cell.text(file.sha256()
                            .substring(0, Math.min(16, file.sha256().length()))));
        }
    }

    private record Definitions() implements SectionSource {
        @Override
        public Section section() {
            return Section.DEFINITIONS;
        }

        @Override
        public Composed compose(Material material) {
            Wording wording = material.wording();
            List<Term> terms = new ArrayList<>();
            terms.addAll(List.of(Pillar.values()));
            terms.addAll(List.of(Characteristic.values()));
            terms.addAll(List.of(Aim.values()));
            terms.addAll(List.of(ReformArea.values()));
            terms.addAll(List.of(Effect.values()));
            terms.addAll(List.of(Consideration.values()));
            return new Composing(section(), wording)
                    .say("strategy.definitions.lead")
                    .table(
                            "words",
                            new Table(
                                    wording.say("strategy.definitions.table"),
                                    List.of(
                                            Column.text("word", wording.say("strategy.definitions.word")),
                                            Column.text("meaning", wording.say("strategy.definitions.meaning"))),
                                    terms.stream()
                                            .map(term -> List.of(
                                                    Cell.text(wording.say(term.label()))
                                                            .withCode(term.code()),
                                                    Cell.text(wording.say(term.meaning()))))
                                            .toList()))
                    .composed();
        }
    }
}
