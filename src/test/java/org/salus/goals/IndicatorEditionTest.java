package org.salus.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.framework.PartialDate;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.Kinds;
import org.salus.ledger.Outcome;
import org.salus.ledger.Workspace;
import org.salus.ledger.WorkspaceId;
import org.salus.ledger.Workspaces;

/** What an earlier program wrote of indicators is read by this one, and goes on. */
class IndicatorEditionTest {
    /** As it was before indicators had a plan of measuring. */
    private record FirstIndicator(
            ItemId chain,
            ItemId of,
            String title,
            String unit,
            Direction direction,
            Reading baseline,
            Reading target,
            String source,
            String method) {
        private static final Kind<FirstIndicator> KIND = Kind.of("results-indicator", FirstIndicator.class)
                .needing(indicator -> Set.of(indicator.chain(), indicator.of()));
    }

    @TempDir
    Path folder;

    private final AccountId ana = AccountId.fresh();

    private Workspaces open(Kind<?> indicators) {
        return Workspaces.open(
                Database.file(folder.resolve("salus.db")),
                Kinds.of(List.of(ResultsChain.KIND, Goal.KIND, indicators, Measurement.KIND)),
                InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")));
    }

    @Test
    void an_indicator_of_the_first_edition_is_read_measured_and_edited() {
        Item<ResultsChain> chain = Item.fresh(ResultsChain.KIND, ResultsChain.of("A draft"));
        Item<Goal> goal = Item.fresh(Goal.KIND, Goal.of(chain.id(), "A goal"));
        Item<FirstIndicator> old = Item.fresh(
                FirstIndicator.KIND,
                new FirstIndicator(
                        chain.id(),
                        goal.id(),
                        "Posts paid",
                        "%",
                        Direction.UP,
                        new Reading(Optional.of(new BigDecimal("31.50")), "", Optional.of(PartialDate.ofYear(2026))),
                        Reading.NONE,
                        "Treasury",
                        "Counted"));
        WorkspaceId id;
        try (Workspaces before = open(FirstIndicator.KIND)) {
            Workspace workspace = before.found(
                    new Charter("Orvelia", List.of("XOV"), "", "SSR", Optional.empty()),
                    ana,
                    "Ana",
                    Optional.empty(),
                    "");
            id = workspace.id();
            assertThat(workspace.append(ana, new Edit.Put(chain), new Edit.Put(goal), new Edit.Put(old)))
                    .isInstanceOf(Outcome.Accepted.class);
        }
        try (Workspaces now = open(Indicator.KIND)) {
            Workspace workspace = now.get(id);
            Item<Indicator> read = workspace.view(ana).get(Indicator.KIND, old.id());
            assertThat(read.value().baseline().value()).contains(new BigDecimal("31.50"));
            assertThat(read.value().title()).isEqualTo("Posts paid");
            assertThat(read.value().plan()).isEmpty();
            assertThat(read.value().measuring()).isEqualTo(MeasuringPlan.NONE);
            assertThat(workspace.append(
                            ana,
                            TypedMeasurement.edit(
                                    read,
                                    Map.of("on", "2027", "value", "40"),
                                    true,
                                    workspace.view(ana),
                                    LocalDate.of(2040, 1, 1))))
                    .isInstanceOf(Outcome.Accepted.class);
            assertThat(workspace.append(ana, new Edit.Put(read.saying(read.value()))))
                    .isInstanceOf(Outcome.Accepted.class);
            assertThat(workspace.view(ana).get(Indicator.KIND, old.id()).value())
                    .isEqualTo(read.value());
        }
    }
}
