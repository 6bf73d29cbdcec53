# Rules about register values and their continuity.
# The facts of a rule stand above its message; `has` says whether a fact that may be empty is there,
# `named` whether the field has a name.

VAL001-title = Register shows less at the end than at the begin
# facts: has, register, begin, end
VAL001-message = { $has ->
    [found] The register { $register } stands at { $begin } at the begin and at { $end } at the end: it has fallen.
   *[none] The register stands at { $begin } at the begin and at { $end } at the end: it has fallen.
    }
VAL001-bill = A register of energy cannot fall. Nothing can be billed on these readings.
VAL001-advice = Do not accept a bill on this data, and ask the operator for an explanation.
VAL001-about = Registers of energy only count upwards. Before they are compared, both readings are brought to one unit, for 1 kWh is more than 999 Wh. Besides the register of the bill, every register that counts over the life of the meter is looked at, because one that falls shows that the meter cannot be relied on. Registers that start anew with each session are looked at only if the bill rests on them. Possible causes are begin and end of different meters, an exchanged meter or a fault. The transparency software of S.A.F.E. e.V. compares the bare numbers without their units.

VAL002-title = Begin or end of the bill without a usable value
# facts: position, has, found
VAL002-message = { $has ->
    [found] The value “{ $found }” { $position ->
        [begin] at the begin
       *[end] at the end
        } of the billing register is not a usable number.
   *[none] The billing register has no value { $position ->
        [begin] at the begin
       *[end] at the end
        }.
    }
VAL002-bill = Without both values there is no amount. The bill cannot rest on this data.
VAL002-advice = Ask the operator for the original record. If the station signed it like this, only its manufacturer can help.
VAL002-about = Begin and end of the billing register each need a decimal number that is not negative. Numbers written as texts, with blanks around them, with leading zeros or with an exponent are understood, because authentic stations send them. A comma instead of the point, the word “NaN”, hexadecimal digits or an empty text are not, and no other reading is put in their place. If the field stands twice, neither of its values is used. In at least one other program a “NaN” passes the comparison of begin and end, because it is neither larger nor smaller than anything.

VAL003-title = Unreadable value beside the bill
# facts: field, found, expected, has, named
VAL003-message = { $named ->
    [yes] { $has ->
        [none] The value in “{ $field }” cannot be used.
       *[found] The value “{ $found }” in “{ $field }” is not a usable number.
        }
   *[no] A value on which the bill does not rest is not a usable number.
    }
VAL003-bill = The amount of the session does not rest on this value. Whatever it was meant to show is not proven.
VAL003-advice = Nothing is needed from you. Manufacturers should check what their software writes there.
VAL003-about = A record often holds more than begin and end of the billing register: readings in between, other registers, the loss of the cable. If such a value is not a decimal number, or is negative, it is left out of all checks that would need it. The checks then report themselves as not evaluated instead of passed. Begin and end of the billing register have a rule of their own, which fails. An unreadable loss at the begin or end is reported here as well, because it does not alter the energy.

VAL004-title = No energy in the session
# facts: energy
VAL004-message = Begin and end show the same register value: the session comprises { $energy }.
VAL004-bill = For energy there is nothing to pay. Fees for starting or for time may still apply.
VAL004-advice = If you are billed for energy, ask the operator which session is meant.
VAL004-about = A session without energy is no fault in itself. It comes about when a vehicle is plugged in and does not charge, when a session is started and stopped at once, or when the amount is smaller than the last digit of the register. It is pointed out because a bill for energy would then rest on something else than this data. Many published sample files contain such sessions, since they were made at a desk without a vehicle.

VAL005-title = More energy than possible in the time
# facts: energy, seconds
VAL005-message = { $energy } in { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
    } would need more than 3.75 MW, which no charging system delivers.
VAL005-bill = Either the energy or the time is wrong. Even a valid signature proves only that the meter said so, not that it can be.
VAL005-advice = Compare the amount with the size of your battery, and the times with your own memory, before you pay.
VAL005-about = Energy divided by time gives the average power. It is compared with the highest power that any charging system is made for, the 3.75 megawatts of the Megawatt Charging System for lorries. What lies above cannot have been charged in that time. The limit is so generous because the rating of your station does not stand in the data; a car at an ordinary station stays far below it. A typical cause is a clock that was put right during the session, so that hours become seconds.

VAL006-title = Register moved between two sessions
# facts: previous, next, register, unseen, other
VAL006-message = Session { $other } ended at { $previous }, and this one begins at { $next } on the same register { $register }. { $unseen ->
    [0] No record lies between them.
    [one] One record lies between them.
   *[other] { $unseen } records lie between them.
    }
VAL006-bill = The amount of each session is judged by itself. The energy between them belongs to neither and must not appear on the bill of either.
VAL006-advice = If other customers charged in between, all is well. If no record lies between the two, ask the operator where the energy went.
VAL006-about = A lifetime register begins a session with the value it ended the one before with, as long as no energy flows outside sessions. The rule compares consecutive complete sessions of the same meter and key within one input, in the order of their numbers. Sessions of other customers between them are the usual and harmless reason for a difference; the number of records in between shows whether that can be. With no record in between, energy flowed that nobody signed a session for, for instance through a maintenance mode. Files exist with a hundred sessions of one station in which each begins exactly where the last one ended.

