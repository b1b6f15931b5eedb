package org.interphase.engine.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Import-Package as OSGi means it. */
class PackageImportTest {

    private static boolean accepts(String range, String version) {
        return PackageImport.parse("a.b;version=\"" + range + "\"").get(0).accepts(PackageVersion.parse(version));
    }

    @Test
    void theEndsOfARangeAreIncludedWhereTheBracketIsSquare() {
        assertTrue(accepts("[1.0,2)", "1.0.0") && accepts("[1.0,2)", "1.99") && accepts("[1.0,2]", "2.0.0"));
        assertFalse(accepts("[1.0,2)", "2.0.0") || accepts("(1.0,2)", "1.0") || accepts("[1.0,2)", "0.9.9"));
        assertTrue(accepts("1.5", "7.0") && accepts("1.5", "1.5.0"));
        assertFalse(accepts("1.5", "1.4.9"));
        assertFalse(accepts("[1,2)", "2.0.0.beta"));
    }

    @Test
    void numbersAreComparedAsNumbers() {
        assertTrue(PackageVersion.parse("1.10").compareTo(PackageVersion.parse("1.9")) > 0);
        assertTrue(PackageVersion.parse("1.0.0.a").compareTo(PackageVersion.parse("1.0.0")) > 0);
    }

    @Test
    void commasAndSemicolonsInQuotesDoNotEndAClause() {
        List<PackageImport> all = PackageImport.parse("a.b;c.d;version=\"[1.0,2)\";x=\"p;q\","
                + "e.f;resolution:=optional;version:Version=\"3\",g");
        assertEquals(List.of("a.b", "c.d", "e.f", "g"), all.stream().map(PackageImport::name).toList());
        assertEquals(List.of("[1.0.0,2.0.0)", "[1.0.0,2.0.0)", "3.0.0 or later", "0.0.0 or later"),
                all.stream().map(PackageImport::versions).toList());
        assertEquals(List.of(false, false, true, false), all.stream().map(PackageImport::optional).toList());
        assertEquals(List.of(), PackageImport.parse(null));
    }

    @Test
    void whatIsMalformedIsRefused() {
        for (String range : List.of("[1.0", "[1.0,2,3)", "one", "[1.0,two)", "", "[")) {
            assertThrows(IllegalArgumentException.class, () -> accepts(range, "1.0"), range);
        }
    }
}
