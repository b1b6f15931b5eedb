package org.interphase.technique.battery.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.interphase.model.Table;
import org.junit.jupiter.api.Test;

/** A current written without sign, and counters of charge and discharge beside it. */
class UnsignedCurrentTest {

    private static final double[] SIGNED = {0, 1, 1, 1, 0, -1, -1, -1, 0, 1, 1};

    /** Rest, charge, rest, discharge, rest, charge; in the first row of a step no counter has risen yet. */
    private static String file(String... states) {
        double[] charge = {0, 0, 0.1, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.3};
        double[] discharge = {0, 0, 0, 0, 0, 0, 0.1, 0.2, 0.2, 0.2, 0.2};
        StringBuilder out = new StringBuilder("Time (s),Voltage (V),Current (A),Charge Capacity (Ah),"
                + "Discharge Capacity (Ah)" + (states.length == 0 ? "" : ",Step Type") + "\n");
        for (int i = 0; i < SIGNED.length; i++) {
            out.append(i * 360).append(",3.5,").append(Math.abs(SIGNED[i])).append(',').append(charge[i]).append(',')
                    .append(discharge[i]).append(states.length == 0 ? "" : "," + states[i]).append('\n');
        }
        return out.toString();
    }

    @Test
    void theCounterThatRisesGivesTheSign() throws IOException {
        Table t = CyclerFiles.read("a.csv", file());
        assertArrayEquals(SIGNED, CyclerFiles.current(t));
        assertTrue(CyclerFiles.codes(t).contains("current-unsigned"), CyclerFiles.remarks(t));
        assertFalse(CyclerFiles.codes(t).contains("sign-guessed"), CyclerFiles.remarks(t));
    }

    @Test
    void statesThatSayNoDirectionDontHideTheCounters() throws IOException {
        Table t = CyclerFiles.read("a.csv", file("Rest", "CC", "CC", "CV", "Rest", "CC", "CC", "CC", "Rest", "CC",
                "CV"));
        assertArrayEquals(SIGNED, CyclerFiles.current(t));
    }

    @Test
    void chargeAndDischargeWithoutARestBetweenAreToldApartByTheStep() throws IOException {
        Table t = CyclerFiles.read("a.csv", "Time (s),Voltage (V),Current (A),Charge Capacity (Ah),"
                + "Discharge Capacity (Ah),Step\n0,3.5,1,0,0,1\n360,3.6,1,0.1,0,1\n720,3.6,1,0.1,0,1\n"
                + "1080,3.4,1,0.1,0,2\n1440,3.4,1,0.1,0.1,2\n");
        assertArrayEquals(new double[] {1, 1, 1, -1, -1}, CyclerFiles.current(t));
    }

    @Test
    void aCurrentThatMovesNoCounterIsNamed() throws IOException {
        Table t = CyclerFiles.read("a.csv", file() + "3960,3.5,0,0.3,0.2\n4320,3.4,1,0.3,0.2\n");
        assertTrue(CyclerFiles.codes(t).contains("sign-guessed"), CyclerFiles.remarks(t));
    }

    @Test
    void aWordWithoutDirectionAmongWordsGoesWithTheCounters() throws IOException {
        Table t = CyclerFiles.read("a.csv", file("Rest", "Charge", "Charge", "Charge", "Rest", "Pulse", "Pulse",
                "Pulse", "Rest", "Charge", "Charge"));
        assertArrayEquals(SIGNED, CyclerFiles.current(t));
        assertTrue(CyclerFiles.codes(t).contains("sign-by-counters"), CyclerFiles.remarks(t));
        assertFalse(CyclerFiles.codes(t).contains("sign-guessed"), CyclerFiles.remarks(t));
    }

    @Test
    void aWordWithoutDirectionAndWithoutCountersIsNamed() throws IOException {
        Table t = CyclerFiles.read("a.csv", "Time (s),Voltage (V),Current (A),Step Type\n0,3.5,0,Rest\n"
                + "360,3.6,1,Charge\n720,3.6,0,Rest\n1080,3.5,1,Discharge\n1440,3.5,0,Rest\n1800,3.5,1,Pulse\n");
        assertTrue(CyclerFiles.codes(t).contains("sign-guessed"), CyclerFiles.remarks(t));
    }

    /** Rows so far apart that the steps of the voltage are no larger than its way from row to row. */
    private static String coarse(int charging) {
        StringBuilder out = new StringBuilder("Time (s),Voltage (V),Current (A)\n");
        for (int k = 0; k < 40; k++) {
            int in = k % 10;
            boolean up = k / 10 % 2 == 0;
            out.append(k * 600).append(',').append(up ? 3 + 0.1 * in : 3.9 - 0.1 * in).append(',')
                    .append(up ? charging : -charging).append('\n');
        }
        return out.toString();
    }

    @Test
    void wholeChargesTellTheSignWhereStepsDoNot() throws IOException {
        Table t = CyclerFiles.read("a.csv", coarse(-1));
        assertTrue(CyclerFiles.codes(t).contains("sign-by-voltage"), CyclerFiles.remarks(t));
        assertTrue(CyclerFiles.current(t)[5] > 0);
        assertTrue(CyclerFiles.current(t)[15] < 0);
        assertTrue(CyclerFiles.current(CyclerFiles.read("a.csv", coarse(1)))[5] > 0);
    }
}
