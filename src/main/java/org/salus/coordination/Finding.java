package org.salus.coordination;

import java.util.List;
import java.util.Optional;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.portfolio.SupportRow;

/**
 * Something to talk about, with what it stands on.
 *
 * @param key the same for the same finding in every answer, so that it can be answered
 * @param donor the one it is about; empty where it is about several or the area
 * @param institution the one that several support; empty otherwise
 * @param from first year it speaks of
 * @param to last year it speaks of
 * @param activities identifiers
 * @param rows the money it speaks of; none where nothing is published
 * @param meeting the first-level units in which activities of several donors meet, by name; none of findings that are not about a place
 */
public record Finding(
        FindingKind kind,
        String key,
        ReformArea area,
        Optional<String> donor,
        Optional<String> institution,
        Optional<Integer> from,
        Optional<Integer> to,
        Sentence says,
        List<Sentence> reasons,
        List<String> activities,
        List<SupportRow> rows,
        List<Meeting> meeting) {
    public Finding {
        reasons = List.copyOf(reasons);
        activities = List.copyOf(activities);
        rows = List.copyOf(rows);
        meeting = List.copyOf(meeting);
    }

    /** One that is not about a place. */
    Finding(
            FindingKind kind,
            String key,
            ReformArea area,
            Optional<String> donor,
            Optional<String> institution,
            Optional<Integer> from,
            Optional<Integer> to,
            Sentence says,
            List<Sentence> reasons,
            List<String> activities,
            List<SupportRow> rows) {
        this(kind, key, area, donor, institution, from, to, says, reasons, activities, rows, List.of());
    }

    /**
     * A first-level unit in which donors are at the same time, by the places their activities publish.
     *
     * @param donors by name, at least two
     */
    public record Meeting(String place, List<String> donors, List<String> activities) {
        public Meeting {
            donors = List.copyOf(donors);
            activities = List.copyOf(activities);
        }
    }

    /**
     * Something that data do not tell: never a finding, but a question to those who know.
     *
     * @param activities those it is about; none where the question is why there are none
     */
    public record Asked(ReformArea area, Sentence question, List<String> activities) {
        public Asked {
            activities = List.copyOf(activities);
        }
    }

    static String key(FindingKind kind, ReformArea area, String about, String when) {
        return kind.code() + "/" + area.code() + "/" + about + "/" + when;
    }
}
