package org.interphase.technique.topography.operation;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Unit;
import org.interphase.technique.topography.profile.ProfileParameters;
import org.interphase.technique.topography.surface.GaussianFilter;
import org.interphase.technique.topography.surface.HeightField;
import org.interphase.technique.topography.surface.Saturation;

/** Profile parameters of ISO 21920-2 of a profile, or of all rows or columns of a map. */
public final class ProfileRoughness implements Operation<Dataset, ProfileRoughness.Parameters> {

    private static final Unit UM = Unit.of("um");
    /** Cut-offs of ISO 21920-3 in um. */
    private static final double[] CUTOFFS = {8000, 2500, 800, 250, 80};
    private static final int SECTIONS = 5;
    /** Share of points cut off that moves a mean over all of them. */
    private static final double CUT_OFF = 0.002;

    /** Which way profiles run. */
    public enum Along {
        X, Y
    }

    /** Parameters. */
    public record Parameters(
            @Param(label = "Along", def = "x", help = "Of a map: profiles along x (its rows) or along y (its columns).")
            Along along,
            @Param(label = "Cut-off", unit = "um", help = "Nesting index of the L-filter, which takes longer waves "
                    + "out; 0 for none. Automatic is the longest of 80, 250, 800, 2500 and 8000 um that fits five "
                    + "times into the profile, or none.", min = 0)
            Double cutoff,
            @Param(label = "S-filter", unit = "um", def = "0", min = 0, help = "Nesting index of the S-filter, which "
                    + "takes shorter waves out; 0 for none.")
            double shorter,
            @Param(label = "Height calibration", unit = "%", def = Calibrations.USUAL, min = 0, max = 50,
                    help = "Relative standard "
                    + "uncertainty of the height scale, from the calibration of the instrument. It enters every "
                    + "height; 0 takes it as exact.")
            double heightCalibration,
            @Param(label = "Lateral calibration", unit = "%", def = Calibrations.USUAL, min = 0, max = 50,
                    help = "Relative standard "
                    + "uncertainty of lengths in the plane, from the calibration of the instrument. It enters every "
                    + "length, area and slope; 0 takes it as exact.")
            double lateralCalibration) {
    }

    @Override
    public OperationInfo<Dataset, Parameters> info() {
        return OperationInfo.<Dataset, Parameters>of("topography.profile", 4, "Profile roughness", "Parameters of ISO "
                + "21920-2 of a height profile, or the means over all rows or columns of a height map. A straight line "
                + "is taken out of every profile only if the cut-off does it; level the map first.", Dataset.class,
                Parameters.class,
                        Publication.standard("ISO, Geneva", "ISO 21920-2", 2021,
                                "Geometrical product specifications (GPS), Surface texture: Profile, "
                                + "Part 2: Terms, definitions and surface texture parameters")
                                .cited("ISO 21920-2")).forKinds(HeightField.KIND,
                        HeightField.PROFILE_KIND);
    }

