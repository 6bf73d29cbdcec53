### Texts of the report itself. Texts about rules stand in the files of their families.

## Verdicts

verdict-verified = VERIFIED
verdict-verified-with-warnings = VERIFIED, WITH REMARKS
verdict-not-checked = NOT CHECKED
verdict-failed = FAILED
short-verified = verified
short-verified-with-warnings = with remarks
short-not-checked = NOT CHECKED
short-failed = FAILED
short-key = key
short-signature = signature
count-verified = { $count } verified
count-verified-with-warnings = { $count } verified with remarks
count-not-checked = { $count } not checked
count-failed = { $count } failed
count-keys = { $count ->
    [one] { $count } key
   *[other] { $count } keys
}
count-signatures = { $count ->
    [one] { $count } signature
   *[other] { $count } signatures
}

## The first sentence

energy-proven = { $energy } are proven.
energy-proven-but = { $energy } are proven for the charging session itself, but another part of this input is not in order.
caveat-gap = Records between begin and end are missing: whether it was a single session is not shown.
caveat-carried = Compare the key with the label on the station: it only came with the data.
caveat-registered = Compare the charging point of the key with your bill: only an unsigned statement ties them.
energy-stated = { $energy } are stated, not proven.
energy-none = No amount of energy is proven.
sessions-proven = { $count ->
    [one] { $proven } of { $count } charging session is proven.
   *[other] { $proven } of { $count } charging sessions are proven.
}
nothing-found = No signed meter values were found, so nothing is proven.
only-claims = { $count ->
    [one] No signed values: this session cannot be proven.
   *[other] No signed values: none of the { $count } sessions that are told of can be proven.
}
no-session = { $count ->
    [one] One signed meter value and no charging session were found. No energy is proven.
   *[other] { $count } signed meter values and no charging session were found. No energy is proven.
}
session-elsewhere = { $count ->
    [one] The signed meter values belong to charging session { $session }, which is listed under input { $input }.
   *[other] The signed meter values belong to { $count } charging sessions of other inputs, the first is { $session } under input { $input }.
}
inputs-overall = { $counts } out of { $count } inputs; the worst one decides.
cause-invalid = A signature does not hold.
cause-rule = { $code }: { $title }.
cause-incomplete = Something could not be checked, see below.
cause-no-key = There is no public key to check the signature with.
cause-key-unreadable = The public key cannot be read.
cause-key-ambiguous = It is not clear which public key is meant.
cause-algorithm-unknown = The kind of signature is not known.
cause-signature-unreadable = The signature is missing or cannot be read.
cause-record-unreadable = The signed data cannot be read.
cause-format-unknown = The data format is not known.
cause-seal-is-not-a-signature = The data was only sealed. A seal is not a signature.
cause-recipe-unproven = How such data is signed was never shown by a genuine record.
cause-other = The signature could not be checked.

## Marks

proven = proven
stated-not-proven = stated, not proven
session-not-proven = Nothing in this session is proven: its signatures are invalid or were not checked.
no-value = no value
mark-fail = FAIL
mark-warn = REMARK
mark-info = NOTE
severity-fail = FAIL: the record or charging session does not count as verified
severity-warn = REMARK: the verdict stands, but this should be looked at
severity-info = NOTE: good to know, without effect on the verdict

## Headings

input-title = Input { $number }: { $name }
input-is-key = A key and no data: it has no verdict of its own and was offered to check the other inputs.
input-is-signature = The signature of another input: it has no verdict of its own and was checked together with that one.
session-title = Charging session { $number }
heading-sessions = { $count } charging sessions
heading-loose = Signed meter values outside any charging session
heading-claims = Told, not signed
heading-findings = Findings
heading-errors = Could not be read
heading-summary = Summary
heading-about-report = About this report
heading-about = What it looks at
heading-bill = What it means for the bill
heading-advice = What you can do
heading-formats = Formats of signed meter values
heading-carriers = Containers they come in

## Columns

