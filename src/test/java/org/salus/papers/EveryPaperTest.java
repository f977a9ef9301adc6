package org.salus.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.agenda.Action;
import org.salus.agenda.ActionState;
import org.salus.agenda.AgendaPoint;
import org.salus.agenda.FocalPoint;
import org.salus.agenda.Meeting;
import org.salus.agenda.MeetingState;
import org.salus.appraisal.RegisteredDecision;
import org.salus.framework.DateSpan;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;
import org.salus.goals.Goal;
import org.salus.goals.Objective;
import org.salus.goals.ResultsChain;
import org.salus.goals.Support;
import org.salus.ledger.AccountId;
import org.salus.ledger.Citation;
import org.salus.ledger.Confidence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.sector.Actor;
import org.salus.sector.ActorType;
import org.salus.sector.KnownSupport;
import org.salus.sector.Name;
import org.salus.sector.Phase;
import org.salus.sector.SupportAmount;
import org.salus.sector.SupportOrigin;
import org.salus.sector.SupportStage;
import org.salus.strategy.Readership;
import org.salus.workspace.Source;
import org.salus.workspace.SourceType;

/** What holds for every paper that comes with the program. */
class EveryPaperTest {
    /** A word that stands in everything that is meant for few. */
    private static final String SECRET = "Quietus";

    @TempDir
    Path folder;

    private WorkingWeek week;

    @BeforeEach
    void found() throws IOException {
        week = new WorkingWeek(folder);
    }

    @AfterEach
    void close() {
        week.close();
    }

    private static List<String> told(PaperTemplate template) {
        return template.needed().stream()
                .map(choice -> switch (choice) {
                    case OF -> "of=Orvelian Police";
                    case DONOR -> "donor=Sundmark";
                    case OBJECTIVE -> "objective=Courts apply the law";
                    default -> throw new IllegalStateException(choice.code());
                })
                .toList();
    }

    /** Every paper as that reader gets it for each readership, without the newest step, which is another one after everything that is put. */
    private Map<String, String> all(AccountId reader) {
        Map<String, String> all = new LinkedHashMap<>();
        for (PaperTemplate template : Papers.shipped()) {
            for (Readership readership : Readership.values()) {
                List<String> choices = new ArrayList<>(told(template));
                choices.add("for=" + readership.code());
                String name = template.name() + " for " + readership.code();
                try {
                    all.put(
                            name,
                            week.text(reader, template.name(), choices.toArray(String[]::new))
                                    .replaceAll("step [0-9a-f+]+", "step"));
                } catch (Failure nothing) {
                    // What is asked about is not meant for everybody here, and is nothing that everybody could be told
                    // of.
                    all.put(name, nothing.say(Wording.english()));
                }
            }
        }
        return all;
    }

    private void quietly(Item<?> item) {
        week.put(item.meantFor(week.forAna()));
    }

