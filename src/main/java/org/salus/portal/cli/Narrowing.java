package org.salus.portal.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.portal.CountryTables;
import picocli.CommandLine.Option;

/** Which rows of a table: the choices that addresses of the pages carry, each as an option of the same name. For use as a mixin. */
public final class Narrowing {
    private final Map<String, String> words = new LinkedHashMap<>();

    /**
     * The choices.
     *
     * @param table that is asked for
     * @throws Failure (wrong use) for a choice that this table does not take
     */
    Map<String, String> choices(String table) {
        Collection<String> known = CountryTables.choices(table);
        for (String name : words.keySet()) {
            if (!known.contains(name)) {
                throw Failure.wrongUse(Sentence.of("portal.export.no-choice", option(name), table));
            }
        }
        return words;
    }

    /** The choices as they were made, for a question that looks at them itself. */
    Map<String, String> words() {
        return Map.copyOf(words);
    }

    /** How a choice is written on a command line. */
    static String option(String name) {
        return "--" + name.replace('_', '-');
    }

    @Option(names = "--area", paramLabel = "CODE", descriptionKey = "where.area")
    void area(String word) {
        words.put("area", word);
    }

    @Option(names = "--field", paramLabel = "NUMBER", descriptionKey = "where.field")
    void field(String word) {
        words.put("field", word);
    }

    @Option(names = "--donor", paramLabel = "NAME", descriptionKey = "where.donor")
    void donor(String word) {
        words.put("donor", word);
    }

    @Option(names = "--rows", paramLabel = "DIMENSION", descriptionKey = "where.rows")
    void rows(String word) {
        words.put("rows", word);
    }

    @Option(names = "--columns", paramLabel = "DIMENSION", descriptionKey = "where.columns")
    void columns(String word) {
        words.put("columns", word);
    }

    @Option(names = "--funder", paramLabel = "KEY", descriptionKey = "where.funder")
    void funder(String word) {
        words.put("funder", word);
    }

    @Option(names = "--implementer", paramLabel = "KEY", descriptionKey = "where.implementer")
    void implementer(String word) {
        words.put("implementer", word);
    }

    @Option(names = "--place", paramLabel = "NAME", descriptionKey = "where.place")
    void place(String word) {
        words.put("place", word);
    }

    @Option(names = "--flow", paramLabel = "CODE", descriptionKey = "where.flow")
    void flow(String word) {
        words.put("flow", word);
    }

    @Option(names = "--counted", paramLabel = "HOW", descriptionKey = "where.counted")
    void counted(String word) {
        words.put("counted", word);
    }

    @Option(names = "--year", paramLabel = "YEAR", descriptionKey = "where.year")
    void year(String word) {
        words.put("year", word);
    }

    @Option(names = "--activity", paramLabel = "IDENTIFIER", descriptionKey = "where.activity")
    void activity(String word) {
        words.put("activity", word);
    }

    @Option(names = "--purpose-152", paramLabel = "YES", descriptionKey = "where.purpose-152")
    void purpose152(String word) {
        words.put("purpose_152", word);
    }

    @Option(names = "--reform", paramLabel = "YES", descriptionKey = "where.reform")
    void reform(String word) {
        words.put("reform", word);
    }

    @Option(names = "--also", paramLabel = "CODE", descriptionKey = "where.also")
    void also(String word) {
        words.put("also", word);
    }

    @Option(names = "--q", paramLabel = "WORDS", descriptionKey = "where.q")
    void q(String word) {
        words.put("q", word);
    }

    @Option(names = "--status", paramLabel = "CODE", descriptionKey = "where.status")
    void status(String word) {
        words.put("status", word);
    }

    @Option(names = "--gap", paramLabel = "GAP", descriptionKey = "where.gap")
    void gap(String word) {
        words.put("gap", word);
    }

    @Option(names = "--located", paramLabel = "YES", descriptionKey = "where.located")
    void located(String word) {
        words.put("located", word);
    }

    @Option(names = "--sort", paramLabel = "COLUMN", descriptionKey = "where.sort")
    void sort(String word) {
        words.put("sort", word);
    }

    @Option(names = "--reason", paramLabel = "REASON", descriptionKey = "where.reason")
    void reason(String word) {
        words.put("reason", word);
    }

    @Option(names = "--counted-as", paramLabel = "MEASURE", descriptionKey = "where.counted-as")
    void countedAs(String word) {
        words.put("counted_as", word);
    }

    @Option(names = "--published-in", paramLabel = "CODE", descriptionKey = "where.published-in")
    void publishedIn(String word) {
        words.put("published_in", word);
    }

    @Option(names = "--finding", paramLabel = "KEY", descriptionKey = "where.finding")
    void finding(String word) {
        words.put("finding", word);
    }

    @Option(names = "--purpose", paramLabel = "CODE", descriptionKey = "where.purpose")
    void purpose(String word) {
        words.put("purpose", word);
    }

    @Option(names = "--violence", paramLabel = "TYPE", descriptionKey = "where.violence")
    void violence(String word) {
        words.put("violence", word);
    }

    @Option(names = "--actor", paramLabel = "NAME", descriptionKey = "where.actor")
    void actor(String word) {
        words.put("actor", word);
    }

    @Option(names = "--non-state", paramLabel = "YES", descriptionKey = "where.non-state")
    void nonState(String word) {
        words.put("non_state", word);
    }

    @Option(names = "--descriptor", paramLabel = "NAME", descriptionKey = "where.descriptor")
    void descriptor(String word) {
        words.put("descriptor", word);
    }

    @Option(names = "--series", paramLabel = "NAME", descriptionKey = "where.series")
    void series(String word) {
        words.put("series", word);
    }
}
