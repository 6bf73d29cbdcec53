### Texte des Fensters allein. Urteile, Befunde und Werte stehen in den anderen Dateien.

## Menüs

menu-file = Datei
menu-export = Ausgeben
menu-check = Prüfen
menu-view = Ansicht
menu-help = Hilfe
action-open = Dateien öffnen …
action-open-folder = Ordner öffnen …
action-paste = Einfügen
action-check-again = Noch einmal prüfen
action-cancel = Abbrechen
action-close = Eingabe schließen
action-close-all = Alles schließen
action-export-json = Bericht als JSON …
action-export-csv = Bericht als CSV …
action-export-pdf = Bericht als PDF …
action-export-bundle = Beweispaket …
action-quit = Beenden
action-add-key = Schlüssel aus Datei …
action-open-ledger = Zählerbuch öffnen …
action-filter = Liste filtern
action-next = Nächste Zeile
action-previous = Vorige Zeile
action-language = English
action-light = Hell
action-dark = Dunkel
action-system = Wie das System
action-larger = Größer
action-smaller = Kleiner
action-usual-size = Übliche Größe
action-about = Über eichrecht
page-result = Ergebnis
page-keys = Schlüssel
page-bill = Rechnung
page-ledger = Zählerverlauf
tab-verdict = Urteil
tab-findings = Befunde
tab-readings = Messwerte
tab-records = Datensätze und Bytes

## Vor und während der Prüfung

welcome = Ist die Energie auf Ihrer Rechnung bewiesen?
welcome-how = Öffnen Sie die Datei, die zu Ihrer Rechnung gehört oder von der Ladesäule kam: XML, JSON, PDF, das Bild eines QR-Codes, ein Archiv oder einen ganzen Ordner.
welcome-drop = Dateien hierher ziehen
welcome-private = Nichts wird irgendwohin gesendet, und nichts, was Sie öffnen, wird gespeichert.
checking = Prüfung läuft …
checking-files = { $count ->
    [one] Eine Datei gelesen
   *[other] { $count } Dateien gelesen
}
checking-read = Eingabe { $done } von { $of } wird geöffnet
checking-check = Signaturen werden geprüft, Eingabe { $done } von { $of }
checking-judge = Ladevorgänge werden zusammengesetzt und beurteilt
nothing-yet = Ein Urteil gibt es erst, wenn alles geprüft ist.
cancelled = Abgebrochen
cancelled-text = Es wurde nichts geprüft.
fault = Ein Fehler dieses Programms
fault-text = Es wurde nichts geprüft. Bitte melden Sie das: { $text }
beyond-budget = nicht gelesen: Mehr als 50.000 Eingaben oder mehr als 1 GiB sind geöffnet
drop-now = Loslassen zum Prüfen

## Mitteilungen

notice-repeated = { $count ->
    [one] Eine Eingabe ist schon geöffnet und wurde nicht noch einmal geöffnet.
   *[other] { $count } Eingaben sind schon geöffnet und wurden nicht noch einmal geöffnet.
}
notice-written = Geschrieben: { $file }
notice-not-written = { $file } konnte nicht geschrieben werden: { $why }
notice-copied = Kopiert.
pasted = (eingefügt)

## Liste

list = Was gefunden wurde
list-filter = Filter: Name, Zähler, Ladepunkt, Datum …
list-all = Alle { $count }
list-empty = Keine Zeile passt zum Filter.
list-whole = die Eingabe als Ganzes
list-session = Ladevorgang { $number }
list-sort = Ordnen nach { $column }
column-verdict = Urteil
column-energy = Energie
column-begin = Beginn
column-input = Eingabe

## Urteil

