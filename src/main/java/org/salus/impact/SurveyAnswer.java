package org.salus.impact;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Sentence;

/**
 * What a survey says, with how sure it is of it.
 *
 * @param form what the questionnaire is called
 * @param version of the questionnaire; empty where it does not say
 * @param data who was asked, and how they were found
 * @param limits what the figures do not say, given how people were found
 * @param questions with their figures, in the order of the form
 * @param by the column groups are told apart by; empty without
 * @param changes since an earlier round; empty without
 * @param notKept questions whose answers were not read, and why
 * @param remarks what was left out, and what is doubtful
 * @param method how figures and intervals are worked out
 */
public record SurveyAnswer(
        String form,
        String version,
        Data data,
        List<Sentence> limits,
        List<Asked> questions,
        String by,
        List<Change> changes,
        List<NotKept> notKept,
        List<Sentence> remarks,
        List<Sentence> method) {
    /** Never changes. */
    public SurveyAnswer {
        limits = List.copyOf(limits);
        questions = List.copyOf(questions);
        changes = List.copyOf(changes);
        notKept = List.copyOf(notKept);
        remarks = List.copyOf(remarks);
        method = List.copyOf(method);
    }

    /**
     * Who was asked.
     *
     * @param submissions in the file, without those that stand twice
     * @param used of these, after those were left out of whom the design says nothing
     * @param weight column of weights; empty without
     * @param stratum column of strata; empty without
     * @param strata how many
     * @param cluster column of clusters; empty without
     * @param clusters how many; without a column as many as people
     * @param lonelyStrata strata with a single cluster
     */
    public record Data(
            int submissions,
            int used,
            String weight,
            String stratum,
            int strata,
            String cluster,
            int clusters,
            int lonelyStrata) {}

    /**
     * A question.
     *
     * @param path what submissions call it
     * @param label how it was asked
     * @param answered how many answered
     * @param missing how many did not, or gave an answer that means nothing
     * @param figures a share for each choice, or one mean
     * @param groups the same for each group
     */
    public record Asked(
            String path,
            SurveyQuestionType type,
            String label,
            int answered,
            int missing,
            List<Figure> figures,
            List<Group> groups) {
        /** Never changes. */
        public Asked {
            figures = List.copyOf(figures);
            groups = List.copyOf(groups);
        }
    }

    /**
     * A group of people.
     *
     * @param name the answer they share
     * @param label the words for it
     * @param answered how many of them answered; nothing where they are too few to be spoken of
     */
    public record Group(String name, String label, @Nullable Integer answered, List<Figure> figures) {
        /** Never changes. */
        public Group {
            figures = List.copyOf(figures);
        }
    }

    /**
     * A share from 0 to 1, or a mean in the unit of the question.
     *
     * @param choice the answer it is the share of; empty for a mean
     * @param label the words for it
     * @param value nothing where too few people stand behind it
     * @param standardError nothing where it cannot be told
     * @param lower end of the 95 % interval, where there is one
     * @param upper end of it
     * @param freedom degrees of freedom of the interval
     * @param designEffect its variance by that of as many people drawn alone, where it can be told
     * @param says why there is no figure, or no interval; nothing where there are both
     */
    public record Figure(
            String choice,
            String label,
            @Nullable Double value,
            @Nullable Double standardError,
            @Nullable Double lower,
            @Nullable Double upper,
            int freedom,
            @Nullable Double designEffect,
            @Nullable Sentence says) {}

    /** What a change comes to. */
    public enum Course {
        /** The interval of the difference lies above nothing. */
        ROSE,
        /** It lies below. */
        FELL,
        /** It holds nothing: no change can be told from none. */
        NOT_TOLD,
        /** There is no interval. */
        CANNOT_BE_TOLD
    }

    /**
     * A figure in two rounds.
     *
     * @param path of the question
     * @param choice empty for a mean
     * @param label the words for both
     * @param difference now less before
     * @param says in words no surer than the figures
     */
    public record Change(
            String path,
            String choice,
            String label,
            double before,
            double now,
            double difference,
            @Nullable Double standardError,
            @Nullable Double lower,
            @Nullable Double upper,
            Course course,
            Sentence says) {}

    /** A question whose answers were not read. */
    public record NotKept(String path, String label, Sentence why) {}
}
