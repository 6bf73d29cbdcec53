### Rechnungen neben dem, was bewiesen ist.

BIL001-title = Die Rechnung verlangt mehr Energie, als bewiesen ist
BIL001-message = Auf der Rechnung stehen { $billed }, bewiesen sind { $proven }: { $difference } zu viel. { $unit ->
    [suspected] Das eine ist etwa das Tausendfache des anderen: Vermutlich wurden Wattstunden mit Kilowattstunden verwechselt.
   *[other] Durch Runden ist das nicht zu erklären.
}
BIL001-bill = Mehr als der Zähler gemessen hat, darf nicht berechnet werden.
BIL001-advice = Widersprechen Sie der Rechnung und legen Sie diesen Bericht bei.
BIL001-about = Vergleicht die Energie der Rechnung mit der bewiesenen, im Rahmen der Rundung der Rechnung selbst: eine halbe Einheit ihrer letzten Stelle und nie mehr als 0,05 kWh nach oben. Eine Rechnung über 12,3 kWh ist in Ordnung, wenn 12,34 kWh bewiesen sind; eine über 12,35 kWh nicht.

BIL002-title = Die Rechnung verlangt weniger Energie, als bewiesen ist
BIL002-message = Auf der Rechnung stehen { $billed }, bewiesen sind { $proven }: { $difference } weniger. { $unit ->
    [suspected] Das eine ist etwa das Tausendfache des anderen: Vermutlich wurde die Einheit verwechselt.
   *[other] Das ist zu Ihrem Vorteil.
}
BIL002-bill = Es ist nicht das, was gemessen wurde, aber Sie zahlen nicht mehr, als Sie bekommen haben.
BIL002-advice = Sie müssen nichts tun. Der Betreiber sollte klären, woher der Unterschied kommt.
BIL002-about = Vergleicht die Energie der Rechnung mit der bewiesenen. Stellen, die nur hinter der letzten Stelle der Rechnung abgeschnitten wurden, sind in Ordnung.

BIL003-title = Nichts ist bewiesen, womit die Rechnung verglichen werden könnte
BIL003-message = Die Energie von Ladevorgang { $session } ist nicht bewiesen. Die Rechnung ist damit weder richtig noch falsch.
BIL003-bill = Die Rechnung wurde nicht geprüft. Dass sie vielleicht dieselben Zahlen nennt wie die unbewiesenen Daten, bedeutet nichts.
BIL003-advice = Warum nichts bewiesen ist, steht weiter oben. Fragen Sie den Betreiber nach dem, was fehlt.
BIL003-about = Eine Rechnung wird nur mit bewiesener Energie verglichen: alle Signaturen gültig, keine Regel verletzt, Beginn und Ende vorhanden.

BIL004-title = Es ist nicht klar, zu welchem Ladevorgang die Rechnung gehört
BIL004-message = { $problem ->
    [no-session] Die Daten enthalten keinen Ladevorgang.
    [no-such-session] Einen Ladevorgang mit der angegebenen Nummer gibt es nicht.
    [several] Mehrere Ladevorgänge passen zur Rechnung: { $sessions }.
    [none-fits] Keiner der Ladevorgänge passt zu dem, was die Rechnung über Zeit, Ort und Menge sagt.
   *[other] Die Zeiten der Rechnung und die des einzigen Ladevorgangs treffen sich nicht: Wahrscheinlich gehört sie zu einem anderen.
}
BIL004-bill = Die Rechnung wurde nicht geprüft.
BIL004-advice = Sagen Sie, welcher Ladevorgang gemeint ist (--bill-session mit seiner Nummer), oder bitten Sie den Betreiber um die Daten des richtigen.
BIL004-about = Bei mehreren Ladevorgängen wird der genommen, der als einziger zu Zeiten, Ladepunkt oder Menge der Rechnung passt. Eine falsche Wahl könnte eine falsche Rechnung richtig aussehen lassen; wo es nicht klar ist, wird deshalb keiner genommen.

