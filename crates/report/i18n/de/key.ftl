# Regeln über Schlüssel: welcher verwendet wurde, wie er kam und was gegen ihn spricht.

KEY001-title = Kein öffentlicher Schlüssel
KEY001-message = Es gibt keinen öffentlichen Schlüssel, mit dem sich die Signatur prüfen ließe.
KEY001-bill = Es ist nichts Falsches bekannt und nichts belegt. Die gezeigten Mengen sind das, was die Daten behaupten.
KEY001-advice = Entnehmen Sie den öffentlichen Schlüssel der Ladestation, ihrem Zähler oder dem amtlichen Ladesäulenregister, und prüfen Sie damit erneut.
KEY001-about = Eine Signatur lässt sich nur mit dem öffentlichen Schlüssel des Zählers prüfen, der sie erzeugt hat. Hier kam kein Schlüssel mit den Daten, und es wurde keiner angegeben. Der signierte Inhalt wird gezeigt, gilt aber als nicht geprüft. Oft ist der Schlüssel auf Zähler oder Ladestation aufgedruckt oder als QR-Code zu sehen; viele stehen im Ladesäulenregister der Bundesnetzagentur. Nie wird ein Schlüssel von einem anderen Messwert geliehen oder einer eingebauten Liste entnommen.

KEY002-title = Öffentlicher Schlüssel nicht lesbar
KEY002-message = { $problem ->
    [empty] Der Platz für den öffentlichen Schlüssel ist leer
    [too-long] Der als öffentlicher Schlüssel angegebene Text ist dafür zu lang
    [not-decodable] Der als öffentlicher Schlüssel angegebene Text steht in keiner bekannten Kodierung
    [not-a-key] Der als öffentlicher Schlüssel angegebene Text lässt sich dekodieren, ist aber kein Schlüssel
    [unsupported-algorithm] Der öffentliche Schlüssel ist von einer Art, die nicht unterstützt wird ({ $detail })
    [explicit-parameters] Der öffentliche Schlüssel schreibt die Zahlen seiner Kurve aus, statt sie zu benennen; das wird nicht angenommen
    [private-key] Statt eines öffentlichen wurde ein privater Schlüssel angegeben; er wurde nicht verwendet
   *[other] Aus dem als öffentlicher Schlüssel angegebenen Text lässt sich keiner lesen
    } ({ $location }).
KEY002-bill = Mit diesem Text lässt sich keine Signatur prüfen. Wenn es nicht mit einem anderen Schlüssel gelang, ist nichts belegt.
KEY002-advice = Vergleichen Sie den Text mit der Quelle, aus der er kopiert wurde, oder entnehmen Sie den Schlüssel der Ladestation oder dem Register. Ein privater Schlüssel darf niemals weitergegeben werden: Sagen Sie es dem, der ihn geschickt hat.
KEY002-about = Ein Schlüssel kann auf viele Arten geschrieben sein: hexadezimal, in Base64 oder Base32, als PEM-Datei, als bloßer Punkt oder in einem Zertifikat. Diese Regel nennt jeden Text, der als Schlüssel gemeint war und keiner ist. Im amtlichen Register finden sich abgeschnittene Schlüssel, der Buchstabe O statt einer Null, zwei Schlüssel in einem Feld oder der Hinweis, der Schlüssel werde nachgereicht. Ein solcher Text wird gemeldet und nie übergangen, denn wer ihn angab, glaubt, einen Schlüssel angegeben zu haben. Ausgeschriebene Kurvenparameter werden nicht angenommen, weil ein Fälscher sie passend wählen könnte. Ist ein privater Schlüssel in Umlauf, kann jeder im Namen dieses Zählers signieren.

