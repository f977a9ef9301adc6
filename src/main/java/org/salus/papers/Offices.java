package org.salus.papers;

import java.util.List;
import java.util.TreeSet;
import org.salus.goals.Chain;
import org.salus.goals.Result;
import org.salus.goals.Risk;

/** The offices that the plan names, for whoever asks about one of them. */
final class Offices {
    private Offices() {}

    /** Owners of objectives and results, payers, who measures, who watches risks, and offices that decided; in alphabetical order. */
    static List<String> of(Making making) {
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        making.objectives().forEach(one -> {
            names.add(one.value().owner());
            names.add(one.value().payerAfterHandover());
        });
        for (Chain chain : making.plans()) {
            chain.list(Result.KIND).forEach(one -> names.add(one.value().owner()));
            chain.list(Risk.KIND).forEach(one -> names.add(one.value().office()));
            chain.indicators().forEach(one -> names.add(one.value().measuring().responsible()));
        }
        making.material()
                .politics()
                .book()
                .decisions()
                .forEach(one -> names.add(one.value().decidedBy()));
        names.remove("");
        return List.copyOf(names);
    }
}
