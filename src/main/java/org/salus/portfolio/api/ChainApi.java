package org.salus.portfolio.api;

import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.evidence.Snapshot;
import org.salus.frame.web.Address;
import org.salus.framework.Wording;
import org.salus.portfolio.ChainAnswers;
import org.salus.portfolio.Judgements;
import org.salus.portfolio.OrganisationJudgements;
import org.salus.portfolio.Period;
import org.salus.portfolio.SameActivityJudgements;
import org.salus.portfolio.SupportMap;
import org.salus.portfolio.Supports;
import org.salus.workspace.api.Answers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A country's money counted once for other programs, by the rules alone: the same answer as in a terminal. */
@RestController
@RequestMapping("/api/v1/countries/{country}/chains")
final class ChainApi {
    private final Evidence evidence;
    private final Supports supports;

    ChainApi(Evidence evidence, Supports supports) {
        this.evidence = evidence;
        this.supports = supports;
    }

    /** Totals both ways, what is set aside row by row, links, chains, and what may be one activity. */
    @GetMapping
    ResponseEntity<byte[]> chains(@PathVariable String country, Address here, Wording wording) {
        here.knowing();
        Snapshot snapshot = evidence.snapshot();
        Countries countries = Countries.shipped();
        Country asked = countries
                .findByCode(country)
                .or(() -> countries.findByName(country))
                .orElseGet(() -> countries.get(country));
        SupportMap map = supports.of(snapshot, asked, Period.ALL);
        return Answers.of(new ChainAnswers(wording)
                .answer(
                        map,
                        supports.reported(
                                snapshot,
                                asked,
                                map.currency(),
                                Judgements.NONE,
                                OrganisationJudgements.NONE,
                                SameActivityJudgements.NONE)));
    }
}
