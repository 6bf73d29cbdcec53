# Regeln über Signaturen und ihre Verfahren.

SIG001-title = Signatur ungültig
SIG001-message = { $reason ->
    [mismatch] Die Signatur gehört nicht zu diesen Daten und diesem Schlüssel: Daten, Signatur oder Schlüssel wurden verändert oder gehören nicht zusammen
    [malformed] Die als Signatur angegebenen Bytes sind keine dieses Verfahrens: Länge oder Aufbau stimmen nicht
   *[other] Die Signatur gilt nicht
    } ({ $algorithm }).
SIG001-bill = Nichts an diesem Messwert ist belegt. Eine Rechnung darf sich nicht auf ihn stützen.
SIG001-advice = Prüfen Sie, ob der Schlüssel zu Ihrem Ladepunkt gehört. Wenn ja, verlangen Sie vom Betreiber die unveränderten Daten, und akzeptieren Sie ohne sie die Rechnung nicht.
SIG001-about = Die Signatur bindet die Daten an den Schlüssel des Zählers. Weicht ein einziges Zeichen der signierten Daten von dem ab, was der Zähler signiert hat, gilt sie nicht mehr. Das bedeutet nicht immer eine Fälschung: Ein falscher Schlüssel, eine unterwegs bearbeitete oder umgewandelte Datei und abgeschnittener Text wirken ebenso. Was davon vorliegt, lässt sich am Ergebnis nicht erkennen. Bevor eine Signatur für ungültig erklärt wird, ist jede Lesart der signierten Bytes, die das Format zulässt, mit jedem in Frage kommenden Schlüssel versucht worden. Die Werte werden zum Vergleich weiterhin gezeigt und als nicht belegt gekennzeichnet.

SIG002-title = Signaturverfahren unbekannt
SIG002-message = { $named ->
    [yes] Die Signatur wurde nicht geprüft, weil ihr Verfahren „{ $name }“ nicht bekannt ist.
   *[no] Die Signatur wurde nicht geprüft, weil der Messwert kein Verfahren nennt und seine Version keines vorgibt.
    }
SIG002-bill = Es ist nichts Falsches bekannt und nichts belegt.
SIG002-advice = Sehen Sie nach, ob eine neuere Fassung dieses Programms das Verfahren kennt, oder fragen Sie den Betreiber, mit welchem Programm sich die Daten prüfen lassen.
SIG002-about = Neben der Signatur steht der Name des Verfahrens, mit dem sie erzeugt wurde. Ist er nicht bekannt, fehlt das Mittel, sie zu prüfen. Das ist weder eine gültige noch eine ungültige Signatur. Andere Schreibweisen bekannter Verfahren werden erkannt; der Name ist also wirklich unbekannt oder beschädigt. OCMF bis zur Version 0.3 kennt auch keine Vorgabe, der Name muss dort also dastehen. Programme, die den Namen übergehen und ihr gewohntes Verfahren anwenden, melden einen solchen Wert als gefälscht.

SIG003-title = Signatur fehlt oder ist nicht lesbar
SIG003-message = { $reason ->
    [missing] Es gibt keine Signatur.
    [not-decodable] Die Signatur lässt sich aus ihrem Text nicht dekodieren.
    [unknown-encoding] Die Signatur steht in der Kodierung „{ $encoding }“, die nicht bekannt ist.
   *[other] Die Signatur lässt sich nicht lesen.
    }
SIG003-bill = Ohne Signatur ist nichts belegt. Die gezeigten Mengen sind bloße Behauptung.
SIG003-advice = Verlangen Sie vom Betreiber die vollständigen signierten Daten.
SIG003-about = Die Signatur besteht aus Bytes, die als Text geschrieben sind, meist hexadezimal oder in Base64. Hier fehlt dieser Text, oder es lassen sich keine Bytes aus ihm gewinnen. Am häufigsten wurde ein Datensatz an seinem Ende abgeschnitten. Leerzeichen und Zeilenumbrüche in der Signatur werden hingenommen, ihr Inhalt wird nie ausgebessert. Weil sich nichts prüfen ließ, gilt der Messwert als nicht geprüft und nicht als gefälscht.

