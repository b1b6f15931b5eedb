package org.interphase.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.Source;
import org.interphase.testkit.synthetic.ParquetFileBytes;

/** Valid files of every format of this bundle, to be made hostile. */
final class IoSamples {

    private static final String TABLE = "Potential (V),Current (mA),Note\n0.1,1.5,a\n0.2,1.75,b\n0.3,-2e-3,\n0.4,7,c\n";

    private IoSamples() {
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Reader identifier to files. */
    static Map<String, List<Source>> samples() throws IOException {
        Map<String, List<Source>> out = new LinkedHashMap<>();
        out.put("io.text", List.of(Source.of("a.csv", utf8("# made\nwidth: 3\n" + TABLE + "\nx;y\n1,5;2\n2,5;3\n")),
                Source.of("b.txt", utf8("Time/s\tV\n0\t1.0\n1\t1.1\n2\t1.2\n"))));
        Xlsx book = Xlsx.of(Xlsx.rows(TABLE)).sheet("second", "state=\"hidden\"", Xlsx.rows("1,2\n3,4\n5,6\n")
                + "<row r=\"9\"><c r=\"A9\" t=\"s\"><v>1</v></c><c r=\"B9\"><f>A1+1</f><v>2</v></c></row>")
                .strings("<t>one</t>", "<r><t>t</t></r><r><t>wo</t></r>").properties("<workbookPr date1904=\"1\"/>");
        Xls old = new Xls().global(0x42, Xls.data(2).putShort((short) 1200).array()).sheet("one").record(0x204,
                Xls.data(6 + 5).putShort((short) 0).putShort((short) 0).putShort((short) 0).put(Xls.text("ab", false))
                .array());
        for (int i = 1; i < 6; i++) {
            old.number(i, 0, 0, 0.25 * i).rk(i, 1, i << 2 | 2).formula(i, 2, Double.doubleToRawLongBits(i * 0.5));
        }
        out.put("io.workbook", List.of(book.source(), Source.of("a.xls", old.bytes())));
        ParquetFileBytes columns = new ParquetFileBytes().doubles("V", 1, 2, Double.NaN, 4).longs("n", 1, 2, 3, 4)
                .words("w", "a", "b", "c", "d").moments("t", 0, 1000, 2000, 3000);
        out.put("io.parquet", List.of(Source.of("a.parquet", columns.bytes()),
                Source.of("b.parquet", columns.gzip().bytes())));
        out.put("io.jcamp", List.of(Source.of("a.jdx", utf8("##TITLE=t\n##JCAMP-DX=4.24\n##DATA TYPE=SPECTRUM\n"
                + "##XUNITS=V\n##YUNITS=A\n##XFACTOR=1\n##YFACTOR=0.5\n##FIRSTX=1\n##LASTX=8\n##NPOINTS=8\n"
                + "##FIRSTY=5\n##XYDATA=(X++(Y..Y))\n1A0JTB0\n5+5-5+15C4\n##END=\n")),
                Source.of("b.dx", utf8("##TITLE=t\n##JCAMP-DX=5.0\n##XUNITS=s\n##YUNITS=V\n##XYPOINTS=(XY..XY)\n"
                        + "1,2;2,3;3,4\n4,5\n##END=\n"))));
        return out;
    }
}
