# Regeln zum Zähler: wer er ist und was er über sich selbst meldet.

MTR001-title = Weder Zähler noch Gateway genannt
MTR001-message = Der Datensatz nennt weder einen Zähler noch ein Gateway mit Seriennummer.
MTR001-bill = Niemand kann sagen, welches Gerät gemessen hat. Der Datensatz belegt keinen Ladevorgang an Ihrer Station.
MTR001-advice = Bitten Sie den Betreiber um Daten, in denen der Zähler genannt ist, und vergleichen Sie dessen Nummer mit dem Aufdruck an der Station.
MTR001-about = Ein öffentlicher Schlüssel gehört zu einem Gerät, und die Verbindung zwischen beiden ist die Seriennummer in den signierten Daten: die des Zählers oder die des Gateways, das für ihn signiert. Fehlen beide, könnte der Datensatz von jedem Gerät stammen, das diesen Schlüssel verwendet. Auch die Nummer am Gehäuse und der Eintrag im Schlüsselverzeichnis führen dann nicht weiter. Ein vorhandenes, aber leeres Feld gilt als fehlend. Chargy lehnt solche Datensätze ebenfalls ab.

MTR002-title = Seriennummer des Zählers fehlt
MTR002-message = Der Datensatz nennt das Gateway „{ $gateway }“, aber nicht den Zähler, den es abgelesen hat.
MTR002-bill = Die Menge ist nicht betroffen. Sie können den Zähler des Datensatzes nicht mit dem an der Station vergleichen.
MTR002-advice = Vergleichen Sie stattdessen die Nummer des Gateways mit dem Aufdruck oder der Anzeige der Station.
MTR002-about = Signiert ein Gateway für den Zähler, sollten beide Seriennummern in den signierten Daten stehen. Die Nummer des Zählers verlangt die Spezifikation seit der Version 1.0.1; davor durfte sie fehlen. Eine ganze Familie verbreiteter Wallboxen lässt sie bis heute weg. Solange das Gateway nur einen Zähler bedient, genügt seine eigene Nummer, um das Gerät zu bestimmen. Die Transparenzsoftware des S.A.F.E. e. V. besteht nicht auf dem Feld.

MTR003-title = Zähler zu Beginn oder am Ende nicht in Ordnung
MTR003-message = { $position ->
    [begin] Zu Beginn des Ladevorgangs
   *[end] Am Ende des Ladevorgangs
    } { $status ->
    [missing] gibt der Zähler nicht an, ob er in Ordnung war.
    [not-present] wurde der Zähler als nicht vorhanden gemeldet.
    [timeout] hat der Zähler nicht rechtzeitig geantwortet.
    [disconnected] war der Zähler nicht verbunden.
    [not-found] wurde der Zähler nicht gefunden.
    [manipulated] wurde der Zähler als manipuliert gemeldet.
    [exchanged] wurde der Zähler als ausgetauscht gemeldet.
    [incompatible] wurde der Zähler als unpassend gemeldet.
    [out-of-range] lag der Wert außerhalb des Bereichs des Zählers.
    [substitute] steht ein Ersatzwert, der nicht gemessen wurde.
    [read-error] ließ sich der Zähler nicht richtig ablesen.
    [other-error] meldete der Zähler einen Fehler.
   *[unknown] meldete der Zähler den Zustand „{ $found }“, der nicht bekannt ist.
    }
MTR003-bill = Ein Messwert eines nicht ordnungsgemäßen Zählers darf nicht abgerechnet werden. Die Menge gilt nicht als nachgewiesen.
MTR003-advice = Legen Sie dem Betreiber diesen Datensatz vor. Eine Menge aus einem gestörten Zähler müssen Sie ohne anderen Nachweis nicht bezahlen.
MTR003-about = Mit jeder Ablesung wird der Zustand des Zählers signiert: in Ordnung oder eine von elf Arten von Störung. Beginn und Ende des abrechnungsrelevanten Registers brauchen den Zustand „in Ordnung“. Ein fehlender Zustand gilt wie ein schlechter, denn Schweigen ist keine Bestätigung; wird er weggelassen, weil er dem der vorigen Ablesung gleicht, gilt er als angegeben. Lässt sich kein Register für die Abrechnung bestimmen, werden Beginn und Ende aller Register betrachtet. Die Signatur kann dabei durchaus gültig sein: Sie beweist, dass der Zähler die Störung gemeldet hat. Chargy zeigt den Zustand und bewertet ihn nicht, die Transparenzsoftware des S.A.F.E. e. V. weist ihn zurück.

