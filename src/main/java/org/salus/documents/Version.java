package org.salus.documents;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What a document was made from.
 *
 * @param id the name of the workspace version or snapshot, as a reader would quote it
 * @param date the day that version is of; files carry it as their date of creation. 1 January 1970 where no day is known, which no reader is shown
 */
public record Version(String id, LocalDate date) {
    public Version {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A version needs a name");
        }
    }

    Instant instant() {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** A number that is the same for the same version and title, for formats that want an identifier. */
    long number(String title) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((id + '\n' + date + '\n' + title).getBytes(StandardCharsets.UTF_8));
            long number = 0;
            for (int i = 0; i < 7; i++) {
                number = number << 8 | (hash[i] & 0xff);
            }
            return number;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
