# Rules about signatures and their algorithms.
# The facts of a rule stand above its message; `has` and `named` say which of the others are not empty.

SIG001-title = Signature invalid
# facts: reason, algorithm, curve
SIG001-message = { $reason ->
    [mismatch] The signature does not belong to this data and this key: the data, the signature or the key was altered, or they do not belong together
    [malformed] The bytes given as a signature are none of this algorithm: their length or structure is wrong
   *[other] The signature does not hold
    } ({ $algorithm }).
SIG001-bill = Nothing in this value is proven. A bill must not rest on it.
SIG001-advice = Check that the key belongs to your charging point. If it does, ask the operator for the unaltered data, and do not accept the bill without it.
SIG001-about = The signature ties the data to the key of the meter. If a single character of the signed data differs from what the meter signed, it no longer holds. That does not always mean forgery: a wrong key, a file that was edited or converted on its way, and text that was cut off have the same effect. Which of them it was cannot be told from the result. Before a signature is declared invalid, every reading of the signed bytes that the format allows has been tried with every key that came into question. The values are still shown, so that they can be compared, and are marked as not proven.

SIG002-title = Algorithm unknown
# facts: name, named
SIG002-message = { $named ->
    [yes] The signature was not checked, because its algorithm “{ $name }” is not known.
   *[no] The signature was not checked, because the value names no algorithm and its version prescribes none.
    }
SIG002-bill = Nothing is known to be wrong, and nothing is proven.
SIG002-advice = Check whether a newer version of this program knows the algorithm, or ask the operator which program can check the data.
SIG002-about = Beside the signature stands the name of the algorithm it was made with. If the name is not known, there is nothing to check the signature with. That is neither a valid nor an invalid signature. Different spellings of known algorithms are recognised, so the name must be truly unknown, or damaged. Versions of OCMF up to 0.3 have no default either, so the name must be there. Programs that ignore the name and try their usual algorithm report such a value as forged.

SIG003-title = Signature missing or unreadable
# facts: reason, encoding
SIG003-message = { $reason ->
    [missing] There is no signature.
    [not-decodable] The signature cannot be decoded from its text.
    [unknown-encoding] The signature is written in the encoding “{ $encoding }”, which is not known.
   *[other] The signature cannot be read.
    }
SIG003-bill = Without a signature nothing is proven. The amounts shown are a mere claim.
SIG003-advice = Ask the operator for the complete signed data.
SIG003-about = The signature is bytes that are written as text, usually hex or Base64. Here there is no such text, or no bytes come out of it. A record that was cut off at its end is the most frequent cause. Blanks and line breaks inside the signature are tolerated, and its content is never repaired. As nothing could be checked, the value counts as not checked and not as forged.

SIG004-title = Signature packed loosely
# facts: field, found, expected, has, named
SIG004-message = The packing of the signature deviates from DER: { $found ->
    [negative-integer] a number lacks the zero byte in front and so counts as negative
    [leading-zeros] a number has superfluous zero bytes in front
    [long-form-length] a length is written longer than it needs to be
    [trailing-bytes] bytes follow behind the end
   *[other] { $found }
    } ({ $field }).
SIG004-bill = The two numbers of the signature can be read beyond doubt, and they hold. The amounts are not affected.
SIG004-advice = Nothing is needed from you. The maker of the meter should correct the packing; other programs report such values as forged.
SIG004-about = An ECDSA signature is two numbers, packed by the rules of DER, which allow exactly one spelling. Some meters deviate: they leave out the zero byte that marks a number as positive, or write more zeros than needed. The numbers are clear all the same, and only they are checked. Genuine values of meters of the type eBZ LD3 show both deviations in one signature. OpenSSL refuses them, and the transparency software of S.A.F.E. e.V. accepts the first and refuses the second, so a genuine value may look forged elsewhere.

SIG005-title = Signature as bare bytes
# facts: field, found, expected, has, named
SIG005-message = The signature stands as two bare numbers one after the other, where the format requires the DER structure.
SIG005-bill = The numbers can be read beyond doubt, so the amounts are not affected.
SIG005-advice = Nothing is needed from you. Operators should know that other programs cannot read this form.
SIG005-about = The two numbers of an ECDSA signature can be written bare, each at its full length. The format asks for a DER structure around them unless another data type is named. Both forms hold the same numbers. Meters of the type Isabellenhütte IEM-DCR write the bare form. The transparency software of S.A.F.E. e.V. has no way to read it in this format.

