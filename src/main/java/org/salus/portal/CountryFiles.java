package org.salus.portal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.context.GovernancePanel;
import org.salus.documents.Column;
import org.salus.documents.Fact;
import org.salus.documents.Table;
import org.salus.evidence.PartCounts;
import org.salus.evidence.Rates;
import org.salus.evidence.SourceVersion;
import org.salus.framework.Wording;
import org.salus.portfolio.PivotMeasure;

/**
 * What a file of a country's tables says about itself, in its name and on its last sheet: what was asked, in which currency, and from which sources the answer
 * comes. Taken away from its page, a table has nothing else to be told by.
 */
public final class CountryFiles {
    private static final int DAY = 10;

    private final Brief brief;
    private final CountryQuestion question;
    private final PivotMeasure measure;
    private final Wording wording;

    /** The files of a question. */
    public CountryFiles(Brief brief, CountryQuestion question, Wording wording) {
        this.brief = brief;
        this.question = question;
        this.measure = Choices.pivotMeasure(question.here())
                .orElseGet(() -> PivotMeasure.of(BriefDocument.measure(brief.support())));
        this.wording = wording;
    }

    /** The name of a table's file without its ending; the same table in another currency or measure has another name. */
    public String name(String table, Table content) {
        return Stream.of(
                        List.of("salus", question.country().iso3(), table),
                        currencies(content),
                        isMeasured(content) ? List.of(measure.code()) : List.<String>of())
                .flatMap(Collection::stream)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("-"));
    }

    /** What readers must know of a file with these tables, by their names. */
    public List<Fact> facts(Map<String, Table> tables) {
        List<Fact> facts = new ArrayList<>();
        brief.notice().ifPresent(notice -> facts.add(new Fact(wording.say("frame.file.notice"), wording.say(notice))));
        fact(
                facts,
                "country",
                question.country().name() + " (" + question.country().iso3() + ")");
        fact(facts, "asked", String.join(", ", tables.keySet()));
        fact(facts, "period", period());
        fact(facts, "filter", filter(tables.keySet()));
        SortedSet<String> currencies = new TreeSet<>();
        tables.values().forEach(table -> currencies.addAll(currencies(table)));
        if (!currencies.isEmpty()) {
            fact(
                    facts,
                    "currency",
                    currencies.stream()
                            .map(code -> wording.say("portal.choice.currency.one", code, Shown.currency(code, wording)))
                            .collect(Collectors.joining("; ")));
        }
        if (tables.values().stream().anyMatch(CountryFiles::isMeasured)) {
            fact(facts, "measure", wording.say(measure.label()));
        }
        if (tables.keySet().stream().anyMatch(CountryFiles::isOfActivities)) {
            fact(facts, "rates", wording.say("portal.file.rates.text"));
            fact(facts, "sorted", Shown.editions(brief.support().edition()));
        }
        facts.addAll(sources(tables.keySet()));
        return facts;
    }

    private void fact(List<Fact> facts, String name, String text) {
        facts.add(new Fact(wording.say("portal.file." + name), text));
    }

    private String period() {
        @Nullable Integer from = question.period().from();
        @Nullable Integer to = question.period().to();
        if (from == null) {
            return to == null
                    ? wording.say("portal.file.period.all")
                    : wording.say("portal.file.period.until", String.valueOf(to));
        }
        return to == null
                ? wording.say("portal.file.period.from", String.valueOf(from))
                : wording.say("portal.file.period.both", String.valueOf(from), String.valueOf(to));
    }

    /** The choices by the names and values that addresses, the API and the command line have for them, so that anyone can ask again. */
    private String filter(Collection<String> tables) {
        String choices = tables.stream()
                .flatMap(table -> CountryTables.choices(table).stream())
                .distinct()
                .flatMap(name -> question.here().choice(name).map(value -> name + " = " + value).stream())
                .collect(Collectors.joining("; "));
        return choices.isEmpty() ? wording.say("portal.file.filter.none") : choices;
    }

    /** ISO codes of the currencies that columns of a table are in as a whole. */
    private static SortedSet<String> currencies(Table table) {
        NavigableSet<String> known = Rates.shipped().currencies();
        SortedSet<String> found = new TreeSet<>();
        for (Column column : table.columns()) {
            // The column that counts in a table of rows is named after its currency.
            for (String word :
                    List.of(column.unit().replaceFirst(" .*", ""), column.key().toUpperCase(Locale.ROOT))) {
                if (known.contains(word)) {
                    found.add(word);
                }
            }
        }
        return found;
    }

    private static boolean isMeasured(Table table) {
        return table.columns().stream().anyMatch(column -> !column.measured().isEmpty());
    }

    private static boolean isOfActivities(String table) {
        return Stream.of("crs", "premise-", "events", "indicators", "governance-")
                        .noneMatch(table::startsWith)
                || table.equals("crs-years");
    }

    private List<Fact> sources(Collection<String> tables) {
        return brief.origins().stream()
                .filter(origin -> tables.stream().anyMatch(table -> speaks(table, origin.version())))
                .map(origin -> new Fact(
                        wording.say("portal.file.source"),
                        Stream.of(
                                        origin.version().file(),
                                        wording.say(origin.version().kind().key()),
                                        origin.attribution(wording),
                                        asOf(origin.version().counts()))
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining("; "))))
                .toList();
    }

    private String asOf(PartCounts counts) {
        return counts.stamp().length() < DAY
                ? ""
                : wording.say("portal.file.as-of", counts.stamp().substring(0, DAY));
    }

    /** Whether a table may have something from a source. */
    private boolean speaks(String table, SourceVersion version) {
        PartCounts counts = version.counts();
        if (table.startsWith("governance-")) {
            return brief.governance().publishers().stream()
                    .filter(publisher -> table.equals("governance-" + publisher.descriptor()))
                    .map(GovernancePanel.Publisher::source)
                    .anyMatch(version.source()::equals);
        }
        return (isOfActivities(table) && counts.activities() > 0)
                || (table.startsWith("crs") && counts.crsAmounts() > 0)
                || ((table.equals("events") || table.startsWith("premise-")) && counts.events() > 0)
                || ((table.equals("indicators") || table.startsWith("premise-")) && counts.indicatorValues() > 0);
    }
}