    @Override
    public Outcome apply(Dataset input, Parameters p, Progress progress) throws AnalysisException {
        HeightField f = profiles(input, p.along());
        double um = UM.scaleTo(f.length());
        double length = f.sideX() / um;
        double cutoff = p.cutoff() == null ? automatic(length) : p.cutoff();
        if (cutoff > length) {
            throw new AnalysisException("The cut-off of " + cutoff + " um is longer than the profile of "
                    + Math.round(length) + " um.");
        }
        // along the profile only: a map of profiles that know nothing of each other
        HeightField apart = new HeightField(f.z(), f.width(), f.height(), f.stepX(), 1e9 * f.sideX(), f.unit(),
                f.length());
        HeightField shorter = p.shorter() > 0 ? GaussianFilter.longWaves(apart, p.shorter() * um, progress) : apart;
        HeightField filtered = cutoff > 0 ? GaussianFilter.shortWaves(shorter, cutoff * um, progress) : shorter;
        // a section is as long as the cut-off; without one the profile is five sections long
        double section = cutoff > 0 ? Math.max(2, cutoff * um / f.stepX()) : (double) f.width() / SECTIONS;
        List<ProfileParameters> rows = new ArrayList<>();
        // of every section of the length, in turn, those of all profiles
        List<List<ProfileParameters>> parts = new ArrayList<>();
        for (int s = 0; s < SECTIONS; s++) {
            parts.add(new ArrayList<>());
        }
        for (int y = 0; y < f.height(); y++) {
            double[] z = java.util.Arrays.copyOfRange(filtered.z(), y * f.width(), (y + 1) * f.width());
            if (java.util.Arrays.stream(z).filter(v -> v == v).count() < Math.max(10, 0.5 * z.length)) {
                continue;
            }
            rows.add(ProfileParameters.of(z, f.stepX(), f.heightToLength(), section));
            for (int s = 0; s < SECTIONS; s++) {
                parts.get(s).add(ProfileParameters.of(java.util.Arrays.copyOfRange(z, s * z.length / SECTIONS, (s + 1)
                        * z.length / SECTIONS), f.stepX(), f.heightToLength(), z.length));
            }
        }
        if (rows.isEmpty()) {
            throw new AnalysisException("No profile has at least ten measured points and half of its points measured.");
        }
        double most = java.util.Arrays.stream(f.z()).filter(v -> v == v).map(Math::abs).max().orElse(0);
        if (rows.stream().allMatch(r -> r.rq() <= 1e-12 * most)) {
            throw new AnalysisException("All heights of a profile are equal; a line without texture has no roughness.");
        }
        Outcome.Builder out = Outcome.builder(input);
        Verdict verdict = cutoff > 0 && length < SECTIONS * cutoff ? Verdict.doubtful("the profile is shorter than "
                + "five cut-offs") : cutoff == 0 && p.cutoff() == null ? Verdict.doubtful("no cut-off of the standard "
                + "fits five times into the profile; unfiltered, these are P-parameters, waviness and form included")
                : Verdict.SOUND;
        verdict = verdict.and(sloping(filtered));
        String unit = f.unit().text();
        Saturation saturation = Saturation.of(f);
        Verdict extremes = saturation.isCut() ? Verdict.doubtful(saturation.largest() + " neighbouring points are all "
                + "exactly as high as the highest or lowest: the heights may be cut off there") : Verdict.SOUND;
        if (saturation.share() > CUT_OFF) {
            verdict = verdict.and(extremes);
        }
        double height = p.heightCalibration() / 100;
        double lateral = p.lateralCalibration() / 100;
        ProfileMeans m = new ProfileMeans(out, rows, parts, verdict);
        m.add("Ra", "R_a", unit, ProfileParameters::ra, height);
        m.addSquare("Rq", "R_q", unit, ProfileParameters::rq, height);
        ProfileMeans e = new ProfileMeans(out, rows, parts, verdict.and(extremes));
        e.add("Rp", "R_p", unit, ProfileParameters::rp, height);
        e.add("Rv", "R_v", unit, ProfileParameters::rv, height);
        e.add("Rz", "R_z", unit, ProfileParameters::rz, height);
        e.addExtreme("Rt", "R_t", unit, ProfileParameters::rt, height);
        m.add("Rsk", "R_sk", "1", ProfileParameters::rsk, 0);
        m.add("Rku", "R_ku", "1", ProfileParameters::rku, 0);
        m.add("RSm", "R_Sm", f.length().text(), ProfileParameters::rsm, lateral);
        m.addSquare("Rdq", "R_dq", "1", ProfileParameters::rdq, Math.hypot(height, lateral));
        Calibrations.remark(out, p.heightCalibration(), p.lateralCalibration());
        if (p.cutoff() == null) {
            out.remark(Remark.info(cutoff > 0 ? "The cut-off is " + Math.round(cutoff) + " um, the longest that fits "
                    + "five times into the profile." : "No cut-off of the standard fits five times into a profile of "
                    + Math.round(length) + " um; no long waves were taken out.").coded("cutoff"));
            out.resolved(new Parameters(p.along(), cutoff, p.shorter(), p.heightCalibration(),
                    p.lateralCalibration()));
        }
        return out.figure(figure(f, filtered)).build();
    }

    private static double automatic(double length) {
        for (double c : CUTOFFS) {
            if (SECTIONS * c <= length) {
                return c;
            }
        }
        return 0;
    }

    private static HeightField profiles(Dataset input, Along along) throws AnalysisException {
        return switch (input) {
            case Raster map -> along == Along.X ? HeightField.of(map) : turned(HeightField.of(map));
            case Curve c -> of(c);
            default -> throw new AnalysisException("Profiles are taken from a height map or a height profile, not "
                    + "from a "
                    + input.shape() + ".");
        };
    }

