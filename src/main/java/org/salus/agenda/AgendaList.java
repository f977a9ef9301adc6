package org.salus.agenda;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.ledger.Kind;

/** What can be noted here, by the word that addresses, API and commands have for it. */
public enum AgendaList implements Term {
    MEETINGS("meetings", Meeting.KIND),
    ACTIONS("actions", Action.KIND),
    REQUESTS("requests", Request.KIND),
    FOCAL_POINTS("focal-points", FocalPoint.KIND);

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // A kind never changes.
    private final Kind<?> kind;

    AgendaList(String code, Kind<?> kind) {
        this.code = code;
        this.kind = kind;
    }

    /** Of items that stand in it. */
    Kind<?> kind() {
        return kind;
    }

    /** The list of that word. */
    public static Optional<AgendaList> find(String code) {
        return Term.find(AgendaList.class, code);
    }

    /** The words there are. */
    public static List<String> codes() {
        return Stream.of(values()).map(AgendaList::code).toList();
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
        return AgendaWords.label(this);
    }

    @Override
    public Sentence meaning() {
        return AgendaWords.meaning(this);
    }
}
