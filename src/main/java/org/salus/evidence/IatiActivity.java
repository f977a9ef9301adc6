package org.salus.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.ActivityRecord.Code;
import org.salus.evidence.ActivityRecord.DocumentLink;
import org.salus.evidence.ActivityRecord.Indicator;
import org.salus.evidence.ActivityRecord.Marker;
import org.salus.evidence.ActivityRecord.Narrative;
import org.salus.evidence.ActivityRecord.OtherIdentifier;
import org.salus.evidence.ActivityRecord.Period;
import org.salus.evidence.ActivityRecord.PeriodMoney;
import org.salus.evidence.ActivityRecord.Related;
import org.salus.evidence.ActivityRecord.Result;

/** What the elements of one activity mean, in IATI 1 and 2 alike. */
final class IatiActivity {
    /** How the identifiers begin that are given to activities without one. */
    static final String UNIDENTIFIED = "urn:salus:unidentified:";

    private static final int LONGEST_IDENTIFIER = 1_000;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** More than a hundred trillion of any currency is taken for a slip of the keyboard. */
    private static final BigDecimal IMPLAUSIBLE = new BigDecimal("1e14");

    private static final Pattern DIGITS_AND_SPACES = Pattern.compile("[\\d\\s]+");

    private static final List<String> DEFAULTS = List.of(
            "activity-scope",
            "collaboration-type",
            "default-flow-type",
            "default-finance-type",
            "default-aid-type",
            "default-tied-status");

    /** Elements whose words are read by name, or are figures, codes or the names of codes. */
    private static final Set<String> READ_BY_NAME = Set.of(
            "title",
            "description",
            "reporting-org",
            "participating-org",
            "iati-identifier",
            "other-identifier",
            "activity-date",
            "activity-status",
            "sector",
            "recipient-country",
            "recipient-region",
            "policy-marker",
            "location/name",
            "location/description",
            "location/administrative",
            "location/gazetteer-entry",
            "location/point/pos",
            "result/title",
            "result/description",
            "result/indicator/title",
            "result/indicator/baseline",
            "result/indicator/period/target",
            "result/indicator/period/actual",
            "document-link/title",
            "document-link/category",
            "document-link/language",
            "transaction/description",
            "transaction/transaction-type",
            "transaction/provider-org",
            "transaction/receiver-org",
            "transaction/sector",
            "transaction/recipient-country",
            "transaction/recipient-region",
            "activity-website",
            "legacy-data");

    private static final List<String> WITH_DOCUMENTS =
            List.of("result", "indicator", "baseline", "period", "target", "actual");

    private final Element xml;
    private final String file;
    private final @Nullable String version;
    private final String generated;
    private final IatiCodes codes;
    private final FactSink out;
    private final @Nullable String language;
    private final @Nullable String currency;
    private final List<Narrative> others = new ArrayList<>();
    private final List<Transaction> transactions = new ArrayList<>();
    private String identifier = "";
    private boolean late;

    /**
     * An activity before its elements are read.
     *
     * @param generated the file's stamp as it orders ({@link Stamp}), empty if it has none
     */
    IatiActivity(Element xml, String file, @Nullable String version, String generated, IatiCodes codes, FactSink out) {
        this.xml = xml;
        this.file = file;
        this.version = version;
        this.generated = generated;
        this.codes = codes;
        this.out = out;
        String stated = xml.get("xml:lang");
        this.language = stated == null ? null : stated.toLowerCase(Locale.ROOT);
        String money = xml.get("default-currency");
        this.currency = money == null ? null : money.toUpperCase(Locale.ROOT);
    }

    /**
     * Takes a transaction out of the XML as soon as it has been read, so that an activity may have any number of them. That needs to know whose it
     * is, so an activity that tells its identifier behind its first transaction is read at its end.
     */
    boolean takes(Element closed) {
        if (closed.name.equals("iati-identifier") && identifier.isEmpty() && transactions.isEmpty() && !late) {
            identifier = identifier(closed);
        } else if (closed.name.equals("transaction")) {
            if (identifier.isEmpty()) {
                late = true;
            } else {
                transactions.add(transaction(closed, transactions.size() + 1));
                return true;
            }
        }
        return false;
    }