BIL005-title = Der Ladevorgang der Rechnung wurde allein an der Menge erkannt
BIL005-message = Nur Ladevorgang { $session } hat die berechnete Menge, und sonst sagt die Rechnung nichts, woran er zu erkennen wäre.
BIL005-bill = Sollte die Rechnung für einen anderen Ladevorgang gemeint sein, ist sie falsch.
BIL005-advice = Prüfen Sie anhand von Zeit und Ort, ob das Ihr Ladevorgang war, oder nennen Sie ihn mit --bill-session.
BIL005-about = Die Menge ist das, was an der Rechnung geprüft werden soll. Führt sie allein zum Ladevorgang, sähe eine Rechnung für einen anderen Ladevorgang mit falscher Menge genauso aus.

BIL006-title = Beginn oder Ende der Rechnung sind nicht die des Zählers
BIL006-message = { $which ->
    [begin] Der Beginn auf der Rechnung ({ $billed }) liegt { $minutes } Minuten
   *[other] Das Ende auf der Rechnung ({ $billed }) liegt { $minutes } Minuten
} { $order ->
    [earlier] vor dem des Zählers ({ $signed }).
   *[other] nach dem des Zählers ({ $signed }).
} { $zone ->
    [suspected] Die vollen Stunden deuten auf eine verwechselte Zeitzone.
   *[other] { "" }
}
BIL006-bill = Die Energiemenge hängt davon nicht ab, ein Preis nach Zeit oder Tageszeit schon.
BIL006-advice = Prüfen Sie, ob die Rechnung zu diesem Ladevorgang gehört. Enthält sie einen Preis nach Zeit, fragen Sie, welche Zeit zugrunde lag.
BIL006-about = Vergleicht Beginn und Ende. Eine Rechnung darf bis zu einer halben Stunde vor dem Zähler beginnen und bis zu einer halben Stunde nach ihm enden, weil das Fahrzeug schon angesteckt war oder noch stand; sonst gelten fünf Minuten.

BIL007-title = Die Uhr des Zählers beweist die Zeiten der Rechnung nicht
BIL007-message = Die Rechnung nennt Zeiten. Sie wurden mit den signierten verglichen, die nur zur Information dienen. { $duration ->
    [proven] Die Dauer ist bewiesen.
   *[other] Auch die Dauer ist nicht bewiesen.
}
BIL007-bill = Die Energiemenge hängt davon nicht ab. Ein Preis nach Zeit kann auf diesen Zeiten nicht beruhen.
BIL007-advice = Hat Ihr Tarif einen Preis nach Zeit, fragen Sie den Betreiber, wie die Zeit gemessen wurde. Sonst müssen Sie nichts tun.
BIL007-about = Zeiten einer Rechnung zählen so weit, wie die Uhr des Zählers zählt: synchronisiert, nur die Dauer, oder nur zur Information.

BIL008-title = Die Rechnung nennt eine längere Dauer als der Zähler
BIL008-message = Auf der Rechnung stehen { $billed } Minuten, nach dem Zähler waren es { $signed } Minuten. { $proof ->
    [proven] Die des Zählers sind bewiesen.
   *[other] Auch die des Zählers sind nicht bewiesen.
}
BIL008-bill = Zeit vor dem Beginn und nach dem Ende des Zählers wurde nicht gemessen. Kostet sie etwas, wird die Summe nicht stimmen.
BIL008-advice = Stand das Fahrzeug nach dem Laden noch an der Säule, kann das der Grund sein. Sonst fragen Sie den Betreiber.
BIL008-about = Vergleicht die Dauer der Rechnung mit der des Zählers; fünf Minuten Unterschied sind erlaubt.

