# Regeln über die Schreibweise: wie der signierte Text geschrieben ist.

FMT001-title = Feld doppelt vorhanden
FMT001-message = Das Feld „{ $field }“ steht mehrfach in den signierten Daten. Keiner seiner Werte wurde verwendet.
FMT001-bill = Es bleibt offen, welchen Wert der Zähler gemeint hat. Eine Menge, die davon abhängt, ist nicht belegt, auch wenn die Signatur gilt.
FMT001-advice = Akzeptieren Sie keine Rechnung, die auf diesem Wert beruht. Der Hersteller des Zählers oder der Stationssoftware muss den Fehler beheben.
FMT001-about = In einem Objekt eines JSON-Textes soll jeder Name einmal vorkommen; was sonst geschieht, bleibt dem lesenden Programm überlassen. In signierten Daten ist das gefährlich: Ein Programm zeigt den ersten Wert, ein anderes den letzten, und beide melden dieselbe gültige Signatur. Deshalb gilt ein wiederholtes Feld hier als nicht vorhanden, und der Messwert fällt durch. Die Transparenzsoftware des S.A.F.E. e. V. weist wiederholte Felder auf der obersten Ebene zurück und nimmt innerhalb der Ablesungen das letzte; die meisten anderen Programme nehmen stillschweigend überall das letzte. Ein Zähler im regulären Einsatz, der Felder doppelt schreibt, ist nicht bekannt.

FMT002-title = Verborgene Zeichen in einem Text
FMT002-message = { $has ->
    [none] Das Feld „{ $field }“ enthält Zeichen, die unsichtbar sind oder die Leserichtung umkehren.
   *[other] Das Feld „{ $field }“ enthält Zeichen, die unsichtbar sind oder die Leserichtung umkehren: „{ $found }“.
    }
FMT002-bill = Was ein Bildschirm von diesem Text zeigt, kann etwas anderes sein als das Signierte. Der Messwert gilt nicht als bestätigt.
FMT002-advice = Fragen Sie den Betreiber, was der Text bedeuten soll, und verlassen Sie sich nicht darauf, wie andere Programme ihn anzeigen.
FMT002-about = Steuerzeichen und Zeichen, die die Leserichtung umkehren, können einen Text anders aussehen lassen, als er ist. Eine signierte Seriennummer oder ein Tarif könnte so andere Ziffern zeigen als die signierten. Kein Zähler braucht solche Zeichen, deshalb lassen sie den Wert durchfallen. In Berichten werden sie sichtbar ausgeschrieben. Gewöhnliche Buchstaben jeder Sprache und Zeilenumbrüche zwischen den Feldern sind von dieser Regel nicht betroffen.

FMT003-title = Trennzeichen im signierten Abschnitt
FMT003-message = { $has ->
    [none] Ein Text im signierten Abschnitt enthält das Zeichen „|“, das die Abschnitte des Formats trennt.
   *[other] Der Text „{ $found }“ im signierten Abschnitt enthält das Zeichen „|“, das die Abschnitte des Formats trennt.
    }
FMT003-bill = Die Signatur deckt den ganzen Abschnitt ab. Die Mengen sind nicht betroffen.
FMT003-advice = Sie selbst müssen nichts tun. Betreiber sollten dieses Zeichen aus Tariftexten und Kennungen fernhalten.
FMT003-about = OCMF trennt seine Teile durch einen senkrechten Strich und verbietet ihn seit Version 1.0.1 in ihrem Inneren. Trotzdem kommt er vor, meist in Tariftexten und Kennungen, die ein Backend an den Zähler weitergibt. Die Abschnitte werden hier gefunden, indem der JSON-Text ordentlich gelesen wird; ein Strich in einem Text schadet daher nicht. Die meisten anderen Programme schneiden an jedem Strich und können einen solchen Wert gar nicht lesen.

FMT004-title = Abschnitt hinter der Signatur
FMT004-message = { $has ->
    [none] Hinter der Signatur steht ein weiterer Abschnitt. Die Signatur deckt ihn nicht ab.
   *[other] Hinter der Signatur steht ein weiterer Abschnitt, den sie nicht abdeckt: „{ $found }“.
    }
FMT004-bill = Der Abschnitt ist nicht signiert und ändert keine Menge.
FMT004-advice = Ist der Abschnitt ein öffentlicher Schlüssel, vergleichen Sie ihn mit dem Schlüssel an der Ladestation oder im amtlichen Register.
FMT004-about = Frühe Versionen von OCMF sahen einen vierten Abschnitt mit dem öffentlichen Schlüssel vor. Er wurde 2023 aus der Spezifikation gestrichen, benutzt hatte ihn kaum jemand. Manche Programme nehmen ihn noch an, und für sie erzeugte QR-Codes tragen den Schlüssel auf diese Weise. Ein Schlüssel, der mit dem Messwert reist, zeigt, dass beide zusammengehören, nicht aber, wem sie gehören.

