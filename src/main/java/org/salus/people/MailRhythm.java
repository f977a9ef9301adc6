package org.salus.people;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.salus.framework.Sentence;

/** How often somebody wants to be told by mail that something concerns them. */
public enum MailRhythm {
    NONE("none"),
    /** Remarks that ask one to look within minutes, all else once a day. */
    AT_ONCE("at-once"),
    DAILY("daily"),
    /** On Mondays. */
    WEEKLY("weekly");

    /** Before people come to their desks, in Coordinated Universal Time. */
    private static final int HOUR = 5;

    private final String code;

    MailRhythm(String code) {
        this.code = code;
    }

    /** The code in data. */
    public String code() {
        return code;
    }

    /** What to call it. */
    public Sentence label() {
        return Sentence.of("people.mail-rhythm." + code);
    }

    /** The rhythm of that code, if there is one. */
    public static Optional<MailRhythm> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    /** All codes. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(MailRhythm::code).toList();
    }

    /** Whether a digest has come due since that moment: at five in the morning, of Mondays where it is weekly. */
    public boolean isDue(Instant last, Instant now) {
        if (this == NONE) {
            return false;
        }
        OffsetDateTime hour =
                now.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).withHour(HOUR);
        OffsetDateTime latest = hour.toInstant().isAfter(now) ? hour.minusDays(1) : hour;
        if (this == WEEKLY) {
            latest = latest.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
        return last.isBefore(latest.toInstant());
    }
}
