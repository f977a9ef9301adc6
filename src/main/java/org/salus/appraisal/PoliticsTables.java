package org.salus.appraisal;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Hue;
import org.salus.documents.Table;
import org.salus.documents.Tint;
import org.salus.framework.PartialDate;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.ledger.ItemId;

/** Decisions and politics as tables, in a language: for pages, files and terminals alike. */
public final class PoliticsTables {
    /** The names of tables in addresses of files. */
    public static final List<String> NAMES =
            List.of("decisions", "windows", "partnerships", "findings", "to-ask", "matrix", "stances", "red-lines");

    /** Those of them that are written for few, and stay with few as files. */
    public static final List<String> FOR_FEW = List.of("matrix", "stances", "red-lines");

    private final PoliticsBook book;
    private final PoliticsNames names;
    private final PoliticsAnalysis analysis;
    private final Wording wording;
    private final Links links;

    /** Where cells lead. */
    @FunctionalInterface
    public interface Links {
        /** What leads to that address of this program; empty where nothing does. */
        Optional<URI> to(String address);
    }

    /** Nowhere: for what is read without the program. */
    public static final Links NO_LINKS = address -> Optional.empty();

    /** @param links for pages; {@link #NO_LINKS} for files */
    public PoliticsTables(
            PoliticsBook book, PoliticsNames names, PoliticsAnalysis analysis, Wording wording, Links links) {
        this.book = book;
        this.names = names;
        this.analysis = analysis;
        this.wording = wording;
        this.links = links;
    }

    /** The table of that name; empty if there is none. */
    public Optional<Table> find(String name) {
        return switch (name) {
            case "decisions" -> Optional.of(decisions());
            case "windows" -> Optional.of(windows());
            case "partnerships" -> Optional.of(partnerships());
            case "findings" -> Optional.of(findings());
            case "to-ask" -> Optional.of(toAsk());
            case "matrix" -> Optional.of(matrix());
            case "stances" -> Optional.of(stances());
            case "red-lines" -> Optional.of(redLines());
            default -> Optional.empty();
        };
    }

    /** The same table as a file of its own: one that is written for few says so where it lies by itself. */
    public Optional<Table> file(String name) {
        return find(name)
                .map(table -> FOR_FEW.contains(name)
                        ? new Table(
                                wording.say("appraisal.politics.table.for-few", table.caption()),
                                table.columns(),
                                table.rows())
                        : table);
    }

    /**
     * The table of that name on paper: without who keeps a note, and without columns in which nobody said anything.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public Table onPaper(String name) {
        Table whole = find(name).orElseThrow(() -> new IllegalArgumentException(name));
        int kept = whole.columns().stream().map(Column::key).toList().indexOf("kept");
        return (kept < 0
                        ? whole
                        : new Table(
                                whole.caption(),
                                without(whole.columns(), kept),
                                whole.rows().stream()
                                        .map(row -> without(row, kept))
                                        .toList()))
                .filled();
    }

    private static <T> List<T> without(List<T> all, int at) {
        List<T> left = new ArrayList<>(all);
        left.remove(at);
        return left;
    }

    private String say(String name) {
        return wording.say("appraisal.politics.table." + name);
    }

    private Column text(String key) {
        return Column.text(key, say(key));
    }

    private Column date(String key) {
        return Column.date(key, say(key));
    }

    private Cell term(Term term) {
        return Cell.text(wording.say(term.label())).withCode(term.code());
    }

    private static Cell optional(Optional<Cell> cell) {
        return cell.orElseGet(() -> Cell.blank(""));
    }

    private static Cell day(Optional<PartialDate> date) {
        return optional(date.map(known -> Cell.text(known.toString())));
    }

    private Cell linked(Cell cell, String address) {
        return links.to(address).map(cell::withLink).orElse(cell);
    }

    private Cell noted(Noted<?> noted, String title) {
        return linked(Cell.text(title), noted.href());
    }

    private static Cell lines(List<String> lines) {
        return Cell.text(String.join("; ", lines));
    }

    private Cell objectives(List<OnObjective> objectives) {
        return items(objectives.stream().map(OnObjective::objective));
    }

    private Cell items(Stream<ItemId> items) {
        return Cell.text(items.map(names::of).filter(name -> !name.isEmpty()).collect(Collectors.joining("; ")));
    }

    private Cell source(Noted<?> noted, String written) {
        int cited = noted.item().citations().size();
        List<String> sources = new ArrayList<>();
        if (!written.isBlank()) {
            sources.add(written);
        }
        if (cited > 0) {
            sources.add(wording.say("appraisal.politics.table.cited", cited));
        }
        return sources.isEmpty() ? Cell.blank(say("no-source")) : Cell.text(String.join("; ", sources));
    }

    /** Where a document proves it, nothing is missing that is not cited. */
    private Cell proof(Noted<?> noted, String document) {
        return document.isBlank() || !noted.item().citations().isEmpty() ? source(noted, "") : Cell.blank("");
    }