FMT005-title = Formatversion fehlt
FMT005-message = Der Messwert nennt die Version seines Formats nicht. Er wurde nach den Regeln der neuesten gelesen.
FMT005-bill = Die Mengen stehen in Feldern, die sich zwischen den Versionen nicht geändert haben; sie sind nicht betroffen.
FMT005-advice = Sie selbst müssen nichts tun. Betreiber sollten den Hersteller der Station bitten, die Version anzugeben.
FMT005-about = Die Version sagt, welche Felder zu erwarten sind und bei alten Versionen auch, welche Bytes signiert sind. Nach der Spezifikation darf sie fehlen. Dieses Programm richtet sich dann nach der neuesten Version, in der nur die Bytes, wie sie ankamen, als signiert gelten. Die Transparenzsoftware des S.A.F.E. e. V. lehnt einen Messwert ohne Version ab.

FMT006-title = Formatversion unbekannt
FMT006-message = { $has ->
    [none] Der Messwert nennt eine Version seines Formats, die nicht bekannt ist. Er wurde nach den Regeln der neuesten bekannten gelesen.
   *[other] Der Messwert nennt die Version „{ $found }“ seines Formats, die nicht bekannt ist. Er wurde nach den Regeln der neuesten bekannten gelesen.
    }
FMT006-bill = An der Prüfung der Signatur ändert das nichts. Eine spätere Version kann einem Feld eine Bedeutung geben, die hier nicht verstanden wird.
FMT006-advice = Sehen Sie nach, ob eine neuere Fassung dieses Programms die Version kennt.
FMT006-about = Der Messwert nennt eine Version, zu der es keine veröffentlichte Spezifikation gibt. Sie kann neuer sein als dieses Programm oder ein Tippfehler in der Software der Station. Versionen werden Teil für Teil verglichen, 1.10 ist also später als 1.2. Die Grenzen setzt jedes Programm anders: Die Transparenzsoftware des S.A.F.E. e. V. weist in der Version 1.4.1 OCMF 1.4 zurück, das veröffentlicht ist und hier ohne Anmerkung gelesen wird.

FMT007-title = Version als Zahl geschrieben
FMT007-message = { $has ->
    [none] Die Formatversion ist als Zahl geschrieben und nicht als Text.
   *[other] Die Formatversion ist als Zahl { $found } geschrieben und nicht als Text.
    }
FMT007-bill = Keine Auswirkung auf die Mengen.
FMT007-advice = Sie selbst müssen nichts tun. Der Hersteller der Station sollte die Version in Anführungszeichen schreiben.
FMT007-about = Eine Version ist ein Text aus zwei Zahlen mit einem Punkt dazwischen. Als eine einzige Zahl geschrieben sind 1.1 und 1.10 dasselbe, obwohl es verschiedene Versionen sind. Mindestens ein Stationstyp auf dem Markt schreibt sie so. Die Ziffern werden gelesen, wie sie dastehen, ohne sie in eine Zahl umzuwandeln.

FMT008-title = Feld neuer als die angegebene Version
FMT008-message = { $has ->
    [none] Das Feld „{ $field }“ gab es in der Version, die der Messwert nennt, noch nicht.
   *[other] Das Feld „{ $field }“ gab es in der Version, die der Messwert nennt, noch nicht; es kam mit { $expected }.
    }
FMT008-bill = Keine Auswirkung: Das Feld gehört zum signierten Inhalt und wurde gelesen.
FMT008-advice = Sie müssen nichts tun.
FMT008-about = Das Format ist gewachsen: Tariftext, Leitungsverlust, Firmware des Ladecontrollers und neue Registerkennzahlen kamen Version für Version hinzu. Manche Hersteller übernehmen ein Feld, bevor sie die angegebene Version anheben. Die Signatur deckt es ab wie jedes andere, deshalb wird es gelesen und gezeigt. Programme, die sich streng an die angegebene Version halten, lassen es womöglich weg.

FMT009-title = Vorgeschriebenes Feld fehlt
FMT009-message = Das Feld „{ $field }“, das im Format vorgeschrieben ist, fehlt.
FMT009-bill = Was das Feld gesagt hätte, ist nicht belegt. Die Mengen sind nur betroffen, wo ein anderer Befund es sagt.
FMT009-advice = Sie selbst müssen nichts tun. Betreiber sollten die Lücke dem Hersteller der Station melden.
FMT009-about = Die Spezifikation legt fest, welche Felder ein Messwert haben muss. Diese Regel nennt fehlende Felder, von denen keine andere Regel spricht, etwa die Angabe, ob ein Nutzer zugeordnet war. Einige verbreitete Stationen lassen Felder zum Nutzer weg, sobald niemand identifiziert ist. Für Felder, an denen die Menge hängt, also Registerwert, Einheit oder Zustand des Zählers, gelten eigene, strengere Regeln.

