package org.salus;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salus.portal.cli.DemoWorkspaces;

/** Every page of goals, governance, appraisal, politics, standards and strategy in the invented country, light and wide, dark and narrow: everybody can use it, and nothing sticks out. */
@Tag("slow")
class StrategyLooksTest {
    /** Pages made alike are looked at in so many examples, from every place that leads to them. */
    private static final int MOST_OF_A_SHAPE = 3;

    @TempDir
    private static java.nio.file.Path folder;

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

    @ParameterizedTest
    @CsvSource({"LIGHT,1280", "DARK,390"})
    void every_page_of_planning_and_of_the_strategy(ColorScheme colours, int width) {
        List<String> complaints = new ArrayList<>();
        try (BrowserContext context = browser.open(colours, width)) {
            Page page = context.newPage();
            Chromium.enter(page, salus.link());
            Chromium.listen(page, complaints, url -> false);
            page.navigate(salus.at("/workspaces").toString());
            page.click("main a:has-text('Orvelia')");
            String workspace = page.url();
            Looks looks = new Looks(page, workspace, colours, width, new LinkedHashSet<>());
            for (String place :
                    List.of("/goals", "/governance", "/appraisal", "/politics", "/standards", "/strategy")) {
                List<List<String>> further = looks.at(workspace + place).stream()
                        .map(looks::atOneOfItsShape)
                        .toList();
                further.forEach(links -> links.forEach(looks::atOneOfItsShape));
            }
            looks.seen().stream()
                    .filter(link -> link.endsWith("/diagram"))
                    .toList()
                    .forEach(diagram -> {
                        looks.at(diagram + "?group=institution&overlay=status");
                        looks.at(diagram + "?group=area&overlay=none");
                    });
            assertThat(looks.seen()).hasSizeGreaterThan(20);
        }
        assertThat(complaints).isEmpty();
    }

    /** Pages that are looked at once each, while they are found. */
    private record Looks(Page page, String workspace, ColorScheme colours, int width, Set<String> seen) {
        /** Looks at a page unless enough were looked at whose addresses differ only in what has a digit: identifiers, codes. */
        List<String> atOneOfItsShape(String address) {
            String shape = shape(address);
            boolean isKnown =
                    seen.stream().filter(link -> shape(link).equals(shape)).count() >= MOST_OF_A_SHAPE;
            return isKnown ? List.of() : at(address);
        }

        private static String shape(String address) {
            return address.replaceAll("[^/]*[0-9][^/]*", "*");
        }

        /** Looks at a page unless that was done, and says where it leads to below its own address. */
        List<String> at(String address) {
            if (!seen.add(address)) {
                return List.of();
            }
            page.navigate(address);
            String what = address.replace(workspace, "") + " " + colours + " " + width;
            Object over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(((Number) over).intValue()).as(what).isZero();
            assertThat(page.content())
                    .as(what)
                    .doesNotContain("[goals.", "[governance.", "[appraisal.", "[strategy.", "[frame.");
            if (colours == ColorScheme.LIGHT) {
                Chromium.check(page, what);
            } else {
                Chromium.checkLook(page, what);
            }
            return links(page, address + "/");
        }
    }

    /** Where a page leads below an address, without selections and parts. */
    private static List<String> links(Page page, String below) {
        Object links = page.evaluate("[...document.querySelectorAll('main a[href]')].map(link => link.href)");
        return ((List<?>) links)
                .stream()
                        .map(link -> link.toString().replaceAll("[?#].*", ""))
                        .filter(link -> link.startsWith(below)
                                && !link.matches(".*\\.(csv|xlsx|svg|png|yaml|json|docx|pdf|html)$"))
                        .distinct()
                        .toList();
    }
}
