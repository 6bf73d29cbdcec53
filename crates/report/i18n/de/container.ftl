# Regeln über Container: was die signierten Messwerte umgibt und was es behauptet.

CON001-title = Elemente in einem unbekannten XML-Namensraum
CON001-message = { $named ->
    [yes] Das Element „{ $field }“ steht im XML-Namensraum „{ $found }“, den diese Art von Datei nicht kennt.
   *[no] Weitere Elemente stehen in XML-Namensräumen, die diese Art von Datei nicht kennt ({ $found }).
    }
CON001-bill = Der Namensraum gehört zur Hülle und nicht zu dem, was der Zähler signiert hat. Die Mengen sind nicht betroffen.
CON001-advice = Wenn Ihr Betreiber die Datei so verschickt hat, weisen Sie ihn darauf hin, dass andere Programme sie ablehnen können.
CON001-about = Eine Transparenz-XML-Datei darf den Namensraum ihrer Elemente nennen oder ganz ohne auskommen. Diese Regel bemerkt Elemente aus einem Namensraum, der weder leer noch einer der bekannten ist. Gelesen werden sie trotzdem, und zwar nach ihrem Namen, denn ein Namensraum kann nicht ändern, was signiert wurde. Meist stammt so eine Datei aus einem System, das die Werte in eine eigene Struktur einpackt. Die Transparenzsoftware des S.A.F.E. e. V. liest nur Dateien ohne Namensraum, Chargy achtet nur auf die Namen; deshalb besteht eine solche Datei im einen Programm und scheitert im anderen.

CON002-title = Unbekannter oder falsch platzierter Bestandteil der Datei
CON002-message = { $named ->
    [yes] { $has ->
        [found] „{ $field }“ mit dem Wert „{ $found }“ ist unbekannt, falsch geschrieben oder steht an der falschen Stelle. Die Angabe wurde nicht beachtet.
       *[none] „{ $field }“ ist unbekannt, falsch geschrieben oder steht an der falschen Stelle. Die Angabe wurde nicht beachtet.
        }
   *[no] Weitere Bestandteile der Datei sind unbekannt, falsch geschrieben oder stehen an der falschen Stelle ({ $found }). Sie wurden nicht beachtet.
    }
CON002-bill = Die Angabe ist nicht signiert, es hängt also keine Menge an ihr. Sie sollte womöglich sagen, welche Werte zusammengehören.
CON002-advice = Sie selbst müssen nichts tun. Betreiber sollten ihren Export mit der Beschreibung des Dateiformats vergleichen.
CON002-about = Die Datei um die signierten Messwerte kennt eine feste Menge von Elementen und Attributen. Diese Regel nennt alles andere, denn auf eine Angabe, die niemand beachtet, hat sich jemand verlassen. Im Umlauf sind Dateien, die die Transaktionsnummer mit kleinem L statt großem I schreiben oder die Angaben am Wurzelelement statt am einzelnen Wert tragen. Ladevorgänge werden hier aus dem zusammengesetzt, was der Zähler signiert hat; eine verlorene Angabe ändert deshalb nichts am Ergebnis. Programme, die Werte nach ihren Angaben paaren, finden in einer solchen Datei das Paar nicht.

CON003-title = Fremder Text zwischen den signierten Messwerten
CON003-message = { $has ->
    [found] Es gibt Text, der zu keinem signierten Messwert gehört: „{ $found }“.
   *[none] Es gibt Text, der zu keinem signierten Messwert gehört.
    }
CON003-bill = Die daneben gefundenen signierten Messwerte sind nicht betroffen. Ist der Text der Rest eines beschädigten Wertes, kann ein Teil des Ladevorgangs fehlen.
CON003-advice = Prüfen Sie, ob die Datei unterwegs gekürzt oder verändert wurde, etwa von einem Mailprogramm, und fordern Sie sie neu an, wenn der Ladevorgang unvollständig ist.
CON003-about = Zwischen signierten Messwerten sollte nichts als Leerraum stehen. Alles andere wird gezeigt, denn es kann der Rest eines Wertes sein, der beim Kopieren beschädigt wurde. Harmlose Ursachen sind Grußformeln einer E-Mail, aus der die Daten kopiert wurden, oder Spaltenüberschriften einer Tabelle. Die Regel berichtet nur; aus Bruchstücken wird nie ein Wert erraten. Ein Wert, der richtig beginnt und dann abbricht, ist kein fremder Text, sondern ein eigener Fehler.

CON004-title = Formatangabe weicht von den Daten ab
CON004-message = { $has ->
    [both] Die Datei nennt das Format „{ $found }“, die Daten stehen aber im Format „{ $expected }“. Geglaubt wurde den Daten.
   *[other] Die Datei nennt das Format „{ $found }“, die Daten stehen aber in einem anderen. Geglaubt wurde den Daten.
    }
CON004-bill = Die Angabe ist nicht signiert. Die Mengen stammen aus den signierten Daten und sind nicht betroffen.
CON004-advice = Weisen Sie den Betreiber auf die falsche Angabe hin; andere Programme lehnen eine solche Datei ab.
CON004-about = Ein Container kann das Format der signierten Daten nennen, die er enthält. Hier passen der Name und das Kennzeichen, das die Daten selbst tragen, nicht zusammen. Die Daten entscheiden, denn sie sind signiert und die Angabe ist es nicht. Falsche Angaben entstehen in Exporten, die jedem Wert dieselbe Angabe mitgeben, gleich von welchem Zähler er stammt. Die Transparenzsoftware des S.A.F.E. e. V. folgt der Angabe in ihrem Fenster und übergeht sie auf der Kommandozeile; so gibt sie zu einer Datei zwei Antworten.

