### Deutsch, wie es in Akten der Aufsicht steht. Eine Datei ist eine Sprache; nichts meldet sie an.

# The locale whose numbers and dates it follows.
locale = de
language-name = Deutsch

## numbers
count-at-least = mindestens { $number }
count-at-most = höchstens { $number }
count-between = { $low } bis { $high }
count-at-least-approximate = mindestens ungefähr { $number }
count-approximate = ungefähr { $number }
count-approximate-band = ungefähr { $number } ({ $low } bis { $high })
count-approximate-from = ungefähr { $number } (mindestens { $low })
count-to-be-determined = noch zu ermitteln
count-cannot-be-determined = nicht bestimmbar
count-open-of = { $unit }: { $count }
count-of-account = { $count } { $n ->
    [one] Konto
   *[other] Konten
}
count-of-person = { $count } { $n ->
    [one] Person
   *[other] Personen
}
count-of-email = { $count } { $n ->
    [one] E-Mail
   *[other] E-Mails
}
count-of-file = { $count } { $n ->
    [one] Datei
   *[other] Dateien
}
count-of-database-row = { $count } { $n ->
    [one] Datenbankzeile
   *[other] Datenbankzeilen
}
count-of-paper = { $count } { $n ->
    [one] Papierunterlage
   *[other] Papierunterlagen
}
count-of-login = { $count } { $n ->
    [one] Anmeldung
   *[other] Anmeldungen
}
count-of-record = { $count } { $n ->
    [one] Datensatz
   *[other] Datensätze
}
count-of-organisation = { $count } { $n ->
    [one] Organisation
   *[other] Organisationen
}

## times
moment = { $date }, { $time } { $zone }
moment-short = { $date }, { $time }
period = { $from } bis { $until }
period-open = ab { $from }, Ende noch zu ermitteln
zone-utc = UTC
zone-gmt = GMT
zone-bst = BST
zone-wet = WEZ
zone-west = WESZ
zone-cet = MEZ
zone-cest = MESZ
zone-eet = OEZ
zone-eest = OESZ
zone-est = EST
zone-edt = EDT
zone-mst = MST
zone-mdt = MDT
zone-pst = PST
zone-pdt = PDT

## places
country-part = { $part }, { $country }

## words of the closed lists
status-confirmed = bestätigt
status-suspected = im Verdacht
status-cleared = entlastet
way-signed-in = Anmeldung am Konto
way-content-accessed = Zugriff auf Inhalte
way-synced-whole = Inhalte vollständig abgeglichen
way-listed = in erlangten Daten aufgeführt
way-phished = Zugangsdaten auf einer falschen Seite eingegeben
way-forwarding-set = Weiterleitung oder Posteingangsregel gesetzt
way-file-downloaded = Datei heruntergeladen
kind-person = persönliches Konto
kind-shared = gemeinsames Postfach oder Funktionspostfach
kind-guest = Gastkonto
kind-service = Dienstkonto, Raum oder Gerät
kind-list-entry = Eintrag in einer Liste
kind-unknown = Art nicht angegeben
key-kind-email = E-Mail-Adresse
key-kind-upn = Benutzerprinzipalname
key-kind-object-id = Objektkennung
key-kind-user-name = Benutzername
key-kind-customer-number = Kundennummer
key-kind-employee-number = Personalnummer
key-kind-patient-number = Patientennummer
key-kind-phone = Telefonnummer
key-kind-name-birth = Name und Geburtsdatum
key-kind-none = ohne Kennung
basis-hr = Personalstamm
basis-customer = Kundenstamm
basis-list = eingelesene Liste
basis-stated = Angabe der Person
basis-office = Büro (Näherung)
basis-licence = Lizenz (Näherung)
basis-hand = von Hand eingetragen
unit-account = Konten
unit-person = Personen
unit-email = E-Mails
unit-file = Dateien
unit-database-row = Datenbankzeilen
unit-paper = Papierunterlagen
unit-login = Anmeldungen
unit-record = Datensätze
unit-organisation = Organisationen
qualifier-exact = genau
qualifier-at-least = mindestens
qualifier-at-most = höchstens
qualifier-between = zwischen
qualifier-approximate = ungefähr
qualifier-to-be-determined = noch zu ermitteln
qualifier-cannot-be-determined = nicht bestimmbar
standing-claimed = Angabe Dritter
standing-own = eigene Feststellung
standing-confirmed = von dritter Seite bestätigt
role-controller = Verantwortlicher
role-joint-controller = gemeinsam Verantwortlicher
role-processor = Auftragsverarbeiter
role-sub-processor = weiterer Auftragsverarbeiter
role-client = Auftraggeber und Verantwortlicher
role-recipient = Empfänger
role-representative = Vertreter (Art. 27 DSGVO)
role-provider = Dienstanbieter
group-owner = Inhaber
group-correspondent = Schriftpartner
group-named-in-content = in Inhalten Genannte
group-in-directory = im Verzeichnis Geführte
group-customer = Kunden
group-patient = Patienten
group-employee = Beschäftigte
group-student = Lernende
group-subscriber = Abonnenten
group-user = Nutzer
group-other = Sonstige
milestone-began = Beginn
milestone-ended = Ende
milestone-detected = erster Hinweis
milestone-suspected = Verdacht
milestone-told = Mitteilung durch andere
milestone-confirmed = Verdacht bestätigt
milestone-contained = eingedämmt
milestone-notified = Meldung an die Aufsichtsbehörde
milestone-communicated = Benachrichtigung der betroffenen Personen
milestone-published = öffentlich geworden
milestone-other = weiteres Ereignis
determination-awareness = Kenntnis
determination-breach = Verletzung des Schutzes personenbezogener Daten
determination-risk = Risiko
determination-materiality = Wesentlichkeit
determination-notification = Meldung an die Aufsichtsbehörde
determination-communication = Benachrichtigung der betroffenen Personen
determination-awareness-incident = Kenntnis vom Vorfall
determination-awareness-significance = Kenntnis von der Erheblichkeit
determination-significance = Erheblichkeit des Vorfalls
risk-high = hohes Risiko
risk-risk = Risiko, nicht hoch
risk-unlikely = voraussichtlich kein Risiko
risk-open = Bewertung noch offen
measure-state-taken = getroffen
measure-state-planned = vorgesehen
measure-in-place = zuvor vorhanden
measure-mitigating = abhelfend
measure-preventive = vorbeugend
data-category-basic = grundlegende Angaben zur Person
data-category-contact = Kontaktdaten
data-category-biometric = biometrische Daten
data-category-criminal = Daten über Verurteilungen und Straftaten
data-category-political = politische Meinungen
data-category-ethnic = rassische oder ethnische Herkunft
data-category-religious = religiöse oder weltanschauliche Überzeugungen
data-category-sex-life = Sexualleben oder sexuelle Orientierung
data-category-trade-union = Gewerkschaftszugehörigkeit
data-category-genetic = genetische Daten
data-category-health = Gesundheitsdaten
data-category-financial = wirtschaftliche und finanzielle Daten
data-category-employment-health = Gesundheitsdaten im Beschäftigungsverhältnis
data-category-identification = nationale Kennnummern
data-category-location = Standortdaten
data-category-official-document = Abbilder oder Kopien amtlicher Dokumente
data-category-payment = Zahlungsmittel
data-category-profile = Persönlichkeitsprofile
data-category-credentials = Zugangsdaten
data-category-not-yet-known = Kategorie noch zu ermitteln
data-category-additional = weitere Daten
data-category-message-content = Inhalte von Nachrichten
protection-intact = geschützt, Schutz besteht fort
protection-subverted = geschützt, Schlüssel vermutlich erlangt
protection-none = nicht geschützt
protection-not-assessable = nicht bestimmbar
protection-open = noch zu ermitteln
precision-year = Jahr
precision-month = Monat
precision-day = Tag
precision-minute = Minute
precision-second = Sekunde

## refusals: what is wrong, where, what to do
error-without-words = Abgelehnt ({ $code }).
placed = { $sentence } ({ $place })
meant = { $sentence } Ist „{ $meant }“ gemeint?
place-file = { $file }
place-line = Zeile { $line }
place-column = Zeichen { $column }
problem-in-column = { $problem } (Spalte „{ $column }“)
error-language-unknown = Für „{ $language }“ gibt es keine Texte. Vorhanden: { $known }.
error-word-unknown = „{ $word }“ ist als { $what } nicht vorgesehen. Vorhanden: { $known }.
error-time-unreadable = „{ $text }“ ist keine Zeitangabe. Möglich sind 2026-11-24T09:00+01:00, 2026-11-24, 2026-11 oder 2026.
error-time-without-zone = „{ $text }“ nennt keine Zeitzone. Ergänzen Sie sie, zum Beispiel +01:00 oder Z.
error-time-ambiguous = „{ $text }“ gab es in { $zone } zweimal: Die Uhr wurde zurückgestellt. Ergänzen Sie den Abstand zu UTC, zum Beispiel +01:00.
error-time-does-not-exist = „{ $text }“ gibt es in { $zone } nicht: Die Uhr wurde vorgestellt. Prüfen Sie die Angabe.
error-time-end-before-begin = „{ $text }“ endet, bevor es beginnt. Nennen Sie den früheren Zeitpunkt zuerst.

## import
error-import-read-failed = „{ $file }“ ließ sich nicht zu Ende lesen. Kopieren Sie die Datei auf diesen Rechner und versuchen Sie es noch einmal.
error-import-changed-while-read = „{ $file }“ wurde geändert, während sie gelesen wurde; nichts wurde importiert. Warten Sie, bis niemand mehr hineinschreibt, oder legen Sie eine Kopie an, und versuchen Sie es noch einmal.
error-import-empty = „{ $file }“ enthält keine Zeilen.
error-import-not-text = „{ $file }“ ist weder eine Texttabelle noch eine Arbeitsmappe. Speichern Sie die Liste als CSV oder XLSX.
error-import-format-not-yet = „{ $file }“ ist { $what }; das kann noch nicht gelesen werden. Speichern Sie die Liste als CSV oder XLSX.
error-import-audit-log-not-yet = „{ $file }“ ist ein Protokoll ({ $what }), keine Liste von Konten: seine Zeilen sind Ereignisse. Protokolle können noch nicht gelesen werden.
error-import-no-key-column = Keine Spalte von „{ $file }“ enthält eine Kennung wie eine E-Mail-Adresse oder eine Kundennummer. Spalten: { $columns }. Nennen Sie eine, zum Beispiel --map SPALTE=key.
error-import-no-return-sheet = „{ $file }“ ist auch kein ausgegebenes Blatt, das zurückgekommen ist: Es fehlt { $columns }.
error-import-unknown-column = In „{ $file }“ gibt es keine Spalte „{ $column }“. Spalten: { $known }.
error-import-unknown-field = Es gibt kein Feld „{ $field }“. Felder: { $known }.
error-kind-unknown = Es gibt keine Art von Datei „{ $id }“. Bekannt: { $known }.
error-import-secret-column = Die Spalte „{ $column }“ in „{ $file }“ sieht nach Kennwörtern, Bankkonten oder Karten aus. Sie wird nie gelesen.
error-import-date-order = Die Spalte „{ $column }“ von „{ $file }“ klärt nicht, welche Zahl der Tag ist ({ $samples }). Geben Sie --date-order day-month oder month-day an.
error-import-broken-workbook = „{ $file }“ ist beschädigt und lässt sich nicht als Arbeitsmappe öffnen. Öffnen Sie die Datei in Ihrer Tabellenkalkulation und speichern Sie sie neu als XLSX.
error-import-encrypted-workbook = „{ $file }“ ist durch ein Kennwort geschützt. Entfernen Sie es in Ihrer Tabellenkalkulation und speichern Sie die Datei neu.
error-import-workbook-too-large = „{ $file }“ enthält in einem Teil mehr als { $megabytes } MB, mehr als von einer Arbeitsmappe gelesen wird. Speichern Sie das Blatt als CSV.
error-import-read-in-two-ways = „{ $file }“ lässt sich auf zwei Arten lesen: zwei Verzeichnisse, zwei Teile eines Namens oder Teile mit gemeinsamen Bytes. Ein anderes Programm sieht darin vielleicht andere Zeilen. Öffnen Sie die Datei dort, wo sie entstand, und speichern Sie sie neu.
error-import-not-a-workbook = „{ $file }“ ist ein Archiv, aber keine Arbeitsmappe. Speichern Sie die Liste als CSV oder XLSX.
error-import-archive-empty = „{ $file }“ ist ein Archiv ohne eine Datei darin.
error-import-archive-too-many = „{ $file }“ enthält mehr als { $most } Dateien. Entpacken Sie es und importieren Sie die, die Listen sind.
error-import-archive-encrypted = „{ $member }“ in „{ $file }“ ist mit einem Passwort verschlossen. Entpacken Sie es mit dem Passwort und importieren Sie die Datei selbst.
error-import-archive-method = „{ $member }“ in „{ $file }“ ist auf eine Weise gepackt, die hier nicht gelesen wird. Entpacken Sie es und importieren Sie die Datei selbst.
error-import-archive-nested = „{ $member }“ in „{ $file }“ ist selbst ein Archiv. Entpacken Sie es und importieren Sie die Dateien darin.
error-import-archive-absurd = „{ $member }“ in „{ $file }“ ist entpackt größer als { $megabytes } MB, viel größer, als Listen und Protokolle es sind. Ist das gewollt, entpacken Sie es und importieren Sie die Datei selbst.
error-import-archive-broken = „{ $member }“ in „{ $file }“ lässt sich nicht entpacken: Das Archiv ist beschädigt. Nehmen Sie eine neue Kopie davon.
error-import-too-many-fields = Die Objekte von „{ $file }“ haben mehr als { $most } verschiedene Felder.
error-import-broken-json = „{ $file }“ ist in Zeile { $line } kein gültiges JSON.
error-import-unknown-sheet = In „{ $file }“ gibt es kein Blatt „{ $sheet }“. Blätter: { $known }.
error-import-no-header-line = „{ $file }“ hat unter seinen ersten keine Zeile, die in Zeile { $line } beginnt. Nennen Sie die Zeile der Überschriften mit --header-line, oder 0, wo es keine gibt.
error-import-unknown-encoding = „{ $encoding }“ ist keine Zeichenkodierung, die hier gelesen wird. Einige: { $known }.
error-import-zero-bytes = „{ $file }“ ist voller NUL-Bytes: Ein Absturz kann die Datei abgeschnitten haben, oder sie ist kein Text. Lassen Sie sie neu exportieren.
problem-row-no-key = keine Kennung in der Zeile
problem-row-too-many-cells = { $cells } Zellen unter { $columns } Überschriften
problem-row-no-object = kein gültiges JSON-Objekt
problem-row-named-twice = ein JSON-Objekt mit zwei Feldern eines Namens
problem-row-too-long = die Zeile ist länger als die jeder Liste; vielleicht fehlt ein Zeilenumbruch
problem-row-stray-quote = ein Anführungszeichen ist nicht geschlossen; die Zeile wurde genommen, wie sie dasteht
problem-row-footer = „{ $value }“ ist eine Zeile unter der Liste oder eine Summe daraus, kein Datensatz; sie zählt nicht
problem-row-beside = „{ $value }“ steht neben der Tabelle und wurde nicht gelesen
problem-row-above-header = „{ $value }“ steht über den Überschriften und wurde nicht gelesen; --header-line sagt, wo die Überschriften stehen
problem-text-guessed = der Text ist als { $encoding } gelesen, wie seine Buchstaben nahelegen: „{ $value }“. Sehen sie falsch aus, nennen Sie --encoding
problem-text-offered = der Text ist als { $encoding } gelesen: „{ $value }“. Die Buchstaben sehen falsch aus; --encoding { $other } könnte richtig sein
problem-text-mixed = der Text ist überwiegend UTF-8; was es nicht ist, wurde als windows-1252 gelesen, ab hier: „{ $value }“
problem-sheet-unknown-account = der Fall kennt kein Konto { $key }; eine zurückgegebene Liste bringt keine neuen
problem-sheet-asked-twice = Zeile { $other } sagt vom selben Konto { $key } etwas anderes; die obere Zeile gilt, die untere wurde nicht genommen
problem-sheet-hidden = das Blatt „{ $value }“ ist ausgeblendet; es wurde gelesen, weil kein anderes eine Liste enthält
problem-key-no-at = „{ $value }“ ist keine E-Mail-Adresse: das @ fehlt
problem-key-no-local-part = „{ $value }“ ist keine E-Mail-Adresse: vor dem @ steht nichts
problem-key-bad-local-part = „{ $value }“ ist keine E-Mail-Adresse: was vor dem @ steht, kann nicht sein
problem-key-several-at = „{ $value }“ ist mehr als eine E-Mail-Adresse oder keine
problem-key-bad-domain = „{ $value }“ ist keine E-Mail-Adresse: was nach dem @ steht, ist keine Domain
problem-key-control-character = die Kennung enthält ein Zeichen, das man nicht sieht
problem-key-too-long = die Kennung ist länger als 254 Oktette
problem-key-not-a-guid = „{ $value }“ ist keine Objekt-ID (GUID)
problem-key-not-a-phone = „{ $value }“ ist keine Telefonnummer
problem-key-several = „{ $value }“ nennt mehrere Konten und die Zeile eine Zahl: zu welchem sie gehört, lässt sich nicht wissen
problem-key-several-each = „{ $value }“ nennt mehrere Konten; jedes wurde genommen, ohne Namen und weitere Kennungen, die daneben stehen
problem-key-lost = „{ $value }“ zeigt eine Tabellenkalkulation, wo sie keinen Wert oder keinen Platz dafür hat
problem-key-rounded = „{ $value }“ ist eine Zahl, deren letzte Ziffern fehlen; den Rest können mehrere Konten gemeinsam haben. Lassen Sie die Spalte als Text schreiben
problem-key-secret = die Kennung sieht nach einem Bankkonto oder einer Karte aus; sie wird nie gespeichert
problem-key-may-be-nothing = „{ $value }“ kann heißen, dass es keine gibt; es wurde einmal als Kennung genommen
problem-key-two-accounts = die Zeile meint „{ $own }“ und „{ $other }“ zugleich, zwei Konten dieses Vorgangs; sie zählt zum ersten, und welches gemeint ist, steht als Widerspruch da
problem-field-not-a-number = „{ $value }“ ist keine ganze Zahl; das Feld bleibt offen
problem-field-number-ambiguous = „{ $value }“ kann Tausender oder Dezimalstellen meinen, wie andere der Spalte; das Feld bleibt offen
problem-field-negative-number = „{ $value }“ liegt unter null; das Feld bleibt offen
problem-field-number-too-large = „{ $value }“ ist zu groß; das Feld bleibt offen
problem-field-unknown-word = „{ $value }“ ist hier nicht bekannt; das Feld bleibt offen
problem-field-unknown-status = „{ $value }“ ist hier kein bekannter Status; das Konto zählt als im Verdacht
problem-field-nothing = „{ $value }“ gilt als kein Eintrag, hier und weiter unten in der Spalte
problem-field-namibia = „{ $value }“ ist als Code von Namibia gelesen, hier und weiter unten in der Spalte
problem-field-lost = „{ $value }“ zeigt eine Tabellenkalkulation, wo sie keinen Wert oder keinen Platz dafür hat; das Feld bleibt offen
problem-field-merged = „{ $value }“ steht in einer verbundenen Zelle und gilt für jede ihrer Zeilen, hier und weiter unten in der Spalte
problem-field-formula = hier steht eine Formel ohne ihr Ergebnis; öffnen Sie die Arbeitsmappe in Ihrer Tabellenkalkulation und speichern Sie sie einmal. Das Feld bleibt offen
problem-field-path-too-long = der Pfad hat mehr Ebenen oder einen längeren Namen als ein Baum; das Feld bleibt offen
problem-field-not-a-country = „{ $value }“ ist kein Land; das Feld bleibt offen
problem-field-not-a-subdivision = „{ $value }“ ist kein Teil dieses Landes; das Land bleibt
problem-field-several-values = enthält mehrere Werte; das Feld bleibt offen
problem-field-merged-number = „{ $value }“ steht in einer verbundenen Zelle und gilt für mehrere Zeilen zusammen; für die einzelne wird sie nicht gezählt, das Feld bleibt offen
problem-field-not-exact = hat mehr Ziffern, als erhalten sind; das Feld bleibt offen. Lassen Sie es als Text schreiben
problem-field-secret = sieht nach einem Bankkonto oder einer Karte aus; wurde nicht gelesen
problem-time-unreadable = „{ $value }“ ist keine Zeit; das Feld bleibt offen
problem-time-outside = „{ $value }“ liegt vor 1990 oder in der Zukunft, wie Programme es schreiben, wo sie keine Zeit haben; das Feld bleibt offen
problem-time-last-before-first = der letzte Zugriff, „{ $value }“, liegt vor dem ersten; er bleibt offen
problem-time-merged-last-before-first = der letzte Zugriff von { $key } liegt nach allen Listen bisher vor dem ersten
problem-time-two-digit-year = „{ $value }“ hat eine Jahreszahl mit zwei Stellen; das Feld bleibt offen
problem-time-order-open = welche Zahl von „{ $value }“ der Tag ist, steht nicht fest; das Feld bleibt offen
problem-time-ambiguous = „{ $value }“ gab es in { $zone } zweimal: die Uhr wurde zurückgestellt; das Feld bleibt offen
problem-time-does-not-exist = „{ $value }“ gab es in { $zone } nicht: die Uhr wurde vorgestellt; das Feld bleibt offen

