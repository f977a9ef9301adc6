package org.salus.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.impact.SurveyAnswer.Asked;
import org.salus.impact.SurveyAnswer.Change;
import org.salus.impact.SurveyAnswer.Course;
import org.salus.impact.SurveyAnswer.Figure;
import org.salus.impact.SurveyAnswer.Group;
import org.salus.impact.SurveyForm.Question;

/**
 * Asks the answers of a survey what they say of all those people the sample was drawn from, and what changed between two rounds. Pure: the same answers and design give the same figures. Sources and what they were
 * checked against: docs/impact.md.
 */
public final class Surveys {
    /** More groups are no disaggregation: somebody named a column that tells people apart. */
    static final int MOST_GROUPS = 40;

    /** More answers that the form does not list are no choices. */
    private static final int MOST_CHOICES = 60;

    private static final int NAMED = 5;

    /** With heavier weights than this by the lightest some few people carry the figures. */
    private static final double WIDE_WEIGHTS = 20;

    private Surveys() {}

    /**
     * What a survey says.
     *
     * @param read of its submissions
     * @param design columns as they were asked for
     * @param by column that groups are told apart by; empty without
     * @throws Failure where the design does not allow figures
     */
    public static SurveyAnswer answer(SurveyForm form, SurveySubmissions.Read read, SurveyDesign design, String by) {
        SurveyDesign known = new SurveyDesign(
                SurveySubmissions.resolved(form, design.weight()),
                SurveySubmissions.resolved(form, design.stratum()),
                SurveySubmissions.resolved(form, design.cluster()));
        SurveySample.Read sample = SurveySample.of(read.rows(), known);
        String apart = by.isBlank() ? "" : SurveySubmissions.resolved(form, by);
        List<Sentence> remarks = new ArrayList<>(form.remarks());
        remarks.addAll(read.remarks());
        remarks.addAll(sample.remarks());
        Groups groups = Groups.of(form, read.rows(), sample, apart);
        groups.remark(remarks);
        List<Asked> questions = read.questions().stream()
                .filter(question ->
                        question.type().isChosen() || question.type().isNumber())
                .filter(question -> isFigure(question, known))
                .map(question -> new Asking(question, read.rows(), sample, groups, remarks).asked())
                .toList();
        if (questions.isEmpty()) {
            throw Failure.wrongUse(Sentence.of(
                            "impact.survey.nothing-asked", read.rows().name()))
                    .advising(Sentence.of("impact.survey.nothing-asked.advice"))
                    .at("question");
        }
        SurveySample drawn = sample.sample();
        SurveyAnswer.Data data = new SurveyAnswer.Data(
                read.rows().rows().size(),
                drawn.size(),
                known.weight(),
                known.stratum(),
                drawn.strata(),
                known.cluster(),
                drawn.clusters(),
                known.cluster().isEmpty() ? 0 : drawn.lonely());
        return new SurveyAnswer(
                form.title(),
                form.version(),
                data,
                limits(data, drawn),
                questions,
                apart,
                List.of(),
                notKept(form, read),
                remarks,
                method(!apart.isEmpty()));
    }

    /** The design's own columns are no answers; a stratum or a place people were drawn in is no news. */
    private static boolean isFigure(Question question, SurveyDesign design) {
        return !List.of(design.weight(), design.stratum(), design.cluster()).contains(question.path());
    }

    private static List<Sentence> limits(SurveyAnswer.Data data, SurveySample sample) {
        List<Sentence> limits = new ArrayList<>();
        if (data.weight().isEmpty()) {
            limits.add(Sentence.of("impact.survey.limit.no-weights"));
        } else if (sample.spreadOfWeights() > WIDE_WEIGHTS) {
            limits.add(Sentence.of("impact.survey.limit.wide-weights", sample.spreadOfWeights()));
        }
        if (data.cluster().isEmpty()) {
            limits.add(Sentence.of("impact.survey.limit.no-clusters"));
        }
        if (data.stratum().isEmpty()) {
            limits.add(Sentence.of("impact.survey.limit.no-strata"));
        }
        if (data.clusters() == 1) {
            limits.add(Sentence.of("impact.survey.limit.one-cluster"));
        } else if (data.lonelyStrata() > 0) {
            limits.add(Sentence.of("impact.survey.limit.lonely-strata", data.lonelyStrata()));
        }
        return limits;
    }

