package org.salus.evidence;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Opens the text of a table whatever its encoding: by its byte-order mark, else UTF-8, and bytes that are no UTF-8 as Windows-1252. */
final class TableText {
    /** Titles stand above a table in no more lines than these. */
    private static final int MOST_TITLES = 20;

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int LOOK_AHEAD = 16_384;

    private TableText() {}

    static BufferedReader open(InputStream stream) throws IOException {
        return open(stream, () -> {});
    }

    /**
     * As {@link #open(InputStream)}.
     *
     * @param onOtherEncoding is run once if bytes turn up that are no UTF-8
     */
    static BufferedReader open(InputStream stream, Runnable onOtherEncoding) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(stream, 1 << 16);
        bytes.mark(4);
        byte[] mark = bytes.readNBytes(3);
        bytes.reset();
        Reader text;
        if (starts(mark, 0xEF, 0xBB, 0xBF)) {
            bytes.skipNBytes(3);
            text = new Utf8OrWindows(bytes, onOtherEncoding);
        } else if (starts(mark, 0xFE, 0xFF) || starts(mark, 0xFF, 0xFE)) {
            text = new InputStreamReader(bytes, StandardCharsets.UTF_16);
        } else {
            text = new Utf8OrWindows(bytes, onOtherEncoding);
        }
        return new BufferedReader(text, 1 << 16);
    }

    /**
     * The character that stands most often between the fields of the first line with any; the text is left where it was. A line is passed over if none of its
     * own stands in the next one: it is a title with a comma in it, and no row of the table.
     */
    static char delimiter(BufferedReader text) throws IOException {
        text.mark(LOOK_AHEAD);
        char[] start = new char[LOOK_AHEAD - 1];
        int length = 0;
        for (int got = 0; got >= 0 && length < start.length; got = text.read(start, length, start.length - length)) {
            length += got;
        }
        text.reset();
        List<int[]> lines = counted(start, length);
        int best = 0;
        for (int i = 0; i < lines.size(); i++) {
            int[] counts = lines.get(i);
            if (sum(counts) > 0) {
                best = most(counts);
                if (i + 1 == lines.size() || lines.get(i + 1)[best] > 0) {
                    break;
                }
            }
        }
        return DELIMITERS[best];
    }

    /** How often each delimiter stands in each line that is not empty, outside of quotes. */
    private static List<int[]> counted(char[] start, int length) {
        List<int[]> lines = new ArrayList<>();
        int[] counts = new int[DELIMITERS.length];
        boolean quoted = false;
        boolean isEmpty = true;
        for (int i = 0; i < length && lines.size() < MOST_TITLES; i++) {
            char c = start[i];
            if (c == '"') {
                quoted = !quoted;
                isEmpty = false;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                if (!isEmpty) {
                    lines.add(counts);
                }
                counts = new int[DELIMITERS.length];
                isEmpty = true;
            } else {
                isEmpty &= Character.isWhitespace(c) && c != '\t';
                for (int j = 0; !quoted && j < DELIMITERS.length; j++) {
                    counts[j] += c == DELIMITERS[j] ? 1 : 0;
                }
            }
        }
        if (!isEmpty) {
            lines.add(counts);
        }
        return lines;
    }

    private static int most(int[] counts) {
        int best = 0;
        for (int j = 1; j < DELIMITERS.length; j++) {
            best = counts[j] > counts[best] ? j : best;
        }
        return best;
    }

    private static int sum(int[] counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static final class Utf8OrWindows extends Reader {
        private final InputStream bytes;
        private final ByteBuffer in = ByteBuffer.allocate(1 << 16).flip();
        private final CharsetDecoder utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        private final Charset windows = Charset.forName("windows-1252");
        private final Runnable onOtherEncoding;
        private boolean other;
        private boolean ended;

        Utf8OrWindows(InputStream bytes, Runnable onOtherEncoding) {
            this.bytes = bytes;
            this.onOtherEncoding = onOtherEncoding;
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            CharBuffer out = CharBuffer.wrap(target, offset, length);
            while (out.hasRemaining()) {
                CoderResult result = utf8.decode(in, out, ended);
                if (result.isError()) {
                    if (!out.hasRemaining()) {
                        break;
                    }
                    if (!other) {
                        other = true;
                        onOtherEncoding.run();
                    }
                    out.put(new String(new byte[] {in.get()}, windows).charAt(0));
                } else if (result.isUnderflow()) {
                    if (ended || (out.position() > offset && in.remaining() == 0 && bytes.available() == 0)) {
                        break;
                    }
                    fill();
                }
            }
            int read = out.position() - offset;
            return read == 0 && length > 0 ? -1 : read;
        }

        private void fill() throws IOException {
            in.compact();
            int got = bytes.read(in.array(), in.position(), in.remaining());
            if (got < 0) {
                ended = true;
            } else {
                in.position(in.position() + got);
            }
            in.flip();
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }
}
