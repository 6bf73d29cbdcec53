# Rules about keys: which one was used, how it came, and what speaks against it.
# The facts of a rule stand above its message; `has` and `named` say which of the others are not empty.

KEY001-title = No public key
# facts: none
KEY001-message = There is no public key to check the signature with.
KEY001-bill = Nothing is known to be wrong, and nothing is proven. The amounts shown are what the data says.
KEY001-advice = Take the public key from the station, from its meter or from the official register of charging stations, and check again with it.
KEY001-about = A signature can only be checked with the public key of the meter that made it. Here no key came with the data and none was given. The signed content is shown, but it counts as not checked. The key is often printed on the meter or the station, or shown as a QR code; many are listed in the register of charging stations of the Bundesnetzagentur. A key is never borrowed from another value or taken from a built-in list.

KEY002-title = Public key cannot be read
# facts: problem, detail, location
KEY002-message = { $problem ->
    [empty] The place for the public key is empty
    [too-long] The text given as a public key is too long for one
    [not-decodable] The text given as a public key is in no known encoding
    [not-a-key] The text given as a public key can be decoded, but it is not a key
    [unsupported-algorithm] The public key is of a kind that is not supported ({ $detail })
    [explicit-parameters] The public key writes out the numbers of its curve instead of naming it, which is refused
    [private-key] A private key was given where a public key belongs; it was not used
   *[other] No public key can be read from the text given as one
    } ({ $location }).
KEY002-bill = With this text no signature can be checked. Unless another key did it, nothing is proven.
KEY002-advice = Compare the text with the source it was copied from, or take the key from the station or the register. A private key must never be passed on: tell whoever sent it.
KEY002-about = A key can be written in many ways: as hex, Base64 or Base32, as a PEM file, as a bare point or within a certificate. This rule names each text that was meant as a key and is none. In the official register, cells hold truncated keys, the letter O instead of a zero, two keys in one cell, or a note that the key will follow. Such a text is reported and never passed over, because the reader believes that a key was given. Curve parameters written out are refused, since a forger could choose them to suit. A private key in circulation means that anybody can sign as this meter.

KEY003-title = Public key not on its curve
# facts: problem, detail, location
KEY003-message = The public key has the form of one, but its point is not on the curve it belongs to ({ $location }).
KEY003-bill = No meter has such a key. Nothing that came with it can be taken as proven.
KEY003-advice = Take the key anew from the station or the register. If it still fails, ask the operator for an explanation.
KEY003-about = A public key is a point on an elliptic curve, and its two coordinates have to satisfy the equation of the curve. Here they do not. A single digit copied wrongly is enough to cause this, and it is the most frequent cause. Such points can also be made on purpose, to deceive programs that leave out the check. The value fails, even where another key might fit.

KEY004-title = Key came with the data only
# facts: origin
KEY004-message = { $origin ->
    [record] The public key stood in the signed value that it checks.
   *[other] The public key came together with the data that it checks.
    } Whose key it is has not been shown by anything else.
KEY004-bill = A signature that holds with this key shows that the data was not altered since. That the key belongs to the meter of your charging point is not proven.
KEY004-advice = Compare the key with the one on the station or in the official register, or check again with that one.
KEY004-about = Most files bring the public key along, which is convenient and proves little: whoever forges data can forge a key that fits it. A key from the data shows that data and key belong together and that nothing was changed since. To prove the origin, the key must come by another way, from the label of the meter, from the official register or from a list you trust. That is why a value with such a key is at best verified with remarks. Other programs show it in plain green.

KEY005-title = Key in the data is another one
# facts: origin, fingerprint, carried_origin, carried_fingerprint
KEY005-message = { $carried_origin ->
    [record] The signed value itself
   *[other] The file
    } brings another public key than the one { $origin ->
    [user] you gave
    [register] in the register
    [record] in the signed value
   *[other] beside it
    }. Fingerprint in the data: { $carried_fingerprint }; used: { $fingerprint }.
KEY005-bill = Two statements about the origin of the data contradict each other. The amount must not count as proven.
KEY005-advice = Check that you took the key of the right charging point. If you did, ask the operator why the data names another key.
KEY005-about = The data brings a key of its own, and it differs from the key that was obtained by another way, or the record and the file around it name different keys. The keys themselves are compared, not their spelling, so another encoding of the same key is no difference. Mixing up two charging points of a station is the harmless cause, a meter that was exchanged another. An exchanged key is also what a forgery looks like. The two cannot be told apart from the data, so the value fails. The transparency software of S.A.F.E. e.V. compares the spellings of the keys of a pair and refuses even the same key in other letters.

