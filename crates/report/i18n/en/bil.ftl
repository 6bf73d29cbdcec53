### Bills beside what is proven.

BIL001-title = The bill asks for more energy than is proven
BIL001-message = The bill states { $billed }, { $proven } are proven: { $difference } too much. { $unit ->
    [suspected] One is about a thousand times the other: watt hours were probably taken for kilowatt hours.
   *[other] Rounding does not explain this.
}
BIL001-bill = No more may be billed than the meter measured.
BIL001-advice = Object to the bill and enclose this report.
BIL001-about = Compares the energy on the bill with the proven energy, within the rounding of the bill itself: half a unit of its last place, and never more than 0.05 kWh upwards. A bill of 12.3 kWh is in order for 12.34 kWh that are proven; one of 12.35 kWh is not.

BIL002-title = The bill asks for less energy than is proven
BIL002-message = The bill states { $billed }, { $proven } are proven: { $difference } less. { $unit ->
    [suspected] One is about a thousand times the other: the unit was probably mistaken.
   *[other] This is to your advantage.
}
BIL002-bill = It is not what was measured, but you pay no more than you received.
BIL002-advice = Nothing is needed. The operator should find out where the difference comes from.
BIL002-about = Compares the energy on the bill with the proven energy. Digits that were only cut off at the bill's last place are in order.

BIL003-title = Nothing is proven that the bill could be compared with
BIL003-message = The energy of session { $session } is not proven, so the bill is neither right nor wrong.
BIL003-bill = The bill was not checked. That it may show the same figures as the unproven data means nothing.
BIL003-advice = See above why nothing is proven, and ask the operator for what is missing.
BIL003-about = A bill is compared with proven energy only: every signature valid, no rule failed, begin and end there.

BIL004-title = It is not clear which session the bill is for
BIL004-message = { $problem ->
    [no-session] The data holds no charging session.
    [no-such-session] There is no charging session of the number given.
    [several] Several charging sessions fit the bill: { $sessions }.
    [none-fits] None of the charging sessions fits what the bill says about time, place and amount.
   *[other] The times of the bill and those of the only charging session do not meet: it is probably for another one.
}
BIL004-bill = The bill was not checked.
BIL004-advice = Say which charging session is meant (--bill-session with its number), or ask the operator for the data of the right one.
BIL004-about = With several sessions the one is taken that alone fits the times, the charge point or the amount on the bill. A wrong choice could make a wrong bill look right, so where that is not clear, none is taken.

BIL005-title = The session of the bill was found by its amount alone
BIL005-message = Only charging session { $session } has the billed amount, and the bill says nothing else by which it could be found.
BIL005-bill = Should the bill be meant for another session, it is wrong.
BIL005-advice = Check that this was your session, by its time and place, or name it with --bill-session.
BIL005-about = The amount is what the bill is to be checked for. Where it alone leads to the session, a bill for another session with a wrong amount would look the same.

BIL006-title = Begin or end on the bill are not those of the meter
BIL006-message = { $which ->
    [begin] The begin on the bill ({ $billed }) is { $minutes } minutes
   *[other] The end on the bill ({ $billed }) is { $minutes } minutes
} { $order ->
    [earlier] earlier than that of the meter ({ $signed }).
   *[other] later than that of the meter ({ $signed }).
} { $zone ->
    [suspected] The whole hours point at a mistaken time zone.
   *[other] { "" }
}
BIL006-bill = The amount of energy does not depend on it; a price by time or time of day does.
BIL006-advice = Check whether the bill is for this session. If it has a price by time, ask what time was taken.
BIL006-about = Compares begin and end. A bill may begin up to half an hour before the meter and end up to half an hour behind it, because the vehicle was plugged in or left standing; otherwise five minutes.

BIL007-title = The clock of the meter does not prove the times on the bill
BIL007-message = The bill states times. They were compared with the signed ones, which are for information only. { $duration ->
    [proven] The duration is proven.
   *[other] The duration is not proven either.
}
BIL007-bill = The amount of energy does not depend on it. A price by time cannot rest on these times.
BIL007-advice = If your tariff has a price by time, ask the operator how the time was measured. Otherwise nothing is needed.
BIL007-about = Times on a bill count as far as the clock of the meter does: synchronised, by duration only, or for information.

