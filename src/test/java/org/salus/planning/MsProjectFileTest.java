package org.salus.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.salus.documents.Version;
import org.salus.framework.Wording;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Project data for Microsoft Project and ProjectLibre, read back as those programs read it: by names of elements in the order of the published schema. */
class MsProjectFileTest {
    private static final Version VERSION = new Version("abc123", LocalDate.of(2026, 11, 28));

    /** The order in which the Project 2007 XML Data Interchange Schema has the elements that are written, with some between them that are not. */
    private static final Map<String, List<String>> SCHEMA = Map.of(
            "Project",
            List.of(
                    "SaveVersion UID Name Title Subject Category Company Manager Author CreationDate Revision LastSaved ScheduleFromStart StartDate FinishDate FYStartDate CriticalSlackLimit CurrencyDigits CurrencySymbol CurrencyCode CurrencySymbolPosition CalendarUID DefaultStartTime DefaultFinishTime MinutesPerDay MinutesPerWeek DaysPerMonth DefaultTaskType DefaultFixedCostAccrual DurationFormat WorkFormat EditableActualCosts HonorConstraints EarnedValueMethod NewTasksEffortDriven NewTasksEstimated Calendars Tasks Resources Assignments"
                            .split(" ", -1)),
            "Calendar",
            List.of("UID", "Name", "IsBaseCalendar", "BaseCalendarUID", "WeekDays", "Exceptions", "WorkWeeks"),
            "WeekDay",
            List.of("DayType", "DayWorking", "TimePeriod", "WorkingTimes"),
            "WorkingTime",
            List.of("FromTime", "ToTime"),
            "Task",
            List.of(
                    "UID ID Name Type IsNull CreateDate Contact WBS WBSLevel OutlineNumber OutlineLevel Priority Start Finish Duration DurationFormat Work Stop Resume ResumeValid EffortDriven Recurring OverAllocated Estimated Milestone Summary Critical FixedCost FixedCostAccrual PercentComplete PercentWorkComplete Cost OvertimeCost ConstraintType CalendarUID ConstraintDate Deadline Hyperlink Notes HideBar PredecessorLink"
                            .split(" ", -1)),
            "PredecessorLink",
            List.of("PredecessorUID", "Type", "CrossProject", "CrossProjectName", "LinkLag", "LagFormat"),
            "Resource",
            List.of(
                    "UID ID Name Type IsNull Initials Code Group MaxUnits PeakUnits OverAllocated Start Finish CanLevel AccrueAt Work StandardRate Cost CalendarUID Notes"
                            .split(" ", -1)),
            "Assignment",
            List.of(
                    "UID TaskUID ResourceUID PercentWorkComplete Cost Delay Finish Milestone Notes Start Stop Units Work"
                            .split(" ", -1)));

    private static Element read(Roadmap roadmap) {
        return read(MsProjectFile.of(roadmap, VERSION, Wording.english()));
    }

    private static Element read(byte[] file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(file))
                    .getDocumentElement();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static List<Element> all(Element project, String list) {
        return children(project).stream()
                .filter(child -> child.getLocalName().equals(list))
                .flatMap(child -> children(child).stream())
                .toList();
    }

