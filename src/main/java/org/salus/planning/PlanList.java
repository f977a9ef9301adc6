package org.salus.planning;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.ledger.Kind;

/** What can be said for a schedule, by the word that addresses, API and commands have for it. */
public enum PlanList implements Term {
    WINDOWS("windows", PlanWindow.KIND),
    LIMITS("limits", AbsorptionLimit.KIND),
    STEPS("steps", StepNeeds.KIND),
    BUDGETS("budgets", PlanBudget.KIND),
    ORDERS("orders", StepOrder.KIND),
    FRAME("frame", PlanFrame.KIND);

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // A kind never changes.
    private final Kind<?> kind;

    PlanList(String code, Kind<?> kind) {
        this.code = code;
        this.kind = kind;
    }

    /** Of items that stand in it. */
    public Kind<?> kind() {
        return kind;
    }

    /** The list of that word. */
    public static Optional<PlanList> find(String code) {
        return Term.find(PlanList.class, code);
    }

    /** The words there are. */
    public static List<String> codes() {
        return Stream.of(values()).map(PlanList::code).toList();
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "plan-list";
    }

    @Override
    public Sentence label() {
        return Sentence.of("planning.plan-list." + code);
    }
}
