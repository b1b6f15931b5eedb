package org.interphase.ui.chart;

import org.interphase.api.parameters.Range;

/**
 * A parameter that is a range of the horizontal axis, shown with ends that can be dragged.
 *
 * @param step id of the recipe step
 * @param parameter path of the parameter in the step's record
 * @param label what it is
 * @param range its value; all for the whole axis
 */
public record PictureRange(String step, String parameter, String label, Range range) {
}
