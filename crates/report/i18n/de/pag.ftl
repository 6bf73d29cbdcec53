# Regeln zur Paginierung: der Nummer, die ein Signierer jedem seiner Datensätze gibt.

PAG001-title = Zwischen den Datensätzen eines Ladevorgangs fehlen weitere
PAG001-message = { $unseen ->
    [one] Zwischen den Datensätzen { $from } und { $to } dieses Ladevorgangs hat der Zähler einen weiteren signiert, der nicht vorliegt.
   *[other] Zwischen den Datensätzen { $from } und { $to } dieses Ladevorgangs hat der Zähler { $unseen } weitere signiert, die nicht vorliegen.
    }
PAG001-bill = Soweit die Signaturen von Beginn und Ende gelten, hat der Zähler diese Menge zwischen beiden gezählt. Dass es ein einziger Ladevorgang war, ist damit nicht gezeigt: Fehlen zwei oder mehr Datensätze, können ein Ende und ein neuer Beginn darunter sein, und die Menge enthielte auch Energie anderer.
PAG001-advice = Bitten Sie den Betreiber um alle Datensätze des Ladevorgangs. Gehören die fehlenden zu anderen Ladevorgängen, kann er das sagen.
PAG001-about = Jeder Datensatz trägt eine signierte Nummer, die von Datensatz zu Datensatz um eins wächst. Folgen die Nummern eines Ladevorgangs nicht unmittelbar aufeinander, hat der Signierer dazwischen Datensätze erzeugt, die nicht mitgeliefert wurden. Das können Zwischenablesungen desselben Ladevorgangs sein, die viele Systeme nicht aufbewahren, oder Datensätze anderer Ladevorgänge an derselben Signierkomponente. Eine nicht vorgelegte Ablesung könnte einen Fehler melden, der die Energie unbrauchbar macht; deshalb ist das eine Warnung und kein bloßer Hinweis. Andere Programme gehen mit Lücken verschieden um: Manche weisen sie zurück, manche verlangen nur steigende Nummern, und die Transparenzsoftware des S.A.F.E. e. V. sieht sich die Nummern gar nicht an. Ein Ladevorgang in einem einzigen Datensatz kann keine Lücke haben.

PAG002-title = Paginierung fehlt oder ist nicht lesbar
PAG002-message = { $has ->
    [found] Die Paginierung „{ $found }“ des Datensatzes besteht nicht aus dem Buchstaben T oder F und einer Nummer ohne führende Nullen.
   *[none] Der Datensatz hat keine Paginierung.
    }
PAG002-bill = Ohne seine Nummer lässt sich der Datensatz nicht unter die übrigen des Zählers einordnen. Als Nachweis einer Menge zählt er daher nicht.
PAG002-advice = Bitten Sie den Betreiber um den ursprünglichen Datensatz. Signiert die Station immer so, kann nur ihr Hersteller das abstellen.
PAG002-about = Die Paginierung ist in jedem Datensatz vorgeschrieben: T für Ladevorgänge oder F für fiskalische Ablesungen, dahinter eine laufende Nummer. An ihr ist zu erkennen, ob Datensätze fehlen, doppelt sind oder in falscher Reihenfolge stehen. Führende Nullen, Kleinbuchstaben und andere Buchstaben sind nicht erlaubt, auch wenn Testdaten mit solchen Nummern im Umlauf sind. Die Transparenzsoftware des S.A.F.E. e. V. achtet nur auf den Buchstaben, Chargy nimmt auch Kleinbuchstaben an.

PAG003-title = Nummern widersprechen dem Ablauf des Ladevorgangs
PAG003-message = { $problem ->
    [counter] Die Datensätze { $from } und { $to } dieses Ladevorgangs stammen aus zwei verschiedenen Zählungen.
   *[falls] Der Datensatz { $from } steht im Ladevorgang vor { $to }, obwohl seine Nummer höher ist.
    }
PAG003-bill = Beginn und Ende gehören nicht sicher zusammen; ihre Differenz ist deshalb keine nachgewiesene Menge.
PAG003-advice = Fragen Sie den Betreiber, welche Datensätze zu Ihrem Ladevorgang gehören, und lassen Sie sich diese unverändert schicken.
PAG003-about = Ein Signierer zählt aufwärts, und Ladevorgänge zählt er getrennt von fiskalischen Ablesungen. Innerhalb eines Ladevorgangs bleibt der Buchstabe deshalb gleich, und das Ende hat eine höhere Nummer als der Beginn. Ist das anders, wurden vermutlich Datensätze verschiedener Ladevorgänge zusammengefügt, oder die Zählung wurde zurückgesetzt, während ein Fahrzeug lud. Die Reihenfolge ergibt sich aus dem, was die Datensätze über sich selbst sagen, nicht aus ihrer Stellung in der Datei.

