package org.interphase.technique.xps.operation;

import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.model.Curve;
import org.interphase.technique.xps.survey.SurveyReport;

/** Says which elements a survey shows. */
public final class SurveyOperation implements Operation<Curve, SurveyOperation.Parameters> {

    /**
     * Parameters.
     *
     * @param significance least significance of a peak
     * @param exclude elements that are known not to be there
     */
    public record Parameters(
            @Param(label = "Significance", def = "6", min = 3, max = 50, help = "How many standard deviations a "
                    + "peak must stand above its surroundings.") double significance,
            @Param(label = "Exclude", help = "Elements that cannot be there, separated by commas.", advanced = true)
            List<String> exclude) {
    }

    private static final OperationInfo<Curve, Parameters> INFO = OperationInfo.of("xps.identify", 3,
            "Peak identification",
            "Finds peaks in a survey and the elements that explain them. Auger lines and secondary lines of "
                    + "elements already found are not taken for further elements. The uncertainty of an energy holds "
                    + "0.2 eV for the energy scale of the instrument (unverified), and nothing for charging of the "
                    + "sample: calibrate before.", Curve.class, Parameters.class).forKinds("xps.survey");

    @Override
    public OperationInfo<Curve, Parameters> info() {
        return INFO;
    }

    @Override
    public Outcome apply(Curve input, Parameters p, Progress progress) throws AnalysisException {
        return SurveyReport.of(input, p.significance(), p.exclude());
    }

    @Override
    public String methods(Parameters p) {
        return "Elements were identified from peaks at least " + p.significance() + " standard deviations above their "
                + "surroundings.";
    }
}
