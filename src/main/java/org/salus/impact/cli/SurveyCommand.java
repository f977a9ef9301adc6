package org.salus.impact.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.salus.frame.AnswerJson;
import org.salus.frame.cli.FormatOption;
import org.salus.frame.cli.Terminal;
import org.salus.framework.Sentence;
import org.salus.impact.SurveyAnswer;
import org.salus.impact.SurveyDesign;
import org.salus.impact.SurveyForm;
import org.salus.impact.SurveyFormReader;
import org.salus.impact.SurveyQuestion;
import org.salus.impact.SurveySubmissions;
import org.salus.impact.Surveys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code salus impact survey}: what a survey says of those it was drawn from, and what changed since an earlier round. Nothing is kept. */
@Command(name = "survey")
final class SurveyCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "impact.survey.file")
    private String file = "";

    @Option(names = "--form", required = true, paramLabel = "FORM", descriptionKey = "impact.survey.form")
    private String form = "";

    @Option(names = "--language", paramLabel = "LANGUAGE", descriptionKey = "impact.survey.language")
    private String language = "";

    @Option(names = "--weight", paramLabel = "COLUMN", descriptionKey = "impact.survey.weight")
    private String weight = "";

    @Option(names = "--stratum", paramLabel = "COLUMN", descriptionKey = "impact.survey.stratum")
    private String stratum = "";

    @Option(names = "--cluster", paramLabel = "COLUMN", descriptionKey = "impact.survey.cluster")
    private String cluster = "";

    @Option(names = "--question", paramLabel = "QUESTION", descriptionKey = "impact.survey.question")
    private List<String> questions = List.of();

    @Option(names = "--by", paramLabel = "COLUMN", descriptionKey = "impact.survey.by")
    private String by = "";

    @Option(names = "--before", paramLabel = "FILE", descriptionKey = "impact.survey.before")
    private @Nullable String before;

    @Option(names = "--before-form", paramLabel = "FORM", descriptionKey = "impact.survey.before-form")
    private @Nullable String beforeForm;

    @Mixin
    private FormatOption format = FormatOption.offering(FormatOption.Format.TEXT, FormatOption.Format.JSON);

    @Mixin
    private Terminal terminal = new Terminal();

    @Override
    public Integer call() {
        boolean isJson = format.isJson();
        SurveyAnswer answer = answer(file, form);
        if (before != null) {
            answer = Surveys.since(answer(before, beforeForm == null ? form : beforeForm), answer);
        }
        if (isJson) {
            terminal.out().println(AnswerJson.in(terminal.wording()).writeValueAsString(answer));
        } else {
            new ToldSurvey(terminal).tell(answer);
        }
        return 0;
    }

    private SurveyAnswer answer(String submissions, String asked) {
        SurveyForm read = ImpactCommand.Job.read(asked, (bytes, name) -> SurveyFormReader.read(bytes, name, language));
        SurveyQuestion question = new SurveyQuestion(questions, new SurveyDesign(weight, stratum, cluster), by);
        SurveySubmissions.Read answers =
                ImpactCommand.Job.read(submissions, (bytes, name) -> question.read(bytes, name, read));
        return question.answer(read, answers);
    }

    /** A survey for people: who was asked, what it does not say, then each question. */
    record ToldSurvey(Terminal terminal) {
        void tell(SurveyAnswer answer) {
            SurveyAnswer.Data data = answer.data();
            terminal.say(Sentence.of(
                    "impact.survey.told.data",
                    answer.form(),
                    data.used(),
                    data.submissions(),
                    data.clusters(),
                    data.strata()));
            answer.limits().forEach(this::item);
            answer.questions().forEach(this::question);
            if (!answer.changes().isEmpty()) {
                terminal.say(Sentence.of("impact.survey.told.changes"));
                answer.changes().forEach(change -> item(change.says()));
            }
            if (!answer.remarks().isEmpty()) {
                terminal.say(Sentence.of("impact.survey.told.remarks"));
                answer.remarks().forEach(this::item);
            }
            terminal.say(
                    Sentence.of("impact.survey.told.not-kept", answer.notKept().size()));
            answer.notKept()
                    .forEach(each -> item(Sentence.of("impact.survey.told.not-kept-line", each.path(), each.why())));
            terminal.say(Sentence.of("impact.survey.told.method"));
            answer.method().forEach(this::item);
        }

        private void item(Sentence sentence) {
            terminal.say(Sentence.of("impact.told.item", sentence));
        }

        private void question(SurveyAnswer.Asked asked) {
            terminal.say(Sentence.of(
                    "impact.survey.told.question", asked.label(), asked.path(), asked.answered(), asked.missing()));
            boolean isMean = asked.type().isNumber();
            asked.figures().forEach(figure -> item(Surveys.says(figure, isMean)));
            asked.groups().forEach(group -> {
                Integer people = group.answered();
                item(
                        people == null
                                ? Sentence.of("impact.survey.told.small-group", group.label())
                                : Sentence.of("impact.survey.told.group", group.label(), people));
                if (people != null) {
                    group.figures()
                            .forEach(figure -> item(Sentence.of("impact.told.item", Surveys.says(figure, isMean))));
                }
            });
        }
    }
}
