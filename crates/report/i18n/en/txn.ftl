# Rules about charging sessions: begin, end, and who signed them.
# The facts of a rule stand above its message; `has` says whether a fact that may be empty is there.

TXN001-title = Begin of the session missing
# facts: has, pagination
TXN001-message = { $has ->
    [found] There is a signed end and no signed begin before it ({ $pagination }).
   *[none] There is a signed end and no signed begin before it.
    }
TXN001-bill = Without the reading at the begin no amount can be computed. The data does not prove what you are billed for.
TXN001-advice = Ask the operator for the record of the begin, and verify both together.
TXN001-about = The energy of a session is the difference between the signed readings at its end and at its begin. Here only the end was found. The begin may stand in a file of its own, may have been lost on the way, or may have been signed by another meter or key and so not belong to this end. Records that lie in separate files are joined if all of them are given. A register that starts at zero with each session would show the amount at its end alone, but the specification asks for both readings, and so does this program.

TXN002-title = End of the session missing
# facts: has, pagination
TXN002-message = { $has ->
    [found] There is a signed begin and no signed end behind it ({ $pagination }).
   *[none] There is a signed begin and no signed end behind it.
    }
TXN002-bill = Without the reading at the end no amount can be computed. The data does not prove what you are billed for.
TXN002-advice = Ask the operator for the record of the end, and verify both together.
TXN002-about = The energy of a session is the difference between the signed readings at its end and at its begin. Here only the begin was found, perhaps with intermediate readings. Those do not replace the end: more may have been charged after the last of them. The end may stand in a file of its own, or the session was still running when the data was exported. If a second begin follows without an end in between, the first session is reported here.

TXN003-title = Begin or end of the register repeated
# facts: has, register, begins, ends
TXN003-message = { $has ->
    [found] The register { $register }
   *[none] A register
    } has { $begins ->
    [one] one begin reading
   *[other] { $begins } begin readings
    } and { $ends ->
    [one] one end reading
   *[other] { $ends } end readings
    } in one session; exactly one of each is needed.
TXN003-bill = The amount depends on which of the readings is taken. As nobody can decide that, no amount is stated.
TXN003-advice = Ask the operator for the original records of the session. Manufacturers should check how their software marks the readings.
TXN003-about = For each session the billing register has one reading that begins it and one that ends it. Several of them leave open what the energy is, and choosing the first or the last would be a guess at the expense of one side. Other registers in the same record may repeat begin and end, for a reading inherits the reason of the one before it; that is normal and not reported. Readings in other records of the same signer that begin a session anew are treated as sessions of their own. Programs that simply take the first and the last reading show an amount here.

TXN004-title = Records of one session come from different signers
# facts: has, differs, other, transaction_id
TXN004-message = { $differs ->
    [meter-serial] This record names another meter than record { $other }
    [gateway-serial] This record names another gateway than record { $other }
   *[key] This record was signed with another key than record { $other }
    }{ $has ->
    [found] , although the file presents both as session { $transaction_id }.
   *[none] , and there is no other counterpart to make a session of it.
    }
TXN004-bill = Readings of two meters have no meaningful difference. An amount computed from them is not proven.
TXN004-advice = Ask the operator for begin and end of one and the same meter. If the meter was exchanged during the session, the operator must be able to show that.
TXN004-about = Begin and end must come from the same meter and the same signing component, with the same key. The rule looks at records that a file presents under one transaction number, and at a lone begin and a lone end that are all that is left in an input. The transaction number of a file is not signed: it is never used to join readings, only to see what somebody presents as one session. The usual cause is a mix-up in the back office, more rarely the exchange of a meter. The transparency software of S.A.F.E. e.V. does not compare the meters of a pair.

TXN005-title = Session ended abnormally
# facts: reason
TXN005-message = { $reason ->
    [power-failure] The session ended with a power failure.
   *[abort] The session was aborted.
    }
TXN005-bill = How a session ended does not alter its amount. The bill should show what was charged until then and no more.
TXN005-advice = If you did not end the session yourself, compare the amount with what your vehicle shows.
TXN005-about = The reason of the last reading tells how a session ended: in the ordinary way, at the station, from a distance, by an abort or by a power failure. The last two do not make the amount wrong, but a driver who disputes a bill will want to know. One simulator uses the letter for power failure to mean a periodic reading, which makes a running session look finished. In such data the amount is too small rather than too large.

