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
KEY006-message = Kein Schlüssel, der getrennt von den Daten angegeben wurde, passt zur Signatur; nur { $origin ->
    [register] ein im Verzeichnis eingetragener passt
   *[other] der mit den Daten gekommene passt
    } ({ $fingerprint }).
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

# Feststellungen über Verzeichnisse. `entry` nennt Ladepunkt, Betreiber und Ort; `register` und `date` die Quelle.

KEY013-title = Schlüssel nicht im Verzeichnis
KEY013-message = { $any ->
    [no] Der signierte Messwert nennt weder Ladepunkt noch Zähler, nach denen sich suchen ließe, und der
   *[yes] { $known ->
        [yes] Die Schlüsselablage kennt, was die Daten nennen ({ $asked }), hat dafür aber keinen Schlüssel; der
       *[no] Die Schlüsselablage weiß nichts über das, was die Daten nennen ({ $asked }); der
        }
    } { $key ->
    [yes] hier verwendete Schlüssel steht auch nicht darin.
   *[no] Schlüssel war von dort nicht zu bekommen.
    }
KEY013-bill = Das Verzeichnis bestätigt den Schlüssel nicht und widerspricht ihm nicht. Er beweist so viel wie ohne Verzeichnis.
KEY013-advice = Vergleichen Sie den Schlüssel mit dem Aufkleber an der Ladesäule, oder bitten Sie den Betreiber, ihn eintragen zu lassen.
KEY013-about = Sie haben verlangt, Schlüssel in einer Ablage eingetragener Schlüssel nachzuschlagen. Dort fand sich nichts, weder unter den Namen in den Daten noch unter dem Schlüssel selbst. Sechs von zehn Ladepunkten stehen ohne Schlüssel im amtlichen Register; das allein bedeutet also nichts Schlimmes. Der Eintrag kann auch neuer sein als die Stände, die Sie eingelesen haben. Lesen Sie ein aktuelles Register ein, und prüfen Sie erneut.

KEY014-title = Verzeichnis hat einen anderen Schlüssel
KEY014-message = Für { $kind ->
    [meter] den Zähler
    [gateway] die Signiereinheit
   *[charge-point] den Ladepunkt
    } { $identifier }{ $signed ->
    [yes] {""}
   *[no] , den nur die Datei nennt,
    } { $source ->
    [pin] haben Sie einen anderen Schlüssel hinterlegt
   *[register] steht im Verzeichnis „{ $register }“ vom { $date } ein anderer Schlüssel
    } als der hier verwendete ({ $entry }). Verwendet: { $fingerprint }; Tag des Ladevorgangs: { $session_date }.
KEY014-bill = Nach dem Verzeichnis stammt dieser Messwert nicht von dem Zähler, von dem er stammen will. Die Menge darf nicht als belegt gelten.
KEY014-advice = Fragen Sie den Betreiber, ob der Zähler getauscht wurde, und prüfen Sie mit einem Verzeichnis aus der Zeit des Ladevorgangs. Ohne Erklärung sollten Sie die Rechnung nicht anerkennen.
KEY014-about = Die Signatur passt zu einem Schlüssel, und im Verzeichnis steht für den genannten Ladepunkt oder Zähler ein anderer. Genau so sehen Daten aus, die ein fremder Zähler signiert hat oder gar keiner. So sieht aber auch ein echter Messwert aus, wenn der Zähler getauscht wurde und das Verzeichnis nicht aus der Zeit des Ladevorgangs ist oder wenn der Betreiber einen falschen Schlüssel eingetragen hat. Die Tage in der Feststellung helfen, das zu unterscheiden. Gibt es mehrere Einträge derselben Zeit, so gilt jeder ihrer Schlüssel.

KEY015-title = Nur durch eine unsignierte Angabe zugeordnet
KEY015-message = { $way ->
    [claimed] Der Schlüssel gehört zu { $entry }; dass der Messwert von dort ist, sagt aber nur die Datei, der Zähler hat es nicht signiert.
   *[key] Der Schlüssel ist eingetragen für { $entry }. Die Daten selbst nennen keinen Ladepunkt oder Zähler, der sich vergleichen ließe.
    }