CON005-title = Format ohne Angabe erkannt
CON005-message = { $has ->
    [none] Die Datei nennt das Format der signierten Daten nicht; es wurde an den Daten erkannt.
   *[other] Die Datei nennt das Format der signierten Daten nicht; es wurde als „{ $found }“ erkannt.
    }
CON005-bill = Keine Auswirkung.
CON005-advice = Sie müssen nichts tun. Betreiber können die Angabe ergänzen, da manche Programme darauf bestehen.
CON005-about = Viele Dateien enthalten signierte Daten, ohne deren Format zu nennen. Die Formate tragen eigene Kennzeichen, sodass die Daten sicher erkannt werden: Ein Datensatz, auf den zwei Formate Anspruch erheben könnten, wird als Fehler gemeldet und nicht geraten. Chargy lehnt einen Wert ohne Formatangabe ab. Die Transparenzsoftware des S.A.F.E. e. V. probiert auf der Kommandozeile ein Format nach dem anderen.

CON006-title = Kodierungsangabe weicht von den Daten ab
CON006-message = { $has ->
    [both] „{ $field }“ nennt die Kodierung „{ $found }“, der Inhalt steht aber in „{ $expected }“. Geglaubt wurde dem Inhalt.
   *[other] „{ $field }“ nennt die Kodierung „{ $found }“, die unbekannt ist oder nicht zum Inhalt passt.
    }
CON006-bill = Die Angabe ist nicht signiert, und eine Signatur wird am Inhalt selbst geprüft. Die Mengen sind nicht betroffen.
CON006-advice = Weisen Sie den Betreiber auf die falsche Angabe hin; Programme, die ihr folgen, können die Datei nicht lesen.
CON006-about = Ein Container kann sagen, wie Daten und Schlüssel geschrieben sind: als bloßer Text, hexadezimal, in Base64 oder Base32. Hier ist diese Angabe unbekannt oder passt nicht. Gelesen wird in der Kodierung, die tatsächlich vorliegt, und die Abweichung wird gemeldet. In der Praxis steht „plain“ über Schlüsseln, die hexadezimal sind, und „base64“ über Text, der nie kodiert wurde. Die Transparenzsoftware des S.A.F.E. e. V. beachtet die Angabe bei signierten Daten nicht, Chargy hält sich an sie; eine Datei mit falscher Angabe besteht daher im einen Programm und scheitert im anderen.

CON007-title = Ungewöhnliche oder fehlende Transaktionsnummer
CON007-message = { $has ->
    [none] Die Datei enthält mehrere Werte, und dieser hat keine Transaktionsnummer.
   *[other] Die Transaktionsnummer „{ $found }“ ist keine ganze Zahl.
    }
CON007-bill = Die Nummer ist nicht signiert. Welche Werte einen Ladevorgang bilden, entscheidet sich an dem, was der Zähler signiert hat.
CON007-advice = Sie selbst müssen nichts tun. Betreiber sollten den Werten eines Ladevorgangs dieselbe Nummer geben, nur aus Ziffern.
CON007-about = Transparenz-XML-Dateien geben jedem Wert eine ganze Zahl mit, die sagt, zu welchem Ladevorgang er gehört. Hier ist sie ein Text, oder sie fehlt, obwohl die Datei mehrere Werte enthält. Sie wird gezeigt, wie sie ankam, und wie jeder andere Text verglichen. Häufige Ursache sind Sitzungsnummern eines Backends mit Buchstaben oder Bindestrichen. Die Transparenzsoftware des S.A.F.E. e. V. bricht bei einer solchen Nummer mit einem Fehler ab und bildet aus Werten ohne Nummer nie ein Paar.

CON008-title = Angaben fassen vollständige Ladevorgänge zu einem zusammen
CON008-message = { $numbered ->
    [yes] Die Datei führt Werte unter der Transaktionsnummer „{ $transaction_id }“ als Beginn und Ende eines Ladevorgangs.
   *[no] Die Datei führt Werte ohne Transaktionsnummer als Beginn und Ende eines Ladevorgangs.
    } { $count ->
    [one] Nach dem, was der Zähler signiert hat, ist aber einer davon für sich ein vollständiger Ladevorgang.
   *[other] Nach dem, was der Zähler signiert hat, sind aber { $count } davon jeder für sich ein vollständiger Ladevorgang.
    }
CON008-bill = Belegen lässt sich nur die Energie jedes einzelnen signierten Ladevorgangs. Die Differenz vom ersten Beginn bis zum letzten Ende würde auch Energie zählen, die andere dazwischen bezogen haben.
CON008-advice = Vergleichen Sie die Rechnung mit den einzeln aufgeführten Ladevorgängen. Berechnet sie mehr als einen davon, fragen Sie den Betreiber, welcher der Ihre ist.
CON008-about = Manche Zähler signieren einen ganzen Ladevorgang, Beginn und Ende, in einem Datensatz. Bezeichnet eine Datei zwei solche Datensätze als Beginn und Ende eines einzigen Ladevorgangs, dann zieht ein Programm, das den Angaben glaubt, den ersten Zählerstand des einen vom letzten Zählerstand des anderen ab. Ein veröffentlichtes Beispiel enthält zwei Ladevorgänge mit 266 Wh und 268 Wh; nach seinen Angaben gelesen zeigt es 1.068 Wh, weil dazwischen noch geladen wurde. Die Angaben sind nicht signiert, die Anlässe der Ablesungen sind es; deshalb wird hier jeder Ladevorgang für sich beurteilt. Nicht gemeldet wird derselbe Datensatz an beiden Stellen: So halten es Stationen, die den Ladevorgang als Ganzes signieren.