SIG004-title = Signatur nachlässig verpackt
SIG004-message = Die Verpackung der Signatur weicht von DER ab: { $found ->
    [negative-integer] Einer Zahl fehlt das Nullbyte am Anfang, sie gilt dadurch als negativ
    [leading-zeros] Eine Zahl hat überflüssige Nullbytes am Anfang
    [long-form-length] Eine Länge ist länger geschrieben als nötig
    [trailing-bytes] Hinter dem Ende folgen weitere Bytes
   *[other] { $found }
    } ({ $field }).
SIG004-bill = Die beiden Zahlen der Signatur lassen sich zweifelsfrei lesen, und sie stimmen. Die Mengen sind nicht betroffen.
SIG004-advice = Sie selbst müssen nichts tun. Der Hersteller des Zählers sollte die Verpackung berichtigen; andere Programme melden solche Werte als gefälscht.
SIG004-about = Eine ECDSA-Signatur besteht aus zwei Zahlen, verpackt nach den Regeln von DER, die genau eine Schreibweise zulassen. Manche Zähler weichen ab: Sie lassen das Nullbyte weg, das eine Zahl als positiv ausweist, oder schreiben mehr Nullen als nötig. Die Zahlen sind trotzdem eindeutig, und nur sie werden geprüft. Echte Messwerte von Zählern des Typs eBZ LD3 zeigen beide Abweichungen in einer Signatur. OpenSSL weist sie zurück, die Transparenzsoftware des S.A.F.E. e. V. nimmt die erste an und die zweite nicht; so kann ein echter Wert anderswo gefälscht aussehen.

SIG005-title = Signatur als bloße Bytes
SIG005-message = Die Signatur steht als zwei bloße Zahlen hintereinander, wo das Format die DER-Struktur verlangt.
SIG005-bill = Die Zahlen lassen sich zweifelsfrei lesen, die Mengen sind deshalb nicht betroffen.
SIG005-advice = Sie selbst müssen nichts tun. Betreiber sollten wissen, dass andere Programme diese Form nicht lesen können.
SIG005-about = Die beiden Zahlen einer ECDSA-Signatur lassen sich ohne alles schreiben, jede in voller Länge. Das Format verlangt eine DER-Struktur um sie, solange kein anderer Datentyp genannt ist. Beide Formen enthalten dieselben Zahlen. Zähler des Typs Isabellenhütte IEM-DCR schreiben die bloße Form. Die Transparenzsoftware des S.A.F.E. e. V. kann sie in diesem Format nicht lesen.

SIG006-title = Schlüssel und Verfahren passen nicht zusammen
SIG006-message = Die Signatur nennt das Verfahren { $algorithm }, der Schlüssel ist aber von der Art { $curve }.
SIG006-bill = Die Signatur kann nicht von diesem Schlüssel stammen. Nichts an diesem Messwert ist belegt.
SIG006-advice = Prüfen Sie, ob der Schlüssel zu Ihrem Ladepunkt gehört. Wenn ja, fragen Sie den Betreiber, welche der beiden Angaben stimmt.
SIG006-about = Jedes Verfahren arbeitet mit Schlüsseln einer Kurve oder Art. Der Messwert nennt die eine, der Schlüssel ist von einer anderen; er kann die Signatur also nicht erzeugt haben. Meist ist es der Schlüssel eines anderen Zählers. Der Name des Verfahrens ist nicht signiert, wird aber auch nicht übergangen: Ein Zähler kennt seine Kurve. Die Transparenzsoftware des S.A.F.E. e. V. richtet sich nach dem Namen des Verfahrens und übersieht, dass der Schlüssel etwas anderes sagt; die Signatur scheitert dann ohne Angabe des Grundes.

