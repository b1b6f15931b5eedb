package org.interphase.technique.battery.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Fact;
import org.interphase.api.Stated;
import org.interphase.electro.record.SignSource;
import org.interphase.model.ColumnPage;
import org.interphase.model.Remark;

/**
 * Which way the current of a table counts, and the current with charging positive. In this order: what a person states,
 * words of charging and discharging, counters of both, what the instrument's software fixes, the steps of the voltage,
 * its way over whole charges and discharges. Where one contradicts another a warning names both; where none tells the
 * sign is asked for.
 */
final class SignDecision {

    private final RawTable raw;
    private final Function<RecordRole, IntToDoubleFunction> rows;
    private final List<Remark> remarks = new ArrayList<>();
    private final SignEvidence.Finding finding;
    private SignSource source;
    /** Whether the counters told the sign and not the states, which then say nothing of the direction of a row. */
    private boolean counted;

    SignDecision(RawTable raw, Instrument instrument, Stated stated, Function<RecordRole, IntToDoubleFunction> rows)
            throws DatasetFormatException {
        this.raw = raw;
        this.rows = rows;
        this.finding = decide(instrument, stated);
    }

    private SignEvidence.Finding decide(Instrument instrument, Stated stated) throws DatasetFormatException {
        IntToDoubleFunction i = rows.apply(RecordRole.CURRENT);
        IntToDoubleFunction v = rows.apply(RecordRole.VOLTAGE);
        SignEvidence.Finding voltage = v == null ? SignEvidence.Finding.OPEN : SignEvidence.byVoltage(raw.rows(), i, v);
        if (SignEvidence.largest(raw.rows(), i) == 0) {
            source = SignSource.NO_CURRENT;
            return SignEvidence.Finding.NO_CURRENT;
        }
        if (stated.text(Fact.CURRENT_SIGN).isPresent()) {
            boolean positive = stated.text(Fact.CURRENT_SIGN).get().startsWith("charge");
            source = SignSource.STATED;
            SignEvidence.Finding said = positive ? SignEvidence.Finding.CHARGE_POSITIVE
                    : SignEvidence.Finding.DISCHARGE_POSITIVE;
            contradict("the statement", said, "the steps of the voltage", voltage);
            return said;
        }
        IntToDoubleFunction state = rows.apply(RecordRole.STATE);
        SignEvidence.Finding byState = state == null ? SignEvidence.Finding.OPEN
                : SignEvidence.byState(raw.rows(), i, state);
        IntToDoubleFunction up = rows.apply(RecordRole.CHARGE_CAPACITY);
        IntToDoubleFunction down = rows.apply(RecordRole.DISCHARGE_CAPACITY);
        SignEvidence.Finding byCounters = up == null || down == null ? SignEvidence.Finding.OPEN
                : SignEvidence.byCounters(raw.rows(), i, up, down);
        if (byState != SignEvidence.Finding.OPEN) {
            source = SignSource.STATES;
            if (byCounters == SignEvidence.Finding.UNSIGNED) {
                // words for one direction alone agree with a sign that both counters deny
                return noted(SignEvidence.Finding.UNSIGNED, "the states recorded");
            }
            contradict("the states recorded", byState, "the counters of charge", byCounters);
            return noted(byState, "the states recorded");
        }
        if (byCounters != SignEvidence.Finding.OPEN) {
            source = SignSource.COUNTERS;
            counted = true;
            return noted(byCounters, "the counters of charge");
        }
        if (instrument.isChargePositive()) {
            String whose = instrument.title().isEmpty() ? "a potentiostat" : instrument.title();
            source = SignSource.INSTRUMENT;
            contradict("the way " + whose + " counts", SignEvidence.Finding.CHARGE_POSITIVE,
                    "the steps of the voltage", voltage);
            return SignEvidence.Finding.CHARGE_POSITIVE;
        }
        if (voltage != SignEvidence.Finding.OPEN) {
            source = SignSource.VOLTAGE;
            remarks.add(Remark.info("The file does not say which way its current counts; the voltage steps "
                    + (voltage == SignEvidence.Finding.CHARGE_POSITIVE ? "with" : "against") + " it, so that a "
                    + "positive current in the file " + (voltage == SignEvidence.Finding.CHARGE_POSITIVE ? "charges."
                            : "discharges; its sign is turned.")).coded("sign-by-voltage"));
            return voltage;
        }
        SignEvidence.Finding trend = v == null ? SignEvidence.Finding.OPEN : SignEvidence.byTrend(raw.rows(), i, v);
        if (trend == SignEvidence.Finding.CHARGE_POSITIVE || trend == SignEvidence.Finding.DISCHARGE_POSITIVE) {
            source = SignSource.VOLTAGE;
            boolean charges = trend == SignEvidence.Finding.CHARGE_POSITIVE;
            remarks.add(Remark.info("The file does not say which way its current counts; over whole charges and "
                    + "discharges the voltage " + (charges ? "rises with a positive and falls with a negative current, "
                    + "so that a positive one charges." : "falls with a positive and rises with a negative current; "
                    + "its sign is turned.")).coded("sign-by-voltage"));
            return trend;
        }
        throw Stated.missing(raw.file(), raw.place(), "nothing tells whether a positive current charges or discharges "
                + "the cell (no states, no counters of charge and discharge, no clear steps of the voltage)",
                Fact.CURRENT_SIGN);
    }

