---------------------------- MODULE AbstractModel ----------------------------
(* The wish by itself: it says what it should. *)
EXTENDS SecureFailureDetection
Off == {}
About == [kind |-> "abstract", protocol |-> "abstract", deployment |-> "single", attacker |-> "none",
          parameters |-> [sas |-> Sas]]
==============================================================================