column-number = No.
column-verdict = Verdict
column-energy = Energy
column-proof = Proof
column-begin = Begin
column-duration = Duration
column-result = Result
column-input = Input
column-belongs = Session
column-told-session = Number told

## Labels, at most 15 characters

label-energy = Energy
label-begin = Begin
label-end = End
label-duration = Duration
label-time-quality = Times
label-register = Register
label-loss = Cable loss
label-meter = Meter
label-gateway = Signing unit
label-session = Session no.
label-counted = Counted time
label-charge-point = Charge point
label-user = User
label-tariff = Tariff text
label-prices = Prices in it
label-records = Records
label-belongs = Belongs to
label-station = Station
label-hours = Time billed
label-cost = Cost
label-credit = Credit
label-course = Course
label-signature = Signature
label-key = Key
label-fingerprint = Fingerprint
label-key-bytes = Key as hex
label-curve = Curve
label-note = Note
label-input = Input
label-rules = Rules
label-required = Required key
label-program = Program
label-severity = Weight
label-scope = Looks at
label-fail = Failing
label-warn = Remarks
label-info = Notes
label-meters = Meters
label-unproven = No evidence
label-formats = Formats
label-status = In force
label-basis = Basis
label-versions = Versions
label-algorithms = Signatures
label-labels = Named as

## Rows of a session

energy-begin-missing = unknown: the begin of the session is missing
energy-end-missing = unknown: the end of the session is missing
energy-unknown = unknown: no register of the meter gives it
register-span = { $obis } ({ $choice }): begin { $begin }, end { $end }
register-unnamed = without a code
billing-compensated-import = energy to the vehicle, cable loss taken off
billing-import = energy to the vehicle
billing-only-energy-register = the only energy register
billing-other = chosen for the bill
loss-taken-off = { $loss } of the cable are already taken off
serial = serial number { $serial }
firmware = firmware { $version }
user-not-assigned = nobody assigned
user-assigned = assigned
user-level = assignment stated as { $level }
price-start = start { $price } ct
price-kwh = { $price } ct per kWh
price-minute = { $price } ct per minute
price-minute-from = { $price } ct per minute from minute { $minute } on
price-minute-after = { $price } ct per minute after charging
record-list = { $count ->
    [one] record { $numbers } ({ $formats })
   *[other] records { $numbers } ({ $formats })
}
pagination = counter { $pages }
time-no-offset = (no time zone stated)
sync-synchronised = clock synchronised
sync-informative = for information only
sync-relative = for information only; the time elapsed since the begin counts
sync-unknown = clock not set, or nothing said about it
sync-other = unknown state of the clock
quality-synchronised = begin and end by a synchronised clock; times and duration count
quality-duration-only = only the duration counts; time of day and date are for information
quality-informative = for information only; a price by time cannot rest on them
quality-unusable = not usable
quality-other = of unknown worth

## Signatures and keys

