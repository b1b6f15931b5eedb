package org.interphase.spectra.peak;

import org.interphase.model.unit.Unit;

/** The unit of an area under a curve. */
public final class AreaUnit {

    private AreaUnit() {
    }

    /** Signal unit times axis unit; arbitrary units stay arbitrary. */
    public static Unit of(Unit signal, Unit axis) {
        String s = signal.text();
        if (signal.isOne()) {
            return axis;
        }
        if (axis.isOne() || s.equals("a.u.")) {
            return signal;
        }
        int slash = s.indexOf('/');
        String text = slash < 0 ? s + "." + axis.text()
                : s.substring(0, slash) + "." + axis.text() + s.substring(slash);
        return Unit.isKnown(text) ? Unit.of(text) : signal;
    }
}
