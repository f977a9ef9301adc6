package org.salus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salus.Soon.soon;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Did it work, in a real browser: from the guide over a method and its placebos to a verdict, on the demo's invented country, on a published case, and on a table of one's own; and from the
 * goal it speaks of back to the study.
 */
@Tag("slow")
class ImpactJourneyTest {
    private static final String HARL = "Posted fees at road blocks in Harl";
    private static final String BASQUE = "A published example";

    private final List<String> complaints = new ArrayList<>();

    @TempDir
    private Path folder;

    private RunningSalus salus;
    private Chromium browser;
    private BrowserContext context;
    private Page page;

    @BeforeEach
    void start() throws Exception {
        browser = Chromium.start();
        salus = RunningSalus.withDemoWorkspaces();
        context = browser.open(ColorScheme.LIGHT, 1280);
        page = context.newPage();
        Chromium.listen(page, complaints, url -> url.contains("/impact/studies/"));
        Chromium.enter(page, salus.link());
        page.navigate(salus.at("/workspaces").toString());
        page.click("main >> text=Orvelia, an invented country");
        page.click(".rail >> text=Impact");
    }

    @AfterEach
    void stop() throws Exception {
        if (browser != null) {
            context.close();
            browser.close();
            salus.close();
            assertThat(complaints).isEmpty();
        }
    }

    private String verdict() {
        return page.getAttribute("#verdict", "data-verdict");
    }

    @Test
    void the_guide_leads_to_a_method_its_placebos_and_a_verdict() throws Exception {
        String board = page.url();
        Chromium.check(page, "did it work?");
        page.fill("#guide-treated", "1");
        page.fill("#guide-controls", "5");
        page.fill("#guide-before", "10");
        page.fill("#guide-after", "5");
        page.keyboard().press("Enter");
        page.waitForSelector("#guided");
        soon(page, () -> assertThat(page.textContent("#guided")).contains("Not allowed", "nineteen"));
        Chromium.check(page, "what the guide says");

        // What the guide said comes true: five others cannot show chance as small as one in twenty.
        page.click("main >> text=" + HARL);
        page.waitForSelector("#verdict");
        assertThat(verdict()).isEqualTo("cannot-be-told");
        soon(page, () -> assertThat(page.textContent("#standing")).contains("This is what was kept"));
        assertThat(page.textContent("#placebos")).contains("another unit", "an earlier time");
        Chromium.check(page, "a study that cannot tell");
        page.click("#about + ul a >> nth=0");
        page.waitForSelector("ul.note >> text=" + HARL);
        page.click("ul.note >> text=" + HARL);
        page.waitForSelector("#verdict");

        // Its own past alone, with a beginning that lies before the data: said at the field, nothing lost.
        page.click("#ask > summary");
        page.click("input[name=method][value=its]");
        page.fill("#from", "2019-Q1");
        page.click("#ask button[type=submit]");
        page.waitForSelector("#from[aria-invalid=true]");
        soon(page, () -> assertThat(page.inputValue("#from")).isEqualTo("2019-Q1"));
        soon(page, () -> assertThat(page.textContent("main")).contains("lies before the first figure"));
        page.fill("#from", "2025-Q3");
        page.click("#ask button[type=submit]");
        page.waitForURL(url -> url.endsWith("#verdict"));
        soon(page, () -> assertThat(page.textContent("#repeat + p + dl")).contains("interrupted time series"));
        page.navigate(board);
        assertThat(page.textContent("#studies")).contains(HARL, "interrupted time series");

        // The review of the year says the verdict that was kept, and of one that cannot tell no figure.
        String year = String.valueOf(LocalDate.now(Clock.systemUTC()).getYear());
        page.navigate(board.replaceAll("/impact.*", "/review?from=" + year + "&until=" + year));
        assertThat(page.textContent("main")).contains(HARL, "Verdict as kept", BASQUE);
        Chromium.check(page, "a review that tells of studies");
        Download word = page.waitForDownload(() -> page.click("a[href*='review.docx']"));
        Path review = folder.resolve("review.docx");
        word.saveAs(review);
        try (ZipFile docx = new ZipFile(review.toFile())) {
            assertThat(new String(
                            docx.getInputStream(docx.getEntry("word/document.xml"))
                                    .readAllBytes(),
                            StandardCharsets.UTF_8))
                    .contains(HARL, "Verdict as kept");
        }
    }

