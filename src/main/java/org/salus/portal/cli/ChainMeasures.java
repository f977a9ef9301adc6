package org.salus.portal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
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
import org.salus.goals.Indicator;
import org.salus.goals.Link;
import org.salus.goals.MeasuredChain;
import org.salus.goals.Objective;
import org.salus.goals.Result;
import org.salus.goals.ResultKind;
import org.salus.goals.ResultsChain;
import org.salus.goals.Support;
import org.salus.governance.GovernanceFaces;
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
import org.salus.people.People;
import org.salus.people.SessionLimits;
import org.salus.sector.SectorFaces;
import org.salus.workspace.Faces;
import org.salus.workspace.WorkPlace;

/**
 * A program of its own for {@code salus bench}: draws a results chain of 300 boxes for a page, again and again, and the same boxes without their lines; and looks
 * for the holes of a strategy of 3,000 items. It says one measurement a line: its code, then the numbers.
 */
public final class ChainMeasures {
    /**
     * A chain to measure.
     *
     * @param sizes how many goals, objectives, results and pieces of support
     * @param furtherLinks what results contribute to beside their first objective
     * @param indicators of the first objectives, one each
     */
    private record Size(List<Integer> sizes, int furtherLinks, int indicators) {}

    /** As large as a picture may be: 300 boxes. */
    private static final Size PICTURE = new Size(List.of(6, 44, 100, 150), 60, 0);

    /** A strategy of 3,000 items: 1,300 boxes, 1,480 links, 220 indicators. */
    private static final Size STRATEGY = new Size(List.of(20, 280, 400, 600), 200, 220);

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final int LOOKS = 40;
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
            ItemId chain = fill(workspace, owner, PICTURE);
            View view = workspace.view(owner);
            draw(view, Chain.of(view, chain));
            ItemId strategy = fill(workspace, owner, STRATEGY);
            look(workspace.view(owner), strategy);
        } finally {
            WarmCommand.remove(folder);
        }
    }

    /**
     * Puts the strategy of 3,000 items, and a second alternative as large as a picture may be, into a data folder, for the one who works there alone.
     *
     * @return the paths of its pages
     */
    static List<String> found(Path data) throws IOException {
        try (Database database = new WorkPlace(data).open()) {
            People people = People.open(database, InstantSource.system(), SessionLimits.ALONE);
            AccountId alone = people.alone().account();
            // Closing these would close the database, which is done here.
            Workspace workspace = Workspaces.open(
                            database,
                            Faces.of(List.of(
                                            SectorFaces.contribution(),
                                            GovernanceFaces.contribution(),
                                            GoalsFaces.contribution()))
                                    .kinds(),
                            InstantSource.system())
                    .found(
                            new Charter("Bench", List.of("BDI"), "", "", Optional.empty()),
                            alone,
                            "Bench",
                            Optional.empty(),
                            "");
            ItemId strategy = fill(workspace, alone, STRATEGY);
            ItemId picture = fill(workspace, alone, PICTURE);
            String all = "/workspaces/" + workspace.id() + "/goals";
            return Stream.concat(
                            Stream.of(all),
                            Stream.concat(
                                    Stream.of(
                                                    "",
                                                    "/backwards",
                                                    "/logframe",
                                                    "/matrix",
                                                    "/measurements",
                                                    "/holes",
                                                    "/compare")
                                            .map(view -> all + "/" + strategy + view),
                                    Stream.of("", "/diagram", "/logframe", "/holes")
                                            .map(view -> all + "/" + picture + view)))
                    .toList();
        }
    }

    private static ItemId fill(Workspace workspace, AccountId owner, Size size) {
        Random random = new Random(1);
        Item<ResultsChain> chain = Item.fresh(ResultsChain.KIND, ResultsChain.of("A large strategy"));
        ItemId id = chain.id();
        List<Edit> edits = new ArrayList<>(List.of(new Edit.Put(chain)));
        List<List<ItemId>> levels = new ArrayList<>();
        List<Integer> sizes = size.sizes();
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
        int objectives = sizes.get(1);
        for (int number = 0; number < size.furtherLinks(); number++) {
            // Never to the box it leads to already, and from each result once.
            int result = number % sizes.get(2);
            int objective = (result + 1 + random.nextInt(objectives - 1)) % objectives;
            edits.add(link(id, levels.get(2).get(result), levels.get(1).get(objective)));
        }
        for (int number = 0; number < size.indicators(); number++) {
            edits.add(new Edit.Put(Item.fresh(
                    Indicator.KIND, Indicator.of(id, levels.get(1).get(number), "Seen by number " + number))));
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
            MeasuredChain measured = MeasuredChain.of(view, chain, TODAY);
            Diagram diagram = ChainDrawing.of(
                    "A large strategy",
                    chain,
                    ChainPart.whole(chain),
                    ChainOverlay.HOLES.marks(measured, holes, Set.of(), wording),
                    box -> Optional.of("/"),
                    TODAY,
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

    /** What a page needs beside the picture: the chain, its holes, and what each box says of them and of its indicators; and the chain alone. */
    private static void look(View view, ItemId id) {
        List<Double> whole = new ArrayList<>();
        List<Double> read = new ArrayList<>();
        Wording wording = Wording.english();
        for (int run = 0; run < LOOKS; run++) {
            long start = System.nanoTime();
            Chain chain = Chain.of(view, id);
            read.add((System.nanoTime() - start) / 1e6);
            HolesAnswer holes = HolesAnalysis.of(view, chain);
            MeasuredChain measured = MeasuredChain.of(view, chain, TODAY);
            long marked = 0;
            for (ChainOverlay overlay : List.of(ChainOverlay.HOLES, ChainOverlay.STATUS)) {
                var marks = overlay.marks(measured, holes, Set.of(), wording);
                marked += chain.boxes().stream()
                        .filter(box -> marks.apply(box).isPresent())
                        .count();
            }
            whole.add((System.nanoTime() - start) / 1e6);
            if (marked == 0) {
                throw new IllegalStateException("Nothing was found");
            }
        }
        say("holes", whole);
        say("read", read);
    }

    private static void say(String code, List<Double> numbers) {
        StringBuilder line = new StringBuilder(code);
        numbers.forEach(number -> line.append(String.format(Locale.ROOT, " %.4f", number)));
        System.out.println(line);
    }
}
