package org.salus.sector.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.salus.sector.SectorDownload;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files of the sector map as answers to a browser or a program. */
public final class SectorFiles {
    /** More than any table of a sector, and what a workbook may have. */
    public static final long MOST_BYTES = 64L << 20;

    private SectorFiles() {}

    /** The file, to be saved and by nobody on the way. */
    public static ResponseEntity<byte[]> answer(SectorDownload file) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(file.bytes());
    }

    /** The day on which questions are asked that name none. */
    public static LocalDate today() {
        return LocalDate.now(Clock.systemUTC());
    }
}
