package org.interphase.benchmarks;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs JMH benchmarks, single-threaded in a JVM of their own, by the time of each call, whose median is reported. */
final class Jmh {

    private Jmh() {
    }

    /**
     * Samples the time per call.
     *
     * @param parameters values of the benchmark's parameters
     */
    static Collection<RunResult> run(Context context, String pattern, Map<String, String[]> parameters)
            throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder().include(pattern).mode(Mode.SampleTime)
                .timeUnit(TimeUnit.MILLISECONDS).forks(1).threads(1).verbosity(VerboseMode.SILENT)
                .warmupIterations(context.quick() ? 2 : 5).warmupTime(TimeValue.seconds(context.quick() ? 1 : 2))
                .measurementIterations(context.quick() ? 2 : 8).measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true);
        parameters.forEach(options::param);
        return new Runner(options.build()).run();
    }

    /** Median, fastest and slowest per cent of the sampled calls, in milliseconds. */
    static double[] milliseconds(RunResult result) {
        Statistics s = result.getPrimaryResult().getStatistics();
        return new double[] {s.getPercentile(50), s.getPercentile(1), s.getPercentile(99)};
    }

    /** Spread in a row's extras. */
    static Map<String, Object> spread(double best, double slow, long calls) {
        Map<String, Object> extras = new LinkedHashMap<>();
        extras.put("best1%", best);
        extras.put("worst1%", slow);
        extras.put("calls", calls);
        return extras;
    }
}
