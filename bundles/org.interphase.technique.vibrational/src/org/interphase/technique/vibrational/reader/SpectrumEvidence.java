package org.interphase.technique.vibrational.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.interphase.api.Fact;
import org.interphase.api.Stated;
import org.interphase.model.Remark;

/**
 * What speaks for the kind of a spectrum. A file's own words decide; then what a person states; then whole words of the
 * file's name, which is remarked; never the size of the numbers. What stays open is a plain curve with a remark that
 * tells how to say it.
 *
 * @param file name of the file
 * @param stated what a person says of it
 * @param technique what the file says it is
 * @param abscissa what its abscissa is
 * @param ordinate what its ordinate is
 * @param x abscissae
 * @param y ordinates
 */
record SpectrumEvidence(String file, Stated stated, Technique technique, SpectrumAbscissa abscissa, Ordinate ordinate,
        double[] x, double[] y) {

    /** More than this no absorbance can be: less than 1e-10 of the light would pass. */
    static final double LARGEST_ABSORBANCE = 10;

    private static final Set<String> INFRARED_WORDS = Set.of("ftir", "ft", "atr", "ir", "mir", "drift", "drifts",
            "infrared", "infrarot", "infrarouge");

    /** The kind of measurement a file says it holds. */
    enum Technique { RAMAN, INFRARED, OTHER, UNSAID }

    /**
     * What a spectrum is taken for.
     *
     * @param type its kind and axes
     * @param remarks what has to be said about it
     */
    record Decision(SpectrumType type, List<Remark> remarks) {
    }

    /** What the whole words of a text say: of a file's name, or of the lines above a table. */
    static Technique words(String text) {
        String t = SpectrumAbscissa.plain(text);
        List<String> words = Arrays.asList(t.split("[^a-z]+"));
        boolean raman = words.stream().anyMatch(w -> w.startsWith("raman") || w.equals("sers"));
        boolean infrared = words.stream().anyMatch(w -> INFRARED_WORDS.contains(w) && !w.equals("ft"))
                || t.contains("ft-ir");
        return raman == infrared ? Technique.UNSAID : raman ? Technique.RAMAN : Technique.INFRARED;
    }

    /** Decides. */
    Decision decide() {
        List<Remark> remarks = new ArrayList<>();
        Optional<String> said = stated.kind().filter(k -> k.equals("raman") || k.equals("raman.map")
                || Ordinate.ofKind(k).isPresent());
        if (said.isPresent()) {
            return asStated(said.get(), remarks);
        }
        if (technique == Technique.RAMAN || abscissa == SpectrumAbscissa.RAMAN_SHIFT) {
            return new Decision(SpectrumType.raman(ordinate, abscissa), remarks);
        }
        if (technique == Technique.OTHER) {
            return new Decision(SpectrumType.plain(ordinate, abscissa), remarks);
        }
        boolean infraredLight = abscissa.isInfrared(x) || technique == Technique.INFRARED;
        if (ordinate.isAbsorption() && infraredLight) {
            if (ordinate == Ordinate.ABSORBANCE && Arrays.stream(y).max().orElse(0) > LARGEST_ABSORBANCE) {
                return tooLarge(remarks);
            }
            return new Decision(SpectrumType.infrared(ordinate.scaledAs(y)), remarks);
        }
        if (!ordinate.isAbsorption() && technique == Technique.UNSAID && words(file) == Technique.RAMAN) {
            remarks.add(Remark.info("That this is a Raman spectrum is told by the name of the file alone."));
            return new Decision(SpectrumType.raman(ordinate, abscissa), remarks);
        }
        if (infraredLight || !ordinate.isAbsorption()) {
            remarks.add(open("Nothing in the file tells what kind of spectrum this is"));
        }
        return new Decision(SpectrumType.plain(ordinate, abscissa), remarks);
    }

    private Decision tooLarge(List<Remark> remarks) {
        if (words(file) == Technique.RAMAN) {
            remarks.add(Remark.warning("The file calls the ordinate absorbance, but its values are intensities and "
                    + "the file's name says Raman."));
            return new Decision(SpectrumType.raman(Ordinate.ARBITRARY, abscissa), remarks);
        }
        remarks.add(open("The ordinate is called absorbance, but values above 10 are none (less than 1e-10 of the "
                + "light would pass)"));
        return new Decision(SpectrumType.plain(Ordinate.ARBITRARY, abscissa), remarks);
    }

    static Remark open(String reason) {
        return Remark.warning(reason + "; it is a plain curve until that is said: " + Fact.KIND.option() + " raman, "
                + Fact.KIND.option() + " ftir.absorbance, " + Fact.KIND.option() + " ftir.transmittance ...");
    }

    private Decision asStated(String kind, List<Remark> remarks) {
        Optional<Ordinate> wanted = Ordinate.ofKind(kind);
        boolean raman = wanted.isEmpty();
        if (technique == (raman ? Technique.INFRARED : Technique.RAMAN) || technique == Technique.OTHER
                || !raman && abscissa == SpectrumAbscissa.RAMAN_SHIFT || raman && ordinate.isAbsorption()) {
            remarks.add(Remark.warning("The spectrum is taken as " + kind + ", as stated; the file itself says "
                    + "otherwise (" + (technique == Technique.UNSAID ? own().yQuantity() + " over " + own().xQuantity()
                    : technique.name().toLowerCase(Locale.ROOT)) + ")."));
        } else {
            remarks.add(Remark.info("The spectrum is taken as " + kind + ", as stated."));
        }
        if (raman) {
            return new Decision(SpectrumType.raman(ordinate, abscissa == SpectrumAbscissa.WAVENUMBER
                    ? SpectrumAbscissa.RAMAN_SHIFT
                    : abscissa), remarks);
        }
        SpectrumType own = SpectrumType.infrared(ordinate);
        boolean same = ordinate.isAbsorption() && own.kind().equals(kind);
        if (!same && ordinate.isAbsorption()) {
            remarks.add(Remark.warning("The file calls the ordinate " + own.yQuantity() + "; it is taken as " + kind
                    + ", as stated."));
        }
        Ordinate used = same ? ordinate : wanted.get();
        boolean percent = stated.unit(Fact.SIGNAL_UNIT).map(u -> u.text().equals("%")).orElse(false);
        boolean fraction = stated.unit(Fact.SIGNAL_UNIT).map(u -> u.isOne()).orElse(false);
        Ordinate scaled = percent ? inPercent(used) : fraction ? used : used.scaledAs(y);
        return new Decision(SpectrumType.infrared(scaled), remarks);
    }

    private SpectrumType own() {
        return SpectrumType.plain(ordinate, abscissa);
    }

    private static Ordinate inPercent(Ordinate o) {
        return o == Ordinate.TRANSMITTANCE ? Ordinate.PERCENT_TRANSMITTANCE
                : o == Ordinate.REFLECTANCE ? Ordinate.PERCENT_REFLECTANCE : o;
    }
}