## charts
chart-sample-reconstructed = Beispiel, nach öffentlichen Angaben
chart-sample-fictional = Beispiel, frei erfunden
chart-title-of-sample = { $title } · { $sample }
chart-by-region = Konten nach Region
chart-by-organisation = Konten nach Organisation
chart-region-by-organisation = Konten nach Region und Organisation
chart-timeline = Zeitlicher Ablauf
chart-derivation = Von gelesenen Zeilen zu gezählten Konten
chart-region = Region
chart-organisation = Organisation
chart-no-region = ohne Region
chart-no-organisation = ohne Organisation
chart-others = { $n ->
    [one] { $n } weitere
   *[other] { $n } weitere
}
chart-bar = { $label }: { $number }
chart-bars-alt = Balkendiagramm. { $title }: { $rows }. Insgesamt { $total }.
chart-rows-more = { $rows }; dazu { $n ->
    [one] eine weitere Zeile, die in der Tabelle steht
   *[other] { $n } weitere Zeilen, die in der Tabelle stehen
}
chart-note-solid = Ausgefüllt: bestätigt.
chart-note-hatched = Schraffiert: außerdem im Verdacht.
chart-note-open = Pfeilspitze: nach oben offen.
chart-note-indented = Eine eingerückte Zeile ist Teil der Zeile über ihr.
chart-note-unknown = Grau: nicht zugeordnet.
chart-note-small = Ein sehr kleiner Balken ist länger gezeichnet als maßstäblich; es gilt die Zahl.
chart-note-cleared = Entlastete Konten sind nicht gezählt.
chart-note-others = Die Tabelle enthält jede hier zusammengefasste Zeile.
chart-empty = Zu diesem Vorgang gibt es noch kein Konto. Importieren Sie eine Liste.
chart-matrix-alt = Nach Anzahl getönte Tabelle. { $title }: { $rows }. Insgesamt { $total }.
chart-matrix-cell = { $row } und { $column }
chart-note-matrix = Je kräftiger die Farbe, desto mehr bestätigte Konten; schraffierter Fuß: außerdem im Verdacht. a–b: a bis b; ≥ mindestens; ≤ höchstens; ? noch zu ermitteln.
chart-event = Ereignis
chart-when = Zeitpunkt
chart-source = Quelle
chart-mark = { $what }, { $when }
chart-mark-of = { $what } ({ $who }), { $when }
chart-occurred = Zeitraum
chart-occurred-open = Zeitraum, Ende noch zu ermitteln
chart-span = { $from } bis { $until }
chart-peak = Balken: { $unit } nach dem Tag des ersten Zugriffs; der höchste Tag: { $day }, { $number }
chart-coverage = Protokolle; schraffiert: kein vollständiges Protokoll
chart-coverage-none = Zu Protokollen ist nichts erfasst: durchgehend schraffiert. Kein Eintrag heißt nicht kein Zugriff.
chart-note-timeline = Lineare Zeitachse; Tage und Uhrzeiten in der Zeitzone { $zone }.
chart-note-bands = Ein Band: nur auf den Tag oder Monat bekannt, oder ein Zeitraum.
chart-note-undated = Ohne Datum: { $number }.
chart-timeline-alt = Zeitachse von { $from } bis { $until }, Zeitzone { $zone }. { $marks }
chart-timeline-marks = Eingetragen: { $marks }.
chart-timeline-alt-days = { $unit } nach dem Tag des ersten Zugriffs an { $days }; der höchste ist { $day } mit { $number }.
chart-timeline-alt-one-day = { $unit } nach dem Tag des ersten Zugriffs: { $number } am { $day }.
chart-days = { $n ->
    [one] einem Tag
   *[other] { $n } Tagen
}
chart-timeline-empty = Noch hat nichts ein Datum. Erfassen Sie den Zeitraum und die Ereignisse, oder importieren Sie eine Liste mit Zugriffszeiten.
chart-log-covered = Protokoll vorhanden: { $what }
chart-log-cut = Protokoll nicht vollständig: { $what }
chart-log-cut-why = Protokoll nicht vollständig: { $what } ({ $reason })
chart-without-date = ohne Datum
chart-step = Schritt
chart-number = Anzahl
chart-step-read = Zeilen gelesen
chart-step-rejected = ohne verwendbare Kennung, abgewiesen
chart-step-merged = zu schon vorhandenen Konten, zusammengeführt
chart-step-cleared = Konten entlastet, nicht gezählt
chart-step-suspected = Konten im Verdacht, nur in der Obergrenze
chart-step-confirmed = Konten bestätigt, gezählt
chart-note-derivation = Grau: abgezogen. Schraffiert: im Verdacht. Jeder Schritt beginnt, wo der vorige endet.
chart-derivation-alt = Schritte von Zeilen zu Konten: { $read } Zeilen gelesen, { $rejected } abgelehnt, { $merged } zusammengeführt, { $cleared } Konten entlastet; { $confirmed } Konten bestätigt und { $suspected } im Verdacht.
chart-derivation-empty = Noch ist nichts importiert. Importieren Sie eine Liste.
## answers: words of the keys that hold a list (EDPB template v1.0, fields 50, 53, 60, 61, 85, 86)
discovery-controller = vom Verantwortlichen
discovery-processor = durch einen Auftragsverarbeiter, der es mitteilte
discovery-data-subject = durch eine betroffene Person
discovery-external = durch eine außenstehende Stelle
discovery-press = durch die Presse
discovery-other = auf andere Weise
nature-confidentiality = Vertraulichkeit
nature-integrity = Integrität
nature-availability = Verfügbarkeit
incident-privilege-abuse = Missbrauch von Zugriffsrechten durch Beschäftigte
incident-ransomware = Verschlüsselung von Daten, Erpressungssoftware
incident-hacking = Eindringen in IT-Systeme, Schadsoftware
incident-phishing = Phishing, Täuschung von Personen
incident-vulnerability = Sicherheitslücke ausgenutzt oder wahrscheinlich ausgenutzt
incident-unauthorised-access = unbefugter Zugriff auf IT-Systeme
incident-exfiltration = unbefugte Ausleitung von Daten
incident-wrong-person-shown = Daten der falschen Person angezeigt
incident-device-lost = Gerät abhandengekommen
incident-e-waste = Daten auf einem ausgesonderten Gerät
incident-paper-disposal = Papier unsachgemäß entsorgt
incident-mail-lost = Post verloren, geöffnet oder falsch zugestellt
incident-misconfiguration = Fehlkonfiguration
incident-wrong-permissions = falsche Zugriffsrechte
incident-paper-lost = Papier abhandengekommen oder ungesichert
incident-data-deleted = Daten gelöscht oder vernichtet
incident-wrong-recipient-displayed = Daten der falschen Stelle angezeigt
incident-sent-by-mistake = Daten versehentlich versandt
incident-open-list = E-Mail mit offenem Verteiler
incident-malfunction = technische Störung
incident-unauthorised-modification = unbefugte Änderung von Daten
incident-unintended-publication = unbeabsichtigte Veröffentlichung
incident-verbal-disclosure = mündliche Offenlegung
incident-open = noch zu ermitteln
incident-other = Sonstiges
cause-internal-non-malicious = intern, nicht vorsätzlich
cause-internal-malicious = intern, vorsätzlich
cause-external-non-malicious = extern, nicht vorsätzlich
cause-external-malicious = extern, vorsätzlich
cause-open = noch zu ermitteln
cause-not-determinable = nicht bestimmbar
impact-loss-of-control = Verlust der Kontrolle über personenbezogene Daten
impact-limitation-of-rights = Einschränkung von Rechten
impact-discrimination = Diskriminierung
impact-identity-theft = Identitätsdiebstahl oder -missbrauch
impact-fraud = Betrug
impact-financial-loss = finanzieller Verlust
impact-reversal-of-pseudonymisation = unbefugte Aufhebung der Pseudonymisierung
impact-reputation = Rufschädigung
impact-professional-secrecy = Verlust der Vertraulichkeit bei Berufsgeheimnissen
impact-disclosure = Offenlegung gegenüber unbefugten Dritten
impact-economic-disadvantage = wirtschaftliche oder gesellschaftliche Nachteile
impact-physical-harm = körperlicher oder seelischer Schaden
impact-property-damage = Schaden am Vermögen
impact-other = Sonstiges
impact-open = noch zu ermitteln
severity-negligible = vernachlässigbar
severity-limited = begrenzt
severity-significant = erheblich
severity-maximum = sehr hoch
severity-open = noch zu ermitteln
breach-yes = ja
breach-no = nein
breach-open = offen
notification-notified = gemeldet
notification-to-be-notified = wird gemeldet
notification-not-notified = nicht gemeldet
notification-open = offen
communication-told = benachrichtigt
communication-to-be-told = vorgesehen
communication-date-open = vorgesehen, Zeitpunkt noch zu ermitteln
communication-open = offen
communication-no-high-risk = nicht vorgesehen, kein hohes Risiko
communication-exempt = nicht erforderlich (Art. 34 Abs. 3 DSGVO)
materiality-material = wesentlich
materiality-not-material = nicht wesentlich
materiality-open = offen
significance-significant = erheblich
significance-not-significant = nicht erheblich
significance-open = offen

## reports: words of every template
table-caption = Tabelle { $n }. { $title }
drawing-caption = Abb. { $n }. { $title }. { $note }
heading = { $n }. { $title }
see-section = siehe Abschnitt { $n }
page-of = Seite { $page } von { $pages }
footer-reference = Vorgang { $reference }
footer-version = Fassung { $version }
footer-log = Protokoll { $entry } · { $head }
footer-as-of = Stand { $as_of }
sample-reconstructed = BEISPIEL · nach öffentlichen Berichten, Adressen erfunden
sample-fictional = BEISPIEL · frei erfunden
to-be-determined = noch zu ermitteln
source = (Quelle: { $source })
by-on = { $by }, { $at }
on-advice = auf Rat von { $whose }

## dossier: head and first page
dossier-kicker = Interne Dokumentation nach Art. 33 Abs. 5 DSGVO, ohne Namen
dossier-kicker-names = Interne Dokumentation nach Art. 33 Abs. 5 DSGVO, mit Namen: vertraulich
dossier-first = Fassung { $version } · Stand { $as_of }
dossier-follow-up = Folgedokumentation zu Fassung { $before } vom { $date } · Änderungen in Abschnitt { $section }
dossier-subject = Interne Dokumentation eines Vorfalls nach Art. 33 Abs. 5 DSGVO, Stand { $as_of }
dossier-keyword-article = Art. 33 Abs. 5 DSGVO
dossier-keyword-kind = Vorgangsdokumentation
term-controller = Verantwortlicher
term-dpo = Datenschutz (DSB)
term-period = Zeitraum
term-awareness = Kenntnis
term-classification = Einordnung
term-kind = Art
term-systems = Systeme
term-parties = Weitere Beteiligte
term-data = Daten
term-risk = Risiko
term-decisions = Entscheidungen
term-measures = Maßnahmen
also-processor = { $name }; auch Auftragsverarbeiter für { $clients }
first-sign = erster Hinweis { $at }
discovered = entdeckt { $how }
determined-by = festgestellt durch { $by }
gap-to-first-sign = ; zum Abstand zum ersten Hinweis siehe Abschnitt { $n }
late-reasons = ; Gründe der Verzögerung: { $reasons }
awareness-not-determined = noch nicht festgestellt
awareness-candidates = noch nicht festgestellt; in Betracht kommen: { $candidates }
incident-not-classified = Vorfall; ob eine Verletzung des Schutzes personenbezogener Daten vorliegt, ist noch nicht festgestellt
classified-as-breach = Verletzung des Schutzes personenbezogener Daten (Art. 4 Nr. 12 DSGVO), festgestellt
classified-as-no-breach = Vorfall; keine Verletzung des Schutzes personenbezogener Daten, festgestellt durch { $by } am { $date }
cause = Ursache: { $cause }
many-parties = { $n } weitere Beteiligte, { $see }
risk-not-assessed = noch nicht bewertet
risk-because = { $risk }: { $reason }
decisions-sentence = Meldung (Art. 33 DSGVO): { $notification }; Benachrichtigung (Art. 34 DSGVO): { $communication }
communication-not-decided = noch nicht entschieden
notification-not-decided = noch nicht entschieden
contained-since = eingedämmt seit { $at }
no-measure-yet = Noch keine Maßnahme erfasst.
n-confirmed = { $n } bestätigt
n-suspected = { $n } im Verdacht
n-cleared = { $n } entlastet, nicht gezählt
n-owners = { $count } Inhaber
in-addition = zusätzlich: { $group }, { $count }
group-estimated = { $group } geschätzt
whole-folders = { $n ->
    [one] { $n } Ordner ganz abgeglichen
   *[other] { $n } Ordner ganz abgeglichen
}
undeterminable-parts = { $n ->
    [one] für { $n } Konto nicht bestimmbar
   *[other] für { $n } Konten nicht bestimmbar
}
distinct = über alle Postfächer verschieden: { $count }
records-added-by-account = Summe über die Konten
stands-claim = übernommene Angabe: { $source }
stands-typed = angegeben, nicht aus einer Liste gezählt
open-heading = Was offen ist, und bis wann es folgt
open-until = { $what }: bis { $until }
open-without-time = { $what }: Zeitpunkt noch zu ermitteln
by-residence-title = Konten und Inhaber nach Land des Wohnsitzes
by-region-title = Konten, Inhaber und Datensätze nach Berichtsregion
by-organisation-title = Konten, Inhaber und Datensätze nach Organisation
crossed-title = Konten und Datensätze nach Region und Organisation
residence-not-known = nicht bekannt
part-not-known = Landesteil nicht bekannt
region-none = ohne Region
organisation-none = ohne Organisation
further-countries = { $n ->
    [one] { $n } weiteres Land
   *[other] { $n } weitere Länder
}
further-regions = { $n ->
    [one] { $n } weitere Region
   *[other] { $n } weitere Regionen
}
total-distinct = insgesamt (ohne Doppelzählung)
total-stated = berichtet (übernommene oder eingetragene Angabe)
total-persons = verschiedene Personen insgesamt
proxy-note = Näherung: Das Land des Büros oder der Lizenz steht für den Wohnsitz.
rows-nested = Eine eingerückte Zeile ist in der Zeile über ihr enthalten.
rows-note = Inhaber sind je Zeile verschiedene Personen; eine Person kann in mehreren Zeilen stehen.

## dossier: tables
column-country = Land
column-region = Region
column-organisation = Organisation
column-accounts = Konten
column-owners = Inhaber
column-persons = Personen
column-records = Datensätze
column-basis = Grundlage
column-group = Gruppe
column-overlaps = Überschneidung möglich mit
column-from = Herkunft
column-step = Schritt
column-count = Anzahl
column-when = Wann
column-what = Was
column-source = Quelle
column-log = Protokoll
column-from-time = Von
column-until-time = Bis
column-whole = Abdeckung
column-about = Gegenstand
column-number = Zahl
column-said = Geäußert
column-adopted = Übernommen?
column-role = Rolle
column-on-behalf = Im Auftrag von
column-established = Niederlassung
column-reference = Zeichen
column-aware = Kenntnis seit
aware-not-yet = noch nicht festgestellt
column-decision = Gegenstand
column-outcome = Ergebnis
column-by = Durch, am
column-reason = Grund
column-category = Daten
column-way = Weise
column-protection = Schutz
column-measure = Maßnahme
column-kind = Zweck
column-state = Stand
column-value = Wert
column-rule = Zählregel
column-left-out = Nicht enthalten
column-files = Dateien
column-last = Zuvor
column-now = Jetzt
column-causes = Ursachen
column-file = Datei
column-imported = Eingelesen durch, am
column-read = Gelesen
column-new = Neu
column-merged = Zusammengeführt
column-rejected = Abgewiesen
column-name = Name
column-account = Konto
column-status = Status

## dossier: sections
dossier-changes = Änderungen gegenüber der vorigen Fassung
dossier-numbers = Zahlen
dossier-persons = Betroffene Personen
dossier-exposures = Betroffene Daten
dossier-timeline = Zeitlicher Ablauf
dossier-claims = Angaben Dritter zu Zahlen
dossier-parties = Beteiligte
dossier-decisions = Entscheidungen
dossier-consequences = Wahrscheinliche Folgen
dossier-measures = Maßnahmen
dossier-number-sheet = Zahlenblatt
dossier-method = Verfahren
dossier-annex = Anlage: Konten
changes-none = Keine der Hauptzahlen hat sich gegenüber der vorigen Fassung geändert.
changes-title = Hauptzahlen, zuvor und jetzt
cause-low = { $what } { $by }
cause-high = { $what } { $by } (Obergrenze)
cause-opened = { $what } (Obergrenze offen)
accounts-not-examined = Konten: { $accounts }. Noch keine Liste wurde eingelesen oder untersucht.
accounts-sentence = Möglicherweise betroffen, nach Status: { $accounts }; { $confirmed }, { $suspected }.
cleared-sentence = { $n ->
    [one] { $n } entlastetes Konto ist aufgeführt und nicht gezählt.
   *[other] { $n } entlastete Konten sind aufgeführt und nicht gezählt.
}
stands-alone = { $printed } ({ $over })
stands-over = { $printed } ({ $over }); aus der Liste: { $sum }
units-apart = Datensätze nach Einheit, nie über Einheiten addiert: { $units }
whole-folders-sentence = { $n ->
    [one] { $n } Ordner wurde ganz abgeglichen; sein Inhalt ist nicht in der Zahl enthalten.
   *[other] { $n } Ordner wurden ganz abgeglichen; ihr Inhalt ist nicht in der Zahl enthalten.
}
distinct-sentence = Über alle Postfächer verschieden, jede Nachricht einmal: { $count }
numbers-region = Nach Berichtsregion
numbers-organisation = Nach Organisation
numbers-crossed = Nach Region und Organisation
numbers-residence = Nach Land des Wohnsitzes
numbers-derivation = Vom Gelesenen zum Gezählten
told-on-first-page = { $rows }. Siehe Tabelle 1.
derivation-title = Vom Gelesenen zum Gezählten
derivation-plain = { $read ->
    [one] { $read } Zeile
   *[other] { $read } Zeilen
} gelesen; keine abgewiesen, zusammengeführt, entlastet oder im Verdacht. { $confirmed ->
    [one] { $confirmed } Konto
   *[other] { $confirmed } Konten
} gezählt.
derivation-read = gelesene Zeilen
derivation-rejected = abgewiesen: ohne verwendbare Kennung
derivation-merged = zusammengeführt: Konto schon in der Liste
derivation-cleared = entlastet: nicht gezählt
derivation-suspected = im Verdacht: in der Obergrenze
derivation-confirmed = bestätigt: die Untergrenze
persons-title = Betroffene Personen nach Gruppe
one-person = Zu { $accounts } wurde festgestellt, dass jedes eine Person ist ({ $which }): { $reason } ({ $by }, { $at })
one-person-all = alle Konten des Vorgangs
one-person-chosen = { $n ->
    [one] ein einzeln ausgewähltes Konto
   *[other] { $n } einzeln ausgewählte Konten
}
one-person-but = { $n ->
    [one] { $which }, bis auf ein Konto
   *[other] { $which }, bis auf { $n } Konten
}
persons-note = Gruppen können dieselben Personen enthalten; ihre Zahlen werden nicht addiert.
persons-no-group = Noch keine Gruppe betroffener Personen erfasst; die Zahl der betroffenen Personen ist noch zu ermitteln.
from-list = aus der Liste gezählt
from-typed = angegeben
beside-the-list = { $said }; aus der Liste: { $sum }
exposures-of-list-title = Inhaber nach Daten, Land des Wohnsitzes und Weise, aus den Listen
exposures-of-list-note = Jede Zeile zählt die Inhaber, zu denen alles zusammen angegeben ist; eine Person kann in mehreren Zeilen stehen.
exposures-title = Betroffene Daten nach Kategorie und Gruppe
special-yes = besondere Kategorien (Art. 9 und 10 DSGVO): ja
special-no = besondere Kategorien (Art. 9 und 10 DSGVO): nein
special-open = besondere Kategorien (Art. 9 und 10 DSGVO): noch zu ermitteln
data-not-protected = nicht geschützt
data-key-taken = Schlüssel vermutlich erlangt
data-partly-protected = nicht geschützt oder Schlüssel vermutlich erlangt
data-of-group = { $category } ({ $group })
timeline-empty = Noch kein Zeitpunkt erfasst.
milestones-title = Was wann geschah
zone-note = Zeiten in der Zeitzone { $zone }, jeweils so genau, wie sie angegeben wurden.
coverage-none = Welche Zeiträume die Protokolle abdecken, ist nicht erfasst. Dass ein Protokoll keinen Eintrag enthält, heißt nicht, dass es keinen Zugriff gab.
coverage-title = Abdeckung der Protokolle
coverage-note = Dass ein Protokoll keinen Eintrag enthält, heißt nicht, dass es keinen Zugriff gab. Eine Zahl aus einem lückenhaften Protokoll ist eine Untergrenze.
coverage-whole = vollständig
coverage-cut = lückenhaft
coverage-cut-because = lückenhaft: { $reason }
claims-lead = Angaben anderer, wie sie gemacht wurden; diejenige, von der die Dokumentation ausgeht, ist bezeichnet.
claims-title = Angaben nebeneinander
claim-contradicted = Die Liste widerspricht der übernommenen Angabe zu { $about } ({ $claim }): Beides bleibt erhalten, eine Entscheidung steht aus.
adopted = übernommen
adopted-by = übernommen durch { $by }
not-adopted = nicht übernommen
subject-accounts = Konten
subject-records = Datensätze
subject-records-distinct = Verschiedene Nachrichten
subject-persons = Personen
subject-organisations = Organisationen
parties-title = Beteiligte und ihre Rollen
parties-note = Jede juristische Person hat für sich Kenntnis; ihre Rollen teilen diesen Zeitpunkt, sonst niemand.
party-in-role = { $party } ({ $role })
party-on-behalf = { $name } ({ $role } für { $client })
party-unnamed = noch nicht benannt
party-main = Hauptbeteiligte
party-make-main = Zur Hauptbeteiligten machen
party-make-main-of = { $party } zur Hauptbeteiligten machen
party-made-main = { $party } ist jetzt Hauptbeteiligte: Was niemanden nennt, gilt von ihr.
main-establishment = { $place } (Hauptniederlassung)
decisions-title = Was festgestellt wurde
superseded = { $outcome } (ersetzt)
term-description = Was geschah
term-discovery-text = Entdeckung
term-data-place = Ort der Daten
term-persons-text = Personen
term-special-text = Besondere Daten
term-authorities = Andere Behörden
dossier-incident = Vorfall
term-consequences = Folgen
term-impact = Auswirkungen
term-severity = Schwere
term-risk-reason = Grund der Bewertung
consequences-open = Die wahrscheinlichen Folgen für die betroffenen Personen sind noch nicht beschrieben.
measures-title = Maßnahmen
number-sheet-title = Jede Zahl mit ihrer Zählregel
number-sheet-note = Die Dateien sind wie unten nummeriert.
table-rule = { $rule } Nicht zugeordnet: { $count }.
file-used = [{ $n }] { $file }, { $read ->
    [one] { $read } Zeile
   *[other] { $read } Zeilen
} gelesen
file-period = Zugriffe vom { $from } bis { $until }
number-accounts = Konten
number-accounts-confirmed = Konten: bestätigt
number-accounts-suspected = Konten: im Verdacht
number-accounts-cleared = Konten: entlastet
number-records = Datensätze
number-records-distinct = Verschiedene Nachrichten
number-persons = Personen
number-by-region = Nach Berichtsregion
number-by-organisation = Nach Organisation
number-by-residence = Nach Land des Wohnsitzes
number-by-region-and-organisation = Nach Region und Organisation
number-by-day = Nach Tagen
method-rules = Zählregeln
rule-status = Bestätigte Konten bilden die Untergrenze, Konten im Verdacht erweitern die Obergrenze, entlastete werden nicht gezählt und immer aufgeführt.
rule-merging = Eine Zeile, deren Konto schon im Vorgang steht, wird zusammengeführt. Zusammenführen addiert nie.
rule-conflicts = Abweichende Angaben zu einem Konto bleiben mit ihren Quellen erhalten; bis eine übernommen ist, gilt die Spanne aller Angaben.
rule-persons = Ohne Kennung der Person sind es höchstens so viele Inhaber, wie Konten einer Person gehören können.
rule-overlap = Gruppen können dieselben Personen enthalten; insgesamt sind es mindestens so viele wie in der größten Gruppe und höchstens die Summe.
rule-units = Datensätze verschiedener Einheiten werden nie addiert.
rule-days = Ein Datensatz zählt am Tag des ersten Zugriffs in der Zeitzone des Vorgangs; Datensätze ohne Datum stehen in einer eigenen Zeile.
rule-residence = Der Wohnsitz beruht auf der genannten Grundlage; Büro und Lizenz sind Näherungen. Aus einer Maildomäne wird nie auf den Wohnsitz geschlossen.
rule-claims = Eine übernommene Angabe steht über der Summe der Zeilen; beide werden gezeigt.
method-qualifiers = Was neben einer Zahl steht
meaning-exact = Eine Zahl allein: gezählt, vollständig.
meaning-at-least = „mindestens“: bisher gezählt, nach oben offen.
meaning-at-most = „höchstens“: nicht mehr als das; wie viele weniger, ist offen.
meaning-between = „… bis …“: zwischen zwei Grenzen.
meaning-approximate = „ungefähr“: geschätzt, mit Spanne, wo eine angegeben ist.
meaning-to-be-determined = „noch zu ermitteln“: noch nicht gezählt; die Arbeit geht weiter.
meaning-cannot-be-determined = „nicht bestimmbar“: Genaueres wird sich nicht ermitteln lassen.
method-imports = Eingelesene Dateien
imports-none = Keine Datei wurde eingelesen; die Zahlen beruhen auf Angaben von Hand.
imports-title = Eingelesene Dateien
imports-note = Gezählt in Zeilen; gelesen ist die Summe aus neu, zusammengeführt und abgewiesen.
taken-back = { $file } (zurückgenommen)
import-enriched = { $n ->
    [one] { $file } hat nur vorhandene Konten ergänzt; 1 Zeile nannte ein Konto, das nicht im Fall ist.
   *[other] { $file } hat nur vorhandene Konten ergänzt; { $n } Zeilen nannten Konten, die nicht im Fall sind.
}
import-hash = { $file }: { $size } Byte, gelesen als { $container } ({ $kind }), SHA-256 { $sha256 }
method-privacy = Ohne Namen
privacy-sentence = Diese Datei ist ohne die Kennungen der Liste: Nach ihren Schlüsseln, Namen und E-Mail-Adressen wurde darin gesucht und keiner gefunden. Kleine Zahlen können dennoch auf eine Person hinweisen.
privacy-small-cells = { $n ->
    [one] { $n } Feld der Tabellen steht für weniger als drei Konten. Unterdrücken Sie es, bevor Sie die Tabellen weitergeben.
   *[other] { $n } Felder der Tabellen stehen für weniger als drei Konten. Unterdrücken Sie sie, bevor Sie die Tabellen weitergeben.
}
method-log = Stand ist der Fall nach Eintrag { $entry } des Protokolls; dessen Prüfsumme, an der alles bis dahin Getane hängt: { $head }.
method-program = Gezählt und geschrieben von { $program }.
method-standing = Eine Arbeitshilfe für die Dokumentation nach Art. 33 Abs. 5 DSGVO; kein amtliches Formular, keine Meldung, keine Rechtsberatung.
annex-accounts-title = Gezählte Konten
annex-cleared-title = Entlastete Konten
annex-cleared-lead = Entlastete Konten werden nicht gezählt; sie sind aufgeführt, damit sich die Entscheidung nachprüfen lässt.