CON009-title = Angabe widerspricht der signierten Rolle
CON009-message = { $declared ->
    [begin] Die Datei nennt diesen Wert den Beginn eines Ladevorgangs, er selbst enthält aber ein Ende und keinen Beginn.
   *[end] Die Datei nennt diesen Wert das Ende eines Ladevorgangs, er selbst enthält aber einen Beginn und kein Ende.
    }
CON009-bill = Beginn und Ende wurden vertauscht oder gehören zu verschiedenen Ladevorgängen. In dieser Rolle darf der Wert keiner Rechnung zugrunde liegen.
CON009-advice = Verlangen Sie vom Betreiber die vollständigen Werte Ihres Ladevorgangs, Beginn und Ende.
CON009-about = Ein Container kann einen Wert als Beginn oder als Ende eines Ladevorgangs bezeichnen. Der Zähler gibt zu jeder Ablesung dasselbe an, und seine Angabe ist signiert. Diese Regel schlägt an, wenn ein als Beginn bezeichneter Wert nur ein Ende enthält oder umgekehrt. Werte, die beides enthalten, widersprechen keiner Angabe. Wahrscheinlich ist ein Fehler im Export, doch vertauschte Werte sind auch ein einfacher Weg, eine Rechnung belegt aussehen zu lassen. Die Transparenzsoftware des S.A.F.E. e. V. lehnt ein solches Paar ebenfalls ab.

CON010-title = Signierter Messwert mehrfach enthalten
CON010-message = Derselbe Inhalt wurde schon in Wert { $first } signiert. Er wurde einmal gezählt.
CON010-bill = Keine Auswirkung, denn eine Kopie wird nie ein zweites Mal gezählt.
CON010-advice = Sie müssen nichts tun.
CON010-about = Systeme versenden denselben signierten Messwert oft mehrfach oder führen ihn sowohl als Beginn wie als Ende seines Ladevorgangs. Sind die signierten Bytes bis aufs letzte gleich, beweist die Kopie nicht mehr als das Original, wie auch immer Signatur und Umgebung geschrieben sind. Sie bleibt in der Liste, ihre Energie zählt einmal. Zwei verschiedene Werte mit derselben Nummer sind etwas anderes; das prüft PAG004.

CON011-title = Kodierung um den signierten Messwert entfernt
CON011-message = { $has ->
    [none] Eine Kodierung um den Wert wurde entfernt.
   *[other] Eine Kodierung um den Wert wurde entfernt: { $found }.
    }
CON011-bill = Keine Auswirkung: Die Signatur gehört zu den Bytes im Inneren.
CON011-advice = Sie müssen nichts tun.
CON011-about = Signierte Messwerte laufen durch viele Systeme, und jedes kann sie einpacken: hexadezimal, in Base64, als Zeichenkette in einem JSON-Text, mit den Entitäten von HTML. Diese Schichten werden eine nach der anderen abgenommen, und jede wird genannt, damit sich Empfangenes und Signiertes unterscheiden lassen. Am Inhalt ändert sich nichts. Die Zahl der Schichten ist begrenzt.

CON012-title = Angaben des Absenders zur Station
CON012-message = { $has ->
    [none] Der Absender macht Angaben zur Station, die keine Signatur abdeckt.
   *[other] Der Absender gibt ohne Signatur zur Station an: { $found }
    }
CON012-bill = Nichts davon ist belegt. Anschrift, Betreiber und Name der Station könnten beliebig sein.
CON012-advice = Vergleichen Sie mit dem, was Sie über den Ort Ihres Ladevorgangs wissen.
CON012-about = Dateien für Chargy können die Station beschreiben: ihren Namen, ihren Ort, ihre Steckdosen. Das hilft beim Lesen, ist aber von keiner Signatur gedeckt. Deshalb steht es als Angabe des Absenders da und wird nie mit dem vermischt, was der Zähler signiert hat. Was der Zähler selbst über den Ladepunkt signiert, steht bei den signierten Messwerten.

CON013-title = Zeilenenden für die Prüfung wiederhergestellt
CON013-message = Die Signatur gilt nur, wenn die Zeilenenden wieder die Form CR LF erhalten, die beim Lesen von XML zu LF wird.
CON013-bill = Der Inhalt ist der, den der Zähler signiert hat; nur die unsichtbaren Zeilenenden weichen ab. Die Mengen sind nicht betroffen.
CON013-advice = Sie selbst müssen nichts tun. Betreiber sollten signierte Messwerte ohne Zeilenumbrüche im Inneren oder in Base64 versenden.
CON013-about = Jedes Programm, das XML liest, muss das Zeilenende CR LF in LF umwandeln. Enthält der signierte Text selbst Zeilenumbrüche, ändern sich dabei die signierten Bytes, und die Signatur gilt nicht mehr. Diese Prüfung versucht es mit den ursprünglichen Zeilenenden, bevor sie eine Signatur für ungültig erklärt, und sagt es, wenn das den Ausschlag gab. Sonst wird kein Zeichen geändert. Programme ohne diesen Versuch melden den Wert als verändert.

CON014-title = Eine Ablesung als Beginn und als Ende vorgelegt
CON014-message = { $numbered ->
    [yes] Unter der Transaktionsnummer „{ $transaction_id }“ steht derselbe Wert als Beginn (Wert { $begin }) und als Ende (Wert { $end }), obwohl er nicht beides enthält.
   *[no] Derselbe Wert steht als Beginn (Wert { $begin }) und als Ende (Wert { $end }) eines Ladevorgangs, obwohl er nicht beides enthält.
    }
