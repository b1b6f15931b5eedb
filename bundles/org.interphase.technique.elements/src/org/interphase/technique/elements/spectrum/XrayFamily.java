package org.interphase.technique.elements.spectrum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interphase.technique.elements.reference.ElementFacts;
import org.interphase.technique.elements.reference.ShellFacts;
import org.interphase.technique.elements.reference.XrayLine;

/**
 * The lines of an element that start in one main shell, with their relative intensities under electron excitation:
 * ionisations of the subshells by number of electrons and Bethe's cross section ln U / (U^m E^2) (m as in {@link
 * org.interphase.technique.elements.matrix.Xpp}), Coster-Kronig transitions among the L subshells, fluorescence yields
 * and radiative shares from {@link org.interphase.technique.elements.reference.XrayTables}. Absorption in the specimen
 * is left out; groups of lines may therefore deviate from these intensities, K-beta by a few per cent, subshells of L
 * and M by more (unverified: 5 % and 30 %).
 *
 * @param element element
 * @param shell K, L or M
 * @param groups its lines, the main group first; intensities of all groups together add up to 1
 * @param edge ionisation energy in eV of the subshell of the main lines
 */
public record XrayFamily(ElementFacts element, char shell, List<Group> groups, double edge) {

    private static final double K_BETA = 0.05;
    private static final double SUBSHELL = 0.3;
    /** Lines weaker than this share of the family stand for nothing one would see. */
    private static final double WEAKEST = 5e-4;

    /**
     * Lines whose ratios are sure, as against other groups of the family.
     *
     * @param name such as {@code K-beta}
     * @param lines position and intensity
     * @param freedom relative standard uncertainty of the group's share of the family
     */
    public record Group(String name, List<Line> lines, double freedom) {
        /** Copies the list. */
        public Group {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line.
     *
     * @param transition IUPAC name
     * @param energy in eV
     * @param intensity share of the family
     */
    public record Line(String transition, double energy, double intensity) {
    }

    /** Copies the list. */
    public XrayFamily {
        groups = List.copyOf(groups);
    }

    /**
     * The family of an element.
     *
     * @param beam energy of the electrons in eV
     * @return empty if the element has no such lines or the beam does not excite them
     */
    public static Optional<XrayFamily> of(ElementFacts element, char shell, double beam) {
        Map<String, Double> weights = vacancies(element, shell, beam);
        Map<String, List<Line>> groups = new LinkedHashMap<>();
        groups.put(main(shell), new ArrayList<>());
        double total = 0;
        for (XrayLine l : element.lines()) {
            double w = l.shell().charAt(0) == shell ? weights.getOrDefault(l.shell(), 0.0) * l.share() : 0;
            if (w > 0) {
                groups.computeIfAbsent(group(l), g -> new ArrayList<>()).add(new Line(l.transition(), l.energy(), w));
                total += w;
            }
        }
        if (!(total > 0)) {
            return Optional.empty();
        }
        List<Group> out = new ArrayList<>();
        for (Map.Entry<String, List<Line>> g : groups.entrySet()) {
            List<Line> lines = new ArrayList<>();
            for (Line l : g.getValue()) {
                if (l.intensity >= WEAKEST * total) {
                    lines.add(new Line(l.transition, l.energy, l.intensity / total));
                }
            }
            if (!lines.isEmpty()) {
                out.add(new Group(g.getKey(), lines, shell == 'K' ? K_BETA : SUBSHELL));
            }
        }
        String subshell = shell == 'K' ? "K" : shell == 'L' ? "L3" : "M5";
        double edge = element.shell(subshell).map(ShellFacts::edge).orElse(0.0);
        if (!out.get(0).name().equals(main(shell))) {
            // light elements have no M45 electrons: their strongest group stands for the family
            out.sort(Comparator.comparingDouble((Group g) -> -g.lines.stream().mapToDouble(Line::intensity).sum()));
        }
        return edge > 0 && beam > edge ? Optional.of(new XrayFamily(element, shell, out, edge)) : Optional.empty();
    }

    /** Vacancies that end in a photon, by subshell. */
    private static Map<String, Double> vacancies(ElementFacts element, char shell, double beam) {
        Map<String, Double> n = new LinkedHashMap<>();
        double toNext = 0;
        double toSecond = 0;
        for (ShellFacts s : element.shells()) {
            if (s.name().charAt(0) != shell || s.edge() <= 0) {
                continue;
            }
            int electrons = switch (s.name()) {
                case "L3", "M3", "M4" -> 4;
                case "M5" -> 6;
                default -> 2;
            };
            double u = beam / s.edge();
            double primary = u <= 1 ? 0 : electrons * Math.log(u)
                    / (Math.pow(u, shell == 'K' ? 0.9 : shell == 'L' ? 0.82 : 0.78) * s.edge() * s.edge());
            double vacancies = primary + toNext;
            n.put(s.name(), vacancies * s.fluorescence());
            toNext = vacancies * s.toNext() + toSecond;
            toSecond = vacancies * s.toSecond();
        }
        return n;
    }

    private static String main(char shell) {
        return shell == 'K' ? "K-alpha" : shell == 'L' ? "L-alpha" : "M-alpha";
    }

    private static String group(XrayLine l) {
        String t = l.transition();
        return switch (l.shell()) {
            case "K" -> t.startsWith("K-L") ? "K-alpha" : "K-beta";
            case "L3" -> t.startsWith("L3-M1") ? "L-l" : t.startsWith("L3-M") ? "L-alpha" : "L-beta2";
            case "M4", "M5" -> t.contains("-N2") || t.contains("-N3") ? "M-zeta" : "M-alpha";
            default -> l.shell();
        };
    }

    /** Name for people: {@code Fe K}. */
    public String name() {
        return element.symbol() + " " + shell;
    }

    /** All lines. */
    public List<Line> lines() {
        return groups.stream().flatMap(g -> g.lines.stream()).toList();
    }

    /** The strongest line. */
    public Line strongest() {
        Line best = groups.get(0).lines.get(0);
        for (Line l : groups.get(0).lines) {
            best = l.intensity > best.intensity ? l : best;
        }
        return best;
    }

    /** Mean energy of the main group in eV. */
    public double mainEnergy() {
        double e = 0;
        double w = 0;
        for (Line l : groups.get(0).lines) {
            e += l.intensity * l.energy;
            w += l.intensity;
        }
        return e / w;
    }

    /** Share of the main group. */
    public double mainShare() {
        return groups.get(0).lines.stream().mapToDouble(Line::intensity).sum();
    }
}
