package org.salus.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormatSymbols;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * Draws charts on paper with the same library as the browser. The script engine starts with the first chart (about two seconds) and is kept for the next
 * ones until {@link #close}; a script in it reaches neither files nor network nor Java. One chart is drawn at a time.
 */
public final class ChartDrawer implements AutoCloseable {

    private static final Pattern TYPE_SIZE = Pattern.compile("([0-9.]+)px");
    private static final String DRAW = """
            (function (json, width, height, point) {
              const chart = echarts.init(null, null, {renderer: 'svg', ssr: true, width: width, height: height});
              try {
                const option = salusChart(JSON.parse(json), width, 0, point);
                option.animation = false;
                chart.setOption(option);
                return chart.renderToSVGString({useViewBox: true});
              } finally {
                chart.dispose();
              }
            })""";

    private static final int KEPT = 64;

    private final Lock lock = new ReentrantLock();
    /** The last drawings: a strategy is mostly asked for as Word and PDF, one after the other. */
    private final LinkedHashMap<Asked, String> drawn = new LinkedHashMap<>(16, 0.75f, true);

    private @Nullable Scripts scripts;

    /** A drawing on a light ground, as SVG, with numbers as English writes them; the same bytes for the same chart and size. */
    public String draw(ChartOption chart, Size size) {
        return draw(chart, size, Palette.LIGHT, Locale.ENGLISH);
    }

    /** A drawing in those colours, as SVG, with numbers as English writes them. */
    public String draw(ChartOption chart, Size size, Palette colours) {
        return draw(chart, size, colours, Locale.ENGLISH);
    }

    /**
     * A drawing as SVG.
     *
     * @param language in which its words are; its numbers are written so, too
     */
    public String draw(ChartOption chart, Size size, Palette colours, Locale language) {
        String point = String.valueOf(DecimalFormatSymbols.getInstance(language).getDecimalSeparator());
        Asked asked = new Asked(chart.json(colours), size.width(), chart.height(size), point);
        lock.lock();
        try {
            String known = drawn.get(asked);
            if (known != null) {
                return known;
            }
            Scripts running = scripts;
            if (running == null) {
                running = Scripts.start();
                scripts = running;
            }
            String svg = SafeSvg.of(running.draw(asked), "c", "");
            drawn.put(asked, svg);
            if (drawn.size() > KEPT) {
                drawn.pollFirstEntry();
            }
            return svg;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the script engine; the next chart would start it again. */
    @Override
    public void close() {
        lock.lock();
        try {
            if (scripts != null) {
                scripts.engine().close();
                scripts = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private record Asked(String json, int width, int height, String point) {}

    private record Scripts(Engine engine, Value draw) {
        static Scripts start() {
            Engine engine = Engine.newBuilder("js")
                    .option("engine.WarnInterpreterOnly", "false")
                    .build();
            Context context = Context.newBuilder("js")
                    .engine(engine)
                    .allowHostAccess(HostAccess.NONE)
                    .allowPolyglotAccess(PolyglotAccess.NONE)
                    .allowIO(IOAccess.NONE)
                    .allowCreateThread(false)
                    .allowCreateProcess(false)
                    .build();
            // The library asks for timers, for animations that paper does not have.
            context.eval("js", "var setTimeout = () => 0, clearTimeout = () => {};");
            context.eval(Source.create("js", resource(library())));
            context.eval(Source.create("js", resource("/static/charts.js")));
            ProxyExecutable measure = arguments -> Lettering.width(
                    arguments[0].asString(), size(arguments[1].asString()), bold(arguments[1].asString()));
            context.eval(
                            "js",
                            "(function (width) { echarts.setPlatformAPI({measureText: "
                                    + "(text, font) => ({width: width(String(text), String(font))})}); })")
                    .executeVoid(measure);
            return new Scripts(engine, context.eval("js", DRAW));
        }

        String draw(Asked asked) {
            return draw.execute(asked.json(), asked.width(), asked.height(), asked.point())
                    .asString();
        }

        private static double size(String font) {
            Matcher size = TYPE_SIZE.matcher(font);
            return size.find() ? Double.parseDouble(size.group(1)) : 12;
        }

        private static boolean bold(String font) {
            return font.contains("bold");
        }

        private static String library() {
            Properties version = new Properties();
            try (InputStream file =
                    ChartDrawer.class.getResourceAsStream("/META-INF/maven/org.mvnpm/echarts/pom.properties")) {
                version.load(java.util.Objects.requireNonNull(file, "the chart library"));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            return "/META-INF/resources/_static/echarts/" + version.getProperty("version") + "/dist/echarts.min.js";
        }

        private static String resource(String path) {
            try (InputStream file = ChartDrawer.class.getResourceAsStream(path)) {
                return new String(java.util.Objects.requireNonNull(file, path).readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
