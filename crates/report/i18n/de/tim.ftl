# Regeln zu Zeitangaben der Ablesungen und zum Zustand der Uhr.

TIM001-title = Beginn oder Ende der Abrechnung ohne lesbare Zeit
TIM001-message = { $has ->
    [found] Die Zeitangabe „{ $found }“ { $position ->
        [begin] zu Beginn
       *[end] am Ende
        } des Ladevorgangs ist nicht lesbar.
   *[none] { $position ->
        [begin] Zu Beginn
       *[end] Am Ende
        } des Ladevorgangs fehlt die Zeitangabe.
    }
TIM001-bill = Ohne Zeitangabe kann niemand sagen, dass diese Ablesung zu Ihrem Ladevorgang gehört. Die Menge gilt nicht als nachgewiesen.
TIM001-advice = Bitten Sie den Betreiber um den ursprünglichen Datensatz.
TIM001-about = Jede Ablesung trägt die Zeit, zu der sie entstand, mit dem Abstand zur Weltzeit und einem Buchstaben für den Zustand der Uhr. Für Beginn und Ende des abrechnungsrelevanten Registers ist eine lesbare Zeit nötig, auch wenn die Uhr nie gestellt wurde. Kleine Abweichungen in der Schreibweise werden verstanden und von einer anderen Regel gemeldet. Ein Datum, das es nicht gibt, eine fehlende Uhrzeit oder ein beliebiger Text werden nicht gedeutet. Zwischenablesungen und andere Register sind nicht gemeint.

TIM002-title = Zeiten nicht nachgewiesen
TIM002-message = { $quality ->
    [unusable] Die Zeiten dieses Ladevorgangs sind nicht verwendbar.
   *[informative] Die Uhr war nicht aus einer verlässlichen Quelle gestellt; die Zeiten dieses Ladevorgangs sind nur eine Information.
    }
TIM002-bill = Das betrifft allein die Zeiten: Als Nachweis der Energiemenge sind die Ablesungen so gut wie mit jeder anderen Uhr. Preise nach Minuten lassen sich darauf nicht stützen.
TIM002-advice = Enthält Ihr Tarif einen Zeitpreis oder eine Blockiergebühr, fragen Sie den Betreiber, wie die Zeit gemessen wurde. Sonst müssen Sie nichts tun.
TIM002-about = Mit jeder Ablesung signiert der Zähler, wie weit seiner Uhr zu trauen ist: nie gestellt, nur zur Information, synchronisiert, oder immerhin die Dauer seit Beginn ordentlich gezählt. Einen Zeitpreis trägt nur eine an beiden Enden synchronisierte Uhr oder eine bis zum Ende gezählte Dauer. Viele Stationen haben eine Uhr nur zur Information, und manche Hersteller sagen das in ihrer Anleitung; erlaubt ist das, solange nichts nach Zeit abgerechnet wird. In Stationen, die selten verbunden sind, wurde die Uhr womöglich nie gestellt. Die Transparenzsoftware des S.A.F.E. e. V. nimmt solche Zeiten ohne Hinweis an.

TIM003-title = Ladevorgang endet, bevor er beginnt
TIM003-message = Das Ende ({ $end }) liegt vor dem Beginn ({ $begin }).
TIM003-bill = Beginn und Ende gehören nicht zusammen, oder die Uhr lief rückwärts. Die Menge gilt nicht als nachgewiesen.
TIM003-advice = Fragen Sie den Betreiber, welcher Beginn zu diesem Ende gehört.
TIM003-about = Verglichen werden Zeitpunkte unter Berücksichtigung des Abstands zur Weltzeit. Ein Ladevorgang in der Nacht im Oktober, in der die Uhren zurückgestellt werden, darf am Ende eine frühere Stunde zeigen und ist trotzdem in Ordnung. Laufen die Zeitpunkte selbst rückwärts, wurden vermutlich Beginn und Ende verschiedener Ladevorgänge zusammengefügt. Eine während des Ladevorgangs zurückgestellte Uhr wirkt ebenso. Auch andere Programme weisen solche Ladevorgänge zurück.

