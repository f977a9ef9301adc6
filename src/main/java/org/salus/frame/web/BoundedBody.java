package org.salus.frame.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** A request of which no more is read than a program may send at once. Files have a bound of their own, and forms that of the server. */
final class BoundedBody extends HttpServletRequestWrapper {
    /** Of what is no file: many thousand items of a workspace. */
    static final long MOST_BYTES = 8L << 20;

    private BoundedBody(HttpServletRequest request) {
        super(request);
    }

    /** Whether a request says itself that it is larger. */
    static boolean isTooLarge(HttpServletRequest request) {
        return isBounded(request) && request.getContentLengthLong() > MOST_BYTES;
    }

    /** The request, read no further than the bound. */
    static HttpServletRequest of(HttpServletRequest request) {
        return isBounded(request) ? new BoundedBody(request) : request;
    }

    private static boolean isBounded(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Counting(super.getInputStream());
    }

    @Override
    public BufferedReader getReader() throws IOException {
        String named = getCharacterEncoding();
        Charset charset = named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    private static final class Counting extends ServletInputStream {
        private final ServletInputStream body;
        private long read;

        private Counting(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            return next < 0 ? next : counted(1, next);
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int count = body.read(into, from, most);
            return count < 0 ? count : counted(count, count);
        }

        private int counted(int more, int answer) {
            read += more;
            if (read > MOST_BYTES) {
                throw new MaxUploadSizeExceededException(MOST_BYTES);
            }
            return answer;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
