package org.interphase.technique.battery.join;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.electro.record.Channel;
import org.interphase.electro.record.GrowingPages;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;

/**
 * Puts the parts of one test one behind the other. The rule: parts are ordered by their times where those run on, else
 * by the dates at which they begin, and their times then count from the first part's; what two parts hold twice is
 * taken once, and an overlap that is not twice the same is refused; cycle numbers that begin again are counted on;
 * everything else stays as recorded. Of what the parts state the joined record has what they state alike.
 */
public final class RecordJoin {

    /** Dates are often written in whole seconds. */
    private static final double DATE_STEP = 2;

    private final List<TestPart> parts;
    private final List<Remark> remarks = new ArrayList<>();
    private double[] offset;
    private int[] skipped;

    private RecordJoin(List<TestPart> parts) {
        this.parts = parts;
    }

    /** Parts joined: the table, and what had to be decided. */
    public record Joined(Table table, List<Remark> remarks) {
    }

    /**
     * Joins parts.
     *
     * @param tables the parts in any order
     * @param order by what they are ordered
     * @throws AnalysisException if they are of different kinds, can't be put in order, or overlap
     */
    public static Joined of(List<Table> tables, JoinOrder order, Progress progress) throws AnalysisException {
        List<TestPart> parts = new ArrayList<>();
        for (Table t : tables) {
            if (!t.kind().equals(tables.get(0).kind())) {
                throw new AnalysisException("'" + tables.get(0).name() + "' is " + tables.get(0).kind() + ", '"
                        + t.name() + "' is " + t.kind() + "; parts of one test are of one kind");
            }
            parts.add(TestPart.of(t));
        }
        RecordJoin join = new RecordJoin(parts);
        join.order(order);
        Overlaps overlaps = Overlaps.of(parts, join.offset, progress);
        join.remarks.addAll(overlaps.remarks());
        join.skipped = overlaps.skipped();
        return new Joined(join.table(progress), List.copyOf(join.remarks));
    }

    private void order(JoinOrder order) throws AnalysisException {
        List<TestPart> byTime = new ArrayList<>(parts);
        byTime.sort(Comparator.comparingDouble(TestPart::first));
        boolean runOn = true;
        for (int k = 1; k < byTime.size(); k++) {
            runOn &= byTime.get(k).first() >= byTime.get(k - 1).last() - DATE_STEP
                    && byTime.get(k).first() > byTime.get(k - 1).first();
        }
        boolean dated = parts.stream().allMatch(p -> p.started().isPresent());
        JoinOrder used = order == JoinOrder.AUTOMATIC ? runOn ? JoinOrder.TIME : dated ? JoinOrder.DATE : null : order;
        if (used == null) {
            throw new AnalysisException("the parts can't be put in order: their times begin again and not all of them "
                    + "have a date; set the order to as-given to put them one behind the other as they are listed");
        }
        offset = new double[parts.size()];
        switch (used) {
            case TIME -> {
                parts.sort(Comparator.comparingDouble(TestPart::first));
                remarks.add(Remark.info("The parts are put in the order of their times, which run on: " + names()));
            }
            case DATE -> byDate();
            default -> {
                for (int k = 1; k < parts.size(); k++) {
                    offset[k] = offset[k - 1] + parts.get(k - 1).last() - parts.get(k).first();
                }
                remarks.add(Remark.warning("The parts are put one behind the other as they are listed, each beginning "
                        + "where the one before ends; what passed between is not known: " + names())
                        .coded("joined-as-given"));
            }
        }
    }