KEY003-title = Öffentlicher Schlüssel liegt nicht auf seiner Kurve
KEY003-message = Der öffentliche Schlüssel hat die Form eines solchen, sein Punkt liegt aber nicht auf der zugehörigen Kurve ({ $location }).
KEY003-bill = Einen solchen Schlüssel hat kein Zähler. Was mit ihm kam, kann nicht als belegt gelten.
KEY003-advice = Entnehmen Sie den Schlüssel noch einmal der Ladestation oder dem Register. Scheitert er weiterhin, verlangen Sie vom Betreiber eine Erklärung.
KEY003-about = Ein öffentlicher Schlüssel ist ein Punkt auf einer elliptischen Kurve, und seine beiden Koordinaten müssen deren Gleichung erfüllen. Hier tun sie es nicht. Dazu genügt eine einzige falsch abgeschriebene Stelle, und das ist auch die häufigste Ursache. Solche Punkte lassen sich aber auch absichtlich erzeugen, um Programme zu täuschen, die diese Prüfung auslassen. Der Messwert fällt durch, selbst wenn ein anderer Schlüssel passen könnte.

KEY004-title = Schlüssel kam nur mit den Daten
KEY004-message = { $origin ->
    [record] Der öffentliche Schlüssel stand in dem signierten Messwert, den er prüft.
   *[other] Der öffentliche Schlüssel kam zusammen mit den Daten, die er prüft.
    } Wessen Schlüssel er ist, ist durch nichts anderes gezeigt.
KEY004-bill = Gilt die Signatur mit diesem Schlüssel, wurden die Daten seither nicht verändert. Dass er dem Zähler Ihres Ladepunkts gehört, ist nicht belegt.
KEY004-advice = Vergleichen Sie den Schlüssel mit dem an der Ladestation oder im amtlichen Register, oder prüfen Sie erneut mit jenem.
KEY004-about = Die meisten Dateien bringen den öffentlichen Schlüssel mit; das ist bequem und belegt wenig, denn wer Daten fälscht, kann auch einen passenden Schlüssel erzeugen. Ein Schlüssel aus den Daten zeigt, dass Daten und Schlüssel zusammengehören und seither nichts geändert wurde. Um die Herkunft zu belegen, muss der Schlüssel auf anderem Weg kommen: vom Schild des Zählers, aus dem amtlichen Register oder aus einer Liste, der Sie vertrauen. Deshalb ist ein Messwert mit einem solchen Schlüssel höchstens mit Hinweisen bestätigt. Andere Programme zeigen ihn schlicht grün.

KEY005-title = Schlüssel in den Daten ist ein anderer
KEY005-message = { $carried_origin ->
    [record] Der signierte Messwert selbst
   *[other] Die Datei
    } bringt einen anderen öffentlichen Schlüssel mit als den, { $origin ->
    [user] den Sie angegeben haben
    [register] der im Register steht
    [record] der im signierten Messwert steht
   *[other] der daneben steht
    }. Fingerabdruck in den Daten: { $carried_fingerprint }; verwendet: { $fingerprint }.
KEY005-bill = Zwei Angaben über die Herkunft der Daten widersprechen sich. Die Menge darf nicht als belegt gelten.
KEY005-advice = Prüfen Sie, ob Sie den Schlüssel des richtigen Ladepunkts genommen haben. Wenn ja, fragen Sie den Betreiber, warum die Daten einen anderen nennen.
KEY005-about = Die Daten bringen einen eigenen Schlüssel mit, und er weicht von dem ab, der auf anderem Weg kam; oder der Datensatz und die Datei um ihn nennen verschiedene Schlüssel. Verglichen werden die Schlüssel selbst und nicht ihre Schreibweise, eine andere Kodierung desselben Schlüssels ist also kein Unterschied. Harmlose Ursachen sind zwei verwechselte Ladepunkte einer Station oder ein Zähleraustausch. Genauso sieht aber auch eine Fälschung mit ausgetauschtem Schlüssel aus. An den Daten lässt sich beides nicht unterscheiden, deshalb fällt der Messwert durch. Die Transparenzsoftware des S.A.F.E. e. V. vergleicht bei einem Paar die Schreibweisen und weist sogar denselben Schlüssel in anderen Buchstaben zurück.

