--------------------------------- MODULE Qcd ---------------------------------
(***************************************************************************)
(* What only token makers and takers bring to a site: an attacker who      *)
(* shows a token that he has, or makes one up.                             *)
(***************************************************************************)
EXTENDS Site

Forge(token) ==
  /\ ~BySir
  /\ Act("Forge", "alice", Received(Own, Alice, Forgery(token)), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>
\* One that he made up, as if from Bob: of an SA that he knows, and right in everything but its octets.
Invent(p) ==
  /\ ~BySir /\ World.invents /\ p \in NamesNow
  /\ LET made == Token(1, Nobodys, "any")
     IN Act("Invent", "alice", Received(Bob, Alice, [Forgery(made) EXCEPT !.spis = p]), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>
==============================================================================