signature-valid = valid
signature-invalid = INVALID
signature-not-checked = NOT CHECKED
reason-mismatch = data, signature or key were altered or do not belong together
reason-out-of-range = the numbers in the signature are outside the permitted range
reason-malformed = the signature is damaged
reason-key-does-not-fit-algorithm = the key is of another kind than the signature
reason-no-key = there is no public key
reason-key-unreadable = the public key cannot be read
reason-key-ambiguous = it is not clear which public key is meant
reason-algorithm-unknown = the kind of signature is not known
reason-signature-unreadable = the signature is missing or cannot be read
reason-record-unreadable = the signed data cannot be read
reason-format-unknown = the data format is not known
reason-seal-is-not-a-signature = a seal is not a signature
reason-recipe-unproven = how such data is signed was never shown by a genuine record
reason-format-ambiguous = several data formats would fit
reason-other = for another reason
origin-record = came in the same record as the signed data
origin-container = came in the same file or with the files
origin-user = given by you
origin-register = from a register that you trust
proves-carried = it proves that the data is unaltered, not whose meter it was
proves-user = it proves that the data is unaltered; compare it with the label on the station if you have not taken it from there
proves-register = it proves that the data is unaltered; whose meter it was stands in that register
proves-registered-claimed = it proves that the data is unaltered and from this station; that it is the one of your bill is not signed
proves-other-period = it proves that the data is unaltered; the key is known for another time only
registered-charge-point = registered for the charging point { $name }
registered-meter = registered for the meter { $name }
registered-gateway = registered for the signing unit { $name }
registered-station = registered for the charging station no. { $name }
registered-somewhere = registered
registered-by = by { $operator }
register-of = { $name } of { $date }
pinned-on = pinned by you on { $date }
origin-none = none: nothing was checked
origin-none-some = none for some of the records: they were not checked
key-too-long = { $bytes } bytes, too long to compare by eye: compare the fingerprint
key-note-wrapping = The key was in an unusual wrapping: { $found }.
key-note-encoding = The key is encoded otherwise than declared: { $found }.
key-note-other = The key text is unusual: { $found }.
key-refused = { $name } is no public key and no file with one in it.
key-problem-empty = There is nothing in it.
key-problem-too-long = It is too long for a key.
key-problem-not-decodable = It is in no known encoding.
key-problem-not-a-key = It can be decoded, but it is no public key.
key-problem-not-on-curve = The point is not on its curve: this is no valid key.
key-problem-ambiguous-curve = The bytes fit several curves: { $curves }.
key-problem-ambiguous-encoding = It can be decoded in several ways, to different keys.
key-problem-unsupported-algorithm = This kind of key is not supported: { $name }.
key-problem-explicit-parameters = It spells out the parameters of its curve instead of naming it; this is refused.
key-problem-private-key = It is a private key. It must never be passed on, and it is not used here.
key-problem-other = It cannot be used.

## Records outside sessions, findings

record-number = Record { $number }:
record-repeats = repeats record { $number }
and-more-records = … and { $count ->
    [one] one more record
   *[other] { $count } more records
} (all of them are in the JSON report)
and-more-keys = and { $count ->
    [one] one more key
   *[other] { $count } more keys
} (all of them are in the JSON report)
and-more = and { $count } more
and-more-findings = … and { $count ->
    [one] one more finding
   *[other] { $count } more findings
} of { $code } (all of them are in the JSON report)
times = { $count ->
    [one] once
    [2] twice
   *[other] { $count } times
}
subject-record = record { $number }
subject-measurement = reading { $reading } of record { $number }
subject-transaction = session { $number }
subject-claim = claim { $number }
finding-bill = For the bill:
finding-advice = Hint:

## The bill

