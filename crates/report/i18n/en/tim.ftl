# Rules about the times of readings and the state of the clock.
# The facts of a rule stand above its message; `has` says whether a fact that may be empty is there,
# `named` whether the field has a name.

TIM001-title = Begin or end of the bill without a readable time
# facts: position, has, found
TIM001-message = { $has ->
    [found] The time “{ $found }” { $position ->
        [begin] at the begin
       *[end] at the end
        } of the session cannot be read.
   *[none] There is no time { $position ->
        [begin] at the begin
       *[end] at the end
        } of the session.
    }
TIM001-bill = Without a time nobody can tell that this reading belongs to your session. The amount does not count as proven.
TIM001-advice = Ask the operator for the original record.
TIM001-about = Each reading carries the time at which it was taken, with the offset from universal time and a letter for the state of the clock. For begin and end of the billing register a readable time is required, even if the clock was never set. Small deviations in the spelling are understood and reported by another rule. A date that does not exist, a missing time of day or an arbitrary text is not guessed at. Readings in between and other registers are not meant.

TIM002-title = Times not proven
# facts: quality
TIM002-message = { $quality ->
    [unusable] The times of this session cannot be used.
   *[informative] The clock was not set from a reliable source, so the times of this session are information only.
    }
TIM002-bill = This concerns the times alone: as a proof of the amount of energy the readings are as good as with any other clock. Prices by the minute cannot rest on them.
TIM002-advice = If your tariff has a price by time or a blocking fee, ask the operator how the time was measured. Otherwise nothing is needed.
TIM002-about = With each reading the meter signs how far its clock can be trusted: never set, for information, synchronised, or at least counting the duration properly since the begin. Only a synchronised clock at both ends, or a duration counted up to the end, can carry a price by time. Many stations have a clock for information only, and some manufacturers say so in their manuals; that is permitted as long as nothing is billed by time. In stations that are seldom connected the clock may never have been set at all. The transparency software of S.A.F.E. e.V. accepts such times without a remark.

TIM003-title = Session ends before it begins
# facts: begin, end
TIM003-message = The end ({ $end }) lies before the begin ({ $begin }).
TIM003-bill = Begin and end do not belong together, or the clock ran backwards. The amount does not count as proven.
TIM003-advice = Ask the operator which begin belongs to this end.
TIM003-about = Compared are instants, with the offset from universal time taken into account. A session over the night in October when clocks go back may show an earlier hour at its end and is still in order. If the instants themselves run backwards, a begin and an end of different sessions were probably joined. A clock that was put back during the session has the same effect. Other programs refuse such sessions as well.

TIM004-title = Times of a register not in order
# facts: before, time
TIM004-message = A reading at { $time } follows one at { $before } of the same register: the clock went back in between.
TIM004-bill = The amount rests on begin and end and is not affected. The course of the session by its times is uncertain.
TIM004-advice = Nothing is needed as long as your tariff has no prices by time.
TIM004-about = The readings of a register are expected in the order of their times. Each register is looked at by itself, because some meters list all readings of one register before those of the next. Equal times are fine. The usual cause is a clock that was put right during charging. Only the first such place of a register is reported; begin and end alone are the subject of another rule.

TIM005-title = Duration not counted to the end
# facts: end
TIM005-message = At the begin the meter says that it counts the duration from there, but the end ({ $end }) does not continue that count.
TIM005-bill = Begin and end come from different time bases and cannot be combined. The session does not count as proven.
TIM005-advice = Ask the operator for the original records. If the station always signs like this, its manufacturer has to correct it.
TIM005-about = The letter R says that the begin may have been inaccurate and that the duration since then was counted with legal accuracy. A session that begins with R therefore has to end with R. An end with another letter was taken by a clock that knows nothing of that count, which may be due to a restart in between or to records of different sessions. A begin with another letter followed by R is normal and frequent. The transparency software of S.A.F.E. e.V. refuses this combination too.

TIM006-title = Clock set or lost during the session
# facts: unset, begin, end
TIM006-message = { $unset ->
    [begin] The begin ({ $begin }) was taken by a clock that had never been set, the end ({ $end }) by one that had.
    [neither] The meter counts how often its clock is set, and it was set between the begin ({ $begin }) and the end ({ $end }).
   *[end] The begin ({ $begin }) was taken by a clock that had been set, the end ({ $end }) by one that had not.
    }
TIM006-bill = The energy is not affected. The difference of the two times is not the duration of your session.
TIM006-advice = Do not accept prices by time that rest on these two times.
TIM006-about = A difference of two times means something only if both come from the same clock. Here the clock was put right between begin and end, or was lost by a restart. The result can be a session of many years or of a few seconds. Stations without a battery for their clock begin in 1970 after every power cut, until they reach their back office. A begin without a set clock followed by a legally counted duration is another case and not reported.