    private static Optional<String> find(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getLocalName().equals(name))
                .map(Element::getTextContent)
                .findFirst();
    }

    private static String text(Element parent, String name) {
        return find(parent, name).orElseThrow();
    }

    private static Element task(Element project, String name) {
        return all(project, "Tasks").stream()
                .filter(task -> text(task, "Name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What a reader makes of it: steps by name with their days, and the names of what they wait for. */
    private static Roadmap.Bar readBack(Element project, Roadmap.Bar written) {
        Element task = task(project, written.title());
        Map<String, String> ids = new HashMap<>();
        all(project, "Tasks").forEach(one -> ids.put(text(one, "UID"), text(one, "Name")));
        Map<String, String> resources = new HashMap<>();
        all(project, "Resources").forEach(one -> resources.put(text(one, "UID"), text(one, "Name")));
        String institution = all(project, "Assignments").stream()
                .filter(one -> text(one, "TaskUID").equals(text(task, "UID")))
                .map(one -> resources.getOrDefault(text(one, "ResourceUID"), "?"))
                .findFirst()
                .orElse("");
        return new Roadmap.Bar(
                written.id(),
                text(task, "Name"),
                written.goal(),
                institution,
                written.donor(),
                LocalDateTime.parse(text(task, "Start")).toLocalDate(),
                LocalDateTime.parse(text(task, "Finish")).toLocalDate(),
                find(task, "Cost").map(BigDecimal::new).map(hundredths -> hundredths.movePointLeft(2)),
                written.isMust(),
                text(task, "ConstraintType").equals("2"),
                children(task).stream()
                        .filter(child -> child.getLocalName().equals("PredecessorLink"))
                        .map(link -> ids.getOrDefault(text(link, "PredecessorUID"), "?"))
                        .toList());
    }

    @Test
    void what_is_written_is_read_back() {
        Roadmap roadmap = Roadmaps.many(400, 12, 5);
        Map<String, String> titles = new HashMap<>();
        roadmap.bars().forEach(bar -> titles.put(bar.id(), bar.title()));
        Element project = read(roadmap);
        for (Roadmap.Bar bar : roadmap.bars()) {
            Roadmap.Bar found = readBack(project, bar);
            assertThat(found.from()).as(bar.title()).isEqualTo(bar.from());
            assertThat(found.until()).isEqualTo(bar.until());
            assertThat(found.institution()).isEqualTo(bar.institution());
            assertThat(found.isLocked()).isEqualTo(bar.isLocked());
            assertThat(found.after())
                    .isEqualTo(bar.after().stream()
                            .map(id -> titles.getOrDefault(id, "?"))
                            .toList());
            assertThat(found.cost().isPresent()).isEqualTo(bar.cost().isPresent());
            bar.cost().ifPresent(cost -> assertThat(found.cost().orElseThrow()).isEqualByComparingTo(cost));
        }
    }

    @Test
    void elements_stand_in_the_order_of_the_schema() {
        for (Roadmap roadmap : List.of(Roadmaps.three(), Roadmaps.nothing(), Roadmaps.odd())) {
            Element project = read(roadmap);
            assertThat(project.getNamespaceURI()).isEqualTo("http://schemas.microsoft.com/project/2007");
            walk(project);
        }
    }

    private static void walk(Element element) {
        List<String> names =
                children(element).stream().map(Element::getLocalName).toList();
        List<String> order = SCHEMA.getOrDefault(element.getLocalName(), List.of());
        if (!order.isEmpty()) {
            assertThat(order).as(element.getLocalName()).containsAll(names);
            assertThat(names.stream().map(order::indexOf).toList())
                    .as(element.getLocalName() + ": " + names)
                    .isSorted();
        }
        children(element).forEach(MsProjectFileTest::walk);
    }

    @Test
    void goals_are_summaries_and_steps_lie_below_them() {
        Element project = read(Roadmaps.three());
        assertThat(all(project, "Tasks").stream()
                        .map(task ->
                                text(task, "OutlineNumber") + " " + text(task, "Summary") + " " + text(task, "Name")))
                .containsExactly(
                        "1 1 Police serve people",
                        "1.1 0 Pass the police law",
                        "1.2 0 Vet officers",
                        "2 0 Train officers");
        Element goal = task(project, "Police serve people");
        assertThat(text(goal, "Start")).isEqualTo("2027-01-16T08:00:00");
        assertThat(text(goal, "Finish")).isEqualTo("2028-02-29T17:00:00");
        assertThat(find(goal, "ConstraintType")).isEmpty();
    }

    @Test
    void values_are_of_the_schemas_types_and_what_is_referred_to_is_there() {
        Element project = read(Roadmaps.many(60, 6, 7));
        List<String> tasks =
                all(project, "Tasks").stream().map(task -> text(task, "UID")).toList();
        List<String> resources = all(project, "Resources").stream()
                .map(resource -> text(resource, "UID"))
                .toList();
        assertThat(tasks).isNotEmpty().doesNotHaveDuplicates();
        assertThat(resources).isNotEmpty().doesNotHaveDuplicates();
        for (Element task : all(project, "Tasks")) {
            assertThat(text(task, "Start")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:00:00");
            assertThat(text(task, "Finish")).isGreaterThan(text(task, "Start"));
            assertThat(text(task, "Duration")).matches("PT\\d+H0M0S");
            assertThat(text(task, "OutlineNumber").split("\\.", -1))
                    .hasSize(Integer.parseInt(text(task, "OutlineLevel")));
            find(task, "ConstraintType").ifPresent(type -> assertThat(type).matches("[0-7]"));
            children(task).stream()
                    .filter(child -> child.getLocalName().equals("PredecessorLink"))
                    .forEach(link -> {
                        assertThat(tasks).contains(text(link, "PredecessorUID"));
                        assertThat(text(link, "PredecessorUID")).isNotEqualTo(text(task, "UID"));
                        assertThat(text(link, "Type")).matches("[0-3]");
                    });
        }
        for (Element assignment : all(project, "Assignments")) {
            assertThat(tasks).contains(text(assignment, "TaskUID"));
            assertThat(resources).contains(text(assignment, "ResourceUID"));
        }
    }

    @Test
    void every_day_is_a_working_day_so_that_durations_fit_the_days() {
        Element project = read(Roadmaps.three());
        Element calendar = all(project, "Calendars").getFirst();
        assertThat(text(project, "CalendarUID")).isEqualTo(text(calendar, "UID"));
        List<Element> week = all(calendar, "WeekDays");
        assertThat(week.stream().map(day -> text(day, "DayType") + text(day, "DayWorking")))
                .containsExactly("11", "21", "31", "41", "51", "61", "71");
        int minutes = Integer.parseInt(text(project, "MinutesPerDay"));
        assertThat(Duration.parse(text(task(project, "Pass the police law"), "Duration"))
                        .toMinutes())
                .isEqualTo(258L * minutes);
    }

    @Test
    void an_unknown_cost_is_left_out_and_a_cost_of_none_is_not() {
        Element project = read(Roadmaps.of(
                Roadmaps.bar("free", "2027-01-01", "2027-02-01", "", "", "0"),
                Roadmaps.bar("open", "2027-01-01", "2027-02-01", "", "", ""),
                Roadmaps.bar("large", "2027-01-01", "2027-02-01", "", "", "1E+9")));
        assertThat(find(task(project, "Step free"), "Cost")).contains("0");
        assertThat(find(task(project, "Step open"), "Cost")).isEmpty();
        assertThat(text(task(project, "Step open"), "Notes")).contains("What it takes is not known.");
        assertThat(find(task(project, "Step large"), "FixedCost")).contains("100000000000");
    }

    @Test
    void an_institution_is_there_as_often_as_it_is_needed_at_once() {
        Element project = read(Roadmaps.of(
                Roadmaps.bar("a", "2027-01-01", "2027-06-30", "Police", "", ""),
                Roadmaps.bar("b", "2027-06-30", "2027-12-31", "Police", "", ""),
                Roadmaps.bar("c", "2027-06-30", "2027-12-31")));
        assertThat(all(project, "Resources").stream().map(one -> text(one, "Name") + " " + text(one, "MaxUnits")))
                .containsExactly("Police 2.0");
        assertThat(all(project, "Assignments")).hasSize(2);
    }

    @Test
    void hostile_and_long_words_stay_words() {
        Element project = read(Roadmaps.odd());
        List<String> names =
                all(project, "Tasks").stream().map(task -> text(task, "Name")).toList();
        assertThat(names)
                .contains("إصلاح الشرطة (المرحلة 1)", "=cmd|' /C calc'!A0")
                .anyMatch(name -> name.startsWith("</text><script>alert(1)</script> & \"x\" ]]>"))
                .allMatch(name -> name.length() <= 512);
        assertThat(Stream.of("Name", "Title").map(name -> text(project, name))).containsOnly("The plan");
    }

    @Test
    void the_same_roadmap_gives_the_same_bytes_and_none_gives_a_file_that_can_be_read() {
        byte[] once = MsProjectFile.of(Roadmaps.three(), VERSION, Wording.english());
        assertThat(MsProjectFile.of(Roadmaps.three(), VERSION, Wording.english()))
                .isEqualTo(once);
        Element empty = read(Roadmaps.nothing());
        assertThat(children(empty).stream().map(Element::getLocalName))
                .contains("Calendars")
                .doesNotContain("Tasks", "Resources", "Assignments");
    }
}
