package org.interphase.technique.microscopy;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.interphase.api.AnalysisException;
import org.interphase.model.Calibration;
import org.interphase.model.Measurement;
import org.interphase.model.Raster;
import org.interphase.model.unit.Unit;
import org.interphase.testkit.microscopy.Disturbance;
import org.interphase.testkit.microscopy.FilmTruth;
import org.interphase.testkit.microscopy.GrainTruth;
import org.interphase.testkit.microscopy.ShellTruth;
import org.interphase.testkit.microscopy.SyntheticScene;
import org.interphase.testkit.verdict.VerdictTally;

/**
 * Every recipe of the technique on pictures that break what it assumes, counted by family. A recipe that refuses has
 * withheld its numbers.
 */
final class HardPictures {

    private static final Calibration SCALE = new Calibration(1, 1, Unit.of("um"), 0, "simulation");
    private static final int FIELD = 320;

    /** The least of every disturbance, and what changes nothing that matters, is data that obey the model. */
    private static final Set<Disturbance> HARMLESS = EnumSet.of(Disturbance.NONE, Disturbance.MISSING);

    /** In place of a truth: what is not there. */
    private static final Object ABSENT = new Object();

    private final VerdictTally obeying = new VerdictTally("Data that obey the model");
    private final VerdictTally hard = new VerdictTally("Data that do not");

    private final int[] levels;

    /** @param levels which levels of every disturbance, from 0 to 2 */
    HardPictures(int... levels) {
        this.levels = levels;
    }

    VerdictTally obeying() {
        return obeying;
    }

    VerdictTally hard() {
        return hard;
    }

    private VerdictTally tally(boolean obeys) {
        return obeys ? obeying : hard;
    }

    private static Raster picture(SyntheticScene scene, Disturbance d, int level, long seed) {
        return d.on(scene, level, seed).raster("sem", SCALE);
    }

    /** Runs a recipe and counts its numbers against their truths, in pixels. */
    private void count(String family, boolean obeys, String recipe, Raster picture, Object... namesAndTruths) {
        Optional<Run> run;
        try {
            run = Optional.of(Run.of("microscopy/" + recipe, picture));
        } catch (AnalysisException e) {
            run = Optional.empty();
        } catch (Exception e) {
            throw new AssertionError(family, e);
        }
        for (int i = 0; i < namesAndTruths.length; i += 2) {
            String name = (String) namesAndTruths[i];
            Object truth = namesAndTruths[i + 1];
            Measurement m = run.flatMap(r -> r.measurements().stream().filter(x -> x.name().equals(name)).findFirst())
                    .orElse(Measurement.withheld(name, "", "1", "refused"));
            if (truth == ABSENT) {
                tally(obeys).absent(family, m.isDetected() && m.verdict().isSound());
            } else {
                tally(obeys).number(family, m, ((Number) truth).doubleValue());
            }
        }
    }

    private static String name(String recipe, Enum<?> family, int level) {
        return recipe + ", " + family.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + (level + 1);
    }

    void porosity(int seeds) {
        for (Disturbance d : Disturbance.values()) {
            for (int level : levels) {
                for (long seed = 1; seed <= seeds; seed++) {
                    double share = List.of(0.12, 0.25, 0.38).get((int) (seed % 3));
                    GrainTruth truth = new GrainTruth(14, 0, share, true, 60, 180, 100 * seed + level);
                    count(name("porosity", d, level), HARMLESS.contains(d), "porosity",
                            picture(truth.place(FIELD).scene(), d, level, seed), "porosity", 100 * share);
                }
            }
        }
        for (int level : levels) {
            for (long seed = 1; seed <= seeds; seed++) {
                // no pores at all: whatever is reported as sound is wrong
                double noise = List.of(5.0, 12.0, 30.0).get(level);
                Raster solid = SyntheticScene.render(FIELD, FIELD, (x, y) -> 150).noisy(noise, seed)
                        .raster("sem", SCALE);
                count("porosity, no pores " + (level + 1), false, "porosity", solid, "porosity",
                        ABSENT);
                // few: the histogram of a single phase with a tail
                double few = List.of(0.03, 0.01, 0.003).get(level);
                GrainTruth truth = new GrainTruth(14, 0, few, true, 60, 180, 100 * seed + level);
                count("porosity, few pores " + (level + 1), false, "porosity", picture(truth.place(FIELD).scene(),
                        Disturbance.NONE, 1, seed), "porosity", 100 * few);
            }
        }
    }

    void poreSize(int seeds) {
        for (Disturbance d : Disturbance.values()) {
            for (int level : levels) {
                for (long seed = 1; seed <= seeds; seed++) {
                    GrainTruth truth = GrainTruth.pores(22, 0.25, 10 * seed + level);
                    count(name("pore size", d, level), HARMLESS.contains(d) && (d == Disturbance.NONE || level < 2),
                            "pore-size", picture(truth.place(FIELD).scene(), d, level, seed), "pore size mean", 22,
                            "pore equivalent diameter", 22);
                }
            }
        }
    }

