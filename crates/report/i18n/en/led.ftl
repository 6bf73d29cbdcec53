# Rules about the history of a meter over many sessions, as a ledger gathers it.

LED001-title = Records of the meter are missing from its history
# facts: from, to, unseen, place, since, until, moved, register, previous, next, energy, others
LED001-message = { $unseen ->
    [one] Between { $from } ({ $since }) and { $to } ({ $until }) the meter signed one more record that was never delivered.
   *[other] Between { $from } ({ $since }) and { $to } ({ $until }) the meter signed { $unseen } more records that were never delivered.
    } { $moved ->
    [yes] Meanwhile the register { $register } rose by { $energy }, from { $previous } to { $next }, outside any session that is known.
   *[no] { $place ->
        [session] They lie within one session, whose amount is known.
       *[between] No register is known to have risen meanwhile.
        }
    }
LED001-bill = The sessions that are known are proven as before. Energy that flowed in the gap was billed by records that were not shown here, or to nobody.
LED001-advice = Have the operator or the back end hand over the missing records. Where only some sessions of a station were collected, gaps are to be expected; an audit of its whole storage must have none.
LED001-about = A signer counts its records without a hole, so every number stands for a record that exists. The ledger knows all numbers that were ever delivered for a meter, whatever file they came in, and reports those in between that were not. Numbers that the same signing component with the same key gave to other meters are not missing. Only records with a valid signature count as seen. The energy named is the difference of the readings on both sides of the gap.

LED002-title = One number in the history, several contents
# facts: pagination, count, contents
LED002-message = The meter gave the number { $pagination } to { $count } records with different content, each with a valid signature: { $contents }.
LED002-bill = At most one of them can be right, and nobody can tell which. No bill can rest on any of them.
LED002-advice = Keep all of them unchanged, ask the operator how they came about, and show them to the weights and measures authority if there is no convincing explanation.
LED002-about = A signer gives each number once. Two valid signatures of one key under one number mean that the signing component was reset or copied, or was made to sign twice. It does not matter in which files, months or sessions the records were delivered. The same record delivered again is not meant, for its signed content is the same. Records of such a number are not used to judge anything else.

LED003-title = One record used for two sessions
# facts: problem, records, other, numbering, numbers, inputs
LED003-message = { $problem ->
    [pair] { $records }: delivered as begin and end of one session ({ $inputs }), but the session { $other } has part of them already.
   *[number] { $numbering ->
        [charge-detail-record] { $records }: used in several charge detail records, { $numbers } ({ $inputs }).
        [transaction] { $records }: delivered under several transaction numbers, { $numbers } ({ $inputs }).
       *[other] { $records }: delivered under several session numbers, { $numbers } ({ $inputs }).
        }
    }
LED003-bill = The meter measured this energy once. If each of the sessions is billed, somebody pays for energy of others, or for his own twice.
LED003-advice = Ask the operator for the bills of all sessions named. A credit note or a corrected bill is a good reason; it has to say so.
LED003-about = A signed record belongs to one session for ever. Delivering it again is common and no fault; this rule reports records that were delivered as part of different sessions: under two numbers of the same kind (transaction numbers of stations, numbers of charge detail records), or as begin or end of two different pairs. Numbers of different kinds are never compared. A charge detail record that calls itself a credit note is left out. What a session was called is not signed, so the rule accuses nobody of having changed the record itself.

LED004-title = Register lower than in an earlier record
# facts: from, to, place, when, register, previous, next, energy, others
LED004-message = { $place ->
    [record] Within the record { $to } ({ $when }) the register { $register } falls from { $previous } to { $next }, by { $energy }.
   *[records] From { $from } to { $to } ({ $when }) the register { $register } falls from { $previous } to { $next }, by { $energy }.
    }{ $others ->
    [0] {""}
    [one] {" "}Another register falls as well.
   *[other] {" "}{ $others } other registers fall as well.
    }
