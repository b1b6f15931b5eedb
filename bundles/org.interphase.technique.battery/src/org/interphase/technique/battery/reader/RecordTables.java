package org.interphase.technique.battery.reader;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Fact;
import org.interphase.api.Stated;
import org.interphase.electro.record.RecordColumns;
import org.interphase.electro.record.UniqueNames;
import org.interphase.model.Column;
import org.interphase.model.ColumnPage;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;

/**
 * Makes a record of a table as a file holds it: one column for each role in the units of {@link RecordColumns}, times
 * since the start, a current that charges where it is positive, then all other columns under their own names. What was
 * found out instead of stated is remarked; what can't be found out is asked for.
 */
final class RecordTables {

    private static final Unit SECOND = Unit.of("s");
    /** More rows of each cycle than this are no table of cycles: half cycles, channels, repeated lines are fewer. */
    private static final int ROWS_OF_A_CYCLE = 16;

    private final RawTable raw;
    private final Instrument instrument;
    private final Stated stated;
    private final boolean openDates;
    private final List<Remark> remarks = new ArrayList<>();
    private final Map<RecordRole, RawColumn> chosen = new EnumMap<>(RecordRole.class);
    private final Map<RecordRole, Unit> written = new EnumMap<>(RecordRole.class);
    private final Map<RecordRole, List<ColumnPage>> pages = new EnumMap<>(RecordRole.class);
    private final List<Column> extra = new ArrayList<>();
    /** Heading of dates that can't be used; empty for none. */
    private String droppedDates = "";

    RecordTables(RawTable raw, Instrument instrument, Stated stated, boolean openDates) {
        this.raw = raw;
        this.instrument = instrument;
        this.stated = stated;
        this.openDates = openDates;
    }

    /**
     * The record.
     *
     * @param name name of the dataset
     * @param metadata what the file says
     * @param zone offset of the dates from UTC in seconds, null where none is written
     */
    Table table(String name, Metadata metadata, Integer zone) throws DatasetFormatException {
        choose();
        boolean cycles = !chosen.containsKey(RecordRole.VOLTAGE) && !chosen.containsKey(RecordRole.CURRENT);
        refuseEmptyIndices();
        if (cycles) {
            refuseRecord();
        }
        convert();
        Metadata m = metadata;
        for (Map.Entry<RecordRole, Unit> e : written.entrySet()) {
            m = m.with(RecordColumns.writtenUnit(e.getKey().column()), e.getValue().text());
        }
        if (!instrument.title().isEmpty()) {
            m = m.with("instrument", instrument.title());
        }
        m = dates(m, zone);
        if (!cycles) {
            time();
            voltage();
            m = current(m);
            counters();
            m = ImpliedMass.with(m, raw, pages.get(RecordRole.CAPACITY), stated, remarks);
            duplicates();
        }
        List<Column> columns = columns();
        for (RawColumn c : raw.columns()) {
            if (!c.words().isEmpty() && c.words().size() <= 20) {
                m = m.with("words of " + c.heading().text(), List.copyOf(c.words()));
            }
        }
        DatasetHeader header = DatasetHeader.of(name, cycles ? RecordColumns.CYCLE_TABLE : RecordColumns.CYCLING, m);
        for (Remark r : raw.notes().remarks(raw.columns().stream().mapToLong(RawColumn::odd).sum())) {
            header = header.remarking(r);
        }
        for (Remark r : remarks) {
            header = header.remarking(r);
        }
        return new Table(header, columns);
    }

    private void choose() {
        for (RecordRole role : RecordRole.values()) {
            List<RawColumn> of = raw.columns().stream().filter(c -> c.kind() != CellKind.WORD)
                    .filter(c -> c.heading().role().filter(r -> r == role).isPresent()).toList();
            if (of.isEmpty()) {
                continue;
            }
            if (of.size() > 1 && of.stream().anyMatch(c -> !isEmpty(c))) {
                of = of.stream().filter(c -> !isEmpty(c)).toList();
            }
            // of several columns of a role the one whose name says most: a total time, the cell's own temperature
            List<RawColumn> candidates = of;
            RawColumn best = of.stream().filter(c -> RecordHeading.key(c.heading().name()).matches(".*(?:total|test|"
                    + "cumulative|elapsed|run|prog|累计|总).*|cell.*|.*cell|cyclec|stepindex|stepnumber"))
                    .findFirst().orElse(candidates.get(0));
            chosen.put(role, best);
            if (role == RecordRole.TIME && !RecordHeading.key(best.heading().name()).equals("time")
                    && !chosen.containsKey(RecordRole.STEP_TIME)) {
                of.stream().filter(c -> c != best && RecordHeading.key(c.heading().name()).matches("time|时间"))
                        .findFirst().ifPresent(c -> chosen.put(RecordRole.STEP_TIME, c));
            }
        }
        chosen.remove(RecordRole.CHANNEL);
        chosen.computeIfPresent(RecordRole.DATE, (r, c) -> usable(DayClock.with(c, raw, chosen.get(RecordRole.TIME))));
        // numbers of a program's steps say nothing of the direction
        chosen.computeIfPresent(RecordRole.STATE, (r, c) -> c.kind() == CellKind.STATE ? c : null);
    }

