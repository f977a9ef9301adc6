package org.salus.portal.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.documents.Tint;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.TableView;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;
import org.salus.portal.ActivitySelection;
import org.salus.portal.BriefJson;
import org.salus.portal.CountryQuestion;
import org.salus.portal.SupportTables;
import org.salus.portfolio.DonorSupport;
import org.salus.portfolio.Measure;
import org.salus.portfolio.SortedActivity;

/** Activities of a country as a table of a page. */
final class ActivityTable {
    private static final int NAMED_DONORS = 3;

    private final CountryQuestion question;
    private final Address here;

    /**
     * A table that sorts at an address.
     *
     * @param here the choices that narrow the list
     */
    ActivityTable(CountryQuestion question, Address here) {
        this.question = question;
        this.here = here;
    }

    /** The table of these activities; its heads sort the whole list, and its files are the whole list in the same order. */
    TableView of(List<SortedActivity> shown, String sort, Layout layout, String caption) {
        Wording wording = layout.wording();
        List<List<Cell>> rows = new ArrayList<>();
        for (SortedActivity one : shown) {
            String identifier = one.activity().identifier();
            ReformArea area = one.sorting().area();
            rows.add(List.of(
                    Cell.text(one.activity().title())
                            .withLink(SupportViews.uri(Address.of("/activities").with("id", identifier))),
                    Cell.text(area.code())
                            .withTint(Tint.ofArea(area.code()))
                            .withCode(area.code())
                            .withLink(URI.create(Address.of("/activities").with("id", identifier) + "#why")),
                    Cell.text(donor(one, wording)),
                    SupportTables.status(one.activity().status()),
                    day(one.activity().start()),
                    day(one.activity().end()),
                    money(one, Measure.COMMITMENTS),
                    money(one, Measure.DISBURSEMENTS)));
        }
        Address list = here.at("/countries/" + question.country().iso3() + "/activities", all());
        Table table = new Table(
                caption,
                List.of(
                        Column.text("title", wording.say("portal.column.title")),
                        Column.text("area", wording.say("portal.column.area")),
                        Column.text("donor", wording.say("portal.column.donor")),
                        Column.text("status", wording.say("portal.column.status")),
                        Column.date("start", wording.say("portal.column.start")),
                        Column.date("end", wording.say("portal.column.end")),
                        Column.decimal(
                                "commitments", wording.say("portfolio.measure.commitments"), question.currency(), 0),
                        Column.decimal(
                                "disbursements",
                                wording.say("portfolio.measure.disbursements"),
                                question.currency(),
                                0)),
                rows);
        return TableView.of("activities", table, layout)
                .withShortMoney()
                .withFiles(list.with("sort", sort))
                .sortedBy(list, sort, ActivitySelection.SORTING);
    }

    private static String[] all() {
        List<String> names = new ArrayList<>(CountryQuestion.kept());
        names.addAll(ActivitySelection.names());
        return names.toArray(String[]::new);
    }

    private Cell money(SortedActivity one, Measure measure) {
        return SupportViews.linked(
                Cell.number(one.amounts().of(measure)),
                question.rows(measure).with("activity", one.activity().identifier()));
    }

    private static String donor(SortedActivity one, Wording wording) {
        if (!one.donor().equals(DonorSupport.SEVERAL)) {
            return BriefJson.donorName(one.donor(), wording);
        }
        String first = one.donors().stream().limit(NAMED_DONORS).collect(Collectors.joining("; "));
        int more = one.donors().size() - NAMED_DONORS;
        return more > 0 ? wording.say("portal.activities.more-donors", first, more) : first;
    }

    private static Cell day(java.time.@Nullable LocalDate day) {
        return day == null ? Cell.blank("") : Cell.day(day);
    }
}
