package org.salus.framework;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which reform areas a purpose code of the OECD's Development Assistance Committee may stand for. A prior, never the verdict: real files use 15220 for
 * roads as well as for army pay. The table is data ({@code purpose-crosswalk.properties}) and carries its edition.
 */
public final class PurposeCrosswalk {
    /**
     * One purpose code.
     *
     * @param code five digits
     * @param areas what it may stand for, the likeliest first
     * @param weak whether most activities with this code are likely to be no support to reform at all
     */
    public record Purpose(String code, List<ReformArea> areas, boolean weak) implements Term {
        public Purpose {
            areas = List.copyOf(areas);
        }

        @Override
        public String vocabulary() {
            return "purpose";
        }
    }

    private static final PurposeCrosswalk CURRENT = read("purpose-crosswalk.properties");

    private final String edition;
    private final Map<String, Purpose> purposes;

    private PurposeCrosswalk(String edition, Map<String, Purpose> purposes) {
        this.edition = edition;
        this.purposes = purposes;
    }

    /** The edition in force. */
    public static PurposeCrosswalk current() {
        return CURRENT;
    }

    /** Names the state of the table: answers that used it can be read again under theirs. */
    public String edition() {
        return edition;
    }

    public Optional<Purpose> find(String code) {
        return Optional.ofNullable(purposes.get(code));
    }

    /** Ordered by code. */
    public List<Purpose> list() {
        return List.copyOf(purposes.values());
    }

    private static PurposeCrosswalk read(String resource) {
        Properties table = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(PurposeCrosswalk.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8)) {
            table.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<String, Purpose> purposes = new LinkedHashMap<>();
        for (String key : new TreeSet<>(table.stringPropertyNames())) {
            if (!key.equals("edition")) {
                String areas = table.getProperty(key);
                purposes.put(
                        key,
                        new Purpose(
                                key,
                                Stream.of(areas.replace("?", "").trim().split("\\s+"))
                                        .map(ReformArea::of)
                                        .toList(),
                                areas.contains("?")));
            }
        }
        return new PurposeCrosswalk(table.getProperty("edition"), purposes);
    }
}
