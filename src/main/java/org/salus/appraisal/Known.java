package org.salus.appraisal;

/** What is known of a fact or a condition. */
enum Known {
    YES,
    NO,
    UNKNOWN;

    static Known of(String word) {
        return switch (word) {
            case "yes" -> YES;
            case "no" -> NO;
            default -> throw new IllegalArgumentException("Rules say yes or no: " + word);
        };
    }
}
