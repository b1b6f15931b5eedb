package org.interphase.technique.porosimetry;

import java.util.Locale;
import org.interphase.testkit.porosimetry.CylinderBundle;

/** Small mercury files as instruments write them. */
final class MercuryFiles {

    private MercuryFiles() {
    }

    /** A report with facts above and headings over several lines, in the manner of a Micromeritics porosimeter. */
    static String report() {
        StringBuilder out = new StringBuilder("AutoPore IV 9500\n\nSample: simulated\n"
                + "Sample Weight: 0.5000 g\nAdv. Contact Angle: 130.000 degrees\nRec. Contact Angle: 130.000 degrees\n"
                + "Hg Surface Tension: 485.000 dynes/cm\nBulk Density at 0.51 psia: 1.2500 g/mL\n\nTabular Report\n\n"
                + "            Mean        Cumulative   Incremental\n"
                + "Pressure    Diameter    Volume       Volume\n"
                + "(psia)      (nm)        (mL/g)       (mL/g)\n");
        CylinderBundle b = CylinderBundle.of(1, new CylinderBundle.Group(0.5, 0.3, 0.3)).at(130)
                .pressures(8, 0.01, 200);
        double last = 0;
        for (double[] r : b.rows()) {
            out.append(String.format(Locale.ROOT, "%10.4f %11.2f %11.5f %11.5f%n", r[0] * 145.037738,
                    1000 * b.diameter(r[0]), r[1], r[1] - last));
            last = r[1];
        }
        return out.toString();
    }
}