FMT010-title = Unbekannter Code
FMT010-message = { $has ->
    [none] Das Feld „{ $field }“ enthält einen Code, der in keiner Tabelle des Formats steht.
    [both] Das Feld „{ $field }“ enthält den Code „{ $found }“, der in keiner Tabelle des Formats steht. Bekannt sind: { $expected }.
   *[other] Das Feld „{ $field }“ enthält den Code „{ $found }“, der in keiner Tabelle des Formats steht.
    }
FMT010-bill = Was der Code bedeuten soll, ist nicht bekannt. Er gilt nie als guter Zustand und nie als Ende eines Ladevorgangs.
FMT010-advice = Sie selbst müssen nichts tun. Betreiber können den Hersteller der Station fragen, was der Code bedeutet.
FMT010-about = Zustand des Zählers, Anlass einer Ablesung, Art der Identifizierung und anderes werden als Codes aus festen Tabellen geschrieben. Ein Code außerhalb davon kann ein Tippfehler sein, eine Ergänzung des Herstellers oder aus einer neueren Version stammen. Er wird gezeigt, wie er ankam, und nichts Günstiges hineingelesen. In veröffentlichten Daten finden sich etwa ein Code mit zwei vertauschten Buchstaben und Zahlen, wie sie eine ältere, binäre Form des Formats verwendete.

FMT011-title = Wert vom falschen Typ
FMT011-message = { $has ->
    [both] Das Feld „{ $field }“ enthält einen Wert vom falschen Typ: { $found }. Erwartet: { $expected ->
        [text] ein Text
        [number] eine Zahl
        [list] eine Liste
        [object] ein Objekt
       *[other] { $expected }
        }.
   *[other] Das Feld „{ $field }“ enthält einen Wert von anderem Typ, als das Format vorschreibt.
    }
FMT011-bill = Der Inhalt wird nur gelesen, wo er eindeutig ist. Sonst gilt das Feld als nicht vorhanden.
FMT011-advice = Sie selbst müssen nichts tun. Der Hersteller der Station sollte den Typ berichtigen.
FMT011-about = Die Spezifikation gibt jedem Feld einen Typ: Text, Zahl, wahr oder falsch, Liste, Objekt. Stationen halten sich nicht immer daran; am häufigsten steht eine Zahl, wo ein Text hingehört. Ist die Bedeutung zweifelsfrei, wird der Wert nach seiner Schreibweise übernommen, sonst bleibt er außer Betracht. Für Registerwerte gilt eine eigene Regel, FMT014.

FMT012-title = Text zu lang
FMT012-message = { $has ->
    [both] Der Text im Feld „{ $field }“ hat { $found } Zeichen; das Format erlaubt { $expected }.
   *[other] Der Text im Feld „{ $field }“ ist länger, als das Format erlaubt.
    }
FMT012-bill = Keine Auswirkung auf die Mengen. Der ganze Text ist von der Signatur gedeckt und bleibt erhalten.
FMT012-advice = Sie selbst müssen nichts tun. Betreiber sollten Tariftexte kürzen, bevor sie sie an die Station senden.
FMT012-about = Das Format begrenzt einige Texte, den Tariftext zum Beispiel auf 250 Zeichen. Ein längerer kann in einem anderen Programm oder auf einer Anzeige abgeschnitten werden, und was dort fehlt, könnte der Preis sein. Dieses Programm behält den ganzen Text. Gekürzt wird allenfalls seine Anzeige, und dann erkennbar.

FMT013-title = Unbekanntes Feld
FMT013-message = Das Feld „{ $field }“ ist weder im Format bekannt noch für Hersteller vorgesehen.
FMT013-bill = Das Feld ist signiert, aber nicht verstanden. Es wird gezeigt, wie es ankam, und ändert keine Menge.
FMT013-advice = Sie selbst müssen nichts tun. Betreiber können den Hersteller der Station fragen, was das Feld bedeutet.
FMT013-about = Das Format hält Namen, die mit den Buchstaben U bis Z beginnen, für Ergänzungen der Hersteller frei; alle anderen gehören der Spezifikation. Ein Feld außerhalb von beidem kann ein Tippfehler für ein eigentlich gemeintes sein oder aus einer neueren Version stammen. Es wird bei den signierten Inhalten aufgeführt, damit nichts Signiertes verborgen bleibt. Felder aus dem Bereich der Hersteller werden ohne Anmerkung aufgeführt.

