package org.interphase.technique.dynamics;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.Technique;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.technique.dynamics.displacement.MsdTable;
import org.interphase.technique.dynamics.reader.DiffusivityTableReader;
import org.interphase.technique.dynamics.reader.NebFileReader;
import org.interphase.technique.dynamics.reader.XyzTrajectoryReader;
import org.interphase.testkit.TechniqueContract;
import org.interphase.testkit.dynamics.PathTruth;
import org.interphase.testkit.dynamics.WalkTruth;

class DynamicsContractTest extends TechniqueContract {

    private static final Source DIFFUSIVITIES = Source.of("d.csv", ("T (K),D (cm2/s),u(D) (cm2/s)\n600,1.2e-6,1e-7\n"
            + "700,3.4e-6,2e-7\n800,8.1e-6,4e-7\n900,1.5e-5,1e-6\n").getBytes(StandardCharsets.UTF_8));

    @Override
    protected Technique technique() {
        return new DynamicsTechnique();
    }

    @Override
    protected Map<String, List<Dataset>> examples() throws Exception {
        Map<String, List<Dataset>> out = new LinkedHashMap<>();
        out.put("dynamics/diffusion", List.of(msd(), single()));
        out.put("dynamics/diffusion-joined", List.of(part(0, 100), part(100, 200)));
        out.put("dynamics/arrhenius", List.of(new DiffusivityTableReader().read(DIFFUSIVITIES,
                Progress.none()).get(0)));
        out.put("dynamics/barrier", List.of(new NebFileReader().read(PathFiles.neb(PathTruth.barrier(9, 1.51, 1.10, 0,
                true, 1)), Progress.none()).get(0)));
        return out;
    }

    /** A line with its standard errors. */
    private static Dataset msd() {
        double[] t = new double[20];
        double[] m = new double[t.length];
        double[] u = new double[t.length];
        for (int k = 0; k < t.length; k++) {
            t[k] = k + 1;
            m[k] = 0.5 + 0.3 * t[k];
            u[k] = 0.01 * Math.pow(t[k], 1.5);
        }
        return new Table(DatasetHeader.of("msd", MsdTable.KIND, Metadata.EMPTY), List.of(
                Column.of(MsdTable.TIME, "ps", t), Column.of(MsdTable.MSD, "Angstrom2", m),
                Column.of(MsdTable.SPREAD, "Angstrom2", u)));
    }

    /** CP2K states the times; only one species. */
    private static Dataset single() throws Exception {
        return part(0, 200);
    }

    private static Dataset part(int from, int to) throws Exception {
        WalkTruth w = WalkTruth.brownian(8, 200, 0.001, 5, 7);
        StringBuilder out = new StringBuilder();
        for (int f = from; f < to; f++) {
            out.append(w.particles()).append(String.format(Locale.ROOT, "%n i = %d, time = %.3f, E = -17.2%n", f,
                    (double) f));
            for (double[] p : w.places()) {
                out.append(String.format(Locale.ROOT, "Li %.5f %.5f %.5f%n", p[3 * f], p[3 * f + 1], p[3 * f + 2]));
            }
        }
        return new XyzTrajectoryReader().read(Source.of("cp2k-" + from + ".xyz",
                out.toString().getBytes(StandardCharsets.UTF_8)),
                Progress.none()).get(0);
    }

    @Override
    protected Map<String, List<Source>> samples() {
        Map<String, List<Source>> out = new LinkedHashMap<>();
        out.put("dynamics.msd", List.of(Source.of("msd.csv", "time (ps),MSD (Angstrom2),std (Angstrom2)\n1,0.5,0.1\n"
                .concat("2,1.1,0.2\n3,1.5,0.3\n4,2.2,0.4\n").getBytes(StandardCharsets.UTF_8))));
        WalkTruth w = WalkTruth.jumps(3, 4, 1, 1, 2, 0, 1).scattered(8, 2);
        out.put("dynamics.lammps", List.of(TrajectoryFiles.lammps(w, 8, 100, "")));
        out.put("dynamics.lammps-data", List.of(TrajectoryFiles.lammpsData()));
        out.put("dynamics.xdatcar", List.of(TrajectoryFiles.xdatcar(w, 8)));
        out.put("dynamics.dcd", List.of(TrajectoryFiles.dcd(w, 8, ByteOrder.LITTLE_ENDIAN, true),
                TrajectoryFiles.dcd(w, 8, ByteOrder.BIG_ENDIAN, false)));
        PathTruth p = PathTruth.barrier(7, 1.51, 1.10, 0, true, 1);
        out.put("dynamics.neb", List.of(PathFiles.neb(p), PathFiles.spline(p), PathFiles.espresso(p)));
        out.put("dynamics.neb-path", List.of(PathFiles.espressoPath()));
        out.put("dynamics.neb-output", List.of(PathFiles.espressoOutput()));
        out.put("dynamics.diffusivities", List.of(DIFFUSIVITIES));
        out.put("dynamics.path-table", List.of(PathFiles.csv(p)));
        out.put("dynamics.xyz", List.of(TrajectoryFiles.extendedXyz(w, 8), TrajectoryFiles.xyz(w, "plain")));
        return out;
    }
}
