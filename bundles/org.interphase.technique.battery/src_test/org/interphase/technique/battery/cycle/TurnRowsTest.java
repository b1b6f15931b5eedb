package org.interphase.technique.battery.cycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.interphase.electro.record.CellRecord;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.Column;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.technique.battery.instrument.InstrumentAccuracy;
import org.interphase.technique.battery.segmentation.CellSegmentation;
import org.interphase.technique.battery.segmentation.CellStep;
import org.interphase.technique.battery.segmentation.Rows;
import org.interphase.technique.battery.segmentation.SegmentationRules;
import org.interphase.technique.battery.segmentation.Segmenter;
import org.interphase.technique.battery.segmentation.StepType;
import org.junit.jupiter.api.Test;

/**
 * Drops of the voltage by hand. A cell rests at 3.5 V in rows 10 s apart; then 2 A flow, rows 10 s apart too, the
 * first of them 10 s after the last of the rest. The voltage goes by 0.1 V at once and by 20 mV times the root of the
 * time, as if the current was turned on in the middle between the two rows, 5 s before the first.
 */
class TurnRowsTest {

    private static final double JUMP = 0.1;
    private static final double ROOT = 0.02;
    /** Uncertainty of the moment of the turn: a rectangle 10 s wide. */
    private static final double TURN = 10 / Math.sqrt(12);
    /** No two readings differ by less than a millivolt but by rounding: a digit of one is a rectangle as wide. */
    private static final double NOISE = 1e-3 / Math.sqrt(12);
    /** At the turn, of a line through eight rows of the rest, 5 to 75 s before it. */
    private static final double REST = NOISE * Math.sqrt(1 / 8.0 + 40 * 40 / 4200.0);

    private static CellSegmentation record(double current, DoubleUnaryOperator afterTurn, DoubleUnaryOperator rest)
            throws Exception {
        return new Rows().step(31, 10, f -> 0, f -> rest.applyAsDouble(300 * (f - 1) - 5)).pause(10)
                .step(61, 10, f -> current, f -> afterTurn.applyAsDouble(5 + 600 * f)).pause(10).rest(11, 10, 3.6)
                .segment();
    }

    private static CellSegmentation plain(int sign) throws Exception {
        return record(2 * sign, t -> 3.5 + sign * (JUMP + ROOT * Math.sqrt(t)), t -> 3.5);
    }

    private static VoltageDrop drop(CellSegmentation s, DropDelay when) {
        return new DropReading(s).at(s.steps().get(0), s.steps().get(1), when);
    }

    @Test
    void theFirstSampleIsAsUnsureAsTheMomentOfTheTurn() throws Exception {
        for (int sign : new int[] {1, -1}) {
            VoltageDrop d = drop(plain(sign), DropDelay.FIRST_SAMPLE);
            assertEquals(JUMP + ROOT * Math.sqrt(5), d.drop(), 1e-9);
            assertEquals(5, d.delay(), 1e-9);
            assertEquals(TURN, d.delayU(), 1e-9);
            double moved = ROOT / 2 / Math.sqrt(5) * TURN;
            assertEquals(Math.sqrt(NOISE * NOISE + REST * REST + moved * moved), d.u(), 1e-9);
            assertTrue(d.verdict().isSound(), d.verdict().reason());
        }
    }

    @Test
    void betweenTwoRowsItIsReadOverTheRootOfTheTime() throws Exception {
        VoltageDrop d = drop(plain(1), DropDelay.TEN_SECONDS);
        assertEquals(JUMP + ROOT * Math.sqrt(10), d.drop(), 1e-9);
        assertEquals(10, d.delay(), 1e-9);
        // half of what a straight line between the rows at 5 and 15 s says otherwise
        double between = ROOT * (Math.sqrt(10) - (Math.sqrt(5) + Math.sqrt(15)) / 2) / 2;
        // rows as dense as the moment is unsure: the chord between them, which is less steep than the root at 10 s
        double chord = ROOT * (Math.sqrt(15) - Math.sqrt(5)) / 10;
        double moved = Math.max(chord, ROOT / 2 / Math.sqrt(10)) * TURN;
        assertEquals(Math.sqrt(NOISE * NOISE + REST * REST + moved * moved + between * between), d.u(), 1e-9);
    }

