# Regeln zur Geschichte eines Zählers über viele Ladevorgänge, wie ein Zählerbuch sie sammelt.

LED001-title = In der Geschichte des Zählers fehlen Datensätze
LED001-message = { $unseen ->
    [one] Zwischen { $from } ({ $since }) und { $to } ({ $until }) hat der Zähler einen weiteren Datensatz signiert, der nie vorgelegt wurde.
   *[other] Zwischen { $from } ({ $since }) und { $to } ({ $until }) hat der Zähler { $unseen } weitere Datensätze signiert, die nie vorgelegt wurden.
    } { $moved ->
    [yes] Das Register { $register } ist in dieser Zeit um { $energy } gestiegen, von { $previous } auf { $next }, außerhalb aller bekannten Ladevorgänge.
   *[no] { $place ->
        [session] Sie liegen innerhalb eines Ladevorgangs, dessen Menge bekannt ist.
       *[between] Dass ein Register in dieser Zeit gestiegen wäre, ist nicht bekannt.
        }
    }
LED001-bill = Die bekannten Ladevorgänge bleiben so nachgewiesen wie bisher. Energie, die in der Lücke geflossen ist, wurde mit Datensätzen abgerechnet, die hier nicht vorliegen, oder gar nicht.
LED001-advice = Lassen Sie sich die fehlenden Datensätze vom Betreiber oder aus dem Backend geben. Wurden nur einzelne Ladevorgänge einer Station gesammelt, sind Lücken zu erwarten; bei der Prüfung ihres ganzen Speichers darf es keine geben.
LED001-about = Ein Signierer zählt seine Datensätze lückenlos, jede Nummer steht also für einen Datensatz, den es gibt. Das Zählerbuch kennt alle Nummern, die für einen Zähler je vorgelegt wurden, gleich in welcher Datei, und meldet die dazwischen, die fehlen. Nummern, die dieselbe Signierkomponente mit demselben Schlüssel für andere Zähler vergeben hat, fehlen nicht. Als gesehen zählen nur Datensätze mit gültiger Signatur. Die genannte Energie ist der Unterschied der Stände zu beiden Seiten der Lücke.

LED002-title = Eine Nummer in der Geschichte, mehrere Inhalte
LED002-message = Der Zähler hat die Nummer { $pagination } an { $count } Datensätze mit verschiedenem Inhalt vergeben, jeder davon gültig signiert: { $contents }.
LED002-bill = Höchstens einer davon kann stimmen, und niemand kann sagen, welcher. Auf keinen von ihnen lässt sich eine Rechnung stützen.
LED002-advice = Bewahren Sie alle unverändert auf, fragen Sie den Betreiber, wie es dazu kam, und legen Sie sie der Eichbehörde vor, wenn er es nicht überzeugend erklären kann.
LED002-about = Ein Signierer vergibt jede Nummer einmal. Zwei gültige Signaturen eines Schlüssels unter einer Nummer bedeuten, dass die Signierkomponente zurückgesetzt, kopiert oder zu einer zweiten Signatur gebracht wurde. In welchen Dateien, Monaten oder Ladevorgängen die Datensätze vorgelegt wurden, spielt keine Rolle. Derselbe Datensatz in zweifacher Lieferung ist nicht gemeint, denn sein signierter Inhalt ist gleich. Datensätze unter einer solchen Nummer werden für kein anderes Urteil verwendet.

LED003-title = Ein Datensatz für zwei Ladevorgänge verwendet
LED003-message = { $problem ->
    [pair] { $records }: als Beginn und Ende eines Ladevorgangs vorgelegt ({ $inputs }), doch ein Teil davon gehört schon zum Ladevorgang { $other }.
   *[number] { $numbering ->
        [charge-detail-record] { $records }: in mehreren Abrechnungsdatensätzen (CDR) verwendet, { $numbers } ({ $inputs }).
        [transaction] { $records }: unter mehreren Transaktionsnummern vorgelegt, { $numbers } ({ $inputs }).
       *[other] { $records }: unter mehreren Nummern von Ladevorgängen vorgelegt, { $numbers } ({ $inputs }).
        }
    }
