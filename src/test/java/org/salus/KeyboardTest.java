package org.salus;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever goes through a page by the tab key sees at every stop where they are, in both looks. */
@Tag("slow")
class KeyboardTest {
    private static final int MOST_STOPS = 1_500;
    private static final int LEAST_WIDTH = 2;

    /** What has the focus, how wide its outline is, and how far the outline's colour is from the ground's: 3 is what WCAG asks for. */
    private static final String STOP = """
            (() => {
              const at = document.activeElement;
              if (!at || at === document.body) return null;
              const style = getComputedStyle(at);
              const rgb = colour => colour.match(/[0-9.]+/g).map(Number);
              const light = colour => rgb(colour).slice(0, 3).map(c => c / 255)
                .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
                .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0.05);
              const a = light(style.outlineColor), b = light(getComputedStyle(document.body).backgroundColor);
              const box = at.getBoundingClientRect();
              return {
                what: at.outerHTML.slice(0, 160),
                width: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
                contrast: Math.max(a, b) / Math.min(a, b),
                seen: box.width > 0 || box.height > 0
              };
            })()""";

    private static RunningSalus salus;
    private static Chromium browser;

    @BeforeAll
    static void start() throws IOException {
        browser = Chromium.start();
        salus = RunningSalus.withDemoWorkspaces();
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.close();
            salus.close();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void every_stop_of_a_country_and_of_a_sector_map_has_an_outline(ColorScheme colours) {
        try (BrowserContext context = browser.open(colours, 1280)) {
            Page page = context.newPage();
            Chromium.enter(page, salus.link());
            page.navigate(salus.at("/countries/BDI").toString());
            page.locator("#main .chart svg").first().waitFor();
            assertThat(walk(page)).as("stops of the country").isGreaterThan(100);

            page.navigate(salus.at("/workspaces").toString());
            page.click("main a:has-text('Orvelia')");
            page.navigate(page.url() + "/sector");
            assertThat(page.locator("#main input[type=checkbox], #main input[type=range]")
                            .count())
                    .as("a page with a box or a slider")
                    .isPositive();
            page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)");
            assertThat(walk(page)).as("stops of the map").isGreaterThan(20);
        }
    }

    /** Presses the tab key until the focus leaves the page, and says how many stops there were. */
    private static int walk(Page page) {
        List<String> unseen = new ArrayList<>();
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            page.keyboard().press("Tab");
            Object answer = page.evaluate(STOP);
            if (answer == null) {
                assertThat(unseen).as("%s, %d stops", page.url(), stops).isEmpty();
                return stops;
            }
            Map<?, ?> stop = (Map<?, ?>) answer;
            if (number(stop, "width") < LEAST_WIDTH
                    || number(stop, "contrast") < 3
                    || !Boolean.TRUE.equals(stop.get("seen"))) {
                unseen.add(String.valueOf(stop));
            }
        }
        throw new AssertionError("the tab key does not leave " + page.url());
    }

    private static double number(Map<?, ?> stop, String name) {
        return ((Number) java.util.Objects.requireNonNull(stop.get(name))).doubleValue();
    }
}
