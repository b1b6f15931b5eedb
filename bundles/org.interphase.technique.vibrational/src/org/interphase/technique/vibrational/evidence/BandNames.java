package org.interphase.technique.vibrational.evidence;

import java.util.List;
import org.interphase.api.Outcome;
import org.interphase.model.Measurement;
import org.interphase.model.Verdict;
import org.interphase.spectra.peak.PeakComponent;

/** Names of bands: what carries one, and another in its place. */
public final class BandNames {

    private BandNames() {
    }

    /** The same component under another name. */
    public static PeakComponent renamed(PeakComponent c, String name) {
        return new PeakComponent(name, c.shape(), c.position(), c.fwhm(), c.area(), c.mixing(), c.asymmetry(),
                c.splitting(), c.ratio());
    }

    /** The same outcome with the verdict on all numbers of a band and on its ratios. */
    public static Outcome judged(Outcome o, String band, Verdict verdict) {
        List<Measurement> out = o.measurements().stream().map(m -> m.isDetected() && carries(m, band)
                ? m.judged(verdict) : m).toList();
        return o.withMeasurements(out);
    }

    private static boolean carries(Measurement m, String band) {
        return m.name().startsWith(band + " ") || m.name().contains("(" + band + ")");
    }
}
