package org.salus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salus.Soon.soon;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;

/**
 * Support to a country in a real browser: an activity is sorted anew, two reports are seen side by side and made one, a partner's spreadsheet is taken in, a finding is opened down to the
 * published XML and answered, and a donor's profile stands beside what a partner says of it.
 */
@Tag("slow")
class CoordinationJourneyTest {
    @TempDir
    private Path folder;

    private final List<String> complaints = new ArrayList<>();
    private RunningTeam team;
    private Chromium browser;
    private BrowserContext context;
    private Page page;
    private String workspace = "";

    @BeforeEach
    void start() throws Exception {
        browser = Chromium.start();
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        AccountId administrator = team.administrator("admin", "Admin");
        AccountId ana = team.account(administrator, "ana", "Ana");
        Path file = Files.writeString(
                folder.resolve("aid.xml"),
                "<iati-activities version=\"2.03\">"
                        + activity("A-1", "Belgium", "Training of the police", "15132")
                        + activity("A-2", "Netherlands", "Training of the police of Gitega", "15132")
                        + activity("A-3", "Norway", "Police posts in Gitega", "15132")
                        + activity("B-1", "Germany", "Clearance of mines along the border of Makamba", "15250")
                        + activity("B-2", "United Kingdom", "Clearance of mines along the border of Makamba", "15250")
                        + "</iati-activities>");
        team.server()
                .context()
                .getBean(Evidence.class)
                .loads()
                .load(List.of(new LoadInput("aid.xml", "", file)), null, Progress.SILENT);
        workspace = "/workspaces/"
                + team.workspaces()
                        .found(
                                new Charter("Ours", List.of("BDI"), "", "SSR", Optional.empty()),
                                ana,
                                "Ana",
                                Optional.empty(),
                                "")
                        .id();
        signIn(1280);
    }