BIL008-title = The bill states a longer duration than the meter
BIL008-message = The bill states { $billed } minutes; by the meter it were { $signed } minutes. { $proof ->
    [proven] Those of the meter are proven.
   *[other] Those of the meter are not proven either.
}
BIL008-bill = Time beyond begin and end of the meter was not measured. If it costs something, the total will not agree.
BIL008-advice = If the vehicle was left standing after charging, that may explain it. Otherwise ask the operator.
BIL008-about = Compares the duration on the bill with that of the meter, within five minutes.

BIL009-title = The bill names another charge point
BIL009-message = The bill names the charge point { $billed }, the meter signed { $signed }.
BIL009-bill = The bill may be for another session.
BIL009-advice = Check where you charged, and ask the operator which session is meant.
BIL009-about = Compares the charge point on the bill with the signed one, spelling and separators aside.

BIL010-title = The total is too high
BIL010-message = The bill asks for { $billed } { $tax ->
    [with] with tax
   *[other] without tax
}; the tariff gives { $computed }: { $difference } too much.
BIL010-bill = The total does not follow from the energy and the prices. Every way of rounding was tried.
BIL010-advice = Follow the steps of the price in this report, check that the tariff is the one agreed on, and object to the bill.
BIL010-about = Recomputes the total from the tariff, step by step. A bill may round at the end, each line, or the tax on its own; the total is too high only when it exceeds all of these.

BIL011-title = The total is lower than the tariff gives
BIL011-message = The bill asks for { $billed } { $tax ->
    [with] with tax
   *[other] without tax
}; the tariff gives { $computed }: { $difference } less. This is to your advantage.
BIL011-bill = Perhaps a discount, or another tariff than the one given here.
BIL011-advice = Nothing is needed.
BIL011-about = Recomputes the total from the tariff, step by step, and finds that the bill stays below every way of rounding.

BIL012-title = The total could not be recomputed
BIL012-message = { $problem ->
    [no-tariff] There is no tariff to recompute the total with.
    [tariff-unreadable] The tariff cannot be read{ $has ->
        [found] {" "}({ $detail })
       *[none] { "" }
    }.
    [several-tariffs] The bill brings several tariffs and does not say which of them applies.
    [not-in-force] The tariff was not in force when the session began.
    [currency] The bill is in { $detail }, the tariff is not.
    [quantity-unknown] The tariff has a price for { $kind ->
        [parking] the time without charging
        [time] the time of charging
       *[other] something
    }, and nothing says how long that was.
    [split-unknown] Which price applies depends on { $restriction ->
        [time-of-day] the time of day
        [date] the date
        [weekday] the day of the week
        [energy] the energy so far
        [duration] the duration so far
        [power] the power
        [current] the current
       *[other] something that is not known here
    }, and the signed data does not tell how the { $kind ->
        [energy] energy
       *[other] time
    } was spread.
    [tax-unknown] The bill states its total with tax, and the rate of tax is not known.
    [limit] A limit was reached ({ $detail }).
    [clock] It is higher than what the tariff gives, but the price rests on a clock that proves nothing.
   *[other] The numbers are too large.
}
BIL012-bill = The total was not checked. That the energy is in order says nothing about it.
BIL012-advice = Give the tariff with --bill-tariff, or ask the operator how the total was computed.
BIL012-about = A total is recomputed where the tariff is known and everything it depends on: quantities, and for prices by time of day, power or course of charging also how the energy was spread. Signed data mostly holds begin and end only; nothing is guessed between.

BIL013-title = A price by time, and the time is not proven
BIL013-message = A part of the total is for time ({ $kind ->
    [parking] without charging
    [time] of charging
   *[other] of the session
}). { $proof ->
    [claimed] How long that was only the bill says.
   *[other] How long that was only an unproven clock says.
}
BIL013-bill = Prices by time may only rest on a time that was measured as carefully as the energy. This part of the bill is not proven.
BIL013-advice = Ask the operator how the time was measured, and whether that was approved.
BIL013-about = A price by time needs a clock that was set from a reliable source, a duration counted from the begin, or seconds counted beside the clock. Otherwise the part is computed and shown, and not counted as proven.