    @Test
    void a_published_case_comes_out_again_and_can_be_taken_home() throws Exception {
        page.click("main >> text=" + BASQUE);
        page.waitForSelector("#verdict");
        assertThat(verdict()).isEqualTo("cannot-be-told");
        soon(page, () -> assertThat(page.textContent("#estimate")).contains("\u22120.6996"));
        assertThat(page.textContent("#weights")).contains("Cataluna", "0.8508", "Madrid", "0.1492");
        assertThat(page.textContent("#alternatives")).contains("A wider search of predictor weights fits better");
        page.waitForSelector(".chart svg");
        assertThat(page.locator(".chart svg").count()).isEqualTo(2);
        assertThat(page.textContent("main").indexOf("Cannot be told"))
                .isLessThan(page.textContent("main").indexOf("This picture"));
        Chromium.check(page, "the published case");
        page.setViewportSize(390, 844);
        // Nothing runs out of a telephone, once charts are drawn anew for its width.
        page.waitForFunction("() => document.documentElement.scrollWidth <= window.innerWidth");
        Download rows = page.waitForDownload(() -> page.click("a[href$='/rows/data.csv']"));
        assertThat(Files.readString(rows.path())).startsWith("region,year,income");
        Download script = page.waitForDownload(() -> page.click("a[href$='/repeat.py']"));
        assertThat(Files.readString(script.path())).contains(rows.suggestedFilename(), "assert");
    }

    @Test
    void two_rounds_of_a_survey_are_compared_and_a_figure_measures_an_indicator() {
        page.navigate(page.url().replaceAll("/impact.*", "/surveys"));
        Chromium.check(page, "rounds of a survey");
        page.click("main >> text=Safety and justice in Orvelia, 2026");
        page.selectOption("#before", new SelectOption().setLabel("Safety and justice in Orvelia, 2024 (invented)"));
        page.click("form:has(#before) button");
        page.waitForSelector("#changed");
        soon(page, () -> assertThat(page.textContent("#changed + ul")).contains("Do you feel safe", "rose from"));
        Chromium.check(page, "a round beside an earlier one");
        page.selectOption("#question", "paid\tyes");
        page.selectOption(
                "#indicator", new SelectOption().setLabel("Market traders who paid at a road block last month"));
        page.click("form:has(#question) button");
        page.waitForURL(url -> url.contains("/items/"));
        soon(
                page,
                () -> assertThat(page.textContent("main"))
                        .contains(
                                "measurement Market traders who paid at a road block last month, May 2026: 21.88 (15.7–29.63)"));
    }

    @Test
    void a_table_of_ones_own_is_looked_at_reduced_asked_and_answered() throws Exception {
        StringBuilder months = new StringBuilder("month,robberies,counted by\n");
        for (int month = 1; month <= 24; month++) {
            months.append(month)
                    .append(',')
                    .append(20 + month % 3 - (month > 16 ? 9 : 0))
                    .append(",somebody\n");
        }
        page.setInputFiles("#file", Files.writeString(folder.resolve("months.csv"), months));
        page.click("form:has(#file) button");
        page.waitForSelector("#first-rows");
        Chromium.check(page, "a table that was brought");
        page.fill("#title", "Patrols and robberies");
        page.uncheck("input[name=columns][value='counted by']");
        page.click("form:has(#title) button[type=submit]");
        page.waitForSelector("#ask[open]");
        page.click("input[name=method][value=its]");
        page.selectOption("#time", "month");
        page.selectOption("#outcome", "robberies");
        page.fill("#from", "17");
        page.click("#ask button[type=submit]");
        page.waitForSelector("#verdict[data-verdict=effect-told]");
        assertThat(page.textContent("main")).doesNotContain("somebody");

        // What is known beside the figures makes the verdict less sure.
        page.click("#ask > summary");
        page.check("input[name=something-else]");
        page.click("#ask button[type=submit]");
        page.waitForSelector("#verdict[data-verdict=cannot-be-told]");
        soon(page, () -> assertThat(page.textContent("#verdict")).contains("something else"));
    }
}
