package org.salus.impact;

import java.util.Set;
import java.util.TreeSet;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.Standing;

/** For whom a table and its study are kept. To begin narrow costs little; to open it later is a deliberate act. */
public enum Readers implements Term {
    /** All members of the workspace. */
    MEMBERS("members"),
    /** Members of one's own organisation. */
    ORGANISATION("organisation"),
    /** Whoever brings it. */
    ME("me");

    private final String code;

    Readers(String code) {
        this.code = code;
    }

    /** Whether somebody can choose this: whoever has no organisation cannot keep things for it. */
    public boolean isOpenTo(Standing standing) {
        return this != ORGANISATION || standing.organisation().isPresent();
    }

    /** For whom an item is that is kept so. */
    public Sensitivity sensitivity(Standing standing) {
        return switch (this) {
            case MEMBERS -> Sensitivity.forMembers();
            case ME -> new Sensitivity.Named(new TreeSet<>(Set.of(standing.account())));
            case ORGANISATION ->
                standing.organisation()
                        .<Sensitivity>map(Sensitivity.Organisation::new)
                        .orElseGet(() -> ME.sensitivity(standing));
        };
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "readers";
    }

    @Override
    public Sentence label() {
        return Sentence.of("impact.readers." + code + ".name");
    }

    @Override
    public Sentence meaning() {
        return Sentence.of("impact.readers." + code + ".text");
    }
}
