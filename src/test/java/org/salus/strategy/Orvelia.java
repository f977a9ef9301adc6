package org.salus.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.salus.Salus;
import org.salus.evidence.Evidence;
import org.salus.framework.Wording;
import org.salus.goals.ChainFile;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.portfolio.Supports;
import org.salus.sector.SectorImport;

/** The demo's invented country with its map and its plan, and the strategy that is composed of them. */
final class Orvelia implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    final AccountId ana = AccountId.fresh();
    final AccountId ben = AccountId.fresh();
    final Workspaces workspaces;
    final Workspace workspace;
    final Evidence evidence;
    final Strategies strategies;

    Orvelia(Path folder) throws IOException {
        workspaces = Workspaces.open(
                Database.file(folder.resolve("salus.db")), Salus.faces().kinds(), InstantSource.fixed(NOW));
        workspace = workspaces.found(
                new Charter("Orvelia", List.of("XOV"), "", "SSR", Optional.empty()), ana, "Ana", Optional.empty(), "");
        evidence = Evidence.open(folder);
        strategies = fresh();
        try (InputStream map = Files.newInputStream(Path.of("demo/sector-orvelia.json"))) {
            accepted(SectorImport.accept(
                    workspace,
                    ana,
                    SectorImport.preview(map, "sector-orvelia.json", workspace.view(ana), Locale.ENGLISH)));
        }
        try (InputStream plan = Files.newInputStream(Path.of("demo/goals-orvelia.json"))) {
            accepted(workspace.append(
                    ana, ChainFile.read(plan, workspace.view(ana)).edits(), Reason.EDIT));
        }
        put(
                ana,
                new Item<>(
                        new ItemId(ben.value()),
                        Member.KIND,
                        Sensitivity.forMembers(),
                        List.of(),
                        new Member("Ben", Optional.empty(), "", Role.EDITOR),
                        Set.of()));
    }

    /** Nothing remembered. */
    Strategies fresh() {
        return new Strategies(evidence, Supports.shipped(), workspaces, Salus.faces(), Sections.own());
    }

    static void accepted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    }

    void put(AccountId author, Item<?> item) {
        accepted(workspace.append(author, new Edit.Put(item)));
    }

    /** Why something is refused, in words. */
    String refused(AccountId author, Item<?> item) {
        Outcome outcome = workspace.append(author, new Edit.Put(item));
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome)
                .reasons().stream().map(Wording.english()::say).collect(Collectors.joining(" "));
    }

    Strategy now(AccountId asking, Readership readership) {
        return strategies.now(workspace, asking, readership, Locale.ENGLISH);
    }

    /** Somebody writes a section otherwise. */
    void write(Section section, String text, String meantFor) {
        put(
                ana,
                new TypedStrategy(Map.of("text", text, "for", meantFor))
                        .text(now(ana, Readership.MEMBERS).section(section)));
    }

    Item<Edition> draw(String title, Readership readership) {
        Item<Edition> item =
                new TypedStrategy(Map.of("title", title, "review-by", "2028-01")).draft(now(ana, readership));
        put(ana, item);
        return edition(item.id());
    }

    Item<Edition> edition(ItemId id) {
        return workspace.view(ana).get(Edition.KIND, id);
    }

    Item<Edition> step(Item<Edition> edition, String to) {
        put(ana, stepped(edition, to, "2026-03-02"));
        return edition(edition.id());
    }

    static Item<Edition> stepped(Item<Edition> edition, String to, String date) {
        return new TypedStrategy(Map.of("to", to, "date", date)).step(edition);
    }

    static Item<Edition> approved(Item<Edition> edition, String side, String digest) {
        return new TypedStrategy(Map.of(
                        "side", side,
                        "who", "The Minister",
                        "office", "Ministry of Public Safety",
                        "date", "2026-03-02",
                        "place", "Tamm",
                        "document", "Minutes 12",
                        "digest", digest))
                .approval(edition);
    }

    Item<Edition> approve(Item<Edition> edition, String side) {
        put(ana, approved(edition, side, edition.value().digest().substring(0, 12)));
        return edition(edition.id());
    }

    @Override
    public void close() {
        workspaces.close();
        evidence.close();
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
