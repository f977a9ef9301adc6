package org.salus.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salus.Salus;
import org.salus.framework.Failure;
import org.salus.framework.Wording;
import org.salus.goals.Objective;
import org.salus.goals.ResultsChain;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;

/** A file of decisions and politics, such as the demo's. */
class PoliticsFileTest {
    @TempDir
    private Path folder;

    private Workspaces workspaces;
    private Workspace workspace;
    private final AccountId me = AccountId.fresh();

    @BeforeEach
    void aWorkspace() {
        workspaces = Workspaces.open(
                Database.file(folder.resolve("salus.db")), Salus.faces().kinds(), InstantSource.system());
        workspace = workspaces.found(
                new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()), me, "Me", Optional.empty(), "");
        Item<ResultsChain> chain = Item.fresh(ResultsChain.KIND, ResultsChain.of("a draft"));
        Item<Objective> pay = Item.fresh(Objective.KIND, Objective.of(chain.id(), "Pay reaches every post"));
        assertThat(workspace.append(me, List.of(new Edit.Put(chain), new Edit.Put(pay)), Reason.EDIT))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @AfterEach
    void closed() {
        workspaces.close();
    }

    private List<Edit> read(String text) throws IOException {
        return PoliticsFile.edits(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                "politics.json",
                workspace.view(me),
                Salus.faces(),
                Wording.english());
    }

    @Test
    void objectives_stand_in_it_by_their_titles_and_stances_are_for_its_author_alone() throws IOException {
        List<Edit> edits = read("""
                {"format": "salus-politics",
                 "decisions": [{"title": "Banks", "asked": ["Staff", "Bank"], "objectives": ["Pay reaches every post"]}],
                 "stances": [{"actor-name": "Treasury", "objective": "Pay reaches every post", "attitude": "waits"}]}
                """);
        assertThat(workspace.append(me, edits, Reason.EDIT)).isInstanceOf(Outcome.Accepted.class);
        assertThat(workspace.view(me).list(RegisteredDecision.KIND))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.value().asked()).containsExactly("Staff", "Bank");
                    assertThat(item.value().objectives()).hasSize(1);
                });
        assertThat(workspace.view(me).list(Stance.KIND)).singleElement().satisfies(item -> {
            assertThat(item.sensitivity().code()).isEqualTo("named");
            assertThat(item.value().objective().name()).isEqualTo("Pay reaches every post");
            assertThat(item.value().attitude()).isEqualTo(Attitude.WAITS);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0007',
            value = {
                "nothing at all|JSON",
                "{\"format\": \"another\"}|format",
                "[]|format",
                "{\"format\": \"salus-politics\", \"decisions\": [{\"title\": \"x\", \"title\": \"y\"}]}|same key twice",
                "{\"format\": \"salus-politics\", \"decisions\": [{\"title\": \"x\", \"objectives\": [\"Nowhere\"]}]}|Nowhere",
                "{\"format\": \"salus-politics\", \"stances\": [{\"actor\": \"XXX\", \"objective-name\": \"y\"}]}|XXX",
                "{\"format\": \"salus-politics\", \"decisions\": [{\"titel\": \"x\"}]}|titel",
                "{\"format\": \"salus-politics\", \"windows\": [{\"title\": \"x\", \"until\": \"soon\"}]}|soon"
            })
    void what_is_wrong_in_it_is_named(String text, String named) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(Wording.english().say(failure.sentence()))
                                .contains(named));
    }
}