## reports: refusals and remarks
leak-title = Titel
leak-first-page = erste Seite
leak-metadata = Angaben der Datei über sich
leak-footer = Fuß der Seiten
leak-attachment = angehängte Datei
leak-file = fertige Datei
leak-answers = Antworten zum Vorgang
error-export-leak = Die Datei wurde nicht geschrieben: Sie soll ohne Namen sein, doch { $kind ->
    [key] eine Kennung
    [name] ein Name
   *[local] der vordere Teil einer E-Mail-Adresse
} aus der Liste steht darin, und zwar bei „{ $place }“. Ändern Sie dort den Text oder exportieren Sie mit Namen.
error-export-unreadable = Die fertige Datei ließ sich nicht zurücklesen und wurde nicht behalten. Versuchen Sie es erneut; bleibt es dabei, melden Sie es.
error-template-unknown = Eine Vorlage „{ $id }“ gibt es nicht. Vorhanden: { $known }.
error-format-unknown = Ein Format „{ $id }“ gibt es nicht. Vorhanden: { $known }.
error-chart-unknown = Ein Diagramm „{ $id }“ gibt es nicht. Vorhanden: { $known }.
file-name-withheld = [Name nicht wiedergegeben]
error-theme-unknown = Ein Farbschema „{ $id }“ gibt es nicht. Vorhanden: { $known }.
warning-report-unshown = { $n ->
    [one] { $n } Zeichen fehlt in der eingebetteten Schrift und steht als Code.
   *[other] { $n } Zeichen fehlen in der eingebetteten Schrift und stehen als Codes.
}
warning-report-small-cells = { $n ->
    [one] { $n } Feld der Tabellen steht für weniger als drei Konten und kann auf eine Person hinweisen.
   *[other] { $n } Felder der Tabellen stehen für weniger als drei Konten und können auf Personen hinweisen.
}

## number sheet: how each number is counted, what is not in it, why it changed
counting-accounts = Konten der eingelesenen Listen, jedes einmal: bestätigte bilden die Untergrenze, solche im Verdacht erhöhen die Obergrenze, entlastete werden nicht gezählt.
counting-accounts-confirmed = Konten mit dem Stand „bestätigt“.
counting-accounts-suspected = Konten im Verdacht; sie stehen nur in der Obergrenze.
counting-accounts-cleared = Entlastete Konten; sie sind aufgeführt und stehen in keiner anderen Zahl.
counting-persons = Verschiedene Personen über alle Gruppen: mindestens die größte Gruppe, höchstens die Summe, sofern nicht feststeht, dass Gruppen niemanden gemeinsam haben.
counting-persons-owner-determined = Konten, hinter denen eine Person stehen kann: Wo festgestellt wurde, dass jedes eine Person ist, sind sie gezählt; von den übrigen höchstens so viele.
counting-persons-owner = Höchstens die Konten, hinter denen eine Person stehen kann: Ohne Kennung der Person kann eine mehrere besitzen.
counting-records = Summe über die bestätigten Konten; Datensätze der Konten im Verdacht erhöhen die Obergrenze.
counting-records-open = Summe über die Konten mit einer Zahl; für andere gibt es noch keine, daher ist sie nach oben offen.
counting-records-undeterminable = Summe über die Konten mit einer Zahl; für andere ist sie nicht bestimmbar, daher bleibt sie nach oben offen.
counting-records-distinct = Nachrichten, jede einmal, in wie vielen Postfächern sie auch liegt: angegeben, nicht aus der Liste gezählt, und nie zu denen nach Postfach addiert.
counting-records-distinct-most = Höchstens die Nachrichten nach Postfach: Wie viele davon verschieden sind, hat niemand angegeben.
counting-records-estimated = Summe über die Konten, einige davon geschätzt: auf die gröbste Schätzung gerundet.
counting-claim = Eine übernommene Angabe; sie steht über dem, was die Liste ergibt.
counting-typed = Von Hand eingetragen; gilt, bis die aus der Liste errechnete Zahl übernommen wird.
counting-not-examined = Noch nichts untersucht.
counting-by-region = Nach Berichtsregion, mit allen Regionen darunter; die obersten Zeilen und die Konten ohne Region ergeben die Gesamtzahl.
counting-by-organisation = Nach Organisation, mit allen darunter; die obersten Zeilen und die Konten ohne Organisation ergeben die Gesamtzahl.
counting-by-subdivision = Nach Landesteil des Wohnsitzes, soweit einer bekannt ist; mit denen, bei denen er nicht bekannt ist, ergeben die Teile ihr Land.
counting-by-residence = Nach Land des Wohnsitzes, auf der genannten Grundlage; alle Zeilen ergeben mit den nicht bekannten die Gesamtzahl.
counting-by-region-and-organisation = Jedes Konto einmal, bei seiner eigenen Region und Organisation; die Zeilen ergeben die Gesamtzahl.
counting-by-day = Nach dem Tag des ersten Zugriffs in der Zeitzone des Vorgangs; alle Zeilen ergeben mit denen ohne Datum die Gesamtzahl.
left-out-rejected = Zeilen ohne brauchbare Kennung
left-out-merged = Zeilen zu Konten, die schon im Vorgang sind
left-out-cleared = entlastete Konten
left-out-suspected = Konten im Verdacht
left-out-suspected-low = Konten im Verdacht, nur in der Obergrenze
left-out-no-person = Postfächer, Räume und Dienste ohne Person
left-out-open-group = { $group }
left-out-without-organisation = Konten ohne Organisation, nur in der Obergrenze
left-out-without-number = Konten ohne Zahl der Datensätze
left-out-undeterminable = Konten, deren Zahl der Datensätze nicht bestimmbar ist
left-out-whole-folders = ganz abgeglichene Ordner, deren Inhalt niemand gezählt hat
left-out-other-unit = { $unit }, eine andere Einheit
cause-import = eingelesene Listen
cause-import-undo = zurückgenommene Einlesungen
cause-tag = geänderter Stand oder geänderte Zuordnung
cause-undo = rückgängig gemachte Schritte
cause-redo = wiederholte Schritte
cause-count-set = von Hand eingetragene Zahlen
cause-count-adopt = übernommene errechnete Zahlen
cause-case = geänderte Angaben zum Vorgang, darunter Angaben Dritter
cause-conflict = entschiedene Widersprüche
cause-other = andere Schritte ({ $verb })
cause-not-recorded = Ursache nicht festgehalten
sheet-in-addition = { $count }; zusätzlich: { $parts }
sheet-in-addition-part = { $why }, { $count }
scope-organisation = { $organisation }
scope-party = { $organisation } ({ $role })
scope-party-for = { $organisation } ({ $role } für { $client })
scope-without-organisation = { $accounts } ohne Organisation können zu jeder Stelle gehören: hier in den Obergrenzen, in keiner Untergrenze.
parties-do-not-add-up = Die Zahlen der Stellen ergeben zusammen nicht die des Vorgangs: Wer bei zweien Konten hat, zählt bei beiden.
cli-party = Stelle
cli-no-parties = Im Vorgang ist keine Stelle eingetragen.
cli-rests-on-files = Dateien: { $what }
cli-left-out = nicht gezählt oder offen: { $what }
cli-since = seit dem letzten Bericht: { $what }
cli-last-time = zuvor { $count }
cli-row-since = { $table }: { $row }: { $last } im letzten Bericht, jetzt { $now }: { $what }
cli-sha256 = SHA-256 { $sha256 }
error-tag-reason-missing = Dass jedes Konto eine Person ist, braucht eine Begründung. Schreiben Sie sie hinter --one-person.
error-organisation-unknown = Im Vorgang gibt es keine Organisation { $organisation }. `organisation list` zeigt sie.
sheet-text = { $name }: { $count } (Stand { $at }). { $rule }
sheet-text-from = { $name }: { $count } (Stand { $at }; Quelle: { $source }). { $rule }
error-count-not-typed = Unter diesem Namen ist keine Zahl von Hand eingetragen ({ $name }). Gezeigt wird bereits die errechnete, eine Angabe oder „noch zu ermitteln“.
error-count-units-differ = Zahlen verschiedener Einheiten werden nicht addiert ({ $one } und { $other }). Trennen Sie sie.
## export: sheets
error-export-too-many-rows = Eine Arbeitsmappe fasst höchstens { $limit } Zeilen. Schreiben Sie die Liste als CSV, oder wählen Sie mit --where weniger Konten.

## refusals of the house
error-book-not-a-book = { $book } ist kein Breachbook-Buch. Nennen Sie eine andere Datei.
error-book-not-closed = { $book } wurde nicht ordentlich geschlossen und liegt auf einem schreibgeschützten Datenträger. Kopieren Sie es samt der Datei mit der Endung -wal an einen Ort, an dem Sie schreiben dürfen, und öffnen Sie es dort.
error-book-passphrase-empty = Die Passphrase ist leer. Geben Sie eine ein oder legen Sie mit --plain ein unverschlüsseltes Buch an.
error-export-drawing = Eine Zeichnung ließ sich nicht auf die Seite setzen. Nichts wurde geschrieben.
error-export-face = Die Schrift { $face } ließ sich nicht einbetten. Nichts wurde geschrieben.
error-export-unwritable = Der Bericht ließ sich nicht schreiben. Prüfen Sie den Ordner, Ihre Rechte und den Platz auf dem Datenträger.
error-filter-group-not-closed = Eine Klammer ist geöffnet und nicht geschlossen. Schließen Sie sie.
error-filter-group-not-opened = Eine Klammer ist geschlossen, die nicht geöffnet war. Entfernen Sie sie.
error-filter-not-a-number = „{ $value }“ ist keine Zahl. Schreiben Sie eine, zum Beispiel records:>100.
error-filter-quote-not-closed = Ein Anführungszeichen ist geöffnet und nicht geschlossen. Schließen Sie es.
error-filter-term-missing = Hier fehlt etwas: Ein Suchbegriff wird erwartet. Ergänzen Sie ihn oder entfernen Sie, was ihn verbindet.
error-filter-too-deep = Der Filter ist zu tief geschachtelt. Schreiben Sie ihn mit weniger Klammern.
error-filter-too-long = Der Filter ist zu lang (höchstens { $most }). Kürzen Sie ihn.
error-filter-unknown-field = Nach einem Feld „{ $field }“ lässt sich nicht filtern. Vorhanden: { $known }.
error-filter-unknown-value = „{ $value }“ gehört nicht zu den Wörtern dieses Felds. Vorhanden: { $known }.
error-filter-value-missing = Nach dem Doppelpunkt fehlt ein Wert. Ergänzen Sie ihn.
error-import-already-taken-back = Import { $import } ist bereits zurückgenommen.
error-import-nothing-to-take-back = Es gibt keinen Import, der sich zurücknehmen lässt.
error-import-unknown = Einen Import { $import } gibt es nicht. „import list“ zeigt die vorhandenen.
error-node-name-missing = In „{ $path }“ fehlt ein Name. Schreiben Sie jeden Teil des Pfads.
error-organisation-missing = Eine Organisation „{ $name }“ gibt es nicht. Legen Sie sie an oder ergänzen Sie --create.
error-region-missing = Eine Region „{ $name }“ gibt es nicht. Legen Sie sie an oder ergänzen Sie --create.

## problems of rows: why a row was not taken, or a field was left open
problem-field-missing = Ein Wert fehlt.
problem-node-name-missing = Im Pfad fehlt ein Name; die Zuordnung blieb offen.
problem-node-ambiguous = Der Name bezeichnet mehrere Stellen des Baums; die Zuordnung blieb offen.
problem-time-end-before-begin = Das Ende liegt vor dem Beginn; das Feld blieb offen.
problem-time-without-zone = Die Zeit nennt keine Zeitzone; die des Vorgangs gilt.
problem-word-unknown = Das ist keines der hier bekannten Wörter; das Feld blieb offen.
problem-country-unknown = Das ist kein Code nach ISO 3166; der Wohnsitz blieb offen.
## the book, its cases and what can be set of them
key-title = wie der Fall genannt wird
key-controller = Name der Beteiligten, deren Vorgang es ist
key-reference = Aktenzeichen des Falls
key-dpo = Datenschutzbeauftragte Person, mit Telefon
key-zone = Zeitzone, in der Tage gezählt werden
key-occurred = wann es geschah
key-detected = erster Alarm oder erstes Anzeichen
key-aware = seit wann die juristische Person Kenntnis von der Verletzung hat; frühere Feststellungen bleiben erhalten
key-aware-reason = warum dieser Zeitpunkt gewählt wurde
key-aware-incident = seit wann die juristische Person Kenntnis vom Vorfall hat (DORA)
key-aware-incident-reason = warum dieser Zeitpunkt gewählt wurde
key-aware-significance = seit wann die juristische Person Kenntnis davon hat, dass der Vorfall erheblich ist (NIS2)
key-aware-significance-reason = warum dieser Zeitpunkt gewählt wurde
key-late-reasons = Gründe für eine Meldung nach mehr als 72 Stunden (Art. 33 Abs. 1 DSGVO)
key-discovery = wer es entdeckt hat (EDSA-Feld 50)
key-discovery-text = wie es entdeckt wurde
key-breach = ob eine Verletzung des Schutzes personenbezogener Daten vorliegt (Art. 4 Nr. 12 DSGVO)
key-breach-reason = warum
key-nature = was verletzt wurde: Vertraulichkeit, Integrität, Verfügbarkeit
key-incident = Art des Vorfalls (EDSA-Feld 60, a bis y)
key-cause = Ursache (EDSA-Feld 61, a bis f)
key-description = was geschah
key-systems = betroffene Systeme
key-data-place = wo Daten und Systeme liegen
key-persons-text = die betroffenen Personen, in Worten
key-special-categories = ob besondere Kategorien betroffen sind (Art. 9 und 10 DSGVO)
key-special-categories-text = Anmerkung zu besonderen Kategorien
key-consequences = wahrscheinliche Folgen
key-impact = Art der möglichen Auswirkung auf Personen (EDSA-Feld 85, a bis o)
key-severity = Schwere der möglichen Auswirkung
key-risk = Ergebnis der Risikobewertung (EDSA-Feld 89)
key-risk-reason = das Ergebnis in einem Satz begründet
key-notification = ob an die Aufsichtsbehörde gemeldet wird (Art. 33 DSGVO)
key-notification-reason = warum, oder warum nicht
key-communication = ob die Personen benachrichtigt werden (Art. 34 DSGVO)
key-communication-reason = warum, oder warum nicht
key-significance = ob der Vorfall erheblich ist (NIS2)
key-significance-reason = warum
key-materiality = ob es nach anderen Vorschriften wesentlich ist
key-materiality-reason = warum
key-authorities = zuständige und unterrichtete Behörden
key-board = Hinweis für die Leitung
key-notes = Anmerkungen
key-main-party = wessen Vorgang es ist; was keine Beteiligte nennt, gilt von dieser
key-party = wer welche Rolle hat
key-organisation = was der Vorgang von einer juristischen Person weiß: Land, Kennung, Anschrift
key-milestone = Schritte in der Zeit
key-determination = was festgestellt wurde, von wem und warum
key-claim = was wer über eine Zahl behauptet
key-exposure = welche Daten welcher Personen betroffen sind, und wie
key-measure = was getan wurde und getan wird
key-open-point = was offen ist, und bis wann es folgt
key-coverage = welche Zeiträume die Protokolle abdecken
key-overlap = ob zwei Personengruppen dieselben Personen enthalten können oder getrennt sind
special-categories-yes = ja
special-categories-no = nein
special-categories-open = noch zu ermitteln
error-tag-nothing-asked = Es wurde nichts verlangt. Nennen Sie eine Region, eine Organisation, einen Wohnsitz oder einen Status.
error-residence-missing = Eine Grundlage steht ohne Wohnsitz. Nennen Sie auch das Land.
error-residence-basis-missing = Der Wohnsitz { $residence } braucht seine Grundlage. Ergänzen Sie --basis, zum Beispiel hr.
error-import-nothing-usable = { $file } enthält keine Zeile, die sich übernehmen ließe ({ $rejected } abgewiesen). Nichts wurde eingelesen. Ein Probelauf zeigt, warum.
error-book-busy = Ein anderes Programm verwendet das Buch. Warten Sie, bis es fertig ist, und versuchen Sie es erneut.
error-book-working = Andere Arbeit an diesem Buch ist noch nicht fertig, vielleicht ein Import. Es wurde nichts geändert. Warten Sie, bis sie fertig ist, oder brechen Sie sie ab, und versuchen Sie es noch einmal.
error-book-damaged = Das Buch ist an einer Stelle beschädigt, die gelesen werden sollte. Nichts wurde geändert. Prüfen Sie es mit „verify“ und arbeiten Sie mit einer Sicherung weiter.
error-book-disk = Der Datenträger hat nicht richtig gelesen oder geschrieben. Nichts wurde geändert. Prüfen Sie ihn und versuchen Sie es erneut.
error-book-disk-full = Der Datenträger ist voll. Nichts wurde geändert. Schaffen Sie Platz und versuchen Sie es erneut.
error-book-exists = Die Datei { $book } gibt es schon. Wählen Sie einen anderen Namen; sie wurde nicht angerührt.
error-book-held = Das Buch ist anderswo offen (Prozess { $process } auf { $machine }). Schließen Sie es dort und versuchen Sie es erneut.
error-book-missing = Ein Buch { $book } gibt es nicht. Legen Sie es mit „book new“ an oder nennen Sie ein anderes mit --book.
error-book-gone = Das Buch ist nicht mehr an seinem Ort: { $book } wurde entfernt oder umbenannt, während es hier offen war. Nichts wurde geändert. Legen Sie es zurück, oder kopieren Sie es in einem Fenster, das es noch offen hat, jetzt über die Einstellungen; öffnen Sie es dann neu.
error-book-replaced = An die Stelle von { $book } ist eine andere Datei getreten, während das Buch hier offen war; Programme, die Ordner abgleichen, tun das. Nichts wurde geändert. Kopieren Sie das alte in einem Fenster, das es noch offen hat, jetzt über die Einstellungen; öffnen Sie dann, was dort steht.
error-book-written-aside = Es wurde geschrieben, aber { $book } wurde im selben Augenblick entfernt oder ersetzt: In der Datei, die jetzt dort steht, steht es nicht. Kopieren Sie im Fenster das Buch jetzt über die Einstellungen; auf der Kommandozeile wiederholen Sie den Aufruf.
error-book-is-plain = { $book } ist nicht verschlüsselt, und es wurde eine Passphrase angegeben. Sollte es verschlüsselt sein, hat jemand eine andere Datei an seine Stelle gelegt: Prüfen Sie, woher sie kommt. Ist es mit Absicht unverschlüsselt, geben Sie --plain an.
error-book-is-sealed = { $book } ist verschlüsselt. Lassen Sie --plain weg und geben Sie die Passphrase an.
error-book-linked = { $book } hat noch andere Namen (harte Links); Änderungen unter dem einen Namen würden beschädigen, was unter dem anderen gelesen wird. Kopieren Sie die Datei und arbeiten Sie mit der Kopie.
error-book-lock-foreign = { $file } steht dort, wo die Sperre des Buchs hingehört, und ist nicht von uns. Sie wurde nicht angerührt. Verschieben Sie sie und versuchen Sie es erneut.
error-book-foreign-trigger = { $book } enthält etwas, das von selbst tätig wird und nicht von diesem Programm stammt („{ $name }“). Es wurde nicht geöffnet, nichts davon ist gelaufen. Arbeiten Sie mit einer Sicherung weiter und klären Sie, wer die Datei verändert hat.
error-book-beside-another = Ein Buch kann nicht { $book } heißen: Der Name gehört zu dem, was das Buch { $other } neben sich ablegt. Wählen Sie einen anderen Namen.
error-book-name-unusable = Der Pfad { $book } enthält Zeichen, die kein Text sind. Wählen Sie einen anderen Namen oder Ordner.
error-book-key-unreadable = Von Dateideskriptor { $fd } ließ sich keine Passphrase lesen. Prüfen Sie, womit er verbunden ist.
error-file-is-book = { $file } wurde nicht geschrieben: Der Ort gehört zum Buch { $book }, und ein Buch wird nie überschrieben. Wählen Sie einen anderen Namen.
error-file-is-no-list = { $file } ist ein Buch und keine Liste. Öffnen Sie es als Buch.
error-file-exists = Eine Datei { $file } gibt es schon. Sie wurde nicht angerührt. Wählen Sie einen anderen Namen oder geben Sie --force an.
error-file-no-folder = { $file } kann nicht geschrieben werden, denn den Ordner gibt es nicht. Legen Sie ihn an oder nennen Sie einen anderen.
error-file-write-protected = { $file } ist schreibgeschützt und wurde nicht angerührt. Wählen Sie einen anderen Namen oder heben Sie den Schutz auf.
error-file-is-device = { $file } ist ein Datenträger oder ein anderes Gerät, das alles verlöre, was darauf steht. Nennen Sie eine Datei.
error-file-disk-full = { $file } wurde nicht geschrieben: Der Datenträger ist voll. Was dort stand, ist unverändert. Schaffen Sie Platz und versuchen Sie es erneut.
error-file-nobody-reads = Niemand liest, was nach { $file } geht. Starten Sie zuerst das Programm, das liest, und lassen Sie es bis zum Ende lesen.
error-backup-disk-full = Die Kopie „{ $file }“ wurde nicht geschrieben: Der Datenträger ist voll. Das Buch selbst ist unberührt. Schaffen Sie Platz oder wählen Sie einen anderen Ordner.
value-not-known = (nicht bekannt)
warning-book-frames-lost = { $n ->
    [one] Das Protokoll neben { $book } ist beschädigt: Eine Seite, die zuletzt geschrieben wurde, ist nicht mehr lesbar.
   *[other] Das Protokoll neben { $book } ist beschädigt: { $n } Seiten, die zuletzt geschrieben wurden, sind nicht mehr lesbar.
 } Die letzten Änderungen können fehlen. Das Protokoll liegt als { $kept } bereit. Prüfen Sie das Buch mit „verify“ und vergleichen Sie, was zuletzt getan wurde.