SIG007-title = Schwache Kurve
SIG007-message = Der Schlüssel liegt auf der Kurve { $curve }; ihre Stärke von etwa { $bits } Bit bleibt hinter dem zurück, was heute für neue Signaturen verlangt wird.
SIG007-bill = Die Signatur wurde wie üblich geprüft und bewertet. Einen Schlüssel dieser Größe zu brechen, kostet ein Vielfaches dessen, was eine Laderechnung einbrächte.
SIG007-advice = Sie selbst müssen nichts tun. Betreiber sollten Zähler mit längerem Schlüssel einplanen.
SIG007-about = Die Stärke einer Kurve beträgt etwa die halbe Länge ihrer Zahlen. Kurven mit 192 Bit bieten also rund 96 Bit, während das amerikanische Institut NIST mindestens 112 verlangt. Dass ein solcher Schlüssel je gebrochen worden wäre, ist nicht bekannt. Die OCMF-Spezifikation lässt diese Kurven zu, und viele Zähler mit ihnen sind geeicht und in Betrieb. Die Anmerkung zeigt, wo auf lange Sicht ein Austausch ansteht.

SIG008-title = Ungewöhnlicher Datentyp der Signatur
SIG008-message = { $has ->
    [none] Der zur Signatur genannte Datentyp ist nicht der erwartete.
    [expected] Der zur Signatur genannte Datentyp ist nicht der erwartete („{ $expected }“).
    [found] Zur Signatur ist der Datentyp „{ $found }“ genannt, der nicht der erwartete ist.
   *[both] Zur Signatur ist der Datentyp „{ $found }“ genannt; erwartet war „{ $expected }“.
    }
SIG008-bill = Keine Auswirkung: Die Signatur wird nach ihrem Inhalt gelesen.
SIG008-advice = Sie selbst müssen nichts tun. Der Hersteller der Station sollte den richtigen Typ angeben oder keinen.
SIG008-about = Neben der Signatur kann ihr Datentyp stehen; fehlt er, ist DER gemeint. Der hier genannte gehört nicht zum Verfahren. Er ist nicht signiert, und die Signatur wird an ihren Bytes erkannt. Die meisten Programme sehen den Typ gar nicht an, einige wenige lehnen jeden außer dem üblichen ab.

SIG009-title = Verfahren außerhalb der Spezifikation
SIG009-message = { $has ->
    [none] Das Verfahren steht nicht in der Liste der Spezifikation. Es wird so verstanden, wie es genannt ist.
   *[other] Das Verfahren „{ $found }“ steht nicht in der Liste der Spezifikation. Es wird so verstanden, wie es genannt ist.
    }
SIG009-bill = Eine Prüfung nach diesem Verfahren ist nicht schwächer als nach denen der Liste. Ein anderes Programm kann zu einem anderen Ergebnis kommen.
SIG009-advice = Meldet ein anderes Programm den Wert als gefälscht, fragen Sie den Betreiber, welches Verfahren der Zähler wirklich verwendet.
SIG009-about = OCMF führt sieben Verbindungen von ECDSA mit einer Kurve auf, alle mit SHA-256. Datensätze mit längeren Hashwerten, mit secp521r1, Ed25519, Ed448 oder ML-DSA gehen darüber hinaus. Sie werden hier genau so geprüft, wie sie genannt sind. Die Transparenzsoftware des S.A.F.E. e. V. bildet den Hashwert immer mit SHA-256, was auch immer der Name sagt, und andere Programme lehnen solche Namen ab. Ein Unterschied zwischen zwei Programmen beweist in diesem Fall also keine Fälschung.

SIG010-title = Verfahren angenommen oder anders geschrieben
SIG010-message = { $how ->
    [default] { $has ->
        [found] Der Messwert nennt das Verfahren nicht; angenommen wurde die Vorgabe des Formats, { $found }.
       *[other] Der Messwert nennt das Verfahren nicht; angenommen wurde die Vorgabe des Formats.
        }
   *[synonym] { $has ->
        [both] Das Verfahren ist als „{ $found }“ genannt; gelesen wurde es als { $expected }.
       *[other] Das Verfahren ist in einer anderen Schreibweise genannt als der der Spezifikation.
        }
    }