    private Cell kept(Noted<?> noted) {
        return Cell.text(noted.layer()
                .map(layer -> wording.say("appraisal.politics.table.layer", layer))
                .orElseGet(() -> wording.say(noted.item().sensitivity().label())));
    }

    /** Decisions on record, the latest first. */
    public Table decisions() {
        return new Table(
                say("decisions"),
                List.of(
                        text("decision"),
                        date("day"),
                        text("decided_by"),
                        text("asked"),
                        text("could_veto"),
                        text("payers"),
                        text("absent"),
                        text("objectives"),
                        text("supports"),
                        text("document"),
                        text("source"),
                        text("kept")),
                book.decisions().stream()
                        .map(noted -> {
                            RegisteredDecision decision = noted.value();
                            return List.of(
                                    noted(noted, decision.title()),
                                    day(decision.day()),
                                    Cell.text(decision.decidedBy()),
                                    lines(decision.asked()),
                                    lines(decision.couldVeto()),
                                    lines(decision.payers()),
                                    lines(decision.absent()),
                                    objectives(decision.objectives()),
                                    items(decision.supports().stream().map(OnSupport::support)),
                                    Cell.text(decision.document()),
                                    proof(noted, decision.document()),
                                    kept(noted));
                        })
                        .toList());
    }

    /** Windows, what closes first above. */
    public Table windows() {
        return new Table(
                say("windows"),
                List.of(
                        text("window"),
                        text("state"),
                        text("opening"),
                        date("opens"),
                        date("closes"),
                        text("objectives"),
                        text("needed"),
                        text("source"),
                        text("kept")),
                book.windows().stream()
                        .map(noted -> {
                            EntryPoint window = noted.value();
                            return List.of(
                                    noted(noted, window.title()),
                                    Cell.text(wording.say("appraisal.politics.window."
                                            + Term.codeOf(WindowState.on(window, book.day())))),
                                    term(window.opening()),
                                    day(window.from()),
                                    day(window.until()),
                                    objectives(window.objectives()),
                                    Cell.text(window.needed()),
                                    source(noted, window.source()),
                                    kept(noted));
                        })
                        .toList());
    }

    /** Partnerships with their terms. */
    public Table partnerships() {
        return new Table(
                say("partnerships"),
                List.of(
                        text("partnership"),
                        text("parties"),
                        text("conditions"),
                        date("since"),
                        date("until"),
                        date("review"),
                        text("ending"),
                        text("objectives"),
                        text("document"),
                        text("source"),
                        text("kept")),
                book.partnerships().stream()
                        .map(noted -> {
                            Partnership agreed = noted.value();
                            return List.of(
                                    noted(noted, agreed.title()),
                                    lines(agreed.parties().stream()
                                            .map(this::party)
                                            .toList()),
                                    Cell.text(agreed.conditions()),
                                    day(agreed.from()),
                                    day(agreed.until()),
                                    day(agreed.reviewBy()),
                                    Cell.text(agreed.ending()),
                                    objectives(agreed.objectives()),
                                    Cell.text(agreed.document()),
                                    proof(noted, agreed.document()),
                                    kept(noted));
                        })
                        .toList());
    }

    private String party(PartyTerm term) {
        return term.brings().isBlank()
                ? term.party()
                : wording.say("appraisal.politics.table.party", term.party(), term.brings());
    }

