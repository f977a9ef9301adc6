package org.salus.impact;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.ledger.Act;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.View;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A round of a survey as a workspace keeps it: the questions of which answers were kept, how people were found, and the table of the answers, which holds no other column of the file it came from.
 *
 * @param title what it is, in a few words
 * @param on when people were asked
 * @param form the kept questions, as a form in JSON
 * @param weight column of weights; empty without
 * @param stratum column of strata; empty without
 * @param cluster column of clusters; empty without
 * @param table the answers
 * @param remarks what was left out when it was read, in words
 */
public record SurveyRound(
        String title,
        PartialDate on,
        String form,
        String weight,
        String stratum,
        String cluster,
        ItemId table,
        List<String> remarks,
        String note) {
    /** Whoever may not see the answers does not see the round. */
    public static final Kind<SurveyRound> KIND = Kind.of("survey-round", SurveyRound.class)
            .needing(round -> Set.of(round.table()))
            .ruledInStep(SurveyRound::refusals);

    /** In characters. */
    static final int LONGEST_TITLE = 1_000;

    /** A form of five hundred questions is far shorter. */
    static final int MOST_CHARACTERS = 400_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Never changes. */
    public SurveyRound {
        remarks = List.copyOf(remarks);
    }

    private static List<Sentence> refusals(Item<SurveyRound> edited, View view, Kind.Step step) {
        List<Sentence> refusals = new ArrayList<>();
        SurveyRound round = edited.value();
        if (round.title().isBlank()) {
            refusals.add(Sentence.of("impact.refusal.no-title"));
        } else if (round.title().length() > LONGEST_TITLE) {
            refusals.add(Sentence.of("impact.survey.long-title", round.title().length(), LONGEST_TITLE));
        }
        if (round.form().length() > MOST_CHARACTERS) {
            refusals.add(Sentence.of("impact.refusal.long-form", round.form().length(), MOST_CHARACTERS));
        } else {
            try {
                round.asked();
            } catch (Failure unreadable) {
                refusals.add(unreadable.sentence());
            }
        }
        // A round begins in one step with its answers.
        boolean isBrought = step.edits().stream()
                .anyMatch(edit -> edit instanceof Edit.Put put
                        && put.item().id().equals(round.table())
                        && put.item().kind().equals(SurveyRows.KIND));
        boolean isKnown = SurveyRows.find(view, round.table()).isPresent();
        if (!isBrought && !isKnown) {
            refusals.add(Sentence.of("impact.refusal.no-table"));
        }
        Optional<SurveyRound> before = view.find(KIND, edited.id()).map(Item::value);
        // Figures by weights of one's own choice, compared with each other, would tell what single people said.
        boolean isAsKept = before.map(known -> known.design().equals(round.design()))
                .orElseGet(() -> !isKnown
                        || step.reason().act() == Act.UNDO
                        || round.design().equals(SurveyDesign.NONE)
                        || view.list(KIND).stream()
                                .map(Item::value)
                                .anyMatch(other -> other.table().equals(round.table())
                                        && other.design().equals(round.design())));
        if (!isAsKept) {
            refusals.add(Sentence.of("impact.refusal.other-design"));
        }
        boolean isOther = before.filter(known ->
                        !known.table().equals(round.table()) || !known.form().equals(round.form()))
                .isPresent();
        if (isOther) {
            refusals.add(Sentence.of("impact.refusal.other-answers"));
        }
        return refusals;
    }

    /**
     * The kept questions.
     *
     * @throws Failure (wrong use) if what is kept is no form
     */
    public SurveyForm asked() {
        try {
            return SurveyFormReader.read(new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8)), title, "");
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    /** How people were found. */
    public SurveyDesign design() {
        return new SurveyDesign(weight, stratum, cluster);
    }

    /** Some questions as a form. */
    static String form(SurveyForm form, List<SurveyForm.Question> questions) {
        ObjectNode root = JSON.createObjectNode();
        root.put("id_string", form.id());
        root.put("title", form.title());
        root.put("version", form.version());
        ObjectNode content = root.putObject("content");
        ArrayNode survey = content.putArray("survey");
        ArrayNode choices = content.putArray("choices");
        for (SurveyForm.Question question : questions) {
            ObjectNode line = survey.addObject();
            String list = "l" + survey.size();
            line.put("type", typed(question, list));
            line.put("name", question.path());
            line.put("label", question.label());
            question.choices()
                    .forEach(choice -> choices.addObject()
                            .put("list_name", list)
                            .put("name", choice.name())
                            .put("label", choice.label()));
        }
        return root.toString();
    }

    private static String typed(SurveyForm.Question question, String list) {
        return switch (question.type()) {
            case SELECT_ONE -> "select_one " + list;
            case SELECT_MULTIPLE -> "select_multiple " + list;
            case INTEGER -> "integer";
            case DECIMAL -> "decimal";
            case CALCULATE -> "calculate";
            case MOMENT -> "date";
            default -> "text";
        };
    }
}
