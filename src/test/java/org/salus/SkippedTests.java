package org.salus;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Says at the end of a run which tests were skipped and why: a skipped test proves nothing, and nobody should have to look for it. */
public final class SkippedTests implements TestExecutionListener {
    private final Map<String, List<String>> testsByReason = new ConcurrentSkipListMap<>();

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        note(test, reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            note(test, result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        System.out.print(report());
    }

    /** One line per test, grouped by reason; empty if nothing was skipped. */
    String report() {
        StringBuilder text = new StringBuilder();
        testsByReason.forEach((reason, tests) -> tests.stream()
                .sorted()
                .forEach(test -> text.append("Skipped: ")
                        .append(test)
                        .append(": ")
                        .append(reason)
                        .append('\n')));
        return text.toString();
    }

    private void note(TestIdentifier test, String reason) {
        String plain = reason.replaceFirst("^Assumption failed: ", "")
                .replaceFirst("^skipped: ", "")
                .replaceAll("\\R\\s*", " ");
        testsByReason
                .computeIfAbsent(plain, any -> new CopyOnWriteArrayList<>())
                .add(nameOf(test));
    }

    private static String nameOf(TestIdentifier test) {
        return test.getSource()
                .map(source -> switch (source) {
                    case MethodSource method ->
                        method.getClassName().replaceFirst("^org\\.salus\\.", "") + "." + method.getMethodName();
                    case ClassSource type -> type.getClassName().replaceFirst("^org\\.salus\\.", "");
                    default -> test.getDisplayName();
                })
                .orElse(test.getDisplayName());
    }
}