    void particles(int seeds) {
        for (Disturbance d : Disturbance.values()) {
            for (int level : levels) {
                for (long seed = 1; seed <= seeds; seed++) {
                    GrainTruth.Placed placed = GrainTruth.particles(20, 0.25, 10 * seed + level).place(FIELD);
                    count(name("particles", d, level), HARMLESS.contains(d), "particles",
                            picture(placed.scene(), d, level, seed), "particle diameter mean", 20);
                }
            }
        }
        for (int level : levels) {
            for (long seed = 1; seed <= seeds; seed++) {
                double share = List.of(0.1, 0.25, 0.45).get(level);
                GrainTruth truth = new GrainTruth(20, 0.12, share, true, 190, 60, 10 * seed + level);
                count("particles, overlapping " + (level + 1), false, "particles", picture(truth.place(FIELD).scene(),
                        Disturbance.NONE, 1, seed), "particle diameter mean", 20);
                GrainTruth few = GrainTruth.particles(20, List.of(0.05, 0.03, 0.015).get(level), 10 * seed + level);
                count("particles, few " + (level + 1), false, "particles", picture(few.place(FIELD).scene(),
                        Disturbance.NONE, 1, seed), "particle diameter mean", 20);
            }
        }
    }

    void layer(int seeds) {
        for (Disturbance d : Disturbance.values()) {
            for (int level : levels) {
                for (long seed = 1; seed <= seeds; seed++) {
                    SyntheticScene scene = FilmTruth.TILTED.scene(50 + seed, FIELD, 240, (int) (seed % 2), seed);
                    count(name("layer", d, level), d == Disturbance.NONE, "layer-thickness",
                            picture(scene, d, level, seed), "layer thickness", 50 + seed);
                }
            }
        }
        for (FilmTruth f : FilmTruth.values()) {
            for (int level : levels) {
                for (long seed = 1; seed <= seeds; seed++) {
                    SyntheticScene scene = f.scene(50 + seed, FIELD, 240, level, seed);
                    boolean plain = f == FilmTruth.TILTED || f == FilmTruth.BENT || f == FilmTruth.ROUGH && level == 0;
                    count(name("layer", f, level), plain, "layer-thickness", picture(scene, Disturbance.NONE, 1, seed),
                            "layer thickness", f == FilmTruth.ABSENT ? ABSENT : (Object) (50 + seed));
                }
            }
        }
    }

    void coating(int seeds) {
        for (Disturbance d : Disturbance.values()) {
            for (int level : levels) {
                for (long seed = 1; seed <= seeds; seed++) {
                    ShellTruth truth = ShellTruth.tem(55, seed % 3, 5, 6 + seed % 4, 0, seed);
                    count(name("coating", d, level), d == Disturbance.NONE, "coating-thickness",
                            picture(truth.scene(), d, level, seed), "coating thickness", 6 + seed % 4, "coverage", 100);
                }
            }
        }
        for (int level : levels) {
            for (long seed = 1; seed <= seeds; seed++) {
                double gap = List.of(0.1, 0.3, 0.6).get(level);
                ShellTruth truth = ShellTruth.tem(55, 2, 5, 8, gap, seed);
                count("coating, gaps " + (level + 1), level < 2, "coating-thickness", picture(truth.scene(),
                        Disturbance.NONE, 1, seed), "coating thickness", 8, "coverage", 100 * (1 - gap));
                double r = List.of(30.0, 45.0, 60.0).get(level);
                SyntheticScene bare = SyntheticScene.render(180, 180,
                        (x, y) -> Math.hypot(x - 90, y - 90) < r ? 50 : 200)
                        .blurred(1 + level * 0.7);
                count("coating, none " + (level + 1), false, "coating-thickness", picture(bare, Disturbance.NONE,
                        1, seed), "coating thickness", ABSENT);
                double thin = List.of(3.0, 2.0, 1.2).get(level);
                count("coating, thin " + (level + 1), false, "coating-thickness", picture(ShellTruth.tem(55, 2, 5,
                        thin, 0, seed).scene(), Disturbance.NONE, 1, seed), "coating thickness", thin);
                // a neighbour as dark as the core, touching
                double side = ShellTruth.tem(55, 0, 5, 8, 0, seed).side();
                double at = List.of(0.0, 6.0, 12.0).get(level);
                SyntheticScene touched = ShellTruth.tem(55, 0, 5, 8, 0, seed).scene().changed((x, y, v) ->
                        Math.hypot(x - side / 2 - 55 - 8 - 30 + at, y - side / 2) < 30 ? 45 : v);
                count("coating, neighbour " + (level + 1), false, "coating-thickness", picture(touched,
                        Disturbance.NONE, 1, seed), "coating thickness", 8);
            }
        }
    }

    void all(int seeds) {
        porosity(seeds);
        poreSize(seeds);
        particles(seeds);
        layer(seeds);
        coating(seeds);
    }
}
