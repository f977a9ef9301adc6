package org.salus.evidence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stamps of files and activities in the one form in which the order of texts is the order of times: UTC without a sign for it, seconds always, fractions without
 * zeros at their end ({@code 2020-01-01T22:00:00.5}). A stamp without an offset is taken for UTC. A day without a time stays a day and comes before every time of it.
 */
final class Stamp {
    private static final int LONGEST = 40;

    private static final Pattern TIME =
            Pattern.compile("[Tt ]\\s*(\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9})\\d*)?)?\\s*(.*)");

    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{2}):?(\\d{2})?");

    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    private Stamp() {}

    /**
     * The stamp as it orders.
     *
     * @param written as a file states it
     * @return empty if it is none, because a stamp that is no time would beat every other for ever; the day alone where no time can be read behind it
     */
    static String ordered(@Nullable String written) {
        String text = written == null ? "" : written.strip();
        LocalDate day = text.length() > LONGEST ? null : Values.date(text);
        if (day == null) {
            return "";
        }
        Matcher time = TIME.matcher(text.substring(10));
        return time.matches() ? ordered(day, time) : day.toString();
    }

    private static String ordered(LocalDate day, Matcher time) {
        String fraction = time.group(4) == null ? "" : time.group(4);
        try {
            int hours = Integer.parseInt(time.group(1));
            // ISO 8601 lets a day end at 24:00, which is the next one's beginning.
            boolean isEndOfDay = hours == 24;
            LocalTime clock = LocalTime.of(
                    isEndOfDay ? 0 : hours,
                    Integer.parseInt(time.group(2)),
                    time.group(3) == null ? 0 : Integer.parseInt(time.group(3)),
                    Integer.parseInt((fraction + "000000000").substring(0, 9)));
            if (isEndOfDay && !clock.equals(LocalTime.MIDNIGHT)) {
                return day.toString();
            }
            LocalDateTime here = day.plusDays(isEndOfDay ? 1 : 0).atTime(clock);
            return WRITTEN.format(
                    here.minusSeconds(offset(String.valueOf(time.group(5))).getTotalSeconds()));
        } catch (DateTimeException noTime) {
            return day.toString();
        }
    }

    /** What follows a time; nothing and anything unknown is taken for UTC. */
    private static ZoneOffset offset(String written) {
        Matcher offset = OFFSET.matcher(written);
        if (!offset.matches()) {
            return ZoneOffset.UTC;
        }
        int sign = offset.group(1).equals("-") ? -1 : 1;
        int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
        return ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(offset.group(2)), sign * minutes);
    }
}