bill-agrees = The bill agrees with what is proven.
bill-in-favour = The bill asks for no more than is proven.
bill-not-checked = The bill could not be checked. { $title }.
bill-not-checked-alone = The bill could not be checked.
bill-wrong = The bill is wrong. { $title }.
bill-agrees-but = The bill agrees with what is proven, but the signed data as a whole is not in order, see below.
heading-signed-data = Signed data
bill-title = Bill
bill-kind-figures = single figures
bill-kind-own = bill in the form of this program
bill-kind-cdr = charge detail record (OCPI)
bill-session-named = { $number }, as you said
bill-session-only = { $number }, the only one
bill-session-fits = { $number }, the only one that fits
bill-session-amount = { $number }, the only one with this amount
bill-session-none = none
label-bill = Bill
label-bill-session = Session
label-bill-evse = Charge point
label-bill-tariff = Tariff
label-price = Price
label-not-applied = Not applied
label-sum = Sum
label-total = Total
bill-energy = { $billed } on the bill, { $proven } proven: { $outcome }
bill-energy-unproven = { $billed } on the bill, nothing proven: not checked
bill-time = { $billed } on the bill, { $signed } by the meter: { $outcome }
bill-time-unsigned = { $billed } on the bill; no usable time of the meter
bill-duration = { $billed } on the bill, { $signed } by the meter: { $outcome }
bill-duration-unsigned = { $billed } on the bill; no duration by the meter
bill-evse = { $billed } on the bill, { $signed } signed: { $outcome }
bill-total = { $billed } on the bill, { $computed } computed: { $outcome }
bill-total-parts = { $billed } on the bill, { $computed } computed: agrees when parts are rounded before they are added
bill-total-alone = { $billed } on the bill; not computed
bill-total-computed = { $computed } computed; the bill states none
with-tax = with tax
without-tax = without tax
compared-agrees = agrees
compared-rounded-down = agrees, rounded down
compared-lower = the bill says less
compared-higher = the bill says MORE
compared-differs = differs
compared-not-checked = NOT CHECKED
clock-proves = clock synchronised
clock-informs = the meter's clock is for information only
tariff-origin-bill = came with the bill
tariff-origin-user = given by you
tariff-origin-signed = signed by the meter
tariff-unnamed = without a name
tariff-taxes-included = prices include tax
tariff-taxes-excluded = prices without tax
tariff-taxes-none = no tax
tariff-line = { $name } ({ $origin }; { $taxes })
step-flat = once { $price } { $currency }
step-energy = { $quantity } kWh × { $price } { $currency }/kWh
step-time = { $quantity } of charging × { $price } { $currency } an hour
step-parking = { $quantity } without charging × { $price } { $currency } an hour
step-session = { $quantity } of the session × { $price } { $currency } an hour
step-line = { $step } = { $amount } { $currency }
step-proven = proven
step-stated = not proven: by a clock for information only
step-claimed = not proven: by the bill's word
step-filled = { $used } used, filled up to steps of { $step }
step-vat = { $rate } % tax
step-met = because of the { $restrictions }
skipped-line = element { $element }, { $price } { $currency } for { $kind }: { $why }
skipped-earlier = an earlier element goes first
skipped-unmet = not met: { $restriction }
kind-flat = the session
kind-energy = a kWh
kind-time = an hour of charging
kind-parking = an hour without charging
kind-session = an hour of the session
restriction-time-of-day = time of day
restriction-date = date
restriction-weekday = day of the week
restriction-energy = energy so far
restriction-duration = duration so far
restriction-power = power
restriction-current = current
restriction-reservation = reservation
restriction-unknown = unknown restriction
sum-net = { $net } { $currency } without tax
sum-gross = { $gross } { $currency } with tax
sum-least = the least price of the tariff applies
sum-greatest = the greatest price of the tariff applies

## Errors

