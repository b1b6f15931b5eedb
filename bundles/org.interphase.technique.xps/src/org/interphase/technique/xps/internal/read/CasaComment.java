package org.interphase.technique.xps.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.technique.xps.StoredFit;

/**
 * Regions and components that CasaXPS keeps in the comment of a VAMAS block, read from lines such as
 * {@code CASA comp (*Fe 2p*) (*GL(30)*) Area 1 .. MFWHM 2 .. Position 777.5 ..}, positions and limits in kinetic
 * energy. Lines it cannot make sense of are left alone: a comment is not data.
 */
final class CasaComment {

    private static final String NUMBER = "([-+0-9.eE]+)";
    private static final Pattern COMPONENT = Pattern.compile("CASA comp \\(\\*(.*?)\\*\\) \\(\\*(.*?)\\*\\) Area "
            + NUMBER
            + " .*?MFWHM " + NUMBER + " .*?Position " + NUMBER + " .*");
    private static final Pattern REGION = Pattern.compile("CASA region \\(\\*(.*?)\\*\\) \\(\\*(.*?)\\*\\) " + NUMBER
            + " "
            + NUMBER + " " + NUMBER + " " + NUMBER + " " + NUMBER + " " + NUMBER + " " + NUMBER + " " + NUMBER + " "
                    + NUMBER
            + " " + NUMBER + " .*");

    private CasaComment() {
    }

    /** The stored fit, if the comment holds one. */
    static Optional<StoredFit> read(List<String> comment, double photon) {
        List<StoredFit.StoredComponent> components = new ArrayList<>();
        List<StoredFit.StoredBackground> backgrounds = new ArrayList<>();
        for (String line : comment) {
            Matcher m = COMPONENT.matcher(line);
            if (m.matches()) {
                double[] v = values(m, 3, 3);
                if (v != null) {
                    components.add(new StoredFit.StoredComponent(unique(m.group(1), components), m.group(2),
                            Regions.rounded(photon - v[2]), v[1], v[0]));
                }
                continue;
            }
            m = REGION.matcher(line);
            if (m.matches()) {
                double[] v = values(m, 3, 10);
                if (v != null) {
                    double a = Regions.rounded(photon - v[0]);
                    double b = Regions.rounded(photon - v[1]);
                    backgrounds.add(new StoredFit.StoredBackground(m.group(1), m.group(2), Math.min(a, b),
                            Math.max(a, b), (int) Math.max(0, Math.min(1000, v[3])),
                            List.of(v[6], v[7], v[8], v[9])));
                }
            }
        }
        return components.isEmpty() && backgrounds.isEmpty() ? Optional.empty()
                : Optional.of(new StoredFit(components, backgrounds, List.of(), null, null));
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
