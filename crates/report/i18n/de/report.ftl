### Texte des Berichts selbst. Texte zu Regeln stehen in den Dateien ihrer Familien.

## Urteile

verdict-verified = BESTÄTIGT
verdict-verified-with-warnings = BESTÄTIGT, MIT HINWEISEN
verdict-not-checked = NICHT GEPRÜFT
verdict-failed = NICHT BESTANDEN
short-verified = bestätigt
short-verified-with-warnings = mit Hinweisen
short-not-checked = NICHT GEPRÜFT
short-failed = NICHT BESTANDEN
short-key = Schlüssel
short-signature = Signatur
count-verified = { $count } bestätigt
count-verified-with-warnings = { $count } bestätigt mit Hinweisen
count-not-checked = { $count } nicht geprüft
count-failed = { $count } nicht bestanden
count-keys = { $count ->
    [one] { $count } Schlüssel
   *[other] { $count } Schlüssel
}
count-signatures = { $count ->
    [one] { $count } Signatur
   *[other] { $count } Signaturen
}

## Der erste Satz

energy-proven = { $energy } sind bewiesen.
energy-proven-but = { $energy } sind für den Ladevorgang selbst bewiesen, aber ein anderer Teil dieser Eingabe ist nicht in Ordnung.
caveat-gap = Zwischen Beginn und Ende fehlen Datensätze: Ob es ein einziger Ladevorgang war, ist nicht gezeigt.
caveat-carried = Vergleichen Sie den Schlüssel mit dem Aufkleber an der Ladesäule: Er kam nur mit den Daten.
caveat-registered = Vergleichen Sie den Ladepunkt des Schlüssels mit Ihrer Rechnung: Nur eine unsignierte Angabe verbindet beide.
energy-stated = { $energy } sind angegeben, nicht bewiesen.
energy-none = Keine Energiemenge ist bewiesen.
sessions-proven = { $count ->
    [one] { $proven } von { $count } Ladevorgang ist bewiesen.
   *[other] { $proven } von { $count } Ladevorgängen sind bewiesen.
}
nothing-found = Es wurden keine signierten Messwerte gefunden, also ist nichts bewiesen.
only-claims = { $count ->
    [one] Keine signierten Werte: Dieser Ladevorgang lässt sich nicht beweisen.
   *[other] Keine signierten Werte: Keiner der { $count } genannten Ladevorgänge lässt sich beweisen.
}
no-session = { $count ->
    [one] Gefunden wurde ein signierter Messwert, aber kein Ladevorgang. Keine Energiemenge ist bewiesen.
   *[other] Gefunden wurden { $count } signierte Messwerte, aber kein Ladevorgang. Keine Energiemenge ist bewiesen.
}
session-elsewhere = { $count ->
    [one] Die signierten Messwerte gehören zu Ladevorgang { $session }, der unter Eingabe { $input } steht.
   *[other] Die signierten Messwerte gehören zu { $count } Ladevorgängen anderer Eingaben, der erste ist { $session } unter Eingabe { $input }.
}
inputs-overall = { $counts } von { $count } Eingaben; die schlechteste entscheidet.
cause-invalid = Eine Signatur stimmt nicht.
cause-rule = { $code }: { $title }.
cause-incomplete = Etwas konnte nicht geprüft werden, siehe unten.
cause-no-key = Es gibt keinen öffentlichen Schlüssel, mit dem die Signatur geprüft werden könnte.
cause-key-unreadable = Der öffentliche Schlüssel ist nicht lesbar.
cause-key-ambiguous = Es ist nicht klar, welcher öffentliche Schlüssel gemeint ist.
cause-algorithm-unknown = Die Art der Signatur ist nicht bekannt.
cause-signature-unreadable = Die Signatur fehlt oder ist nicht lesbar.
cause-record-unreadable = Die signierten Daten sind nicht lesbar.
cause-format-unknown = Das Datenformat ist nicht bekannt.
cause-seal-is-not-a-signature = Die Daten waren nur versiegelt. Ein Siegel ist keine Signatur.
cause-recipe-unproven = Wie solche Daten signiert werden, hat kein echter Datensatz je gezeigt.
cause-other = Die Signatur konnte nicht geprüft werden.

## Kennzeichen

proven = bewiesen
stated-not-proven = angegeben, nicht bewiesen
session-not-proven = Nichts an diesem Ladevorgang ist bewiesen: Seine Signaturen sind ungültig oder wurden nicht geprüft.
no-value = kein Wert
mark-fail = FEHLER
mark-warn = HINWEIS
mark-info = INFO
severity-fail = FEHLER: Der Datensatz oder Ladevorgang gilt nicht als bestätigt.
severity-warn = HINWEIS: Das Urteil bleibt bestehen, aber hier sollte jemand hinsehen.
severity-info = INFO: gut zu wissen, ohne Einfluss auf das Urteil

## Überschriften

