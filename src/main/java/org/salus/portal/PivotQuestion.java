package org.salus.portal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.salus.evidence.Codes;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.Field;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.portfolio.PivotAsked;
import org.salus.portfolio.PivotDimension;
import org.salus.portfolio.PivotMeasure;
import org.salus.portfolio.SupportMap;
import org.salus.portfolio.SupportTraits;

/** A pivot of support as the address asks for it: by donor and area where it says nothing, in the measure of the country's pages. */
public record PivotQuestion(CountryQuestion question, PivotAsked asked) {
    private static final String ROWS = "rows";
    private static final String COLUMNS = "columns";
    private static final String MEASURE = "measure";
    private static final String REFORM = "reform";

    /** Whether money that is told again counts once or as it was published. */
    static final String COUNTED = "counted";

    /** The word for money that is told again being left out: what is meant where an address says nothing. */
    static final String ONCE = "once";

    static final String PUBLISHED = "published";
    private static final List<String> COUNTING = List.of(ONCE, PUBLISHED);
    private static final String[] NARROWING = {
        "area", "field", "donor", "funder", "implementer", "place", "flow", "year", REFORM, COUNTED
    };

    /** What a pivot may be narrowed to, by the names of addresses. */
    public static List<String> narrowing() {
        return List.of(NARROWING);
    }

    /** Every choice of a pivot besides those of its country. */
    public static List<String> names() {
        return Stream.concat(Stream.of(ROWS, COLUMNS), Stream.of(NARROWING)).toList();
    }

    /**
     * That of a question.
     *
     * @param map of the question's country and period
     * @throws Failure if the address has a word that means nothing, or the same dimension twice
     */
    public static PivotQuestion of(CountryQuestion question, SupportMap map) {
        Address here = question.here();
        return new PivotQuestion(question, asked(here, () -> PivotMeasure.of(BriefDocument.measure(map))));
    }

    /**
     * The pivot behind the places of a question: by place and area, narrowed to no place, since places are its lines.
     *
     * @param map of the question's country and period
     * @throws Failure if the address has a word that means nothing
     */
    static PivotQuestion ofPlaces(CountryQuestion question, SupportMap map) {
        Address here = question.here();
        Map<PivotDimension, String> only = only(here);
        only.remove(PivotDimension.PLACE);
        return new PivotQuestion(
                question,
                new PivotAsked(
                        PivotDimension.PLACE,
                        PivotDimension.AREA,
                        Choices.pivotMeasure(here).orElseGet(() -> PivotMeasure.of(BriefDocument.measure(map))),
                        only,
                        Choices.yes(here, REFORM).orElse(false),
                        once(here)));
    }

    /** Of a pivot everything counts once where the address says nothing. */
    private static boolean once(Address here) {
        return once(here, true);
    }

    /**
     * Whether an address asks for everything once.
     *
     * @param usual where it says nothing
     */
    static boolean once(Address here, boolean usual) {
        return Choices.find(here, COUNTED, word -> Optional.of(word).filter(COUNTING::contains), COUNTING)
                .map(ONCE::equals)
                .orElse(usual);
    }

    /**
     * Looks whether the words of an address mean something together.
     *
     * @throws Failure naming the first that does not
     */
    static void check(Address here) {
        asked(here, () -> PivotMeasure.DISBURSEMENTS);
    }

    private static PivotAsked asked(Address here, Supplier<PivotMeasure> usual) {
        PivotDimension rows = dimension(here, ROWS).orElse(PivotDimension.DONOR);
        PivotDimension columns = dimension(here, COLUMNS)
                .orElse(rows == PivotDimension.AREA ? PivotDimension.YEAR : PivotDimension.AREA);
        if (rows == columns) {
            throw Failure.wrongUse(Sentence.of("portal.pivot.same", rows.code()));
        }
        return new PivotAsked(
                rows,
                columns,
                Choices.pivotMeasure(here).orElseGet(usual),
                only(here),
                Choices.yes(here, REFORM).orElse(false),
                once(here));
    }

    /** What an address narrows to, by dimension. */
    static Map<PivotDimension, String> only(Address here) {
        Map<PivotDimension, String> only = new EnumMap<>(PivotDimension.class);
        Choices.area(here, "area").ifPresent(area -> only.put(PivotDimension.AREA, area.code()));
        Choices.field(here).ifPresent(field -> only.put(PivotDimension.FIELD, field.code()));
        boolean undated =
                here.choice("year").filter(PivotDimension.WITHOUT::equals).isPresent();
        if (undated) {
            only.put(PivotDimension.YEAR, PivotDimension.WITHOUT);
        } else {
            Choices.year(here, "year").ifPresent(year -> only.put(PivotDimension.YEAR, year.toString()));
        }
        for (PivotDimension dimension : List.of(
                PivotDimension.DONOR,
                PivotDimension.FUNDER,
                PivotDimension.IMPLEMENTER,
                PivotDimension.PLACE,
                PivotDimension.FLOW)) {
            here.choice(dimension.code()).ifPresent(value -> only.put(dimension, value));
        }
        return only;
    }

