package org.salus.documents;

/**
 * By what a file can be found again: files carry it in properties of their own, which word processors keep when they save.
 *
 * @param entry the id of the step in the ledger that the document was composed at
 * @param edition which edition of the text it is, such as "full" or "public"
 * @param digest of the canonical text as lower-case hexadecimal SHA-256, see {@link PlainText#digest()}
 */
public record Imprint(String entry, String edition, String digest) {}