input-title = Eingabe { $number }: { $name }
input-is-key = Ein Schlüssel und keine Daten: Er hat kein eigenes Urteil und stand für die Prüfung der anderen Eingaben bereit.
input-is-signature = Die Signatur einer anderen Eingabe: Sie hat kein eigenes Urteil und wurde mit ihr zusammen geprüft.
session-title = Ladevorgang { $number }
heading-sessions = { $count } Ladevorgänge
heading-loose = Signierte Messwerte außerhalb eines Ladevorgangs
heading-claims = Behauptet, nicht signiert
heading-findings = Befunde
heading-errors = Nicht lesbar
heading-summary = Übersicht
heading-about-report = Über diesen Bericht
heading-about = Worauf die Regel achtet
heading-bill = Was es für die Rechnung bedeutet
heading-advice = Was Sie tun können
heading-formats = Formate signierter Messwerte
heading-carriers = Behälter, in denen sie stecken

## Spalten

column-number = Nr.
column-verdict = Urteil
column-energy = Energie
column-proof = Nachweis
column-begin = Beginn
column-duration = Dauer
column-result = Ergebnis
column-input = Eingabe
column-belongs = Ladevorgang
column-told-session = Genannte Nummer

## Zeilennamen, höchstens 15 Zeichen

label-energy = Energie
label-begin = Beginn
label-end = Ende
label-duration = Dauer
label-time-quality = Zeiten
label-register = Register
label-loss = Kabelverlust
label-meter = Zähler
label-gateway = Signiergerät
label-session = Vorgangsnummer
label-counted = Gezählte Zeit
label-charge-point = Ladepunkt
label-user = Nutzer
label-tariff = Tariftext
label-prices = Preise darin
label-records = Datensätze
label-belongs = Gehört zu
label-station = Station
label-hours = Berechnete Zeit
label-cost = Kosten
label-credit = Gutschrift
label-course = Verlauf
label-signature = Signatur
label-key = Schlüssel
label-fingerprint = Fingerabdruck
label-key-bytes = Schlüssel (hex)
label-curve = Kurve
label-note = Anmerkung
label-input = Eingabe
label-rules = Regeln
label-required = Verlangt
label-program = Programm
label-severity = Gewicht
label-scope = Betrachtet
label-fail = Fehler
label-warn = Hinweise
label-info = Zur Kenntnis
label-meters = Zähler
label-unproven = Kein Nachweis
label-formats = Formate
label-status = In Kraft
label-basis = Grundlage
label-versions = Versionen
label-algorithms = Signaturen
label-labels = Genannt

## Zeilen eines Ladevorgangs

energy-begin-missing = unbekannt: Der Beginn des Ladevorgangs fehlt
energy-end-missing = unbekannt: Das Ende des Ladevorgangs fehlt
energy-unknown = unbekannt: Kein Register des Zählers gibt sie an
register-span = { $obis } ({ $choice }): Beginn { $begin }, Ende { $end }
register-unnamed = ohne Kennzahl
billing-compensated-import = Energie zum Fahrzeug, Kabelverlust abgezogen
billing-import = Energie zum Fahrzeug
billing-only-energy-register = das einzige Energieregister
billing-other = für die Rechnung gewählt
loss-taken-off = { $loss } des Kabels sind bereits abgezogen
serial = Seriennummer { $serial }
firmware = Firmware { $version }
user-not-assigned = niemand zugeordnet
user-assigned = zugeordnet
user-level = Zuordnung laut Station { $level }
price-start = Start { $price } ct
price-kwh = { $price } ct je kWh
price-minute = { $price } ct je Minute
price-minute-from = { $price } ct je Minute ab Minute { $minute }
price-minute-after = { $price } ct je Minute nach dem Laden
record-list = { $count ->
    [one] Datensatz { $numbers } ({ $formats })
   *[other] Datensätze { $numbers } ({ $formats })
}
pagination = Zähler der Datensätze { $pages }
time-no-offset = (keine Zeitzone angegeben)
sync-synchronised = Uhr synchronisiert
sync-informative = nur zur Information
sync-relative = nur zur Information; die seit Beginn vergangene Zeit zählt
sync-unknown = Uhr nicht gestellt, oder nichts dazu gesagt
sync-other = unbekannter Zustand der Uhr
quality-synchronised = Beginn und Ende nach synchronisierter Uhr; Zeiten und Dauer zählen
quality-duration-only = nur die Dauer zählt; Uhrzeit und Datum sind zur Information
quality-informative = nur zur Information; ein Preis nach Zeit kann sich nicht darauf stützen
quality-unusable = nicht verwendbar
quality-other = von unbekanntem Wert

## Signaturen und Schlüssel