FMT014-title = Zahl als Text geschrieben
FMT014-message = { $has ->
    [none] Das Feld „{ $field }“ enthält seine Zahl als Text, in Anführungszeichen.
   *[other] Das Feld „{ $field }“ enthält seine Zahl als Text, in Anführungszeichen: { $found }.
    }
FMT014-bill = Die Ziffern werden genau so übernommen, wie sie dastehen. Die Menge ist nicht betroffen.
FMT014-advice = Sie selbst müssen nichts tun. Der Hersteller der Station sollte Registerwerte als Zahlen schreiben.
FMT014-about = Das Format verlangt Registerwerte als Zahlen. Mehrere Hersteller setzen sie in Anführungszeichen, manche mit Leerzeichen oder Nullen davor. Signiert sind die Ziffern, und sie werden als Dezimalzahl ohne jede Rundung gelesen. Was keine einfache Dezimalzahl ist, etwa mit Komma, hexadezimal oder „NaN“, wird nicht angenommen. Manche strengen Programme weisen Texte ganz zurück.

FMT015-title = Erste Ablesung unvollständig
FMT015-message = Die erste Ablesung lässt das Feld „{ $field }“ weg, und es gibt keine frühere, aus der es zu übernehmen wäre.
FMT015-bill = Was die Ablesung zählt oder in welchem Zustand der Zähler war, ist nicht signiert. Die Menge ist nicht belegt.
FMT015-advice = Verlangen Sie vom Betreiber vollständige signierte Messwerte.
FMT015-about = Um Platz zu sparen, darf eine Ablesung in OCMF ein Feld weglassen, das mit der vorigen Ablesung desselben Datensatzes übereinstimmt. Die erste hat keine vor sich und muss deshalb vollständig sein. Die Lücke mit dem Üblichen zu füllen, etwa mit Kilowattstunden oder einem fehlerfreien Zähler, hieße erfinden, was nicht signiert wurde. Die Regel betrifft Felder, ohne die sich die Ablesung nicht verwenden lässt. Von einem Datensatz auf den nächsten geht nie ein Feld über.

FMT016-title = Signiertes Feld nicht in der Form seines Formats
FMT016-message = { $named ->
    [no] Die signierten Felder stehen in einer anderen Reihenfolge, als das Format sie vorsieht: { $found }.
   *[yes] Das signierte Feld „{ $field }“ hat nicht die Form, die sein Format vorsieht: „{ $found }“{ $has ->
        [both] { " " }(erwartet: { $expected })
       *[found] { "" }
        }.
    }
FMT016-bill = Programme könnten einen solchen Wert verschieden verstehen. Er gilt nicht als belegt, auch wenn die Signatur stimmt.
FMT016-advice = Bitten Sie den Betreiber um den ursprünglichen Datensatz oder um eine Erklärung des Zählerherstellers.
FMT016-about = Zähler schreiben ihre Felder in fester Form und Reihenfolge, und alle bekannten echten Datensätze halten sich daran. Was davon abweicht, liest jedes Programm auf seine Weise: Eines lehnt es ab, ein anderes nimmt einen Teil, ein drittes zeigt etwas anderes, als es zählt. Deshalb fällt ein solcher Wert hier durch, selbst wenn seine Signatur gültig ist. Die Signatur beweist dann nur, dass diese Zeichen signiert wurden. Wo es eine genauere Regel gibt, etwa für unlesbare Registerwerte, spricht diese.

FMT017-title = Zwei Angaben derselben Sache weichen voneinander ab
FMT017-message = { $has ->
    [both] Das Feld „{ $field }“ sagt { $found }, die signierte Stelle dagegen { $expected }.
   *[other] Das Feld „{ $field }“ stimmt nicht mit der signierten Stelle überein, die dasselbe angibt.
    }
FMT017-bill = Es gilt die signierte Angabe. Die andere wird für die Menge nicht verwendet.
FMT017-advice = Sie selbst müssen nichts tun. Betreiber sollten klären, wo der Datensatz verändert oder zusammengesetzt wurde.
FMT017-about = Manche Datensätze enthalten dieselbe Sache zweimal, etwa den Stand des Logbuchs im signierten Block und noch einmal hinter der Signatur. Ein Zähler schreibt beides gleich. Weichen sie voneinander ab, wurde ein Teil verändert, oder Teile zweier Datensätze wurden zusammengesetzt. Verwendet wird nur, was die Signatur abdeckt; die andere Angabe wird gezeigt und hat keine Wirkung.
