package sfd.traces.tlc;

/** A stretch of a module's text, lines and columns from 1 on, the last column included. */
public record Place(int line, int column, int endLine, int endColumn) {
}