    private static Optional<PivotDimension> dimension(Address here, String name) {
        return Choices.find(
                here,
                name,
                PivotDimension::find,
                Stream.of(PivotDimension.values()).map(Term::codeOf).toList());
    }

    /** The page of this pivot, with all its choices. */
    public Address page() {
        return at("/pivot");
    }

    /** The same as a file, without its ending. */
    public Address file() {
        return page();
    }

    private Address at(String below) {
        Address page = question.here()
                .at(
                        "/countries/" + question.country().iso3() + below,
                        Stream.concat(CountryQuestion.kept().stream(), names().stream())
                                .toArray(String[]::new));
        return page.with(ROWS, asked.rows().code())
                .with(COLUMNS, asked.columns().code())
                .with(MEASURE, asked.measure().code());
    }

    /** The same with money as it was published, or with all of it once. */
    public Address counting(boolean once) {
        return page().with(COUNTED, once ? ONCE : PUBLISHED);
    }

    /** The same with rows and columns changed over. */
    public Address turned() {
        return page().with(ROWS, asked.columns().code())
                .with(COLUMNS, asked.rows().code());
    }

    /** The same by other dimensions. */
    public Address by(PivotDimension rows, PivotDimension columns) {
        return page().with(ROWS, rows.code()).with(COLUMNS, columns.code());
    }

    /**
     * What is behind a figure: rows of support, planned amounts or activities.
     *
     * @param row its value; empty for a total
     * @param column its value; empty for a total
     */
    public Address behind(Optional<String> row, Optional<String> column) {
        Address behind = switch (asked.measure()) {
            case COMMITMENTS, DISBURSEMENTS, EXPENDITURES ->
                question.rows(asked.measure().ofRows().orElseThrow()).with(COUNTED, asked.once() ? ONCE : null);
            case PLANNED_DISBURSEMENTS, BUDGETS ->
                question.table("planned-rows").with(MEASURE, asked.measure().code());
            case ACTIVITIES, MONTHS -> question.table("under-way");
        };
        for (Map.Entry<PivotDimension, String> one : asked.only().entrySet()) {
            behind = narrowed(behind, one.getKey(), one.getValue());
        }
        if (asked.reform()) {
            behind = behind.with(REFORM, "yes");
        }
        if (row.isPresent()) {
            behind = narrowed(behind, asked.rows(), row.get());
        }
        return column.isPresent() ? narrowed(behind, asked.columns(), column.get()) : behind;
    }

    /** A field has areas, and what is of no field is an area by itself. */
    private static Address narrowed(Address address, PivotDimension dimension, String value) {
        boolean isArea = dimension == PivotDimension.FIELD
                && Stream.of(Field.values()).map(Field::code).noneMatch(value::equals);
        return address.with(isArea ? PivotDimension.AREA.code() : dimension.code(), value);
    }

    /** What it is narrowed to, in words. */
    public List<String> words(Wording wording, SupportTraits traits) {
        List<String> words = new ArrayList<>();
        if (asked.reform()) {
            words.add(wording.say("portal.rows.reform"));
        }
        asked.only()
                .forEach((dimension, value) -> words.add(wording.say(
                        "portal.pivot.only", wording.say(dimension.label()), name(dimension, value, traits, wording))));
        return words;
    }

    /** The name of a value for readers. */
    public static String name(PivotDimension dimension, String value, SupportTraits traits, Wording wording) {
        return switch (dimension) {
            case DONOR -> BriefJson.donorName(value, wording);
            case FUNDER, IMPLEMENTER ->
                value.startsWith("*")
                        ? wording.say("portfolio.pivot.unnamed." + dimension.code())
                        : traits.name(value).orElse(value);
            case AREA -> area(value, wording);
            case FIELD ->
                Term.find(Field.class, value)
                        .map(field -> wording.say("portal.rows.field", field.code(), wording.say(field.label())))
                        .orElseGet(() -> area(value, wording));
            case YEAR -> value.equals(PivotDimension.WITHOUT) ? wording.say("portal.column.no-year") : value;
            case PLACE -> value.startsWith("*") ? wording.say("portfolio.pivot.place." + value.substring(1)) : value;
            case FLOW ->
                value.equals(SupportTraits.NO_FLOW)
                        ? wording.say("portfolio.pivot.no-flow")
                        : Codes.shipped().find("FlowType", value).orElse(value);
        };
    }

    private static String area(String code, Wording wording) {
        return ReformArea.find(code)
                .map(area -> area.isSsr() ? area.code() + " " + wording.say(area.label()) : wording.say(area.label()))
                .orElse(code);
    }
}
