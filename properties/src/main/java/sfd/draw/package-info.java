/** Paths through a model as message sequences for people, in lines and as pictures: who, to whom, which message, and why. */
package sfd.draw;