SIG006-title = Key and algorithm do not fit
# facts: reason, algorithm, curve
SIG006-message = The signature names the algorithm { $algorithm }, but the key is of the kind { $curve }.
SIG006-bill = The signature cannot be from this key. Nothing in this value is proven.
SIG006-advice = Check that the key belongs to your charging point. If it does, ask the operator which of the two statements is right.
SIG006-about = Each algorithm works with keys of one curve or kind. The value names one and the key is of another, so the key cannot have made the signature. Mostly it is the key of a different meter. The name of the algorithm is not signed, but it is not overruled either: a meter knows its own curve. The transparency software of S.A.F.E. e.V. goes by the name of the algorithm and overlooks that the key says otherwise; the signature then fails without a reason being given.

SIG007-title = Weak curve
# facts: curve, bits
SIG007-message = The key is on the curve { $curve }, whose strength of about { $bits } bits is below what is asked of new signatures today.
SIG007-bill = The signature was checked and judged as usual. Breaking a key of this size is beyond anything a charging bill would be worth.
SIG007-advice = Nothing is needed from you. Operators should plan for meters with a longer key.
SIG007-about = The strength of a curve is about half the length of its numbers. Curves with 192 bits thus offer some 96 bits, while the American institute NIST asks for at least 112. No such key is known to have been broken. The OCMF specification allows these curves, and many meters with them are calibrated and in use. The remark helps to see where an exchange is due in the long run.

SIG008-title = Unusual data type of the signature
# facts: field, found, expected, has, named
SIG008-message = { $has ->
    [none] The data type named for the signature is not the expected one.
    [expected] The data type named for the signature is not the expected one (“{ $expected }”).
    [found] The data type “{ $found }” is named for the signature, which is not the expected one.
   *[both] The data type “{ $found }” is named for the signature; “{ $expected }” was expected.
    }
SIG008-bill = No effect: the signature is read by its content.
SIG008-advice = Nothing is needed from you. The maker of the station should name the right type or none.
SIG008-about = Beside the signature its data type may be named; without it DER is meant. The type named here is not the one that goes with the algorithm. It is not signed, and the signature is recognised from its bytes. Most programs do not look at the type at all, and a few refuse every type except the usual one.

SIG009-title = Algorithm outside the specification
# facts: field, found, expected, has, named
SIG009-message = { $has ->
    [none] The algorithm is not in the list of the specification. It is taken as named.
   *[other] The algorithm “{ $found }” is not in the list of the specification. It is taken as named.
    }
SIG009-bill = A check by this algorithm is no weaker than by those of the list. Another program may come to a different result.
SIG009-advice = If another program reports the value as forged, ask the operator which algorithm the meter really uses.
SIG009-about = OCMF lists seven combinations of ECDSA with a curve, all of them with SHA-256. Records with longer hashes, with secp521r1, with Ed25519, Ed448 or ML-DSA are beyond that list. They are checked here exactly as they are named. The transparency software of S.A.F.E. e.V. always hashes with SHA-256, whatever the name says, and other programs refuse such names. So a difference between two programs does not prove forgery in this case.

SIG010-title = Algorithm assumed or spelt differently
# facts: field, found, expected, has, named, how
SIG010-message = { $how ->
    [default] { $has ->
        [found] The value does not name the algorithm; the default of the format was taken, { $found }.
       *[other] The value does not name the algorithm; the default of the format was taken.
        }
   *[synonym] { $has ->
        [both] The algorithm is named “{ $found }”; it was read as { $expected }.
       *[other] The algorithm is named in another spelling than that of the specification.
        }
    }
SIG010-bill = No effect: with a wrong algorithm the signature would not hold.
SIG010-advice = Nothing is needed.
SIG010-about = The name of the algorithm may be left out; then the specification prescribes a default. Some makers spell it differently, for example with the name of the curve from another standard. Either way it is clear which algorithm is meant. A valid signature confirms it. Programs that compare the name letter by letter refuse such values.

