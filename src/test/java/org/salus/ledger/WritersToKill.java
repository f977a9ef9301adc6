package org.salus.ledger;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that writes with several threads until it is killed, and says each note that was acknowledged. Its words: which store, or {@code COPY}; where;
 * the workspace; the author; how many threads.
 */
final class WritersToKill {
    static final String KEPT = "kept ";

    private WritersToKill() {}

    public static void main(String[] words) throws InterruptedException {
        AccountId author = AccountId.of(words[3]);
        Workspaces workspaces = words[0].equals("COPY")
                ? Copy.open(Path.of(words[1]), Zubara.PASSPHRASE)
                        .workspaces(Zubara.KINDS, java.time.InstantSource.system())
                : Workspaces.open(
                        Store.valueOf(words[0]).open(words[1]), Zubara.KINDS, java.time.InstantSource.system());
        Workspace workspace = workspaces.get(WorkspaceId.of(words[2]));
        workspace.view(author);
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(words[4]); i++) {
            writers.add(Thread.ofPlatform().start(() -> {
                for (int number = 0; ; number++) {
                    Item<Zubara.Note> note = Zubara.note("note " + number);
                    if (workspace.append(author, new Edit.Put(note)) instanceof Outcome.Accepted) {
                        say(KEPT + note.id());
                    }
                }
            }));
        }
        for (Thread writer : writers) {
            writer.join();
        }
    }

    /** One line in one writing, so that what was said before the end is there whole. */
    private static void say(String line) {
        PrintStream out = System.out;
        synchronized (out) {
            out.print(line + "\n");
            out.flush();
        }
    }
}
