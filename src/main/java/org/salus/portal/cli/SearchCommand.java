package org.salus.portal.cli;

import java.util.ArrayList;
import java.util.List;
import org.salus.evidence.Evidence;
import org.salus.frame.cli.Terminal;
import org.salus.framework.Sentence;
import org.salus.portal.Search;
import org.salus.portal.SearchAnswer;
import org.salus.portal.SearchHit;
import org.salus.portal.SearchQuestion;
import org.salus.workspace.Faces;
import org.salus.workspace.cli.WorkspaceJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code salus search WORD…}: everything whoever works here may read in which the words stand, as on the page and in the API. */
@Command(name = "search")
public final class SearchCommand extends WorkspaceJob {
    @Parameters(arity = "1..*", paramLabel = "WORD", descriptionKey = "search.word")
    private List<String> words = new ArrayList<>();

    @Option(names = "--group", paramLabel = "GROUP", descriptionKey = "search.group")
    private String group = "";

    @Option(names = "--from", paramLabel = "NUMBER", descriptionKey = "search.from")
    private String from = "";

    @Option(names = "--size", paramLabel = "NUMBER", descriptionKey = "search.size")
    private String size = "";

    public SearchCommand(Faces faces) {
        super(faces);
    }

    @Override
    protected int work(Desk desk) {
        SearchQuestion question = SearchQuestion.of(String.join(" ", words).strip(), group, from, size);
        try (Evidence evidence = Evidence.open(data.folder())) {
            SearchAnswer answer = new Search(evidence, desk.workspaces(), desk.faces())
                    .of(question, desk.account(), terminal.wording());
            if (format.isJson()) {
                json(answer.tree());
            } else {
                tell(answer);
            }
        }
        return 0;
    }

    private void tell(SearchAnswer answer) {
        terminal.say(Sentence.of("portal.search.answer", answer.total()));
        for (SearchAnswer.Part part : answer.parts()) {
            terminal.out().println();
            terminal.say(Sentence.of(
                    part.isCut() ? "portal.search.heading.cut" : "portal.search.heading",
                    part.group().label(),
                    part.total()));
            for (SearchHit hit : part.hits()) {
                terminal.out()
                        .println(Terminal.harmless(
                                "  " + hit.title() + " | " + hit.kind() + " | " + hit.place() + " | " + hit.href()));
            }
        }
    }
}
