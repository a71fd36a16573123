------------------------------- MODULE SaTable -------------------------------
(***************************************************************************)
(* The one table of IKE SAs that a peer has, and what its IKE daemon tells *)
(* about their lives. Every role of the peer reads and changes this table. *)
(*                                                                         *)
(*   sas : IKE SPI pair -> [phase, here, peer, initiator, identity,        *)
(*                          children, tokens, secret]                      *)
(*                                                                         *)
(* here and peer are its two ends. initiator: this peer is the original    *)
(* initiator, and sets the initiator flag in all it sends (BASE-3.1-3).    *)
(* tokens belongs to the token taker (newest first), secret to the token   *)
(* maker: the generation its token was made with, 0 for no token.          *)
(* A child SA is [in, out]: the SPI it receives on, the one it sends with. *)
(***************************************************************************)
EXTENDS Alphabet

Sa(phase, here, peer, initiator, identity, children) ==
  [phase |-> phase, here |-> here, peer |-> peer, initiator |-> initiator, identity |-> identity,
   children |-> children, tokens |-> <<>>, secret |-> 0]

Known(s, spis) == spis \in DOMAIN s.sas
Established(s, spis) == Known(s, spis) /\ s.sas[spis].phase = "established"

\* BASE-2.6-3: the SPIs alone assign a message; neither source address nor initiator flag does.
OwnersOfInbound(s, spi)  == {p \in DOMAIN s.sas : \E c \in s.sas[p].children : c.in = spi}
\* Several may be: each peer chooses the SPIs that it receives on, and two may choose the same.
OwnersOfOutbound(s, spi) == {p \in DOMAIN s.sas : \E c \in s.sas[p].children : c.out = spi}

\* In the models each IKE SA has one child, beside its successor in a rekey: SPIs "b.." are those on which Bob receives,
\* "a.." Alice.
MakersChild(spis) ==
  CASE spis = 1 -> [in |-> "b1", out |-> "a1"]
    [] spis = 3 -> [in |-> "b4", out |-> "a4"]
    [] OTHER    -> [in |-> "b2", out |-> "a2"]
TakersChild(spis) == [in |-> MakersChild(spis).out, out |-> MakersChild(spis).in]

Delete(s, spis) == [s EXCEPT !.sas = Remove(@, {spis})]

(***************************************************************************)
(* What the daemon tells. Refusal is "" if the table takes it, otherwise   *)
(* the reason why it does not; Booked is the table afterwards.             *)
(***************************************************************************)
Lifecycle == {"SaHalfOpen", "SaEstablished", "SaRekeyed", "SaImported", "SaClosed", "SaForgotten", "AddressChanged",
              "ChildSaCreated", "ChildSaClosed"}

Refusal(s, e) ==
  CASE e.type \in {"SaHalfOpen", "SaImported"} ->
         IF Known(s, e.spis) THEN "IKE_SA_EXISTS" ELSE ""            \* BASE-2.6-1: unique SPIs
    [] e.type = "SaEstablished" ->
         IF ~Known(s, e.spis) THEN "NO_SUCH_IKE_SA"
         ELSE IF Established(s, e.spis) THEN "IKE_SA_EXISTS" ELSE ""
    [] e.type = "SaRekeyed" ->
         IF ~Established(s, e.old) THEN "NO_SUCH_IKE_SA"
         ELSE IF Known(s, e.new) THEN "IKE_SA_EXISTS" ELSE ""
    [] e.type = "AddressChanged" ->
         IF Established(s, e.spis) THEN "" ELSE "NO_SUCH_IKE_SA"     \* only an authenticated peer moves
    [] e.type = "ChildSaCreated" ->
         IF ~Established(s, e.spis) THEN "NO_SUCH_IKE_SA"
         ELSE IF OwnersOfInbound(s, e.child.in) # {} THEN "CHILD_SA_EXISTS" ELSE ""   \* this end chose it
    [] e.type = "ChildSaClosed" ->
         IF ~Known(s, e.spis) THEN "NO_SUCH_IKE_SA"
         ELSE IF e.spis \in OwnersOfInbound(s, e.spi) THEN "" ELSE "NO_SUCH_CHILD_SA"
    [] OTHER ->
         IF Known(s, e.spis) THEN "" ELSE "NO_SUCH_IKE_SA"

Booked(s, e) ==
  CASE e.type = "SaHalfOpen" ->
         Put(s.sas, e.spis, Sa("half-open", e.here, e.peer, e.initiator, "nobody", {}))
    [] e.type = "SaEstablished" ->
         [s.sas EXCEPT ![e.spis] = [@ EXCEPT !.phase = "established", !.identity = e.identity,
                                             !.children = e.children]]
    [] e.type = "SaRekeyed" ->
         \* The children move to the new IKE SA; the token does not (QCD-4.3-1).
         LET old == s.sas[e.old]
         IN Put([s.sas EXCEPT ![e.old].children = {}],
                e.new, Sa("established", old.here, old.peer, e.initiator, old.identity, old.children))
    [] e.type = "SaImported" ->
         Put(s.sas, e.spis,
             [Sa("established", e.here, e.peer, e.initiator, e.identity, e.children) EXCEPT !.secret = e.secret])
    [] e.type \in {"SaClosed", "SaForgotten"} ->
         Remove(s.sas, {e.spis})                                     \* QCD-5.3-1: the token goes with it
    [] e.type = "AddressChanged" ->
         [s.sas EXCEPT ![e.spis].here = e.here, ![e.spis].peer = e.peer]
    [] e.type = "ChildSaCreated" ->
         [s.sas EXCEPT ![e.spis].children = @ \cup {e.child}]
    [] e.type = "ChildSaClosed" ->
         [s.sas EXCEPT ![e.spis].children = {c \in @ : c.in # e.spi}]

------------------------------------------------------------------------------
(* What was verified under an IKE SA. Every request is answered, an empty  *)
(* one too: that is the other half of a liveness check (BASE-2.4-7); also  *)
(* while an own request is outstanding (BASE-2.3-2).                       *)

Reply(e) ==
  IF e.exchange = "INFORMATIONAL" /\ ~e.response
  THEN <<SendProtected(e.spis, "INFORMATIONAL", TRUE, <<>>)>>
  ELSE <<>>

AnswerProtected(s, e) ==
  IF ~Known(s, e.spis) THEN Ignore(s, "NO_SUCH_IKE_SA", {"BASE-1.5-4"})
  ELSE Step(s, Reply(e), {"BASE-2.4-7"})
==============================================================================
