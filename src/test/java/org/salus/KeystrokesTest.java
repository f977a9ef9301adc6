package org.salus;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Workspace;
import org.salus.sector.ActorType;
import org.salus.sector.SectorMap;
import org.salus.sector.TieType;

/**
 * Forty actors and sixty ties typed in the workspace take no more keystrokes than in the spreadsheet template.
 *
 * <p>In the browser every key is pressed and counted, those that move on and send included; in a list one types until it shows what is meant. Of the template
 * the least is counted that says the same: each cell by the shorter of code and name, one key to leave a cell or row, nothing to open the workbook, change the
 * sheet or send the file; and whichever is less, ties by the names of their ends or by ids of two signs that are typed into the sheet of actors before.
 */
@Tag("slow")
class KeystrokesTest {
    private record Body(String name, ActorType type) {}

    private record Line(int from, TieType type, int to) {}

    private static final List<Body> ACTORS = List.of(
            new Body("National Police", ActorType.POLICE),
            new Body("Army", ActorType.ARMY),
            new Body("Border Guard", ActorType.BORDER_GUARD),
            new Body("Coast Guard", ActorType.BORDER_GUARD),
            new Body("Customs Service", ActorType.BORDER_GUARD),
            new Body("Presidential Guard", ActorType.ARMY),
            new Body("Gendarmerie", ActorType.POLICE),
            new Body("Prison Service", ActorType.OTHER_PROVIDER),
            new Body("Forest Guard", ActorType.OTHER_PROVIDER),
            new Body("Riot Police", ActorType.POLICE),
            new Body("Railway Police", ActorType.POLICE),
            new Body("Judicial Police", ActorType.POLICE),
            new Body("Air Force", ActorType.ARMY),
            new Body("Navy", ActorType.ARMY),
            new Body("Home Guard", ActorType.ARMY),
            new Body("National Assembly", ActorType.PARLIAMENT),
            new Body("Senate", ActorType.PARLIAMENT),
            new Body("Defence Committee", ActorType.PARLIAMENT),
            new Body("Supreme Court", ActorType.COURT),
            new Body("Constitutional Court", ActorType.COURT),
            new Body("Military Court", ActorType.COURT),
            new Body("Court of Appeal", ActorType.COURT),
            new Body("Audit Chamber", ActorType.AUDIT_OFFICE),
            new Body("Inspectorate of Finance", ActorType.AUDIT_OFFICE),
            new Body("Ministry of Defence", ActorType.MINISTRY_OF_DEFENCE),
            new Body("Ministry of the Interior", ActorType.MINISTRY_OF_INTERIOR),
            new Body("Ministry of Justice", ActorType.MINISTRY_OF_JUSTICE),
            new Body("League for Rights", ActorType.RIGHTS_GROUP),
            new Body("Women for Peace", ActorType.RIGHTS_GROUP),
            new Body("Lawyers for All", ActorType.RIGHTS_GROUP),
            new Body("Prison Watch", ActorType.RIGHTS_GROUP),
            new Body("Youth Forum", ActorType.RIGHTS_GROUP),
            new Body("Budget Watch", ActorType.RIGHTS_GROUP),
            new Body("Hill Front", ActorType.ARMED_MOVEMENT),
            new Body("River Militia", ActorType.ARMED_MOVEMENT),
            new Body("Lake Brigade", ActorType.ARMED_MOVEMENT),
            new Body("Valley Union", ActorType.ARMED_MOVEMENT),
            new Body("Eastern Column", ActorType.ARMED_MOVEMENT),
            new Body("Old Soldiers", ActorType.ARMED_MOVEMENT),
            new Body("Free Rangers", ActorType.ARMED_MOVEMENT));

    private static final int IDS = 2;
    private static final int MOST_HANDS = 5;
    private static final int FORGOTTEN_MILLIS = 1_200;

    private static final String SHOWN = "id => { const list = document.getElementById(id);"
            + " return list.options[list.selectedIndex].text.trim(); }";

    /** The shortest beginning by which a list shows a name and none that stands before it. */
    private static final String BEGINNING = """
            ([id, meant]) => {
                const names = [...document.getElementById(id).options].map(one => one.text.trim().toLowerCase());
                for (let length = 1; length <= meant.length; length++) {
                    const begins = meant.slice(0, length);
                    if (names.find(name => name.startsWith(begins.toLowerCase())) === meant.toLowerCase()) {
                        return begins;
                    }
                }
                return meant;
            }""";

    @TempDir
    private Path folder;

    private RunningTeam team;
    private Workspace workspace;
    private AccountId ana;
    private Chromium browser;
    private BrowserContext context;
    private Page page;
    private int pressed;

