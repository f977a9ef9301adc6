package org.salus.appraisal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Sentence;

/** Answers in the form programs read. */
public final class AidAnswers {
    private AidAnswers() {}

    /**
     * An answer for programs.
     *
     * @param purposeCode written like this, and as null where there is none, since cases are exchanged in this form
     */
    public record Shown(
            String id,
            String verdict,

            @JsonInclude(JsonInclude.Include.ALWAYS) @JsonProperty("purposeCode") @Nullable
            String purposeCode,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String rule,

            String edition,
            List<Sentence> questions,
            Sentence reason,
            Optional<Sentence> source,
            Optional<Sentence> basis,
            Optional<String> coefficient,
            List<Sentence> limits,
            List<String> policyMarkers,
            List<String> couldBe,
            List<String> notUnderstood,
            List<Near> nearest) {
        public Shown {
            questions = List.copyOf(questions);
            limits = List.copyOf(limits);
            policyMarkers = List.copyOf(policyMarkers);
            couldBe = List.copyOf(couldBe);
            notUnderstood = List.copyOf(notUnderstood);
            nearest = List.copyOf(nearest);
        }
    }

    /** A published case that is like it. */
    public record Near(String id, String verdict, Optional<String> code, Sentence title) {}

    public static Shown of(AidAnswer answer) {
        return new Shown(
                answer.id(),
                answer.verdict().word(),
                answer.purposeCode().orElse(null),
                answer.rule().orElse(null),
                answer.edition(),
                answer.questions(),
                answer.reason(),
                answer.source(),
                answer.basis(),
                answer.coefficient(),
                answer.limits(),
                answer.markers(),
                answer.couldBe().stream().map(AidVerdict::word).toList(),
                answer.notUnderstood(),
                answer.nearest().stream()
                        .map(near -> new Near(near.id(), near.verdict().word(), near.code(), near.title()))
                        .toList());
    }
}
