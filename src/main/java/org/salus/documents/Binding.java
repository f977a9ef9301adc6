package org.salus.documents;

import java.util.Optional;

/**
 * What a long document has beside what it says.
 *
 * @param numberedHeadings whether headings carry numbers
 * @param cover a page before all others; without it the title stands above the text
 * @param header a line at the top of each page but the cover; may be empty
 * @param footer a line at the foot of each page beside its number; where it is empty the version stands there
 * @param notice what readers of any single page must know, such as that the country is invented, at the top of each page; may be empty
 * @param imprint by what the file can be found again
 */
public record Binding(
        boolean numberedHeadings,
        Optional<Cover> cover,
        String header,
        String footer,
        String notice,
        Optional<Imprint> imprint) {
    /** Of a short document: nothing but the version at the foot. */
    public static final Binding NONE = new Binding(false, Optional.empty(), "", "", "", Optional.empty());
}
