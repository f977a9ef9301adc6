package org.salus.papers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Diagram;
import org.salus.documents.Table;
import org.salus.framework.Pillar;
import org.salus.framework.Wording;
import org.salus.goals.Objective;
import org.salus.governance.Assessment;
import org.salus.governance.Institution;
import org.salus.governance.OpenQuestion;
import org.salus.governance.Question;
import org.salus.governance.QuestionWords;
import org.salus.governance.Response;
import org.salus.ledger.ItemId;
import org.salus.sector.Part;
import org.salus.sector.Present;
import org.salus.sector.SectorDay;
import org.salus.sector.SectorDrawing;
import org.salus.sector.ToAsk;

/** What one takes on a mission: a part of the map, the offices to see, the questions that nobody has answered, and forms to fill in. */
final class MissionParts {
    private static final int USUAL_QUESTIONS = 30;
    private static final int USUAL_FORMS = 6;

    private MissionParts() {}

    static List<PaperPart> all() {
        return List.of(
                PaperPart.of("map", MissionParts::map).knowing(PaperChoice.OF, PaperChoice.PILLAR),
                PaperPart.of("map-drawing", MissionParts::drawing).knowing(PaperChoice.OF, PaperChoice.PILLAR),
                PaperPart.of("questions", MissionParts::questions)
                        .knowing(PaperChoice.OF, PaperChoice.PILLAR)
                        .set(PaperPart.MOST),
                PaperPart.of("visits", MissionParts::visits).knowing(PaperChoice.OF, PaperChoice.PILLAR),
                PaperPart.of("forms", MissionParts::forms)
                        .knowing(PaperChoice.OF, PaperChoice.PILLAR)
                        .set(PaperPart.MOST));
    }

    /** The part of the map that is asked for: around an actor; else as much as can be read. */
    private static Part part(Making making) {
        return making.question().find(PaperChoice.OF).isPresent()
                ? Part.around(making.unit().id())
                : Part.readable(making.material().sector());
    }

    /** The actors of that part, of the pillar where one is asked for. */
    private static List<Present> actors(Making making) {
        SectorDay day = making.material().sector();
        Optional<Pillar> pillar = making.question().pillar();
        List<Present> all = making.question().find(PaperChoice.OF).isPresent()
                ? part(making).actors(day)
                : day.actors().stream()
                        .filter(actor -> actor.phase().isInSector())
                        .toList();
        return all.stream()
                .filter(actor -> pillar.isEmpty() || actor.phase().isIn(pillar.get()))
                .toList();
    }

    private static void map(Making making, Sheet sheet) {
        Wording wording = making.wording();
        SectorDay day = making.material().sector();
        List<Present> actors = actors(making);
        if (actors.isEmpty()) {
            sheet.say("papers.map.nothing");
            return;
        }
        sheet.say("papers.map.lead", actors.size(), wording.shortDay(day.day()));
        List<Given> given = Given.of(making);
        sheet.table(new Table(
                wording.say("papers.map.table"),
                List.of(
                        Column.text("actor", wording.say("papers.column.institution-name")),
                        Column.text("class", wording.say("papers.column.class")),
                        Column.text("support", wording.say("papers.column.support"))),
                actors.stream()
                        .map(actor -> List.of(
                                Cell.text(actor.name()),
                                Cell.text(wording.say(actor.phase().actorClass().label())),
                                SupportParts.text(support(actor.id(), given, making), wording)))
                        .toList()));
        sheet.note("papers.map.standing");
    }

    /** The same as a drawing, which takes a page of its own. */
    private static void drawing(Making making, Sheet sheet) {
        SectorDay day = making.material().sector();
        if (actors(making).isEmpty()) {
            sheet.say("papers.map.nothing");
            return;
        }
        Part part = part(making);
        if (SectorDrawing.isDrawn(day, part)) {
            Diagram diagram = SectorDrawing.of(day, part);
            sheet.picture(diagram.svg(), diagram.description());
        } else {
            sheet.say(SectorDrawing.tooMany(day, part));
        }
    }

    private static String support(ItemId actor, List<Given> given, Making making) {
        return making.wording()
                .parted(given.stream()
                        .filter(one -> one.receivers().contains(actor))
                        .map(one -> making.wording().say("papers.map.support", one.donor(), making.said(one.title())))
                        .toList());
    }

    private static void questions(Making making, Sheet sheet) {
        Wording wording = making.wording();
        Set<ItemId> actors = actors(making).stream().map(Present::id).collect(Collectors.toSet());
        List<ToAsk> all = making.material().oversight().toAsk().stream()
                .filter(one -> one.about().stream().anyMatch(actors::contains))
                .toList();
        if (all.isEmpty()) {
            sheet.say("papers.questions.nothing");
            return;
        }
        sheet.say("papers.questions.lead", all.size());
        int most = making.setting().most(USUAL_QUESTIONS);
        Cell room = Cell.text(wording.say("papers.questions.room"));
        sheet.table(new Table(
                wording.say("papers.questions.table"),
                List.of(
                        Column.text("question", wording.say("papers.column.question")),
                        Column.text("answer", wording.say("papers.column.answer")),
                        Column.text("source", wording.say("papers.column.source"))),
                all.stream()
                        .limit(most)
                        .map(one -> List.of(Cell.text(wording.say(one.asks())), room, room))
                        .toList()));
        if (all.size() > most) {
            sheet.note("papers.more", all.size() - most);
        }
    }

