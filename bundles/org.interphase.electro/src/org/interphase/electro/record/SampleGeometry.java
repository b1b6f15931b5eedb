package org.interphase.electro.record;

import java.util.OptionalDouble;
import org.interphase.model.Metadata;

/**
 * Area of the electrode and thickness of the sample as a person stated them for a file. What a program wrote on its own
 * (EC-Lab puts 0.001 cm2 where nothing was entered) does not count.
 */
public final class SampleGeometry {

    /** Metadata key of the area, also of what instruments write. */
    public static final String AREA = "electrode area";
    /** Metadata key of the thickness. */
    public static final String THICKNESS = "thickness";
    /** Metadata key that tells that the area was stated. */
    public static final String AREA_SOURCE = "electrode area source";
    /** Its value then. */
    public static final String STATED = "stated";

    private SampleGeometry() {
    }

    /** The stated area in cm2. */
    public static OptionalDouble area(Metadata metadata) {
        return metadata.text(AREA_SOURCE).filter(STATED::equals).isPresent() ? metadata.number(AREA, "cm2")
                : OptionalDouble.empty();
    }

    /** The stated thickness in um. */
    public static OptionalDouble thickness(Metadata metadata) {
        return metadata.number(THICKNESS, "um");
    }
}
