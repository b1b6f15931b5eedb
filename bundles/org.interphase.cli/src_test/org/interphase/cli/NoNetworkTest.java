package org.interphase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.interphase.testkit.synthetic.SmallExample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No verb asks for the network, whatever its data name. Every connection of the Java library asks the selector of
 * proxies first, which here refuses; the started product is also run in a network namespace without one
 * ({@code releng/scripts/check-product}).
 */
class NoNetworkTest {

    @TempDir
    private Path folder;
    private final List<URI> asked = new ArrayList<>();
    private ProxySelector before;

    @BeforeEach
    void refuse() {
        before = ProxySelector.getDefault();
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                asked.add(uri);
                throw new IllegalStateException("the network was asked for " + uri);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException e) {
                asked.add(uri);
            }
        });
    }

    @AfterEach
    void restore() {
        ProxySelector.setDefault(before);
    }

    @Test
    void aReportWhoseTextsNameAddressesAsksForNone() throws IOException {
        for (Map.Entry<String, String> e : SmallExample.files().entrySet()) {
            Path file = folder.resolve(e.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, e.getValue());
        }
        Files.writeString(folder.resolve("project.yaml"), """
                format: interphase project 1
                title: '<img src="http://127.0.0.1:9/a.png"><link rel="stylesheet" href="http://127.0.0.1:9/a.css">'
                samples:
                  - name: '<svg><image href="http://127.0.0.1:9/b.svg"/></svg>'
                    description: '<iframe src="http://127.0.0.1:9/"></iframe>'
                    files: raw/fresh_*.csv
                recipes:
                  - recipe: xps/f1s-lif-cf2
                report:
                  introduction: '@import url(http://127.0.0.1:9/c.css)'
                """);
        CommandLineRun.Answer a = CommandLineRun.of(List.of("report", folder.toString(), "--out",
                folder.resolve("out").toString(), "--format", "html,pdf,docx,xlsx,csv,json"));
        assertEquals(0, a.code(), a.err());
        assertEquals(0, CommandLineRun.of(List.of("verify-report", folder.resolve("out").toString())).code());
        assertEquals(List.of(), asked);
    }

    @Test
    void listsAskForNone() {
        for (String verb : List.of("formats", "techniques", "operations", "recipes")) {
            assertEquals(0, CommandLineRun.of(List.of(verb, "--json")).code());
        }
        assertEquals(List.of(), asked);
    }

    /** The refusal itself is met by connections. */
    @Test
    void aConnectionIsNoticed() {
        assertThrows(IllegalStateException.class, () -> URI.create("http://127.0.0.1:9/").toURL().openStream());
        assertEquals(1, asked.size());
    }
}