MTR004-title = Zähler zwischendurch nicht in Ordnung
MTR004-message = { $position ->
    [begin] Bei der Ablesung zu Beginn eines anderen Registers oder Datensatzes
    [end] Bei der Ablesung am Ende eines anderen Registers oder Datensatzes
   *[between] Bei einer Zwischenablesung
    } { $status ->
    [energy-unusable] war die Energie als unbrauchbar gekennzeichnet.
    [missing] gibt der Zähler nicht an, ob er in Ordnung war.
    [not-present] wurde der Zähler als nicht vorhanden gemeldet.
    [timeout] hat der Zähler nicht rechtzeitig geantwortet.
    [disconnected] war der Zähler nicht verbunden.
    [not-found] wurde der Zähler nicht gefunden.
    [manipulated] wurde der Zähler als manipuliert gemeldet.
    [exchanged] wurde der Zähler als ausgetauscht gemeldet.
    [incompatible] wurde der Zähler als unpassend gemeldet.
    [out-of-range] lag der Wert außerhalb des Bereichs des Zählers.
    [substitute] steht ein Ersatzwert, der nicht gemessen wurde.
    [read-error] ließ sich der Zähler nicht richtig ablesen.
    [other-error] meldete der Zähler einen Fehler.
   *[unknown] meldete der Zähler den Zustand „{ $found }“, der nicht bekannt ist.
    }
MTR004-bill = Die Menge beruht auf Beginn und Ende des abrechnungsrelevanten Registers, nicht auf dieser Ablesung.
MTR004-advice = Denken Sie an diesen Hinweis, wenn Ihnen die Menge seltsam vorkommt; er zeigt, dass unterwegs etwas geschehen ist.
MTR004-about = Diese Regel betrachtet Zwischenablesungen, andere Register und Datensätze außerhalb von Ladevorgängen. Eine Störung dort ändert die Differenz von Beginn und Ende nicht. Sie zeigt aber, dass der Zähler gestört oder eine Zeit lang nicht erreichbar war. Die harmloseste Ursache ist eine kurze Unterbrechung der Verbindung in der Station. Eine gemeldete Manipulation oder ein gemeldeter Austausch verlangt eine Erklärung, auch wenn Beginn und Ende in Ordnung sind. Meldet der Zähler einen Fehler des Ladevorgangs selbst, führt eine andere Regel zum Scheitern.

MTR005-title = Zähler erklärt die Energie für unbrauchbar
MTR005-message = { $position ->
    [begin] Zu Beginn des Ladevorgangs
   *[end] Am Ende des Ladevorgangs
    } kennzeichnet der Zähler selbst die Energie als unbrauchbar.
MTR005-bill = Der Zähler sagt, dass dieser Wert nicht abgerechnet werden darf. Die Menge gilt nicht als nachgewiesen.
MTR005-advice = Akzeptieren Sie ohne anderen Nachweis keine Rechnung auf diesem Wert.
MTR005-about = Jede Ablesung kann Kennzeichen für Größen tragen, die nicht verwendet werden dürfen: E für Energie und t für Zeit. Ein Kennzeichen für Energie an Beginn oder Ende nimmt der Menge die Grundlage, wie glaubwürdig sie auch aussieht. Es gilt für die folgenden Ablesungen eines Datensatzes weiter, bis es zurückgenommen wird. Eine gültige Signatur hilft nicht: Sie beweist, dass der Zähler gewarnt hat. Programme, die nur Signaturen prüfen, zeigen eine solche Menge an, als wäre nichts.

