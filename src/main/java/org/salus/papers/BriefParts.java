package org.salus.papers;

import java.util.ArrayList;
import java.util.List;
import org.salus.documents.KeyFigures.KeyFigure;
import org.salus.documents.Paragraph;
import org.salus.documents.Span;
import org.salus.evidence.Country;
import org.salus.framework.Wording;
import org.salus.goals.Goal;
import org.salus.goals.Support;

/** A question answered on a page: the premise, the goals, a few figures, and what is found. */
final class BriefParts {
    private static final int USUAL_FINDINGS = 5;

    private BriefParts() {}

    static List<PaperPart> all() {
        return List.of(
                PaperPart.of("answer", BriefParts::answer).knowing(PaperChoice.ASKED),
                PaperPart.of("figures", BriefParts::figures),
                PaperPart.of("findings", BriefParts::findings).set(PaperPart.MOST));
    }

    private static void answer(Making making, Sheet sheet) {
        Wording wording = making.wording();
        making.question()
                .find(PaperChoice.ASKED)
                .ifPresent(asked -> sheet.all(List.of(new Paragraph(
                        List.of(Span.strong(wording.say("papers.answer.asked") + " "), Span.of(asked))))));
        for (Country country : making.material().countries()) {
            sheet.say(
                    "papers.answer.premise",
                    country.inText(wording),
                    making.material().premise(country).headline(),
                    making.material().premise(country).caution());
        }
        List<String> goals = making.plans().stream()
                .flatMap(chain -> chain.list(Goal.KIND).stream())
                .map(goal -> goal.value().title())
                .distinct()
                .toList();
        if (goals.isEmpty()) {
            sheet.say("papers.answer.no-goals");
        } else {
            sheet.say("papers.answer.goals", goals.size());
            sheet.list(goals);
        }
    }

    private static void figures(Making making, Sheet sheet) {
        List<Making.Planned> objectives = making.objectives();
        long without = objectives.stream().filter(one -> !isSupported(one)).count();
        List<Given> given = Given.of(making);
        List<KeyFigure> figures = new ArrayList<>();
        figures.add(sheet.figure("objectives", String.valueOf(objectives.size()), without));
        figures.add(sheet.figure("supports", String.valueOf(given.size()), Given.donors(given)));
        figures.add(sheet.figure(
                "institutions",
                String.valueOf(making.material().oversight().institutions().size())));
        figures.add(sheet.figure(
                "findings",
                String.valueOf(making.material().oversight().findings().size())));
        sheet.figures(figures);
    }

    /** Whether support leads to an objective. */
    static boolean isSupported(Making.Planned one) {
        return one.chain().before(one.item().id()).stream()
                .anyMatch(before -> one.chain()
                        .box(before)
                        .filter(box -> box.kind().equals(Support.KIND))
                        .isPresent());
    }

    private static void findings(Making making, Sheet sheet) {
        Wording wording = making.wording();
        List<String> all = new ArrayList<>();
        making.material().oversight().findings().forEach(one -> all.add(wording.say(one.says())));
        for (Country country : making.material().countries()) {
            making.material().findings(country).findings().findings().stream()
                    .map(one -> wording.say(
                            "papers.findings.coordination",
                            wording.say(one.kind().label()),
                            wording.say(one.says())))
                    .forEach(all::add);
        }
        if (all.isEmpty()) {
            sheet.say("papers.findings.nothing");
            return;
        }
        int most = making.setting().most(USUAL_FINDINGS);
        sheet.say("papers.findings.lead", all.size());
        sheet.list(all.subList(0, Math.min(most, all.size())));
        if (all.size() > most) {
            sheet.note("papers.more", all.size() - most);
        }
    }
}