error-input-unreadable = The input cannot be opened or read.
error-empty = The input is empty.
error-nothing-found = Nothing in it looks like signed meter values.
error-unknown-content = It is neither text nor a known container.
error-not-utf8 = The text is not valid UTF-8.
error-xml-syntax = The XML is not well-formed.
error-xml-doctype = The XML has a document type or entities; this is refused.
error-xml-root = The XML is of a kind that carries no signed meter values.
error-value-payload = A value holds no signed data, or several.
error-duplicate-element = An element that may stand once stands several times.
error-split-text = Signed data is interrupted by a comment or an instruction.
error-not-decodable = The text is not what its declared encoding requires.
error-archive-damaged = An archive, or a file in it, is damaged.
error-archive-encrypted = An archive, or a file in it, is encrypted.
error-archive-unsupported = An archive, or a file in it, is packed in a way that is not opened here.
error-pdf-damaged = The PDF, or a file attached to it, is damaged.
error-pdf-encrypted = The PDF is encrypted. Save it without a password and check again.
error-pdf-without-attachment = No file is attached to the PDF. What is printed in it is not signed and proves nothing; ask for the signed data itself.
error-own-report = This is a report of this program. It is not signed and proves nothing; give the files it was made of.
error-picture-unreadable = The picture cannot be opened.
error-picture-without-code = No QR code can be read in the picture. A sharper or larger picture of the code alone may help.
error-link-only = There is only a link to data that lies elsewhere. It is not followed; nothing is loaded. Open it yourself and check the data behind it.
error-sealed = Data under a seal was not opened.
error-message-unreadable = A message of the log is about a charging session and cannot be read.
error-session-unsigned = No signed values: this session cannot be proven.
error-format-unknown = A record is in no known format.
error-format-ambiguous = A record fits several formats.
error-record-unreadable = A record cannot be read.
error-key-unreadable = A key cannot be read.
error-key-store-unreadable = The store of registered keys could not be asked.
error-limit = A limit was reached; what comes after it was not read.
parse-header-missing = It does not begin as its format requires.
parse-truncated = It ends in the middle.
parse-not-utf8 = It is not valid UTF-8.
parse-syntax = Its syntax is broken.
parse-part-missing = A necessary part is missing.
parse-checksum = Its checksum does not fit.
parse-sealed = Its content is under a seal.
parse-limit = It exceeds a limit.
parse-other = It is damaged.
parse-field = (field { $field })
seal-not-hex = It is not written in hexadecimal digits.
seal-structure = It is not built as sealed data must be.
seal-format-id = It is not sealed data of the known kind.
seal-version = Its version is not known.
seal-cipher = It was sealed in a way that is not known.
seal-key-agreement = It was sealed for one receiver only (ECDHE). Nobody else can open it, so no third party can check it.
seal-compression = Its content is packed in a way that is not known.
seal-key-missing = There is no RSA key to open it with.
seal-key-unusable = The key that came with it is no RSA key.
seal-key-weak = The key is too weak or too large to be used (1024 to 4096 bits, exponent at least 65537).
seal-key-size = The key has another length than stated, or than the version requires.
seal-aes-keys = The inner keys are not those the version requires.
seal-authentication-layer = A part that must be empty is not.
seal-length = It has a length that no seal of this key has.
seal-out-of-range = It was not sealed with this key, or it was altered.
seal-prefix = It does not open with this key, or it was altered.
seal-magic = It does not open with this key, or it was altered.
seal-nonce = Its blocks do not belong together: it was altered.
seal-sequence = Its blocks are not in their order: it was altered.
seal-content-length = Its blocks contradict each other: it was altered.
seal-block-count = It has more or fewer blocks than its content asks for.
seal-filler = The rest of its last block is not empty: it was altered.
seal-inflate = Its content cannot be unpacked.
seal-content = What is inside is not one value of the format stated.
limit-name = (limit { $limit })
at-byte = byte { $offset }

## Claims

claims-are-claims = What follows stands beside the signed data. Nobody signed it, and it proves nothing.
claim-title-log = Claim { $number }: session { $session } of a message log
claim-title-billed = Claim { $number }: charge detail record { $session }
claim-unnamed = without a number
claim-home = { $count ->
    [one] charging session { $numbers }
   *[other] charging sessions { $numbers }
}
claim-home-none = no charging session: its signed values make none
claim-unsigned = nothing: no signed values, this session cannot be proven
claim-unsigned-short = not signed
claim-connector = connector { $name }
claim-state = register { $value }
claim-reason = reason { $reason }
claim-hours = { $hours } hours
claim-cost = { $amount } { $currency }
claim-cost-gross = { $amount } { $currency } with tax
claim-credit = takes back the record { $of }; its amounts do not count twice
claim-allowed-presented = held up at the station
claim-allowed-remote = started from a distance
claim-allowed-local = let in by the station itself
claim-allowed-other = let in in another way
claim-restarted = { $has ->
    [found] the station restarted ({ $reason })
   *[none] the station restarted
}
claim-silence = no message from { $from } to { $to }
claim-messages-missing = { $count ->
    [one] one numbered message is missing
   *[other] { $count } numbered messages are missing
}
claim-setting = { $has ->
    [found] setting { $name } = "{ $value }"
   *[none] setting { $name } is empty
}
claim-not-ended = no message ends the session

## End of the report

input-size = { $name }, { $bytes } bytes
hash-none = not computed, because the input was not read completely
sessions-short = { $proven } of { $count } sessions proven
rule-outcomes = { $passed } passed, { $found } with findings, { $none } had nothing to look at, { $unable } could not look
required-container = at least one that came with the files
required-user = at least one given by the user
required-register = only one from a trusted register
program = { $program }, rule set { $rules }

## The ledger

