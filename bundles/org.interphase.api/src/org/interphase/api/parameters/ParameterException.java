package org.interphase.api.parameters;

/** A parameter value that cannot be used; names the parameter's path, the value and the reason. */
public class ParameterException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String path;

    /**
     * @param path path of the parameter within its record, for example {@code components[0].fwhm}
     * @param reason what is wrong and what is permitted
     */
    public ParameterException(String path, String reason) {
        super(path.isEmpty() ? reason : path + ": " + reason);
        this.path = path;
    }

    /** Path of the parameter within its record. */
    public String path() {
        return path;
    }
}
