/*
 * One occurrence, its row, two workers, and a Zoom whose create is not idempotent and may take effect long after its caller
 * has given up. Every schedule of them is tried, with so many faults and claims (claims.md says what is left out).
 * Each remedy is a switch of its own: claim-model.sh checks that with all of them nothing is wrong, and that without any one
 * of them something is. A table in claims.md says where each stands in the code.
 */
#ifndef LOOK_AGAIN_AFTER_ADOPTION
#define LOOK_AGAIN_AFTER_ADOPTION 1
#endif
#ifndef LOOK_AGAIN_AFTER_CREATE
#define LOOK_AGAIN_AFTER_CREATE 1
#endif
#ifndef LOOK_AGAIN_AFTER_CANCELLATION
#define LOOK_AGAIN_AFTER_CANCELLATION 1
#endif
#ifndef FAILURE_FORGETS_NOTHING
#define FAILURE_FORGETS_NOTHING 1
#endif
#ifndef LEASE_BEFORE_DELETION
#define LEASE_BEFORE_DELETION 1
#endif
#ifndef REASONS_ARE_COUNTED
#define REASONS_ARE_COUNTED 1
#endif
#ifndef LOST_LEASE_DEMANDS_LOOK
#define LOST_LEASE_DEMANDS_LOOK 1
#endif
#ifndef LAST_LISTED_STAYS
#define LAST_LISTED_STAYS 1
#endif

#ifndef FAULTS
#define FAULTS 3
#endif
#define MAXM 3                 /* meetings that are ever made */
#ifndef MAXC
#define MAXC 6                 /* claims */
#endif
#define BIT(k) (1 << (k))
#define WAITING 9              /* a reply that has not come */

/* Zoom: meetings by number, live ones as bits; creates on their way. */
byte live = 0, made = 0, inflight = 0;
/* The row. look: there is a time to look again; attempt: a create may have been sent whose reply is not known. */
byte lease = 0, meeting = 0, marks = 0;
bool attempt = 0, look = 0, due = 1, wanted = 1;
/* What is done with it: workers between claim and end, faults so far, claims, creates that were sent. */
byte busy = 0, faults = 0, claims = 0, sent = 0;
byte reply[3];
bool hostMay = 1, silent = 0;

#define fault (faults < FAULTS)

/* A create takes effect, soon or late; its reply reaches whoever still waits for it. */
proctype Zoom() {
end: do
  :: atomic { inflight > 0 -> inflight--; made++; live = live | BIT(made);
       if :: reply[1] == WAITING -> reply[1] = made
          :: reply[2] == WAITING -> reply[2] = made
          :: true -> skip fi }
  od }

/* Time passes: a look is due. The booking is cancelled. The host deletes the meeting in Zoom, and Zoom says so, or not. */
proctype World() {
end: do
  :: atomic { look && lease == 0 && !due && claims < MAXC -> due = 1 }
  :: atomic { wanted -> wanted = 0; due = 1 }
  :: atomic { hostMay && wanted && meeting != 0 && (live & BIT(meeting)) -> hostMay = 0; live = live & ~BIT(meeting);
       meeting = 0; due = 1 }
  :: atomic { hostMay && wanted && meeting != 0 && (live & BIT(meeting)) && busy == 0 -> hostMay = 0; silent = 1;
       live = live & ~BIT(meeting) }
  od }

#define ADOPTED 1
#define CREATED 2
#define AGREES 3
#define GONE 4                 /* deleted, because it is wanted no more */
#define MISSING 5              /* the meeting that the row has is not there any more */
#define FAILED 6               /* certainly without effect */
#define UNKNOWN 7              /* a create without a reply */

