package org.salus.framework;

import static org.salus.framework.ReformArea.CIVIL_DEMOCRATIC_INSTITUTIONS;
import static org.salus.framework.ReformArea.CIVIL_SOCIETY;
import static org.salus.framework.ReformArea.DISARMAMENT_DEMOBILISATION_REINTEGRATION;
import static org.salus.framework.ReformArea.FORCES_IN_GENERAL;
import static org.salus.framework.ReformArea.MILITARY_ASSISTANCE;
import static org.salus.framework.ReformArea.OVERSIGHT_IN_GENERAL;
import static org.salus.framework.ReformArea.POLICE;
import static org.salus.framework.ReformArea.REGIONAL_SECURITY;
import static org.salus.framework.ReformArea.RULE_OF_LAW;
import static org.salus.framework.ReformArea.SECURITY_BUDGET;
import static org.salus.framework.ReformArea.SMALL_ARMS_AND_MINES;

import java.util.List;
import java.util.Set;

final class Preconditions {
    private static final Set<ReformArea> FORCES = Set.of(MILITARY_ASSISTANCE, POLICE, FORCES_IN_GENERAL);

    static final List<Precondition> ALL = List.of(
            new Precondition.UncontestedMonopoly(
                    "uncontested-monopoly", FORCES, Set.of(PremiseReading.RECORDED, PremiseReading.WIDESPREAD)),
            new Precondition.WorkUnderWay(
                    "oversight-before-force",
                    FORCES,
                    Set.of(CIVIL_DEMOCRATIC_INSTITUTIONS, SECURITY_BUDGET, CIVIL_SOCIETY, OVERSIGHT_IN_GENERAL)),
            new Precondition.WorkUnderWay("courts-beside-police", Set.of(POLICE), Set.of(RULE_OF_LAW)),
            new Precondition.WorkUnderWay(
                    "force-plan-beside-demobilisation",
                    Set.of(DISARMAMENT_DEMOBILISATION_REINTEGRATION),
                    Set.of(MILITARY_ASSISTANCE, POLICE, FORCES_IN_GENERAL)),
            new Precondition.StepTaken("law-before-training", FORCES, PreparatoryStep.LAW),
            new Precondition.StepTaken("vetting-before-equipment", FORCES, PreparatoryStep.VETTING),
            new Precondition.StepTaken(
                    "agreement-before-disarmament",
                    Set.of(DISARMAMENT_DEMOBILISATION_REINTEGRATION, SMALL_ARMS_AND_MINES),
                    PreparatoryStep.AGREEMENT),
            new Precondition.StepTaken(
                    "neighbours-consent", Set.of(REGIONAL_SECURITY), PreparatoryStep.NEIGHBOURS_CONSENT),
            new Precondition.StepTaken(
                    "payer-after-handover",
                    Set.of(MILITARY_ASSISTANCE, POLICE, FORCES_IN_GENERAL, RULE_OF_LAW),
                    PreparatoryStep.PAYER_NAMED));

    private Preconditions() {}
}
