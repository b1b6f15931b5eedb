package org.interphase.benchmarks;

import org.interphase.api.Progress;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.Table;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.circuit.CircuitParser;
import org.interphase.technique.electrochemistry.circuit.ElementLibrary;
import org.interphase.technique.electrochemistry.fit.CircuitBatch;
import org.interphase.technique.electrochemistry.operation.EisDrt;
import org.interphase.technique.electrochemistry.operation.EisFit;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Map;

/**
 * Impedance: fits per second of processor time from one automatic start, the whole operation {@code eis.fit} with 60
 * random starts, and the whole operation {@code eis.drt} with automatic regularisation (81 points).
 */
final class ImpedanceSuite implements Suite {

    private static final String CIRCUIT = "R0-p(R1,CPE1)-p(R2,CPE2)";
    private static final double EXCESS = 1e-6;

    @Override
    public String name() {
        return "impedance";
    }

    @Override
    public void run(Context context) throws Exception {
        ImpedanceData data = new ImpedanceData();
        fits(context, data);
        EisFit fit = new EisFit(ElementLibrary::standard);
        EisFit.Parameters sixty = Parameters.with(Parameters.defaults(EisFit.Parameters.class), "circuit", CIRCUIT);
        operation(context, "multistart-60", data, t -> fit.apply(t, sixty, Progress.none()));
        EisDrt drt = new EisDrt();
        EisDrt.Parameters automatic = Parameters.defaults(EisDrt.Parameters.class);
        operation(context, "drt-gcv", data, t -> drt.apply(t, automatic, Progress.none()));
    }

    private void fits(Context context, ImpedanceData data) {
        Circuit circuit = CircuitParser.parse(ElementLibrary.standard(), CIRCUIT);
        CircuitBatch batch = new CircuitBatch(circuit, data.hertz);
        int failed = 0;
        for (int k = 0; k < ImpedanceData.SPECTRA; k++) {
            double best = batch.fitFrom(data.truth[k], data.re[k], data.im[k]);
            failed += batch.fit(data.re[k], data.im[k]) <= best * (1 + EXCESS) ? 0 : 1;
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] rates = new double[41];
        double[] wall = new double[rates.length];
        for (int r = 0; r < 2 * rates.length; r++) {
            long begin = System.nanoTime();
            long used = threads.getCurrentThreadCpuTime();
            for (int k = 0; k < ImpedanceData.SPECTRA; k++) {
                batch.fit(data.re[k], data.im[k]);
            }
            rates[r % rates.length] = ImpedanceData.SPECTRA / ((threads.getCurrentThreadCpuTime() - used) * 1e-9);
            wall[r % rates.length] = ImpedanceData.SPECTRA / ((System.nanoTime() - begin) * 1e-9);
        }
        Arrays.sort(rates);
        Arrays.sort(wall);
        context.row(name(), "fit/" + CIRCUIT, rates[rates.length / 2], "fits/s", true, 1, Map.of("failed", failed,
                "of", ImpedanceData.SPECTRA, "slowest", rates[0], "best", rates[rates.length - 1], "wallClock",
                wall[wall.length / 2]));
    }

    @FunctionalInterface
    private interface Work {
        void on(Table table) throws Exception;
    }

    private void operation(Context context, String name, ImpedanceData data, Work work) throws Exception {
        double[] times = new double[100];
        for (int r = 0; r < 2 * times.length; r++) {
            Table t = data.table(r % ImpedanceData.SPECTRA);
            long begin = System.nanoTime();
            work.on(t);
            times[r % times.length] = (System.nanoTime() - begin) * 1e-6;
        }
        Arrays.sort(times);
        context.row(name(), name, times[times.length / 2], "ms", false, 1, Map.of("best", times[0], "worst",
                times[times.length - 1]));
    }
}
