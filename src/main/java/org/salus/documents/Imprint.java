package org.salus.documents;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * By what a file can be found again: files carry it in properties of their own, which word processors keep when they save. In Word files these are custom properties, in PDFs
 * entries of the document's information, in web pages metadata; the names are the same.
 *
 * @param entry the id of the step in the ledger that the document was composed at
 * @param edition which edition of the text it is, such as "full" or "public"
 * @param digest of the canonical text as lower-case hexadecimal SHA-256, see {@link PlainText#digest()}
 */
public record Imprint(String entry, String edition, String digest) {
    private static final String ENTRY = "SalusEntry";
    private static final String EDITION = "SalusEdition";
    private static final String DIGEST = "SalusDigest";

    /** The properties of a file that carries it, by their names. */
    public NavigableMap<String, String> properties() {
        return new TreeMap<>(
                Map.of(ENTRY, CleanText.of(entry), EDITION, CleanText.of(edition), DIGEST, CleanText.of(digest)));
    }

    /** What the properties of a file say; empty where entry or digest are missing. */
    public static Optional<Imprint> of(Map<String, String> properties) {
        String entry = properties.getOrDefault(ENTRY, "");
        String digest = properties.getOrDefault(DIGEST, "");
        return entry.isEmpty() || digest.isEmpty()
                ? Optional.empty()
                : Optional.of(new Imprint(entry, properties.getOrDefault(EDITION, ""), digest));
    }
}