signature-valid = gültig
signature-invalid = UNGÜLTIG
signature-not-checked = NICHT GEPRÜFT
reason-mismatch = Daten, Signatur oder Schlüssel wurden verändert oder gehören nicht zusammen
reason-out-of-range = die Zahlen der Signatur liegen außerhalb des erlaubten Bereichs
reason-malformed = die Signatur ist beschädigt
reason-key-does-not-fit-algorithm = der Schlüssel ist von anderer Art als die Signatur
reason-no-key = es gibt keinen öffentlichen Schlüssel
reason-key-unreadable = der öffentliche Schlüssel ist nicht lesbar
reason-key-ambiguous = es ist nicht klar, welcher öffentliche Schlüssel gemeint ist
reason-algorithm-unknown = die Art der Signatur ist nicht bekannt
reason-signature-unreadable = die Signatur fehlt oder ist nicht lesbar
reason-record-unreadable = die signierten Daten sind nicht lesbar
reason-format-unknown = das Datenformat ist nicht bekannt
reason-seal-is-not-a-signature = ein Siegel ist keine Signatur
reason-recipe-unproven = wie solche Daten signiert werden, hat kein echter Datensatz je gezeigt
reason-format-ambiguous = mehrere Datenformate würden passen
reason-other = aus einem anderen Grund
origin-record = kam im selben Datensatz wie die signierten Daten
origin-container = kam in derselben Datei oder mit den Dateien
origin-user = von Ihnen angegeben
origin-register = aus einem Verzeichnis, dem Sie vertrauen
proves-carried = Er beweist, dass die Daten unverändert sind, nicht, wessen Zähler es war
proves-user = Er beweist, dass die Daten unverändert sind; vergleichen Sie ihn mit dem Aufkleber an der Ladesäule, falls Sie ihn nicht von dort haben
proves-register = Er beweist, dass die Daten unverändert sind; wessen Zähler es war, steht in diesem Verzeichnis
proves-registered-claimed = Er beweist, dass die Daten unverändert und von dieser Station sind; dass es die Ihrer Rechnung ist, ist nicht signiert
proves-other-period = Er beweist, dass die Daten unverändert sind; der Schlüssel ist nur für eine andere Zeit bekannt
registered-charge-point = eingetragen für den Ladepunkt { $name }
registered-meter = eingetragen für den Zähler { $name }
registered-gateway = eingetragen für die Signiereinheit { $name }
registered-station = eingetragen für die Ladestation Nr. { $name }
registered-somewhere = eingetragen
registered-by = von { $operator }
register-of = { $name } vom { $date }
pinned-on = von Ihnen hinterlegt am { $date }
origin-none = keiner: Nichts wurde geprüft
origin-none-some = keiner für einen Teil der Datensätze: Diese wurden nicht geprüft
key-too-long = { $bytes } Byte, zu lang für einen Vergleich mit dem Auge: Vergleichen Sie den Fingerabdruck
key-note-wrapping = Der Schlüssel war ungewöhnlich verpackt: { $found }.
key-note-encoding = Der Schlüssel ist anders codiert als angegeben: { $found }.
key-note-other = Der Schlüsseltext ist ungewöhnlich: { $found }.
key-refused = { $name } ist kein öffentlicher Schlüssel und keine Datei, die einen enthält.
key-problem-empty = Es steht nichts darin.
key-problem-too-long = Er ist zu lang für einen Schlüssel.
key-problem-not-decodable = Er ist in keiner bekannten Weise codiert.
key-problem-not-a-key = Er lässt sich decodieren, ist aber kein öffentlicher Schlüssel.
key-problem-not-on-curve = Der Punkt liegt nicht auf seiner Kurve: Das ist kein gültiger Schlüssel.
key-problem-ambiguous-curve = Die Bytes passen zu mehreren Kurven: { $curves }.
key-problem-ambiguous-encoding = Er lässt sich auf mehrere Weisen decodieren, mit verschiedenen Schlüsseln als Ergebnis.
key-problem-unsupported-algorithm = Diese Art von Schlüssel wird nicht unterstützt: { $name }.
key-problem-explicit-parameters = Er schreibt die Parameter seiner Kurve aus, statt sie zu benennen; das wird nicht angenommen.
key-problem-private-key = Es ist ein privater Schlüssel. Er darf nie weitergegeben werden und wird hier nicht benutzt.
key-problem-other = Er ist nicht verwendbar.

## Datensätze außerhalb von Ladevorgängen, Befunde

record-number = Datensatz { $number }:
record-repeats = wiederholt Datensatz { $number }
and-more-records = … und { $count ->
    [one] ein weiterer Datensatz
   *[other] { $count } weitere Datensätze
} (alle stehen im JSON-Bericht)
and-more-keys = und { $count ->
    [one] ein weiterer Schlüssel
   *[other] { $count } weitere Schlüssel
} (alle stehen im JSON-Bericht)
and-more = und { $count } weitere
and-more-findings = … und { $count ->
    [one] ein weiterer Befund
   *[other] { $count } weitere Befunde
} zu { $code } (alle stehen im JSON-Bericht)
times = { $count ->
    [one] einmal
    [2] zweimal
   *[other] { $count }-mal
}
subject-record = Datensatz { $number }
subject-measurement = Ablesung { $reading } von Datensatz { $number }
subject-transaction = Ladevorgang { $number }
subject-claim = Behauptung { $number }
finding-bill = Für die Rechnung:
finding-advice = Rat:

## Die Rechnung

