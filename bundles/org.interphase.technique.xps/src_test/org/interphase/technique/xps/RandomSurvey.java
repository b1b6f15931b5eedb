package org.interphase.technique.xps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;
import org.interphase.testkit.synthetic.Poisson;

/**
 * A survey of a random composition with photoelectron lines, Auger groups, inelastic steps and plasmon losses. Its line
 * list is its own, not the one the identification uses; energies scatter by chemical shift and charging.
 *
 * @param curve the survey
 * @param composition atomic per cent (not normalised) of each element
 * @param clear elements whose main line stands far above the noise with nothing else near it
 * @param energies true energy of each element's main line, charging included
 */
record RandomSurvey(Curve curve, Map<String, Double> composition, List<String> clear, Map<String, Double> energies) {

    private static final double PHOTON = 1486.6;
    private static final Map<String, double[]> LINES = lines();
    private static final String[] ELEMENTS = LINES.keySet().toArray(String[]::new);

    /** Per line: energy, intensity per atom, width; Auger groups by negative kinetic energy. The main line first. */
    private static Map<String, double[]> lines() {
        Map<String, double[]> m = new LinkedHashMap<>();
        m.put("Li", new double[] {55.4, .057, 2.2});
        m.put("B", new double[] {191.5, .49, 2.4});
        m.put("C", new double[] {285, 1, 2.4, -263, .35, 14});
        m.put("N", new double[] {399.7, 1.8, 2.5, -381, .6, 12});
        m.put("O", new double[] {531.6, 2.93, 2.6, 23.5, .12, 4, -510, 1.4, 10, -489, .35, 9});
        m.put("F", new double[] {687.5, 4.43, 2.6, 30.5, .2, 3.5, -654, 2, 9, -627, .6, 9});
        m.put("Na", new double[] {1071.8, 8.5, 2.6, 63.5, .4, 3, -990, 3.5, 9});
        m.put("Mg", new double[] {1304, 11, 2.8, 89, .6, 3, 50.3, .3, 2.5, -1181, 4, 9});
        m.put("Al", new double[] {74.6, .54, 2.4, 119.4, .75, 3});
        m.put("Si", new double[] {102.8, .82, 2.5, 153.8, .95, 3});
        m.put("P", new double[] {133.8, 1.19, 2.8, 191, 1.2, 3.2});
        m.put("S", new double[] {168.8, 1.68, 3, 232.8, 1.4, 3.2});
        m.put("Cl", new double[] {199.5, 2.3, 3.4, 270.5, 1.7, 3.2});
        m.put("K", new double[] {293.2, 2.6, 2.4, 296, 1.3, 2.4, 377.8, 1.6, 3.4});
        m.put("Ca", new double[] {347.2, 3.4, 2.5, 350.8, 1.7, 2.5, 439, 1.9, 3.6});
        m.put("Ti", new double[] {458.7, 5.2, 2.5, 464.4, 2.4, 3.2, 565, 3, 5, 37.5, .6, 3, -418, 2, 12, -383,
            1.5, 12});
        m.put("Mn", new double[] {642.2, 9.2, 3.6, 653.8, 4.6, 4, 49, 1, 3.5, 770, 1.6, 6, -638, 2.2, 11, -584, 3, 12,
            -542, 2, 12});
        m.put("Fe", new double[] {711, 10.9, 4, 724.5, 5.4, 4.2, 56, 1.2, 3.5, 846, 1.8, 6, -702, 2.5, 11, -650, 3.5,
            12, -596, 2.4, 12});
        m.put("Co", new double[] {780.4, 12.7, 3.4, 795.6, 6.2, 3.6, 60.8, 1.4, 3.5, 926, 2, 6, -772, 4, 10, -713, 3.5,
            12, -654, 2.4, 12});
        m.put("Ni", new double[] {855, 14.6, 3.6, 872.8, 7.1, 4, 861.5, 5, 6, 67.8, 1.6, 4, 1009, 2, 6, -845, 5, 9,
            -774, 3.5, 12, -710, 2.2, 12});
        m.put("Cu", new double[] {933.2, 16.7, 2.6, 953, 8.2, 3, 75.5, 1.7, 4, 1097, 2, 6, -918, 7, 6, -839, 3, 10});
        m.put("Zn", new double[] {1022, 18.9, 2.6, 1045, 9.3, 2.8, 89.5, 1.8, 4, 1196, 2, 6, 10.2, 2, 2.5, -988, 10, 6,
            -914, 2.5, 10});
        m.put("Zr", new double[] {182.4, 4.2, 2.3, 184.8, 2.8, 2.3, 333, 3, 3.5, 346.5, 1.6, 3.5, 30, .9, 3});
        m.put("La", new double[] {834.8, 28.5, 4.5, 851.6, 19, 4.8, 103.5, 4, 4, -625, 4, 11});
        m.put("Ta", new double[] {26.2, 4.8, 2.2, 28.1, 3.7, 2.2, 230, 6, 4, 242, 4, 4, 404, 2.5, 5});
        return m;
    }

