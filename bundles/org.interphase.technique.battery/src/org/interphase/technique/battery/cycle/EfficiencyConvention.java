package org.interphase.technique.battery.cycle;

/** Which of two half cycles an efficiency is referred to. A record does not tell; who measured it does. */
public enum EfficiencyConvention {
    /** Not stated: no efficiency is given. */
    UNSTATED("", 0),
    /** What a full cell gives back of what was put in: discharge over the charge before it. */
    FULL_CELL("discharge/charge", 1),
    /** What an electrode against lithium gives back of what it took up: delithiation over the lithiation before it. */
    HALF_CELL("delithiation/lithiation", -1);

    private final String words;
    private final int first;

    EfficiencyConvention(String words, int first) {
        this.words = words;
        this.first = first;
    }

    /** The ratio in words. */
    public String words() {
        return words;
    }

    /** Direction of the half cycle it is referred to: 1 charge, -1 discharge, which lithiates; 0 if not stated. */
    public int reference() {
        return first;
    }
}
