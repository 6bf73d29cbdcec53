# Rules about registers: which quantity was read, and in which unit.
# The facts of a rule stand above its message; `has` says which of the facts that may be empty are there,
# `named` whether the field has a name.

OBI001-title = Begin and end from different registers
# facts: has, begin, end
OBI001-message = { $has ->
    [both] The begin was read from { $begin } and the end from { $end }; no register has both.
   *[none] Begin and end were read from different registers; no register has both.
    }
OBI001-bill = Two readings of different registers have no meaningful difference. No amount is proven.
OBI001-advice = Ask the operator for the original records, and which register the bill rests on.
OBI001-about = An amount of energy is the difference of two readings of one register. Each register has a code that says what it counts: energy to the vehicle, energy from it, before or behind the cable. The codes are compared by meaning and not by spelling, since authentic stations write the same register in several ways. If the begin stands on one register of energy and the end on another, records were probably mixed up. Durations and resistances that have both readings are no help and are left out.

OBI002-title = Unusual register for the bill
# facts: has, register
OBI002-message = { $has ->
    [found] The amount comes from the register { $register }, which is not known for billing. It is the only register of energy in the session.
   *[none] The amount comes from a register without a code. It is the only register of energy in the session.
    }
OBI002-bill = The amount is the difference of this register. Whether it is the quantity your contract speaks of is not certain.
OBI002-advice = Ask the operator what the register counts.
OBI002-about = The code of a register says what it counts. Known for billing are the codes of OCMF 1.4 for stations with and without loss compensation, the classic code for import, and a few codes of manufacturers. If a session has none of these, and exactly one register with a unit of energy that does not count export, that one is taken and this remark made. In test data the code is sometimes cut off. Other programs decide by lists of their own: some refuse every code they do not know, others take what is there without a word.

OBI003-title = Reserved register code
# facts: register
OBI003-message = The register code { $register } is reserved for later versions of the specification.
OBI003-bill = What such a register counts is not defined. The bill should not rest on it.
OBI003-advice = Ask the operator which register the bill rests on.
OBI003-about = OCMF 1.4 gives the codes B0 to B3 and C0 to C3 a meaning and sets B4 to BF and C4 to C7 aside for later. A device that uses one of the latter follows either a newer version or none. Such a register is never taken as one that is known for billing. Each register of a record is reported once. It can be harmless if the record also holds one of the defined registers.

OBI004-title = Registers before and behind the cable disagree
# facts: mains, device, loss, has_loss
OBI004-message = { $has_loss ->
    [yes] Before the cable { $mains } were counted, behind it { $device }; the stated loss of { $loss } does not explain the difference.
   *[no] Behind the cable more was counted ({ $device }) than before it ({ $mains }), and no loss is stated.
    }
OBI004-bill = The compensation of the cable does not add up. The amount does not count as proven.
OBI004-advice = Ask the operator how the loss of the cable was computed, and have the calibration of the station shown to you.
OBI004-about = Stations with loss compensation can sign three things: what went into the cable, what came out, and the loss in between. The first less the third must be the second. One unit of the last digit is allowed for each value, because each of them may have been rounded. If the loss is not stated, all that can be checked is that the vehicle did not get more than went in. Compared are only registers of the same channel and tariff. The example in the specification has 29.5 kWh before the cable, a loss of 0.5 kWh and 29.0 kWh behind it.

OBI005-title = Energy flowed from the vehicle
# facts: register, energy
OBI005-message = During the session the register { $register } for energy from the vehicle rose by { $energy }.
OBI005-bill = The energy fed in is not taken off the energy you drew. Whether it is paid for depends on your contract.
OBI005-advice = If you have a contract for feeding in, compare this figure with the credit you were given.
OBI005-about = Some stations read two registers: energy to the vehicle and energy from it. A vehicle that can feed in makes the second one rise. The two are separate amounts and are never set off against each other here, since that would be a question of the contract and not of measurement. This note says that the register moved, and is no judgement on whether feeding in was intended.

