package org.interphase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.interphase.cli.CommandLineRun.Answer;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Small files that were once read as what they are not, case by case, through the command line with all techniques. The
 * files are not part of the project; without them the cases are skipped. A case prints one line of a table.
 */
class ReadingCasesTest {

    private static final List<String> TABLE = new ArrayList<>();

    /** What a case answers in a few words, or an assertion error. */
    private interface Check {
        String of(Path file);
    }

    private static DynamicTest one(String file, String right, Check check) {
        return DynamicTest.dynamicTest(file + ": " + right, () -> {
            Path path = SharedData.require("../cases/" + file);
            String found;
            try {
                found = check.of(path);
            } catch (AssertionError e) {
                TABLE.add("FAILED  " + file + " | " + right + " | " + e.getMessage());
                throw e;
            }
            TABLE.add("ok  " + file + " | " + right + " | " + found);
        });
    }

    @AfterAll
    static void print() {
        TABLE.stream().sorted().forEach(System.out::println);
    }

    private static Answer info(Path file, String... options) {
        List<String> all = new ArrayList<>(List.of("info", file.toString(), "--json"));
        all.addAll(List.of(options));
        return CommandLineRun.of(all);
    }

    private static Answer run(String recipe, Path file, String... options) {
        List<String> all = new ArrayList<>(List.of("run", recipe, file.toString(), "--json"));
        all.addAll(List.of(options));
        return CommandLineRun.of(all);
    }

    private static String within(String what, double value, double expected, double tolerance) {
        assertEquals(expected, value, tolerance, what);
        return what + " " + value;
    }

    private static String says(Answer a, String... words) {
        String text = (a.out() + a.err()).toLowerCase(java.util.Locale.ROOT);
        for (String w : words) {
            assertTrue(text.contains(w.toLowerCase(java.util.Locale.ROOT)), "does not say '" + w + "': "
                    + (a.err() + a.out()).lines().limit(6).toList());
        }
        return "says " + String.join(", ", words);
    }

    private static void isOf(String axis, Answer a) {
        assertTrue(!a.datasets().isEmpty(), a.err());
        assertTrue(axis.equalsIgnoreCase(a.axis(0).get("quantity").toString()), "axis " + a.axis(0));
    }

    private static String curve(Answer a, String kind, String axis, String unit, int points) {
        assertEquals(1, a.datasets().size(), "datasets: " + a.err());
        Map<String, Object> d = a.datasets().get(0);
        assertEquals(kind, d.get("kind"), "kind");
        assertTrue(axis.equalsIgnoreCase(a.axis(0).get("quantity").toString()), "axis " + a.axis(0));
        assertEquals(unit, a.axis(0).get("unit"), "unit");
        assertEquals(points, ((Number) d.get("points")).intValue(), "points");
        return points + " points, " + axis + " in " + unit;
    }

