package org.salus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salus.Soon.soon;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The program in a real browser: a whole journey, accessibility of every page in light and dark, and that no page breaks its own security policy or asks
 * anybody else for anything. Screenshots lie in {@code target/screenshots}.
 */
class BrowserTest {
    private static final List<String> PATHS = List.of(
            "/",
            "/countries/BDI",
            "/countries/BDI?none=yes&unknown=yes&from=2007&to=2010&measure=disbursements",
            "/countries/BDI/premise",
            "/countries/BDI/governance",
            "/countries/BDI/oecd",
            "/countries/BDI/coordination",
            "/countries/BDI/donor",
            "/countries/BDI/donor?name=Belgium",
            "/countries/BDI/chains",
            "/countries/BDI/chains?show=chains",
            "/countries/BDI/chains?show=proposals",
            "/countries/BDI/gaps?from=2008&to=2009",
            "/countries/BDI/tables/crs-rows?year=2014",
            "/countries/TCD",
            "/countries/TCD/premise",
            "/countries/TCD/governance",
            "/countries/BDI/activities",
            "/countries/BDI/rows?measure=commitments&reform=yes",
            "/countries/BDI/pivot",
            "/search?q=police",
            "/search?q=police&group=activities",
            "/areas",
            "/areas/2b",
            "/areas/4a",
            "/about/approach",
            "/search",
            "/data",
            "/data/load",
            "/data/issues",
            "/data/issues/list",
            "/api",
            "/nowhere");

