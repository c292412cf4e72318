package jp.tenkyo.stack.ca;

import java.io.IOException;
import java.nio.file.Path;

/** Makes a test hierarchy in a folder, once; where there is one, it stays. For containers, whose services share it. */
public final class MakeTestCa {

    private MakeTestCa() {}

    /** @param arguments the folder */
    public static void main(String... arguments) throws IOException {
        for (var issuer : TestCa.in(Path.of(arguments[0])).issuers()) {
            System.out.printf("%s generation %d: %s%n", issuer.profile(), issuer.generation(), issuer.keyId());
        }
    }
}