    /**
     * What the activity says.
     *
     * @param number the number to name it by if it has no identifier
     */
    ActivityRecord read(int number) {
        if (identifier.isEmpty()) {
            Element element = xml.first("iati-identifier");
            identifier = element == null ? "" : identifier(element);
        }
        if (identifier.isEmpty()) {
            issue(IssueKind.NO_IDENTIFIER, xml);
            identifier = UNIDENTIFIED + file + ":" + number;
        }
        spelling(xml.raw("default-currency"), currency, xml);
        List<Text> titles = texts(xml.all("title"));
        if (titles.isEmpty()) {
            issue(IssueKind.NO_TITLE, xml);
        }
        Element reporting = xml.first("reporting-org");
        Party reporter = reporting == null ? new Party(null, null, null, null) : party(reporting);
        if (reporter.label() == null) {
            issue(IssueKind.NO_REPORTING_ORGANISATION, xml);
        }
        @Nullable LocalDate[] dates = dates();
        List<Participation> participants = new ArrayList<>();
        xml.each(
                "participating-org",
                element -> participants.add(new Participation(
                        codes.role(element.get("role")), party(element), element.get("crs-channel-code"))));
        List<SectorCode> sectors = sectors(xml, true);
        List<Place> places = places(xml, true);
        xml.each("transaction", element -> {
            if (!element.isShed()) {
                transactions.add(transaction(element, transactions.size() + 1));
            }
        });
        List<ActivityRecord.Location> locations = new ArrayList<>();
        xml.each("location", element -> locations.add(location(element)));
        String system = codes.systemCountry(identifier);
        if (system != null) {
            for (Place place : places) {
                if (place.iso3() != null && !place.iso3().equals(system)) {
                    issue(IssueKind.OTHER_COUNTRY_NAMED, xml, place.iso3(), system);
                }
            }
        } else if (places.isEmpty()
                && transactions.stream().allMatch(t -> t.places().isEmpty())) {
            issue(IssueKind.NO_RECIPIENT, xml);
        }
        otherTexts(xml, "");
        Activity activity = new Activity(
                identifier,
                "",
                reporter,
                titles,
                texts(xml.all("description")),
                status(),
                dates[0],
                dates[1],
                dates[2],
                dates[3],
                hierarchy(),
                participants,
                sectors,
                places,
                transactions,
                locations.size(),
                system);
        return new ActivityRecord(
                activity,
                file,
                xml.line,
                version,
                stamp(),
                defaults(),
                otherIdentifiers(),
                locations,
                money("budget"),
                money("planned-disbursement"),
                markers(),
                results(),
                related(),
                documents(),
                others);
    }

    /** Empty if it states none. */
    private String identifier(Element element) {
        String stated = element.text();
        String written = MaskedText.withoutAddresses(stated);
        if (!written.equals(stated)) {
            // Two addresses are two activities still.
            written += "-" + Integer.toHexString(stated.hashCode());
        }
        if (written.length() > LONGEST_IDENTIFIER) {
            issue(IssueKind.TEXT_CUT, element, element.name);
            return Text.shortened(written, LONGEST_IDENTIFIER) + Integer.toHexString(written.hashCode());
        }
        if (written.indexOf(' ') >= 0) {
            identifier = written;
            issue(IssueKind.IDENTIFIER_SPACES, element, written);
        }
        return written;
    }

    private @Nullable String status() {
        Element element = xml.first("activity-status");
        if (element == null) {
            return null;
        }
        String status = codes.status(element.get("code"), element.text());
        if (status == null) {
            String written = element.get("code") == null ? element.text() : element.get("code");
            issue(IssueKind.UNKNOWN_CODE, element, "activity-status", String.valueOf(written));
        }
        return status;
    }

    private int hierarchy() {
        String written = xml.get("hierarchy");
        return written != null && written.length() == 1 && Character.isDigit(written.charAt(0))
                ? Math.max(1, Integer.parseInt(written))
                : 1;
    }

    /**
     * The newest of the activity's and the file's stamps. Every activity of a file has the file's stamp, which
     * does not tell two copies of one activity in it apart: the older stamp of its own follows.
     */
    private String stamp() {
        String updated = stamp("last-updated-datetime");
        String newest = later(later(generated, updated), stamp("generated-datetime"));
        return updated.isEmpty() || updated.equals(newest) ? newest : newest + ActivityRecord.THEN + updated;
    }

