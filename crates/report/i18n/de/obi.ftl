# Regeln zu Registern: welche Größe abgelesen wurde und in welcher Einheit.

OBI001-title = Beginn und Ende aus verschiedenen Registern
OBI001-message = { $has ->
    [both] Der Beginn wurde von { $begin } abgelesen, das Ende von { $end }; kein Register hat beides.
   *[none] Beginn und Ende wurden von verschiedenen Registern abgelesen; kein Register hat beides.
    }
OBI001-bill = Ablesungen verschiedener Register haben keine sinnvolle Differenz. Es ist keine Menge nachgewiesen.
OBI001-advice = Bitten Sie den Betreiber um die ursprünglichen Datensätze und fragen Sie, auf welchem Register die Rechnung beruht.
OBI001-about = Eine Energiemenge ist die Differenz zweier Ablesungen eines Registers. Jedes Register hat eine Kennzahl, die sagt, was es zählt: Energie zum Fahrzeug, Energie vom Fahrzeug, vor oder hinter dem Kabel. Verglichen werden die Kennzahlen nach ihrer Bedeutung und nicht nach der Schreibweise, denn echte Stationen schreiben dasselbe Register auf mehrere Arten. Steht der Beginn bei einem Energieregister und das Ende bei einem anderen, wurden vermutlich Datensätze vertauscht. Dauern und Widerstände, die beide Ablesungen haben, helfen nicht und bleiben außer Betracht.

OBI002-title = Ungewöhnliches Register für die Abrechnung
OBI002-message = { $has ->
    [found] Die Menge stammt vom Register { $register }, das für Abrechnungen nicht bekannt ist. Es ist das einzige Energieregister des Ladevorgangs.
   *[none] Die Menge stammt von einem Register ohne Kennzahl. Es ist das einzige Energieregister des Ladevorgangs.
    }
OBI002-bill = Die Menge ist die Differenz dieses Registers. Ob es die Größe ist, von der Ihr Vertrag spricht, ist nicht sicher.
OBI002-advice = Fragen Sie den Betreiber, was das Register zählt.
OBI002-about = Die Kennzahl eines Registers sagt, was es zählt. Für Abrechnungen bekannt sind die Kennzahlen von OCMF 1.4 für Stationen mit und ohne Verlustkompensation, die klassische Kennzahl für Bezug und einige Kennzahlen von Herstellern. Hat ein Ladevorgang keine davon, aber genau ein Register mit Energieeinheit, das nicht Einspeisung zählt, wird dieses genommen und dieser Hinweis gegeben. In Testdaten ist die Kennzahl manchmal abgeschnitten. Andere Programme entscheiden nach eigenen Listen: Manche weisen jede unbekannte Kennzahl zurück, andere nehmen wortlos, was da ist.

OBI003-title = Reservierte Registerkennzahl
OBI003-message = Die Registerkennzahl { $register } ist für spätere Versionen der Spezifikation reserviert.
OBI003-bill = Was ein solches Register zählt, ist nicht festgelegt. Die Rechnung sollte nicht darauf beruhen.
OBI003-advice = Fragen Sie den Betreiber, auf welchem Register die Rechnung beruht.
OBI003-about = OCMF 1.4 gibt den Kennzahlen B0 bis B3 und C0 bis C3 eine Bedeutung und hält B4 bis BF und C4 bis C7 für später frei. Ein Gerät, das eine der freigehaltenen verwendet, folgt einer neueren Version oder gar keiner. Ein solches Register gilt nie als eines, das für Abrechnungen bekannt ist. Jedes Register eines Datensatzes wird einmal gemeldet. Enthält der Datensatz daneben eines der festgelegten Register, kann das harmlos sein.

OBI004-title = Register vor und hinter dem Kabel passen nicht zusammen
OBI004-message = { $has_loss ->
    [yes] Vor dem Kabel wurden { $mains } gezählt, dahinter { $device }; der angegebene Verlust von { $loss } erklärt den Unterschied nicht.
   *[no] Hinter dem Kabel wurde mehr gezählt ({ $device }) als davor ({ $mains }), und ein Verlust ist nicht angegeben.
    }
