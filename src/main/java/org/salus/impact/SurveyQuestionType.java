package org.salus.impact;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What kind of answer a question of a form takes, of those that forms after the XLSForm standard (xlsform.org) know, and what becomes of the answers here. */
public enum SurveyQuestionType implements Term {
    /** One of several choices: a share for each. */
    SELECT_ONE("select-one", Keeping.KEPT),
    /** Any of several choices: a share for each. */
    SELECT_MULTIPLE("select-multiple", Keeping.KEPT),
    /** A whole number: a mean. */
    INTEGER("integer", Keeping.KEPT),
    /** A number: a mean. */
    DECIMAL("decimal", Keeping.KEPT),
    /** Choices put in an order. */
    RANK("rank", Keeping.UNASKED),
    /** What people said in their own words. */
    TEXT("text", Keeping.UNASKED),
    /** A day or a time. */
    MOMENT("moment", Keeping.UNASKED),
    /** Worked out by the device. */
    CALCULATE("calculate", Keeping.UNASKED),
    /** Read out, nothing is answered. */
    NOTE("note", Keeping.NEVER),
    /** Where somebody is. */
    PLACE("place", Keeping.NEVER),
    /** Pictures, voices, scanned codes, files. */
    RECORDING("recording", Keeping.NEVER),
    /** What a device notes by itself: when, which device, whose number. */
    DEVICE("device", Keeping.NEVER),
    /** A type nobody here knows. */
    UNKNOWN("unknown", Keeping.NEVER);

    /** What becomes of the answers to a question. */
    enum Keeping {
        /** They are read unless somebody names other questions. */
        KEPT,
        /** They are read only where somebody names the question. */
        UNASKED,
        /** They are never read. */
        NEVER
    }

    /** A type as a form words it, with the list of choices it takes, and whether there is one more for whatever else. */
    record Worded(SurveyQuestionType type, String list, boolean isWithOther) {}

    /** With the older spellings that devices still send. */
    private static final Pattern CHOOSING = Pattern.compile(
            "(?i)(?:add[ _])?(select[ _]?(?:one|1)|select[ _]multiple|select[ _]all[ _]that[ _]apply|rank)"
                    + "(?:[ _](?:external|prompt))*(?:[ _](?:using|from[ _]file|from))?(?:\\s+(\\S+))?(\\s+or[ _](?:specify[ _])?other)?");

    private static final Map<SurveyQuestionType, List<String>> WORDS = Map.of(
            INTEGER, List.of("integer", "int", "number of days in last month", "number of days in last six months"),
            DECIMAL, List.of("decimal", "range", "percentage"),
            TEXT, List.of("text", "string", "q string"),
            MOMENT, List.of("date", "time", "datetime", "date time", "today"),
            CALCULATE, List.of("calculate", "calculation", "hidden", "xml external", "csv external"),
            NOTE, List.of("note", "acknowledge", "trigger", "get note"),
            PLACE, List.of("geopoint", "geotrace", "geoshape", "gps", "location", "q location", "start geopoint"),
            RECORDING,
                    List.of(
                            "image",
                            "photo",
                            "q picture",
                            "audio",
                            "video",
                            "file",
                            "barcode",
                            "osm",
                            "q barcode",
                            "background audio"),
            DEVICE,
                    List.of(
                            "start",
                            "end",
                            "deviceid",
                            "device id",
                            "imei",
                            "subscriberid",
                            "subscriber id",
                            "simserial",
                            "sim id",
                            "phonenumber",
                            "phone number",
                            "username",
                            "email",
                            "audit",
                            "uri:deviceid",
                            "start time",
                            "end time",
                            "get today",
                            "get start time",
                            "get end time",
                            "get device id",
                            "uri:subscriberid",
                            "uri:simserial",
                            "uri:phonenumber",
                            "uri:username",
                            "uri:email"));

    private final String code;
    private final Keeping keeping;

    SurveyQuestionType(String code, Keeping keeping) {
        this.code = code;
        this.keeping = keeping;
    }

    /** What becomes of the answers, before anybody says more. */
    Keeping keeping() {
        return keeping;
    }

    /** Whether its answers are choices, of which each has a share. */
    public boolean isChosen() {
        return this == SELECT_ONE || this == SELECT_MULTIPLE;
    }

    /** Whether its answers are numbers, of which there is a mean. */
    public boolean isNumber() {
        return this == INTEGER || this == DECIMAL;
    }

    /** The type that a form words so; of older spellings, too. */
    static Worded read(String typed) {
        Matcher choosing = CHOOSING.matcher(typed.strip());
        if (choosing.matches()) {
            String word = choosing.group(1).toLowerCase(Locale.ROOT);
            SurveyQuestionType type = word.equals("rank")
                    ? RANK
                    : word.endsWith("one") || word.endsWith("1") ? SELECT_ONE : SELECT_MULTIPLE;
            return new Worded(type, choosing.group(2) == null ? "" : choosing.group(2), choosing.group(3) != null);
        }
        String plain = typed.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_-]+", " ")
                .replaceAll("^add (.*) prompt$", "$1");
        return Stream.of(values())
                .filter(type -> WORDS.getOrDefault(type, List.of()).contains(plain))
                .map(type -> new Worded(type, "", false))
                .findFirst()
                .orElse(new Worded(UNKNOWN, "", false));
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "survey-question-type";
    }

    @Override
    public Sentence label() {
        return Words.label(this);
    }

    @Override
    public Sentence meaning() {
        return Words.meaning(this);
    }
}
