package org.interphase.technique.battery.segmentation;

/** What a step of a record is, found from current, voltage and time. */
public enum StepType {
    /** No current but noise. */
    REST("rest"),
    /** Constant current. */
    CONSTANT_CURRENT("constant current"),
    /** Constant voltage while the current changes. */
    CONSTANT_VOLTAGE("constant voltage"),
    /** Constant current between two rests that moves a small part of the charge of its half cycle. */
    PULSE("pulse"),
    /** Voltage linear in time while the current changes. */
    SWEEP("sweep"),
    /** Anything else, such as constant power. */
    OTHER("other");

    private final String words;

    StepType(String words) {
        this.words = words;
    }

    /** The type in words. */
    public String words() {
        return words;
    }
}
