package org.salus;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A page shows what was asked of it a moment after the press, and on a busy machine a long moment: what a journey expects to see is looked for again until it is there. */
public final class Soon {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final double BETWEEN_MILLISECONDS = 50;

    private Soon() {}

    /**
     * Looks until the expectation holds. Only what is to appear is asked for so: that something is absent also holds before a page has come.
     *
     * @throws AssertionError the last one, if it does not hold within twenty seconds
     */
    public static void soon(Page page, ThrowingCallable expectation) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            try {
                expectation.call();
                return;
            } catch (AssertionError | PlaywrightException early) {
                // The page may be on its way to the next one, in which case it cannot even be asked.
                if (System.nanoTime() >= end) {
                    throw early;
                }
            } catch (RuntimeException | Error failed) {
                throw failed;
            } catch (Throwable checked) {
                throw new IllegalStateException(checked);
            }
            page.waitForTimeout(BETWEEN_MILLISECONDS);
        }
    }
}
