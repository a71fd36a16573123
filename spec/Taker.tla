-------------------------------- MODULE Taker --------------------------------
(***************************************************************************)
(* The token taker (RFC 6290; draft-nir-ike-qcd-06): it keeps the token    *)
(* that came under protection with an IKE SA. When somebody shows that     *)
(* token in the clear, the maker has lost the SA: a token is the one       *)
(* unprotected message that is proof. Everything else is left to the       *)
(* baseline peer (Liveness.tla), which this role is made of.               *)
(*                                                                         *)
(* State: that of the baseline peer, and                                   *)
(*   verified  source address -> tokens compared since the last tick       *)
(***************************************************************************)
EXTENDS Liveness, Limits

TakerInit == [sas |-> None, checks |-> None, hinted |-> 0, heard |-> {}, verified |-> None]

------------------------------------------------------------------------------
(* Which tokens count.                                                     *)

\* QCD-4.1-2: 16 to 128 octets, no SPI. The protocol ID is not looked at (READING-2).
WellFormed(policy, n) ==
  /\ Clause("QCD-4.1-2", n.spiSize = 0)
  /\ (policy.strictProtocolId => n.protocol = 1)
  /\ Clause("QCD-5-1", n.token.octets \notin {"first15", "too-long"})

\* QCD-5-5: equal in every octet. With the clause off the first 16 are enough.
Stem(token) == [token EXCEPT !.octets = "stem"]
Same(stored, shown) ==
  IF On("QCD-5-5") THEN stored = shown
  ELSE Stem(stored) = Stem(shown)

\* QCD-4.5-3 and QCD-4.5-4: at least four are looked at, and one match is enough.
Considered(policy, tokens) ==
  SubSeq(tokens, 1, Least(Len(tokens), IF On("QCD-4.5-3") THEN policy.tokensHandled ELSE 3))
Comparable(policy, tokens) == SelectSeq(Considered(policy, tokens), LAMBDA n : WellFormed(policy, n))
\* What is malformed matches nothing; cited only where there is such a one.
Unacceptable == {"QCD-4.1-2", "QCD-5-1"}
Malformation(policy, tokens) ==
  IF Len(Comparable(policy, tokens)) < Len(Considered(policy, tokens)) THEN Unacceptable ELSE {}
Matches(policy, sa, tokens) ==
  LET shown == Considered(policy, tokens)
  IN \E i \in DOMAIN shown :
       /\ (On("QCD-4.5-4") \/ i = 1)
       /\ WellFormed(policy, shown[i])
       /\ \E j \in DOMAIN sa.tokens : Same(sa.tokens[j], shown[i].token)

------------------------------------------------------------------------------
(* A token in the clear, from any address and port (QCD-3-9), with or      *)
(* without a hint beside it, and whatever the flags (READING-17).          *)

\* QCD-3-7 (RFC 6290): silence. QCD-4.5-7 in the older text: an empty response, to a request only (READING-3, BASE-3.1-5).
Farewell(policy, e) ==
  IF policy.text = "qcd-06" /\ On("QCD-4.5-7") /\ Clause("BASE-3.1-5", ~e.message.response)
  THEN <<Send(e.to, e.from, Ike(e.message.spis, e.message.exchange, ~e.message.initiator, TRUE, e.message.id, <<>>))>>
  ELSE <<>>

\* The hint beside a token that proved nothing is still a hint (READING-7, QCD-8.2-4).
StillAHint(policy, s, e, reason, because) ==
  LET rest == LivenessReceived(policy, s, e)
  IN IF IsHint(e.message) /\ On("QCD-8.2-4")
     THEN [rest EXCEPT !.effects = <<Log(reason)>> \o @, !.because = @ \cup Because(because)]
     ELSE Step(s, <<Log(reason)>>, because)

