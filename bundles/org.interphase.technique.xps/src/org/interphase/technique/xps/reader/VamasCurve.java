package org.interphase.technique.xps.reader;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Fact;
import org.interphase.api.Stated;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.unit.Unit;
import org.interphase.technique.xps.quantification.Transmission;
import org.interphase.technique.xps.storedfit.StoredFit;

/**
 * The curve of one VAMAS block. Photoelectron spectra get a binding energy axis; Auger, ion and loss spectra, whose
 * characteristic energy is that of the beam, and blocks over a mass, a time or an angle keep the axis they have.
 */
final class VamasCurve {

    private static final Set<String> PHOTOELECTRONS = Set.of("XPS", "UPS", "ESCA", "HAXPES");
    private static final Unit EV = Unit.of("eV");
    /** Target biases below this, in V, do not show in binding energies as they are reported. */
    private static final double BIAS = 0.05;

    private final String file;
    private final VamasBlock b;
    private final Stated stated;
    private final int signal;
    private final double[] abscissa;
    private final String label;
    private final String unit;

    VamasCurve(String file, VamasExperiment vamas, VamasBlock b, Stated stated) throws DatasetFormatException {
        this.file = file;
        this.b = b;
        this.stated = stated;
        boolean regular = vamas.scan().equals("REGULAR");
        this.signal = regular ? 0 : 1;
        if (b.values.length <= signal) {
            throw new DatasetFormatException(file, "block '" + b.id + "', field 'number of corresponding variables'",
                    "an irregular scan needs the abscissa and at least one signal");
        }
        int n = b.values[0].length;
        this.abscissa = new double[n];
        for (int i = 0; i < n; i++) {
            abscissa[i] = regular ? RegionCurves.rounded(b.abscissaStart + i * b.abscissaStep) : b.values[0][i];
        }
        this.label = regular ? b.abscissaLabel : b.ordinates.get(0).label();
        this.unit = regular ? b.abscissaUnit : b.ordinates.get(0).unit();
    }

    private String position() {
        return "block '" + b.id + "'";
    }

    Curve curve(String name, Metadata metadata) throws DatasetFormatException {
        String axis = stated.text(Fact.AXIS).orElse(label).toLowerCase(Locale.ROOT);
        boolean binding = axis.contains("binding");
        boolean kinetic = !binding && axis.contains("kinetic");
        boolean photoelectrons = PHOTOELECTRONS.contains(b.technique.toUpperCase(Locale.ROOT)) || binding
                || stated.kind().map(k -> k.startsWith("xps.")).orElse(false);
        return photoelectrons && (binding || kinetic) ? region(name, metadata, kinetic) : plain(name, metadata);
    }

    /** A curve over whatever the block says. */
    private Curve plain(String name, Metadata metadata) throws DatasetFormatException {
        Unit u = Unit.isKnown(unit) && !unit.equals("d") && !unit.equals("u") ? Unit.of(unit) : Unit.ONE;
        String quantity = label.isBlank() ? "Abscissa" : label.substring(0, 1).toUpperCase(Locale.ROOT)
                + label.substring(1);
        try {
            return Curve.ofUnsorted(DatasetHeader.of(name, "curve", metadata.with("source energy", b.energy, "eV")),
                    quantity, u, Direction.ASCENDING, abscissa, "Intensity", signalUnit(b, signal), b.values[signal],
                    null);
        } catch (IllegalArgumentException e) {
            throw new DatasetFormatException(file, position(), e.getMessage(), e);
        }
    }

    private Curve region(String name, Metadata metadata, boolean kinetic) throws DatasetFormatException {
        double[] x = inElectronvolts();
        EnergyScale scale = EnergyScale.of(kinetic, b.energy, b.source, stated);
        boolean labelled = label.toLowerCase(Locale.ROOT).contains(kinetic ? "kinetic" : "binding");
        if (!labelled) {
            scale = scale.remarking(Remark.warning("The abscissa is taken as " + (kinetic ? "kinetic" : "binding")
                    + " energy, as stated; the file calls it '" + label + "'."));
        }
        if (Math.abs(b.bias) >= BIAS) {
            scale = scale.remarking(Remark.warning(String.format(Locale.ROOT, "The file states a target bias of %.3g "
                    + "V; energies are as recorded, not corrected for it.", b.bias)));
        }
        CasaComment.Calibration calibration = CasaComment.calibration(b.comment);
        for (Remark r : calibration.remarks()) {
            scale = scale.remarking(r);
        }
        Metadata m = metadata;
        double moved = calibration.shift();
        if (moved != 0) {
            // CasaXPS leaves the abscissa as measured and keeps the charge correction beside it
            for (int i = 0; i < x.length; i++) {
                x[i] = RegionCurves.rounded(x[i] + (kinetic ? -moved : moved));
            }
            m = m.with("charge reference", String.format(Locale.ROOT, "shifted by %.3f eV as stored by CasaXPS",
                    moved));
        }
        EnergyScale judged = RegionCurves.over(x, scale);
        Curve c = RegionCurves.curve(file, position(), name, x, scale, b.values[signal], signalUnit(b, signal), m);
        for (int k = signal + 1; k < b.values.length; k++) {
            if (b.ordinates.get(k).label().toLowerCase(Locale.ROOT).contains("transmission")) {
                c = c.with(new Transmission(RegionCurves.inOrder(x, judged.isConverted(), b.values[k])));
                break;
            }
        }
        // a fit is stored on the calibrated scale, which is not known where the calibration is not understood
        Optional<StoredFit> fit = judged.photon() > 0 && calibration.isUnderstood()
                ? CasaComment.read(b.comment, judged.reference()) : Optional.empty();
        return fit.isPresent() ? c.with(fit.get()) : c;
    }

    private double[] inElectronvolts() throws DatasetFormatException {
        Unit in = stated.unit(Fact.UNIT).orElse(Unit.isKnown(unit) ? Unit.of(unit) : Unit.ONE);
        if (in.equals(EV)) {
            return abscissa.clone();
        }
        if (!in.isCompatible(EV)) {
            throw Stated.missing(file, position(), "the abscissa '" + label + "' is in '" + unit + "', which is no "
                    + "unit of energy", Fact.UNIT);
        }
        return Arrays.stream(abscissa).map(v -> RegionCurves.rounded(in.convert(v, EV))).toArray();
    }

    static Unit signalUnit(VamasBlock b, int signal) {
        String unit = b.ordinates.get(signal).unit().toLowerCase(Locale.ROOT);
        String label = b.ordinates.get(signal).label().toLowerCase(Locale.ROOT);
        if (unit.equals("c/s") || unit.equals("cps") || unit.startsWith("counts/s") || unit.startsWith("counts per s")
                || label.contains("per second") || label.contains("counts/s")) {
            return Unit.of("counts/s");
        }
        boolean counted = unit.equals("c") || unit.contains("count") || label.contains("count");
        // "d" is the standard's sign for a number without unit; of an analogue signal it is no number of counts
        boolean number = unit.equals("d") && !b.signalMode.toLowerCase(Locale.ROOT).startsWith("analog");
        return counted || number ? Unit.of("counts") : Unit.of("a.u.");
    }
}
