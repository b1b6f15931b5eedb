package org.interphase.technique.microscopy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.interphase.testkit.verdict.VerdictTally;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is reported as sound holds its uncertainty, whatever the picture. */
class HardPicturesTest {

    /** @param margin what chance may do to a share of so few numbers */
    private static void judge(HardPictures pictures, double margin) {
        String table = pictures.obeying().table() + pictures.hard().table();
        for (VerdictTally tally : new VerdictTally[] {pictures.obeying(), pictures.hard()}) {
            VerdictTally.Count all = tally.all();
            assertTrue(all.withinTwo() >= VerdictTally.WITHIN_TWO - margin, table);
            assertTrue(all.beyondThree() <= VerdictTally.BEYOND_THREE + margin / 2, table);
            assertTrue(all.falselyPresent() <= VerdictTally.FALSELY_PRESENT, table);
        }
        assertTrue(pictures.obeying().all().doubted() <= VerdictTally.DOUBTED + margin, table);
        // and the judge does see what is wrong: most of these pictures are spoiled
        assertTrue(pictures.hard().all().doubted() > 0.25, table);
        assertTrue(pictures.hard().all().sound() > 0.25 * pictures.hard().all().numbers(), table);
    }

    @Test
    void soundNumbersHoldTheirUncertainty() {
        HardPictures pictures = new HardPictures(0, 2);
        pictures.all(1);
        judge(pictures, 0.02);
    }

    @Test
    @Tag("study")
    void soundNumbersOfManyPicturesHoldTheirUncertainty() {
        HardPictures pictures = new HardPictures(0, 1, 2);
        pictures.all(6);
        System.out.println(pictures.obeying().table());
        System.out.println(pictures.hard().table());
        judge(pictures, 0);
    }
}
