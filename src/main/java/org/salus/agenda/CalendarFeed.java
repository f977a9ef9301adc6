package org.salus.agenda;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.framework.Wording;
import org.salus.workspace.Due;

/**
 * A calendar for programs that keep calendars: RFC 5545, and of RFC 7986 the name and how often to look again. Each entry is a whole day that blocks no time. An entry keeps its name when it is
 * moved, so that it is not there twice. Offices are told, persons never.
 */
public final class CalendarFeed {
    /** The type of such a file. */
    public static final String MEDIA_TYPE = "text/calendar; charset=utf-8";

    /** Longer lines are folded: so many bytes, without the line break. */
    private static final int LONGEST_LINE = 75;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    private final Wording wording;
    private final String base;

    /** @param base the address of the program that entries lead to, without a slash at its end; empty for none */
    public CalendarFeed(Wording wording, String base) {
        this.wording = wording;
        this.base = base;
    }

    /**
     * The feed. What is due at once has no day and is not in it.
     *
     * @param name of the calendar
     * @param stamp the day on which it is made
     */
    public String of(String name, List<CalendarEntry> entries, LocalDate stamp) {
        StringBuilder out = new StringBuilder();
        line(out, "BEGIN:VCALENDAR");
        line(out, "VERSION:2.0");
        line(out, "PRODID:-//Salus//" + wording.locale().getLanguage().toUpperCase(Locale.ROOT));
        line(out, "CALSCALE:GREGORIAN");
        line(out, "METHOD:PUBLISH");
        line(out, "NAME:" + escaped(name));
        line(out, "X-WR-CALNAME:" + escaped(name));
        line(out, "REFRESH-INTERVAL;VALUE=DURATION:PT12H");
        for (CalendarEntry entry : entries) {
            entry.due().last().ifPresent(on -> event(out, entry, on, stamp));
        }
        line(out, "END:VCALENDAR");
        return out.toString();
    }

    private void event(StringBuilder out, CalendarEntry entry, LocalDate on, LocalDate stamp) {
        Due due = entry.due();
        String kind = wording.say(due.label());
        line(out, "BEGIN:VEVENT");
        line(out, "UID:" + escaped(entry.name()));
        line(out, "DTSTAMP:" + DATE.format(stamp) + "T000000Z");
        line(out, "DTSTART;VALUE=DATE:" + DATE.format(on));
        line(out, "DTEND;VALUE=DATE:" + DATE.format(on.plusDays(1)));
        line(out, "SUMMARY:" + escaped(wording.say("agenda.feed.summary", kind, due.title())));
        String more = Stream.concat(
                        Stream.of(due.office())
                                .filter(office -> !office.isBlank())
                                .map(office -> wording.say("agenda.feed.office", office)),
                        entry.coarse().stream().map(date -> wording.say("agenda.feed.coarse", date)))
                .collect(Collectors.joining("\n"));
        if (!more.isEmpty()) {
            line(out, "DESCRIPTION:" + escaped(more));
        }
        line(out, "CATEGORIES:" + escaped(kind));
        if (!base.isEmpty()) {
            line(out, "URL:" + base + entry.href());
        }
        line(out, "TRANSP:TRANSPARENT");
        line(out, "END:VEVENT");
    }

    /** A text as a value: what would end it or part it is marked, and what cannot be shown is left out. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        text.replace("\r\n", "\n").codePoints().forEach(letter -> {
            switch (letter) {
                case '\\', ';', ',' -> out.append('\\').appendCodePoint(letter);
                case '\n', '\r' -> out.append("\\n");
                case '\t' -> out.append(' ');
                default -> {
                    if (!Character.isISOControl(letter)) {
                        out.appendCodePoint(letter);
                    }
                }
            }
        });
        return out.toString();
    }

    /** Writes a line, folded where it is long; no letter is parted. */
    private static void line(StringBuilder out, String text) {
        int bytes = 0;
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            int size = Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > LONGEST_LINE) {
                out.append("\r\n ");
                bytes = 1;
            }
            out.appendCodePoint(letter);
            bytes += size;
            at += Character.charCount(letter);
        }
        out.append("\r\n");
    }
}