TIM004-title = Zeiten eines Registers nicht in der richtigen Folge
TIM004-message = Auf eine Ablesung von { $before } folgt eine desselben Registers von { $time }: Dazwischen ging die Uhr zurück.
TIM004-bill = Die Menge beruht auf Beginn und Ende und ist nicht betroffen. Der zeitliche Verlauf des Ladevorgangs ist unsicher.
TIM004-advice = Solange Ihr Tarif keine Zeitpreise enthält, müssen Sie nichts tun.
TIM004-about = Die Ablesungen eines Registers sollten in der Folge ihrer Zeiten stehen. Jedes Register wird für sich betrachtet, weil manche Zähler erst alle Ablesungen des einen und dann die des nächsten aufführen. Gleiche Zeiten sind in Ordnung. Übliche Ursache ist eine Uhr, die während des Ladens gestellt wurde. Gemeldet wird nur die erste solche Stelle eines Registers; für Beginn und Ende allein gibt es eine andere Regel.

TIM005-title = Dauer nicht bis zum Ende gezählt
TIM005-message = Zu Beginn gibt der Zähler an, die Dauer von dort an zu zählen, das Ende ({ $end }) führt diese Zählung aber nicht fort.
TIM005-bill = Beginn und Ende stammen aus verschiedenen Zeitbasen und lassen sich nicht verbinden. Der Ladevorgang gilt nicht als nachgewiesen.
TIM005-advice = Bitten Sie den Betreiber um die ursprünglichen Datensätze. Signiert die Station immer so, muss ihr Hersteller das berichtigen.
TIM005-about = Der Buchstabe R sagt, dass der Beginn ungenau sein mag, die Dauer seither aber eichrechtlich genau gezählt wurde. Ein Ladevorgang, der mit R beginnt, muss deshalb mit R enden. Ein Ende mit anderem Buchstaben stammt von einer Uhr, die von dieser Zählung nichts weiß; Grund kann ein Neustart sein, oder die Datensätze gehören zu verschiedenen Ladevorgängen. Ein Beginn mit anderem Buchstaben und danach R ist üblich und häufig. Die Transparenzsoftware des S.A.F.E. e. V. weist diese Kombination ebenfalls zurück.

TIM006-title = Uhr während des Ladevorgangs gestellt oder verloren
TIM006-message = { $unset ->
    [begin] Den Beginn ({ $begin }) hat eine nie gestellte Uhr festgehalten, das Ende ({ $end }) eine gestellte.
    [neither] Der Zähler zählt, wie oft seine Uhr gestellt wird, und zwischen Beginn ({ $begin }) und Ende ({ $end }) wurde sie gestellt.
   *[end] Den Beginn ({ $begin }) hat eine gestellte Uhr festgehalten, das Ende ({ $end }) eine nicht gestellte.
    }
TIM006-bill = Die Energiemenge ist nicht betroffen. Die Differenz der beiden Zeiten ist nicht die Dauer Ihres Ladevorgangs.
TIM006-advice = Akzeptieren Sie keine Zeitpreise, die auf diesen beiden Zeiten beruhen.
TIM006-about = Eine Differenz zweier Zeiten bedeutet nur dann etwas, wenn beide von derselben Uhr stammen. Hier wurde die Uhr zwischen Beginn und Ende gestellt oder ging durch einen Neustart verloren. Heraus kommen kann ein Ladevorgang von vielen Jahren oder von wenigen Sekunden. Stationen ohne Batterie für die Uhr beginnen nach jedem Stromausfall im Jahr 1970, bis sie ihr Backend erreichen. Ein Beginn mit nie gestellter Uhr und danach eine eichrechtlich gezählte Dauer sind ein anderer Fall und werden nicht gemeldet.

TIM007-title = Datum kann nicht stimmen
TIM007-message = { $problem ->
    [future] Das Datum { $date } liegt in der Zukunft
   *[past] Das Datum { $date } liegt vor der Zeit signierter Ladedaten
    }{ $count ->
    [one] .
   *[other] ; mit ihm sind es in diesem Datensatz insgesamt { $count }.
    }