BIL009-title = Die Rechnung nennt einen anderen Ladepunkt
BIL009-message = Die Rechnung nennt den Ladepunkt { $billed }, signiert ist { $signed }.
BIL009-bill = Die Rechnung gehört vielleicht zu einem anderen Ladevorgang.
BIL009-advice = Prüfen Sie, wo Sie geladen haben, und fragen Sie den Betreiber, welcher Ladevorgang gemeint ist.
BIL009-about = Vergleicht den Ladepunkt der Rechnung mit dem signierten; Schreibweise und Trennzeichen spielen keine Rolle.

BIL010-title = Die Summe ist zu hoch
BIL010-message = Auf der Rechnung stehen { $billed } { $tax ->
    [with] mit Steuer
   *[other] ohne Steuer
}, der Tarif ergibt { $computed }: { $difference } zu viel.
BIL010-bill = Die Summe folgt nicht aus Energie und Preisen. Alle Arten zu runden wurden versucht.
BIL010-advice = Gehen Sie die Schritte des Preises in diesem Bericht durch, prüfen Sie, ob der Tarif der vereinbarte ist, und widersprechen Sie der Rechnung.
BIL010-about = Rechnet die Summe Schritt für Schritt aus dem Tarif nach. Eine Rechnung darf am Ende runden, jede Zeile oder die Steuer für sich; zu hoch ist die Summe erst, wenn sie über all dem liegt.

BIL011-title = Die Summe ist niedriger, als der Tarif ergibt
BIL011-message = Auf der Rechnung stehen { $billed } { $tax ->
    [with] mit Steuer
   *[other] ohne Steuer
}, der Tarif ergibt { $computed }: { $difference } weniger. Das ist zu Ihrem Vorteil.
BIL011-bill = Vielleicht ein Rabatt oder ein anderer Tarif als der hier angegebene.
BIL011-advice = Sie müssen nichts tun.
BIL011-about = Rechnet die Summe Schritt für Schritt aus dem Tarif nach und stellt fest, dass die Rechnung unter jeder Art zu runden bleibt.

BIL012-title = Die Summe konnte nicht nachgerechnet werden
BIL012-message = { $problem ->
    [no-tariff] Es gibt keinen Tarif, mit dem die Summe nachgerechnet werden könnte.
    [tariff-unreadable] Der Tarif ist nicht lesbar{ $has ->
        [found] {" "}({ $detail })
       *[none] { "" }
    }.
    [several-tariffs] Die Rechnung bringt mehrere Tarife mit und sagt nicht, welcher gilt.
    [not-in-force] Der Tarif galt noch nicht oder nicht mehr, als der Ladevorgang begann.
    [currency] Die Rechnung ist in { $detail } gestellt, der Tarif nicht.
    [quantity-unknown] Der Tarif hat einen Preis für { $kind ->
        [parking] die Zeit ohne Laden
        [time] die Ladezeit
       *[other] etwas
    }, und nirgends steht, wie lange das war.
    [split-unknown] Welcher Preis gilt, hängt von { $restriction ->
        [time-of-day] der Tageszeit
        [date] dem Datum
        [weekday] dem Wochentag
        [energy] der Energie bis dahin
        [duration] der Dauer bis dahin
        [power] der Leistung
        [current] der Stromstärke
       *[other] etwas hier Unbekanntem
    } ab, und die signierten Daten sagen nicht, wie sich die { $kind ->
        [energy] Energie
       *[other] Zeit
    } verteilt hat.
    [tax-unknown] Die Rechnung nennt ihre Summe mit Steuer, und der Steuersatz ist nicht bekannt.
    [limit] Eine Grenze wurde erreicht ({ $detail }).
    [clock] Sie liegt über dem, was der Tarif ergibt, aber der Preis beruht auf einer Uhr, die nichts beweist.
   *[other] Die Zahlen sind zu groß.
}
BIL012-bill = Die Summe wurde nicht geprüft. Dass die Energie stimmt, sagt darüber nichts.
BIL012-advice = Geben Sie den Tarif mit --bill-tariff an, oder fragen Sie den Betreiber, wie die Summe berechnet wurde.
BIL012-about = Eine Summe wird nachgerechnet, wenn der Tarif bekannt ist und alles, wovon er abhängt: Mengen, und bei Preisen nach Tageszeit, Leistung oder Ladeverlauf auch, wie sich die Energie verteilt hat. Signierte Daten enthalten meist nur Beginn und Ende; dazwischen wird nichts geraten.