bill-agrees = Die Rechnung stimmt mit dem überein, was bewiesen ist.
bill-in-favour = Die Rechnung verlangt nicht mehr, als bewiesen ist.
bill-not-checked = Die Rechnung konnte nicht geprüft werden. { $title }.
bill-not-checked-alone = Die Rechnung konnte nicht geprüft werden.
bill-wrong = Die Rechnung ist falsch. { $title }.
bill-agrees-but = Die Rechnung stimmt mit dem überein, was bewiesen ist, aber die signierten Daten im Ganzen sind nicht in Ordnung, siehe unten.
heading-signed-data = Signierte Daten
bill-title = Rechnung
bill-kind-figures = einzelne Zahlen
bill-kind-own = Rechnung in der Form dieses Programms
bill-kind-cdr = Ladedatensatz (CDR, OCPI)
bill-session-named = { $number }, von Ihnen genannt
bill-session-only = { $number }, der einzige
bill-session-fits = { $number }, der einzige, der passt
bill-session-amount = { $number }, der einzige mit dieser Menge
bill-session-none = keiner
label-bill = Rechnung
label-bill-session = Ladevorgang
label-bill-evse = Ladepunkt
label-bill-tariff = Tarif
label-price = Preis
label-not-applied = Gilt nicht
label-sum = Zwischensumme
label-total = Summe
bill-energy = { $billed } auf der Rechnung, { $proven } bewiesen: { $outcome }
bill-energy-unproven = { $billed } auf der Rechnung, nichts bewiesen: nicht geprüft
bill-time = { $billed } auf der Rechnung, { $signed } nach dem Zähler: { $outcome }
bill-time-unsigned = { $billed } auf der Rechnung; keine brauchbare Zeit des Zählers
bill-duration = { $billed } auf der Rechnung, { $signed } nach dem Zähler: { $outcome }
bill-duration-unsigned = { $billed } auf der Rechnung; keine Dauer nach dem Zähler
bill-evse = { $billed } auf der Rechnung, { $signed } signiert: { $outcome }
bill-total = { $billed } auf der Rechnung, { $computed } nachgerechnet: { $outcome }
bill-total-parts = { $billed } auf der Rechnung, { $computed } nachgerechnet: stimmt, wenn Teile vor dem Addieren gerundet werden
bill-total-alone = { $billed } auf der Rechnung; nicht nachgerechnet
bill-total-computed = { $computed } nachgerechnet; die Rechnung nennt keine
with-tax = mit Steuer
without-tax = ohne Steuer
compared-agrees = stimmt
compared-rounded-down = stimmt, abgerundet
compared-lower = die Rechnung sagt weniger
compared-higher = die Rechnung sagt MEHR
compared-differs = weicht ab
compared-not-checked = NICHT GEPRÜFT
clock-proves = Uhr synchronisiert
clock-informs = die Uhr des Zählers dient nur zur Information
tariff-origin-bill = kam mit der Rechnung
tariff-origin-user = von Ihnen angegeben
tariff-origin-signed = vom Zähler signiert
tariff-unnamed = ohne Namen
tariff-taxes-included = Preise mit Steuer
tariff-taxes-excluded = Preise ohne Steuer
tariff-taxes-none = keine Steuer
tariff-line = { $name } ({ $origin }; { $taxes })
step-flat = einmalig { $price } { $currency }
step-energy = { $quantity } kWh × { $price } { $currency }/kWh
step-time = { $quantity } Laden × { $price } { $currency } je Stunde
step-parking = { $quantity } ohne Laden × { $price } { $currency } je Stunde
step-session = { $quantity } Ladevorgang × { $price } { $currency } je Stunde
step-line = { $step } = { $amount } { $currency }
step-proven = bewiesen
step-stated = nicht bewiesen: nach einer Uhr, die nur zur Information dient
step-claimed = nicht bewiesen: nur nach der Rechnung
step-filled = gebraucht { $used }, aufgefüllt auf Schritte von { $step }
step-vat = { $rate } % Steuer
step-met = wegen { $restrictions }
skipped-line = Element { $element }, { $price } { $currency } für { $kind }: { $why }
skipped-earlier = ein früheres Element geht vor
skipped-unmet = nicht erfüllt: { $restriction }
kind-flat = den Ladevorgang
kind-energy = eine kWh
kind-time = eine Stunde Laden
kind-parking = eine Stunde ohne Laden
kind-session = eine Stunde Ladevorgang
restriction-time-of-day = Tageszeit
restriction-date = Datum
restriction-weekday = Wochentag
restriction-energy = Energie bis dahin
restriction-duration = Dauer bis dahin
restriction-power = Leistung
restriction-current = Stromstärke
restriction-reservation = Reservierung
restriction-unknown = unbekannte Bedingung
sum-net = { $net } { $currency } ohne Steuer
sum-gross = { $gross } { $currency } mit Steuer
sum-least = der Mindestpreis des Tarifs gilt
sum-greatest = der Höchstpreis des Tarifs gilt

## Fehler

