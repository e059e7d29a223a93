package dev.natter.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BytePipeTest {
    private final BytePipe pipe = new BytePipe();

    @Test
    void linesComeOutAsTheyWentIn() throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(pipe.reader(), UTF_8));
        pipe.write("one\ntw".getBytes(UTF_8));
        assertThat(reader.readLine()).isEqualTo("one");
        pipe.write('o');
        pipe.write('\n');
        assertThat(reader.readLine()).isEqualTo("two");
        pipe.close();
        assertThat(reader.readLine()).isNull();
        assertThat(reader.readLine()).isNull();
    }

    @Test
    void readingTakesWhatIsThere() throws IOException {
        InputStream reader = pipe.reader();
        assertThat(reader.available()).isZero();
        pipe.write(new byte[] {1, 2, 3});
        pipe.write(new byte[] {4});
        assertThat(reader.available()).isEqualTo(3);
        assertThat(reader.readNBytes(2)).containsExactly(1, 2);
        assertThat(reader.available()).isEqualTo(1);
        assertThat(reader.read(new byte[10])).isEqualTo(1);
        assertThat(reader.read()).isEqualTo(4);
        pipe.close();
        assertThat(reader.read()).isEqualTo(-1);
    }

    @Test
    void aWriterThatIsGoneBreaksNothing() throws Exception {
        Thread writer = new Thread(() -> pipe.write('x'));
        writer.start();
        writer.join();
        assertThat(pipe.reader().read()).isEqualTo('x');
        assertThat(pipe.next(Duration.ZERO)).isNull();
    }
}
