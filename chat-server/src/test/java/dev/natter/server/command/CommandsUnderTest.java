package dev.natter.server.command;

import dev.natter.server.core.ChatUnderTest;
import dev.natter.server.core.Person;
import dev.natter.server.password.Password;
import org.jspecify.annotations.Nullable;

/** A chat and its commands, without a network. The operator password is {@value #PASSWORD}. */
final class CommandsUnderTest {

    static final String PASSWORD = "hunter2";

    private final ChatUnderTest chat = new ChatUnderTest();
    private final FakeControl control = new FakeControl();
    private final Dispatcher dispatcher;

    CommandsUnderTest() {
        this(PASSWORD);
    }

    CommandsUnderTest(@Nullable String password) {
        dispatcher = new Dispatcher(chat.chat(), control, password == null ? null : Password.of(password));
    }

    ChatUnderTest chat() {
        return chat;
    }

    FakeControl control() {
        return control;
    }

    Typist connects(String nick) {
        return typist(chat.connects(nick));
    }

    Typist connectsAsOperator(String nick) {
        return typist(chat.connectsAsOperator(nick));
    }

    Typist connectsTheConsole() {
        return typist(chat.connectsTheConsole());
    }

    private Typist typist(Person person) {
        return new Typist(person, dispatcher, chat.clock());
    }
}
