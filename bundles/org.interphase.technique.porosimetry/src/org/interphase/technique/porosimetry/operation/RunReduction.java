package org.interphase.technique.porosimetry.operation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.technique.porosimetry.intrusion.Branches;
import org.interphase.technique.porosimetry.intrusion.Corrections;
import org.interphase.technique.porosimetry.intrusion.Intrusion;
import org.interphase.technique.porosimetry.intrusion.KnownQuantity;
import org.interphase.technique.porosimetry.intrusion.MercuryTable;
import org.interphase.technique.porosimetry.intrusion.RunCurve;
import org.interphase.technique.porosimetry.intrusion.SampleFacts;
import org.interphase.technique.porosimetry.intrusion.VolumeBasis;
import org.interphase.technique.porosimetry.intrusion.WashburnLaw;
import org.interphase.technique.porosimetry.reader.MercuryReader;

/**
 * From a recorded run to pores.
 *
 * @param intrusion the pores
 * @param extrusion volumes on the way back in the unit of the pores' volumes; empty if there is none
 * @param high doubts that the highest pressures raise
 * @param remarks what was done and assumed
 */
record RunReduction(Intrusion intrusion, Branches.Branch extrusion, Verdict high, List<Remark> remarks) {

    private static final double MASS_DIGITS = 1e-3;
    private static final double FILE_ANGLE = 0.03;
    private static final double FILE_TENSION = 0.01;

    static RunReduction of(Table input, WashburnDiameters.Parameters p, Progress progress) throws AnalysisException {
        MercuryTable table = MercuryTable.of(input);
        Metadata m = input.metadata();
        List<Remark> remarks = new ArrayList<>();
        Branches b = Branches.of(table);
        progress.checkCancelled();
        told(b, remarks);
        SampleFacts angle = SampleFacts.of(p.contactAngle(), m, MercuryTable.ANGLE, "deg", FILE_ANGLE)
                .or(WashburnDiameters.ANGLE);
        SampleFacts tension = SampleFacts.of(p.surfaceTension(), m, MercuryTable.TENSION, "N/m", FILE_TENSION)
                .or(WashburnDiameters.TENSION);
        remarks.add(Remark.info("Contact angle " + angle.text("deg") + ", surface tension " + tension.text("N/m")
                + ".").coded("washburn"));
        double degrees = angle.quantity().in("deg");
        if (!(degrees > 90 && degrees <= 180)) {
            throw new AnalysisException("'" + input.name() + "' states a contact angle of " + degrees + " deg, but "
                    + "mercury does not wet: it lies between 90 and 180 deg; set the parameter contactAngle");
        }
        WashburnLaw law = new WashburnLaw(Math.toRadians(degrees),
                Math.toRadians(angle.quantity().uncertaintyIn("deg")), tension.quantity().in("N/m"),
                tension.quantity().uncertaintyIn("N/m"));
        KnownQuantity mass = SampleFacts.of(p.mass(), m, MercuryTable.MASS, "g", MASS_DIGITS).quantity();
        KnownQuantity bulkVolume = SampleFacts.of(p.bulkVolume(), m, MercuryTable.BULK_VOLUME, "cm3", MASS_DIGITS)
                .quantity();
        KnownQuantity density = SampleFacts.of(p.bulkDensity(), m, MercuryTable.BULK_DENSITY, "g/cm3", MASS_DIGITS)
                .quantity();
        if (table.basis() == VolumeBasis.SAMPLE && mass.isNone()) {
            throw new AnalysisException("The volumes are those of the whole sample, whose mass is not known: say it "
                    + "with the parameter mass (0.2248 g), or --mass of the file");
        }
        double grams = mass.isNone() ? Double.NaN : mass.in("g");
        double bulk = !density.isNone() ? 1 / density.in("g/cm3") : bulkVolume.isNone() ? Double.NaN
                : bulkVolume.in("cm3") / grams;
        double bulkRelative = !density.isNone() ? density.uncertainty() / density.value() : bulkVolume.isNone()
                ? Double.NaN : Math.hypot(bulkVolume.uncertainty() / bulkVolume.value(),
                        mass.uncertainty() / mass.value());
        // cm3 of the whole sample in the unit of the volumes that are handed on
        double perCubic = table.basis() == VolumeBasis.BULK ? 100 / (bulk * grams) : 1 / grams;
        RunCurve curve = RunCurve.of(b, table.basis() == VolumeBasis.SAMPLE ? 1 / grams : 1);
        Corrections c = corrections(p, m, grams, remarks, progress);
        if (c != null && !Double.isFinite(perCubic)) {
            throw new AnalysisException("The corrections are volumes of the whole sample, whose mass (and, where "
                    + "volumes are per cent, bulk density) is not known: say it with the parameter mass");
        }
        curve = c == null ? curve : curve.corrected(c, perCubic);
        double blank = Double.isFinite(perCubic) ? p.blankUncertainty().isNone() ? 0
                : p.blankUncertainty().in("cm3") * perCubic : Double.POSITIVE_INFINITY;
        double share = table.basis() == VolumeBasis.SAMPLE ? 0 : relative(mass);
        blank = Math.hypot(curve.blankAtMost(blank), c == null ? 0 : perCubic * unknown(c, p, curve, share));
        Verdict volumes = m.text(MercuryTable.UNITS).filter(MercuryTable.ASSUMED::equals).isPresent()
                ? Verdict.doubtful("the file does not state the unit of its volumes; cm3 of the sample was taken")
                : Verdict.SOUND;
        Verdict reached = c == null || c.reaches(curve.highest()) ? Verdict.SOUND : Verdict.doubtful("the blank run "
                + "ends below the highest pressure, and its last volume is taken beyond");
        Verdict pressures = m.text(MercuryTable.PRESSURE_UNIT).filter(MercuryTable.ASSUMED::equals).isPresent()
                ? Verdict.doubtful("the file does not state the unit of its pressures; psi was taken") : Verdict.SOUND;
        double scale = table.basis() == VolumeBasis.SAMPLE ? mass.uncertainty() / mass.value() : 0;
        Intrusion in = new Intrusion(law, curve.pressure(), curve.volume(), table.basis() == VolumeBasis.BULK
                ? VolumeBasis.BULK : VolumeBasis.MASS, scale, curve.reading(), blank, bulk, bulk * bulkRelative,
                volumes.and(reached), pressures);
        if (!(in.total() > 0)) {
            throw new AnalysisException("No mercury went in: the volume at the highest pressure is not above that at "
                    + "the lowest");
        }
        return new RunReduction(in, curve.extrusion(), curve.verdict(Double.isFinite(perCubic) ? blank
                : 0).and(reached), remarks);
    }

