package org.salus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salus.Soon.soon;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.portal.cli.DemoWorkspaces;

/** An appraisal in a real browser: a reason is opened and mended, somebody disagrees, and support is put on record as aid or not. */
@Tag("slow")
class AppraisalJourneyTest {
    @TempDir
    private static Path folder;

    private static RunningSalus salus;
    private static Chromium browser;

    @BeforeAll
    static void start() throws Exception {
        browser = Chromium.start();
        DemoWorkspaces.found(folder, Salus.faces(), Salus.sections());
        salus = RunningSalus.on(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
            salus.close();
        }
    }

    private static void unfold(Page page) {
        page.evaluate("document.querySelectorAll('main details').forEach(part => part.open = true)");
    }

    /** Opens the invented country. */
    private static String enter(Page page, List<String> complaints) {
        page.setDefaultTimeout(15_000);
        Chromium.enter(page, salus.link());
        Chromium.listen(page, complaints, url -> false);
        page.navigate(salus.at("/workspaces").toString());
        page.click("main a:has-text('Orvelia')");
        return page.url();
    }

    @Test
    void a_reason_is_opened_and_mended_and_somebody_disagrees() {
        List<String> complaints = new ArrayList<>();
        try (BrowserContext context = browser.open(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            String workspace = enter(page, complaints);
            page.navigate(workspace + "/appraisal");
            page.click("main table a:text-is('C2.7')");
            soon(
                    page,
                    () -> assertThat(page.innerText("main .lead"))
                            .startsWith("Partly")
                            .contains("2 of 3 openings"));
            page.click("main a:has-text('The police law is before the committee')");
            unfold(page);
            page.waitForResponse(answer -> answer.url().endsWith("/fields/until"), () -> {
                page.fill("main input[name=until]", "2027-06");
                page.keyboard().press("Tab");
            });
            page.navigate(workspace + "/appraisal/checks/C2.7");
            soon(
                    page,
                    () -> assertThat(page.innerText("main .lead"))
                            .startsWith("Considered")
                            .contains("3 of 3 openings"));
            assertThat(page.innerText("main")).contains("The budget of 2027 is read in spring");
            unfold(page);
            page.check("input[name=reply][value=disagree]");
            page.fill("#because", "Nobody asked the committee when it votes");
            page.click("form[action$='/replies'] button[type=submit]");
            page.waitForURL(address -> address.endsWith("#replies"));
            soon(page, () -> assertThat(page.innerText("main .lead")).startsWith("Considered"));
            soon(page, () -> assertThat(page.innerText("main")).contains("Nobody asked the committee when it votes"));
            page.navigate(workspace + "/appraisal");
            assertThat(page.innerText("main")).contains("Nobody asked the committee when it votes");
            page.navigate(workspace + "/strategy/sections/appraisal");
            assertThat(page.innerText("main")).contains("Nobody asked the committee when it votes");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void support_is_put_on_record_as_aid_or_not_and_again_when_more_is_known() {
        List<String> complaints = new ArrayList<>();
        try (BrowserContext context = browser.open(ColorScheme.DARK, 390)) {
            Page page = context.newPage();
            String workspace = enter(page, complaints);
            page.navigate(workspace + "/appraisal");
            page.click("main a[href$='/appraisal/aid']");
            page.click("#judge > summary");
            page.fill("#title", "A course on arrest without force");
            page.fill("#partner", "police");
            page.fill("#activity", "training");
            page.click("form[action$='/appraisal/aid'] button[type=submit]");
            page.waitForURL(address -> address.contains("/appraisal/aid/"));
            soon(page, () -> assertThat(page.innerText("main .lead")).contains("grey"));
            soon(page, () -> assertThat(page.innerText("main")).contains("To be asked", "Nearest published cases"));
            Chromium.checkLook(page, "a record of eligibility");
            unfold(page);
            page.fill("#trainees", "police");
            page.fill("#topic", "community policing");
            page.fill("#purpose", "public safety");
            page.fill("#beneficiary", "citizens");
            page.fill("#equipment", "none");
            page.fill("#control", "civilian");
            page.fill("#recipient", "Orvelia");
            page.click("main form.form button[type=submit]");
            page.waitForLoadState();
            assertThat(page.innerText("main .lead")).contains("eligible").doesNotContain("grey", "not eligible");
            page.navigate(workspace + "/appraisal/aid");
            assertThat(page.innerText("main .lead"))
                    .contains("3 activities are on record")
                    .contains("Eligible: 2");
            Chromium.checkLook(page, "records of eligibility");
        }
        assertThat(complaints).isEmpty();
    }
}