    private void putWhatIsForFew() {
        ItemId chain =
                week.workspace.view(week.ana).list(ResultsChain.KIND).getFirst().id();
        Item<Actor> unit = Item.fresh(
                Actor.KIND,
                Actor.of(new Phase(
                        DateSpan.OPEN,
                        List.of(Name.of(SECRET + " unit")),
                        ActorType.POLICE.usualClass(),
                        Optional.of(ActorType.POLICE),
                        Optional.empty(),
                        Map.of())));
        quietly(unit);
        quietly(Item.fresh(
                KnownSupport.KIND,
                new KnownSupport(
                        SECRET + " fund",
                        SECRET + " radios",
                        Optional.of(week.actor("Orvelian Police")),
                        Optional.empty(),
                        "Orvelian Police",
                        Optional.of(ReformArea.of("2b")),
                        "",
                        SupportStage.KNOWN,
                        SupportAmount.UNKNOWN,
                        DateSpan.between(PartialDate.of("2025-01"), PartialDate.of("2027-01")),
                        SupportOrigin.MEETING,
                        Optional.empty(),
                        "")));
        quietly(Item.fresh(Goal.KIND, Goal.of(chain, SECRET + " is reached")));
        quietly(Item.fresh(Objective.KIND, Objective.of(chain, SECRET + " is prepared")));
        quietly(Item.fresh(Support.KIND, Support.of(chain, SECRET + " bank", SECRET + " advice")));
        Item<Meeting> meeting = Item.fresh(
                Meeting.KIND,
                new Meeting(
                        SECRET + " meeting",
                        Optional.of(PartialDate.of("2026-12-01")),
                        "",
                        List.of(SECRET + " office"),
                        List.of(new AgendaPoint(SECRET + " point", "", true)),
                        MeetingState.PLANNED,
                        "",
                        "",
                        ""));
        quietly(meeting);
        quietly(Item.fresh(
                Action.KIND,
                new Action(
                        SECRET + " errand",
                        SECRET + " office",
                        Optional.empty(),
                        Optional.of(PartialDate.of("2026-12-15")),
                        ActionState.OPEN,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "")));
        quietly(Item.fresh(
                FocalPoint.KIND,
                new FocalPoint("Security Reform Office", SECRET + " matter", "", Optional.empty(), "")));
        quietly(Item.fresh(
                RegisteredDecision.KIND,
                new RegisteredDecision(
                        SECRET + " is decided",
                        Optional.of(PartialDate.of("2026-11-01")),
                        "Orvelian Police",
                        List.of("Orvelian Police"),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        "",
                        "")));
    }

    @Tag("slow")
    @Test
    void none_of_them_has_a_trace_of_what_its_reader_may_not_read() {
        Map<String, String> before = all(week.ben);
        putWhatIsForFew();
        assertThat(all(week.ben)).isEqualTo(before);
        // Whoever may read it gets it in papers of their own, and in none for others.
        Map<String, String> owners = all(week.ana);
        assertThat(owners.entrySet())
                .filteredOn(one -> one.getValue().contains(SECRET))
                .extracting(Map.Entry::getKey)
                .contains("crisis for own", "committee-pack for own", "hand-over for own", "period-report for own")
                .allMatch(name -> name.endsWith(" for own"));
    }

    @Test
    void each_says_from_which_state_and_snapshot_it_is_on_every_page_and_at_its_end() {
        for (PaperTemplate template : Papers.shipped()) {
            Paper paper = week.compose(week.ana, template, told(template).toArray(String[]::new));
            assertThat(String.join("\n", paper.lines()))
                    .as(template.name())
                    .contains(
                            "What this is made of",
                            paper.entry(),
                            paper.snapshot(),
                            "Composed by the template of edition");
            assertThat(paper.document().binding().footer())
                    .as(template.name())
                    .contains(paper.entry().substring(0, 12), paper.snapshot());
        }
    }

    @Test
    void figures_name_their_sources_but_none_that_leaves_no_house() {
        Item<Source> letter = Item.fresh(Source.KIND, Source.of(SourceType.DOCUMENT, "Letter of the embassy"));
        Item<Source> talk = Item.fresh(Source.KIND, Source.of(SourceType.INTERVIEW, SECRET + " interview"));
        week.put(letter);
        week.put(talk);
        assertThat(week.text(week.ana, "crisis", "of=Orvelian Police")).doesNotContain("Letter of the embassy");
        Item<Support> given = week.workspace.view(week.ana).list(Support.KIND).stream()
                .filter(one -> one.value().title().startsWith("Human-rights courses"))
                .findFirst()
                .orElseThrow();
        week.put(given.citing(List.of(
                Citation.of(letter.id(), "page 2", Confidence.HIGH), Citation.of(talk.id(), "", Confidence.HIGH))));
        assertThat(week.text(week.ana, "crisis", "of=Orvelian Police"))
                .containsPattern("Sources: .*Letter of the embassy.*page 2")
                .doesNotContain(SECRET);
        assertThat(Stream.of("round-table", "period-report")
                        .map(name -> week.text(week.ana, name))
                        .toList())
                .allSatisfy(text ->
                        assertThat(text).contains("Letter of the embassy").doesNotContain(SECRET));
    }
}