error-input-unreadable = Die Eingabe lässt sich nicht öffnen oder lesen.
error-empty = Die Eingabe ist leer.
error-nothing-found = Nichts darin sieht nach signierten Messwerten aus.
error-unknown-content = Es ist weder Text noch ein bekannter Behälter.
error-not-utf8 = Der Text ist kein gültiges UTF-8.
error-xml-syntax = Das XML ist nicht wohlgeformt.
error-xml-doctype = Das XML hat einen Dokumenttyp oder Entitäten; das wird nicht angenommen.
error-xml-root = Das XML ist von einer Art, die keine signierten Messwerte trägt.
error-value-payload = Ein Wert enthält keine signierten Daten, oder mehrere.
error-duplicate-element = Ein Element, das einmal stehen darf, steht mehrmals.
error-split-text = Signierte Daten sind von einem Kommentar oder einer Anweisung unterbrochen.
error-not-decodable = Der Text entspricht nicht der angegebenen Codierung.
error-archive-damaged = Ein Archiv oder eine Datei darin ist beschädigt.
error-archive-encrypted = Ein Archiv oder eine Datei darin ist verschlüsselt.
error-archive-unsupported = Ein Archiv oder eine Datei darin ist in einer Weise gepackt, die hier nicht geöffnet wird.
error-pdf-damaged = Das PDF oder eine daran angehängte Datei ist beschädigt.
error-pdf-encrypted = Das PDF ist verschlüsselt. Speichern Sie es ohne Kennwort und prüfen Sie erneut.
error-pdf-without-attachment = An das PDF ist keine Datei angehängt. Was darin gedruckt steht, ist nicht signiert und beweist nichts; verlangen Sie die signierten Daten selbst.
error-own-report = Das ist ein Bericht dieses Programms. Er ist nicht signiert und beweist nichts; geben Sie die Dateien an, aus denen er gemacht wurde.
error-picture-unreadable = Das Bild lässt sich nicht öffnen.
error-picture-without-code = Im Bild lässt sich kein QR-Code lesen. Ein schärferes oder größeres Bild nur des Codes kann helfen.
error-link-only = Es gibt nur einen Verweis auf Daten, die anderswo liegen. Ihm wird nicht gefolgt; es wird nichts geladen. Öffnen Sie ihn selbst und prüfen Sie die Daten dahinter.
error-sealed = Daten unter einem Siegel wurden nicht geöffnet.
error-message-unreadable = Eine Nachricht des Protokolls betrifft einen Ladevorgang und ist nicht lesbar.
error-session-unsigned = Keine signierten Werte: Dieser Ladevorgang lässt sich nicht beweisen.
error-format-unknown = Ein Datensatz ist in keinem bekannten Format.
error-format-ambiguous = Ein Datensatz passt zu mehreren Formaten.
error-record-unreadable = Ein Datensatz ist nicht lesbar.
error-key-unreadable = Ein Schlüssel ist nicht lesbar.
error-key-store-unreadable = Die Ablage eingetragener Schlüssel ließ sich nicht befragen.
error-limit = Eine Grenze ist erreicht; was danach kommt, wurde nicht gelesen.
parse-header-missing = Er beginnt nicht, wie sein Format es verlangt.
parse-truncated = Er endet mittendrin.
parse-not-utf8 = Er ist kein gültiges UTF-8.
parse-syntax = Sein Aufbau ist fehlerhaft.
parse-part-missing = Ein notwendiger Teil fehlt.
parse-checksum = Seine Prüfsumme stimmt nicht.
parse-sealed = Sein Inhalt liegt unter einem Siegel.
parse-limit = Er überschreitet eine Grenze.
parse-other = Er ist beschädigt.
parse-field = (Feld { $field })
seal-not-hex = Es ist nicht in Hexadezimalziffern geschrieben.
seal-structure = Es ist nicht aufgebaut, wie versiegelte Daten es sein müssen.
seal-format-id = Es sind keine versiegelten Daten der bekannten Art.
seal-version = Seine Version ist nicht bekannt.
seal-cipher = Es wurde auf eine Weise versiegelt, die nicht bekannt ist.
seal-key-agreement = Es wurde nur für einen Empfänger versiegelt (ECDHE). Niemand sonst kann es öffnen, also kann kein Dritter es prüfen.
seal-compression = Sein Inhalt ist auf eine Weise gepackt, die nicht bekannt ist.
seal-key-missing = Es gibt keinen RSA-Schlüssel, mit dem es sich öffnen ließe.
seal-key-unusable = Der mitgelieferte Schlüssel ist kein RSA-Schlüssel.
seal-key-weak = Der Schlüssel ist zu schwach oder zu groß (1024 bis 4096 Bit, Exponent mindestens 65537).
seal-key-size = Der Schlüssel hat eine andere Länge als angegeben oder als die Version verlangt.
seal-aes-keys = Die inneren Schlüssel sind nicht die, die die Version verlangt.
seal-authentication-layer = Ein Teil, der leer sein muss, ist es nicht.
seal-length = Es hat eine Länge, die kein Siegel dieses Schlüssels hat.
seal-out-of-range = Es wurde nicht mit diesem Schlüssel versiegelt oder ist verändert.
seal-prefix = Es öffnet sich nicht mit diesem Schlüssel oder ist verändert.
seal-magic = Es öffnet sich nicht mit diesem Schlüssel oder ist verändert.
seal-nonce = Seine Blöcke gehören nicht zusammen: Es ist verändert.
seal-sequence = Seine Blöcke stehen nicht in ihrer Reihenfolge: Es ist verändert.
seal-content-length = Seine Blöcke widersprechen einander: Es ist verändert.
seal-block-count = Es hat mehr oder weniger Blöcke, als sein Inhalt verlangt.
seal-filler = Der Rest seines letzten Blocks ist nicht leer: Es ist verändert.
seal-inflate = Sein Inhalt lässt sich nicht entpacken.
seal-content = Innen steht nicht ein Messwert des angegebenen Formats.
limit-name = (Grenze { $limit })
at-byte = Byte { $offset }

