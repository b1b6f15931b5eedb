package org.interphase.technique.xps.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.model.Remark;
import org.interphase.technique.xps.storedfit.StoredFit;

/**
 * Regions, components and charge correction that CasaXPS keeps in the comment of a VAMAS block, read from lines such
 * as {@code CASA comp (*Fe 2p*) (*GL(30)*) Area 1 lo hi ref factor MFWHM 2 lo hi ref factor Position 777.5 lo hi ref
 * shift ..}, positions and limits in kinetic energy; {@code ref} is the index of the component a parameter follows
 * (from 0), -1 for none. {@code Calib M = 281.9 A = 284.8 BE ADD} moved the binding energies by A - M; energies of
 * regions and components are on the moved scale unless the line says {@code Regions} or {@code Comps}. CasaXPS does
 * not document these lines: constraints and Calib are read as other open readers found them in files. Lines it cannot
 * make sense of are left alone: a comment is not data.
 */
final class CasaComment {

    private static final String NUMBER = "([-+0-9.eE]+)";
    private static final String CONSTRAINED = NUMBER + "(?: " + NUMBER + " " + NUMBER + " " + NUMBER + " " + NUMBER
            + ")?";
    private static final Pattern COMPONENT = Pattern.compile("CASA comp \\(\\*(.*?)\\*\\) \\(\\*(.*?)\\*\\) Area "
            + CONSTRAINED + " (?:.*? )??MFWHM " + CONSTRAINED + " (?:.*? )??Position " + CONSTRAINED + "(?: .*)?");
    private static final Pattern REGION = Pattern.compile("CASA region \\(\\*(.*?)\\*\\) \\(\\*(.*?)\\*\\) " + NUMBER
            + (" " + NUMBER).repeat(9) + " .*");
    private static final Pattern CALIB = Pattern.compile("Calib +M *= *" + NUMBER + " +A *= *" + NUMBER
            + "((?: +(?:Regions|Comps|BE|ADD))*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern INTENSITY = Pattern.compile("(KECalib|TransmissionSet|InCalib)\\b.*");

    private CasaComment() {
    }

    /**
     * What the Calib lines moved: all binding energies, and regions and components where those moved along.
     *
     * @param remarks lines that were not understood or not applied
     * @param isUnderstood whether all Calib lines were; if not, nothing is moved
     */
    record Calibration(double shift, double regions, double components, List<Remark> remarks, boolean isUnderstood) {
    }

    /**
     * The charge correction of a comment; zero if there is none. Energies are moved only by lines of the form that is
     * known: a measured energy may also be a range ({@code M = 280,281}), of which the peak's position is taken in a
     * way that is documented nowhere, or a line may count kinetic energies.
     */
    static Calibration calibration(List<String> comment) {
        double shift = 0;
        double regions = 0;
        double components = 0;
        boolean understood = true;
        List<Remark> remarks = new ArrayList<>();
        for (String raw : comment) {
            String line = raw.strip();
            if (INTENSITY.matcher(line).matches()) {
                remarks.add(Remark.info("CasaXPS corrects the intensities of this block by '" + shortened(line)
                        + "'; they are as recorded here."));
            }
            if (!line.regionMatches(true, 0, "Calib ", 0, 6)) {
                continue;
            }
            Matcher m = CALIB.matcher(line);
            double[] v = m.matches() ? values(m, 1, 2) : null;
            if (v == null || !(Math.abs(v[1] - v[0]) < 1e4)) {
                understood = false;
                remarks.add(Remark.warning("The energy calibration of CasaXPS '" + shortened(line) + "' is of a form "
                        + "that is not understood; energies are as recorded, not calibrated."));
                continue;
            }
            double d = v[1] - v[0];
            String flags = m.group(3).toLowerCase(Locale.ROOT);
            shift += d;
            regions += flags.contains("regions") ? d : 0;
            components += flags.contains("comps") ? d : 0;
        }
        return understood ? new Calibration(RegionCurves.rounded(shift), regions, components, remarks, true)
                : new Calibration(0, 0, 0, remarks, false);
    }

    private static String shortened(String line) {
        return line.length() <= 80 ? line : line.substring(0, 80) + "...";
    }

    /**
     * The stored fit on the scale of the corrected binding energies, if the comment holds one.
     *
     * @param photon kinetic energy in eV of an electron from the Fermi level
     */
    static Optional<StoredFit> read(List<String> comment, double photon) {
        List<StoredFit.StoredComponent> components = new ArrayList<>();
        List<StoredFit.StoredBackground> backgrounds = new ArrayList<>();
        Calibration moved = calibration(comment);
        for (String line : comment) {
            Matcher m = COMPONENT.matcher(line);
            if (m.matches()) {
                component(m, photon + moved.components(), components);
                continue;
            }
            m = REGION.matcher(line);
            double[] v = m.matches() ? values(m, 3, 10) : null;
            if (v != null) {
                double a = RegionCurves.rounded(photon + moved.regions() - v[0]);
                double b = RegionCurves.rounded(photon + moved.regions() - v[1]);
                backgrounds.add(new StoredFit.StoredBackground(m.group(1), m.group(2), Math.min(a, b),
                        Math.max(a, b), (int) Math.max(0, Math.min(1000, v[3])), List.of(v[6], v[7], v[8], v[9])));
            }
        }
        return components.isEmpty() && backgrounds.isEmpty() ? Optional.empty()
                : Optional.of(new StoredFit(components, backgrounds, List.of(), null, null));
    }

    private static void component(Matcher m, double photon, List<StoredFit.StoredComponent> out) {
        double[] area = values(m, 3, 1);
        double[] width = values(m, 8, 1);
        double[] position = values(m, 13, 1);
        if (area == null || width == null || position == null) {
            return;
        }
        StoredFit.Limits kinetic = limits(m, 14);
        // a larger kinetic energy is a smaller binding energy
        StoredFit.Limits binding = kinetic == StoredFit.Limits.NONE ? kinetic : new StoredFit.Limits(
                RegionCurves.rounded(photon - kinetic.upper()), RegionCurves.rounded(photon - kinetic.lower()),
                kinetic.reference(), -kinetic.factor());
        out.add(new StoredFit.StoredComponent(unique(m.group(1), out), m.group(2),
                RegionCurves.rounded(photon - position[0]), width[0], area[0], binding, limits(m, 9), limits(m, 4)));
    }

    private static StoredFit.Limits limits(Matcher m, int from) {
        double[] v = m.group(from) == null ? null : values(m, from, 4);
        return v == null ? StoredFit.Limits.NONE
                : new StoredFit.Limits(v[0], v[1], v[2] >= 0 && v[2] < 1000 ? (int) v[2] : -1, v[3]);
    }

    private static double[] values(Matcher m, int from, int n) {
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            try {
                out[i] = Double.parseDouble(m.group(from + i));
            } catch (NumberFormatException e) {
                return null;
            }
        }
        return out;
    }

    private static String unique(String name, List<StoredFit.StoredComponent> others) {
        String base = name.isBlank() ? "component" : name.strip();
        String candidate = base;
        for (int k = 2; taken(candidate, others); k++) {
            candidate = base + " (" + k + ")";
        }
        return candidate;
    }

    private static boolean taken(String name, List<StoredFit.StoredComponent> others) {
        return others.stream().anyMatch(c -> c.name().equals(name));
    }
}
