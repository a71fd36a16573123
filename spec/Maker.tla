-------------------------------- MODULE Maker --------------------------------
(***************************************************************************)
(* The token maker (RFC 6290; draft-nir-ike-qcd-06): it hands out a token  *)
(* for each IKE SA under the SA's own protection, and after a crash shows  *)
(* the same token, unprotected, to whoever still uses that SA.             *)
(*                                                                         *)
(* State:                                                                  *)
(*   sas       the SA table                                                *)
(*   secrets   generations of QCD_SECRET, newest first, at most four       *)
(*   elsewhere SPI pairs alive on other members of a cluster               *)
(*   childMap  inbound child SPI -> IKE SPIs, surviving reboots            *)
(*   answered, answeredTo, reported  as in Hints.tla                       *)
(*                                                                         *)
(* With policy.maker = FALSE this is the baseline peer: plain hints.       *)
(***************************************************************************)
EXTENDS Hints, Secrets

MakerInit(secrets) ==
  [sas |-> None, secrets |-> secrets, elsewhere |-> {}, childMap |-> None, answered |-> 0, answeredTo |-> None,
   reported |-> None]

------------------------------------------------------------------------------
(* Tokens: QCD-5.1-1 and QCD-5.2-1. Both need only the secret and what the  *)
(* header of a protected message shows (QCD-1.1-1, QCD-5-8).               *)

MakeToken(policy, secret, spis, address) ==
  Token(secret, spis, IF policy.method = "5.2" /\ On("QCD-5.2-1") THEN address ELSE "any")

Present(policy, secret, spis, address) ==
  TokenNotify(MakeToken(policy, secret, spis, address), 1, 0)

\* QCD-4.5-5: one token for each generation of the secret, newest first.
TokensFor(policy, s, spis, address) ==
  IF ~policy.maker \/ ~On("QCD-3-4") THEN <<>>
  ELSE [i \in 1..(IF On("QCD-4.5-5") THEN Len(s.secrets) ELSE Least(1, Len(s.secrets))) |->
          Present(policy, s.secrets[i], spis, address)]

------------------------------------------------------------------------------
(* Unprotected packets. QCD-9.2-1: a valid token is never shown in the     *)
(* clear for an IKE SA that exists, here or (QCD-9.2-2, QCD-9.2-3) on      *)
(* another member of the cluster.                                          *)

\* READING-1: half open counts, for its token is already on its way to the taker.
Exists(policy, s, spis) == IF policy.halfOpenExists THEN Known(s, spis) ELSE Established(s, spis)

MakerReceived(policy, s, e) ==
  LET m == e.message
      about == IF OfAChild(m) THEN MappedTo(policy, s, m.spi) ELSE IF m.kind = "ike" THEN {m.spis} ELSE {}
  IN CASE Unreadable(m) ->
            IgnoreUnreadable(s, m)
       [] OfAChild(m) /\ OwnersOfInbound(s, m.spi) # {} ->
            Ignore(s, "CHILD_SA_EXISTS", {"BASE-1.5-1"})
       [] ~Clause("QCD-9.2-1", m.kind = "ike" => ~Exists(policy, s, m.spis)) ->
            Ignore(s, "IKE_SA_EXISTS", {"QCD-9.2-1"})
       [] ~Clause("QCD-9.2-2", about \cap s.elsewhere = {}) ->
            Ignore(s, "IKE_SA_ACTIVE_ELSEWHERE", {"QCD-9.2-2", "QCD-9.2-3"})
       [] m.kind = "ike" -> AnswerIke(policy, s, e, TokensFor, <<>>)
       [] OTHER          -> AnswerEsp(policy, s, e, TokensFor)

------------------------------------------------------------------------------
(* Handing tokens out, always under protection.                            *)

HandOut(policy, s, under, spis, exchange, response) ==
  SendProtected(under, exchange, response,
                <<Present(policy, s.secrets[1], spis, s.sas[spis].peer.address)>>)

\* The SA now has a token of the newest generation.
Issued(s, spis) == [s EXCEPT !.sas[spis].secret = s.secrets[1]]

\* Nothing is asked about the peer: it may or may not understand a token (QCD-4.2-2).
\* clause orders it; under which SA, in which exchange, as request or response; because of what so, is cited with it.
Issue(policy, s, under, spis, exchange, response, clause, because) ==
  IF policy.maker /\ s.secrets # <<>> /\ On(clause)
  THEN Step(Issued(s, spis), <<HandOut(policy, s, under, spis, exchange, response)>>,
            because \cup {clause, "QCD-4.1-1"})
  ELSE Step(s, <<>>, {})

\* QCD-8.2-1: the map follows the children, and forgets what was properly closed. Cited with all that may change it, and
\* where it outlives the state.
Following(policy) == IF policy.childMap THEN {"QCD-8.2-1"} ELSE {}
Mapped(policy, s, spis) ==
  IF ~policy.childMap THEN s
  ELSE [s EXCEPT !.childMap = [spi \in DOMAIN @ \cup {c.in : c \in s.sas[spis].children} |->
                                 IF spi \in {c.in : c \in s.sas[spis].children} THEN spis ELSE @[spi]]]
Unmapped(s, spis) ==
  [s EXCEPT !.childMap = Remove(@, {spi \in DOMAIN @ : @[spi] = spis})]

\* Of lost IKE SAs it remembers only so many, or it would grow as long as peers come and go: those with the least SPIs,
\* which says nothing of their age, are forgotten. IKEv2's own way to the token, by a request, is left to their takers.
LostOnes(s) == {s.childMap[spi] : spi \in DOMAIN s.childMap} \ DOMAIN s.sas
RECURSIVE Trimmed(_, _)
Trimmed(policy, s) ==
  IF Cardinality(LostOnes(s)) <= policy.childMapLost THEN s ELSE Trimmed(policy, Unmapped(s, First(LostOnes(s))))

\* The token that this SA has can no longer be made.
TooOld(s, spis) ==
  LET g == s.sas[spis].secret IN g # 0 /\ g \notin GenerationsOf(s.secrets)

HandsOut(policy, before, e) ==
  LET s == [before EXCEPT !.sas = Booked(before, e)]
  IN CASE e.type = "SaHalfOpen" ->
            \* The initiator's token goes with its first IKE_AUTH request.
            IF e.initiator THEN Issue(policy, s, e.spis, e.spis, "IKE_AUTH", FALSE, "QCD-3-1", {})
            ELSE Step(s, <<>>, {})
       [] e.type = "SaEstablished" ->
            \* The responder's token goes with the final IKE_AUTH response.
            \* An initiator's went before, with the first request, and may have grown too old meanwhile.
            IF before.sas[e.spis].initiator
            THEN IF TooOld(s, e.spis)
                 THEN Issue(policy, Mapped(policy, s, e.spis), e.spis, e.spis, "INFORMATIONAL", FALSE, "QCD-4.4-1", {})
                 ELSE Step(Mapped(policy, s, e.spis), <<>>, {})
            ELSE Issue(policy, Mapped(policy, s, e.spis), e.spis, e.spis, "IKE_AUTH", TRUE, "QCD-3-1", {})
       [] e.type = "SaRekeyed" ->
            \* The responder answers under the old SA; the initiator must wait for the new one.
            IF e.initiator
            THEN Issue(policy, Mapped(policy, s, e.new), e.new, e.new, "INFORMATIONAL", FALSE, "QCD-4.3-2", {})
            ELSE Issue(policy, Mapped(policy, s, e.new), e.old, e.new, "CREATE_CHILD_SA", TRUE, "QCD-4.3-1", {})
       [] e.type = "SaImported" ->
            \* Its taker has the token already, made by another member with the same secret (QCD-6-1).
            Step(Mapped(policy, s, e.spis), <<>>, {"QCD-6-1"})
       [] e.type = "SaClosed" ->
            Step(Unmapped(s, e.spis), <<>>, {"QCD-5.3-1"})
       [] e.type = "SaForgotten" ->
            Step(Trimmed(policy, s), <<>>, {"BASE-2.4-9"})
       [] e.type = "ChildSaCreated" ->
            Step(Mapped(policy, s, e.spis), <<>>, {})
       [] e.type = "ChildSaClosed" ->
            Step([s EXCEPT !.childMap = Remove(@, {e.spi})], <<>>, {})
       [] e.type = "AddressChanged" ->
            \* Only a token that has the address inside becomes invalid (QCD-4.4-1, QCD-4.4-3). The new one goes into the
            \* answer to the MOBIKE request that told of the move (QCD-5.2-2). Of a NAT that bound the taker anew, and of
            \* a move of this end's own, no request tells: then QCD-4.4-1 alone has it sent, in one of our own.
            IF before.sas[e.spis].secret # 0 /\ before.sas[e.spis].peer.address # e.peer.address
               /\ (policy.method = "5.2" \/ ~On("QCD-4.4-3"))
            THEN Issue(policy, s, e.spis, e.spis, "INFORMATIONAL", e.cause = "request", "QCD-4.4-1",
                       IF e.cause = "request" THEN {"QCD-5.2-2"} ELSE {})
            ELSE Step(s, <<>>, {"QCD-4.4-3"})

MakerLifecycle(policy, before, e) ==
  LET step == HandsOut(policy, before, e)
  IN IF e.type \in {"SaHalfOpen", "AddressChanged"} THEN step
     ELSE [step EXCEPT !.because = @ \cup Because(Following(policy))]

------------------------------------------------------------------------------
(* Secrets. QCD-5.1-2: up to three earlier generations are kept; a token   *)
(* whose generation falls out is replaced under its SA (QCD-4.4-1).        *)

RollSecret(policy, s, secret) ==
  LET rolled == [s EXCEPT !.secrets = Rolled(@, secret, IF On("QCD-5.1-2") THEN policy.generations ELSE 1)]
      valid == GenerationsOf(rolled.secrets)
      due == {p \in DOMAIN s.sas : policy.maker /\ Established(s, p) /\ s.sas[p].secret # 0
                                   /\ Clause("QCD-4.4-3", s.sas[p].secret \notin valid)}
      order == Ordered(due)
      next == [rolled EXCEPT !.sas = [p \in DOMAIN @ |-> IF p \in due THEN [@[p] EXCEPT !.secret = secret] ELSE @[p]]]
  IN CASE ~Admits(s.secrets, secret) ->
            Ignore(s, "SECRET_NOT_NEWER", {"QCD-5.1-2"})
       [] due # {} /\ On("QCD-4.4-1") ->
            Step(next, [i \in DOMAIN order |-> HandOut(policy, rolled, order[i], order[i], "INFORMATIONAL", FALSE)],
                 {"QCD-5.1-2", "QCD-4.4-1", "QCD-4.3-4", "QCD-4.1-1"})
       [] OTHER ->
            Step(rolled, <<>>, {"QCD-5.1-2", "QCD-4.4-3"})

\* Only what is in non-volatile storage comes back: the secrets (as the event has them) and the child map.
Restart(policy, s, secrets) ==
  Trimmed(policy, [MakerInit(secrets) EXCEPT !.childMap = s.childMap])

------------------------------------------------------------------------------
MakerStep(policy, s, e) ==
  CASE e.type = "Received" -> MakerReceived(policy, s, e)
    [] e.type \in Lifecycle ->
         IF Refusal(s, e) # "" THEN Ignore(s, Refusal(s, e), {}) ELSE MakerLifecycle(policy, s, e)
    [] e.type = "SecretRolled" -> RollSecret(policy, s, e.secret)
    [] e.type = "Rebooted" -> Step(Restart(policy, s, e.secrets), <<>>, {"QCD-5.1-1"} \cup Following(policy))
    [] e.type = "ActiveElsewhere" ->
         Step([s EXCEPT !.elsewhere = IF e.active THEN @ \cup {e.spis} ELSE @ \ {e.spis}], <<>>, {"QCD-9.2-3"})
    [] e.type = "Protected" -> AnswerProtected(s, e)
    [] e.type = "Tick" -> Step([s EXCEPT !.answered = 0, !.answeredTo = None, !.reported = None], <<>>, {})
    [] OTHER -> Ignore(s, "NOT_FOR_THIS_ROLE", {})
==============================================================================