## Behauptungen

claims-are-claims = Das Folgende steht neben den signierten Daten. Niemand hat es signiert, und es beweist nichts.
claim-title-log = Behauptung { $number }: Ladevorgang { $session } aus einem Nachrichtenprotokoll
claim-title-billed = Behauptung { $number }: Abrechnungsdatensatz { $session }
claim-unnamed = ohne Nummer
claim-home = { $count ->
    [one] Ladevorgang { $numbers }
   *[other] Ladevorgänge { $numbers }
}
claim-home-none = keinem Ladevorgang: Seine signierten Werte ergeben keinen
claim-unsigned = nichts: keine signierten Werte, dieser Ladevorgang lässt sich nicht beweisen
claim-unsigned-short = unsigniert
claim-connector = Anschluss { $name }
claim-state = Zählerstand { $value }
claim-reason = Grund { $reason }
claim-hours = { $hours } Stunden
claim-cost = { $amount } { $currency }
claim-cost-gross = { $amount } { $currency } mit Steuer
claim-credit = nimmt den Datensatz { $of } zurück; dessen Beträge zählen nicht doppelt
claim-allowed-presented = an der Station vorgehalten
claim-allowed-remote = aus der Ferne gestartet
claim-allowed-local = von der Station selbst zugelassen
claim-allowed-other = auf anderem Weg zugelassen
claim-restarted = { $has ->
    [found] Die Station ist neu gestartet ({ $reason })
   *[none] Die Station ist neu gestartet
}
claim-silence = keine Nachricht von { $from } bis { $to }
claim-messages-missing = { $count ->
    [one] Eine nummerierte Nachricht fehlt
   *[other] { $count } nummerierte Nachrichten fehlen
}
claim-setting = { $has ->
    [found] Einstellung { $name } = „{ $value }“
   *[none] Einstellung { $name } ist leer
}
claim-not-ended = Keine Nachricht beendet den Ladevorgang

## Ende des Berichts

input-size = { $name }, { $bytes } Byte
hash-none = nicht berechnet, weil die Eingabe nicht vollständig gelesen wurde
sessions-short = { $proven } von { $count } Ladevorgängen bewiesen
rule-outcomes = { $passed } bestanden, { $found } mit Befunden, { $none } ohne Gegenstand, { $unable } nicht anwendbar mangels Daten
required-container = mindestens ein Schlüssel, der mit den Dateien kam
required-user = mindestens ein vom Nutzer angegebener Schlüssel
required-register = nur ein Schlüssel aus einem Verzeichnis, dem vertraut wird
program = { $program }, Regelwerk { $rules }

## Das Zählerbuch

heading-audit = Prüfung
heading-unproven = Datensätze, die kein Nachweis sind
audit-meter = Zähler { $serial }
audit-no-serial = ohne Seriennummer
audit-no-meter = Das Zählerbuch kennt keinen solchen Zähler.
audit-records = { $records ->
    [one] ein Datensatz
   *[other] { $records } Datensätze
} mit gültiger Signatur, { $sessions ->
    [one] ein Ladevorgang
   *[other] { $sessions } Ladevorgänge
}
audit-reported = { $count ->
    [one] Einer davon stammt aus einem Bericht: Dass seine Signatur gültig ist, sagt nur der Bericht.
   *[other] { $count } davon stammen aus Berichten: Dass ihre Signaturen gültig sind, sagen nur die Berichte.
}
audit-rests-on-report = (Stützt sich auf einen Datensatz, der aus einem Bericht stammt.)
audit-from-report = aus einem Bericht
audit-unproven-invalid = { $input }: Die Signatur ist ungültig. Angeblicher Zähler { $serial }, Nummer { $pagination }
audit-unproven-not-checked = { $input }: Die Signatur wurde nicht geprüft. Angeblicher Zähler { $serial }, Nummer { $pagination }
audit-unproven-more = … und { $count ->
    [one] ein weiterer
   *[other] { $count } weitere
}; alle stehen in der Ausgabe als JSON oder CSV
audit-unproven = { $count ->
    [one] ein Datensatz ohne gültige Signatur; er wurde nicht verwendet
   *[other] { $count } Datensätze ohne gültige Signatur; sie wurden nicht verwendet
}
audit-findings = { $count ->
    [0] Es wurde nichts gefunden.
    [one] Ein Befund, zu einem Zähler.
   *[other] { $count } Befunde, zu { $meters ->
        [one] einem Zähler
       *[other] { $meters } Zählern
    }.
}
audit-empty = NICHT GEPRÜFT: Das Zählerbuch hat keinen Nachweis zu dem, wonach gefragt wurde.
audit-fail = FEHLER:
audit-warn = MIT HINWEISEN:
audit-fine = IN ORDNUNG:
part-begin = Beginn
part-between = inmitten
part-end = Ende
part-none = Ablesung
scope-inputs = die Dateien eines Aufrufs
scope-history = die Geschichte eines Zählers im Zählerbuch
added = Zählerbuch: { $new ->
    [one] { $new } neuer Datensatz
   *[other] { $new } neue Datensätze
    }, { $known } schon bekannt, { $unproven } ohne gültige Signatur.
