package org.interphase.technique.xps.reference;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.model.Dataset;

/** Core levels as texts name them: element and subshell. */
public final class CoreLevel {

    private static final Pattern LINE = Pattern.compile("(?:^|[^A-Za-z])([A-Z][a-z]?)[ _-]?([1-7][spdf])"
            + "(?:[ _]?([1357]/2))?(?![A-Za-z])");

    private CoreLevel() {
    }

    /** The line a region is of, such as "F 1s"; empty if neither metadata nor name tell it. */
    public static String of(Dataset region) {
        return region.metadata().text("line").orElse(in(region.name()));
    }

    /** The line a text names, for example "F 1s" in "F_1s_3"; empty if none. */
    public static String in(String text) {
        Matcher m = LINE.matcher(text);
        return m.find() ? m.group(1) + " " + m.group(2) : "";
    }
}
