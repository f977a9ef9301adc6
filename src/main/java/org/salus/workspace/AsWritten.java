package org.salus.workspace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.salus.ledger.PlainText;

/**
 * What a row of a form said when the form was written: of each of its cells a mark, in a hidden column. By it a form that comes back late is read as what somebody
 * changed in it, and not as an order to say again all that was said on the day it was written.
 */
public final class AsWritten {
    /** The heading of the column. */
    public static final String HEADING = "as written";

    private static final int MARK_BYTES = 6;

    private final Map<String, String> marks;

    private AsWritten(Map<String, String> marks) {
        this.marks = marks;
    }

    /**
     * What stands in the column.
     *
     * @param of what the row speaks about, so that the mark of a row that was copied for something else says nothing of that; without blanks
     * @param cells what it says, by names without blanks; an empty cell has no mark
     */
    public static String text(String of, Map<String, String> cells) {
        List<String> words = new ArrayList<>();
        words.add(of);
        cells.forEach((name, text) -> {
            if (!plain(text).isEmpty()) {
                words.add(name + "=" + mark(text));
            }
        });
        return String.join(" ", words);
    }

    /** A row of a form in which nothing of that name stood; so is one whose mark is broken. */
    public static AsWritten read(String text, String of) {
        String[] words = text.strip().split("\\s+", -1);
        Map<String, String> marks = new HashMap<>();
        if (words[0].equals(of)) {
            for (int i = 1; i < words.length; i++) {
                int end = words[i].indexOf('=');
                if (end > 0) {
                    marks.put(words[i].substring(0, end), words[i].substring(end + 1));
                }
            }
        }
        return new AsWritten(marks);
    }

    /** Whether a cell said this. */
    public boolean said(String name, String text) {
        return marks.getOrDefault(name, "").equals(plain(text).isEmpty() ? "" : mark(text));
    }

    /** Whether all of these cells said this. */
    public boolean said(Map<String, String> cells) {
        return cells.entrySet().stream().allMatch(cell -> said(cell.getKey(), cell.getValue()));
    }

    /** A few digits by which a text is told from another one. */
    public static String mark(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(plain(text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, MARK_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Spreadsheets write ends of lines in their own way, and hold characters nobody sees. */
    private static String plain(String text) {
        return PlainText.shown(text.replace("\r\n", "\n").replace('\r', '\n').strip());
    }
}
