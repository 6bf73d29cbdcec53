# Rules about containers: what surrounds the signed values, and what it claims.
# The facts of a rule stand above its message; `has` and `named` say which of the others are not empty.

CON001-title = Elements in an unknown XML namespace
# facts: field, found, expected, has, named
CON001-message = { $named ->
    [yes] The element “{ $field }” is in the XML namespace “{ $found }”, which this kind of file does not know.
   *[no] Further elements are in XML namespaces that this kind of file does not know ({ $found }).
    }
CON001-bill = The namespace belongs to the wrapping and not to what the meter signed. The amounts are not affected.
CON001-advice = If the file came from your operator in this form, tell them that other programs may refuse it.
CON001-about = A transparency XML file may name the namespace of its elements or none at all. This rule notices elements of a namespace that is neither empty nor one of the known ones. They are read by their names all the same, because a namespace cannot change what was signed. The usual cause is a system that wraps the values in a structure of its own. The transparency software of S.A.F.E. e.V. reads files without a namespace only, while Chargy looks at the names alone, so such a file passes in one program and fails in another.

CON002-title = Unknown or misplaced part of the file
# facts: field, found, expected, has, named
CON002-message = { $named ->
    [yes] { $has ->
        [found] “{ $field }” with the value “{ $found }” is unknown, misspelt or in the wrong place. It was ignored.
       *[none] “{ $field }” is unknown, misspelt or in the wrong place. It was ignored.
        }
   *[no] Further parts of the file are unknown, misspelt or in the wrong place ({ $found }). They were ignored.
    }
CON002-bill = The part is not signed, so no amount rests on it. It may have been meant to say which values belong together.
CON002-advice = Nothing is needed from you. Operators should compare their export with the description of the file format.
CON002-about = The file around the signed values has a fixed set of elements and attributes. This rule names everything else, because an ignored label is a label somebody relied on. Files in circulation spell the transaction number with a small L instead of a capital I, or give the labels to the root element instead of to each value. Sessions are put together from what the meter signed, so a lost label changes no result here. Programs that pair values by their labels do not find the pair in such a file.

CON003-title = Stray text between the signed values
# facts: field, found, expected, has, named
CON003-message = { $has ->
    [found] There is text that belongs to no signed value: “{ $found }”.
   *[none] There is text that belongs to no signed value.
    }
CON003-bill = The signed values found beside it are not affected. If the text is what remains of a damaged value, a part of the session may be missing.
CON003-advice = Check whether the file was cut or edited on its way, for instance by a mail program, and ask for it again if the session is incomplete.
CON003-about = Between signed values there should be nothing but white space. Anything else is shown, because it may be the remains of a value that was damaged in copying. Harmless causes are greetings and signatures in a mail from which the data was copied, or column headings of a table. The rule only reports; it never guesses a value out of fragments. A value that begins properly and breaks off is not stray text but an error of its own.

CON004-title = Format label differs from the data
# facts: field, found, expected, has, named
CON004-message = { $has ->
    [both] The file calls the format “{ $found }”, but the data is in the format “{ $expected }”. The data was believed.
   *[other] The file calls the format “{ $found }”, but the data is in another one. The data was believed.
    }
CON004-bill = The label is not signed. The amounts come from the signed data and are not affected.
CON004-advice = Tell the operator that the label is wrong; other programs refuse such a file.
CON004-about = A container may name the format of the signed data in it. Here the name and the mark that the data itself bears do not agree. The data decides, because it is signed and the label is not. Wrong labels come from exports that give every value the same label, whatever meter it comes from. The transparency software of S.A.F.E. e.V. follows the label in its window and ignores it on its command line, and so gives two answers for one file.

CON005-title = Format recognised without a label
# facts: field, found, expected, has, named
CON005-message = { $has ->
    [none] The file does not name the format of the signed data; it was recognised from the data.
   *[other] The file does not name the format of the signed data; it was recognised as “{ $found }”.
    }
