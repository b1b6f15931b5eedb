package org.interphase.technique.porosimetry.operation;

import org.interphase.api.AnalysisException;
import org.interphase.model.Table;
import org.interphase.technique.porosimetry.intrusion.Intrusion;

/** The pores an earlier step found. */
final class Pores {

    private Pores() {
    }

    static Intrusion of(Table input) throws AnalysisException {
        return input.header().product(Intrusion.class).orElseThrow(() -> new AnalysisException("There are no pores "
                + "yet: put the step 'Pores by mercury intrusion' before this one"));
    }
}
