package org.interphase.electro.record;

import java.util.Arrays;
import java.util.Optional;
import org.interphase.model.Metadata;

/** What the sign of a record's current was taken from when the file was read; charging is positive since. */
public enum SignSource {
    /** A person said it. */
    STATED("stated"),
    /** Words of charging and discharging. */
    STATES("from the states recorded"),
    /** Counters of charge and discharge. */
    COUNTERS("from the counters of charge"),
    /** The way the instrument's software counts. */
    INSTRUMENT("as the instrument writes it"),
    /** The voltage: its steps when a current is turned on, or its way over whole charges. */
    VOLTAGE("from the voltage"),
    /** There is no current to have a sign. */
    NO_CURRENT("no current flows");

    private static final String KEY = "current sign";

    private final String words;

    SignSource(String words) {
        this.words = words;
    }

    /** The source in words. */
    public String words() {
        return words;
    }

    /** Whether it is known, so that no later look at the voltage overrules it. */
    public boolean isFirm() {
        return this == STATED || this == STATES || this == COUNTERS;
    }

    /** Metadata that hold it too. */
    public Metadata in(Metadata metadata) {
        return metadata.with(KEY, words);
    }

    /** The source metadata hold; empty where they hold none. */
    public static Optional<SignSource> of(Metadata metadata) {
        return metadata.text(KEY).flatMap(t -> Arrays.stream(values()).filter(s -> s.words.equals(t)).findFirst());
    }
}
