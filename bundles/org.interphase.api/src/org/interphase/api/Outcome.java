package org.interphase.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.interphase.model.Dataset;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Handle;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Overlay;

/**
 * What an operation gives.
 *
 * @param dataset the input of the next step (often the input with a product more)
 * @param extra further datasets, for example maps or masks
 * @param measurements numbers found
 * @param overlays what is drawn over the data
 * @param remarks what the analyst should know
 * @param figures further figures beside the view of the dataset, for example an Arrhenius plot
 * @param handles points of the picture that edit this step's parameters
 * @param resolved the parameters with everything automatic filled in; empty if nothing was automatic
 */
public record Outcome(Dataset dataset, List<Dataset> extra, List<Measurement> measurements, List<Overlay> overlays,
        List<Remark> remarks, List<Figure> figures, List<Handle> handles, Optional<Record> resolved) {

    /** Copies the lists. */
    public Outcome {
        Objects.requireNonNull(dataset, "dataset");
        extra = List.copyOf(extra);
        measurements = List.copyOf(measurements);
        overlays = List.copyOf(overlays);
        remarks = List.copyOf(remarks);
        figures = List.copyOf(figures);
        handles = List.copyOf(handles);
    }

    /** An outcome that is just a dataset. */
    public static Outcome of(Dataset dataset) {
        return builder(dataset).build();
    }

    /** Starts an outcome with the next step's input. */
    public static Builder builder(Dataset dataset) {
        return new Builder(dataset);
    }

    /** The same with another dataset as the next step's input. */
    public Outcome withDataset(Dataset other) {
        return new Outcome(other, extra, measurements, overlays, remarks, figures, handles, resolved);
    }

    /** The same with other numbers. */
    public Outcome withMeasurements(List<Measurement> other) {
        return new Outcome(dataset, extra, other, overlays, remarks, figures, handles, resolved);
    }

    /** The same with other remarks. */
    public Outcome withRemarks(List<Remark> other) {
        return new Outcome(dataset, extra, measurements, overlays, other, figures, handles, resolved);
    }

    /** The same with other overlays. */
    public Outcome withOverlays(List<Overlay> other) {
        return new Outcome(dataset, extra, measurements, other, remarks, figures, handles, resolved);
    }

    /** The same with other handles. */
    public Outcome withHandles(List<Handle> other) {
        return new Outcome(dataset, extra, measurements, overlays, remarks, figures, other, resolved);
    }

    /** Collects the parts of an outcome. */
    public static final class Builder {
        private final Dataset dataset;
        private final List<Dataset> extra = new ArrayList<>();
        private final List<Measurement> measurements = new ArrayList<>();
        private final List<Overlay> overlays = new ArrayList<>();
        private final List<Remark> remarks = new ArrayList<>();
        private final List<Figure> figures = new ArrayList<>();
        private final List<Handle> handles = new ArrayList<>();
        private Record resolved;

        private Builder(Dataset dataset) {
            this.dataset = dataset;
        }

        /** Adds a further dataset. */
        public Builder extra(Dataset other) {
            extra.add(other);
            return this;
        }

        /** Adds a number. */
        public Builder measure(Measurement measurement) {
            measurements.add(measurement);
            return this;
        }

        /** Adds a number with its standard uncertainty. */
        public Builder measure(String name, String symbol, double value, double uncertainty, String unit) {
            return measure(Measurement.of(name, symbol, value, uncertainty, unit));
        }

        /** Adds an overlay. */
        public Builder overlay(Overlay overlay) {
            overlays.add(overlay);
            return this;
        }

        /** Adds an overlay over the data. */
        public Builder overlay(String id, Layer layer) {
            return overlay(Overlay.main(id, layer));
        }

        /** Adds a remark. */
        public Builder remark(Remark remark) {
            remarks.add(remark);
            return this;
        }

        /** Adds a figure. */
        public Builder figure(Figure figure) {
            figures.add(figure);
            return this;
        }

        /** Adds a handle. */
        public Builder handle(Handle handle) {
            handles.add(handle);
            return this;
        }

        /** States the parameters with everything automatic filled in. */
        public Builder resolved(Record parameters) {
            resolved = parameters;
            return this;
        }

        /** The outcome. */
        public Outcome build() {
            return new Outcome(dataset, extra, measurements, overlays, remarks, figures, handles,
                    Optional.ofNullable(resolved));
        }
    }
}
