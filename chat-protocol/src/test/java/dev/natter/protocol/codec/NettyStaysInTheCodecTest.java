package dev.natter.protocol.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Of this module's packages only the codec knows Netty: everything else is plain Java, for every kind of transport. */
final class NettyStaysInTheCodecTest {

    @Test
    void noClassOfAnotherPackageMentionsIt() throws IOException, URISyntaxException {
        Path root = Path.of(
                Line.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path codec = root.resolve(Path.of("dev", "natter", "protocol", "codec"));
        List<Path> mentioning;
        try (Stream<Path> files = Files.walk(root)) {
            mentioning = files.filter(file -> file.toString().endsWith(".class"))
                    .filter(NettyStaysInTheCodecTest::mentionsNetty)
                    .toList();
        }
        assertThat(mentioning).isNotEmpty().allMatch(file -> file.startsWith(codec));
    }

    /** The names of all classes that a class uses stand in its constant pool as they are. */
    private static boolean mentionsNetty(Path classFile) {
        try {
            return new String(Files.readAllBytes(classFile), ISO_8859_1).contains("io/netty/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