TXN006-title = No register for the bill
# facts: kind, has, registers
TXN006-message = { $kind ->
    [export] The session only has registers of energy fed in by the vehicle ({ $registers }). Feeding in is not judged yet.
   *[none] { $has ->
        [found] None of the registers read ({ $registers }) can be told to be the one for the bill.
       *[none] No reading names a register that could be the one for the bill.
        }
    }
TXN006-bill = No amount is stated, because it would not be certain which quantity it is.
TXN006-advice = Ask the operator which register the bill rests on, and which register of the record that is.
TXN006-about = A record may hold readings of many registers: energy to the vehicle, energy from it, durations, resistances. For the bill a register that counts energy to the vehicle is taken, preferably one from which the loss of the cable is already taken off. If no register is known for that and several others count energy, or two are equally good, the choice would be a guess. Sessions with feeding-in only are recognised and listed; their amounts are not judged by this version. Other programs have their own lists of registers and may accept or refuse different ones.

TXN007-title = Record without a session
# facts: has, pagination
TXN007-message = { $has ->
    [found] The record { $pagination } could be read but belongs to no charging session.
   *[none] The record could be read but belongs to no charging session.
    }
TXN007-bill = The record does not contribute to any amount.
TXN007-advice = If you expect it to be part of your session, ask the operator for the begin and end that go with it.
TXN007-about = Everything that was handed over is accounted for. This record holds neither a begin nor an end, and there is no open session of the same signer into which it would fit. Typical are intermediate readings whose begin is missing, and fiscal readings. Its signature is checked like any other, and what it says is listed. The remark makes sure that nobody takes it for a checked part of a session.

TXN008-title = Session number of the device changes
# facts: before, after
TXN008-message = One record of this session bears the session number “{ $before }”, another one “{ $after }”.
TXN008-bill = By the word of the device these records belong to different sessions. The difference of their readings does not count as proven.
TXN008-advice = Ask the operator for begin and end with the same number.
TXN008-about = Some signing devices count their charging sessions and sign the number with every record. Key, meter and order of two records may fit each other, and still the begin can be that of one session and the end that of a later one, with the charging of others in between. The signed number shows that. It is a number of the device itself and has nothing to do with the transaction number of the backend, which is not signed.

TXN010-title = Times told differ from those signed
# facts: session, numbered, place, claimed, signed, minutes
TXN010-message = { $place ->
    [begin] The begin told ({ $claimed }) is { $minutes } minutes away from the signed one ({ $signed }).
   *[end] The end told ({ $claimed }) is { $minutes } minutes away from the signed one ({ $signed }).
    }
TXN010-bill = For the energy it does not matter what the times are. A price by time must rest on the signed ones.
TXN010-advice = If you pay by time, compare the bill with the signed times.
TXN010-about = Station, meter and back end have clocks of their own, and signing may take half a minute; a log may therefore differ by five and a half minutes. A charge detail record may begin up to 30 minutes before the first reading and end within a day after the last, for the plug and the parking are in it. Times by a clock that was never set are not compared.

TXN011-title = Signed session lies at another time
# facts: session, numbered, claimed_begin, claimed_end, begin, end
TXN011-message = { $numbered ->
    [yes] Session { $session }
   *[no] The session
    } is said to have lasted from { $claimed_begin } to { $claimed_end }, but what was signed lasted from { $begin } to { $end }.
TXN011-bill = The signed values are those of another session. For the one that is billed nothing is proven.
TXN011-advice = Ask the operator for the signed values of the session that is on your bill.
TXN011-about = A synchronised clock of the meter proves when the signed session took place. If that time and the time told have nothing in common, with half an hour to spare, the records belong to another session, however well their signatures hold. Clocks that are only informative are not used here; their differences are reported by TXN010.

TXN012-title = More time billed than signed
# facts: session, numbered, hours, minutes
TXN012-message = { $hours } hours are billed; between the signed readings lie { $minutes } minutes.
TXN012-bill = For a price by time only the signed time counts. For the rest the operator needs another proof, such as that of a parking fee.
TXN012-advice = If you pay by time, ask how the rest was measured.
TXN012-about = The total time of a charge detail record includes time without charging, so more than the signed time is normal where the car stays plugged in. Five minutes are tolerated. Whether a price rests on the time is not judged by this rule.
