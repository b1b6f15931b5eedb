package org.interphase.technique.vibrational.internal.ops;

import java.util.List;
import org.interphase.api.parameters.Param;

/** Parameters of {@link AssignOperation}. */
public record AssignParameters(
        @Param(label = "Extra tolerance", unit = "cm-1", def = "0", min = 0, max = 50, help = "Added to the tolerance "
                + "of each reference band, for example where the axis is not calibrated.") double tolerance,
        @Param(label = "Least score", def = "0.3", min = 0, max = 1, help = "Candidate species below this score are "
                + "not listed.") double leastScore,
        @Param(label = "Species", def = "", help = "Only these species (names as in the reference table), separated "
                + "by commas; empty for all.") List<String> species) {
}
