package org.salus.goals.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.salus.frame.web.Address;
import org.salus.frame.web.StandsOn;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.goals.Feeds;
import org.salus.goals.Indicator;
import org.salus.goals.MeasuredChain;
import org.salus.goals.web.GoalsFrame.Seen;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.people.SignedIn;
import org.salus.workspace.NoChoice;
import org.salus.workspace.web.Outcomes;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which series of open data an indicator follows, and what is taken up from it. */
@Controller
final class FeedPages {
    private final GoalsFrame frame;
    private final Feeds feeds;

    FeedPages(GoalsFrame frame, Feeds feeds) {
        this.frame = frame;
        this.feeds = feeds;
    }

    private static MeasuredChain measured(Seen seen) {
        return MeasuredChain.of(seen.opened().view(), seen.chain(), LocalDate.now(Clock.systemUTC()));
    }

    /**
     * Brings all indicators that follow a series up to date.
     *
     * @param act {@code update} or {@code approve}
     */
    @StandsOn("/workspaces/{id}/goals/{chain}/measurements")
    @PostMapping("/workspaces/{id}/goals/{chain}/feed")
    ResponseEntity<Void> all(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestParam(defaultValue = "update") String act,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.place", wording, here, reader, token)
                .toWrite();
        act(seen, measured(seen), Optional.empty(), act, reader);
        return GoalsEdits.to(seen.path("measurements"));
    }

    /**
     * Has an indicator follow a series or none, or brings it up to date.
     *
     * @param act {@code follow}, {@code leave}, {@code update} or {@code approve}
     * @param series to follow
     * @param since the first year to be taken up
     */
    @StandsOn("/workspaces/{id}/goals/{chain}/measurements/{indicator}")
    @PostMapping("/workspaces/{id}/goals/{chain}/feed/{indicator}")
    ResponseEntity<Void> one(
            @PathVariable String id,
            @PathVariable String chain,
            @PathVariable String indicator,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String series,
            @RequestParam(defaultValue = "") String since,
            Wording wording,
            Address here,
            SignedIn reader,
            CsrfToken token) {
        Seen seen = frame.see(id, chain, "goals.place", wording, here, reader, token)
                .toWrite();
        MeasuredChain measured = measured(seen);
        Item<Indicator> known = measured.indicator(indicator);
        switch (act) {
            case "follow" -> {
                if (series.isBlank()) {
                    throw Failure.wrongUse(Sentence.of("goals.feed.choose")).at("series");
                }
                follow(seen, known, series, since, reader);
            }
            case "leave" -> follow(seen, known, "", "", reader);
            default -> act(seen, measured, Optional.of(known), act, reader);
        }
        return GoalsEdits.to(seen.path("measurements/" + known.id()) + "#feed");
    }

    private void follow(Seen seen, Item<Indicator> known, String series, String since, SignedIn reader) {
        Edit.Put edit =
                feeds.follow(known, series, Feeds.year(since), seen.opened().view());
        Outcomes.check(seen.opened(), seen.opened().workspace().append(reader.id(), edit));
    }

    private void act(Seen seen, MeasuredChain measured, Optional<Item<Indicator>> only, String act, SignedIn reader) {
        Feeds.Wanted wanted = switch (act) {
            case "update" -> feeds.update(measured, only, reader.id());
            case "approve" -> feeds.approve(measured, only, seen.opened().view());
            default -> throw NoChoice.of(act, List.of("update", "approve"));
        };
        if (!wanted.edits().isEmpty()) {
            Outcomes.check(
                    seen.opened(), seen.opened().workspace().append(reader.id(), wanted.edits(), wanted.reason()));
        }
    }
}
