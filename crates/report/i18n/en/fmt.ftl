# Rules about syntax: how the signed text is written.
# The facts of a rule stand above its message; `has` and `named` say which of the others are not empty.

FMT001-title = Field stands twice
# facts: field, found, expected, has, named
FMT001-message = The field “{ $field }” stands more than once in the signed data. None of its values was used.
FMT001-bill = It is left open which value the meter meant. An amount that depends on it is not proven, although the signature may hold.
FMT001-advice = Do not accept a bill based on this value. The maker of the meter or of the station software has to correct the error.
FMT001-about = In an object of a JSON text each name should occur once; what happens otherwise is left to each reader. That is dangerous in signed data: one program shows the first value, another the last, and both report the same valid signature. So a repeated field counts as absent here, and the value fails. The transparency software of S.A.F.E. e.V. refuses repeated fields at the top level and takes the last one inside readings; most other readers silently take the last one everywhere. No meter in regular use is known to write fields twice.

FMT002-title = Hidden characters in a text
# facts: field, found, expected, has, named
FMT002-message = { $has ->
    [none] The field “{ $field }” holds characters that cannot be seen or that reverse the reading direction.
   *[other] The field “{ $field }” holds characters that cannot be seen or that reverse the reading direction: “{ $found }”.
    }
FMT002-bill = What a screen shows of this text may be something else than what was signed. The value does not count as verified.
FMT002-advice = Ask the operator what the text is meant to say, and do not trust its appearance in other programs.
FMT002-about = Control characters and marks that reverse the reading direction can make a text look other than it is. A signed serial number or tariff could thus show different digits from those that are signed. No meter needs such characters, so their presence is treated as a failure. In reports they are written out visibly. Ordinary letters of any language, and line breaks between the fields, are not affected by this rule.

FMT003-title = Separator inside the signed section
# facts: field, found, expected, has, named
FMT003-message = { $has ->
    [none] A text in the signed section holds the character “|”, which separates the sections of the format.
   *[other] The text “{ $found }” in the signed section holds the character “|”, which separates the sections of the format.
    }
FMT003-bill = The signature covers the whole section. The amounts are not affected.
FMT003-advice = Nothing is needed from you. Operators should keep this character out of tariff texts and identifications.
FMT003-about = OCMF separates its parts with a vertical bar and forbids it inside them since version 1.0.1. It occurs all the same, mostly in tariff texts and identifications that a backend passes to the meter. The sections are found here by reading the JSON text properly, so a bar inside a text does no harm. Most other programs cut the record at every bar and cannot read such a value at all.

FMT004-title = Section behind the signature
# facts: field, found, expected, has, named
FMT004-message = { $has ->
    [none] Another section stands behind the signature. The signature does not cover it.
   *[other] Another section stands behind the signature, which does not cover it: “{ $found }”.
    }
FMT004-bill = The section is not signed and changes no amount.
FMT004-advice = If the section is a public key, compare it with the key on the station or in the official register.
FMT004-about = Early versions of OCMF allowed for a fourth section with the public key. It was removed from the specification in 2023, and almost nobody had used it. Some programs still accept it, and QR codes made for them carry the key that way. A key that travels with the value shows that both belong together, and not whose they are.

FMT005-title = Version of the format missing
# facts: field, found, expected, has, named
FMT005-message = The value does not state the version of its format. It was read by the rules of the latest one.
FMT005-bill = The amounts stand in fields that have not changed between versions, so they are not affected.
FMT005-advice = Nothing is needed from you. Operators should ask the maker of the station to have the version stated.
FMT005-about = The version tells a reader which fields to expect and, for old versions, which bytes are signed. The specification lets it be left out. This program then goes by the latest version, under which only the bytes as received count as signed. The transparency software of S.A.F.E. e.V. refuses a value without a version.

FMT006-title = Version of the format unknown
# facts: field, found, expected, has, named
FMT006-message = { $has ->
    [none] The value states a version of its format that is not known. It was read by the rules of the latest known one.
   *[other] The value states version “{ $found }” of its format, which is not known. It was read by the rules of the latest known one.
    }
