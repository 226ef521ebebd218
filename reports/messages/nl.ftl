# Alle woorden van fiches en pagina's, in het Nederlands.

### Pagina's

skip-link = Naar de inhoud
strapline = Groene en digitale technologie in de economieën van de Europese Unie
languages = Taal
contents = Inhoud
demo-label = Demogegevens
demo-text = Alle cijfers op deze pagina komen uit gegenereerde demogegevens. Ze zeggen niets over echte landen.
reconstruction-tag = Reconstructie
reconstruction = Sextant reconstrueert de methode van de European Monitor of Industrial Ecosystems. Dit zijn geen officiële cijfers van de Europese Commissie.
edition-named = Editie { $edition }
footer-edition = Editie { $edition }, gebouwd met Sextant { $engine }. Identiteit van de editie:
years = { $first } tot { $last }

index-title = Landenfiches van Sextant
index-lead = Hoe de lidstaten uitvinden, handelen, produceren en investeren in groene en digitale technologie, en in industriële ecosystemen.
index-edition = Editie
index-years = Jaren
index-observations = Waarnemingen
index-sources = Bronnen
index-countries = Fiches per land
index-others = Andere landen in deze editie
index-map = De lidstaten op de kaart
index-observations-csv = Alle waarnemingen van deze editie:
not-found = Niet gevonden
went-wrong = Er ging iets mis
problem-figures = Figuren
problem-country = Deze editie heeft geen land ‘{ $country }’.
problem-path = Er is niets op { $path }.
problem-lang = Sextant schrijft niet in ‘{ $lang }’, wel in het Engels, Nederlands, Frans en Chinees: en, nl, fr, zh.
problem-fault = De pagina kon niet worden gemaakt. Het programma zegt:

### Fiche

sheet-title = { $country }: landenfiche
sheet-lead = Octrooien, handel, productie en investeringen in groene en digitale technologie en in industriële ecosystemen
highlights = In het kort
highlights-about = Elke zin is geschreven op grond van de waarnemingen van deze editie, en alleen waar die hem dragen. Open er een om ze te zien.
highlights-behind = Waarnemingen:
dashboard = In één oogopslag
dashboard-about = Plaats onder de lidstaten van de EU27, en de verandering van de waarde sinds het eerste jaar dat vergeleken kan worden. Donker: het eerste derde van de lidstaten; wit: het laatste.
dashboard-about-print = Plaats onder de lidstaten van de EU27, met de waarde waarnaar gerangschikt is; de stip ligt tussen de eerste, links, en de laatste. Ernaast de verandering van de waarde sinds het eerste jaar dat vergeleken kan worden.
dashboard-legend-print = ▲ omhoog · ▽ omlaag · – geen verandering buiten het toeval of de grenzen van de methode; veranderingen van aandelen en balansen zijn in procentpunten, en ’12 zegt dat de reeks in 2012 begint.
dashboard-money-print = Investeringen in miljoen euro.
dashboard-since = verandering sinds { $year }
dashboard-column = { $name }: plaats naar { $indicator }, { $year }
dashboard-patents = Octrooien
dashboard-trade = Handel
dashboard-production = Productie
dashboard-investment = Investeringen
dashboard-up = omhoog
dashboard-down = omlaag
dashboard-steady = geen verandering buiten het toeval
dashboard-legend = ▲ omhoog · ▼ omlaag · = geen verandering buiten het toeval of de grenzen van de methode. Veranderingen van aandelen en balansen zijn in procentpunten.
key-facts = Kerncijfers
facts-about = Waarden van het laatste jaar waarin minstens 20 lidstaten er een hebben, met de rang onder die lidstaten.
facts-caption-patents = Octrooi-indicatoren en rangen in de EU27
facts-caption-trade = Handelsindicatoren en rangen in de EU27
facts-caption-production = Productie-indicatoren en EU27-rangen
facts-caption-investment = Investeringsindicatoren en EU27-rangen
facts-caption-sectors = Sectoren en EU27-rangen
facts-note-patents = 1 is de hoogste waarde. Rangen tellen de lidstaten van de EU27 met een waarde in dat jaar. RTA is het gebleken technologisch voordeel: boven 1 is het land gespecialiseerd.
facts-note-trade = 1 is de hoogste waarde. Rangen tellen de lidstaten van de EU27 met een waarde in dat jaar. RCA is het gebleken comparatief voordeel: boven 1 is het land gespecialiseerd.
facts-note-production = 1 is de hoogste waarde. Waar een deel van de productie vertrouwelijk is, staat er een interval en geen rang. Bedacht versus gemaakt is de EU27-rang in de wereldoctrooien min de rang in de EU-productie: boven 0 staat het land beter in maken.
facts-note-investment = 1 is de hoogste waarde. Bedragen zijn sommen van bekende rondes van private equity en durfkapitaal in de genoemde jaren.
facts-note-sectors = 1 is de hoogste waarde. Cijfers van statistiekbureaus voor een sector van de economie.
published-statement = Door anderen gepubliceerd: { $text } ({ $source })
facts-missing = Deze editie heeft geen indicatoren voor dit land.
group-green = Groene technologieën
group-digital = Digitale technologieën
group-ecosystems = Industriële ecosystemen
group-product-groups = Productgroepen van andere uitgevers
group-fields = Technologiegebieden
group-all-patents = Alle uitvindingen samen
group-total = Alle producten samen
group-all-production = Alle industriële producten samen
group-all-investment = Alle investeringen samen
group-sectors = Sectoren