added-invalid = { $input }: Eine Signatur ist ungültig. Der Datensatz ist vermerkt, aber kein Nachweis.
added-not-checked = { $input }: Eine Signatur ließ sich nicht prüfen. Der Datensatz ist vermerkt, aber kein Nachweis.
added-nothing = { $input }: Kein signierter Datensatz, es wurde nichts aufgenommen.
added-error = { $input }: { $detail }
added-report = { $input }: Bericht { $number } und alles dahinter wurde nicht aufgenommen: { $detail }

## Seiten über Regeln und Formate

family-bil = Rechnungen
family-con = Behälter
family-fmt = Aufbau der signierten Daten
family-idn = Nutzer und Ladepunkt
family-key = Schlüssel
family-led = Geschichte von Zählern über viele Ladevorgänge
family-los = Kabelverlust
family-mtr = Identität und Zustand des Zählers
family-obi = Register und Einheiten
family-pag = Zähler der Datensätze
family-sig = Signaturen
family-tim = Zeiten
family-txn = Form eines Ladevorgangs
family-val = Zählerstände
formats-all = alle, die haben, worauf die Regel achtet
status-stable = seit Version { $since }
status-deprecated = seit Version { $since } zur Streichung vorgesehen: { $reason }
status-removed = nicht mehr, gestrichen mit Version { $since }: { $reason }
basis-own = eigenes Urteil: { $reason }
rule-count = { $count ->
    [one] { $count } Regel, Regelwerk { $set }
   *[other] { $count } Regeln, Regelwerk { $set }
}
carries-key = kann im Datensatz neben den signierten Daten stehen
carries-no-key = steht nicht im Datensatz
label-comes-in = Kommt in
comes-in = { $carriers }; und in Text und Archiven wie jedes Format
recognised-by = erkannt an: { $mark }

# ---- Schlüsselablage ----

import-done = eingelesen
import-known = genau diese Datei ist schon in der Ablage; nichts wurde geändert
source-register = amtliches Register
source-list = Liste
date-from-user = wie Sie angaben
date-from-text = laut Text der Datei
date-from-name = laut Name der Datei
label-state-of = Stand
label-read = Gelesen
label-changes = Gegen vorher
label-keys = Schlüssel
label-curves = Kurven
label-station-id = Ladestation Nr.
label-operator = Betreiber
label-place = Ort
label-source = Bekannt aus
label-validity = Gültig
label-seen = Gesehen
label-key-text = Wortlaut
import-rows = { $count ->
    [one] { $count } Zeile
   *[other] { $count } Zeilen
    }
import-entries = { $count ->
    [one] { $count } Eintrag mit Name oder Schlüssel
   *[other] { $count } Einträge mit Name oder Schlüssel
    }
import-new = { $count } neu
import-gone = { $count } nicht mehr da
import-keys = { $readable } von { $count } Feldern enthalten einen Schlüssel
import-ambiguous = auf einer von zwei Kurven, was der Messwert entscheidet: { $count }
import-shared = { $count ->
    [one] { $count } Schlüssel steht an mehr als einer Station
   *[other] { $count } Schlüssel stehen an mehr als einer Station
    }
import-bad-cells = { $count ->
    [one] { $count } Feld ist nicht zu verwenden
   *[other] { $count } Felder sind nicht zu verwenden
    }
bad-cell-place = Zeile { $row }, { $column }
quoted = „{ $text }“
bad-cell-date = Es ist kein Datum, deshalb wurde der Eintrag ausgelassen.
pin-done = Der Schlüssel ist hinterlegt.
pin-known = Der Schlüssel war schon genau so hinterlegt.
unpin-done = { $count ->
    [one] { $count } hinterlegter Eintrag wurde zurückgenommen.
   *[other] { $count } hinterlegte Einträge wurden zurückgenommen.
    }