    @TestFactory
    Stream<DynamicTest> spectra() {
        return Stream.of(
            one("x02c_calib_range.vms", "CasaXPS calibration by a range: applied, or said that it is not", f -> {
                Answer a = info(f);
                double max = ((Number) a.axis(0).get("max")).doubleValue();
                return Math.abs(max - (1486.6 - 1194.6 + 285 - 280.281)) < 1e-3 ? "shifted to " + max
                        : says(a, "calib", "not");
            }),
            one("x03_two_experiments.vms", "two experiments are two regions",
                f -> within("regions", info(f).datasets().size(), 2, 0)),
            one("x08b_specs_ke_yes.xy", "binding energy = excitation energy - kinetic energy", f -> {
                Answer a = info(f);
                isOf("binding energy", a);
                double min = ((Number) a.axis(0).get("min")).doubleValue();
                double max = ((Number) a.axis(0).get("max")).doubleValue();
                assertTrue(min > 670 && max < 705, min + " to " + max);
                return min + " to " + max + " eV";
            }),
            one("x11_ke_no_hv.csv", "kinetic energy is kept; a recipe names what is missing", f -> {
                isOf("kinetic energy", info(f));
                Answer a = run("xps/f1s-lif-cf2", f);
                assertEquals(1, a.code());
                assertEquals("ok", run("xps/f1s-lif-cf2", f, "--photon-energy", "1486.6").result(0).get("status"));
                return says(a, "photon energy", "--photon-energy");
            }),
            one("x12_euro_two_headers.csv", "German headings, Latin-1, decimal comma",
                f -> curve(info(f), "xps.region", "binding energy", "eV", 121)),
            one("x12e_euro_thousands.csv", "thousands separator and decimal comma", f -> {
                Answer a = info(f);
                assertTrue(((Number) a.signal(0).get("min")).doubleValue() > 1000, a.signal(0).toString());
                return curve(a, "xps.region", "binding energy", "eV", 121);
            }),
            one("x12h_quoted_comma.csv", "quoted fields with decimal comma",
                f -> curve(info(f), "xps.region", "binding energy", "eV", 121)),
            one("x13e_empty_early.csv", "one region, the row dropped is named", f -> {
                Answer a = info(f);
                return curve(a, "xps.region", "binding energy", "eV", 119) + ", " + says(a, "11, 12");
            }),
            one("x13j_empty_late.csv", "one region, the row dropped is named", f -> {
                Answer a = info(f);
                return curve(a, "xps.region", "binding energy", "eV", 120) + ", " + says(a, "line ");
            }),
            one("x14_duplicate_x.csv", "the line named is the line in the file",
                f -> says(info(f), "line " + repeatedLine(f))),
            one("x20_be_no_header.txt", "a plain curve; what it is can be said", f -> {
                assertEquals("curve", info(f).datasets().get(0).get("kind"));
                Answer a = run("xps/f1s-lif-cf2", f, "--as", "xps.region", "--axis", "binding energy", "--unit", "eV");
                assertEquals("ok", a.result(0).get("status"), a.err());
                return "curve; with --as xps.region the recipe runs";
            }),
            one("x23_growing.csv", "half a number is no value", f -> {
                Answer a = info(f);
                return says(a, "line " + CommandLineRun.lines(f).size());
            }),
            one("x31.csv.gz", "gzip is read", f -> curve(info(f), "xps.region", "binding energy", "eV", 121)),
            one("x32b_no_end.vms", "read, with a remark", f -> {
                Answer a = info(f);
                assertEquals(1, a.datasets().size(), a.err());
                assertTrue(!a.remarks(0).isEmpty(), "no remark");
                return a.remarks(0).get(0);
            }),
            one("x32e_nohv.vms", "kinetic scale kept", f -> {
                Answer a = info(f);
                isOf("kinetic energy", a);
                Answer r = run("xps/f1s-lif-cf2", f);
                assertEquals(1, r.code());
                return says(r, "photon energy");
            }),
            one("j04_deltax_rounded.dx", "FIRSTX, LASTX, NPOINTS count", f -> {
                Answer a = info(f);
                return within("first", ((Number) a.axis(0).get("min")).doubleValue(), label(f, "FIRSTX", "LASTX", true),
                        1e-6) + ", " + within("last", ((Number) a.axis(0).get("max")).doubleValue(),
                        label(f, "FIRSTX", "LASTX", false), 1e-6);
            }),
            one("j11c_sqz_E_dec.dx", "E behind a decimal abscissa is a packed digit", f -> {
                Answer a = info(f);
                assertEquals(0, a.code(), a.err());
                double max = ((Number) a.axis(0).get("max")).doubleValue();
                assertTrue(max < 1e5, "axis to " + max);
                return "axis to " + max;
            }),
            one("j13_uvvis_graph.jdx", "no infrared, Raman or impedance kind", f -> {
                Object kind = info(f).datasets().get(0).get("kind");
                assertTrue(kind.equals("curve") || kind.toString().contains("uv"), "kind " + kind);
                return "kind " + kind;
            }),
            one("v02d_nm.csv", "nanometres are never taken for wavenumbers", f -> {
                Answer a = info(f);
                Map<String, Object> x = a.axis(0);
                double max = ((Number) x.get("max")).doubleValue();
                if (x.get("unit").equals("cm-1")) {
                    return within("wavenumber up to", max, 1e7 / 2500, 0.01);
                }
                assertEquals("nm", x.get("unit"));
                return "a curve in nm";
            }),
            one("v06_raman_nm.csv", "a wavelength is no shift", f -> {
                Answer a = info(f);
                Answer with = info(f, "--as", "raman", "--laser", "532");
                assertEquals("cm-1", with.axis(0).get("unit"), with.err());
                double min = ((Number) with.axis(0).get("min")).doubleValue();
                within("shift from", min, 1e7 / 532 - 1e7 / 534.8454, 0.05);
                if (!a.datasets().isEmpty()) {
                    assertTrue(!a.axis(0).get("unit").equals("cm-1"), "taken for cm-1");
                }
                return "with --laser 532 from " + min + " cm-1";
            }),
            one("v08b_wire_map.txt", "a map", f -> {
                Answer a = info(f);
                assertEquals(1, a.datasets().size(), a.err());
                assertEquals("stack", a.datasets().get(0).get("shape"));
                return a.datasets().get(0).get("kind") + ", " + a.datasets().get(0).get("points") + " points";
            }),
            one("v11b_empty_mid.csv", "1,799 rows, the two dropped ones named", f -> {
                Answer a = info(f);
                assertEquals(1799, ((Number) a.datasets().get(0).get("points")).intValue());
                return "1799 points, " + says(a, "lines " + emptyCell(f));
            }),
            one("v14_kubelka.csv", "Kubelka-Munk is not absorbance", f -> {
                Answer a = run("ftir/pvdf-phase", f);
                if (a.code() != 0) {
                    return says(a, "kubelka");
                }
                return within("F(beta)", a.value("F(beta)"), 0.641, 0.03);
            }),
            one("v15_mAU.csv", "thousandths of absorbance", f -> {
                Answer a = info(f);
                double max = ((Number) a.signal(0).get("max")).doubleValue();
                assertTrue(max < 3, "absorbance up to " + max);
                return a.datasets().get(0).get("kind") + " up to " + max;
            }),
            one("v20_labspec_map_aborted.txt", "pixels never measured count nowhere", f -> {
                Answer a = run("raman/map", f);
                assertEquals(0, a.code(), a.err());
                return says(a, "100");
            }),
            one("s03_xmy.spc", "spectra, not a map", f -> {
                Answer a = info(f);
                assertTrue(a.datasets().stream().allMatch(d -> d.get("shape").equals("curve")), a.out());
                return a.datasets().size() + " spectra";
            }));
    }

