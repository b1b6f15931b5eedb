package org.interphase.technique.dynamics.reader;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;
import org.interphase.electro.record.StatedFacts;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;
import org.interphase.technique.dynamics.path.ReactionPath;

/** Collects the columns of a reaction path and makes its dataset. */
final class PathDataset {

    /** Unit of energies. */
    static final Unit EV = Unit.of("eV");
    /** Unit of lengths. */
    static final Unit ANGSTROM = Unit.of("Angstrom");
    /** Unit of forces. */
    static final Unit GRADIENT = Unit.of("eV/Angstrom");

    private final Source source;
    private final List<Column> columns = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private Metadata metadata;

    PathDataset(Source source, String format) {
        this.source = source;
        this.metadata = Metadata.EMPTY.with("file", source.name()).with("format", format).with(ReactionPath.ROWS,
                "images");
    }

    PathDataset column(String name, Unit unit, double[] values) {
        columns.add(Column.of(name, unit, values));
        return this;
    }

    PathDataset fact(String key, double value, String unit) {
        metadata = metadata.with(key, value, unit);
        return this;
    }

    PathDataset interpolated() {
        metadata = metadata.with(ReactionPath.ROWS, ReactionPath.INTERPOLATED);
        return this;
    }

    PathDataset remark(Remark remark) {
        remarks.add(remark);
        return this;
    }

    List<Dataset> build() throws DatasetFormatException {
        StatedFacts facts = StatedFacts.of(source.stated(), metadata);
        DatasetHeader header = DatasetHeader.of(source.name(), ReactionPath.KIND, facts.metadata());
        for (Remark r : remarks) {
            header = header.remarking(r);
        }
        try {
            return List.of(new Table(header, columns));
        } catch (IllegalArgumentException e) {
            throw new DatasetFormatException(source.name(), "columns", e.getMessage(), e);
        }
    }
}