    @Test
    void aStraightRiseIsMovedByItsChord() throws Exception {
        // 3 mV/s without a jump of its own: over the root of time from 5 to 25 s it is less steep at 10 s than that
        VoltageDrop d = drop(record(2, t -> 3.5 + JUMP + 3e-3 * t, t -> 3.5), DropDelay.TEN_SECONDS);
        double f = (Math.sqrt(10) - Math.sqrt(5)) / (Math.sqrt(15) - Math.sqrt(5));
        double value = 0.015 + f * 0.03;
        assertEquals(JUMP + value, d.drop(), 1e-9);
        double between = (value - 0.03) / 2;
        double root = (0.075 - 0.015) / (Math.sqrt(25) - Math.sqrt(5)) / 2 / Math.sqrt(10);
        assertTrue(root > 3e-3);
        double moved = root * TURN;
        assertEquals(Math.sqrt(NOISE * NOISE + REST * REST + moved * moved + between * between), d.u(), 1e-9);
    }

    @Test
    void beforeTheFirstRowNothingIsRead() throws Exception {
        VoltageDrop d = drop(plain(1), DropDelay.ONE_SECOND);
        assertTrue(d.verdict().isWithheld());
        assertEquals("the first row stands 5.00 s ± 2.89 s after the current is turned on, later than 1.00 s",
                d.verdict().reason());
        assertTrue(Double.isNaN(d.drop()) && Double.isNaN(d.u()));
        assertEquals(1, d.delay(), 1e-9);
    }

    @Test
    void aRestThatDriftsIsFollowedToTheTurn() throws Exception {
        // 2 mV/s: at the turn 3.5 V, and by its own uncertainty of time off
        VoltageDrop d = drop(record(-2, t -> 3.5 - JUMP - ROOT * Math.sqrt(t), t -> 3.5 - 2e-3 * t),
                DropDelay.FIRST_SAMPLE);
        assertEquals(JUMP + ROOT * Math.sqrt(5), d.drop(), 1e-9);
        double moved = ROOT / 2 / Math.sqrt(5) * TURN;
        double drift = 2e-3 * TURN;
        assertEquals(Math.sqrt(NOISE * NOISE + REST * REST + moved * moved + drift * drift), d.u(), 1e-9);
    }

    @Test
    void theScatterOfARestIsThatOfItsSecondDifferences() throws Exception {
        // readings of 3.5 V +- 3 mV in turn: second differences of 12 mV, whose square is six variances
        CellSegmentation s = record(2, t -> 3.5 + JUMP + ROOT * Math.sqrt(t), t -> 3.5 + (Math.round((t + 5) / 10) % 2
                == 0 ? 3e-3 : -3e-3));
        VoltageDrop d = drop(s, DropDelay.FIRST_SAMPLE);
        double noise = 12e-3 / Math.sqrt(6);
        // the line through eight rows that go up and down has a slope of its own: sum of t times the reading 12 mV
        double slope = 0.12 / 4200 * 10 / 10;
        double moved = ROOT / 2 / Math.sqrt(5) * TURN;
        double rest = noise * Math.sqrt(1 / 8.0 + 40 * 40 / 4200.0);
        assertEquals(Math.sqrt(noise * noise + rest * rest + moved * moved + Math.pow(slope * TURN, 2)), d.u(), 1e-5);
    }

    @Test
    void atTheEndTheLastRowOfTheCurrentIsRead() throws Exception {
        CellSegmentation s = plain(-1);
        VoltageDrop d = new DropReading(s).atEnd(s.steps().get(0), s.steps().get(1));
        assertEquals(JUMP + ROOT * Math.sqrt(605), d.drop(), 1e-9);
        assertEquals(605, d.delay(), 1e-9);
        double moved = ROOT / 2 / Math.sqrt(605) * TURN;
        assertEquals(Math.sqrt(NOISE * NOISE + REST * REST + moved * moved), d.u(), 1e-9);
    }

