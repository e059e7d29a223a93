package dev.natter.server;

import ch.qos.logback.classic.LoggerContext;
import dev.natter.server.command.ServerControl;
import dev.natter.server.config.CommandLineReader;
import dev.natter.server.config.ConfigException;
import dev.natter.server.config.Launch;
import dev.natter.server.config.UsageException;
import dev.natter.server.console.Console;
import dev.natter.server.console.StandardInput;
import dev.natter.server.net.CannotListenException;
import dev.natter.server.setup.PasswordInput;
import dev.natter.server.setup.SetupCommands;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** Starts a server from the command line and stays until it has stopped; or does what comes before that. */
public final class ChatServerMain {

    // From BSD's sysexits.h, as scripts know them.
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int UNAVAILABLE = 69;
    private static final int CONFIG = 78;

    private static final int MAX_STOP_SECONDS = 5;

    private ChatServerMain() {}

    public static void main(String[] args) {
        // Before Netty's first buffer: by default it traces every 128th to find leaks. The tests trace each one.
        System.getProperties().putIfAbsent("io.netty.leakDetection.level", "disabled");
        // Before the first TLS: nobody needs to renegotiate, and to do so over and over is an attack.
        System.getProperties().putIfAbsent("jdk.tls.rejectClientInitiatedRenegotiation", "true");
        System.exit(
                args.length > 0 && SetupCommands.has(args[0])
                        ? SetupCommands.execute(PasswordInput::readStandard, System.out, System.err, args)
                        : run(args));
    }

    private static int run(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        try {
            Optional<Launch> launch = new CommandLineReader(System.getenv(), out).read(args);
            if (launch.isPresent()) {
                serve(launch.get());
            }
            return DONE;
        } catch (UsageException e) {
            return complain(e, USAGE);
        } catch (ConfigException e) {
            return complain(e, CONFIG);
        } catch (CannotListenException e) {
            return complain(e, UNAVAILABLE);
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(ChatServerMain.class).error("the server failed", e);
            return FAILED;
        } finally {
            flushLog();
        }
    }

    private static int complain(Exception problem, int exitCode) {
        System.err.println("natter: " + problem.getMessage());
        return exitCode;
    }

    private static void serve(Launch launch) throws CannotListenException {
        // Before the first logger.
        System.setProperty(LogConfigurator.FORMAT, launch.logFormat());
        System.setProperty(LogConfigurator.LEVEL, launch.verbose() ? "DEBUG" : "INFO");
        launch.warnings().forEach(LoggerFactory.getLogger(ChatServerMain.class)::warn);

        CompletableFuture<ChatServer> starting = new CompletableFuture<>();
        // Before the server says that it is ready: from then on a signal is one to stop in order.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndExit(starting), "natter-signal"));
        ChatServer server;
        try {
            server = ChatServer.start(launch.config(), Clock.systemUTC());
            starting.complete(server);
        } finally {
            starting.cancel(false); // has no effect where it did start
        }
        boolean withConsole = launch.console() == null ? StandardInput.isTerminal() : launch.console();
        Optional<Console> console =
                withConsole ? Optional.of(server.openConsole(StandardInput.stream(), System.out)) : Optional.empty();
        server.stopped().join();
        console.ifPresent(Console::flush);
    }

    /** SIGTERM and SIGINT ask for the same as SHUTDOWN, so the exit code is the same; by itself the JVM's would not be. */
    private static void stopAndExit(CompletableFuture<ChatServer> starting) {
        CompletableFuture<Boolean> stopping =
                starting.thenCompose(server -> server.stopped().isDone()
                        ? CompletableFuture.completedFuture(false)
                        : server.stop(ServerControl.DEFAULT_REASON).thenApply(stopped -> true));
        boolean bySignal = stopping.completeOnTimeout(true, MAX_STOP_SECONDS, TimeUnit.SECONDS)
                .exceptionally(notStarted -> false)
                .join();
        if (bySignal) {
            flushLog();
            Runtime.getRuntime().halt(DONE);
        }
    }

    /** The main thread and that of a signal both get here, and neither may end the program while the other is at it. */
    private static synchronized void flushLog() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.stop();
        }
    }
}
