package org.salus.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.salus.Salus;
import org.salus.diligence.CaseBook;
import org.salus.framework.Characteristic;
import org.salus.framework.DateSpan;
import org.salus.framework.PartialDate;
import org.salus.framework.Recorded;
import org.salus.goals.Finding;
import org.salus.goals.Goal;
import org.salus.goals.Indicator;
import org.salus.goals.Link;
import org.salus.goals.LinkType;
import org.salus.goals.Measurement;
import org.salus.goals.MeasurementState;
import org.salus.goals.Objective;
import org.salus.goals.Result;
import org.salus.goals.ResultKind;
import org.salus.goals.ResultsChain;
import org.salus.goals.Support;
import org.salus.governance.Assessment;
import org.salus.governance.QuestionSet;
import org.salus.governance.QuestionSetFile;
import org.salus.governance.Rating;
import org.salus.governance.Response;
import org.salus.governance.Round;
import org.salus.governance.Scope;
import org.salus.governance.Seat;
import org.salus.governance.Stage;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Citation;
import org.salus.ledger.Confidence;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.Member;
import org.salus.ledger.Outcome;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.sector.Actor;
import org.salus.sector.ActorType;
import org.salus.sector.Basis;
import org.salus.sector.Name;
import org.salus.sector.Phase;
import org.salus.sector.Power;
import org.salus.sector.Statement;
import org.salus.sector.Tie;
import org.salus.sector.TieType;
import org.salus.workspace.Source;
import org.salus.workspace.SourceType;

/** A small workspace in a real ledger, in which a test writes down what a check is to look at. Ana plans, Ben reads over. */
final class Draft implements AutoCloseable {
    static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    final AccountId ana = AccountId.fresh();
    final AccountId ben = AccountId.fresh();
    final Workspaces workspaces;
    Workspace workspace;
    private Optional<ItemId> chain = Optional.empty();
    private Optional<ItemId> parliament = Optional.empty();

    Draft(Path folder) {
        workspaces = Workspaces.open(
                Database.file(folder.resolve("salus.db")),
                Salus.faces().kinds(),
                InstantSource.fixed(Instant.parse("2026-11-01T10:00:00Z")));
        workspace = fresh();
    }

