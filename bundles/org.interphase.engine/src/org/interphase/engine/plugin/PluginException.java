package org.interphase.engine.plugin;

import java.io.IOException;

/** A plug-in cannot be used or installed; the message is a clause that says why, without naming the plug-in. */
public final class PluginException extends IOException {

    private static final long serialVersionUID = 1L;

    /** With the reason. */
    public PluginException(String reason) {
        super(reason);
    }

    /** With the reason and what is behind it. */
    public PluginException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