    private static HeightField of(Curve c) throws AnalysisException {
        int n = c.axis().size();
        if (!c.signal().unit().isCompatible(UM) || !c.axis().unit().isCompatible(UM) || n < 10) {
            throw new AnalysisException("A profile needs at least ten heights over distances, both in units of length; "
                    + "this one has " + n + " in " + c.signal().unit().text() + " over " + c.axis().unit().text() +
                    ".");
        }
        double step = (c.axis().max() - c.axis().min()) / (n - 1);
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            if (Math.abs(c.axis().get(i) - c.axis().min() - i * step) > 0.2 * step) {
                throw new AnalysisException("The points of the profile are not equally spaced (at "
                        + c.axis().get(i) + "); resample it first.");
            }
            z[i] = c.signal().get(i);
        }
        return new HeightField(z, n, 1, step, step, c.signal().unit(), c.axis().unit());
    }

    private static HeightField turned(HeightField f) {
        double[] z = new double[f.z().length];
        for (int y = 0; y < f.height(); y++) {
            for (int x = 0; x < f.width(); x++) {
                z[x * f.height() + y] = f.z()[y * f.width() + x];
            }
        }
        return new HeightField(z, f.height(), f.width(), f.stepY(), f.stepX(), f.unit(), f.length());
    }

    /** Whether straight lines hold much of the heights of the profiles. */
    private static Verdict sloping(HeightField f) {
        double all = 0;
        double left = 0;
        for (int y = 0; y < f.height(); y++) {
            double sx = 0;
            double sz = 0;
            double sxx = 0;
            double sxz = 0;
            double szz = 0;
            int n = 0;
            for (int x = 0; x < f.width(); x++) {
                double v = f.z()[y * f.width() + x];
                if (v == v) {
                    // heights about the first, against rounding of a large offset
                    double d = v - f.z()[y * f.width()];
                    double z = d == d ? d : v;
                    sx += x;
                    sz += z;
                    sxx += (double) x * x;
                    sxz += x * z;
                    szz += z * z;
                    n++;
                }
            }
            double vz = szz - sz * sz / n;
            double vx = sxx - sx * sx / n;
            double cov = sxz - sx * sz / n;
            if (n > 2) {
                all += vz;
                left += vz - cov * cov / vx;
            }
        }
        return left < 0.8 * all ? Verdict.doubtful("straight lines hold " + Math.round(100 * (1 - left / all))
                + " % of the mean square of the profiles: level first, or set a cut-off") : Verdict.SOUND;
    }

    private static Figure figure(HeightField f, HeightField filtered) {
        int y = f.height() / 2;
        double[] x = new double[f.width()];
        double[] z = new double[f.width()];
        double[] r = new double[f.width()];
        double mean = java.util.Arrays.stream(f.z(), y * f.width(), (y + 1) * f.width()).filter(v -> v == v).average()
                .orElse(0);
        for (int i = 0; i < x.length; i++) {
            x[i] = i * f.stepX();
            z[i] = f.z()[y * f.width() + i] - mean;
            r[i] = filtered.z()[y * f.width() + i];
        }
        double offset = java.util.Arrays.stream(r).filter(v -> v == v).average().orElse(0);
        double[] centred = java.util.Arrays.stream(r).map(v -> v - offset).toArray();
        return Figure.of("profile", "Profile", (f.height() > 1 ? "The middle profile" : "The profile")
                + " as it came and as it was filtered, about its mean.", Panel.of(Panel.MAIN, AxisSpec.of("Distance",
                f.length()), AxisSpec.of("Height", f.unit()), List.of(new Layer.Line("As measured", x, z,
                Style.line(Colour.MUTED, 1)), new Layer.Line("Filtered", x, centred, Style.line(Colour.DATA, 1.2)))));
    }

    @Override
    public String methods(Parameters p) {
        return "Profile parameters are those of ISO 21920-2"
                + (p.cutoff() == null ? ", cut-off chosen by the length of the profile"
                : p.cutoff() > 0 ? ", cut-off " + p.cutoff() + "\u00a0\u00b5m (Gaussian, ISO 16610-21)" : ", without "
                + "cut-off")
                + (p.shorter() > 0 ? ", S-filter " + p.shorter() + "\u00a0\u00b5m" : "")
                + "; over a map they are means over all profiles along " + p.along().name().toLowerCase(
                java.util.Locale.ROOT) + ", with the larger of the scatter of blocks of profiles and of "
                + "sections of the length.";
    }
}