    /** The dates; null where the order of day and month is open and what passed between them depends on it. */
    private RawColumn usable(RawColumn date) {
        if (!isOpen(date) || OpenDates.agree(date.pages())) {
            return date;
        }
        droppedDates = date.heading().text();
        remarks.add(Remark.warning("The dates in '" + droppedDates + "' could be day and month or month and day, and "
                + "what passed between its rows depends on it; the column is left out and nothing of it is used.")
                .coded("dates-open"));
        return null;
    }

    /** Whether nothing tells the order of day and month in a column. */
    private boolean isOpen(RawColumn c) {
        return openDates && c.kind() == CellKind.DATE;
    }

    /** A table of cycles has a row or a few for each; many rows over time are a record whose signals are not known. */
    private void refuseRecord() throws DatasetFormatException {
        RawColumn cycle = chosen.get(RecordRole.CYCLE);
        if (cycle == null || !chosen.containsKey(RecordRole.TIME) && !chosen.containsKey(RecordRole.DATE)) {
            return;
        }
        Set<Double> numbers = new HashSet<>();
        PageCursor values = new PageCursor(cycle.pages());
        for (int i = 0; i < raw.rows(); i++) {
            numbers.add(values.applyAsDouble(i));
        }
        if (raw.rows() > ROWS_OF_A_CYCLE * (long) numbers.size()) {
            throw Stated.missing(raw.file(), raw.place(), "there are " + raw.rows() + " rows of " + numbers.size()
                    + (numbers.size() == 1 ? " cycle" : " cycles") + ", so this is a record over time, but no heading "
                    + "says voltage or current", Fact.COLUMNS);
        }
    }

    private void refuseEmptyIndices() throws DatasetFormatException {
        for (RecordRole role : List.of(RecordRole.CYCLE, RecordRole.STEP)) {
            RawColumn c = chosen.get(role);
            if (c == null || c.missing() == 0) {
                continue;
            }
            int missing = 0;
            int first = -1;
            PageCursor values = new PageCursor(c.pages());
            for (int i = 0; i < raw.rows(); i++) {
                if (Double.isNaN(values.applyAsDouble(i))) {
                    missing++;
                    first = first < 0 ? i : first;
                }
            }
            if (missing == raw.rows() && stated.text(Fact.COLUMNS).isEmpty()) {
                throw Stated.missing(raw.file(), raw.place() + (raw.part().isEmpty() ? "" : ", ") + "column '"
                        + c.heading().text() + "', row 0", "the column of the " + role.column() + " holds no number in "
                        + "any of the " + raw.rows() + " rows: the file was not written whole", Fact.COLUMNS);
            }
            if (missing > 0) {
                remarks.add(Remark.warning("The column '" + c.heading().text() + "' has no number in " + missing
                        + " of " + raw.rows() + " rows (first row " + (first + 1) + ").").coded("index-missing"));
            }
        }
    }

