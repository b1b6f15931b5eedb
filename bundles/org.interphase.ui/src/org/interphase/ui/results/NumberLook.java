package org.interphase.ui.results;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.interphase.model.Measurement;
import org.interphase.ui.theme.Looks;

/** How a number stands in every table of the window: what is doubtful or withheld looks so, its reason is at hand. */
public final class NumberLook {

    private NumberLook() {
    }

    /** Font of a number; null for the usual one. */
    public static Font font(Measurement m) {
        return m.verdict().isSound() ? null : JFaceResources.getFontRegistry().getItalic(JFaceResources.DEFAULT_FONT);
    }

    /** Colour of a number; null for the usual one. */
    public static Color color(Measurement m, Looks looks) {
        return m.verdict().isSound() ? null : m.verdict().isWithheld() ? looks.bad() : looks.warning();
    }

    /** The number as text, with the reason where it is not sound. */
    public static String told(Measurement m) {
        return m.verdict().isSound() || m.verdict().isWithheld() ? Wording.number(m)
                : Wording.number(m) + '\n' + NLS.bind(Messages.NumberLook_judged,
                        Wording.quality(m.verdict().quality()),
                        m.verdict().reason());
    }
}
