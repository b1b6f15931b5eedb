package org.interphase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.interphase.engine.recipe.Checksums;
import org.interphase.report.ReportSignature;
import org.interphase.testkit.synthetic.SmallExample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A signed report: whoever writes page and checksums anew is found by the signature. */
class SignedReportTest {

    @TempDir
    private Path folder;
    private Path report;

    @BeforeEach
    void make() throws Exception {
        for (Map.Entry<String, String> e : SmallExample.files().entrySet()) {
            write(folder.resolve(e.getKey()), e.getValue());
        }
        write(folder.resolve("project.yaml"), """
                format: interphase project 1
                title: Fluorine
                samples:
                  - name: fresh
                    files: raw/fresh_*.csv
                recipes:
                  - recipe: xps/f1s-lif-cf2
                """);
        keys("key");
        keys("other");
        report = folder.resolve("report");
        assertEquals(0, report("--sign", folder.resolve("key.pem").toString()).code());
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void keys(String name) throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        pem(name + ".pem", "PRIVATE KEY", pair.getPrivate().getEncoded());
        pem(name + ".pub.pem", "PUBLIC KEY", pair.getPublic().getEncoded());
    }

    private void pem(String name, String kind, byte[] key) throws IOException {
        Files.writeString(folder.resolve(name), "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder(64,
                new byte[] {'\n'}).encodeToString(key) + "\n-----END " + kind + "-----\n");
    }

    private CommandLineRun.Answer report(String... more) {
        List<String> line = new ArrayList<>(List.of("report", folder.toString(), "--out", report.toString(),
                "--format", "html,csv"));
        line.addAll(List.of(more));
        return CommandLineRun.of(line);
    }

    private CommandLineRun.Answer verify(String key) {
        return CommandLineRun.of(List.of("verify-report", report.toString(), "--key",
                folder.resolve(key).toString()));
    }

    @Test
    void onlyTheOwnersKeyFindsTheSignatureGood() throws IOException {
        CommandLineRun.Answer good = verify("key.pub.pem");
        assertEquals(0, good.code(), good.out() + good.err());
        assertTrue(good.out().contains("signature: good"), good.out());
        assertEquals(64, Files.size(report.resolve(ReportSignature.NAME)));
        CommandLineRun.Answer other = verify("other.pub.pem");
        assertEquals(1, other.code());
        assertTrue(other.out().contains("signature: bad"), other.out());
    }

    @Test
    void aPageWrittenAnewWithItsChecksumIsFound() throws Exception {
        Path page = report.resolve("report.html");
        Files.writeString(page, Files.readString(page).replace("Fluorine", "Chlorine"));
        Path sums = report.resolve("SHA256SUMS");
        String hash = Checksums.ofFile(page);
        Files.writeString(sums, Files.readString(sums).replaceAll("[0-9a-f]{64}(?=  report.html)", hash));
        assertEquals(0, CommandLineRun.of(List.of("verify-report", report.toString())).code(),
                "checksums alone don't tell who wrote them");
        CommandLineRun.Answer answer = verify("key.pub.pem");
        assertEquals(1, answer.code());
        assertTrue(answer.out().contains("signature: bad"), answer.out());
    }

    @Test
    void aSignatureThatIsGoneCutOrOfAnEarlierReportIsNotGood() throws IOException {
        Path signature = report.resolve(ReportSignature.NAME);
        Files.write(signature, new byte[7]);
        assertTrue(verify("key.pub.pem").out().contains("signature: bad"));
        assertEquals(0, report().code());
        assertFalse(Files.exists(signature), "one of an earlier report is of other checksums");
        CommandLineRun.Answer missing = verify("key.pub.pem");
        assertEquals(1, missing.code());
        assertTrue(missing.out().contains("signature: missing"), missing.out());
    }

    @Test
    void aKeyThatCantBeUsedIsToldBeforeAnythingIsRun() throws IOException {
        for (String bad : List.of("key.pub.pem", "nothing.pem", "project.yaml")) {
            CommandLineRun.Answer answer = report("--sign", folder.resolve(bad).toString());
            assertTrue(answer.code() != 0 && answer.err().contains(bad), bad + ": " + answer.err());
        }
        Files.writeString(folder.resolve("locked.pem"), "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n"
                + "-----END ENCRYPTED PRIVATE KEY-----\n");
        assertTrue(report("--sign", folder.resolve("locked.pem").toString()).err().contains("passphrase"));
        assertTrue(verify("key.pem").err().contains("PUBLIC KEY"));
    }
}
