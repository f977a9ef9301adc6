package org.salus.diligence;

import java.util.Set;
import java.util.TreeSet;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.Standing;

/** Where a case is begun, and for whom. To begin narrow costs little: to open a case to others is a deliberate act, to close it again takes nothing back. */
public enum Keeping implements Term {
    /** In a ledger of one's own, of which the workspace holds no trace. */
    LAYER("layer"),
    /** In the workspace, for whoever begins it. */
    ME("me"),
    /** In the workspace, for members of one's own organisation. */
    ORGANISATION("organisation");

    private final String code;

    Keeping(String code) {
        this.code = code;
    }

    /**
     * What is taken where nobody chose.
     *
     * @param inCopy whether the workspace is a copy that travels, into which no second one can be founded
     */
    public static Keeping usual(boolean inCopy) {
        return inCopy ? ME : LAYER;
    }

    /** Whether somebody can choose this: whoever has no organisation cannot keep things for it. */
    public boolean isOpenTo(Standing standing) {
        return this != ORGANISATION || standing.organisation().isPresent();
    }

    /** For whom an item is that is kept so. In a layer all who may open it are those it is for. */
    public Sensitivity sensitivity(Standing standing) {
        return switch (this) {
            case LAYER -> Sensitivity.forMembers();
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
        return "keeping";
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
