package org.salus.agenda.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.agenda.AgendaBook;
import org.salus.agenda.Calendar;
import org.salus.agenda.CalendarEntry;
import org.salus.agenda.DueQuestion;
import org.salus.agenda.web.AgendaFrame.Seen;
import org.salus.agenda.web.AgendaFrame.Tab;
import org.salus.documents.Table;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.TableFiles;
import org.salus.frame.web.TableView;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;
import org.salus.people.People;
import org.salus.people.Secret;
import org.salus.people.SignedIn;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** One calendar of what is due in a workspace: as a list, as a month, as files, and as an address for other calendars. */
@Controller
final class CalendarPages {
    private static final String VIEW = "view";
    private static final String MONTH = "month";

    private final AgendaFrame frame;
    private final People people;
    private final FeedAddress addresses;

    CalendarPages(AgendaFrame frame, People people, FeedAddress addresses) {
        this.frame = frame;
        this.people = people;
        this.addresses = addresses;
    }

    /** A kind of what is due, to choose. */
    record Kind(String code, String label, boolean isChosen) {}

    /**
     * The page.
     *
     * @param asked what is asked for
     * @param next what comes after, where nothing is asked for
     * @param month instead of the list
     * @param since since when the reader has an address of this calendar
     * @param fresh an address that was just made, shown this once
     */
    record Page(
            Layout layout,
            Opened opened,
            AgendaBook book,
            List<Tab> tabs,
            Calendar calendar,
            List<CalendarEntry> asked,
            Optional<CalendarEntry> next,
            DueQuestion question,
            List<Kind> kinds,
            Optional<MonthView> month,
            TableView table,
            String asList,
            String asMonth,
            Optional<LocalDate> since,
            Optional<String> fresh,
            CsrfToken token) {
        long overdue() {
            return asked.stream()
                    .filter(entry -> entry.due().isOverdue(calendar.day()))
                    .count();
        }

        /** What was chosen, as it stands in the form. */
        String chosen(String name) {
            return layout.here().choice(name).orElse("");
        }

        /** What somebody who looks for a date reads of it. */
        String on(CalendarEntry entry) {
            return entry.due().on().map(layout.wording()::day).orElse("");
        }
    }

    @GetMapping("/workspaces/{id}/agenda")
    ModelAndView show(@PathVariable String id, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        List<String> names = new ArrayList<>(DueQuestion.NAMES);
        names.addAll(List.of(VIEW, MONTH));
        here.knowing(names);
        return page(frame.see(id, reader, wording), here, Optional.empty(), token);
    }

    private ModelAndView page(Seen seen, Address here, Optional<String> fresh, CsrfToken token) {
        Opened opened = seen.opened();
        Wording wording = opened.wording();
        Calendar calendar = frame.calendar(seen);
        DueQuestion words = DueQuestion.of(here.choices());
        boolean isMonth = here.choice(VIEW, CalendarPages::view).orElse(false);
        YearMonth month = here.choice(MONTH, CalendarPages::month).orElse(YearMonth.from(calendar.day()));
        DueQuestion question = isMonth ? words.during(month.atDay(1), month.atEndOfMonth()) : words;
        List<CalendarEntry> asked = calendar.asked(question);
        Layout layout = opened.layout(here, wording.say("agenda.page.title"), token);
        Address files = Address.of(opened.path("agenda/due"));
        for (String name : DueQuestion.NAMES) {
            files = files.with(name, here.choices().get(name));
        }
        if (isMonth) {
            files = files.with("from", month.atDay(1)).with("until", month.atEndOfMonth());
        }
        return AgendaFrame.page(
                "agenda",
                new Page(
                        layout,
                        opened,
                        seen.book(),
                        seen.tabs("agenda"),
                        calendar,
                        asked,
                        asked.isEmpty() ? calendar.next(question) : Optional.empty(),
                        question,
                        calendar.kinds().entrySet().stream()
                                .map(kind -> new Kind(
                                        kind.getKey(),
                                        wording.say(kind.getValue()),
                                        question.kind()
                                                .filter(kind.getKey()::equals)
                                                .isPresent()))
                                .toList(),
                        isMonth
                                ? Optional.of(MonthView.of(month, calendar.day(), asked, here, wording))
                                : Optional.empty(),
                        TableView.of("due", seen.tables().due(calendar, asked).filled(), layout)
                                .withFiles(files)
                                .withFold(50),
                        here.without(VIEW, MONTH).toString(),
                        here.without("from", "until").with(VIEW, MONTH).toString(),
                        people.feeds()
                                .since(opened.reader().id(), opened.workspace().id())
                                .map(CalendarPages::day),
                        fresh,
                        token));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    private static Optional<Boolean> view(String text) {
        return List.of("list", MONTH).contains(text) ? Optional.of(text.equals(MONTH)) : Optional.empty();
    }

    private static Optional<YearMonth> month(String text) {
        return PartialDate.find(text)
                .filter(date -> date.precision() == PartialDate.Precision.MONTH && date.year() > 1900)
                .map(date -> YearMonth.of(date.year(), date.month()));
    }

    /** What is due, or one of the lists, to keep. Names of focal points stay here. */
    @GetMapping("/workspaces/{id}/agenda/{table:due|meetings|actions|requests|focal-points}.{form:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @PathVariable String table,
            @PathVariable String form,
            Wording wording,
            Address here,
            SignedIn reader) {
        Seen seen = frame.see(id, reader, wording);
        here.knowing(table.equals("due") ? DueQuestion.NAMES : List.of());
        return TableFiles.answer(
                form,
                "agenda-" + table,
                table(table, seen, here),
                seen.opened().state(),
                seen.opened().workspace().day(reader.id()),
                seen.opened().layouts().facts(wording),
                wording);
    }

    private Table table(String name, Seen seen, Address here) {
        AgendaBook book = seen.book();
        return switch (name) {
            case "meetings" -> seen.files().meetings(book);
            case "actions" -> seen.files().actions(book);
            case "requests" -> seen.files().requests(book);
            case "focal-points" -> seen.files().focalPoints(book, true);
            default -> {
                Calendar calendar = frame.calendar(seen);
                yield seen.files().due(calendar, calendar.asked(DueQuestion.of(here.choices())));
            }
        };
    }

    /** Makes an address for other calendars, and shows it this once. */
    @PostMapping("/workspaces/{id}/agenda/feed")
    ModelAndView make(
            @PathVariable String id, Wording wording, SignedIn reader, CsrfToken token, HttpServletRequest request) {
        Seen seen = frame.see(id, reader, wording);
        Secret secret = people.feeds().make(reader, seen.opened().workspace().id());
        return page(seen, Address.of(seen.opened().path("agenda")), Optional.of(addresses.of(secret, request)), token);
    }

    /** Withdraws it. */
    @PostMapping("/workspaces/{id}/agenda/feed/withdraw")
    ResponseEntity<Void> withdraw(@PathVariable String id, Wording wording, SignedIn reader) {
        Opened opened = frame.web().open(id, reader, wording);
        people.feeds().withdraw(reader, opened.workspace().id());
        return AgendaFrame.to(opened.path("agenda") + "#feed");
    }
}
