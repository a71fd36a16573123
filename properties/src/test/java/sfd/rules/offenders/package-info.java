/** One class for each rule, that breaks it: so that no rule is one that cannot fail. */
package sfd.rules.offenders;