warning-book-migrated = Das Buch wurde von Format { $from } auf Format { $to } gebracht. Wie es war, liegt es als { $copy } bereit: Löschen Sie diese Datei, wenn Sie sie nicht mehr brauchen, sie enthält dieselben Daten.
warning-book-unsettled = Erledigt. Das Buch ließ sich noch nicht aufräumen: Lassen Sie die Datei mit der Endung -wal bis zum nächsten Aufruf daneben liegen.
warning-book-unsettled-disk-full = Erledigt, aber der Datenträger ist jetzt voll: Die Änderung steht in der Datei mit der Endung -wal neben dem Buch. Schaffen Sie Platz und behalten Sie diese Datei bis zum nächsten Aufruf.
warning-book-passphrase-weak = Die Passphrase ist schwach (Stärke { $score } von 4): Etwa { $guesses } Versuche finden sie, und wer die Datei hat, schafft mit einer Grafikkarte Tausende in der Sekunde. Nehmen Sie vier oder mehr zufällige Wörter.
warning-file-left-aside = Der Bericht ist verzeichnet, ließ sich aber nicht als { $file } ablegen. Seine Bytes stehen in { $part }: Benennen Sie diese Datei um.
warning-file-not-put = Der Bericht ist verzeichnet, aber { $file } ließ sich nicht schreiben. „export again“ schreibt dieselben Bytes noch einmal.
error-book-companion-there = Unter { $book } lässt sich kein Buch anlegen: { $file } steht dort, wo das Buch sein Protokoll ablegt, und würde eingespielt oder entfernt. Die Datei wurde nicht angerührt. Verschieben Sie sie oder wählen Sie einen anderen Namen.
error-book-mounted-alone = { $book } ist für sich allein eingehängt, wie es Container mit einzelnen Dateien tun; was das Buch neben sich ablegt, läge anderswo, und zwei Programme sähen einander nicht. Nichts wurde geändert. Hängen Sie stattdessen den Ordner ein.
error-book-path-too-long = Der Pfad { $book } ist zu lang (höchstens { $most } Bytes). Wählen Sie einen kürzeren Namen oder einen Ordner näher an der Wurzel.
error-book-held-by-somebody = Das Buch ist anderswo offen; von wem, sagt seine Sperre nicht. Schließen Sie es dort und versuchen Sie es erneut.
error-book-log-held = Jemand liest das Buch und hält sein Protokoll zurück. Was getan wurde, steht in der Datei mit der Endung -wal daneben. Schließen Sie das andere Programm und öffnen Sie das Buch dann noch einmal.
error-book-log-in-the-way = { $file } liegt neben { $book }, gehört nicht dazu und ließ sich nicht beiseitelegen. Nichts wurde geändert. Prüfen Sie Ihre Rechte am Ordner.
error-book-passphrase-too-long = Die Passphrase ist zu lang (höchstens { $most } Bytes). Nichts wurde geändert. Wählen Sie eine kürzere.
warning-book-log-foreign = Neben { $book } lag ein Protokoll, das nicht daran anschließt: Das Buch wurde ersetzt, vielleicht durch eine Sicherung, oder das Protokoll gehört zu einem anderen. Es wurde nicht eingespielt. Es liegt als { $kept } bereit: Prüfen Sie, ob hier etwas daraus fehlt.
cli-unsaid = Die Antwort ließ sich nicht schreiben. Prüfen Sie, wohin die Ausgabe geht, und den Platz dort; nichts wurde geändert.
cli-done-unsaid = Erledigt, aber die Antwort ließ sich nicht schreiben. Prüfen Sie, wohin die Ausgabe geht, und den Platz dort.
cli-report-recorded = Als Ausgabe { $export } verzeichnet: { $pages ->
    [one] eine Seite
   *[other] { $pages } Seiten
 }, SHA-256 { $sha256 }. Die Datei liegt nicht an ihrem Ort.
error-book-schema-changed = { $book } ist nicht, wie dieses Programm es angelegt hat: „{ $name }“ wurde von einem anderen Programm geändert, hinzugefügt oder entfernt. Es wurde nicht geöffnet. Arbeiten Sie mit einer Sicherung weiter und klären Sie, wer die Datei verändert hat.
error-book-newer = Das Buch stammt von einer neueren Version (Format { $format }; dieses Programm kennt { $known }). Öffnen Sie es mit dieser Version.
error-book-older = Das Buch hat Format { $format }; dieses Programm liest Format { $known }. Öffnen Sie es einmal zum Schreiben, mit einem Befehl, der etwas ändert, oder im Fenster: Es wird auf Format { $known } gebracht, und eine Kopie, wie es jetzt ist, bleibt daneben. „verify“ und „book info“ lesen es, wie es ist.
error-book-passphrase-needed = Das Buch ist verschlüsselt. Geben Sie seine Passphrase in BREACHBOOK_KEY an.
error-book-passphrase-unusable = Die Passphrase enthält ein Zeichen, das nicht verwendet werden kann: ein Steuerzeichen oder eines, das noch kein Standard kennt. Lassen Sie es weg.
error-book-read-only = Das Buch lässt sich hier nur lesen. Kopieren Sie es an einen Ort, an dem Sie schreiben dürfen.
error-book-unreadable = { $book } lässt sich nicht lesen. Prüfen Sie den Pfad und Ihre Rechte daran.
error-book-unwritable = { $book } lässt sich nicht schreiben. Prüfen Sie den Ordner und Ihre Rechte daran.
error-book-wrong-passphrase-or-no-book = Die Passphrase ist falsch, oder { $book } ist kein Breachbook-Buch. Prüfen Sie beides.
error-cancelled = Abgebrochen; nichts wurde geändert.
error-store-failed = Das Buch konnte das nicht ausführen. Nichts wurde geändert. Versuchen Sie es erneut; bleibt es dabei, prüfen Sie das Buch mit „verify“.
error-case-missing = Einen Vorgang „{ $case }“ gibt es in diesem Buch nicht. „case list“ zeigt die vorhandenen.
error-case-none = Das Buch enthält noch keinen Vorgang. Legen Sie mit „case new“ einen an.
error-conflict-two-accounts = „{ $own }“ und „{ $other }“ bleiben zwei Konten: hier werden keine zwei zu einem. Sind sie eines, nehmen Sie das Einlesen zurück, das „{ $other }“ gebracht hat, und lesen Sie die Liste neu ein: ihre Zeile findet dann „{ $own }“. Sind es zwei, übernehmen Sie „key={ $own }“.
error-case-ambiguous = „{ $case }“ benennt mehrere Vorgänge: { $cases }. Nennen Sie einen mit seiner Nummer.
error-case-which = Das Buch enthält mehrere Vorgänge: { $cases }. Nennen Sie einen mit --case.
error-case-without-title = Der Vorgang hat keinen Titel. Geben Sie ihm einen.
annex-about = Die Tabellen dieses Dokuments für Programme, jede Zahl mit ihren Grenzen und ihrer Einheit
annex-table = Tabelle
annex-row = Zeile
annex-column = Spalte
annex-text = Text
annex-value = Zahl
annex-low = Untere Grenze
annex-high = Obere Grenze
annex-unit = Einheit
annex-time = Zeit
error-template-form-missing = „{ $template }“ füllt ein Formular aus. Nennen Sie es.
error-template-form-unasked = „{ $template }“ füllt kein Formular aus; { $form } hat dort keinen Platz.
error-count-backwards = { $low } bis { $high } ist kein Bereich: Die erste Zahl darf nicht die größere sein.
error-count-outside = { $estimate } liegt nicht in seiner Spanne von { $low } bis { $high }.
error-count-too-large = Die Zahl { $count } ist zu groß; gezählt wird bis { $largest }. Prüfen Sie, ob sie hierher gehört.
error-count-unit = „{ $name }“ wird nicht in { $unit } gezählt. Lassen Sie die Einheit weg oder nennen Sie die richtige.
error-count-unreadable = „{ $count }“ ist keine Zahl, wie sie hier geschrieben wird. Nennen Sie eine Zahl oder Unter- und Obergrenze.
error-country-former = „{ $country }“ steht für { $name }, das ISO 3166 nicht mehr führt. Heute: { $today }.
error-country-unknown = „{ $country }“ ist kein Code nach ISO 3166. Schreiben Sie DE oder US-CA.
error-determination-missing = Zu „{ $key }“ ist noch nichts festgestellt, also auch nichts zu begründen. Stellen Sie es zuerst fest.
error-facts-before-case = Den Fall gab es am { $at } noch nicht.
error-export-missing = Einen Export { $export } gibt es nicht. „export list“ zeigt die vorhandenen.
error-field-missing = Eine Zeile braucht das Feld „{ $field }“. Ergänzen Sie es.
error-field-unknown = Ein Feld „{ $field }“ gibt es nicht. Vorhanden: { $known }.
error-field-unusable = Das Feld „{ $field }“ kann nicht „{ $value }“ sein. „case keys“ zeigt, was möglich ist.
error-key-has-no-rows = „{ $key }“ hat keine Zeilen. Setzen Sie es mit { $key }=WERT.
error-key-has-rows = „{ $key }“ hat Zeilen. Fügen Sie eine mit { $key }+=… hinzu.
error-key-unknown = Einen Schlüssel „{ $id }“ gibt es nicht. „case keys“ zeigt die vorhandenen.
error-key-of-the-case = „{ $key }“ gehört zum Vorgang, nicht zu einer Beteiligten. Lassen Sie --party weg.
error-milestone-several = Der Vorgang hat mehrere Schritte dieser Art ({ $kind }): { $ids }. Ändern Sie einen mit seiner Nummer: milestone[NR].at=…
error-node-ambiguous = „{ $name }“ heißen mehrere Stellen des Baums: { $paths }. Schreiben Sie den ganzen Pfad.
error-node-empty = In „{ $path }“ ist ein Name leer. Schreiben Sie jeden Teil des Pfads.
error-node-too-long = Ein Pfad hat höchstens { $levels } Ebenen, ein Name höchstens { $letters } Zeichen. Kürzen Sie ihn.
error-node-exists = Dort gibt es schon einen Knoten dieses Namens. Wählen Sie einen anderen oder führen Sie beide zusammen.
error-node-missing = „{ $name }“ gibt es in diesem Baum nicht. Legen Sie es an oder ergänzen Sie --create.
error-node-ring = „{ $path }“ kann nicht unter sich selbst hängen. Wählen Sie eine andere Stelle.
error-node-in-use = „{ $name }“ sind noch Konten zugeordnet (Anzahl: { $n }). Führen Sie die Stelle mit einer anderen zusammen oder ordnen Sie die Konten neu zu.
error-node-has-branches = Unter „{ $name }“ hängen noch andere Stellen (Anzahl: { $n }). Führen Sie sie mit einer anderen zusammen oder entfernen Sie zuerst, was darunter hängt.
error-node-both-aware = „{ $from }“ und „{ $into }“ haben je festgestellt, seit wann sie Kenntnis haben, und nicht dasselbe: Was davon gilt, können nur Sie sagen. Stellen Sie für beide dieselbe Zeit fest, bevor die eine in der anderen aufgeht.
error-node-both-parties = Beide Organisationen sind in derselben Rolle beteiligt: Welche der beiden gemeint ist, können nur Sie sagen. Entfernen Sie eine Beteiligte, bevor „{ $from }“ in „{ $into }“ aufgeht.
error-node-in-use-by-parties = „{ $name }“ ist im Fall beteiligt (Anzahl: { $n }). Führen Sie die Organisation mit einer anderen zusammen oder nehmen Sie zuerst die Beteiligung heraus.
error-node-in-history = An „{ $name }“ hingen Konten, bevor eine ausgefüllte Liste sie neu zuordnete (Anzahl: { $n }). Würde deren Import zurückgenommen, kehrten sie dorthin zurück. Führen Sie die Stelle mit einer anderen zusammen.
error-party-missing = Eine Partei „{ $party }“ gibt es in diesem Vorgang nicht. Fügen Sie sie mit „party add“ hinzu.
error-party-ambiguous = „{ $party }“ kann in diesem Vorgang mehrere Beteiligte meinen: { $parties }. Nennen Sie eine mit ihrer Nummer.
error-party-which = Dieser Vorgang hat mehrere Beteiligte, und keine ist die Hauptbeteiligte: { $parties }. Sagen Sie mit --party, von wem es gilt, oder nennen Sie die Hauptbeteiligte mit „party set … --main“.
error-party-twice = Diese Beteiligte gibt es im Vorgang schon: { $party }. Ändern Sie mit „party set { $id }“, was von ihr gilt.
error-redo-nothing = Es gibt nichts zu wiederholen.
error-undo-nothing = Es gibt nichts zurückzunehmen.
error-undo-name-taken = „{ $name }“ kann nicht zurückkommen: Den Namen trägt inzwischen etwas anderes, und Konten blieben ohne Zuordnung. Geändert wurde nichts. Ordnen Sie stattdessen die gemeinten Konten zu.
error-row-in-use = Zeile { $id } von „{ $key }“ wird anderswo genannt ({ $by }). Ändern Sie das zuerst.
error-row-is-kept = „{ $key }“ { $id } bleibt, wie es gemacht wurde. Stellen Sie neu fest oder geben Sie neu ein: Das Neue tritt an seine Stelle, und beides bleibt zu sehen. Ein Versehen von eben nimmt „undo“ zurück.
error-row-made-elsewhere = Zeilen von „{ $key }“ entstehen und vergehen anderswo, im Baum der Organisationen. Hier lassen sie sich nur ändern.
error-row-missing = „{ $key }“ hat keine Zeile { $id }. „case show“ zeigt die Zeilen.
error-row-same = Eine Gruppe kann sich nicht mit sich selbst überschneiden („{ $key }“). Nennen Sie zwei Gruppen.
error-row-twice = „{ $key }“ hat diese Zeile schon.
error-setting-cannot-be-empty = „{ $key }“ kann nicht leer sein. Geben Sie einen Wert an.
error-setting-not-json = „{ $text }“ ist kein JSON-Objekt. Schreiben Sie eine Zeile als JSON, mit ihren Feldern in geschweiften Klammern.
error-setting-unreadable = „{ $setting }“ ist keine Einstellung. Schreiben Sie SCHLÜSSEL=WERT, SCHLÜSSEL+=ZEILE oder SCHLÜSSEL[NR].FELD=WERT.
error-subject-unknown = „{ $subject }“ wird nicht gezählt. Vorhanden: { $known }.
error-time-needs-zone = „{ $text }“ nennt keine Uhrzeit. Schreiben Sie sie mit Zeitzone, zum Beispiel 2026-11-24T09:00+01:00.
error-zone-unknown = „{ $zone }“ ist keine Zeitzone. Schreiben Sie einen IANA-Namen, zum Beispiel Europe/Berlin.

## countries: the names of CLDR
country-ad = Andorra
country-ae = Vereinigte Arabische Emirate
country-af = Afghanistan
country-ag = Antigua und Barbuda
country-ai = Anguilla
country-al = Albanien
country-am = Armenien
country-ao = Angola
country-aq = Antarktis
country-ar = Argentinien
country-as = Amerikanisch-Samoa
country-at = Österreich
country-au = Australien
country-aw = Aruba
country-ax = Ålandinseln
country-az = Aserbaidschan
country-ba = Bosnien und Herzegowina
country-bb = Barbados
country-bd = Bangladesch
country-be = Belgien
country-bf = Burkina Faso
country-bg = Bulgarien
country-bh = Bahrain
country-bi = Burundi
country-bj = Benin
country-bl = St. Barthélemy
country-bm = Bermuda
country-bn = Brunei Darussalam
country-bo = Bolivien
country-bq = Karibische Niederlande
country-br = Brasilien
country-bs = Bahamas
country-bt = Bhutan
country-bv = Bouvetinsel
country-bw = Botsuana
country-by = Belarus
country-bz = Belize
country-ca = Kanada
country-cc = Kokosinseln
country-cd = Kongo-Kinshasa
country-cf = Zentralafrikanische Republik
country-cg = Kongo-Brazzaville
country-ch = Schweiz
country-ci = Côte d’Ivoire
country-ck = Cookinseln
country-cl = Chile
country-cm = Kamerun
country-cn = China
country-co = Kolumbien
country-cr = Costa Rica
country-cu = Kuba
country-cv = Cabo Verde
country-cw = Curaçao
country-cx = Weihnachtsinsel
country-cy = Zypern
country-cz = Tschechien
country-de = Deutschland
country-dj = Dschibuti
country-dk = Dänemark
country-dm = Dominica
country-do = Dominikanische Republik
country-dz = Algerien
country-ec = Ecuador
country-ee = Estland
country-eg = Ägypten
country-eh = Westsahara
country-er = Eritrea
country-es = Spanien
country-et = Äthiopien
country-fi = Finnland
country-fj = Fidschi
country-fk = Falklandinseln
country-fm = Mikronesien
country-fo = Färöer
country-fr = Frankreich
country-ga = Gabun
country-gb = Vereinigtes Königreich
country-gd = Grenada
country-ge = Georgien
country-gf = Französisch-Guayana
country-gg = Guernsey
country-gh = Ghana
country-gi = Gibraltar
country-gl = Grönland
country-gm = Gambia
country-gn = Guinea
country-gp = Guadeloupe
country-gq = Äquatorialguinea
country-gr = Griechenland
country-gs = Südgeorgien und die Südlichen Sandwichinseln
country-gt = Guatemala
country-gu = Guam
country-gw = Guinea-Bissau
country-gy = Guyana
country-hk = Sonderverwaltungsregion Hongkong
country-hm = Heard und McDonaldinseln
country-hn = Honduras
country-hr = Kroatien
country-ht = Haiti
country-hu = Ungarn
country-id = Indonesien
country-ie = Irland
country-il = Israel
country-im = Isle of Man
country-in = Indien
country-io = Britisches Territorium im Indischen Ozean
country-iq = Irak
country-ir = Iran
country-is = Island
country-it = Italien
country-je = Jersey
country-jm = Jamaika
country-jo = Jordanien
country-jp = Japan
country-ke = Kenia
country-kg = Kirgisistan
country-kh = Kambodscha
country-ki = Kiribati
country-km = Komoren
country-kn = St. Kitts und Nevis
country-kp = Nordkorea
country-kr = Südkorea
country-kw = Kuwait
country-ky = Kaimaninseln
country-kz = Kasachstan
country-la = Laos
country-lb = Libanon
country-lc = St. Lucia
country-li = Liechtenstein
country-lk = Sri Lanka
country-lr = Liberia
country-ls = Lesotho
country-lt = Litauen
country-lu = Luxemburg
country-lv = Lettland
country-ly = Libyen
country-ma = Marokko
country-mc = Monaco
country-md = Republik Moldau
country-me = Montenegro
country-mf = St. Martin
country-mg = Madagaskar
country-mh = Marshallinseln
country-mk = Nordmazedonien
country-ml = Mali
country-mm = Myanmar
country-mn = Mongolei
country-mo = Sonderverwaltungsregion Macau
country-mp = Nördliche Marianen
country-mq = Martinique
country-mr = Mauretanien
country-ms = Montserrat
country-mt = Malta
country-mu = Mauritius
country-mv = Malediven
country-mw = Malawi
country-mx = Mexiko
country-my = Malaysia
country-mz = Mosambik
country-na = Namibia
country-nc = Neukaledonien
country-ne = Niger
country-nf = Norfolkinsel
country-ng = Nigeria
country-ni = Nicaragua
country-nl = Niederlande
country-no = Norwegen
country-np = Nepal
country-nr = Nauru
country-nu = Niue
country-nz = Neuseeland
country-om = Oman
country-pa = Panama
country-pe = Peru
country-pf = Französisch-Polynesien
country-pg = Papua-Neuguinea
country-ph = Philippinen
country-pk = Pakistan
country-pl = Polen
country-pm = St. Pierre und Miquelon
country-pn = Pitcairninseln
country-pr = Puerto Rico
country-ps = Palästinensische Autonomiegebiete
country-pt = Portugal
country-pw = Palau
country-py = Paraguay
country-qa = Katar
country-re = Réunion
country-ro = Rumänien
country-rs = Serbien
country-ru = Russland
country-rw = Ruanda
country-sa = Saudi-Arabien
country-sb = Salomonen
country-sc = Seychellen
country-sd = Sudan
country-se = Schweden
country-sg = Singapur
country-sh = St. Helena
country-si = Slowenien
country-sj = Spitzbergen und Jan Mayen
country-sk = Slowakei
country-sl = Sierra Leone
country-sm = San Marino
country-sn = Senegal
country-so = Somalia
country-sr = Suriname
country-ss = Südsudan
country-st = São Tomé und Príncipe
country-sv = El Salvador
country-sx = Sint Maarten
country-sy = Syrien
country-sz = Eswatini
country-tc = Turks- und Caicosinseln
country-td = Tschad
country-tf = Französische Süd- und Antarktisgebiete
country-tg = Togo
country-th = Thailand
country-tj = Tadschikistan
country-tk = Tokelau
country-tl = Timor-Leste
country-tm = Turkmenistan
country-tn = Tunesien
country-to = Tonga
country-tr = Türkei
country-tt = Trinidad und Tobago
country-tv = Tuvalu
country-tw = Taiwan
country-tz = Tansania
country-ua = Ukraine
country-ug = Uganda
country-um = Amerikanische Überseeinseln
country-us = Vereinigte Staaten
country-uy = Uruguay
country-uz = Usbekistan
country-va = Vatikanstadt
country-vc = St. Vincent und die Grenadinen
country-ve = Venezuela
country-vg = Britische Jungferninseln
country-vi = Amerikanische Jungferninseln
country-vn = Vietnam
country-vu = Vanuatu
country-wf = Wallis und Futuna
country-ws = Samoa
country-xk = Kosovo
country-ye = Jemen
country-yt = Mayotte
country-za = Südafrika
country-zm = Sambia
country-zw = Simbabwe

