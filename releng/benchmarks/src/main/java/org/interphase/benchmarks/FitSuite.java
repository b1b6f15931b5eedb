package org.interphase.benchmarks;

import org.interphase.numerics.batch.BatchFit;
import org.interphase.numerics.batch.BatchResult;
import org.interphase.numerics.fit.FitOptions;
import org.interphase.numerics.fit.FitResult;
import org.interphase.numerics.fit.Fitter;
import org.interphase.numerics.fit.Weights;
import org.openjdk.jmh.results.RunResult;

import java.util.Arrays;
import java.util.Map;

/** Fits per second: single spectra on one core with either kernel in either order, and maps on all cores. */
final class FitSuite implements Suite {

    private static final int MAP = 10_000;

    @Override
    public String name() {
        return "fit";
    }

    @Override
    public void run(Context context) throws Exception {
        String[] folder = {context.folder()};
        for (String before : new String[] {"none", "plain", "vector"}) {
            String[] kernels = before.equals("none") ? new String[] {"plain", "vector"}
                    : new String[] {before.equals("plain") ? "vector" : "plain"};
            for (RunResult result : Jmh.run(context, FitBenchmark.class.getName() + ".fits", Map.of("kernel", kernels,
                    "before", new String[] {before}, "folder", folder))) {
                double[] ms = Jmh.milliseconds(result);
                String kind = result.getParams().getParam("data");
                String kernel = result.getParams().getParam("kernel");
                context.row(name(), kind + "/" + kernel + (before.equals("none") ? "" : "/after-" + before),
                        1000 / ms[0],
                        "fits/s", true, 1,
                        Jmh.spread(1000 / ms[1], 1000 / ms[2], result.getPrimaryResult().getStatistics().getN()));
            }
        }
        for (String kind : new String[] {"xps", "raman"}) {
            FitData data = FitData.load(kind, context.folder());
            quality(context, kind, data);
            map(context, kind, data);
        }
    }

    /** Largest relative excess of chi-square over a fit iterated to the limit of double precision. */
    private void quality(Context context, String kind, FitData data) {
        Fitter quick = new Fitter(data.model(), data.parameters(), FitOptions.defaults());
        Fitter precise = new Fitter(data.model(), data.parameters(), FitOptions.precise());
        double worst = 0;
        int above = 0;
        int stuck = 0;
        double steps = 0;
        for (double[] y : data.spectra()) {
            Weights w = Weights.poisson(y);
            FitResult result = quick.fit(y, w);
            steps += result.iterations();
            stuck += result.converged() ? 0 : 1;
            double excess = result.chiSquare() / precise.fit(y, w).chiSquare() - 1;
            worst = Math.max(worst, excess);
            above += excess > 1e-6 ? 1 : 0;
        }
        context.row(name(), kind + "/worst-excess-chi-square", worst, "1", false, 1, Map.of("above1e-6", above,
                "notConverged", stuck, "stepsPerFit", steps / data.spectra().length, "spectra", data.spectra().length));
    }

    private void map(Context context, String kind, FitData data) {
        int threads = Runtime.getRuntime().availableProcessors();
        double[][] curves = new double[MAP][];
        for (int i = 0; i < MAP; i++) {
            curves[i] = data.spectra()[i % data.spectra().length];
        }
        BatchFit fit = BatchFit.of(data.model(), data.parameters(), FitOptions.defaults()).threads(threads);
        int runs = context.quick() ? 4 : 12;
        double[] rates = new double[runs];
        int converged = 0;
        for (int run = 0; run < runs; run++) {
            long begin = System.nanoTime();
            BatchResult result = fit.fit(curves, i -> Weights.poisson(curves[i]));
            rates[run] = MAP / ((System.nanoTime() - begin) * 1e-9);
            converged = result.convergedCount();
        }
        double[] warm = Arrays.copyOfRange(rates, runs / 4, runs);
        Arrays.sort(warm);
        context.row(name(), kind + "/map-10000", warm[warm.length / 2], "fits/s", true, threads,
                Map.of("best", warm[warm.length - 1], "converged", converged));
    }
}