MTR006-title = Fehler während des Ladevorgangs
MTR006-message = { $flags ->
    [energy] Während des Ladevorgangs meldete der Zähler einen Fehler, der die Energie von da an unbrauchbar macht.
   *[nothing] Während des Ladevorgangs meldete der Zähler einen Fehler und beschränkte ihn nicht auf die Zeit.
    }
MTR006-bill = Von dem Fehler an ist die Menge nicht verlässlich gemessen, auch wenn das Ende in Ordnung aussieht. Der Ladevorgang gilt nicht als nachgewiesen.
MTR006-advice = Fragen Sie den Betreiber, was geschehen ist und welche Menge bis zu dem Fehler nachgewiesen ist.
MTR006-about = Tritt während des Ladens ein Fehler auf und wird weiter geladen, kann der Zähler eine Ablesung mit dem Grund „Ausnahme“ signieren. Von dieser Ablesung an dürfen Energie, Zeit oder beides nicht verwendet werden. Welches von beiden, sagen ihre Kennzeichen; nennen sie nur die Zeit, bleibt die Energie bestehen, und es gilt eine mildere Regel. Fehlen sie oder sind sie leer, schließt nichts die Energie aus, und der Ladevorgang scheitert. Weder die Transparenzsoftware des S.A.F.E. e. V. noch Chargy achtet auf solche Ablesungen; beide zeigen die Differenz von Ende und Beginn.

MTR007-title = Fehler während des Ladevorgangs, nur die Zeit betreffend
MTR007-message = Während des Ladevorgangs meldete der Zähler einen Fehler, der nur die Zeit betrifft.
MTR007-bill = Die Energiemenge ist nicht betroffen. Zeitpreise lassen sich auf diesen Ladevorgang nicht stützen.
MTR007-advice = Enthält Ihr Tarif einen Zeitpreis oder eine Blockiergebühr, fragen Sie den Betreiber, wie die Zeit gemessen wurde.
MTR007-about = Tritt während des Ladens ein Fehler auf und wird weiter geladen, signiert der Zähler eine Ablesung mit dem Grund „Ausnahme“ und kennzeichnet, was von da an unbrauchbar ist. Hier ist es allein die Zeit. Die Differenz der Zählerstände bleibt, was sie ist. Solche Ablesungen stammen zum Beispiel von einer Uhr, die unterwegs ihre Synchronisierung verloren hat. Eine Ausnahme, die die Energie nicht ausdrücklich ausnimmt, behandelt eine strengere Regel.

MTR008-title = Neue Einträge im Logbuch des Zählers
MTR008-message = Der Ereigniszähler des Zählers stand zu Beginn des Ladevorgangs bei { $begin } und am Ende bei { $end }.
MTR008-bill = Dazwischen wurde etwas rechtlich Bedeutsames in das Logbuch des Zählers eingetragen. Die Menge gilt nicht als nachgewiesen.
MTR008-advice = Bitten Sie den Betreiber um das Logbuch des Zählers für diese Zeit.
MTR008-about = In seinen ersten Versionen zählte OCMF rechtlich bedeutsame Ereignisse, und jede Ablesung trug den Stand. Ist er an Beginn und Ende gleich, wurde während des Ladevorgangs nichts eingetragen; wenn nicht, kann eine Störung, eine geänderte Einstellung oder ein Eingriff dahinterstehen. Spätere Versionen haben stattdessen Kennzeichen für unbrauchbare Größen, doch manche Stationen senden den Ereigniszähler weiterhin. Steht er nur an einem Ende, beweist das nichts und erscheint als nicht ausgewertet. Auch die Transparenzsoftware des S.A.F.E. e. V. vergleicht die Stände.

MTR009-title = Unbekanntes Fehlerkennzeichen
MTR009-message = { $has ->
    [both] Eine Ablesung trägt das Fehlerkennzeichen „{ $found }“; bekannt sind { $expected }.
    [found] Eine Ablesung trägt das Fehlerkennzeichen „{ $found }“, das nicht bekannt ist.
   *[none] Eine Ablesung trägt ein Fehlerkennzeichen, das nicht bekannt ist.
    }