    @Test
    void whatIsExtrapolatedHoldsTheMomentOfTheTurnAndWhatNobodySaw() throws Exception {
        VoltageDrop d = drop(plain(1), DropDelay.EXTRAPOLATED);
        assertEquals(JUMP, d.drop(), 1e-9);
        assertEquals(0, d.delay());
        // fifteen per cent of what the root rises by in the 5 s before the first row
        double unseen = 0.15 * ROOT * Math.sqrt(5);
        // lines over the root of a time begun earlier or later by the uncertainty of the turn
        double moved = (intercept(TURN) - intercept(-TURN)) / 2;
        assertEquals(Math.sqrt(REST * REST + unseen * unseen + moved * moved), d.u(), 0.03 * d.u());
    }

    /** Of a line through the voltages at 5 to 55 s over the root of the time less a shift. */
    private static double intercept(double shift) {
        double[] sums = new double[4];
        for (int i = 0; i < 6; i++) {
            double t = 5 + 10.0 * i;
            double x = Math.sqrt(t - shift);
            double y = ROOT * Math.sqrt(t);
            sums[0] += x / 6;
            sums[1] += y / 6;
            sums[2] += x * x;
            sums[3] += x * y;
        }
        double slope = (sums[3] - 6 * sums[0] * sums[1]) / (sums[2] - 6 * sums[0] * sums[0]);
        return sums[1] - slope * sums[0];
    }

    @Test
    void anExtrapolationNeedsFourRows() throws Exception {
        CellSegmentation s = new Rows().rest(31, 10, 3.5).pause(10).step(3, 10, f -> 2, f -> 3.6 + 0.01 * f)
                .rest(31, 10, 3.5).segment();
        VoltageDrop d = drop(s, DropDelay.EXTRAPOLATED);
        assertTrue(d.verdict().isWithheld());
        assertTrue(d.verdict().reason().startsWith("there are 3 rows between 0.500 s and 300 s"), d.verdict().reason());
        assertTrue(drop(new Rows().rest(31, 10, 3.5).pause(10).step(4, 10, f -> 2, f -> 3.6 + 0.01 * f)
                .rest(31, 10, 3.5).segment(), DropDelay.EXTRAPOLATED).drop() > 0);
    }

    @Test
    void aStepThatEndsBeforeTheDelayHasNoDrop() throws Exception {
        CellSegmentation s = new Rows().rest(31, 1, 3.5).pause(1).step(5, 1, f -> 2, f -> 3.6 + 0.01 * f)
                .rest(31, 1, 3.5).segment();
        assertEquals("the step ends before 10.0 s", drop(s, DropDelay.TEN_SECONDS).verdict().reason());
    }

    @Test
    void aDropIsJudgedByItsSize() {
        CellStep step = Halves.step(1, 1, 0, 4, 0, -0.5, Verdict.SOUND);
        assertTrue(VoltageDrop.of(step, 0.02, 0.01, 1, 0, Verdict.SOUND).verdict().isSound());
        assertEquals("it is no larger than twice its uncertainty", VoltageDrop.of(step, 0.0199, 0.01, 1, 0,
                Verdict.SOUND).verdict().reason());
        assertFalse(VoltageDrop.of(step, -0.02, 0.01, 1, 0, Verdict.SOUND).verdict().isWithheld());
        VoltageDrop against = VoltageDrop.of(step, -0.0201, 0.01, 1, 0.25, Verdict.SOUND);
        assertEquals("the voltage moves against the current, by 20.1 ± 10 mV", against.verdict().reason());
        assertEquals(0.25, against.delayU());
        Verdict joint = Verdict.doubtful("joint");
        assertEquals(joint, VoltageDrop.of(step, 0.02, 0.01, 1, 0, joint).verdict());
    }