    /** Another, empty workspace. */
    Workspace fresh() {
        chain = Optional.empty();
        parliament = Optional.empty();
        workspace = workspaces.found(
                new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()), ana, "Ana", Optional.empty(), "");
        put(new Item<>(
                new ItemId(ben.value()),
                Member.KIND,
                Sensitivity.forMembers(),
                List.of(),
                new Member("Ben", Optional.empty(), "", Role.EDITOR),
                Set.of()));
        return workspace;
    }

    @Override
    public void close() {
        workspaces.close();
    }

    View view() {
        return workspace.view(ana);
    }

    ItemId put(Item<?> item) {
        return put(ana, item);
    }

    ItemId put(AccountId who, Item<?> item) {
        assertThat(workspace.append(who, new Edit.Put(item))).isInstanceOf(Outcome.Accepted.class);
        return item.id();
    }

    <T extends Record> ItemId put(Kind<T> kind, T value) {
        return put(Item.fresh(kind, value));
    }

    /** What a computation finds in it, where open data say this of its countries. */
    Found found(String computation, CountryFacts... countries) {
        return Objects.requireNonNull(AppraisalAnalysis.COMPUTATIONS.get(computation))
                .of(inquiry(countries));
    }

    AppraisalInquiry inquiry(CountryFacts... countries) {
        View view = view();
        return new AppraisalInquiry(
                view,
                Assessment.rounds(view).stream()
                        .map(round -> Assessment.of(workspace, view, round.id(), Locale.ENGLISH))
                        .toList(),
                List.of(countries),
                CaseBook.of(view, List.of(), DAY),
                Noted.of(view, Optional.empty(), Stance.KIND),
                DAY,
                Locale.ENGLISH);
    }

    /** The same record with other values of these components: names and values in turn. */
    static <T extends Record> T with(T record, Object... other) {
        Map<String, Object> said = new HashMap<>();
        for (int i = 0; i < other.length; i += 2) {
            said.put((String) other[i], other[i + 1]);
        }
        RecordComponent[] components = record.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                components[i].getAccessor().setAccessible(true);
                values[i] = said.containsKey(components[i].getName())
                        ? said.remove(components[i].getName())
                        : components[i].getAccessor().invoke(record);
            }
            assertThat(said).isEmpty();
            @SuppressWarnings("unchecked") // the constructor of its own class
            T made = (T) record.getClass().getDeclaredConstructor(types).newInstance(values);
            return made;
        } catch (ReflectiveOperationException broken) {
            throw new LinkageError(broken.getMessage(), broken);
        }
    }

    ItemId chain() {
        if (chain.isEmpty()) {
            chain = Optional.of(put(ResultsChain.KIND, ResultsChain.of("Plan")));
        }
        return chain.get();
    }

    ItemId goal(Object... other) {
        return put(Goal.KIND, with(Goal.of(chain(), "People travel without paying at road blocks"), other));
    }

    ItemId objective(Object... other) {
        return put(Objective.KIND, with(Objective.of(chain(), "Pay reaches every post"), other));
    }

    /** An objective in an institution, on a characteristic. */
    ItemId objective(ItemId institution, Characteristic characteristic) {
        return objective("institution", Optional.of(institution), "characteristic", Optional.of(characteristic));
    }

    ItemId result() {
        return put(Result.KIND, Result.of(chain(), ResultKind.OUTCOME, "Pay is checked against posts"));
    }

    ItemId support(Object... other) {
        return put(Support.KIND, with(Support.of(chain(), "Nordmark", "Advice on pay"), other));
    }

    ItemId indicator(ItemId of, Object... other) {
        return put(Indicator.KIND, with(Indicator.of(chain(), of, "Posts paid in full"), other));
    }

    ItemId indicator(Object... other) {
        return indicator(objective(), other);
    }

    ItemId link(ItemId from, LinkType type, ItemId to) {
        Link link = Link.of(chain(), from, to);
        return put(Link.KIND, with(link, "type", type));
    }

    /** A measurement that Ben approved. */
    void approved(ItemId indicator) {
        Item<Measurement> draft = Measurement.of(
                        chain(), indicator, PartialDate.of("2026-09"), "", Finding.of(BigDecimal.TEN))
                .fresh();
        put(draft);
        put(view().get(Measurement.KIND, draft.id()).saying(draft.value().step(MeasurementState.SUBMITTED, ana, "")));
        Item<Measurement> submitted = view().get(Measurement.KIND, draft.id());
        put(ben, submitted.saying(submitted.value().step(MeasurementState.APPROVED, ben, "")));
    }

    void measuredOf(ItemId indicator, String group) {
        put(Measurement.of(chain(), indicator, PartialDate.of("2026-08"), group, Finding.of(BigDecimal.ONE))
                .fresh());
    }

    ItemId actor(ActorType type) {
        Phase phase = new Phase(
                DateSpan.OPEN,
                List.of(Name.of(type.code())),
                type.usualClass(),
                Optional.of(type),
                Optional.empty(),
                Map.of());
        return put(Actor.KIND, Actor.of(phase));
    }

    /** A police force that may use force, so that its oversight is asked. */
    ItemId force() {
        Phase phase = new Phase(
                DateSpan.OPEN,
                List.of(Name.of("Border unit")),
                ActorType.POLICE.usualClass(),
                Optional.of(ActorType.POLICE),
                Optional.empty(),
                Map.of(Power.USE_FORCE, Recorded.RECORDED));
        return put(Actor.KIND, Actor.of(phase));
    }

    ItemId parliament() {
        if (parliament.isEmpty()) {
            parliament = Optional.of(actor(ActorType.PARLIAMENT));
        }
        return parliament.get();
    }

    ItemId tie(ItemId from, TieType type, ItemId to, Basis... bases) {
        Tie tie = Tie.of(from, type, to);
        for (Basis basis : bases) {
            tie = tie.saying(basis, Statement.present());
        }
        return put(Tie.KIND, tie);
    }

    /** That parliament is recorded, with a source, as not overseeing an institution by law. */
    void notOverseen(ItemId institution) {
        put(Item.fresh(
                        Tie.KIND,
                        Tie.of(parliament(), TieType.OVERSEES, institution).saying(Basis.LAW, Statement.absent()))
                .citing(List.of(citation())));
    }

    Citation citation() {
        return Citation.of(put(Source.KIND, Source.of(SourceType.DOCUMENT, "Report")), "", Confidence.MEDIUM);
    }

    /** A round about a police force, brought as far as a stage, with or without an answer. */
    ItemId round(Stage stage, boolean isAnswered) {
        return round(stage, isAnswered, force());
    }

    ItemId round(Stage stage, boolean isAnswered, ItemId... institutions) {
        ItemId set = view().list(QuestionSet.KIND).stream()
                .map(Item::id)
                .findFirst()
                .orElseGet(() -> put(QuestionSet.KIND, QuestionSetFile.shipped()));
        ItemId round = put(
                Round.KIND,
                new Round(
                        "Round",
                        set,
                        List.of(),
                        List.of(Seat.of("P", "On paper")),
                        DateSpan.since(PartialDate.ofYear(2026)),
                        Stage.OPEN,
                        ""));
        for (ItemId institution : institutions) {
            put(Scope.fresh(round, institution));
        }
        if (isAnswered) {
            put(Rating.blank(round, institutions[0], "FOR-01", "P")
                    .saying(Optional.of(Response.LEVEL_2), "As the decree says.", Confidence.MEDIUM)
                    .fresh());
        }
        for (Stage next : Stage.values()) {
            if (next.compareTo(Stage.OPEN) > 0 && next.compareTo(stage) <= 0) {
                Item<Round> now = view().get(Round.KIND, round);
                put(now.saying(now.value().at(next)));
            }
        }
        return round;
    }
}
