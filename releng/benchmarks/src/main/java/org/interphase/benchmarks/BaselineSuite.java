package org.interphase.benchmarks;

import org.interphase.numerics.background.AirPls;
import org.interphase.numerics.background.ArPls;
import org.interphase.numerics.background.AsymmetricLeastSquares;
import org.openjdk.jmh.results.RunResult;

import java.util.Map;

/** Milliseconds per baseline of 10,000 points. */
final class BaselineSuite implements Suite {

    @Override
    public String name() {
        return "baseline";
    }

    @Override
    public void run(Context context) throws Exception {
        double[] y = FitData.baseline(context.folder());
        Map<String, Integer> iterations = Map.of("asls", new AsymmetricLeastSquares(1e6, 0.01).of(y).iterations(),
                "arpls",
                new ArPls(1e5).of(y).iterations(), "airpls", new AirPls(1e6).of(y).iterations(), "snip", 40);
        for (RunResult result : Jmh.run(context, BaselineBenchmark.class.getName(),
                Map.of("folder", new String[] {context.folder()}))) {
            double[] ms = Jmh.milliseconds(result);
            String benchmark = result.getParams().getBenchmark();
            String method = benchmark.substring(benchmark.lastIndexOf('.') + 1);
            Map<String, Object> extras = Jmh.spread(ms[1], ms[2], result.getPrimaryResult().getStatistics().getN());
            extras.put("iterations", iterations.get(method));
            extras.put("points", y.length);
            context.row(name(), method, ms[0], "ms", false, 1, extras);
        }
    }
}