OBI006-title = Begin or end of the bill without a unit of energy
# facts: position, has, found
OBI006-message = { $has ->
    [found] The value { $position ->
        [begin] at the begin
       *[end] at the end
        } of the billing register is in “{ $found }”, which is neither kWh nor Wh.
   *[none] The value { $position ->
        [begin] at the begin
       *[end] at the end
        } of the billing register has no known unit.
    }
OBI006-bill = Without a known unit nobody can tell a kilowatt hour from a watt hour. No amount is proven.
OBI006-advice = Ask the operator for the original record. If the station always signs like this, its manufacturer has to correct it.
OBI006-about = The value of the billing register counts only in watt hours or kilowatt hours. Between the two lies a factor of one thousand, so a missing or unknown unit is not guessed from the size of the number. Upper and lower case do not matter. A unit that is left out because it equals that of the reading before counts as given. One other program refuses the whole record for an unknown unit anywhere in it; here that is a warning as long as the bill does not rest on it.

OBI007-title = Unknown unit beside the bill
# facts: field, found, expected, has, named
OBI007-message = { $has ->
    [none] A value on which the bill does not rest has a unit that is not known.
   *[found] A value on which the bill does not rest has the unit “{ $found }”, which is not known.
    }
OBI007-bill = The amount of the session is not affected. The value itself cannot be judged.
OBI007-advice = Nothing is needed from you.
OBI007-about = A record may hold values that have nothing to do with the bill: durations, resistances, registers of the manufacturer. Known units are those of energy, seconds and three units of resistance. A value in another unit is shown as received and left out of all computations. Begin and end of the billing register have a rule of their own, which fails. The parameters of the cable are included here.

OBI008-title = Register code and unit do not stand together
# facts: field, found, expected, has, named
OBI008-message = { $named ->
    [yes] In a reading, “{ $field }” is missing although register code and unit belong together.
   *[no] In a reading, the register code or the unit is missing although the two belong together.
    }
OBI008-bill = The amount is not affected as long as the missing part follows from the reading before. If it does not, another rule says so.
OBI008-advice = Nothing is needed from you. Manufacturers should give both or leave out both.
OBI008-about = The code of a register says what was counted, the unit in what measure. The specification treats them as a group: both are given, or both are taken over from the reading before. One without the other can put the unit of one register beside the code of another, for instance a duration in kilowatt hours. What is missing is taken from the reading before, as the rules of inheritance say, and the result is judged as usual.

OBI009-title = Register code unreadable
# facts: field, found, expected, has, named
OBI009-message = { $has ->
    [none] A register code cannot be read.
   *[found] The register code “{ $found }” cannot be read.
    }
OBI009-bill = What the register counts is unknown. It is taken for the bill only if it is the only register of energy.
OBI009-advice = Ask the operator what the register counts.
OBI009-about = A register code has up to six groups, such as 1-0:1.8.0*255, and is found in many spellings: with leading zeros, with a point before the last group, with letters as placeholders. All of these are understood. A code that does not follow the scheme is kept as received and compared letter by letter, so begin and end can still belong together. Codes that were cut off occur in test data above all. In the transparency software of S.A.F.E. e.V. such a reading does not count as relevant for the bill.

OBI010-title = Begin and end in different units
# facts: begin, end
OBI010-message = The begin of the billing register is in { $begin }, the end in { $end }.
OBI010-bill = The values were converted exactly before the amount was computed. Do not compare the bare numbers.
OBI010-advice = If the bill names register values, look at their units.
OBI010-about = Both watt hours and kilowatt hours are allowed, and nothing forbids a change between two readings. It is unusual all the same and invites mistakes, because the numbers differ by a factor of one thousand. This program brings both values to one unit with exact decimal arithmetic before comparing or subtracting. The legal check of the transparency software of S.A.F.E. e.V. compares the numbers without their units and may refuse or accept such a session wrongly.