BIL013-title = Ein Preis nach Zeit, und die Zeit ist nicht bewiesen
BIL013-message = Ein Teil der Summe ist für Zeit ({ $kind ->
    [parking] ohne Laden
    [time] des Ladens
   *[other] des Ladevorgangs
}). { $proof ->
    [claimed] Wie lange das war, sagt nur die Rechnung.
   *[other] Wie lange das war, sagt nur eine Uhr, die nichts beweist.
}
BIL013-bill = Preise nach Zeit dürfen nur auf einer Zeit beruhen, die so sorgfältig gemessen wurde wie die Energie. Dieser Teil der Rechnung ist nicht bewiesen.
BIL013-advice = Fragen Sie den Betreiber, wie die Zeit gemessen wurde und ob das zugelassen war.
BIL013-about = Ein Preis nach Zeit braucht eine Uhr, die aus verlässlicher Quelle gestellt wurde, eine vom Beginn an gezählte Dauer oder neben der Uhr gezählte Sekunden. Sonst wird der Teil berechnet und gezeigt, zählt aber nicht als bewiesen.

BIL014-title = Welcher Preis gilt, ist nicht signiert
BIL014-message = { $proof ->
    [claimed] Ein Preis hängt davon ab, wann oder wie schnell geladen wurde. Das hat der Zähler nicht signiert; es wurde der Rechnung entnommen.
   *[other] Ein Preis hängt davon ab, wann geladen wurde. Die Uhr des Zählers dient nur zur Information.
}
BIL014-bill = Die Summe folgt aus dem, was die Rechnung selbst sagt. Dass es stimmt, ist nicht bewiesen.
BIL014-advice = Fragen Sie den Betreiber nach signierten Zwischenwerten, oder wie die Aufteilung gemessen wurde.
BIL014-about = Preise, die von Tageszeit, Leistung oder Ladeverlauf abhängen, brauchen mehr als Beginn und Ende. Wo kein signierter Wert etwas sagt, wird mit den Abschnitten der Rechnung gerechnet; sie sind als ihre Behauptung gekennzeichnet.

BIL015-title = Der Tarif kam nur mit der Rechnung
BIL015-message = Nachgerechnet wurde mit dem Tarif { $has ->
    [found] { $tariff }
   *[none] (ohne Namen)
}, der mit der Rechnung selbst kam.
BIL015-bill = Die Rechnung ist für diese Preise richtig gerechnet. Ob es die vereinbarten sind, ist damit nicht gesagt.
BIL015-advice = Vergleichen Sie die Preise mit Ihrem Vertrag oder mit dem, was die Säule angezeigt hat.
BIL015-about = Wer eine Rechnung schreibt, kann auch den Tarif daneben schreiben. Ein mit --bill-tariff angegebener Tarif geht vor, dann einer, den der Zähler signiert hat.

BIL016-title = Der Zähler hat einen anderen Tarif signiert
BIL016-message = Nach dem Tariftext, den der Zähler signiert hat, wäre die Summe { $signed }; der hier verwendete Tarif ergibt { $computed }.
BIL016-bill = Der signierte Text ist das, was die Säule angezeigt hat. Ein Vertrag kann einen anderen Preis nennen.
BIL016-advice = Vergleichen Sie beide mit der Anzeige der Säule und mit Ihrem Vertrag.
BIL016-about = Rechnet die Summe auch mit dem signierten Tariftext nach, wenn es einen gibt und ein anderer Tarif angegeben wurde.

