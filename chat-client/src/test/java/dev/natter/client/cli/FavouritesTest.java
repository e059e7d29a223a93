package dev.natter.client.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FavouritesTest {

    @TempDir
    private Path home;

    private Path file = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        file = home.resolve(".config/natter/favourites.properties");
        Files.createDirectories(file.getParent());
    }

    @Test
    void aFavouriteIsAllThatStandsThere() throws Exception {
        write(
                "\uFEFF# where we work",
                "work.address = chat.example.org:80   ",
                "work.nick=älice",
                "work.rooms : #dev, #ops #büro",
                "! at home",
                "home.address = [::1]:7000",
                "home.tls = yes");
        assertThat(favourites().all())
                .containsExactly(
                        new Favourite(file, "home", new ServerAddress("::1", 7000), null, List.of(), true, null, false),
                        new Favourite(
                                file,
                                "work",
                                new ServerAddress("chat.example.org", 80),
                                Nick.of("älice"),
                                List.of(RoomName.of("#dev"), RoomName.of("#ops"), RoomName.of("#büro")),
                                false,
                                null,
                                false));
    }

    @Test
    void aFileOfAuthoritiesIsBesideTheFavouritesUnlessItSaysMore() throws Exception {
        write("a.address=a", "a.tls-ca=ca.pem", "b.address=b", "b.tls-ca=~/ca.pem", "c.address=c", "c.tls-ca=/ca.pem");
        assertThat(favourites().all())
                .extracting(Favourite::authorities)
                .containsExactly(file.resolveSibling("ca.pem"), home.resolve("ca.pem"), Path.of("/ca.pem"));
        assertThat(favourites().all()).allMatch(Favourite::tls);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "work.adress = a => work.adress: there is no \"adress\"; expected address, nick, rooms, tls, tls-ca or"
                        + " insecure",
                "work = a => work: expected a name and a key, such as work.address",
                "w:ork.address = a => w: expected a name and a key, such as w.address",
                "w\\ ork.address = a => w ork.address: \"w ork\" is not a name; expected letters, digits, - or _",
                ".address = a => .address: \"\" is not a name; expected letters, digits, - or _",
                "work.nick = alice => work has no address; expected a line work.address = HOST[:PORT]",
                "work.address = => work.address: \"\" is not HOST[:PORT]",
                "work.address = a:x => work.address: \"a:x\" is not HOST[:PORT]",
                "work.address = a;work.address = b => work.address: stands there twice",
                "work.address = \\u12 => expected \\u and four hexadecimal digits, or no backslash",
                "work.address = a;work.nick = 1a => work.nick: \"1a\" is not a nickname: 1 to 30 letters",
                "work.address = a;work.rooms = => work.rooms: there is nothing; expected rooms, such as #dev #ops",
                "work.address = a;work.rooms = #a b => work.rooms: \"b\" is not a room: # and 1 to 50",
                "work.address = a;work.tls = maybe => work.tls: \"maybe\" is not yes or no",
                "work.address = a;work.tls-ca = => work.tls-ca: there is nothing; expected a file of certificates in PEM",
                "work.address = a;work.tls-ca = a;work.insecure = yes => work.insecure: cannot go together with"
                        + " work.tls-ca",
                "work.address = a;work.tls = no;work.insecure = yes => work.tls: \"no\" cannot go together with"
                        + " work.insecure",
            })
    void whatIsWrongAnywhereInItIsRefused(String lines, String complaint) throws Exception {
        write(lines.split(";"));
        assertThatThrownBy(() -> favourites().find("other"))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(file + ": " + complaint);
    }

    @Test
    void aFileThatCannotBeReadIsRefused() throws Exception {
        Files.write(file, "work.address = gr\u00FC\u00DF.example".getBytes(ISO_8859_1));
        assertThatThrownBy(() -> favourites().find("work"))
                .isInstanceOf(ConfigException.class)
                .hasMessage(file + ": cannot be read; expected lines of name.key = value (it is not UTF-8)");
        Files.delete(file);
        Files.createDirectory(file);
        assertThatThrownBy(() -> favourites().find("work"))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(file + ": cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"work:7777", "work.", "work.example", "[::1]", "::1", "", "-work", "Work", "#work"})
    void anAddressIsNoFavourite(String word) throws Exception {
        write("work.address = a");
        assertThat(favourites().find(word)).isEmpty();
        assertThat(favourites().find("work")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat.example.org", "localhost:7777", "::1"})
    void nobodyLooksIntoTheFileForAnAddress(String word) throws Exception {
        write("what is this");
        assertThat(favourites().find(word)).isEmpty();
    }

    @Test
    void theFolderForConfigurationMayBeElsewhere() throws Exception {
        write("work.address = a");
        Map<String, String> elsewhere = Map.of("XDG_CONFIG_HOME", home + "/.config");
        assertThat(favourites(elsewhere).find("work")).isPresent();
        assertThat(favourites(Map.of("HOME", home + "", "XDG_CONFIG_HOME", "relative"))
                        .find("work"))
                .isPresent();
        assertThat(favourites(Map.of("HOME", home + "", "XDG_CONFIG_HOME", home + "/nowhere"))
                        .find("work"))
                .isEmpty();
        assertThat(favourites(Map.of()).find("work")).isEmpty();
    }

    private void write(String... lines) throws IOException {
        Files.write(file, List.of(lines), UTF_8);
    }

    private Favourites favourites() {
        return favourites(Map.of("HOME", home.toString()));
    }

    private static Favourites favourites(Map<String, String> environment) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
        return Favourites.of(
                new Surroundings(InputStream.nullInputStream(), nowhere, nowhere, environment, false, false, false));
    }
}
