package org.interphase.numerics.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StudentTest {

    @Test
    void theWideningIsThatOfTheTables() {
        // two-sided 95 % quantiles, JCGM 100:2008, table G.2
        double[][] table = {{1, 12.71}, {2, 4.30}, {3, 3.18}, {5, 2.57}, {10, 2.23}, {20, 2.09}, {50, 2.01}};
        for (double[] row : table) {
            assertEquals(row[1] / 1.96, Student.widening((int) row[0]), 0.005, row[0] + " degrees of freedom");
        }
        assertTrue(Double.isNaN(Student.widening(0)));
    }
}