## command line
cli-passphrase = Passphrase:
cli-passphrase-new = Passphrase des neuen Buchs:
cli-passphrase-again = Noch einmal:
cli-book-made = { $book } angelegt, verschlüsselt. Die Passphrase: { $strength }. Ohne die Passphrase kann niemand das Buch öffnen, auch wir nicht.
cli-book-made-plain = { $book } angelegt, ohne Verschlüsselung.
cli-case-opened = Vorgang { $case } eröffnet: { $title }
cli-case-set = { $changed ->
    [one] 1 Wert gesetzt.
   *[other] { $changed } Werte gesetzt.
}
cli-case = Vorgang
cli-title = Titel
cli-controller = Verantwortlicher
cli-role = Rolle
cli-organisation = Organisation
cli-on-behalf-of = im Auftrag von
cli-main-party = Hauptbeteiligte
cli-key = Schlüssel
cli-type = Art
cli-meaning = Bedeutung
cli-party-added = Beteiligter { $party } hinzugefügt.
cli-party-removed = Beteiligter { $party } entfernt.
cli-count-set = { $name }: { $count }
cli-count-adopted = { $name }: Jetzt gilt die aus der Liste errechnete Zahl; die eingetragene bleibt im Verlauf.
cli-undone = Rückgängig gemacht: { $verb }. { $changed } geändert. { $left ->
    [0] {""}
    [one] 1 Wert blieb, weil er seither anderweitig geändert wurde.
   *[other] { $left } Werte blieben, weil sie seither anderweitig geändert wurden.
}
cli-redone = Wiederhergestellt: { $verb }. { $changed } geändert.
cli-samples-loaded = Beispiele geladen: { $cases }
cli-what = was
cli-how-many = wie viele
cli-no-region = ohne Region
cli-read = Gelesen { $read } = { $new } neu + { $merged } zusammengeführt + { $rejected } abgewiesen.
cli-read-dry = Zu lesen wären { $read } = { $new } neu + { $merged } zusammengeführt + { $rejected } abgewiesen. Nichts wurde geändert.
cli-unmatched = { $n ->
    [one] 1 weitere Zeile nennt ein Konto, das nicht im Fall ist.
   *[other] { $n } weitere Zeilen nennen Konten, die nicht im Fall sind.
} Vorhandene Konten wurden ergänzt, keines kam hinzu.
cli-same-bytes-taken-back = { $file }: dieselben Bytes wie Einlesen { $import }, das zurückgenommen wurde.
cli-same-bytes = { $file }: dieselben Bytes wie Einlesen { $import }, das noch steht; die Zeilen wurden zusammengeführt.
cli-sheet-changed = { $changed ->
    [one] 1 Konto wurde durch das Blatt geändert.
   *[other] { $changed } Konten wurden durch das Blatt geändert.
}
error-import-map-unreadable = „{ $map }“ sagt nicht, was eine Spalte enthält. Bitte SPALTE=FELD schreiben, zum Beispiel "Mail 2=key".
error-export-sheet-unknown = Das Listenformat { $id } gibt es nicht. Bekannt sind: { $known }.
cli-conflicts = { $conflicts ->
    [one] 1 Angabe widerspricht einer früheren; beide bleiben stehen.
   *[other] { $conflicts } Angaben widersprechen früheren; alle bleiben stehen.
}
cli-field = Feld
cli-stands = gilt
cli-statements = angegeben
cli-said-by-rows = { $value } (Summe der Zeilen)
cli-typed-count = von Hand eingetragene Zahl
cli-typed-contradicted = { $name }: von Hand eingetragen war { $typed }, die Liste ergibt { $computed }. Entscheiden: conflict adopt { $which } count=computed, oder count=typed mit --reason.
cli-conflicts-open = { $n ->
    [0] Keine Angaben widersprechen sich.
    [one] 1 Entscheidung ist offen.
   *[other] { $n } Entscheidungen sind offen.
}
cli-said-by-hand = { $value } (von { $who }, { $at })
cli-said-by-list = { $value } ({ $file }, Zeile { $line })
cli-adopted = { $account }: { $field } ist { $value }. Was sonst angegeben war, bleibt festgehalten.
error-account-unknown = Kein Konto des Falls hat die Nummer oder den Schlüssel „{ $account }“.
error-account-ambiguous = „{ $account }“ ist der Schlüssel mehrerer Konten: { $ids }. Bitte eines mit seiner Nummer nennen.
error-conflict-without-reason = Die Liste widerspricht der von Hand eingetragenen Zahl „{ $name }“. Soll sie trotzdem bleiben, sagen Sie bitte, warum.
error-count-of-several = „{ $name }“ ist für mehrere Parteien eingetragen. Bitte eine Zahl mit ihrer Nummer nennen: { $ids }.
error-conflict-not-stated = „{ $value }“ hat niemand angegeben. Angegeben sind: { $known }.
error-conflict-unreadable = „{ $choice }“ sagt nicht, was übernommen wird. Bitte FELD=WERT schreiben, zum Beispiel status=confirmed.
cli-problem = { $file }, Zeile { $line }: { $reason }
cli-more-problems = … und { $n } weitere; `import rejects` schreibt alle.
cli-quoted = „{ $name }“
cli-column-read = „{ $column }“ = { $field }
cli-columns-read = { $file }: gelesene Spalten: { $what }
cli-columns-not-read = { $file }: nicht gelesene Spalten: { $what }
cli-columns-twice = { $file }: ausgelassene Spalten, deren Feld eine andere hat: { $what }
cli-columns-offered = { $file }: Spalten, die die betroffenen Datensätze sein können; --map SPALTE=records nimmt eine: { $what }
cli-columns-other = { $file }: Spalten, deren Zellen nicht sind, was die Überschrift sagt: { $what }
cli-columns-others = { $file }: Spalten mit Adressen anderer: { $what }
cli-columns-secret = { $file }: Spalten, die nach Geheimnissen aussehen und nie gelesen werden: { $what }
cli-sheets-not-read = { $file }: nicht gelesene Blätter; --sheet nennt eines: { $what }
cli-hidden-rows = { $n ->
    [one] { $file }: { $n } ausgeblendete Zeile, gelesen wie die anderen
   *[other] { $file }: { $n } ausgeblendete Zeilen, gelesen wie die anderen
}
cli-importing = { $rows } Zeilen
cli-cancelling = Wird abgebrochen; von diesem Einlesen bleibt nichts.
cli-import-keys = Schlüssel werden eingeordnet
cli-import-undone = Einlesen { $import } zurückgenommen: { $removed } Konten entfernt, { $restored } wiederhergestellt. Der Nachweis bleibt: Dateien, Zahlen, abgelehnte Zeilen.
cli-import = Einlesen
cli-when = wann
cli-who = wer
cli-files = Dateien
cli-rows = gelesen = neu + zusammengeführt + abgewiesen
cli-taken-back = zurückgenommen
cli-tagged = { $matched ->
    [one] 1 Konto trifft zu
   *[other] { $matched } Konten treffen zu
}, { $changed } geändert.
cli-tagged-dry = { $matched ->
    [one] 1 Konto trifft zu
   *[other] { $matched } Konten treffen zu
}, { $changed } würden geändert.
cli-account = Konto
cli-name = Name
cli-status = Status
cli-region = Region
cli-residence = Wohnsitz
cli-records = Datensätze
cli-of = { $shown } von { $total }
cli-written = Geschrieben: { $file }
cli-report-written = Geschrieben: { $file }, { $pages ->
    [one] 1 Seite
   *[other] { $pages } Seiten
}, SHA-256 { $sha256 }
cli-export = Ausgabe
cli-template = Vorlage
cli-version = Fassung
cli-language = Sprache
cli-names = Namen
cli-yes = ja
cli-no = nein
cli-pages = Seiten
error-internal = Im Programm ist etwas schiefgegangen. Nichts wurde geschrieben. Bitte mit RUST_BACKTRACE=1 erneut aufrufen und melden, was es ausgibt.
error-book-no-data-folder = Dieses System nennt keinen Ordner für Daten. Bitte das Buch mit --book DATEI nennen.
error-book-passphrase-missing = Ein neues Buch wird verschlüsselt und braucht eine Passphrase. Bitte BREACHBOOK_KEY setzen oder bewusst ein Buch ohne Passphrase anlegen: breachbook book new --plain.
error-book-passphrases-differ = Die beiden Passphrasen sind verschieden. Nichts wurde angelegt; bitte noch einmal versuchen.
error-file-missing = Die Datei { $file } gibt es nicht. Bitte den Namen prüfen.
error-file-unreadable = { $file } ist nicht lesbar. Bitte prüfen, ob Sie die Datei lesen dürfen.
error-file-unwritable = { $file } kann nicht geschrieben werden. Bitte den Ordner und Ihre Rechte daran prüfen; was dort stand, ist unverändert.
error-file-is-folder = { $file } ist ein Ordner. Bitte eine Datei nennen.
error-file-not-a-file = { $file } ist keine Datei, sondern { $what ->
    [pipe] eine Pipe
    [socket] ein Socket
   *[device] ein Gerät
 }, und hört womöglich nie auf. Bitte das, was daraus kommt, erst in eine Datei schreiben und diese nennen.
error-chart-theme = Das Farbschema { $theme } gibt es nicht. Bekannt sind: { $known }.

## window: the shell
window-book = Breachbook-Buch
window-new-book = Buch anlegen
window-new-book-name = Fälle
window-open-book = Buch öffnen
error-window-no-book = Es ist kein Buch geöffnet. Öffnen Sie eines oder legen Sie ein neues an.
error-window-no-command = Dieses Fenster kennt den Befehl { $command } nicht. Bitte starten Sie Breachbook neu.
error-window-arguments = Das Fenster hat in einer Form gefragt, die nicht verstanden wird. Bitte starten Sie Breachbook neu; geändert wurde nichts.
error-window-no-bytes = Das Gewünschte liegt nicht mehr bereit. Bitte fordern Sie es noch einmal an.
error-file-not-chosen = Diese Datei wurde nicht in diesem Fenster ausgewählt. Bitte wählen Sie sie noch einmal.
error-sample-there-already = Die Beispiele sind schon in diesem Buch.

## window: frame, start, cases, overview
press-mod = Strg
press-alt = Alt
press-shift = Umschalt
press-enter = Eingabe
press-escape = Esc
press-delete = Entf
press-arrowup = ↑
press-arrowdown = ↓
press-arrowleft = ←
press-arrowright = →
window-skip = Zum Arbeitsbereich
window-places = Orte des Falls
window-find = Suchen oder Befehl ausführen
window-palette-type = Was möchten Sie tun?
window-palette-none = So heißt kein Befehl.
window-cancel = Abbrechen
dialog-typed = Ihre Eingaben sind noch nicht gesichert.
dialog-discard = Verwerfen
dialog-go-on = Weiter bearbeiten
leave-place = Angefangenes verlassen?
leave-case = Diesen Fall verlassen?
leave-book = Dieses Buch verlassen?
leave-window = Breachbook schließen?
leave-typed = Diese Eingaben sind nicht gesichert und gingen verloren:
leave-dialog = was Sie unter „{ $title }“ angefangen haben
leave-provenance = die Herkunft der Dateien, die erst mit dem Import gesichert wird: { $typed }
leave-name = der Name „{ $name }“
leave-runs = Das läuft noch:
leave-runs-safe = Wer jetzt geht, bricht es ab. Nichts Halbes bleibt zurück.
leave-stay = Hier bleiben
leave-let-run = Weiterlaufen lassen
leave-go-place = Trotzdem verlassen
leave-go-case = Trotzdem verlassen
leave-go-book = Trotzdem verlassen
leave-go-window = Trotzdem schließen
leave-not-kept = Noch nicht gesichert: Der Grund steht am Feld. Wenn Sie noch einmal gehen, bleibt Ihre Eingabe dort stehen.
window-encrypted = Verschlüsselt (SQLCipher)
window-remark-read = Verstanden
window-plain = Nicht verschlüsselt
window-plain-opened = Dieses Buch ist nicht verschlüsselt: Wer die Datei in die Hand bekommt, kann jeden Namen darin lesen.
window-read-only = nur zum Lesen geöffnet
window-saved = gespeichert { $time }
window-undo = Rückgängig: { $deed } ({ $n })
window-undone = Rückgängig gemacht: { $deed } ({ $n }){ $left ->
    [0] .
    [one] ; 1 blieb, weil es seither anders geändert wurde.
   *[other] ; { $left } blieben, weil sie seither anders geändert wurden.
}
window-redone = Wiederholt: { $deed } ({ $n }){ $left ->
    [0] .
    [one] ; 1 blieb, weil es seither anders geändert wurde.
   *[other] ; { $left } blieben, weil sie seither anders geändert wurden.
}
window-days = { $n ->
    [one] 1 Tag
   *[other] { $n } Tagen
}
window-hours = { $n ->
    [one] 1 Stunde
   *[other] { $n } Stunden
}
window-minutes = { $n ->
    [one] 1 Minute
   *[other] { $n } Minuten
}
window-case-reference = Fall { $reference }
window-aware-since = Kenntnis seit { $at } · vor { $ago }
window-not-aware = Kenntnis noch nicht festgestellt
window-not-aware-detected = Entdeckt vor { $ago } · Kenntnis noch nicht festgestellt
window-numbers = Die Zahlen
window-to-filter = Diese Konten zeigen
window-open = Offen
window-open-none = Nichts ist als offen vermerkt.
window-open-see = siehe unten, das Dringendste zuerst
window-open-what = Was offen ist
window-by-status = { $confirmed } bestätigt · { $suspected } verdächtig · { $cleared } entlastet
window-over-claim = übernommene Angabe; die Liste ergibt { $sum }
window-over-typed = von Hand eingegeben; die Liste ergibt { $sum }
window-typed = von Hand eingegeben, noch ohne Liste
window-parts-open = { $n ->
    [one] 1 Konto ohne Zahl
   *[other] { $n } Konten ohne Zahl
}
window-parts-undeterminable = { $n ->
    [one] für 1 Konto nicht bestimmbar
   *[other] für { $n } Konten nicht bestimmbar
}
window-never-added = Datensätze verschiedener Einheiten werden nie zusammengezählt:
window-no-list = Noch keine Liste von Konten
window-no-list-do = Ziehen Sie die Dateien auf dieses Fenster, oder geben Sie ein, was bisher bekannt ist: Schätzungen gelten, bis eine Liste kommt.
window-import = Dateien importieren
window-type-counts = Bekanntes eingeben
pending-determination-awareness = Seit wann der Verantwortliche Kenntnis hat, ist nicht festgestellt.
pending-of-party = { $party }: { $what }
pending-group = { $group }: { $count }
pending-accounts-conflicts = { $n ->
    [one] { $n } Widerspruch zwischen Angaben: Entscheidung steht aus
   *[other] { $n } Widersprüche zwischen Angaben: Entscheidung steht aus
}
pending-typed-count = { $name }: { $typed } von Hand eingetragen, die Liste ergibt { $computed }; Entscheidung steht aus
pending-accounts-suspected = { $n ->
    [one] { $n } Konto im Verdacht: zu bestätigen oder zu entlasten
   *[other] { $n } Konten im Verdacht: zu bestätigen oder zu entlasten
}
pending-accounts-residence = { $n ->
    [one] Land des Wohnsitzes zu { $n } Konto
   *[other] Land des Wohnsitzes zu { $n } Konten
}
pending-accounts-region = { $n ->
    [one] Region zu { $n } Konto
   *[other] Region zu { $n } Konten
}
pending-accounts-organisation = { $n ->
    [one] Organisation zu { $n } Konto
   *[other] Organisation zu { $n } Konten
}
pending-accounts-records = { $n ->
    [one] Zahl der Datensätze zu { $n } Konto
   *[other] Zahl der Datensätze zu { $n } Konten
}
pending-determination-breach = Ob es eine Verletzung des Schutzes personenbezogener Daten ist, ist nicht festgestellt.
pending-determination-notification = Über die Meldung an die Aufsichtsbehörde ist nicht entschieden.
pending-determination-communication = Über die Benachrichtigung der betroffenen Personen ist nicht entschieden.
pending-determination-risk = Das Risiko für die betroffenen Personen ist nicht festgestellt.
pending-accounts-claims = { $n ->
    [one] { $n } Angabe liegt vor, nicht übernommen
   *[other] { $n } Angaben liegen vor, keine übernommen
}
pending-until = folgt bis { $at }
place-start = Start
place-cases = Fälle
place-overview = Überblick
place-accounts = Konten
place-import = Import
place-organisations = Organisationen
place-regions = Regionen
place-timeline = Zeitachse
place-report = Berichte
place-log = Protokoll
place-settings = Einstellungen
action-palette = Befehle
action-go-overview = Zum Überblick
action-go-accounts = Zu den Konten
action-go-import = Zu den Importen
action-go-organisations = Zu den Organisationen
action-go-regions = Zu den Regionen
action-go-timeline = Zur Zeitachse
action-go-report = Zu den Berichten
action-go-log = Zum Protokoll
action-go-cases = Alle Fälle des Buchs
action-go-settings = Einstellungen
action-undo = Rückgängig machen
action-redo = Wiederholen
action-theme = Zwischen hell und dunkel wechseln
action-close-book = Buch schließen
sample-reconstructed-short = Beispiel, rekonstruiert
sample-fictional-short = erfundenes Beispiel
deed-book-new = Buch angelegt
deed-book-migrate = Buch auf ein neueres Format gebracht
deed-case-new = Fall eröffnet
deed-case-set = Angaben geändert
deed-count-set = Zahl eingegeben
deed-count-adopt = berechnete Zahl übernommen
deed-import = Dateien importiert
deed-import-undo = Import zurückgenommen
deed-node-make = Zweig angelegt
deed-node-rename = Zweig umbenannt
deed-node-code = Kürzel eines Zweigs geändert
deed-node-hang = Zweig verschoben
deed-node-merge = Zweige zusammengeführt
deed-node-place = Reihenfolge der Zweige geändert
deed-node-remove = Zweig entfernt
deed-party-add = Beteiligte hinzugefügt
deed-party-set = Beteiligte geändert
deed-party-remove = Beteiligte entfernt
deed-report = Bericht exportiert
deed-tag = Konten zugeordnet
deed-undo = rückgängig gemacht
deed-redo = wiederholt
start-title = Breachbook
start-about = Von der Liste betroffener Konten zum Bericht an die Aufsichtsbehörde. Auf diesem Rechner, in einer Datei.
start-new-case = Neuer Fall
start-new-case-about = Ein verschlüsseltes Buch anlegen und den ersten Fall darin eröffnen: Titel, Verantwortlicher, seit wann ein Verdacht besteht.
start-open = Buch öffnen
start-open-about = Eine Datei, die auf .breachbook endet: Ihre eigene oder eine, die man Ihnen übergeben hat.
start-samples = Beispiele ansehen
start-samples-about = Zwei Fälle zum Umsehen, einer aus öffentlichen Berichten rekonstruiert, einer frei erfunden. In einem eigenen Buch.
start-recent = Zuletzt geöffnet
start-safe = Nichts wird irgendwohin gesendet. Eine Arbeitshilfe, keine Rechtsberatung.
passphrase-title = Dieses Buch ist verschlüsselt
passphrase = Passphrase
passphrase-again = Noch einmal
passphrase-show = Eingabe anzeigen
passphrase-lost = Ohne sie kann niemand das Buch öffnen: keine Wiederherstellung, keine Hintertür. Verwahren Sie sie dort, wo Ihre Organisation solche Dinge verwahrt.
strength-none = Mehrere Wörter, die nicht zusammengehören, sind leicht zu merken und schwer zu erraten.
strength-0 = Sofort zu erraten
strength-1 = Leicht zu erraten
strength-2 = Hält einem beiläufigen Versuch stand
strength-3 = Stark
strength-4 = Sehr stark
weak-title = Diese Passphrase ist schwach.
weak-about = Wer die Datei hat, kann unbemerkt und ohne Netz etwa { $rate } Passphrasen in der Sekunde durchprobieren. Diese hier wäre { $after } gefunden, und jeder Name im Buch läge offen.
weak-at-once = sofort
weak-seconds = { $n ->
    [one] nach etwa einer Sekunde
   *[other] nach etwa { $n } Sekunden
}
weak-minutes = { $n ->
    [one] nach etwa einer Minute
   *[other] nach etwa { $n } Minuten
}
weak-hours = { $n ->
    [one] nach etwa einer Stunde
   *[other] nach etwa { $n } Stunden
}
weak-other = Eine andere wählen
weak-take = Trotzdem die schwache nehmen
open = Öffnen
opening = Wird geöffnet …
open-to-read = Nur zum Lesen öffnen
making = Wird angelegt …
book-about = Eine Datei enthält alle Fälle, verschlüsselt mit Ihrer Passphrase.
book-place = Wo es liegt
book-no-place = Noch nicht gewählt
book-choose = Wählen …
book-make = Buch anlegen
book-plain = Dieses Buch nicht verschlüsseln
book-plain-warn = Wer die Datei in die Hand bekommt, kann jeden Namen darin lesen. Wählen Sie das nur, wenn der Datenträger selbst verschlüsselt ist und niemand sonst ihn benutzt.
case-about = Nur der Titel ist nötig; alles andere kann folgen.
case-title = Titel
case-controller = Verantwortlicher
case-controller-hint = Wer über die Zwecke der Verarbeitung entscheidet. Lässt sich später ändern.
case-suspected = Verdacht seit
case-suspected-hint = Das ist noch keine Kenntnis.
case-zone = Zeitzone des Falls
case-make = Fall eröffnen
cases-none = Noch kein Fall in diesem Buch
cases-none-do = Eröffnen Sie den ersten, oder laden Sie die Beispiele, um sich umzusehen.
cases-load-samples = Beispiele laden
cases-aware = Kenntnis seit
cases-not-aware = nicht festgestellt
cases-opened = Eröffnet
action-new-case = Neuer Fall
action-open-book = Buch öffnen …
action-samples = Beispiele ansehen
pending-number-accounts = Wie viele Konten betroffen sind, ist noch zu ermitteln.
pending-number-persons = Wie viele Personen betroffen sind, ist noch zu ermitteln.
pending-number-records = Wie viele Datensätze betroffen sind, ist noch zu ermitteln.

