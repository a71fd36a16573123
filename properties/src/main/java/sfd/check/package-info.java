/**
 * All models checked: TLC's verdicts against what the manifest expects of them, and the Java roles against TLC's graphs.
 * What it finds is a value ({@link sfd.check.Examined}) and a file ({@link sfd.check.Verdicts}).
 */
package sfd.check;
