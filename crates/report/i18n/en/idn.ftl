# Rules about who charged, and where.
# The facts of a rule stand above its message; `has` says which of the facts that may be empty are there.

IDN001-title = Contradiction about who charged
# facts: problem, level
IDN001-message = { $problem ->
    [id-missing] The record says that a user was assigned, but names no identification.
   *[level-without-user] The record says that no user was assigned, but names { $level } as the security of the assignment.
    }
IDN001-bill = The amount is not affected. From this data alone it does not follow who is to pay.
IDN001-advice = Compare time, place and amount with your own charging, since the data names nobody reliably.
IDN001-about = A record states whether a user was assigned to the session, how that was secured, and which identification was used. These statements should fit each other: an assigned user has an identification, and without a user there is nothing to be secured. An identification of nothing but blanks counts as missing. Stations that let anybody charge, or that keep the identification in the back office only, can produce such records. The signature proves that the device said so and cannot remove the contradiction.

IDN002-title = Identification failed
# facts: level
IDN002-message = { $level ->
    [mismatch] The device reports that the identifications did not match each other.
    [invalid] The device reports that the identification was refused.
    [outdated] The device reports that the identification had expired.
   *[unknown] The device reports that the identification is not known.
    }
IDN002-bill = The device itself says that the user was not established. The session does not count as proven against anybody.
IDN002-advice = Ask the operator how the session was assigned to you.
IDN002-about = Among the levels for the assignment of a user there are four errors: identifications that contradict each other, and one that was refused, has expired or is unknown. A session with such a level should not have been started or has to be assigned by other means. The energy may well be measured correctly, but the signed data speaks against billing it to the person named. The transparency software of S.A.F.E. e.V. refuses such data as well, with a message that speaks of the time. An error that stands in one record of a session is enough.

IDN003-title = Assignment of the user not secured
# facts: level
IDN003-message = { $level ->
    [hearsay] The user was assigned without any safeguard.
    [none] A user was assigned, but the level of the assignment is “none”.
   *[missing] A user was assigned, but nothing is said about how that was secured.
    }
IDN003-bill = The amount is not affected. That it was you who charged follows from the data only weakly.
IDN003-advice = If you do not recognise the session, ask the operator for other evidence of the assignment.
IDN003-about = The level of an assignment says how well it was secured: not at all, by trusted means, or up to certified ones. An unsecured assignment is, for instance, the number of a card that can be copied without effort. For billing by a third party that is thin, though common. Part of the data in the field leaves the level out altogether, which counts as not secured here. Sessions without an assigned user are not meant.

IDN004-title = User changed during the session
# facts: differs, has, before, after
IDN004-message = { $differs ->
    [id] { $has ->
        [both] The records of this session name different users: first “{ $before }”, then “{ $after }”.
        [before] The user “{ $before }” is not named any more in a later record of this session.
       *[after] The user “{ $after }” is named only in a later record of this session.
        }
    [kind] The records of this session name different kinds of identification.
   *[assigned] The records of this session disagree on whether a user was assigned at all.
    }
IDN004-bill = The amount is not affected. Who has to pay it does not follow clearly from the data.
IDN004-advice = Make sure that the session is yours, for instance by time and place.
IDN004-about = Begin, end and everything in between should name the same user. In the field they sometimes do not: one card begins a session and another ends it, or a station fills in the user only after the approval of the back office has arrived. Identifications are compared without blanks around them. Records are joined to sessions by meter, key and number, so a change of the user does not tear a session apart here. Chargy treats such records as separate, the transparency software of S.A.F.E. e.V. does not look at it.

IDN005-title = Identification of unusual form
# facts: field, found, expected, has, named
IDN005-message = { $has ->
    [both] The identification “{ $found }” is not of the form that its kind requires ({ $expected }).
    [found] The identification “{ $found }” is not of the form that its kind requires.
   *[none] The identification is not of the form that its kind requires.
    }
IDN005-bill = The amount is not affected. The identification may be spelt differently on your bill.
IDN005-advice = Nothing is needed if you recognise the identification as yours.
IDN005-about = A record names the kind of an identification, such as a card or a contract, and for most kinds a form is laid down: four or seven bytes for a common card, fourteen or fifteen characters for a contract. Authentic records deviate often. Card numbers are named as contracts, contracts contain an underscore, and some cards have longer numbers than provided for. The text is taken as it is and never corrected. The deviation matters where somebody wants to compare the session with a bill by machine.

IDN006-title = Charging point changed during the session
# facts: has, before, after
IDN006-message = { $has ->
    [both] The records of this session name different charging points: first “{ $before }”, then “{ $after }”.
    [before] The charging point “{ $before }” is not named any more in a later record of this session.
    [after] The charging point “{ $after }” is named only in a later record of this session.
   *[none] The records of this session name different charging points.
    }
IDN006-bill = The amount is not affected, as meter and key are the same. Which charging point you used does not follow clearly from the data.
IDN006-advice = Compare the charging point on the bill with the one you used.
IDN006-about = A session happens at one charging point, and its records should name the same one. A different name in a later record usually means that the station was set up anew in between, or that it takes over such settings only after a restart. More rarely, records of two charging points with a common gateway were mixed up. Both the name and its kind are compared, without blanks around them. Records of different meters are never joined to one session, whatever charging point they name.

IDN010-title = Session of another user
# facts: session, numbered, claimed, signed
IDN010-message = The session is told to be one of { $claimed }; signed is { $signed }.
IDN010-bill = The energy was measured for another user than the one it is billed to.
IDN010-advice = If the signed card or contract is not yours, dispute the bill. If it is, ask the operator to correct the assignment.
IDN010-about = The signed data names the card or contract that was used. A log or a charge detail record names one as well, and both must be the same. Capital letters, separators, a missing check digit, twenty characters instead of more and the other order of bytes count as the same; so does the number of the session, which some stations sign in that place. Other kinds of identification, such as telephone numbers, and users that were refused or not assigned are not compared.

IDN011-title = Other charging point than signed
# facts: session, numbered, claimed, signed
IDN011-message = The charging point told is { $claimed }; signed is { $signed }.
IDN011-bill = What the signatures prove, they prove for the signed charging point. Whether the bill means that one is open.
IDN011-advice = Compare both with the label on the station where you charged.
IDN011-about = The signed data may name the charging point by its public name (EVSE id). Where a log or a charge detail record names one as well, separators and capital letters do not count, everything else must be the same. Stations keep an old name after they are moved or renamed until somebody sets the new one. Names of stations and connectors are of another kind and not compared.

IDN012-title = Other meter than signed
# facts: session, numbered, claimed, signed
IDN012-message = The meter told is { $claimed }; signed is { $signed }.
IDN012-bill = What the signatures prove, they prove for the signed meter. Whether it is the one of your charging point is open.
IDN012-advice = Compare the signed serial number with the one on the meter of the charging point.
IDN012-about = A charge detail record may name the meter, and a station names one when it starts. Both are held against the serial numbers of the meter and of the signing unit in the signed data; a part at the begin or end of six characters or more is enough. Stations often name their own serial number instead, or one from before an exchange.