    private static List<SurveyAnswer.NotKept> notKept(SurveyForm form, SurveySubmissions.Read read) {
        return form.questions().stream()
                .filter(question -> !read.rows().heads().contains(question.path()))
                .map(question -> new SurveyAnswer.NotKept(
                        question.path(),
                        question.label(),
                        question.notKept().orElseGet(() -> Sentence.of("impact.survey.not-kept.not-named"))))
                .toList();
    }

    private static List<Sentence> method(boolean isGrouped) {
        return Stream.concat(
                        Stream.of("error", "interval", "answers"),
                        isGrouped ? Stream.of("small") : Stream.<String>empty())
                .map(each -> each.equals("small")
                        ? Sentence.of("impact.survey.method.small", SmallCells.LEAST_GROUP, SmallCells.LEAST_CELL)
                        : Sentence.of("impact.survey.method." + each))
                .toList();
    }

    /** Groups that people are told apart by; of each of those who are left its number, -1 where it is not said. */
    private record Groups(List<String> names, List<String> labels, List<Integer> of, int unsaid) {
        static Groups of(SurveyForm form, PanelTable table, SurveySample.Read sample, String by) {
            if (by.isEmpty()) {
                return new Groups(List.of(), List.of(), List.of(), 0);
            }
            int column = table.column(by, "by");
            Question question = form.find(by).orElse(null);
            Map<String, Integer> numbers = new HashMap<>();
            List<String> names = new ArrayList<>();
            if (question != null) {
                question.choices().forEach(choice -> names.add(choice.name()));
            }
            List<String> said = sample.rows().stream()
                    .map(row -> row.cell(column))
                    .map(cell -> question == null || cell.isEmpty() ? cell : question.chosen(cell))
                    .toList();
            Set<String> there = new LinkedHashSet<>(said);
            there.remove("");
            names.removeIf(name -> !there.contains(name));
            there.stream().filter(name -> !names.contains(name)).sorted().forEach(names::add);
            if (names.size() > MOST_GROUPS) {
                throw Failure.wrongUse(Sentence.of("impact.survey.too-many-groups", by, names.size(), MOST_GROUPS))
                        .at("by");
            }
            names.forEach(name -> numbers.put(name, numbers.size()));
            List<Integer> of =
                    said.stream().map(each -> numbers.getOrDefault(each, -1)).toList();
            return new Groups(
                    names,
                    names.stream()
                            .map(name -> question == null ? name : question.said(name))
                            .toList(),
                    of,
                    (int) of.stream().filter(each -> each < 0).count());
        }

        void remark(List<Sentence> remarks) {
            if (unsaid > 0) {
                remarks.add(Sentence.of("impact.survey.remark.without-group", unsaid));
            }
        }
    }

    /** One question as it is worked out. */
    private static final class Asking {
        private final Question question;
        private final SurveySample sample;
        private final Groups groups;
        private final List<Sentence> remarks;
        private final List<String> answers;
        private final boolean[] isAnswered;
        private final double[] numbers;

        Asking(Question question, PanelTable table, SurveySample.Read sample, Groups groups, List<Sentence> remarks) {
            this.question = question;
            this.sample = sample.sample();
            this.groups = groups;
            this.remarks = remarks;
            int column = table.column(question.path());
            this.answers = sample.rows().stream().map(row -> row.cell(column)).toList();
            this.isAnswered = new boolean[answers.size()];
            this.numbers = new double[answers.size()];
            List<Long> unread = new ArrayList<>();
            for (int i = 0; i < numbers.length; i++) {
                isAnswered[i] = !answers.get(i).isEmpty();
                if (isAnswered[i] && question.type().isNumber()) {
                    numbers[i] = SurveyNumbers.read(answers.get(i));
                    if (Double.isNaN(numbers[i])) {
                        isAnswered[i] = false;
                        unread.add(sample.rows().get(i).line());
                    }
                }
            }
            if (!unread.isEmpty()) {
                remarks.add(Sentence.of(
                        "impact.survey.remark.no-number",
                        question.path(),
                        unread.size(),
                        String.join(
                                ", ",
                                unread.stream()
                                        .limit(NAMED)
                                        .map(String::valueOf)
                                        .toList())));
            }
        }

