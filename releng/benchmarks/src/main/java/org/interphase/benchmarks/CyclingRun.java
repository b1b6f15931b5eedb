package org.interphase.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.Measurement;
import org.interphase.model.Table;
import org.interphase.technique.battery.operation.CyclingSummary;
import org.interphase.technique.battery.reader.CyclerReader;

/**
 * From a record's file to the numbers of its cycles, over and over in a process of its own: arguments are the file and
 * how often. Prints milliseconds of reading, of the summary, and of processor time each time,
         a sum over the bits of all numbers, and what
 * the process held at most in kB where the system tells.
 */
final class CyclingRun {

    private CyclingRun() {
    }

    /** See the class. */
    public static void main(String[] args) throws IOException, AnalysisException {
        CyclingSummary summary = new CyclingSummary();
        CyclingSummary.Parameters p = Parameters.defaults(CyclingSummary.Parameters.class);
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        Path file = Path.of(args[0]);
        for (int k = 0; k < Integer.parseInt(args[1]); k++) {
            long used = system.getProcessCpuTime();
            long begin = System.nanoTime();
            Table table = (Table) new CyclerReader().read(Source.of(file), Progress.none()).get(0);
            long read = System.nanoTime();
            Outcome out = summary.apply(table, p, Progress.none());
            long done = System.nanoTime();
            System.out.println("ms " + (read - begin) * 1e-6 + " " + (done - read) * 1e-6 + " "
                    + (system.getProcessCpuTime() - used) * 1e-6);
            if (k == 0) {
                System.out.println("bits " + bits(table, out));
            }
        }
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            Files.readAllLines(status).stream().filter(l -> l.startsWith("VmHWM")).forEach(l ->
                    System.out.println("peak " + l.replaceAll("\\D", "")));
        }
    }

    /** One number that any changed bit changes. */
    private static long bits(Table table, Outcome out) {
        long sum = table.rows();
        for (org.interphase.model.Column c : table.columns()) {
            for (int i = 0; i < c.size(); i++) {
                sum = 31 * sum + Double.doubleToRawLongBits(c.get(i));
            }
        }
        for (Measurement m : out.measurements()) {
            sum = 31 * sum + Double.doubleToRawLongBits(m.value());
            sum = 31 * sum + Double.doubleToRawLongBits(m.uncertainty());
        }
        return sum;
    }
}