CON005-bill = No effect.
CON005-advice = Nothing is needed. Operators can add the label, since some programs insist on it.
CON005-about = Many files carry signed data without naming its format. The formats bear marks of their own, so the data can be recognised safely: a record that two formats could claim is reported as an error and not guessed. Chargy refuses a value without a label. The transparency software of S.A.F.E. e.V. tries one format after another on its command line.

CON006-title = Encoding label differs from the data
# facts: field, found, expected, has, named
CON006-message = { $has ->
    [both] “{ $field }” names the encoding “{ $found }”, but the content is in “{ $expected }”. The content was believed.
   *[other] “{ $field }” names the encoding “{ $found }”, which is unknown or does not fit the content.
    }
CON006-bill = The label is not signed, and a signature is checked on the content itself. The amounts are not affected.
CON006-advice = Tell the operator that the label is wrong; programs that obey it cannot read the file.
CON006-about = A container may say how data and keys are written: as plain text, hex, Base64 or Base32. Here that statement is unknown or does not fit. The data is read in the encoding it is really in, and the deviation is reported. In practice “plain” is written above keys that are hex, and “base64” above text that was never encoded. The transparency software of S.A.F.E. e.V. takes no notice of the label for signed data and Chargy obeys it, so a file with a wrong label passes in the one and fails in the other.

CON007-title = Unusual or missing transaction number
# facts: field, found, expected, has, named
CON007-message = { $has ->
    [none] The file holds several values, and this one has no transaction number.
   *[other] The transaction number “{ $found }” is not a whole number.
    }
CON007-bill = The number is not signed. Which values make up a session is decided by what the meter signed.
CON007-advice = Nothing is needed from you. Operators should number the values of a session alike, with digits only.
CON007-about = Transparency XML files give each value a whole number that says which session it belongs to. Here the number is a text, or it is missing although the file holds several values. It is shown as received, and compared like any other text. Session numbers of backends that contain letters or hyphens are the usual cause. The transparency software of S.A.F.E. e.V. ends with an error on a number that is none, and never pairs values that have no number.

CON008-title = Labels join complete sessions into one
# facts: transaction_id, numbered, count
CON008-message = { $numbered ->
    [yes] The file lists values as begin and end of one session under the transaction number “{ $transaction_id }”.
   *[no] The file lists values without a transaction number as begin and end of one session.
    } { $count ->
    [one] But one of them is a complete session of its own by what the meter signed.
   *[other] But { $count } of them are complete sessions of their own by what the meter signed.
    }
CON008-bill = What can be proven is the energy of each signed session alone. The difference between the first begin and the last end would also count energy that other customers drew in between.
CON008-advice = Compare the bill with the sessions listed one by one. If it charges more than one of them, ask the operator which session is yours.
CON008-about = Some meters sign a whole session, begin and end, in one record. If a file labels two such records as begin and end of a single session, a program that believes the labels subtracts the first reading of one session from the last reading of another. A published example holds two sessions of 266 Wh and 268 Wh; read by its labels it shows 1,068 Wh, because a further session lies between them. The labels are not signed and the reasons of the readings are, so each session is judged by itself here. The same record given in both places is not reported: that is a habit of stations that sign a session as a whole.

CON009-title = Label contradicts the signed role
# facts: declared, found
CON009-message = { $declared ->
    [begin] The file calls this value the begin of a session, but the value itself holds an end and no begin.
   *[end] The file calls this value the end of a session, but the value itself holds a begin and no end.
    }
CON009-bill = Begin and end were exchanged or belong to different sessions. The value must not be used for a bill in this role.
CON009-advice = Ask the operator for the complete values of your session, begin and end.
CON009-about = A container may call a value the begin or the end of a session. The meter states the same with each reading, and its statement is signed. This rule fails when a value that is called a begin holds only an end, or the other way round. Values that hold both contradict no label. Mistakes in an export are the likely cause, but exchanged values are also a simple way to make a bill look proven. The transparency software of S.A.F.E. e.V. refuses such a pair, too.

