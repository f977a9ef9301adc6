package org.salus.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.salus.framework.Sentence;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads outlines of countries and first-level units from GeoJSON. Understood are the property names of Natural Earth and plain {@code iso3}, {@code name},
 * {@code vintage}; whose they are is what the file says about itself as {@code licence}, {@code attribution} or {@code source}.
 */
final class OutlineReader implements FactReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> ORIGIN = Set.of("licence", "license", "attribution", "source");
    /** Longer is no line about a licence any more. */
    private static final int LONGEST_LICENCE = 300;

    private final Countries countries;

    OutlineReader(Countries countries) {
        this.countries = countries;
    }

    @Override
    public int format() {
        return 3;
    }

    @Override
    public void read(InputStream bytes, String name, FactSink out) throws IOException {
        try (JsonParser json = JSON.createParser(bytes)) {
            int row = 0;
            while (json.nextToken() != null) {
                if (json.currentToken() != JsonToken.PROPERTY_NAME) {
                    continue;
                }
                String member = json.currentName();
                if (member.equals("features")) {
                    json.nextToken();
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        JsonNode feature = json.readValueAsTree();
                        feature(feature, ++row, name, out);
                    }
                } else if (ORIGIN.contains(member) && json.nextToken() == JsonToken.VALUE_STRING) {
                    String stated = MaskedText.of(json.getString().strip());
                    if (!stated.isEmpty() && stated.length() <= LONGEST_LICENCE) {
                        out.licence(stated);
                    }
                }
            }
        } catch (JacksonException broken) {
            int line = broken.getLocation() == null
                    ? 0
                    : Math.max(0, broken.getLocation().getLineNr());
            if (broken instanceof StreamConstraintsException) {
                throw new UnreadableFile(Sentence.of("evidence.file.json-too-deep"), line);
            }
            throw new UnreadableFile(
                    Sentence.of("evidence.file.broken-json", String.valueOf(broken.getOriginalMessage())), line);
        }
    }

    private void feature(JsonNode feature, int row, String file, FactSink out) {
        JsonNode properties = feature.path("properties");
        boolean unit = properties.has("adm0_a3") || "1".equals(text(properties, "level"));
        String code = unit ? "adm0_a3" : "iso_a3";
        String named = text(properties, "name");
        Optional<Country> country = code(properties, code)
                .or(() -> code(properties, "iso3"))
                .or(() -> code(properties, "iso_a2"))
                .or(() -> Optional.ofNullable(named).flatMap(countries::findByName));
        if (country.isEmpty()) {
            String told = unit ? owner(properties, code) : named;
            out.issue(
                    told == null
                            ? new ImportIssue(IssueKind.OUTLINE_WITHOUT_COUNTRY, file, row, null, List.of())
                            : new ImportIssue(IssueKind.NOT_A_COUNTRY, file, row, null, List.of(told)));
            return;
        }
        // Files of countries leave the name of some small ones empty; the code says who they are. Of a unit only the
        // name says it.
        String label = named == null && !unit ? country.get().name() : named;
        if (label == null) {
            out.issue(new ImportIssue(
                    IssueKind.OUTLINE_WITHOUT_NAME,
                    file,
                    row,
                    null,
                    List.of(country.get().name())));
            return;
        }
        try {
            Geometry shape = new GeoJsonReader().read(feature.path("geometry").toString());
            if (shape == null || shape.isEmpty()) {
                throw new ParseException("empty");
            }
            out.outline(new Outline(country.get().iso3(), unit ? 1 : 0, label, text(properties, "vintage"), shape));
        } catch (ParseException | RuntimeException broken) {
            out.issue(new ImportIssue(IssueKind.BAD_ROW, file, row, null, List.of(label)));
        }
    }

    private Optional<Country> code(JsonNode properties, String key) {
        String code = text(properties, key);
        return code == null ? Optional.empty() : countries.findByCode(code);
    }

    /** What a unit says of its country, or else its own name. */
    private static @Nullable String owner(JsonNode properties, String key) {
        for (String property : List.of(key, "iso3", "iso_a2", "name")) {
            String told = text(properties, property);
            if (told != null) {
                return told;
            }
        }
        return null;
    }

    private static @Nullable String text(JsonNode properties, String key) {
        JsonNode value = properties.path(key);
        if (value.isNumber()) {
            return new BigDecimal(value.asString()).toPlainString();
        }
        return value.isString() && !value.stringValue().isBlank()
                ? value.stringValue().strip()
                : null;
    }
}
