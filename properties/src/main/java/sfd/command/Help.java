package sfd.command;

import picocli.CommandLine.Option;

/** The option that every command has. */
final class Help {

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this and ends.")
    private boolean asked;
}
