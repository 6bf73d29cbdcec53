# Rules about the meter: who it is and what it reports about itself.
# The facts of a rule stand above its message.

MTR001-title = Neither meter nor gateway named
# facts: none
MTR001-message = The record names neither a meter nor a gateway by serial number.
MTR001-bill = Nobody can say which device measured. The record is no proof of a session at your station.
MTR001-advice = Ask the operator for data in which the meter is named, and compare its number with the label at the station.
MTR001-about = A public key belongs to a device, and the link between the two is the serial number in the signed data: that of the meter, or that of the gateway which signs for it. Without either, the record might come from any device that uses this key. The number on the housing and the entry in the register of keys lead nowhere as well. A field that is there but empty counts as missing. Chargy refuses such records too.

MTR002-title = Meter serial number missing
# facts: gateway
MTR002-message = The record names the gateway “{ $gateway }” but not the meter it read.
MTR002-bill = The amount is not affected. You cannot compare the meter of the record with the meter at the station.
MTR002-advice = Compare the number of the gateway with the label or the display of the station instead.
MTR002-about = Where a gateway signs for the meter, both serial numbers should stand in the signed data. The specification has required the number of the meter since version 1.0.1; before that it could be left out. A whole family of widespread wallboxes leaves it out to this day. As long as the gateway serves a single meter, its own number is enough to tell the device. The transparency software of S.A.F.E. e.V. does not insist on the field.

MTR003-title = Meter not in order at begin or end
# facts: position, status, found
MTR003-message = { $position ->
    [begin] At the begin of the session
   *[end] At the end of the session
    } { $status ->
    [missing] the meter does not state whether it was in order.
    [not-present] the meter was reported as not present.
    [timeout] the meter did not answer in time.
    [disconnected] the meter was disconnected.
    [not-found] the meter was not found.
    [manipulated] the meter was reported as manipulated.
    [exchanged] the meter was reported as exchanged.
    [incompatible] the meter was reported as incompatible.
    [out-of-range] the value was outside the range of the meter.
    [substitute] the value is a substitute and was not measured.
    [read-error] the meter could not be read properly.
    [other-error] the meter reported a fault.
   *[unknown] the meter reported the state “{ $found }”, which is not known.
    }
MTR003-bill = A reading from a meter that is not in order must not be used for a bill. The amount does not count as proven.
MTR003-advice = Show the operator this record. An amount from a faulty meter need not be paid without other proof.
MTR003-about = With each reading the state of the meter is signed: in order, or one of eleven kinds of fault. Begin and end of the billing register need the state “in order”. A missing state is treated like a bad one, because silence is no confirmation; a state that is left out because it equals that of the reading before counts as stated. If no register could be chosen for the bill, begin and end of all registers are looked at. A signature may well be valid here: it proves that the meter reported the fault. Chargy shows the state and does not judge it, the transparency software of S.A.F.E. e.V. refuses it.

MTR004-title = Meter not in order in between
# facts: position, status, found
MTR004-message = { $position ->
    [begin] At the begin reading of another register or record
    [end] At the end reading of another register or record
   *[between] At a reading in between
    } { $status ->
    [energy-unusable] the energy was marked as unusable.
    [missing] the meter does not state whether it was in order.
    [not-present] the meter was reported as not present.
    [timeout] the meter did not answer in time.
    [disconnected] the meter was disconnected.
    [not-found] the meter was not found.
    [manipulated] the meter was reported as manipulated.
    [exchanged] the meter was reported as exchanged.
    [incompatible] the meter was reported as incompatible.
    [out-of-range] the value was outside the range of the meter.
    [substitute] the value is a substitute and was not measured.
    [read-error] the meter could not be read properly.
    [other-error] the meter reported a fault.
   *[unknown] the meter reported the state “{ $found }”, which is not known.
    }
MTR004-bill = The amount rests on begin and end of the billing register, not on this reading.
MTR004-advice = Keep the remark in mind if the amount seems odd to you; it shows that something happened on the way.
MTR004-about = Readings in between, other registers and records outside sessions are looked at by this rule. A fault there does not alter the difference between begin and end. It shows, however, that the meter was disturbed or could not be reached for a while. A short interruption of the connection inside the station is the most harmless cause. A reported manipulation or exchange deserves an explanation even if begin and end are in order. If the meter announces an exception of the session itself, another rule fails.

MTR005-title = Meter declares the energy unusable
# facts: position
MTR005-message = { $position ->
    [begin] At the begin of the session
   *[end] At the end of the session
    } the meter itself marks the energy as unusable.
MTR005-bill = The meter says that this value must not be billed. The amount does not count as proven.
MTR005-advice = Do not accept a bill on this value without other proof.
MTR005-about = Each reading may carry marks for quantities that must not be used: E for energy and t for time. A mark for energy at begin or end takes the basis away from the amount, however plausible it looks. A mark stays in force for the following readings of a record until it is taken back. A valid signature does not help: it proves that the meter gave the warning. Programs that check signatures only show such an amount as if nothing were wrong.