## window: accounts
list-column-address = Adresse
list-column-name = Name
list-column-kind = Art
list-column-status = Status
list-column-ways = Art der Betroffenheit
list-column-region = Region
list-column-residence = Wohnsitz
list-column-organisation = Organisation
list-column-records = Datensätze
list-column-key = Welches Konto
list-column-upn = Benutzerprinzipalname
list-column-object-id = Objekt-ID
list-column-customer-number = Kundennummer
list-column-employee-number = Personalnummer
list-column-patient-number = Patientennummer
list-column-aliases = Auch bekannt als
list-column-first-access = Erster Zugriff
list-column-last-access = Letzter Zugriff
list-column-notes = Bemerkungen
list-column-import = Import
list-filter = Filter
list-filter-hint = status:confirmed region:*  oder ein beliebiges Wort
list-counting = wird gezählt …
list-of-all = von { $all }
list-columns = Spalten
list-out = Ausgeben
list-import = Importieren …
list-tags = Zuordnungen
list-chosen = Ausgewählt
list-chosen-none = Keines ausgewählt
list-chosen-n = { $n ->
    [one] 1 ausgewählt
   *[other] { $number } ausgewählt
}
list-hint = Leertaste wählt aus · Esc hebt auf
list-empty = Noch keine Konten
list-empty-do = Importieren Sie eine Liste, oder legen Sie Dateien auf diesem Fenster ab. Jedes Konto, das darin vorkommt, erhält hier eine Zeile, wie viel auch immer davon bekannt ist.
list-nothing = Dieser Filter trifft auf nichts zu
list-nothing-do = Kein Konto entspricht dem Filter. Ändern Sie ihn, oder zeigen Sie wieder alle Konten an.
list-show-all = Alle Konten anzeigen
list-at-least = ≥ { $number }
list-at-most = ≤ { $number }
list-between = { $low } – { $high }
list-about = ≈ { $number }
list-open = offen
list-no-region = ohne Region
list-no-organisation = ohne Organisation
list-basis-hr = Personal
list-basis-customer = Kunden
list-basis-list = Liste
list-basis-stated = Angabe
list-basis-office = Büro
list-basis-licence = Lizenz
list-basis-hand = von Hand
list-tagged = { $n ->
    [0] Nichts zu ändern: Es war bereits so.
    [one] 1 Konto zugeordnet.
   *[other] { $number } Konten zugeordnet.
}
list-copied = { $n ->
    [one] 1 Konto kopiert.
   *[other] { $number } Konten kopiert.
}
list-write = Liste ausgeben
list-write-about = Eine Datei für die eigene Arbeit. Sie enthält Namen und ist nicht für eine Behörde bestimmt.
list-what = Umfang
list-what-shown = { $n ->
    [one] Das 1 Konto, das der Filter findet, wie angezeigt: diese Spalten, diese Reihenfolge
   *[other] Die { $number } Konten, die der Filter findet, wie angezeigt: diese Spalten, diese Reihenfolge
}
list-what-chosen = { $n ->
    [0] Nur das Ausgewählte (nichts ist ausgewählt)
    [one] Nur das 1 ausgewählte, wie angezeigt
   *[other] Nur die { $number } ausgewählten, wie angezeigt
}
list-what-sheet = Ein Bogen zum Ausfüllen: alles, was der Filter findet, zum Ausgeben und erneuten Importieren
list-format = Format
list-names = Nichts darin kann in einer Tabellenkalkulation ausgeführt werden.
list-write-do = Ablageort wählen …
list-writing = Liste wird geschrieben
list-written = { $n ->
    [one] 1 Konto in { $file } geschrieben.
   *[other] { $number } Konten in { $file } geschrieben.
}
list-file-name = Konten
list-sheet-name = Konten zum Ausfüllen
tag-region = Region
tag-organisation = Organisation
tag-residence = Wohnsitz
tag-status = Status
tag-region-hint = Suchen, oder ein neuer Pfad: Nord/Küste
tag-organisation-hint = Suchen, oder ein neuer Pfad: Konzern/Tochter
tag-residence-hint = Ein Land, oder ein Kürzel wie DE oder US-CA
tag-status-hint = Suchen
tag-region-none = Keine Region (Zuordnung aufheben)
tag-organisation-none = Keine Organisation (Zuordnung aufheben)
tag-residence-none = Nicht bekannt (Zuordnung aufheben)
tag-status-none = Kein Status
tag-how-many = { $n ->
    [one] Für 1 Konto
   *[other] Für { $number } Konten
}
tag-make = „{ $name }“ anlegen
tag-basis = Grundlage der Angabe
person-each-short = Je eine Person
person-each-ask = Je Konto eine Person …
person-each-title = Je Konto eine Person feststellen
person-each-about = Ohne Kennung der Person zählt ein Konto höchstens als eine. Mit dieser Feststellung werden die Inhaber bestätigter Konten gezählt; geteilte und technische Postfächer bleiben außen vor.
person-each-hint = Woher man es weiß, in einem Satz, den eine Behörde lesen kann: eine Lizenz je Person, laut Personalabteilung. Berichte nennen ihn mit Name und Zeit.
person-each-stands = Bereits festgestellt
person-each-drop = Feststellung aufheben
person-each-of = { $accounts }, je eine Person
person-each-of-import = Für alle Konten aus Import { $import }
person-each-determined = { $n ->
    [0] Nichts zu ändern: Es war bereits so festgestellt.
    [one] Festgestellt: 1 Konto, eine Person.
   *[other] Festgestellt: { $number } Konten, je eine Person.
}
person-each-no-longer = { $n ->
    [0] Nichts zu ändern: Für diese Konten war nichts festgestellt.
    [one] Für 1 Konto ist nicht mehr festgestellt, dass es eine Person ist.
   *[other] Für { $number } Konten ist nicht mehr festgestellt, dass jedes eine Person ist.
}
person-each-now = { $what }: { $count }.
columns-title = Spalten
columns-about = Auch in der Liste selbst: den Rand einer Überschrift ziehen; auf einer Überschrift ändert Umschalt mit ← oder → die Breite, Alt und Umschalt verschieben.
columns-width = Breite von { $column }
columns-unread = Bitte eine Breite von { $low } bis { $high } schreiben.
columns-up = { $column } nach vorn verschieben
columns-down = { $column } nach hinten verschieben
columns-reset = Wie zu Beginn
columns-done = Fertig
inspect = Das Konto im Einzelnen
inspect-none = Wählen Sie eine Zeile, um zu sehen, woher jede Angabe stammt.
inspect-close = Schließen
inspect-how = Weise
inspect-how-open = nicht angegeben
inspect-accessed = Zugriff
inspect-data = Daten
inspect-why = Warum es hier steht
inspect-line = { $file }, Zeile { $line }, Import { $import }
inspect-merged = aus mehreren Zeilen
inspect-no-residence = nicht bekannt
inspect-chosen = { $n ->
    [one] 1 Konto, von Hand ausgewählt
   *[other] { $n } Konten, von Hand ausgewählt
}
inspect-met = { $n }-mal vorgekommen
inspect-conflict = Widersprüchliche Angaben: { $field }
inspect-adopt = Übernehmen
inspect-leave = So belassen
inspect-adopted = Übernommen; der Widerspruch ist geklärt.
inspect-was-adopted = { $field }: „{ $value }“ übernommen
filter-any = beliebig
filter-tagged-yes = hat Region und Organisation
filter-tagged-no = ohne Region oder Organisation
filter-field-domain = Domain der Adresse
filter-field-region = Region und alles darunter
filter-field-organisation = Organisation und alles darunter
filter-field-residence = Land oder Landesteil
filter-field-key = Adresse oder Nummer
filter-field-name = Name
filter-field-notes = Bemerkungen
filter-field-kind = Art des Kontos
filter-field-status = wie weit festgestellt
filter-field-way = wie betroffen
filter-field-records = Anzahl der Datensätze, >100
filter-field-import = Import nach Nummer
filter-field-rule = Regel nach Nummer
filter-field-tagged = yes oder no
filter-field-conflict = widersprüchliche Angaben
action-filter = Konten filtern
action-tag-region = Region zuordnen
action-tag-organisation = Organisation zuordnen
action-tag-residence = Wohnsitz zuordnen
action-tag-status = Status setzen
action-one-person = Je Konto eine Person feststellen
action-choose-all = Alles auswählen, was zutrifft
action-choose-none = Auswahl aufheben
action-copy = Ausgewählte Konten kopieren
action-columns = Spalten der Kontenliste
action-list-out = Kontenliste ausgeben
action-clear-filter = Alle Konten anzeigen
action-inspect = Das Konto im Einzelnen ansehen
deed-conflict-adopt = Angabe übernommen
error-account-missing = Dieses Konto ist nicht mehr im Fall. Die Liste wird neu gelesen.
error-conflict-missing = Dieser Widerspruch ist bereits geklärt.
error-window-view-gone = Die Liste hat sich inzwischen geändert. Sie wird neu gelesen; bitte wiederholen Sie den Schritt.

## window: import
action-import-choose = Dateien zum Import auswählen …
action-import-try = Probelauf: was importiert würde
action-import-run = Ausgewählte Dateien importieren
action-import-question = Zur offenen Frage
action-import-cancel = Laufenden Import abbrechen
action-import-enrich = Nur vorhandene Konten ergänzen, oder doch hinzufügen
action-import-clear = Alle Dateien weglassen
action-import-problems = Probleme des letzten Imports in eine Datei schreiben
action-import-take-back = Letzten Import zurücknehmen
import-choose-title = Dateien zum Import
import-endings = Listen (CSV, XLSX, JSON, ZIP)
import-rejects-title = Probleme des Imports schreiben
import-rejects-name = nicht-importiert
import-step-files = Dateien und wie sie gelesen werden
import-step-outcome = Was der Import bewirken würde
import-more = Weitere Dateien …
import-invite = Dateien hier ablegen oder irgendwo auf dem Fenster
import-invite-what = Kontenlisten als CSV oder anderer Text mit Trennzeichen, als Excel-Arbeitsmappe (XLSX) oder als JSON, auch gepackt (ZIP, GZ), oder ein ausgegebenes Blatt, das ausgefüllt zurückkommt. Nichts wird importiert, bevor Sie gesehen haben, was geschehen würde.
import-read-only = Das Buch ist nur zum Lesen geöffnet. Zum Importieren öffnen Sie es zum Schreiben.
import-understood = Erkannte Spalten
import-never = Nie gespeichert
import-never-what = Spalten, die nach Kennwörtern, Bankkonten, Zahlungskarten oder anderen Geheimnissen aussehen, und Spalten, die nicht zugeordnet sind.
import-local = Bleibt hier
import-local-what = Dateien werden auf diesem Rechner gelesen. Nichts verlässt ihn; Breachbook nutzt kein Netz. Die Dateien selbst bleiben unverändert.
import-drop = Loslassen: Die Dateien werden angesehen, noch wird nichts importiert
import-drop-no-case = Öffnen Sie zuerst einen Fall und legen Sie die Dateien dann noch einmal ab.
import-drop-nothing = Unter dem Abgelegten war keine Datei. Legen Sie Dateien ab, keine Ordner.
import-wait = Ein Import läuft. Warten Sie sein Ende ab oder brechen Sie ihn ab.
import-elsewhere = Ein Import in einen anderen Fall läuft; die Fußzeile zeigt, wie weit er ist. Warten Sie sein Ende ab oder brechen Sie ihn dort ab.
import-wait-try = Der Probelauf läuft noch. Sehen Sie sein Ergebnis an, dann importieren Sie.
import-wait-look = Die Dateien werden noch angesehen. Importiert werden kann danach.
import-looking = Die Datei wird angesehen …
import-looked = { $n ->
    [one] 1 Datei kann gelesen werden
   *[other] { $n } Dateien können gelesen werden
}{ $refused ->
    [0] { "" }
   *[other] , { $refused } nicht
}{ $open ->
    [0] .
    [one] ; zu 1 Datei ist eine Frage offen.
   *[other] ; zu { $open } Dateien sind Fragen offen.
}
import-leave-out = Diese Datei weglassen
import-leave-out-file = { $file } weglassen
import-file-stays-out = Die Datei bleibt außen vor. Nichts wurde geändert.
import-earlier-taken-back = Genau diese Bytes wurden am { $at } von { $by } importiert (Import { $import }) und am { $back } zurückgenommen.
import-earlier = Genau diese Bytes wurden am { $at } von { $by } importiert (Import { $import }). Ein erneuter Import führt die Zeilen zusammen und fügt nichts hinzu.
import-twin = Dieselben Bytes wie „{ $file }“, die ebenfalls ausgewählt ist.
import-round-trip = Ein ausgegebenes Blatt, ausgefüllt zurück: Es setzt Region, Organisation, Wohnsitz und Status vorhandener Konten. Es bringt keine neuen Konten; leere Zellen ändern nichts.
import-sheet = Blatt
import-sheet-named = Blatt „{ $sheet }“
import-sheets-alike = dazu die Blätter gleicher Form: { $sheets }
import-sheets-hidden = ausgeblendete Blätter: { $sheets }
import-hidden-rows = { $n ->
    [one] { $n } ausgeblendete Zeile, gelesen wie die anderen
   *[other] { $n } ausgeblendete Zeilen, gelesen wie die anderen
}
import-no-header = ohne Kopfzeile
import-header-line = Kopfzeile in Zeile { $line }
import-container-delimited = Text mit Trennzeichen
import-container-workbook = Arbeitsmappe
import-container-json-lines = JSON, Objekt für Objekt
import-container-json-array = JSON-Feld
import-within = aus dem Archiv „{ $file }“
import-kind-account-list = Liste von Konten
import-kind-return-sheet = zurückgekommenes Blatt
import-delimiter-comma = Komma
import-delimiter-semicolon = Semikolon
import-delimiter-tab = Tabulator
import-delimiter-bar = senkrechter Strich
import-delimiter-other = Trennzeichen { $delimiter }
import-keyless = Keine Spalte wurde als Kennung erkannt. Wählen Sie unten, welche Spalte die Konten unterscheidet, zum Beispiel die E-Mail-Adresse oder die Kundennummer.
import-dates-ask = { $n ->
    [one] Spalte
   *[other] Spalten
} { $columns }: Welche Zahl von { $cell } ist der Tag?
import-dates-day-month = der Tag zuerst
import-dates-month-day = der Monat zuerst
import-columns-of = Spalten von { $file }
import-column = Spalte
import-cells = Darin
import-read-as = Gelesen als
import-column-as = Spalte „{ $column }“ lesen als
import-secret = geheim, nie gespeichert
import-secret-cells = nicht angezeigt
import-not-kept = nicht gespeichert
import-corrected = korrigiert
import-kinds = Kennung
import-fields = Felder
import-field-key = Kennung
import-field-key-kind = Art der Kennung
import-field-name = Name
import-field-kind = Art des Kontos
import-field-region = Region
import-field-organisation = Organisation
import-field-residence = Wohnsitz
import-field-basis = Grundlage des Wohnsitzes
import-field-records = Datensätze
import-field-records-qualifier = Zusatz zur Zahl der Datensätze
import-field-unit = Einheit der Datensätze
import-field-way = Art der Betroffenheit
import-field-status = Status
import-field-first-access = erster Zugriff
import-field-last-access = letzter Zugriff
import-field-data-category = Datenkategorie
import-field-notes = Notizen
import-first-rows = { $n ->
    [one] Die erste Zeile, wie sie gelesen würde
   *[other] Die ersten { $n } Zeilen, wie sie gelesen würden
}
import-first-rows-of = { $file }: { $n ->
    [one] die erste Zeile, wie sie gelesen würde
   *[other] die ersten { $n } Zeilen, wie sie gelesen würden
}
import-tag-removed = (entfernt)
import-zone = Zeitzone für Zeiten ohne Angabe
import-zone-hint = Manche Zeiten nennen keine Zone. Ohne Angabe gilt { $zone }, die des Falls; das wird bei jedem Wert vermerkt.
import-no-tags = Region, Organisation und Wohnsitz offen lassen
import-no-tags-hint = Spalten, die sie enthalten, werden nicht übernommen.
import-enrich = Nur ergänzen, was da ist; kein Konto hinzufügen
import-enrich-hint = Für Verzeichnisse und Personallisten. Was sie zu Status und Art der Betroffenheit sagen, wird nicht gelesen: Ein Verzeichnis macht niemanden betroffen.
import-not-when-filling = wird beim Ergänzen nicht gelesen
import-filled-dry = { $n ->
    [one] 1 Zeile würde ein vorhandenes Konto ergänzen.
   *[other] { $n } Zeilen würden vorhandene Konten ergänzen.
}
import-filled = { $n ->
    [one] 1 Zeile hat ein vorhandenes Konto ergänzt.
   *[other] { $n } Zeilen haben vorhandene Konten ergänzt.
}
import-without-account = { $n ->
    [0] Jede nennt ein Konto, das im Fall ist.
    [one] 1 Zeile nennt ein Konto, das nicht im Fall ist; es bleibt draußen.
   *[other] { $n } Zeilen nennen Konten, die nicht im Fall sind; sie bleiben draußen.
}
import-only-filled = nur ergänzt
import-provenance = Woher die Dateien kommen
import-handed-over = Übergeben von
import-collected-by = Erhoben von
import-collected-when = Erhoben am
import-collected-how = Mit welcher Abfrage, für welchen Zeitraum
import-would = Was geschehen würde
import-trying = Probelauf
import-running = Import läuft
import-rows-so-far = { $n ->
    [one] 1 Zeile
   *[other] { $n } Zeilen
}
import-rate = { $n } je Sekunde
import-keys-so-far = { $n } von { $of } Schlüsseln eingeordnet
import-placing-keys = Schlüssel werden eingeordnet
import-stopping = Wird abgebrochen …
import-cancel-safe = Nach einem Abbruch bleibt nichts Halbes zurück. Ansehen können Sie inzwischen alles; Änderungen müssen warten, bis er fertig ist.
import-cancelled = Abgebrochen. Nichts wurde geändert.
import-said-of = { $case }: { $said }
import-refused = { $why } Nichts wurde geändert.
import-read = gelesen
import-new = neu
import-merged = zusammengeführt
import-rejected = abgewiesen
import-unmatched = ohne Konto
import-unmatched-beside = + { $n } ohne Konto
import-sum = Gelesen { $read } = neu { $new } + zusammengeführt { $merged } + abgewiesen { $rejected }.
import-sum-dry = Gelesen würden { $read } = neu { $new } + zusammengeführt { $merged } + abgewiesen { $rejected }.
import-sum-filled = Gelesen { $read } = neu { $new } + zusammengeführt { $merged } + abgewiesen { $rejected } + ohne Konto { $unmatched }.
import-sum-dry-filled = Gelesen würden { $read } = neu { $new } + zusammengeführt { $merged } + abgewiesen { $rejected } + ohne Konto { $unmatched }.
import-tried-said = Probelauf, nichts wurde geändert: { $read } = neu { $new } + zusammengeführt { $merged } + abgewiesen { $rejected }.
import-done-said = Importiert: gelesen { $read } = neu { $new } + zusammengeführt { $merged } + abgewiesen { $rejected }.
import-tried-said-filled = Probelauf, nichts wurde geändert: { $read } = neu { $new } + zusammengeführt { $merged } + abgewiesen { $rejected } + ohne Konto { $unmatched }.
import-done-said-filled = Ergänzt: gelesen { $read } = neu { $new } + zusammengeführt { $merged } + abgewiesen { $rejected } + ohne Konto { $unmatched }.
import-changed = { $n ->
    [one] 1 Konto würde geändert.
   *[other] { $n } Konten würden geändert.
}
import-changed-done = { $n ->
    [one] 1 Konto wurde geändert.
   *[other] { $n } Konten wurden geändert.
}
import-typed-contradicted = { $name }: { $typed } war von Hand eingetragen, die Liste ergibt { $computed }. Zu entscheiden ist es in der Zeitleiste bei den Zahlen.
import-conflicts = { $n ->
    [one] 1 Angabe widerspricht einer früheren; beide bleiben stehen.
   *[other] { $n } Angaben widersprechen früheren; alle bleiben stehen.
}
import-conflicts-short = Widersprüche
import-useless = „{ $file }“ enthält keine Zeile, die sich übernehmen ließe ({ $rejected } abgewiesen). Lassen Sie die Datei weg oder korrigieren Sie die Spalten.
import-useless-filled = „{ $file }“ nennt kein Konto, das im Fall ist ({ $unmatched } ohne Konto, { $rejected } abgewiesen). Lassen Sie die Datei weg, korrigieren Sie die Spalten oder fügen Sie die Konten hinzu.
import-none-readable = Keine der Dateien kann gelesen werden. Nichts wurde geändert.
import-answer-first = { $n ->
    [one] Zu einer Datei ist eine Frage offen. Beantworten Sie sie, um zu sehen, was geschehen würde.
   *[other] Zu { $n } Dateien sind Fragen offen. Beantworten Sie sie, um zu sehen, was geschehen würde.
}
import-try-large = Der Probelauf liest jede Zeile und ändert nichts.
import-dry = Ein Probelauf über { $total } Zeilen. Noch wurde nichts geändert.
import-do = { $n ->
    [one] Datei importieren
   *[other] { $n } Dateien importieren
}
import-out = { $n ->
    [one] Eine Datei kann nicht gelesen werden und bleibt außen vor.
   *[other] { $n } Dateien können nicht gelesen werden und bleiben außen vor.
}
import-problems = { $n ->
    [one] 1 Problem
   *[other] { $n } Probleme
}
import-problems-more = { $n } weitere anzeigen
import-problems-fewer = Weniger anzeigen
import-problems-cut = Die ersten { $shown } von { $total }. Der Export enthält alle.
import-problems-written = Geschrieben: { $file } in { $folder }.
import-file = Datei
import-files = Dateien
import-line = Zeile
import-in-line = Zeile { $line }
import-reason = Grund
import-consequence = Folge
import-row-left = Zeile abgewiesen
import-field-left = Feld offen
import-result = Import { $import } ist abgeschlossen
import-by-file = Zeilen je Datei
import-see-accounts = Diese Konten ansehen
import-export-problems = Probleme als CSV exportieren …
import-show-problems = { $n ->
    [one] Problem anzeigen
   *[other] { $n } Probleme anzeigen
}
import-take-back = Zeilen zurücknehmen
import-take-back-hint = Das Zurücknehmen entfernt, was nur dieser Import brachte; es steht dann auch in der Datei des Buchs nicht mehr. Der Nachweis bleibt: Namen und Hashwerte der Dateien, Zahlen und die abgelehnten Zeilen. Dieselben Dateien lassen sich erneut importieren.
import-traces = Die Datei des Buchs ließ sich nicht neu schreiben, vielleicht fehlt Platz: Reste zurückgenommener Zeilen können noch darin stehen. Schaffen Sie Platz und legen Sie eine Sicherung des Buchs an: Die Kopie enthält sie nicht.
import-taken-back-said = Import { $import } zurückgenommen: { $removed } Konten entfernt, { $restored } wiederhergestellt. Der Nachweis bleibt.
import-next = Weitere Dateien importieren
import-past = Bisherige Importe
import-number = Nr.
import-when = Wann, wer
import-state = Stand
import-stands = steht
import-is-taken-back = zurückgenommen
import-sha = SHA-256
import-read-how = Gelesen als
import-mapping = Spalten
import-zone-short = Zone und Datumsfolge
import-collected = Erhoben
import-ran = Importiert von
import-ran-as = { $by } ({ $account } auf { $machine }), Breachbook { $program }
import-from-until = Beginn, Ende
import-span = { $from } bis { $until }
import-taken-back-when = Zurückgenommen

