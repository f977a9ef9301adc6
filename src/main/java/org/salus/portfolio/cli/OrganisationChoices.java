package org.salus.portfolio.cli;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salus.frame.cli.Terminal;
import org.salus.frame.web.Address;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.portfolio.Organisation;
import org.salus.portfolio.OrganisationProposal;
import org.salus.portfolio.OrganisationQuestion;
import org.salus.portfolio.OrganisationRole;
import org.salus.portfolio.Organisations;
import picocli.CommandLine.Option;

/** Which organisations a command tells of, and how. For use as a mixin. */
public final class OrganisationChoices {
    @Option(names = "--words", paramLabel = "TEXT", descriptionKey = "portfolio.organisation.words")
    private @Nullable String words;

    @Option(names = "--role", paramLabel = "ROLE", descriptionKey = "portfolio.organisation.role")
    private @Nullable String role;

    @Option(names = "--key", paramLabel = "KEY", descriptionKey = "portfolio.organisation.one")
    private @Nullable String key;

    @Option(names = "--proposals", descriptionKey = "portfolio.organisation.proposals")
    private boolean proposals;

    /** The words of the pages' addresses. */
    Address asked() {
        return Address.of("").with("q", words).with("role", role).with("key", key);
    }

    /** A line for each organisation, and with one alone its ways of writing, why they are one, and its activities; or the proposals. */
    void tell(Terminal terminal, Organisations organisations, OrganisationQuestion question) {
        Wording wording = terminal.wording();
        if (proposals) {
            for (OrganisationProposal proposal : organisations.proposals()) {
                terminal.say(Sentence.of(
                        "portfolio.cli.proposal",
                        proposal.score().toPlainString(),
                        proposal.first(),
                        proposal.second(),
                        proposal.firstName(),
                        proposal.secondName(),
                        proposal.reasons().stream().map(wording::say).collect(Collectors.joining("; "))));
            }
        } else {
            for (Organisation one : question.of(organisations)) {
                terminal.say(Sentence.of(
                        "portfolio.cli.organisation",
                        one.key(),
                        one.name(),
                        one.roles().stream().map(OrganisationRole::code).collect(Collectors.joining(",")),
                        one.activities().size(),
                        one.written().size()));
                if (question.key().isPresent()) {
                    one.written()
                            .forEach(written -> terminal.say(Sentence.of(
                                    "portfolio.cli.written", written.key(), written.label(), written.times())));
                    one.joinings()
                            .forEach(joining -> terminal.say(Sentence.of(
                                    "portfolio.cli.joining",
                                    joining.first(),
                                    joining.second(),
                                    joining.why().label(),
                                    joining.detail())));
                    one.activities().forEach(activity -> terminal.say(Sentence.of("portfolio.cli.in", activity)));
                }
            }
        }
        Organisations.Totals totals = organisations.totals();
        terminal.remark(Sentence.of(
                "portfolio.organisation.lead",
                organisations.all().size(),
                totals.names(),
                totals.references(),
                organisations.proposals().size()));
    }
}
