# Rules about pagination: the number a signer gives to each of its records.
# The facts of a rule stand above its message; `has` says whether a fact that may be empty is there.

PAG001-title = Records missing between the records of a session
# facts: from, to, unseen
PAG001-message = { $unseen ->
    [one] Between the records { $from } and { $to } of this session the meter signed another record that is not among the data.
   *[other] Between the records { $from } and { $to } of this session the meter signed { $unseen } further records that are not among the data.
    }
PAG001-bill = As far as the signatures of begin and end hold, the meter counted this amount between them. That it was a single session is not shown: where two or more records are missing, an end and a new begin may be among them, and the amount would then hold energy of others.
PAG001-advice = Ask the operator for all records of the session. If the missing ones belong to other sessions, the operator can say so.
PAG001-about = Every record carries a signed number that grows by one from record to record. If the numbers of a session's records do not follow one another directly, the signer made records in between that were not handed over. Those may be intermediate readings of the same session, which many systems do not store, or records of other sessions at the same signing component. An unseen reading might report an error that makes the energy unusable, so this is a warning and not a mere note. Programs treat gaps differently: some refuse them, some only ask for rising numbers, and the transparency software of S.A.F.E. e.V. does not look at the numbers at all. A session in a single record has no gap by its nature.

PAG002-title = Pagination missing or unreadable
# facts: has, found
PAG002-message = { $has ->
    [found] The record’s pagination “{ $found }” is not a letter T or F followed by a number without leading zeros.
   *[none] The record has no pagination.
    }
PAG002-bill = Without its number the record cannot be placed among the others of the meter. It therefore does not count as proof of an amount.
PAG002-advice = Ask the operator for the original record. If the station always signs like this, only its manufacturer can put it right.
PAG002-about = The pagination is a mandatory part of every record: T for charging sessions or F for fiscal readings, followed by a running number. It is what allows anyone to see whether records are missing, repeated or out of order. Numbers with leading zeros, lower-case letters and other letters are not allowed, although test data with such numbers is around. The transparency software of S.A.F.E. e.V. looks at the letter only, and Chargy takes lower case too.

PAG003-title = Record numbers contradict the course of the session
# facts: problem, from, to
PAG003-message = { $problem ->
    [counter] The records { $from } and { $to } of this session come from two different counters.
   *[falls] The record { $from } comes before { $to } in the session, although its number is higher.
    }
PAG003-bill = Begin and end do not belong together with certainty, so their difference is not a proven amount.
PAG003-advice = Ask the operator which records belong to your session, and have them sent to you unchanged.
PAG003-about = A signer counts upwards, and counts charging sessions apart from fiscal readings. Within one session the letter therefore stays the same, and the end has a higher number than the begin. Where that is not so, records of different sessions were probably joined, or the counter was reset while a vehicle was charging. The order is taken from what the records say about themselves, not from the order in which they stand in the file.

PAG004-title = One number, two different records
# facts: pagination, other
PAG004-message = The number { $pagination } was given twice: record { $other } carries it as well and has different content. Both signatures are valid.
PAG004-bill = At most one of the two records can be right, and nobody can tell which. Neither counts as proven.
PAG004-advice = Show both records to the operator and, if there is no convincing explanation, to the weights and measures authority.
PAG004-about = A signer gives every number once. Two valid signatures under one number with different content mean that the signing component was reset, was copied, or was made to sign twice. Compared are only records of the same key and the same serial numbers within one input. The same record delivered twice is not meant: its content is identical. There is test data on the market that repeats a number deliberately; in real data this is a serious sign.

PAG005-title = Another session inside the session
# facts: from, to, pagination, other
PAG005-message = Between begin { $from } and end { $to } the same signer signed the begin or end of another session: { $pagination } in record { $other }.
PAG005-bill = It is not certain that begin and end belong to the same session. Their difference may contain energy that somebody else drew.
PAG005-advice = Ask the operator for the missing begin or end, and for all records between the two numbers.
PAG005-about = A meter counts one session at a time. If between the numbers of begin and end there is a record with a begin or end of its own, the two outer records probably belong to different sessions. This happens when files are put together by transaction numbers of a back office that are wrong, or when the end of the first session was lost. Intermediate readings inside are normal and not meant. The rule compares validly signed records of one signer within one input only, because anything else would prove nothing.

PAG006-title = Fiscal record used for a charging session
# facts: pagination
PAG006-message = The record { $pagination } comes from the counter for fiscal readings and not from the one for charging sessions.
PAG006-bill = The reading was evaluated like any other. Other programs do not accept such a record as proof of a charging session.
PAG006-advice = Ask the operator for the record of the charging session itself.
PAG006-about = Signers keep two counters: T for charging sessions and F for readings taken for other legal purposes, such as the monthly reading of a meter. A record of the counter F that holds a begin or an end is a contradiction, though its values may well be right. The transparency software of S.A.F.E. e.V. does not treat such records as a complete session. It usually comes from a setting of the station.

PAG007-title = Record number falls while time goes on
# facts: earlier, later, other
PAG007-message = The record { $later } is later than { $earlier } (record { $other }) by the meter’s clock, but has a lower number.
PAG007-bill = A counter that went back can hide that records are missing or were replaced. The record does not count as proven.
PAG007-advice = Ask the operator whether the meter or the signing component was exchanged or reset at that time, and for proof of it.
PAG007-about = The counter of a signer never goes back. If a later record has a lower number under the same key and the same serial numbers, the counter was reset or the records come from two devices that claim to be one. A proper exchange of the meter shows as a new serial number and is not reported. Records whose clock was never set are left out, because a station that starts in 1970 after every power cut would be accused wrongly. What cannot be judged for that reason is listed as not evaluated.
