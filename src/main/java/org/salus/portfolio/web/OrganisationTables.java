package org.salus.portfolio.web;

import java.util.List;
import java.util.stream.Collectors;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.evidence.Country;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.portfolio.Organisation;
import org.salus.portfolio.OrganisationProposal;

/** The tables of the pages about organisations as they are taken away: whole, and with the keys by which organisations are found again. */
record OrganisationTables(Wording wording) {
    /** One row per organisation. */
    Table all(Country country, List<Organisation> organisations) {
        return new Table(
                wording.say("portfolio.organisation.caption", country.name()),
                List.of(
                        Column.text("organisation", word("name")),
                        Column.text("roles", word("roles")),
                        Column.text("references", word("references")),
                        Column.integer("ways", word("ways"), ""),
                        activityCount()),
                organisations.stream()
                        .map(one -> List.of(
                                Cell.text(one.name()).withCode(one.key()),
                                Cell.text(one.roles().stream()
                                                .map(role -> wording.say(role.label()))
                                                .collect(Collectors.joining(", ")))
                                        .withCode(one.roles().stream()
                                                .map(Term::code)
                                                .collect(Collectors.joining(" "))),
                                Cell.text(String.join(", ", one.references())),
                                Cell.number(one.written().size()),
                                Cell.number(one.activities().size())))
                        .toList());
    }

    /** One row per pair that may be one organisation. */
    Table pairs(List<OrganisationProposal> proposals) {
        return new Table(
                wording.say("portfolio.organisation.proposals.caption"),
                List.of(
                        Column.text("one", word("one")),
                        Column.text("other", word("other")),
                        Column.decimal("score", word("score"), "", 2),
                        Column.text("why", wording.say("portfolio.field.why"))),
                proposals.stream()
                        .map(pair -> List.of(
                                Cell.text(pair.firstName()).withCode(pair.first()),
                                Cell.text(pair.secondName()).withCode(pair.second()),
                                Cell.number(pair.score()),
                                Cell.text(pair.reasons().stream()
                                        .map(wording::say)
                                        .collect(Collectors.joining("; ")))))
                        .toList());
    }

    /** One row per way in which an organisation is written. */
    Table names(List<Organisation.Written> ways) {
        return new Table(
                wording.say("portfolio.organisation.written.caption"),
                List.of(
                        Column.text("names", word("written-names")),
                        Column.text("reference", word("reference")),
                        Column.text("where", word("where")),
                        activityCount()),
                ways.stream()
                        .map(written -> List.of(
                                (written.names().isEmpty()
                                                ? Cell.text(word("no-name"))
                                                : Cell.text(String.join(
                                                        " · ", written.names().keySet())))
                                        .withCode(written.key()),
                                Cell.text(written.reference()),
                                Cell.text(written.parts().entrySet().stream()
                                        .map(part -> wording.say(part.getKey().label()) + " " + part.getValue())
                                        .collect(Collectors.joining(", "))),
                                Cell.number(written.activities().size())))
                        .toList());
    }

    /** One row per activity that names an organisation. */
    Table activities(List<OrganisationPages.Line> lines) {
        return new Table(
                wording.say("portfolio.organisation.activities.caption"),
                List.of(
                        Column.text("activity", word("activity.identifier")),
                        Column.text("title", word("activity.title"))),
                lines.stream()
                        .map(line -> List.of(Cell.text(line.identifier()), Cell.text(line.title())))
                        .toList());
    }

    private Column activityCount() {
        return Column.integer("activities", wording.say("portfolio.review.moved.activities"), "");
    }

    private String word(String name) {
        return wording.say("portfolio.organisation." + name);
    }
}
