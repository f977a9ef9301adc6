package org.salus.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.documents.Diagram;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.sector.SectorFaces;
import org.salus.workspace.Faces;

/** What boxes say of their indicators: the same as the page of measurements, in signs and words. */
class StatusOverlayTest {
    private static final Wording WORDING = Wording.english();

    @TempDir
    Path folder;

    private final AccountId ana = AccountId.fresh();
    private Workspaces workspaces;
    private Workspace workspace;

    @BeforeEach
    void found() throws IOException {
        workspaces = Workspaces.open(
                Database.file(folder.resolve("salus.db")),
                Faces.of(List.of(SectorFaces.contribution(), GoalsFaces.contribution()))
                        .kinds(),
                InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")));
        workspace = workspaces.found(
                new Charter("Orvelia", List.of("XOV"), "", "SSR", Optional.empty()), ana, "Ana", Optional.empty(), "");
        try (InputStream chain = Files.newInputStream(Path.of("demo/goals-orvelia.json"))) {
            write(ChainFile.read(chain, workspace.view(ana)).edits());
        }
    }

    @AfterEach
    void close() {
        workspaces.close();
    }

    private void write(List<Edit> edits) {
        assertThat(workspace.append(ana, edits, Reason.EDIT)).isInstanceOf(Outcome.Accepted.class);
    }

    private MeasuredChain measured(LocalDate today) {
        GoalsAnswers answers = new GoalsAnswers(workspace.view(ana), WORDING);
        return MeasuredChain.of(
                workspace.view(ana), answers.model(answers.chains().getFirst()), today);
    }

    private static Function<Item<? extends Box>, Optional<BoxMark>> marks(MeasuredChain measured, HolesAnswer holes) {
        return ChainOverlay.STATUS.marks(measured, holes, Set.of(), WORDING);
    }

    private HolesAnswer holes(MeasuredChain measured) {
        return HolesAnalysis.of(workspace.view(ana), measured.chain());
    }

    @Test
    void a_box_says_of_its_indicators_what_the_page_of_measurements_says_of_each() {
        for (LocalDate today : List.of(LocalDate.of(2026, 11, 26), LocalDate.of(2031, 12, 31))) {
            MeasuredChain measured = measured(today);
            var marks = marks(measured, holes(measured));
            int told = 0;
            for (Item<? extends Box> box : measured.chain().boxes()) {
                List<Item<Indicator>> indicators = measured.chain().indicators(box.id());
                if (indicators.isEmpty()) {
                    continue;
                }
                BoxMark mark = marks.apply(box).orElseThrow();
                for (Item<Indicator> indicator : indicators) {
                    assertThat(mark.words())
                            .contains(WORDING.say(
                                    measured.status(indicator).status().label()));
                }
                boolean isOverdue = measured.owed().stream()
                        .anyMatch(
                                owing -> owing.what() == Owing.What.OVERDUE && indicators.contains(owing.indicator()));
                assertThat(mark.words().contains(WORDING.say(Owing.What.OVERDUE.label())))
                        .isEqualTo(isOverdue)
                        .isEqualTo(mark.isStrong());
                told++;
            }
            assertThat(told).isPositive();
        }
    }

    @Test
    void each_status_has_a_sign_of_its_own_and_the_legend_counts_them() {
        MeasuredChain measured = measured(LocalDate.of(2031, 12, 31));
        List<ChainOverlay.Meaning> legend = ChainOverlay.STATUS.legend(measured, WORDING);
        assertThat(legend)
                .extracting(line -> line.mark().sign())
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
        assertThat(legend.stream()
                        .filter(line -> !line.mark().isStrong())
                        .mapToInt(ChainOverlay.Meaning::count)
                        .sum())
                .isEqualTo(measured.chain().indicators().size());
        assertThat(ChainOverlay.HOLES.legend(measured, WORDING)).isEmpty();
    }

    @Test
    void a_new_approved_measurement_is_said_by_the_box_and_read_out_with_it() {
        LocalDate today = LocalDate.of(2031, 12, 31);
        Item<Indicator> indicator = measured(today).chain().indicators().stream()
                .filter(one -> one.value().direction() == Direction.UP
                        && PlannedPath.of(one.value()).isPresent()
                        && one.value().measuring().levels().isEmpty()
                        && measured(today).chain().indicators(one.value().of()).size() == 1)
                .findFirst()
                .orElseThrow();
        BigDecimal target = indicator.value().target().value().orElseThrow();
        for (BigDecimal found : List.of(
                target.add(BigDecimal.ONE),
                indicator.value().baseline().value().orElseThrow().subtract(BigDecimal.ONE))) {
            Edit.Put typed = TypedMeasurement.edit(
                    indicator,
                    Map.of("on", found.compareTo(target) > 0 ? "2031-10" : "2031-11", "value", found.toPlainString()),
                    true,
                    workspace.view(ana),
                    LocalDate.of(2040, 1, 1));
            write(List.of(typed));
            Item<Measurement> one =
                    workspace.view(ana).get(Measurement.KIND, typed.item().id());
            write(List.of(new Edit.Put(one.saying(one.value().step(MeasurementState.APPROVED, ana, "")))));
            MeasuredChain measured = measured(today);
            IndicatorStatus status = measured.status(indicator).status();
            assertThat(status)
                    .isEqualTo(found.compareTo(target) > 0 ? IndicatorStatus.ON_PATH : IndicatorStatus.MOVING_AWAY);
            Item<? extends Box> box =
                    measured.chain().box(indicator.value().of()).orElseThrow();
            Diagram drawn = ChainDrawing.of(
                    "A chain",
                    measured.chain(),
                    ChainPart.whole(measured.chain()),
                    marks(measured, holes(measured)),
                    element -> Optional.of("/" + element),
                    today,
                    WORDING);
            assertThat(drawn.nodes())
                    .filteredOn(node -> node.id().equals(box.id().toString()))
                    .singleElement()
                    .satisfies(node -> assertThat(node.note()).contains(WORDING.say(status.label())));
            assertThat(drawn.pageSvg())
                    .containsPattern("aria-label=\"[^\"]*" + WORDING.say(status.label()) + "[^\"]*\"[^>]*data-item=\""
                            + box.id());
        }
    }

    @Test
    void a_box_does_not_look_better_than_its_weakest_indicator() {
        BoxStanding standing =
                BoxStanding.of(List.of(IndicatorStatus.ON_PATH, IndicatorStatus.BEHIND, IndicatorStatus.ON_PATH), 1);
        assertThat(standing.first()).contains(IndicatorStatus.BEHIND);
        assertThat(standing.words(WORDING)).isEqualTo("Behind: 1, On path: 2, Overdue: 1");
        assertThat(BoxStanding.of(List.of(IndicatorStatus.ON_PATH, IndicatorStatus.NOT_MEASURED), 0)
                        .first())
                .contains(IndicatorStatus.NOT_MEASURED);
        assertThat(BoxStanding.of(List.of(), 0).first()).isEmpty();
    }
}