FMT006-bill = This changes nothing about the check of the signature. A later version may give a field a meaning that is not understood here.
FMT006-advice = Check whether a newer version of this program knows the version.
FMT006-about = The value names a version that no published specification has. It may be newer than this program, or a typing error in the software of the station. Versions are compared part by part, so 1.10 is later than 1.2. Programs set their limits differently: the transparency software of S.A.F.E. e.V. in version 1.4.1 refuses OCMF 1.4, which is a published version and is read here without a remark.

FMT007-title = Version written as a number
# facts: field, found, expected, has, named
FMT007-message = { $has ->
    [none] The version of the format is written as a number and not as a text.
   *[other] The version of the format is written as the number { $found } and not as a text.
    }
FMT007-bill = No effect on the amounts.
FMT007-advice = Nothing is needed from you. The maker of the station should write the version in quotation marks.
FMT007-about = A version is a text of two numbers with a dot between them. Written as a single number, 1.1 and 1.10 are the same, although they are different versions. At least one type of station on the market writes it so. The digits are read as they stand, without converting them into a number.

FMT008-title = Field newer than the stated version
# facts: field, found, expected, has, named
FMT008-message = { $has ->
    [none] The field “{ $field }” did not exist yet in the version that the value states.
   *[other] The field “{ $field }” did not exist yet in the version that the value states; it came with { $expected }.
    }
FMT008-bill = No effect: the field belongs to the signed content and was read.
FMT008-advice = Nothing is needed.
FMT008-about = The format has grown: tariff text, cable loss, firmware of the controller and new register codes were added one version after the other. Some makers adopt a field before they raise the version they state. The field is covered by the signature like any other, so it is read and shown. Readers that keep strictly to the stated version may leave it out.

FMT009-title = Required field missing
# facts: field, found, expected, has, named
FMT009-message = The field “{ $field }”, which the format requires, is missing.
FMT009-bill = What the field would have said is not proven. Amounts are only affected where another finding says so.
FMT009-advice = Nothing is needed from you. Operators should report the gap to the maker of the station.
FMT009-about = The specification says which fields a value must have. This rule names those that are missing and that no other rule speaks of, such as the statement whether a user was assigned. Some widespread stations leave out fields about the user whenever nobody is identified. A field that matters for the amount, such as the register value, its unit or the state of the meter, has a stricter rule of its own.

FMT010-title = Unknown code
# facts: field, found, expected, has, named
FMT010-message = { $has ->
    [none] The field “{ $field }” holds a code that is in no table of the format.
    [both] The field “{ $field }” holds the code “{ $found }”, which is in no table of the format. Known are: { $expected }.
   *[other] The field “{ $field }” holds the code “{ $found }”, which is in no table of the format.
    }
FMT010-bill = What the code was meant to say is not known. It never counts as a good state or as an end of a session.
FMT010-advice = Nothing is needed from you. Operators can ask the maker of the station what the code means.
FMT010-about = State of the meter, reason of a reading, kind of identification and others are written as codes from fixed tables. A code from outside them may be a typing error, an addition of the maker, or from a newer version. It is shown as received, and nothing favourable is read into it. Published data holds, for example, a code with two letters exchanged, and numbers where an older, binary form of the format had them.

FMT011-title = Value of the wrong type
# facts: field, found, expected, has, named
FMT011-message = { $has ->
    [both] The field “{ $field }” holds a value of the wrong type: { $found }. Expected: { $expected ->
        [text] a text
        [number] a number
        [list] a list
        [object] an object
       *[other] { $expected }
        }.
   *[other] The field “{ $field }” holds a value of another type than the format prescribes.
    }
FMT011-bill = The content is read only where it is clear. Otherwise the field counts as absent.
FMT011-advice = Nothing is needed from you. The maker of the station should correct the type.
FMT011-about = The specification gives each field a type: text, number, true or false, list, object. Stations do not always keep to it; a number where a text belongs is the most common case. Where the meaning is beyond doubt the value is taken by its spelling, otherwise it is left out. Register values have a rule of their own, FMT014.

