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
index-lead = Hoe de lidstaten uitvinden en handelen in groene en digitale technologie, en in industriële ecosystemen.
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
sheet-lead = Octrooien en handel in groene en digitale technologie, en in de producten van industriële ecosystemen
key-facts = Kerncijfers
facts-about = Waarden van het laatste jaar waarin minstens 20 lidstaten er een hebben, met de rang onder die lidstaten.
facts-caption-patents = Octrooi-indicatoren en rangen in de EU27
facts-caption-trade = Handelsindicatoren en rangen in de EU27
facts-note-patents = 1 is de hoogste waarde. Rangen tellen de lidstaten van de EU27 met een waarde in dat jaar. RTA is het gebleken technologisch voordeel: boven 1 is het land gespecialiseerd.
facts-note-trade = 1 is de hoogste waarde. Rangen tellen de lidstaten van de EU27 met een waarde in dat jaar. RCA is het gebleken comparatief voordeel: boven 1 is het land gespecialiseerd.
facts-missing = Deze editie heeft geen octrooi- of handelsindicatoren voor dit land.
group-green = Groene technologieën
group-digital = Digitale technologieën
group-ecosystems = Industriële ecosystemen
group-product-groups = Productgroepen van andere uitgevers
group-fields = Technologiegebieden
group-all-patents = Alle uitvindingen samen
group-total = Alle producten samen

section-patents = Octrooien
section-balance = Handelsbalans
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
column-rank = Rang in EU27
column-strip = Rang, eerste tot laatste
column-year = Jaar
column-status = Status
column-source = Bron
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
rank = { $rank } van { $of }
rank-line = Rang in EU27: { $rank }
balance-deficit = Tekort
balance-surplus = Overschot
count-n = n = { $n }
open-sentence = Families in de wereld in de jaren die nog niet volledig zijn, in procent van die van { $year }: { $years }.
open-years = nog niet volledig
tooltip-line = { $name }: { $value }
tooltip-line-ranked = { $name }: { $value } (rang in EU27: { $rank })

### Status

flag-break = breuk in de reeks
flag-incomplete-members = niet alle lidstaten
flag-incomplete-year = onvolledig jaar
flag-low-count = weinig families
flag-truncated = jaar nog niet volledig
flag-partial-codes = deel van de producten
flag-partial-products = niet alle producten
about-flag-break = De reeks breekt hier: de waarde is niet vergelijkbaar met eerdere jaren.
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

### Bronnen

source-patstat = EOB PATSTAT Global
source-docdb = EOB DOCDB
source-ep-xml = EOB-documenten in volledige tekst
source-patent-counts = Getelde octrooifamilies
source-baci = CEPII BACI
source-comtrade = UN Comtrade
source-comext = Eurostat Comext
source-imf-lct = IMF Trade in Low Carbon Technology Products
short-source-patstat = PATSTAT
short-source-docdb = DOCDB
short-source-ep-xml = EOB-documenten
short-source-patent-counts = Octrooitellingen
short-source-baci = BACI
short-source-comtrade = Comtrade
short-source-comext = Comext
short-source-imf-lct = IMF
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
method-about = De formules hieronder zijn die van de programma's die de cijfers berekenden, in hun eigen woorden.
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
