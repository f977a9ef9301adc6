package org.salus.appraisal;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Hue;
import org.salus.documents.Table;
import org.salus.documents.Tint;
import org.salus.framework.Appraisal;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.ledger.View;
import org.salus.workspace.Faces;

/** An appraisal in a language, as texts and tables: for pages, files and a terminal alike. */
public final class AppraisalTexts {
    private final AppraisalAnswer answer;
    private final Faces faces;
    private final Wording wording;
    private final Links links;

    /** Where cells lead. */
    @FunctionalInterface
    public interface Links {
        /** An address of this server as a link; empty for what is read without the program. */
        Optional<URI> to(String address);
    }

    /** Nowhere: for what is read without the program. */
    public static final Links NO_LINKS = address -> Optional.empty();

    /** @param links where cells of tables lead */
    public AppraisalTexts(AppraisalAnswer answer, Faces faces, Wording wording, Links links) {
        this.answer = answer;
        this.faces = faces;
        this.wording = wording;
        this.links = links;
    }

    /**
     * Something that was looked at.
     *
     * @param href its address from the root of the server
     */
    public record Opening(String text, String href, boolean fits) {}

    /** What is told of. */
    public AppraisalAnswer answer() {
        return answer;
    }

    /** What was looked at for a check, what does not speak for it first. */
    public List<Opening> looked(CheckResult result) {
        return result.looked().stream()
                .sorted(Comparator.comparing(Looked::fits))
                .map(this::opening)
                .toList();
    }

    private Opening opening(Looked looked) {
        return switch (looked) {
            case Looked.Element element ->
                new Opening(
                        faces.title(element.id(), answer.view(), wording),
                        path(answer.view(), "items/" + element.id()),
                        element.fits());
            case Looked.Page page ->
                new Opening(wording.say(page.says()), path(answer.view(), page.address()), page.fits());
        };
    }

    /** An address below that of a workspace; from the root of the server if it begins with a slash. */
    public static String path(View view, String address) {
        return address.startsWith("/") ? address : "/workspaces/" + view.workspace() + "/" + address;
    }

    /** A check's page. */
    public String page(Check check) {
        return path(answer.view(), "appraisal/checks/" + check.id());
    }

    /** Where what would change the answer is done; empty for nowhere. */
    public Optional<String> fix(Check check) {
        return check.page().isEmpty() ? Optional.empty() : Optional.of(path(answer.view(), check.page()));
    }

    /** The filled step of an answer, which its word repeats. */
    public static Tint tint(Appraisal answer) {
        return new Tint(
                Hue.ACCENT,
                switch (answer) {
                    case CONSIDERED -> 4;
                    case PARTLY -> 2;
                    case NOT_YET -> 1;
                    case NOT_ENOUGH_INFORMATION -> 0;
                });
    }

    /** What stands beside an answer: replies to a computed one, what people answered before it was, and other answers of people than the one that counts. */
    public List<String> beside(CheckResult result) {
        return Stream.concat(
                        result.said().stream()
                                .skip(result.isComputed() ? 0 : 1)
                                .map(said -> beside(
                                        said.item().value().answer(),
                                        said.item().value().because())),
                        result.replies().stream()
                                .map(reply -> beside(
                                        reply.item().value().reply(),
                                        reply.item().value().because())))
                .toList();
    }

    private String beside(Term said, String because) {
        return wording.say("appraisal.table.replied", wording.say(said.label()), because);
    }

    private String say(String name) {
        return wording.say("appraisal.table." + name);
    }

    private Column text(String key) {
        return Column.text(key, say(key));
    }

    /** Every check with its answer. */
    public Table checks() {
        return checks(answer.results());
    }

    /** These checks with their answers. */
    public Table checks(List<CheckResult> results) {
        return new Table(
                say(answer.isReview() ? "review" : "checks"),
                List.of(
                        text("check"),
                        text("asks"),
                        text("answer"),
                        text("reason"),
                        text("looked"),
                        text("missing"),
                        text("disagreements"),
                        text("fix"),
                        text("way"),
                        text("edition")),
                results.stream().map(this::row).toList());
    }