CON010-title = Signed value contained more than once
# facts: first
CON010-message = The same content was signed in value { $first } already. It was counted once.
CON010-bill = No effect, since a copy is never counted again.
CON010-advice = Nothing is needed.
CON010-about = Systems often send the same signed value several times, or list it both as begin and as end of its session. Where the signed bytes are equal to the last one, the copy proves nothing beyond the original, however the signature or the text around it is spelt. It stays in the list, and its energy counts once. Two different values with the same number are another matter, which PAG004 looks at.

CON011-title = Encoding around the signed value removed
# facts: field, found, expected, has, named
CON011-message = { $has ->
    [none] An encoding around the value was taken off.
   *[other] An encoding around the value was taken off: { $found }.
    }
CON011-bill = No effect: the signature belongs to the bytes inside.
CON011-advice = Nothing is needed.
CON011-about = Signed values travel through many systems, and each may wrap them: as hex, as Base64, as a string in a JSON text, with the entities of HTML. These layers are taken off one by one, and each is named, so that the reader can tell what was received from what was signed. Nothing inside is altered. The number of layers is limited.

CON012-title = Statements of the sender about the station
# facts: field, found, expected, has, named
CON012-message = { $has ->
    [none] The sender states things about the station that no signature covers.
   *[other] The sender states about the station, without a signature: { $found }
    }
CON012-bill = Nothing of this is proven. Address, operator and name of the station could be anything.
CON012-advice = Compare with what you know about the place where you charged.
CON012-about = Files made for Chargy can hold a description of the station: its name, its place, its connectors. That helps readers, and it is covered by no signature. So it is shown as the statement of the sender and never mixed with what the meter signed. What the meter itself signs about the charging point stands with the signed values.

CON013-title = Line ends restored for the check
# facts: field, found, expected, has, named
CON013-message = The signature holds only when the line ends are put back to the form CR LF, which reading XML turns into LF.
CON013-bill = The content is what the meter signed; only the invisible line ends differ. The amounts are not affected.
CON013-advice = Nothing is needed from you. Operators should send signed values without line breaks inside, or encoded as Base64.
CON013-about = Every XML reader has to turn the line end CR LF into LF. If the signed text itself holds line breaks, the signed bytes change in that moment and the signature no longer holds. This check tries the original line ends before it declares a signature invalid, and says so when they made the difference. No other character is changed. Programs that do not try this report the value as altered.

CON014-title = One reading presented as begin and end
# facts: transaction_id, numbered, begin, end
CON014-message = { $numbered ->
    [yes] Under the transaction number “{ $transaction_id }” one identical value is given as the begin (value { $begin }) and as the end (value { $end }), although it does not hold both.
   *[no] One identical value is given as the begin (value { $begin }) and as the end (value { $end }) of a session, although it does not hold both.
    }
CON014-bill = One reading of the meter proves no consumption. A bill that rests on it is not proven.
CON014-advice = Ask the operator for the second signed value of your session.
CON014-about = The energy of a session is the difference between two readings. Here the file offers one reading in both roles. It may be a mistake in the export, which wrote the same value twice; it may be an attempt to make a session look complete. A record that holds begin and end may stand in both places, and is not reported. The rule compares bytes, so two different readings with the same amount do not set it off.

CON015-title = Role beside the signature differs from the signed one
# facts: field, found, expected, has, named
CON015-message = Beside the signed data the record is called { $found ->
    [begin] a begin
    [end] an end
   *[between] a reading in between
    }, but the device signed { $expected ->
    [begin] a begin
    [end] an end
   *[between] a reading in between
    }. The signed role was used.
CON015-bill = The amounts rest on the signed roles and are not affected.
CON015-advice = Ask the operator why the record was altered outside the signed data.
CON015-about = Some records name their role twice: once inside the signed bytes, as the command that led to the reading, and once in front of them, where anybody can write. The two agree in everything a device produces. If they differ, the outer letter was changed on the way, by mistake or on purpose. Programs that go by the outer letter would take a begin for an end. Here only the signed role decides what is subtracted from what.

