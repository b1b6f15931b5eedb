package org.interphase.technique.battery.segmentation;

/**
 * How a record is taken apart.
 *
 * @param cycles how half cycles make cycles
 * @param sign what the sign of the current means
 * @param restCurrent magnitude of the current below which a row is at rest, A; null to find it
 * @param timeFactor seconds that one unit of the recorded time is, where the file states it wrongly; 1 as recorded
 * @param minorShare a turn of the current that moves less than this share of the half cycles beside it (a pulse against
 *     the direction) opens no half cycle
 */
public record SegmentationRules(CycleRule cycles, CurrentSign sign, Double restCurrent, double timeFactor,
        double minorShare) {

    /** Share of a half cycle a pulse against its direction may move. */
    public static final double MINOR_SHARE = 0.05;

    /** Everything automatic. */
    public static final SegmentationRules AUTOMATIC = new SegmentationRules(CycleRule.AUTOMATIC, CurrentSign.AUTOMATIC,
            null, 1, MINOR_SHARE);

    /** The same with another rule for cycles. */
    public SegmentationRules with(CycleRule rule) {
        return new SegmentationRules(rule, sign, restCurrent, timeFactor, minorShare);
    }

    /** The same with another meaning of the sign. */
    public SegmentationRules with(CurrentSign other) {
        return new SegmentationRules(cycles, other, restCurrent, timeFactor, minorShare);
    }
}
