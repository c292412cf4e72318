package jp.tenkyo.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.quickstart.city.IssuerKeys;
import jp.tenkyo.stack.ca.MakeTestCa;
import jp.tenkyo.stack.ca.Profile;
import jp.tenkyo.stack.ca.TestCa;

/** The city's issuers: a test hierarchy in the data folder, made at the first start. */
record CityIssuers(TestCa ca) implements IssuerKeys {

    /**
     * Makes them where there are none, in a process of its own: making RSA keys is worth the second compiler, which the
     * rest of this one is not.
     */
    static CityIssuers make(DataFolder data) throws IOException, InterruptedException {
        if (!Files.isDirectory(data.issuers())) {
            var command = ServiceJars.command(
                    MakeTestCa.class,
                    List.of("-Xmx128m", "-XX:+UseSerialGC"),
                    List.of(data.issuers().toString()));
            try (var making = ChildProcess.start("test-ca", command, data.logs())) {
                if (making.process().waitFor() != 0) {
                    throw making.problem("could not be made");
                }
            }
        }
        return in(data);
    }

    static CityIssuers in(DataFolder data) throws IOException {
        return new CityIssuers(TestCa.in(data.issuers()));
    }

    @Override
    public String keyIdOf(CertificateKind kind, Instant notBefore) {
        return ca.keyIdOf(Profile.valueOf(kind.name()), notBefore);
    }

    /** What status-service is told of them. */
    List<String> arguments() {
        var arguments = new ArrayList<String>();
        var number = 0;
        for (var issuer : ca.issuers()) {
            arguments.add("--tenkyo.issuers[%d]=%s".formatted(number, issuer.certificate()));
            arguments.add("--tenkyo.ocsp.responders[%d].certificate=%s".formatted(number, issuer.ocspCertificate()));
            arguments.add("--tenkyo.ocsp.responders[%d].key=%s".formatted(number, issuer.ocspKey()));
            arguments.add("--tenkyo.lists.signers[%d].certificate=%s".formatted(number, issuer.listsCertificate()));
            arguments.add("--tenkyo.lists.signers[%d].key=%s".formatted(number, issuer.listsKey()));
            number++;
        }
        return arguments;
    }

    @Override
    public String toString() {
        return "%d keys under 2 names".formatted(ca.issuers().size());
    }
}