CON016-title = Begin and end named by the container only
# facts: none
CON016-message = The meter signed both readings, but not which of them is the begin and which the end. That comes from the unsigned container.
CON016-bill = As far as both signatures hold, the difference of the two readings is proven. That they belong to one charging session is the operator’s word.
CON016-advice = Compare the times of both readings with your own, and the customer identification if one is shown.
CON016-about = Some meters sign single readings: the value, the time, the customer and a count of their readings, but no role. The file says beside them which reading begins a session and which ends it, and the readings are put together by that word. The meter’s count shows the order, and a gap in it shows that other readings lie in between; both have rules of their own. Two readings of different sessions would still give a genuine difference, which is why this is told. Formats that sign the role do not depend on the container.

CON017-title = File in the archive without signed data
# facts: field, found, expected, has, named
CON017-message = In the archive there is a file that nothing was read from: { $named ->
    [yes] “{ $field }”
   *[no] no name given
    }.
CON017-bill = The signed values in the other files are not affected. If a value was meant to be in this file, it is missing here.
CON017-advice = Look at what the file is. Notes, pictures and invoices are harmless.
CON017-about = Archives often hold more than signed values: an invoice as PDF, a picture, a note, the leavings of an operating system. Each file is opened by what it contains, whatever its name. One that holds neither a signed value nor a key nor a further archive is named here and not passed over in silence. Links are named as well, since they point to something that lies elsewhere. A file that is damaged or encrypted is an error of its own.

CON018-title = Shown data contradicts the signed data
# facts: field, found, expected, has, named
CON018-message = { $has ->
    [both] Beside the signed data, the field “{ $field }” says { $found }. The meter signed { $expected }.
    [found] Beside the signed data, the field “{ $field }” says { $found }. The meter signed nothing of the kind.
   *[other] Beside the signed data, the field “{ $field }” does not say what the meter signed.
    }
CON018-bill = The file shows something the meter did not sign. Do not rely on it.
CON018-advice = Ask the operator for the original file, and compare the bill with the signed values only.
CON018-about = Some files tell the same fact twice: in the list of values that the meter signed, and once more beside it, where people and programs read it first. Only the list is covered by the signature. Whoever changes the copy changes what is seen, and every signature still holds. So each copy is compared with the signed value: amount, unit, time, meter number, reading number, customer and charging point. If one of them says something else, the file was altered or put together wrongly, and it is not accepted although its signatures are valid.

CON020-title = File name that deceives
# facts: field, found, expected, has, named
CON020-message = { $named ->
    [yes] A file in the archive has the name “{ $field }”, which leads out of the archive or holds hidden characters.
   *[no] Further files in the archive have names that lead out of it or hold hidden characters.
    }
CON020-bill = Names are not signed, and nothing is written under them here. The amounts are not affected.
CON020-advice = Do not unpack the archive with other programs before you know where it comes from.
CON020-about = The name of a file in an archive or PDF is only a label. This rule notices names that begin at the root of a disk, climb up with “..”, hold backslashes, control characters, or characters that reverse the reading direction. A careless program would write such a file to a place of the sender's choice, and a reader would take “fdp.exe” for “exe.pdf”. Here names serve to show where a value was found and to find the key that belongs to a file; no file is ever written. Archives made on Windows by old programs hold backslashes without any ill intent.

CON021-title = Data behind the end of the archive
# facts: field, found, expected, has, named
CON021-message = { $has ->
    [none] Behind the end of an archive there is more data. It was not read.
   *[other] Behind the end of the archive there are { $found } bytes more. They were not read.
    }
CON021-bill = The values found are not affected. If something was meant to stand there, it is missing here.
CON021-advice = Ask for the archive again if a value is missing.
CON021-about = A compressed file or an archive has an end. What stands behind it is ignored by some programs and read by others, so two people may see different contents in one file. Padding with zeros is common on tapes and is not reported. Files that were damaged in transfer, or sent through a system that adds a line, have such a tail as well.

CON022-title = Private key among the data
# facts: field, found, expected, has, named
CON022-message = Among the data there is a private key{ $named ->
    [yes] {""} (“{ $field }”)
   *[no] {""}
    }. It was not used.
