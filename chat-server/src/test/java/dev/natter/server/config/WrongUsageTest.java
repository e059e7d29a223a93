package dev.natter.server.config;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What does not parse or is out of its range: one sentence with the setting, the value and what was expected. */
final class WrongUsageTest {

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    --foo             | Unknown option: '--foo'
                    -x                | Unknown option: '-x'
                    --prot 1          | Unknown options: '--prot', '1'
                    here              | Unmatched argument at index 0: 'here'
                    @here             | Unmatched argument at index 0: '@here'
                    --port            | Missing required parameter for option '--port' (N)
                    --port=           | Invalid value for option '--port' (N): "" is not a port from 0 to 65535
                    --port x          | Invalid value for option '--port' (N): "x" is not a port from 0 to 65535
                    --port -1         | Invalid value for option '--port' (N): "-1" is not a port from 0 to 65535
                    --port 65536      | Invalid value for option '--port' (N): "65536" is not a port from 0 to 65535
                    --port 1,,2       | Invalid value for option '--port' (N): "" is not a port from 0 to 65535
                    --port ,          | Invalid value for option '--port' (N): expected a port from 0 to 65535
                    --sendq 1MB       | Invalid value for option '--sendq': "1MB" is not a size such as 65536, 64KiB or 1MiB
                    --sendq -1        | Invalid value for option '--sendq': "-1" is not a size such as 65536, 64KiB or 1MiB
                    --max-rooms x     | Invalid value for option '--max-rooms': "x" is not a number from 0 to 2147483647
                    --max-per-ip -1   | Invalid value for option '--max-per-ip': "-1" is not a number from 0 to 2147483647
                    --max-connections 1e9 | Invalid value for option '--max-connections': "1e9" is not a number from 0 to 2147483647
                    --presence-limit 3000000000 | Invalid value for option '--presence-limit': "3000000000" is not a number from 0 to 2147483647
                    --io-threads 0    | Invalid value for option '--io-threads': "0" is not a number from 1 to 1024
                    --io-threads 1025 | Invalid value for option '--io-threads': "1025" is not a number from 1 to 1024
                    --log-format xml  | Invalid value for option '--log-format': expected one of [TEXT, JSON] (case-insensitive) but was 'xml'
                    --console=maybe   | Invalid value for option '--console': 'maybe' is not a boolean
                    --max-rooms 1 --max-rooms 2 | option '--max-rooms' (N) should be specified only once
                    """)
    void isRefusedInOneSentence(String line, String sentence) {
        new Reading(folder).isWrongUsage(sentence, line.split(" "));
    }
}