    /** What is found. */
    public Table findings() {
        return told("findings", analysis.findings());
    }

    /** What nobody noted yet. */
    public Table toAsk() {
        return told("to_ask", analysis.toBeAsked());
    }

    private Table told(String caption, List<PoliticsFinding> findings) {
        return new Table(
                say(caption),
                List.of(text("finding"), text("kind"), text("about")),
                findings.stream()
                        .map(finding -> List.of(
                                linked(Cell.text(wording.say(finding.says())), finding.leadsTo()),
                                term(finding.kind()),
                                lines(finding.items().stream()
                                        .map(PoliticsFinding.About::title)
                                        .toList())))
                        .toList());
    }

    /** Actors against objectives: the word of the latest stance, on a step of one hue, the stronger the more it stands in the way. */
    public Table matrix() {
        StakeholderMatrix matrix = StakeholderMatrix.of(book, names);
        List<Column> columns = new ArrayList<>(List.of(text("actor")));
        for (int at = 0; at < matrix.objectives().size(); at++) {
            columns.add(Column.text("o" + (at + 1), matrix.objectives().get(at).name())
                    .withCodedKey());
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (StakeholderMatrix.Side actor : matrix.actors()) {
            List<Cell> row = new ArrayList<>(List.of(Cell.text(actor.name())));
            for (StakeholderMatrix.Side objective : matrix.objectives()) {
                row.add(matrix.at(actor, objective)
                        .map(noted -> {
                            Attitude attitude = noted.value().attitude();
                            return noted(noted, wording.say(attitude.label()))
                                    .withCode(attitude.code())
                                    .withTint(tint(attitude));
                        })
                        .orElseGet(() -> Cell.blank(say("nobody_asked"))));
            }
            rows.add(row);
        }
        return new Table(say("matrix"), columns, rows);
    }

    /** A step of the one accent; the word says the same. */
    static Tint tint(Attitude attitude) {
        return switch (attitude) {
            case DRIVES -> new Tint(Hue.ACCENT, 1);
            case SUPPORTS -> new Tint(Hue.ACCENT, 2);
            case WAITS -> new Tint(Hue.ACCENT, 3);
            case RESISTS -> new Tint(Hue.ACCENT, 4);
            case BLOCKS -> new Tint(Hue.ACCENT, 5);
            case NOT_KNOWN -> Tint.of(Hue.UNKNOWN);
        };
    }

    /** All stances, also what was noted earlier. */
    public Table stances() {
        return new Table(
                say("stances"),
                List.of(
                        text("actor"),
                        text("objective"),
                        text("stance"),
                        text("interest"),
                        text("influence"),
                        text("gains"),
                        text("incentives"),
                        text("may_spoil"),
                        text("measure"),
                        date("noted"),
                        text("source"),
                        text("kept")),
                book.stances().stream()
                        .map(noted -> {
                            Stance stance = noted.value();
                            return List.of(
                                    noted(noted, names.of(stance.actor())),
                                    Cell.text(names.of(stance.objective())),
                                    term(stance.attitude()),
                                    optional(stance.interest().map(this::term)),
                                    optional(stance.influence().map(this::term)),
                                    Cell.text(stance.gains()),
                                    Cell.text(stance.incentives()),
                                    Cell.text(stance.maySpoil() ? wording.say("workspace.field.yes") : ""),
                                    stance.maySpoil() && stance.measure().isBlank()
                                            ? Cell.blank(say("no-measure"))
                                            : Cell.text(stance.measure()),
                                    day(stance.day()),
                                    source(noted, stance.source()),
                                    kept(noted));
                        })
                        .toList());
    }

    /** What actors will not accept. */
    public Table redLines() {
        return new Table(
                say("red_lines"),
                List.of(text("actor"), text("line"), text("why"), date("noted"), text("source"), text("kept")),
                book.redLines().stream()
                        .map(noted -> {
                            RedLine red = noted.value();
                            return List.of(
                                    noted(noted, names.of(red.actor())),
                                    Cell.text(red.line()),
                                    Cell.text(red.why()),
                                    day(red.day()),
                                    source(noted, red.source()),
                                    kept(noted));
                        })
                        .toList());
    }
}
