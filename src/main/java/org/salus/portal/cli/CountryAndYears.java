package org.salus.portal.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.portal.CountryQuestion;
import org.salus.portal.CountryTables;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The country, the years and the measure a command is asked about: the words of the pages' addresses. For use as a mixin. */
public final class CountryAndYears {
    @Parameters(index = "0", paramLabel = "COUNTRY", descriptionKey = "country")
    private String country = "";

    @Option(names = "--from", paramLabel = "YEAR", descriptionKey = "from")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "YEAR", descriptionKey = "to")
    private @Nullable String to;

    @Option(names = "--currency", paramLabel = "CODE", descriptionKey = "currency")
    private @Nullable String currency;

    @Option(names = "--measure", paramLabel = "MEASURE", descriptionKey = "measure")
    private @Nullable String measure;

    /**
     * What is asked.
     *
     * @param more other choices of the pages' addresses, by name
     * @throws Failure if there is no such country, or a word means nothing
     */
    CountryQuestion question(Map<String, String> more) {
        return CountryQuestion.of(country, address(more));
    }

    /**
     * What is asked of a table.
     *
     * @param more other choices of the pages' addresses, by name
     * @throws Failure if there is no such country, or a word means nothing
     */
    CountryQuestion question(String table, Map<String, String> more) {
        return CountryTables.question(table, country, address(more));
    }

    /** The country as it was written. */
    String country() {
        return country;
    }

    /** All words as an address; which of them mean something is for the question to say. */
    Address address(Map<String, String> more) {
        Map<String, @Nullable String> words = new LinkedHashMap<>(more);
        words.put("from", from);
        words.put("to", to);
        words.put("currency", currency);
        words.put("measure", measure);
        Address here = Address.of("/");
        for (Map.Entry<String, @Nullable String> word : words.entrySet()) {
            here = here.with(word.getKey(), word.getValue());
        }
        return here;
    }
}