## window: organisations and regions
trees-name-region = Region
trees-name-organisation = Organisation
trees-own = davon unmittelbar
trees-none-region = ohne Region
trees-none-organisation = ohne Organisation
trees-note = Jede Zeile zählt sich selbst mit allem darunter. Personen sind je Zeile verschieden und summieren sich nicht über die Zeilen.
trees-empty-region = Noch keine Regionen
trees-empty-organisation = Noch keine Organisationen
trees-empty-do = Legen Sie hier die erste Stelle an, oder nebenbei beim Zuordnen der Konten.
trees-tag = Konten zuordnen
trees-name = Name
trees-history = Was damit geschah
trees-history-none = Unverändert, seit es mit einem Import kam.
trees-top = ganz oben
trees-code = ISO-Code
trees-code-hint = DE, oder US-CA für einen Landesteil. Der Name führt auch zum Code.
trees-code-title = Code von { $name }
trees-code-about = Eingelesene Listen, die diesen Code nennen, werden hier eingeordnet. Eine Region ist kein Wohnsitz: Kein Gesetz liest sie.
trees-merge = Zusammenführen
trees-merge-title = { $name } zusammenführen
trees-merge-about = Ihre Konten und alles darunter gehen an die andere Stelle über; sie selbst verschwindet. Rückgängig holt sie zurück.
trees-merge-to = Zusammenführen mit
trees-move = Verschieben
trees-move-title = { $name } verschieben
trees-move-about = Alles darunter kommt mit.
trees-move-to = Einhängen unter
trees-done = Erledigt: { $deed } ({ $n })
trees-used-title = { $name } wird noch verwendet
action-tree-new-region = Neue Region
action-tree-new-organisation = Neue Organisation
action-tree-child = Neue Stelle darunter
action-tree-rename = Umbenennen
action-tree-move = Verschieben unter …
action-tree-in = Eine Ebene tiefer
action-tree-out = Eine Ebene höher
action-tree-merge = Zusammenführen mit …
action-tree-code = ISO-Code setzen
action-tree-up = Weiter nach oben
action-tree-down = Weiter nach unten
action-tree-remove = Entfernen

## window: timeline and what is written down
time-now = Jetzt
time-hint = Tag, Monat, Jahr oder Zeitpunkt: 24.11.2026 13:41, heute 9 Uhr, 11.2026
time-read = gelesen als { $at }
time-read-in = gelesen als { $at } (Zeitzone { $zone })
time-not-read = So noch nicht lesbar. Zum Beispiel: 24.11.2026 13:41, gestern 9 Uhr, 24.11.2026, 11.2026
field-optional = { $field } (falls bekannt)
field-choose = Bitte wählen
field-none = keine Angabe
field-country-hint = ISO-Code; der Name führt auch dorthin.
field-country-unknown = So heißt kein Land. Schreiben Sie einen ISO-Code wie DE, oder wählen Sie eines aus der Liste.
field-organisation-hint = Ein Name, so wie er ist. Eine neue Organisation wird angelegt.
count-editor-how = Wie genau
count-editor-low = Untergrenze
count-editor-high = Obergrenze
count-editor-to = bis
count-editor-unit = Einheit
count-editor-band = Spanne, falls bekannt
count-editor-whole = Bitte eine ganze Zahl schreiben, zum Beispiel 60.000.
count-editor-backwards = Die Grenzen sind vertauscht.
count-editor-outside = Die Schätzung liegt außerhalb ihrer Grenzen.
timeline-parts = Teile dieser Seite
timeline-milestones = Zeitlicher Ablauf
timeline-milestones-empty = Noch ist nichts verzeichnet. Beginnen Sie mit dem ersten Hinweis: Taste M.
timeline-decisions = Feststellungen
timeline-numbers = Zahlen
timeline-claims = Angaben Dritter
timeline-claims-empty = Noch hat niemand eine Zahl genannt. Was Presse, Auftragsverarbeiter oder Angreifer sagen, gehört hierher, jeweils mit Quelle.
timeline-exposures = Betroffene Daten
timeline-exposures-empty = Welche Daten welcher Personen betroffen sind, ist noch zu ermitteln.
timeline-measures = Maßnahmen
timeline-measures-empty = Noch ist keine Maßnahme verzeichnet: was bestand, was jetzt abhilft, was künftig vorbeugt.
timeline-points = Offene Punkte
timeline-points-empty = Nichts ist als offen vermerkt.
timeline-answers = Beschreibung
timeline-answers-about = Jede Angabe wird gesichert, sobald Sie das Feld verlassen.
timeline-coverage = Abdeckung der Protokolle
timeline-coverage-empty = Welche Zeiträume die Protokolle abdecken, ist noch nicht verzeichnet. Kein Eintrag heißt nicht: kein Zugriff.
timeline-overlaps = Überschneidung der Gruppen
timeline-overlaps-empty = Nichts angegeben: Gruppen können dieselben Personen enthalten, ihre Zahlen werden nicht addiert.
timeline-parties = Beteiligte
timeline-parties-empty = Nur nötig, wo es mehrere Verantwortliche, Auftragsverarbeiter oder Auftraggeber mit eigenen Pflichten gibt.
timeline-parties-more = Mehrere Verantwortliche, Auftragsverarbeiter, Auftraggeber …
entity-nothing = Anschrift und Kennung noch nicht eingetragen
entity-fill = Eintragen
entity-change = Ändern
entity-of = Anschrift und Kennung, { $party }
entity-title = Juristische Person: { $name }
entity-about = Das Buch kennt jede juristische Person einmal: Was Sie sichern, gilt in diesem Fall und in Fällen, die sie später nennen.
entity-which = Juristische Person
entity-which-typed = Sichern oder verwerfen Sie zuerst, was Sie eingetragen haben.
entity-elsewhere = In anderen Fällen dieses Buchs
entity-nowhere = Kein anderer Fall nennt sie.
entity-as-of = Stand { $at }
entity-stays = Dort bleibt, was der Fall übernommen hat. Geändert wird es in dem Fall selbst.
timeline-exact = Genauigkeit: { $to }
timeline-source = Quelle: { $source }
timeline-by = { $by }, { $at }
timeline-no-reason = ohne Begründung
timeline-undetermined = noch nicht festgestellt
timeline-determine = Feststellen
timeline-determine-anew = Neu feststellen
timeline-determine-other = Für eine andere Beteiligte feststellen
timeline-determining-entity = Juristische Person, die Kenntnis hat
timeline-determining-party = Beteiligte, die feststellt
timeline-decisions-more = Was andere Gesetze fragen (DORA, NIS2) …
timeline-answers-of = Antworten von
timeline-determine-what = Feststellen: { $what }
timeline-determine-about = Eine Feststellung bleibt mit Begründung, Person und Zeit erhalten.
timeline-aware-about = Kenntnis wird festgestellt, nicht gemessen: Wählen Sie den Zeitpunkt und begründen Sie ihn.
timeline-candidates = Seit wann die juristische Person Kenntnis hat
timeline-other-time = Ein anderer Zeitpunkt
timeline-time = Zeitpunkt mit Zeitzone
timeline-not-exact = keine Uhrzeit bekannt: als anderen Zeitpunkt eingeben
timeline-reason-hint = Ein Satz, den eine Behörde lesen kann.
timeline-determined-by = Festgestellt von
timeline-whole-case = der Fall insgesamt
timeline-kept = Was jetzt gilt, bleibt erhalten und wird als ersetzt gezeigt.
timeline-determined = Festgestellt: { $what }
timeline-stands = Es gilt
timeline-rests-on = Grundlage
timeline-list-says = Laut Liste
timeline-doings = Aktionen
timeline-on-claim = übernommene Angabe
timeline-typed-contradicted = die Liste widerspricht
timeline-keep = Beibehalten
timeline-keep-what = Von Hand eingetragene Zahl beibehalten: { $what }
timeline-keep-title = Von Hand eingetragene Zahl beibehalten
timeline-keep-over = { $typed } war von Hand eingetragen, die Liste ergibt { $computed }
timeline-kept-typed = Wie von Hand eingetragen beibehalten: { $what }
timeline-kept-because = beibehalten: { $reason }
timeline-on-typed = von Hand eingegeben
timeline-on-list = aus der Liste gezählt
timeline-beneath = darunter eingegeben: { $count }
timeline-type = Eingeben
timeline-type-what = Eingeben: { $what }
timeline-typed = Eingegeben: { $what }
timeline-number-about = Steht, bis eine Liste kommt. Eine gezählte Zahl ersetzt sie erst, wenn Sie sie übernehmen.
timeline-adopt-computed = Gezählte übernehmen
timeline-adopted-computed = Gezählte Zahl übernommen: { $what }
timeline-replaced-computed = durch die gezählte Zahl ersetzt
timeline-contradicted = Die Liste widerspricht dieser Angabe.
timeline-list-adds = die Liste ergibt { $sum }
timeline-adopted = Übernommen von { $by }
timeline-adopt = Übernehmen
timeline-adopt-title = Diese Angabe übernehmen
timeline-drop = Nicht mehr übernehmen
timeline-drop-title = Diese Angabe nicht mehr übernehmen
timeline-instead = Bisher gilt: { $count } ({ $source }).
timeline-claim-adopted = Angabe übernommen: { $what }
timeline-claim-dropped = Angabe nicht mehr übernommen: { $what }
written-yes = ja
written-no = nein
written-save = Sichern
written-field = { $field }: { $value }
written-new = Neu: { $what }
written-change = Ändern: { $what }
written-remove = Entfernen: { $what }
written-added = Hinzugefügt: { $what }
written-changed = Geändert: { $what }
written-removed = Entfernt: { $what }
written-party = Beteiligte Stelle
written-main-party = Hauptbeteiligte
written-milestone = Schritt im Ablauf
written-determination = Feststellung
written-claim = Angabe
written-exposure = Betroffene Daten
written-measure = Maßnahme
written-open-point = Offener Punkt
written-coverage = Abdeckung eines Protokolls
written-overlap = Überschneidung zweier Gruppen
written-role = Rolle
written-organisation = Organisation
written-on-behalf-of = Im Auftrag von
written-established = Niederlassung in
written-main-establishment = Hauptniederlassung
written-public-body = Öffentliche Stelle
written-sector = Branche
written-dpo = Datenschutzbeauftragte Person, mit Telefon
written-reference = Eigenes Aktenzeichen
written-kind = Art
written-at = Wann
written-measure-at = Seit oder bis wann
written-what = Was
written-coverage-what = Welches Protokoll
written-source = Quelle
written-value = Was festgestellt wird
written-advice = Auf wessen Rat
written-identifier = Kennung (LEI, Registernummer)
written-country = Land
written-address = Anschrift
written-reason = Begründung
written-coverage-reason = Warum es nicht vollständig ist
written-by = Durch
written-subject = Was gezählt wird
written-count = Anzahl
written-exposure-count = Anzahl der Personen
written-said = Wann geäußert
written-standing = Wessen Wort
written-adopted = Übernommen
written-category = Datenkategorie
written-group = Personen
written-way = Auf welche Weise
written-residence = Wohnsitz
written-protection = Schutz
written-note = Anmerkung
written-state = Stand
written-until = Bis
written-open-point-until = Folgt bis
written-who = Wer es beantwortet
written-from = Von
written-whole = Vollständig
written-one = Eine Gruppe
written-other = Die andere Gruppe
written-disjoint = Keine Person gehört zu beiden
answers-case = Der Fall
answers-when = Wann es geschah und wie es entdeckt wurde
answers-what = Was geschah
answers-whom = Die Personen und ihre Daten
answers-harm = Folgen
answers-others = Weitere Stellen und Anmerkungen
answer-from = Von
answer-until = Bis, sofern beendet
answer-title = Titel
answer-controller = Verantwortlicher
answer-reference = Aktenzeichen
answer-dpo = Datenschutzbeauftragte Person, mit Telefon
answer-zone-hint = Zeiten ohne Zeitzone sind in ihr gemeint.
answer-zone = Zeitzone
answer-occurred = Wann es geschah
answer-detected = Erster Hinweis
answer-late-reasons = Gründe für eine Meldung nach 72 Stunden (Art. 33 Abs. 1 DSGVO)
answer-discovery = Entdeckt durch
answer-discovery-text = Wie es entdeckt wurde
answer-nature = Was beeinträchtigt ist
answer-incident = Art des Vorfalls
answer-cause = Ursache
answer-description = Was geschah
answer-systems = Betroffene Systeme
answer-data-place = Wo Daten und Systeme liegen
answer-persons-text = Die betroffenen Personen, in Worten
answer-special-categories = Besondere Kategorien von Daten
answer-special-categories-text = Anmerkung zu besonderen Kategorien
answer-consequences = Wahrscheinliche Folgen
answer-impact = Arten der Auswirkung
answer-severity = Schwere
answer-authorities = Behörden
answer-board = Hinweis für die Leitung
answer-notes = Anmerkungen
action-timeline-milestone = Neuer Schritt im Ablauf
action-timeline-decide-awareness = Kenntnis feststellen
action-timeline-decide-awareness-incident = Kenntnis vom Vorfall feststellen
action-timeline-decide-awareness-significance = Kenntnis von der Erheblichkeit feststellen
action-timeline-decide-significance = Erheblichkeit feststellen
action-timeline-decide-breach = Verletzung des Schutzes personenbezogener Daten feststellen
action-timeline-decide-risk = Risiko feststellen
action-timeline-decide-notification = Über die Meldung an die Behörde entscheiden
action-timeline-decide-communication = Über die Benachrichtigung der Personen entscheiden
action-timeline-decide-materiality = Wesentlichkeit feststellen
action-timeline-number = Zahl eingeben
action-timeline-claim = Neue Angabe Dritter
action-timeline-exposure = Betroffene Daten ergänzen
action-timeline-measure = Neue Maßnahme
action-timeline-point = Neuer offener Punkt
action-timeline-coverage = Protokollabdeckung ergänzen
action-timeline-overlap = Überschneidung von Gruppen angeben
action-timeline-party = Beteiligte Stelle ergänzen
action-timeline-entity = Anschrift und Kennung einer juristischen Person ändern
action-timeline-answers = Vorfall beschreiben
timeline-before = { $n ->
    [one] 1 frühere Feststellung
   *[other] { $n } frühere Feststellungen
}
timeline-typed-before = { $n ->
    [one] 1 früher eingegebene Zahl
   *[other] { $n } früher eingegebene Zahlen
}

## window: reports
template-dossier = Interne Dokumentation
template-about-dossier = Alles, was festgehalten ist, mit Quellen. Sie ist nicht die Meldung und wird ihr nicht ungefragt beigelegt.
format-pdf = PDF
report-shown = Was gezeigt wird
report-tab-preview = Vorschau
report-tab-past = Bisherige Exporte
report-order = Was der Bericht werden soll
report-template = Vorlage
report-language = Sprache des Berichts
report-format = Format
report-names = Mit Namen der Betroffenen
report-names-no = Ohne die Kennungen der Liste: Vor dem Schreiben wird die fertige Datei nach jeder von ihnen durchsucht. Kleine Zahlen können trotzdem auf eine Person hinweisen.
report-names-yes = Jedes Konto steht namentlich im Anhang. Die Datei ist vertraulich; nichts daran wird geschwärzt.
report-file-names = mit-Namen
report-place = Bericht exportieren
report-export = Exportieren …
report-exporting = Wird geschrieben …
report-read-only = Dieses Buch ist nur zum Lesen geöffnet. Ein Export wird darin festgehalten und braucht Schreibzugriff.
report-version = Fassung { $n }
report-pages = { $n ->
    [one] 1 Seite
   *[other] { $n } Seiten
}
report-known = bekannt am { $at }
report-warnings = Was der Leser wissen sollte
report-missing = Was noch fehlt
report-missing-none = Nichts ist als offen vermerkt.
report-missing-said = Der Bericht sagt, dass dies offen ist; er kann trotzdem geschrieben werden.
report-page = Seite
report-page-of = Seite { $page } von { $pages }
report-of-pages = von { $pages }
report-no-page = Diese Seite gibt es nicht; möglich ist 1 bis { $pages }.
report-fit = Breite
report-toolbar = Seite und Größe
report-thumbnails = Seiten im Kleinen
report-tagged = Die Vorschau zeigt genau die Bytes, die geschrieben werden. Die PDF-Datei selbst ist für Vorleseprogramme ausgezeichnet.
report-setting = Bericht wird gesetzt …
report-none = Noch keine Vorschau.
report-previewed = Vorschau: { $template }
report-looked = Export { $n }, wie er am { $at } geschrieben wurde
report-back = Zurück zur Vorschau
report-refused-title = Dieser Bericht wird so nicht geschrieben
report-changed-title = Der Fall hat sich seit der Vorschau geändert
report-leak-mend = Zu den Angaben
report-try-again = Noch einmal prüfen
report-exported = Als Export { $n } festgehalten: { $file } in { $folder }, SHA-256 { $sha256 }…
report-written-again = Export { $n } noch einmal geschrieben, dieselben Bytes: { $file } in { $folder }
report-past-none = Noch nichts exportiert
report-past-none-do = Ein Export wird mit seinen Bytes hier aufbewahrt und lässt sich jederzeit unverändert wieder schreiben.
report-past-about = Jeder Export ist mit seinen Bytes aufbewahrt. Was hier steht, wird nie überschrieben und nicht rückgängig gemacht.
report-number = Nr.
report-when = Stand
report-version-short = Fassung
report-names-short = Namen
report-with-names = mit
report-without-names = ohne
report-pages-short = Seiten
report-do = Aktionen
report-look = Ansehen
report-again = Erneut schreiben …
error-export-changed = Geschrieben wurde nichts: Der Fall ist nicht mehr, was die Vorschau zeigte. Die Vorschau wird neu gesetzt; sehen Sie sie an und exportieren Sie dann.
action-report-preview = Vorschau neu setzen
action-report-export = Bericht exportieren
action-report-names = Mit oder ohne Namen
action-report-past = Bisherige Exporte zeigen
action-report-template = Vorlage des Berichts wählen
action-report-zoom-in = Seiten vergrößern
action-report-zoom-out = Seiten verkleinern
action-report-fit = Seiten auf Breite
action-report-next-page = Nächste Seite
action-report-previous-page = Vorige Seite
action-report-go-missing = Zu dem, was im Bericht noch fehlt