LED004-bill = A register that counts up cannot show less than before. The sessions next to the fall cannot be billed by it until the cause is known.
LED004-advice = Ask the operator whether the meter was exchanged or repaired between the two readings, and for the protocol. Without one the weights and measures authority is the place to turn to.
LED004-about = Registers of the kind that counts from the making of the meter on never fall. The ledger compares each of them over all records of a meter, in the order of the signed count; without a count in that of the seconds index or of a clock that was set. Different units and numbers of digits are compared exactly, and a difference smaller than the coarser reading can show is none. Readings that the meter itself declares unusable are left out. The rule also fires where the counter of records began anew, so that later records stand before earlier ones. Two sessions whose times overlap are told by LED007 instead.

LED005-title = Energy that belongs to no session
# facts: from, to, open, since, until, register, previous, next, energy, others
LED005-message = Between { $from } ({ $since }) and { $to } ({ $until }) the register { $register } rose by { $energy }, from { $previous } to { $next }. The meter signed nothing in between, { $open ->
    [yes] and the session that begins with { $from } has no end.
   *[no] so the energy belongs to no session.
    }{ $others ->
    [0] {""}
    [one] {" "}Another register rose as well.
   *[other] {" "}{ $others } other registers rose as well.
    }
LED005-bill = Nobody was billed for this energy by a signed record. It must not appear in the bill of a later session, and it does not if that one begins with the value named last.
LED005-advice = Ask the operator what drew the energy: a vehicle that was charged without a session, a test, or the station itself.
LED005-about = A register that counts from session to session begins a session with the value it ended the last one with. If it does not, energy flowed outside any session. Since the records follow one another directly in the signed count, no session can be missing between them. Only differences that the readings can show are reported, and readings that the meter declares unusable are left out.

LED006-title = Energy between sessions of a meter that counts no records
# facts: from, to, since, until, register, previous, next, energy, others
LED006-message = Between { $from } ({ $since }) and { $to } ({ $until }) the register { $register } rose by { $energy }, from { $previous } to { $next }.{ $others ->
    [0] {""}
    [one] {" "}Another register rose as well.
   *[other] {" "}{ $others } other registers rose as well.
    }
LED006-bill = Either a session between the two was not handed over, or the energy was billed to nobody. Which of the two it is cannot be told from these records.
LED006-advice = Have the operator hand over all sessions between the two times, and compare their sum with the energy named.
LED006-about = Some formats do not number their records. That a session is missing can then be seen from the register only: it has to begin a session with the value it ended the last one with. The records are put in the order of the seconds index where there is one, else of the clock, else of the register itself.

LED007-title = Sessions of one meter overlap
# facts: session, since, until, kind, other, shared, register, previous, next, energy, others
LED007-message = { $kind ->
    [session] The sessions { $session } ({ $since } to { $until }) and { $other } of the same meter overlap.
   *[record] Within the session { $session } ({ $since } to { $until }) the same meter signed begin or end of another session: { $other }.
    } { $shared ->
    [yes] Both contain { $energy } of the register { $register }.
   *[no] Part of the energy lies in both.
    }
LED007-bill = A meter measures one session at a time. Energy that lies in two sessions is billed twice, and at least one of the two amounts is not that of one vehicle.
LED007-advice = Have the operator put the records together anew, in the order of their numbers, and correct the bills.
LED007-about = The records of a session follow one another in the count of the meter: begin, readings in between, end. A begin or end of another session inside shows that records were put together to sessions wrongly, mostly by transaction numbers of a back end that were mixed up, or that an end was lost. Sessions in one record each overlap where their times do and the later one begins with less than the earlier one ended with. Only one finding is made for each session, however many others lie inside it.

LED008-title = The clock of the meter went back
# facts: from, to, since, until, seconds
LED008-message = The record { $to } was signed after { $from }, but its time ({ $until }) lies { $seconds } seconds before that one ({ $since }).
LED008-bill = The energy is not affected. Times and durations of the sessions next to it are doubtful, and prices by the minute cannot rest on them.
LED008-advice = Ask the operator when and why the clock was set. Begin and end of the sessions can then be corrected, the duration by the seconds the meter counted, where it counts them.
LED008-about = The order of the records comes from the signed count and cannot be changed by a clock. A clock that was set back lets two sessions seem to overlap or a session seem to end before it began. Less than a minute is the ordinary setting of a clock and not reported. Clocks that were never set, as shown by their status or a year before 2015, are left out.

