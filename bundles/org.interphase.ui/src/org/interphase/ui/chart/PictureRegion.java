package org.interphase.ui.chart;

import org.interphase.api.parameters.Region;

/**
 * A parameter that is a region of an image.
 *
 * @param step id of the recipe step
 * @param parameter path of the parameter in the step's record
 * @param label what it is
 * @param region its value in pixels; all for the whole field
 */
public record PictureRegion(String step, String parameter, String label, Region region) {
}