KEY006-title = Angegebener Schlüssel passt nicht
KEY006-message = Kein Schlüssel, der getrennt von den Daten angegeben wurde, passt zur Signatur; nur der mit den Daten gekommene passt ({ $fingerprint }).
KEY006-bill = Nach dem Schlüssel, den Sie angegeben haben, stammt dieser Wert nicht von dem Zähler, den Sie meinen. Die Menge darf nicht als belegt gelten.
KEY006-advice = Prüfen Sie, ob der Schlüssel zum richtigen Ladepunkt gehört und vollständig kopiert wurde. Wenn ja, akzeptieren Sie die Rechnung nicht ohne Erklärung.
KEY006-about = Jemand hat sich die Mühe gemacht, einen Schlüssel aus einer vertrauten Quelle anzugeben, und die Signatur gilt mit ihm nicht. Sie gilt mit dem Schlüssel, den die Daten mitgebracht haben. Das hinzunehmen hieße, den besseren Schlüssel zur Zierde zu machen; deshalb fällt der Messwert durch. Naheliegende Ursachen sind der Schlüssel des benachbarten Ladepunkts, ein alter Schlüssel nach einem Zähleraustausch oder eine Liste des Betreibers, die nicht auf dem Stand ist. Der Fingerabdruck im Befund hilft, den Schlüssel in einer solchen Liste zu finden.

KEY007-title = Ein Schlüssel bei mehreren Zählern
KEY007-message = Werte von { $count ->
    [one] { $count } Zähler
   *[other] { $count } verschiedenen Zählern
    } sind mit demselben Schlüssel signiert ({ $serials }), nennen aber keine gemeinsame signierende Komponente. Schlüssel: { $fingerprint }.
KEY007-bill = Es ist offen, welcher Zähler signiert hat. Eine Menge lässt sich Ihrem Ladepunkt nicht sicher zuordnen.
KEY007-advice = Vergleichen Sie die Seriennummer mit der auf dem Zähler Ihres Ladepunkts, und fragen Sie den Betreiber nach den anderen.
KEY007-about = Jede signierende Komponente hat ihren eigenen Schlüssel, und ihre Messwerte nennen den Zähler. Signiert ein Schlüssel für mehrere Zähler, muss ein Gateway hinter ihnen stehen, und dann hat jeder Messwert dieses Gateway mit seiner Seriennummer zu nennen. Sonst wurden entweder Seriennummern falsch eingetragen, oder ein privater Schlüssel wurde in mehrere Geräte kopiert. Im zweiten Fall kann jedes im Namen der anderen signieren. Verglichen werden nur Messwerte mit gültiger Signatur, und zwar über alle zusammen vorgelegten Dateien. Auch im amtlichen Register gibt es Schlüssel, die bei mehreren Stationen eingetragen sind.

KEY008-title = Schlüsseltext ist mehrdeutig
KEY008-message = { $problem ->
    [ambiguous-curve] Der öffentliche Schlüssel ist ein bloßer Punkt, der auf mehreren Kurven liegt, und nichts sagt, welche gemeint ist: { $detail }
   *[ambiguous-encoding] Der Text des öffentlichen Schlüssels ergibt je nach Kodierung verschiedene Schlüssel
    } ({ $location }).
KEY008-bill = Es wurde kein Schlüssel durch Raten ausgewählt. Wenn die Prüfung nicht mit einem anderen Schlüssel gelang, ist nichts belegt.
KEY008-advice = Nehmen Sie den Schlüssel in einer Form, die seine Kurve nennt, zum Beispiel als PEM-Datei, oder geben Sie seine Kodierung an.
KEY008-about = Kurze Schreibweisen von Schlüsseln lassen den Namen der Kurve weg. Zwei Kurven gleicher Länge können beide einen Punkt mit diesen Koordinaten haben; von den komprimierten Schlüsseln mit 192 Bit ist etwa jeder zweite auf diese Weise mehrdeutig. Ein Text kann auch in zwei Kodierungen zulässig sein, denn Ziffern und die Buchstaben A bis F sind ebenso gültiges Base64. Wo die Signatur ihr Verfahren nennt, entscheidet das. Wo nichts entscheidet, wird kein Kandidat gewählt: Schlüssel auszuprobieren, bis einer passt, wäre Raten.

KEY009-title = Herkunft des Schlüssels genügt nicht
KEY009-message = Der Schlüssel { $origin ->
    [record] stand im signierten Messwert selbst
    [container] kam zusammen mit den Daten
    [user] wurde von Ihnen angegeben
   *[register] stammt aus einem Register
    }, diese Prüfung verlangt aber { $required ->
    [container] mindestens einen Schlüssel neben dem signierten Messwert
    [user] mindestens einen getrennt von den Daten angegebenen Schlüssel
    [register] einen Schlüssel aus einem Register
   *[other] eine andere Herkunft
    }.