SIG011-title = Text was reformatted after signing
# facts: field, found, expected, has, named
SIG011-message = The signature holds only when white space without meaning is removed from the signed text.
SIG011-bill = The content is what the meter signed. The amounts are not affected.
SIG011-advice = Nothing is needed from you. Operators should pass signed values on without touching them.
SIG011-about = Up to version 1.0 of OCMF the signature was made over the text without optional white space, however it was displayed. Since then exactly the bytes as sent count. In this value only the old reading fits: somebody has indented the text, or the meter did so for display. White space between fields has no meaning in JSON, so each name and each digit is what was signed. This reading is tried for old versions only, and numbers or the order of fields are never touched. In formats of a single line the same is done with line breaks that a mail program put in. Most other programs report such a value as forged.

SIG012-title = Contradicting statements about the signature
# facts: field, found, expected, has, named
SIG012-message = { $has ->
    [both] About the field “{ $field }” the signed section says “{ $expected }” and the signature section “{ $found }”.
   *[other] The signed section and the signature section contradict each other about the signature.
    }
SIG012-bill = The value contradicts itself. It does not count as proven.
SIG012-advice = Ask the operator for the original data of the meter.
SIG012-about = In versions 0.4 and 0.5 of OCMF the algorithm and encoding of the signature stood in the signed section, in all others they stand beside the signature. If both places say something, they have to agree. The second place is not signed and can be altered by anybody. A contradiction means that somebody changed it, or that the software of the station is faulty. In both cases the value is not what the meter produced.

SIG013-title = White space at the edges not signed
# facts: field, found, expected, has, named
SIG013-message = The signature holds for the signed section only without the white space around it.
SIG013-bill = White space at the edges has no meaning. The amounts are not affected.
SIG013-advice = Nothing is needed from you. Operators should send the sections without white space between them.
SIG013-about = The sections of a value stand between separators. If there is white space between separator and text, it is doubtful whether it is part of the section. Here the signature holds for the text alone, from its first brace to its last. The content is the same in both readings. The transparency software of S.A.F.E. e.V. checks the section with the white space and Chargy without it, so such a value passes in the one and fails in the other.

SIG014-title = Number of the signature out of range
# facts: reason, algorithm, curve
SIG014-message = One of the two numbers of the signature is zero or too large for the curve { $curve }.
SIG014-bill = No meter makes such a signature. Nothing in this value is proven.
SIG014-advice = Ask the operator for the original data. If it is the same there, the meter is faulty or the value was made up.
SIG014-about = Both numbers of an ECDSA signature have to lie between one and the order of the curve. A number outside is no result of signing. Some programs once left out this check and accepted two zeros as a valid signature of any data. That is why it has a rule of its own and is told apart from an ordinary mismatch. A signature that was damaged in transmission seldom looks like this.

SIG015-title = Inner signature does not hold
# facts: field, found, expected, has, named
SIG015-message = The signature of the whole record holds, the one the meter made of a single reading in it does not.
SIG015-bill = The values are covered by the outer signature, which holds. The amount rests on that.
SIG015-advice = Tell the operator. A genuine meter makes both signatures.
SIG015-about = Some meters sign a reading first by itself and then the whole record, with that first signature in it, by the same key. In all genuine records that are known both hold. How the inner one is built is known from such records only and nowhere published, so it does not decide: a variant nobody has seen would otherwise make good data fail. Other programs do not check the inner signature at all.

SIG016-title = Sealed, but not signed
# facts: none
SIG016-message = The value came out of a seal and has no signature of its own. A seal is not a signature.
SIG016-bill = Nothing about this value is proven, neither the amount nor who measured it.
SIG016-advice = Ask the operator for the signed data of the meter. If there is none, the value cannot be checked by anybody.
SIG016-about = A sealed value may bear a signature inside, and that one is checked. This one bears none, which is usual for sealed values. The seal cannot take its place: that it opens with a public key does not show that the content is what a meter made. The value is shown as the data states it.

SIG017-title = Way of signing never shown
# facts: none
SIG017-message = How values of this kind are signed has never been shown by a genuine one. The signature was not checked.
SIG017-bill = Nothing about this value is proven. That does not mean that it is wrong.
SIG017-advice = Ask the operator for the data in another format, or for software of the manufacturer that checks it.
SIG017-about = To check a signature one has to know exactly which bytes were signed. For some kinds of data this is only known from the source code of another program, or assumed to be as in a later version, and no genuine value was ever published that would show it. A check by such hearsay could call genuine data forged and forged data genuine. So the values are shown as they are stated and nothing is claimed about them.
