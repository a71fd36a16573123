------------------------------ MODULE SirMessages ----------------------------
(***************************************************************************)
(* The messages of stateless recovery (draft-detienne-ikev2-recovery-03)   *)
(* and the cookies in them, as X and Y both make and read them.            *)
(***************************************************************************)
EXTENDS Hints, Secrets

IsCheckSpi(p) == IsNotify(p, "CHECK_SPI")
CheckSpis(m) == Of(m.payloads, "CHECK_SPI")

\* SIR-6-2: what of it is not as section 6 has it, is no CHECK_SPI.
Broken(check) == check.subtype = "BROKEN"
AboutIkeSa(check) == ~Broken(check) /\ check.spis # 0
\* The one that decides: of several the first.
\* A lone cookie decides nothing, wherever it stands (BASE-2.5-1): it goes beside a hint.
Deciding(m) == SelectSeq(CheckSpis(m), LAMBDA c : Broken(c) \/ c.subtype # "LONE")

\* In the clear about an IKE SA, in a message that is no part of an exchange: READING-9.
InClear(spis, initiator, response, payloads) == Ike(spis, "INFORMATIONAL", initiator, response, 0, payloads)

------------------------------------------------------------------------------
(* SIR-3.2.4-1: Y's cookie over the version of its secret, the query, and  *)
(* both ends as in the packet that Y sent. It comes back from the end that *)
(* it went to (READING-15).                                                *)

Bound(end) == IF On("SIR-3.2.4-1") THEN end ELSE Nowhere
MakeCookie(s, spis, here, there) ==
  IF s.secrets = <<>> THEN NoCookie ELSE Cookie(s.secrets[1], spis, Bound(here), Bound(there))

\* SIR-3.2.2-9, and SIR-3.2.4-2: only while the secret of its version is in use.
Genuine(s, cookie, spis, here, there) ==
  /\ cookie.secret \in GenerationsOf(s.secrets)
  /\ cookie = Cookie(cookie.secret, spis, Bound(here), Bound(there))

RollCookies(policy, s, secret) ==
  IF ~Admits(s.secrets, secret) THEN Ignore(s, "SECRET_NOT_NEWER", {"SIR-3.2.4-2"})
  ELSE Step([s EXCEPT !.secrets = Rolled(@, secret, IF On("SIR-3.2.4-2") THEN policy.generations ELSE 1)],
            <<>>, {"SIR-3.2.4-2"})
==============================================================================
