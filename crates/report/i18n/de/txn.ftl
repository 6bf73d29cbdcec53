# Regeln zu Ladevorgängen: Beginn, Ende und wer sie signiert hat.

TXN001-title = Beginn des Ladevorgangs fehlt
TXN001-message = { $has ->
    [found] Es gibt ein signiertes Ende, aber davor keinen signierten Beginn ({ $pagination }).
   *[none] Es gibt ein signiertes Ende, aber davor keinen signierten Beginn.
    }
TXN001-bill = Ohne den Zählerstand zu Beginn lässt sich keine Menge berechnen. Die Daten belegen nicht, was Ihnen berechnet wird.
TXN001-advice = Bitten Sie den Betreiber um den Datensatz des Beginns und prüfen Sie beide zusammen.
TXN001-about = Die Energie eines Ladevorgangs ist die Differenz der signierten Zählerstände an Ende und Beginn. Hier wurde nur das Ende gefunden. Der Beginn kann in einer eigenen Datei stehen, unterwegs verloren gegangen oder von einem anderen Zähler oder Schlüssel signiert sein und damit nicht zu diesem Ende gehören. Datensätze aus getrennten Dateien werden zusammengeführt, wenn alle angegeben werden. Ein Register, das bei jedem Ladevorgang bei null beginnt, würde die Menge schon am Ende allein zeigen; die Spezifikation verlangt aber beide Ablesungen, und dieses Programm ebenso.

TXN002-title = Ende des Ladevorgangs fehlt
TXN002-message = { $has ->
    [found] Es gibt einen signierten Beginn, aber dahinter kein signiertes Ende ({ $pagination }).
   *[none] Es gibt einen signierten Beginn, aber dahinter kein signiertes Ende.
    }
TXN002-bill = Ohne den Zählerstand am Ende lässt sich keine Menge berechnen. Die Daten belegen nicht, was Ihnen berechnet wird.
TXN002-advice = Bitten Sie den Betreiber um den Datensatz des Endes und prüfen Sie beide zusammen.
TXN002-about = Die Energie eines Ladevorgangs ist die Differenz der signierten Zählerstände an Ende und Beginn. Hier wurde nur der Beginn gefunden, womöglich mit Zwischenablesungen. Diese ersetzen das Ende nicht, denn nach der letzten kann noch mehr geladen worden sein. Das Ende kann in einer eigenen Datei stehen, oder der Ladevorgang lief noch, als die Daten ausgegeben wurden. Folgt ohne Ende ein zweiter Beginn, wird der erste Ladevorgang hier gemeldet.

TXN003-title = Beginn oder Ende des Registers mehrfach
TXN003-message = { $has ->
    [found] Das Register { $register }
   *[none] Ein Register
    } hat in einem Ladevorgang { $begins ->
    [one] eine Ablesung
   *[other] { $begins } Ablesungen
    } zu Beginn und { $ends ->
    [one] eine
   *[other] { $ends }
    } am Ende; nötig ist genau je eine.
TXN003-bill = Die Menge hängt davon ab, welche der Ablesungen man nimmt. Da das niemand entscheiden kann, wird keine Menge angegeben.
TXN003-advice = Bitten Sie den Betreiber um die ursprünglichen Datensätze des Ladevorgangs. Hersteller sollten prüfen, wie ihre Software die Ablesungen kennzeichnet.
TXN003-about = Das abrechnungsrelevante Register hat in jedem Ladevorgang eine Ablesung, die ihn beginnt, und eine, die ihn beendet. Mehrere lassen offen, wie viel Energie es war, und die erste oder die letzte zu wählen hieße, zu Lasten einer Seite zu raten. Andere Register im selben Datensatz dürfen Beginn und Ende wiederholen, weil eine Ablesung den Grund der vorigen erbt; das ist üblich und wird nicht gemeldet. Beginnt ein anderer Datensatz desselben Signierers von Neuem, gilt das als eigener Ladevorgang. Programme, die einfach die erste und die letzte Ablesung nehmen, zeigen hier eine Menge an.

TXN004-title = Datensätze eines Ladevorgangs von verschiedenen Signierern
TXN004-message = { $differs ->
    [meter-serial] Dieser Datensatz nennt einen anderen Zähler als Datensatz { $other }
    [gateway-serial] Dieser Datensatz nennt ein anderes Gateway als Datensatz { $other }
   *[key] Dieser Datensatz wurde mit einem anderen Schlüssel signiert als Datensatz { $other }
    }{ $has ->
    [found] , obwohl die Datei beide als Ladevorgang { $transaction_id } ausgibt.
   *[none] , und ein anderes Gegenstück für einen Ladevorgang gibt es nicht.
    }
