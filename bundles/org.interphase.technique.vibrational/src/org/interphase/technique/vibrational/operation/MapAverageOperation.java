package org.interphase.technique.vibrational.operation;

import java.util.Arrays;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.model.Curve;
import org.interphase.model.CurveStack;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Signal;

/** The average spectrum of a map. */
public final class MapAverageOperation implements Operation<CurveStack, MapAverageOperation.Parameters> {

    /** What can be set. */
    public record Parameters(
            @Param(label = "Median", def = "false", help = "Take the median of the spectra, which cosmic rays do not "
                    + "touch, instead of the mean.") boolean median) {
    }

    /** Standard error of a median over that of a mean, normal noise: sqrt(pi / 2). */
    private static final double MEDIAN_ERROR = Math.sqrt(Math.PI / 2);

    @Override
    public OperationInfo<CurveStack, Parameters> info() {
        return OperationInfo.of("vibrational.map-average", 1, "Average spectrum",
                "Mean or median of all spectra of a map, with the standard error of each point from their scatter.",
                CurveStack.class, Parameters.class).forKinds("raman.map", "ftir.map");
    }

    @Override
    public Outcome apply(CurveStack input, Parameters p, Progress progress) {
        int n = input.axis().size();
        double[] mean = new double[n];
        double[] error = new double[n];
        double[] column = new double[input.curves()];
        for (int j = 0; j < n; j++) {
            progress.checkCancelled();
            int used = 0;
            for (int c = 0; c < input.curves(); c++) {
                double v = input.get(c, j);
                if (Double.isFinite(v)) {
                    column[used++] = v;
                }
            }
            double m = 0;
            for (int c = 0; c < used; c++) {
                m += column[c] / used;
            }
            double variance = 0;
            for (int c = 0; c < used; c++) {
                variance += (column[c] - m) * (column[c] - m) / Math.max(1, used - 1);
            }
            if (p.median() && used > 0) {
                Arrays.sort(column, 0, used);
                m = used % 2 == 1 ? column[used / 2] : 0.5 * (column[used / 2 - 1] + column[used / 2]);
            }
            mean[j] = used == 0 ? Double.NaN : m;
            error[j] = Math.sqrt(variance / Math.max(1, used)) * (p.median() ? MEDIAN_ERROR : 1);
        }
        String kind = input.metadata().text("spectrum kind").orElse(
                input.kind().id().equals("raman.map") ? "raman" : "ftir.absorbance");
        boolean known = Arrays.stream(error).allMatch(e -> e > 0);
        return Outcome.of(new Curve(DatasetHeader.of(input.name() + " (average)", kind, input.metadata()),
                input.axis(), Signal.of(input.quantity(), input.unit(), mean, known ? error : null)));
    }
}
