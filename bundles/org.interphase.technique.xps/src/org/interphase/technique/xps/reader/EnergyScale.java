package org.interphase.technique.xps.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.api.Fact;
import org.interphase.api.Stated;
import org.interphase.model.Remark;
import org.interphase.model.unit.Numbers;

/**
 * What the energies of a file are, and what turns kinetic into binding energies: E_B = h nu - E_kin (- phi). Files of
 * spectrometers count kinetic energies from the Fermi level: SPECS sets the retarding voltage to E_kin - E_pass - phi
 * (PHOIBOS manual, 3.5.5 and 3.6), CasaXPS and with it VAMAS ignore the work function beside the energies. So a work
 * function in a file is metadata; only one that a person states for the conversion is taken off.
 *
 * @param kinetic whether the energies are kinetic
 * @param photon photon energy in eV; NaN if it is not known
 * @param workFunction work function in eV that is taken off with the kinetic energy; mostly 0
 * @param remarks what had to be decided
 */
record EnergyScale(boolean kinetic, double photon, double workFunction, List<Remark> remarks) {

    /**
     * Al K-alpha, eV (J. A. Bearden, Rev. Mod. Phys. 39 (1967) 78: 1486.70 for the K-alpha-1,2 centroid rounded as
     * spectrometers use it; unverified: not looked up in the paper).
     */
    static final double AL_KALPHA = 1486.6;
    /** Mg K-alpha, eV (J. A. Bearden, Rev. Mod. Phys. 39 (1967) 78, rounded as spectrometers use it; unverified). */
    static final double MG_KALPHA = 1253.6;

    private static final Pattern ANODE = Pattern.compile("(?<![a-z])(al|mg)(?:uminium|uminum|nesium)?(?=$|[^a-z]|k)");
    /** Two photon energies this close in eV are the same line, rounded differently. */
    private static final double SAME_LINE = 0.2;
    /** How far in eV a scan may reach above the Fermi level before its photon energy cannot be right. */
    private static final double ABOVE_FERMI = 30;

    /** Copies the list. */
    EnergyScale {
        remarks = List.copyOf(remarks);
    }

    /**
     * The scale of a file.
     *
     * @param kinetic whether the file's energies are kinetic
     * @param inFile photon energy the file states in eV; NaN where it is silent, 0 or less where it states nonsense
     * @param source the file's label of its source of X-rays, such as "Al K alpha"; may be empty
     * @param stated what a person says
     */
    static EnergyScale of(boolean kinetic, double inFile, String source, Stated stated) {
        List<Remark> remarks = new ArrayList<>();
        double photon = inFile > 0 ? inFile : Double.NaN;
        OptionalDouble said = stated.value(Fact.PHOTON_ENERGY);
        if (said.isPresent()) {
            if (photon > 0 && Math.abs(photon - said.getAsDouble()) > SAME_LINE) {
                remarks.add(Remark.warning(String.format(Locale.ROOT, "The photon energy is taken as %s eV, as stated; "
                        + "the file states %s eV.", plain(said.getAsDouble()), plain(photon))));
            }
            photon = said.getAsDouble();
        } else if (Double.isNaN(inFile)) {
            photon = ofSource(source);
            if (kinetic && photon > 0) {
                remarks.add(Remark.info("The file states no photon energy; that of its source '" + source.strip()
                        + "', " + plain(photon) + " eV, turns kinetic into binding energies."));
            }
        }
        double work = stated.value(Fact.WORK_FUNCTION).orElse(0);
        if (kinetic && Double.isNaN(photon)) {
            String why = inFile <= 0 ? "states a photon energy of " + plain(inFile) + " eV" : "states no photon energy";
            remarks.add(Remark.warning("The energies are kinetic and the file " + why + ", so they stay kinetic; "
                    + Fact.PHOTON_ENERGY.option() + " (photon-energy under 'stated' in project.yaml, or the import "
                    + "page) makes binding energies of them."));
        } else if (kinetic && work > 0) {
            remarks.add(Remark.info("A work function of " + plain(work) + " eV is taken off with the kinetic energies, "
                    + "as stated."));
        }
        return new EnergyScale(kinetic, photon, work, remarks);
    }

    /** Photon energy for a source label such as "Al" or "Mg K\u03b1"; NaN if it is not one of the usual two. */
    static double ofSource(String source) {
        Matcher m = ANODE.matcher(source.toLowerCase(Locale.ROOT));
        String anode = "";
        while (m.find()) {
            if (!anode.isEmpty() && !anode.equals(m.group(1))) {
                // "Mg/Al": a source with two anodes
                return Double.NaN;
            }
            anode = m.group(1);
        }
        return anode.isEmpty() ? Double.NaN : anode.equals("al") ? AL_KALPHA : MG_KALPHA;
    }

    /**
     * The same scale with what can be said of it once the energies are known: energies that the photons cannot have
     * released stay kinetic.
     *
     * @param min lowest energy of the file in eV
     * @param max highest energy
     */
    EnergyScale over(double min, double max) {
        if (!(photon > 0)) {
            return this;
        }
        List<Remark> all = new ArrayList<>(remarks);
        if (!kinetic) {
            if (max > photon + ABOVE_FERMI) {
                all.add(Remark.warning(String.format(Locale.ROOT, "Binding energies up to %s eV are more than photons "
                        + "of %s eV release: the photon energy is wrong, or the energies are kinetic.", plain(max),
                        plain(photon))));
            }
            return new EnergyScale(false, photon, workFunction, all);
        }
        if (max > reference() + ABOVE_FERMI || min > reference()) {
            all.add(Remark.warning(String.format(Locale.ROOT, "Kinetic energies up to %s eV are more than photons of "
                    + "%s eV release, so they stay kinetic; %s states the right photon energy.", plain(max),
                    plain(photon), Fact.PHOTON_ENERGY.option())));
            return new EnergyScale(true, Double.NaN, 0, all);
        }
        return new EnergyScale(true, photon, workFunction, all);
    }

    /** The same scale with a further remark. */
    EnergyScale remarking(Remark remark) {
        List<Remark> all = new ArrayList<>(remarks);
        all.add(remark);
        return new EnergyScale(kinetic, photon, workFunction, all);
    }

    /** Whether the scale gives binding energies. */
    boolean isBinding() {
        return !kinetic || photon > 0;
    }

    /** Whether the file's kinetic energies are turned into binding energies, which reverses their order. */
    boolean isConverted() {
        return kinetic && photon > 0;
    }

    /** Kinetic energy in eV of an electron from the Fermi level; NaN if it is not known. */
    double reference() {
        return photon - workFunction;
    }

    /** Energies of the file as this scale gives them. */
    double[] of(double[] energies) {
        double[] out = energies.clone();
        for (int i = 0; isConverted() && i < out.length; i++) {
            out[i] = RegionCurves.rounded(reference() - out[i]);
        }
        return out;
    }

    private static String plain(double energy) {
        return Numbers.plain(energy, 6);
    }
}
