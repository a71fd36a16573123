/**
 * Faults on purpose, in the spec by switching clauses off and in the Java by changing its sources: the judges that
 * compare the two must find each of them.
 */
package sfd.faults;
