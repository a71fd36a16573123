------------------------------- MODULE Admission ------------------------------
(***************************************************************************)
(* A limit that counts lets through who comes first, and that is whoever   *)
(* floods. BASE-2.21.4-10, a rule of ours: what anybody may have sent and  *)
(* a limit turned away takes part in a draw. With its arrival it gets a    *)
(* lot that its sender can neither choose nor see; the least policy.drawn  *)
(* lots of a tick wait for the next one, which takes them up before all    *)
(* else, as if they came then, and out of the same limits: so in no tick   *)
(* is more done than the limits allow, and what has changed meanwhile      *)
(* counts. Of n that a limit L turns away in a tick each has the same      *)
(* chance, the lesser of policy.drawn and L in n, whenever in the tick it  *)
(* came and whatever it says of its source.                                *)
(* Messages have no length here: that a datagram of more than 2,048        *)
(* octets takes no part, so that what waits is bounded, is the reference's.*)
(*                                                                         *)
(* Around a role, which knows nothing of it: state is the role's, and      *)
(*   waiting  the events that wait, least lot first, of one lot the        *)
(*            earlier one                                                  *)
(* With policy.drawn = 0 there is no such field, and the role is alone.    *)
(***************************************************************************)
EXTENDS Alphabet

\* lot: drawn by this end for each arrival, 0 the least.
WithLot(e, lot) == [type |-> e.type, from |-> e.from, to |-> e.to, message |-> e.message, lot |-> lot]

\* The reasons by which a limit that a tick resets turns a message away.
Limited == {"ANSWERS_LIMITED", "CHECKS_LIMITED", "QUERIES_LIMITED", "VERIFICATIONS_LIMITED"}
TurnedAway(step) ==
  \E i \in DOMAIN step.effects : step.effects[i].type = "Log" /\ step.effects[i].reason \in Limited

Alone(s) == [field \in DOMAIN s \ {"waiting"} |-> s[field]]
Holding(s, waiting) == Put(s, "waiting", waiting)
Admitting(policy, initial) == IF policy.drawn = 0 THEN initial ELSE Holding(initial, <<>>)

Entered(policy, waiting, e) ==
  LET all == SelectSeq(waiting, LAMBDA w : w.lot <= e.lot) \o <<e>> \o SelectSeq(waiting, LAMBDA w : w.lot > e.lot)
  IN SubSeq(all, 1, Least(Len(all), policy.drawn))

\* One after the other, each upon the state that the one before left.
TakenUp(policy, first, waiting, RoleStep(_, _, _)) ==
  LET RECURSIVE From(_, _, _, _)
      From(s, left, effects, because) ==
        IF left = <<>> THEN [next |-> Holding(s, <<>>), effects |-> effects, because |-> because]
        ELSE LET r == RoleStep(policy, s, Head(left))
             IN From(r.next, Tail(left), effects \o r.effects, because \cup r.because)
  IN From(first.next, waiting, first.effects, first.because)

AdmittedStep(policy, s, e, RoleStep(_, _, _)) ==
  IF policy.drawn = 0 THEN RoleStep(policy, s, e)
  ELSE LET r == RoleStep(policy, Alone(s), e)
       IN CASE e.type = "Received" /\ TurnedAway(r) /\ On("BASE-2.21.4-10") ->
                 [r EXCEPT !.next = Holding(@, Entered(policy, s.waiting, e)), !.because = @ \cup {"BASE-2.21.4-10"}]
            [] e.type = "Tick" /\ s.waiting # <<>> ->
                 LET taken == TakenUp(policy, r, s.waiting, RoleStep)
                 IN [taken EXCEPT !.because = @ \cup {"BASE-2.21.4-10"}]
            [] e.type = "Rebooted" -> [r EXCEPT !.next = Holding(@, <<>>)]
            [] OTHER -> [r EXCEPT !.next = Holding(@, s.waiting)]
==============================================================================
