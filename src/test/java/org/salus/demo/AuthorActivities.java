package org.salus.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Writes the aid activities as compact IATI 2.03: what the release's XML says, without descriptions, plus the purpose codes of its projects table.
 *
 * <p>Two names are not carried over as they are: a funder's name that is a private person's, and a foundation's that was cut down to its founder's.
 */
final class AuthorActivities {
    /** One file, because several of one reporter would be versions of one another. */
    static final String FILE = "aid-burundi.xml.gz";

    private static final Map<String, String> ROLES = Map.of("Funding", "1");
    private static final Map<String, String> TYPES = Map.of("C", "2", "D", "3", "E", "4");
    private static final Map<String, String> DATES = Map.of("start-actual", "2", "end-actual", "4");
    private static final Map<String, String> STATUSES =
            Map.of("Pipeline/identification", "1", "Implementation", "2", "Completion", "3");
    private static final Map<String, String> WITHOUT_PERSONS = Map.of(
            "Janet Craig", "Private donor, name left out",
            "Howard Buft", "Howard G. Buffett Foundation");

    private final Path release;

    AuthorActivities(Path release) {
        this.release = release;
    }

    void write(Path folder) throws IOException {
        Map<String, List<String>> purposes = new HashMap<>();
        Set<String> dacCodes = dacCodes();
        List<String> activities = new ArrayList<>();
        try (ZipFile zip = new ZipFile(release.toFile())) {
            try (CsvReader<NamedCsvRecord> projects = CsvReader.builder()
                    .ofNamedCsvRecord(new InputStreamReader(
                            zip.getInputStream(entry(zip, "data/projects.csv")), StandardCharsets.UTF_8))) {
                for (NamedCsvRecord project : projects) {
                    purposes.put(
                            project.getField("project_id"),
                            List.of(project.getField("ad_purpose_codes").split("\\|", -1)));
                }
            }
            try (InputStream xml = zip.getInputStream(entry(zip, ".xml"))) {
                Element root = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(xml)
                        .getDocumentElement();
                for (Element activity : children(root, "iati-activity")) {
                    String identifier = text(activity, "iati-identifier");
                    String project = identifier.substring(identifier.indexOf("-SG-") + 4);
                    activities.add(activity(activity, identifier, purposes.getOrDefault(project, List.of()), dacCodes));
                }
            } catch (ParserConfigurationException | SAXException broken) {
                throw new IOException(broken);
            }
        }
        String text = """
                <?xml version="1.0" encoding="UTF-8"?>
                <!-- Reduced from AidData's Burundi AIMS release, ODC-By 1.0; see README.md -->
                <iati-activities version="2.03" generated-datetime="2017-03-20T15:12:09">
                """ + String.join("", activities) + "</iati-activities>\n";
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve(FILE)))) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String activity(Element activity, String identifier, List<String> purposes, Set<String> dacCodes) {
        StringBuilder out = new StringBuilder(4000);
        out.append("<iati-activity default-currency=\"USD\" last-updated-datetime=\"")
                .append(activity.getAttribute("last-updated-datetime"))
                .append("\">\n");
        element(out, "iati-identifier", identifier);
        Element reporter = children(activity, "reporting-org").getFirst();
        out.append("<reporting-org ref=\"")
                .append(reporter.getAttribute("ref"))
                .append("\" type=\"")
                .append(reporter.getAttribute("type"))
                .append("\" secondary-reporter=\"1\"><narrative>AidData</narrative></reporting-org>\n");
        out.append("<title><narrative>")
                .append(escaped(text(activity, "title")))
                .append("</narrative></title>\n");
        for (Element party : children(activity, "participating-org")) {
            String name = party.getTextContent().strip();
            out.append("<participating-org role=\"")
                    .append(code(ROLES, party.getAttribute("role")))
                    .append("\"><narrative>")
                    .append(escaped(WITHOUT_PERSONS.getOrDefault(name, name)))
                    .append("</narrative></participating-org>\n");
        }
        String status = text(activity, "activity-status");
        if (!status.isEmpty()) {
            out.append("<activity-status code=\"")
                    .append(code(STATUSES, status))
                    .append("\"/>\n");
        }
        for (Element date : children(activity, "activity-date")) {
            out.append("<activity-date type=\"")
                    .append(code(DATES, date.getAttribute("type")))
                    .append("\" iso-date=\"")
                    .append(date.getAttribute("iso-date"))
                    .append("\"/>\n");
        }
        for (Element country : children(activity, "recipient-country")) {
            out.append("<recipient-country code=\"")
                    .append(country.getAttribute("code"))
                    .append("\" percentage=\"")
                    .append(country.getAttribute("percentage"))
                    .append("\"/>\n");
        }
        children(activity, "location").forEach(location -> location(out, location));
        sectors(out, children(activity, "sector"), purposes, dacCodes);
        for (Element transaction : children(activity, "transaction")) {
            Element value = children(transaction, "value").getFirst();
            out.append("<transaction><transaction-type code=\"")
                    .append(code(
                            TYPES,
                            children(transaction, "transaction-type").getFirst().getAttribute("code")))
                    .append("\"/><transaction-date iso-date=\"")
                    .append(children(transaction, "transaction-date").getFirst().getAttribute("iso-date"))
                    .append("\"/><value currency=\"")
                    .append(value.getAttribute("currency"))
                    .append("\" value-date=\"")
                    .append(value.getAttribute("value-date"))
                    .append("\">")
                    .append(value.getTextContent().strip())
                    .append("</value></transaction>\n");
        }
        return out.append("</iati-activity>\n").toString();
    }

    private static void location(StringBuilder out, Element location) {
        Element id = children(location, "location-id").getFirst();
        Element point = children(location, "coordinates").getFirst();
        out.append("<location><location-id vocabulary=\"G1\" code=\"")
                .append(id.getAttribute("code"))
                .append("\"/><name><narrative>")
                .append(escaped(text(location, "name")))
                .append("</narrative></name><point srsName=\"http://www.opengis.net/def/crs/EPSG/0/4326\"><pos>")
                .append(point.getAttribute("latitude"))
                .append(' ')
                .append(point.getAttribute("longitude"))
                .append("</pos></point>");
        for (String name : List.of("exactness", "location-class")) {
            for (Element coded : children(location, name)) {
                out.append('<')
                        .append(name)
                        .append(" code=\"")
                        .append(coded.getAttribute("code"))
                        .append("\"/>");
            }
        }
        out.append("</location>\n");
    }

    /** Categories as released, then purposes in the same order: as DAC's if the activity has no other, else as AidData's. */
    private static void sectors(StringBuilder out, List<Element> sectors, List<String> purposes, Set<String> dacCodes) {
        for (Element sector : sectors) {
            sector(out, "2", sector.getAttribute("code"), sector.getAttribute("percentage"));
        }
        if (purposes.size() == sectors.size()) {
            String vocabulary = dacCodes.containsAll(purposes) ? "1" : "6";
            for (int i = 0; i < purposes.size(); i++) {
                sector(out, vocabulary, purposes.get(i), sectors.get(i).getAttribute("percentage"));
            }
        }
    }

    private static void sector(StringBuilder out, String vocabulary, String code, String percentage) {
        out.append("<sector vocabulary=\"")
                .append(vocabulary)
                .append("\" code=\"")
                .append(code)
                .append("\" percentage=\"")
                .append(percentage)
                .append("\"/>\n");
    }

    private static Set<String> dacCodes() throws IOException {
        Set<String> codes = new HashSet<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        AuthorActivities.class.getResourceAsStream("/org/salus/evidence/reference/purpose-codes.csv"),
                        StandardCharsets.UTF_8))) {
            rows.forEach(row -> codes.add(row.getField("code")));
        }
        return codes;
    }

    private static ZipEntry entry(ZipFile zip, String end) throws IOException {
        return zip.stream()
                .filter(entry -> entry.getName().endsWith(end))
                .findFirst()
                .map(ZipEntry.class::cast)
                .orElseThrow(() -> new IOException("The release holds no file that ends with " + end));
    }

    private static String code(Map<String, String> pairs, String older) {
        String code = pairs.get(older);
        if (code == null) {
            throw new IllegalArgumentException("The release uses a word this program was not told about: " + older);
        }
        return code;
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static String text(Element parent, String child) {
        List<Element> found = children(parent, child);
        return found.isEmpty() ? "" : found.getFirst().getTextContent().strip();
    }

    private static void element(StringBuilder out, String name, String text) {
        out.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