    private void convert() throws DatasetFormatException {
        List<RawColumn> unitless = new ArrayList<>();
        List<String> assumed = new ArrayList<>();
        for (Map.Entry<RecordRole, RawColumn> e : chosen.entrySet()) {
            RecordRole role = e.getKey();
            RawColumn c = e.getValue();
            Optional<Unit> unit = c.kind() == CellKind.CLOCK ? Optional.of(SECOND) : c.heading().unit();
            if (unit.isEmpty() && role.needsUnit()) {
                unit = instrument.unit(role);
                unit.ifPresent(u -> assumed.add(c.heading().text() + " in " + u.text()));
            }
            if (unit.isEmpty() && (role == RecordRole.TIME || role == RecordRole.STEP_TIME)) {
                unit = byDates(c);
            }
            if (unit.isEmpty() && role.needsUnit()) {
                unitless.add(c);
                continue;
            }
            if ((role == RecordRole.TIME || role == RecordRole.STEP_TIME) && !isDecimal(unit.get().scaleTo(SECOND))) {
                written.put(role, unit.get());
            }
            pages.put(role, role == RecordRole.DATE || role.unit().isOne() ? c.pages()
                    : UnitPages.convert(c.pages(), unit.get(), role.unit()));
        }
        List<RawColumn> asked = unitless.stream().filter(c -> c.heading().role().filter(r -> r == RecordRole.TIME
                || r == RecordRole.VOLTAGE || r == RecordRole.CURRENT || r == RecordRole.STEP_TIME).isPresent())
                .toList();
        if (!asked.isEmpty()) {
            throw Stated.missing(raw.file(), raw.place(), "the file states no unit of "
                    + String.join(", ", asked.stream().map(c -> "'" + c.heading().text() + "'").toList()),
                    Fact.COLUMNS);
        }
        for (RawColumn c : unitless) {
            chosen.values().remove(c);
            remarks.add(Remark.warning("The column '" + c.heading().text() + "' is in no unit that is stated or that "
                    + "the instrument's software fixes; it is kept under its own name. Say the unit with "
                    + Fact.COLUMNS.option() + ".").coded("unit-open"));
        }
        if (!assumed.isEmpty()) {
            remarks.add(Remark.info("Units the file does not state are those " + instrument.title() + "'s software "
                    + "writes: " + String.join(", ", assumed) + ".").coded("unit-of-instrument"));
        }
    }

    private static boolean isDecimal(double scale) {
        double power = Math.log10(scale);
        return Math.abs(power - Math.rint(power)) < 1e-9;
    }

    /** The unit of a time that the dates beside it tell. */
    private Optional<Unit> byDates(RawColumn c) {
        RawColumn date = chosen.get(RecordRole.DATE);
        if (date == null) {
            return Optional.empty();
        }
        DateScale scale = DateScale.of(date);
        String unit = TimeCheck.unitByDates(raw.rows(), new PageCursor(c.pages()), i -> scale.seconds(date.get(i)));
        if (unit.isEmpty()) {
            return Optional.empty();
        }
        remarks.add(Remark.warning("The file states no unit of '" + c.heading().text() + "'; the dates in '"
                + date.heading().text() + "' say that it is " + unit + ".").coded("unit-by-dates"));
        return Optional.of(Unit.of(unit));
    }

    private Metadata dates(Metadata metadata, Integer zone) {
        RawColumn date = chosen.get(RecordRole.DATE);
        if (date == null) {
            return metadata;
        }
        DateScale scale = DateScale.of(date);
        boolean open = isOpen(date);
        pages.put(RecordRole.DATE, Pages.mapped(date.pages(), scale::seconds));
        double first = Pages.get(pages.get(RecordRole.DATE), 0);
        if (open || !scale.isKnown()) {
            remarks.add(Remark.warning("The dates in '" + date.heading().text() + "' "
                    + (open ? "could be day and month or month and day" : "are written in a way that is not known")
                    + "; the column is left out, and only the differences between its rows are used."));
            return metadata;
        }
        Metadata m = metadata.has(RecordColumns.STARTED) || Double.isNaN(first) ? metadata
                : metadata.with(RecordColumns.STARTED, DateScale.iso(first));
        if (zone == null && !scale.isUniversal()) {
            remarks.add(Remark.info("The dates are those the instrument's clock showed; the file states no time zone.")
                    .coded("zone-naive"));
            return m;
        }
        int offset = zone == null ? 0 : zone;
        return m.with(RecordColumns.ZONE, offset == 0 ? "UTC" : java.time.ZoneOffset.ofTotalSeconds(offset).getId());
    }

    private IntToDoubleFunction rows(RecordRole role) {
        List<ColumnPage> p = pages.get(role);
        return p == null ? null : new PageCursor(p);
    }