    private static String later(String one, String other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private String stamp(String attribute) {
        String written = xml.get(attribute);
        String stamp = Stamp.ordered(written);
        if (written != null && stamp.isEmpty()) {
            issue(IssueKind.BAD_DATE, xml, attribute, written);
        }
        return stamp;
    }

    private @Nullable LocalDate[] dates() {
        @Nullable LocalDate[] dates = new LocalDate[4];
        for (Element element : xml.all("activity-date")) {
            String type = codes.dateType(element.get("type"));
            LocalDate date = date(element);
            remember(element);
            if (type == null || type.length() != 1 || type.charAt(0) < '1' || type.charAt(0) > '4') {
                if (type != null) {
                    issue(IssueKind.UNKNOWN_CODE, element, "activity-date", type);
                }
            } else if (dates[type.charAt(0) - '1'] == null) {
                dates[type.charAt(0) - '1'] = date;
            }
        }
        return dates;
    }

    /** The day an element states in {@code iso-date} or, in older files, as text; null with an issue if it is none. */
    private @Nullable LocalDate date(@Nullable Element element) {
        if (element == null) {
            return null;
        }
        String stated = element.get("iso-date");
        String written = stated == null ? element.text() : stated;
        return day(written, element);
    }

    private @Nullable LocalDate day(@Nullable String written, Element where) {
        if (written == null || written.isEmpty()) {
            return null;
        }
        LocalDate date = Values.date(written);
        if (date == null && (where.get("iso-date") != null || where.get("value-date") != null)) {
            issue(IssueKind.BAD_DATE, where, where.name, written);
        }
        return date;
    }

    private List<Code> defaults() {
        List<Code> found = new ArrayList<>();
        for (String element : DEFAULTS) {
            xml.each(element, child -> {
                String code = child.get("code");
                if (code != null) {
                    found.add(new Code(element, code));
                }
            });
        }
        String humanitarian = xml.get("humanitarian");
        if (humanitarian != null) {
            found.add(new Code("humanitarian", humanitarian));
        }
        xml.each("humanitarian-scope", child -> {
            String code = child.get("code");
            if (code != null) {
                found.add(new Code("humanitarian-scope", code));
            }
        });
        xml.each("tag", child -> {
            String code = child.get("code");
            if (code != null) {
                String vocabulary = child.get("vocabulary");
                found.add(new Code("tag", (vocabulary == null ? "" : vocabulary + " ") + code));
            }
        });
        return found;
    }

    private List<OtherIdentifier> otherIdentifiers() {
        List<OtherIdentifier> found = new ArrayList<>();
        xml.each("other-identifier", element -> {
            String ref = element.get("ref") == null ? maskedText(element) : element.get("ref");
            if (ref != null) {
                String owner =
                        element.get("owner-ref") == null ? element.get("owner-org", "ref") : element.get("owner-ref");
                found.add(new OtherIdentifier(element.get("type"), ref, owner));
            }
        });
        return found;
    }

    /** The first of an element's names; where it has several, or one in a language of its own, all are kept with their languages. */
    private @Nullable String name(Element element) {
        return first(element.name, texts(List.of(element)));
    }

    private @Nullable String first(String place, List<Text> texts) {
        if (texts.size() > 1
                || (texts.size() == 1 && !Objects.equals(texts.getFirst().language(), language))) {
            texts.forEach(text -> others.add(new Narrative(place, text)));
        }
        return texts.isEmpty() ? null : texts.getFirst().text();
    }

    private Party party(Element element) {
        String activityId = element.get("activity-id");
        if (activityId == null) {
            activityId =
                    element.get(element.name.startsWith("provider") ? "provider-activity-id" : "receiver-activity-id");
        }
        return new Party(element.get("ref"), element.get("type"), name(element), activityId);
    }

    private @Nullable Party partyOrNull(Element parent, String child) {
        Element element = parent.first(child);
        if (element == null) {
            return null;
        }
        Party party = party(element);
        return party.isBlank() ? null : party;
    }

    private List<SectorCode> sectors(Element parent, boolean whole) {
        List<SectorCode> found = new ArrayList<>();
        parent.each("sector", element -> {
            String code = code(element);
            String name = name(element);
            if (code == null && name == null) {
                return;
            }
            String stated = element.get("vocabulary") == null ? element.get("vocab") : element.get("vocabulary");
            String vocabulary = code == null ? "99" : codes.sectorVocabulary(stated, code);
            SectorCode sector = new SectorCode(vocabulary, code == null ? "" : code, percentage(element), name);
            if (sector.isDac() && !IatiCodes.isOfDacLists(sector)) {
                issue(IssueKind.UNKNOWN_CODE, element, "sector", sector.code());
            }
            found.add(sector);
        });
        if (whole) {
            found.stream()
                    .collect(Collectors.groupingBy(SectorCode::vocabulary, LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .forEach(ofOne -> check100(ofOne, SectorCode::percentage, "sector"));
        }
        return found;
    }

    private List<Place> places(Element parent, boolean whole) {
        List<Place> found = new ArrayList<>();
        parent.each("recipient-country", element -> {
            String code = code(element);
            String name = name(element);
            if (code == null) {
                if (name == null) {
                    return;
                }
                code = "";
            }
            Optional<Country> country = code.isEmpty()
                    ? codes.countries().findByName(name == null ? "" : name)
                    : codes.countries().findByCode(code);
            if (country.isEmpty()) {
                issue(IssueKind.UNKNOWN_COUNTRY, element, code.isEmpty() ? String.valueOf(name) : code);
            }
            found.add(new Place(country.map(Country::iso3).orElse(null), false, null, code, percentage(element), name));
        });
        parent.each("recipient-region", element -> {
            String code = code(element);
            if (code != null) {
                String vocabulary = element.get("vocabulary");
                found.add(new Place(
                        null, true, vocabulary == null ? "1" : vocabulary, code, percentage(element), name(element)));
            }
        });
        if (whole && found.size() > 1) {
            check100(found, Place::percentage, "recipient");
        }
        return found;
    }

    private <T> void check100(List<T> entries, Function<T, @Nullable BigDecimal> share, String what) {
        BigDecimal sum = BigDecimal.ZERO;
        int stated = 0;
        for (T entry : entries) {
            BigDecimal percentage = share.apply(entry);
            if (percentage != null) {
                sum = sum.add(percentage);
                stated++;
            }
        }
        if (stated == 0) {
            if (entries.size() > 1) {
                issue(IssueKind.NO_PERCENTAGES, xml, what, String.valueOf(entries.size()));
            }
        } else if (sum.subtract(HUNDRED).abs().compareTo(BigDecimal.ONE) > 0) {
            issue(IssueKind.PERCENTAGES_NOT_100, xml, what, sum.toPlainString());
        }
    }

    private @Nullable BigDecimal percentage(Element element) {
        String written = element.get("percentage");
        if (written == null) {
            return null;
        }
        boolean signed = written.endsWith("%");
        BigDecimal value = Values.number(signed ? written.substring(0, written.length() - 1) : written);
        if (value == null || value.signum() < 0 || value.compareTo(HUNDRED) > 0) {
            issue(IssueKind.BAD_PERCENTAGE, element, element.name, written);
            return null;
        }
        if (signed) {
            issue(IssueKind.PERCENT_SIGN, element, element.name, written);
        }
        return value;
    }

    /** An element's code without the spaces that some files put around or inside it. */
    private @Nullable String code(Element element) {
        String written = element.raw("code");
        if (written == null || written.isBlank()) {
            return null;
        }
        String raw = MaskedText.withoutAddresses(written);
        String code = DIGITS_AND_SPACES.matcher(raw).matches()
                ? raw.replaceAll("\\s+", "")
                : raw.strip().replaceAll("\\s+", " ");
        if (!code.equals(raw)) {
            issue(IssueKind.CODE_SPACES, element, element.name, code);
        }
        return code;
    }

    private Transaction transaction(Element element, int number) {
        Element value = element.first("value");
        LocalDate date = date(element.first("transaction-date"));
        LocalDate valueDate = value == null ? null : day(value.get("value-date"), value);
        if (date == null && valueDate == null) {
            issue(IssueKind.NO_DATE, element, String.valueOf(number));
        }
        String type = codes.transactionType(type(element.first("transaction-type")));
        if (type == null || !codes.isTransactionType(type)) {
            issue(IssueKind.UNKNOWN_CODE, element, "transaction-type", String.valueOf(type));
        }
        String description = first("transaction " + number, texts(element.all("description")));
        otherTexts(element, "transaction");
        return new Transaction(
                number,
                element.get("ref"),
                type,
                date,
                amount(value, element),
                currency(value, element),
                valueDate,
                partyOrNull(element, "provider-org"),
                partyOrNull(element, "receiver-org"),
                description,
                sectors(element, false),
                places(element, false));
    }

    private static @Nullable String type(@Nullable Element element) {
        if (element == null) {
            return null;
        }
        return element.get("code") == null ? maskedText(element) : element.get("code");
    }

    private @Nullable BigDecimal amount(@Nullable Element value, Element where) {
        String written = value == null ? "" : value.text();
        if (written.isEmpty()) {
            issue(IssueKind.NO_AMOUNT, where);
            return null;
        }
        BigDecimal amount = Values.number(written);
        if (amount == null) {
            amount = Values.separatedNumber(written);
            issue(amount == null ? IssueKind.BAD_AMOUNT : IssueKind.AMOUNT_SEPARATORS, where, shorten(written));
        }
        if (amount != null && amount.abs().compareTo(IMPLAUSIBLE) > 0) {
            issue(IssueKind.IMPLAUSIBLE_AMOUNT, where, shorten(written));
            return null;
        }
        return amount;
    }

    private @Nullable String currency(@Nullable Element value, Element where) {
        String own = value == null ? null : value.get("currency");
        String code = own == null ? currency : own.toUpperCase(Locale.ROOT);
        if (own != null && value != null) {
            spelling(value.raw("currency"), code, value);
        }
        if (code == null) {
            issue(IssueKind.NO_CURRENCY, where);
        } else if (!codes.isCurrency(code)) {
            issue(IssueKind.UNKNOWN_CURRENCY, where, shorten(code));
        }
        return code;
    }

    /** Tells that a currency was not written as its code. */
    private void spelling(@Nullable String written, @Nullable String code, Element where) {
        if (written != null && code != null && !written.equals(code) && codes.isCurrency(code)) {
            issue(IssueKind.CURRENCY_SPELLING, where, written);
        }
    }

    private List<PeriodMoney> money(String name) {
        List<PeriodMoney> found = new ArrayList<>();
        xml.each(name, element -> {
            Element value = element.first("value");
            found.add(new PeriodMoney(
                    element.get("type"),
                    element.get("status"),
                    date(element.first("period-start")),
                    date(element.first("period-end")),
                    amount(value, element),
                    currency(value, element),
                    value == null ? null : day(value.get("value-date"), value),
                    label(partyOrNull(element, "provider-org")),
                    label(partyOrNull(element, "receiver-org"))));
        });
        return found;
    }

    private static @Nullable String label(@Nullable Party party) {
        return party == null ? null : party.label();
    }

    private ActivityRecord.Location location(Element element) {
        Double latitude = null;
        Double longitude = null;
        Element coordinates = element.first("coordinates");
        Element point = element.first("point");
        String position = point == null || point.first("pos") == null
                ? null
                : java.util.Objects.requireNonNull(point.first("pos")).textOrNull();
        String writtenLatitude = coordinates == null ? null : coordinates.get("latitude");
        String writtenLongitude = coordinates == null ? null : coordinates.get("longitude");
        if (position != null) {
            String[] both = position.split("[ ,]+", 3);
            writtenLatitude = both[0];
            writtenLongitude = both.length > 1 ? both[1] : null;
        }
        if (writtenLatitude != null && writtenLongitude != null) {
            latitude = degrees(writtenLatitude, 90);
            longitude = degrees(writtenLongitude, 180);
            if (latitude == null || longitude == null) {
                issue(IssueKind.BAD_COORDINATES, element, shorten(writtenLatitude + " " + writtenLongitude));
                latitude = null;
                longitude = null;
            }
        }
        StringJoiner joined = new StringJoiner("; ");
        element.each("location-id", id -> joined.add(id.get("vocabulary") + " " + id.get("code")));
        element.each("administrative", id -> {
            if (id.get("code") != null) {
                joined.add((id.get("vocabulary") == null ? "" : id.get("vocabulary") + " ") + id.get("code"));
            } else if (id.textOrNull() != null) {
                joined.add(maskedText(id));
            }
        });
        return new ActivityRecord.Location(
                element.get("ref"),
                firstText(element, "name"),
                firstText(element, "description"),
                latitude,
                longitude,
                element.get("location-reach", "code"),
                element.get("exactness", "code"),
                element.get("location-class", "code"),
                element.get("feature-designation", "code") == null
                        ? element.get("location-type", "code")
                        : element.get("feature-designation", "code"),
                joined.length() == 0 ? null : joined.toString());
    }

    private static @Nullable Double degrees(String written, int most) {
        BigDecimal number = Values.number(written);
        return number == null || number.abs().compareTo(BigDecimal.valueOf(most)) > 0
                ? null
                : (Double) number.doubleValue();
    }

    private List<Marker> markers() {
        List<Marker> found = new ArrayList<>();
        xml.each("policy-marker", element -> {
            String code = code(element);
            if (code != null) {
                String stated = element.get("vocabulary");
                found.add(new Marker(
                        stated == null || stated.equalsIgnoreCase("DAC") ? "1" : stated,
                        code,
                        element.get("significance"),
                        name(element)));
            }
        });
        return found;
    }

    private List<Result> results() {
        List<Result> found = new ArrayList<>();
        xml.each("result", element -> {
            List<Indicator> indicators = new ArrayList<>();
            element.each("indicator", indicator -> indicators.add(indicator(indicator)));
            found.add(new Result(
                    element.get("type"), firstText(element, "title"), firstText(element, "description"), indicators));
        });
        return found;
    }

    private Indicator indicator(Element element) {
        List<Period> periods = new ArrayList<>();
        element.each("period", period -> values(period, periods));
        List<Element> baselines = element.all("baseline");
        Element baseline = baselines.isEmpty() ? null : baselines.getFirst();
        for (Element one : baselines) {
            if (one != baseline || !partOf(one).isEmpty()) {
                others.add(new Narrative(
                        "result/indicator/baseline",
                        new Text(null, (partOf(one) + ": " + value(one)).replaceFirst("^: ", ""))));
            }
        }
        return new Indicator(
                element.get("measure"),
                element.get("ascending"),
                firstText(element, "title"),
                baseline == null ? null : baseline.get("year"),
                value(baseline),
                periods);
    }

    /** The values of a period: one pair for the whole, and one for each part of it that has values of its own. */
    private void values(Element period, List<Period> found) {
        LocalDate start = date(period.first("period-start"));
        LocalDate end = date(period.first("period-end"));
        Map<String, List<@Nullable String>> targets = valuesByPart(period, "target");
        Map<String, List<@Nullable String>> actuals = valuesByPart(period, "actual");
        Set<String> parts = new LinkedHashSet<>(targets.keySet());
        parts.addAll(actuals.keySet());
        if (parts.isEmpty()) {
            found.add(new Period(start, end, null, null, null));
        }
        for (String part : parts) {
            List<@Nullable String> aims = targets.getOrDefault(part, List.of());
            List<@Nullable String> reached = actuals.getOrDefault(part, List.of());
            for (int i = 0; i < Math.max(aims.size(), reached.size()); i++) {
                found.add(new Period(
                        start,
                        end,
                        i < aims.size() ? aims.get(i) : null,
                        i < reached.size() ? reached.get(i) : null,
                        part.isEmpty() ? null : part));
            }
        }
    }

    private static Map<String, List<@Nullable String>> valuesByPart(Element period, String name) {
        Map<String, List<@Nullable String>> found = new LinkedHashMap<>();
        period.each(
                name,
                element -> found.computeIfAbsent(partOf(element), first -> new ArrayList<>())
                        .add(value(element)));
        return found;
    }

    /** What a value is about, where it is not about the whole: "Sex: female; location BDI-01". */
    private static String partOf(Element value) {
        StringJoiner part = new StringJoiner("; ");
        value.each("dimension", element -> part.add(element.get("name") + ": " + element.get("value")));
        value.each("location", element -> part.add("location " + element.get("ref")));
        return part.toString();
    }

    private static @Nullable String value(@Nullable Element element) {
        if (element == null) {
            return null;
        }
        String written = element.get("value") == null ? element.textOrNull() : element.get("value");
        return written == null ? null : MaskedText.ofValue(written);
    }

    private List<Related> related() {
        List<Related> found = new ArrayList<>();
        xml.each("related-activity", element -> {
            String ref = element.get("ref");
            if (ref != null) {
                found.add(new Related(element.get("type"), ref.replaceAll("\\s+", " ")));
            }
        });
        return found;
    }

    private List<DocumentLink> documents() {
        List<DocumentLink> found = new ArrayList<>();
        documents(xml, found);
        return found;
    }

    /** Results, indicators and their values have documents of their own. */
    private void documents(Element parent, List<DocumentLink> found) {
        for (String child : WITH_DOCUMENTS) {
            parent.each(child, element -> documents(element, found));
        }
        parent.each("document-link", element -> {
            StringJoiner categories = new StringJoiner(" ");
            element.each("category", category -> categories.add(String.valueOf(category.get("code"))));
            StringJoiner languages = new StringJoiner(" ");
            element.each("language", spoken -> languages.add(String.valueOf(spoken.get("code"))));
            found.add(new DocumentLink(
                    element.get("url") == null ? null : MaskedText.ofFigure(String.valueOf(element.get("url"))),
                    element.get("format"),
                    firstText(element, "title"),
                    categories.length() == 0 ? null : categories.toString(),
                    languages.length() == 0 ? element.get("language") : languages.toString(),
                    element.get("document-date", "iso-date")));
        });
    }

    private @Nullable String firstText(Element parent, String child) {
        return first(parent.name + "/" + child, texts(parent.all(child)));
    }

    /** Keeps the texts below an element that no field of ours holds: conditions, comments, what related activities are called and so on. */
    private void otherTexts(Element parent, String path) {
        for (int i = 0; i < parent.children(); i++) {
            Element element = parent.child(i);
            boolean readOnItsOwn = path.isEmpty() && element.name.equals("transaction");
            if (readOnItsOwn || (element.children() == 0 && !isWords(element.text()))) {
                continue;
            }
            String place = path.isEmpty() ? element.name : path + "/" + element.name;
            if (!READ_BY_NAME.contains(place)) {
                boolean namesCode = element.get("code") != null;
                for (Text text : texts(List.of(element))) {
                    if (isWords(text.text()) && !(namesCode && text.text().equals(element.text()))) {
                        others.add(new Narrative(place, text));
                    }
                }
            }
            if (element.children() > 0 && !element.child(0).name.equals("narrative")) {
                otherTexts(element, place);
            }
        }
    }

    /** Whether a text is more than a figure, a day or nothing. */
    private static boolean isWords(String text) {
        int letters = 0;
        for (int i = 0; i < text.length() && letters < 2; i++) {
            letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
        }
        return letters == 2 && Values.date(text) == null;
    }

    private void remember(Element element) {
        for (Text text : texts(List.of(element))) {
            if (Values.date(text.text()) == null) {
                others.add(new Narrative(element.name, text));
            }
        }
    }

    /** Every text of some elements: IATI 2 puts them into narratives, IATI 1 into the elements themselves. */
    private List<Text> texts(List<Element> elements) {
        List<Text> found = new ArrayList<>();
        for (Element element : elements) {
            String own = element.text();
            if (!own.isEmpty()) {
                found.add(new Text(languageOf(element, language), MaskedText.of(own)));
            }
            element.each("narrative", narrative -> {
                String text = narrative.text();
                if (!text.isEmpty()) {
                    found.add(new Text(languageOf(narrative, languageOf(element, language)), MaskedText.of(text)));
                }
            });
        }
        return found;
    }

    private static @Nullable String languageOf(Element element, @Nullable String otherwise) {
        String stated = element.get("xml:lang");
        return stated == null ? otherwise : stated.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String maskedText(Element element) {
        String written = element.textOrNull();
        return written == null ? null : MaskedText.ofFigure(written);
    }

    private static String shorten(String written) {
        // A piece of an address would not be seen as one.
        return Text.shortened(MaskedText.of(written), 60);
    }

    private void issue(IssueKind kind, Element where, String... arguments) {
        List<String> short60 = new ArrayList<>(arguments.length);
        for (String argument : arguments) {
            short60.add(shorten(argument));
        }
        out.issue(new ImportIssue(kind, file, where.line, identifier.isEmpty() ? null : identifier, short60));
    }
}
