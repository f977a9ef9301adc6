package org.salus.goals;

import java.time.LocalDate;
import java.util.Optional;
import org.salus.documents.Table;
import org.salus.documents.Version;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.View;
import org.salus.workspace.Faces;

/** What can be taken along of an alternative as a file, for programs and from a terminal: the tables of its pages, and its logframe for Word. */
public final class GoalsFiles {
    private final View view;
    private final Faces faces;
    private final Wording wording;
    private final GoalsAnswers answers;

    public GoalsFiles(View view, Faces faces, Wording wording) {
        this.view = view;
        this.faces = faces;
        this.wording = wording;
        this.answers = new GoalsAnswers(view, wording);
    }

    /** The alternative of that id, beginning of an id, or title. */
    public Item<ResultsChain> chain(String words) {
        return answers.chain(words);
    }

    /**
     * A table, as its page shows it.
     *
     * @param name logframe, matrix, holes or compare
     * @param with of a comparison, the other alternative; where it is left out, the one the page would take
     * @throws Failure (not found) if there is no such table, or nothing to compare with
     */
    public Table table(String name, Item<ResultsChain> chain, Optional<String> with) {
        return switch (name) {
            case "logframe" -> print(chain).whole();
            case "matrix" -> answers.matrix(chain);
            case "holes" -> holes(chain);
            case "compare" -> differences(chain, with);
            default -> throw Failure.notFound(Sentence.of("goals.failure.no-table", name));
        };
    }

    private LogframePrint print(Item<ResultsChain> chain) {
        return new LogframePrint(chain.value().title(), Logframe.of(answers.model(chain), view), wording);
    }

    private Table holes(Item<ResultsChain> chain) {
        Chain model = answers.model(chain);
        return new ChainTables(chain.value().title(), model, answers.holes(model), wording, element -> Optional.empty())
                .holes();
    }

    private Table differences(Item<ResultsChain> chain, Optional<String> with) {
        ChainComparison comparison = answers.comparison(
                with.map(answers::chain)
                        .or(() -> answers.counterpart(chain))
                        .orElseThrow(() -> Failure.notFound(Sentence.of("goals.compare.only-one"))),
                chain);
        return new ComparisonTables(answers, comparison, wording).differences(comparison.told(view, faces, wording));
    }

    /**
     * The logframe for Word.
     *
     * @param state of the workspace it is made from
     */
    public byte[] document(Item<ResultsChain> chain, String state, LocalDate day) {
        return LogframeDocument.of(print(chain), view.charter().name(), new Version(state, day), wording);
    }
}
