package org.salus.impact.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.evidence.Evidence;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.TableView;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.impact.PeriodReview;
import org.salus.impact.PeriodReviews;
import org.salus.impact.ReviewDocument;
import org.salus.impact.ReviewPart;
import org.salus.impact.ReviewPeriod;
import org.salus.impact.ReviewTables;
import org.salus.impact.ReviewTopic;
import org.salus.people.SignedIn;
import org.salus.portfolio.Supports;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What became of it in a period: planned, done, spent, achieved, learned and changed; as a page, a document, and tables. */
@Controller
final class ReviewPages {
    private final ContributionFrame frame;
    private final Evidence evidence;
    private final Supports supports;
    private final PeriodReviews reviews;

    ReviewPages(ContributionFrame frame, Evidence evidence, Supports supports, PeriodReviews reviews) {
        this.frame = frame;
        this.evidence = evidence;
        this.supports = supports;
        this.reviews = reviews;
    }

    /** What one source tells. */
    record Told(List<String> says, Optional<TableView> table, List<String> notes) {}

    /** One of the six questions. */
    record Topic(String code, String asks, List<Told> told) {}

    /** The page. */
    record Review(Layout layout, Opened opened, PeriodReview review, List<Topic> topics) {
        String file(String form) {
            return address("review." + form).toString();
        }

        Address address(String below) {
            return Address.of(opened.path(below)).with("from", review.from()).with("until", review.until());
        }
    }

    private record Asked(Opened opened, PeriodReview review) {}

    private Asked asked(String id, Address here, SignedIn reader, Wording wording) {
        here.knowing("from", "until");
        Opened opened = frame.web().open(id, reader, wording);
        ReviewPeriod period =
                ReviewPeriod.of(here.choice("from"), here.choice("until"), LocalDate.now(Clock.systemUTC()));
        return new Asked(
                opened,
                reviews.of(opened.workspace(), reader.id(), period, evidence.snapshot(), supports, opened.faces()));
    }

    @GetMapping("/workspaces/{id}/review")
    ModelAndView show(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        Asked asked = asked(id, here, reader, wording);
        Opened opened = asked.opened();
        PeriodReview review = asked.review();
        Layout layout = opened.layout(here, wording.say("impact.review.title", review.period()), token);
        Review bare = new Review(layout, opened, review, List.of());
        ReviewTables tables = new ReviewTables(wording, item -> Optional.of(URI.create(opened.path("items/" + item))));
        List<Topic> topics = new ArrayList<>();
        for (ReviewTopic topic : ReviewTopic.values()) {
            topics.add(new Topic(
                    topic.code(),
                    wording.say(topic.meaning()),
                    review.under(topic).stream()
                            .map(part -> told(part, tables, layout, bare, wording))
                            .toList()));
        }
        return ContributionFrame.page("review", new Review(layout, opened, review, topics));
    }

    private static Told told(ReviewPart part, ReviewTables tables, Layout layout, Review page, Wording wording) {
        return new Told(
                part.says().stream().map(wording::say).toList(),
                part.lines().isEmpty()
                        ? Optional.empty()
                        : Optional.of(TableView.of("review-" + part.code(), tables.of(part), layout)
                                .withFiles(page.address("review/" + part.code()))),
                part.notes().stream().map(wording::say).toList());
    }

    /** The review as a document. */
    @GetMapping("/workspaces/{id}/review.{form:docx|pdf}")
    ResponseEntity<byte[]> document(
            @PathVariable String id, @PathVariable String form, Wording wording, Address here, SignedIn reader) {
        Asked asked = asked(id, here, reader, wording);
        ReviewDocument document = new ReviewDocument(asked.review(), wording);
        return ContributionFrame.file(
                document.fileName() + "." + form,
                ReviewDocument.mediaType(form),
                document.bytes(form, asked.opened().workspace().day(reader.id())));
    }

    /** A part of it as a table to keep. */
    @GetMapping("/workspaces/{id}/review/{part:[a-z-]+}.{form:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @PathVariable String part,
            @PathVariable String form,
            Wording wording,
            Address here,
            SignedIn reader) {
        Asked asked = asked(id, here, reader, wording);
        ReviewPart found = asked.review()
                .part(part)
                .orElseThrow(() -> Failure.notFound(Sentence.of("impact.review.failure.no-part", part)));
        return ContributionFrame.table(
                asked.opened(),
                reader,
                form,
                "review-" + part,
                new ReviewTables(wording, item -> Optional.empty()).of(found));
    }
}