TXN004-bill = Zählerstände zweier Zähler haben keine sinnvolle Differenz. Eine daraus berechnete Menge ist nicht nachgewiesen.
TXN004-advice = Bitten Sie den Betreiber um Beginn und Ende von ein und demselben Zähler. Wurde der Zähler während des Ladevorgangs getauscht, muss der Betreiber das belegen können.
TXN004-about = Beginn und Ende müssen vom selben Zähler und von derselben Signierkomponente stammen und mit demselben Schlüssel signiert sein. Die Regel betrachtet Datensätze, die eine Datei unter einer Transaktionsnummer führt, und einen einzelnen Beginn und ein einzelnes Ende, die in einer Eingabe übrig bleiben. Die Transaktionsnummer einer Datei ist nicht signiert: Sie dient nie dazu, Ablesungen zu verbinden, sondern nur dazu, zu erkennen, was jemand als einen Ladevorgang ausgibt. Meist steckt eine Verwechslung im Backend dahinter, seltener ein Zählertausch. Die Transparenzsoftware des S.A.F.E. e. V. vergleicht die Zähler eines Paares nicht.

TXN005-title = Ladevorgang nicht ordentlich beendet
TXN005-message = { $reason ->
    [power-failure] Der Ladevorgang endete mit einem Stromausfall.
   *[abort] Der Ladevorgang wurde abgebrochen.
    }
TXN005-bill = Wie ein Ladevorgang endete, ändert nichts an seiner Menge. Die Rechnung sollte zeigen, was bis dahin geladen wurde, und nicht mehr.
TXN005-advice = Wenn Sie den Ladevorgang nicht selbst beendet haben, vergleichen Sie die Menge mit der Anzeige Ihres Fahrzeugs.
TXN005-about = Der Grund der letzten Ablesung sagt, wie ein Ladevorgang endete: ordentlich, an der Station, aus der Ferne, durch Abbruch oder durch Stromausfall. Die beiden letzten machen die Menge nicht falsch, aber wer eine Rechnung anzweifelt, will davon wissen. Ein Simulator benutzt den Buchstaben für den Stromausfall für regelmäßige Ablesungen, sodass ein laufender Ladevorgang beendet aussieht. In solchen Daten ist die Menge eher zu klein als zu groß.

TXN006-title = Kein Register für die Abrechnung
TXN006-message = { $kind ->
    [export] Der Ladevorgang hat nur Register für Energie, die das Fahrzeug eingespeist hat ({ $registers }). Einspeisung wird noch nicht beurteilt.
   *[none] { $has ->
        [found] Unter den abgelesenen Registern ({ $registers }) ist keines eindeutig das für die Abrechnung.
       *[none] Keine Ablesung nennt ein Register, das für die Abrechnung in Frage käme.
        }
    }
TXN006-bill = Es wird keine Menge angegeben, weil nicht sicher wäre, um welche Größe es sich handelt.
TXN006-advice = Fragen Sie den Betreiber, auf welchem Register die Rechnung beruht und welches im Datensatz das ist.
TXN006-about = Ein Datensatz kann Ablesungen vieler Register enthalten: Energie zum Fahrzeug, Energie vom Fahrzeug, Dauern, Widerstände. Für die Abrechnung wird ein Register genommen, das Energie zum Fahrzeug zählt, am liebsten eines, in dem der Leitungsverlust schon abgezogen ist. Ist dafür keines bekannt und zählen mehrere andere Energie, oder sind zwei gleich gut geeignet, wäre die Wahl geraten. Ladevorgänge mit reiner Einspeisung werden erkannt und aufgeführt; ihre Mengen beurteilt diese Version nicht. Andere Programme haben eigene Listen von Registern und können andere annehmen oder ablehnen.

TXN007-title = Datensatz ohne Ladevorgang
TXN007-message = { $has ->
    [found] Der Datensatz { $pagination } war lesbar, gehört aber zu keinem Ladevorgang.
   *[none] Der Datensatz war lesbar, gehört aber zu keinem Ladevorgang.
    }
TXN007-bill = Der Datensatz trägt zu keiner Menge bei.
TXN007-advice = Wenn Sie ihn als Teil Ihres Ladevorgangs erwarten, bitten Sie den Betreiber um den zugehörigen Beginn und das zugehörige Ende.
TXN007-about = Über alles, was vorgelegt wurde, wird Rechenschaft abgelegt. Dieser Datensatz enthält weder Beginn noch Ende, und es gibt keinen offenen Ladevorgang desselben Signierers, in den er passen würde. Typisch sind Zwischenablesungen, deren Beginn fehlt, und fiskalische Ablesungen. Seine Signatur wird wie jede andere geprüft, und sein Inhalt wird aufgeführt. Der Hinweis stellt sicher, dass ihn niemand für einen geprüften Teil eines Ladevorgangs hält.