heading-audit = Audit
heading-unproven = Records that are no evidence
audit-meter = Meter { $serial }
audit-no-serial = without a serial number
audit-no-meter = The ledger has no such meter.
audit-records = { $records ->
    [one] one record
   *[other] { $records } records
} with a valid signature, { $sessions ->
    [one] one charging session
   *[other] { $sessions } charging sessions
}
audit-reported = { $count ->
    [one] One of them was taken from a report: that its signature is valid is the word of the report.
   *[other] { $count } of them were taken from reports: that their signatures are valid is the word of the reports.
}
audit-rests-on-report = (Rests on a record taken from a report.)
audit-from-report = from a report
audit-unproven-invalid = { $input }: the signature does not hold. Claimed meter { $serial }, number { $pagination }
audit-unproven-not-checked = { $input }: the signature was not checked. Claimed meter { $serial }, number { $pagination }
audit-unproven-more = … and { $count ->
    [one] one more
   *[other] { $count } more
}; all of them stand in the form JSON or CSV
audit-unproven = { $count ->
    [one] one record without a valid signature; it was not used
   *[other] { $count } records without a valid signature; they were not used
}
audit-findings = { $count ->
    [0] Nothing was found.
    [one] One finding, about one meter.
   *[other] { $count } findings, about { $meters ->
        [one] one meter
       *[other] { $meters } meters
    }.
}
audit-empty = NOT CHECKED: the ledger has no evidence of what was asked for.
audit-fail = FAILED:
audit-warn = WITH REMARKS:
audit-fine = IN ORDER:
part-begin = begin
part-between = between
part-end = end
part-none = reading
scope-inputs = the files of one call
scope-history = the history of a meter in a ledger
added = Ledger: { $new ->
    [one] { $new } new record
   *[other] { $new } new records
    }, { $known } known already, { $unproven } without a valid signature.
added-invalid = { $input }: a signature is invalid. The record is noted, but is no evidence.
added-not-checked = { $input }: a signature could not be checked. The record is noted, but is no evidence.
added-nothing = { $input }: holds no signed record, nothing was added.
added-error = { $input }: { $detail }
added-report = { $input }: report { $number } and everything behind it was not added: { $detail }

## Pages about rules and formats

family-bil = bills
family-con = containers
family-fmt = syntax of the signed data
family-idn = user and charge point
family-key = keys
family-led = history of meters over many sessions
family-los = cable loss
family-mtr = identity and state of the meter
family-obi = registers and units
family-pag = counters of the records
family-sig = signatures
family-tim = times
family-txn = shape of a charging session
family-val = register values
formats-all = all that have what the rule looks at
status-stable = since version { $since }
status-deprecated = since version { $since } to be removed: { $reason }
status-removed = no longer, removed with version { $since }: { $reason }
basis-own = our own judgement: { $reason }
rule-count = { $count ->
    [one] { $count } rule, rule set { $set }
   *[other] { $count } rules, rule set { $set }
}
carries-key = may travel in the record, beside the signed data
carries-no-key = does not travel in the record
label-comes-in = Comes in
comes-in = { $carriers }; and in text and archives like every format
recognised-by = recognised by: { $mark }

# ---- the key store ----

import-done = imported
import-known = this very file is in the store already; nothing was changed
source-register = official register
source-list = list
date-from-user = as you said
date-from-text = by the text of the file
date-from-name = by the name of the file
label-state-of = As of
label-read = Read
label-changes = Against before
label-keys = Keys
label-curves = Curves
label-station-id = Station no.
label-operator = Operator
label-place = Place
label-source = Known from
label-validity = Valid
label-seen = Seen
label-key-text = Key as written
import-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
    }
import-entries = { $count ->
    [one] { $count } entry with a name or key
   *[other] { $count } entries with a name or key
    }
import-new = { $count } new
import-gone = { $count } no longer there
import-keys = { $readable } of { $count } cells hold a key
import-ambiguous = on one of two curves, decided by the record: { $count }
import-shared = { $count ->
    [one] { $count } key stands at more than one station
   *[other] { $count } keys stand at more than one station
    }
