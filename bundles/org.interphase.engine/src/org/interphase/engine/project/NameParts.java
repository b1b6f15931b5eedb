package org.interphase.engine.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.api.KindInfo;
import org.interphase.engine.registry.TechniqueRegistry;

/**
 * Tells in the name of a file or folder what names a sample from what tells of the measurement: technique, core level,
 * number of a scan, temperature, date. What is left is the sample, if anything is.
 */
final class NameParts {

    // words of measurements that no technique brings as the name of a kind
    private static final Set<String> WORDS = Set.of("raw", "data", "daten", "export", "exported", "scan", "scans",
            "spectrum", "spectra", "spektrum", "map", "maps", "image", "images", "img", "bild", "pic", "file",
            "measurement", "measurements", "messung", "meas", "run", "rep", "repeat", "replicate", "survey", "region",
            "regions", "narrow", "wide", "detail", "overview", "hires", "lowres", "high", "low", "res", "xps", "esca",
            "ups", "ftir", "atr", "ir", "raman", "sem", "fesem", "tem", "stem", "hrtem", "saed", "haadf", "bse", "edx",
            "eds", "eels", "afm", "spm", "xrd", "saxs", "eis", "peis", "geis", "impedance", "impedanz", "nyquist",
            "bode", "cv", "lsv", "ca", "cp", "ocv", "gcpl", "gitt", "pitt", "cycling", "cycles", "cycle", "rate",
            "rates", "record", "bet", "mip", "sorption", "isotherm", "tensile", "indentation", "profile", "profiles",
            "line", "table", "csv", "txt", "dat", "corrected", "corr", "processed", "baseline", "copy", "kopie",
            "final", "new", "vb", "surface", "topography", "profilometry", "mercury", "indent", "trajectory", "msd",
            "neb");
    // after these a number names the thing and does not count measurements of it
    private static final Set<String> NUMBERED = Set.of("sample", "samples", "specimen", "probe", "cell", "zelle",
            "electrode", "elektrode", "pellet", "coin", "batch", "lot", "no", "nr", "s", "p", "film", "foil");
    private static final Pattern LEVEL = Pattern.compile("(ag|al|as|au|b|ba|bi|br|c|ca|cd|ce|cl|co|cr|cs|cu|f|fe|ga|"
            + "ge|hf|hg|i|in|k|la|li|mg|mn|mo|n|na|nb|ni|o|p|pb|pd|pt|rb|ru|s|sb|se|si|sn|sr|ta|te|ti|v|w|y|zn|zr)"
            + "([1-7]s|[2-6]p|[3-5]d|4f|k[ab])([1357]2)?|[a-z]{1,2}(kll|lmm|lvv|kvv|mnn|mnv)");
    private static final Pattern COUNTED = Pattern.compile("\\d+(st|nd|rd|th|x|kx|k|c|degc|grad|mv|v|kv|ma|ua|a|nm|um|"
            + "mm|hz|khz|mhz|s|sec|min|h|hr|d|cyc|cycle|cycles|scans?|wt|pct|ev|pa|bar|rpm)?|(scan|rep|run|img|"
            + "image|pos|spot|area|map|file|cycle|cyc|frame|site|roi|meas|position|point|pt|x|v|mag)\\d+(x|kx|k)?");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern ATOM = Pattern.compile("[^\\s_,;.()\\[\\]{}\\-]+");

    /**
     * What a name says.
     *
     * @param sample part of the name that names the sample; empty if none does
     * @param leads whether it stands before all words of the measurement
     * @param rest the other words in lower case, joined
     */
    record Said(String sample, boolean leads, String rest) {
    }

    /** A word with its place in the name. */
    private record Atom(int from, int to, String word, boolean ofMeasurement) {
    }

    private final Set<String> words = new HashSet<>(WORDS);

    /** Knows the names of kinds and techniques. */
    NameParts(TechniqueRegistry registry) {
        for (KindInfo kind : registry.kinds()) {
            for (String word : kind.id().split("[.\\-]")) {
                words.add(word);
            }
        }
        registry.techniques().forEach(t -> words.add(t.id()));
    }

    /** What a name without its extension says. */
    Said said(String name) {
        List<Atom> atoms = atoms(name);
        int first = 0;
        while (first < atoms.size() && atoms.get(first).ofMeasurement) {
            first++;
        }
        int end = first;
        while (end < atoms.size() && !atoms.get(end).ofMeasurement) {
            end++;
        }
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < atoms.size(); i++) {
            if ((i < first || i >= end) && !NUMBER.matcher(atoms.get(i).word).matches()) {
                rest.append(atoms.get(i).word).append(' ');
            }
        }
        boolean leads = atoms.subList(0, first).stream().allMatch(a -> NUMBER.matcher(a.word).matches());
        return new Said(first == end ? "" : name.substring(atoms.get(first).from, atoms.get(end - 1).to), leads,
                rest.toString().strip());
    }

    /** The number a name begins with, where nothing else names the sample; empty if it begins with another word. */
    String leadingNumber(String name) {
        List<Atom> atoms = atoms(name);
        return atoms.size() > 1 && NUMBER.matcher(atoms.get(0).word).matches()
                && atoms.stream().skip(1).anyMatch(Predicate.not(a -> NUMBER.matcher(a.word).matches()))
                ? atoms.get(0).word : "";
    }

    /** The words of a name, in lower case. */
    static List<String> words(String name) {
        List<String> out = new ArrayList<>();
        Matcher m = ATOM.matcher(name);
        while (m.find()) {
            out.add(m.group().toLowerCase(Locale.ROOT));
        }
        return out;
    }

    private List<Atom> atoms(String name) {
        List<Atom> out = new ArrayList<>();
        Matcher m = ATOM.matcher(name);
        while (m.find()) {
            String word = m.group().toLowerCase(Locale.ROOT);
            boolean names = NUMBER.matcher(word).matches() && !out.isEmpty()
                    && NUMBERED.contains(out.get(out.size() - 1).word);
            if (names) {
                Atom before = out.remove(out.size() - 1);
                out.add(new Atom(before.from, before.to, before.word, false));
            }
            out.add(new Atom(m.start(), m.end(), word, !names && isOfMeasurement(word)));
        }
        return out;
    }

    private boolean isOfMeasurement(String word) {
        return words.contains(word) || LEVEL.matcher(word).matches() || COUNTED.matcher(word).matches();
    }

    /** Names that differ in case, blanks, dashes and underscores only are one. */
    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-]+", "");
    }
}