    private static String activity(String id, String funder, String title, String code) {
        return """
                <iati-activity default-currency="USD"><iati-identifier>XM-%1$s</iati-identifier>
                <reporting-org ref="XM-REP-%1$s" type="10"><narrative>%2$s</narrative></reporting-org>
                <title><narrative>%3$s</narrative></title><activity-status code="4"/>
                <activity-date type="2" iso-date="2009-02-01"/><activity-date type="4" iso-date="2011-11-30"/>
                <participating-org role="1" type="10"><narrative>%2$s</narrative></participating-org>
                <recipient-country code="BI"/><sector vocabulary="1" code="%4$s"/>
                <transaction><transaction-type code="3"/><transaction-date iso-date="2010-03-01"/><value value-date="2010-03-01">100</value></transaction>
                </iati-activity>""".formatted(id, funder, title, code);
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            context.close();
            browser.close();
            team.close();
            assertThat(complaints).isEmpty();
        }
    }

    private void signIn(int width) {
        if (context != null) {
            context.close();
        }
        context = browser.open(ColorScheme.LIGHT, width);
        page = context.newPage();
        Chromium.listen(page, complaints, url -> false);
        go("/sign-in");
        page.fill("#login", "ana");
        page.fill("#password", RunningTeam.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(address -> !address.contains("/sign-in"));
    }

    private void go(String path) {
        page.navigate(team.server().address().resolve(path).toString());
    }

    private void check(String what) {
        Chromium.check(page, what);
    }

    @Test
    void from_a_first_look_at_support_to_a_profile_that_partners_speak_to() throws Exception {
        sortAnew();
        makeOne();
        takeIn();
        openAndAnswer();
        lookAtADonor();
        narrow();
    }

    private void sortAnew() {
        go(workspace + "/portfolio");
        // Others name it as a like one, once it is judged.
        Locator posts = page.locator("article.finding:has(.says:has-text('Police posts in Gitega'))");
        posts.locator("input[name=activity]").check();
        page.locator("#judge #area").selectOption("2x");
        page.locator("#judge #why").fill("The posts are shared with the gendarmerie.");
        check("the queue of activities to be judged");
        page.click("#judge button[type=submit]");
        // Only what nobody has judged waits in the queue.
        posts.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        go(workspace + "/portfolio?state=judged");
        assertThat(page.locator("blockquote.answer").first().textContent()).contains("shared with the gendarmerie");
        // What was said counts for nothing else in this journey: three donors of police posts are wanted below.
        page.keyboard().press("Control+z");
        page.waitForFunction("!document.body.textContent.includes('shared with the gendarmerie')");
    }

    private void makeOne() {
        go(workspace + "/portfolio/activities");
        page.locator("#pairs input[name=pair]").first().check();
        page.click("#pairs button[name=act][value=preview]");
        page.locator("#preview").waitFor();
        soon(
                page,
                () -> assertThat(page.locator("#preview table").first().textContent())
                        .contains("Germany", "United Kingdom", "Clearance of mines"));
        check("two reports side by side");
        page.fill("#preview #why", "The embassy says it is one project.");
        page.click("#preview button[type=submit]");
        page.locator("blockquote.answer").first().waitFor();
        soon(
                page,
                () -> assertThat(page.locator("blockquote.answer").first().textContent())
                        .contains("one project"));
    }

    private void takeIn() throws Exception {
        Path table = Files.writeString(
                folder.resolve("partner.csv"),
                "Who gives;Title;Amount;Currency;Start\nSundmark;Radios;1000;EUR;2015\nTotal;;1000;EUR;\n");
        go(workspace + "/sector/support");
        page.setInputFiles("#file", table);
        page.locator("#column-partner").waitFor();
        page.locator("#column-partner").selectOption("Who gives");
        page.click("form.form >> text=Look again");
        page.locator("#wrong").waitFor();
        soon(page, () -> assertThat(page.locator("#wrong").textContent()).contains("is a sum of other rows"));
        check("columns of a partner's table");
        page.click("form[action$='/accept'] button");
        page.waitForSelector("[role=status]");
        page.click("text=See known support");
        soon(page, () -> assertThat(page.locator("#main").textContent()).contains("Sundmark", "Radios", "partner.csv"));
    }

    private void openAndAnswer() {
        go(workspace + "/coordination");
        Locator overlap =
                page.locator("article.finding", new Page.LocatorOptions().setHasText("Police and communities"));
        assertThat(overlap.first().textContent()).contains("no first-level unit is known");
        overlap.first().locator("details summary").first().click();
        overlap.first().locator("table a").first().click();
        page.click("text=The XML as published");
        soon(page, () -> assertThat(page.locator("#xml").textContent()).contains("<iati-activity", "<transaction>"));
        page.goBack();
        page.goBack();
        overlap.first().locator("details.screen summary").click();
        overlap.first().locator("input[name=reply][value=dealt-with]").check();
        overlap.first().locator("textarea").fill("Divided by province at the last round table.");
        check("findings of a workspace");
        overlap.first().locator("form.form button[type=submit]").click();
        page.locator("blockquote.answer", new Page.LocatorOptions().setHasText("last round table"))
                .waitFor();
    }

    private void lookAtADonor() {
        go("/countries/BDI/coordination");
        page.click("text=Profiles of donors");
        check("all donors");
        page.click("#main >> text=Belgium");
        soon(page, () -> assertThat(page.locator("h1").textContent()).contains("What does Belgium do in Burundi?"));
        soon(page, () -> assertThat(page.locator("#profile").textContent()).contains("Police and communities"));
        check("the profile of a donor");
        page.click("#main >> text=In Ours");
        soon(page, () -> assertThat(page.locator("#donor").inputValue()).isEqualTo("Belgium"));
        page.locator("#by").selectOption("partner");
        page.fill("#who", "Ministry of the Interior");
        page.fill("#text", "Its trainers stayed.");
        check("what is said of donors");
        page.click("form.form button[type=submit]");
        page.locator("#statements").waitFor();
        go("/countries/BDI/donor?name=Belgium");
        soon(
                page,
                () -> assertThat(page.locator("#main").textContent())
                        .contains("Ministry of the Interior", "Its trainers stayed."));
        page.click("#profile td a");
        soon(page, () -> assertThat(page.locator("h1").textContent()).startsWith("Which rows add up to USD"));
    }

    /** On a telephone nothing of it is wider than the window. */
    private void narrow() {
        signIn(390);
        for (String path : List.of(
                "/countries/BDI/donor",
                "/countries/BDI/donor?name=Belgium",
                workspace + "/coordination",
                workspace + "/coordination/statements")) {
            go(path);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as(path)
                    .isEqualTo(true);
        }
    }
}