KEY015-bill = Die Signatur ist von der hier genannten Station. Ob es die Ihrer Rechnung ist, sagen die signierten Daten nicht.
KEY015-advice = Vergleichen Sie Ladepunkt, Betreiber und Adresse mit Ihrer Rechnung.
KEY015-about = Viele Zähler signieren eine Seriennummer, aber keinen Ladepunkt. Welcher es war, sagt dann die Datei um den Messwert herum, und das kann jeder ändern, der die Datei hat. Der Schlüssel wurde durch diese Angabe im Verzeichnis gefunden oder allein durch sich selbst. Wessen Schlüssel es ist, steht also fest; ob der Messwert zu dieser Rechnung gehört, nicht: Wer selbst eine eingetragene Station besitzt, könnte dort einen Ladevorgang signieren und ihn als einen von anderswo ausgeben. Deshalb zählt ein solcher Schlüssel nicht mehr als einer, der mit den Daten kam. Eine Liste, die der Seriennummer des Zählers ihren Schlüssel zuordnet, behebt den Zweifel.

KEY016-title = Schlüssel aus anderer Zeit
KEY016-message = Der Schlüssel ist für { $entry } nur von { $from } bis { $to } bekannt, der Ladevorgang ist vom { $session_date }.
KEY016-bill = Zur Zeit des Ladevorgangs war ein anderer Schlüssel eingetragen oder keiner. Dass der Messwert von diesem Zähler ist, ist nicht ganz sicher.
KEY016-advice = Fragen Sie den Betreiber, welcher Zähler an diesem Tag in Betrieb war.
KEY016-about = Mit einem Zähler wechselt auch der Schlüssel. Die Ablage kennt diesen Schlüssel zwar für den richtigen Ladepunkt oder Zähler, aber in den Ständen des Verzeichnisses um den Tag des Ladevorgangs steht er nicht, oder seine eigenen Daten schließen diesen Tag aus. Ein abgebauter Zähler kann in andere Hände geraten und weiter signieren. Harmlose Ursachen sind eine nie gestellte Uhr oder ein Eintrag, der in einem Stand versehentlich fehlte.

KEY017-title = Schlüssel ist anderswo eingetragen
KEY017-message = Der Schlüssel ist eingetragen für { $entry }, aber { $signed ->
    [yes] der signierte Messwert
   *[no] die Datei
    } nennt { $kind ->
    [meter] einen anderen Zähler
    [gateway] eine andere Signiereinheit
   *[charge-point] einen anderen Ladepunkt
    }: { $identifier } statt { $registered }.
KEY017-bill = Nach dem Verzeichnis kommt der Messwert von einer anderen Station als angegeben. Für Ihren Ladepunkt darf die Menge nicht als belegt gelten.
KEY017-advice = Vergleichen Sie den Ladepunkt mit Ihrer Rechnung, und verlangen Sie vom Betreiber eine Erklärung.
KEY017-about = Die Ablage kennt den Schlüssel, aber jeder Eintrag mit ihm nennt einen anderen Ladepunkt oder Zähler als die Daten. So sieht ein Ladevorgang aus, der umetikettiert wurde, und ebenso eine Fälschung mit dem Schlüssel einer Station, die dem Fälscher gehört. Harmlose Ursache sind Kopierfehler im Verzeichnis. EVSE-IDs werden ohne Rücksicht auf ihre Schreibweise verglichen; Nummern, die nur bei einem Betreiber etwas bedeuten, werden nicht verglichen.

KEY018-title = Schlüssel ist beim Nachbarn eingetragen
KEY018-message = Der Schlüssel ist eingetragen für { $registered } ({ $entry }), die Daten nennen { $identifier }: { $kind ->
    [meter] einen anderen Zähler
    [gateway] eine andere Signiereinheit
   *[charge-point] einen anderen Ladepunkt
    } offenbar derselben Station.