LED003-bill = Der Zähler hat diese Energie einmal gemessen. Wird jeder dieser Ladevorgänge abgerechnet, bezahlt jemand die Energie anderer oder die eigene doppelt.
LED003-advice = Bitten Sie den Betreiber um die Rechnungen aller genannten Ladevorgänge. Eine Gutschrift oder eine berichtigte Rechnung ist ein guter Grund; sie muss es aber sagen.
LED003-about = Ein signierter Datensatz gehört für immer zu einem Ladevorgang. Ihn mehrmals vorzulegen ist üblich und kein Fehler; gemeldet werden Datensätze, die als Teil verschiedener Ladevorgänge vorgelegt wurden: unter zwei Nummern derselben Art (Transaktionsnummern von Stationen, Nummern von Abrechnungsdatensätzen) oder als Beginn oder Ende zweier verschiedener Paare. Nummern verschiedener Art werden nie verglichen. Ein Abrechnungsdatensatz, der sich als Gutschrift bezeichnet, bleibt außer Betracht. Wie ein Ladevorgang heißt, ist nicht signiert; die Regel wirft also niemandem vor, den Datensatz selbst verändert zu haben.

LED004-title = Register niedriger als in einem früheren Datensatz
LED004-message = { $place ->
    [record] Innerhalb des Datensatzes { $to } ({ $when }) fällt das Register { $register } von { $previous } auf { $next }, um { $energy }.
   *[records] Von { $from } zu { $to } ({ $when }) fällt das Register { $register } von { $previous } auf { $next }, um { $energy }.
    }{ $others ->
    [0] {""}
    [one] {" "}Ein weiteres Register fällt ebenfalls.
   *[other] {" "}{ $others } weitere Register fallen ebenfalls.
    }
LED004-bill = Ein Register, das aufwärts zählt, kann nicht weniger anzeigen als zuvor. Die Ladevorgänge neben dem Rückgang lassen sich damit nicht abrechnen, bis die Ursache bekannt ist.
LED004-advice = Fragen Sie den Betreiber, ob der Zähler zwischen den beiden Ablesungen getauscht oder instand gesetzt wurde, und lassen Sie sich das Protokoll zeigen. Gibt es keines, ist die Eichbehörde die richtige Stelle.
LED004-about = Register, die von der Herstellung des Zählers an zählen, fallen nie. Das Zählerbuch vergleicht jedes davon über alle Datensätze eines Zählers, in der Reihenfolge der signierten Nummern; wo es keine gibt, in der des Sekundenindex oder einer gestellten Uhr. Verschiedene Einheiten und Stellenzahlen werden genau verglichen; ein Unterschied, den die gröbere Ablesung nicht zeigen kann, ist keiner. Ablesungen, die der Zähler selbst für unbrauchbar erklärt, bleiben außer Betracht. Die Regel meldet sich auch, wenn die Zählung der Datensätze von vorn begonnen hat und deshalb spätere Datensätze vor früheren stehen. Zwei Ladevorgänge, deren Zeiten sich überschneiden, meldet stattdessen LED007.

LED005-title = Energie, die zu keinem Ladevorgang gehört
LED005-message = Zwischen { $from } ({ $since }) und { $to } ({ $until }) ist das Register { $register } um { $energy } gestiegen, von { $previous } auf { $next }. Dazwischen hat der Zähler nichts signiert, { $open ->
    [yes] und der Ladevorgang, der mit { $from } beginnt, hat kein Ende.
   *[no] die Energie gehört also zu keinem Ladevorgang.
    }{ $others ->
    [0] {""}
    [one] {" "}Ein weiteres Register ist ebenfalls gestiegen.
   *[other] {" "}{ $others } weitere Register sind ebenfalls gestiegen.
    }