OBI004-bill = Die Kompensation des Kabels geht nicht auf. Die Menge gilt nicht als nachgewiesen.
OBI004-advice = Fragen Sie den Betreiber, wie der Leitungsverlust berechnet wurde, und lassen Sie sich die Eichung der Station zeigen.
OBI004-about = Stationen mit Verlustkompensation können dreierlei signieren: was in das Kabel ging, was herauskam und den Verlust dazwischen. Das Erste abzüglich des Dritten muss das Zweite ergeben. Für jeden Wert ist eine Einheit der letzten Stelle zugelassen, weil jeder gerundet sein kann. Ist der Verlust nicht angegeben, lässt sich nur prüfen, dass das Fahrzeug nicht mehr bekam, als hineinging. Verglichen werden nur Register desselben Kanals und Tarifs. Im Beispiel der Spezifikation sind es 29,5 kWh vor dem Kabel, 0,5 kWh Verlust und 29,0 kWh dahinter.

OBI005-title = Energie floss vom Fahrzeug
OBI005-message = Während des Ladevorgangs stieg das Register { $register } für Energie vom Fahrzeug um { $energy }.
OBI005-bill = Die eingespeiste Energie wird nicht von der bezogenen abgezogen. Ob sie vergütet wird, regelt Ihr Vertrag.
OBI005-advice = Haben Sie einen Vertrag über Einspeisung, vergleichen Sie diese Angabe mit Ihrer Gutschrift.
OBI005-about = Manche Stationen lesen zwei Register ab: Energie zum Fahrzeug und Energie vom Fahrzeug. Ein Fahrzeug, das einspeisen kann, lässt das zweite steigen. Beides sind getrennte Mengen, die hier nie gegeneinander verrechnet werden, denn das wäre eine Frage des Vertrags und nicht der Messung. Dieser Hinweis sagt, dass sich das Register bewegt hat, und urteilt nicht darüber, ob die Einspeisung gewollt war.

OBI006-title = Beginn oder Ende der Abrechnung ohne Energieeinheit
OBI006-message = { $has ->
    [found] Der Wert { $position ->
        [begin] zu Beginn
       *[end] am Ende
        } des abrechnungsrelevanten Registers ist in „{ $found }“ angegeben, also weder in kWh noch in Wh.
   *[none] Der Wert { $position ->
        [begin] zu Beginn
       *[end] am Ende
        } des abrechnungsrelevanten Registers hat keine bekannte Einheit.
    }
OBI006-bill = Ohne bekannte Einheit kann niemand eine Kilowattstunde von einer Wattstunde unterscheiden. Es ist keine Menge nachgewiesen.
OBI006-advice = Bitten Sie den Betreiber um den ursprünglichen Datensatz. Signiert die Station immer so, muss ihr Hersteller das berichtigen.
OBI006-about = Der Wert des abrechnungsrelevanten Registers zählt nur in Wattstunden oder Kilowattstunden. Zwischen beiden liegt der Faktor tausend, deshalb wird eine fehlende oder unbekannte Einheit nicht aus der Größe der Zahl erraten. Groß- und Kleinschreibung spielen keine Rolle. Eine Einheit, die weggelassen wird, weil sie der vorigen Ablesung gleicht, gilt als angegeben. Ein anderes Programm weist den ganzen Datensatz zurück, wenn irgendwo eine unbekannte Einheit steht; hier ist das eine Warnung, solange die Abrechnung nicht darauf beruht.

OBI007-title = Unbekannte Einheit abseits der Abrechnung
OBI007-message = { $has ->
    [none] Ein Wert, auf dem die Abrechnung nicht beruht, hat eine unbekannte Einheit.
   *[found] Ein Wert, auf dem die Abrechnung nicht beruht, hat die Einheit „{ $found }“, die nicht bekannt ist.
    }
