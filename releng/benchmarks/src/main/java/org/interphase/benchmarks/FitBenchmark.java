package org.interphase.benchmarks;

import org.interphase.numerics.fit.FitOptions;
import org.interphase.numerics.fit.Fitter;
import org.interphase.numerics.fit.Weights;
import org.interphase.numerics.internal.kernel.Kernel;
import org.interphase.numerics.internal.kernel.Kernels;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** 200 fits per call through the public {@link Fitter#fit}: values, uncertainties, covariance, residuals and all. */
@State(Scope.Thread)
public class FitBenchmark {

    /** Fits per call: short enough that a call is rarely interrupted on a shared machine. */
    static final int PER_CALL = 200;

    /** Data set. */
    @Param({"xps", "raman"})
    public String data;

    /** Kernel that is timed. */
    @Param({"plain", "vector"})
    public String kernel;

    /** Kernel that ran before in the same JVM, or none. */
    @Param({"none"})
    public String before;

    /** Folder with data files, or empty. */
    @Param({""})
    public String folder;

    private FitData spectra;
    private Weights[] weights;
    private Fitter fitter;
    private int next;

    /** Loads data and, if asked, lets the other kernel run first, so that the compiler has seen both. */
    @Setup(Level.Trial)
    public void prepare() {
        spectra = FitData.load(data, folder);
        weights = new Weights[spectra.spectra().length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Weights.poisson(spectra.spectra()[i]);
        }
        if (!before.equals("none")) {
            Fitter other = fitter(before);
            long end = System.nanoTime() + 5_000_000_000L;
            for (int i = 0; System.nanoTime() < end; i++) {
                other.fit(spectra.spectra()[i % weights.length], weights[i % weights.length]);
            }
        }
        fitter = fitter(kernel);
    }

    private Fitter fitter(String name) {
        Kernel chosen = Kernels.named(name);
        return Kernels.using(chosen,
                () -> new Fitter(spectra.model(), spectra.parameters(), FitOptions.defaults()));
    }

    /** The timed call. */
    @Benchmark
    @OperationsPerInvocation(PER_CALL)
    public void fits(Blackhole hole) {
        for (int i = 0; i < PER_CALL; i++) {
            hole.consume(fitter.fit(spectra.spectra()[next], weights[next]));
            next = (next + 1) % weights.length;
        }
    }
}
