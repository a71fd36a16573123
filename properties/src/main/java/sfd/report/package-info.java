/** The page that a run leaves behind for people: made from what the run wrote and from the catalogues, without a run. */
package sfd.report;
