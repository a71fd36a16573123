/**
 * What a verdict leans on: the same models with one thing otherwise, a clause that nobody keeps, an assumption dropped, a
 * fault planted; and what occurs in them at all.
 */
package sfd.sensitivity;