FMT012-title = Text too long
# facts: field, found, expected, has, named
FMT012-message = { $has ->
    [both] The text in the field “{ $field }” has { $found } characters; the format allows { $expected }.
   *[other] The text in the field “{ $field }” is longer than the format allows.
    }
FMT012-bill = No effect on the amounts. The whole text is covered by the signature and is kept.
FMT012-advice = Nothing is needed from you. Operators should shorten tariff texts before they send them to the station.
FMT012-about = The format limits some texts, for example the tariff text to 250 characters. A longer one may be cut off in another program or on a display, and the part that is missing there could be the price. This program keeps the whole text. Only its display may be shortened, and then visibly so.

FMT013-title = Unknown field
# facts: field, found, expected, has, named
FMT013-message = The field “{ $field }” is neither known to the format nor reserved for makers.
FMT013-bill = The field is signed but not understood. It is shown as received and changes no amount.
FMT013-advice = Nothing is needed from you. Operators can ask the maker of the station what the field means.
FMT013-about = The format sets aside names that begin with the letters U to Z for additions by makers; all others belong to the specification. A field outside both may be a typing error for one that should be there, or come from a newer version. It is listed with the signed content, so that nothing that was signed is hidden. Fields in the range for makers are listed without a remark.

FMT014-title = Number written as a text
# facts: field, found, expected, has, named
FMT014-message = { $has ->
    [none] The field “{ $field }” holds its number as a text, in quotation marks.
   *[other] The field “{ $field }” holds its number as a text, in quotation marks: { $found }.
    }
FMT014-bill = The digits are taken exactly as they stand. The amount is not affected.
FMT014-advice = Nothing is needed from you. The maker of the station should write register values as numbers.
FMT014-about = The format wants register values as numbers. Several makers put them in quotation marks, some with blanks or zeros in front. The digits are what was signed, and they are read as decimals without any rounding. Anything that is not a plain decimal number, such as a comma, hexadecimal digits or “NaN”, is not accepted. Some strict readers refuse texts altogether.

FMT015-title = First reading incomplete
# facts: field, found, expected, has, named
FMT015-message = The first reading leaves out the field “{ $field }”, and there is no earlier reading it could be taken from.
FMT015-bill = What the reading counts, or in which state the meter was, is not signed. The amount is not proven.
FMT015-advice = Ask the operator for complete signed values.
FMT015-about = To save space, OCMF lets a reading leave out a field that is the same as in the reading before it in the same record. The first reading has none before it, so it must be complete. Filling the gap with a usual value, such as kilowatt hours or a healthy meter, would mean inventing what was not signed. The rule concerns fields that are needed to use the reading. Fields never pass from one record to the next.

FMT016-title = Signed field not in the form of its format
# facts: field, found, expected, has, named
FMT016-message = { $named ->
    [no] The signed fields stand in another order than the format has: { $found }.
   *[yes] The signed field “{ $field }” is not in the form its format has for it: “{ $found }”{ $has ->
        [both] { " " }(expected: { $expected })
       *[found] { "" }
        }.
    }
FMT016-bill = Readers could understand such a value differently. It does not count as proven, although the signature may hold.
FMT016-advice = Ask the operator for the original record, or for an explanation from the maker of the meter.
FMT016-about = Meters write their fields in a fixed form and order, and all genuine records known keep to it. What falls outside is read by each program in its own way: one refuses it, another takes part of it, a third shows something else than it counts. So such a value fails here even if its signature is valid. A signature then proves only that these characters were signed. Where a more telling rule exists, for example for unreadable register values, that one speaks instead.

FMT017-title = Two statements of one thing differ
# facts: field, found, expected, has, named
FMT017-message = { $has ->
    [both] The field “{ $field }” says { $found }, while the signed place says { $expected }.
   *[other] The field “{ $field }” does not agree with the signed place that says the same.
    }
FMT017-bill = The signed statement counts. The other is not used for the amount.
FMT017-advice = Nothing is needed from you. Operators should find out where the record was changed or put together.
FMT017-about = Some records hold the same thing twice, for example the state of the meter’s log book inside the signed block and again behind the signature. A meter writes both alike. If they differ, a part was altered, or parts of two records were put together. Only what is covered by the signature is used; the other statement is shown and has no effect.
