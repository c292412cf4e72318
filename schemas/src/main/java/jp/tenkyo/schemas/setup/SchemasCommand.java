package jp.tenkyo.schemas.setup;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code java -jar schemas-…-exec.jar} does. */
@Command(
        name = "schemas",
        description = "Tenkyo's contracts: topics and schemas.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = SetupCommand.class)
public final class SchemasCommand {

    private SchemasCommand() {}

    public static void main(String... arguments) {
        // The clients warn with every attempt while a server is still starting; the command says what matters itself.
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
        System.exit(commandLine().execute(arguments));
    }

    /** The command with its options, for whoever runs it inside another process. */
    public static CommandLine commandLine() {
        return new CommandLine(new SchemasCommand());
    }
}
