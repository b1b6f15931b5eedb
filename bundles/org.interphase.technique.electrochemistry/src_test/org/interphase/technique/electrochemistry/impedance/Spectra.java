package org.interphase.technique.electrochemistry.impedance;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.interphase.api.DatasetReader;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.circuit.CircuitParser;
import org.interphase.technique.electrochemistry.circuit.ElementLibrary;
import org.interphase.technique.electrochemistry.figure.EisFigures;
import org.interphase.technique.electrochemistry.operation.EisFit;
import org.interphase.technique.electrochemistry.reader.AllReaders;
import org.interphase.testkit.SharedData;

/** Spectra and short cuts for tests. */
public final class Spectra {

    private Spectra() {
    }

    public static Circuit circuit(String text) {
        return CircuitParser.parse(ElementLibrary.standard(), text);
    }

    public static ImpedanceSpectrum spectrum(double[] hertz, double[][] z) {
        return new ImpedanceSpectrum(hertz, z[0], z[1], null, null);
    }

    public static Table table(String name, double[] hertz, double[][] z) {
        return new Table(DatasetHeader.of(name, "eis", Metadata.EMPTY), List.of(Column.of("frequency", "Hz", hertz),
                Column.of("Re(Z)", "ohm", z[0]), Column.of("-Im(Z)", "ohm", EisFigures.negated(z[1]))));
    }

    /** The only spectrum of a recorded file. */
    public static Table recorded(String file) throws IOException {
        Source source = Source.of(SharedData.require("impedance/" + file));
        SourceHead head = SourceHead.of(source);
        DatasetReader best = null;
        for (DatasetReader r : AllReaders.list()) {
            best = best == null || r.confidence(head) > best.confidence(head) ? r : best;
        }
        return (Table) best.read(source, Progress.none()).get(0);
    }

    public static EisFit.Parameters fit(String circuit, String weighting) {
        EisFit.Parameters p = Parameters.with(Parameters.defaults(EisFit.Parameters.class), "circuit", circuit);
        return Parameters.with(p, "weighting", weighting);
    }

    public static double value(Outcome o, String name) {
        return find(o, name, Measurement::value);
    }

    public static double uncertainty(Outcome o, String name) {
        return find(o, name, Measurement::uncertainty);
    }

    private static double find(Outcome o, String name, Function<Measurement, Double> part) {
        return part.apply(o.measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow(
                () -> new AssertionError("no measurement '" + name + "' among " + o.measurements())));
    }
}
