package org.interphase.technique.battery;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interphase.api.Source;
import org.interphase.api.Technique;
import org.interphase.electro.impedance.EisColumns;
import org.interphase.electro.impedance.EisTables;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.technique.battery.reader.BinarySamples;
import org.interphase.technique.battery.transport.TemperatureTable;
import org.interphase.testkit.TechniqueContract;
import org.interphase.testkit.battery.BoundWave;
import org.interphase.testkit.battery.CellModel;
import org.interphase.testkit.battery.CyclingTruth;
import org.interphase.testkit.battery.CyclingTruth.Fade;
import org.interphase.testkit.battery.DecompositionTruth;
import org.interphase.testkit.battery.PolarisationTruth;
import org.interphase.testkit.battery.SweepProgram;
import org.interphase.testkit.battery.SymmetricTruth;
import org.interphase.testkit.battery.SyntheticCycler;
import org.interphase.testkit.battery.SyntheticCycler.Logging;
import org.interphase.testkit.battery.TitrationTruth;
import org.interphase.testkit.battery.VoltammogramTruth;

class BatteryContractTest extends TechniqueContract {

    @Override
    protected Technique technique() {
        return new BatteryTechnique();
    }

    @Override
    protected Map<String, List<Dataset>> examples() {
        Map<String, List<Dataset>> out = new HashMap<>();
        cycling(out);
        voltammetry(out);
        titration(out);
        return out;
    }

    private static void cycling(Map<String, List<Dataset>> out) {
        Dataset cycled = CyclingTruth.cycles(CyclingTruth.cell(0), Logging.every(60), 6, 1, Fade.linear(0.01)).table();
        for (String cycling : List.of("summary", "profiles", "dqdv", "ir-drop")) {
            out.put("cycling/" + cycling, List.of(cycled));
        }
        out.put("cycling/join", List.of(part((Table) cycled, 0, 0.5), part((Table) cycled, 0.5, 1)));
        out.put("cycling/summary-joined", List.of(part((Table) cycled, 0, 0.5), part((Table) cycled, 0.5, 1)));
        out.put("cycling/rate", List.of(CyclingTruth.rates(CyclingTruth.cell(0), Logging.every(60), 2, 0.5, 1, 0.5)
                .table()));
        SyntheticCycler pulsed = new SyntheticCycler(new CellModel(3e-3, 8, 6, 12, 400, 0, 1, 0.9), Logging.every(10));
        for (int k = 0; k < 6; k++) {
            pulsed.rest(900).pulse(-9e-3, 10, 0.1).rest(300).pulse(-3e-3, 400, 10);
        }
        out.put("symmetric/overpotential", List.of(SymmetricTruth.healthy(40, 120, 0.004, 1).shorted(25, 4, 0.4)
                .table(true)));
        out.put("cycling/pulses", List.of(pulsed.rest(100).table()));
    }

    private static void voltammetry(Map<String, List<Dataset>> out) {
        out.put("cv/peaks", List.of(voltammogram()));
        out.put("cv/kinetics", Stream.of(0.01, 0.03, 0.1).map(v -> (Dataset) VoltammogramTruth.of(new SweepProgram(0, 1,
                0, 1, v, 0.004), List.of(), List.of(new BoundWave(0.5, 0.48, 1e-4, 0.09))).noisy(1e-9)
                .table("cv " + v, 1)).toList());
        out.put("lsv/stability-window", List.of(sweep()));
        out.put("transport/bruce-vincent", List.of(new PolarisationTruth(0.01, 0.39, 100, 60, 70, 600, 900, 6000, 10,
                1e-9, 0).table("ca", 1)));
        out.put("transport/bruce-vincent-spectra", List.of(impedance("before", 60), new PolarisationTruth(0.01, 0.39,
                100, 60, 70, 600, 900, 6000, 10, 1e-9, 0).table("ca", 1), impedance("after", 70)));
        out.put("transport/arrhenius", List.of(new Table(DatasetHeader.of("table", TemperatureTable.KIND,
                Metadata.EMPTY), List.of(Column.of("temperature", "degC", new double[] {25, 40, 60, 80}),
                        Column.of("R", "ohm", new double[] {100, 71, 47, 33}),
                        Column.of("u(R)", "ohm", new double[] {1, 1, 1, 1})))));
    }

