package org.salus.sector.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.salus.ledger.AccountId;
import org.salus.ledger.Workspace;
import org.salus.sector.SectorDownload;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files of the sector map as answers to a browser or a program. */
public final class SectorFiles {
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

    /** The day of the newest step of which this account knows; files carry it as their date. */
    public static LocalDate day(Workspace workspace, AccountId account) {
        return workspace.history(account).list(1, Optional.empty()).stream()
                .map(step -> step.by().at().atZone(ZoneOffset.UTC).toLocalDate())
                .findFirst()
                .orElse(LocalDate.EPOCH);
    }

    /** The day on which questions are asked that name none. */
    public static LocalDate today() {
        return LocalDate.now(Clock.systemUTC());
    }
}