    private static RunningSalus salus;
    private static Chromium browser;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void start() throws IOException {
        browser = Chromium.start();
        salus = RunningSalus.withDemo();
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.close();
            salus.close();
        }
    }

    @BeforeEach
    void open() {
        open(ColorScheme.LIGHT, 1280);
    }

    @AfterEach
    void nobody_complained() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    private void open(ColorScheme colours, int width) {
        if (context != null) {
            context.close();
        }
        context = browser.open(colours, width);
        page = context.newPage();
        Chromium.enter(page, salus.link());
        // A page that is meant to be missing says so in the console as well.
        Chromium.listen(page, complaints, url -> url.endsWith("/nowhere"));
        page.onRequest(request -> {
            if (!request.url().startsWith(salus.at("/").toString())
                    && !request.url().startsWith("data:")
                    && !request.url().startsWith("blob:")) {
                complaints.add("asks elsewhere: " + request.url());
            }
        });
    }

    private void go(String path) {
        page.navigate(salus.at(path).toString());
        page.waitForLoadState();
    }

    @Test
    void from_the_demo_to_the_published_xml_of_one_figure() {
        go("/");
        page.click(".cards >> text=Burundi");
        soon(page, () -> assertThat(page.title()).contains("Who supports what in Burundi?"));
        // Charts draw themselves after the page is there.
        page.locator("#main .chart svg").first().waitFor();
        assertThat(page.locator(".notice").textContent()).contains("Demo", "no current picture");
        var cell = page.locator("#matrix td[class*=tint-] a").first();
        String shown = cell.getAttribute("title") == null ? cell.textContent() : cell.getAttribute("title");
        cell.click();
        soon(page, () -> assertThat(page.locator("h1").textContent()).startsWith("Which rows add up to USD"));
        String sum = page.locator(".sum").getAttribute("data-exact");
        assertThat(number(sum)).isEqualByComparingTo(number(shown));
        page.locator("#rows tbody a").first().click();
        // A long page comes in pieces: its headings are counted when all of it is there.
        page.locator("h2:text-is('Transactions')").waitFor();
        soon(
                page,
                () -> assertThat(page.locator("h2").allTextContents()).contains("Why it is sorted so", "Transactions"));
        page.click("text=The XML as published");
        soon(
                page,
                () -> assertThat(page.locator("#xml").textContent())
                        .contains("<iati-activity")
                        .contains("<transaction>"));
        page.goBack();
        page.goBack();
        assertThat(page.locator("h1").textContent()).startsWith("Which rows add up to USD");
    }

    @Test
    @Tag("slow")
    void all_columns_of_the_heat_map_can_be_seen_and_its_further_donors_opened() {
        go("/countries/BDI?none=yes&unknown=yes");
        assertThat(page.locator("#matrix thead tr").nth(1).locator("th").count())
                .isEqualTo(16);
        assertThat(((Number)
                                page.evaluate(
                                        "(() => { const frame = document.getElementById('matrix'); return frame.scrollWidth - frame.clientWidth; })()"))
                        .intValue())
                .isLessThanOrEqualTo(0);
        assertThat(page.locator("#matrix tbody tr:visible").count()).isEqualTo(15);
        int all = page.locator("#matrix tbody tr").count();
        page.click("button.unfold");
        soon(
                page,
                () -> assertThat(page.locator("#matrix tbody tr:visible").count())
                        .isEqualTo(all));
        soon(
                page,
                () -> assertThat(page.evaluate("document.activeElement.tagName"))
                        .isEqualTo("A"));
        page.keyboard().press("Tab");
        soon(
                page,
                () -> assertThat(page.evaluate("getComputedStyle(document.activeElement, '::after').content"))
                        .as("every digit of a figure is shown on reaching it by keyboard")
                        .isEqualTo(page.evaluate("'\"' + document.activeElement.getAttribute('title') + '\"'")));
    }

    @Tag("slow")
    @Test
    void a_link_opens_the_table_it_leads_to_and_the_parts_of_a_country_keep_the_choices() {
        go("/countries/BDI?from=2007&to=2009");
        page.click(".rail >> text=Premise");
        soon(page, () -> assertThat(page.url()).endsWith("/countries/BDI/premise?from=2007&to=2009"));
        assertThat(page.locator("#deaths").isVisible()).isFalse();
        go("/countries/BDI/premise?from=2007&to=2009#deaths");
        page.waitForSelector("#deaths");
        assertThat(page.locator("#deaths tbody tr").count()).isEqualTo(3);
        page.click(".rail >> text=OECD figures");
        soon(page, () -> assertThat(page.url()).endsWith("/countries/BDI/oecd?from=2007&to=2009"));
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace("USD", "").replaceAll("[\\s\u202f\u00a0]", ""));
    }

    @Tag("slow")
    @Test
    void a_file_is_dropped_seen_and_taken_in(@org.junit.jupiter.api.io.TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("own.csv"), "a,b\n1,2\n");
        go("/data/load");
        page.setInputFiles("#files", file);
        page.waitForSelector("text=Nothing of this can be read");
        assertThat(page.content()).contains("This is no kind of file that Salus reads");
        check("an upload of what cannot be read");
        assertThat(page.locator("#files tbody tr").first().locator("th").textContent())
                .as("the reason stands under the name, where narrow windows show it, too")
                .contains("own.csv", "This is no kind of file that Salus reads");
        assertThat(page.evaluate("fetch(document.querySelector('.files a').href).then(answer => answer.text())")
                        .toString())
                .startsWith("file,")
                .contains("own.csv", "This is no kind of file that Salus reads");
        assertThat(page.locator("text=Take them in").count()).isZero();

        Path good =
                Files.writeString(folder.resolve("own.xml"), "<iati-activities version=\"2.03\"></iati-activities>");
        page.click("#upload a[href='/data/load']");
        page.setInputFiles("#files", new Path[] {file, good});
        page.waitForSelector("text=Is this what you expected?");
        soon(page, () -> assertThat(page.content()).contains("own.csv", "own.xml"));
        check("an upload");
        page.click("text=Give up");
        page.waitForSelector("text=Given up");
    }

    @Test
    @Tag("slow")
    void why_an_activity_is_sorted_so_opens_beside_the_list() {
        go("/countries/BDI/activities?area=reform");
        page.locator("#activities tbody td a[href$='#why']").first().click();
        page.waitForSelector("#drawer-content >> text=Why it is sorted so");
        check("the drawer");
        page.keyboard().press("Escape");
        assertThat(page.locator("#drawer").isVisible()).isFalse();
        soon(page, () -> assertThat(page.url()).endsWith("/countries/BDI/activities?area=reform"));
    }

    @Test
    @Tag("slow")
    void keys_open_search_help_and_the_other_colours() {
        go("/countries/BDI");
        page.keyboard().press("Control+k");
        soon(page, () -> assertThat(page.evaluate("document.activeElement.id")).isEqualTo("finder-words"));
        page.keyboard().press("Escape");
        page.evaluate("document.activeElement.blur()");
        page.keyboard().press("?");
        soon(page, () -> assertThat(page.locator("#keys-dialog").isVisible()).isTrue());
        check("the list of keys");
        page.keyboard().press("Escape");
        page.keyboard().press("Alt+t");
        soon(page, () -> assertThat(page.getAttribute("html", "data-bs-theme")).isEqualTo("dark"));
        go("/");
        soon(page, () -> assertThat(page.getAttribute("html", "data-bs-theme")).isEqualTo("dark"));
    }

    @Test
    @Tag("slow")
    void search_opens_anywhere_and_keys_lead_to_what_is_found() {
        for (int width : new int[] {1280, 390}) {
            open(ColorScheme.LIGHT, width);
            go("/countries/BDI");
            page.keyboard().press("/");
            soon(page, () -> assertThat(page.locator("#finder").isVisible()).isTrue());
            page.keyboard().type("police");
            page.waitForSelector("#finder-found [data-found='police'] a");
            assertThat(page.locator("#finder-said").textContent()).contains("found");
            check("search from anywhere at " + width);
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            soon(
                    page,
                    () -> assertThat(page.evaluate("document.activeElement.closest('#finder-found') !== null"))
                            .isEqualTo(true));
            page.keyboard().press("ArrowUp");
            page.keyboard().press("ArrowUp");
            soon(
                    page,
                    () -> assertThat(page.evaluate("document.activeElement.id")).isEqualTo("finder-words"));
            page.keyboard().press("Escape");
            assertThat(page.locator("#finder").isVisible()).isFalse();

            page.keyboard().press("Control+k");
            page.keyboard().type("small arms");
            page.waitForSelector("#finder-found [data-found='small arms'] a[href='/areas/4b']");
            page.locator("#finder-found a[href='/areas/4b']").focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/areas/4b");
        }
    }

    @Test
    @Tag("slow")
    void paper_is_white_and_narrow_whatever_the_screen_is() {
        open(ColorScheme.DARK, 1600);
        go("/countries/BDI");
        page.locator("#main .chart svg").first().waitFor();
        assertThat(page.getAttribute("html", "data-bs-theme")).isEqualTo("dark");
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
        assertThat(page.getAttribute("html", "data-bs-theme")).isEqualTo("light");
        assertThat(((Number) page.evaluate("document.querySelector('#main .chart svg').clientWidth")).intValue())
                .isEqualTo(680);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        assertThat(page.locator(".rail").isVisible()).isFalse();
        assertThat(page.locator("#matrix tbody tr:visible").count())
                .isEqualTo(page.locator("#matrix tbody tr").count());
        page.evaluate("window.dispatchEvent(new Event('afterprint'))");
        assertThat(page.getAttribute("html", "data-bs-theme")).isEqualTo("dark");
    }

    @Tag("slow")
    @Test
    void on_a_narrow_screen_the_places_are_folded_until_asked_for() {
        open(ColorScheme.LIGHT, 390);
        go("/countries/BDI");
        assertThat(page.locator("#places").isVisible()).isFalse();
        page.click("#menu");
        soon(page, () -> assertThat(page.getAttribute("#menu", "aria-expanded")).isEqualTo("true"));
        page.click(".rail >> text=Premise");
        soon(page, () -> assertThat(page.url()).contains("/countries/BDI/premise"));
        page.setViewportSize(1280, 900);
        soon(page, () -> assertThat(page.locator("#places").isVisible()).isTrue());
        assertThat(page.locator("#menu").isVisible()).isFalse();
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void every_page_can_be_used_by_everybody(ColorScheme colours) {
        open(colours, 1280);
        for (String path : everyPath()) {
            go(path);
            page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)");
            if (colours == ColorScheme.LIGHT) {
                check(path + " " + colours);
            } else {
                Chromium.checkLook(page, path + " " + colours);
            }
            keep(path, colours.name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    @Tag("slow")
    @Test
    void no_page_is_wider_than_its_window() {
        open(ColorScheme.LIGHT, 390);
        for (String path : everyPath()) {
            go(path);
            for (int width : List.of(390, 1280, 1600)) {
                page.setViewportSize(width, 900);
                Object over =
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                assertThat(((Number) over).intValue()).as(path + " at " + width).isZero();
                if (width != 1280) {
                    keep(path, String.valueOf(width));
                }
            }
            page.setViewportSize(390, 900);
        }
    }

    /** All paths that stand in one list, and an activity of the demo with its XML. */
    private List<String> everyPath() {
        List<String> all = new ArrayList<>(PATHS);
        go("/countries/BDI/activities?area=reform");
        String activity = page.locator("#activities tbody th a").first().getAttribute("href");
        all.add(activity);
        all.add(activity.replace("/activities?", "/activities/xml?"));
        return all;
    }

    private void check(String what) {
        Chromium.check(page, what);
    }

    /** A picture to look at, for whoever wants them ({@code -Dsalus.screenshots=true}): long pages take as long to draw as to check. */
    private void keep(String path, String how) {
        if (!Boolean.getBoolean("salus.screenshots")) {
            return;
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", path.replaceAll("[^A-Za-z0-9]+", "_") + "-" + how + ".png")));
    }
}