BIL017-title = Die Rechnung widerspricht sich
BIL017-message = { $problem ->
    [times] Ihr Ende liegt vor ihrem Beginn.
    [tax] Ihre Summe mit Steuer ist kleiner als die ohne.
    [periods] Die Energien ihrer Abschnitte ergeben nicht die Gesamtenergie.
   *[other] Zwei ihrer Felder sind über die Einheit uneins.
}
BIL017-bill = Eine der Angaben ist falsch.
BIL017-advice = Fragen Sie den Betreiber, welche gilt.
BIL017-about = Sieht nur die Rechnung an: Reihenfolge ihrer Zeiten, Summen mit und ohne Steuer, Summe ihrer Abschnitte, Felder, die dasselbe zweimal sagen.

BIL018-title = Die Rechnung ist nicht lesbar
BIL018-message = { $problem ->
    [unopened] Die Datei mit der Rechnung lässt sich nicht öffnen oder lesen.
    [empty] Die Datei mit der Rechnung ist leer.
    [not-a-bill] Die Datei ist weder eine Rechnung noch ein Ladedatensatz (CDR).
    [several] Die Datei enthält mehrere Rechnungen; nur eine kann geprüft werden.
    [limit] Eine Grenze wurde erreicht ({ $limit }).
   *[other] Die Rechnung ist nicht wohlgeformt.
} { $has ->
    [found] ({ $place })
   *[none] { "" }
}
BIL018-bill = Die Rechnung wurde nicht geprüft.
BIL018-advice = Geben Sie einen Ladedatensatz (OCPI), eine Rechnung in der Form dieses Programms oder einzelne Zahlen mit --bill-energy und --bill-total an.
BIL018-about = Liest Rechnungen als JSON: die kleine Form dieses Programms oder Ladedatensätze nach OCPI 2.1.1 bis 2.3.0.

BIL019-title = Ein Feld der Rechnung wurde nicht verwendet
BIL019-message = { $problem ->
    [unreadable] Das Feld { $field } ist nicht lesbar
    [twice] Das Feld { $field } steht zweimal da
   *[other] Das Feld { $field } ist unbekannt
}{ $has ->
    [found] : { $found }
   *[none] .
}
BIL019-bill = Was darin steht, wurde nicht verglichen.
BIL019-advice = Berichtigen Sie das Feld und prüfen Sie noch einmal.
BIL019-about = Ein Feld, das nicht lesbar ist oder zweimal dasteht, lässt die Rechnung ungeprüft: Gerade das Ausgelassene könnte falsch sein. Felder, die nur unbekannt sind, werden gemeldet.

BIL020-title = Die Rechnung nennt weder Energie noch Summe
BIL020-message = In der Rechnung steht nichts, was verglichen werden könnte.
BIL020-bill = Die Rechnung wurde nicht geprüft.
BIL020-advice = Geben Sie mindestens die Energie oder die Summe an.
BIL020-about = Eine Rechnung ohne Energie und ohne Summe sagt nichts, was richtig oder falsch sein könnte.

BIL021-title = Für die Rechnung wurde deutsche Zeit angenommen
BIL021-message = Die Zeiten der Rechnung haben keine Zeitzone; deutsche Zeit wurde angenommen. { $twice ->
    [yes] In dieser Stunde wurden die Uhren zurückgestellt, sie kann zwei Zeitpunkte meinen; beide wurden gelten gelassen.
   *[no] { "" }
}
BIL021-bill = Die Energiemenge hängt davon nicht ab.
BIL021-advice = Zeigt die Rechnung eine andere Zeit, geben Sie sie mit --bill-zone an.
BIL021-about = Rechnungen deutscher Ladesäulen nennen die Ortszeit, ohne es zu sagen: mitteleuropäische Zeit mit Sommerzeit.
