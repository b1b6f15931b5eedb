package org.interphase.technique.vibrational.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.FilePath;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;
import org.interphase.model.Curve;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.technique.vibrational.bands.Band;
import org.interphase.technique.vibrational.bands.BandFinder;
import org.interphase.technique.vibrational.bands.BandSpectrum;
import org.interphase.technique.vibrational.library.ReferenceFiles;
import org.interphase.technique.vibrational.library.SpectrumMatch;

/** Ranks the spectra of a folder by their likeness to the spectrum. */
public final class MatchOperation implements Operation<Curve, MatchOperation.Parameters> {

    /** What can be set. */
    public record Parameters(
            @Param(label = "Library", def = "", help = "Folder with reference spectra in any format that can be "
                    + "opened; its sub-folders count. Empty: no matching.") FilePath library,
            @Param(label = "Measure", def = "derivative-correlation", help = "What ranks the references: correlation, "
                    + "correlation of first derivatives (does not see baselines), spectral angle, or the list of "
                    + "bands.")
            Measure measure,
            @Param(label = "Range", unit = "cm-1", def = "all", help = "Part of the axis to compare.",
                    picture = Param.Picture.X_RANGE) Range range,
            @Param(label = "Results", def = "5", min = 1, max = 100,
                    help = "How many references are listed.") int results,
            @Param(label = "Good match", def = "0.6", min = 0, max = 1, help = "A best score below this is said to be "
                    + "no match.", advanced = true) double good) {

        /** Measures of likeness. */
        public enum Measure {
            /** Pearson's correlation. */
            CORRELATION,
            /** Pearson's correlation of first derivatives. */
            DERIVATIVE_CORRELATION,
            /** One minus the angle between the spectra over a right angle. */
            SPECTRAL_ANGLE,
            /** Agreement of the lists of bands. */
            PEAK_LIST
        }
    }

    private static final double BAND_TOLERANCE = 5;
    /** Scores that differ by less don't tell two references apart. */
    private static final double ALIKE = 0.02;

    private record Hit(ReferenceFiles.Reference reference, double[] x, double[] y, SpectrumMatch match,
            double score) {
    }

    @Override
    public OperationInfo<Curve, Parameters> info() {
        return OperationInfo.of("vibrational.match", 2, "Library match",
                "Compares the whole spectrum with each spectrum of a folder of the analyst's own references, on the "
                        + "common part of the axes and without baselines, and ranks them. Raman is compared with "
                        + "Raman, infrared with infrared (transmittance and reflectance as -lg).",
                Curve.class, Parameters.class)
                .forKinds(Kinds.RAMAN, Kinds.ABSORBANCE, Kinds.TRANSMITTANCE, Kinds.REFLECTANCE,
                        Kinds.KUBELKA_MUNK);
    }

    @Override
    public Outcome apply(Curve input, Parameters p, Progress progress) throws AnalysisException {
        Outcome.Builder out = Outcome.builder(input);
        if (p.library().isNone()) {
            return out.remark(Remark.info("No folder of reference spectra is named, so the spectrum was not matched; "
                    + "set 'Library' to match it.")).build();
        }
        BandSpectrum.requireWavenumbers(input);
        ReferenceFiles.Folder folder = folder(p, progress.part(0, 0.5));
        folder.refused().forEach(r -> out.remark(Remark.info("A reference was left out: " + r)));
        boolean raman = input.kind().id().equals(Kinds.RAMAN);
        double[] x = input.axis().values();
        double[] y = comparable(input);
        List<Hit> hits = new ArrayList<>();
        double[][] own = null;
        int done = 0;
        for (ReferenceFiles.Reference r : folder.references()) {
            progress.checkCancelled();
            progress.report(0.5 + 0.5 * done++ / folder.references().size(), "comparing");
            Curve c = r.curve();
            if (c.kind().id().equals(Kinds.RAMAN) != raman || c.kind().id().equals(Kinds.SINGLE_BEAM)
                    || !c.axis().unit().equals(input.axis().unit()) || c.axis().size() < 2) {
                continue;
            }
            double[] rx = c.axis().values();
            double[] ry = comparable(c);
            SpectrumMatch m = SpectrumMatch.of(x, y, rx, ry, p.range().from(), p.range().to());
            if (m != null) {
                if (p.measure() == Parameters.Measure.PEAK_LIST && own == null) {
                    own = bands(input.withSignal(input.signal().withValues(y)), raman, progress);
                }
                hits.add(new Hit(r, rx, ry, m, score(p, m, own,
                        p.measure() == Parameters.Measure.PEAK_LIST
                                ? bands(c.withSignal(c.signal().withValues(ry)), raman, progress) : null)));
            }
        }
        hits.sort(Comparator.comparingDouble(Hit::score).reversed());
        report(out, input, x, y, hits, p);
        return out.build();
    }