    @TestFactory
    Stream<DynamicTest> pictures() {
        return Stream.of(
            one("m04e_ij_yunit.tif", "each direction in its own unit", f -> {
                Map<?, ?> c = (Map<?, ?>) info(f).datasets().get(0).get("calibration");
                double ratio = ((Number) c.get("pixelHeight")).doubleValue() / ((Number) c.get("pixelWidth"))
                        .doubleValue();
                return within("height of a pixel over its width", ratio, 1000, 1e-6);
            }),
            one("m06d_float_half_nan.tif", "pixels without value count nowhere", f -> {
                Answer a = run("microscopy/porosity", f);
                assertEquals(0, a.code(), a.err());
                double u = a.uncertainty("porosity");
                assertTrue(Math.abs(a.value("porosity") - 22.7) <= 2 * Math.max(u, 0.3), "porosity "
                        + a.value("porosity") + " +- " + u);
                return "porosity " + a.value("porosity") + " +- " + u + " %";
            }),
            one("m09_stack.tif", "every page has the scale", f -> {
                Answer a = info(f);
                assertTrue(a.datasets().stream().allMatch(d -> d.get("calibration") != null
                        && !((Map<?, ?>) d.get("calibration")).get("unit").equals("px")), a.out());
                return a.datasets().size() + " datasets with a scale";
            }));
    }

