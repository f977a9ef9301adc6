package org.salus.sector;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salus.framework.ActorClass;
import org.salus.framework.ContextClass;
import org.salus.framework.Pillar;
import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What kind of institution or group an actor is. A short list on purpose; docs/sector.md says what each is for. */
public enum ActorType implements Term {
    ARMED_FORCES("armed-forces", Pillar.PROVIDERS, null, null, Power.USE_FORCE),
    ARMY("army", Pillar.PROVIDERS, null, null, Power.USE_FORCE),
    NAVY("navy", Pillar.PROVIDERS, null, null, Power.USE_FORCE),
    AIR_FORCE("air-force", Pillar.PROVIDERS, null, null, Power.USE_FORCE),
    GENERAL_STAFF("general-staff", Pillar.PROVIDERS, null, null),
    POLICE("police", Pillar.PROVIDERS, null, null, Power.USE_FORCE, Power.DETAIN),
    GENDARMERIE("gendarmerie", Pillar.PROVIDERS, null, null, Power.USE_FORCE, Power.DETAIN),
    LOCAL_POLICE("local-police", Pillar.PROVIDERS, null, null, Power.USE_FORCE, Power.DETAIN),
    BORDER_GUARD("border-guard", Pillar.PROVIDERS, null, null, Power.USE_FORCE, Power.DETAIN),
    COAST_GUARD("coast-guard", Pillar.PROVIDERS, null, null, Power.USE_FORCE, Power.DETAIN),
    CUSTOMS("customs", Pillar.PROVIDERS, null, null, Power.DETAIN),
    PRESIDENTIAL_GUARD("presidential-guard", Pillar.PROVIDERS, null, null, Power.USE_FORCE),
    INTELLIGENCE("intelligence", Pillar.PROVIDERS, null, null, Power.COLLECT_INTELLIGENCE),
    MILITARY_INTELLIGENCE("military-intelligence", Pillar.PROVIDERS, null, null, Power.COLLECT_INTELLIGENCE),
    RANGERS("rangers", Pillar.PROVIDERS, null, null, Power.USE_FORCE, Power.DETAIN),
    AUXILIARY_FORCE("auxiliary-force", Pillar.PROVIDERS, null, null, Power.USE_FORCE),
    OTHER_PROVIDER("other-provider", Pillar.PROVIDERS, null, null),
    HEAD_OF_STATE("head-of-state", Pillar.OVERSIGHT, Oversight.EXECUTIVE, null),
    HEAD_OF_GOVERNMENT("head-of-government", Pillar.OVERSIGHT, Oversight.EXECUTIVE, null),
    GOVERNMENT("government", Pillar.OVERSIGHT, Oversight.EXECUTIVE, null),
    SECURITY_COUNCIL("security-council", Pillar.OVERSIGHT, Oversight.EXECUTIVE, null),
    MINISTRY_OF_DEFENCE("ministry-of-defence", Pillar.OVERSIGHT, Oversight.EXECUTIVE, null),
    MINISTRY_OF_INTERIOR("ministry-of-interior", Pillar.OVERSIGHT, Oversight.EXECUTIVE, null),
    MINISTRY_OF_JUSTICE("ministry-of-justice", Pillar.OVERSIGHT, Oversight.EXECUTIVE, null),
    MINISTRY_OF_FINANCE("ministry-of-finance", Pillar.OVERSIGHT, Oversight.EXECUTIVE, null),
    OTHER_MINISTRY("other-ministry", Pillar.OVERSIGHT, Oversight.EXECUTIVE, null),
    INSPECTORATE("inspectorate", Pillar.OVERSIGHT, Oversight.EXECUTIVE, TieType.INSPECTS),
    REFORM_BODY("reform-body", Pillar.OVERSIGHT, Oversight.EXECUTIVE, null),
    LOCAL_GOVERNMENT("local-government", Pillar.OVERSIGHT, Oversight.EXECUTIVE, null),
    PARLIAMENT("parliament", Pillar.OVERSIGHT, Oversight.LEGISLATIVE, null),
    PARLIAMENT_COMMITTEE("parliament-committee", Pillar.OVERSIGHT, Oversight.LEGISLATIVE, null),
    COURT("court", Pillar.OVERSIGHT, Oversight.JUDICIAL, TieType.ADJUDICATES),
    CONSTITUTIONAL_COURT("constitutional-court", Pillar.OVERSIGHT, Oversight.JUDICIAL, TieType.ADJUDICATES),
    MILITARY_COURT("military-court", Pillar.OVERSIGHT, Oversight.JUDICIAL, TieType.ADJUDICATES, Power.DETAIN),
    PROSECUTION("prosecution", Pillar.OVERSIGHT, Oversight.JUDICIAL, TieType.INVESTIGATES),
    PRISON_SERVICE("prison-service", Pillar.OVERSIGHT, null, null, Power.USE_FORCE, Power.DETAIN),
    AUDIT_OFFICE("audit-office", Pillar.OVERSIGHT, Oversight.INDEPENDENT, TieType.AUDITS),
    OMBUDS("ombuds", Pillar.OVERSIGHT, Oversight.INDEPENDENT, TieType.INVESTIGATES),
    HUMAN_RIGHTS_COMMISSION("human-rights-commission", Pillar.OVERSIGHT, Oversight.INDEPENDENT, TieType.INVESTIGATES),
    COMPLAINTS_BODY("complaints-body", Pillar.OVERSIGHT, Oversight.INDEPENDENT, TieType.INVESTIGATES),
    ANTI_CORRUPTION_BODY("anti-corruption-body", Pillar.OVERSIGHT, Oversight.INDEPENDENT, TieType.INVESTIGATES),
    TRUTH_COMMISSION("truth-commission", Pillar.OVERSIGHT, Oversight.INDEPENDENT, TieType.INVESTIGATES),
    OTHER_OVERSIGHT("other-oversight", Pillar.OVERSIGHT, null, null),
    ARMED_MOVEMENT("armed-movement", ContextClass.ARMED_NON_STATE, null, null),
    MILITIA("militia", ContextClass.ARMED_NON_STATE, null, null),
    SELF_DEFENCE_GROUP("self-defence-group", ContextClass.ARMED_NON_STATE, null, null),
    GANG("gang", ContextClass.ARMED_NON_STATE, null, null),
    PRIVATE_MILITARY_COMPANY("private-military-company", ContextClass.ARMED_NON_STATE, null, null),
    OTHER_ARMED("other-armed", ContextClass.ARMED_NON_STATE, null, null),
    CUSTOMARY_COURT("customary-court", ContextClass.CUSTOMARY_JUSTICE_OR_SAFETY, null, null),
    TRADITIONAL_AUTHORITY("traditional-authority", ContextClass.CUSTOMARY_JUSTICE_OR_SAFETY, null, null),
    RELIGIOUS_COURT("religious-court", ContextClass.CUSTOMARY_JUSTICE_OR_SAFETY, null, null),
    COMMUNITY_SAFETY_GROUP("community-safety-group", ContextClass.CUSTOMARY_JUSTICE_OR_SAFETY, null, null),
    OTHER_COMMUNITY_PROVIDER("other-community-provider", ContextClass.CUSTOMARY_JUSTICE_OR_SAFETY, null, null),
    ASSOCIATION("association", ContextClass.CIVIL_SOCIETY, Oversight.CIVIL_SOCIETY, TieType.MONITORS),
    RIGHTS_GROUP("rights-group", ContextClass.CIVIL_SOCIETY, Oversight.CIVIL_SOCIETY, TieType.MONITORS),
    MEDIA("media", ContextClass.CIVIL_SOCIETY, Oversight.CIVIL_SOCIETY, TieType.MONITORS),
    RESEARCH("research", ContextClass.CIVIL_SOCIETY, Oversight.CIVIL_SOCIETY, TieType.MONITORS),
    UNION("union", ContextClass.CIVIL_SOCIETY, Oversight.CIVIL_SOCIETY, TieType.MONITORS),
    WOMENS_GROUP("womens-group", ContextClass.CIVIL_SOCIETY, Oversight.CIVIL_SOCIETY, TieType.MONITORS),
    VICTIMS_GROUP("victims-group", ContextClass.CIVIL_SOCIETY, Oversight.CIVIL_SOCIETY, TieType.MONITORS),
    YOUTH_GROUP("youth-group", ContextClass.CIVIL_SOCIETY, Oversight.CIVIL_SOCIETY, TieType.MONITORS),
    FAITH_BODY("faith-body", ContextClass.CIVIL_SOCIETY, Oversight.CIVIL_SOCIETY, TieType.MONITORS),
    PARTY("party", ContextClass.CIVIL_SOCIETY, null, null),
    OTHER_CIVIL("other-civil", ContextClass.CIVIL_SOCIETY, Oversight.CIVIL_SOCIETY, TieType.MONITORS),
    STATE("state", ContextClass.EXTERNAL, null, null),
    FOREIGN_FORCE("foreign-force", ContextClass.EXTERNAL, null, null),
    UN_BODY("un-body", ContextClass.EXTERNAL, null, null),
    PEACE_MISSION("peace-mission", ContextClass.EXTERNAL, null, null),
    REGIONAL_ORGANISATION("regional-organisation", ContextClass.EXTERNAL, null, null),
    DEVELOPMENT_BANK("development-bank", ContextClass.EXTERNAL, null, null),
    AID_AGENCY("aid-agency", ContextClass.EXTERNAL, null, null),
    INTERNATIONAL_ASSOCIATION("international-association", ContextClass.EXTERNAL, null, null),
    OTHER_EXTERNAL("other-external", ContextClass.EXTERNAL, null, null);

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // Its implementations are enums.
    private final ActorClass usualClass;