CON014-bill = Ein einzelner Zählerstand belegt keinen Verbrauch. Eine Rechnung, die darauf beruht, ist nicht belegt.
CON014-advice = Verlangen Sie vom Betreiber den zweiten signierten Messwert Ihres Ladevorgangs.
CON014-about = Die Energie eines Ladevorgangs ist die Differenz zweier Zählerstände. Hier bietet die Datei einen einzigen in beiden Rollen an. Das kann ein Fehler im Export sein, der denselben Wert zweimal geschrieben hat; es kann auch der Versuch sein, einen Ladevorgang vollständig aussehen zu lassen. Ein Datensatz, der Beginn und Ende enthält, darf an beiden Stellen stehen und wird nicht gemeldet. Verglichen werden die Bytes; zwei verschiedene Ablesungen mit gleichem Stand lösen die Regel nicht aus.

CON015-title = Rolle neben der Signatur weicht von der signierten ab
CON015-message = Neben den signierten Daten ist der Datensatz als { $found ->
    [begin] Beginn
    [end] Ende
   *[between] Zwischenablesung
    } bezeichnet, signiert hat das Gerät aber { $expected ->
    [begin] einen Beginn
    [end] ein Ende
   *[between] eine Zwischenablesung
    }. Verwendet wurde die signierte Rolle.
CON015-bill = Die Mengen beruhen auf den signierten Rollen und sind nicht betroffen.
CON015-advice = Fragen Sie den Betreiber, warum der Datensatz außerhalb der signierten Daten verändert wurde.
CON015-about = Manche Datensätze nennen ihre Rolle zweimal: einmal in den signierten Bytes, als Befehl, der zu der Ablesung geführt hat, und einmal davor, wo jeder schreiben kann. In allem, was ein Gerät erzeugt, stimmen beide überein. Weichen sie ab, wurde der äußere Buchstabe unterwegs geändert, versehentlich oder absichtlich. Programme, die sich nach ihm richten, hielten einen Beginn für ein Ende. Hier entscheidet allein die signierte Rolle, was wovon abgezogen wird.

CON016-title = Beginn und Ende nur vom Container benannt
CON016-message = Der Zähler hat beide Ablesungen signiert, aber nicht, welche der Beginn und welche das Ende ist. Das sagt der nicht signierte Container.
CON016-bill = Soweit beide Signaturen gelten, ist die Differenz der Ablesungen belegt. Dass sie zu einem Ladevorgang gehören, ist eine Angabe des Betreibers.
CON016-advice = Vergleichen Sie die Zeiten beider Ablesungen mit Ihren eigenen, und die Kundenkennung, falls eine angezeigt wird.
CON016-about = Manche Zähler signieren einzelne Ablesungen: Wert, Zeit, Kunde und eine Zählung ihrer Ablesungen, aber keine Rolle. Welche Ablesung einen Ladevorgang beginnt und welche ihn beendet, steht daneben in der Datei, und nach dieser Angabe werden die Ablesungen zusammengestellt. Die Zählung des Zählers zeigt die Reihenfolge, und eine Lücke darin zeigt, dass andere Ablesungen dazwischen liegen; für beides gibt es eigene Regeln. Zwei Ablesungen verschiedener Ladevorgänge ergäben trotzdem eine echte Differenz, deshalb wird es hier gesagt. Formate, die die Rolle signieren, hängen nicht vom Container ab.

CON017-title = Datei im Archiv ohne signierte Daten
CON017-message = Im Archiv liegt eine Datei, aus der nichts gelesen wurde: { $named ->
    [yes] „{ $field }“
   *[no] ohne Namen
    }.
CON017-bill = Die signierten Messwerte in den anderen Dateien sind nicht betroffen. Sollte in dieser Datei ein Messwert stehen, fehlt er hier.
CON017-advice = Sehen Sie nach, was die Datei ist. Notizen, Bilder und Rechnungen sind harmlos.
CON017-about = Archive enthalten oft mehr als signierte Messwerte: eine Rechnung als PDF, ein Bild, eine Notiz, Reste eines Betriebssystems. Jede Datei wird nach ihrem Inhalt geöffnet, gleich wie sie heißt. Enthält sie weder einen signierten Messwert noch einen Schlüssel noch ein weiteres Archiv, wird sie hier genannt und nicht stillschweigend übergangen. Auch Verknüpfungen werden genannt, denn sie zeigen auf etwas, das anderswo liegt. Eine beschädigte oder verschlüsselte Datei ist ein eigener Fehler.

CON018-title = Angezeigte Daten widersprechen den signierten
CON018-message = { $has ->
    [both] Neben den signierten Daten sagt das Feld „{ $field }“: { $found }. Signiert hat der Zähler: { $expected }.
    [found] Neben den signierten Daten sagt das Feld „{ $field }“: { $found }. Signiert hat der Zähler nichts dergleichen.
   *[other] Neben den signierten Daten sagt das Feld „{ $field }“ nicht das, was der Zähler signiert hat.
    }
CON018-bill = Die Datei zeigt etwas, das der Zähler nicht signiert hat. Verlassen Sie sich nicht darauf.
CON018-advice = Bitten Sie den Betreiber um die Originaldatei, und vergleichen Sie die Rechnung nur mit den signierten Werten.
CON018-about = Manche Dateien geben dieselbe Sache zweimal an: in der Liste der Werte, die der Zähler signiert hat, und noch einmal daneben, wo Menschen und Programme sie zuerst lesen. Nur die Liste ist durch die Signatur gedeckt. Wer die Kopie ändert, ändert das, was man sieht, und jede Signatur bleibt gültig. Deshalb wird jede Kopie mit dem signierten Wert verglichen: Menge, Einheit, Zeit, Zählernummer, Nummer der Ablesung, Kunde und Ladepunkt. Sagt eine davon etwas anderes, wurde die Datei verändert oder falsch zusammengestellt, und sie wird trotz gültiger Signaturen nicht anerkannt.