    @Test
    void whatTheInstrumentAddsMayMakeADropDoubtful() {
        CellStep step = Halves.step(1, 1, 0, 4, 0, 0.5, Verdict.SOUND);
        VoltageDrop d = VoltageDrop.of(step, 0.02, 0.003, 1, 0, Verdict.SOUND);
        // of 40 mV a tenth does not cancel in a difference; its gain of 8e-3 times 20 mV
        VoltageDrop known = d.known(new InstrumentAccuracy(0, 0.04));
        assertEquals(Math.sqrt(9e-6 + 16e-6 + 256e-10), known.u(), 1e-12);
        assertEquals(0.02, known.drop());
        assertTrue(known.verdict().isSound());
        VoltageDrop unsure = d.known(new InstrumentAccuracy(0, 0.12));
        assertEquals("it is no larger than twice its uncertainty", unsure.verdict().reason());
        VoltageDrop none = VoltageDrop.withheld(step, 1, 0, "none");
        assertEquals(none, none.known(new InstrumentAccuracy(0, 1)));
        // 20 mV over 0.5 A, and 5 % of that
        Uncertain r = d.resistance(0.05);
        assertEquals(0.04, r.value(), 1e-12);
        assertEquals(Math.hypot(0.006, 0.002), r.u(), 1e-12);
        assertEquals(0.04, VoltageDrop.of(Halves.step(-1, 1, 0, 4, 0, 0.5, Verdict.SOUND), 0.02, 0.003, 1, 0,
                Verdict.SOUND).resistance(0).value(), 1e-12);
    }

    @Test
    void aResistanceNeedsOneCurrent() {
        CellStep step = Halves.step(1, 1, 0, 4, 0, 0.5, Verdict.SOUND);
        assertTrue(DropReading.hasOneCurrent(step));
        assertTrue(DropReading.hasOneCurrent(step.with(StepType.PULSE)));
        assertFalse(DropReading.hasOneCurrent(step.with(StepType.CONSTANT_VOLTAGE)));
        assertTrue(Double.isNaN(DropDelay.FIRST_SAMPLE.seconds()));
        assertEquals("1 s", DropDelay.ONE_SECOND.words());
    }

    /** Linear in time, as where the state of charge changes, V/s. */
    private static final double LINEAR = 1e-3;

    private static double voltage(double t) {
        return JUMP + ROOT * Math.sqrt(t) + LINEAR * t;
    }

    /** A line, or a parabola in the root, through the voltages of rows over a time begun later by a shift. */
    private static LineFit fit(double from, double dt, int rows, double shift, int functions) {
        double[][] basis = new double[functions][rows];
        double[] x = new double[rows];
        double[] y = new double[rows];
        for (int i = 0; i < rows; i++) {
            x[i] = from + dt * i - shift;
            y[i] = voltage(from + dt * i);
            for (int k = 0; k < functions; k++) {
                basis[k][i] = Math.pow(Math.max(0, x[i]), k / 2.0);
            }
        }
        return LineFit.of(basis, y, x);
    }

    private static double first(LineFit fit) {
        return fit.coefficients()[0];
    }

    /** Rest and current in rows so far apart. */
    private static CellSegmentation every(double dt) throws Exception {
        return new Rows().rest(31, dt, 3.5).pause(dt).step(101, dt, f -> 2, f -> 3.5 + voltage(dt / 2 + 100 * dt * f))
                .pause(dt).rest(11, dt, 3.6).segment();
    }

    /** Of the line through the last eight rows of a rest that end half an interval before the turn. */
    private static double rest(double dt) {
        return NOISE * Math.sqrt(1 / 8.0 + 16 * dt * dt / (42 * dt * dt));
    }

    @Test
    void ofAFewCoarseRowsTheOtherFormIsInTheUncertainty() throws Exception {
        VoltageDrop d = drop(every(10), DropDelay.EXTRAPOLATED);
        LineFit line = fit(5, 10, 6, 0, 2);
        assertEquals(first(line), d.drop(), 1e-9);
        double moved = (first(fit(5, 10, 6, TURN, 2)) - first(fit(5, 10, 6, -TURN, 2))) / 2;
        double unseen = 0.15 * line.coefficients()[1] * Math.sqrt(5);
        double other = first(line) - JUMP;
        // a straight line over the time describes six rows no worse than the root by far
        double[] x = {5, 15, 25, 35, 45, 55};
        double form = first(line) - first(LineFit.of(new double[][] {{1, 1, 1, 1, 1, 1}, x},
                java.util.Arrays.stream(x).map(t -> voltage(t)).toArray(), x));
        assertEquals(Math.sqrt(Math.pow(line.sigma(0), 2) + Math.pow(rest(10), 2) + moved * moved + unseen * unseen
                + other * other + form * form), d.u(), 1e-9);
    }