\* A child SPI may be the choice of several peers: each of their IKE SAs is compared, and the one that fits ends.
TokenShown(policy, s, e) ==
  LET m == e.message
      \* Beside INVALID_SPI the header's SPIs, if it has any of ours, still name an IKE SA (QCD-3-5).
      subject == Subject(s, m) \cup ({m.spis} \cap DOMAIN s.sas)
      asked == {p \in subject : policy.tokenNeedsCheck => Checking(s, p)}
      proved == {p \in asked : /\ Clause("QCD-3-5", Matches(policy, s.sas[p], Tokens(m.payloads)))
                               /\ (On("QCD-3-9") \/ e.from = s.sas[p].peer)
                               /\ On("QCD-3-7")}
      End(state, p) == Step(Discard(state, p), <<Deleted(state, p)>>, {})
      ended == ForEach(Verified(policy, s, e.from), proved, End)
  IN CASE subject = {} ->
            Ignore(s, "NO_SUCH_IKE_SA", {"QCD-3-6"})
       \* READING-5: by default no request need be outstanding; ESP alone may have drawn the token.
       [] asked = {} ->
            StillAHint(policy, s, e, "NO_REQUEST_OUTSTANDING", {})
       [] Comparable(policy, Tokens(m.payloads)) = <<>> ->
            StillAHint(policy, s, e, "TOKEN_MALFORMED", Unacceptable)
       [] ~MayVerify(policy, s, e.from, "QCD-8.1-2") ->
            StillAHint(policy, s, e, "VERIFICATIONS_LIMITED", {"QCD-8.1-2"})
       [] proved # {} ->
            Step(ended.next, ended.effects \o Farewell(policy, e),
                 {"QCD-3-5", "QCD-3-7", "QCD-3-9", "QCD-4.5-3", "QCD-4.5-4", "QCD-4.5-7", "QCD-5-5", "QCD-8.1-2"} \cup
                 (IF Has(m, "INVALID_SPI") THEN {"QCD-8.2-3"} ELSE {}) \cup
                 (IF policy.text = "qcd-06" /\ m.response THEN {"BASE-3.1-5"} ELSE {}))
       [] OTHER ->
            StillAHint(policy, Verified(policy, s, e.from), e, "TOKEN_MISMATCH",
                       {"QCD-3-5", "QCD-3-6", "QCD-4.5-6", "QCD-5-5", "QCD-8.1-2", "QCD-8.2-4"}
                         \cup Malformation(policy, Tokens(m.payloads)))

TakerReceived(policy, s, e) ==
  LET m == e.message
  IN IF ~Unprotected(m) \/ ~SpeaksOfAnSa(m) \/ Tokens(m.payloads) = <<>> THEN LivenessReceived(policy, s, e)
     ELSE IF ~policy.taker
     THEN LET rest == LivenessReceived(policy, s, e)
          IN [rest EXCEPT !.because = @ \cup Because({"QCD-3-3"})]
     ELSE TokenShown(policy, s, e)

------------------------------------------------------------------------------
(* A token under protection is kept with its IKE SA (QCD-3-2, QCD-4.4-2);  *)
(* QCD-5-6: a multihomed taker may keep several, newest first.             *)

Acceptable(policy, payloads) == SelectSeq(Tokens(payloads), LAMBDA n : WellFormed(policy, n))

Stored(policy, s, spis, payloads) ==
  LET fresh == [i \in DOMAIN Acceptable(policy, payloads) |-> Acceptable(policy, payloads)[i].token]
      all == fresh \o SelectSeq(s.sas[spis].tokens, LAMBDA t : \A i \in DOMAIN fresh : fresh[i] # t)
  IN [s EXCEPT !.sas[spis].tokens = SubSeq(all, 1, Least(Len(all), policy.tokensKept))]

\* No token is no sign of anything: nothing is concluded from it (QCD-4.2-1).
\* step is what the baseline did; the token, if there is one for this SA, is stored on top.
Keep(policy, step, spis, payloads, clause) ==
  IF Tokens(payloads) = <<>> \/ ~Known(step.next, spis) THEN step
  ELSE IF ~policy.taker THEN [step EXCEPT !.because = @ \cup Because({"QCD-3-3"})]       \* ignored in silence, here too
  ELSE IF Acceptable(policy, payloads) = <<>>
  THEN [step EXCEPT !.effects = <<Log("TOKEN_MALFORMED")>> \o @, !.because = @ \cup Because(Unacceptable)]
  ELSE IF ~On(clause) THEN step
  ELSE [step EXCEPT !.next = Stored(policy, @, spis, payloads), !.because = @ \cup Because({clause, "QCD-3-2"})]

TakerLifecycle(policy, s, e) ==
  LET rest == LivenessLifecycle(policy, s, e)
  IN CASE e.type = "SaEstablished" -> Keep(policy, rest, e.spis, e.payloads, "QCD-3-1")
       [] e.type = "SaRekeyed"     -> Keep(policy, rest, e.new, e.payloads, "QCD-4.3-1")
       [] OTHER                    -> rest

------------------------------------------------------------------------------
TakerStep(policy, s, e) ==
  CASE e.type = "Received"  -> TakerReceived(policy, s, e)
    \* QCD-4.3-1: a token on the exchange that rekeys is the successor's, and comes with SaRekeyed.
    [] e.type = "Protected" /\ e.exchange = "CREATE_CHILD_SA" /\ On("QCD-4.3-1") -> LivenessProtected(policy, s, e)
    [] e.type = "Protected" -> Keep(policy, LivenessProtected(policy, s, e), e.spis, e.payloads, "QCD-4.4-2")
    [] e.type \in Lifecycle ->
         IF Refusal(s, e) # "" THEN Ignore(s, Refusal(s, e), {}) ELSE TakerLifecycle(policy, s, e)
    [] e.type = "Rebooted" -> Step(TakerInit, <<>>, {})
    [] e.type = "Tick" ->
         LET rest == LivenessTick(policy, s) IN [rest EXCEPT !.next.verified = None]
    [] OTHER -> LivenessStep(policy, s, e)
==============================================================================