LED005-bill = Diese Energie wurde niemandem mit einem signierten Datensatz abgerechnet. In der Rechnung eines späteren Ladevorgangs darf sie nicht stehen, und sie steht dort nicht, wenn dieser mit dem zuletzt genannten Stand beginnt.
LED005-advice = Fragen Sie den Betreiber, wer die Energie bezogen hat: ein Fahrzeug, das ohne Ladevorgang geladen wurde, ein Test oder die Station selbst.
LED005-about = Ein Register, das von Ladevorgang zu Ladevorgang weiterzählt, beginnt jeden mit dem Stand, mit dem der vorige geendet hat. Ist das anders, ist Energie außerhalb aller Ladevorgänge geflossen. Da die Datensätze in der signierten Zählung unmittelbar aufeinanderfolgen, kann dazwischen kein Ladevorgang fehlen. Gemeldet werden nur Unterschiede, die die Ablesungen auch zeigen können; Ablesungen, die der Zähler für unbrauchbar erklärt, bleiben außer Betracht.

LED006-title = Energie zwischen Ladevorgängen eines Zählers ohne Nummern
LED006-message = Zwischen { $from } ({ $since }) und { $to } ({ $until }) ist das Register { $register } um { $energy } gestiegen, von { $previous } auf { $next }.{ $others ->
    [0] {""}
    [one] {" "}Ein weiteres Register ist ebenfalls gestiegen.
   *[other] {" "}{ $others } weitere Register sind ebenfalls gestiegen.
    }
LED006-bill = Entweder wurde ein Ladevorgang dazwischen nicht vorgelegt, oder die Energie wurde niemandem abgerechnet. Welches von beiden zutrifft, ist diesen Datensätzen nicht zu entnehmen.
LED006-advice = Lassen Sie sich vom Betreiber alle Ladevorgänge zwischen den beiden Zeiten geben und vergleichen Sie deren Summe mit der genannten Energie.
LED006-about = Manche Formate nummerieren ihre Datensätze nicht. Dass ein Ladevorgang fehlt, ist dann nur am Register zu erkennen: Es muss jeden Ladevorgang mit dem Stand beginnen, mit dem der vorige geendet hat. Geordnet werden die Datensätze nach dem Sekundenindex, wo es einen gibt, sonst nach der Uhr, sonst nach dem Register selbst.

LED007-title = Ladevorgänge eines Zählers überschneiden sich
LED007-message = { $kind ->
    [session] Die Ladevorgänge { $session } ({ $since } bis { $until }) und { $other } desselben Zählers überschneiden sich.
   *[record] Innerhalb des Ladevorgangs { $session } ({ $since } bis { $until }) hat derselbe Zähler Beginn oder Ende eines anderen signiert: { $other }.
    } { $shared ->
    [yes] Beide enthalten { $energy } des Registers { $register }.
   *[no] Ein Teil der Energie liegt in beiden.
    }
LED007-bill = Ein Zähler misst immer nur einen Ladevorgang. Energie, die in zweien liegt, wird doppelt abgerechnet, und mindestens eine der beiden Mengen ist nicht die eines einzigen Fahrzeugs.
LED007-advice = Lassen Sie den Betreiber die Datensätze nach ihren Nummern neu zusammenstellen und die Rechnungen berichtigen.
LED007-about = Die Datensätze eines Ladevorgangs folgen in der Zählung des Zählers aufeinander: Beginn, Zwischenablesungen, Ende. Liegen Beginn oder Ende eines anderen Ladevorgangs dazwischen, wurden Datensätze falsch zusammengestellt, meist nach vertauschten Transaktionsnummern eines Backends, oder ein Ende ging verloren. Ladevorgänge in je einem Datensatz überschneiden sich, wenn ihre Zeiten es tun und der spätere mit einem niedrigeren Stand beginnt, als der frühere endet. Je Ladevorgang wird nur ein Befund gemeldet, wie viele andere auch darin liegen.