CON020-title = Dateiname, der täuscht
CON020-message = { $named ->
    [yes] Eine Datei im Archiv heißt „{ $field }“. Dieser Name führt aus dem Archiv hinaus oder enthält versteckte Zeichen.
   *[no] Weitere Dateien im Archiv haben Namen, die aus ihm hinausführen oder versteckte Zeichen enthalten.
    }
CON020-bill = Namen sind nicht signiert, und hier wird nichts unter ihnen gespeichert. Die Mengen sind nicht betroffen.
CON020-advice = Entpacken Sie das Archiv nicht mit anderen Programmen, bevor Sie wissen, woher es kommt.
CON020-about = Der Name einer Datei in einem Archiv oder PDF ist nur ein Etikett. Diese Regel meldet Namen, die an der Wurzel eines Laufwerks beginnen, mit „..“ nach oben führen oder umgekehrte Schrägstriche, Steuerzeichen oder Zeichen enthalten, welche die Leserichtung umkehren. Ein unvorsichtiges Programm würde eine solche Datei dorthin schreiben, wo der Absender sie haben will, und ein Leser hielte „fdp.exe“ für „exe.pdf“. Hier dienen Namen nur dazu, den Fundort zu zeigen und den Schlüssel zu einer Datei zu finden; geschrieben wird nie etwas. Archive alter Windows-Programme enthalten umgekehrte Schrägstriche ohne böse Absicht.

CON021-title = Daten hinter dem Ende des Archivs
CON021-message = { $has ->
    [none] Hinter dem Ende eines Archivs stehen weitere Daten. Sie wurden nicht gelesen.
   *[other] Hinter dem Ende des Archivs stehen noch { $found } Bytes. Sie wurden nicht gelesen.
    }
CON021-bill = Die gefundenen Messwerte sind nicht betroffen. Sollte dort etwas stehen, das dazugehört, fehlt es hier.
CON021-advice = Fordern Sie das Archiv erneut an, wenn ein Messwert fehlt.
CON021-about = Eine komprimierte Datei oder ein Archiv hat ein Ende. Was dahinter steht, übergehen manche Programme und lesen andere, sodass zwei Personen in einer Datei Verschiedenes sehen können. Auffüllen mit Nullen ist bei Bändern üblich und wird nicht gemeldet. Auch Dateien, die bei der Übertragung beschädigt wurden oder an die ein System eine Zeile angehängt hat, haben einen solchen Rest.

CON022-title = Privater Schlüssel bei den Daten
CON022-message = Bei den Daten liegt ein privater Schlüssel{ $named ->
    [yes] {""} („{ $field }“)
   *[no] {""}
    }. Er wurde nicht verwendet.
CON022-bill = Ist es der Schlüssel des Zählers, kann jeder mit dieser Datei beliebige Mengen signieren. Eine Signatur mit diesem Schlüssel beweist dann nichts mehr.
CON022-advice = Sagen Sie es sofort dem Absender. Der Schlüssel muss ersetzt werden, und niemand sollte die Datei weitergeben.
CON022-about = Ein Zähler signiert mit einem privaten Schlüssel, der ihn nie verlässt. Um eine Signatur zu prüfen, braucht man nur den öffentlichen Schlüssel, und nur diesen darf man herausgeben. Diese Regel meldet einen privaten Schlüssel in den Dateien, gleich wozu er gehört. Er wird hier für nichts verwendet, auch nicht, um den öffentlichen Schlüssel daraus abzuleiten. Testdaten kommen manchmal mit dem privaten Schlüssel, mit dem sie signiert wurden; solche Daten beweisen nichts über eine echte Ladestation.

CON023-title = Zeichensatz des QR-Codes angenommen
CON023-message = Der QR-Code sagt nicht, in welchem Zeichensatz er geschrieben ist, und ist kein UTF-8. Er wurde als ISO 8859-1 gelesen.
CON023-bill = Keine Auswirkung auf die Mengen: Wäre die Annahme falsch, würde die Signatur nicht stimmen.
CON023-advice = Sie müssen nichts tun. Betreiber sollten QR-Codes in UTF-8 schreiben.
CON023-about = Ein QR-Code darf Bytes enthalten, ohne zu sagen, für welche Buchstaben sie stehen. Fast alle Programme schreiben UTF-8, und was gültiges UTF-8 ist, wird so gelesen. Die Norm selbst geht von ISO 8859-1 aus, einem älteren Zeichensatz für Westeuropa; er ist hier die zweite Wahl. Eine Signatur gilt für Bytes, daher kann eine falsche Wahl keinen falschen Wert gültig machen.

CON024-title = Beschädigtes PDF instand gesetzt
CON024-message = Das Inhaltsverzeichnis des PDF ist beschädigt. Seine Teile wurden in den Bytes der Datei gesucht.
CON024-bill = Die gefundenen Messwerte werden geprüft wie alle anderen. Ob es alle sind, ist weniger sicher als bei einer unversehrten Datei.
CON024-advice = Fordern Sie das PDF oder die signierten Daten selbst erneut an, wenn ein Messwert fehlt.
CON024-about = Ein PDF hat ein Verzeichnis, das sagt, wo jeder seiner Teile beginnt. Hier passt es nicht, darum wurde stattdessen jeder Teil gesucht. Übliche Ursachen sind eine Übertragung, die Zeilenenden verändert, und Dateien, die einfache Programme zerschnitten und zusammengefügt haben. Die meisten Anzeigeprogramme richten solche Dateien stillschweigend. Die Suche kann auch einen Teil finden, den eine spätere Änderung des Dokuments entfernt hatte.