KEY006-title = Given key does not fit
# facts: origin, fingerprint
KEY006-message = No key that was given apart from the data fits the signature; only { $origin ->
    [register] a registered key does
   *[other] the key that came with the data does
    } ({ $fingerprint }).
KEY006-bill = By the key you gave, this value is not from the meter you meant. The amount must not count as proven.
KEY006-advice = Check that the key is that of the right charging point and that it was copied completely. If so, do not accept the bill without an explanation.
KEY006-about = Somebody took the trouble to give a key from a source they trust, and the signature does not hold with it. It holds with the key the data brought along. Accepting that would turn the better key into decoration, so the value fails. Likely causes are the key of the neighbouring charging point, an old key after a meter was exchanged, or an operator's list that is not up to date. The fingerprint in the finding helps to find the key in such a list.

KEY007-title = One key under several meters
# facts: fingerprint, serials, count
KEY007-message = Values of { $count ->
    [one] { $count } meter
   *[other] { $count } different meters
    } are signed with the same key ({ $serials }), although they do not name one common signing component. Key: { $fingerprint }.
KEY007-bill = It is open which meter signed. An amount cannot be assigned to your charging point with certainty.
KEY007-advice = Compare the serial number with the one on the meter at your charging point, and ask the operator about the others.
KEY007-about = Each signing component has a key of its own, and its values name the meter. If one key signs for several meters, a gateway must stand behind them, and then each value has to name this gateway by its serial number. Otherwise either serial numbers were entered wrongly, or one private key was copied into several devices. In the second case each of them can sign in the name of the others. Only values with a valid signature are compared, over all files given together. In the official register, too, there are keys that are listed for several stations.

KEY008-title = Key text is ambiguous
# facts: problem, detail, location
KEY008-message = { $problem ->
    [ambiguous-curve] The public key is a bare point that lies on several curves, and nothing says which one is meant: { $detail }
   *[ambiguous-encoding] The text of the public key yields different keys, depending on the encoding it is read in
    } ({ $location }).
KEY008-bill = No key was chosen by guessing. Unless another key did it, nothing is proven.
KEY008-advice = Take the key in a form that names its curve, for instance as a PEM file, or state its encoding.
KEY008-about = Short forms of keys leave out the name of the curve. Two curves of the same length can both have a point with these coordinates; of the compressed keys with 192 bits about every second one is ambiguous in this way. A text can also be legal in two encodings, as digits and the letters A to F are legal Base64 as well. Where the signature names its algorithm, that decides. Where nothing decides, no candidate is picked: trying out keys until one fits would be guessing.

KEY009-title = Origin of the key not sufficient
# facts: origin, required
KEY009-message = The key { $origin ->
    [record] stood in the signed value itself
    [container] came together with the data
    [user] was given by you
   *[register] is from a register
    }, but this check requires { $required ->
    [container] at least a key beside the signed value
    [user] at least a key given apart from the data
    [register] a key from a register
   *[other] another origin
    }.
KEY009-bill = Even where the signature holds with this key, by your own requirement that is not enough to count as verified.
KEY009-advice = Check again with a key from the required source.
KEY009-about = Whoever runs a check can set the least trustworthy way by which a key may have come. From weak to strong these are: in the signed value, beside it in the same data, given by the user, from a register. Here the key came by a weaker way than required. The signature was checked all the same, and its result is shown. It does not count as verified.

KEY010-title = Key found by trying
# facts: fingerprint, location
KEY010-message = Several keys lay beside the data, and this one was found to fit by trying ({ $location }). Fingerprint: { $fingerprint }.
KEY010-bill = The signature holds with this key. That it was meant for this value is not said anywhere.
KEY010-advice = Compare the fingerprint with the key of your charging point.
KEY010-about = When an archive or a set of files holds several keys and nothing says which belongs to which value, each is tried in turn. That one of them fits is no accident, for a signature does not fit a foreign key by chance. But the assignment was made here and not by the sender. Files whose names belong together, or a key inside the element of the value, avoid the doubt. Keys that you give yourself may be several without this remark.