## window: log
log-text = Im Protokoll suchen
log-verb = Art des Eintrags
log-verb-all = Alle Arten
log-book = Ganzes Buch
log-counting = wird gezählt …
log-found = { $n ->
    [one] 1 Eintrag
   *[other] { $number } Einträge
}
log-export = Als CSV …
log-csv = CSV
log-file = Protokoll
log-place = Protokoll schreiben
log-written = Protokoll geschrieben: { $file } in { $folder }
log-when = Wann
log-what = Was
log-how-much = Wie viel
log-who = Wer
log-more = Ältere Einträge
log-none = Kein Eintrag
log-none-do = Mit dieser Suche ist nichts zu finden. Löschen Sie den Text, oder wählen Sie alle Arten.
log-undone = rückgängig gemacht
log-undone-at = Rückgängig gemacht am { $at }.
log-erased = Einzelheiten gelöscht
log-erased-about = Gelöscht. Der Eintrag selbst und die Kette bleiben.
log-details = Einzelheiten
log-entry = Eintrag
log-declared = { $account } · { $machine }; der Name ist, wie er angegeben wurde
log-number = Eintrag Nr.
log-hash = Hash
log-clock-back = früher als zuvor
log-clock-back-n = { $n ->
    [one] 1 Eintrag trägt eine Zeit vor der eines älteren.
   *[other] { $n } Einträge tragen eine Zeit vor der eines älteren.
}
log-clock-back-about = Seine Zeit liegt vor der eines älteren Eintrags der Kette: Die Uhr wurde zurückgestellt, oder es wurde eine frühere Zeit vorgegeben.
log-time-given = Zeit vorgegeben
log-time-given-about = Die Zeit wurde vorgegeben (--now oder BREACHBOOK_NOW). Die Uhr dieses Rechners zeigte { $at }.
log-chain-walking = Hash-Kette wird geprüft …
log-chain-unbroken = Hash-Kette ungebrochen, { $n } Einträge im Buch
log-chain-broken = Hash-Kette gebrochen bei Eintrag { $n }. Was von dort an steht, ist nicht, was geschrieben wurde, oder es fehlt etwas. Öffnen Sie eine Sicherung daneben und vergleichen Sie.
log-chain-head = letzter Hash { $hash }…
log-undo-to = { $n ->
    [one] Dies rückgängig machen
   *[other] Bis hierher rückgängig machen ({ $n })
}
log-undo-to-about = { $n ->
    [one] Die letzte Änderung. Sie lässt sich wiederholen.
   *[other] { $n } Änderungen, diese eingeschlossen. Jede lässt sich wiederholen; Importe und Exporte dazwischen bleiben.
}
log-undoing = Wird rückgängig gemacht
log-undone-to = Rückgängig gemacht: { $n ->
    [one] 1 Änderung
   *[other] { $n } Änderungen
}, zuletzt „{ $deed }“{ $left ->
    [0] .
    [one] ; 1 Wert blieb, weil er seither anders geändert wurde.
   *[other] ; { $left } Werte blieben, weil sie seither anders geändert wurden.
}
log-not-undone = Wird von „Rückgängig“ nicht berührt: Was das Haus verließ oder hereinkam, bleibt festgehalten.
log-verify = Buch prüfen
log-verifying = Das Buch wird geprüft
log-verifying-about = Das ganze Buch wird durchgesehen: Datei, Protokoll, Zahlen. Bei einem großen Buch dauert das eine Weile; unten lässt es sich abbrechen.
log-verify-cancelled = Prüfung abgebrochen. Am Buch ist nichts geändert.
log-verified = Das Buch ist in Ordnung.
log-not-verified = Das Buch ist nicht in Ordnung. Arbeiten Sie nicht darin weiter; öffnen Sie die letzte Sicherung.
log-verified-file = Datei unversehrt
log-verified-file-not = { $n ->
    [one] Datei beschädigt: 1 Fehler
   *[other] Datei beschädigt: { $n } Fehler
}
log-verified-deeds = jeder Schritt ist, was das Protokoll sagt
log-verified-deeds-not = Schritte sind nicht, was das Protokoll sagt
log-verified-state = jeder Fall ist, wie er verlassen wurde
log-verified-state-not = Fälle sind nicht, wie sie verlassen wurden
log-verified-erased = { $n ->
    [one] Einzelheiten eines Eintrags wurden durch einen Schritt gelöscht
   *[other] Einzelheiten von { $n } Einträgen wurden durch Schritte gelöscht
}
log-verified-foreign = nicht von uns und nicht geprüft: { $names }
log-verified-tally = Zahlen stimmen mit den Zeilen überein
log-verified-tally-not = Zahlen stimmen nicht mit den Zeilen überein
log-verified-close = Ausblenden
log-problems = Was SQLite meldet
detail-yes = ja
detail-no = nein
detail-title = Titel
detail-keys = Angaben
detail-settings = Gesetzt
detail-name = Name
detail-count = Zahl
detail-source = Quelle
detail-role = Rolle
detail-organisation = Organisation
detail-region = Region
detail-residence = Wohnsitz
detail-basis = Grundlage
detail-status = Status
detail-filter = Filter
detail-where = Filter
detail-template = Vorlage
detail-language = Sprache
detail-format = Format
detail-names = Mit Namen
detail-export = Export
detail-report = Bericht
detail-sha256 = SHA-256
detail-files = Dateien
detail-file = Datei
detail-import = Import
detail-rows = Zeilen
detail-read = gelesen
detail-new = neu
detail-merged = zusammengeführt
detail-rejected = abgelehnt
detail-map = Zuordnung der Spalten
detail-no-tags = Ohne Zuordnungen
detail-tree = Baum
detail-node = Zweig
detail-to = Ziel
detail-deed = Eintrag
detail-verb = Art
detail-left = geblieben
log-from-to = { $before } → { $after }
log-row-new = Neu: { $what }
log-row-gone = Entfernt: { $what }
detail-account = Konto
detail-field = Feld
detail-value = Übernommen
detail-only = Ausgewählte Konten
detail-one-person = Je eine Person, weil
detail-enrich = Nur ergänzt
detail-unmatched = ohne Konto
detail-except = Ausgenommene Konten
detail-removed = Entfernt
detail-restored = Wiederhergestellt
deed-book-passphrase = Passphrase geändert
error-undo-not-standing = Bis dorthin lässt sich nichts mehr rückgängig machen: Der Eintrag ist schon zurückgenommen, oder „Rückgängig“ berührt ihn nicht. Geändert wurde nichts.
action-log-filter = Im Protokoll suchen
action-log-undo-to = Bis zu diesem Eintrag rückgängig machen
action-log-book = Protokoll: ganzes Buch oder nur dieser Fall
action-log-csv = Protokoll als CSV schreiben
action-log-chain = Hash-Kette prüfen
action-log-verify = Das ganze Buch prüfen

## window: settings
settings-window = Fenster
settings-back = Zurück
settings-language = Sprache
settings-system = wie das System
settings-theme = Farben
settings-theme-system = wie das System
settings-theme-light = hell
settings-theme-dark = dunkel
settings-who = Wer hier arbeitet
settings-name = Ihr Name
settings-name-stands = Neben allem, was Sie tun, steht im Protokoll: { $name } · { $account } · { $machine }
settings-backup = Sicherung
settings-backup-about = Wird ein geändertes Buch geschlossen, geht eine Kopie in diesen Ordner. Sie ist verschlüsselt wie das Buch und öffnet sich mit derselben Passphrase; die letzten zehn je Buch bleiben.
settings-backup-none = Noch kein Ordner gewählt: Es gibt keine Sicherung.
settings-backup-choose = Ordner wählen …
settings-backup-stop = Keine Sicherung mehr
settings-back-up = Jetzt sichern
settings-backup-last = Zuletzt gesichert: { $at }, { $file }
settings-backup-last-refused = Die letzte Sicherung von „{ $book }“ ({ $at }) ist fehlgeschlagen: { $why }
settings-backed-up = Gesichert: { $file } in { $folder }
settings-backup-refused = Die Sicherung ist fehlgeschlagen: { $why }
settings-book = Dieses Buch
settings-passphrase = Passphrase ändern …
settings-passphrase-about = Das Buch wird neu verschlüsselt; bei einem großen Buch dauert das eine Weile. Kopien von früher behalten die Passphrase, die sie haben.
settings-passphrase-old = Bisherige Passphrase
settings-passphrase-new = Neue Passphrase
settings-passphrase-do = Ändern
settings-passphrase-changing = Wird neu verschlüsselt …
settings-passphrase-changed = Die Passphrase ist geändert.
settings-about = Über Breachbook
settings-about-network = Keine Verbindung zum Netz: Nichts wird gesendet, nichts nachgeladen.
settings-about-advice = Eine Arbeitshilfe nach dem Entwurf 1.0 der EDSA-Vorlage; kein amtliches Formular, keine Rechtsberatung.
settings-about-licence = Freie Software unter MIT oder Apache 2.0. Schrift: Inter, SIL Open Font License. Verschlüsselung: SQLCipher, Zetetic LLC, BSD.
settings-about-file = Einstellungen liegen in { $file }.
error-backup-failed = Die Kopie „{ $file }“ ließ sich nicht schreiben; das Buch selbst ist unberührt. Prüfen Sie den Ordner, Ihre Rechte und den Platz auf dem Datenträger.
error-backup-no-folder = Es ist kein Ordner für Sicherungen gewählt. Wählen Sie einen in den Einstellungen.
error-book-not-sealed = Dieses Buch ist nicht verschlüsselt und hat keine Passphrase.
action-back-up = Buch jetzt sichern
action-settings-language = Sprache wählen
action-settings-name = Ihren Namen angeben
action-settings-backup-folder = Ordner für Sicherungen
action-settings-passphrase = Passphrase des Buchs ändern

## the law, as data
law-head = { $name } ({ $id }, Fassung { $version })
law-law = { $law }
law-status = { $status }, { $days }
law-days = vom { $from } bis { $to }
law-days-open = seit oder ab { $from }
law-days-unknown = ab einem noch nicht bekannten Tag
law-counting = Fristen werden berechnet nach: { $counting }
law-calendar = Feiertage: { $calendar }
law-source = Gelesen in: { $source } ({ $seen }; { $sure })
law-binds = Verpflichtet
law-any-role = eine Partei in beliebiger Rolle
law-roles = eine Partei in einer dieser Rollen: { $roles }
law-for-each-client = je Auftraggeber einmal
law-for-each-part = je Teilgebiet einmal: { $territory }
law-triggered = Wird ausgelöst, wenn
law-questions = Fragt einen Menschen
law-question = { $question } ({ $kind })
law-word = { $word } ({ $id })
law-phase = Verlangt: { $name } ({ $id })
law-to = an: { $to }
law-only-if = nur wenn
law-prompt = unverzüglich; eine Zahl ist nicht bestimmt
law-prompt-and-limit = unverzüglich, spätestens
law-limit = spätestens
law-provisional = solange sich das nicht sagen lässt: { $period }
law-roll = ein Ende an einem arbeitsfreien Tag verschiebt sich auf { $to }
law-roll-unless = ein Ende an einem arbeitsfreien Tag verschiebt sich auf { $to }, außer
law-beside = daneben, ohne zu entscheiden: { $period } ({ $name })
law-where-apart = nur wo { $n ->
    [one] eine Stunde
   *[other] { $n } Stunden
} oder mehr dazwischenliegen
law-asks = fragt dann nach: { $question }
law-late-reason = eine Verspätung ist zu begründen
law-holds = Inhalt: { $contents }
law-must-not-hold = darf nicht enthalten: { $contents }
law-exempt = entfällt nach { $law }: { $name }; an ihrer Stelle: { $instead }
law-form = Formular: { $form }
law-register = Verlangt ein Verzeichnis: { $of }
law-keep = aufzubewahren: { $length }
law-keep-unsaid = wie lange, sagt sie nicht
law-all = alles davon trifft zu:
law-any = eines davon trifft zu:
law-not = dies trifft nicht zu:
law-at-least = { $n } oder mehr davon treffen zu:
law-established = Niederlassung in: { $places }
law-sector = Sektor: { $sectors }
law-public-body = eine öffentliche Stelle
law-no-public-body = keine öffentliche Stelle
law-milestone = eingetreten: { $milestone }
law-exposed = mindestens eines vorhanden: { $counted }
law-possible = nicht auszuschließen: { $counted }
law-answer-is = „{ $question }“ ist beantwortet mit: { $words }
law-answer-has = „{ $question }“ ist unter anderem beantwortet mit: { $words }
law-determined = festgestellt: { $what }: { $words }
law-while-open = { $said } ({ $open })
law-more-than = mehr als { $bound }: { $what }
law-at-least-value = { $bound } oder mehr: { $what }
law-ratio = „{ $part }“ geteilt durch „{ $whole }“
law-after = { $after } liegt später als { $than }
law-counted-persons = Personen
law-counted-accounts = Konten
law-counted-records = Datensätze
law-in = in { $places }
law-in-each = dem jeweiligen Teilgebiet
law-elements = mit diesen Daten: { $elements }
law-with-name = Name und { $elements }
law-or = oder
law-and = und
law-protection = so geschützt: { $protection }
law-ways = so betroffen: { $ways }
law-ways-open = so betroffen: { $ways }; offen, ob auch: { $open }
law-first = das erste davon, das passt:
law-earlier-of = das früheste davon:
law-later-of = das späteste davon:
law-where = wo
law-then = dann
law-else = sonst
law-reading = daneben, ohne zu entscheiden: { $name }, { $start }
law-period = { $length } ab: { $from }
law-hours = { $n ->
    [one] eine Stunde
   *[other] { $n } Stunden
}
law-days-n = { $n ->
    [one] ein Tag
   *[other] { $n } Tage
}
law-business-days = { $n ->
    [one] ein Werktag
   *[other] { $n } Werktage
}
law-months = { $n ->
    [one] ein Monat
   *[other] { $n } Monate
}
law-years = { $n ->
    [one] ein Jahr
   *[other] { $n } Jahre
}
law-from-milestone = „{ $what }“
law-from-determined = Feststellung „{ $what }“
law-from-sent = erste Absendung von „{ $phase }“
law-from-last-sent = letzte Absendung von „{ $phase }“
law-from-communicated = Benachrichtigung der Personen in { $territory }
law-from-duty = spätester Zeitpunkt von „{ $phase }“
law-from-year-end = Ende des Kalenderjahres
aware-awareness = Kenntnis von der Verletzung des Schutzes personenbezogener Daten
aware-awareness-incident = Kenntnis vom Vorfall
aware-awareness-significance = Kenntnis von der Erheblichkeit des Vorfalls
territory-eea = Europäischer Wirtschaftsraum
territory-eu = Europäische Union
calendar-party = am Sitz der Partei
calendar-authority = am Sitz der Behörde
yes-no-yes = ja
yes-no-no = nein
law-status-in-force = in Kraft
law-status-adopted = beschlossen
law-status-proposed = vorgeschlagen
law-status-repealed = aufgehoben
confidence-official = Wortlaut an amtlicher Stelle gelesen
confidence-copy = Wortlaut in einer Abschrift gelesen
confidence-secondary = bei Dritten gelesen
confidence-unverified = noch nicht an der Quelle geprüft
confidence-own = eigenes Dokument
addressee-gdpr-competent = die zuständige Aufsichtsbehörde (Art. 55, 56 DSGVO)
addressee-dora-competent = die für das Finanzunternehmen zuständige Behörde
addressee-client = der Auftraggeber, für den die Daten verarbeitet werden
addressee-individuals = die betroffenen Personen
content-nature = Art der Verletzung
content-persons = Kategorien und Zahl der betroffenen Personen
content-records = Kategorien und Zahl der Datensätze
content-data-categories = Kategorien von Daten
content-dpo = datenschutzbeauftragte Person oder andere Anlaufstelle
content-consequences = wahrscheinliche Folgen
content-measures = ergriffene oder vorgeschlagene Maßnahmen
content-period = wann es geschah
content-cause = Ursache
content-own-steps = was die Personen selbst tun können
content-countries = Staaten der Personen
content-other-authorities = weitere unterrichtete Behörden
content-sample-notice = das Schreiben an die Personen
content-personal-data = Daten der betroffenen Personen
content-facts = die Tatsachen
time-unit-hours = Stunden
time-unit-days = Tage
time-unit-business-days = Werktage
time-unit-months = Monate
time-unit-years = Jahre
roll-over-next-working-day = das Ende des nächsten Arbeitstags
roll-over-noon-next-working-day = den Mittag des nächsten Arbeitstags
period-start-event = ab dem Ereignis
period-start-next-full-hour = ab der nächsten vollen Stunde
period-start-day-after = ab dem nächsten Tag
period-end-instant = zu einem Zeitpunkt
period-end-end-of-day = mit dem letzten Tag
missing-day-last-of-month = mit dem letzten Tag des Monats
from-non-business-include-first = mit dem ersten Werktag, der mitzählt
from-non-business-after-first = mit dem Tag nach dem ersten Werktag
answer-kind-yes-no = ja oder nein
answer-kind-word = ein Wort
answer-kind-words = mehrere Wörter
answer-kind-number = eine Zahl
instead-public-communication = eine öffentliche Bekanntmachung
instead-nothing = nichts
kept-all = alles, was geschah
kept-notified = was gemeldet wurde
while-open-yes = solange offen: trifft zu
while-open-no = solange offen: trifft nicht zu
cli-regime-regime = Regel
cli-regime-version = Fassung
cli-regime-name = Name
cli-regime-law = Recht
cli-regime-status = Stand
cli-regime-stands = gilt
cli-regime-file = Datei
cli-regime-yes = ja
cli-regime-stands-not = Diese Fassung gilt am { $on } nicht.
cli-regime-overrides = Sie steht an der Stelle der mitgelieferten: { $file }
cli-regime-disabled = { $file } blieb außer Betracht. „regimes check“ sagt dasselbe:
cli-regime-sound = { $file }: { $id }, Fassung { $version }: kein Fehler.
cli-regime-sound-overrides = { $file }: { $id }, Fassung { $version }: kein Fehler; sie steht an der Stelle der mitgelieferten.
error-time-no-day = „{ $text }“ ist kein Tag. Schreiben Sie 2026-11-24.
error-regime-unknown = Eine Regel „{ $id }“ gibt es nicht. Vorhanden: { $known }.
error-regime-version-unknown = Eine Fassung „{ $version }“ dieser Regel gibt es nicht. Vorhanden: { $known }.
error-catalogue-no-folder = „{ $folder }“ ist kein Ordner. Nennen Sie den Ordner, in dem „regimes“ liegt.
error-catalogue-no-toml = Das ist kein TOML: { $detail }.
error-catalogue-no-text = Die Datei ist kein Text in UTF-8. Speichern Sie sie als UTF-8.
error-catalogue-too-large = Die Datei ist größer als { $most } Byte; so lang ist kein Gesetz.
error-catalogue-unknown-field = Ein Feld „{ $key }“ gibt es hier nicht. Vorhanden: { $known }.
error-catalogue-unknown-word = „{ $word }“ ist hier keines der Wörter. Vorhanden: { $known }.
error-catalogue-missing = Hier fehlt „{ $missing }“.
error-catalogue-none-of = Hier fehlt eines von: { $known }.
error-catalogue-two-of = „{ $first }“ und „{ $second }“ können hier nicht beide stehen. Lassen Sie eines weg.
error-catalogue-wrong-kind = Hier steht { $wanted ->
    [text] ein Text in Anführungszeichen
    [number] eine ganze Zahl ab 1
    [share] eine Zahl über 0
    [truth] true oder false
    [day] ein Tag ohne Anführungszeichen, etwa 2026-11-24
    [localised] ein Text je Sprache, etwa {"{"} en = "…", de = "…" {"}"}
   *[table] eine Tabelle, etwa {"{"} schlüssel = "…" {"}"}
} und nichts anderes.
error-catalogue-bad-id = „{ $id }“ kann keine Kennung sein. Erlaubt sind kleine Buchstaben, Ziffern, - und _, aber nicht aware, determined, sent, communicated.
error-catalogue-bad-link = „{ $link }“ ist kein Link. Er beginnt mit https://, http:// oder file:///.
error-catalogue-empty-list = Die Liste ist leer. Lassen Sie das Feld weg, oder füllen Sie es.
error-catalogue-no-source = Eine Quelle hat einen Link (url) oder eine Fundstelle (citation).
error-catalogue-days-out-of-order = Der letzte Tag liegt vor dem ersten, { $from }.
error-catalogue-no-place = „{ $code }“ ist kein Staat, kein Teil eines Staates (US-CA) und keine Gruppe ({ $groups }).
error-catalogue-unit-of-records = Nur Datensätze haben eine Einheit; hier wird „{ $of }“ gezählt.
error-catalogue-too-many-of = { $asked } davon sind verlangt, es gibt aber nur { $there }.
error-catalogue-no-words = „{ $kind }“ hat keine Wörter, die es sein könnte.
error-catalogue-two-numbers = Ein Verhältnis hat zwei Zahlen: diese, geteilt durch jene.
error-catalogue-never-reached = Was darunter steht, wird nie erreicht, denn diese Zeile hat kein „if“. Stellen Sie sie ans Ende.
error-catalogue-no-earlier-phase = Kein Schritt darüber heißt „{ $phase }“. Darüber: { $known }.
error-catalogue-asks-nothing = Die Regel verlangt nichts: Es gibt weder „phase“ noch „register“.
error-catalogue-no-time = Es ist nicht gesagt, wann das fällig ist: Es gibt weder „prompt“ noch „limit“.
error-catalogue-twice-in-file = „{ $id }“ steht in dieser Datei zweimal.
error-catalogue-words-of-no-use = Diese Art Antwort hat keine Wörter. Lassen Sie sie weg, oder wählen Sie den Typ „word“ oder „words“.
error-catalogue-no-counting = Eine Fristberechnung „{ $id }“ gibt es nicht. Vorhanden: { $known }.
error-catalogue-not-counted = Die Fristberechnung „{ $counting }“ zählt keine { $unit }. Sie zählt: { $known }.
error-catalogue-no-regime = Eine Regel „{ $id }“ gibt es nicht. Vorhanden: { $known }.
error-catalogue-no-phase = Die Regel „{ $regime }“ hat keinen Schritt „{ $phase }“. Vorhanden: { $known }.
error-catalogue-ring = „{ $regime }.{ $phase }“ wartet selbst auf diesen Schritt: Keiner von beiden würde je fällig.
error-catalogue-no-question = Niemand fragt „{ $question }“. Fragen Sie es unter [question.{ $question }], oder wählen Sie eines von: { $known }.
error-catalogue-no-number = „{ $question }“ wird nicht mit einer Zahl beantwortet.
error-catalogue-asked-otherwise = „{ $question }“ wird in „{ $regime }“ mit anderen Worten oder anderen Antworten gefragt. Wählen Sie eine andere Kennung, oder fragen Sie dasselbe.
error-catalogue-is-key = „{ $question }“ ist ein Schlüssel jedes Vorgangs („case keys“). Wählen Sie eine andere Kennung.
error-catalogue-twice = „{ $id }“ steht in dieser Fassung schon in { $other }. Geben Sie dieser eine andere Fassung oder Kennung.
error-catalogue-two-versions = Fassung „{ $version }“ dieser Regel beginnt am selben Tag: Niemand könnte sagen, welche gemeint ist.
error-catalogue-breaks = { $other } beruht auf dem, was diese Datei ersetzt, und findet darin nicht, was sie nennt.
