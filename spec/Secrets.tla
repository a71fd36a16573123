-------------------------------- MODULE Secrets ------------------------------
(***************************************************************************)
(* Generations of a secret, newest first: a maker's QCD_SECRET             *)
(* (QCD-5.1-2), or what stateless cookies are made with (SIR-3.2.4-2).     *)
(***************************************************************************)
EXTENDS Alphabet

\* Only a later generation becomes the newest.
Admits(secrets, secret) == secrets = <<>> \/ secret > secrets[1]
Rolled(secrets, secret, most) == <<secret>> \o SubSeq(secrets, 1, Least(Len(secrets), most - 1))
GenerationsOf(secrets) == {secrets[i] : i \in DOMAIN secrets}
==============================================================================
