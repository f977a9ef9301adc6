package org.salus.appraisal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.ledger.Kind;

/** What can be noted of decisions and politics, by the word that addresses, API and commands have for it. */
public enum PoliticsList implements Term {
    DECISIONS("decisions", RegisteredDecision.KIND),
    WINDOWS("windows", EntryPoint.KIND),
    PARTNERSHIPS("partnerships", Partnership.KIND),
    STANCES("stances", Stance.KIND),
    RED_LINES("red-lines", RedLine.KIND);

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // A kind never changes.
    private final Kind<?> kind;

    PoliticsList(String code, Kind<?> kind) {
        this.code = code;
        this.kind = kind;
    }

    /** Of items that stand in it. */
    public Kind<?> kind() {
        return kind;
    }

    /** Whether it is written for few. */
    public boolean isForFew() {
        return this == STANCES || this == RED_LINES;
    }

    /** The list of that word. */
    public static Optional<PoliticsList> find(String code) {
        return Term.find(PoliticsList.class, code);
    }

    /** The words there are. */
    public static List<String> codes() {
        return Stream.of(values()).map(PoliticsList::code).toList();
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "list";
    }

    @Override
    public Sentence label() {
        return PoliticsWords.label(this);
    }

    @Override
    public Sentence meaning() {
        return PoliticsWords.meaning(this);
    }
}