SIG010-bill = Keine Auswirkung: Mit dem falschen Verfahren würde die Signatur nicht gelten.
SIG010-advice = Sie müssen nichts tun.
SIG010-about = Der Name des Verfahrens darf fehlen; dann schreibt die Spezifikation eines vor. Manche Hersteller schreiben ihn anders, zum Beispiel mit dem Namen der Kurve aus einer anderen Norm. In beiden Fällen ist klar, welches Verfahren gemeint ist. Eine gültige Signatur bestätigt es. Programme, die den Namen Buchstabe für Buchstabe vergleichen, lehnen solche Werte ab.

SIG011-title = Text nach dem Signieren umformatiert
SIG011-message = Die Signatur gilt nur, wenn bedeutungsloser Leerraum aus dem signierten Text entfernt wird.
SIG011-bill = Der Inhalt ist der, den der Zähler signiert hat. Die Mengen sind nicht betroffen.
SIG011-advice = Sie selbst müssen nichts tun. Betreiber sollten signierte Messwerte unverändert weitergeben.
SIG011-about = Bis zur Version 1.0 von OCMF wurde die Signatur über den Text ohne entbehrlichen Leerraum gebildet, gleich wie er dargestellt war. Seither zählen genau die gesendeten Bytes. Bei diesem Messwert passt nur die alte Lesart: Jemand hat den Text eingerückt, oder der Zähler tat es für die Darstellung. Leerraum zwischen Feldern hat in JSON keine Bedeutung, jeder Name und jede Ziffer ist also das Signierte. Diese Lesart wird nur bei alten Versionen versucht, und Zahlen oder die Reihenfolge der Felder werden nie angerührt. In Formaten aus einer einzigen Zeile geschieht dasselbe mit Zeilenumbrüchen, die ein Mailprogramm eingefügt hat. Die meisten anderen Programme melden einen solchen Wert als gefälscht.

SIG012-title = Widersprüchliche Angaben zur Signatur
SIG012-message = { $has ->
    [both] Zum Feld „{ $field }“ sagt der signierte Abschnitt „{ $expected }“ und der Abschnitt der Signatur „{ $found }“.
   *[other] Der signierte Abschnitt und der Abschnitt der Signatur widersprechen sich in ihren Angaben zur Signatur.
    }
SIG012-bill = Der Messwert widerspricht sich selbst. Er gilt nicht als belegt.
SIG012-advice = Verlangen Sie vom Betreiber die Originaldaten des Zählers.
SIG012-about = In den Versionen 0.4 und 0.5 von OCMF standen Verfahren und Kodierung der Signatur im signierten Abschnitt, in allen anderen stehen sie neben der Signatur. Steht an beiden Stellen etwas, muss es übereinstimmen. Die zweite Stelle ist nicht signiert und kann von jedem geändert werden. Ein Widerspruch bedeutet, dass jemand sie geändert hat oder die Software der Station fehlerhaft ist. In beiden Fällen ist der Messwert nicht das, was der Zähler erzeugt hat.

SIG013-title = Leerraum am Rand nicht signiert
SIG013-message = Die Signatur gilt für den signierten Abschnitt nur ohne den Leerraum um ihn herum.
SIG013-bill = Leerraum am Rand hat keine Bedeutung. Die Mengen sind nicht betroffen.
SIG013-advice = Sie selbst müssen nichts tun. Betreiber sollten die Abschnitte ohne Leerraum dazwischen versenden.
SIG013-about = Die Abschnitte eines Messwerts stehen zwischen Trennzeichen. Steht zwischen Trennzeichen und Text Leerraum, ist zweifelhaft, ob er zum Abschnitt gehört. Hier gilt die Signatur für den Text allein, von seiner ersten Klammer bis zu seiner letzten. Der Inhalt ist in beiden Lesarten derselbe. Die Transparenzsoftware des S.A.F.E. e. V. prüft den Abschnitt mit Leerraum und Chargy ohne ihn; ein solcher Wert besteht deshalb im einen Programm und scheitert im anderen.

