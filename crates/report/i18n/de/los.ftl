# Regeln zur Kompensation des Leitungsverlusts.

LOS001-title = Leitungsverlust an einem Register, das keine Energie zählt
LOS001-message = { $has ->
    [found] Ein Leitungsverlust ist am Register { $register } angegeben, das keine Energie zählt.
   *[none] Ein Leitungsverlust ist an einem Register ohne Kennzahl und ohne Energieeinheit angegeben.
    }
LOS001-bill = Auf die Menge hat die Angabe keinen Einfluss. Sie zeigt, dass der Datensatz nachlässig zusammengestellt wurde.
LOS001-advice = Sie selbst müssen nichts tun. Hersteller sollten den Verlust nur an Energieregistern angeben.
LOS001-about = Der Verlust des Ladekabels wird von einer Energiemenge abgezogen und kann deshalb nur an einem Register stehen, das Energie zählt. An einer Dauer oder einem Widerstand hat er keinen Sinn. Übliche Ursache ist Software, die jeder Ablesung dieselben Felder gibt. Register mit Kennzahlen aus der Zeit vor OCMF 1.4 werden hier ebenso anerkannt, weil es Zähler mit Verlustkompensation schon vor den neuen Kennzahlen gab. Mindestens ein anderes Programm ließ den Verlust früher nur bei den neuen zu.

LOS002-title = Leitungsverlust beginnt nicht bei null
LOS002-message = Zu Beginn des Ladevorgangs ist ein Leitungsverlust von { $loss } statt null angegeben.
LOS002-bill = Verlust eines früheren Ladevorgangs kann in diesen geraten sein. Die Menge gilt nicht als nachgewiesen.
LOS002-advice = Fragen Sie den Betreiber, wie der Verlust Ihres Ladevorgangs berechnet wurde.
LOS002-about = Der Leitungsverlust wird über einen Ladevorgang aufsummiert und muss an dessen Beginn auf null gesetzt werden. Geschieht das nicht, enthält die Angabe am Ende den Verlust früherer Ladevorgänge, und der Vergleich der Register vor und hinter dem Kabel geht nicht auf. Wie die Null geschrieben ist, spielt keine Rolle. Fehlt der Verlust zu Beginn, verletzt das diese Regel nicht. Übliche Ursache ist ein Neustart der Software während eines Ladevorgangs oder ein Fehler in ihr.

LOS003-title = Unmöglicher Leitungsverlust
LOS003-message = { $problem ->
    [negative] Der angegebene Leitungsverlust von { $loss } ist negativ.
    [falling] Der angegebene Leitungsverlust fällt während des Ladevorgangs, auf { $loss }.
   *[too-large] Der angegebene Leitungsverlust von { $loss } ist größer als die Energie, mit der er verglichen wird ({ $energy }).
    }
LOS003-bill = Eine Kompensation, die nicht stimmen kann, zieht die Menge in Zweifel, von der sie abgezogen wurde. Der Ladevorgang gilt nicht als nachgewiesen.
LOS003-advice = Fragen Sie den Betreiber, wie der Verlust Ihres Ladevorgangs berechnet wurde.
LOS003-about = Der Leitungsverlust wird abgezogen, damit Sie bezahlen, was Ihr Fahrzeug erreicht. Er ist nie negativ, nimmt während eines Ladevorgangs nie ab und ist nie größer als die Energie, die in das Kabel ging. Wurde das Register vor dem Kabel abgelesen, wird der Verlust damit verglichen; sonst mit dem, was hinter dem Kabel ankam; bei einem brauchbaren Kabel ist das ein Vielfaches des Verlusts. Für Rundungen ist eine Einheit der letzten Stelle beider Ablesungen zugelassen. Verglichen werden nur Register desselben Kanals und Tarifs.

LOS004-title = Kabelparameter während des Ladevorgangs geändert
LOS004-message = { $has ->
    [both] Die Parameter des Kabels haben sich zwischen zwei Datensätzen des Ladevorgangs geändert: von „{ $before }“ auf „{ $after }“.
    [before] Die Parameter des Kabels („{ $before }“) fehlen in einem späteren Datensatz des Ladevorgangs.
    [after] Die Parameter des Kabels („{ $after }“) stehen erst in einem späteren Datensatz des Ladevorgangs.
   *[none] Die Parameter des Kabels haben sich zwischen zwei Datensätzen des Ladevorgangs geändert.
    }
LOS004-bill = Der Verlust wurde womöglich mit zwei verschiedenen Kabeln berechnet. Wie viel das ausmacht, hängt davon ab, wie weit sich ihre Widerstände unterscheiden.
LOS004-advice = Kommt es auf die Menge an, fragen Sie den Betreiber, welche Parameter für Ihre Station gelten.
LOS004-about = Eine Station, die den Verlust ihres Kabels abzieht, signiert dessen Parameter mit den Ablesungen: Name, Nummer und Widerstand. Das Kabel ist fest an der Station und kann nicht wechseln, während ein Fahrzeug lädt. Andere Parameter am Ende bedeuten daher, dass während des Ladevorgangs Einstellungen geändert oder Datensätze zweier Ladepunkte vermischt wurden. Widerstände werden nach ihrem Wert verglichen, 5 und 5.0 sind also gleich. Parameter, die hinzukommen oder wegfallen, gelten als Änderung.

LOS005-title = Kabelparameter unvollständig
LOS005-message = { $named ->
    [yes] In den Parametern des Kabels fehlt „{ $field }“.
   *[no] Die Parameter des Kabels sind unvollständig.
    }
LOS005-bill = Die Menge ist nicht betroffen. Wie der Verlust berechnet wurde, lässt sich nicht nachvollziehen.
LOS005-advice = Sie selbst müssen nichts tun. Hersteller sollten den Widerstand mit seiner Einheit signieren.
LOS005-about = Enthält ein Datensatz Parameter des Kabels, sind der Widerstand und seine Einheit vorgeschrieben, Name und Nummer des Kabels nicht. Ohne den Widerstand kann niemand prüfen, ob der abgezogene Verlust stimmt. Der für die Rechnung maßgebliche Zählerstand ist schon ohne Verlust, deshalb lässt sich die Menge trotzdem angeben. Zwei Versionen der Spezifikation beschrieben die Einheit versehentlich als Zahl; das mag einen Teil der Fälle erklären.

LOS006-title = Leitungsverlust fehlt am Ende
LOS006-message = { $has ->
    [found] Am Register { $register } ist während des Ladevorgangs ein Leitungsverlust angegeben, an seinem Ende aber nicht.
   *[none] Während des Ladevorgangs ist ein Leitungsverlust angegeben, an seinem Ende aber nicht.
    }
LOS006-bill = Die Menge ist bereits ohne Verlust und nicht betroffen. Wie viel abgezogen wurde, ist nicht zu sehen.
LOS006-advice = Bitten Sie den Betreiber um den Verlust Ihres Ladevorgangs, wenn Sie die Rechnung nachvollziehen möchten.
LOS006-about = Der Leitungsverlust wird während eines Ladevorgangs aufsummiert; die Angabe am Ende ist die für den ganzen. Steht er vorher da und fehlt dort, ist der Vergleich der Register vor und hinter dem Kabel nicht möglich. Ob die Angabe wegbleiben darf, wenn sie der vorigen gleicht, sagt die Spezifikation nicht; manche Programme lesen sie so. Hier wird eine fehlende Angabe nicht ergänzt. Die Energie bleibt, was Beginn und Ende sagen.
