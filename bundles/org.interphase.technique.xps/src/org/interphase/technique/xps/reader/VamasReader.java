package org.interphase.technique.xps.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.io.TextDecoder;
import org.interphase.model.Column;
import org.interphase.model.Curve;
import org.interphase.model.CurveStack;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;
import org.interphase.technique.xps.reference.CoreLevel;

/**
 * VAMAS (ISO 14976), any number of experiments in a file. Binding energy is photon energy minus kinetic energy, as
 * CasaXPS shows it: kinetic energies in such files are referenced to the Fermi level, so the analyser's work function
 * is kept as metadata and not subtracted once more.
 */
public final class VamasReader implements DatasetReader {

    private static final long LIMIT = 512L << 20;

    @Override
    public String id() {
        return "xps.vamas";
    }

    @Override
    public String title() {
        return "VAMAS (ISO 14976)";
    }

    @Override
    public List<String> extensions() {
        return List.of("vms", "npl");
    }

    @Override
    public List<String> kinds() {
        return List.of("xps.region", "xps.survey", "xps.depth-profile", "xps.map", "curve");
    }

    @Override
    public int confidence(SourceHead head) {
        String t = head.text();
        // the byte order mark of UTF-8, as Latin-1 shows it
        String text = (t.startsWith("\u00ef\u00bb\u00bf") ? t.substring(3) : t).stripLeading();
        return text.startsWith("VAMAS Surface Chemical Analysis") ? 99 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        List<Dataset> out = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (VamasExperiment vamas : VamasExperiment.readAll(file, TextDecoder.decode(file, source.readAll(LIMIT)))) {
            List<Dataset> own = new ArrayList<>();
            for (VamasBlock b : vamas.blocks()) {
                progress.checkCancelled();
                Dataset d = vamas.scan().equals("MAPPING") ? map(file, vamas, b, names)
                        : new VamasCurve(file, vamas, b, source.stated()).curve(name(b, names), metadata(vamas, b));
                own.add(RegionCurves.asStated(remarked(d, vamas.remarks()), source.stated()));
            }
            out.addAll(vamas.mode().startsWith("SDP") || vamas.mode().endsWith("DP") ? profiles(own, vamas) : own);
        }
        return out;
    }

    private static Dataset remarked(Dataset d, List<Remark> remarks) {
        DatasetHeader header = d.header();
        for (Remark r : remarks) {
            header = header.remarking(r);
        }
        return remarks.isEmpty() ? d : d.withHeader(header);
    }

    private static String name(VamasBlock b, Set<String> names) {
        String species = b.species.isBlank() || b.species.equalsIgnoreCase("not specified") ? ""
                : (b.species + " " + (b.transition.equalsIgnoreCase("none") ? "" : b.transition)).strip();
        String base = !b.id.isBlank() && !b.id.equalsIgnoreCase("not specified") ? b.id
                : species.isEmpty() ? "region" : species;
        return RegionCurves.unique(base, names);
    }

    private static Metadata metadata(VamasExperiment vamas, VamasBlock b) {
        Metadata m = Metadata.EMPTY.with("sample", b.sample).with("technique", b.technique).with("source", b.source);
        m = m.with("species", b.species).with("transition", b.transition).with("analyser mode", b.analyserMode)
                .with("pass energy", b.passEnergy, "eV").with("work function", b.workFunction, "eV")
                .with("target bias", b.bias, "V").with("take-off angle", b.takeOff, "deg")
                .with("source power", b.strength, "W").with("dwell time", b.dwell > 0 ? b.dwell : Double.NaN, "s");
        String line = CoreLevel.in(b.species + " " + b.transition);
        if (!line.isEmpty()) {
            m = m.with("line", line);
        }
        if (b.scans > 0) {
            m = m.with("scans", b.scans);
        }
        if (b.date[0] > 1900 && b.date[1] >= 1 && b.date[1] <= 12 && b.date[2] >= 1 && b.date[2] <= 31) {
            m = m.with("date", String.format(Locale.ROOT, "%04d-%02d-%02dT%02d:%02d:%02d", b.date[0], b.date[1],
                    b.date[2],
                    b.date[3], b.date[4], b.date[5]));
        }
        for (int i = 0; i < b.variables.length; i++) {
            VamasBlock.Labelled v = vamas.variables().get(i);
            if (Double.isFinite(b.variables[i])) {
                m = Unit.isKnown(v.unit()) && !v.unit().equals("d")
                        ? m.with(v.label(), b.variables[i], v.unit()) : m.with(v.label(), b.variables[i]);
            }
        }
        return m;
    }

    /** A block of a mapping scan: one value per pixel in the order of the file, no energy axis. */
    private static Dataset map(String file, VamasExperiment vamas, VamasBlock b, Set<String> names)
            throws DatasetFormatException {
        List<Column> columns = new ArrayList<>();
        double[] index = new double[b.values[0].length];
        for (int i = 0; i < index.length; i++) {
            index[i] = i + 1.0;
        }
        columns.add(Column.of("pixel", Unit.ONE, index));
        try {
            for (int k = 0; k < b.values.length; k++) {
                columns.add(Column.of(b.ordinates.get(k).label(), VamasCurve.signalUnit(b, k), b.values[k]));
            }
            return new Table(DatasetHeader.of(name(b, names), "xps.map", metadata(vamas, b)), columns);
        } catch (IllegalArgumentException e) {
            throw new DatasetFormatException(file, "block '" + b.id + "'", e.getMessage(), e);
        }
    }

    /** The cycles of a sputter depth profile, one stack per region; regions seen once stay curves. */
    private static List<Dataset> profiles(List<Dataset> all, VamasExperiment vamas) {
        Map<String, List<Curve>> groups = new LinkedHashMap<>();
        List<Dataset> out = new ArrayList<>();
        for (Dataset d : all) {
            if (d instanceof Curve c) {
                groups.computeIfAbsent(c.metadata().text("species").orElse("") + " "
                        + c.metadata().text("transition").orElse("") + c.axis(), k -> new ArrayList<>()).add(c);
            } else {
                out.add(d);
            }
        }
        for (List<Curve> group : groups.values()) {
            out.addAll(group.size() > 1 ? List.of(stack(group, vamas)) : group);
        }
        return out;
    }

    private static CurveStack stack(List<Curve> group, VamasExperiment vamas) {
        Curve first = group.get(0);
        int n = first.axis().size();
        double[] values = new double[n * group.size()];
        double[] position = new double[group.size()];
        String label = vamas.variables().isEmpty() ? "" : vamas.variables().get(0).label();
        for (int i = 0; i < group.size(); i++) {
            System.arraycopy(group.get(i).signal().values(), 0, values, i * n, n);
            position[i] = group.get(i).metadata().number(label).orElse(i);
        }
        String unit = vamas.variables().isEmpty() ? "1" : vamas.variables().get(0).unit();
        Column column = Column.of(label.isEmpty() ? "cycle" : label, Unit.isKnown(unit) ? Unit.of(unit) : Unit.ONE,
                position);
        return CurveStack.of(first.header().withKind("xps.depth-profile"), first.axis(), "Intensity",
                first.signal().unit(), values, List.of(column), null);
    }
}
