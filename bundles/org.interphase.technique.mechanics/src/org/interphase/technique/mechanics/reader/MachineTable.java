package org.interphase.technique.mechanics.reader;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Fact;
import org.interphase.api.Source;
import org.interphase.api.Stated;
import org.interphase.api.StatedColumn;
import org.interphase.io.TextBlock;
import org.interphase.io.TextColumn;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.unit.Unit;

/**
 * The columns of one block of a machine's table under their roles; what a person states of them comes first.
 *
 * @param block the block
 * @param columns column of the file by role
 * @param units unit of each, in the order of the roles
 */
record MachineTable(TextBlock block, Map<ColumnRole, TextColumn> columns, Map<ColumnRole, MechanicalUnit> units) {

    /**
     * Finds the columns.
     *
     * @throws DatasetFormatException if a column that is stated is not there
     */
    static MachineTable of(TextBlock block, Stated stated, String file) throws DatasetFormatException {
        Map<ColumnRole, TextColumn> columns = new EnumMap<>(ColumnRole.class);
        Map<ColumnRole, MechanicalUnit> units = new EnumMap<>(ColumnRole.class);
        for (StatedColumn s : stated.text(Fact.COLUMNS).map(StatedColumn::parse).orElse(List.of())) {
            ColumnRole role = ColumnRole.named(s.what()).orElseThrow(() -> new DatasetFormatException(file, "", "'"
                    + s.what() + "' is no column of a mechanical test; there are " + names()));
            TextColumn c = find(block, s).orElseThrow(() -> new DatasetFormatException(file, "", "there is no column '"
                    + s.heading() + "'; there are " + block.columns().stream().map(TextColumn::name).toList()));
            columns.put(role, c);
            s.unit().map(u -> new MechanicalUnit(u, 1)).or(() -> MechanicalUnit.of(c))
                    .ifPresent(u -> units.put(role, u));
        }
        for (TextColumn c : block.columns()) {
            Optional<MechanicalUnit> unit = MechanicalUnit.of(c);
            Optional<ColumnRole> role = c.isNumeric() ? ColumnRole.of(c.heading(), unit) : Optional.empty();
            if (role.isPresent() && !columns.containsKey(role.get()) && !columns.containsValue(c)
                    && unit.map(u -> u.unit().isCompatible(role.get().unit())).orElse(true)) {
                columns.put(role.get(), c);
                unit.ifPresent(u -> units.put(role.get(), u));
            }
        }
        return new MachineTable(block, columns, units);
    }

    private static List<String> names() {
        List<String> out = new ArrayList<>();
        for (ColumnRole r : ColumnRole.values()) {
            out.add(r.column());
        }
        return out;
    }

    private static Optional<TextColumn> find(TextBlock block, StatedColumn s) {
        for (TextColumn c : block.columns()) {
            if (s.heading().equals("#" + block.place(c)) || s.heading().equalsIgnoreCase(c.name())
                    || s.text().equalsIgnoreCase(c.heading())) {
                return Optional.of(c);
            }
        }
        return Optional.empty();
    }

    /** Whether there is a column of this role. */
    boolean has(ColumnRole role) {
        return columns.containsKey(role);
    }

    /** A header with remarks that name rows left out and cells without number among the columns that have a role. */
    DatasetHeader remarkOn(DatasetHeader header) {
        int[] at = columns.values().stream().mapToInt(c -> block.columns().indexOf(c)).toArray();
        return block.complete(at).remarkOn(header);
    }

    /**
     * The column of a role in a unit.
     *
     * @throws DatasetFormatException asking for the unit where neither file nor person states it
     */
    Column column(ColumnRole role, String name, Unit to, Source source) throws DatasetFormatException {
        TextColumn c = columns.get(role);
        MechanicalUnit unit = units.get(role);
        if (unit == null && role == ColumnRole.STRAIN && isPlain(c.heading())) {
            unit = new MechanicalUnit(Unit.ONE, 1);
        }
        if (unit == null) {
            throw Stated.missing(source.name(), "", "The heading '" + c.heading() + "' states no unit of the "
                    + role.column() + " (such as " + role.column() + "=" + c.name() + " ["
                    + (role == ColumnRole.STRAIN ? "%" : role.unit().text()) + "])", Fact.COLUMNS);
        }
        if (!unit.unit().isCompatible(to)) {
            throw new DatasetFormatException(source.name(), "", "'" + unit.unit().text() + "' is no unit of "
                    + role.column());
        }
        return Column.of(name, to, unit.convert(c.values(), to));
    }

    /** Whether a heading says that a strain is a ratio and no percentage. */
    private static boolean isPlain(String heading) {
        String u = MechanicalUnit.bracketed(heading).toLowerCase(Locale.ROOT).replace(" ", "");
        return u.equals("-") || u.equals("1") || u.equals("abs") || u.equals("mm/mm") || u.equals("m/m")
                || u.equals("in/in");
    }
}
