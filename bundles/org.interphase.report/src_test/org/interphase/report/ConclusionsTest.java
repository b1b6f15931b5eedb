package org.interphase.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.interphase.model.Attribution;
import org.interphase.model.Measurement;
import org.interphase.model.Verdict;
import org.junit.jupiter.api.Test;

/** Sentences of a conclusion, word by word. */
class ConclusionsTest {

    private static final List<ReportSample> SAMPLES = List.of(new ReportSample("A", ""), new ReportSample("B", ""),
            new ReportSample("C", ""));

    private static Comparison of(String name, boolean key, Measurement... values) {
        return new Comparison("r", name, key, Arrays.asList(values), Collections.nCopies(values.length, "d"));
    }

    private static Comparison part(String component, Attribution.Property property, boolean key,
            Measurement... values) {
        Attribution of = Attribution.of(component, property);
        return of(component + " " + property.word(), key, Arrays.stream(values).map(m -> m == null ? null
                : m.about(of)).toArray(Measurement[]::new));
    }

    private static Measurement m(double value, double u, String unit) {
        return Measurement.of("x", "", value, u, unit);
    }

    private static Measurement none(double limit, String unit) {
        return Measurement.notDetected("x", "", limit, unit);
    }

    private static Measurement hidden() {
        return Measurement.withheld("x", "", "%", "the window is too narrow");
    }

    private static List<String> sentences(Comparison... all) {
        return new Conclusions(SAMPLES, List.of(all)).sentences().stream().map(ConclusionsTest::plain).toList();
    }

    private static String plain(String text) {
        return text.replace("\u00b1", "+-").replace('\u00a0', '_');
    }

    @Test
    void aDifferenceIsToldWithItsSignAndItsUncertainty() {
        assertEquals("x: A 10.00 +- 0.30_eV, B 12.00 +- 0.40_eV, C 9.80 +- 0.40_eV; B is higher than A by 2.00 "
                + "+- 0.50_eV; C does not differ significantly from A.",
                plain(of("x", true, m(10, 0.3, "eV"), m(12, 0.4, "eV"), m(9.8, 0.4, "eV")).statement(SAMPLES)));
        assertEquals("x: A 10.00 +- 0.30_eV, B 8.00 +- 0.40_eV; B is lower than A by 2.00 +- "
                + "0.50_eV.", plain(of("x", true, m(10, 0.3, "eV"), m(8, 0.4, "eV"), null).statement(SAMPLES)));
        // the reference is the first sample with a value
        assertEquals("x: B 10.0 +- 3.0, C 20.0 +- 4.0; not detected in A, below 5.1; C does not differ "
                + "significantly from B.",
                plain(of("x", true, none(5.1, "1"), m(10, 3, "1"), m(20, 4, "1")).statement(SAMPLES)));
        assertEquals("x: not detected in A; not detected in B, below 5.1_%.",
                plain(of("x", true, none(Double.NaN, "%"), none(5.1, "%"), null).statement(SAMPLES)));
        assertEquals("x: A 10, B 20.", plain(of("x", true, m(10, 0, "1"), m(20, 0, "1"), null).statement(SAMPLES)));
    }

    @Test
    void significanceBeginsBeyondTwoStandardUncertainties() {
        assertEquals(false, of("x", true, m(10, 3, "1"), m(20, 4, "1")).isSignificant(1));
        assertEquals(true, of("x", true, m(10, 3, "1"), m(20.01, 4, "1")).isSignificant(1));
        assertEquals(true, of("x", true, m(20.01, 3, "1"), m(10, 4, "1")).isSignificant(1));
        assertEquals(false, of("x", true, m(10, 0, "1"), m(20, 0, "1")).isSignificant(1), "no uncertainty, no "
                + "judgement");
        assertEquals(false, of("x", true, m(10, Double.NaN, "1"), m(20, 1, "1")).isSignificant(1));
        assertEquals(false, of("x", true, m(10, 1, "1").judged(Verdict.doubtful("odd")), m(90, 1, "1"))
                .isSignificant(1));
        assertEquals(null, of("x", true, m(10, 1, "eV"), m(20, 1, "nm")).difference(1));
        assertEquals(null, of("x", true, m(10, 1, "eV"), null, none(2, "eV")).difference(2));
        assertEquals(null, of("x", true, none(1, "eV"), none(2, "eV")).difference(1));
        assertEquals(2, of("x", true, m(10, 1, "eV"), null, none(2, "eV")).measured());
    }