    private void byDate() throws AnalysisException {
        for (TestPart p : parts) {
            if (p.started().isEmpty()) {
                throw new AnalysisException("'" + p.name() + "' has no date to be put in order by");
            }
        }
        if (parts.stream().map(TestPart::zone).distinct().count() > 1) {
            remarks.add(Remark.warning("The parts state different time zones, or not all of them state one; the dates "
                    + "are compared as they are written.").coded("zones-differ"));
        }
        parts.sort(Comparator.comparingDouble(p -> p.started().getAsDouble()));
        double start = parts.get(0).started().getAsDouble() - parts.get(0).first();
        double latest = parts.get(0).last();
        for (int k = 1; k < parts.size(); k++) {
            offset[k] = parts.get(k).started().getAsDouble() - start - parts.get(k).first();
            double gap = parts.get(k).first() + offset[k] - latest;
            offset[k] -= gap < 0 && gap >= -DATE_STEP ? gap : 0;
            latest = Math.max(latest, parts.get(k).last() + offset[k]);
        }
        remarks.add(Remark.info("The parts are put in the order of the dates at which they begin, and their times "
                + "count from the first: " + names()));
    }

    private String names() {
        return String.join(", ", parts.stream().map(TestPart::name).toList()) + ".";
    }

    private Table table(Progress progress) {
        Map<String, Unit> columns = new LinkedHashMap<>();
        for (TestPart p : parts) {
            p.table().columns().forEach(c -> columns.putIfAbsent(c.name(), c.unit()));
        }
        double[] cycles = cycleOffsets();
        String cycle = parts.get(0).cycleColumn();
        List<Column> out = new ArrayList<>();
        List<String> partly = new ArrayList<>();
        for (Map.Entry<String, Unit> e : columns.entrySet()) {
            String name = e.getKey();
            GrowingPages values = new GrowingPages();
            for (int k = 0; k < parts.size(); k++) {
                progress.checkCancelled();
                TestPart p = parts.get(k);
                Optional<Column> c = p.table().column(name);
                boolean known = c.isPresent() && c.get().unit().isCompatible(e.getValue());
                if (!known && !partly.contains(name)) {
                    partly.add(name);
                }
                boolean time = name.equals(p.time().name());
                Unit second = Unit.of("s");
                double shift = time ? second.scaleTo(e.getValue()) * offset[k] : name.equals(cycle) ? cycles[k] : 0;
                Channel own = known ? Channel.of(c.get(), e.getValue()) : null;
                for (int i = skipped[k]; i < p.rows(); i++) {
                    values.add(known ? own.get(i) + shift : Double.NaN);
                }
            }
            out.add(Column.of(name, e.getValue(), values.pages()));
        }
        if (!partly.isEmpty()) {
            remarks.add(Remark.warning("Not all parts have " + String.join(", ", partly) + "; there the values are "
                    + "missing."));
        }
        DatasetHeader first = parts.get(0).table().header();
        CommonMetadata common = CommonMetadata.of(parts);
        remarks.addAll(common.remarks());
        DatasetHeader header = first.withName(first.name() + " and " + (parts.size() - 1) + " more")
                .withMetadata(common.metadata().with("joined", parts.stream().map(TestPart::name).toList()));
        return new Table(header, out);
    }

    /** What is added to the cycle numbers of each part so that they count on. */
    private double[] cycleOffsets() {
        double[] out = new double[parts.size()];
        String column = parts.get(0).cycleColumn();
        if (column.isEmpty()) {
            return out;
        }
        double last = Double.NaN;
        for (int k = 0; k < parts.size(); k++) {
            Optional<Column> c = parts.get(k).table().column(column);
            if (c.isEmpty()) {
                continue;
            }
            double begin = Double.NaN;
            double end = Double.NaN;
            for (int i = skipped[k]; i < c.get().size(); i++) {
                double v = c.get().get(i);
                begin = Double.isNaN(begin) ? v : begin;
                end = v > end || Double.isNaN(end) ? v : end;
            }
            boolean again = offset[k] != 0 && begin <= 1 ? begin <= last : begin < last;
            if (again) {
                out[k] = last + 1 - begin;
                remarks.add(Remark.info("The cycles of '" + parts.get(k).name() + "' begin again with "
                        + (long) begin + " and are counted on from " + (long) (last + 1) + ".").coded("cycles-on"));
            }
            last = Double.isNaN(end) ? last : end + out[k];
        }
        return out;
    }
}
