package org.interphase.technique.xps;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.api.Outcome;
import org.interphase.model.Measurement;
import org.interphase.testkit.photoelectron.LineTruth;
import org.interphase.testkit.photoelectron.RegionTruth;
import org.junit.jupiter.api.Test;

/** Models with more freedom widen what they would change, and cast doubt where the data want them. */
class RivalModelsTest {

    private static final RegionTruth OBEYING = RegionTruth.of("F 1s", 680, 694, 0.1, 9000,
            List.of(LineTruth.of("CF2", 688.2, 1.8, 60000), LineTruth.of("LiF", 685.1, 1.7, 18000)));

    private static Measurement one(Outcome o, String name) {
        return o.measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    private static Outcome run(RegionTruth truth, String... settings) throws Exception {
        return XpsRuns.run("xps/f1s-lif-cf2", truth.curve(11), settings);
    }

    private static boolean prefers(Outcome o, String words) {
        return o.remarks().stream().anyMatch(r -> r.code().equals("rival-model") && r.text().contains(words));
    }

    @Test
    void dataThatObeyTheModelPreferNoOther() throws Exception {
        Outcome o = run(OBEYING);
        assertFalse(prefers(o, ""), o.remarks().toString());
        assertTrue(one(o, "LiF fraction").verdict().isSound());
    }

    @Test
    void aFurtherStateIsNamedWithItsPlaceAndDoubtsWhatItWouldChange() throws Exception {
        Outcome o = run(OBEYING.with(LineTruth.of("P-F", 686.8, 1.7, 6000)));
        assertTrue(prefers(o, "further state near 686."), o.remarks().toString());
        assertFalse(one(o, "LiF position").verdict().isSound());
    }

    @Test
    void aComponentOfThatNameDoesNotSwitchRivalsOff() throws Exception {
        Outcome o = run(OBEYING.with(LineTruth.of("P-F", 686.8, 1.7, 6000)), "fit.components[1].name=further state");
        assertTrue(prefers(o, "further state 2 near 686."), o.remarks().toString());
        assertFalse(one(o, "further state position").verdict().isSound());
    }

    @Test
    void linesOfDifferentShapesDoubtTheShares() throws Exception {
        Outcome o = run(OBEYING.each(l -> l.mixed(l.name().equals("CF2") ? 0.1 : 0.6)));
        assertTrue(prefers(o, "different shapes"), o.remarks().toString());
        assertFalse(one(o, "LiF fraction").verdict().isSound());
    }

    @Test
    void tailsAreSeenAsLeaningLines() throws Exception {
        assertTrue(prefers(run(OBEYING.each(l -> l.tailed(0.5))), "lean"));
    }

    @Test
    void withoutModelUncertaintyThereIsNone() throws Exception {
        RegionTruth further = OBEYING.with(LineTruth.of("P-F", 686.8, 1.7, 6000));
        Outcome without = run(further, "fit.modelUncertainty=false");
        assertFalse(prefers(without, ""));
    }
}