KEY018-bill = Die Signatur ist von dieser Station. Welcher ihrer Ladepunkte Ihrer war, müssen Sie selbst vergleichen.
KEY018-advice = Vergleichen Sie Ladepunkt und Seriennummer mit Ihrer Rechnung und mit dem Aufkleber an der Ladesäule.
KEY018-about = Der Eintrag mit diesem Schlüssel weicht in einem Punkt von den Daten ab und passt sonst: Er gilt für einen anderen Ladepunkt derselben Station, oder die Seriennummer des Zählers hat sich geändert, während der Ladepunkt derselbe ist. Oft bedient eine Signiereinheit alle Ladepunkte einer Station, und der Betreiber trägt ihren Schlüssel nur einmal ein. Auch eine veraltete Liste kommt infrage. Es könnte aber auch der Ladevorgang des Autos neben Ihrem sein.

KEY019-title = Eingetragener Schlüssel ist mehrfach vergeben
KEY019-message = Dieser Schlüssel steht im Verzeichnis an { $count ->
    [one] { $count } Stelle
   *[other] { $count } Stellen
    }, die nicht zusammengehören: { $places }.
KEY019-bill = Höchstens einer dieser Einträge kann stimmen. Dass es Ihrer ist, muss sich anders zeigen.
KEY019-advice = Vergleichen Sie den Schlüssel mit dem Aufkleber an Ihrer Ladesäule, und melden Sie dem Betreiber den doppelten Eintrag.
KEY019-about = Jede Signiereinheit hat ihren eigenen Schlüssel. Im Register steht derselbe bei mehreren Stationen oder in einer Liste bei mehreren Zählern ohne gemeinsame Signiereinheit. Fast immer wurde ein Feld kopiert. Bis das berichtigt ist, kann das Verzeichnis nicht sagen, zu welcher der Stellen der Schlüssel gehört.

KEY020-title = Eingetragener Schlüssel ist mehrdeutig
KEY020-message = Was im Verzeichnis als Schlüssel für { $entry } steht, ist ein bloßer Punkt, der auf mehreren Kurven liegt, und nichts sagt, welche gemeint ist: { $curves }.
KEY020-bill = Es wurde keine Kurve geraten. Dieser Eintrag beweist hier nichts.
KEY020-advice = Entnehmen Sie den Schlüssel dem Aufkleber oder einer Quelle, die die Kurve nennt.
KEY020-about = Viele Felder des Registers enthalten eine Kurzform des Schlüssels, in der die Kurve fehlt. Von den Schlüsseln mit 192 Bit passt dann fast die Hälfte auf zwei Kurven. Nennt der signierte Messwert seine Kurve, so entscheidet das, und diese Feststellung erscheint nicht. Hier nennt er keine oder eine andere.

KEY021-title = Eintrag im Verzeichnis ist kein Schlüssel
KEY021-message = Wo im Verzeichnis der Schlüssel für { $entry } stehen müsste, steht etwas anderes: „{ $found }“.
KEY021-bill = Über diesen Schlüssel sagt das Verzeichnis nichts.
KEY021-advice = Entnehmen Sie den Schlüssel dem Aufkleber an der Ladesäule, und bitten Sie den Betreiber, den Eintrag zu berichtigen.
KEY021-about = In manchen Feldern des Registers stehen abgeschnittene Schlüssel, solche mit falschen Buchstaben oder gleich zwei; in anderen eine Kennung, eine Signatur oder der Hinweis, der Schlüssel werde nachgereicht. Ein solches Feld wird gezeigt, wie es ist, damit Sie es sehen. Nie wird es durch Raten repariert.

KEY022-title = Verzeichnis ist jünger als der Ladevorgang
KEY022-message = Der Schlüssel steht im Verzeichnis vom { $date }, dem ältesten vorhandenen Stand; der Ladevorgang ist vom { $session_date }.
KEY022-bill = Kein Einfluss, sofern der Zähler dazwischen nicht getauscht wurde.
KEY022-advice = Es ist nichts zu tun. Heben Sie ältere Register auf und lesen Sie sie ein, um alte Ladevorgänge beurteilen zu können.
KEY022-about = Das veröffentlichte Register zeigt nur die Gegenwart, und die Datei des Vormonats wird nicht mehr angeboten. Jede eingelesene Datei bleibt mit ihrem Datum in der Schlüsselablage, sodass ein Ladevorgang später nach dem Register seiner Zeit beurteilt wird. Für diesen Ladevorgang wurde kein Stand von vorher eingelesen. Der Schlüssel war später eingetragen, was bei einer bald geprüften Rechnung die Regel ist.