LED008-title = Die Uhr des Zählers ging zurück
LED008-message = Der Datensatz { $to } wurde nach { $from } signiert, doch seine Zeit ({ $until }) liegt { $seconds } Sekunden vor dessen Zeit ({ $since }).
LED008-bill = Die Energie ist nicht betroffen. Zeiten und Dauern der Ladevorgänge daneben sind zweifelhaft; Preise nach Minuten lassen sich nicht darauf stützen.
LED008-advice = Fragen Sie den Betreiber, wann und warum die Uhr gestellt wurde. Beginn und Ende der Ladevorgänge lassen sich dann berichtigen, die Dauer auch nach den gezählten Sekunden, wo der Zähler solche zählt.
LED008-about = Die Reihenfolge der Datensätze ergibt sich aus der signierten Zählung, an der keine Uhr etwas ändern kann. Eine zurückgestellte Uhr lässt zwei Ladevorgänge sich scheinbar überschneiden oder einen vor seinem Beginn enden. Weniger als eine Minute ist das gewöhnliche Stellen einer Uhr und wird nicht gemeldet. Uhren, die nie gestellt wurden, zu erkennen an ihrem Status oder einem Jahr vor 2015, bleiben außer Betracht.

LED009-title = Uhr und Sekundenzählung des Zählers widersprechen sich
LED009-message = Zwischen { $from } ({ $since }) und { $to } ({ $until }) sind nach der Uhr { $clock } Sekunden vergangen, der Zähler hat aber { $counted } gezählt. Die Uhr wurde um { $seconds } Sekunden { $direction ->
    [forward] vorgestellt
   *[back] zurückgestellt
    }.
LED009-bill = Die Energie ist nicht betroffen. Für Dauern ist die Zählung der Sekunden das bessere Maß; die Zeiten von Beginn und Ende sind zweifelhaft.
LED009-advice = Fragen Sie den Betreiber, wann die Uhr gestellt wurde. Wurde nach Zeit abgerechnet, lassen Sie die Dauer aus den gezählten Sekunden berechnen.
LED009-about = Manche Zähler signieren neben der Zeit, wie viele Sekunden sie schon laufen. Diese Zählung lässt sich nicht stellen. Ist die Uhr zwischen zwei Datensätzen anders weitergegangen, wurde sie inzwischen gestellt oder war verloren. Erlaubt sind eine Minute und ein Tausendstel der Zeitspanne. Eine Uhr, die zurückging, meldet LED008.

LED010-title = Die Zählung der Sekunden ist gefallen
LED010-message = Der Zähler hatte im Datensatz { $from } { $previous } Sekunden gezählt und im späteren Datensatz { $to } ({ $when }) nur { $next }.
LED010-bill = Die Energie ist nicht betroffen. Dauern über diese Stelle hinweg lassen sich der Zählung nicht entnehmen.
LED010-advice = Fragen Sie den Betreiber, ob Zähler oder Signierkomponente zu dieser Zeit zurückgesetzt oder getauscht wurden.
LED010-about = Die Zählung der Sekunden läuft, solange das Gerät lebt. Sie beginnt nur neu, wenn das Gerät zurückgesetzt oder ersetzt wurde. Da die Zählung der Datensätze weiterging, erzählen beide nicht dasselbe; wer prüft, wird wissen wollen, welcher Teil des Geräts angefasst wurde.

LED011-title = Der Zähler signiert mit einem anderen Schlüssel
LED011-message = { $order ->
    [after] Nach { $when } signiert der Zähler mit dem Schlüssel { $after }… statt mit { $before }….
    [together] Der Zähler signiert zur selben Zeit mit zwei Schlüsseln: { $before }… und { $after }….
   *[unknown] Der Zähler signiert mit zwei Schlüsseln, { $before }… und { $after }…; welcher der neuere ist, lässt sich nicht sagen.
    }{ $gateway ->
    [other] {" "}Auch die Signierkomponente ist eine andere.
   *[same] {""}
    }