CON025-title = Ein geöffnetes Siegel ist keine Signatur
CON025-message = Der Messwert lag unter einem Siegel. Es öffnet sich mit diesem Schlüssel: { $found }. Das beweist nichts.
CON025-bill = Es zählt nur eine Signatur des Messwerts selbst. Hat er eine, wird sie geprüft wie immer; hat er keine, ist nichts bewiesen.
CON025-advice = Bitten Sie den Betreiber um die signierten Daten des Zählers.
CON025-about = Manche Stationen versiegeln ihre Messwerte, statt sie zu signieren: Sie verschlüsseln mit einem privaten Schlüssel, und jeder, der den öffentlichen hat, kann das Siegel öffnen. Dass es sich öffnet, soll zeigen, wer es gemacht hat. Das zeigt es nicht: Die Schlüssel für den größten Teil des Inhalts liegen offen in denselben Daten, und in der neueren Version hängen überhaupt nur die ersten 256 Bytes am privaten Schlüssel. Ein Siegel wird deshalb geöffnet, um den Inhalt zu sehen, und nie für eine Signatur genommen. Die Transparenzsoftware des S.A.F.E. e. V. zeigt solche Messwerte als geprüft an.

CON026-title = Leerraum in versiegelten Daten
CON026-message = Zwischen den Ziffern der versiegelten Daten steht Leerraum. Er wurde weggelassen.
CON026-bill = Davon hängt nichts ab.
CON026-advice = Sie müssen nichts tun.
CON026-about = Versiegelte Daten stehen als Hexadezimalziffern in einem Stück in der Datei. Hier sind sie von Leerzeichen oder Zeilenumbrüchen zerteilt, meist durch ein Programm, das Text umbricht. Ohne sie bedeuten die Ziffern dasselbe. Die Transparenzsoftware des S.A.F.E. e. V. öffnet solche Daten nicht.

CON030-title = Datensätze mehrerer Ladevorgänge unter einer Nummer
# facts: session, numbered, count, numbers
CON030-message = { $numbered ->
    [yes] Unter der Nummer { $session } stehen
   *[no] Unter einem behaupteten Ladevorgang stehen
    } signierte Werte von { $count } Ladevorgängen ({ $numbers }).
CON030-bill = Was in einem anderen Ladevorgang gemessen wurde, würde hier mitberechnet. Signaturen sprechen für jeden Ladevorgang einzeln; welchen diese Rechnung meint, sagen sie nicht.
CON030-advice = Fragen Sie den Betreiber, welcher der Ladevorgänge Ihrer ist, und lassen Sie nur diesen abrechnen.
CON030-about = Ein Nachrichtenprotokoll oder ein Abrechnungsdatensatz stellt signierte Werte unter die Nummer eines Ladevorgangs. Ob sie zu einem Ladevorgang gehören, entscheidet das Signierte: Schlüssel, Zähler und Reihenfolge der Datensätze. Hier gehören sie zu mehreren. Übliche Ursachen sind eine Station, die den letzten Datensatz ihres Zählers noch einmal sendet, weil der neue nicht fertig ist, und eine Verwechslung beim Betreiber. Ein Ladevorgang, den ein Stromausfall in Teile zerlegt hat, wird stattdessen von CON032 gemeldet.

CON031-title = Signierter Ladevorgang unter mehreren Nummern
# facts: session, numbered, other, count
CON031-message = { $numbered ->
    [yes] Die signierten Werte des Ladevorgangs { $session }
   *[no] Die signierten Werte dieses Ladevorgangs
    } stehen unter { $count } behaupteten Ladevorgängen; der erste ist Behauptung { $other }.
CON031-bill = Energie, die einmal gemessen wurde, darf einmal berechnet werden. Hier würde sie mehrfach berechnet oder jemand anderem.
CON031-advice = Zeigen Sie dem Betreiber beide Nummern und bitten Sie, eine davon zurückzunehmen.
CON031-about = Die Regel vergleicht über alle gemeinsam übergebenen Dateien, was unter jedem behaupteten Ladevorgang signiert steht. Derselbe Ladevorgang, zweimal unter derselben Nummer genannt, zählt einmal; ein Protokoll und ein Abrechnungsdatensatz sprechen ohnehin von demselben Ladevorgang, und eine Gutschrift nimmt ihren Datensatz zurück. Was bleibt, ist Energie, die jemand mehr als einmal zählt, oder ein Ladevorgang, dessen Beginn unter einer Nummer steht und dessen Ende unter einer anderen.

CON032-title = Ladevorgang in Teilen
# facts: session, numbered, count, has, energy
CON032-message = { $numbered ->
    [yes] Der Ladevorgang { $session }
   *[no] Der Ladevorgang
    } wurde durch eine Störung in { $count } Teile zerlegt, die je für sich signiert sind{ $has ->
    [found] , zusammen { $energy }.
   *[none] .
    }
CON032-bill = Die Teile zusammen dürfen berechnet werden. Was der Zähler dazwischen gezählt hat, gehört zu keinem von ihnen.
CON032-advice = Vergleichen Sie die Teile mit der Rechnung: Mehr als ihre Summe darf nicht berechnet werden.
CON032-about = Nach einem Stromausfall oder Abbruch schließen manche Stationen den signierten Ladevorgang und öffnen einen neuen, während das Hintergrundsystem unter einer Nummer weiterzählt. Die Regel gilt nur, wenn alle Teile bis auf den letzten signiert aussagen, dass sie abgebrochen wurden oder mit einem Stromausfall endeten, und wenn alle denselben Zähler, Schlüssel und Nutzer nennen. Was das Protokoll über einen Neustart sagt, spielt keine Rolle, denn das hat niemand signiert.