    @TestFactory
    Stream<DynamicTest> impedance() {
        return Stream.of(
            one("35_minus_re_minus_im.csv", "Re(Z) +19..+420 ohm", f -> {
                Map<?, ?> re = column(info(f), "re");
                return within("from", ((Number) re.get("min")).doubleValue(), 19.9, 0.5) + ", "
                        + within("to", ((Number) re.get("max")).doubleValue(), 420, 10);
            }),
            one("31_short_inductive.csv", "inductance 1.2e-7 H, sign not flipped", f -> {
                Map<?, ?> im = column(info(f), "im");
                double most = im.get("name").toString().startsWith("-") ? -((Number) im.get("min")).doubleValue()
                        : ((Number) im.get("max")).doubleValue();
                assertTrue(most > 0.7, "sign of Im: " + im);
                Answer a = run("eis/fit", f, "--set", "fit.circuit=R0-L0");
                return within("L0", a.value("L0"), 1.2e-7, 3e-9);
            }),
            one("10_down_up.csv", "two spectra", f -> within("spectra", info(f).datasets().size(), 2, 0)),
            one("38_negative_re_first_point.csv", "read whole", f -> {
                Answer a = info(f);
                assertEquals(0, a.code(), a.err());
                return a.datasets().get(0).get("points") + " points";
            }),
            one("36_mpt_missing_freq_name.mpt", "refused: names and columns do not match", f -> {
                Answer a = info(f);
                assertEquals(1, a.code());
                return says(a, "name", "column");
            }),
            one("13d_blank_only.csv", "80 points", f -> {
                Answer a = info(f);
                assertEquals(1, a.datasets().size());
                return within("rows", ((Number) a.datasets().get(0).get("rows")).doubleValue(), 80, 0);
            }),
            one("05_ohmcm2.csv", "results in ohm.cm2", f -> {
                Answer a = run("eis/fit", f);
                assertEquals(0, a.code(), a.err());
                assertTrue(a.measurements(0).stream().anyMatch(m -> "ohm.cm2".equals(m.get("unit"))), a.out());
                return "ohm.cm2";
            }),
            one("32_lib_minusim_headed_im.csv", "the sign of Im(Z) looks reversed", f -> says(run("eis/fit", f),
                    "sign of im(z) looks reversed")),
            one("29_admittance.csv", "impedance", f -> {
                Map<?, ?> re = column(info(f), "re");
                return within("from", ((Number) re.get("min")).doubleValue(), 20, 0.5) + " ohm";
            }),
            one("30_Cp_D.csv", "impedance", f -> {
                Map<?, ?> re = column(info(f), "re");
                return within("from", ((Number) re.get("min")).doubleValue(), 20, 0.5) + " ohm";
            }),
            one("07e_logf.csv", "log of frequency", f -> {
                Answer a = info(f);
                Map<?, ?> fr = column(a, "f");
                return within("to", ((Number) fr.get("max")).doubleValue(), 1e6, 1) + " Hz";
            }),
            one("11b_three_side.csv", "three spectra", f -> within("spectra", info(f).datasets().size(), 3, 0)));
    }

    private static Map<?, ?> column(Answer a, String which) {
        Function<Object, String> name = c -> ((Map<?, ?>) c).get("name").toString().toLowerCase(java.util.Locale.ROOT);
        assertTrue(!a.datasets().isEmpty(), a.err());
        assertEquals("eis", a.datasets().get(0).get("kind"));
        List<?> columns = (List<?>) a.datasets().get(0).get("columns");
        return (Map<?, ?>) columns.stream().filter(c -> switch (which) {
            case "f" -> name.apply(c).startsWith("f");
            case "re" -> name.apply(c).contains("re") || name.apply(c).contains("z'") && !name.apply(c).contains("z''");
            default -> name.apply(c).contains("im") || name.apply(c).contains("z''");
        }).filter(c -> which.equals("f") || !name.apply(c).startsWith("freq")).findFirst().orElseThrow();
    }

    private static double label(Path file, String a, String b, boolean lower) {
        double x = labelled(file, a);
        double y = labelled(file, b);
        return lower ? Math.min(x, y) : Math.max(x, y);
    }

    private static double labelled(Path file, String key) {
        return CommandLineRun.lines(file).stream().filter(l -> l.startsWith("##" + key + "="))
                .mapToDouble(l -> Double.parseDouble(l.substring(l.indexOf('=') + 1).strip())).findFirst()
                .orElseThrow();
    }

    private static int repeatedLine(Path file) {
        List<String> seen = new ArrayList<>();
        for (String line : CommandLineRun.lines(file)) {
            String x = line.split(",")[0];
            if (seen.contains(x)) {
                return seen.size() + 1;
            }
            seen.add(x);
        }
        throw new AssertionError("no energy twice in " + file);
    }

    private static int emptyCell(Path file) {
        List<String> lines = CommandLineRun.lines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).endsWith(",") || lines.get(i).startsWith(",")) {
                return i + 1;
            }
        }
        throw new AssertionError("no empty cell in " + file);
    }
}
