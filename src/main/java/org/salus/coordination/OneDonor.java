package org.salus.coordination;

import org.salus.evidence.Donors;
import org.salus.portfolio.DonorSupport;

/** Tells a donor that somebody named from those who stand for several or for nobody known. */
final class OneDonor {
    private static final Donors DONORS = Donors.shipped();
    private static final String UNSPECIFIED = "unspecified";

    private OneDonor() {}

    /**
     * Whether money under this name is of one donor, whose share it is. Files fill the place of a donor with words such as "Unspecified" or "Multilateral,
     * unspecified": that is no donor beside others, and who is behind it in one activity need not be behind it in the next.
     */
    static boolean is(String donor) {
        return !donor.equals(DonorSupport.SEVERAL)
                && !donor.equals(DonorSupport.UNNAMED)
                && !DONORS.of(donor).isNobody()
                && !donor.endsWith(", " + UNSPECIFIED);
    }
}