    /** An electrolyte of 100 ohm and one ideal arc of a millisecond. */
    private static Dataset impedance(String name, double arc) {
        double[] f = IntStream.range(0, 41).mapToDouble(k -> 1e5 * Math.pow(10, -k / 8.0)).toArray();
        double[] re = Arrays.stream(f).map(v -> 100 + arc / (1 + Math.pow(2e-3 * Math.PI * v, 2))).toArray();
        double[] im = Arrays.stream(f).map(v -> -arc * 2e-3 * Math.PI * v / (1 + Math.pow(2e-3 * Math.PI * v, 2)))
                .toArray();
        return new Table(DatasetHeader.of(name, EisColumns.KIND, Metadata.EMPTY), List.of(EisTables.frequency(f),
                EisTables.real(re), EisTables.minusImaginary(im)));
    }

    private static Dataset sweep() {
        Table t = new DecompositionTruth(2.5, 4.9, 1e-3, 0.002, 4.62, 1e-5, 0.05, 0, 0, 0, 1e-8).table("lsv", 1);
        double[] j = t.column("current").orElseThrow().values();
        return new Table(t.header(), List.of(t.columns().get(0), t.columns().get(1), Column.of("j", "A/cm2", j)));
    }

    private static void titration(Map<String, List<Dataset>> out) {
        Table titration = TitrationTruth.spheres(2000).record(1);
        Table interrupted = TitrationTruth.spheres(20000).timed(300, 10, 0.5).pulsed(6).record(1);
        out.put("gitt/diffusion", List.of(titration, sized(titration)));
        Table sized = (Table) sized(titration);
        out.put("gitt/diffusion-joined", List.of(part(sized, 0, 0.5), part(sized, 0.5, 1)));
        out.put("gitt/compare", List.of(titration.withHeader(titration.header().withName("bare")),
                TitrationTruth.spheres(1000).record(2).withHeader(titration.header().withName("coated"))));
        out.put("gitt/interruption", List.of(interrupted, sized(interrupted)));
    }

    private static Dataset sized(Table record) {
        return record.withHeader(record.header().withMetadata(record.metadata().with("particle radius", 5, "um")));
    }

    /** The rows of a record from one share of it to another. */
    private static Dataset part(Table table, double from, double to) {
        int a = (int) (from * table.rows());
        int b = (int) (to * table.rows());
        return new Table(table.header().withName(table.name() + " from row " + a), table.columns().stream()
                .map(c -> Column.of(c.name(), c.unit(), Arrays.copyOfRange(c.values(), a, b))).toList());
    }

    private static Dataset voltammogram() {
        return VoltammogramTruth.of(new SweepProgram(3.2, 4.3, 3.2, 2, 1e-3, 0.002), List.of(),
                List.of(new BoundWave(3.843, 3.628, 0.5, 0.12))).charging(2e-3, 50).noisy(1e-6).table("cv", 1);
    }

    @Override
    protected Map<String, List<Source>> samples() {
        String text = """
                Time (s),Voltage (V),Current (A),Cycle
                0,3.5,0,1
                1,3.6,1,1
                2,3.61,1,1
                3,3.4,-1,1
                """;
        Map<String, List<Source>> out = new LinkedHashMap<>();
        out.put("battery.temperatures", List.of(Source.of("arrhenius.csv", "temperature (degC),R (ohm)\n"
                .concat("25,100\n40,71\n60,47\n").getBytes(StandardCharsets.UTF_8))));
        out.put("battery.cycler", List.of(Source.of("cell.csv", text.getBytes(StandardCharsets.UTF_8))));
        out.putAll(BinarySamples.all());
        return out;
    }
}