section-patents = Octrooien
section-balance = Handelsbalans
section-investment = Investeringen
section-production = Productie
section-trend = Ontwikkeling door de tijd
section-comparison = Vergelijking van de lidstaten
figure-number = Figuur { $number }
figure-missing = Deze editie heeft de gegevens voor deze figuur niet.
figure-table = Waarden, rang en bronnen
downloads = Downloaden:
observations-csv = Alle waarnemingen van dit land:

column-subject = Technologie of ecosysteem
column-country = Land
column-exports = Uitvoer, miljoen USD
column-imports = Invoer, miljoen USD
column-trade-exports = Uitvoer
column-trade-imports = Invoer
column-trade-relative-balance = Relatieve handelsbalans
column-trade-world-share = Aandeel in de werelduitvoer
column-trade-export-share-eu27 = Aandeel in de uitvoer van de EU27
column-trade-rca = RCA
column-families = Families
column-patent-families = Families
column-patent-country-share = Aandeel in de octrooien van het land
column-patent-world-share = Aandeel in de octrooien van de wereld
column-patent-rta = RTA
column-patent-rpa = RPA
column-production-value = Verkochte productie, miljoen EUR
column-production-country-share = Aandeel in de productie van het land
column-production-eu-share = Aandeel in de productie van de EU27
column-invented-versus-made = Bedacht versus gemaakt, plaatsen
column-investment-raised-eur = Opgehaald, miljoen EUR
column-investment-raised = Opgehaald, miljoen USD
column-investment-raised-without-largest-eur = Zonder de grootste ronde, miljoen EUR
column-investment-rounds = Rondes
column-investment-undisclosed = Bedrag niet bekend
column-sector-jobs = Werkzame personen
column-sector-exports = Uitvoer, miljoen EUR
column-sector-research = Onderzoek en ontwikkeling, miljoen EUR
column-rank = Rang in EU27
column-strip = Rang, eerste tot laatste
column-year = Jaar
column-status = Status
column-source = Bron
column-indicator = Indicator
column-value = Waarde
column-lower = Minstens
column-upper = Hoogstens
column-unit = Eenheid
column-ranked-of = Aantal gerangschikt
column-n = n
column-key = Nr.
column-sentence = Zin
column-group = Groep
column-change = Verandering
column-since = Sinds
column-direction = Richting
column-figure = Figuur
column-needs = Wat nodig is
column-about = Betekenis
column-formula = Formule
observations-behind = Waarnemingen achter de zinnen
figures-missing = Figuren die niet getekend kunnen worden
sheet-files = Ook als
sheet-kind = Landenfiche
page-of = Pagina {"{"}page{"}"} van {"{"}pages{"}"}
method-indicators = Indicatoren
method-checksums = Controlegetallen
method-warnings = Goed om te weten voor u citeert
observations-about = De nummers in de zinnen leiden hierheen. Elke regel noemt een waarneming: indicator, gebied, onderwerp, periode.
edition-id = Kenmerk van de editie
licence-line = Licentie van de gegevens: { $licences }
behind = Wat achter deze cijfers zit
behind-formulas = Formule en SQL:
behind-inputs = Invoer:
behind-withheld = De licentie van de bron verbiedt bedrijven met hun bedragen te noemen; de aandelen tonen hoe geconcentreerd ze zijn.
behind-command = Elk ander cijfer, van elk jaar:
column-contributors = Bijdragers
contributors = Grootste bijdragers
largest-patents = Grootste aanvragers, { $period }
largest-exports = Grootste uitgevoerde producten, { $period }
largest-imports = Grootste ingevoerde producten, { $period }
largest-production = Grootste posten van de productie, { $period }
largest-investment = Bedrijven die het meest ophaalden, { $period }
column-code = Code
column-name = Naam
column-share = Aandeel
column-definition = Definitie
column-id = Id
column-version = Versie

