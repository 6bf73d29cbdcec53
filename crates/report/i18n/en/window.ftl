### Texts of the window alone. Verdicts, findings and values are worded in the other files.

## Menus

menu-file = File
menu-export = Export
menu-check = Check
menu-view = View
menu-help = Help
action-open = Open files …
action-open-folder = Open folder …
action-paste = Paste
action-check-again = Check again
action-cancel = Cancel
action-close = Close input
action-close-all = Close all
action-export-json = Report as JSON …
action-export-csv = Report as CSV …
action-export-pdf = Report as PDF …
action-export-bundle = Evidence bundle …
action-quit = Quit
action-add-key = Add key from file …
action-open-ledger = Open ledger …
action-filter = Filter the list
action-next = Next line
action-previous = Previous line
action-language = Deutsch
action-light = Light
action-dark = Dark
action-system = As the system
action-larger = Larger
action-smaller = Smaller
action-usual-size = Usual size
action-about = About eichrecht
page-result = Result
page-keys = Keys
page-bill = Bill
page-ledger = Meter history
tab-verdict = Verdict
tab-findings = Findings
tab-readings = Readings
tab-records = Records and bytes

## Before and while checking

welcome = Is the energy on your bill proven?
welcome-how = Open the file that came with your bill or that the charging station gave out: XML, JSON, PDF, a picture of a QR code, an archive, or a whole folder.
welcome-drop = Drop files here
welcome-private = Nothing is sent anywhere, and nothing you open is stored.
checking = Checking …
checking-files = { $count ->
    [one] One file read
   *[other] { $count } files read
}
checking-read = Opening input { $done } of { $of }
checking-check = Checking signatures, input { $done } of { $of }
checking-judge = Putting sessions together and judging them
nothing-yet = There is no verdict before the work is done.
cancelled = Cancelled
cancelled-text = Nothing was checked.
fault = A fault of this program
fault-text = Nothing was checked. Please report this: { $text }
beyond-budget = not read: more than 50,000 inputs or more than 1 GiB are open
drop-now = Drop to check

## Notices

notice-repeated = { $count ->
    [one] One input is open already and was not opened twice.
   *[other] { $count } inputs are open already and were not opened twice.
}
notice-written = Written: { $file }
notice-not-written = Could not write { $file }: { $why }
notice-copied = Copied.
pasted = (pasted)

## List

list = What was found
list-filter = Filter: name, meter, charging point, date …
list-all = All { $count }
list-empty = No line fits the filter.
list-whole = the input as a whole
list-session = Session { $number }
list-sort = Sort by { $column }
column-verdict = Verdict
column-energy = Energy
column-begin = Begin
column-input = Input

## Verdict

proof-compare = Compare the fingerprint
proof-compare-text = The key came with the data alone. Compare it with the key on the label of the charging station: if both are the same, the energy is from that station.
first-findings = What was found
all-findings = Show all findings
details = In detail
input-part = The input it came in
loose-title = Signed meter values outside any charging session
loose-more = … and { $count } more under “Records and bytes”
claims-title = Told, not signed
errors-title = Could not be read
rows-more = … and { $count } more; all of them are in the report as JSON
copy = Copy
standing-signed = signed
standing-derived = derived
standing-unproven = not proven
standing-unsigned = unsigned
legend-signed = stands in the data, and its signature holds
legend-derived = calculated from signed values
legend-unproven = unsigned, or its signature does not hold or was not checked
other-input = This input: { $word }
field-size = Size
field-place = Place
field-format = Format
field-pagination = Counter
field-signed-sha256 = SHA-256 of what was signed
bytes = { $count } bytes

## Findings

no-findings = No rule found anything to say.
finding-place = Show { $place }
place-record = record
place-session = session { $number }
finding-bytes = Show in the bytes
finding-explain = Explanation and legal basis
finding-fold = Hide explanation
finding-basis = Basis
finding-bill = For the bill
finding-advice = What you can do

## Readings

