package org.salus.workspace.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Outcome;
import org.salus.workspace.web.WorkspaceWeb.Opened;

/** Turns what cannot be done into what a page says about it. */
public final class Outcomes {
    private Outcomes() {}

    /**
     * Goes on only with what was accepted.
     *
     * @throws Failure unless it was accepted
     */
    public static void check(Opened opened, Outcome outcome) {
        check(opened, outcome, "");
    }

    /**
     * Goes on only with what was accepted.
     *
     * @param field of the form, in which what a rule refuses lies
     * @throws Failure unless it was accepted
     */
    public static void check(Opened opened, Outcome outcome, String field) {
        switch (outcome) {
            case Outcome.Accepted accepted -> {}
            case Outcome.Refused refused -> {
                Sentence why = Sentence.of(
                        "workspace.refused",
                        refused.reasons().stream()
                                .map(reason -> opened.wording().say(reason))
                                .collect(Collectors.joining(" ")));
                throw (refused.isForRole() ? Failure.refused(why) : Failure.wrongUse(why)).at(field);
            }
            case Outcome.Conflicting conflicting ->
                throw Failure.wrongUse(Sentence.of(
                                "workspace.conflict",
                                conflicting.clashes().stream()
                                        .map(clash -> opened.title(clash.item()))
                                        .collect(Collectors.joining(", "))))
                        .advising(Sentence.of("workspace.conflict.advice"));
        }
    }

    /**
     * Whether something was refused for one of these reasons.
     *
     * @param reasons keys of sentences, or what they begin with
     */
    public static boolean isAbout(Outcome outcome, String... reasons) {
        return outcome instanceof Outcome.Refused refused
                && refused.reasons().stream()
                        .map(Sentence::key)
                        .anyMatch(key -> Stream.of(reasons).anyMatch(key::startsWith));
    }
}
