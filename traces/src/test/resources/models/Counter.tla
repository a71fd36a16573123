------------------------------- MODULE Counter --------------------------------
(***************************************************************************)
(* A counter modulo Top whose steps are of one or two: small enough to     *)
(* count by hand, with something of each kind that holds and that fails.   *)
(***************************************************************************)
EXTENDS Naturals
CONSTANT Top
VARIABLES n, step
View == [n |-> n]

Init == n = 0 /\ step = [action |-> "Init"]
Add(by) ==
  /\ n' = (n + by) % Top
  /\ step' = [action |-> "Add", by |-> by]
Next == \E by \in {1, 2} : Add(by)
Spec == Init /\ [][Next]_<<n, step>>
FairSpec == Spec /\ WF_<<n, step>>(Next)

About == "counts"
Primes == {2, 3, 5, 7}
Where == n

InRange == n \in 0..(Top - 1)
BelowThree == n < 3
ReachFour == n # 4
\* The walk finds 3 first by 2: only another edge violates this.
NeverByOneToThree == ~(n = 3 /\ step = [action |-> "Add", by |-> 1])
GrowsProp == [][n' > n \/ n' < 2]_<<n, step>>
NoWrapProp == [][n' > n]_<<n, step>>
ReturnsProp == []<>(n < 2)
RestsProp == <>[](n = 0)
WrongStartProp == n = 1 /\ [][n' # n]_<<n, step>>
WrongStep == n = 0 /\ [][n' # 3]_<<n, step>>
WrongStepProp == WrongStep
StartsProp == n = 0 /\ [][n' # n]_<<n, step>>
================================================================================