### Indicatoren

indicator-patent-families = Octrooifamilies
indicator-patent-country-share = Aandeel in de octrooien van het land
indicator-patent-world-share = Aandeel in de octrooien van de wereld
indicator-patent-rta = Gebleken technologisch voordeel
indicator-patent-rpa = Relatief octrooivoordeel
unit-patent-families = Octrooifamilies
unit-patent-country-share = Procent van de octrooifamilies
unit-patent-world-share = Procent van de octrooifamilies van de wereld
unit-patent-rta = Verhouding; 1 is het wereldgemiddelde
unit-patent-rpa = Index van −100 tot 100
about-patent-families = Uitvindingen waarvoor internationaal bescherming is gevraagd, naar het adres van de aanvrager.
about-patent-country-share = Het aandeel van de technologie of het ecosysteem in alle octrooifamilies van het land.
about-patent-world-share = Het aandeel van het land in de octrooifamilies van de wereld voor de technologie of het ecosysteem.
about-patent-rta = Het gewicht van de technologie in de octrooifamilies van het land, gedeeld door haar gewicht in die van de wereld. Boven 1 is het land erin gespecialiseerd.
about-patent-rpa = Het gebleken technologisch voordeel, gebracht tussen −100 en 100; boven 0 is het land gespecialiseerd.
indicator-production-value = Verkochte productie
indicator-production-country-share = Aandeel in de productie van het land
indicator-production-eu-share = Aandeel in de productie van de EU27
indicator-invented-versus-made = Bedacht versus gemaakt
unit-production-value = Miljoen euro
unit-production-country-share = Procent van de verkochte productie
unit-production-eu-share = Procent van de verkochte productie van de EU27
unit-invented-versus-made = Plaatsen binnen de EU27
about-production-value = Wat de industrie van het land van de betrokken producten verkocht. Waar een deel vertrouwelijk is, een interval.
about-production-country-share = Het gewicht van de betrokken producten in wat de winning en de industrie van het land verkochten.
about-production-eu-share = Het aandeel van het land in wat de industrie van de Europese Unie van de betrokken producten verkocht. Het is geen aandeel in de wereldproductie.
about-invented-versus-made = De EU27-rang van het aandeel van het land in de wereldoctrooien, min de rang van zijn aandeel in de EU-productie. Boven 0 staat het beter in maken dan in bedenken.
indicator-investment-raised-eur = Opgehaald private equity en durfkapitaal, in euro
indicator-investment-raised = Opgehaald private equity en durfkapitaal, in Amerikaanse dollar
indicator-investment-raised-without-largest-eur = Opgehaald zonder de grootste ronde, in euro
indicator-investment-raised-without-largest = Opgehaald zonder de grootste ronde, in Amerikaanse dollar
indicator-investment-rounds = Investeringsrondes
indicator-investment-undisclosed = Rondes waarvan het bedrag niet bekend is
unit-investment-raised-eur = Miljoen euro
unit-investment-raised = Miljoen Amerikaanse dollar
unit-investment-raised-without-largest-eur = Miljoen euro
unit-investment-raised-without-largest = Miljoen Amerikaanse dollar
unit-investment-rounds = Rondes
unit-investment-undisclosed = Rondes
about-investment-raised-eur = Wat ondernemingen met hoofdzetel in het land ophaalden in rondes waarvan het bedrag bekend is.
about-investment-raised = Hetzelfde in Amerikaanse dollar.
about-investment-raised-without-largest-eur = Hetzelfde zonder de grootste ronde: wat overblijft zegt hoezeer een waarde van één onderneming afhangt.
about-investment-raised-without-largest = Hetzelfde in Amerikaanse dollar.
about-investment-rounds = Het aantal rondes, die met onbekend bedrag inbegrepen.
about-investment-undisclosed = Het aantal rondes waarvan het bedrag niet bekend is. Ze tellen mee als ronde en dragen niets bij aan de sommen.
indicator-sector-jobs = Werkzame personen in de sector
indicator-sector-exports = Uitvoer van de sector
indicator-sector-research = Onderzoek en ontwikkeling van de sector
indicator-sector-investment = Investeringen van de sector
indicator-sector-jobs-change = Werkzame personen: verandering over tien jaar
indicator-sector-exports-change = Uitvoer: verandering over tien jaar
indicator-sector-research-change = Onderzoek en ontwikkeling: verandering over tien jaar
indicator-sector-jobs-factor = Werkzame personen: groeifactor over tien jaar
indicator-sector-exports-factor = Uitvoer: groeifactor over tien jaar
indicator-sector-research-factor = Onderzoek en ontwikkeling: groeifactor over tien jaar
indicator-sector-investment-sum = Investeringen van de sector over tien jaar
indicator-trade-exports = Uitvoer
indicator-trade-imports = Invoer
indicator-trade-relative-balance = Relatieve handelsbalans
indicator-trade-world-share = Aandeel in de werelduitvoer
indicator-trade-export-share-eu27 = Aandeel in de uitvoer van de EU27
indicator-trade-rca = Gebleken comparatief voordeel
unit-trade-exports = Amerikaanse dollar
unit-trade-imports = Amerikaanse dollar
unit-trade-relative-balance = Procent van uitvoer plus invoer
unit-trade-world-share = Procent van de werelduitvoer
unit-trade-export-share-eu27 = Procent van de uitvoer van de EU27
unit-trade-rca = Verhouding; 1 is het wereldgemiddelde
about-trade-exports = Wat het land van de betrokken producten aan het buitenland verkoopt.
about-trade-imports = Wat het land van de betrokken producten in het buitenland koopt.
about-trade-relative-balance = Uitvoer min invoer, in procent van uitvoer plus invoer. De waarde ligt tussen −100 (alleen invoer) en +100 (alleen uitvoer).
about-trade-world-share = Het aandeel van het land in de werelduitvoer van de betrokken producten.
about-trade-export-share-eu27 = Het aandeel van het land in de uitvoer van de betrokken producten door de 27 lidstaten.
about-trade-rca = Het gewicht van de producten in de uitvoer van het land, gedeeld door hun gewicht in de werelduitvoer. Boven 1 is het land erin gespecialiseerd.