TXN008-title = Sitzungsnummer des Geräts wechselt
TXN008-message = Ein Datensatz dieses Ladevorgangs trägt die Sitzungsnummer „{ $before }“, ein anderer „{ $after }“.
TXN008-bill = Nach Angabe des Geräts gehören diese Datensätze zu verschiedenen Ladevorgängen. Der Unterschied ihrer Ablesungen gilt nicht als belegt.
TXN008-advice = Verlangen Sie vom Betreiber Beginn und Ende mit derselben Nummer.
TXN008-about = Manche signierenden Geräte zählen ihre Ladevorgänge und signieren die Nummer mit jedem Datensatz. Schlüssel, Zähler und Reihenfolge zweier Datensätze können zueinander passen, und doch kann der Beginn zu einem Ladevorgang gehören und das Ende zu einem späteren, mit fremden Ladevorgängen dazwischen. Die signierte Nummer zeigt das. Sie stammt vom Gerät selbst und hat nichts mit der Transaktionsnummer des Backends zu tun, die nicht signiert ist.

TXN010-title = Genannte Zeiten weichen von den signierten ab
# facts: session, numbered, place, claimed, signed, minutes
TXN010-message = { $place ->
    [begin] Der genannte Beginn ({ $claimed }) liegt { $minutes } Minuten neben dem signierten ({ $signed }).
   *[end] Das genannte Ende ({ $claimed }) liegt { $minutes } Minuten neben dem signierten ({ $signed }).
    }
TXN010-bill = Für die Energie kommt es auf die Zeiten nicht an. Ein Preis nach Zeit muss auf den signierten beruhen.
TXN010-advice = Zahlen Sie nach Zeit, so vergleichen Sie die Rechnung mit den signierten Zeiten.
TXN010-about = Station, Zähler und Hintergrundsystem haben eigene Uhren, und das Signieren kann eine halbe Minute dauern; ein Protokoll darf deshalb um fünfeinhalb Minuten abweichen. Ein Abrechnungsdatensatz darf bis zu 30 Minuten vor dem ersten Zählerstand beginnen und innerhalb eines Tages nach dem letzten enden, denn Einstecken und Parken gehören dazu. Zeiten einer nie gestellten Uhr werden nicht verglichen.

TXN011-title = Signierter Ladevorgang liegt zu anderer Zeit
# facts: session, numbered, claimed_begin, claimed_end, begin, end
TXN011-message = { $numbered ->
    [yes] Der Ladevorgang { $session }
   *[no] Der Ladevorgang
    } soll von { $claimed_begin } bis { $claimed_end } gedauert haben; was signiert wurde, dauerte von { $begin } bis { $end }.
TXN011-bill = Die signierten Werte gehören zu einem anderen Ladevorgang. Für den berechneten ist nichts bewiesen.
TXN011-advice = Fragen Sie den Betreiber nach den signierten Werten des Ladevorgangs, der auf Ihrer Rechnung steht.
TXN011-about = Eine synchronisierte Uhr des Zählers beweist, wann der signierte Ladevorgang stattfand. Haben diese Zeit und die genannte nichts gemeinsam, auch mit einer halben Stunde Spielraum, so gehören die Datensätze zu einem anderen Ladevorgang, so gut ihre Signaturen auch sind. Uhren, die nur informativ sind, werden hier nicht herangezogen; ihre Abweichungen meldet TXN010.

TXN012-title = Mehr Zeit berechnet als signiert
# facts: session, numbered, hours, minutes
TXN012-message = Berechnet werden { $hours } Stunden; zwischen den signierten Zählerständen liegen { $minutes } Minuten.
TXN012-bill = Für einen Preis nach Zeit zählt nur die signierte Zeit. Für den Rest braucht der Betreiber einen anderen Beleg, etwa den einer Blockiergebühr.
TXN012-advice = Zahlen Sie nach Zeit, so fragen Sie, wie der Rest gemessen wurde.
TXN012-about = Die Gesamtzeit eines Abrechnungsdatensatzes umfasst auch Zeit ohne Laden; mehr als die signierte Zeit ist also üblich, wenn das Fahrzeug angesteckt bleibt. Fünf Minuten werden geduldet. Ob ein Preis auf der Zeit beruht, beurteilt diese Regel nicht.