scope-session = This session
scope-input = The whole input
readings-count = { $count ->
    [one] One reading
   *[other] { $count } readings
}
no-readings = There are no readings.
column-number = No.
column-record = Record
column-time = Time
column-value = Value
column-register = Register
column-reason = Occasion
column-state = State of the meter
column-standing = Proof
plot = Register over time
plot-help = Drag to move, scroll with Ctrl to zoom, drag with the right button to choose a part, double-click for all.
plot-faults = faulty or not proven
plot-marks = findings
plot-without = { $count ->
    [one] One reading without time or amount is not drawn.
   *[other] { $count } readings without time or amount are not drawn.
}
plot-thinned = { $count } readings are not drawn, for they would lie on top of one another. All are in the table.
plot-empty = No reading has a time and an amount of energy.
state-ok = in order
state-not-present = no meter there
state-timeout = no answer in time
state-disconnected = disconnected
state-not-found = meter not found
state-manipulated = manipulated
state-exchanged = meter exchanged
state-incompatible = incompatible
state-out-of-range = out of range
state-substitute = substitute value
state-other-error = fault
state-read-error = reading failed
state-other = other
state-energy-unusable = energy unusable
state-time-unusable = time unusable

## Records and bytes

record = Record
record-of = Record { $number } ({ $position } of { $count })
record-previous = Previous record
record-next = Next record
record-fields = Fields
record-readings = Readings
record-bytes = Bytes as received
record-signed-bytes = Bytes as signed
view-text = Text
view-hex = Hex
bytes-signed-part = This ground: signed
bytes-marked-part = This ground: what you chose
bytes-built = The signed bytes are put together from the record as its format prescribes; they do not stand in it in one piece.
bytes-cut = The first { $count } bytes. All of them are under “Hex”.
field-show = Show { $label } in the bytes
no-record = There is no record.

## Keys

keys-given = Keys given by you
keys-given-text = For this sitting only. A key from the label or from the operator proves more than one that came with the data.
keys-none = None. Without one, the keys that came with the data are used.
keys-text = Key as text: PEM, hex or Base64
keys-add = Add this key
keys-remove = Remove
keys-several = curve not settled
keys-origin = The least origin of a key that counts
origin-record = any: even a key inside the data
origin-container = in the same file or with the files
origin-user = given by me
origin-register = from a register or my key store
keys-store = Key store
keys-store-ask = Ask my key store about every record
keys-store-text = The store keeps official registers, lists of operators and keys you pinned, with their dates.
keys-store-import = Import register or list …
keys-store-history = What is in it?
keys-store-find = EVSE-ID, serial number or fingerprint
keys-store-search = Look up
keys-store-busy = At work …
keys-pin = Pin the key of this result
keys-pin-text = Only if you have compared its fingerprint with the label on the station.
keys-pin-point = Charging point (EVSE-ID)
keys-pin-meter = Serial number of the meter
keys-pin-do = Pin
store-nowhere = There is no data directory on this system.

## Bill

bill-title = Is the bill right?
bill-text = Copy the figures from your bill, as far as it has them. They are compared with what is proven.
bill-energy = Energy
bill-begin = Begin
bill-end = End
bill-total = Total with tax
bill-evse = Charging point
bill-tariff = Tariff
bill-session = Number of the session
bill-zone = Zone of the times
bill-file = Bill as a file …
bill-file-text = A charge detail record (OCPI) or eichrecht-bill
bill-check = Check the bill
bill-clear = Without a bill
bill-remove-file = Without the file
bill-unreadable = Something in the form cannot be read.
bill-bad-figure = Cannot be read: { $figure } “{ $text }”
bill-bad-zone = This is no zone like CET, UTC or +02:00.
bill-bad-session = The number of the session is a whole number as in the list.
bill-nothing = Fill in at least the energy or the total, or open a bill.
bill-no-data = Open the signed data of the charging session first.
bill-hint-energy = 12.34 kWh
bill-hint-time = 2026-03-29 01:58
bill-hint-total = 7.89 EUR
bill-hint-evse = DE*ABC*E123
bill-hint-tariff = 0.45 EUR/kWh
bill-hint-session = 1
bill-hint-zone = CET

## Meter history

ledger-title = The history of meters
ledger-text = A ledger holds what meters signed over all their sessions. “eichrecht ledger add” makes one.
ledger-in-memory = From what is open
ledger-in-memory-text = Puts the signed records of this result together by meter.
ledger-reading = Reading …
ledger-none = There is no evidence in it.
ledger-meters = { $count ->
    [one] One meter
   *[other] { $count } meters
}
ledger-more = { $count } more meters are not shown.
ledger-records = { $records } records, { $sessions } sessions
ledger-key = Key
ledger-clean = No rule found anything in this history.
ledger-unnamed = unnamed meter

## About

about-title = About eichrecht
about-text = Verifies signed meter values of charging stations. It is no conformity assessment and no legal advice.
about-version = Version
about-commit = Commit
about-rules = Rule set
about-hash = SHA-256 of this program
about-system = System
about-unknown = not known to this build
about-hashing = being worked out …
about-keys = Keyboard
close = Close