CON022-bill = If it is the key of the meter, anybody who has this file can sign any amount. A signature with that key proves nothing any more.
CON022-advice = Tell the sender at once. The key must be replaced, and nobody should pass the file on.
CON022-about = A meter signs with a private key that never leaves it. Only the public key is needed to check a signature, and only that may be handed out. This rule reports a private key in the files, whatever it belongs to. It is not used for anything here, not even to derive its public key. Test data sometimes comes with the private key it was signed with; such data proves nothing about a real station.

CON023-title = Letters of the QR code assumed
# facts: field, found, expected, has, named
CON023-message = The QR code does not say how its letters are encoded and is not UTF-8. It was read as ISO 8859-1.
CON023-bill = No effect on the amounts: if the assumption were wrong, the signature would not hold.
CON023-advice = Nothing is needed from you. Operators should write UTF-8 into QR codes.
CON023-about = A QR code may hold bytes without saying which letters they stand for. Nearly all writers use UTF-8, and bytes that are valid UTF-8 are read so. The standard itself assumes ISO 8859-1, an older set with the letters of Western Europe, and that is the second choice here. A signature covers bytes, so a wrong choice cannot make a false value valid.

CON024-title = Damaged PDF made good
# facts: field, found, expected, has, named
CON024-message = The table of contents of the PDF is broken. Its parts were looked for in the bytes of the file.
CON024-bill = The values found are checked like any others. Whether these are all is less certain than with an intact file.
CON024-advice = Ask for the PDF again, or for the signed data itself, if a value is missing.
CON024-about = A PDF has a table that says where each of its parts begins. Here it does not fit, so every part was looked for instead. Usual causes are a transfer that changed line ends, and files that were cut and joined by simple programs. Most viewers repair such files without a word. The search may also find a part that a later change of the document had removed.

CON025-title = Opened seal is not a signature
# facts: field, found, expected, has, named
CON025-message = The value was under a seal. The seal opens with this key: { $found }. That proves nothing.
CON025-bill = What counts is a signature of the value itself. If it has one, it is checked as always; if it has none, nothing is proven.
CON025-advice = Ask the operator for the signed data of the meter.
CON025-about = Some stations seal their values instead of signing them: they encrypt with a private key, and everybody who has the public key can open the seal. That it opens is said to show who made it. It does not: the keys for most of the content lie open in the same data, and in the newer version only the first 256 bytes depend on the private key at all. So a seal is opened in order to see what is inside, and is never taken for a signature. The transparency software of S.A.F.E. e.V. shows such values as verified.

CON026-title = White space in sealed data
# facts: field, found, expected, has, named
CON026-message = Between the digits of the sealed data there is white space. It was left out.
CON026-bill = Nothing depends on it.
CON026-advice = Nothing is needed from you.
CON026-about = Sealed data stands in a file as hexadecimal digits in one piece. Here they are torn apart by blanks or line breaks, mostly by a program that lays out text. The digits mean the same without them. The transparency software of S.A.F.E. e.V. does not open such data.

CON030-title = Records of several sessions under one number
# facts: session, numbered, count, numbers
CON030-message = { $numbered ->
    [yes] Under the number { $session } stand
   *[no] Under one claimed session stand
    } signed values of { $count } charging sessions ({ $numbers }).
CON030-bill = What was measured in another session would be billed here. Signatures speak for each session by itself; which of them this bill is about they do not say.
CON030-advice = Ask the operator which of the charging sessions is yours, and have only that one billed.
CON030-about = A message log or a charge detail record puts signed values under the number of a session. Whether they belong to one session is decided by what was signed: key, meter and the order of the records. Here they belong to several. Typical causes are a station that sends the last record of its meter again because the new one is not ready, and a mix-up in the back office. A session that was cut in parts by a power failure is reported by CON032 instead.

CON031-title = Signed session under several numbers
# facts: session, numbered, other, count
CON031-message = { $numbered ->
    [yes] The signed values of session { $session }
   *[no] The signed values of this session
    } stand under { $count } claimed sessions; the first is claim { $other }.
