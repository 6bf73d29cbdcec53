# Rules about the compensation of cable loss.
# The facts of a rule stand above its message; `has` says which of the facts that may be empty are there.

LOS001-title = Cable loss on a register that counts no energy
# facts: has, register
LOS001-message = { $has ->
    [found] A cable loss is stated on the register { $register }, which does not count energy.
   *[none] A cable loss is stated on a register that has no code and no unit of energy.
    }
LOS001-bill = The statement has no effect on the amount. It shows that the record was put together carelessly.
LOS001-advice = Nothing is needed from you. Manufacturers should state the loss on registers of energy only.
LOS001-about = The loss of the charging cable is taken off an amount of energy, so it can be stated only on a register that counts energy. On a duration or a resistance it has no meaning. The usual cause is software that gives every reading the same fields. Registers with codes older than OCMF 1.4 are accepted here as well, because meters with loss compensation were in use before the new codes. At least one other program once accepted the loss on the new codes only.

LOS002-title = Cable loss does not start at zero
# facts: loss
LOS002-message = At the begin of the session a cable loss of { $loss } is stated instead of zero.
LOS002-bill = Loss of an earlier session may be mixed into this one. The amount does not count as proven.
LOS002-advice = Ask the operator how the loss of your session was computed.
LOS002-about = The loss of the cable is added up over one session and has to be set to zero at its begin. If it is not, the statement at the end contains the loss of earlier sessions, and the comparison of the two registers before and behind the cable comes out wrong. The spelling of zero does not matter. A loss that is missing at the begin is no violation of this rule. The usual cause is a restart of the software during a session or a mistake in it.

LOS003-title = Cable loss that cannot be
# facts: problem, loss, energy
LOS003-message = { $problem ->
    [negative] The stated cable loss of { $loss } is negative.
    [falling] The stated cable loss falls during the session, to { $loss }.
   *[too-large] The stated cable loss of { $loss } is larger than the energy it is compared with ({ $energy }).
    }
LOS003-bill = A compensation that cannot be right casts doubt on the amount from which it was taken. The session does not count as proven.
LOS003-advice = Ask the operator how the loss of your session was computed.
LOS003-about = The loss of the cable is taken off so that you pay for what reaches your vehicle. It is never negative, never shrinks during a session, and is never larger than the energy that went into the cable. Where the register before the cable was read, the loss is compared with that; otherwise with what arrived behind the cable, which is many times the loss as long as the cable is of any use. For rounding, one unit of the last digit of both readings is allowed. Only registers of one channel and tariff are compared with each other.

LOS004-title = Cable parameters changed during the session
# facts: has, before, after
LOS004-message = { $has ->
    [both] The parameters of the cable changed between two records of the session: from “{ $before }” to “{ $after }”.
    [before] The parameters of the cable (“{ $before }”) are missing in a later record of the session.
    [after] The parameters of the cable (“{ $after }”) appear only in a later record of the session.
   *[none] The parameters of the cable changed between two records of the session.
    }
LOS004-bill = The loss may have been computed with two different cables. How much that makes depends on how far their resistances differ.
LOS004-advice = If the amount matters, ask the operator which parameters apply to your station.
LOS004-about = A station that takes the loss of its cable off signs the parameters with the readings: name, number and resistance of the cable. The cable is fixed to the station and cannot change while a vehicle charges. Other parameters at the end therefore mean that settings were changed during the session or that records of two charging points were mixed up. Resistances are compared by value, so 5 and 5.0 are the same. Parameters that come or go count as a change.

LOS005-title = Cable parameters incomplete
# facts: field, found, expected, has, named
LOS005-message = { $named ->
    [yes] In the parameters of the cable, “{ $field }” is missing.
   *[no] The parameters of the cable are incomplete.
    }
LOS005-bill = The amount is not affected. How the loss was computed cannot be followed.
LOS005-advice = Nothing is needed from you. Manufacturers should sign the resistance with its unit.
LOS005-about = If a record carries parameters of the cable, the resistance and its unit are mandatory; name and number of the cable are not. Without the resistance nobody can check whether the loss that was taken off is right. The register value that counts for the bill is already without loss, so the amount can be stated all the same. Two versions of the specification described the unit as a number by mistake, which may explain some of the cases.

LOS006-title = Cable loss missing at the end
# facts: has, register
LOS006-message = { $has ->
    [found] On the register { $register } a cable loss is stated during the session, but not at its end.
   *[none] A cable loss is stated during the session, but not at its end.
    }
LOS006-bill = The amount is without loss already and is not affected. How much was taken off cannot be seen.
LOS006-advice = Ask the operator for the loss of your session if you want to follow the computation.
LOS006-about = The loss of the cable is added up during a session, so the figure at its end is the one for the whole session. If it is stated earlier and missing there, the comparison of the registers before and behind the cable is not possible. Whether the figure may be left out when it equals the one before is not said by the specification; some programs read it that way. Here a missing figure is not made up. The energy remains what begin and end say.