BIL014-title = Which price applies was not signed
BIL014-message = { $proof ->
    [claimed] A price depends on when or how fast was charged. The meter did not sign that; it was taken from the bill.
   *[other] A price depends on when was charged. The meter's clock is for information only.
}
BIL014-bill = The total follows from what the bill itself says. That this is true is not proven.
BIL014-advice = Ask the operator for signed readings between, or how the split was measured.
BIL014-about = Prices that depend on time of day, power or course of charging need more than begin and end. Where no signed reading tells, the charging periods of the bill are computed with and marked as its claims.

BIL015-title = The tariff only came with the bill
BIL015-message = The total was recomputed from the tariff { $has ->
    [found] { $tariff }
   *[none] (without a name)
}, which came with the bill itself.
BIL015-bill = The computation is right for these prices. Whether they are those you agreed on it cannot tell.
BIL015-advice = Compare the prices with your contract, or with what the station showed.
BIL015-about = Whoever writes a bill can also write the tariff beside it. A tariff given with --bill-tariff goes first, then one that the meter signed.

BIL016-title = The meter signed another tariff
BIL016-message = By the tariff text that the meter signed the total would be { $signed }; the tariff used here gives { $computed }.
BIL016-bill = The signed text is what the station showed. A contract may name another price.
BIL016-advice = Compare both with what the station showed and what your contract says.
BIL016-about = Recomputes the total with the signed tariff text, where there is one and another tariff was given.

BIL017-title = The bill contradicts itself
BIL017-message = { $problem ->
    [times] Its end lies before its begin.
    [tax] Its total with tax is less than that without.
    [periods] The energies of its periods do not add up to its total energy.
   *[other] Two of its fields disagree about the unit.
}
BIL017-bill = One of the statements is wrong.
BIL017-advice = Ask the operator which one counts.
BIL017-about = Looks at the bill alone: order of its times, totals with and without tax, sum of its periods, fields that say the same thing twice.

BIL018-title = The bill could not be read
BIL018-message = { $problem ->
    [unopened] The file with the bill cannot be opened or read.
    [empty] The file with the bill is empty.
    [not-a-bill] The file is neither a bill nor a charge detail record.
    [several] The file holds several bills; only one can be checked.
    [limit] A limit was reached ({ $limit }).
   *[other] The bill is not well-formed.
} { $has ->
    [found] ({ $place })
   *[none] { "" }
}
BIL018-bill = The bill was not checked.
BIL018-advice = Give a charge detail record (OCPI), a bill in the form of this program, or single figures with --bill-energy and --bill-total.
BIL018-about = Reads bills as JSON: the small form of this program, or charge detail records of OCPI 2.1.1 to 2.3.0.

BIL019-title = A field of the bill was not used
BIL019-message = { $problem ->
    [unreadable] The field { $field } cannot be read
    [twice] The field { $field } stands twice
   *[other] The field { $field } is not known
}{ $has ->
    [found] : { $found }
   *[none] .
}
BIL019-bill = What it says was not compared.
BIL019-advice = Mend the field and check again.
BIL019-about = A field that cannot be read or stands twice leaves the bill not checked: what was left out might have been the wrong one. Fields that are merely unknown are told.

BIL020-title = The bill states neither energy nor a total
BIL020-message = There is nothing in the bill that could be compared.
BIL020-bill = The bill was not checked.
BIL020-advice = Give at least the energy or the total.
BIL020-about = A bill without energy and without a total says nothing that could be right or wrong.

BIL021-title = German time was assumed for the bill
BIL021-message = The times of the bill have no time zone; German time was assumed. { $twice ->
    [yes] In that hour the clocks were set back, so it may mean two moments; either was accepted.
   *[no] { "" }
}
BIL021-bill = The amount of energy does not depend on it.
BIL021-advice = If the bill shows another time, say so with --bill-zone.
BIL021-about = Bills of German stations show local time without saying so: Central European Time with its summer time.
