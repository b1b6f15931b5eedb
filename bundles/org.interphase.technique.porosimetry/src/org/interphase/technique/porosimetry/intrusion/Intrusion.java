package org.interphase.technique.porosimetry.intrusion;

import java.util.Arrays;
import org.interphase.model.Product;
import org.interphase.model.Verdict;

/**
 * An intrusion as pores: corrected volumes over ascending pressures, with what is known of their uncertainties. Volumes
 * are in cm3/g, or in per cent of the bulk volume where the file gives them so.
 *
 * @param law the law that gives diameters
 * @param pressure in Pa, ascending
 * @param volume cumulative; the first is zero
 * @param basis cm3/g or per cent
 * @param scale relative standard uncertainty common to all volumes (mass)
 * @param reading standard uncertainty of one volume, independent of its neighbours
 * @param blank standard uncertainty of the volume at the highest pressure that grows in proportion to pressure
 * @param bulk bulk volume in cm3/g; NaN if unknown
 * @param bulkUncertainty its standard uncertainty
 * @param volumes doubts about all volumes
 * @param pressures doubts about all pressures, and with them diameters and areas
 */
public record Intrusion(WashburnLaw law, double[] pressure, double[] volume, VolumeBasis basis, double scale,
        double reading, double blank, double bulk, double bulkUncertainty, Verdict volumes,
        Verdict pressures) implements Product {

    @Override
    public String title() {
        return "intrusion as pores";
    }

    /** Number of points. */
    public int size() {
        return pressure.length;
    }

    /** Total volume. */
    public double total() {
        return volume[size() - 1];
    }

    /** Standard uncertainty of a total volume. */
    public double totalUncertainty() {
        return Math.sqrt(scale * scale * total() * total() + 2 * reading * reading + blank * blank);
    }

    /** Diameter of the pores entered at a point, in m. */
    public double diameter(int i) {
        return law.diameter(pressure[i]);
    }

    /** Factor that brings volumes to cm3/g; NaN for per cent of an unknown bulk volume. */
    public double perMass() {
        return basis == VolumeBasis.MASS ? 1 : bulk / 100;
    }

    /**
     * Diameter in m at which a part of a cumulated quantity is reached, the quantity taken as growing evenly with the
     * diameter within a step.
     *
     * @param cumulated one value for each point, from 0
     * @param part between 0 and 1
     */
    public double diameterAt(double[] cumulated, double part) {
        double want = part * cumulated[cumulated.length - 1];
        int i = 1;
        while (i < cumulated.length - 1 && cumulated[i] < want) {
            i++;
        }
        double d = cumulated[i] - cumulated[i - 1];
        double f = d > 0 ? (want - cumulated[i - 1]) / d : 0;
        return diameter(i - 1) + Math.max(0, Math.min(1, f)) * (diameter(i) - diameter(i - 1));
    }

    /** The areas of the pores entered up to each point, in m2 per g (per 0.01 cm3 of bulk volume for per cent). */
    public double[] areas() {
        return PoreArea.of(this).cumulated();
    }

    /** A copy of the volumes as part of the total. */
    public double[] parts() {
        return Arrays.stream(volume).map(v -> v / total()).toArray();
    }
}
