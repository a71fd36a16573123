/**
 * What must outlive a crash: generations of the secret that tokens are made from (QCD-5.1-1) or cookies (SIR-3.2.4-1), and the
 * map of child SAs (QCD-8.2-1). A folder of its owner alone, with one writer; each file is whole or not there.
 */
package sfd.store;