VAL007-title = Two amounts signed for one session
# facts: energy, other_energy, other
VAL007-message = This session comprises { $energy }, but session { $other } of the same meter with the same begin and user comprises { $other_energy }.
VAL007-bill = At most one of the two amounts can be right. Neither is proven.
VAL007-advice = Ask the operator why two amounts were signed for one session, and pay no more than you can follow.
VAL007-about = Some stations sign a session twice: begin and end in records of their own, and both again in a single record. The two must agree. Sessions of one signer are taken for the same one if they begin at the same instant and name the same user. If the amounts differ although all signatures are valid, the device contradicts itself, and it would be wrong to choose the more convenient one. Such a contradiction is rare and serious.

VAL008-title = Register falls during the session
# facts: relation, value, other
VAL008-message = { $relation ->
    [above-end] An intermediate reading shows { $value }, more than the end of the session with { $other }.
   *[below-earlier] A reading during the session shows { $value }, less than an earlier one with { $other }.
    }
VAL008-bill = A register of energy cannot fall in between and still be right at the end. The amount of the session is not proven.
VAL008-advice = Ask the operator for an explanation before you accept a bill on this data.
VAL008-about = From begin to end the billing register may stand still and rise. This rule follows its readings in the order in which they were signed and reports every step down. Values in different units are brought to one unit first. A step from begin directly to the end has a rule of its own. Programs that look at begin and end only do not notice when a register dropped on the way and came back.

VAL009-title = Device reports energy between two sessions
# facts: field, found, expected, has, named
VAL009-message = The device itself reports that its register moved between the end of the session before and the begin of this one.
VAL009-bill = The amount of this session starts at its own begin and is not affected. The energy in between must not be on your bill.
VAL009-advice = Check that the bill states the begin shown here.
VAL009-about = A signing module can remember the register at the end of the last session and compare it with the begin of the next. If the two differ, it sets a mark that is signed with the reading. Then energy flowed through the meter outside of any session, for example while the module was replaced or the station was tested. It is no sign of a forgery. The same fact is found by another rule where both sessions are in one file.

VAL010-title = More energy than any battery holds
# facts: energy
VAL010-message = { $energy } in one session is more than the batteries of the largest electric lorries hold.
VAL010-bill = A valid signature proves that the meter showed these readings. It does not prove that they can be true.
VAL010-advice = Compare the amount with the size of your battery before you pay.
VAL010-about = The amount of a session is compared with 1,000 kilowatt hours. No vehicle on the road takes as much at once; a car takes a tenth of it. Such an amount comes from readings of different sessions or meters, from a wrong unit, or from a register that was replaced. The limit is our own and set wide on purpose. Chargy has a similar limit of 500 kilowatt hours.

VAL015-title = Energy billed is not the energy measured
# facts: session, numbered, claimed, signed, direction
VAL015-message = { $direction ->
    [more] More is billed than was measured
   *[less] Less is billed than was measured
    }: { $claimed } are billed, { $signed } are signed.
VAL015-bill = Only the signed amount may be billed.
VAL015-advice = Show the operator both amounts and ask for a corrected bill.
VAL015-about = The total energy of a charge detail record is held against the difference of the signed readings. Half a unit of its last digit is taken for rounding, and never more than 0.01 kWh. Less than was measured is to your advantage and still not the measured amount. If the amount is off by a factor of a thousand, VAL019 says so, too.

VAL016-title = Energy reported is not the energy signed
# facts: session, numbered, claimed, signed
VAL016-message = The station reported { $claimed } unsigned; { $signed } are signed.
VAL016-bill = Only the signed amount can be proven. A bill that rests on the unsigned one rests on nothing.
VAL016-advice = Compare the bill with the signed amount.
VAL016-about = Stations report the state of their meter at begin and end unsigned as well. The difference must be the signed energy, but for one watt hour of rounding and one step of the signed register. If it is not, the states may be of another meter, or of another moment, or the signed values of another session.

VAL017-title = Billed periods do not add up to the energy measured
# facts: session, numbered, claimed, signed
VAL017-message = The periods of the bill add up to { $claimed }; { $signed } are signed.
VAL017-bill = Periods may be priced differently, but together they must be what was measured.
VAL017-advice = Ask the operator for a bill whose periods add up to the signed amount.
VAL017-about = A charge detail record splits the energy into periods, for example where the price changes. Their sum is held against the signed energy with the tolerance of one rounding. The signed readings at the changes, if there are any, are not compared with the single periods.

VAL018-title = Reported states are of another register
# facts: session, numbered, claimed, signed
VAL018-message = The station reported { $claimed } at the end, the signed reading there is { $signed }. The differences agree.
VAL018-bill = Nothing: the signed amount and the reported one are the same.
VAL018-advice = Nothing is needed. Only do not compare the single states with one another.
VAL018-about = Many meters have a register that counts for life and one that starts at zero with each session. A station may report the one unsigned and have the other signed. The states then differ and the energy does not.

VAL019-title = Factor of a thousand between told and signed
# facts: session, numbered, claimed, signed
VAL019-message = { $claimed } are told, { $signed } are signed: a unit is wrong by a factor of a thousand.
VAL019-bill = The signed amount counts. A bill by the other number would be a thousand times too high or too low.
VAL019-advice = Compare the bill with the signed amount.
VAL019-about = Watt hours and kilowatt hours are easily confused: some platforms write watt hours where kilowatt hours belong, and some stations leave the unit out, which means watt hours, and write kilowatt hours. The rule speaks up where the two amounts differ by a thousand within one per cent.
