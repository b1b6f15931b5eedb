package org.interphase.technique.microscopy.reader;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises element maps by the name of their file or page: an element symbol with an X-ray line, or with the word map
 * or EDS.
 */
final class ElementName {

    private static final List<String> SYMBOLS = List.of(("H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V "
            + "Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce "
            + "Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Th U").split(" "));
    private static final Pattern LINE = Pattern.compile("(?:^|[^A-Za-z])([A-Z][a-z]?)[ _-]?(?:K|L|M)[ab\u03b1\u03b2]?"
            + "\\d*(?![A-Za-z])");
    private static final Pattern WORD = Pattern.compile("(?:^|[^A-Za-z])([A-Z][a-z]?)(?![A-Za-z])");
    private static final Pattern MAP = Pattern.compile("(?i)(?:^|[^a-z])(?:map|maps|eds|edx|element|at%|wt%)"
            + "(?![a-z])");

    private ElementName() {
    }

    /** The element that a page's label names: a symbol of two letters alone, or what would do in a file name. */
    static Optional<String> ofLabel(String label) {
        return label.length() == 2 && isSymbol(label) ? Optional.of(label) : of(label + ".");
    }

    /** Whether a text is the symbol of an element. */
    static boolean isSymbol(String text) {
        return SYMBOLS.contains(text);
    }

    /** The element's symbol, if the file name tells of one. */
    static Optional<String> of(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String base = dot > 0 ? fileName.substring(0, dot) : fileName;
        Matcher m = LINE.matcher(base);
        while (m.find()) {
            if (SYMBOLS.contains(m.group(1))) {
                return Optional.of(m.group(1));
            }
        }
        if (MAP.matcher(base).find()) {
            m = WORD.matcher(base);
            while (m.find()) {
                if (SYMBOLS.contains(m.group(1))) {
                    return Optional.of(m.group(1));
                }
            }
        }
        return Optional.empty();
    }
}