    private void time() throws DatasetFormatException {
        IntToDoubleFunction date = rows(RecordRole.DATE);
        RecordRole from = pages.containsKey(RecordRole.TIME) ? RecordRole.TIME : RecordRole.STEP_TIME;
        if (!pages.containsKey(from)) {
            if (date == null && !droppedDates.isEmpty()) {
                throw Stated.missing(raw.file(), raw.place(), "the only times are the dates in '" + droppedDates
                        + "', and nothing tells whether the day or the month comes first in them, on which it depends "
                        + "what passed between the rows; write them as year-month-day, or name a column of time",
                        Fact.COLUMNS);
            }
            if (date == null) {
                throw new DatasetFormatException(raw.file(), raw.place(), "there is no column of time");
            }
            double first = date.applyAsDouble(0);
            pages.put(RecordRole.TIME, Pages.of(raw.rows(), i -> date.applyAsDouble(i) - first));
            remarks.add(Remark.info("There is no column of time; it is counted from the first date.")
                    .coded("time-from-dates"));
            return;
        }
        RawColumn c = chosen.get(from);
        TimeBase base = new TimeBase(raw.rows(), rows(from), date, rows(RecordRole.STEP), c.kind() == CellKind.CLOCK)
                .mend();
        remarks.addAll(base.remarks());
        List<ColumnPage> recorded = pages.get(from);
        if (base.mended() != null) {
            double[] mended = base.mended();
            if (from == RecordRole.TIME && base.isStepTime() && !pages.containsKey(RecordRole.STEP_TIME)) {
                pages.put(RecordRole.STEP_TIME, recorded);
            } else if (from == RecordRole.TIME) {
                extra.add(Column.of("time as recorded", SECOND, recorded));
            }
            pages.put(RecordRole.TIME, Pages.of(raw.rows(), i -> mended[i]));
        } else if (from == RecordRole.STEP_TIME) {
            pages.put(RecordRole.TIME, recorded);
        }
        Unit unit = c.kind() == CellKind.CLOCK ? null : c.heading().unit().or(() -> instrument.unit(from)).orElse(null);
        remarks.addAll(TimeCheck.of(c.heading().text(), unit, raw.rows(), rows(RecordRole.TIME),
                date == null ? "" : chosen.get(RecordRole.DATE).heading().text(), date));
    }

    private void voltage() throws DatasetFormatException {
        IntToDoubleFunction v = rows(RecordRole.VOLTAGE);
        if (v == null) {
            return;
        }
        double most = SignEvidence.largest(raw.rows(), v);
        RawColumn c = chosen.get(RecordRole.VOLTAGE);
        OptionalDouble factor = OptionalDouble.empty();
        for (RecordRole[] pair : new RecordRole[][] {{RecordRole.CAPACITY, RecordRole.ENERGY},
            {RecordRole.DISCHARGE_CAPACITY, RecordRole.DISCHARGE_ENERGY},
            {RecordRole.CHARGE_CAPACITY, RecordRole.CHARGE_ENERGY}}) {
            if (factor.isEmpty() && pages.containsKey(pair[0]) && pages.containsKey(pair[1])) {
                factor = Consistency.voltageByEnergy(raw.rows(), v, rows(pair[0]), rows(pair[1]));
            }
        }
        boolean saidByPerson = StatedHeadings.of(stated).stream().anyMatch(k -> k.unit().isPresent()
                && RecordRole.stated(k.what()).filter(r -> r == RecordRole.VOLTAGE).isPresent());
        if (factor.isPresent() && factor.getAsDouble() != 1) {
            String text = "'" + c.heading().text() + "' is headed in volts, but its values reach " + most
                    + " and the counters of energy and charge say that the mean voltage is " + factor.getAsDouble()
                    + " times that";
            if (factor.getAsDouble() == 1e-3 && most > LARGEST_CELL && !saidByPerson) {
                pages.put(RecordRole.VOLTAGE, UnitPages.times(pages.get(RecordRole.VOLTAGE), 1e-3));
                remarks.add(Remark.warning(text + ": the values are taken as mV.").coded("unit-contradicted"));
            } else {
                remarks.add(Remark.warning(text + ". Check the units; " + Fact.COLUMNS.option()
                        + " says which is right.").coded("unit-contradicted"));
            }
        } else if (factor.isEmpty() && most > LARGEST_CELL && !saidByPerson
                && c.heading().unit().filter(u -> u.text().equals("V")).isPresent()) {
            throw Stated.missing(raw.file(), raw.place(), "the column '" + c.heading().text() + "' reaches " + most
                    + " V, which no cell does: it may be in mV", Fact.COLUMNS);
        }
    }

    /** Single cells stay far below; packs of a thousand volts come from no cell tester. */
    private static final double LARGEST_CELL = 1000;