    private final Optional<Oversight> oversight;
    private final Optional<TieType> ownTie;

    @SuppressWarnings("ImmutableEnumChecker") // Made by Set.of.
    private final Set<Power> usualPowers;

    ActorType(
            String code,
            ActorClass usualClass,
            @Nullable Oversight oversight,
            @Nullable TieType ownTie,
            Power... usualPowers) {
        this.code = code;
        this.usualClass = usualClass;
        this.oversight = Optional.ofNullable(oversight);
        this.ownTie = Optional.ofNullable(ownTie);
        this.usualPowers = Set.of(usualPowers);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "actor-type";
    }

    @Override
    public Sentence label() {
        return Words.label(this);
    }

    @Override
    public Sentence meaning() {
        return Words.meaning(this);
    }

    /** The class such actors usually have; a form may propose it. */
    public ActorClass usualClass() {
        return usualClass;
    }

    /** Which kind of oversight such an actor exercises, if any. */
    public Optional<Oversight> oversight() {
        return oversight;
    }

    /** The tie by which such an actor does its own work of oversight: an audit office audits. */
    public Optional<TieType> ownTie() {
        return ownTie;
    }

    /** What such institutions usually may do. Never taken for a fact: it says what to ask. */
    public Set<Power> usualPowers() {
        return usualPowers;
    }

    /** The types that belong to a class. */
    public static List<ActorType> of(ActorClass actorClass) {
        return Arrays.stream(values())
                .filter(type -> type.usualClass.equals(actorClass))
                .toList();
    }
}
