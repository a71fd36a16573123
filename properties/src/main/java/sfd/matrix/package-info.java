/** The comparison of all protocols in all situations: which cells there are, and what the models say of each. */
package sfd.matrix;
