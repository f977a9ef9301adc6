package org.salus.appraisal;

import java.util.List;
import org.salus.coordination.AnsweredFindings;
import org.salus.coordination.FindingKind;
import org.salus.coordination.WorkspaceGapKind;
import org.salus.framework.Sentence;

/**
 * What open data show of support to one country, and what members answered to it.
 *
 * @param findings overlaps, falls, ends, single donors
 * @param orders training or equipment of an institution that began before anything for its control
 * @param notComputed which findings could not be looked for
 * @param ordersUnknown of which institutions the order cannot be told
 */
public record SupportFacts(
        List<Note> findings, List<Note> orders, List<Sentence> notComputed, List<Sentence> ordersUnknown) {
    /**
     * One finding.
     *
     * @param isEnding whether it is about support that ends with nothing after it
     * @param isAnswered whether a member answered it
     */
    public record Note(Sentence says, boolean isEnding, boolean isAnswered) {}

    public SupportFacts {
        findings = List.copyOf(findings);
        orders = List.copyOf(orders);
        notComputed = List.copyOf(notComputed);
        ordersUnknown = List.copyOf(ordersUnknown);
    }

    static SupportFacts of(AnsweredFindings answered) {
        List<Sentence> notComputed = answered.findings().notComputed();
        return new SupportFacts(
                answered.findings().findings().stream()
                        .map(finding -> new Note(
                                finding.says(),
                                finding.kind() == FindingKind.CLIFF,
                                !answered.answers(answered.name(finding)).isEmpty()))
                        .toList(),
                answered.gaps().stream()
                        .filter(gap -> gap.kind() == WorkspaceGapKind.SEQUENCING)
                        .map(gap -> new Note(
                                gap.says(), false, !answered.answers(gap.name()).isEmpty()))
                        .toList(),
                notComputed,
                answered.notComputed().stream()
                        .filter(sentence -> !notComputed.contains(sentence))
                        .toList());
    }
}
