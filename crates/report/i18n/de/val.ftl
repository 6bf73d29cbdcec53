# Regeln zu Registerwerten und ihrem Zusammenhang.

VAL001-title = Register zeigt am Ende weniger als zu Beginn
VAL001-message = { $has ->
    [found] Das Register { $register } steht zu Beginn bei { $begin } und am Ende bei { $end }: Es ist gefallen.
   *[none] Das Register steht zu Beginn bei { $begin } und am Ende bei { $end }: Es ist gefallen.
    }
VAL001-bill = Ein Energieregister kann nicht fallen. Mit diesen Zählerständen lässt sich nichts abrechnen.
VAL001-advice = Akzeptieren Sie keine Rechnung auf dieser Grundlage und bitten Sie den Betreiber um eine Erklärung.
VAL001-about = Energieregister zählen nur aufwärts. Vor dem Vergleich werden beide Ablesungen in dieselbe Einheit gebracht, denn 1 kWh ist mehr als 999 Wh. Neben dem Register der Abrechnung wird jedes Register betrachtet, das über die ganze Lebensdauer des Zählers zählt, weil ein fallendes zeigt, dass auf den Zähler kein Verlass ist. Register, die mit jedem Ladevorgang neu beginnen, werden nur betrachtet, wenn die Abrechnung auf ihnen beruht. Mögliche Ursachen sind Beginn und Ende von verschiedenen Zählern, ein Zählertausch oder ein Defekt. Die Transparenzsoftware des S.A.F.E. e. V. vergleicht die bloßen Zahlen ohne ihre Einheiten.

VAL002-title = Beginn oder Ende der Abrechnung ohne brauchbaren Wert
VAL002-message = { $has ->
    [found] Der Wert „{ $found }“ { $position ->
        [begin] zu Beginn
       *[end] am Ende
        } des abrechnungsrelevanten Registers ist keine brauchbare Zahl.
   *[none] Das abrechnungsrelevante Register hat { $position ->
        [begin] zu Beginn
       *[end] am Ende
        } keinen Wert.
    }
VAL002-bill = Ohne beide Werte gibt es keine Menge. Die Rechnung kann sich auf diese Daten nicht stützen.
VAL002-advice = Bitten Sie den Betreiber um den ursprünglichen Datensatz. Hat die Station ihn so signiert, kann nur ihr Hersteller helfen.
VAL002-about = Beginn und Ende des abrechnungsrelevanten Registers brauchen je eine Dezimalzahl, die nicht negativ ist. Zahlen, die als Text, mit Leerzeichen, mit führenden Nullen oder mit Exponent geschrieben sind, werden verstanden, weil echte Stationen sie so senden. Ein Komma statt des Punktes, das Wort „NaN“, hexadezimale Ziffern oder ein leerer Text werden es nicht, und keine andere Ablesung tritt an ihre Stelle. Steht das Feld doppelt da, wird keiner der Werte verwendet. In mindestens einem anderen Programm übersteht „NaN“ den Vergleich von Beginn und Ende, weil es weder größer noch kleiner als irgendetwas ist.

VAL003-title = Unlesbarer Wert abseits der Abrechnung
VAL003-message = { $named ->
    [yes] { $has ->
        [none] Der Wert in „{ $field }“ ist nicht brauchbar.
       *[found] Der Wert „{ $found }“ in „{ $field }“ ist keine brauchbare Zahl.
        }
   *[no] Ein Wert, auf dem die Abrechnung nicht beruht, ist keine brauchbare Zahl.
    }
VAL003-bill = Die Menge des Ladevorgangs beruht nicht auf diesem Wert. Was er zeigen sollte, ist nicht nachgewiesen.
VAL003-advice = Sie selbst müssen nichts tun. Hersteller sollten prüfen, was ihre Software dort einträgt.
VAL003-about = Ein Datensatz enthält oft mehr als Beginn und Ende des abrechnungsrelevanten Registers: Zwischenablesungen, andere Register, den Leitungsverlust. Ist ein solcher Wert keine Dezimalzahl oder negativ, bleibt er in allen Prüfungen außer Betracht, die ihn bräuchten. Diese gelten dann als nicht ausgewertet und nicht als bestanden. Für Beginn und Ende des abrechnungsrelevanten Registers gibt es eine eigene Regel, die zum Scheitern führt. Auch ein unlesbarer Leitungsverlust an Beginn oder Ende wird hier gemeldet, denn er ändert die Energiemenge nicht.

