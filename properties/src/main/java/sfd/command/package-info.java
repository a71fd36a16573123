/** The tool, command by command ({@link sfd.command.Sfd}). The only package that knows the command line. */
package sfd.command;