### Getallen en rangen

percent = { $number }%
interval = { $lower } tot { $upper }
interval-open = { $lower } of meer
rank = { $rank } van { $of }
rank-line = Rang in EU27: { $rank }
balance-deficit = Tekort
balance-surplus = Overschot
count-n = n = { $n }
rounds = { $count ->
    [one] 1 ronde
   *[other] { $count } rondes
  }
open-sentence = Families in de wereld in de jaren die nog niet volledig zijn, in procent van die van { $year }: { $years }.
open-years = nog niet volledig
panel-value = waarde
panel-interval = interval waar een deel vertrouwelijk is
panel-open-interval = bovengrens onbekend
panel-flagged = onder voorbehoud
panel-broken = breuk in de reeks
tooltip-line = { $name }: { $value }
tooltip-line-ranked = { $name }: { $value } (rang in EU27: { $rank })

### Status

flag-break = breuk in de reeks
flag-confidential = deels vertrouwelijk
flag-confidential-part = klein deel vertrouwelijk
flag-estimated = geschat
flag-eu-total-below-sum = EU-totaal onder de som van staten
flag-provisional = voorlopig
flag-unconverted-amounts = bedragen zonder wisselkoers
flag-undisclosed-amounts = onbekende bedragen
flag-incomplete-members = niet alle lidstaten
flag-incomplete-year = onvolledig jaar
flag-low-count = weinig families
flag-truncated = jaar nog niet volledig
flag-partial-codes = deel van de producten
flag-partial-products = niet alle producten
about-flag-break = De reeks breekt hier: de waarde is niet vergelijkbaar met eerdere jaren.
about-flag-confidential = Een deel van de productie is vertrouwelijk: de waarde ligt in het interval, en er is geen rang.
about-flag-confidential-part = Een klein deel van de productie is vertrouwelijk en zit niet in de waarde.
about-flag-estimated = Het statistiekbureau geeft de waarde als schatting.
about-flag-eu-total-below-sum = Het gepubliceerde totaal van de EU27 is kleiner dan wat dit land alleen publiceert; er is dus geen aandeel.
about-flag-provisional = Het statistiekbureau geeft de waarde als voorlopig.
about-flag-unconverted-amounts = Sommige bedragen zijn in een munt zonder koers van het jaar; ze zitten niet in de som.
about-flag-undisclosed-amounts = Van sommige rondes is het bedrag niet bekend; ze dragen niets bij aan de som.
about-flag-incomplete-members = Minder dan 27 lidstaten hebben een waarde, dus het totaal van de EU27 is onvolledig.
about-flag-incomplete-year = De bron dekt niet alle maanden van het jaar.
about-flag-low-count = De waarde berust op weinig families; enkele meer of minder veranderen haar sterk.
about-flag-truncated = Het jaar is nog niet volledig in de gegevens: aanvragen worden met vertraging gepubliceerd. Dit wijst niet op een daling.
about-flag-partial-codes = De bron heeft slechts een deel van de producten van de definitie.
about-flag-partial-products = De bron dekt niet alle producten, dus haar totaal is dat van een selectie.
flag-note = { $mark }: { $about }
flag-unknown = Vlag ‘{ $flag }’ van de editie.
flagged-note = Holle tekens: waarden onder voorbehoud, toegelicht in de noten.
break-mark = breuk
break-sentence = { $name }: de reeks breekt in { $years }; waarden ervoor en erna zijn niet vergelijkbaar.
breaks-sentence = Breuken in reeksen: { $series }. Waarden ervoor en erna zijn niet te vergelijken.