    @Test
    void ofManyRowsTheirEarlyHalfAloneIsInTheUncertainty() throws Exception {
        // rows at 1.5 to 28.5 s, whose early half is a line over the root alone
        VoltageDrop d = drop(every(3), DropDelay.EXTRAPOLATED);
        assertEquals(JUMP, d.drop(), 1e-9);
        double turn = 3 / Math.sqrt(12);
        double moved = (first(fit(1.5, 3, 10, turn, 3)) - first(fit(1.5, 3, 10, -turn, 3))) / 2;
        double shown = JUMP - first(fit(1.5, 3, 5, 0, 2));
        double unseen = 0.15 * ROOT * Math.sqrt(1.5);
        assertEquals(Math.sqrt(Math.pow(rest(3), 2) + moved * moved + shown * shown + unseen * unseen), d.u(), 1e-9);
    }

    @Test
    void rowsOfTheFirstHalfSecondAreNotExtrapolatedFrom() throws Exception {
        // rows at 0.05 s, 0.15 s ...: the first of them after half a second stands at 0.55 s, the last at 29.95 s
        VoltageDrop d = drop(new Rows().rest(31, 0.1, 3.5).pause(0.1).step(1001, 0.1, f -> 2, f -> 3.5 + (f < 4.9e-3 ? 0
                : voltage(0.05 + 100 * f))).pause(0.1).rest(11, 0.1, 3.6).segment(), DropDelay.EXTRAPOLATED);
        assertEquals(JUMP, d.drop(), 1e-9);
        double unseen = 0.15 * ROOT * Math.sqrt(0.55);
        assertTrue(d.u() > unseen, d.u() + " " + unseen);
    }

    @Test
    void aRowWithoutAVoltageIsPassedOver() throws Exception {
        Rows rows = new Rows().rest(31, 10, 3.5).pause(10).step(61, 10, f -> 2, f -> 3.5 + JUMP + ROOT * Math.sqrt(5
                + 600 * f)).pause(10).rest(11, 10, 3.6);
        rows.rows.get(31)[1] = Double.NaN;
        rows.rows.get(31 + 60)[1] = Double.NaN;
        rows.rows.get(30)[1] = Double.NaN;
        CellSegmentation s = rows.segment();
        CellStep rest = s.steps().get(0);
        VoltageDrop first = new DropReading(s).at(rest, s.steps().get(1), DropDelay.FIRST_SAMPLE);
        assertEquals(JUMP + ROOT * Math.sqrt(15), first.drop(), 1e-9);
        assertEquals(15, first.delay(), 1e-9);
        VoltageDrop last = new DropReading(s).atEnd(rest, s.steps().get(1));
        assertEquals(JUMP + ROOT * Math.sqrt(595), last.drop(), 1e-9);
        assertEquals(595, last.delay(), 1e-9);
    }

    @Test
    void afterAShortRestItsLastReadingCounts() throws Exception {
        // three rows that fall by a millivolt each
        CellSegmentation s = new Rows().constant(31, 10, -2, 3.6, 3.4).pause(10).step(3, 10, f -> 0, f -> 3.502 - 2e-3
                * f).pause(10).step(61, 10, f -> 2, f -> 3.5 + JUMP + ROOT * Math.sqrt(5 + 600 * f)).pause(10)
                .rest(11, 10, 3.6).segment();
        VoltageDrop d = new DropReading(s).at(s.steps().get(1), s.steps().get(2), DropDelay.FIRST_SAMPLE);
        assertEquals(JUMP + ROOT * Math.sqrt(5), d.drop(), 1e-9);
        double moved = ROOT / 2 / Math.sqrt(5) * TURN;
        // half of the last difference
        assertEquals(Math.sqrt(NOISE * NOISE + 25e-8 + moved * moved), d.u(), 1e-9);
    }

