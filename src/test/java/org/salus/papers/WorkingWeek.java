package org.salus.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.salus.Salus;
import org.salus.evidence.Evidence;
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
import org.salus.sector.Actor;
import org.salus.sector.SectorImport;
import org.salus.strategy.Sections;

/** The demo's invented country in the week of 25 November 2026: Ana owns its workspace, and Ben edits in it. */
final class WorkingWeek implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    final AccountId ana = AccountId.fresh();
    final AccountId ben = AccountId.fresh();
    final Workspaces workspaces;
    final Workspace workspace;
    final Evidence evidence;
    final Papers papers;

    WorkingWeek(Path folder) throws IOException {
        this(folder, true);
    }

    /** The same country of which nothing is recorded. */
    static WorkingWeek empty(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new WorkingWeek(folder, false);
    }

    private WorkingWeek(Path folder, boolean isFilled) throws IOException {
        workspaces = Workspaces.open(
                Database.file(folder.resolve("salus.db")), Salus.faces().kinds(), InstantSource.fixed(NOW));
        workspace = workspaces.found(
                new Charter("Orvelia", List.of("XOV"), "", "SSR", Optional.empty()), ana, "Ana", Optional.empty(), "");
        evidence = Evidence.open(folder);
        papers = new Papers(evidence, Supports.shipped(), workspaces, Salus.faces(), Sections.own());
        if (!isFilled) {
            return;
        }
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
        put(new Item<>(
                new ItemId(ben.value()),
                Member.KIND,
                Sensitivity.forMembers(),
                List.of(),
                new Member("Ben", Optional.empty(), "", Role.EDITOR),
                Set.of()));
    }

    static void accepted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    }

    void put(Item<?> item) {
        accepted(workspace.append(ana, new Edit.Put(item)));
    }

    /** Meant for Ana alone. */
    Sensitivity forAna() {
        return new Sensitivity.Named(new TreeSet<>(Set.of(ana)));
    }

    ItemId actor(String key) {
        return workspace.view(ana).list(Actor.KIND).stream()
                .filter(item -> item.value().names().contains(key))
                .findFirst()
                .orElseThrow()
                .id();
    }

    Paper compose(AccountId asking, PaperTemplate template, String... choices) {
        return papers.compose(workspace, asking, template, PaperQuestion.of(typed(choices), Optional.empty()));
    }

    Paper compose(AccountId asking, String paper, String... choices) {
        return compose(asking, Papers.template(workspace.view(asking), paper), choices);
    }

    /** What a paper says, line by line. */
    String text(AccountId asking, String paper, String... choices) {
        return String.join("\n", compose(asking, paper, choices).lines());
    }

    static Map<String, String> typed(String... choices) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (String choice : choices) {
            int at = choice.indexOf('=');
            typed.put(choice.substring(0, at), choice.substring(at + 1));
        }
        return typed;
    }

    @Override
    public void close() {
        workspaces.close();
        evidence.close();
    }
}
