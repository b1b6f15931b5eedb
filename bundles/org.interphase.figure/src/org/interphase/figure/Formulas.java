package org.interphase.figure;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chemical formulas and Greek letters in running text, set as in print. */
final class Formulas {

    private static final Set<String> ELEMENTS = Set.of(("H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr "
            + "Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr "
            + "Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu "
            + "Am Cm Bk Cf Es Fm Md No Lr").split(" "));
    private static final String NUMBER = "[0-9]+(?:\\.[0-9]+)?";
    /** Two or more symbols, each with its number or none, not part of a longer word. */
    private static final Pattern FORMULA = Pattern.compile("(?<![A-Za-z0-9_./\\-])(?:[A-Z][a-z]?(?:" + NUMBER
            + ")?|\\((?:[A-Z][a-z]?(?:" + NUMBER + ")?)+\\)" + NUMBER + "){2,}(?![A-Za-z0-9_/])");
    private static final Pattern PART = Pattern.compile("([A-Z][a-z]?)|(" + NUMBER + ")|[()]");
    private static final Pattern GREEK = Pattern.compile("(?<![A-Za-z0-9_])(alpha|beta|gamma|delta)(?![A-Za-z0-9_])");

    private Formulas() {
    }

    /** The text with the numbers of its formulas as subscript characters and names of Greek letters as letters. */
    static String set(String text) {
        String lowered = FORMULA.matcher(text).replaceAll(m -> Matcher.quoteReplacement(lowered(m.group())));
        return GREEK.matcher(lowered).replaceAll(m -> switch (m.group(1)) {
            case "alpha" -> "\u03b1";
            case "beta" -> "\u03b2";
            case "gamma" -> "\u03b3";
            default -> "\u03b4";
        });
    }

    private static String lowered(String formula) {
        StringBuilder out = new StringBuilder();
        Matcher part = PART.matcher(formula);
        int symbols = 0;
        while (part.find()) {
            if (part.group(1) != null) {
                if (!ELEMENTS.contains(part.group(1))) {
                    return formula;
                }
                symbols++;
            }
            out.append(part.group(2) == null ? part.group() : Typeset.subscript(part.group()));
        }
        return symbols < 2 ? formula : out.toString();
    }
}
