import dev.natter.client.ChatClient;
import dev.natter.protocol.command.Command;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.name.Nick;
import java.time.LocalTime;

/** Tells the time to whoever says "!time". */
public class TimeBot {

    public static void main(String[] server) throws Exception {
        ChatClient bot = ChatClient.connect(server[0], Integer.parseInt(server[1]), TimeBot::hear).get();
        bot.send(new Command.TakeNick(Nick.of("timebot")));
        bot.closed().get();
    }

    static void hear(ChatClient bot, Event event) {
        if (event instanceof Event.Message message && message.text().equals("!time")) {
            bot.send(new Command.Say(message.from() + ": it is " + LocalTime.now()));
        }
    }
}