        Asked asked() {
            int answered = 0;
            for (boolean each : isAnswered) {
                answered += each ? 1 : 0;
            }
            List<SurveyForm.Choice> choices =
                    question.type().isNumber() ? List.of(new SurveyForm.Choice("", question.label())) : choices();
            List<double[]> values =
                    choices.stream().map(choice -> values(choice.name())).toList();
            boolean isFew = answered < SmallCells.LEAST_GROUP;
            List<Figure> figures = new ArrayList<>();
            for (int i = 0; i < choices.size(); i++) {
                figures.add(
                        isFew
                                ? few(choices.get(i))
                                : figure(
                                        choices.get(i),
                                        sample.mean(values.get(i)),
                                        !question.type().isNumber()));
            }
            return new Asked(
                    question.path(),
                    question.type(),
                    question.label(),
                    answered,
                    isAnswered.length - answered,
                    figures,
                    isFew ? List.of() : grouped(choices, values));
        }

        /** Those of the form, then those that people gave all the same. */
        private List<SurveyForm.Choice> choices() {
            mustBeFew(question.choices().size());
            Set<String> given = new LinkedHashSet<>();
            boolean isSeveral = question.type() == SurveyQuestionType.SELECT_MULTIPLE;
            for (String answer : answers) {
                if (isSeveral && !answer.equals(SurveySubmissions.NONE_CHOSEN)) {
                    given.addAll(Arrays.asList(answer.split("\\s+")));
                } else if (!isSeveral) {
                    given.add(question.chosen(answer));
                }
            }
            given.remove("");
            List<SurveyForm.Choice> all = new ArrayList<>(question.choices());
            List<String> others = given.stream()
                    .filter(name ->
                            all.stream().noneMatch(choice -> choice.name().equals(name)))
                    .sorted()
                    .toList();
            mustBeFew(all.size() + others.size());
            if (!others.isEmpty() && !question.choices().isEmpty()) {
                remarks.add(Sentence.of(
                        "impact.survey.remark.other-choices",
                        question.path(),
                        others.size(),
                        String.join(", ", others.stream().limit(NAMED).toList())));
            }
            others.forEach(name -> all.add(new SurveyForm.Choice(name, name)));
            return all;
        }

        private void mustBeFew(int choices) {
            if (choices > MOST_CHOICES) {
                throw Failure.wrongUse(
                                Sentence.of("impact.survey.too-many-choices", question.path(), choices, MOST_CHOICES))
                        .advising(Sentence.of("impact.survey.too-many-choices.advice"))
                        .at("question");
            }
        }

        private double[] values(String choice) {
            double[] values = new double[answers.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = !isAnswered[i]
                        ? Double.NaN
                        : question.type().isNumber() ? numbers[i] : has(answers.get(i), choice) ? 1 : 0;
            }
            return values;
        }

        private boolean has(String answer, String choice) {
            return question.type() == SurveyQuestionType.SELECT_MULTIPLE
                    ? Arrays.asList(answer.split("\\s+")).contains(choice)
                    : question.chosen(answer).equals(choice);
        }

        private List<Group> grouped(List<SurveyForm.Choice> choices, List<double[]> values) {
            int count = groups.names().size();
            if (count == 0) {
                return List.of();
            }
            boolean[][] hidden = new boolean[choices.size()][];
            int[] people = new int[count];
            for (int i = 0; i < isAnswered.length; i++) {
                if (isAnswered[i] && groups.of().get(i) >= 0) {
                    people[groups.of().get(i)]++;
                }
            }
            if (question.type() == SurveyQuestionType.SELECT_ONE) {
                hidden = SmallCells.hidden(
                        values.stream().map(each -> people(each, count)).toArray(int[][]::new));
            } else {
                for (int i = 0; i < hidden.length; i++) {
                    int[] yes = people(values.get(i), count);
                    int[] no = IntStream.range(0, count)
                            .map(group -> people[group] - yes[group])
                            .toArray();
                    // Of several choices each is a yes or no by itself; a mean has no parts.
                    int[][] table = question.type().isNumber() ? new int[][] {people} : new int[][] {yes, no};
                    hidden[i] = SmallCells.hidden(table)[0];
                }
            }
            List<Group> all = new ArrayList<>();
            for (int group = 0; group < count; group++) {
                List<Figure> figures = new ArrayList<>();
                for (int i = 0; i < choices.size(); i++) {
                    figures.add(
                            hidden[i][group]
                                    ? few(choices.get(i))
                                    : figure(
                                            choices.get(i),
                                            sample.mean(within(values.get(i), group)),
                                            !question.type().isNumber()));
                }
                boolean isSpokenOf = people[group] >= SmallCells.LEAST_GROUP;
                all.add(new Group(
                        groups.names().get(group),
                        groups.labels().get(group),
                        isSpokenOf ? people[group] : null,
                        figures));
            }
            return all;
        }