    private static ReferenceFiles.Folder folder(Parameters p, Progress progress) throws AnalysisException {
        try {
            if (!Files.isDirectory(p.library().toPath())) {
                throw new AnalysisException("'" + p.library() + "' is no folder. Name the folder that holds the "
                        + "reference spectra.");
            }
            return ReferenceFiles.readFolder(p.library().toPath(), progress);
        } catch (IOException e) {
            throw new AnalysisException("The folder of references cannot be read: " + e.getMessage(), e);
        }
    }

    /** Ordinates that grow with the amount of substance: -lg of transmittances and reflectances. */
    private static double[] comparable(Curve c) {
        double[] y = c.signal().values();
        boolean ratio = c.kind().id().equals(Kinds.TRANSMITTANCE) || c.kind().id().equals(Kinds.REFLECTANCE);
        if (ratio) {
            double scale = c.signal().unit().text().equals("%") ? 0.01 : 1;
            for (int i = 0; i < y.length; i++) {
                y[i] = -Math.log10(Math.max(y[i] * scale, 1e-6));
            }
        }
        return y;
    }

    private static double[][] bands(Curve c, boolean raman, Progress progress) throws AnalysisException {
        double width = raman ? 80 : 150;
        BandSpectrum s = BandSpectrum.of(c, org.interphase.api.parameters.Range.ALL, 16).withBaseline(3 * width);
        List<Band> found = BandFinder.find(s.x(), s.net(), s.noise(),
                new BandFinder.Settings(5, width, 0.02, true), progress).bands();
        return new double[][] {found.stream().mapToDouble(Band::position).toArray(),
                found.stream().mapToDouble(Band::height).toArray()};
    }

    private static double score(Parameters p, SpectrumMatch m, double[][] own, double[][] other) {
        return switch (p.measure()) {
            case CORRELATION -> m.correlation();
            case DERIVATIVE_CORRELATION -> m.derivativeCorrelation();
            case SPECTRAL_ANGLE -> m.spectralAngle();
            case PEAK_LIST -> SpectrumMatch.peakLists(own[0], own[1], other[0], other[1], BAND_TOLERANCE);
        };
    }

    private static void report(Outcome.Builder out, Curve input, double[] x, double[] y, List<Hit> hits,
            Parameters p) {
        if (hits.isEmpty()) {
            out.remark(Remark.warning("The library holds no spectrum of this technique that overlaps with this one "
                    + "in at least a third of its range."));
            return;
        }
        for (int i = 0; i < Math.min(p.results(), hits.size()); i++) {
            Hit h = hits.get(i);
            out.measure(Measurement.of("match " + (i + 1) + ": " + h.reference().file(), "", h.score(), Double.NaN, "1")
                    .judged(verdict(hits, i, p)));
        }
        Hit best = hits.get(0);
        String next = hits.size() < 2 ? "" : String.format(Locale.ROOT, "; next %s with %.3f",
                hits.get(1).reference().file(), hits.get(1).score());
        String measure = p.measure().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        if (best.score() < p.good()) {
            out.remark(Remark.warning(String.format(Locale.ROOT, "No reference matches well: the best, %s, has a %s "
                    + "of %.3f%s.", best.reference().file(), measure, best.score(), next)));
        } else {
            out.remark(Remark.info(String.format(Locale.ROOT, "Best match: %s, %s %.3f%s (correlation %.3f, "
                    + "spectral angle %.3f).", best.reference().file(), measure, best.score(), next,
                    best.match().correlation(), best.match().spectralAngle())));
        }
        if (hits.size() > 1 && best.score() >= p.good() && best.score() - hits.get(1).score() < ALIKE) {
            out.remark(Remark.warning("The two best references are practically alike; look at the bands before "
                    + "deciding."));
        }
        out.figure(figure(input, x, y, best));
    }

    /** A match is worth its number if it is good and no other reference is as good. */
    private static Verdict verdict(List<Hit> hits, int at, Parameters p) {
        Hit h = hits.get(at);
        if (h.score() < p.good()) {
            return Verdict.doubtful(String.format(Locale.ROOT, "below %.2f no match is good", p.good()));
        }
        for (int i = 0; i < hits.size(); i++) {
            if (i != at && hits.get(i).score() > h.score() - ALIKE) {
                return Verdict.doubtful(hits.get(i).reference().file() + " matches as well");
            }
        }
        return Verdict.SOUND;
    }

    private static Figure figure(Curve input, double[] x, double[] y, Hit best) {
        List<Layer> layers = List.of(
                new Layer.Line(best.reference().file(), best.x(), scaled(best.y()), Style.line(Colour.sample(1), 1)),
                new Layer.Line(input.name(), x, scaled(y), Style.line(Colour.DATA, 1.2)));
        return Figure.of("match", "Best match", "Spectrum and best matching reference, each scaled to the range 0 "
                + "to 1.", Panel.of(Panel.MAIN, AxisSpec.of(input.axis()), AxisSpec.of("Scaled signal", "1"), layers));
    }

    private static double[] scaled(double[] y) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double v : y) {
            min = Math.min(min, v);
            max = Math.max(max, v);
        }
        double[] out = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            out[i] = max > min ? (y[i] - min) / (max - min) : 0;
        }
        return out;
    }
}