export-left-out = { $count ->
    [one] { $count } Eintrag ohne eindeutigen Schlüssel wurde ausgelassen.
   *[other] { $count } Einträge ohne eindeutigen Schlüssel wurden ausgelassen.
    }
pin-others = Für dieselbe Stelle außerdem bekannt
find-nothing = Die Schlüsselablage weiß nichts über { $text }.
standing-in-force = gilt
standing-between = nicht im Stand davor, aber im nächsten
standing-register-younger = das Verzeichnis ist jünger
standing-other-period = nur für eine andere Zeit bekannt
day-span = { $from } bis { $to }
key-missing-in-register = keiner ist eingetragen
curve-one-of = eine von { $curves }; der Messwert entscheidet
list-empty = Die Schlüsselablage ist leer.
list-ambiguous = je nach Messwert
list-unreadable = kein Schlüssel
column-charge-point = Ladepunkt
column-meter = Zähler
column-curve = Kurve
column-fingerprint = Fingerabdruck
column-operator = Betreiber
column-source = Bekannt aus
column-date = Stand
column-register = Verzeichnis
column-entries = Einträge
column-keys = Schlüssel
column-imported = Eingelesen
column-file = Datei
history-pins = { $count ->
    [0] Kein Schlüssel ist hinterlegt.
    [one] { $count } Schlüssel ist hinterlegt.
   *[other] { $count } Schlüssel sind hinterlegt.
    }
store-missing = Unter { $file } gibt es keine Schlüsselablage. Legen Sie eine an mit `eichrecht keys import` oder `eichrecht keys pin`.
store-not-a-store = { $file } ist keine Schlüsselablage.
store-too-new = Die Schlüsselablage { $file } stammt von einer neueren Fassung dieses Programms.
store-damaged = Die Schlüsselablage { $file } ist beschädigt und wurde nicht verwendet: { $detail }
store-busy = Ein anderes Programm arbeitet an der Schlüsselablage { $file } und wurde nicht rechtzeitig fertig.
store-io = Die Schlüsselablage { $file } lässt sich nicht verwenden: { $detail }
store-no-header = { $file } ist kein bekanntes Register und keine bekannte Liste von Schlüsseln: Es fehlt eine Kopfzeile mit einer Spalte für Schlüssel und einer für Betreiber, EVSE-ID, Zähler oder Gateway.
store-not-a-table = { $file } lässt sich nicht als Tabelle lesen: { $detail }
store-limit = { $file } überschreitet die Grenze { $detail }. Nichts daraus wurde eingelesen.
store-no-date = Weder Text noch Name von { $file } sagen, von welchem Tag die Datei ist. Geben Sie ihn an: --date JJJJ-MM-TT.
store-date-taken = Die Schlüsselablage hat schon eine andere Datei dieses Verzeichnisses mit demselben Datum wie { $file }. Geben Sie --replace an, wenn diese an ihre Stelle treten soll, oder ein anderes --date.
store-nothing-to-pin-to = Geben Sie an, wozu der Schlüssel gehört: --evse, --meter oder --gateway.

## Der gedruckte Bericht

paper-title = Prüfbericht über signierte Messwerte
paper-sessions = Ladevorgänge
paper-readings = Ablesungen
paper-column-record = Datensatz
paper-column-reason = Anlass
paper-column-value = Wert
paper-column-time = Zeit
paper-basis = Grundlage:
paper-more-readings = { $count ->
    [one] … und { $count } weitere Ablesung, siehe JSON-Bericht
   *[other] … und { $count } weitere Ablesungen, siehe JSON-Bericht
}
paper-left-out = Dieser Bericht hat so viele Seiten, wie er haben darf. Weggelassen: Ladevorgänge { $sessions }, Befunde { $findings }, andere Einträge { $others }. Sie stehen alle im JSON-Bericht (verify -o json, oder report.json im Bündel); im Urteil oben sind sie mitgezählt.
paper-no-proof = Dieser Bericht ist nicht signiert und beweist selbst nichts. Was bewiesen ist, lässt sich aus den signierten Daten und den Schlüsseln jederzeit nachrechnen: mit diesem Programm oder mit jedem anderen, das das Format kennt.
label-made = Erstellt
label-program-file = Programm-SHA256
basis-own-short = eigene Bewertung
standing-signed = signiert
standing-signed-means = steht so in signierten Daten, und die Signatur ist gültig
standing-derived = berechnet
standing-derived-means = von diesem Programm aus signierten Werten berechnet
standing-unproven = nicht bewiesen
standing-unproven-means = in den Daten angegeben; keine gültige Signatur beweist es
standing-unsigned = nicht signiert
reading-begin = Beginn
reading-intermediate = beim Laden
reading-suspended = Ladepause
reading-tariff-change = Tarifwechsel
reading-exception = Störung
reading-end = Ende
reading-end-local = Ende an der Säule
reading-end-remote = Ende von außen
reading-end-abort = Ende durch Abbruch
reading-end-power-failure = Ende durch Stromausfall
reading-other = anderer
reading-none = ohne Angabe