CON033-title = Nachrichten des Ladevorgangs fehlen
# facts: session, numbered, kind, from, to, count
CON033-message = { $kind ->
    [silence] Von { $from } bis { $to } kam keine Nachricht
   *[numbers] { $count ->
        [one] Eine nummerierte Nachricht ist ausgeblieben
       *[other] { $count } nummerierte Nachrichten sind ausgeblieben
    }
    }{ $numbered ->
    [yes] { " " }(Ladevorgang { $session }).
   *[no] .
    }
CON033-bill = Wo Beginn und Ende signiert sind, beweisen sie die Energie auch ohne das, was dazwischen liegt. Wie der Ladevorgang dazwischen verlief, ist nicht bekannt.
CON033-advice = Für einen Preis nach Energie ist nichts nötig. Hat sich Ihr Tarif während des Ladevorgangs geändert, fragen Sie nach dem signierten Zählerstand beim Wechsel.
CON033-about = Eine Station ohne Verbindung hebt ihre Nachrichten eine Weile auf und verwirft die älteren. Die Regel vergleicht die Zeiten der Messwerte mit dem eingestellten Abstand der Station, sonst mit dem üblichen Abstand, und zählt die Nummern der Ereignisse, wo es welche gibt. Hier geht es nur um unsignierte Nachrichten; Lücken zwischen signierten Datensätzen meldet PAG001.

CON034-title = Station während des Ladevorgangs neu gestartet
# facts: session, numbered, has, reason
CON034-message = Die Station ist { $numbered ->
    [yes] während des Ladevorgangs { $session } neu gestartet{ $has ->
        [found] { " " }({ $reason }).
       *[none] .
    }
   *[no] während des Ladevorgangs neu gestartet{ $has ->
        [found] { " " }({ $reason }).
       *[none] .
    }
    }
CON034-bill = Ein Neustart verändert keinen signierten Zählerstand. Ist das signierte Ende da, lässt sich die Menge beweisen; fehlt es, ist nichts bewiesen.
CON034-advice = Fehlt das Ende, bitten Sie den Betreiber, den Datensatz aus dem Zähler zu holen: Zähler bewahren ihre Datensätze über Jahre auf.
CON034-about = Stationen werden aus der Ferne, durch einen Stromausfall oder einen Fehler neu gestartet. Bei einem sanften Neustart werden Ladevorgänge vorher ordentlich beendet, bei einem harten kommt das Ende danach oder gar nicht. Das Protokoll zeigt das am Grund des Endes oder an einer Startmeldung, während der Ladevorgang lief; beides ist unsigniert und erklärt nur, was man sieht.

CON035-title = Station ohne signierte Werte eingestellt
# facts: session, numbered, name, has, value
CON035-message = Die Einstellung { $name } der Station ist { $has ->
    [found] „{ $value }“: So sendet sie keine signierten Werte.
   *[none] leer: So sendet sie keine signierten Werte.
    }
CON035-bill = Die Einstellung erklärt, warum signierte Werte fehlen. Beweisbar wird der Ladevorgang dadurch nicht.
CON035-advice = Bitten Sie den Betreiber, signierte Werte einzuschalten. Für diesen Ladevorgang kann er den Datensatz womöglich noch aus dem Zähler holen.
CON035-about = Stationen lassen im Zähler signieren und senden das Ergebnis nur, wenn sie so eingestellt sind. In OCPP 1.6 trägt das Ende eines Ladevorgangs nur dann Werte, wenn StopTxnSampledData oder StopTxnAlignedData welche nennen, und manche Stationen lassen sonst auch die signierten weg. Die Regel liest Einstellungen, die das Protokoll selbst zeigt, und meldet sie nur bei Ladevorgängen, die ohne signierten Wert kamen.

CON036-title = Datensatz nimmt einen anderen zurück
# facts: session, numbered, has, of
CON036-message = Dieser Abrechnungsdatensatz nimmt { $has ->
    [found] den Datensatz { $of } zurück.
   *[none] einen anderen zurück, dessen Nummer er nicht nennt.
    }
CON036-bill = Seine Beträge wiederholen die des zurückgenommenen Datensatzes. Beide zusammen berechnen nichts.
CON036-advice = Prüfen Sie, ob die Gutschrift auf Ihrer Rechnung angekommen ist und unter der alten Nummer nichts mehr berechnet wird.
CON036-about = In OCPI wird eine Abrechnung durch einen Datensatz berichtigt, der alles wiederholt und einen negativen Geldbetrag trägt, und durch einen neuen, falls doch etwas zu berechnen ist. Dieselben signierten Werte kommen deshalb mit Absicht bis zu dreimal vor. Die Regel nennt die Gutschrift, damit niemand sie für einen zweiten Ladevorgang hält.

CON037-title = Ladevorgang ohne signierte Werte
# facts: session, numbered, has, energy
CON037-message = { $numbered ->
    [yes] Der Ladevorgang { $session }
   *[no] Ein Ladevorgang
    } kam ohne signierte Werte: Er lässt sich nicht beweisen.{ $has ->
    [found] { " " }Behauptet werden für ihn { $energy }.
   *[none] { "" }
    }