    @Test
    void ofManySamplesTheRangeIsTold() {
        List<Measurement> values = new ArrayList<>();
        List<ReportSample> samples = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            samples.add(new ReportSample("S" + i, ""));
            values.add(i == 4 ? m(700, 10, "nm") : i == 7 ? m(3, 0.1, "um") : m(1 + 0.1 * i, 0.1, "um"));
        }
        Comparison nine = new Comparison("r", "x", true, values, Collections.nCopies(9, "d"));
        assertEquals("x: from 700 +- 10_nm (S4) to 3.00 +- 0.10_\u00b5m (S7) in 9 samples.",
                plain(nine.statement(samples)));
        values.set(0, none(0.5, "um"));
        assertEquals("x: from 700 +- 10_nm (S4) to 3.00 +- 0.10_\u00b5m (S7) in 8 samples; not detected in 1 of "
                + "9 samples.", plain(new Comparison("r", "x", true, values,
                Collections.nCopies(9, "d")).statement(samples)));
        values.set(0, null);
        assertEquals(true, new Comparison("r", "x", true, values, Collections.nCopies(9, "d")).statement(samples)
                .startsWith("x: S1 1.10"), "eight are named");
        assertEquals("x: not detected in 9 of 9 "
                + "samples.", new Comparison("r", "x", true, Collections.nCopies(9, none(1,
                "um")), Collections.nCopies(9, "d")).statement(samples));
    }

    @Test
    void theNumbersOfAComponentBecomeOneSentence() {
        List<String> told = sentences(
                part("LiF", Attribution.Property.POSITION, true, none(Double.NaN, "eV"), m(685, 0.1, "eV"),
                        m(685.5, 0.1, "eV")),
                part("LiF", Attribution.Property.FRACTION, true, none(1.25, "%"), m(30, 1, "%"), m(20, 1, "%")),
                of("pH", true, m(7, 0.1, "1"), m(7.1, 0.1, "1"), null),
                of("LiF count", true, m(3, 0, "1"), m(4, 0, "1"), null),
                of("width", false, m(7, 0.1, "1"), m(9.1, 0.1, "1"), null));
        assertEquals(List.of("LiF: present in B, (30.0 +- 1.0)_% at 685.00 +- 0.10_eV; present in C, (20.0 +- "
                + "1.0)_% at 685.50 +- 0.10_eV; not detected in A, below 1.2_%; fraction in C is lower than in "
                + "B by (10.0 +- 1.4)_%; position in C is higher than in B by 0.50 +- 0.14_eV.",
                "pH: A 7.00 +- 0.10, B 7.10 +- 0.10; B does not differ significantly from A."), told);
    }

    @Test
    void withoutAFractionTheAreaDecides() {
        assertEquals(List.of("LiF: present in A, area 5.0 +- 1.0 at 685.0 +- 1.0_eV; undecided in C (the window "
                + "is too narrow); not detected in B, area below 2.5."),
                sentences(part("LiF", Attribution.Property.AREA, true, m(5, 1, "1"), none(2.5, "1"), hidden()),
                        part("LiF", Attribution.Property.POSITION, false, m(685, 1, "eV"), m(686, 1, "eV"),
                                null)).stream()
                        .map(s -> s.replace("; position in B does not differ significantly from that in "
                + "A", "")).toList());
        assertEquals(List.of("LiF: present in A at 685.0 +- 1.0_eV; not detected in B."),
                sentences(part("LiF", Attribution.Property.POSITION, true, m(685, 1, "eV"), none(Double.NaN, "eV"),
                        null)));
        // a limit on the area where that of the fraction is not known
        assertEquals(List.of("LiF: present in A, (30.0 +- 1.0)_%; not detected in B, area below 4_eV."),
                sentences(part("LiF", Attribution.Property.FRACTION, true, m(30, 1, "%"), none(Double.NaN, "%"), null),
                        part("LiF", Attribution.Property.AREA, false, m(9, 1, "eV"), none(4, "eV"), null)));
    }

    @Test
    void whatIsFoundEverywhereIsComparedQuantityByQuantity() {
        assertEquals(2, sentences(part("LiF", Attribution.Property.AREA, true, m(5, 1, "1"), m(6, 1, "1"), null),
                part("LiF", Attribution.Property.FRACTION, true, m(5, 1, "%"), m(6, 1, "%"), null)).size());
        assertEquals(List.of(), sentences(part("LiF", Attribution.Property.AREA, true, m(5, 1, "1"), null, null)));
        assertEquals(List.of(), sentences(part("LiF", Attribution.Property.AREA, true, none(5, "1"), null, null)),
                "one sample is no "
                + "comparison");
    }

    @Test
    void aBoundWithoutUncertaintyIsNoConclusion() {
        Comparison bound = of("limit", true, m(5, Double.NaN, "1"), m(6, 0, "1"), null);
        Comparison known = of("size", true, m(5, Double.NaN, "1"), m(6, 0.1, "1"), null);
        Comparison missing = of("gone", true, null, none(1, "1"), null);
        Comparison kept = of("kept", true, null, hidden(), null);
        Comparison side = of("side", false, m(5, 1, "1"), m(6, 1, "1"), null);
        assertEquals(List.of(known, missing, kept), Conclusions.keys(List.of(bound, known, missing, kept, side)));
    }
}