KEY009-bill = Selbst wenn die Signatur mit diesem Schlüssel gilt, genügt das nach Ihrer eigenen Vorgabe nicht, um als bestätigt zu gelten.
KEY009-advice = Prüfen Sie erneut mit einem Schlüssel aus der verlangten Quelle.
KEY009-about = Wer eine Prüfung startet, kann festlegen, auf welchem Weg ein Schlüssel mindestens gekommen sein muss. Von schwach nach stark sind das: im signierten Messwert, daneben in denselben Daten, vom Nutzer angegeben, aus einem Register. Hier kam der Schlüssel auf einem schwächeren Weg als verlangt. Die Signatur wurde dennoch geprüft, und das Ergebnis wird gezeigt. Als bestätigt gilt der Messwert damit nicht.

KEY010-title = Schlüssel durch Probieren gefunden
KEY010-message = Neben den Daten lagen mehrere Schlüssel, und durch Probieren zeigte sich, dass dieser passt ({ $location }). Fingerabdruck: { $fingerprint }.
KEY010-bill = Die Signatur gilt mit diesem Schlüssel. Dass er für diesen Messwert gedacht war, steht nirgends.
KEY010-advice = Vergleichen Sie den Fingerabdruck mit dem Schlüssel Ihres Ladepunkts.
KEY010-about = Enthält ein Archiv oder eine Gruppe von Dateien mehrere Schlüssel und sagt nichts, welcher zu welchem Messwert gehört, wird einer nach dem anderen versucht. Dass einer passt, ist kein Zufall, denn zu einem fremden Schlüssel passt keine Signatur von ungefähr. Die Zuordnung stammt aber von diesem Programm und nicht vom Absender. Zusammengehörige Dateinamen oder ein Schlüssel im Element des Wertes räumen den Zweifel aus. Schlüssel, die Sie selbst angeben, dürfen ohne diese Anmerkung mehrere sein.

KEY011-title = Schlüssel anders kodiert als angegeben
KEY011-message = { $has ->
    [both] Der Schlüssel ist als „{ $expected }“ ausgewiesen, geschrieben ist er aber in „{ $found }“.
   *[other] Der Schlüssel ist in einer anderen Kodierung geschrieben als angegeben.
    }
KEY011-bill = Der Schlüssel ließ sich zweifelsfrei lesen, die Mengen sind deshalb nicht betroffen.
KEY011-advice = Weisen Sie den Betreiber auf die falsche Angabe hin; Programme, die ihr folgen, können den Schlüssel nicht lesen.
KEY011-about = Eine Datei kann angeben, in welcher Kodierung der Schlüssel geschrieben ist. Ergibt sich so kein Schlüssel, werden die anderen Kodierungen versucht, und genau eine davon muss einen Schlüssel liefern. Die Abweichung wird gemeldet, weil strenge Programme an dieser Stelle aufgeben. Am häufigsten ist ein hexadezimaler Schlüssel, der als bloßer Text ausgewiesen ist.

KEY012-title = Schlüssel in ungewöhnlicher Verpackung
KEY012-message = { $has ->
    [none] Der Schlüssel kam in einer ungewöhnlichen Verpackung, die entfernt wurde.
   *[other] Der Schlüssel kam in einer ungewöhnlichen Verpackung, die entfernt wurde: { $found }.
    }
KEY012-bill = Keine Auswirkung.
KEY012-advice = Sie müssen nichts tun.
KEY012-about = Manche Systeme verpacken einen Schlüssel, bevor sie ihn weitergeben: in einen JSON-Text, in einen Umschlag des Ladeprotokolls OCPP, in ein Zertifikat. Die Verpackung wird entfernt und genannt. Von einem Zertifikat wird nur der Schlüssel verwendet; wer es ausgestellt hat und ob es abgelaufen ist, wird hier nicht untersucht. Ein Zertifikat macht die Herkunft des Schlüssels also nicht sicherer.