CON031-bill = Energy that was measured once may be billed once. Here it would be billed several times, or to somebody else.
CON031-advice = Show the operator both numbers and ask for one of them to be taken back.
CON031-about = The rule compares what was signed under each claimed session, over all files given together. The same session told twice under the same number counts once, a log and a charge detail record tell of the same session as a matter of course, and a record that credits another one takes it back. What remains is energy that somebody counts more than once, or a session whose begin stands under one number and whose end under another.

CON032-title = Session cut in parts
# facts: session, numbered, count, has, energy
CON032-message = { $numbered ->
    [yes] Session { $session }
   *[no] The session
    } was cut by a failure in { $count } parts that are signed each for itself{ $has ->
    [found] , together { $energy }.
   *[none] .
    }
CON032-bill = The parts together may be billed. What the meter counted between them is not part of any.
CON032-advice = Compare the parts with the bill: their sum is the most that may be billed.
CON032-about = After a power failure or an abort some stations close the signed session and open a new one, while the back end goes on with one number. The rule applies only where all parts but the last say, signed, that they were aborted or ended by a power failure, and where all of them name the same meter, key and user. What the log says of a restart plays no role, as nobody signed it.

CON033-title = Messages of the session missing
# facts: session, numbered, kind, from, to, count
CON033-message = { $kind ->
    [silence] No message came from { $from } to { $to }
   *[numbers] { $count ->
        [one] One numbered message did not come
       *[other] { $count } numbered messages did not come
    }
    }{ $numbered ->
    [yes] { " " }(session { $session }).
   *[no] .
    }
CON033-bill = Where begin and end are signed they prove the energy without what lies between. How the session went on in between is not known.
CON033-advice = Nothing is needed for a price by energy. If your tariff changed during the session, ask for the signed reading at the change.
CON033-about = A station without connection keeps its messages for a while and drops the older ones. The rule compares the times of the samples with the interval that the station is set to, or else with the usual distance between them, and counts the numbers of events where there are any. Only unsigned messages are told of here; gaps between signed records are reported by PAG001.

CON034-title = Station restarted during the session
# facts: session, numbered, has, reason
CON034-message = The station restarted { $numbered ->
    [yes] during session { $session }{ $has ->
        [found] { " " }({ $reason }).
       *[none] .
    }
   *[no] during the session{ $has ->
        [found] { " " }({ $reason }).
       *[none] .
    }
    }
CON034-bill = A restart alters no signed reading. The amount can be proven if the signed end is there; if it is missing, nothing is proven.
CON034-advice = If the end is missing, ask the operator to fetch the record from the meter: meters keep their records for years.
CON034-about = Stations are restarted from a distance, by a power failure or by an error. In a soft reset sessions are ended in the ordinary way first, in a hard one the end may come after the restart or never. The log says so by the reason of the end or by a start notification while the session was open; both are unsigned and only explain what is seen.

CON035-title = Station set up without signed values
# facts: session, numbered, name, has, value
CON035-message = The station's setting { $name } is { $has ->
    [found] "{ $value }": so it sends no signed values.
   *[none] empty: so it sends no signed values.
    }
CON035-bill = The setting explains why signed values are missing. It does not make the session any more provable.
CON035-advice = Ask the operator to switch signed values on. For this session he may still fetch the record from the meter.
CON035-about = Stations sign in their meter and send the result only if they are set to. In OCPP 1.6 the end of a session carries values only if StopTxnSampledData or StopTxnAlignedData name any, and some stations then leave out the signed ones, too. The rule reads settings that the log itself shows. It is made only for sessions that came without a signed value.

CON036-title = Record that credits another one
# facts: session, numbered, has, of
CON036-message = This charge detail record takes back { $has ->
    [found] the record { $of }.
   *[none] another one, whose number it does not name.
    }
CON036-bill = Its amounts repeat those of the record it takes back. Both together bill nothing.
CON036-advice = Check that the credit has reached your bill, and that nothing is billed under the old number any more.
CON036-about = In OCPI a bill is corrected by a record that repeats everything and carries a negative sum of money, and by a new record if something is to be billed after all. The same signed values therefore come up to three times on purpose. The rule names the credit so that nobody takes it for a second session.

