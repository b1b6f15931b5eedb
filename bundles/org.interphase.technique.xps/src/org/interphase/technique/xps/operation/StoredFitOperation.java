package org.interphase.technique.xps.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.model.Background;
import org.interphase.model.Curve;
import org.interphase.model.Remark;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Overlay;
import org.interphase.model.figure.Style;
import org.interphase.spectra.peak.BackgroundModel;
import org.interphase.spectra.peak.Noise;
import org.interphase.technique.xps.storedfit.StoredFit;
import org.interphase.technique.xps.storedfit.StoredModel;

/** Draws the fit that is stored in the file, computed anew from its definitions. */
public final class StoredFitOperation implements Operation<Curve, StoredFitOperation.Parameters> {

    /** No parameters: everything comes from the file. */
    public record Parameters() {
    }

    private static final OperationInfo<Curve, Parameters> INFO = OperationInfo.of("xps.stored-fit", 1, "Fit as stored",
            "Computes background and components from the definitions CasaXPS stored in the file, or takes the columns "
                    + "of a fit as they are, and draws them over the data.",
            Curve.class, Parameters.class,
                    Publication.article("S. Tougaard",
                            "Universality classes of inelastic electron scattering cross-sections")
                            .in("Surf. Interface Anal.", 1997, "25", "137-154")
                            .doi("10.1002/(SICI)1096-9918(199703)25:3<137::AID-SIA230>3.0.CO;2-L")
                            .seen().cited("Tougaard 1997"))
            .forKinds("xps.region", "xps.survey");

    @Override
    public OperationInfo<Curve, Parameters> info() {
        return INFO;
    }

    @Override
    public Outcome apply(Curve input, Parameters p, Progress progress) throws AnalysisException {
        StoredFit stored = input.product(StoredFit.class).orElse(null);
        boolean defined = stored != null && !stored.components().isEmpty() && !stored.backgrounds().isEmpty();
        if (!defined && (stored == null || stored.background() == null)) {
            throw new AnalysisException("'" + input.name() + "' holds no fit; use another recipe.");
        }
        double[] x = input.axis().values();
        double[] y = input.signal().values();
        double[] background = !defined ? stored.background()
                : StoredModel.background(stored.backgrounds().get(0), x, y).orElseThrow(
                        () -> new AnalysisException("The stored background '" + stored.backgrounds().get(0).kind()
                                + "' cannot be computed; choose one in a background step."));
        // areas are stored as rates
        double seconds = input.signal().unit().text().equals("counts")
                ? Noise.acquisitionTime(input.metadata()).orElse(1) : 1;
        List<Overlay> overlays = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        double[] envelope = background.clone();
        for (int i = 0; !defined && i < stored.columns().size(); i++) {
            String name = "C" + (i + 1);
            double[] top = stored.columns().get(i);
            for (int k = 0; k < x.length; k++) {
                envelope[k] += top[k] - background[k];
            }
            overlays.add(Overlay.main("component " + name, new Layer.Band(name, x, background, top,
                    Style.fill(Colour.component(i), 0.35))).of(name));
        }
        for (int i = 0; defined && i < stored.components().size(); i++) {
            StoredFit.StoredComponent c = stored.components().get(i);
            Optional<double[]> values = StoredModel.component(c, x);
            if (values.isEmpty()) {
                remarks.add(Remark.warning("The line shape " + c.shape() + " of " + c.name()
                        + " is not published well enough to be computed; the component is left out.").about(c.name()));
                continue;
            }
            double[] top = background.clone();
            for (int k = 0; k < x.length; k++) {
                top[k] += seconds * values.get()[k];
                envelope[k] += seconds * values.get()[k];
            }
            overlays.add(Overlay.main("component " + c.name(), new Layer.Band(c.name(), x, background, top,
                    Style.fill(Colour.component(i), 0.35))).of(c.name()));
        }
        overlays.add(Overlay.main("background", new Layer.Line("Background", x, background,
                Style.line(Colour.BACKGROUND, 1.2).dashed(Style.Dash.DASHED))));
        overlays.add(Overlay.main("envelope", new Layer.Line("Fit as stored", x, envelope, Style.line(Colour.MODEL,
                1.5))));
        double[] sigma = Noise.of(input).at(y);
        double[] residual = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            residual[k] = (y[k] - envelope[k]) / sigma[k];
        }
        overlays.add(Overlay.residual("residual", new Layer.Line("Residual / \u03c3", x, residual,
                Style.line(Colour.RESIDUAL, 1))));
        String kind = defined ? stored.backgrounds().get(0).kind() : "background from the file";
        double from = defined ? stored.backgrounds().get(0).from() : x[0];
        double to = defined ? stored.backgrounds().get(0).to() : x[x.length - 1];
        Curve output = input.withHeader(input.header().without(Background.class).without(BackgroundModel.class)
                .with(new Background(kind, background, null))
                .with(new BackgroundModel(BackgroundModel.Kind.HELD, from, to)));
        Outcome.Builder out = Outcome.builder(output);
        overlays.forEach(out::overlay);
        remarks.forEach(out::remark);
        return out.remark(Remark.info("Numbers of the stored fit carry no uncertainty; fit again to get one.")).build();
    }

    @Override
    public String methods(Parameters p) {
        return "The fit stored in the file was taken as it is.";
    }
}
