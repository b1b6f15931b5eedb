package org.interphase.technique.vibrational.operation;

import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;
import org.interphase.model.Curve;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.spectra.peak.AreaUnit;
import org.interphase.technique.vibrational.axis.WavenumberScale;
import org.interphase.technique.vibrational.bands.Band;
import org.interphase.technique.vibrational.bands.BandFinder;
import org.interphase.technique.vibrational.bands.BandList;
import org.interphase.technique.vibrational.bands.BandSpectrum;
import org.interphase.technique.vibrational.bands.Undulation;
import org.interphase.technique.vibrational.figure.BandPicture;

/** Finds the bands of a spectrum and measures each. */
public final class BandsOperation implements Operation<Curve, BandsOperation.Parameters> {

    /** What can be set. */
    public record Parameters(
            @Param(label = "Range", unit = "cm-1", def = "all", help = "Where to look for bands.",
                    picture = Param.Picture.X_RANGE) Range range,
            @Param(label = "Threshold", def = "5", min = 3, max = 1000, help = "Least significance of a band: its "
                    + "height over the standard deviation noise alone would give it.") double threshold,
            @Param(label = "Smallest height", unit = "%", def = "4", min = 0, max = 100, help = "Least height of a "
                    + "band relative to the highest point over the baseline. Weaker ones are counted in a remark.")
            double smallest,
            @Param(label = "Largest width", unit = "cm-1", def = "", min = 1, max = 2000, help = "Broadest band (full "
                    + "width at half maximum); what is broader is baseline. Automatic: 80 for Raman, 150 for infrared.")
            Double largestWidth,
            @Param(label = "Shoulders", def = "true", help = "Whether bands without a maximum of their own, on the "
                    + "flank of another, are reported too.") boolean shoulders,
            @Param(label = "Wavenumber scale", unit = "cm-1", def = "", min = 0, max = 100, advanced = true,
                    help = WavenumberScale.HELP) Double scale) {
    }

    /** Least width of a line in distances of points. */
    private static final double LEAST_STEPS = 2;
    /** Raman shift below which nothing is told from scattered laser light, cm-1. */
    private static final double LASER_LINE = 20;

    @Override
    public OperationInfo<Curve, Parameters> info() {
        return OperationInfo.of("vibrational.bands", 5, "Band search",
                "Finds bands by the response to a second-derivative wavelet over many widths, fits groups of "
                        + "neighbours with pseudo-Voigt bands over a local parabola, and keeps what stands out of the "
                        + "noise. Positions are maxima of the fitted sum. Uses the baseline of an earlier step, else "
                        + "one by arPLS.",
                Curve.class, Parameters.class,
                Publication.article("P. Du, W. A. Kibbe, S. M. Lin",
                        "Improved peak detection in mass spectrum by incorporating continuous "
                        + "wavelet transform-based pattern matching")
                        .in("Bioinformatics", 2006, "22", "2059-2065")
                        .doi("10.1093/bioinformatics/btl355").seen().cited("Du 2006"))
                .forKinds(Kinds.RAMAN, Kinds.ABSORBANCE, Kinds.KUBELKA_MUNK);
    }

    @Override
    public Outcome apply(Curve input, Parameters p, Progress progress) throws AnalysisException {
        boolean raman = input.kind().id().equals(Kinds.RAMAN);
        double width = p.largestWidth() != null ? p.largestWidth() : raman ? 80 : 150;
        WavenumberScale scale = WavenumberScale.of(input, p.scale(), raman);
        BandSpectrum s = BandSpectrum.of(input, p.range(), 16).withBaseline(3 * width);
        BandFinder.Result found = BandFinder.find(s.x(), s.net(), s.noise(),
                new BandFinder.Settings(p.threshold(), width, p.smallest() / 100, p.shoulders()), progress);
        double step = (s.x()[s.x().length - 1] - s.x()[0]) / (s.x().length - 1);
        List<Band> bands = Undulation.counted(s.x(), s.net(), found.bands()).stream()
                .filter(b -> !raman || Math.abs(b.position()) >= LASER_LINE).map(b -> sampled(b, step)).toList();
        Outcome.Builder out = Outcome.builder(input.with(new BandList(bands)));
        if (bands.size() < found.bands().size()) {
            out.remark(Remark.info("What stands out within " + Math.round(LASER_LINE) + " cm-1 of the laser "
                    + "is left out: it is scattered laser light."));
        }
        String unit = input.signal().unit().text();
        for (int k = 0; k < bands.size(); k++) {
            Band b = bands.get(k);
            String name = BandPicture.name(bands, k);
            out.measure(number(b, name + " position", "nu", b.position(), scale.with(b.positionU()),
                    "cm-1"));
            out.measure(number(b, name + " height", "I", b.height(), b.heightU(), unit));
            out.measure(number(b, name + " FWHM", "Gamma", b.fwhm(), b.fwhmU(), "cm-1"));
            out.measure(number(b, name + " area", "A", b.area(), b.areaU(), AreaUnit.of(input.signal().unit(),
                    input.axis().unit()).text()));
            out.measure(name + " significance", "", b.significance(), Double.NaN, "1");
        }
        out.overlay(BandPicture.baseline(s));
        BandPicture.fills(s, bands).forEach(out::overlay);
        out.overlay(BandPicture.labels(s, bands, bands.stream().map(BandPicture::label).toList(),
                bands.stream().map(b -> hint(b, scale)).toList()));
        remarks(out, input, s, new BandFinder.Result(bands, found.weaker()), p);
        return out.resolved(new Parameters(p.range(), p.threshold(), p.smallest(), width, p.shoulders(), p.scale()))
                .build();
    }