LED009-title = Clock and seconds counter of the meter disagree
# facts: from, to, since, until, clock, counted, seconds, direction
LED009-message = Between { $from } ({ $since }) and { $to } ({ $until }) { $clock } seconds passed by the clock, but the meter counted { $counted }. The clock was set { $direction ->
    [forward] forward
   *[back] back
    } by { $seconds } seconds.
LED009-bill = The energy is not affected. The count of seconds is the better measure of durations; the times of begin and end are doubtful.
LED009-advice = Ask the operator when the clock was set. Where a price by time was billed, have the duration computed from the seconds counted.
LED009-about = Some meters sign, beside the time, how many seconds they have been running. This count cannot be set. If the clock went on otherwise between two records, it was set meanwhile or had been lost. A minute and one part in a thousand of the span are allowed. A clock that went back is told by LED008.

LED010-title = The count of seconds fell
# facts: from, to, previous, next, when
LED010-message = The meter had counted { $previous } seconds in record { $from } and only { $next } in the later record { $to } ({ $when }).
LED010-bill = The energy is not affected. Durations across this place cannot be taken from the count.
LED010-advice = Ask the operator whether the meter or its signing component was reset or exchanged at that time.
LED010-about = The count of seconds runs as long as the device lives. It begins anew only when the device was reset or replaced. Since the count of the records went on, the two counts do not tell the same story; an inspector will want to know which part of the device was touched.

LED011-title = The meter signs with another key
# facts: before, after, order, when, gateway
LED011-message = { $order ->
    [after] After { $when } the meter signs with the key { $after }… instead of { $before }….
    [together] The meter signs with two keys at the same time: { $before }… and { $after }….
   *[unknown] The meter signs with two keys, { $before }… and { $after }…; which one is newer cannot be told.
    }{ $gateway ->
    [other] {" "}The signing component is another one too.
   *[same] {""}
    }
LED011-bill = Each session is proven by its own key only. Whether both keys are those of the meter has to be shown by something else, such as the register of keys or the label on the station.
LED011-advice = Compare both keys with the register or the label, and ask the operator for the protocol of the change. A key nobody can account for is no proof.
LED011-about = Manufacturer, model and serial number are the same, the key is not. That happens when a signing component is replaced, and it happens when a stranger signs in the name of the meter: anybody can write somebody else's serial number into a record and sign it with a key of his own. Records of two keys are therefore never held against each other, and what the ledger says about one of them says nothing about the other.

LED012-title = The software changed
# facts: component, before, after, from, to, when
LED012-message = { $component ->
    [meter] The firmware of the meter
    [gateway] The software of the signing component
   *[controller] The firmware of the charge controller
    } changed between { $from } and { $to } ({ $when }), from “{ $before }” to “{ $after }”.
LED012-bill = The bill is not affected. Software that measures or signs may be changed in an approved way only.
LED012-advice = Compare the version with the one in the type approval, and ask the operator for the record of the change if it is not that one.
LED012-about = Records name the versions of the software that made them. The ledger reports the first record with another version. Whether a version is approved does not stand in the records. A change within one session is told by MTR011.

LED013-title = The meter was exchanged, with a closing reading
# facts: old, new, when, closing, value
LED013-message = After { $when } the meter { $old } signed no more, and the meter { $new } took its place. The record { $closing } is a closing reading: { $value }.
LED013-bill = The bill is not affected. The account of the old meter is closed with a signed value.
LED013-advice = Nothing is needed. Keep the closing reading with the papers of the exchange.
LED013-about = From some time on records of the same charging point, or of the same signing component, name another meter. A closing reading is a signed reading that belongs to no session and was taken after the last one. Two meters that sign at the same time are two meters and no exchange. Charging points are compared by the name in the signed records; names of fewer than five letters are not taken for unique.

LED014-title = The meter was exchanged without a closing reading
# facts: old, new, when, last
LED014-message = After { $when } the meter { $old } signed no more, and the meter { $new } took its place. Its last record, { $last }, belongs to a session; a reading after it is missing.
LED014-bill = The sessions that are known are proven as before. What flowed between the last session and the exchange is proven by nothing.
LED014-advice = Ask the operator for the protocol of the exchange with the last reading of the old meter and the first one of the new.
LED014-about = As LED013, but without a signed reading outside sessions after the last one. Where not all records of the old meter are in the ledger, the closing reading may be among the missing ones.