    private Metadata current(Metadata m) throws DatasetFormatException {
        IntToDoubleFunction i = rows(RecordRole.CURRENT);
        if (i == null) {
            return m;
        }
        SignDecision decision = new SignDecision(raw, instrument, stated, this::rows);
        pages.put(RecordRole.CURRENT, decision.applied(pages.get(RecordRole.CURRENT)));
        remarks.addAll(decision.remarks());
        return decision.source().in(m);
    }

    private void counters() {
        IntToDoubleFunction t = rows(RecordRole.TIME);
        IntToDoubleFunction i = rows(RecordRole.CURRENT);
        if (t == null || i == null) {
            return;
        }
        for (RecordRole role : List.of(RecordRole.CHARGE_CAPACITY, RecordRole.DISCHARGE_CAPACITY,
                RecordRole.CAPACITY)) {
            if (pages.containsKey(role)) {
                Optional<Remark> r = Consistency.counterAgainstCurrent(chosen.get(role).heading().text(), raw.rows(), t,
                        i, rows(role));
                if (r.isPresent()) {
                    remarks.add(r.get());
                    return;
                }
            }
        }
    }

    private void duplicates() {
        IntToDoubleFunction t = rows(RecordRole.TIME);
        IntToDoubleFunction v = rows(RecordRole.VOLTAGE);
        IntToDoubleFunction c = rows(RecordRole.CURRENT);
        int n = 0;
        int first = -1;
        for (int i = 1; i < raw.rows(); i++) {
            if (t.applyAsDouble(i) == t.applyAsDouble(i - 1)
                    && (v == null || v.applyAsDouble(i) == v.applyAsDouble(i - 1))
                    && (c == null || c.applyAsDouble(i) == c.applyAsDouble(i - 1))) {
                n++;
                first = first < 0 ? i : first;
            }
        }
        if (n > 0) {
            remarks.add(Remark.info(n + (n == 1 ? " row repeats" : " rows repeat") + " time, voltage and current of "
                    + "the row before (first row " + (first + 1) + "); they are kept.").coded("rows-repeated"));
        }
        if (t != null && v != null) {
            InterpolatedRows.of(raw.rows(), t, v).ifPresent(remarks::add);
        }
    }

    private List<Column> columns() {
        List<Column> out = new ArrayList<>();
        for (RecordRole role : List.of(RecordRole.TIME, RecordRole.STEP_TIME, RecordRole.DATE, RecordRole.VOLTAGE,
                RecordRole.CURRENT, RecordRole.STEP, RecordRole.CYCLE, RecordRole.CHARGE_CAPACITY,
                RecordRole.DISCHARGE_CAPACITY, RecordRole.CAPACITY, RecordRole.CHARGE_ENERGY,
                RecordRole.DISCHARGE_ENERGY, RecordRole.ENERGY, RecordRole.TEMPERATURE,
                RecordRole.INTERNAL_RESISTANCE, RecordRole.STATE)) {
            boolean open = role == RecordRole.DATE && chosen.containsKey(role) && isOpen(chosen.get(role));
            if (pages.containsKey(role) && !open) {
                out.add(Column.of(role.column(), role == RecordRole.DATE ? SECOND : role.unit(), pages.get(role)));
            }
        }
        out.addAll(extra);
        // two columns may have one heading
        Set<RecordHeading> used = Collections.newSetFromMap(new IdentityHashMap<>());
        chosen.values().forEach(c -> used.add(c.heading()));
        for (RawColumn c : raw.columns()) {
            if (c.kind() == CellKind.WORD || used.contains(c.heading())
                    || c.heading().text().isBlank() && isEmpty(c)) {
                continue;
            }
            if (isOpen(c)) {
                otherDates(c.heading().text());
                continue;
            }
            Unit unit = c.kind() == CellKind.NUMBER ? c.heading().unit().orElse(Unit.ONE) : SECOND;
            String name = c.heading().unit().isPresent() ? c.heading().name() : c.heading().text().strip();
            name = name.isBlank() ? "column " + (raw.columns().indexOf(c) + 1) : name;
            out.add(Column.of(name, unit, c.pages()));
        }
        return UniqueNames.of(out);
    }

    /** Dates in an open order beside those of the rows. */
    private void otherDates(String heading) {
        if (!heading.equals(droppedDates)) {
            remarks.add(Remark.warning("The dates in '" + heading + "' could be day and month or month and day; the "
                    + "column is left out.").coded("dates-open"));
        }
    }

    private static boolean isEmpty(RawColumn c) {
        for (ColumnPage p : c.pages()) {
            for (int i = 0; i < p.size(); i++) {
                if (!Double.isNaN(p.get(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