KEY011-title = Key encoded otherwise than declared
# facts: field, found, expected, has, named
KEY011-message = { $has ->
    [both] The key is declared as “{ $expected }”, but it is written in “{ $found }”.
   *[other] The key is written in another encoding than declared.
    }
KEY011-bill = The key was read beyond doubt, so the amounts are not affected.
KEY011-advice = Tell the operator that the label is wrong; programs that obey it cannot read the key.
KEY011-about = A file can say in which encoding the key is written. If no key comes out that way, the other encodings are tried, and exactly one of them has to yield a key. The deviation is reported, because strict programs stop at this point. The most frequent case is a hex key that is declared as plain text.

KEY012-title = Key in an unusual wrapping
# facts: field, found, expected, has, named
KEY012-message = { $has ->
    [none] The key came in an unusual wrapping, which was taken off.
   *[other] The key came in an unusual wrapping, which was taken off: { $found }.
    }
KEY012-bill = No effect.
KEY012-advice = Nothing is needed.
KEY012-about = Some systems wrap a key before they pass it on: in a JSON text, in an envelope of the charging protocol OCPP, in a certificate. The wrapping is taken off and named. Of a certificate only the key is used; who issued it and whether it has expired is not examined here. So a certificate does not make the origin of the key any more certain.

# Findings about registers. `entry` names charging point, operator and place; `register` and `date` where it stands.

KEY013-title = Key not in the register
# facts: asked, any, key, known
KEY013-message = { $any ->
    [no] The signed value names no charging point and no meter that could be looked up, and the key
   *[yes] { $known ->
        [yes] The key store knows what the data names ({ $asked }), but has no key for it; the key
       *[no] The key store has nothing about what the data names ({ $asked }); the key
        }
    } { $key ->
    [yes] used here is not in it either.
   *[no] could not be taken from there.
    }
KEY013-bill = The register neither confirms nor contradicts the key. It proves what it would prove without the register.
KEY013-advice = Compare the key with the label on the station, or ask the operator to enter it in the register.
KEY013-about = You asked to look keys up in a store of registered keys. Nothing was found there, neither under the names in the data nor under the key itself. Six out of ten charging points stand in the official register without a key, so this alone means nothing bad. An entry may also be newer than the states you imported. Import a current register and try again.

KEY014-title = Register has another key
# facts: identifier, kind, signed, entry, register, date, source, fingerprint, session_date
KEY014-message = For { $kind ->
    [meter] the meter
    [gateway] the signing component
   *[charge-point] the charging point
    } { $identifier }{ $signed ->
    [yes] {""}
   *[no] , which only the file names,
    } { $source ->
    [pin] you pinned
   *[register] { $register } of { $date } has
    } another key than the one used here ({ $entry }). Key used: { $fingerprint }; day of the session: { $session_date }.
KEY014-bill = By the register, this value is not from the meter it claims to be from. The amount must not count as proven.
KEY014-advice = Ask the operator whether the meter was exchanged, and check with a register of the time of the session. Without an explanation do not accept the bill.
KEY014-about = The signature holds with one key, and the register has a different one for the charging point or meter that the data names. Data signed by somebody else's meter, or by no meter at all, looks exactly like this. So does a genuine value if the meter was exchanged and the register is not from the time of the session, or if the operator entered a wrong key. The dates in the finding help to tell these cases apart. If several entries of the same time exist, any of their keys is accepted.

KEY015-title = Tied to the register by an unsigned statement
# facts: entry, register, date, source, way
KEY015-message = { $way ->
    [claimed] The key belongs to { $entry }, but that the value is from there only the file says; the meter did not sign it.
   *[key] The key is registered for { $entry }. The data itself names no charging point or meter that could be compared.
    }
KEY015-bill = The signature is from the station named here. Whether that is the station of your bill, the signed data does not say.
KEY015-advice = Compare charging point, operator and address with your bill.
KEY015-about = Many meters sign a serial number and no charging point. The file around the value then says which charging point it was, and anybody who has the file can change that. The key was found in the register by this statement, or by the key alone. So it is certain whose key it is, and uncertain whether the value belongs to this bill: somebody with a registered station of his own could sign a session there and pass it off as one elsewhere. That is why such a key counts no more than one that came with the data. A list that ties the serial number of the meter to its key removes the doubt.

