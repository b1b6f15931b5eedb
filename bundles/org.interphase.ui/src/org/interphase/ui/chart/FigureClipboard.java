package org.interphase.ui.chart;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.swt.dnd.ByteArrayTransfer;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.dnd.TransferData;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;

/** Puts figures and their numbers where other programs paste them from. */
public final class FigureClipboard {

    /** An SVG document under the name programs that draw look for. */
    private static final class SvgTransfer extends ByteArrayTransfer {
        private static final String TYPE = "image/svg+xml";
        private static final int ID = registerType(TYPE);

        @Override
        protected int[] getTypeIds() {
            return new int[] {ID};
        }

        @Override
        protected String[] getTypeNames() {
            return new String[] {TYPE};
        }

        @Override
        protected void javaToNative(Object object, TransferData data) {
            if (object instanceof String svg && isSupportedType(data)) {
                super.javaToNative(svg.getBytes(StandardCharsets.UTF_8), data);
            }
        }

        @Override
        protected Object nativeToJava(TransferData data) {
            byte[] bytes = (byte[]) super.nativeToJava(data);
            return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private FigureClipboard() {
    }

    /** Copies a picture as pixels and as an SVG document; who pastes takes what it can. */
    public static void copy(Display display, byte[] png, String svg) {
        put(display, new Object[] {new ImageData(new ByteArrayInputStream(png)), svg},
                new Transfer[] {ImageTransfer.getInstance(), new SvgTransfer()});
    }

    /** Copies a text. */
    public static void copy(Display display, String text) {
        if (!text.isEmpty()) {
            put(display, new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        }
    }

    private static void put(Display display, Object[] data, Transfer[] transfers) {
        Clipboard clipboard = new Clipboard(display);
        clipboard.setContents(data, transfers);
        clipboard.dispose();
    }
}
