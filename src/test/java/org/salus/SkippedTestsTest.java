package org.salus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.opentest4j.TestAbortedException;

class SkippedTestsTest {
    private static TestIdentifier test(String method) {
        return TestIdentifier.from(
                new AbstractTestDescriptor(
                        UniqueId.forEngine("example").append("test", method),
                        method,
                        MethodSource.from("org.salus.evidence.ReadersTest", method)) {
                    @Override
                    public TestDescriptor.Type getType() {
                        return TestDescriptor.Type.TEST;
                    }
                });
    }

    @Test
    void tests_are_grouped_by_the_reason_why_they_did_not_run() {
        SkippedTests skipped = new SkippedTests();
        skipped.executionFinished(
                test("reads_b"),
                TestExecutionResult.aborted(
                        new TestAbortedException("Assumption failed: skipped: no b.zip\nin a folder")));
        skipped.executionSkipped(test("runs_elsewhere"), "another system");
        skipped.executionFinished(test("passes"), TestExecutionResult.successful());

        assertThat(skipped.report()).isEqualTo("""
                        Skipped: evidence.ReadersTest.runs_elsewhere: another system
                        Skipped: evidence.ReadersTest.reads_b: no b.zip in a folder
                        """);
    }
}