CON037-bill = Eine Rechnung über diesen Ladevorgang beruht auf Zahlen, die niemand signiert hat.
CON037-advice = Fragen Sie den Betreiber nach den signierten Zählerständen dieses Ladevorgangs. Rechnet er nach Energie ab, muss er sie vorlegen können.
CON037-about = Ein Protokoll oder ein Abrechnungsdatensatz nennt einen Ladevorgang, und kein signierter Wert kam mit ihm. Stationen, die nur das Grundprofil von OCPP beherrschen, senden keine, manche sind falsch eingestellt, und manche Werte gehen unterwegs verloren. Die gemeldeten Zählerstände werden als Behauptung gezeigt. Was auch sonst in Ordnung ist: Das Ergebnis der Eingabe lautet „nicht geprüft“, damit ein solcher Ladevorgang nie als bestätigt gilt.

CON040-title = Bericht dieses Programms, beiseitegelegt
CON040-message = { $found ->
    [list] „{ $field }“ ist die Liste eines Beweisbündels. Sie wurde mit den Dateien verglichen; geglaubt wird ihr nichts.
    [pdf] „{ $field }“ ist ein Bericht dieses Programms als PDF. Ihm wird nicht geglaubt; die Daten wurden neu geprüft.
    [json] „{ $field }“ ist ein Bericht dieses Programms. Ihm wird nicht geglaubt; die Daten wurden neu geprüft.
   *[other] Weitere Berichte dieses Programms wurden beiseitegelegt: { $found }.
    }
CON040-bill = Für die Rechnung zählt nur, was diese Prüfung ergibt, nicht was in dem alten Bericht steht.
CON040-advice = Nichts zu tun. Weichen der alte Bericht und dieser voneinander ab, dann gilt dieser.
CON040-about = Ein Beweisbündel enthält neben den Daten auch den Bericht, der aus ihnen gemacht wurde. Ein Bericht ist nicht signiert: Jeder kann ihn schreiben oder ändern. Deshalb wird er an seinem Inhalt erkannt, genannt und beiseitegelegt, und alle Daten werden neu geprüft. Was wie ein Bericht aussieht und einen signierten Messwert enthält, gilt nicht als Bericht und wird wie jede andere Datei gelesen. An ein PDF angehängte Dateien werden immer gelesen.

CON041-title = Datei im Beweisbündel verändert
CON041-message = { $named ->
    [yes] „{ $field }“ ist nicht mehr die Datei, die in das Beweisbündel gelegt wurde: Ihre Prüfsumme ist eine andere als in der Liste.
   *[no] Weitere Dateien des Beweisbündels haben andere Prüfsummen als in der Liste.
    }
CON041-bill = Was die Signaturen beweisen, gilt weiter: Es wurde mit der Datei geprüft, wie sie jetzt ist. Alles Unsignierte in ihr kann verändert sein.
CON041-advice = Fordern Sie das Beweisbündel noch einmal von der Person an, die es gemacht hat, und vergleichen Sie beide.
CON041-about = Die Liste eines Beweisbündels nennt zu jeder Datei die Prüfsumme SHA-256. Stimmt sie nicht, wurde die Datei oder die Liste geändert, seit das Bündel gemacht wurde. Die Liste selbst ist nicht signiert; wer eine Datei ändert, kann auch die Liste ändern. Eine Prüfsumme, die stimmt, beweist deshalb nichts, und eine, die nicht stimmt, ist ein Hinweis. Über die Messwerte entscheiden die Signaturen.

CON042-title = Datei fehlt im Beweisbündel
CON042-message = { $named ->
    [yes] Die Liste des Beweisbündels nennt „{ $field }“, aber diese Datei liegt nicht darin.
   *[no] Weitere Dateien, die die Liste des Beweisbündels nennt, liegen nicht darin.
    }
CON042-bill = Die vorhandenen Messwerte sind nicht betroffen. Der erste Bericht beruhte aber auch auf der fehlenden Datei.
CON042-advice = Fordern Sie das vollständige Beweisbündel an.
CON042-about = Die Liste eines Beweisbündels nennt alle Dateien, aus denen sein Bericht gemacht wurde. Fehlt eine, kann sie etwas enthalten haben, das gegen die übrigen spricht. Ob die Liste selbst gekürzt wurde, lässt sich nicht erkennen, denn sie ist nicht signiert.

CON043-title = Datei im Beweisbündel, die nicht auf der Liste steht
CON043-message = { $named ->
    [yes] „{ $field }“ liegt im Beweisbündel, steht aber nicht auf seiner Liste.
   *[no] Weitere Dateien im Beweisbündel stehen nicht auf seiner Liste.
    }
CON043-bill = Die Datei wurde geprüft wie jede andere. Der erste Bericht wusste nichts von ihr.
CON043-advice = Fragen Sie, wer die Datei dazugelegt hat und warum.
CON043-about = Was nach dem ersten Bericht in ein Beweisbündel gelegt wurde, gehört nicht zu dem, worüber er spricht. Die Datei wird trotzdem geöffnet und beurteilt: Eine Liste, die niemand signiert hat, darf nichts verbergen.

CON044-title = Liste des Beweisbündels unlesbar
CON044-message = { $named ->
    [yes] „{ $field }“ beginnt wie die Liste eines Beweisbündels, ist aber keine, die gelesen werden kann.
   *[no] Weitere Listen von Beweisbündeln können nicht gelesen werden.
    }
CON044-bill = Alle Dateien wurden wie in einem gewöhnlichen Archiv geprüft. Ob es noch das Bündel ist, das gemacht wurde, wurde nicht verglichen.
CON044-advice = Fordern Sie das Beweisbündel noch einmal an.
CON044-about = Eine Liste gilt nur, wenn jede ihrer Zeilen gelesen werden kann, kein Name zweimal vorkommt, kein signierter Messwert in ihr steht und sie die einzige im Archiv ist. Sonst wird das Archiv behandelt wie jedes andere, und nichts in ihm wird beiseitegelegt, nur weil eine Liste es nennt.