CON037-title = Session without signed values
# facts: session, numbered, has, energy
CON037-message = { $numbered ->
    [yes] Session { $session }
   *[no] A session
    } came without signed values: it cannot be proven.{ $has ->
    [found] { " " }{ $energy } are claimed for it.
   *[none] { "" }
    }
CON037-bill = A bill for this session rests on numbers that nobody signed.
CON037-advice = Ask the operator for the signed readings of this session. He must be able to give them if he bills by energy.
CON037-about = A log or a charge detail record tells of a session, and no signed value came with it. Stations with the core profile of OCPP alone send none, some are set up wrongly, and some values are lost on the way. The states they report are shown as claims. Whatever else is in order, the result for the input is "not checked", so that such a session never passes for verified.

CON040-title = Report of this program, set aside
# facts: field, found, expected, has, named
CON040-message = { $found ->
    [list] “{ $field }” is the list of an evidence bundle. It was compared with the files; nothing it says is believed.
    [pdf] “{ $field }” is a report of this program as PDF. It is not believed; the data was judged anew.
    [json] “{ $field }” is a report of this program. It is not believed; the data was judged anew.
   *[other] More reports of this program were set aside: { $found }.
    }
CON040-bill = For the bill only the result of this check counts, not what the old report says.
CON040-advice = Nothing to do. Where the old report and this one differ, this one counts.
CON040-about = An evidence bundle holds, beside the data, the report that was made of it. A report is not signed: anybody can write or change one. So it is recognised by its content, named and set aside, and all data is judged anew. What looks like a report and holds a signed value is no report and is read like any other file. Files attached to a PDF are always read.

CON041-title = File in the evidence bundle altered
# facts: field, found, expected, has, named
CON041-message = { $named ->
    [yes] “{ $field }” is no longer the file that was put into the evidence bundle: its hash is not the one in the list.
   *[no] More files of the evidence bundle have other hashes than in the list.
    }
CON041-bill = What the signatures prove still holds: it was checked with the file as it is now. Everything unsigned in it may have been changed.
CON041-advice = Ask whoever made the evidence bundle for it once more, and compare the two.
CON041-about = The list of an evidence bundle gives the SHA-256 of every file. Where it does not fit, the file or the list was changed since the bundle was made. The list itself is not signed; whoever changes a file can change the list too. So a hash that fits proves nothing, and one that does not is a hint. The measured values are decided by the signatures.

CON042-title = File missing from the evidence bundle
# facts: field, found, expected, has, named
CON042-message = { $named ->
    [yes] The list of the evidence bundle names “{ $field }”, and this file is not in it.
   *[no] More files that the list of the evidence bundle names are not in it.
    }
CON042-bill = The values that are there are not affected. But the first report rested on the missing file as well.
CON042-advice = Ask for the complete evidence bundle.
CON042-about = The list of an evidence bundle names all files its report was made of. One that is missing may have held what speaks against the rest. Whether the list itself was shortened cannot be seen, for it is not signed.

CON043-title = File in the evidence bundle that is not on its list
# facts: field, found, expected, has, named
CON043-message = { $named ->
    [yes] “{ $field }” lies in the evidence bundle and is not on its list.
   *[no] More files in the evidence bundle are not on its list.
    }
CON043-bill = The file was checked like any other. The first report knew nothing of it.
CON043-advice = Ask who added the file, and why.
CON043-about = What was put into an evidence bundle after the first report is no part of what that report is about. The file is opened and judged all the same: a list that nobody signed must not hide anything.

CON044-title = List of the evidence bundle unreadable
# facts: field, found, expected, has, named
CON044-message = { $named ->
    [yes] “{ $field }” begins like the list of an evidence bundle and is none that can be read.
   *[no] More lists of evidence bundles cannot be read.
    }
CON044-bill = All files were checked as in any archive. Whether this is still the bundle that was made was not compared.
CON044-advice = Ask for the evidence bundle once more.
CON044-about = A list counts only if every line of it can be read, no name stands twice, no signed value is in it, and it is the only one in the archive. Otherwise the archive is treated like any other, and nothing in it is set aside because a list names it.
