package dev.natter.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the language of the transcripts, which the module's README describes: one step a line, in words of English, so
 * that nobody needs to know this class to read one.
 */
final class TranscriptReader {
    private static final String WHO = "(?!server |file )(?<who>[a-z][a-z0-9]*) ";
    private static final String ROUTE = "(?: (?<route>to the admin socket|over IPv4|over IPv6))?";

    private interface StepReader {
        Step read(Matcher words, Cast cast);
    }

    private record Form(Pattern pattern, StepReader reader) {
        static Form of(String regex, StepReader reader) {
            return new Form(Pattern.compile(regex), reader);
        }

        /** Who does something that needs no more words. */
        static Form of(String words, BiConsumer<Cast, String> check, Function<String, Step> step) {
            return of(WHO + words, (matcher, cast) -> {
                String who = matcher.group("who");
                check.accept(cast, who);
                return step.apply(who);
            });
        }
    }

    /** The grammar. */
    private static final List<Form> FORMS = List.of(
            Form.of("file (?<name>[A-Za-z0-9._-]+):(?: (?<text>.*))?", TranscriptReader::file),
            Form.of("server (?<options>-.*)", TranscriptReader::options),
            Form.of("server stops(?:: (?<text>.+))?", TranscriptReader::stops),
            Form.of("server has stopped", (words, cast) -> played(cast, new Step.ServerHasStopped())),
            Form.of("server starts again", (words, cast) -> played(cast, new Step.ServerStartsAgain())),
            Form.of(WHO + "opens" + ROUTE, TranscriptReader::opens),
            Form.of(WHO + "connects" + ROUTE + "(?: as (?<nick>\\S+))?(?<json> in JSON)?", TranscriptReader::connects),
            Form.of(WHO + "<(?: (?<text>.*))?", TranscriptReader::hears),
            Form.of(WHO + ">(?: (?<text>.*))?", TranscriptReader::sendsLine),
            Form.of(WHO + ">> (?<text>.+)", TranscriptReader::sendsBytes),
            Form.of(WHO + "hears bytes (?<text>.+)", TranscriptReader::hearsBytes),
            Form.of("is quiet", Cast::speaks, Step.IsQuiet::new),
            Form.of("hangs up", Cast::hangsUp, Step.HangsUp::new),
            Form.of("closes", Cast::goes, Step.Closes::new),
            Form.of("vanishes", Cast::goes, Step.Vanishes::new),
            Form.of("is disconnected", Cast::goes, Step.IsDisconnected::new),
            Form.of("may have heard more", Cast::listens, Step.MayHaveHeardMore::new));

    private TranscriptReader() {}

    /**
     * @param source the file's name, for failures
     * @throws TranscriptSyntaxException naming file and line
     */
    static Transcript read(String source, String content) {
        List<String> texts = content.lines().toList();
        String first = texts.isEmpty() ? "" : texts.get(0);
        if (!first.startsWith("# ")) {
            throw syntax(source, 1, new IllegalArgumentException("the first line says the rule: # …"));
        }
        Cast cast = new Cast();
        List<Transcript.Line> lines = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            try {
                lines.add(new Transcript.Line(i + 1, text, step(text, cast)));
            } catch (IllegalArgumentException e) {
                throw syntax(source, i + 1, e);
            }
        }
        if (lines.isEmpty()) {
            throw syntax(source, 1, new IllegalArgumentException("a transcript without a single step"));
        }
        return new Transcript(source, first.substring(2), lines);
    }

    private static TranscriptSyntaxException syntax(String source, int line, IllegalArgumentException cause) {
        return new TranscriptSyntaxException(source, line, Objects.toString(cause.getMessage()), cause);
    }

    private static Step step(String text, Cast cast) {
        if (text.endsWith(" ") || text.endsWith("\t")) {
            throw new IllegalArgumentException("a blank at the end, which editors strip: write \\x20 or \\t");
        }
        for (Form form : FORMS) {
            Matcher words = form.pattern().matcher(text);
            if (words.matches()) {
                return form.reader().read(words, cast);
            }
        }
        throw new IllegalArgumentException("no step of a transcript reads so; chat-testkit/README.md has them all");
    }

    private static Step played(Cast cast, Step step) {
        cast.playStarts();
        return step;
    }

    private static Step file(Matcher words, Cast cast) {
        String text = escaped(words);
        cast.knowsPathsOf(text);
        cast.fileIsWritten(word(words, "name"));
        return new Step.FileHolds(word(words, "name"), text);
    }

    private static Step options(Matcher words, Cast cast) {
        List<String> options = List.of(word(words, "options").split("\\s+", -1));
        cast.serverGets(options);
        return new Step.ServerOptions(options);
    }

    private static Step stops(Matcher words, Cast cast) {
        String reason = words.group("text");
        return played(cast, new Step.ServerStops(reason == null ? null : Escapes.text(reason)));
    }

    private static Step opens(Matcher words, Cast cast) {
        Route route = route(words);
        cast.comes(who(words), route);
        return new Step.Opens(who(words), route);
    }

    private static Step connects(Matcher words, Cast cast) {
        Route route = route(words);
        cast.comes(who(words), route);
        return new Step.Connects(who(words), route, words.group("nick"), words.group("json") != null);
    }

    private static Step hears(Matcher words, Cast cast) {
        cast.listens(who(words));
        return new Step.Hears(who(words), Expectation.of(text(words)));
    }

    private static Step sendsLine(Matcher words, Cast cast) {
        cast.speaks(who(words));
        return new Step.Sends(who(words), escaped(words), true);
    }

    private static Step sendsBytes(Matcher words, Cast cast) {
        cast.isPerson(who(words));
        cast.speaks(who(words));
        return new Step.Sends(who(words), escaped(words), false);
    }

    private static Step hearsBytes(Matcher words, Cast cast) {
        cast.isPerson(who(words));
        cast.listens(who(words));
        return new Step.HearsBytes(who(words), escaped(words));
    }

    private static Route route(Matcher words) {
        String route = words.group("route");
        if (route == null) {
            return Route.ANY_TCP;
        }
        return switch (route) {
            case "over IPv4" -> Route.IPV4;
            case "over IPv6" -> Route.IPV6;
            default -> Route.ADMIN_SOCKET;
        };
    }

    private static String who(Matcher words) {
        return word(words, "who");
    }

    /** A text whose escapes are right. */
    private static String escaped(Matcher words) {
        String text = text(words);
        Escapes.bytes(text);
        return text;
    }

    private static String text(Matcher words) {
        return Objects.requireNonNullElse(words.group("text"), "");
    }

    private static String word(Matcher words, String group) {
        return Objects.requireNonNull(words.group(group), group);
    }
}
