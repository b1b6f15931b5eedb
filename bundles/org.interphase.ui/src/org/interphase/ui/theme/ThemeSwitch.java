package org.interphase.ui.theme;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.interphase.figure.Palette;
import org.interphase.ui.session.Remembered;
import org.interphase.ui.session.WorkbenchSession;

/** Chooses the light or the dark look, or the system's. */
public final class ThemeSwitch {

    /** Which look. */
    public enum Mode {
        LIGHT, DARK, SYSTEM
    }

    private static final String KEY = "theme";
    private static final String HUES = "figure.hues";
    private static final int[] AGAIN = {300, 1500};
    private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";

    private ThemeSwitch() {
    }

    private static Remembered remembered() {
        return PlatformUI.getWorkbench().getService(WorkbenchSession.class).remembered();
    }

    /** The look chosen; the system's if none was. */
    public static Mode chosen() {
        try {
            return Mode.valueOf(remembered().get(KEY).orElse(Mode.SYSTEM.name()));
        } catch (IllegalArgumentException e) {
            // an unknown name means nothing was chosen
            return Mode.SYSTEM;
        }
    }

    /** Chooses a look, now and for the next starts. */
    public static void choose(Mode mode) {
        remembered().put(KEY, mode.name());
        apply();
    }

    /** The colours chosen for components. */
    public static Palette.Hues hues() {
        return remembered().get(HUES).map(h -> Palette.Hues.TOL_BRIGHT).orElse(Palette.Hues.OKABE_ITO);
    }

    /** Chooses the colours of components, now and for the next starts. */
    public static void choose(Palette.Hues hues) {
        remembered().put(HUES, hues == Palette.Hues.TOL_BRIGHT ? hues.name() : "");
        tellParts();
    }

    /** The colours of figures in the surroundings of a control. */
    public static Palette palette(Control control) {
        return Looks.of(control).palette().with(hues());
    }

    /** Puts the chosen look on. */
    public static void apply() {
        boolean dark = chosen() == Mode.DARK || chosen() == Mode.SYSTEM && Display.isSystemDarkTheme();
        IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
        if (engine == null) {
            return;
        }
        String wanted = dark ? DARK : LIGHT;
        if (engine.getActiveTheme() == null || !engine.getActiveTheme().getId().startsWith(wanted)) {
            engine.setTheme(wanted, true);
        }
        // the platform restyles controls one after the other, on a busy machine some of them later than this
        Display display = Display.getDefault();
        display.asyncExec(ThemeSwitch::tellParts);
        for (int later : AGAIN) {
            display.timerExec(later, ThemeSwitch::tellParts);
        }
    }

    /** Lets all parts show again what follows from a preference. */
    public static void tellParts() {
        if (PlatformUI.getWorkbench().isClosing()) {
            return;
        }
        for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
            for (IWorkbenchPage page : window.getPages()) {
                for (IWorkbenchPartReference ref : page.getEditorReferences()) {
                    tell(ref.getPart(false));
                }
                for (IWorkbenchPartReference ref : page.getViewReferences()) {
                    tell(ref.getPart(false));
                }
            }
        }
    }

    private static void tell(IWorkbenchPart part) {
        if (part instanceof ThemeAware aware) {
            aware.themeChanged();
        }
    }
}