    private SignEvidence.Finding noted(SignEvidence.Finding f, String what) {
        if (f == SignEvidence.Finding.UNSIGNED) {
            remarks.add(Remark.warning("The current has no sign; it is taken from " + what + ".")
                    .coded("current-unsigned"));
        } else if (f == SignEvidence.Finding.DISCHARGE_POSITIVE) {
            remarks.add(Remark.info("In the file a positive current discharges, as " + what + " show; its sign is "
                    + "turned.").coded("sign-turned"));
        }
        return f;
    }

    private void contradict(String one, SignEvidence.Finding a, String other, SignEvidence.Finding b) {
        boolean signed = b == SignEvidence.Finding.CHARGE_POSITIVE || b == SignEvidence.Finding.DISCHARGE_POSITIVE;
        if (signed && a != b && a != SignEvidence.Finding.UNSIGNED) {
            remarks.add(Remark.warning("The sign of the current: " + one + " and " + other + " contradict each other; "
                    + "the first is taken. " + Fact.CURRENT_SIGN.option() + " says which is right.")
                    .coded("sign-contradicted"));
        }
    }

    /** The current with charging positive. */
    List<ColumnPage> applied(List<ColumnPage> current) {
        return switch (finding) {
            case DISCHARGE_POSITIVE -> UnitPages.times(current, -1);
            case UNSIGNED -> signed(current);
            default -> current;
        };
    }

    private List<ColumnPage> signed(List<ColumnPage> current) {
        IntToDoubleFunction magnitude = new PageCursor(current);
        double least = SignEvidence.SOME * SignEvidence.largest(raw.rows(), magnitude);
        IntToDoubleFunction up = rows.apply(RecordRole.CHARGE_CAPACITY);
        IntToDoubleFunction down = rows.apply(RecordRole.DISCHARGE_CAPACITY);
        CountedDirections found = up == null || down == null ? null : CountedDirections.of(raw.rows(), magnitude, least,
                up, down, rows.apply(RecordRole.STEP));
        if (counted) {
            guessed(found.guessed(), "but neither counter rises until it ends");
            return Pages.of(raw.rows(), i -> turned(magnitude.applyAsDouble(i), found.way()[i]));
        }
        IntToDoubleFunction state = rows.apply(RecordRole.STATE);
        int wordless = 0;
        for (int i = 0; i < raw.rows(); i++) {
            wordless += Math.abs(magnitude.applyAsDouble(i)) > least && Math.abs(state.applyAsDouble(i)) != 1 ? 1 : 0;
        }
        if (wordless > 0 && found != null) {
            remarks.add(Remark.info("In " + wordless + " rows with a current the state says no direction; the counters "
                    + "of charge tell it.").coded("sign-by-counters"));
            guessed(found.guessed(), "but neither counter rises until it ends");
        } else {
            guessed(wordless, "but the state says no direction and there are no counters of charge and discharge");
        }
        double[] last = {0};
        return Pages.of(raw.rows(), i -> {
            // a word that says neither (a pause, an end, a pulse) stands with the counters, else the step before it
            double s = state.applyAsDouble(i);
            last[0] = s == 1 || s == -1 ? s : found != null ? found.way()[i] : last[0];
            return turned(magnitude.applyAsDouble(i), last[0]);
        });
    }

    private void guessed(int number, String why) {
        if (number > 0) {
            remarks.add(Remark.warning("In " + number + (number == 1 ? " row" : " rows") + " a current flows, " + why
                    + "; there its sign is that of the run before, which nothing proves.").coded("sign-guessed"));
        }
    }

    private static double turned(double current, double way) {
        return current == 0 ? 0 : way < 0 ? -Math.abs(current) : Math.abs(current);
    }

    List<Remark> remarks() {
        return remarks;
    }

    /** Where the sign comes from, for metadata. */
    SignSource source() {
        return source;
    }
}
