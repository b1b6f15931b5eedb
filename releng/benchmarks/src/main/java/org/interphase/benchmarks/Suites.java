package org.interphase.benchmarks;

import java.util.List;

/** All suites, in the order in which they run. */
final class Suites {

    private Suites() {
    }

    static List<Suite> all() {
        return List.of(new NistSuite(), new FitSuite(), new BaselineSuite(), new ImageSuite(),
                new ImpedanceSuite(), new MapSuite(), new TablesSuite(), new CyclingSuite(),
                new BatchSuite(), new StartupSuite());
    }
}