import-bad-cells = { $count ->
    [one] { $count } cell cannot be used
   *[other] { $count } cells cannot be used
    }
bad-cell-place = Row { $row }, { $column }
quoted = “{ $text }”
bad-cell-date = It is no date, so the entry was left out.
pin-done = The key is pinned.
pin-known = The key was pinned like this before.
unpin-done = { $count ->
    [one] { $count } pin was taken back.
   *[other] { $count } pins were taken back.
    }
export-left-out = { $count ->
    [one] { $count } entry without a key beyond doubt was left out.
   *[other] { $count } entries without a key beyond doubt were left out.
    }
pin-others = Known for the same place besides
find-nothing = The key store has nothing about { $text }.
standing-in-force = holds
standing-between = not in the state before, in the next one
standing-register-younger = the register is younger
standing-other-period = known for another time only
day-span = { $from } to { $to }
key-missing-in-register = none is entered
curve-one-of = one of { $curves }; the record decides
list-empty = The key store is empty.
list-ambiguous = by the record
list-unreadable = no key
column-charge-point = Charging point
column-meter = Meter
column-curve = Curve
column-fingerprint = Fingerprint
column-operator = Operator
column-source = Known from
column-date = As of
column-register = Register
column-entries = Entries
column-keys = Keys
column-imported = Imported
column-file = File
history-pins = { $count ->
    [0] No key is pinned.
    [one] { $count } key is pinned.
   *[other] { $count } keys are pinned.
    }
store-missing = There is no key store at { $file }. Make one with `eichrecht keys import` or `eichrecht keys pin`.
store-not-a-store = { $file } is no key store.
store-too-new = The key store { $file } was made by a later version of this program.
store-damaged = The key store { $file } is damaged and was not used: { $detail }
store-busy = Another program is working on the key store { $file } and did not finish in time.
store-io = The key store { $file } cannot be used: { $detail }
store-no-header = { $file } is no register or list of keys that is known: there is no header with a column for keys and one for operator, EVSE-ID, meter or gateway.
store-not-a-table = { $file } cannot be read as a table: { $detail }
store-limit = { $file } goes beyond the limit { $detail }. Nothing of it was imported.
store-no-date = Neither text nor name of { $file } say of which date it is. Say it with --date YYYY-MM-DD.
store-date-taken = The key store already has another file of this register with the same date as { $file }. Say --replace if this one shall take its place, or another --date.
store-nothing-to-pin-to = Say what the key belongs to: --evse, --meter or --gateway.

## The printed report

paper-title = Report on signed meter data
paper-sessions = Charging sessions
paper-readings = Readings
paper-column-record = Record
paper-column-reason = Taken at
paper-column-value = Value
paper-column-time = Time
paper-basis = Rests on:
paper-more-readings = { $count ->
    [one] … and { $count } more reading, in the JSON report
   *[other] … and { $count } more readings, in the JSON report
}
paper-left-out = This report has as many pages as it may have. Left out: charging sessions { $sessions }, findings { $findings }, other entries { $others }. All of them are in the JSON report (verify -o json, or report.json in the bundle); the verdict above counts them.
paper-no-proof = This report is not signed and proves nothing by itself. What is proven can be worked out again from the signed data and the keys: with this program, or with any other that knows the format.
label-made = Made
label-program-file = Program SHA-256
basis-own-short = our own judgement
standing-signed = signed
standing-signed-means = stands so in signed data, and the signature is valid
standing-derived = calculated
standing-derived-means = calculated by this program from signed values
standing-unproven = not proven
standing-unproven-means = stated by the data; no valid signature proves it
standing-unsigned = not signed
reading-begin = begin
reading-intermediate = charging
reading-suspended = suspended
reading-tariff-change = change of tariff
reading-exception = exception
reading-end = end
reading-end-local = end, at the station
reading-end-remote = end, from outside
reading-end-abort = end, aborted
reading-end-power-failure = end, power failure
reading-other = other
reading-none = not said
