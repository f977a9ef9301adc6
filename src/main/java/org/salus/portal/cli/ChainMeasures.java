package org.salus.portal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.salus.documents.Diagram;
import org.salus.framework.Wording;
import org.salus.goals.Chain;
import org.salus.goals.ChainDrawing;
import org.salus.goals.ChainOverlay;
import org.salus.goals.ChainPart;
import org.salus.goals.Goal;
import org.salus.goals.GoalsFaces;
import org.salus.goals.HolesAnalysis;
import org.salus.goals.HolesAnswer;
import org.salus.goals.Link;
import org.salus.goals.Objective;
import org.salus.goals.Result;
import org.salus.goals.ResultKind;
import org.salus.goals.ResultsChain;
import org.salus.goals.Support;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.sector.SectorFaces;
import org.salus.workspace.Faces;

/**
 * A program of its own for {@code salus bench}: draws a results chain of 300 boxes for a page, again and again, and the same boxes without their lines. It
 * says one measurement a line: its code, then the numbers.
 */
public final class ChainMeasures {
    private static final int GOALS = 6;
    private static final int OBJECTIVES = 44;
    private static final int RESULTS = 100;
    private static final int SUPPORTS = 150;

    /** Beside its first link, what else a box contributes to. */
    private static final int FURTHER_LINKS = 60;

    private static final int DRAWINGS = 8;

    private ChainMeasures() {}

    public static void main(String[] words) throws IOException {
        Path folder = Files.createTempDirectory("salus-chain");
        try (Workspaces workspaces = Workspaces.open(
                Database.file(folder.resolve("bench.db")),
                Faces.of(List.of(SectorFaces.contribution(), GoalsFaces.contribution()))
                        .kinds(),
                InstantSource.system())) {
            AccountId owner = AccountId.fresh();
            Workspace workspace = workspaces.found(
                    new Charter("Bench", List.of("BDI"), "", "", Optional.empty()),
                    owner,
                    "Bench",
                    Optional.empty(),
                    "");
            ItemId chain = fill(workspace, owner);
            View view = workspace.view(owner);
            draw(view, Chain.of(view, chain));
        } finally {
            WarmCommand.remove(folder);
        }
    }

    private static ItemId fill(Workspace workspace, AccountId owner) {
        Random random = new Random(1);
        Item<ResultsChain> chain = Item.fresh(ResultsChain.KIND, ResultsChain.of("A large strategy"));
        ItemId id = chain.id();
        List<Edit> edits = new ArrayList<>(List.of(new Edit.Put(chain)));
        List<List<ItemId>> levels = new ArrayList<>();
        List<Integer> sizes = List.of(GOALS, OBJECTIVES, RESULTS, SUPPORTS);
        for (int level = 0; level < sizes.size(); level++) {
            List<ItemId> boxes = new ArrayList<>();
            for (int number = 0; number < sizes.get(level); number++) {
                Item<?> box = box(id, level, "What changes in the institution, number " + number);
                edits.add(new Edit.Put(box));
                boxes.add(box.id());
                if (level > 0) {
                    List<ItemId> onward = levels.get(level - 1);
                    edits.add(link(id, box.id(), onward.get(number % onward.size())));
                }
            }
            levels.add(boxes);
        }
        for (int number = 0; number < FURTHER_LINKS; number++) {
            // Never to the box it leads to already.
            int result = random.nextInt(RESULTS);
            int objective = (result + 1 + random.nextInt(OBJECTIVES - 1)) % OBJECTIVES;
            edits.add(link(id, levels.get(2).get(result), levels.get(1).get(objective)));
        }
        if (!(workspace.append(owner, edits, Reason.EDIT) instanceof Outcome.Accepted)) {
            throw new IllegalStateException("The chain was not taken");
        }
        return id;
    }

    private static Edit link(ItemId chain, ItemId from, ItemId to) {
        return new Edit.Put(Item.fresh(Link.KIND, Link.of(chain, from, to)));
    }

    private static Item<?> box(ItemId chain, int level, String title) {
        return switch (level) {
            case 0 -> Item.fresh(Goal.KIND, Goal.of(chain, title));
            case 1 -> Item.fresh(Objective.KIND, Objective.of(chain, title));
            case 2 -> Item.fresh(Result.KIND, Result.of(chain, ResultKind.OUTCOME, title));
            default -> Item.fresh(Support.KIND, Support.of(chain, "A donor", title));
        };
    }

    /** What a page needs of a picture: its holes laid over its boxes, places and lines; the first time is that of a program that has just started. */
    private static void draw(View view, Chain chain) {
        List<Double> whole = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        Wording wording = Wording.english();
        for (int run = 0; run < DRAWINGS; run++) {
            long start = System.nanoTime();
            HolesAnswer holes = HolesAnalysis.of(view, chain);
            Diagram diagram = ChainDrawing.of(
                    "A large strategy",
                    chain,
                    ChainPart.whole(chain),
                    ChainOverlay.HOLES.marks(chain, holes, Set.of(), wording),
                    box -> Optional.of("/"),
                    wording);
            String drawn = diagram.pageSvg();
            whole.add((System.nanoTime() - start) / 1e6);
            if (drawn.isEmpty()) {
                throw new IllegalStateException("Nothing was drawn");
            }
            start = System.nanoTime();
            new Diagram(
                            diagram.title(),
                            diagram.description(),
                            diagram.lanes(),
                            diagram.frame(),
                            diagram.nodes(),
                            List.of(),
                            List.of(),
                            "",
                            false,
                            diagram.language())
                    .pageSvg();
            bare.add((System.nanoTime() - start) / 1e6);
        }
        say("chain", whole);
        say("boxes", bare);
    }

    private static void say(String code, List<Double> numbers) {
        StringBuilder line = new StringBuilder(code);
        numbers.forEach(number -> line.append(String.format(Locale.ROOT, " %.4f", number)));
        System.out.println(line);
    }
}