OBI007-bill = Die Menge des Ladevorgangs ist nicht betroffen. Der Wert selbst lässt sich nicht beurteilen.
OBI007-advice = Sie selbst müssen nichts tun.
OBI007-about = Ein Datensatz kann Werte enthalten, die mit der Abrechnung nichts zu tun haben: Dauern, Widerstände, Register des Herstellers. Bekannt sind die Einheiten der Energie, Sekunden und drei Einheiten des Widerstands. Ein Wert in einer anderen Einheit wird gezeigt, wie er ankam, und bleibt in allen Rechnungen außer Betracht. Für Beginn und Ende des abrechnungsrelevanten Registers gibt es eine eigene Regel, die zum Scheitern führt. Die Parameter des Kabels sind hier mit gemeint.

OBI008-title = Registerkennzahl und Einheit stehen nicht beisammen
OBI008-message = { $named ->
    [yes] In einer Ablesung fehlt „{ $field }“, obwohl Registerkennzahl und Einheit zusammengehören.
   *[no] In einer Ablesung fehlt die Registerkennzahl oder die Einheit, obwohl beide zusammengehören.
    }
OBI008-bill = Die Menge ist nicht betroffen, solange sich der fehlende Teil aus der vorigen Ablesung ergibt. Tut er das nicht, sagt es eine andere Regel.
OBI008-advice = Sie selbst müssen nichts tun. Hersteller sollten beides angeben oder beides weglassen.
OBI008-about = Die Kennzahl eines Registers sagt, was gezählt wurde, die Einheit, in welchem Maß. Die Spezifikation behandelt sie als Gruppe: Beide werden angegeben, oder beide werden von der vorigen Ablesung übernommen. Eines ohne das andere kann die Einheit des einen Registers neben die Kennzahl eines anderen stellen, zum Beispiel eine Dauer in Kilowattstunden. Was fehlt, wird nach den Regeln der Vererbung von der vorigen Ablesung übernommen, und das Ergebnis wird wie üblich beurteilt.

OBI009-title = Registerkennzahl nicht lesbar
OBI009-message = { $has ->
    [none] Eine Registerkennzahl ist nicht lesbar.
   *[found] Die Registerkennzahl „{ $found }“ ist nicht lesbar.
    }
OBI009-bill = Was das Register zählt, ist unbekannt. Für die Abrechnung wird es nur genommen, wenn es das einzige Energieregister ist.
OBI009-advice = Fragen Sie den Betreiber, was das Register zählt.
OBI009-about = Eine Registerkennzahl hat bis zu sechs Gruppen, zum Beispiel 1-0:1.8.0*255, und kommt in vielen Schreibweisen vor: mit führenden Nullen, mit Punkt vor der letzten Gruppe, mit Buchstaben als Platzhalter. Sie alle werden verstanden. Eine Kennzahl, die dem Schema nicht folgt, bleibt erhalten, wie sie ankam, und wird Buchstabe für Buchstabe verglichen; Beginn und Ende können also trotzdem zusammengehören. Abgeschnittene Kennzahlen kommen vor allem in Testdaten vor. In der Transparenzsoftware des S.A.F.E. e. V. gilt eine solche Ablesung nicht als abrechnungsrelevant.

OBI010-title = Beginn und Ende in verschiedenen Einheiten
OBI010-message = Der Beginn des abrechnungsrelevanten Registers ist in { $begin } angegeben, das Ende in { $end }.
OBI010-bill = Die Werte wurden vor der Berechnung exakt umgerechnet. Vergleichen Sie nicht die bloßen Zahlen.
OBI010-advice = Nennt die Rechnung Zählerstände, achten Sie auf deren Einheiten.
OBI010-about = Wattstunden und Kilowattstunden sind beide erlaubt, und nichts verbietet einen Wechsel zwischen zwei Ablesungen. Ungewöhnlich ist er dennoch, und er verleitet zu Fehlern, weil sich die Zahlen um den Faktor tausend unterscheiden. Dieses Programm bringt beide Werte mit exakter Dezimalrechnung in eine Einheit, bevor es vergleicht oder abzieht. Die rechtliche Prüfung der Transparenzsoftware des S.A.F.E. e. V. vergleicht die Zahlen ohne ihre Einheiten und kann einen solchen Ladevorgang zu Unrecht zurückweisen oder annehmen.
