package org.salus.portfolio;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.salus.evidence.Donors;

/** References and names that belong together by fact: those of {@code organisation-aliases.csv}, and the funders of the room evidence's table. */
final class OrganisationAliases {
    /** Kinds of funders in the table of donors that are nobody in particular. */
    private static final Set<String> NOBODY = Set.of("private", "unclear", "unspecified", "unknown", "");

    private static final String DONORS = "donors:";

    /**
     * One organisation.
     *
     * @param key its first reference; for a funder without any, its name in the table of donors
     * @param names as compared
     * @param shown the first name as written
     * @param source where it says so
     */
    record Alias(String key, Set<String> names, String shown, String source) {
        /** Whether it stands for a reference, not only for names. */
        boolean isReferenced() {
            return !key.startsWith(DONORS);
        }
    }

    private final Map<String, Alias> byReference = new HashMap<>();
    private final Map<String, Alias> byName = new LinkedHashMap<>();
    private final Map<String, Alias> byKey = new HashMap<>();
    private final Map<String, String> donors = new HashMap<>();

    private OrganisationAliases() {}

    /** The tables that come with the program, read when they are first asked for. */
    private static final class Shipped {
        static final OrganisationAliases ALIASES = read(OrganisationNames.shipped());
    }

    static OrganisationAliases shipped() {
        return Shipped.ALIASES;
    }

    private static OrganisationAliases read(OrganisationNames names) {
        OrganisationAliases aliases = new OrganisationAliases();
        try (InputStream bytes = Objects.requireNonNull(
                        OrganisationAliases.class.getResourceAsStream("organisation-aliases.csv"));
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                List<String> written = List.of(row.getField("names").split("\\|", -1));
                Alias alias =
                        new Alias(row.getField("key"), new TreeSet<>(), written.getFirst(), row.getField("source"));
                aliases.add(alias, written, names);
                for (String reference : row.getField("references").split(" ", -1)) {
                    aliases.byReference.put(reference, alias);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        aliases.donors(names);
        return aliases;
    }

    private void add(Alias alias, List<String> written, OrganisationNames names) {
        byKey.put(alias.key(), alias);
        for (String name : written) {
            OrganisationNames.Name read = names.read(name);
            // A name that another country may have as well says nothing without its reference.
            if (!read.isNothing() && !read.isOfACountry()) {
                Alias first = byName.putIfAbsent(read.core(), alias);
                if (first == null) {
                    alias.names().add(read.core());
                }
            }
        }
    }

    /** Funders with the same donor and agency are one. A funder of which a name stands in the first file belongs there. */
    private void donors(OrganisationNames names) {
        Map<String, List<Donors.Line>> groups = new LinkedHashMap<>();
        for (Donors.Line line : Donors.shipped().lines()) {
            OrganisationNames.Name read = names.read(line.name());
            if (!read.isNothing() && !read.isOfACountry()) {
                donors.put(read.core(), line.donor().name());
            }
            if (!NOBODY.contains(line.donor().kind()) && !line.donor().name().contains("unspecified")) {
                groups.computeIfAbsent(
                                DONORS + line.donor().name() + (line.agency().isEmpty() ? "" : ", " + line.agency()),
                                first -> new ArrayList<>())
                        .add(line);
            }
        }
        groups.forEach((key, lines) -> {
            List<String> written = lines.stream().map(Donors.Line::name).toList();
            Map<String, Alias> known = new LinkedHashMap<>();
            for (String name : written) {
                Alias alias = byName.get(names.read(name).core());
                if (alias != null) {
                    known.put(alias.key(), alias);
                }
            }
            Alias alias = known.size() == 1
                    ? known.values().iterator().next()
                    : new Alias(key, new TreeSet<>(), key.substring(DONORS.length()), "table of donors");
            add(alias, written, names);
        });
    }

    /** Whom a reference stands for. */
    Optional<Alias> ofReference(String reference) {
        return Optional.ofNullable(byReference.get(reference));
    }

    /** Whom a name stands for, as compared. */
    Optional<Alias> ofName(String core) {
        return Optional.ofNullable(byName.get(core));
    }

    /** The donor that one of these names stands for in the table of donors, or a name that is the same as one of them. */
    Optional<String> donor(List<String> cores, Optional<String> alias) {
        return Stream.concat(
                        cores.stream(),
                        alias.flatMap(key -> Optional.ofNullable(byKey.get(key))).stream()
                                .flatMap(known -> known.names().stream()))
                .flatMap(core -> Optional.ofNullable(donors.get(core)).stream())
                .findFirst();
    }
}