### Bronnen

source-patstat = EOB PATSTAT Global
source-docdb = EOB DOCDB
source-ep-xml = EOB-documenten in volledige tekst
source-patent-counts = Getelde octrooifamilies
source-baci = CEPII BACI
source-comtrade = UN Comtrade
source-comext = Eurostat Comext
source-imf-lct = IMF Trade in Low Carbon Technology Products
source-prodcom = Eurostat Prodcom
source-crunchbase = Crunchbase
source-sdmx = statistische tabellen
short-source-patstat = PATSTAT
short-source-docdb = DOCDB
short-source-ep-xml = EOB-documenten
short-source-patent-counts = Octrooitellingen
short-source-baci = BACI
short-source-comtrade = Comtrade
short-source-comext = Comext
short-source-imf-lct = IMF
short-source-prodcom = Prodcom
short-source-crunchbase = Crunchbase
short-source-sdmx = Statistische tabellen
source-line = Bron: { $sources }. Berekeningen: Sextant, editie { $edition }.
source-line-demo = Gegenereerde demogegevens in het formaat van: { $sources }. Berekeningen: Sextant, editie { $edition }.
source-with-edition = { $name } ({ $edition })
sources = Bronnen
source-edition = Editie
source-licence = Licentie
source-citation = Citaat
source-files = Bestanden
source-file-list = Bestanden en hun controlesommen (SHA-256, eerste tekens)
source-extent = { $count ->
    [one] 1 bestand
   *[other] { $files } bestanden
  }, { $rows } rijen behouden, { $quarantined } in quarantaine

