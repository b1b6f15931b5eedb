package org.interphase.model;

import java.util.Objects;
import java.util.Optional;
import org.interphase.model.unit.Numbers;
import org.interphase.model.unit.Unit;

/**
 * One number an analysis found, with its standard uncertainty, unit, and the step that made it.
 *
 * @param name what was measured, for example "LiF position" (unique within one result)
 * @param symbol formula symbol, for example "E_B"; may be empty
 * @param value the number; NaN if the quantity was looked for and not detected or not determined
 * @param uncertainty standard uncertainty in the same unit; NaN if not known
 * @param unit unit of value, uncertainty and limit
 * @param step id of the recipe step that made it; empty until the runner stamps it
 * @param limit if not detected: the value above which it would have been found; else NaN
 * @param verdict whether the number may be published; a withheld one has no value
 * @param evidence which component of a fit it is of, and which species that may be; empty if it is of none
 */
public record Measurement(String name, String symbol, double value, double uncertainty, Unit unit, String step,
        double limit, Verdict verdict, Optional<Attribution> evidence) {

    /** @throws IllegalArgumentException if the uncertainty is negative */
    public Measurement {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(evidence, "evidence");
        if (verdict.isWithheld() && !(Double.isNaN(value) && Double.isNaN(uncertainty) && Double.isNaN(limit))) {
            throw new IllegalArgumentException(name + " is withheld and has a value or a limit");
        }
        if (uncertainty < 0) {
            throw new IllegalArgumentException("negative uncertainty of " + name);
        }
    }

    /** A measurement of no component. */
    public Measurement(String name, String symbol, double value, double uncertainty, Unit unit, String step,
            double limit, Verdict verdict) {
        this(name, symbol, value, uncertainty, unit, step, limit, verdict, Optional.empty());
    }

    /** A sound measurement. */
    public Measurement(String name, String symbol, double value, double uncertainty, Unit unit, String step,
            double limit) {
        this(name, symbol, value, uncertainty, unit, step, limit, Verdict.SOUND);
    }

    /** A measured value. */
    public static Measurement of(String name, String symbol, double value, double uncertainty, String unit) {
        return new Measurement(name, symbol, value, uncertainty, Unit.of(unit), "", Double.NaN);
    }

    /** A quantity that was looked for and not found; {@code limit} is the detection limit (NaN if not known). */
    public static Measurement notDetected(String name, String symbol, double limit, String unit) {
        return new Measurement(name, symbol, Double.NaN, Double.NaN, Unit.of(unit), "", limit);
    }

    /** A quantity whose value must not be shown, and why. */
    public static Measurement withheld(String name, String symbol, String unit, String reason) {
        return new Measurement(name, symbol, Double.NaN, Double.NaN, Unit.of(unit), "", Double.NaN,
                Verdict.withheld(reason));
    }

    /** Whether there is a value. */
    public boolean isDetected() {
        return !Double.isNaN(value);
    }

    /** Whether it was looked for and not found, which is a result; a withheld value is none. */
    public boolean isNotDetected() {
        return Double.isNaN(value) && !verdict.isWithheld();
    }

    /** The same measurement with a further verdict: the worse of both counts, withholding takes the value away. */
    public Measurement judged(Verdict other) {
        Verdict both = verdict.and(other);
        return both.isWithheld()
                ? new Measurement(name, symbol, Double.NaN, Double.NaN, unit, step, Double.NaN, both,
                        evidence)
                : new Measurement(name, symbol, value, uncertainty, unit, step, limit, both, evidence);
    }

    /** The same measurement stamped with the step that made it. */
    public Measurement withStep(String id) {
        return new Measurement(name, symbol, value, uncertainty, unit, id, limit, verdict, evidence);
    }

    /** The same measurement under another name. */
    public Measurement withName(String other) {
        return new Measurement(other, symbol, value, uncertainty, unit, step, limit, verdict, evidence);
    }

    /** The same measurement, saying what it is evidence of. */
    public Measurement about(Attribution what) {
        return new Measurement(name, symbol, value, uncertainty, unit, step, limit, verdict, Optional.of(what));
    }

    /** The same measurement with another value and uncertainty. */
    public Measurement withValue(double other, double otherUncertainty) {
        return new Measurement(name, symbol, other, otherUncertainty, unit, step, limit, verdict, evidence);
    }

    /** The same measurement with another limit of detection; NaN if it is not known. */
    public Measurement withLimit(double other) {
        return new Measurement(name, symbol, value, uncertainty, unit, step, other, verdict, evidence);
    }

    /**
     * Text for people: {@code 688.14 ± 0.02 eV}, {@code not detected (< 1.2 %)}, or {@code withheld: } and the reason.
     * A doubtful number carries a question mark: {@code 688.14 ± 0.02 eV ?}.
     */
    public String pretty() {
        if (verdict.isWithheld()) {
            return "withheld: " + verdict.reason();
        }
        return verdict.isSound() ? plain() : plain() + "\u00a0?";
    }

    private String plain() {
        String u = unit.isOne() ? "" : "\u00a0" + unit.pretty();
        if (isDetected()) {
            String number = Numbers.withUncertainty(value, uncertainty);
            boolean bracket = !u.isEmpty() && number.contains(" \u00b1 ") && !number.contains(")");
            return bracket && unit.text().equals("%") ? "(" + number + ")" + u : number + u;
        }
        return Double.isNaN(limit) ? "not detected" : "not detected (< " + Numbers.plain(limit, 2) + u + ")";
    }
}