    /** Steps of which each, or the second alone, begins with a clock at so many seconds. */
    private static CellSegmentation restarted(double at, boolean each) throws Exception {
        Rows rows = new Rows().rest(31, 10, 3.5).pause(10).step(61, 10, f -> 2, f -> 3.5 + JUMP + ROOT * Math.sqrt(4
                + 600 * f)).pause(10).rest(31, 10, 3.6).pause(10).constant(31, 10, -2, 3.5, 3.4).pause(10)
                .rest(31, 10, 3.5);
        double began = 0;
        for (int i = 1; i < rows.rows.size(); i++) {
            double[] r = rows.rows.get(i);
            boolean anew = r[2] != rows.rows.get(i - 1)[2] && (each || i == 31);
            began = anew ? rows.rows.get(i)[7] - at : began;
            r[0] = r[7] - (began == 0 ? rows.rows.get(0)[7] : began);
        }
        return rows.segment();
    }

    @Test
    void aClockThatStartsAnewWithEachStepTellsWhenItBegan() throws Exception {
        CellSegmentation s = restarted(4, true);
        VoltageDrop d = new DropReading(s).at(s.steps().get(0), s.steps().get(1), DropDelay.FIRST_SAMPLE);
        assertEquals(JUMP + ROOT * 2, d.drop(), 1e-9);
        assertEquals(4, d.delay(), 1e-6);
        assertEquals(0, d.delayU());
        assertTrue(d.verdict().isSound(), d.verdict().reason());
    }

    @Test
    void aClockThatStartsAnewOnceLeavesTheMomentOpen() throws Exception {
        CellSegmentation s = restarted(4, false);
        VoltageDrop d = new DropReading(s).at(s.steps().get(0), s.steps().get(1), DropDelay.FIRST_SAMPLE);
        assertEquals("a joint of unknown length lies between the rest and the current", d.verdict().reason());
        assertEquals(5, d.delay(), 1e-6);
        assertEquals(TURN, d.delayU(), 1e-6);
    }

    /** A record whose second step says how long ago it began. */
    private static CellSegmentation told(double since) throws Exception {
        Rows rows = new Rows().rest(31, 10, 3.5).pause(10).step(61, 10, f -> 2, f -> 3.5 + JUMP + ROOT * Math.sqrt(2.5
                + 600 * f)).pause(10).rest(11, 10, 3.6);
        double[] step = new double[rows.rows.size()];
        double start = 0;
        for (int i = 0; i < step.length; i++) {
            start = i == 31 ? rows.rows.get(i)[0] - since : i == 31 + 61 ? rows.rows.get(i)[0] : start;
            step[i] = rows.rows.get(i)[0] - start;
        }
        List<Column> columns = new ArrayList<>(rows.table().columns());
        columns.add(Column.of(RecordColumns.STEP_TIME, "s", step));
        return Segmenter.segment(CellRecord.of(new Table(rows.table().header(), columns)).orElseThrow(),
                SegmentationRules.AUTOMATIC);
    }

    @Test
    void theTimeOfTheStepTellsWhenTheCurrentWasTurnedOn() throws Exception {
        CellSegmentation s = told(2.5);
        VoltageDrop d = drop(s, DropDelay.FIRST_SAMPLE);
        assertEquals(JUMP + ROOT * Math.sqrt(2.5), d.drop(), 1e-9);
        assertEquals(2.5, d.delay(), 1e-9);
        assertEquals(s.record().stepBeginU(), d.delayU());
        assertTrue(d.delayU() < 1);
        // a time longer than the pause before it is that of something else
        VoltageDrop other = drop(told(40), DropDelay.FIRST_SAMPLE);
        assertEquals(5, other.delay(), 1e-9);
        assertEquals(TURN, other.delayU(), 1e-9);
        assertEquals(10, drop(told(10), DropDelay.FIRST_SAMPLE).delay(), 1e-9);
    }
}