    @BeforeEach
    void start() throws Exception {
        browser = Chromium.start();
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        ana = team.account(team.administrator("admin", "Admin"), "ana", "Ana");
        workspace = team.workspaces()
                .found(
                        new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.empty(),
                        "");
        context = browser.open(ColorScheme.LIGHT, 1280);
        page = context.newPage();
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
        }
    }

    private void go(String path) {
        page.navigate(team.server().address().resolve(path).toString());
    }

    private void press(String key) {
        page.keyboard().press(key);
        pressed++;
    }

    private void type(String text) {
        page.keyboard().type(text);
        pressed += text.length();
    }

    private void isAt(String field) {
        page.waitForFunction("id => document.activeElement.id === id", field);
    }

    /**
     * Types into the list that has the cursor as much of a name as no earlier one begins with. A browser forgets what was typed after a second: where this
     * machine was slower than a hand, the same is typed again, and counted once.
     */
    private void choose(String list, String meant) {
        isAt(list);
        String begins = (String) page.evaluate(BEGINNING, List.of(list, meant));
        String shown = "";
        for (int hand = 0; hand < MOST_HANDS && !meant.equals(shown); hand++) {
            if (hand > 0) {
                page.waitForTimeout(FORGOTTEN_MILLIS);
            }
            page.keyboard().type(begins);
            shown = (String) page.evaluate(SHOWN, list);
        }
        assertThat(shown).as(list + " after " + begins).isEqualTo(meant);
        pressed += begins.length();
    }

    private static List<Line> ties() {
        Stream.Builder<Line> ties = Stream.builder();
        for (int force = 0; force < 15; force++) {
            ties.add(new Line(15 + force % 3, TieType.OVERSEES, force));
            ties.add(new Line(24 + force % 2, TieType.COMMANDS, force));
            ties.add(new Line(22 + force % 2, TieType.AUDITS, force));
            ties.add(new Line(27 + force % 6, TieType.MONITORS, force));
        }
        return ties.build().toList();
    }

    @Test
    void forty_actors_and_sixty_ties_take_no_more_than_the_template() {
        go("/workspaces/" + workspace.id() + "/sector");
        for (Body actor : ACTORS) {
            isAt("actor-name");
            type(actor.name());
            press("Tab");
            choose("actor-what", said(actor.type()));
            press("Tab");
            press("Enter");
            page.waitForSelector("text=Added: " + actor.name());
        }
        // The key for a tie is a letter where a name is typed; once one has to leave that field, by a click.
        page.click("#add-tie summary");
        pressed++;
        press("Tab");
        boolean isFirst = true;
        for (Line tie : ties()) {
            if (!isFirst) {
                press("t");
            }
            isFirst = false;
            choose("tie-from", ACTORS.get(tie.from()).name());
            press("Tab");
            choose("tie-type", Wording.english().say(tie.type().label()));
            press("Tab");
            choose("tie-to", ACTORS.get(tie.to()).name());
            press("Tab");
            press("Tab");
            isAt("tie-source");
            press("Enter");
            page.waitForSelector("text=Added: " + ACTORS.get(tie.from()).name() + " "
                    + Wording.english().say(tie.type().label()) + " "
                    + ACTORS.get(tie.to()).name());
        }
        SectorMap map = SectorMap.of(workspace.view(ana));
        assertThat(map.actors()).hasSize(40);
        assertThat(map.ties()).hasSize(60);
        assertThat(pressed).isLessThanOrEqualTo(Math.min(byNames(), byIds()));
    }

    private static String said(ActorType type) {
        return Wording.english().say(type.label());
    }

    private static int shorter(String code, String name) {
        return Math.min(code.length(), name.length());
    }

    /** Name, over the class to the type that tells it, next row. */
    private static int actors() {
        return ACTORS.stream()
                .mapToInt(actor ->
                        actor.name().length() + 2 + shorter(actor.type().code(), said(actor.type())) + 1)
                .sum();
    }

    private static int byNames() {
        return actors()
                + ties().stream()
                        .mapToInt(tie -> ACTORS.get(tie.from()).name().length()
                                + kind(tie)
                                + ACTORS.get(tie.to()).name().length())
                        .sum();
    }

    private static int byIds() {
        return actors()
                + ACTORS.size() * (IDS + 1)
                + ties().stream().mapToInt(tie -> IDS + kind(tie) + IDS).sum();
    }

    /** What is done, and the keys that leave the three cells. */
    private static int kind(Line tie) {
        return 1
                + shorter(
                        tie.type().code(),
                        Wording.english().say(tie.type().label()).toLowerCase(Locale.ROOT))
                + 2;
    }
}
