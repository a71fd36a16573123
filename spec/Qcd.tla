--------------------------------- MODULE Qcd ---------------------------------
(***************************************************************************)
(* What only token makers and takers bring to a site: an attacker who      *)
(* shows a token that he has.                                              *)
(***************************************************************************)
EXTENDS Site

Forge(token) ==
  /\ ~BySir
  /\ Act("Forge", "alice", Received(Own, Alice, Forgery(token)), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>
==============================================================================