VAL004-title = Keine Energie im Ladevorgang
VAL004-message = Beginn und Ende zeigen denselben Zählerstand: Der Ladevorgang umfasst { $energy }.
VAL004-bill = Für Energie ist nichts zu zahlen. Entgelte für den Start oder nach Zeit können dennoch anfallen.
VAL004-advice = Wird Ihnen Energie berechnet, fragen Sie den Betreiber, welcher Ladevorgang gemeint ist.
VAL004-about = Ein Ladevorgang ohne Energie ist an sich kein Fehler. Er entsteht, wenn ein Fahrzeug angesteckt ist und nicht lädt, wenn ein Ladevorgang gleich wieder beendet wird oder wenn die Menge kleiner ist als die letzte Stelle des Registers. Darauf wird hingewiesen, weil eine Rechnung über Energie dann auf etwas anderem beruhen würde als auf diesen Daten. Viele veröffentlichte Beispieldateien enthalten solche Ladevorgänge, weil sie am Schreibtisch ohne Fahrzeug entstanden sind.

VAL005-title = Mehr Energie als in der Zeit möglich
VAL005-message = { $energy } in { $seconds ->
    [one] einer Sekunde
   *[other] { $seconds } Sekunden
    } setzen mehr als 3,75 MW voraus; so viel liefert kein Ladesystem.
VAL005-bill = Entweder die Energie oder die Zeit ist falsch. Auch eine gültige Signatur beweist nur, dass der Zähler es so angegeben hat, nicht dass es sein kann.
VAL005-advice = Vergleichen Sie vor dem Bezahlen die Menge mit der Größe Ihrer Batterie und die Zeiten mit Ihrer Erinnerung.
VAL005-about = Energie geteilt durch Zeit ergibt die mittlere Leistung. Sie wird mit der höchsten Leistung verglichen, für die es ein Ladesystem gibt: den 3,75 Megawatt des Megawatt Charging System für Lastwagen. Was darüber liegt, kann in dieser Zeit nicht geladen worden sein. Die Grenze ist so weit gezogen, weil die Leistung Ihrer Station nicht in den Daten steht; ein Auto bleibt an einer gewöhnlichen Station weit darunter. Eine typische Ursache ist eine Uhr, die während des Ladevorgangs gestellt wurde, sodass aus Stunden Sekunden werden.

VAL006-title = Register hat sich zwischen zwei Ladevorgängen bewegt
VAL006-message = Ladevorgang { $other } endete bei { $previous }, dieser beginnt auf demselben Register { $register } bei { $next }. { $unseen ->
    [0] Dazwischen liegt kein Datensatz.
    [one] Dazwischen liegt ein Datensatz.
   *[other] Dazwischen liegen { $unseen } Datensätze.
    }
VAL006-bill = Die Menge jedes Ladevorgangs wird für sich beurteilt. Die Energie dazwischen gehört zu keinem von beiden und darf auf keiner der Rechnungen stehen.
VAL006-advice = Haben dazwischen andere Kunden geladen, ist alles in Ordnung. Liegt kein Datensatz dazwischen, fragen Sie den Betreiber, wohin die Energie ging.
VAL006-about = Ein Register, das über die ganze Lebensdauer zählt, beginnt einen Ladevorgang mit dem Stand, mit dem es den vorigen beendet hat, solange außerhalb von Ladevorgängen keine Energie fließt. Die Regel vergleicht aufeinanderfolgende vollständige Ladevorgänge desselben Zählers und Schlüssels innerhalb einer Eingabe, geordnet nach ihren Nummern. Der übliche und harmlose Grund für einen Unterschied sind Ladevorgänge anderer Kunden; an der Zahl der Datensätze dazwischen ist zu sehen, ob das sein kann. Liegt keiner dazwischen, floss Energie, für die kein Ladevorgang signiert wurde, zum Beispiel in einem Wartungsbetrieb. Es gibt Dateien mit hundert Ladevorgängen einer Station, von denen jeder genau dort beginnt, wo der vorige aufhörte.

