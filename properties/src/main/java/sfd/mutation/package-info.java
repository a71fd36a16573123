/**
 * Mutants of the spec made from its syntax tree, one change each: whether a role model's verdicts, its size or the Java
 * roles notice it. What nothing notices is a hole, or makes no difference.
 */
package sfd.mutation;