TIM007-bill = Die Energiemenge ist nicht betroffen. Über dieses Datum lässt sich der Ladevorgang keinem Tag Ihrer Rechnung zuordnen.
TIM007-advice = Vergleichen Sie statt des Datums Nummer, Menge und Ladepunkt mit der Rechnung.
TIM007-about = Signierte Ladedaten gibt es erst seit einigen Jahren; ein Datum vor 2015 stammt daher von einer nie gestellten Uhr. Solche Uhren beginnen meist am 1. Januar 1970. Ein Datum, das der Gegenwart um mehr als einen Tag voraus ist, ist ebenso falsch; der Tag lässt Raum für Uhren und Zeitzonen. Kennt das Programm die Gegenwart nicht, wird nur die Vergangenheit geprüft. Jeder Datensatz wird einmal gemeldet, mit dem ersten solchen Datum darin. Echte Daten bekannter Stationen enthalten Daten von 1970 bei richtigen Mengen.

TIM008-title = Dauer des Ladevorgangs unglaubwürdig
TIM008-message = { $problem ->
    [none] Beginn und Ende haben dieselbe Zeit, obwohl Energie geladen wurde.
   *[long] Der Ladevorgang soll mindestens { $hours } Stunden gedauert haben.
    }
TIM008-bill = Die Energiemenge ist nicht betroffen. Zeitpreise über diese Dauer sollten Sie nicht ungesehen akzeptieren.
TIM008-advice = Vergleichen Sie die Zeiten mit Ihren eigenen und fragen Sie den Betreiber, wenn sie nicht passen.
TIM008-about = Mehr als zwei Tage zu laden ist möglich, aber selten, und bekannte Gleichstromzähler stehen innerhalb eines Ladevorgangs nur 48 Stunden für ihre Uhr ein. Häufiger ist die Uhr gesprungen, oder Beginn und Ende verschiedener Ladevorgänge wurden zusammengefügt. Energie ganz ohne Zeit bedeutet, dass die Uhr stand oder dass dieselbe Zeit in beide Ablesungen geschrieben wurde. Für Ladevorgänge, die enden, bevor sie beginnen, gibt es eine eigene Regel.

TIM009-title = Zähler erklärt die Zeit für unbrauchbar
TIM009-message = { $position ->
    [begin] Zu Beginn des Ladevorgangs
   *[end] Am Ende des Ladevorgangs
    } kennzeichnet der Zähler selbst die Zeit als unbrauchbar.
TIM009-bill = Die Energiemenge ist von dieser Kennzeichnung nicht betroffen. Zeitpreise lassen sich auf diesen Ladevorgang nicht stützen.
TIM009-advice = Enthält Ihr Tarif einen Zeitpreis oder eine Blockiergebühr, fragen Sie den Betreiber, wie die Zeit gemessen wurde.
TIM009-about = Jede Ablesung kann Kennzeichen für Größen tragen, die nicht verwendet werden dürfen: E für Energie und t für Zeit. Das Kennzeichen für die Zeit lässt die Energie unberührt. Manche Geräte setzen es bei jeder Ablesung, weil ihre Uhr nie für die Abrechnung gedacht war. Die Transparenzsoftware des S.A.F.E. e. V. nimmt es stillschweigend hin, andere haben es zurückgewiesen. Hier wird es gezeigt; scheitern lässt es einen Ladevorgang nur, wenn der signierte Tarif einen Minutenpreis enthält.

