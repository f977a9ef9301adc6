package org.salus.appraisal;

import java.util.List;
import java.util.Optional;
import org.salus.framework.Sentence;

/**
 * Whether an activity may be counted as aid, and why.
 *
 * @param rule the rule that decided; where the answer is grey because of something unknown, the rule that depends on the least of it
 * @param edition of the rules
 * @param purposeCode where it would be reported, if it counts; codes joined by a comma where there are several. Never a proof of eligibility
 * @param coefficient percent that counts, where the rules fix it
 * @param reason what the rule says
 * @param source of the rule
 * @param basis how much of the source was seen
 * @param limits what alone may be reported
 * @param markers policy markers worth a look, codes of IATI's list PolicyMarker
 * @param couldBe what the answer may become when the questions are answered; empty unless it is grey
 * @param questions what has to be known to settle it
 * @param notUnderstood parts of texts that the vocabulary does not know, with the name of the fact
 * @param nearest published cases that are most like it
 */
public record AidAnswer(
        String id,
        AidVerdict verdict,
        Optional<String> rule,
        String edition,
        Optional<String> purposeCode,
        Optional<String> coefficient,
        Sentence reason,
        Optional<Sentence> source,
        Optional<Sentence> basis,
        List<Sentence> limits,
        List<String> markers,
        List<AidVerdict> couldBe,
        List<Sentence> questions,
        List<String> notUnderstood,
        List<PublishedCase> nearest) {
    public AidAnswer {
        limits = List.copyOf(limits);
        markers = List.copyOf(markers);
        couldBe = List.copyOf(couldBe);
        questions = List.copyOf(questions);
        notUnderstood = List.copyOf(notUnderstood);
        nearest = List.copyOf(nearest);
    }
}