VAL007-title = Zwei signierte Mengen für einen Ladevorgang
VAL007-message = Dieser Ladevorgang umfasst { $energy }, Ladevorgang { $other } desselben Zählers mit gleichem Beginn und Nutzer aber { $other_energy }.
VAL007-bill = Höchstens eine der beiden Mengen kann stimmen. Keine ist nachgewiesen.
VAL007-advice = Fragen Sie den Betreiber, warum für einen Ladevorgang zwei Mengen signiert wurden, und zahlen Sie nicht mehr, als Sie nachvollziehen können.
VAL007-about = Manche Stationen signieren einen Ladevorgang zweimal: Beginn und Ende in eigenen Datensätzen und beides noch einmal in einem einzigen. Beides muss übereinstimmen. Ladevorgänge eines Signierers gelten als derselbe, wenn sie im selben Augenblick beginnen und denselben Nutzer nennen. Unterscheiden sich die Mengen, obwohl alle Signaturen gültig sind, widerspricht sich das Gerät selbst, und es wäre falsch, die bequemere zu wählen. Ein solcher Widerspruch ist selten und ernst.

VAL008-title = Register fällt während des Ladevorgangs
VAL008-message = { $relation ->
    [above-end] Eine Zwischenablesung zeigt { $value } und damit mehr als das Ende des Ladevorgangs mit { $other }.
   *[below-earlier] Eine Ablesung während des Ladevorgangs zeigt { $value } und damit weniger als eine frühere mit { $other }.
    }
VAL008-bill = Ein Energieregister kann nicht zwischendurch fallen und am Ende doch richtig sein. Die Menge des Ladevorgangs ist nicht nachgewiesen.
VAL008-advice = Bitten Sie den Betreiber um eine Erklärung, bevor Sie eine Rechnung auf dieser Grundlage akzeptieren.
VAL008-about = Von Beginn bis Ende darf das abrechnungsrelevante Register stehen bleiben und steigen. Diese Regel folgt seinen Ablesungen in der Reihenfolge, in der sie signiert wurden, und meldet jeden Schritt nach unten. Werte in verschiedenen Einheiten werden vorher in eine gemeinsame gebracht. Für den Schritt vom Beginn unmittelbar zum Ende gibt es eine eigene Regel. Programme, die nur Beginn und Ende ansehen, bemerken nicht, wenn ein Register unterwegs gefallen und wieder gestiegen ist.

VAL009-title = Gerät meldet Energie zwischen zwei Ladevorgängen
VAL009-message = Das Gerät selbst meldet, dass sich sein Register zwischen dem Ende des vorigen und dem Beginn dieses Ladevorgangs bewegt hat.
VAL009-bill = Die Menge dieses Ladevorgangs zählt ab seinem eigenen Beginn und ist nicht betroffen. Die Energie dazwischen darf nicht auf Ihrer Rechnung stehen.
VAL009-advice = Prüfen Sie, ob die Rechnung den hier gezeigten Beginn nennt.
VAL009-about = Ein Signiermodul kann sich den Stand am Ende des letzten Ladevorgangs merken und mit dem Beginn des nächsten vergleichen. Weichen sie ab, setzt es eine Kennzeichnung, die mit der Ablesung signiert wird. Dann floss außerhalb jedes Ladevorgangs Energie durch den Zähler, etwa beim Tausch des Moduls oder bei einer Prüfung der Station. Ein Zeichen für eine Fälschung ist das nicht. Liegen beide Ladevorgänge in einer Datei, findet eine andere Regel dasselbe.

VAL010-title = Mehr Energie, als eine Batterie fasst
VAL010-message = { $energy } in einem Ladevorgang sind mehr, als die Batterien der größten elektrischen Lastwagen fassen.
VAL010-bill = Eine gültige Signatur beweist, dass der Zähler diese Stände angezeigt hat. Sie beweist nicht, dass sie stimmen können.
VAL010-advice = Vergleichen Sie vor dem Bezahlen die Menge mit der Größe Ihrer Batterie.
VAL010-about = Die Menge eines Ladevorgangs wird mit 1.000 Kilowattstunden verglichen. Kein Fahrzeug auf der Straße lädt so viel auf einmal, ein Auto ein Zehntel davon. Eine solche Menge stammt aus Ablesungen verschiedener Ladevorgänge oder Zähler, aus einer falschen Einheit oder von einem Register, das ersetzt wurde. Die Grenze ist unsere eigene und mit Absicht weit gezogen. Chargy hat eine ähnliche Grenze von 500 Kilowattstunden.

