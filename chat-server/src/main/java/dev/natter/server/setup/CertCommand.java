package dev.natter.server.setup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.GeneralName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Makes a certificate to try TLS with. */
@Command(
        name = "cert",
        description = {
            "Writes a self-signed certificate and its key, for natter server --tls-cert and --tls-key. Whoever connects"
                    + " needs a copy of the certificate, and nothing of the key.",
            ""
        })
final class CertCommand implements Runnable {

    private final PrintStream out;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = "Name or IP address by which the server is reached. May be given more than once. (default:"
                    + " localhost, 127.0.0.1, ::1 and this machine's name)")
    private List<String> hosts = new ArrayList<>();

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "365",
            converter = Days.class,
            description = "How long the certificate is valid. (default: 365)")
    private int days;

    @Option(
            names = "--cert",
            paramLabel = "FILE",
            defaultValue = "natter.crt",
            description = "Where to write the certificate. (default: natter.crt)")
    private Path certificateFile = Path.of("natter.crt");

    @Option(
            names = "--key",
            paramLabel = "FILE",
            defaultValue = "natter.key",
            description = "Where to write the key, for your eyes only (mode 0600). (default: natter.key)")
    private Path keyFile = Path.of("natter.key");

    CertCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public void run() {
        if (certificateFile
                .toAbsolutePath()
                .normalize()
                .equals(keyFile.toAbsolutePath().normalize())) {
            throw wrongUsage("--cert and --key: expected two files");
        }
        List<String> named = hosts.isEmpty() ? Hosts.ofThisMachine() : hosts;
        List<GeneralName> names = named.stream().map(this::name).toList();
        refuseIfThere(certificateFile);
        SelfSignedCertificate made = SelfSignedCertificate.create(names, days, Instant.now());
        write(made);
        report(made, named);
    }

    private GeneralName name(String host) {
        try {
            return Hosts.name(host);
        } catch (IllegalArgumentException e) {
            throw wrongUsage("--host: \"" + host + "\" is neither a host name nor an IP address");
        }
    }

    private ParameterException wrongUsage(String sentence) {
        if (spec == null) {
            throw new IllegalStateException("picocli has not filled this in");
        }
        return new ParameterException(spec.commandLine(), sentence);
    }

    /** Before the key is written, which would have to go again. */
    private static void refuseIfThere(Path file) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new SetupException(file + " is there already, and is not overwritten");
        }
    }

    private void write(SelfSignedCertificate made) {
        NewFile.write(keyFile, made.keyPem(), "rw-------");
        try {
            NewFile.write(certificateFile, made.certificatePem(), "rw-r--r--");
        } catch (SetupException e) {
            deleteKey();
            throw e;
        }
    }

    private void deleteKey() {
        try {
            Files.delete(keyFile);
        } catch (IOException e) {
            throw new SetupException(keyFile + " is of no use, but cannot be deleted: " + e.getMessage());
        }
    }

    static final class Days implements ITypeConverter<Integer> {

        private static final int MAX = 36_500;

        @Override
        public Integer convert(String value) {
            try {
                int days = Integer.parseInt(value.strip());
                if (days >= 1 && days <= MAX) {
                    return days;
                }
            } catch (NumberFormatException e) {
                // says the same as a number out of range
            }
            throw new TypeConversionException("\"" + value + "\" is not a number from 1 to " + MAX);
        }
    }

    private void report(SelfSignedCertificate made, List<String> named) {
        String certificate = ShellWord.of(certificateFile);
        out.println(certificateFile + ": a certificate for " + String.join(", ", named) + ", valid until "
                + DateTimeFormatter.ISO_LOCAL_DATE.format(made.end()));
        out.println(keyFile + ": its key, which nobody else should have");
        out.println("SHA-256 fingerprint: " + made.fingerprint());
        out.println();
        out.println("To use it:");
        out.println("  ./natter server --tls-cert " + certificate + " --tls-key " + ShellWord.of(keyFile));
        out.println("  ./natter chat --tls --tls-ca " + certificate);
    }
}