SIG014-title = Zahl der Signatur außerhalb des Bereichs
SIG014-message = Eine der beiden Zahlen der Signatur ist null oder zu groß für die Kurve { $curve }.
SIG014-bill = Eine solche Signatur erzeugt kein Zähler. Nichts an diesem Messwert ist belegt.
SIG014-advice = Verlangen Sie vom Betreiber die Originaldaten. Sehen sie genauso aus, ist der Zähler defekt oder der Wert erfunden.
SIG014-about = Beide Zahlen einer ECDSA-Signatur müssen zwischen eins und der Ordnung der Kurve liegen. Eine Zahl außerhalb ist kein Ergebnis einer Signatur. Manche Programme ließen diese Prüfung einst aus und nahmen zwei Nullen als gültige Signatur beliebiger Daten an. Deshalb hat sie eine eigene Regel und wird von einer gewöhnlichen Abweichung unterschieden. Eine bei der Übertragung beschädigte Signatur sieht selten so aus.

SIG015-title = Innere Signatur gilt nicht
SIG015-message = Die Signatur des ganzen Datensatzes gilt; die Signatur, die der Zähler über eine einzelne Ablesung darin gebildet hat, gilt nicht.
SIG015-bill = Die Werte sind von der äußeren Signatur abgedeckt, und die gilt. Auf ihr beruht die Menge.
SIG015-advice = Teilen Sie es dem Betreiber mit. Ein echter Zähler bildet beide Signaturen.
SIG015-about = Manche Zähler signieren zuerst eine Ablesung für sich und dann den ganzen Datensatz samt dieser ersten Signatur, beides mit demselben Schlüssel. In allen bekannten echten Datensätzen gelten beide. Wie die innere gebildet wird, ist nur aus solchen Datensätzen bekannt und nirgends veröffentlicht; deshalb entscheidet sie nicht: Eine Variante, die noch niemand gesehen hat, ließe sonst gute Daten scheitern. Andere Programme prüfen die innere Signatur gar nicht.

SIG016-title = Versiegelt, aber nicht signiert
SIG016-message = Der Messwert kam aus einem Siegel und hat keine eigene Signatur. Ein Siegel ist keine Signatur.
SIG016-bill = An diesem Messwert ist nichts bewiesen, weder die Menge noch, wer sie gemessen hat.
SIG016-advice = Bitten Sie den Betreiber um die signierten Daten des Zählers. Gibt es keine, kann niemand den Messwert prüfen.
SIG016-about = Ein versiegelter Messwert kann innen eine Signatur tragen, und die wird geprüft. Dieser trägt keine; das ist bei versiegelten Messwerten üblich. Das Siegel kann sie nicht ersetzen: Dass es sich mit einem öffentlichen Schlüssel öffnet, zeigt nicht, dass der Inhalt so von einem Zähler stammt. Der Messwert wird gezeigt, wie er angegeben ist.

SIG017-title = Art der Signatur nie belegt
SIG017-message = Wie Messwerte dieser Art signiert werden, ist an keinem echten je gezeigt worden. Die Signatur wurde nicht geprüft.
SIG017-bill = An diesem Messwert ist nichts bewiesen. Das heißt nicht, dass er falsch ist.
SIG017-advice = Bitten Sie den Betreiber um die Daten in einem anderen Format oder um Software des Herstellers, die sie prüft.
SIG017-about = Um eine Signatur zu prüfen, muss man genau wissen, welche Bytes signiert wurden. Bei manchen Arten von Daten ist das nur aus dem Quelltext eines anderen Programms bekannt, oder es wird angenommen, es sei wie in einer späteren Version; ein echter Messwert, der es zeigen würde, wurde nie veröffentlicht. Eine Prüfung nach Hörensagen könnte echte Daten für gefälscht und gefälschte für echt erklären. Deshalb werden die Werte gezeigt, wie sie angegeben sind, und es wird nichts über sie behauptet.
