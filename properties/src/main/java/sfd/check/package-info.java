/**
 * The tool, command by command ({@link sfd.check.Sfd}), and the one among them that checks all models: TLC's verdicts
 * against what is expected of them, and the Java roles against TLC's graphs. The only package that knows the command line.
 */
package sfd.check;
