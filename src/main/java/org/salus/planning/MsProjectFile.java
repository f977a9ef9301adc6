package org.salus.planning;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.salus.documents.CleanText;
import org.salus.documents.Version;
import org.salus.framework.Wording;

/**
 * Writes a roadmap as project data for Microsoft Project and ProjectLibre: the Project XML Data Interchange Schema of 2007 ({@code mspdi_pj12.xsd}, Microsoft Office Project 2007 SDK), which wants its elements in
 * one order. Goals are summary tasks, steps are tasks, institutions are resources.
 *
 * <p>Steps are planned in days of the calendar, weekends among them; so the file brings a calendar in which every day is a working day of eight hours, and no program moves a step from a Saturday.
 */
final class MsProjectFile {
    static final String NAMESPACE = "http://schemas.microsoft.com/project/2007";

    private static final String CALENDAR = "1";
    private static final String BEGINS = "T08:00:00";
    private static final String ENDS = "T17:00:00";
    private static final int HOURS_A_DAY = 8;
    private static final int LONGEST_TITLE = 255;
    private static final int LONGEST_NAME = 512;
    private static final int DAYS_A_WEEK = 7;

    /** How the schema numbers what it lets choose from. */
    private static final String FIXED_DURATION = "1";

    private static final String IN_DAYS = "7";
    private static final String PRORATED = "2";
    private static final String MUST_START_ON = "2";
    private static final String START_NO_EARLIER_THAN = "4";
    private static final String FINISH_TO_START = "1";
    private static final String WORK = "1";

    private final Roadmap roadmap;
    private final Version version;
    private final Wording wording;
    private final Gantt words;
    private final Map<String, Integer> uids = new HashMap<>();
    private final List<Task> tasks = new ArrayList<>();
    private final List<String> institutions;
    private final XMLStreamWriter to;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A line of the file: a step, or what steps are put together under. */
    private record Task(
            String name, String outline, int level, LocalDate from, LocalDate until, Optional<Roadmap.Bar> step) {}

    private MsProjectFile(Roadmap roadmap, Version version, Wording wording) throws XMLStreamException {
        this.roadmap = roadmap;
        this.version = version;
        this.wording = wording;
        this.words = new Gantt(roadmap, Grouping.GOAL, wording);
        this.institutions = Grouping.INSTITUTION.groups(roadmap).keySet().stream()
                .filter(institution -> !institution.isEmpty())
                .toList();
        Grouping.GOAL.groups(roadmap).forEach(this::line);
        this.to = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
    }

    /** The file, UTF-8. The same roadmap and version give the same bytes. */
    static byte[] of(Roadmap roadmap, Version version, Wording wording) {
        try {
            MsProjectFile file = new MsProjectFile(roadmap, version, wording);
            file.project();
            return file.out.toByteArray();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("Text in memory can always be written", impossible);
        }
    }

    /** A goal and its steps below it; steps without a goal stand by themselves. */
    private void line(String goal, List<Roadmap.Bar> bars) {
        int number = (int) tasks.stream().filter(task -> task.level() == 1).count();
        if (!goal.isEmpty()) {
            number++;
            LocalDate from = bars.stream()
                    .map(Roadmap.Bar::from)
                    .min(LocalDate::compareTo)
                    .orElseThrow();
            LocalDate until = bars.stream()
                    .map(Roadmap.Bar::until)
                    .max(LocalDate::compareTo)
                    .orElseThrow();
            tasks.add(new Task(goal, Integer.toString(number), 1, from, until, Optional.empty()));
        }
        int below = 0;
        for (Roadmap.Bar bar : bars) {
            below++;
            String outline = goal.isEmpty() ? Integer.toString(number + below) : number + "." + below;
            tasks.add(
                    new Task(bar.title(), outline, goal.isEmpty() ? 1 : 2, bar.from(), bar.until(), Optional.of(bar)));
            uids.put(bar.id(), tasks.size());
        }
    }

    private void project() throws XMLStreamException {
        to.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        to.setDefaultNamespace(NAMESPACE);
        to.writeStartElement(NAMESPACE, "Project");
        to.writeDefaultNamespace(NAMESPACE);
        element("SaveVersion", "12");
        element("Name", cut(roadmap.title(), LONGEST_TITLE));
        element("Title", cut(roadmap.title(), LONGEST_NAME));
        element("Subject", cut(wording.say("planning.roadmap.version", version.id()), LONGEST_NAME));
        element("CreationDate", version.date() + "T00:00:00");
        element("ScheduleFromStart", "1");
        element("StartDate", first() + BEGINS);
        element("FinishDate", last() + ENDS);
        element("CurrencyDigits", "2");
        element("CurrencySymbol", roadmap.currency());
        element("CurrencyCode", roadmap.currency());
        element("CurrencySymbolPosition", "2");
        element("CalendarUID", CALENDAR);
        element("DefaultStartTime", "08:00:00");
        element("DefaultFinishTime", "17:00:00");
        element("MinutesPerDay", Integer.toString(HOURS_A_DAY * 60));
        element("MinutesPerWeek", Integer.toString(DAYS_A_WEEK * HOURS_A_DAY * 60));
        element("DaysPerMonth", "30");
        element("DefaultTaskType", FIXED_DURATION);
        element("HonorConstraints", "1");
        element("NewTasksEffortDriven", "0");
        calendars();
        tasks();
        resources();
        assignments();
        to.writeEndElement();
        to.writeEndDocument();
        to.close();
    }

    private LocalDate first() {
        return tasks.stream().map(Task::from).min(LocalDate::compareTo).orElse(roadmap.from());
    }

