package org.salus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salus.Soon.soon;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A logframe is filled in a real browser as in a spreadsheet: typed into, refused, pasted, brought in as a file, and taken back step by step. */
@Tag("slow")
class LogframeJourneyTest {
    @TempDir
    private Path folder;

    private final List<String> complaints = new ArrayList<>();
    private RunningTeam team;
    private Chromium browser;
    private BrowserContext context;
    private Page page;

    @BeforeEach
    void start() throws Exception {
        browser = Chromium.start();
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        team.account(team.administrator("admin", "Admin"), "ana", "Ana");
        context = browser.open(ColorScheme.LIGHT, 1280);
        page = context.newPage();
        Chromium.listen(page, complaints, url -> false);
        go("/sign-in");
        page.fill("#login", "ana");
        page.fill("#password", RunningTeam.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(address -> !address.contains("/sign-in"));
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

    private void go(String path) {
        page.navigate(team.server().address().resolve(path).toString());
    }

    private String cell(int row, String column) {
        return "#logframe tbody tr:nth-child(" + row + ") [data-c=" + column + "]";
    }

    private void says(int row, String column, String text) {
        page.waitForFunction(
                "([cell, text]) => { const at = document.querySelector(cell); return at && at.textContent.includes(text); }",
                List.of(cell(row, column), text));
    }

    /** What a spreadsheet put on the clipboard, pasted where the focus is. */
    private void paste(String text) {
        page.evaluate(
                "text => { const data = new DataTransfer(); data.setData('text/plain', text);"
                        + " document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); }",
                text);
    }

    @Test
    void cells_are_typed_refused_pasted_and_brought_in() throws Exception {
        go("/workspaces");
        page.fill("#name", "Zubara");
        page.fill("#countries", "XZU");
        page.keyboard().press("Enter");
        page.waitForURL(address -> address.matches(".*/workspaces/[0-9a-f-]{36}"));
        page.click(".rail >> text=Goals");
        page.fill("#chain-title", "First draft");
        page.keyboard().press("Enter");
        page.click(".tabs >> text=Logframe");
        page.fill("#row-title", "Markets are safe");
        page.click("#add-row button");
        page.waitForSelector("#logframe");
        check("a grid of one row");

        // Typing begins an indicator, and the focus goes on as in a spreadsheet.
        page.click(cell(1, "indicator"));
        page.keyboard().type("Thefts reported");
        page.keyboard().press("Tab");
        page.waitForSelector(cell(1, "indicator") + "[data-i]");
        page.click(cell(1, "unit"));
        page.keyboard().type("a month");
        page.keyboard().press("Tab");
        page.waitForSelector(cell(1, "unit") + " [data-state=saved]");
        // What is no number is refused where it stands; Escape leaves a cell as it was.
        page.keyboard().type("many");
        page.keyboard().press("Enter");
        page.waitForSelector(cell(1, "baseline") + " [data-state=refused]");
        check("a refused cell");
        page.click(cell(1, "baseline"));
        page.keyboard().press("F2");
        page.keyboard().press("Control+a");
        page.keyboard().type("40");
        page.keyboard().press("Enter");
        page.waitForSelector(cell(1, "baseline") + " [data-state=saved]");
        page.click(cell(1, "unit"));
        page.keyboard().press("Enter");
        page.keyboard().type(" and more");
        page.keyboard().press("Escape");
        soon(
                page,
                () -> assertThat(page.locator(cell(1, "unit") + " .v").textContent())
                        .isEqualTo("a month"));

        // A block beyond the last row is shown first; then it is one step.
        page.click(cell(1, "level"));
        paste("Goal\tMarkets are safe\nObjective\t\"Police pay\narrives\"\nOutput\tA register\n");
        page.waitForSelector("#changes");
        soon(page, () -> assertThat(page.locator("#changes tbody tr").count()).isEqualTo(2));
        check("a pasted block");
        page.click("#accept");
        page.waitForSelector(cell(3, "title"));
        says(3, "number", "1.1.1");
        says(2, "title", "Police pay");
        check("a grid of three rows");
        page.click(cell(1, "unit"));
        page.keyboard().press("Control+z");
        page.waitForFunction("() => document.querySelectorAll('#logframe tbody tr').length === 1");

        // Somebody's own table: its columns are recognised, and can be marked.
        Path theirs = folder.resolve("theirs.csv");
        Files.write(
                theirs,
                "Intervention logic,Indicators\nOverall objective: Roads are open,Days closed\nOutput 1: Patrols,\n"
                        .getBytes(StandardCharsets.UTF_8));
        page.click("#bring summary");
        page.setInputFiles("#logframe-file", theirs);
        page.click("#bring button");
        page.waitForSelector("#column-title");
        soon(page, () -> assertThat(page.inputValue("#column-indicator")).isEqualTo("Indicators"));
        check("somebody's own table");
        page.click("#accept");
        page.waitForSelector(cell(3, "title"));
        soon(
                page,
                () -> assertThat(page.locator("#logframe").textContent())
                        .contains("Roads are open", "Patrols", "Days closed"));
    }

    @Test
    void keys_lead_on_from_page_to_page() {
        go("/workspaces");
        page.fill("#name", "Zubara");
        page.fill("#countries", "XZU");
        page.keyboard().press("Enter");
        page.waitForURL(address -> address.matches(".*/workspaces/[0-9a-f-]{36}"));
        page.click(".rail >> text=Goals");
        page.fill("#chain-title", "A long draft");
        page.keyboard().press("Enter");
        page.click(".tabs >> text=Logframe");
        page.fill("#row-title", "Markets are safe");
        page.click("#add-row button");
        page.waitForSelector("#logframe");
        page.click(cell(1, "level"));
        StringBuilder block = new StringBuilder("Goal\tMarkets are safe\n");
        for (int number = 1; number <= 120; number++) {
            block.append("Objective\tChange ").append(number).append('\n');
        }
        paste(block.toString());
        page.waitForSelector("#accept");
        page.click("#accept");
        page.waitForSelector("#logframe-parts .pager");
        soon(page, () -> assertThat(page.locator("#logframe tbody tr").count()).isEqualTo(100));

        // What is typed in the last row is kept, Enter goes on to the first row of the next page, and what is typed at
        // once is typed there.
        String before = page.locator(cell(100, "title") + " .v").textContent();
        page.click(cell(100, "title"));
        page.keyboard().press("F2");
        page.keyboard().type(", and more");
        page.keyboard().press("Enter");
        page.keyboard().type("Typed ahead");
        page.waitForFunction("() => document.querySelectorAll('#logframe tbody tr').length === 21");
        page.waitForSelector(cell(1, "title") + " textarea");
        assertThat(page.locator(cell(1, "title") + " textarea").inputValue()).isEqualTo("Typed ahead");
        page.keyboard().press("Enter");
        page.waitForSelector(cell(1, "title") + " [data-state=saved]");
        soon(page, () -> assertThat(page.url()).endsWith("page=2"));
        check("the last rows of a long logframe");

        page.keyboard().press("Control+z");
        says(1, "title", "Change ");
        page.click(cell(1, "title"));
        page.keyboard().press("ArrowUp");
        page.waitForFunction("() => document.querySelectorAll('#logframe tbody tr').length === 100");
        says(100, "title", before + ", and more");
        page.waitForFunction("cell => document.activeElement === document.querySelector(cell)", cell(100, "title"));
        page.keyboard().press("Control+End");
        page.waitForFunction("() => document.querySelectorAll('#logframe tbody tr').length === 21");
        page.waitForFunction(
                "cell => document.activeElement === document.querySelector(cell)",
                "#logframe tbody tr:nth-child(21) td:last-child");
    }

    private void check(String what) {
        Chromium.check(page, what);
    }
}
