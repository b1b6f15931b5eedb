package org.interphase.ui.form;

import java.util.List;
import org.interphase.api.parameters.ParameterField;
import org.interphase.api.parameters.ReadyText;
import org.interphase.ui.chart.RegionShape;

/** What a form tells its surroundings, and asks them. */
public interface FormHost {

    /** Name under which it is remembered that fit parameters are written as text. */
    String CONSTRAINTS = "form.constraints";

    /**
     * Checks a value without applying it.
     *
     * @return why it cannot be used, or empty
     */
    String check(String path, Object value);

    /**
     * Applies a checked value.
     *
     * @param label what the change does, for the undo menu
     */
    void change(String path, Object value, String label);

    /** Shows what a value would do, as while a slider moves; nothing is kept. */
    void preview(String path, Object value);

    /** Asks for a place in the picture for a new element of a list. */
    void place(String listPath);

    /** Asks for a region drawn in the picture with a tool. */
    void draw(String path, ParameterField field, RegionShape shape);

    /** An element of a list was selected. */
    void selected(String elementName);

    /** Names of the elements the parameter of a list element may be tied to: all others of its list. */
    List<String> tieTargets(String path);

    /** Whether fit parameters are written as text rather than filled into cells. */
    boolean writesConstraints();

    /** Says whether fit parameters are written as text from now on. */
    void writeConstraints(boolean asText);

    /** Texts to pick from for a text parameter; empty if it is only typed. */
    List<ReadyText> readyTexts(String path);
}
