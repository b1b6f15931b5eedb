package org.interphase.technique.battery.reader;

import java.util.List;
import java.util.Map;
import org.interphase.api.Source;

/** A file for each reader of binary files of cyclers. */
public final class BinarySamples {

    private BinarySamples() {
    }

    /** By the identifiers of the readers. */
    public static Map<String, List<Source>> all() {
        return Map.of("battery.neware-nda", List.of(Source.of("a.nda", NewareSamples.nda130(56, 20))),
                "battery.neware-ndax", List.of(Source.of("a.ndax", NewareSamples.ndax(14, 20))),
                "battery.arbin-res", List.of(Source.of("a.res", ArbinSamples.res(2))));
    }
}