KEY016-title = Key of another period
# facts: entry, register, date, source, from, to, session_date
KEY016-message = The key is known for { $entry } from { $from } to { $to } only, and the session is of { $session_date }.
KEY016-bill = At the time of the session another key, or none, was registered. That this meter made the value is less than certain.
KEY016-advice = Ask the operator which meter was in use on that day.
KEY016-about = Keys change when meters are exchanged. The store knows this key for the right charging point or meter, but the states of the register around the day of the session do not have it, or its own dates exclude that day. A meter that was taken down can fall into other hands and still sign. A clock that was never set, or an entry that was missing from one state of the register by mistake, are harmless causes.

KEY017-title = Key is registered elsewhere
# facts: identifier, kind, signed, entry, register, date, source, registered
KEY017-message = The key is registered for { $entry }, but { $signed ->
    [yes] the signed value
   *[no] the file
    } names another { $kind ->
    [meter] meter
    [gateway] signing component
   *[charge-point] charging point
    }: { $identifier } instead of { $registered }.
KEY017-bill = By the register, the value comes from another station than it claims. The amount must not count as proven for your charging point.
KEY017-advice = Compare the charging point with your bill, and ask the operator for an explanation.
KEY017-about = The store knows the key, but every entry with it names another charging point or meter than the data does. A session of another station that was given a new label looks like this, and so does a forgery with the key of a station that the forger owns. Copying errors in the register are the harmless cause. EVSE-IDs are compared without regard to their spelling; numbers that mean something only to one operator are not compared.

KEY018-title = Key is registered for a neighbour
# facts: identifier, kind, signed, entry, register, date, source, registered
KEY018-message = The key is registered for { $registered } ({ $entry }), while the data names { $identifier }: { $kind ->
    [meter] another meter
    [gateway] another signing component
   *[charge-point] another charging point
    } of what seems to be the same station.
KEY018-bill = The signature is from this station. Which of its charging points was yours, compare yourself.
KEY018-advice = Compare charging point and serial number with your bill and with the label on the station.
KEY018-about = The entry with this key differs from the data in one point and fits it otherwise: it is for another charging point of the same station, or the serial number of the meter has changed while the charging point is the same. One signing component often serves all points of a station, and operators enter its key only once. A list that is not up to date is another cause. It could also be the session of the car beside yours.

KEY019-title = Registered key is shared
# facts: places, count
KEY019-message = The register has this key in { $count ->
    [one] { $count } place
   *[other] { $count } places
    } that do not belong together: { $places }.
KEY019-bill = At most one of these entries can be right. That it is yours has to be shown in another way.
KEY019-advice = Compare the key with the label on your station, and tell the operator about the double entry.
KEY019-about = Each signing component has a key of its own. In the register the same key stands at several stations, or in a list at several meters that share no signing component. Nearly always a cell was copied. Until that is corrected, the register cannot say which of the places the key belongs to.

KEY020-title = Registered key is ambiguous
# facts: entry, register, date, source, curves
KEY020-message = What the register has as a key for { $entry } is a bare point that lies on several curves, and nothing says which one is meant: { $curves }.
KEY020-bill = No curve was chosen by guessing. This entry proves nothing here.
KEY020-advice = Take the key from the label or from a source that names the curve.
KEY020-about = Many cells of the register hold a short form of the key that leaves out its curve. Nearly half of the keys with 192 bits then fit two curves. When the signed value names its curve, that decides, and this finding does not appear. Here it names none or another one.

KEY021-title = Register entry is no key
# facts: entry, register, date, source, found
KEY021-message = The register has something where the key of { $entry } should be, but it is no key: “{ $found }”.
KEY021-bill = The register says nothing about this key.
KEY021-advice = Take the key from the label on the station, and ask the operator to correct the entry.
KEY021-about = Some cells of the register hold keys that were cut off, typed with wrong letters, or two at once; others hold an identification, a signature, or the note that the key will follow. Such a cell is shown as it stands, so that you can see it. It is never repaired by guessing.

KEY022-title = Register is younger than the session
# facts: entry, register, date, source, session_date
KEY022-message = The key is in the register of { $date }, the oldest state at hand; the session is of { $session_date }.
KEY022-bill = No effect, unless the meter was exchanged in between.
KEY022-advice = Nothing is needed. Keep older registers and import them to be able to judge old sessions.
KEY022-about = The published register shows the present only, and last month's file is no longer offered. Each imported file stays in the key store with its date, so that later on a session is judged by the register of its time. For this session no state from before it was imported. The key was registered later, which is the rule for a bill checked soon after charging.
