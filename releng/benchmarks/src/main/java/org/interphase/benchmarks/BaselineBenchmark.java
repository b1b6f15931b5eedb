package org.interphase.benchmarks;

import org.interphase.numerics.background.AirPls;
import org.interphase.numerics.background.ArPls;
import org.interphase.numerics.background.AsymmetricLeastSquares;
import org.interphase.numerics.background.Baseline;
import org.interphase.numerics.background.Snip;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Baselines of 10,000 points with the defaults of pybaselines: lambda 1e6 (arPLS 1e5), p 0.01, tolerance 1e-3. */
@State(Scope.Thread)
public class BaselineBenchmark {

    /** Folder with data files, or empty. */
    @Param({""})
    public String folder;

    private double[] y;

    @Setup
    public void prepare() {
        y = FitData.baseline(folder);
    }

    @Benchmark
    public Baseline asls() {
        return new AsymmetricLeastSquares(1e6, 0.01).of(y);
    }

    @Benchmark
    public Baseline arpls() {
        return new ArPls(1e5).of(y);
    }

    @Benchmark
    public Baseline airpls() {
        return new AirPls(1e6).of(y);
    }

    @Benchmark
    public Baseline snip() {
        return new Snip(40).of(y);
    }
}