    /** A line as it lies in one survey. */
    private record Line(String element, boolean main, boolean auger, double energy, double height, double width) {

        double at(double x) {
            double t = (x - energy) / width;
            double peak = 0.7 * Math.exp(-4 * Math.log(2) * t * t) + 0.3 / (1 + 4 * t * t);
            double d = x - energy - 5;
            double step = 0.14 / (1 + Math.exp(-d / 3)) * Math.exp(-Math.max(0, d) / 150);
            double p = (x - energy - 22) / 12;
            return height * (peak + step + (auger ? 0 : 0.04 * Math.exp(-p * p)));
        }
    }

    /** All elements a survey may hold. */
    static List<String> elements() {
        return List.of(ELEMENTS);
    }

    static RandomSurvey of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Double> composition = new LinkedHashMap<>();
        composition.put("C", 10 + 50 * random.nextDouble());
        composition.put("O", 10 + 40 * random.nextDouble());
        int wanted = composition.size() + 2 + random.nextInt(5);
        while (composition.size() < wanted) {
            String e = ELEMENTS[random.nextInt(ELEMENTS.length)];
            composition.putIfAbsent(e, e.equals("Li") ? 5 + 25 * random.nextDouble() : 1 + 12 * random.nextDouble());
        }
        double charging = 0.4 * random.nextGaussian();
        List<Line> lines = new ArrayList<>();
        composition.forEach((e, amount) -> {
            double[] l = LINES.get(e);
            for (int k = 0; k < l.length; k += 3) {
                double energy = l[k] < 0 ? PHOTON + l[k] : l[k] + 0.25 * random.nextGaussian();
                lines.add(new Line(e, k == 0, l[k] < 0, energy + charging, l[k + 1] * amount * 2.4 / l[k + 2],
                        l[k + 2]));
            }
        });
        double exposure = new double[] {10, 40, 200}[random.nextInt(3)];
        double[] x = new double[1351];
        double[] mean = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
            double y = 6 + 0.008 * i;
            for (Line l : lines) {
                y += l.at(i);
            }
            mean[i] = exposure * y;
        }
        Curve c = Curve.ofUnsorted(DatasetHeader.of("survey", "xps.survey", Metadata.EMPTY.with("photon energy",
                PHOTON, "eV")), "Binding energy", Unit.of("eV"), Direction.DESCENDING, x, "Intensity",
                Unit.of("counts"), new Poisson(seed).next(mean), null);
        List<String> clear = lines.stream().filter(Line::main).filter(l -> l.height * exposure
                > 12 * Math.sqrt(mean[(int) Math.round(l.energy)]) && lines.stream().noneMatch(o -> o != l
                        && !o.element.equals(l.element) && Math.abs(o.energy - l.energy) < 6 + o.width
                        && o.height > 0.2 * l.height)).map(Line::element).toList();
        Map<String, Double> energies = new LinkedHashMap<>();
        lines.stream().filter(Line::main).forEach(l -> energies.put(l.element, l.energy));
        return new RandomSurvey(c, composition, clear, energies);
    }
}
