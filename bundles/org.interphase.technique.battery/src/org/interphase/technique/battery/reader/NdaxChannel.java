package org.interphase.technique.battery.reader;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.interphase.api.Progress;

/**
 * An auxiliary channel of an .ndax archive. Facts from public descriptions (NewareNDA); version 14 was seen here, with
 * channels of type 103, which are temperatures.
 */
final class NdaxChannel {

    private static final int TEMPERATURE = 103;

    private final int number;
    private final String part;
    private boolean unknown;
    private GrowingColumn[] values;

    private NdaxChannel(int number, String part) {
        this.number = number;
        this.part = part;
    }

    /** Reads a channel; what its version gives with number and meaning goes to the record at once. */
    static NdaxChannel read(int number, NdcFile ndc, Progress progress, NewareRecord record) throws IOException {
        NdaxChannel out = new NdaxChannel(number, ndc.part());
        switch (ndc.version()) {
            case 2 -> ndc.frames(512, 5, 37, 94, 0, progress, (b, at, slot) -> out.packed(record, b, at));
            case 5 -> ndc.frames(4096, 125, 56, 87, 7, progress, (b, at, slot) -> out.packed(record, b, at));
            case 14 -> {
                GrowingColumn[] v = {new GrowingColumn("slot", "1"), new GrowingColumn("value", "1")};
                ndc.pages(4, progress, (b, at, slot) -> {
                    v[0].add(slot + 1);
                    v[1].add(b.getFloat(at));
                });
                out.values = v;
            }
            default -> out.unknown = true;
        }
        return out;
    }

    private void packed(NewareRecord record, ByteBuffer b, int at) {
        long row = Integer.toUnsignedLong(b.getInt(at + 8));
        if (row != 0) {
            record.auxiliary("temperature " + number, "degC", row, b.getShort(at + 41) / 10.0);
            record.auxiliary("auxiliary voltage " + number, "V", row, b.getInt(at + 31) / 1e4);
        }
    }

    boolean isUnknown() {
        return unknown;
    }

    String part() {
        return part;
    }

    /** Gives the values to the record under a name that their type says. */
    void name(NdaxSettings settings, NewareRecord record) {
        if (values == null) {
            return;
        }
        boolean temperature = settings.type(number) == TEMPERATURE;
        String name = temperature ? "temperature " + number : "auxiliary " + number + " (type " + settings.type(number)
                + ")";
        record.auxiliary(name, temperature ? "degC" : "1", values);
        values = null;
    }
}
