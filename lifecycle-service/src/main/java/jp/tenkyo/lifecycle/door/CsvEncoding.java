package jp.tenkyo.lifecycle.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a file is written.
 *
 * @param lines about how many it has, for the progress
 */
record CsvEncoding(Charset charset, boolean byteOrderMark, long lines) {

    /** What Windows calls Shift_JIS, with NEC's and IBM's characters. */
    static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int CHUNK = 1 << 16;

    /**
     * Reads the whole file once: a name that only UTF-8, or only Windows-31J, can spell may stand in its last line.
     *
     * @throws ImportImpossibleException if it is neither
     */
    static CsvEncoding of(Path file) throws IOException {
        for (var charset : new Charset[] {UTF_8, WINDOWS_31J}) {
            try {
                return new CsvEncoding(
                        charset, charset.equals(UTF_8) && startsWithMark(file), countLines(file, charset));
            } catch (CharacterCodingException notThisOne) {
                // The next one may fit.
            }
        }
        throw new ImportImpossibleException(file + " is neither UTF-8 nor Windows-31J.");
    }

    /** Opens the file behind its byte order mark. */
    Reader open(Path file) throws IOException {
        var bytes = new BufferedInputStream(Files.newInputStream(file), CHUNK);
        if (byteOrderMark) {
            bytes.skipNBytes(MARK.length);
        }
        return strict(bytes, charset);
    }

    private static boolean startsWithMark(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            return java.util.Arrays.equals(bytes.readNBytes(MARK.length), MARK);
        }
    }

    private static long countLines(Path file, Charset charset) throws IOException {
        var lines = 0L;
        var chunk = new char[CHUNK];
        try (var characters = strict(Files.newInputStream(file), charset)) {
            for (var read = characters.read(chunk); read >= 0; read = characters.read(chunk)) {
                for (var i = 0; i < read; i++) {
                    lines += chunk[i] == '\n' ? 1 : 0;
                }
            }
        }
        return lines;
    }

    private static Reader strict(InputStream bytes, Charset charset) {
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