proctype Worker(byte me) {
  byte my, own, k, seen, found, what;
  bool had, want, looked, rest, sure;
end: do
  :: atomic { due && claims < MAXC && (lease == 0 || fault) ->
       if :: lease != 0 -> faults++ :: else -> skip fi;          /* its owner is dead, or sleeps */
       claims++; lease = claims; my = claims; busy++;
       had = attempt; seen = marks; own = meeting; want = wanted;
       sure = (inflight == 0);                                   /* nothing that was sent can take effect late any more */
       if :: want && own == 0 -> attempt = 1 :: else -> skip fi };

     if
     :: atomic { had || seen > 0 ->
          if
          :: fault -> faults++; what = FAILED
          :: true -> found = live; looked = 1;
             if
             :: want && own == 0 && found != 0 ->
                k = 1; do :: (found & BIT(k)) == 0 -> k++ :: else -> break od;
                rest = (found != BIT(k)); found = 0              /* others go when this one is on record */
             :: want && own != 0 && (found & BIT(own)) == 0 && LAST_LISTED_STAYS -> rest = (found != 0); found = 0
             :: else -> if :: own != 0 -> found = found & ~BIT(own) :: else -> skip fi
             fi
          fi }
     :: else -> skip
     fi;
     if
     :: atomic { found != 0 && what == 0 && fault -> faults++; what = FAILED; found = 0 }
     :: atomic { found != 0 && what == 0 ->
          if :: LEASE_BEFORE_DELETION && lease != my -> what = FAILED
             :: else -> assert(!(silent && want && lease == my && (live & ~found) == 0)); live = live & ~found fi;
          found = 0 }
     :: found == 0 -> skip
     fi;

     if
     :: what != 0 -> skip
     :: atomic { what == 0 && want && k != 0 ->                  /* adopt: it is read */
          if :: fault -> faults++; what = FAILED
             :: (live & BIT(k)) == 0 -> what = FAILED
             :: (live & BIT(k)) != 0 -> what = ADOPTED
          fi }
     :: atomic { what == 0 && want && own == 0 && k == 0 ->      /* create */
          if :: sent < MAXM -> sent++; inflight++; reply[me] = WAITING; what = CREATED
             :: else -> what = FAILED
          fi }
     :: atomic { what == 0 && want && own != 0 ->                /* Zoom agrees; one that is not listed is read */
          if :: rest && (live & BIT(own)) == 0 -> what = MISSING :: else -> what = AGREES fi }
     :: atomic { what == 0 && !want ->                           /* delete; one that is gone counts as deleted */
          if :: own != 0 && fault -> faults++; what = FAILED
             :: true -> if :: own != 0 -> live = live & ~BIT(own) :: else -> skip fi; what = GONE
          fi }
     fi;
     if
     :: what != CREATED -> skip
     :: atomic { what == CREATED && reply[me] != WAITING -> k = reply[me]; reply[me] = 0 }
     :: atomic { what == CREATED && fault -> faults++; reply[me] = 0; what = UNKNOWN }
     fi;

     atomic {                                                    /* the end, if the lease is its own */
       if
       :: lease != my ->
          if :: what == CREATED || what == UNKNOWN ->
                if :: LOST_LEASE_DEMANDS_LOOK -> marks = (REASONS_ARE_COUNTED -> marks + 1 : 1); attempt = 1; look = 1;
                      if :: lease == 0 -> due = 1 :: else -> skip fi
                   :: else -> skip fi
             :: else -> skip fi
       :: lease == my && (what == FAILED || what == UNKNOWN) ->
          if :: what == UNKNOWN || marks > seen -> attempt = 1
             :: else -> attempt = had && (FAILURE_FORGETS_NOTHING || !looked) fi;
          if :: looked && !FAILURE_FORGETS_NOTHING -> marks = 0 :: else -> skip fi;
          look = attempt; due = 1; lease = 0
       :: lease == my && what != FAILED && what != UNKNOWN ->
          if :: what == ADOPTED || what == CREATED -> meeting = k
             :: what == GONE || what == MISSING -> meeting = 0
             :: else -> skip fi;
          if :: what == ADOPTED -> had = had && LOOK_AGAIN_AFTER_ADOPTION
             :: what == CREATED -> had = had && LOOK_AGAIN_AFTER_CREATE
             :: what == GONE -> had = had && LOOK_AGAIN_AFTER_CANCELLATION
             :: else -> skip fi;
          if :: marks > seen -> had = 1
             :: else -> if :: looked && !rest && sure -> had = 0 :: else -> skip fi fi;
          attempt = had; look = attempt;
          if :: looked && !rest -> marks = marks - seen :: else -> skip fi;
          due = (marks > 0 || rest || wanted != want || what == MISSING || (wanted && meeting == 0)); lease = 0
       fi;
       busy--; k = 0; found = 0; seen = 0; own = 0; my = 0; had = 0; want = 0; looked = 0; rest = 0; sure = 0;
       what = 0 }
  od }

#define quiet (!due && !look && inflight == 0 && lease == 0 && busy == 0)
#define right ((wanted && meeting != 0 && (live == BIT(meeting) || (silent && live == 0))) || (!wanted && live == 0))

/* Whenever nothing is left to do, a wanted occurrence has its one meeting and a cancelled one has none. */
proctype Checker() {
end: do :: atomic { quiet && !right -> assert(false) } od }

init { atomic { run Zoom(); run World(); run Checker(); run Worker(1); run Worker(2) } }
