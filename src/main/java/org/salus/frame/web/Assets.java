package org.salus.frame.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.salus.documents.Diagram;
import org.salus.documents.Palette;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Style sheets and scripts. Only the files named here are served; an address holds the hash of its content, so a browser may keep it for ever. */
@Controller
final class Assets {
    private static final String OWN = "static/";
    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry(
                    "tabler.css",
                    webjar("org.webjars.npm", "tabler__core", "webjars/tabler__core", "css/tabler.min.css")),
            Map.entry("htmx.js", webjar("org.webjars.npm", "htmx.org", "webjars/htmx.org", "htmx.min.js")),
            Map.entry("echarts.js", webjar("org.mvnpm", "echarts", "_static/echarts", "echarts.min.js")),
            Map.entry("charts.js", OWN + "charts.js"),
            Map.entry("theme.js", OWN + "theme.js"),
            Map.entry("page.js", OWN + "page.js"),
            Map.entry("edit.js", OWN + "edit.js"),
            Map.entry("diagram.js", OWN + "diagram.js"),
            Map.entry("logframe.js", OWN + "logframe.js"),
            Map.entry("chain.js", OWN + "chain.js"),
            Map.entry("gantt.js", OWN + "gantt.js"),
            Map.entry("salus.css", OWN + "salus.css"),
            Map.entry("mark.svg", OWN + "mark.svg"));
    private static final String TINTS = "tints.css";
    private static final Map<String, File> READ = new ConcurrentHashMap<>();

    @SuppressWarnings("ArrayRecordComponent")
    private record File(byte[] content, String hash) {}

    Assets() {}

    /** The address of a file, which changes with its content. */
    static String href(String name) {
        File file = file(name);
        if (file == null) {
            throw new IllegalArgumentException("No such file is served: " + name);
        }
        return "/assets/" + file.hash() + "/" + name;
    }

    @GetMapping("/assets/{hash}/{name}")
    void serve(@PathVariable String hash, @PathVariable String name, HttpServletResponse response) throws IOException {
        File file = file(name);
        if (file == null || !file.hash().equals(hash)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setContentType(
                name.endsWith(".css")
                        ? "text/css;charset=UTF-8"
                        : name.endsWith(".svg") ? "image/svg+xml" : "text/javascript;charset=UTF-8");
        response.setContentLength(file.content().length);
        response.getOutputStream().write(file.content());
    }

    private static @Nullable File file(String name) {
        return FILES.containsKey(name) || name.equals(TINTS) ? READ.computeIfAbsent(name, Assets::read) : null;
    }

    private static File read(String name) {
        byte[] content =
                name.equals(TINTS) ? tints().getBytes(StandardCharsets.UTF_8) : bytes(FILES.getOrDefault(name, ""));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return new File(content, HexFormat.of().formatHex(hash, 0, 6));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A tint says something, so no style of a table may paint over it. */
    private static String tints() {
        return Palette.css().replace(";color:", "!important;color:").replace("}", "!important}") + Diagram.css();
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Not in the program: " + resource);
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A file of a library's jar; the jar says its own version. */
    private static String webjar(String group, String artifact, String folder, String file) {
        Properties about = new Properties();
        try (InputStream in = Assets.class
                .getClassLoader()
                .getResourceAsStream("META-INF/maven/" + group + "/" + artifact + "/pom.properties")) {
            if (in == null) {
                throw new IllegalStateException("Not in the program: " + artifact);
            }
            about.load(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return "META-INF/resources/" + folder + "/" + about.getProperty("version") + "/dist/" + file;
    }
}
