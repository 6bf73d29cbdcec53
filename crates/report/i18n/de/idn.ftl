# Regeln dazu, wer geladen hat und wo.

IDN001-title = Widerspruch dazu, wer geladen hat
IDN001-message = { $problem ->
    [id-missing] Laut Datensatz war ein Nutzer zugeordnet, eine Kennung ist aber nicht genannt.
   *[level-without-user] Laut Datensatz war kein Nutzer zugeordnet, als Sicherheit der Zuordnung ist aber { $level } genannt.
    }
IDN001-bill = Die Menge ist nicht betroffen. Allein aus diesen Daten ergibt sich nicht, wer zu zahlen hat.
IDN001-advice = Vergleichen Sie Zeit, Ort und Menge mit Ihrem eigenen Laden, da die Daten niemanden verlässlich nennen.
IDN001-about = Ein Datensatz gibt an, ob dem Ladevorgang ein Nutzer zugeordnet war, wie das gesichert wurde und welche Kennung verwendet wurde. Diese Angaben sollten zueinander passen: Ein zugeordneter Nutzer hat eine Kennung, und ohne Nutzer gibt es nichts zu sichern. Eine Kennung aus bloßen Leerzeichen gilt als fehlend. Solche Datensätze können von Stationen stammen, an denen jeder laden darf oder die die Kennung nur im Backend führen. Die Signatur beweist, dass das Gerät es so angegeben hat, und kann den Widerspruch nicht auflösen.

IDN002-title = Identifizierung gescheitert
IDN002-message = { $level ->
    [mismatch] Das Gerät meldet, dass die Kennungen nicht zueinander passten.
    [invalid] Das Gerät meldet, dass die Kennung abgelehnt wurde.
    [outdated] Das Gerät meldet, dass die Kennung abgelaufen war.
   *[unknown] Das Gerät meldet, dass die Kennung nicht bekannt ist.
    }
IDN002-bill = Das Gerät sagt selbst, dass der Nutzer nicht feststand. Der Ladevorgang gilt niemandem gegenüber als nachgewiesen.
IDN002-advice = Fragen Sie den Betreiber, wie Ihnen der Ladevorgang zugeordnet wurde.
IDN002-about = Unter den Stufen für die Zuordnung eines Nutzers gibt es vier Fehler: Kennungen, die einander widersprechen, und eine, die abgelehnt wurde, abgelaufen oder unbekannt ist. Ein Ladevorgang mit einer solchen Stufe hätte nicht beginnen dürfen oder muss auf anderem Weg zugeordnet werden. Die Energie mag richtig gemessen sein, aber die signierten Daten sprechen dagegen, sie der genannten Person zu berechnen. Die Transparenzsoftware des S.A.F.E. e. V. weist solche Daten ebenfalls zurück, mit einer Meldung, die von der Zeit spricht. Ein Fehler in einem Datensatz eines Ladevorgangs genügt.

IDN003-title = Zuordnung des Nutzers nicht gesichert
IDN003-message = { $level ->
    [hearsay] Der Nutzer wurde ohne jede Absicherung zugeordnet.
    [none] Ein Nutzer wurde zugeordnet, als Stufe der Zuordnung ist aber „keine“ angegeben.
   *[missing] Ein Nutzer wurde zugeordnet, wie das gesichert wurde, ist aber nicht angegeben.
    }
IDN003-bill = Die Menge ist nicht betroffen. Dass Sie es waren, der geladen hat, ergibt sich aus den Daten nur schwach.
IDN003-advice = Erkennen Sie den Ladevorgang nicht wieder, bitten Sie den Betreiber um andere Belege für die Zuordnung.
IDN003-about = Die Stufe einer Zuordnung sagt, wie gut sie gesichert war: gar nicht, durch vertrauenswürdige Mittel oder bis hin zu zertifizierten. Ungesichert ist zum Beispiel die Nummer einer Karte, die sich mühelos kopieren lässt. Für die Abrechnung durch Dritte ist das dünn, wenn auch verbreitet. Ein Teil der Daten im Feld lässt die Stufe ganz weg; das gilt hier als nicht gesichert. Ladevorgänge ohne zugeordneten Nutzer sind nicht gemeint.