        private int[] people(double[] values, int count) {
            int[] people = new int[count];
            for (int i = 0; i < values.length; i++) {
                if (groups.of().get(i) >= 0 && values[i] > 0) {
                    people[groups.of().get(i)]++;
                }
            }
            return people;
        }

        private double[] within(double[] values, int group) {
            double[] within = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                within[i] = groups.of().get(i) == group ? values[i] : Double.NaN;
            }
            return within;
        }
    }

    private static Figure few(SurveyForm.Choice choice) {
        return new Figure(
                choice.name(),
                choice.label(),
                null,
                null,
                null,
                null,
                0,
                null,
                Sentence.of("impact.survey.figure.few", SmallCells.LEAST_GROUP));
    }

    /** A figure with its interval: of shares on the scale of logits, so that it stays between nothing and all (Korn and Graubard 1999, section 2.4; Lumley 2010, section 2.4). */
    static Figure figure(SurveyForm.Choice choice, SurveySample.Mean mean, boolean isShare) {
        Double error = Double.isNaN(mean.error()) ? null : mean.error();
        Double lower = null;
        Double upper = null;
        Sentence says = null;
        if (error == null) {
            says = Sentence.of("impact.survey.figure.one-cluster");
        } else if (mean.freedom() < 1) {
            says = Sentence.of("impact.survey.figure.no-freedom");
        } else if (isShare && (mean.value() <= 0 || mean.value() >= 1)) {
            says = Sentence.of("impact.survey.figure.all-alike");
        } else if (mean.error() == 0) {
            // Half of each place may have said so: then nobody answered like everybody, and yet nothing differs.
            says = Sentence.of("impact.survey.figure.places-alike");
        } else {
            double t = Numbers.upper(mean.freedom());
            if (isShare) {
                double logit = Math.log(mean.value() / (1 - mean.value()));
                double half = t * mean.error() / (mean.value() * (1 - mean.value()));
                lower = share(logit - half);
                upper = share(logit + half);
            } else {
                lower = mean.value() - t * mean.error();
                upper = mean.value() + t * mean.error();
            }
        }
        return new Figure(
                choice.name(),
                choice.label(),
                mean.value(),
                error,
                lower,
                upper,
                mean.freedom(),
                Double.isNaN(mean.designEffect()) ? null : mean.designEffect(),
                says);
    }

    private static double share(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    /**
     * A round with what changed since an earlier one, question by question where both asked it and both have a figure. The two rounds are taken as drawn by themselves.
     *
     * @throws Failure where no question stands in both
     */
    public static SurveyAnswer since(SurveyAnswer before, SurveyAnswer now) {
        List<Change> changes = new ArrayList<>();
        boolean isSharedAtAll = false;
        for (Asked asked : now.questions()) {
            for (Asked earlier : before.questions()) {
                if (earlier.path().equals(asked.path()) && earlier.type() == asked.type()) {
                    isSharedAtAll = true;
                    changes.addAll(changes(earlier, asked));
                }
            }
        }
        if (!isSharedAtAll) {
            throw Failure.wrongUse(Sentence.of("impact.survey.nothing-shared", before.form(), now.form()))
                    .at("before");
        }
        List<Sentence> remarks = new ArrayList<>(now.remarks());
        before.remarks().forEach(each -> remarks.add(Sentence.of("impact.survey.remark.before", each)));
        List<Sentence> limits = new ArrayList<>(now.limits());
        before.limits().stream()
                .filter(each -> !now.limits().contains(each))
                .forEach(each -> limits.add(Sentence.of("impact.survey.remark.before", each)));
        List<Sentence> method = new ArrayList<>(now.method());
        method.add(Sentence.of("impact.survey.method.change"));
        long told = changes.stream()
                .filter(change -> change.course() == Course.ROSE || change.course() == Course.FELL)
                .count();
        method.add(Sentence.of("impact.survey.method.many", changes.size(), told));
        return new SurveyAnswer(
                now.form(),
                now.version(),
                now.data(),
                limits,
                now.questions(),
                now.by(),
                changes,
                now.notKept(),
                remarks,
                method);
    }

    private static List<Change> changes(Asked before, Asked now) {
        return now.figures().stream()
                .flatMap(figure -> before.figures().stream()
                        .filter(earlier -> earlier.choice().equals(figure.choice()))
                        .flatMap(earlier -> Stream.ofNullable(change(now, earlier, figure))))
                .toList();
    }

    private static @Nullable Change change(Asked asked, Figure before, Figure now) {
        Double was = before.value();
        Double is = now.value();
        if (was == null || is == null) {
            return null;
        }
        double difference = is - was;
        Double errorBefore = before.standardError();
        Double errorNow = now.standardError();
        Double error = null;
        Double lower = null;
        Double upper = null;
        Course course = Course.CANNOT_BE_TOLD;
        if (errorBefore != null && errorNow != null && before.freedom() > 0 && now.freedom() > 0) {
            double old = errorBefore * errorBefore;
            double recent = errorNow * errorNow;
            double both = old + recent;
            error = Math.sqrt(both);
            if (both > 0 && !isAtAnEnd(asked, was, is)) {
                // Welch and Satterthwaite: as many degrees of freedom as the two variances together are worth.
                double freedom = both * both / (old * old / before.freedom() + recent * recent / now.freedom());
                double half = new TDistribution(freedom).inverseCumulativeProbability(0.975) * error;
                lower = difference - half;
                upper = difference + half;
                course = lower > 0 ? Course.ROSE : upper < 0 ? Course.FELL : Course.NOT_TOLD;
            }
        }
        boolean isMean = asked.type().isNumber();
        double scale = isMean ? 1 : 100;
        String key = "impact.survey.change."
                + switch (course) {
                    case ROSE -> "rose";
                    case FELL -> "fell";
                    case NOT_TOLD -> "not-told";
                    case CANNOT_BE_TOLD -> "cannot";
                }
                + (isMean ? "-mean" : "-share");
        Sentence says = lower == null || upper == null
                ? Sentence.of(key, now.label(), scale * was, scale * is)
                : Sentence.of(
                        key,
                        now.label(),
                        scale * was,
                        scale * is,
                        scale * (course == Course.FELL ? -upper : lower),
                        scale * (course == Course.FELL ? -lower : upper));
        return new Change(
                asked.path(), now.choice(), now.label(), was, is, difference, error, lower, upper, course, says);
    }

    /** Where nobody, or everybody, gave an answer the error is nothing, which it is not. */
    private static boolean isAtAnEnd(Asked asked, double was, double is) {
        return !asked.type().isNumber() && (was <= 0 || was >= 1 || is <= 0 || is >= 1);
    }

    /** A figure in words: a share in per cent, or a mean, with its interval or why there is none. */
    public static Sentence says(Figure figure, boolean isMean) {
        Double value = figure.value();
        Double lower = figure.lower();
        Double upper = figure.upper();
        double scale = isMean ? 1 : 100;
        String kind = isMean ? "mean" : "share";
        String label = isMean ? "" : figure.label();
        if (value == null) {
            return Sentence.of("impact.survey.says.hidden-" + kind, label, String.valueOf(SmallCells.LEAST_GROUP));
        }
        return lower == null || upper == null
                ? Sentence.of(
                        "impact.survey.says.alone-" + kind,
                        label,
                        scale * value,
                        figure.says() == null ? "" : figure.says())
                : Sentence.of("impact.survey.says." + kind, label, scale * value, scale * lower, scale * upper);
    }
}