TIM007-title = Date cannot be right
# facts: problem, date, count
TIM007-message = { $problem ->
    [future] The date { $date } lies in the future
   *[past] The date { $date } lies before the time of signed charging data
    }{ $count ->
    [one] .
   *[other] ; so do others of this record, { $count } in all.
    }
TIM007-bill = The amount of energy is not affected. The session cannot be assigned to a day on your bill by this date.
TIM007-advice = Compare number, amount and charging point with the bill instead of the date.
TIM007-about = Signed charging data has been around for a few years only, so a date before 2015 comes from a clock that was never set. Such clocks usually start on 1 January 1970. A date more than one day ahead of the present is just as wrong; the day leaves room for clocks and time zones. When the program is not told the present, only the past is looked at. Each record is reported once, with the first such date in it. Genuine data of known stations contains dates of 1970, with correct amounts.

TIM008-title = Duration of the session implausible
# facts: problem, hours
TIM008-message = { $problem ->
    [none] Begin and end have the same time although energy was charged.
   *[long] The session is said to have lasted at least { $hours } hours.
    }
TIM008-bill = The amount of energy is not affected. Prices by time on this duration should not be accepted unseen.
TIM008-advice = Compare the times with your own, and ask the operator if they do not fit.
TIM008-about = Charging for more than two days is possible but rare, and known DC meters vouch for their clock within one session for 48 hours only. More often the clock jumped, or a begin and an end of different sessions were put together. Energy without any time means that the clock stood still or that one time was written into both readings. Sessions that end before they begin have a rule of their own.

TIM009-title = Meter declares the time unusable
# facts: position
TIM009-message = { $position ->
    [begin] At the begin of the session
   *[end] At the end of the session
    } the meter itself marks the time as unusable.
TIM009-bill = The energy is not affected by this mark. Prices by time cannot rest on this session.
TIM009-advice = If your tariff has a price by time or a blocking fee, ask the operator how the time was measured.
TIM009-about = Each reading may carry marks for quantities that must not be used: E for energy and t for time. The mark for time leaves the energy as it is. Some devices set it on every reading because their clock was never meant for billing. The transparency software of S.A.F.E. e.V. accepts the mark silently, others have refused it. Here it is shown, and it fails a session only where the signed tariff has a price by the minute.

TIM010-title = Price by the minute without proven time
# facts: price
TIM010-message = The signed tariff has a price by time ({ $price }), but the duration of the session is not proven.
TIM010-bill = The part of the bill that depends on time rests on nothing. As the tariff is part of the signed session, the session as a whole does not count as proven.
TIM010-advice = Ask the operator to show how the minutes were measured, or to take the price by time off the bill.
TIM010-about = A tariff text can be signed together with the readings. Where it follows the convention of the Bonner Eichrechtstage, its prices can be read: a fee for starting, a price for energy, and a price by the minute, from the start, from some minute on, or after charging has ended. A price by time needs a duration measured by legal standards: synchronised at both ends, or counted from the begin. Without that the measured quantity the price refers to is missing. Tariffs that stand in a contract only are unknown to this program.

TIM011-title = Time written in an unusual way
# facts: problem, field, found, expected, has, named
TIM011-message = { $problem ->
    [unreadable] { $has ->
        [none] A time beside begin and end cannot be read.
       *[found] The time “{ $found }” of a reading beside begin and end cannot be read.
        }
   *[form] { $has ->
        [both] The time “{ $found }” is not written as required ({ $expected }). It was read all the same.
       *[found] The time “{ $found }” is not written as required. It was read all the same.
        }
    }
TIM011-bill = The amount of energy is not affected.
TIM011-advice = Nothing is needed from you. Manufacturers should write the time as the specification says.
TIM011-about = The form of a time is fixed: date, the letter T, time of day with a comma before the milliseconds, offset without a colon, a blank, and a letter for the state of the clock. Simulators in particular write a point, a colon in the offset or the letter Z, and some leave the last letter out. Such spellings are read where they leave no doubt; a missing letter counts as a clock that was never set. Unreadable times of begin and end fail by another rule. Unreadable ones elsewhere are reported here so that they do not go unnoticed.

TIM012-title = Clock and counted seconds disagree
# facts: problem, clock, counted
TIM012-message = { $problem ->
    [falls] The seconds the device counts run backwards between begin and end.
   *[differs] By the clock the session lasted { $clock } seconds, by the count of the device { $counted }.
    }
TIM012-bill = The amount of energy is not affected. Of the duration, the counted one is more likely right.
TIM012-advice = If you pay by time, ask the operator which duration was billed.
TIM012-about = Besides the time of day some devices sign seconds they count themselves: an index that keeps running when the clock is lost, or the duration of the session. Between begin and end both should grow alike, apart from a few seconds and one in a thousand. If they do not, the clock was set or lost in between. Where the count ascends from record to record it also settles the order of the two, so that a clock that fell back to 1970 does not make a session fail. Of one format it is not known what exactly its duration measures; genuine records show differences there.
