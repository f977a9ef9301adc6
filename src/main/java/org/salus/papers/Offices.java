package org.salus.papers;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.salus.agenda.Action;
import org.salus.agenda.FocalPoint;
import org.salus.goals.Chain;
import org.salus.goals.Owed;
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

    /** All that may be asked for as an office: these, the institutions of plan and map, and whoever something is due of. */
    static Set<String> named(Making making) {
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(of(making));
        making.objectives().forEach(one -> names.add(making.institution(one.value())));
        making.material()
                .sector()
                .actors()
                .forEach(one -> names.addAll(one.actor().names()));
        making.view().list(Action.KIND).forEach(one -> names.add(one.value().office()));
        making.view().list(FocalPoint.KIND).forEach(one -> names.add(one.value().office()));
        Owed.of(making.view(), making.day(), making.wording()).forEach(owed -> names.addAll(owed.offices()));
        names.remove("");
        return names;
    }
}
