package org.salus.appraisal;

/** One computed check. Pure: the same inquiry gives the same answer. */
@FunctionalInterface
interface Computation {
    /** What is found. */
    Found of(AppraisalInquiry inquiry);
}