### Methode

method = Methode
method-about = Elke formule hieronder is die van de opdracht die de cijfers berekende; haar SQL staat eronder.
method-about-print = Formules en SQL staan in de webpagina van deze fiche en in de antwoorden van het commando “sextant explain”.
method-ranks = De rang in de EU27 is één meer dan het aantal lidstaten met een grotere waarde; gelijke waarden delen een rang. Alleen lidstaten met een waarde krijgen een rang, en elke rang zegt hoeveel dat er waren.
method-years = Een figuur van één jaar toont het laatste waarvoor minstens 20 lidstaten waarden hebben; zonder zo’n jaar het laatste dat er is.
method-breaks = Waar een reeks meer verspringt dan haar eigen verloop en dat van andere landen verklaren, wordt een breuk gemarkeerd, en teksten vergelijken de jaren ervoor en erna niet. Ontbrekende waarden ontbreken en zijn nooit nul.
method-differs = De definities of formules van dit programma zijn niet die waarmee de editie is gebouwd. De cijfers zijn die van de editie; namen, versies en formules zijn die van dit programma.
checks-run = { $count ->
    [one] Er is één controle van de gegevens uitgevoerd.
   *[other] Er zijn { $count } controles van de gegevens uitgevoerd.
  }
checks-warning = De controle { $check } vond { $rows } rijen.
definitions-table = Versies van de definities
definitions-checksum = Definities
method-checksum = Formules
table-caption = { $title }. { $subtitle }. { $unit }.

### Beschrijvingen voor wie de grafiek niet ziet

alt-item = { $name } { $value }
alt-values = { $place }: { $values }.
alt-missing = Geen waarde voor { $names }.
alt-ends = Hoogste: { $highest }. Laagste: { $lowest }.
alt-own = { $country }: { $value }, rang in EU27: { $rank }.
alt-last = { $name }: { $value } in { $year }.

# What changed between editions

difference-title = Wat er veranderde tussen twee edities
difference-lead = Van editie { $before } naar editie { $after }.
difference-numbers = Cijfers
difference-data = Gegevens
difference-definitions = Definities
difference-method = Methode
difference-same-numbers = Geen enkel cijfer veranderde.
difference-same-data = Beide berusten op dezelfde bestanden.
difference-same-definitions = Beide gebruiken dezelfde definities.
difference-same-method = Beide gebruiken dezelfde SQL en instellingen.
difference-other-method = De SQL verschilt; de edities zeggen niet in welke bestanden.
difference-same = gelijk
difference-changed = veranderd
difference-added = nieuw
difference-gone = verdwenen
difference-ranks = Plaatsen veranderd
difference-median = Mediane verandering
difference-largest = Grootste verandering
difference-largest-changes = grootste veranderingen
difference-before = Voor
difference-after = Na
difference-percent = Verandering
difference-rows = { $rows } rijen
difference-more-lines = { $count } verdere regels staan in de bestanden zelf.
difference-files = { $changed } veranderd, { $added } nieuw, { $gone } verdwenen
difference-cells = { $same } gelijk, { $changed } veranderd, { $added } nieuw, { $gone } verdwenen

# The same under other definitions

sensitivity-title = Hoeveel de definities uitmaken
sensitivity-lead = Groene octrooien van editie { $edition } in { $period } onder { $count } definities van dezelfde technologieën: aandeel in de wereldwijde octrooien en plaats onder de EU27.
sensitivity-sets = De definities
sensitivity-values = Waarden, laagste tot hoogste
sensitivity-ranks = Plaatsen
sensitivity-told = Onder de lidstaten verschuift de plaats in het middelste geval met { $median } en ten hoogste met { $largest }.
sensitivity-note = Elke definitie is een beknopte lezing door Sextant van de lijst waarnaar ze heet. Volle stippen zijn de eigen definitie, open stippen de andere. Een streepje: de definitie kent de technologie niet, of het land heeft geen waarde.
sensitivity-own = Eigen definitie
sensitivity-world = Families van de hele wereld
sensitivity-shared = Ook gevonden door de eigen definitie
sensitivity-shared-own = { $part } van de eigen
sensitivity-shared-other = { $part } van deze
sensitivity-no-cpc = De ingelezen gegevens bevatten geen symbolen van de Cooperative Patent Classification, waarin deze reeks geschreven is: lees tls224_appln_cpc van PATSTAT in.

