-------------------------------- MODULE Limits -------------------------------
(***************************************************************************)
(* How often something was done for each source since the last tick, where *)
(* a text limits it for each peer: comparing tokens (QCD-8.1-2), asking    *)
(* with CHECK_SPI (SIR-3.2.2-5). The sources that are told apart are       *)
(* bounded, or many addresses would fill the memory; the others share one  *)
(* count. A limit of 0 is none, and nothing is counted.                    *)
(***************************************************************************)
EXTENDS Alphabet

Bucket(counts, apart, source) ==
  IF source \in DOMAIN counts \/ Cardinality(DOMAIN counts \ {"others"}) < apart THEN source ELSE "others"
Used(counts, bucket) == IF bucket \in DOMAIN counts THEN counts[bucket] ELSE 0

\* clause orders the limit.
Within(counts, limit, apart, source, clause) ==
  limit = 0 \/ Clause(clause, Used(counts, Bucket(counts, apart, source)) < limit)
Counted(counts, limit, apart, source) ==
  LET b == Bucket(counts, apart, source)
  IN IF limit = 0 THEN counts ELSE Put(counts, b, Least(Used(counts, b) + 1, limit))

(***************************************************************************)
(* Comparing what only a secret can make, of the state's field verified:   *)
(* tokens (QCD-8.1-2, and beside INVALID_SPI QCD-8.2-5), cookies           *)
(* (SIR-4-1). Else whoever sends them makes us compute digests and nothing *)
(* else.                                                                   *)
(***************************************************************************)
MayVerify(policy, s, from, clause) == Within(s.verified, policy.verifications, policy.sources, from.address, clause)
Verified(policy, s, from) ==
  [s EXCEPT !.verified = Counted(@, policy.verifications, policy.sources, from.address)]
==============================================================================
