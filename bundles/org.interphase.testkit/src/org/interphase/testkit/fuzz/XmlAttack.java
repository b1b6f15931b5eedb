package org.interphase.testkit.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** XML files, and archives of them, with entities that name another file or grow without end. */
public final class XmlAttack {

    private static final Pattern TEXT = Pattern.compile(">([^<>&]*\\w[^<>&]*)<");
    private static final int LEVELS = 9;

    private XmlAttack() {
    }

    /**
     * Files made of a valid one, each text of which, one after the other up to {@code most}, is an entity.
     *
     * @param secret address of a file that must not be read
     * @return empty if the file holds no XML
     * @throws IOException if it is a damaged archive
     */
    public static List<byte[]> of(byte[] valid, String secret, int most) throws IOException {
        List<byte[]> out = new ArrayList<>();
        if (ContainerBytes.isZip(valid)) {
            Map<String, byte[]> files = ContainerBytes.unzip(valid);
            for (Map.Entry<String, byte[]> e : files.entrySet()) {
                for (byte[] attack : of(e.getValue(), secret, most)) {
                    Map<String, byte[]> changed = new LinkedHashMap<>(files);
                    changed.put(e.getKey(), attack);
                    out.add(ContainerBytes.zip(changed));
                }
            }
            return out;
        }
        String text = new String(valid, StandardCharsets.ISO_8859_1);
        if (!text.stripLeading().startsWith("<") && !text.startsWith("\u00ef\u00bb\u00bf<")) {
            return out;
        }
        Matcher m = TEXT.matcher(text);
        for (int n = 0; n < most && m.find(); n++) {
            for (String declared : List.of("<!ENTITY e SYSTEM \"" + secret + "\">", growing())) {
                String changed = text.substring(0, m.start(1)) + "&e;" + text.substring(m.end(1));
                int at = changed.contains("?>") ? changed.indexOf("?>") + 2 : 0;
                out.add((changed.substring(0, at) + "<!DOCTYPE x [" + declared + "]>" + changed.substring(at))
                        .getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return out;
    }

    /** Ten times ten times ... a word. */
    private static String growing() {
        StringBuilder out = new StringBuilder("<!ENTITY e0 \"1234567890\">");
        for (int i = 1; i <= LEVELS; i++) {
            out.append("<!ENTITY e").append(i == LEVELS ? "" : Integer.toString(i)).append(" \"")
                    .append(("&e" + (i - 1) + ";").repeat(10)).append("\">");
        }
        return out.toString();
    }
}