### Formules, met de woorden van de SQL-bestanden in het Nederlands

-note-sector-table = Welke statistische tabel en welke codes daarvan staat in definitions/sectors.
-note-sector-break = Met een vlag waar de reeks ertussen breekt.
-note-rounds = Welke rondes tellen, staat in rules/investment.toml en is een reconstructie. Land naar hoofdzetel; een onderneming telt volledig mee in elk van haar ecosystemen en technologieën.
-note-largest = Wat overblijft zegt hoezeer een waarde van één onderneming afhangt.
-note-converted = Bedragen in andere munten zijn omgerekend met de jaargemiddelden van de Europese Centrale Bank.
-note-upper-end = De bovengrens is even nauwkeurig als het totaal van de EU27, dat afgerond kan zijn.
-note-low-count = met weinig families (low_count in rules/patents.toml, nu tien) draagt de vlag low-count.
formula-patent-families = Octrooifamilies van het land in het onderwerp, geteld volgens rules/patents.toml: nu transnationale families naar het land van de aanvrager, in gelijke delen waar er meer zijn, in het jaar van de eerste aanvraag. Elke keuze (eenheid, adres, telling, jaar) staat in rules/patents.toml. De laatste jaren van elke editie van octrooigegevens zijn niet volledig.
formula-patent-country-share = 100 × families van het land in het onderwerp / alle families van het land. Een aandeel { -note-low-count }
formula-patent-world-share = 100 × families van het land in het onderwerp / families van alle landen in het onderwerp, die van onbekend land inbegrepen. Een aandeel { -note-low-count }
formula-patent-rta = Aandeel van het onderwerp in de families van het land / aandeel van het onderwerp in de families van de wereld (gebleken technologisch voordeel). Boven 1 is het land gespecialiseerd. Een verhouding { -note-low-count }
formula-patent-rpa = 100 × tanh(ln RTA), berekend als 100 × (RTA² − 1) / (RTA² + 1), wat hetzelfde is en op elke machine dezelfde cijfers geeft: het gebleken technologisch voordeel tussen −100 en 100; −100 waar het land geen familie in het onderwerp heeft. Een waarde { -note-low-count }
formula-production-value = Verkochte productie van de Prodcom-posten van het onderwerp; posten die voor een deel tellen, met dat deel. Waar cellen vertrouwelijk zijn: een interval van wat gepubliceerd is tot het meeste dat het totaal van de EU27 ervoor overlaat. Een vertrouwelijke cel is geen nul. Waar het verborgene niet meer dan een twintigste kan toevoegen (hidden_part_published in rules/production.toml), geldt de gepubliceerde som als waarde. { -note-upper-end }
formula-production-country-share = 100 × verkochte productie van het onderwerp / verkochte productie van alle posten, beide van het land. Waar cellen vertrouwelijk zijn: een interval, van het minste van het onderwerp met het meeste van al het andere tot het meeste van het onderwerp met het minste van al het andere. Prodcom dekt winning en industrie: het aandeel is dat in de industriële productie. Posten die beginnen, eindigen of gesplitst worden, breken de reeks.
formula-production-eu-share = 100 × verkochte productie van het onderwerp in het land / verkochte productie van het onderwerp in de EU27, zoals de uitgever die geeft. Waar cellen vertrouwelijk zijn: een interval, van wat gepubliceerd is tot het meeste dat het totaal van de EU27 overlaat. Een aandeel in de productie van de Europese Unie: Prodcom heeft geen wereldtotaal. Totalen van de EU27 kunnen afgerond zijn, en kleiner dan de som van wat de lidstaten publiceren; een aandeel boven 100 wordt niet gegeven. { -note-upper-end }
formula-invented-versus-made = EU27-rang van het aandeel van het land in de wereldoctrooien − EU27-rang van zijn aandeel in de EU-productie, voor dezelfde technologie en hetzelfde jaar. Boven 0 staat het land beter in maken dan in bedenken. Elke rang telt de lidstaten met een waarde; in de productie zijn dat er minder waar cellen vertrouwelijk zijn.
formula-investment-raised-eur = Som van de bekendgemaakte bedragen van getelde rondes van ondernemingen met hoofdzetel in het land, in euro. { -note-rounds } { -note-converted }
formula-investment-raised = Som van de bekendgemaakte bedragen van getelde rondes van ondernemingen met hoofdzetel in het land, in Amerikaanse dollar. { -note-rounds } { -note-converted }
formula-investment-raised-without-largest-eur = Som van de bekendgemaakte bedragen van getelde rondes zonder de grootste, in euro. { -note-rounds } { -note-largest }
formula-investment-raised-without-largest = Som van de bekendgemaakte bedragen van getelde rondes zonder de grootste, in Amerikaanse dollar. { -note-rounds } { -note-largest }
formula-investment-rounds = Aantal getelde rondes van ondernemingen met hoofdzetel in het land, die met onbekend bedrag inbegrepen. { -note-rounds }
formula-investment-undisclosed = Aantal getelde rondes waarvan het bedrag niet bekendgemaakt is. { -note-rounds }
formula-sector-jobs = Werkzame personen in de sector, zoals het statistiekbureau ze geeft. { -note-sector-table }
formula-sector-exports = Uitvoer van de producten van de sector, zoals het statistiekbureau die geeft. { -note-sector-table }
formula-sector-research = Uitgaven van de ondernemingen van de sector voor onderzoek en ontwikkeling, zoals het statistiekbureau ze geeft. { -note-sector-table }
formula-sector-investment = Bruto-investeringen in vaste activa van de sector, zoals het statistiekbureau ze geeft. { -note-sector-table }
formula-sector-jobs-change = Werkzame personen in de sector, min die van tien jaar eerder. { -note-sector-table } { -note-sector-break }
formula-sector-exports-change = Uitvoer van de producten van de sector, min die van tien jaar eerder. { -note-sector-table } { -note-sector-break }
formula-sector-research-change = Uitgaven van de ondernemingen van de sector voor onderzoek en ontwikkeling, min die van tien jaar eerder. { -note-sector-table } { -note-sector-break }
formula-sector-jobs-factor = Werkzame personen in de sector / die van tien jaar eerder. { -note-sector-table } { -note-sector-break }
formula-sector-exports-factor = Uitvoer van de producten van de sector / die van tien jaar eerder. { -note-sector-table } { -note-sector-break }
formula-sector-research-factor = Uitgaven van de ondernemingen van de sector voor onderzoek en ontwikkeling / die van tien jaar eerder. { -note-sector-table } { -note-sector-break }
formula-sector-investment-sum = Bruto-investeringen in vaste activa van de sector, opgeteld over tien jaar. { -note-sector-table } Gegeven waar alle tien jaren er zijn.
formula-trade-exports = Som van de uitvoer van de producten van het onderwerp naar alle partners, FOB. De Belgische en Nederlandse uitvoer bevat wederuitvoer en doorvoer.
formula-trade-imports = Som van de invoer van de producten van het onderwerp uit alle partners, CIF. BACI waardeert invoer als de uitvoer van de partner, FOB.
formula-trade-relative-balance = 100 × (uitvoer − invoer) / (uitvoer + invoer); niet bepaald waar beide nul zijn. Invoer is CIF en uitvoer FOB, wat de balans een weinig verlaagt; BACI is aan beide kanten FOB.
formula-trade-world-share = 100 × uitvoer van het onderwerp / uitvoer van het onderwerp door alle landen.
formula-trade-export-share-eu27 = 100 × uitvoer van het onderwerp / uitvoer van het onderwerp door de 27 lidstaten, de handel onderling inbegrepen.
formula-trade-rca = Aandeel van het onderwerp in de uitvoer van het land / aandeel van het onderwerp in de werelduitvoer (Balassa 1965). Boven 1 is het land gespecialiseerd. Daarvoor is een bron nodig die alle producten dekt. Voor de productgroep van het IMF zijn beide aandelen de gepubliceerde.
