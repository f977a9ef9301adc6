package org.salus.sector;

import java.util.Set;
import java.util.TreeSet;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.Standing;

/** For whom support that somebody brings in is kept. To begin narrow costs little: widening is an owner's act with a reason, taking back what others have read is none. */
public enum KeptFor implements Term {
    /** Members of one's own organisation. */
    ORGANISATION("organisation"),
    ME("me"),
    /** Every member of the workspace. */
    MEMBERS("members"),
    /** A ledger of one's own, of which the workspace holds no trace. */
    LAYER("layer");

    private final String code;

    KeptFor(String code) {
        this.code = code;
    }

    /** What is taken where nobody chose: one's organisation, or oneself where there is none. */
    public static KeptFor usual(Standing standing) {
        return standing.organisation().isPresent() ? ORGANISATION : ME;
    }

    /** Whether somebody can choose this: whoever has no organisation cannot keep things for it. */
    public boolean isOpenTo(Standing standing) {
        return this != ORGANISATION || standing.organisation().isPresent();
    }

    /** The sensitivity of what is kept so. */
    Sensitivity sensitivity(Standing standing) {
        return switch (this) {
            case ORGANISATION ->
                standing.organisation()
                        .<Sensitivity>map(Sensitivity.Organisation::new)
                        .orElseGet(() -> ME.sensitivity(standing));
            case ME -> new Sensitivity.Named(new TreeSet<>(Set.of(standing.account())));
            case MEMBERS, LAYER -> Sensitivity.forMembers();
        };
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "kept-for";
    }

    @Override
    public Sentence label() {
        return Words.label(this);
    }

    @Override
    public Sentence meaning() {
        return Words.meaning(this);
    }
}
