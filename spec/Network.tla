------------------------------- MODULE Network -------------------------------
(***************************************************************************)
(* The network between Alice and Bob's gateway: a set of packets in        *)
(* flight. It does not keep their order; a packet may stay for any time or *)
(* for ever, which is delay and loss; World.duplicates lets a clear packet *)
(* arrive again and again. A protected one counts once: IKEv2 itself       *)
(* refuses replays.                                                        *)
(***************************************************************************)
EXTENDS Alphabet

Clear(from, to, message) == [kind |-> "clear", from |-> from, to |-> to, message |-> message]

\* Encryption is ideal: who has the IKE SA reads it, for all others it is AsSeen.
Sealed(from, to, e) ==
  [kind |-> "sealed", from |-> from, to |-> to, spis |-> e.spis, exchange |-> e.exchange,
   response |-> e.response, payloads |-> e.payloads]
AsSeen(packet) == Ike(packet.spis, packet.exchange, ~packet.response, packet.response, 2, <<Sk>>)

\* What an actor at this endpoint, with these SAs, sends by its effects.
\* Of the exchanges that are to begin an IKE SA only what has a CHECK_SPI is a packet: a mandatory initiator's verdict (SIR-3.5-1),
\* a question (SIR-3.3.3-2, SIR-9-1), the verdict in its answer. The new SPI stands for none. exchange: in which Initiate begins.
Carries(e) ==
  e.type \in {"Send", "SendProtected", "Retransmit"} \/ (e.type \in {"Initiate", "Accept"} /\ Of(e.payloads, "CHECK_SPI") # <<>>)
PacketsOf(here, sas, effects, exchange) ==
  {LET e == effects[i]
   IN CASE e.type = "Send"     -> Clear(e.from, e.to, e.message)
        [] e.type = "Initiate" -> Clear(e.from, e.to, Ike(0, exchange, TRUE, FALSE, 0, e.payloads))
        [] e.type = "Accept"   -> Clear(here, e.from, Ike(0, "IKE_SA_INIT", FALSE, TRUE, 0, e.payloads))
        \* The same octets as before; what is asked again and again is the liveness check's request.
        [] e.type = "Retransmit" -> Sealed(here, sas[e.spis].peer, SendProtected(e.spis, "INFORMATIONAL", FALSE, <<>>))
        [] OTHER               -> Sealed(here, sas[e.spis].peer, e) :
     i \in {j \in DOMAIN effects : Carries(effects[j])}}

CookiesIn(payloads) ==
  {p.cookie : p \in {payloads[i] : i \in {k \in DOMAIN payloads : IsNotify(payloads[k], "COOKIE")
                                          \/ (IsNotify(payloads[k], "CHECK_SPI") /\ payloads[k].subtype # "BROKEN")}}} \ {NoCookie}
TokensIn(payloads) == {Tokens(payloads)[i].token : i \in DOMAIN Tokens(payloads)}
ClearTokens(packets) ==
  UNION {IF p.kind = "clear" /\ p.message.kind = "ike" THEN TokensIn(p.message.payloads) ELSE {} : p \in packets}
ClearCookies(packets) ==
  UNION {IF p.kind = "clear" /\ p.message.kind = "ike" THEN CookiesIn(p.message.payloads) ELSE {} : p \in packets}
==============================================================================
