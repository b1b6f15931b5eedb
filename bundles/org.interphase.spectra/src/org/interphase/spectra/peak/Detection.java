package org.interphase.spectra.peak;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.model.unit.Unit;

/**
 * Decides which components are really there: one whose area is less than a number of standard uncertainties, wherever
 * the fit is started, is taken out and the rest fitted again, weakest first.
 */
final class Detection {

    /**
     * What is left.
     *
     * @param fit the judged fit of what is there; null if nothing is
     * @param missing what is not there
     */
    record Found(PeakFit fit, List<PeakFitStep.Missing> missing) {
    }

    private final PeakFitter.Problem problem;
    private final PeakFitSettings settings;
    private final Unit axis;
    private final Set<String> absent;

    /** @param absent components known not to be there, all others being there; null to find out */
    Detection(PeakFitter.Problem problem, PeakFitSettings settings, Unit axis, Set<String> absent) {
        this.problem = problem;
        this.settings = settings;
        this.axis = axis;
        this.absent = absent;
    }

    Found decide(Progress progress) throws AnalysisException {
        List<PeakComponent> left = new ArrayList<>(problem.components());
        List<PeakFitStep.Missing> missing = new ArrayList<>();
        while (!left.isEmpty()) {
            PeakFit fit = PeakFitter.fit(problem.withComponents(left), progress);
            // what statistics alone rule out needs no alternatives
            int weakest = weakest(fit);
            if (weakest >= 0 && absent == null) {
                fit = Restart.of(fit, weakest, progress);
                weakest = weakest(fit);
            }
            if (weakest < 0) {
                fit = judged(fit, progress);
                weakest = weakest(fit);
            }
            if (weakest < 0) {
                return new Found(fit, missing);
            }
            missing.add(new DetectionLimit(settings.detection(), f -> judged(f, progress)).of(fit, weakest,
                    left.get(weakest), progress));
            left = Removal.without(left, weakest).orElseThrow();
        }
        return new Found(null, missing);
    }

    private PeakFit judged(PeakFit fit, Progress progress) throws AnalysisException {
        // a shape that is fitted says nothing where no component is there for sure
        boolean empty = IntStream.range(0, fit.components().size())
                .noneMatch(i -> fit.significance(i) >= settings.detection());
        ModelSpread spread = settings.spread()
                ? ModelSpread.of(fit, settings.shapes().stream().filter(s -> !empty || !s.arguments().isEmpty())
                        .toList(), settings.backgrounds(), progress) : ModelSpread.NONE;
        // what is known to be there is not doubted for its size
        return fit.onAxisOf(settings.axisScale()).judged(PeakJudgement.of(fit, spread, axis, absent == null
                ? settings.detection() : 0));
    }

    /** Index of the least significant component that is below the threshold, or is known to be absent; or -1. */
    private int weakest(PeakFit fit) {
        int index = -1;
        double least = settings.detection();
        for (int i = 0; i < fit.components().size(); i++) {
            PeakComponent c = fit.components().get(i);
            if (absent != null) {
                if (absent.contains(c.name()) && Removal.without(fit.components(), i).isPresent()) {
                    return i;
                }
                continue;
            }
            if (settings.detection() <= 0 || c.area().isTied() || c.area().fixed()
                    || Removal.without(fit.components(), i).isEmpty()) {
                continue;
            }
            double significance = fit.significance(i);
            if (significance < least) {
                least = significance;
                index = i;
            }
        }
        return index;
    }
}