    private List<Cell> row(CheckResult result) {
        Check check = result.check();
        return List.of(
                id(check),
                Cell.text(check.asks()),
                cell(result.answer()),
                Cell.text(wording.say(result.reason())),
                Cell.text(looked(result).stream().map(Opening::text).collect(Collectors.joining("; "))),
                Cell.text(result.missing().stream().map(wording::say).collect(Collectors.joining(" "))),
                Cell.text(String.join("; ", beside(result))),
                Cell.text(check.fix()),
                Cell.text(wording.say(result.isComputed() ? "appraisal.page.computed" : "appraisal.page.asked")),
                Cell.text(check.edition()));
    }

    /** The same for a page: what is asked, the answer, the reason, what was written beside it, and where it is mended. */
    public Table brief(List<CheckResult> results) {
        return new Table(
                say(answer.isReview() ? "review" : "checks"),
                List.of(
                        text("check"),
                        text("asks"),
                        text("answer"),
                        text("reason"),
                        text("disagreements"),
                        text("fix")),
                results.stream()
                        .map(result -> List.of(
                                id(result.check()),
                                Cell.text(result.check().asks()),
                                cell(result.answer()),
                                Cell.text(wording.say(result.reason())),
                                Cell.text(String.join("; ", beside(result))),
                                mending(result)))
                        .toList());
    }

    /** The same on paper, of one consideration: without what only a page can do. */
    public Table onPaper(Term group) {
        return new Table(
                wording.say("appraisal.table.group", group.code(), wording.say(group.label())),
                List.of(text("check"), text("asks"), text("answer"), text("reason"), text("disagreements")),
                answer.results(group).stream()
                        .map(result -> List.of(
                                id(result.check()),
                                Cell.text(result.check().asks()),
                                cell(result.answer()),
                                Cell.text(wording.say(result.reason())),
                                Cell.text(String.join("; ", beside(result)))))
                        .toList());
    }

    /** Nothing is to be mended where all is considered. */
    private Cell mending(CheckResult result) {
        if (result.answer() == Appraisal.CONSIDERED) {
            return Cell.text("");
        }
        Cell cell = Cell.text(result.check().fix());
        return fix(result.check()).flatMap(links::to).map(cell::withLink).orElse(cell);
    }

    private Cell id(Check check) {
        Cell cell = Cell.text(check.id());
        return links.to(page(check)).map(cell::withLink).orElse(cell);
    }

    private Cell cell(Appraisal said) {
        return Cell.text(wording.say(said.label())).withCode(said.code()).withTint(tint(said));
    }

    /** What is answered differently now than in one that was kept. */
    public Table changes(KeptAppraisal before) {
        Map<String, Check> checks =
                Checks.shipped(wording.locale()).list().stream().collect(Collectors.toMap(Check::id, check -> check));
        return new Table(
                say("history"),
                List.of(text("check"), text("asks"), text("before"), text("after"), text("note")),
                before.until(answer.kept("")).stream()
                        .map(change -> {
                            Optional<Check> check = Optional.ofNullable(checks.get(change.check()));
                            return List.of(
                                    check.map(this::id).orElseGet(() -> Cell.text(change.check())),
                                    Cell.text(check.map(Check::asks).orElse("")),
                                    change.before().map(this::cell).orElseGet(() -> Cell.blank(say("not-there"))),
                                    change.after().map(this::cell).orElseGet(() -> Cell.blank(say("not-there"))),
                                    Cell.text(change.isOtherEdition() ? say("other-edition") : ""));
                        })
                        .toList());
    }

    /** In a terminal: a sentence for each group, then check by check the answer and why. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        answer.groups().forEach(group -> {
            if (answer.results().size() > 1) {
                lines.add(wording.say(
                        "appraisal.cli.summary",
                        group.code(),
                        wording.say(group.label()),
                        wording.say(answer.says(group))));
            }
            answer.results(group).forEach(result -> {
                lines.add(wording.say(
                        "appraisal.cli.check",
                        result.check().id(),
                        wording.say(result.answer().label()),
                        result.check().asks()));
                lines.add(wording.say("appraisal.cli.reason", wording.say(result.reason())));
                result.missing()
                        .forEach(missing -> lines.add(wording.say("appraisal.cli.missing", wording.say(missing))));
                beside(result).forEach(text -> lines.add(wording.say("appraisal.cli.beside", text)));
            });
        });
        return lines;
    }
}