    /**
     * Standard uncertainty in cm3 of what corrections take off at the highest pressure: by the compressibility of
     * mercury, and by what is stated of volume, compressibility and density.
     *
     * @param mass relative standard uncertainty of the mass where only corrections are divided by it
     */
    private static double unknown(Corrections c, WashburnDiameters.Parameters p, RunCurve curve, double mass) {
        double span = curve.highest() - curve.pressure()[0];
        double mercury = Corrections.MERCURY * c.mercury() * span
                * Math.hypot(Corrections.MERCURY_UNCERTAINTY, relative(p.mercuryVolume()));
        double solid = c.solid() * span;
        // the volume of the solid is its mass over its density: per mass the mass is in it no more
        double divided = mass * (c.at(curve.highest(), curve.pressure()[0]) - solid);
        return Math.hypot(Math.hypot(mercury, divided),
                solid * Math.hypot(relative(p.solidCompressibility()), relative(p.skeletalDensity())));
    }

    private static double relative(KnownQuantity q) {
        return q.isNone() ? 0 : q.uncertainty() / q.value();
    }

    private static void told(Branches b, List<Remark> remarks) {
        if (b.reversed()) {
            remarks.add(Remark.info("The rows begin at the highest pressure and end with no mercury intruded: they are "
                    + "taken as an intrusion listed backwards.").coded("backwards"));
        }
        if (b.dropped() > 0) {
            remarks.add(Remark.info(b.dropped() + " rows of the intrusion have a pressure not above that before them "
                    + "and were left out."));
        }
        if (b.hasExtrusion()) {
            remarks.add(Remark.info(String.format(Locale.ROOT, "%d points of intrusion, %d of extrusion, told apart "
                    + "by the highest pressure.", b.intrusion().size(), b.extrusion().size() - 1)));
        }
        if (b.later() > 0) {
            remarks.add(Remark.warning(b.later() + " rows of later cycles were left out: the numbers are those of the "
                    + "first intrusion.").coded("later-cycles"));
        }
    }

    private static Corrections corrections(WashburnDiameters.Parameters p, Metadata m, double grams,
            List<Remark> remarks, Progress progress) throws AnalysisException {
        if (p.blank().isNone() && p.mercuryVolume().isNone() && p.solidCompressibility().isNone()) {
            return null;
        }
        double solid = p.solidCompressibility().isNone() ? 0 : p.solidCompressibility().in("Pa-1") * grams
                / p.skeletalDensity().in("g/cm3");
        double mercury = p.mercuryVolume().isNone() ? 0 : p.mercuryVolume().in("cm3");
        if (mercury > 0 && !p.blank().isNone()) {
            remarks.add(Remark.warning("Both a blank run and a volume of mercury are given: a blank run holds the "
                    + "compression of its mercury already."));
        }
        Branches.Branch blank = p.blank().isNone() ? new Branches.Branch(new double[0], new double[0])
                : blank(p, progress);
        return new Corrections(blank.pressure(), blank.volume(), mercury, solid);
    }

    private static Branches.Branch blank(WashburnDiameters.Parameters p, Progress progress) throws AnalysisException {
        try {
            Table t = (Table) new MercuryReader().read(Source.of(p.blank().toPath()), progress).get(0);
            MercuryTable blank = MercuryTable.of(t);
            if (blank.basis() != VolumeBasis.SAMPLE) {
                throw new AnalysisException("The blank run '" + p.blank() + "' gives volumes in "
                        + blank.basis().unit().text() + ", and cm3 are needed");
            }
            return Branches.of(blank).intrusion();
        } catch (IOException e) {
            throw new AnalysisException("The blank run can't be read: " + e.getMessage(), e);
        }
    }
}