IDN004-title = Nutzer während des Ladevorgangs gewechselt
IDN004-message = { $differs ->
    [id] { $has ->
        [both] Die Datensätze dieses Ladevorgangs nennen verschiedene Nutzer: erst „{ $before }“, dann „{ $after }“.
        [before] Der Nutzer „{ $before }“ ist in einem späteren Datensatz dieses Ladevorgangs nicht mehr genannt.
       *[after] Der Nutzer „{ $after }“ ist erst in einem späteren Datensatz dieses Ladevorgangs genannt.
        }
    [kind] Die Datensätze dieses Ladevorgangs nennen verschiedene Arten der Kennung.
   *[assigned] Die Datensätze dieses Ladevorgangs sind sich uneins, ob überhaupt ein Nutzer zugeordnet war.
    }
IDN004-bill = Die Menge ist nicht betroffen. Wer sie zu bezahlen hat, ergibt sich aus den Daten nicht eindeutig.
IDN004-advice = Vergewissern Sie sich, dass es Ihr Ladevorgang ist, zum Beispiel an Zeit und Ort.
IDN004-about = Beginn, Ende und alles dazwischen sollten denselben Nutzer nennen. Im Feld ist das nicht immer so: Eine Karte beginnt den Ladevorgang und eine andere beendet ihn, oder die Station trägt den Nutzer erst ein, wenn die Freigabe des Backends eingetroffen ist. Kennungen werden ohne Leerzeichen am Rand verglichen. Zu Ladevorgängen verbunden werden Datensätze nach Zähler, Schlüssel und Nummer; ein Wechsel des Nutzers reißt einen Ladevorgang hier also nicht auseinander. Chargy behandelt solche Datensätze getrennt, die Transparenzsoftware des S.A.F.E. e. V. achtet nicht darauf.

IDN005-title = Kennung in ungewöhnlicher Form
IDN005-message = { $has ->
    [both] Die Kennung „{ $found }“ hat nicht die Form, die ihre Art verlangt ({ $expected }).
    [found] Die Kennung „{ $found }“ hat nicht die Form, die ihre Art verlangt.
   *[none] Die Kennung hat nicht die Form, die ihre Art verlangt.
    }
IDN005-bill = Die Menge ist nicht betroffen. Auf Ihrer Rechnung kann die Kennung anders geschrieben sein.
IDN005-advice = Erkennen Sie die Kennung als Ihre, müssen Sie nichts tun.
IDN005-about = Ein Datensatz nennt die Art einer Kennung, etwa Karte oder Vertrag, und für die meisten Arten ist eine Form festgelegt: vier oder sieben Bytes für eine gängige Karte, vierzehn oder fünfzehn Zeichen für einen Vertrag. Echte Datensätze weichen oft davon ab. Kartennummern sind als Verträge bezeichnet, Verträge enthalten einen Unterstrich, und manche Karten haben längere Nummern als vorgesehen. Der Text wird genommen, wie er ist, und nie berichtigt. Von Bedeutung ist die Abweichung, wenn jemand den Ladevorgang maschinell mit einer Rechnung abgleichen will.

IDN006-title = Ladepunkt während des Ladevorgangs gewechselt
IDN006-message = { $has ->
    [both] Die Datensätze dieses Ladevorgangs nennen verschiedene Ladepunkte: erst „{ $before }“, dann „{ $after }“.
    [before] Der Ladepunkt „{ $before }“ ist in einem späteren Datensatz dieses Ladevorgangs nicht mehr genannt.
    [after] Der Ladepunkt „{ $after }“ ist erst in einem späteren Datensatz dieses Ladevorgangs genannt.
   *[none] Die Datensätze dieses Ladevorgangs nennen verschiedene Ladepunkte.
    }