TIM010-title = Minutenpreis ohne nachgewiesene Zeit
TIM010-message = Der signierte Tarif enthält einen Zeitpreis ({ $price }), die Dauer des Ladevorgangs ist aber nicht nachgewiesen.
TIM010-bill = Der zeitabhängige Teil der Rechnung hat keine Grundlage. Da der Tarif Teil des signierten Ladevorgangs ist, gilt der Ladevorgang insgesamt nicht als nachgewiesen.
TIM010-advice = Lassen Sie sich vom Betreiber zeigen, wie die Minuten gemessen wurden, oder den Zeitpreis von der Rechnung nehmen.
TIM010-about = Ein Tariftext kann mit den Ablesungen signiert werden. Folgt er der Konvention der Bonner Eichrechtstage, lassen sich seine Preise lesen: ein Startentgelt, ein Preis für Energie und ein Minutenpreis, vom Start an, ab einer bestimmten Minute oder nach dem Ende des Ladens. Ein Zeitpreis braucht eine eichrechtlich gemessene Dauer: an beiden Enden synchronisiert oder vom Beginn an gezählt. Fehlt sie, fehlt die Messgröße, auf die sich der Preis bezieht. Tarife, die nur im Vertrag stehen, kennt dieses Programm nicht.

TIM011-title = Zeitangabe in ungewöhnlicher Schreibweise
TIM011-message = { $problem ->
    [unreadable] { $has ->
        [none] Eine Zeitangabe abseits von Beginn und Ende ist nicht lesbar.
       *[found] Die Zeitangabe „{ $found }“ einer Ablesung abseits von Beginn und Ende ist nicht lesbar.
        }
   *[form] { $has ->
        [both] Die Zeitangabe „{ $found }“ ist nicht wie vorgeschrieben geschrieben ({ $expected }). Sie wurde trotzdem gelesen.
       *[found] Die Zeitangabe „{ $found }“ ist nicht wie vorgeschrieben geschrieben. Sie wurde trotzdem gelesen.
        }
    }
TIM011-bill = Die Energiemenge ist nicht betroffen.
TIM011-advice = Sie selbst müssen nichts tun. Hersteller sollten die Zeit so schreiben, wie es die Spezifikation verlangt.
TIM011-about = Die Form einer Zeitangabe ist festgelegt: Datum, der Buchstabe T, Uhrzeit mit Komma vor den Millisekunden, Abstand ohne Doppelpunkt, ein Leerzeichen und ein Buchstabe für den Zustand der Uhr. Vor allem Simulatoren schreiben einen Punkt, einen Doppelpunkt im Abstand oder den Buchstaben Z, und manche lassen den letzten Buchstaben weg. Solche Schreibweisen werden gelesen, wo sie keinen Zweifel lassen; ein fehlender Buchstabe gilt als nie gestellte Uhr. Unlesbare Zeiten an Beginn und Ende führen nach einer anderen Regel zum Scheitern. Unlesbare an anderer Stelle werden hier gemeldet, damit sie nicht untergehen.

TIM012-title = Uhr und gezählte Sekunden widersprechen sich
TIM012-message = { $problem ->
    [falls] Die Sekunden, die das Gerät zählt, laufen zwischen Beginn und Ende rückwärts.
   *[differs] Nach der Uhr dauerte der Ladevorgang { $clock } Sekunden, nach der Zählung des Geräts { $counted }.
    }
TIM012-bill = Die Energiemenge ist nicht betroffen. Von den beiden Dauern stimmt eher die gezählte.
TIM012-advice = Zahlen Sie nach Zeit, fragen Sie den Betreiber, welche Dauer berechnet wurde.
TIM012-about = Neben der Uhrzeit signieren manche Geräte Sekunden, die sie selbst zählen: einen Index, der auch dann weiterläuft, wenn die Uhr verloren geht, oder die Dauer des Ladevorgangs. Zwischen Beginn und Ende sollten beide gleich wachsen, bis auf wenige Sekunden und ein Tausendstel. Tun sie es nicht, wurde die Uhr dazwischen gestellt oder verloren. Steigt die Zählung von Datensatz zu Datensatz, steht auch die Reihenfolge der beiden fest, sodass eine auf 1970 zurückgefallene Uhr den Ladevorgang nicht scheitern lässt. Bei einem Format ist nicht bekannt, was seine Dauer genau misst; echte Datensätze zeigen dort Unterschiede.
