package org.salus.goals.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Evidence;
import org.salus.framework.Sentence;
import org.salus.goals.FeedAnswers;
import org.salus.goals.FeedComparison;
import org.salus.goals.Feeds;
import org.salus.goals.Indicator;
import org.salus.goals.LoadedSeries;
import org.salus.goals.MeasuredChain;
import org.salus.goals.ResultsChain;
import org.salus.ledger.Digest;
import org.salus.ledger.Item;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.portfolio.Supports;
import org.salus.workspace.Faces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code salus goals} does with series of open data that indicators follow. */
final class FeedCommands {
    private FeedCommands() {}

    /** What every part needs beside the alternative: the open data of the same folder. */
    @Command
    abstract static class Job extends MeasurementCommands.Job {
        Job(Faces faces) {
            super(faces);
        }

        @Override
        final int work(Desk desk, Workspace workspace, View view, Item<ResultsChain> known, MeasuredChain measured) {
            try (Evidence evidence = Evidence.open(data.folder())) {
                return work(desk, workspace, view, measured, new Feeds(evidence, Supports.shipped()));
            }
        }

        abstract int work(Desk desk, Workspace workspace, View view, MeasuredChain measured, Feeds feeds);
    }

    /** The series to choose from, and how those that are followed stand. */
    @Command(name = "series")
    static final class Listing extends Job {
        Listing(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, MeasuredChain measured, Feeds feeds) {
            if (format.isJson()) {
                json(FeedAnswers.tell(measured, feeds, view, workspace.history(desk.account()), terminal.wording()));
                return 0;
            }
            Feeds.Choice choice = feeds.choice(view);
            for (LoadedSeries one : choice.loaded()) {
                terminal.say(Sentence.of(
                        "goals.cli.series",
                        one.key(),
                        one.name(),
                        one.unit(),
                        one.publisher(),
                        one.first(),
                        one.last()));
            }
            choice.whyNone().ifPresent(terminal::say);
            feeds.standings(measured)
                    .forEach(one -> terminal.say(Sentence.of(
                            "goals.cli.feed",
                            one.indicator().value().title(),
                            one.feed().name(),
                            one.says())));
            return 0;
        }
    }

    /** Has an indicator follow a series. */
    @Command(name = "follow")
    static final class Following extends Job {
        @Parameters(index = "2", paramLabel = "INDICATOR", descriptionKey = "goals.measure.indicator")
        private String indicator = "";

        @Parameters(index = "3", paramLabel = "SERIES", arity = "0..1", descriptionKey = "goals.feed.series")
        private String series = "";

        @Option(names = "--since", paramLabel = "YEAR", descriptionKey = "goals.feed.since")
        private @Nullable String since;

        Following(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, MeasuredChain measured, Feeds feeds) {
            return told(
                    desk,
                    workspace,
                    workspace.append(
                            desk.account(),
                            List.of(feeds.follow(
                                    measured.indicator(indicator),
                                    series,
                                    Feeds.year(since == null ? "" : since),
                                    view)),
                            Reason.EDIT));
        }
    }

    /** Brings indicators up to date. */
    @Command(name = "feed")
    static final class Feeding extends Job {
        @Parameters(index = "2", paramLabel = "INDICATOR", arity = "0..1", descriptionKey = "goals.measure.indicator")
        private @Nullable String indicator;

        @Option(names = "--preview", descriptionKey = "goals.preview")
        private boolean preview;

        @Option(names = "--approve", descriptionKey = "goals.feed.approve")
        private boolean approve;

        Feeding(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, MeasuredChain measured, Feeds feeds) {
            Optional<Item<Indicator>> only = Optional.ofNullable(indicator).map(measured::indicator);
            Feeds.Wanted wanted =
                    approve ? feeds.approve(measured, only, view) : feeds.update(measured, only, desk.account());
            Optional<Digest> entry = Optional.empty();
            if (!preview && !wanted.edits().isEmpty()) {
                Outcome outcome = workspace.append(desk.account(), wanted.edits(), wanted.reason());
                if (!(outcome instanceof Outcome.Accepted accepted)) {
                    return told(desk, workspace, outcome);
                }
                entry = Optional.of(accepted.entry());
            }
            if (format.isJson()) {
                json(FeedAnswers.done(wanted, entry, terminal.wording()));
                return 0;
            }
            for (Feeds.Standing one : wanted.standings()) {
                terminal.say(Sentence.of(
                        "goals.cli.feed",
                        one.indicator().value().title(),
                        one.feed().name(),
                        one.says()));
                if (!one.comparison().byHand().isEmpty()) {
                    terminal.say(Sentence.of(
                            "goals.feed.by-hand",
                            FeedComparison.spans(one.comparison().byHand())));
                }
                if (!one.comparison().gaps().isEmpty()) {
                    terminal.say(Sentence.of(
                            "goals.feed.gaps",
                            FeedComparison.spans(one.comparison().gaps())));
                }
            }
            if (wanted.standings().isEmpty()) {
                terminal.say(Sentence.of("goals.feed.no-feeds"));
            }
            terminal.say(Sentence.of(
                    entry.isEmpty() ? "goals.feed.not-done" : approve ? "goals.feed.approved" : "goals.feed.done",
                    wanted.edits().size()));
            return 0;
        }
    }
}
