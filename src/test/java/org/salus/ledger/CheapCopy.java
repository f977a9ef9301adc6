package org.salus.ledger;

import java.nio.file.Path;

/**
 * Copies for tests that make hundreds of them: as good as any other, except that guessing their passphrase would be cheap. The cost stands in the file, so
 * whoever opens one pays no more either.
 */
public final class CheapCopy {
    private CheapCopy() {}

    /** As {@link Copy#make(Workspace, AccountId, AccountId, char[], Path)}, for whoever makes it. */
    public static void make(Workspace workspace, AccountId by, char[] passphrase, Path file) {
        Copy.make(workspace, by, by, passphrase, Zubara.CHEAP, file);
    }
}