    private static void visits(Making making, Sheet sheet) {
        Wording wording = making.wording();
        Set<ItemId> actors = actors(making).stream().map(Present::id).collect(Collectors.toSet());
        List<String> lines = new ArrayList<>();
        making.objectives().stream()
                .map(Making.Planned::value)
                .filter(one -> one.institution().filter(actors::contains).isPresent()
                        && !one.owner().isBlank())
                .map((Objective one) -> wording.say("papers.visits.owner", one.owner(), one.title()))
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .forEach(lines::add);
        Given.of(making).stream()
                .filter(one -> one.receivers().stream().anyMatch(actors::contains))
                .map(one -> wording.say("papers.visits.donor", one.donor(), making.said(one.title()), one.receiver()))
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .forEach(lines::add);
        if (lines.isEmpty()) {
            sheet.say("papers.visits.nothing");
        } else {
            sheet.say("papers.visits.lead", lines.size());
            sheet.list(lines);
        }
    }

    /** Blank forms of what the newest round of assessment leaves open, one for each institution, to be filled in by hand where nobody opens a computer. */
    private static void forms(Making making, Sheet sheet) {
        Wording wording = making.wording();
        Set<ItemId> actors = actors(making).stream().map(Present::id).collect(Collectors.toSet());
        Optional<Assessment> round = making.material().rounds().stream().findFirst();
        if (round.isEmpty()) {
            sheet.say("papers.forms.no-round");
            return;
        }
        Map<Institution, List<OpenQuestion>> open = new LinkedHashMap<>();
        for (OpenQuestion one : OpenQuestion.of(round.get())) {
            Institution institution = one.answers().institution();
            if (actors.contains(institution.id())) {
                open.computeIfAbsent(institution, first -> new ArrayList<>()).add(one);
            }
        }
        if (open.isEmpty()) {
            sheet.say("papers.forms.nothing", round.get().round().title());
            return;
        }
        sheet.say("papers.forms.lead", open.size(), round.get().round().title());
        int most = making.setting().most(USUAL_FORMS);
        open.forEach((institution, questions) -> {
            sheet.heading("papers.forms.institution", institution.name());
            sheet.say("papers.forms.head");
            // What is asked where time is short comes first.
            sheet.table(form(
                    institution,
                    questions.stream()
                            .sorted(Comparator.comparing(
                                    one -> !one.answers().question().isCore()))
                            .limit(most)
                            .toList(),
                    wording));
            if (questions.size() > most) {
                sheet.note("papers.forms.more", questions.size() - most);
            }
        });
        sheet.note(
                "papers.forms.standing",
                QuestionWords.in(wording.locale()).shown(round.get().set()).title(),
                round.get().set().edition());
    }

    private static Table form(Institution institution, List<OpenQuestion> questions, Wording wording) {
        QuestionWords shown = QuestionWords.in(wording.locale());
        return new Table(
                wording.say("papers.forms.table", institution.name()),
                List.of(
                        Column.text("question", wording.say("papers.column.question")),
                        Column.text("level", wording.say("papers.column.level")),
                        Column.text("seen", wording.say("papers.column.seen")),
                        Column.text("source", wording.say("papers.column.source")),
                        Column.text("note", wording.say("papers.column.note"))),
                questions.stream()
                        .map(one -> row(one, shown.shown(one.answers().question()), wording))
                        .toList());
    }

    private static List<Cell> row(OpenQuestion open, Question question, Wording wording) {
        return List.of(
                Cell.text(asks(open, question, wording)),
                Cell.text(levels(question, wording)),
                Cell.text(wording.say("papers.forms.seen")),
                Cell.text(wording.say("papers.forms.where", question.sources(), wording.say("papers.forms.room"))),
                Cell.text(wording.say("papers.forms.note")));
    }

    private static String asks(OpenQuestion open, Question question, Wording wording) {
        return wording.say(
                "papers.forms.question",
                question.id(),
                question.asks(),
                wording.parted(
                        open.why().stream().map(why -> wording.say(why.label())).toList()));
    }

    /** A box to tick before each level, and one for who cannot tell. */
    private static String levels(Question question, Wording wording) {
        List<String> lines = new ArrayList<>();
        for (int level = 0; level < question.levels().size(); level++) {
            lines.add(wording.say("papers.forms.level", level, question.levels().get(level)));
        }
        lines.add(wording.say("papers.forms.tick", wording.say(Response.NOT_ENOUGH_INFORMATION.label())));
        return String.join("\n", lines);
    }
}
