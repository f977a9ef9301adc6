package org.salus.workspace;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.salus.evidence.TableRows;

/** A workbook of ours as somebody fills it in far from here: its cells by their headings, hidden ones too, and the file that is sent back. */
public final class ReturnedForm {
    private static final int EXPLAINED = 3;

    private final List<List<String>> rows = new ArrayList<>();

    private ReturnedForm() {}

    /** The sheet of a workbook that has such a heading. */
    public static ReturnedForm of(byte[] workbook, String heading) {
        ReturnedForm form = new ReturnedForm();
        try {
            TableRows.workbook(new ByteArrayInputStream(workbook), new TableRows.Visitor() {
                @Override
                public boolean row(long line, List<String> cells) {
                    // The sheet that explains the columns names them too, one below the other.
                    if (!form.rows.isEmpty() || (cells.size() > EXPLAINED && cells.contains(heading))) {
                        form.rows.add(new ArrayList<>(cells));
                    }
                    return true;
                }

                @Override
                public boolean sheet(String name) {
                    return form.rows.isEmpty();
                }
            });
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return form;
    }

    /** The same workbook as a program saves it that keeps the value of a formula. */
    public static byte[] calculating(byte[] workbook, String formula, String value) throws IOException {
        String known = "<f>" + formula + "</f>";
        return replacing(workbook, Pattern.quote(known), known + "<v>" + value + "</v>");
    }

    /** The same workbook with a text cell as programs write it that mark every text as what a formula gave. */
    public static byte[] marking(byte[] workbook, String address, String text) throws IOException {
        return replacing(
                workbook,
                "<c r=\"" + address + "\".*?</c>",
                "<c r=\"" + address + "\" t=\"str\"><v>" + text + "</v></c>");
    }

    private static byte[] replacing(byte[] workbook, String pattern, String by) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // The writer leaves sizes for the end of the file, which a reader that goes from front to back refuses.
        try (ZipFile in = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                        .get();
                ZipOutputStream copy = new ZipOutputStream(out)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                copy.putNextEntry(new ZipEntry(entry.getName()));
                String text = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                copy.write(
                        text.replaceAll(pattern, Matcher.quoteReplacement(by)).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private int column(String heading) {
        int column = rows.getFirst().indexOf(heading);
        if (column < 0) {
            throw new IllegalArgumentException(heading);
        }
        return column;
    }

    /** The first row, from 1, in which that text stands below that heading. */
    public int row(String heading, String text) {
        for (int row = 1; row < rows.size(); row++) {
            if (cell(row, heading).equals(text)) {
                return row;
            }
        }
        throw new IllegalArgumentException(heading + " " + text);
    }

    /** What stands in a cell. */
    public String cell(int row, String heading) {
        int column = column(heading);
        return column < rows.get(row).size() ? rows.get(row).get(column) : "";
    }

    /** Writes into a cell. */
    public ReturnedForm write(int row, String heading, String text) {
        List<String> cells = rows.get(row);
        int column = column(heading);
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text);
        return this;
    }

    /** Adds a row in which nothing stands, and says which it is. */
    public int add() {
        rows.add(new ArrayList<>());
        return rows.size() - 1;
    }

    /** The file. */
    public byte[] csv() {
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
