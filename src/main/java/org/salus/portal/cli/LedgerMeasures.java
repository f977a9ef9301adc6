package org.salus.portal.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.salus.documents.Diagram;
import org.salus.documents.Hue;
import org.salus.documents.Tint;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Outcome;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.workspace.Faces;
import org.salus.workspace.Source;
import org.salus.workspace.SourceType;

/**
 * A program of its own for {@code salus bench}: measures a large workspace in a file, or the drawing of a large map. It says one measurement a line: its
 * code, then the numbers.
 */
public final class LedgerMeasures {
    static final int ITEMS = 20_000;
    static final int VERSIONS = 3;
    private static final int FILLING = 200;
    private static final int WARM_APPENDS = 300;
    private static final int APPENDS = 1_000;
    private static final int WRITERS = 20;
    private static final int APPENDS_EACH = 100;
    private static final int BARE_BYTES = 4096;
    private static final int ACTORS = 150;
    private static final int TIES = 500;
    private static final int DRAWINGS = 8;

    private LedgerMeasures() {}

    /** {@code fill}, {@code open} or {@code append} with a folder and the number of items; or {@code draw}. */
    public static void main(String[] words) throws Exception {
        switch (words[0]) {
            case "fill" -> fill(Path.of(words[1]), Integer.parseInt(words[2]));
            case "open" -> open(Path.of(words[1]));
            case "append" -> append(Path.of(words[1]));
            case "draw" -> draw();
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private static void say(String code, List<Double> numbers) {
        StringBuilder line = new StringBuilder(code);
        numbers.forEach(number -> line.append(String.format(Locale.ROOT, " %.4f", number)));
        System.out.println(line);
    }

    private static Workspaces workspaces(Path folder) {
        return Workspaces.open(
                Database.file(folder.resolve("bench.db")), Faces.of(List.of()).kinds(), InstantSource.system());
    }

    /** Whose workspace it is stands beside it. */
    private static AccountId owner(Path folder) throws IOException {
        return AccountId.of(Files.readString(folder.resolve("owner")));
    }

    private static void fill(Path folder, int items) throws Exception {
        AccountId owner = AccountId.fresh();
        Files.writeString(folder.resolve("owner"), owner.toString());
        try (Workspaces workspaces = workspaces(folder);
                ExecutorService writers = Executors.newFixedThreadPool(FILLING)) {
            Workspace workspace = workspaces.found(
                    new Charter("Bench", List.of("BDI"), "", "", Optional.empty()),
                    owner,
                    "Bench",
                    Optional.empty(),
                    "");
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int number = 0; number < items; number++) {
                String title = "Document of the ministry, number " + number;
                work.add(() -> {
                    Item<Source> item = Item.fresh(Source.KIND, Source.of(SourceType.DOCUMENT, title));
                    for (int version = 1; ; version++) {
                        Outcome outcome = workspace.append(owner, new Edit.Put(item));
                        if (!(outcome instanceof Outcome.Accepted accepted)) {
                            throw new IllegalStateException(outcome.toString());
                        }
                        if (version == VERSIONS) {
                            return true;
                        }
                        item = item.saying(Source.of(SourceType.DOCUMENT, title + ", version " + version))
                                .basedOn(java.util.Set.of(accepted.entry()));
                    }
                });
            }
            finish(writers.invokeAll(work));
        }
    }

    private static <T> List<T> finish(List<Future<T>> done) throws InterruptedException, ExecutionException {
        List<T> results = new ArrayList<>();
        for (Future<T> one : done) {
            results.add(one.get());
        }
        return results;
    }

    /** From nothing to a view of everything; then what that view and all behind it hold of memory. */
    private static void open(Path folder) throws IOException {
        AccountId owner = owner(folder);
        double before = heldMegabytes();
        long start = System.nanoTime();
        Workspaces workspaces = workspaces(folder);
        Workspace workspace = workspaces.get(workspaces.ids().getFirst());
        View view = workspace.view(owner);
        int items = view.ids().size();
        double millis = (System.nanoTime() - start) / 1e6;
        double held = heldMegabytes() - before;
        say("items", List.of((double) items, (double) workspace.verify().entries()));
        say("open", List.of(millis));
        say("held", List.of(held));
        // Until here it must not be let go.
        view.heads();
        workspaces.close();
    }

    private static double heldMegabytes() {
        Runtime runtime = Runtime.getRuntime();
        double least = Double.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            System.gc();
            least = Math.min(least, (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
        }
        return least;
    }

    /** Appends and bare writes in turns, so that whatever else the disk does weighs on both; then many writers at once. */
    private static void append(Path folder) throws Exception {
        AccountId owner = owner(folder);
        try (Workspaces workspaces = workspaces(folder);
                FileChannel bare = FileChannel.open(
                        folder.resolve("bare"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            Workspace workspace = workspaces.get(workspaces.ids().getFirst());
            List<Double> appended = new ArrayList<>();
            List<Double> written = new ArrayList<>();
            for (int run = 0; run < WARM_APPENDS + APPENDS; run++) {
                double one = append(workspace, owner);
                long start = System.nanoTime();
                bare.write(ByteBuffer.allocate(BARE_BYTES));
                bare.force(true);
                if (run >= WARM_APPENDS) {
                    appended.add(one);
                    written.add((System.nanoTime() - start) / 1e6);
                }
            }
            say("append", appended);
            say("bare", written);
            List<Double> together = new ArrayList<>();
            try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
                List<Callable<List<Double>>> work = new ArrayList<>();
                for (int writer = 0; writer < WRITERS; writer++) {
                    work.add(() -> {
                        List<Double> own = new ArrayList<>();
                        for (int i = 0; i < APPENDS_EACH; i++) {
                            own.add(append(workspace, owner));
                        }
                        return own;
                    });
                }
                finish(writers.invokeAll(work)).forEach(together::addAll);
            }
            say("together", together);
        }
    }

    private static double append(Workspace workspace, AccountId owner) {
        Item<Source> item = Item.fresh(Source.KIND, Source.of(SourceType.LAW, "Law on the police"));
        long start = System.nanoTime();
        Outcome outcome = workspace.append(owner, new Edit.Put(item));
        double millis = (System.nanoTime() - start) / 1e6;
        if (!(outcome instanceof Outcome.Accepted)) {
            throw new IllegalStateException(outcome.toString());
        }
        return millis;
    }

    /** Draws a map of this size again and again; the first time is that of a program that has just started. */
    private static void draw() {
        List<Double> millis = new ArrayList<>();
        for (int run = 0; run < DRAWINGS; run++) {
            Diagram diagram = map(run);
            long start = System.nanoTime();
            diagram.svg();
            millis.add((System.nanoTime() - start) / 1e6);
        }
        say("draw", millis);
    }

    private static Diagram map(int seed) {
        Random random = new Random(seed);
        List<String> lanes = List.of("p1", "p2", "outside");
        List<Diagram.Node> actors = new ArrayList<>();
        for (int actor = 0; actor < ACTORS; actor++) {
            actors.add(new Diagram.Node(
                    "a" + actor,
                    lanes.get(actor % lanes.size()),
                    "Office of the institution " + actor,
                    "kind",
                    Tint.of(Hue.FIELD_1),
                    false,
                    Optional.empty(),
                    Map.of()));
        }
        Diagram.Style style = new Diagram.Style(Tint.of(Hue.FIELD_2), Diagram.Dash.SOLID, Diagram.Head.TRIANGLE, false);
        List<Diagram.Edge> ties = new ArrayList<>();
        for (int tie = 0; tie < TIES; tie++) {
            int from = random.nextInt(ACTORS);
            ties.add(new Diagram.Edge(
                    "t" + tie,
                    "a" + from,
                    "a" + (from + 1 + random.nextInt(ACTORS - 1)) % ACTORS,
                    "oversees",
                    "One oversees another",
                    style,
                    false,
                    Optional.empty(),
                    Map.of()));
        }
        return new Diagram(
                "Who oversees whom?",
                "A large map",
                List.of(
                        new Diagram.Lane("p1", "Pillar 1", true),
                        new Diagram.Lane("p2", "Pillar 2", true),
                        new Diagram.Lane("outside", "Outside", false)),
                Optional.of("Security sector"),
                actors,
                ties,
                List.of(),
                "",
                false,
                Locale.ENGLISH);
    }
}