MTR006-title = Error during the session
# facts: flags, status
MTR006-message = { $flags ->
    [energy] During the session the meter reported an error that makes the energy unusable from there on.
   *[nothing] During the session the meter reported an error and did not limit it to the time.
    }
MTR006-bill = From the error on, the amount is not measured reliably, even if the end looks in order. The session does not count as proven.
MTR006-advice = Ask the operator what happened, and which amount is proven up to the error.
MTR006-about = A meter can sign a reading with the reason “exception” when an error occurs while charging goes on. From that reading on, energy, time or both must not be used. The marks of the reading tell which; if they name the time alone, the energy stands and a milder rule applies. If they are missing or empty, nothing excludes the energy, and the session fails. Neither the transparency software of S.A.F.E. e.V. nor Chargy looks at such readings; both show the difference of end and begin.

MTR007-title = Error during the session, time only
# facts: none
MTR007-message = During the session the meter reported an error that concerns the time only.
MTR007-bill = The energy is not affected. Prices by time cannot rest on this session.
MTR007-advice = If your tariff has a price by time or a blocking fee, ask the operator how the time was measured.
MTR007-about = When an error occurs while charging goes on, the meter signs a reading with the reason “exception” and marks what is unusable from there on. Here it is the time alone. The difference of the register values remains what it is. Such readings come, for instance, from a clock that lost its synchronisation on the way. An exception that does not exclude the energy expressly is treated by a stricter rule.

MTR008-title = New entries in the meter’s log book
# facts: begin, end
MTR008-message = The event counter of the meter was { $begin } at the begin and { $end } at the end of the session.
MTR008-bill = Something of legal relevance was entered into the log book of the meter in between. The amount does not count as proven.
MTR008-advice = Ask the operator for the log book of the meter for this time.
MTR008-about = In its first versions OCMF counted events of legal relevance, and each reading carried the count. If begin and end show the same count, nothing was entered during the session; if not, a fault, a change of parameters or an intervention may lie behind it. Later versions have marks for unusable quantities instead, but some stations still send the counter. A counter at one end only proves nothing either way and is listed as not evaluated. The transparency software of S.A.F.E. e.V. compares the counts as well.

MTR009-title = Unknown error mark
# facts: field, found, expected, has, named
MTR009-message = { $has ->
    [both] A reading carries the error mark “{ $found }”; known are { $expected }.
    [found] A reading carries the error mark “{ $found }”, which is not known.
   *[none] A reading carries an error mark that is not known.
    }
MTR009-bill = Known marks were taken into account. What the unknown one means for the amount cannot be said.
MTR009-advice = Ask the operator or the manufacturer of the station what the mark means.
MTR009-about = Two marks are defined for readings: E for unusable energy and t for unusable time, in any order. Upper and lower case are told apart. Any other letter is kept and reported, and the known letters beside it count. It may come from a later version of the specification, from a device with marks of its own or from a mistake. As nobody can tell from outside how serious it is, it is a warning.

MTR010-title = Device reports something about itself
# facts: field, found, expected, has, named
MTR010-message = { $found ->
    [phase-l1] The meter reports a failure of phase L1.
    [phase-l2] The meter reports a failure of phase L2.
    [phase-l3] The meter reports a failure of phase L3.
    [phase-sequence] The meter reports a wrong sequence of the phases.
   *[other] The device reports a state whose meaning is not published: { $found }.
    }
MTR010-bill = No effect: the reading stays usable by the word of the device.
MTR010-advice = Nothing is needed from you. The operator may want to look at the installation.
MTR010-about = With each reading some devices sign a word of status in which single bits stand for events. Errors that spoil the value fail the session by another rule. What is left is shown here: a phase without voltage, which is usual where a station is connected to one phase only, a wrong sequence of the phases, and bits that nobody has explained. They are listed so that no signed statement of the device goes unseen.

MTR011-title = Software of the device changed within the session
# facts: before, after
MTR011-message = The begin was signed by version “{ $before }” of the software, a later record by “{ $after }”.
MTR011-bill = The readings stay signed values of the same device. The amount is not affected.
MTR011-advice = If the amount looks wrong to you, tell the operator that the software changed during your session.
MTR011-about = Meters and signing modules state the version of their software in the signed data. It should be the same at begin and end, because a device under calibration law is not updated in the middle of a measurement. A difference comes from an update between two charging sessions whose halves were put together, or from an update during charging. The other signed facts tell which of the two it was.

MTR012-title = Energy flowed back at a reading
# facts: field, found, expected, has, named
MTR012-message = The meter’s status says that energy was flowing from the vehicle to the grid when this reading was taken.
MTR012-bill = The register shown counts energy to the vehicle only. Energy that flowed back is not taken off.
MTR012-advice = If your vehicle cannot feed energy back, ask the operator for an explanation.
MTR012-about = Some meters sign a status with each reading, and one of its bits is the direction of the energy at that moment. Ordinary charging shows import or nothing at all. The other direction is possible with vehicles that feed energy back; otherwise the meter may be wired the wrong way round, and its values mean nothing. The reading itself is genuine, so this is a warning.
