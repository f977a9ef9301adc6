package org.salus.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes the files that the tests of bad input load, and looks at what a load leaves behind. */
final class HostileFiles {
    private HostileFiles() {}

    /** A file of activities around this content. */
    static String file(String... activities) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<iati-activities version=\"2.03\" generated-datetime=\"2020-01-01T00:00:00Z\">\n"
                + String.join("\n", activities) + "\n</iati-activities>\n";
    }

    /** One sound activity in Burundi, with a commitment of 100 US dollars and whatever else is given. */
    static String activity(String identifier, String... more) {
        return "<iati-activity default-currency=\"USD\"><iati-identifier>" + identifier
                + "</iati-identifier><reporting-org ref=\"XX-1\" type=\"10\"><narrative>Reporter</narrative></reporting-org>"
                + "<title><narrative>Title of " + identifier
                + "</narrative></title><recipient-country code=\"BI\"/>" + String.join("", more)
                + transaction("100") + "</iati-activity>";
    }

    static String transaction(String amount) {
        return "<transaction><transaction-type code=\"2\"/><transaction-date iso-date=\"2012-05-06\"/><value value-date=\"2012-05-06\">"
                + amount + "</value></transaction>";
    }

    static LoadInput input(Path folder, String name, byte[] bytes) {
        try {
            Path path = folder.resolve(name);
            Files.write(path, bytes);
            return new LoadInput(name, path.toString(), path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static LoadInput input(Path folder, String name, String text) {
        return input(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] encoded(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** A zip of these members: names and contents in turn. */
    static byte[] zip(Object... namesAndContents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write(
                        namesAndContents[i + 1] instanceof byte[] bytes
                                ? bytes
                                : ((String) namesAndContents[i + 1]).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    static LoadReport load(Evidence evidence, LoadInput... inputs) {
        return evidence.loads().load(List.of(inputs), null, Progress.SILENT);
    }

    /** The identifiers of all current activities. */
    static List<String> identifiers(Evidence evidence) {
        List<String> found = new ArrayList<>();
        evidence.snapshot().activities().each(activity -> found.add(activity.identifier()));
        found.sort(String::compareTo);
        return found;
    }

    /** How often each kind of issue was found. */
    static Map<IssueKind, Integer> issues(Evidence evidence) {
        Map<IssueKind, Integer> found = new LinkedHashMap<>();
        evidence.snapshot().issues().groups().forEach(group -> found.merge(group.kind(), group.count(), Integer::sum));
        return found;
    }

    /** Every file below a folder with its bytes' hash, except what only holds locks. */
    static Map<String, Integer> content(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            Map<String, Integer> found = new LinkedHashMap<>();
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                found.put(folder.relativize(file).toString(), java.util.Arrays.hashCode(Files.readAllBytes(file)));
            }
            return found;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What a load has left in its work folder. */
    static List<String> leftOver(Path data) {
        try (Stream<Path> all = Files.list(data.resolve("work"))) {
            return all.map(path -> path.getFileName().toString()).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
