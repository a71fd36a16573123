------------------------------ MODULE Shortcuts ------------------------------
(***************************************************************************)
(* The two exchanges of stateless recovery that begin on a hint alone: a   *)
(* ticket (section 3.3, RFC 5723) and the collapsed exchange (section 9).  *)
(* What goes over the wire of them, and what the IKE daemons do beside the *)
(* roles. That an IKE daemon goes on with such an exchange is one packet,  *)
(* the GO-AHEAD: the answer to IKE_SESSION_RESUME or IKE_SA_INIT, which    *)
(* only the end that began it, with its keys, can use.                     *)
(***************************************************************************)
EXTENDS Network

\* The exchange that Y begins by a step: a resumption, if it has a ticket and the hint offers that (SIR-3.3.3-2), else IKE_SA_INIT.
OffersTickets(e) ==
  /\ e.type = "Received" /\ e.message.kind = "ike"
  /\ \E i \in DOMAIN e.message.payloads : IsNotify(e.message.payloads[i], "CHECK_SPI") /\ e.message.payloads[i].subtype = "LONE"
BeginsBy(policy, e) ==
  IF policy.sir.tickets /\ On("SIR-3.3.3-2") /\ OffersTickets(e) THEN "IKE_SESSION_RESUME" ELSE "IKE_SA_INIT"

\* What X's daemon makes of a resumption: Y's question and both cookies are in the clear (READING-14).
AsksToResume(packet) ==
  /\ packet.kind = "clear" /\ packet.message.kind = "ike"
  /\ packet.message.exchange = "IKE_SESSION_RESUME" /\ ~packet.message.response
Resumption(packet, ticket) ==
  LET m == packet.message
      check == Of(m.payloads, "CHECK_SPI")[1]
  IN ResumptionAsked(packet.from, packet.to, m.spis, check.spis, m.initiator, m.id, ticket,
                     Of(m.payloads, "COOKIE")[1].cookie, check.cookie)

GoAhead(from, to, spis, exchange) ==
  Sealed(from, to, [spis |-> spis, exchange |-> exchange, response |-> TRUE, payloads |-> <<>>])
IsGoAhead(packet) == packet.kind = "sealed" /\ packet.exchange \in OpensAnSa
OfATry(packet) == IF packet.kind = "sealed" THEN IsGoAhead(packet) ELSE packet.message.kind = "ike" /\ packet.message.exchange \in OpensAnSa

Carrying(effects, notify) ==
  \E i \in DOMAIN effects : \/ effects[i].type = "Accept" /\ Of(effects[i].payloads, notify) # <<>>
                            \/ effects[i].type \in {"Send", "Initiate"} /\ notify = "CHECK_SPI"
Accepts(effects) == \E i \in DOMAIN effects : effects[i].type = "Accept"
\* A QUERY on IKE_SA_INIT that drew no verdict: its cookie was not X's, or X does not know the collapsed exchange.
Unanswered(e, effects) ==
  /\ e.type = "Received" /\ e.message.kind = "ike" /\ e.message.exchange = "IKE_SA_INIT" /\ ~e.message.response
  /\ Has(e.message, "CHECK_SPI") /\ ~Carrying(effects, "CHECK_SPI")
==============================================================================
