package sfd.session;

/** What an end does about NAT in IKE_SA_INIT. */
public enum Nat {
    /** Says what it sees, and moves from port 500 to 4500 if something is changed on the way. */
    DETECT,
    /** Says something wrong of its own address, so that both believe in a NAT: then ESP too is in UDP on port 4500. */
    FORCE,
    /** Says nothing: stays where it is. */
    SILENT
}
