package org.salus.impact;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;

/**
 * Answers to studies, the last of which are remembered: the same rows and settings always give the same one. An answer is found only by whoever may read the rows it came from, where they
 * are kept: who brings the same rows elsewhere does not learn that somebody asked them before. Once something is erased in a workspace nothing is remembered of what was asked there before. Of what takes long one is worked out at a time, and one of what does not, so that the machine
 * stays free for those who read. Safe for use by several threads.
 */
public final class WorkedOut implements StudyWork {
    private static final int MOST_REMEMBERED = 40;

    /** Of points of series and of gaps, some dozens of bytes each. */
    private static final int MOST_FIGURES = 500_000;

    /** What was asked of which rows; by their digest too, so that nothing outlives rows that were replaced. */
    private record Question(String workspace, ItemId table, String data, String settings) {
        static Question of(View view, ImpactStudy asked, StudyTable rows) {
            return new Question(
                    view.workspace().toString(),
                    asked.table(),
                    rows.digest().toString(),
                    asked.settings().digest());
        }
    }

    /** An answer, and what was erased by then. */
    private record Remembered(ImpactAnswer answer, View.Extent extent) {
        static Remembered of(ImpactAnswer answer, View view) {
            return new Remembered(answer, new View.Extent(view.extent().erasures(), Set.of()));
        }

        long figures() {
            return answer.series().size()
                    + answer.placeboGaps().stream()
                            .mapToLong(each -> each.gaps().size())
                            .sum();
        }
    }

    private final ReentrantLock quickWork = new ReentrantLock(true);
    private final ReentrantLock longWork = new ReentrantLock(true);
    private final Map<Question, Remembered> remembered = new LinkedHashMap<>(64, 0.75f, true);

    @Override
    public ImpactAnswer answer(View view, ItemId study, ImpactStudy asked) {
        return of(view, asked, Course.UNWATCHED);
    }

    /** What is remembered of that study, for whoever may read its rows. */
    Optional<ImpactAnswer> known(View view, ImpactStudy asked) {
        return known(view, Question.of(view, asked, rows(view, asked)));
    }

    private synchronized Optional<ImpactAnswer> known(View view, Question question) {
        remembered
                .entrySet()
                .removeIf(one -> one.getKey().workspace().equals(question.workspace())
                        && !view.isBeforeErasuresAfter(one.getValue().extent()));
        return Optional.ofNullable(remembered.get(question)).map(Remembered::answer);
    }

    private static StudyTable rows(View view, ImpactStudy asked) {
        return view.get(StudyTable.KIND, asked.table()).value();
    }

    /**
     * What a study comes to, while somebody looks on.
     *
     * @throws org.salus.framework.Failure that says in which of the settings it lies why its rows do not answer
     * @throws java.util.concurrent.CancellationException if whoever looks on has had enough
     */
    ImpactAnswer of(View view, ImpactStudy asked, Course course) {
        StudyTable rows = rows(view, asked);
        Question question = Question.of(view, asked, rows);
        Optional<ImpactAnswer> known = known(view, question);
        if (known.isPresent()) {
            return known.get();
        }
        ReentrantLock turn = asked.settings().method().takesLong() ? longWork : quickWork;
        turn.lock();
        try {
            Optional<ImpactAnswer> before = known(view, question);
            if (before.isPresent()) {
                return before.get();
            }
            ImpactAnswer answer = asked.settings().ask(rows.panel(), course);
            remember(question, Remembered.of(answer, view));
            return answer;
        } finally {
            turn.unlock();
        }
    }

    private synchronized void remember(Question question, Remembered answer) {
        remembered.put(question, answer);
        long figures =
                remembered.values().stream().mapToLong(Remembered::figures).sum();
        Iterator<Remembered> eldest = remembered.values().iterator();
        while (remembered.size() > 1 && (remembered.size() > MOST_REMEMBERED || figures > MOST_FIGURES)) {
            figures -= eldest.next().figures();
            eldest.remove();
        }
    }
}