VAL015-title = Berechnete Energie ist nicht die gemessene
# facts: session, numbered, claimed, signed, direction
VAL015-message = { $direction ->
    [more] Berechnet ist mehr, als gemessen wurde
   *[less] Berechnet ist weniger, als gemessen wurde
    }: { $claimed } sind berechnet, { $signed } sind signiert.
VAL015-bill = Nur die signierte Menge darf berechnet werden.
VAL015-advice = Zeigen Sie dem Betreiber beide Mengen und bitten Sie um eine berichtigte Rechnung.
VAL015-about = Die Gesamtenergie eines Abrechnungsdatensatzes wird mit der Differenz der signierten Zählerstände verglichen. Eine halbe Einheit ihrer letzten Stelle gilt als Rundung, nie aber mehr als 0,01 kWh. Weniger als gemessen ist zu Ihrem Vorteil und trotzdem nicht die gemessene Menge. Weicht die Menge um den Faktor tausend ab, sagt das auch VAL019.

VAL016-title = Gemeldete Energie ist nicht die signierte
# facts: session, numbered, claimed, signed
VAL016-message = Die Station meldete unsigniert { $claimed }; signiert sind { $signed }.
VAL016-bill = Beweisen lässt sich nur die signierte Menge. Eine Rechnung, die auf der unsignierten beruht, beruht auf nichts.
VAL016-advice = Vergleichen Sie die Rechnung mit der signierten Menge.
VAL016-about = Stationen melden die Zählerstände bei Beginn und Ende auch unsigniert. Deren Differenz muss die signierte Energie sein, bis auf eine Wattstunde Rundung und einen Schritt des signierten Registers. Ist sie es nicht, stammen die Stände vielleicht von einem anderen Zähler oder einem anderen Augenblick, oder die signierten Werte gehören zu einem anderen Ladevorgang.

VAL017-title = Berechnete Abschnitte ergeben nicht die gemessene Energie
# facts: session, numbered, claimed, signed
VAL017-message = Die Abschnitte der Rechnung ergeben zusammen { $claimed }; signiert sind { $signed }.
VAL017-bill = Abschnitte dürfen verschiedene Preise haben, müssen aber zusammen die gemessene Menge ergeben.
VAL017-advice = Bitten Sie den Betreiber um eine Rechnung, deren Abschnitte die signierte Menge ergeben.
VAL017-about = Ein Abrechnungsdatensatz teilt die Energie in Abschnitte, etwa wo sich der Preis ändert. Ihre Summe wird mit der signierten Energie verglichen, mit der Toleranz einer Rundung. Signierte Zählerstände an den Wechseln, falls es sie gibt, werden nicht mit den einzelnen Abschnitten verglichen.

VAL018-title = Gemeldete Stände sind von einem anderen Register
# facts: session, numbered, claimed, signed
VAL018-message = Die Station meldete am Ende { $claimed }, der signierte Stand dort ist { $signed }. Die Differenzen stimmen überein.
VAL018-bill = Nichts: Die signierte und die gemeldete Menge sind gleich.
VAL018-advice = Nichts ist nötig. Vergleichen Sie nur nicht die einzelnen Stände miteinander.
VAL018-about = Viele Zähler haben ein Register, das ihr Leben lang zählt, und eines, das mit jedem Ladevorgang bei null beginnt. Eine Station kann das eine unsigniert melden und das andere signieren lassen. Dann unterscheiden sich die Stände, die Energie aber nicht.

VAL019-title = Faktor tausend zwischen genannt und signiert
# facts: session, numbered, claimed, signed
VAL019-message = Genannt sind { $claimed }, signiert sind { $signed }: Eine Einheit ist um den Faktor tausend falsch.
VAL019-bill = Es gilt die signierte Menge. Eine Rechnung nach der anderen Zahl wäre tausendmal zu hoch oder zu niedrig.
VAL019-advice = Vergleichen Sie die Rechnung mit der signierten Menge.
VAL019-about = Wattstunden und Kilowattstunden werden leicht verwechselt: Manche Plattformen schreiben Wattstunden, wo Kilowattstunden hingehören, und manche Stationen lassen die Einheit weg, was Wattstunden bedeutet, und schreiben Kilowattstunden. Die Regel meldet sich, wenn die beiden Mengen sich bis auf ein Prozent um das Tausendfache unterscheiden.