PAG004-title = Eine Nummer, zwei verschiedene Datensätze
PAG004-message = Die Nummer { $pagination } wurde zweimal vergeben: Auch Datensatz { $other } trägt sie und hat einen anderen Inhalt. Beide Signaturen sind gültig.
PAG004-bill = Höchstens einer der beiden Datensätze kann stimmen, und niemand kann sagen, welcher. Keiner gilt als nachgewiesen.
PAG004-advice = Legen Sie beide Datensätze dem Betreiber vor und, wenn er sie nicht überzeugend erklären kann, der Eichbehörde.
PAG004-about = Ein Signierer vergibt jede Nummer einmal. Zwei gültige Signaturen unter einer Nummer mit verschiedenem Inhalt bedeuten, dass die Signierkomponente zurückgesetzt, kopiert oder zu einer zweiten Signatur gebracht wurde. Verglichen werden nur Datensätze mit demselben Schlüssel und denselben Seriennummern innerhalb einer Eingabe. Derselbe Datensatz in zweifacher Lieferung ist nicht gemeint, denn sein Inhalt ist gleich. Es gibt veröffentlichte Testdaten, die eine Nummer mit Absicht wiederholen; in echten Daten ist das ein ernstes Zeichen.

PAG005-title = Ein anderer Ladevorgang mitten im Ladevorgang
PAG005-message = Zwischen Beginn { $from } und Ende { $to } hat derselbe Signierer Beginn oder Ende eines anderen Ladevorgangs signiert: { $pagination } in Datensatz { $other }.
PAG005-bill = Es ist nicht sicher, dass Beginn und Ende zum selben Ladevorgang gehören. Ihre Differenz kann Energie enthalten, die jemand anderes bezogen hat.
PAG005-advice = Bitten Sie den Betreiber um den fehlenden Beginn oder das fehlende Ende und um alle Datensätze zwischen den beiden Nummern.
PAG005-about = Ein Zähler misst immer nur einen Ladevorgang. Liegt zwischen den Nummern von Beginn und Ende ein Datensatz mit eigenem Beginn oder Ende, gehören die beiden äußeren wahrscheinlich zu verschiedenen Ladevorgängen. Dazu kommt es, wenn Dateien nach falschen Transaktionsnummern eines Backends zusammengestellt werden oder wenn das Ende des ersten Ladevorgangs verloren ging. Zwischenablesungen sind üblich und nicht gemeint. Verglichen werden nur gültig signierte Datensätze eines Signierers innerhalb einer Eingabe, denn alles andere würde nichts beweisen.

PAG006-title = Fiskalischer Datensatz in einem Ladevorgang
PAG006-message = Der Datensatz { $pagination } stammt aus der Zählung für fiskalische Ablesungen und nicht aus der für Ladevorgänge.
PAG006-bill = Die Ablesung wurde ausgewertet wie jede andere. Andere Programme erkennen einen solchen Datensatz nicht als Nachweis eines Ladevorgangs an.
PAG006-advice = Bitten Sie den Betreiber um den Datensatz des Ladevorgangs selbst.
PAG006-about = Signierer führen zwei Zählungen: T für Ladevorgänge und F für Ablesungen zu anderen gesetzlichen Zwecken, etwa die monatliche Ablesung eines Zählers. Ein Datensatz der Zählung F mit einem Beginn oder Ende ist ein Widerspruch, auch wenn seine Werte durchaus stimmen können. Die Transparenzsoftware des S.A.F.E. e. V. behandelt solche Datensätze nicht als vollständigen Ladevorgang. Ursache ist meist eine Einstellung der Station.

PAG007-title = Nummer fällt, während die Zeit weiterläuft
PAG007-message = Der Datensatz { $later } ist nach der Uhr des Zählers später entstanden als { $earlier } (Datensatz { $other }), trägt aber eine niedrigere Nummer.
PAG007-bill = Eine zurückgesprungene Zählung kann verdecken, dass Datensätze fehlen oder ersetzt wurden. Der Datensatz gilt nicht als nachgewiesen.
PAG007-advice = Fragen Sie den Betreiber, ob Zähler oder Signierkomponente in dieser Zeit getauscht oder zurückgesetzt wurden, und lassen Sie es sich belegen.
PAG007-about = Die Zählung eines Signierers springt nie zurück. Trägt ein späterer Datensatz unter demselben Schlüssel und denselben Seriennummern eine niedrigere Nummer, wurde die Zählung zurückgesetzt, oder die Datensätze stammen aus zwei Geräten, die sich als eines ausgeben. Ein ordentlicher Zählertausch zeigt sich an einer neuen Seriennummer und wird nicht gemeldet. Datensätze, deren Uhr nie gestellt wurde, bleiben außer Betracht, weil sonst eine Station, die nach jedem Stromausfall im Jahr 1970 beginnt, zu Unrecht beschuldigt würde. Was sich deshalb nicht beurteilen lässt, erscheint als nicht ausgewertet.
