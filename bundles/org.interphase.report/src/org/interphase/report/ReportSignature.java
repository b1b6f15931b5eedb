package org.interphase.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.engine.document.AtomicFiles;

/**
 * A signature beside a report (Ed25519, RFC 8032, of the JDK): 64 bytes in {@code SHA256SUMS.sig} over the bytes of
 * {@code SHA256SUMS}, which holds the checksum of everything else. Keys are PEM files as OpenSSL writes them: PKCS #8
 * for the private key, SubjectPublicKeyInfo for the public one.
 */
public final class ReportSignature {

    /** Name of the file in the report's folder. */
    public static final String NAME = ReportManifest.NAME + ".sig";

    private static final String ALGORITHM = "Ed25519";
    private static final int MOST_BYTES = 64 << 10;

    /** What a signature is worth under a public key. */
    public enum Finding {
        /** The checksums are those that the owner of the key signed. */
        GOOD,
        /** They are not, or another signed them. */
        BAD,
        /** There is no signature, or nothing that it could be of. */
        MISSING
    }

    private ReportSignature() {
    }

    /**
     * Reads a private key.
     *
     * @throws IOException if the file holds no Ed25519 key that can be used
     */
    public static PrivateKey privateKey(Path file) throws IOException {
        byte[] bytes = pem(file, "PRIVATE KEY");
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " is not a private Ed25519 key: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a public key.
     *
     * @throws IOException if the file holds no Ed25519 key that can be used
     */
    public static PublicKey publicKey(Path file) throws IOException {
        byte[] bytes = pem(file, "PUBLIC KEY");
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes));
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " is not a public Ed25519 key: " + e.getMessage(), e);
        }
    }

    private static byte[] pem(Path file, String kind) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
            throw new IOException("the key " + file + (Files.isRegularFile(file) ? " is too large for one"
                    : " does not exist"));
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        Matcher m = Pattern.compile("-----BEGIN " + kind + "-----([A-Za-z0-9+/=\\s]*)-----END " + kind + "-----")
                .matcher(text);
        if (!m.find()) {
            throw new IOException(file + " holds no '" + kind + "'" + (text.contains("ENCRYPTED") ? ", only an "
                    + "encrypted one: write it without a passphrase" : " in PEM form"));
        }
        try {
            return Base64.getMimeDecoder().decode(m.group(1).strip());
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is damaged: " + e.getMessage(), e);
        }
    }

    /**
     * Signs a report that was written.
     *
     * @param report its folder
     * @return the signature's file
     */
    public static Path sign(Path report, PrivateKey key) throws IOException {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(Files.readAllBytes(report.resolve(ReportManifest.NAME)));
            Path out = report.resolve(NAME);
            AtomicFiles.write(out, signature.sign());
            return out;
        } catch (GeneralSecurityException e) {
            throw new IOException("the report can't be signed: " + e.getMessage(), e);
        }
    }

    /** Holds the checksums of a report against their signature. */
    public static Finding verify(Path report, PublicKey key) throws IOException {
        Path sums = report.resolve(ReportManifest.NAME);
        Path file = report.resolve(NAME);
        if (!Files.isRegularFile(sums) || !Files.isRegularFile(file)) {
            return Finding.MISSING;
        }
        if (Files.size(file) > MOST_BYTES) {
            return Finding.BAD;
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(Files.readAllBytes(sums));
            return signature.verify(Files.readAllBytes(file)) ? Finding.GOOD : Finding.BAD;
        } catch (GeneralSecurityException e) {
            // of another length or form than a signature has
            return Finding.BAD;
        }
    }
}
