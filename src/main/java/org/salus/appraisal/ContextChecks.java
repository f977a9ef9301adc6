package org.salus.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.salus.framework.Appraisal;
import org.salus.framework.ContextClass;
import org.salus.framework.Pillar;
import org.salus.framework.PremiseReading;
import org.salus.framework.Reach;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.goals.Objective;
import org.salus.goals.Support;
import org.salus.governance.Assessment;
import org.salus.governance.Stage;
import org.salus.sector.Present;
import org.salus.sector.PresentTie;
import org.salus.sector.Tie;
import org.salus.sector.TieType;

/** What is computed of C1: context, case by case. */
final class ContextChecks {
    static final Map<String, Computation> ALL = Map.of(
            "premise-evidence", ContextChecks::premiseEvidence,
            "armed-actors", ContextChecks::armedActors,
            "regional-reach", ContextChecks::regionalReach,
            "both-pillars", ContextChecks::bothPillars,
            "why-here", ContextChecks::whyHere,
            "assessment-made", ContextChecks::assessmentMade,
            "ties-sourced", ContextChecks::tiesSourced);

    private ContextChecks() {}

    private static Found premiseEvidence(AppraisalInquiry inquiry) {
        List<Looked> looked = inquiry.countries().stream()
                .map(country -> country.looked(country.reading() != PremiseReading.NOT_ENOUGH_INFORMATION))
                .toList();
        long told = looked.stream().filter(Looked::fits).count();
        if (told == 0) {
            return new Found(
                            Appraisal.NOT_ENOUGH_INFORMATION,
                            Sentence.of("appraisal.reason.unknown"),
                            looked,
                            List.of(Sentence.of("appraisal.missing.premise")))
                    .lacking(inquiry.countries().stream()
                            .map(CountryFacts::headline)
                            .toList());
        }
        return Found.of(
                Found.share(told, looked.size()),
                Sentence.of("appraisal.reason.premise-evidence", told, looked.size()),
                looked);
    }

    private static Found armedActors(AppraisalInquiry inquiry) {
        List<Present> armed = inquiry.sector().actors().stream()
                .filter(actor -> actor.phase().actorClass() == ContextClass.ARMED_NON_STATE)
                .toList();
        if (!armed.isEmpty()) {
            return inquiry.share("armed-actors", "actors", armed, Present::id, actor -> isRelated(actor, inquiry));
        }
        List<Looked> contested = inquiry.countries().stream()
                .filter(CountryFacts::isContested)
                .map(country -> country.looked(false))
                .toList();
        return contested.isEmpty()
                ? Found.unknown(Sentence.of("appraisal.missing.armed-actors"))
                : Found.of(Appraisal.NOT_YET, Sentence.of("appraisal.reason.armed-actors.none"), contested);
    }

    private static boolean isRelated(Present actor, AppraisalInquiry inquiry) {
        return inquiry.sector().from(actor.id()).stream()
                .filter(PresentTie::isRecorded)
                .anyMatch(tie -> tie.type().group() == TieType.Group.RELATION);
    }

    private static Found regionalReach(AppraisalInquiry inquiry) {
        List<CountryFacts> known = inquiry.countries().stream()
                .filter(country -> country.reach() != Reach.NOT_ENOUGH_INFORMATION)
                .toList();
        List<Looked> looked = new ArrayList<>();
        known.forEach(country -> looked.add(country.looked(country.reach() == Reach.NATIONAL)));
        boolean isWide = inquiry.countries().size() > 1;
        List<Looked> regional = inquiry.boxes(Support.KIND).stream()
                .filter(support -> support.value()
                        .area()
                        .filter(ReformArea.REGIONAL_SECURITY::equals)
                        .isPresent())
                .<Looked>map(support -> new Looked.Element(support.id(), true))
                .toList();
        looked.addAll(regional);
        if (known.isEmpty()) {
            return Found.unknown(Sentence.of("appraisal.missing.reach"));
        }
        if (known.stream().allMatch(country -> country.reach() == Reach.NATIONAL)) {
            return Found.of(Appraisal.CONSIDERED, Sentence.of("appraisal.reason.regional-reach.national"), looked);
        }
        return isWide || !regional.isEmpty()
                ? Found.of(Appraisal.CONSIDERED, Sentence.of("appraisal.reason.regional-reach.taken"), looked)
                : Found.of(Appraisal.NOT_YET, Sentence.of("appraisal.reason.regional-reach.not"), looked);
    }

    private static Found bothPillars(AppraisalInquiry inquiry) {
        List<Present> actors = inquiry.sector().actors();
        if (actors.isEmpty()) {
            return Found.unknown(Sentence.of("appraisal.missing.actors"));
        }
        long providers = count(actors, Pillar.PROVIDERS);
        long overseers = count(actors, Pillar.OVERSIGHT);
        long civil = actors.stream()
                .filter(actor -> actor.phase().actorClass() == ContextClass.CIVIL_SOCIETY)
                .count();
        Appraisal answer = providers == 0 || overseers == 0
                ? Appraisal.NOT_YET
                : civil == 0 ? Appraisal.PARTLY : Appraisal.CONSIDERED;
        return Found.of(
                answer,
                Sentence.of("appraisal.reason.both-pillars", providers, overseers, civil),
                List.of(new Looked.Page(
                        Sentence.of("appraisal.looked.map"), "sector", answer == Appraisal.CONSIDERED)));
    }

    /** How many actors stand in a pillar. */
    static long count(List<Present> actors, Pillar pillar) {
        return actors.stream().filter(actor -> actor.phase().isIn(pillar)).count();
    }

    private static Found whyHere(AppraisalInquiry inquiry) {
        return inquiry.share("why-here", "objectives", inquiry.boxes(Objective.KIND), objective -> {
            String why = objective.value().why().strip();
            return !why.isEmpty() && !objective.value().takenFrom().contains(why);
        });
    }

    private static Found assessmentMade(AppraisalInquiry inquiry) {
        List<Assessment> rounds = inquiry.assessments();
        if (rounds.isEmpty()) {
            return Found.unknown(Sentence.of("appraisal.missing.rounds"));
        }
        List<Looked> looked = rounds.stream()
                .<Looked>map(round -> new Looked.Element(round.id(), isMade(round)))
                .toList();
        long made = looked.stream().filter(Looked::fits).count();
        boolean isBegun = rounds.stream().anyMatch(round -> round.counts().levels() > 0);
        return Found.of(
                made > 0 ? Appraisal.CONSIDERED : isBegun ? Appraisal.PARTLY : Appraisal.NOT_YET,
                Sentence.of("appraisal.reason.assessment-made", looked.size(), made),
                looked);
    }

    /** Whether others have read its answers, or may. */
    private static boolean isMade(Assessment round) {
        return round.round().stage() != Stage.OPEN && round.counts().levels() > 0;
    }

    private static Found tiesSourced(AppraisalInquiry inquiry) {
        return inquiry.share(
                "ties-sourced",
                "ties",
                inquiry.view().list(Tie.KIND),
                tie -> !tie.citations().isEmpty());
    }
}
