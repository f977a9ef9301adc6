package org.salus.impact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Answers to studies, the last of which are remembered: the same rows and settings always give the same one. One is worked out at a time, so that the machine stays free for those who read.
 * Safe for use by several threads.
 */
public final class WorkedOut {
    private static final int REMEMBERED = 40;

    private record Question(String data, String settings) {}

    private final ReentrantLock working = new ReentrantLock(true);
    private final Map<Question, ImpactAnswer> remembered =
            Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Question, ImpactAnswer> eldest) {
                    return size() > REMEMBERED;
                }
            });

    /**
     * What the rows answer.
     *
     * @throws org.salus.framework.Failure that says in which of the settings it lies why they do not
     */
    public ImpactAnswer of(StudyTable table, StudySettings settings) {
        return of(table, settings, Course.UNWATCHED);
    }

    /**
     * The same while somebody looks on.
     *
     * @throws org.salus.framework.Failure that says in which of the settings it lies why they do not
     * @throws java.util.concurrent.CancellationException if whoever looks on has had enough
     */
    ImpactAnswer of(StudyTable table, StudySettings settings, Course course) {
        Question question = new Question(table.digest().toString(), settings.digest());
        ImpactAnswer known = remembered.get(question);
        if (known != null) {
            return known;
        }
        working.lock();
        try {
            ImpactAnswer before = remembered.get(question);
            if (before != null) {
                return before;
            }
            ImpactAnswer answer = settings.ask(table.panel(), course);
            remembered.put(question, answer);
            return answer;
        } finally {
            working.unlock();
        }
    }
}