IDN006-bill = Die Menge ist nicht betroffen, da Zähler und Schlüssel dieselben sind. Welchen Ladepunkt Sie benutzt haben, ergibt sich aus den Daten nicht eindeutig.
IDN006-advice = Vergleichen Sie den Ladepunkt auf der Rechnung mit dem, den Sie benutzt haben.
IDN006-about = Ein Ladevorgang findet an einem Ladepunkt statt, und seine Datensätze sollten denselben nennen. Ein anderer Name in einem späteren Datensatz bedeutet meist, dass die Station dazwischen neu eingerichtet wurde oder solche Einstellungen erst nach einem Neustart übernimmt. Seltener wurden Datensätze zweier Ladepunkte mit gemeinsamem Gateway vermischt. Verglichen werden der Name und seine Art, ohne Leerzeichen am Rand. Datensätze verschiedener Zähler werden nie zu einem Ladevorgang verbunden, gleich welchen Ladepunkt sie nennen.

IDN010-title = Ladevorgang eines anderen Nutzers
# facts: session, numbered, claimed, signed
IDN010-message = Der Ladevorgang soll von { $claimed } sein; signiert ist { $signed }.
IDN010-bill = Die Energie wurde für einen anderen Nutzer gemessen als für den, dem sie berechnet wird.
IDN010-advice = Gehört die signierte Karte oder der Vertrag nicht Ihnen, widersprechen Sie der Rechnung. Gehört sie Ihnen, lassen Sie den Betreiber die Zuordnung berichtigen.
IDN010-about = Die signierten Daten nennen die Karte oder den Vertrag, mit dem geladen wurde. Ein Protokoll oder ein Abrechnungsdatensatz nennt ebenfalls eine, und beide müssen dieselbe sein. Großbuchstaben, Trennzeichen, eine fehlende Prüfziffer, zwanzig Zeichen statt mehr und die umgekehrte Reihenfolge der Bytes gelten als gleich; ebenso die Nummer des Ladevorgangs, die manche Stationen an dieser Stelle signieren. Andere Arten der Identifizierung, etwa Telefonnummern, und abgelehnte oder nicht zugeordnete Nutzer werden nicht verglichen.

IDN011-title = Anderer Ladepunkt als signiert
# facts: session, numbered, claimed, signed
IDN011-message = Genannt wird der Ladepunkt { $claimed }; signiert ist { $signed }.
IDN011-bill = Was die Signaturen beweisen, beweisen sie für den signierten Ladepunkt. Ob die Rechnung diesen meint, ist offen.
IDN011-advice = Vergleichen Sie beide mit dem Schild an der Station, an der Sie geladen haben.
IDN011-about = Die signierten Daten können den Ladepunkt mit seinem öffentlichen Namen (EVSE-ID) nennen. Nennt ein Protokoll oder ein Abrechnungsdatensatz ebenfalls einen, so zählen Trennzeichen und Großbuchstaben nicht, alles andere muss gleich sein. Stationen behalten nach einem Umzug oder einer Umbenennung den alten Namen, bis jemand den neuen einstellt. Namen von Stationen und Anschlüssen sind von anderer Art und werden nicht verglichen.

IDN012-title = Anderer Zähler als signiert
# facts: session, numbered, claimed, signed
IDN012-message = Genannt wird der Zähler { $claimed }; signiert ist { $signed }.
IDN012-bill = Was die Signaturen beweisen, beweisen sie für den signierten Zähler. Ob es der Ihres Ladepunkts ist, ist offen.
IDN012-advice = Vergleichen Sie die signierte Seriennummer mit der auf dem Zähler des Ladepunkts.
IDN012-about = Ein Abrechnungsdatensatz kann den Zähler nennen, und eine Station nennt einen, wenn sie startet. Beide werden mit den Seriennummern des Zählers und der signierenden Einheit in den signierten Daten verglichen; ein Teil am Anfang oder Ende von sechs Zeichen oder mehr genügt. Stationen nennen oft ihre eigene Seriennummer oder eine aus der Zeit vor einem Austausch.