    private LocalDate last() {
        return tasks.stream().map(Task::until).max(LocalDate::compareTo).orElse(roadmap.until());
    }

    private void calendars() throws XMLStreamException {
        begin("Calendars");
        begin("Calendar");
        element("UID", CALENDAR);
        element("Name", wording.say("planning.roadmap.calendar"));
        element("IsBaseCalendar", "1");
        element("BaseCalendarUID", "-1");
        begin("WeekDays");
        for (int day = 1; day <= DAYS_A_WEEK; day++) {
            begin("WeekDay");
            element("DayType", Integer.toString(day));
            element("DayWorking", "1");
            begin("WorkingTimes");
            workingTime("08:00:00", "12:00:00");
            workingTime("13:00:00", "17:00:00");
            end();
            end();
        }
        end();
        end();
        end();
    }

    private void workingTime(String from, String until) throws XMLStreamException {
        begin("WorkingTime");
        element("FromTime", from);
        element("ToTime", until);
        end();
    }

    private void tasks() throws XMLStreamException {
        if (tasks.isEmpty()) {
            return;
        }
        begin("Tasks");
        for (int i = 0; i < tasks.size(); i++) {
            task(i + 1, tasks.get(i));
        }
        end();
    }

    private void task(int uid, Task task) throws XMLStreamException {
        begin("Task");
        element("UID", Integer.toString(uid));
        element("ID", Integer.toString(uid));
        element("Name", cut(task.name(), LONGEST_NAME));
        element("Type", FIXED_DURATION);
        element("IsNull", "0");
        element("WBS", task.outline());
        element("OutlineNumber", task.outline());
        element("OutlineLevel", Integer.toString(task.level()));
        element("Start", task.from() + BEGINS);
        element("Finish", task.until() + ENDS);
        element("Duration", hours(task.from(), task.until()));
        element("DurationFormat", IN_DAYS);
        element("EffortDriven", "0");
        element("Estimated", "0");
        element("Milestone", "0");
        element("Summary", task.step().isEmpty() ? "1" : "0");
        if (task.step().isPresent()) {
            step(task.step().get());
        }
        end();
    }

    private void step(Roadmap.Bar bar) throws XMLStreamException {
        // Amounts are in hundredths; what nobody knows is left out, since nothing else would tell it from none.
        Optional<String> cost = bar.cost().map(MsProjectFile::hundredths);
        if (cost.isPresent()) {
            element("FixedCost", cost.get());
            element("FixedCostAccrual", PRORATED);
            element("Cost", cost.get());
        }
        element("ConstraintType", bar.isLocked() ? MUST_START_ON : START_NO_EARLIER_THAN);
        element("ConstraintDate", bar.from() + BEGINS);
        element("Notes", words.sentence(bar));
        for (String before : bar.after().stream().distinct().toList()) {
            Integer uid = uids.get(before);
            if (uid != null && !before.equals(bar.id())) {
                begin("PredecessorLink");
                element("PredecessorUID", Integer.toString(uid));
                element("Type", FINISH_TO_START);
                element("CrossProject", "0");
                element("LinkLag", "0");
                element("LagFormat", IN_DAYS);
                end();
            }
        }
    }

    private static String hundredths(BigDecimal cost) {
        BigDecimal hundredths = cost.movePointRight(2).stripTrailingZeros();
        return hundredths.scale() < 0 ? hundredths.setScale(0).toPlainString() : hundredths.toPlainString();
    }

    private void resources() throws XMLStreamException {
        if (institutions.isEmpty()) {
            return;
        }
        Load load = Load.of(roadmap, Every.YEAR);
        begin("Resources");
        for (int i = 0; i < institutions.size(); i++) {
            String institution = institutions.get(i);
            begin("Resource");
            element("UID", Integer.toString(i + 1));
            element("ID", Integer.toString(i + 1));
            element("Name", cut(institution, LONGEST_NAME));
            element("Type", WORK);
            element("IsNull", "0");
            // As many as it carries at once in this plan, so that no program moves its steps apart by itself.
            element("MaxUnits", load.most(institution) + ".0");
            element("CanLevel", "0");
            element("CalendarUID", CALENDAR);
            end();
        }
        end();
    }

    private void assignments() throws XMLStreamException {
        if (institutions.isEmpty()) {
            return;
        }
        begin("Assignments");
        int number = 0;
        for (int i = 0; i < tasks.size(); i++) {
            Task task = tasks.get(i);
            int resource = task.step()
                    .map(Grouping.INSTITUTION::of)
                    .map(institutions::indexOf)
                    .orElse(-1);
            if (resource >= 0) {
                number++;
                begin("Assignment");
                element("UID", Integer.toString(number));
                element("TaskUID", Integer.toString(i + 1));
                element("ResourceUID", Integer.toString(resource + 1));
                element("Finish", task.until() + ENDS);
                element("Start", task.from() + BEGINS);
                element("Units", "1");
                element("Work", hours(task.from(), task.until()));
                end();
            }
        }
        end();
    }

    private static String hours(LocalDate from, LocalDate until) {
        return "PT" + (ChronoUnit.DAYS.between(from, until) + 1) * HOURS_A_DAY + "H0M0S";
    }

    private void begin(String name) throws XMLStreamException {
        to.writeStartElement(NAMESPACE, name);
    }

    private void end() throws XMLStreamException {
        to.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        begin(name);
        to.writeCharacters(CleanText.of(text));
        end();
    }

    private static String cut(String text, int longest) {
        String clean = CleanText.of(text);
        return clean.length() <= longest
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, clean.codePointCount(0, longest - 1) - 1)) + "…";
    }
}
