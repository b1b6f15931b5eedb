package org.interphase.technique.topography;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.Technique;
import org.interphase.model.Dataset;
import org.interphase.technique.topography.reader.AliconaReader;
import org.interphase.testkit.OperationCase;
import org.interphase.testkit.TechniqueContract;

class TopographyContractTest extends TechniqueContract {

    private static Dataset map() throws Exception {
        return new AliconaReader().read(Source.of("a.al3d", SurfaceFiles.al3d(SurfaceFiles.bumps(48, 40), 0.5)),
                Progress.none()).get(0);
    }

    @Override
    protected Technique technique() {
        return new TopographyTechnique();
    }

    @Override
    protected Map<String, List<Dataset>> examples() throws Exception {
        Map<String, List<Dataset>> out = new HashMap<>();
        for (var recipe : technique().recipes()) {
            out.put(recipe.id(), List.of(map()));
        }
        return out;
    }

    @Override
    protected Map<String, List<Source>> samples() throws Exception {
        double[][] z = SurfaceFiles.bumps(13, 11);
        Map<String, List<Source>> out = new HashMap<>(Map.of("topography.al3d", List.of(Source.of("a.al3d",
                SurfaceFiles.al3d(z, 0.5))),
                "topography.opd", List.of(Source.of("a.opd", SurfaceFiles.opd(z, 0.5, 1.2, false))),
                "topography.digitalsurf", List.of(Source.of("a.sur", SurfaceFiles.sur(z, 0.5, 2, 16, false)),
                        Source.of("b.sur", SurfaceFiles.sur(z, 0.5, 2, 32, true)),
                        Source.of("c.pro", SurfaceFiles.sur(z, 0.5, 1, 32, false))),
                "topography.xyz", List.of(Source.of("a.xyz", SurfaceFiles.xyz(z, 0.5, "x [um] y [um] z [um]\n"))),
                "topography.raw", List.of(Source.of("a_13x11_f32le_um_step0.5um.raw", SurfaceFiles.raw(z)))));
        out.put("topography.sdf", List.of(Source.of("a.sdf", SurfaceFiles.sdfText(z, 0.5)),
                Source.of("b.sdf", SurfaceFiles.sdfBinary(z, 0.5))));
        out.put("topography.x3p", List.of(Source.of("a.x3p", SurfaceFiles.x3p(z, 0.5, false)),
                Source.of("b.x3p", SurfaceFiles.x3p(z, 0.5, true))));
        out.put("topography.plu", List.of(Source.of("a.plu", SurfaceFiles.plu(z, 0.5))));
        out.put("topography.tmd", List.of(Source.of("a.tmd", SurfaceFiles.tmd(z, 0.5, true)),
                Source.of("b.tmd", SurfaceFiles.tmd(z, 0.5, false))));
        out.put("topography.metropro", List.of(Source.of("a.dat", SurfaceFiles.metroPro(z, 0.5))));
        out.put("topography.nanoscope", List.of(Source.of("a.spm", SurfaceFiles.nanoscope(z, 0.5, 2)),
                Source.of("b.spm", SurfaceFiles.nanoscope(z, 0.5, 4))));
        out.put("topography.nid", List.of(Source.of("a.nid", SurfaceFiles.nid(z, 0.5, ""))));
        return out;
    }

    @Override
    protected List<OperationCase> operationCases() throws Exception {
        List<OperationCase> out = new ArrayList<>();
        out.add(new OperationCase("topography.outliers", map(), Map.of("remove", true)));
        out.add(new OperationCase("topography.level", map(), Map.of("form", "polynomial", "order", 3, "robust", true,
                "lines", "difference")));
        out.add(new OperationCase("topography.image-heights", SurfaceStepsTest.picture(), Map.of("perLevel", 10.0)));
        out.add(new OperationCase("topography.filter", map(), Map.of("s", 1.5, "l", 8.0)));
        return out;
    }
}