proof-compare = Vergleichen Sie den Fingerabdruck
proof-compare-text = Der Schlüssel kam nur mit den Daten. Vergleichen Sie ihn mit dem Schlüssel auf dem Aufkleber der Ladesäule: Sind beide gleich, stammt die Energie von dieser Säule.
first-findings = Was gefunden wurde
all-findings = Alle Befunde zeigen
details = Im Einzelnen
input-part = Die Eingabe, in der er stand
loose-title = Signierte Messwerte außerhalb eines Ladevorgangs
loose-more = … und { $count } weitere unter „Datensätze und Bytes“
claims-title = Behauptet, nicht signiert
errors-title = Nicht lesbar
rows-more = … und { $count } weitere; alle stehen im Bericht als JSON
copy = Kopieren
standing-signed = signiert
standing-derived = berechnet
standing-unproven = nicht bewiesen
standing-unsigned = unsigniert
legend-signed = steht in den Daten, und ihre Signatur stimmt
legend-derived = aus signierten Werten berechnet
legend-unproven = unsigniert, oder die Signatur stimmt nicht oder wurde nicht geprüft
other-input = Diese Eingabe: { $word }
field-size = Größe
field-place = Fundort
field-format = Format
field-pagination = Zählnummer
field-signed-sha256 = SHA-256 des Signierten
bytes = { $count } Bytes

## Befunde

no-findings = Keine Regel hat etwas zu sagen.
finding-place = { $place } zeigen
place-record = Datensatz
place-session = Ladevorgang { $number }
finding-bytes = In den Bytes zeigen
finding-explain = Erklärung und Rechtsgrundlage
finding-fold = Erklärung ausblenden
finding-basis = Grundlage
finding-bill = Für die Rechnung
finding-advice = Was Sie tun können

## Messwerte

scope-session = Dieser Ladevorgang
scope-input = Die ganze Eingabe
readings-count = { $count ->
    [one] Ein Messwert
   *[other] { $count } Messwerte
}
no-readings = Es gibt keine Messwerte.
column-number = Nr.
column-record = Datensatz
column-time = Zeit
column-value = Wert
column-register = Register
column-reason = Anlass
column-state = Zustand des Zählers
column-standing = Beweis
plot = Zählerstand im Verlauf
plot-help = Ziehen verschiebt, Strg und Mausrad vergrößert, Ziehen mit der rechten Taste wählt einen Ausschnitt, Doppelklick zeigt alles.
plot-faults = gestört oder nicht bewiesen
plot-marks = Befunde
plot-without = { $count ->
    [one] Ein Messwert ohne Zeit oder Menge ist nicht gezeichnet.
   *[other] { $count } Messwerte ohne Zeit oder Menge sind nicht gezeichnet.
}
plot-thinned = { $count } Messwerte sind nicht gezeichnet, weil sie übereinander lägen. In der Tabelle stehen alle.
plot-empty = Kein Messwert hat eine Zeit und eine Energiemenge.
state-ok = in Ordnung
state-not-present = kein Zähler da
state-timeout = keine Antwort in der Zeit
state-disconnected = getrennt
state-not-found = Zähler nicht gefunden
state-manipulated = manipuliert
state-exchanged = Zähler getauscht
state-incompatible = unverträglich
state-out-of-range = außerhalb des Bereichs
state-substitute = Ersatzwert
state-other-error = Störung
state-read-error = Ablesung misslungen
state-other = anderer
state-energy-unusable = Energie unbrauchbar
state-time-unusable = Zeit unbrauchbar

## Datensätze und Bytes

record = Datensatz
record-of = Datensatz { $number } ({ $position } von { $count })
record-previous = Voriger Datensatz
record-next = Nächster Datensatz
record-fields = Felder
record-readings = Messwerte
record-bytes = Bytes wie empfangen
record-signed-bytes = Bytes wie signiert
view-text = Text
view-hex = Hex
bytes-signed-part = Dieser Grund: signiert
bytes-marked-part = Dieser Grund: was Sie gewählt haben
bytes-built = Die signierten Bytes werden aus dem Datensatz zusammengesetzt, wie sein Format es vorschreibt; sie stehen nicht am Stück darin.
bytes-cut = Die ersten { $count } Bytes. Alle stehen unter „Hex“.
field-show = { $label } in den Bytes zeigen
no-record = Es gibt keinen Datensatz.

## Schlüssel

