package org.interphase.model.figure;

/**
 * What a mark stands for; painters choose the colour for their theme from it, so that light, dark and print agree on
 * meaning. {@code index} numbers components or samples.
 *
 * @param role meaning
 * @param index number of the component or sample, from 0; 0 for other roles
 * @param rgb explicit sRGB colour 0xRRGGBB for role EXPLICIT, else 0
 */
public record Colour(Role role, int index, int rgb) {

    /** Meanings a painter has a colour for. */
    public enum Role {
        DATA, MODEL, BACKGROUND, COMPONENT, SAMPLE, RESIDUAL, HIGHLIGHT, MUTED, GOOD, BAD, EXPLICIT
    }

    /** Measured points. */
    public static final Colour DATA = new Colour(Role.DATA, 0, 0);
    /** Fitted envelope or model curve. */
    public static final Colour MODEL = new Colour(Role.MODEL, 0, 0);
    /** Background or baseline. */
    public static final Colour BACKGROUND = new Colour(Role.BACKGROUND, 0, 0);
    /** Residuals. */
    public static final Colour RESIDUAL = new Colour(Role.RESIDUAL, 0, 0);
    /** Whatever is to be seen first. */
    public static final Colour HIGHLIGHT = new Colour(Role.HIGHLIGHT, 0, 0);
    /** Guides and zero lines. */
    public static final Colour MUTED = new Colour(Role.MUTED, 0, 0);

    /** The colour of a fit component. */
    public static Colour component(int index) {
        return new Colour(Role.COMPONENT, index, 0);
    }

    /** The colour of a sample. */
    public static Colour sample(int index) {
        return new Colour(Role.SAMPLE, index, 0);
    }

    /** An explicit colour 0xRRGGBB. */
    public static Colour rgb(int rgb) {
        return new Colour(Role.EXPLICIT, 0, rgb & 0xffffff);
    }
}