    @Override
    public String methods(Parameters p) {
        return "Bands were searched by a second-derivative wavelet over many widths and fitted with pseudo-Voigt "
                + "shapes over a local baseline. " + WavenumberScale.methods(p.scale());
    }

    private static Measurement number(Band b, String name, String symbol, double value, double u, String unit) {
        return Measurement.of(name, symbol, value, Double.isFinite(u) ? u : Double.NaN, unit).judged(Double.isFinite(u)
                ? b.verdict() : b.verdict().and(Verdict.doubtful("the data give it no uncertainty")));
    }

    private static String hint(Band b, WavenumberScale scale) {
        return String.format(java.util.Locale.ROOT, "%.1f \u00b1 %.1f cm\u207b\u00b9, FWHM %.1f, %.0f sigma%s",
                b.position(), scale.with(b.positionU()), b.fwhm(), b.significance(), b.shoulder() ? ", shoulder" : "");
    }

    /** A line that a spectrometer resolves covers some points; a cosmic ray leaves one or two. */
    private static Band sampled(Band b, double step) {
        return b.fwhm() >= LEAST_STEPS * step ? b : b.judged(Verdict.doubtful("it is narrower than two distances of "
                + "points, as what a cosmic ray leaves"));
    }

    private static void remarks(Outcome.Builder out, Curve input, BandSpectrum s, BandFinder.Result found,
            Parameters p) {
        List<Band> bands = found.bands();
        if (bands.isEmpty()) {
            out.remark(Remark.warning(String.format(java.util.Locale.ROOT, "No band stands out of the noise by %.0f "
                    + "standard deviations (noise %.3g per point).", p.threshold(), s.noise().typical())));
        }
        if (found.weaker() > 0) {
            out.remark(Remark.info("About " + found.weaker() + " weaker bands stand out of the noise but are below "
                    + p.smallest() + " % of the highest point and are left out; lower 'Smallest height' to see them."));
        }
        if (s.noise().correlation() > 1.15) {
            out.remark(Remark.info(String.format(java.util.Locale.ROOT, "Neighbouring points scatter together "
                    + "(%.2f times white noise): the spectrum was smoothed or interpolated before; uncertainties "
                    + "allow for it.", s.noise().correlation())));
        }
        double step = (s.x()[s.x().length - 1] - s.x()[0]) / (s.x().length - 1);
        for (int k = 0; k < bands.size(); k++) {
            if (!bands.get(k).shoulder() && bands.get(k).fwhm() < 1.4 * step) {
                out.remark(Remark.warning(String.format(java.util.Locale.ROOT, "The band at %.1f cm-1 is only %.1f "
                        + "points wide: it may be a cosmic ray; despike, or measure again.", bands.get(k).position(),
                        bands.get(k).fwhm() / step)).about(BandPicture.name(bands, k)));
            }
        }
        if (input.kind().id().equals(Kinds.ABSORBANCE) && input.signal().max() > 2
                && input.signal().quantity().equals("Absorbance")) {
            out.remark(Remark.warning("Absorbances above 2 mean that less than 1 % of the light arrives: such bands "
                    + "are flattened by the detector and their heights are too small. Use a thinner sample."));
        }
    }
}