keys-given = Von Ihnen angegebene Schlüssel
keys-given-text = Nur für diese Sitzung. Ein Schlüssel vom Aufkleber oder vom Betreiber beweist mehr als einer, der mit den Daten kam.
keys-none = Keine. Ohne sie gelten die Schlüssel, die mit den Daten kamen.
keys-text = Schlüssel als Text: PEM, Hex oder Base64
keys-add = Diesen Schlüssel hinzufügen
keys-remove = Entfernen
keys-several = Kurve noch offen
keys-origin = Die schwächste Herkunft eines Schlüssels, die zählt
origin-record = jede: auch ein Schlüssel in den Daten selbst
origin-container = in derselben Datei oder bei den Dateien
origin-user = von mir angegeben
origin-register = aus einem Register oder meinem Schlüsselspeicher
keys-store = Schlüsselspeicher
keys-store-ask = Meinen Schlüsselspeicher zu jedem Datensatz befragen
keys-store-text = Der Speicher hält amtliche Register, Listen von Betreibern und von Ihnen gemerkte Schlüssel, jeweils mit Datum.
keys-store-import = Register oder Liste einlesen …
keys-store-history = Was steht darin?
keys-store-find = EVSE-ID, Seriennummer oder Fingerabdruck
keys-store-search = Nachschlagen
keys-store-busy = Arbeit läuft …
keys-pin = Den Schlüssel dieses Ergebnisses merken
keys-pin-text = Nur, wenn Sie seinen Fingerabdruck mit dem Aufkleber an der Ladesäule verglichen haben.
keys-pin-point = Ladepunkt (EVSE-ID)
keys-pin-meter = Seriennummer des Zählers
keys-pin-do = Merken
store-nowhere = Auf diesem System gibt es keinen Ordner für Daten.

## Rechnung

bill-title = Stimmt die Rechnung?
bill-text = Übertragen Sie die Angaben Ihrer Rechnung, soweit sie darauf stehen. Sie werden mit dem verglichen, was bewiesen ist.
bill-energy = Energie
bill-begin = Beginn
bill-end = Ende
bill-total = Betrag mit Steuer
bill-evse = Ladepunkt
bill-tariff = Tarif
bill-session = Nummer des Ladevorgangs
bill-zone = Zeitzone der Angaben
bill-file = Rechnung als Datei …
bill-file-text = Eine Abrechnungsdatei (OCPI-CDR) oder eichrecht-bill
bill-check = Rechnung prüfen
bill-clear = Ohne Rechnung
bill-remove-file = Ohne die Datei
bill-unreadable = Etwas im Formular ist nicht lesbar.
bill-bad-figure = Nicht lesbar: { $figure } „{ $text }“
bill-bad-zone = Das ist keine Zeitzone wie CET, UTC oder +02:00.
bill-bad-session = Die Nummer des Ladevorgangs ist eine ganze Zahl wie in der Liste.
bill-nothing = Geben Sie mindestens die Energie oder den Betrag an, oder öffnen Sie eine Rechnung.
bill-no-data = Öffnen Sie zuerst die signierten Daten des Ladevorgangs.
bill-hint-energy = 12,34 kWh
bill-hint-time = 29.03.2026 01:58
bill-hint-total = 7,89 EUR
bill-hint-evse = DE*ABC*E123
bill-hint-tariff = 0,45 EUR/kWh
bill-hint-session = 1
bill-hint-zone = CET

## Zählerverlauf

ledger-title = Der Verlauf von Zählern
ledger-text = Ein Zählerbuch hält fest, was Zähler über alle Ladevorgänge signiert haben. „eichrecht ledger add“ legt eines an.
ledger-in-memory = Aus dem, was geöffnet ist
ledger-in-memory-text = Ordnet die signierten Datensätze dieses Ergebnisses nach Zählern.
ledger-reading = Wird gelesen …
ledger-none = Es steht kein Beweis darin.
ledger-meters = { $count ->
    [one] Ein Zähler
   *[other] { $count } Zähler
}
ledger-more = { $count } weitere Zähler werden nicht gezeigt.
ledger-records = { $records } Datensätze, { $sessions } Ladevorgänge
ledger-key = Schlüssel
ledger-clean = Keine Regel hat in diesem Verlauf etwas gefunden.
ledger-unnamed = Zähler ohne Namen

## Über

about-title = Über eichrecht
about-text = Prüft signierte Messwerte von Ladesäulen. Das Programm ist keine Konformitätsbewertung und keine Rechtsberatung.
about-version = Version
about-commit = Commit
about-rules = Regelwerk
about-hash = SHA-256 dieses Programms
about-system = System
about-unknown = diesem Programm nicht bekannt
about-hashing = wird berechnet …
about-keys = Tastatur
close = Schließen