LED011-bill = Jeder Ladevorgang ist nur mit seinem eigenen Schlüssel nachgewiesen. Ob beide Schlüssel die des Zählers sind, muss etwas anderes zeigen, etwa das Schlüsselregister oder das Typenschild der Station.
LED011-advice = Vergleichen Sie beide Schlüssel mit dem Register oder dem Schild und bitten Sie den Betreiber um das Protokoll des Wechsels. Ein Schlüssel, den niemand erklären kann, beweist nichts.
LED011-about = Hersteller, Modell und Seriennummer sind gleich, der Schlüssel ist es nicht. Das kommt vor, wenn eine Signierkomponente ersetzt wird, und es kommt vor, wenn ein Fremder im Namen des Zählers signiert: Jeder kann eine fremde Seriennummer in einen Datensatz schreiben und ihn mit einem eigenen Schlüssel signieren. Datensätze zweier Schlüssel werden deshalb nie gegeneinandergehalten, und was das Zählerbuch über den einen sagt, sagt nichts über den anderen.

LED012-title = Die Software hat sich geändert
LED012-message = { $component ->
    [meter] Die Firmware des Zählers
    [gateway] Die Software der Signierkomponente
   *[controller] Die Firmware des Ladecontrollers
    } hat sich zwischen { $from } und { $to } ({ $when }) geändert, von „{ $before }“ auf „{ $after }“.
LED012-bill = Die Rechnung ist nicht betroffen. Software, die misst oder signiert, darf nur auf zugelassenem Weg geändert werden.
LED012-advice = Vergleichen Sie die Version mit der aus der Baumusterprüfung und fragen Sie den Betreiber nach dem Nachweis der Änderung, wenn es nicht diese ist.
LED012-about = Datensätze nennen die Versionen der Software, die sie erzeugt hat. Das Zählerbuch meldet den ersten Datensatz mit einer anderen Version. Ob eine Version zugelassen ist, steht nicht in den Datensätzen. Eine Änderung innerhalb eines Ladevorgangs meldet MTR011.

LED013-title = Der Zähler wurde getauscht, mit Schlussablesung
LED013-message = Nach { $when } hat der Zähler { $old } nichts mehr signiert, an seine Stelle trat der Zähler { $new }. Der Datensatz { $closing } ist eine Schlussablesung: { $value }.
LED013-bill = Die Rechnung ist nicht betroffen. Das Konto des alten Zählers ist mit einem signierten Stand geschlossen.
LED013-advice = Es ist nichts zu tun. Bewahren Sie die Schlussablesung bei den Unterlagen des Tauschs auf.
LED013-about = Von einer Zeit an nennen Datensätze desselben Ladepunkts oder derselben Signierkomponente einen anderen Zähler. Eine Schlussablesung ist eine signierte Ablesung, die zu keinem Ladevorgang gehört und nach dem letzten entstand. Zwei Zähler, die zur selben Zeit signieren, sind zwei Zähler und kein Tausch. Ladepunkte werden nach dem Namen in den signierten Datensätzen verglichen; Namen mit weniger als fünf Zeichen gelten nicht als eindeutig.

LED014-title = Der Zähler wurde ohne Schlussablesung getauscht
LED014-message = Nach { $when } hat der Zähler { $old } nichts mehr signiert, an seine Stelle trat der Zähler { $new }. Sein letzter Datensatz, { $last }, gehört zu einem Ladevorgang; eine Ablesung danach fehlt.
LED014-bill = Die bekannten Ladevorgänge bleiben so nachgewiesen wie bisher. Was zwischen dem letzten Ladevorgang und dem Tausch geflossen ist, belegt nichts.
LED014-advice = Bitten Sie den Betreiber um das Protokoll des Tauschs mit dem letzten Stand des alten und dem ersten des neuen Zählers.
LED014-about = Wie LED013, aber ohne signierte Ablesung außerhalb von Ladevorgängen nach dem letzten. Sind nicht alle Datensätze des alten Zählers im Zählerbuch, kann die Schlussablesung unter den fehlenden sein.