MTR009-bill = Bekannte Kennzeichen wurden berücksichtigt. Was das unbekannte für die Menge bedeutet, lässt sich nicht sagen.
MTR009-advice = Fragen Sie den Betreiber oder den Hersteller der Station, was das Kennzeichen bedeutet.
MTR009-about = Für Ablesungen sind zwei Kennzeichen festgelegt: E für unbrauchbare Energie und t für unbrauchbare Zeit, in beliebiger Reihenfolge. Groß- und Kleinschreibung werden unterschieden. Jeder andere Buchstabe bleibt erhalten und wird gemeldet, die bekannten daneben gelten. Er kann aus einer späteren Version der Spezifikation stammen, von einem Gerät mit eigenen Kennzeichen oder aus einem Versehen. Weil von außen niemand sagen kann, wie schwer er wiegt, ist es eine Warnung.

MTR010-title = Gerät meldet etwas über sich selbst
MTR010-message = { $found ->
    [phase-l1] Der Zähler meldet einen Ausfall der Phase L1.
    [phase-l2] Der Zähler meldet einen Ausfall der Phase L2.
    [phase-l3] Der Zähler meldet einen Ausfall der Phase L3.
    [phase-sequence] Der Zähler meldet eine falsche Reihenfolge der Phasen.
   *[other] Das Gerät meldet einen Zustand, dessen Bedeutung nicht veröffentlicht ist: { $found }.
    }
MTR010-bill = Keine Auswirkung: Nach Angabe des Geräts bleibt die Ablesung verwendbar.
MTR010-advice = Sie müssen nichts tun. Der Betreiber kann die Installation ansehen.
MTR010-about = Manche Geräte signieren mit jeder Ablesung ein Statuswort, in dem einzelne Bits für Ereignisse stehen. Fehler, die den Wert unbrauchbar machen, lassen den Ladevorgang durch eine andere Regel scheitern. Der Rest steht hier: eine Phase ohne Spannung, was an einphasig angeschlossenen Stationen üblich ist, eine falsche Reihenfolge der Phasen und Bits, die niemand erklärt hat. Sie werden aufgeführt, damit keine signierte Angabe des Geräts ungesehen bleibt.

MTR011-title = Software des Geräts während des Ladevorgangs gewechselt
MTR011-message = Der Beginn wurde von Version „{ $before }“ der Software signiert, ein späterer Datensatz von „{ $after }“.
MTR011-bill = Die Ablesungen bleiben signierte Werte desselben Geräts. Die Menge ist nicht betroffen.
MTR011-advice = Erscheint Ihnen die Menge falsch, weisen Sie den Betreiber auf den Wechsel der Software während Ihres Ladevorgangs hin.
MTR011-about = Zähler und Signiermodule nennen in den signierten Daten die Version ihrer Software. Sie sollte zu Beginn und am Ende gleich sein, denn ein Gerät unter Eichrecht wird nicht mitten in einer Messung aktualisiert. Ein Unterschied entsteht, wenn Hälften zweier Ladevorgänge zusammengesetzt wurden, zwischen denen eine Aktualisierung lag, oder durch eine Aktualisierung während des Ladens. Welches von beiden es war, zeigen die übrigen signierten Angaben.

MTR012-title = Energie floss bei einer Ablesung zurück
MTR012-message = Nach dem Status des Zählers floss bei dieser Ablesung Energie vom Fahrzeug ins Netz.
MTR012-bill = Das gezeigte Register zählt nur Energie zum Fahrzeug hin. Zurückgeflossene Energie wird nicht abgezogen.
MTR012-advice = Kann Ihr Fahrzeug keine Energie zurückspeisen, bitten Sie den Betreiber um eine Erklärung.
MTR012-about = Manche Zähler signieren zu jeder Ablesung einen Status, und eines seiner Bits ist die Richtung der Energie in diesem Augenblick. Gewöhnliches Laden zeigt Bezug oder gar nichts. Die andere Richtung ist bei Fahrzeugen möglich, die Energie zurückspeisen; sonst ist der Zähler vielleicht verkehrt angeschlossen, und seine Werte sagen nichts. Die Ablesung selbst ist echt, deshalb ist es eine Warnung.
