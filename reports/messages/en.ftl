# Every word of fact sheets and pages, in English. The other languages have the same
# keys with the same variables. Titles of figures stand in figures/, names of
# technologies, ecosystems and countries in definitions/.

### Pages

skip-link = Skip to the content
strapline = Green and digital technology in the economies of the European Union
languages = Language
contents = Contents
demo-label = Demo data
demo-text = All numbers on this page come from generated demo data. They say nothing about real countries.
reconstruction-tag = Reconstruction
reconstruction = Sextant reconstructs the method of the European Monitor of Industrial Ecosystems. These are not official figures of the European Commission.
edition-named = Edition { $edition }
footer-edition = Edition { $edition }, built with Sextant { $engine }. Identity of the edition:
years = { $first } to { $last }

index-title = Sextant country fact sheets
index-lead = How the Member States invent, trade, produce and invest in green and digital technology, and in industrial ecosystems.
index-edition = Edition
index-years = Years
index-observations = Observations
index-sources = Sources
index-countries = Fact sheets by country
index-others = Other countries in this edition
index-map = The Member States on a map
index-observations-csv = All observations of this edition:
not-found = Not found
went-wrong = Something went wrong
problem-figures = Figures
problem-country = This edition has no country “{ $country }”.
problem-path = There is nothing at { $path }.
problem-lang = Sextant does not write in “{ $lang }”. It writes in English, Dutch, French and Chinese: en, nl, fr, zh.
problem-fault = The page could not be made. The program says:

### Fact sheet

sheet-title = { $country }: fact sheet
sheet-lead = Patents, trade, production and investment in green and digital technology and in industrial ecosystems
highlights = Highlights
highlights-about = Each sentence is written from the observations of this edition, and only where they carry it. Open one to see them.
highlights-behind = Observations:
dashboard = At a glance
dashboard-about = Rank among the Member States of the EU27, and the change of the value since the first year that can be compared. Dark: the first third of the members; white: the last.
dashboard-about-print = Rank among the Member States of the EU27, with the value that is ranked; the dot lies between the first, at the left, and the last. Beside it the change of the value since the first year that can be compared.
dashboard-legend-print = ▲ up · ▽ down · – no change beyond chance or the limits of the method; changes of shares and balances are in percentage points, and ’12 says that the series begins in 2012.
dashboard-money-print = Investment in million euro.
dashboard-since = change since { $year }
dashboard-column = { $name }: rank by { $indicator }, { $year }
dashboard-patents = Patents
dashboard-trade = Trade
dashboard-production = Production
dashboard-investment = Investment
dashboard-up = up
dashboard-down = down
dashboard-steady = no change beyond chance
dashboard-legend = ▲ up · ▼ down · = no change beyond chance or the limits of the method. Changes of shares and balances are in percentage points.
key-facts = Key facts
facts-about = Values of the latest year in which at least 20 Member States have one, with the rank among the Member States that do.
facts-caption-patents = Patent indicators and EU27 ranks
facts-caption-trade = Trade indicators and EU27 ranks
facts-caption-production = Production indicators and EU27 ranks
facts-caption-investment = Investment indicators and EU27 ranks
facts-caption-sectors = Sectors and EU27 ranks
facts-note-patents = 1 is the highest value. Ranks count the Member States of the EU27 with a value in that year. RTA is revealed technology advantage: above 1, the country is specialised.
facts-note-trade = 1 is the highest value. Ranks count the Member States of the EU27 with a value in that year. RCA is revealed comparative advantage: above 1, the country is specialised.
facts-note-production = 1 is the highest value. Where part of the production is confidential, an interval is given and no rank. Invented versus made is the EU27 rank in world patents less the rank in EU production: above 0, the country is better placed in making.
facts-note-investment = 1 is the highest value. Amounts are sums of disclosed rounds of private equity and venture capital in the years named.
facts-note-sectors = 1 is the highest value. Figures of statistical offices for a sector of the economy.
published-statement = Published by others: { $text } ({ $source })
facts-missing = This edition has no indicators for this country.
group-green = Green technologies
group-digital = Digital technologies
group-ecosystems = Industrial ecosystems
group-product-groups = Product groups of other publishers
group-fields = Fields of technology
group-all-patents = All inventions together
group-total = All products together
group-all-production = All manufactured goods together
group-all-investment = All investment together
group-sectors = Sectors

section-patents = Patents
section-balance = Trade balance
section-investment = Investment
section-production = Production
section-trend = Change over time
section-comparison = Comparison of Member States
figure-number = Figure { $number }
figure-missing = This edition does not have the data for this figure.
figure-table = Values, ranks and sources
downloads = Download:
observations-csv = All observations of this country:

column-subject = Technology or ecosystem
column-country = Country
column-exports = Exports, million USD
column-imports = Imports, million USD
column-trade-exports = Exports
column-trade-imports = Imports
column-trade-relative-balance = Relative trade balance
column-trade-world-share = Share in world exports
column-trade-export-share-eu27 = Share in EU27 exports
column-trade-rca = RCA
column-families = Families
column-patent-families = Families
column-patent-country-share = Share in the country's patents
column-patent-world-share = Share in world patents
column-patent-rta = RTA
column-patent-rpa = RPA
column-production-value = Sold production, million EUR
column-production-country-share = Share in the country's production
column-production-eu-share = Share in EU27 production
column-invented-versus-made = Invented versus made, places
column-investment-raised-eur = Raised, million EUR
column-investment-raised = Raised, million USD
column-investment-raised-without-largest-eur = Without the largest round, million EUR
column-investment-rounds = Rounds
column-investment-undisclosed = Of undisclosed amount
column-sector-jobs = Persons employed
column-sector-exports = Exports, million EUR
column-sector-research = Research and development, million EUR
column-rank = EU27 rank
column-strip = Rank, 1st to last
column-year = Year
column-status = Status
column-source = Source
column-indicator = Indicator
column-value = Value
column-lower = At least
column-upper = At most
column-unit = Unit
column-ranked-of = Ranked
column-n = n
column-key = No.
column-sentence = Sentence
column-group = Group
column-change = Change
column-since = Since
column-direction = Direction
column-figure = Figure
column-needs = What it needs
column-about = Meaning
column-formula = Formula
observations-behind = Observations behind the sentences
figures-missing = Figures that cannot be drawn
sheet-files = Also as
sheet-kind = Country fact sheet
page-of = Page {"{"}page{"}"} of {"{"}pages{"}"}
method-indicators = Indicators
method-checksums = Checksums
method-warnings = To know before quoting
observations-about = Numbers in the sentences lead here. Each line names an observation: indicator, geography, subject, period.
edition-id = Edition identifier
licence-line = Licence of the data: { $licences }
behind = What is behind these numbers
behind-formulas = Formula and SQL:
behind-inputs = Inputs:
behind-withheld = The licence of the source forbids to name companies with their amounts; shares show how concentrated they are.
behind-command = Any other number, of any year:
column-contributors = Contributors
contributors = Largest contributors
largest-patents = Largest applicants, { $period }
largest-exports = Largest exported products, { $period }
largest-imports = Largest imported products, { $period }
largest-production = Largest headings of production, { $period }
largest-investment = Companies that raised most, { $period }
column-code = Code
column-name = Name
column-share = Share
column-definition = Definition
column-id = Id
column-version = Version

### Indicators

indicator-patent-families = Patent families
indicator-patent-country-share = Share in the country's patents
indicator-patent-world-share = Share in world patents
indicator-patent-rta = Revealed technology advantage
indicator-patent-rpa = Relative patent advantage
unit-patent-families = Patent families
unit-patent-country-share = Percent of patent families
unit-patent-world-share = Percent of the world's patent families
unit-patent-rta = Ratio; 1 is the world average
unit-patent-rpa = Index from −100 to 100
about-patent-families = Inventions for which protection was sought internationally, by the address of the applicant.
about-patent-country-share = The share of the technology or ecosystem in all patent families of the country.
about-patent-world-share = The country's share in the world's patent families of the technology or ecosystem.
about-patent-rta = The weight of the technology in the country's patent families, divided by its weight in the world's. Above 1, the country is specialised in it.
about-patent-rpa = The revealed technology advantage brought between −100 and 100; above 0, the country is specialised.
indicator-production-value = Sold production
indicator-production-country-share = Share in the country's production
indicator-production-eu-share = Share in EU27 production
indicator-invented-versus-made = Invented versus made
unit-production-value = Million euro
unit-production-country-share = Percent of sold production
unit-production-eu-share = Percent of the EU27's sold production
unit-invented-versus-made = Places among the EU27
about-production-value = What the country's industry sold of the products concerned. Where part of it is confidential, an interval.
about-production-country-share = The weight of the products concerned in what the country's mining and manufacturing sold.
about-production-eu-share = The country's share in what the industry of the European Union sold of the products concerned. It is no share in world production.
about-invented-versus-made = The EU27 rank of the country's share in world patents, less the rank of its share in EU production. Above 0, it is better placed in making than in inventing.
indicator-investment-raised-eur = Private equity and venture capital raised, in euro
indicator-investment-raised = Private equity and venture capital raised, in US dollars
indicator-investment-raised-without-largest-eur = Raised without the largest round, in euro
indicator-investment-raised-without-largest = Raised without the largest round, in US dollars
indicator-investment-rounds = Rounds of investment
indicator-investment-undisclosed = Rounds of undisclosed amount
unit-investment-raised-eur = Million euro
unit-investment-raised = Million US dollars
unit-investment-raised-without-largest-eur = Million euro
unit-investment-raised-without-largest = Million US dollars
unit-investment-rounds = Rounds
unit-investment-undisclosed = Rounds
about-investment-raised-eur = What companies with headquarters in the country raised in rounds whose amount is known.
about-investment-raised = The same in US dollars.
about-investment-raised-without-largest-eur = The same without the largest single round: what remains says how much a value hangs on one company.
about-investment-raised-without-largest = The same in US dollars.
about-investment-rounds = The number of rounds, those of undisclosed amount included.
about-investment-undisclosed = The number of rounds whose amount was not disclosed. They are counted as rounds and add nothing to the sums.
indicator-sector-jobs = Persons employed in the sector
indicator-sector-exports = Exports of the sector
indicator-sector-research = Research and development of the sector
indicator-sector-investment = Investment of the sector
indicator-sector-jobs-change = Persons employed: change over ten years
indicator-sector-exports-change = Exports: change over ten years
indicator-sector-research-change = Research and development: change over ten years
indicator-sector-jobs-factor = Persons employed: growth factor over ten years
indicator-sector-exports-factor = Exports: growth factor over ten years
indicator-sector-research-factor = Research and development: growth factor over ten years
indicator-sector-investment-sum = Investment of the sector over ten years
indicator-trade-exports = Exports
indicator-trade-imports = Imports
indicator-trade-relative-balance = Relative trade balance
indicator-trade-world-share = Share in world exports
indicator-trade-export-share-eu27 = Share in EU27 exports
indicator-trade-rca = Revealed comparative advantage
unit-trade-exports = US dollars
unit-trade-imports = US dollars
unit-trade-relative-balance = Percent of exports plus imports
unit-trade-world-share = Percent of world exports
unit-trade-export-share-eu27 = Percent of EU27 exports
unit-trade-rca = Ratio; 1 is the world average
about-trade-exports = What the country sells abroad of the products concerned.
about-trade-imports = What the country buys abroad of the products concerned.
about-trade-relative-balance = Exports minus imports, in percent of exports plus imports. It lies between −100 (imports only) and +100 (exports only).
about-trade-world-share = The country's share in the world's exports of the products concerned.
about-trade-export-share-eu27 = The country's share in the exports of the 27 Member States of the products concerned.
about-trade-rca = The weight of the products in the country's exports, divided by their weight in the world's exports. Above 1, the country is specialised in them.

### Numbers and ranks

percent = { $number }%
interval = { $lower } to { $upper }
interval-open = { $lower } or more
rank = { $rank } of { $of }
rank-line = EU27 rank { $rank }
balance-deficit = Deficit
balance-surplus = Surplus
count-n = n = { $n }
rounds = { $count ->
    [one] 1 round
   *[other] { $count } rounds
  }
open-sentence = Families in the world in the years that are not complete yet, in percent of those of { $year }: { $years }.
open-years = not complete yet
panel-value = value
panel-interval = interval where part is confidential
panel-open-interval = upper end not known
panel-flagged = under a reservation
panel-broken = break in series
tooltip-line = { $name }: { $value }
tooltip-line-ranked = { $name }: { $value } (EU27 rank { $rank })

### Status

flag-break = series break
flag-confidential = confidential in part
flag-confidential-part = a small part confidential
flag-estimated = estimated
flag-eu-total-below-sum = EU total below the sum of states
flag-provisional = provisional
flag-unconverted-amounts = amounts without an exchange rate
flag-undisclosed-amounts = undisclosed amounts
flag-incomplete-members = not all Member States
flag-incomplete-year = incomplete year
flag-low-count = few families
flag-truncated = year not complete yet
flag-partial-codes = part of the products
flag-partial-products = not all products
about-flag-break = The series breaks here: the value cannot be compared with earlier years.
about-flag-confidential = Part of the production is confidential: the value lies in the interval, and no rank is given.
about-flag-confidential-part = A small part of the production is confidential and left out of the value.
about-flag-estimated = The statistical office gives the value as an estimate.
about-flag-eu-total-below-sum = The published total of the EU27 is smaller than what this country alone publishes, so no share is given.
about-flag-provisional = The statistical office gives the value as provisional.
about-flag-unconverted-amounts = Some amounts are in a currency for which there is no rate of the year; they are not in the sum.
about-flag-undisclosed-amounts = The amount of some rounds was not disclosed; they add nothing to the sum.
about-flag-incomplete-members = Fewer than 27 Member States have a value, so the EU27 total is incomplete.
about-flag-incomplete-year = The source does not cover all months of the year.
about-flag-low-count = The value rests on few families; a few more or less would change it much.
about-flag-truncated = The year is not complete in the data yet: applications are published with a delay. It says nothing about a decline.
about-flag-partial-codes = The source has only part of the products of the definition.
about-flag-partial-products = The source does not cover all products, so its total is that of a selection.
flag-note = { $mark }: { $about }
flag-unknown = Flag “{ $flag }” of the edition.
flagged-note = Hollow marks: values under a reservation, explained in the notes.
break-mark = break
break-sentence = { $name }: the series breaks in { $years }; values before and after cannot be compared.
breaks-sentence = Breaks in series: { $series }. Values before and after cannot be compared.

### Sources

source-patstat = EPO PATSTAT Global
source-docdb = EPO DOCDB
source-ep-xml = EPO full-text documents
source-patent-counts = Counted patent families
source-baci = CEPII BACI
source-comtrade = UN Comtrade
source-comext = Eurostat Comext
source-imf-lct = IMF Trade in Low Carbon Technology Products
source-prodcom = Eurostat Prodcom
source-crunchbase = Crunchbase
source-sdmx = statistical tables
short-source-patstat = PATSTAT
short-source-docdb = DOCDB
short-source-ep-xml = EPO documents
short-source-patent-counts = Patent counts
short-source-baci = BACI
short-source-comtrade = Comtrade
short-source-comext = Comext
short-source-imf-lct = IMF
short-source-prodcom = Prodcom
short-source-crunchbase = Crunchbase
short-source-sdmx = Statistical tables
source-line = Source: { $sources }. Calculations: Sextant, edition { $edition }.
source-line-demo = Generated demo data in the format of: { $sources }. Calculations: Sextant, edition { $edition }.
source-with-edition = { $name } ({ $edition })
sources = Sources
source-edition = Edition
source-licence = Licence
source-citation = Citation
source-files = Files
source-file-list = Files and their checksums (SHA-256, first digits)
source-extent = { $count ->
    [one] 1 file
   *[other] { $files } files
  }, { $rows } rows kept, { $quarantined } in quarantine

### Method

method = Method
method-about = Each formula below is that of the statement which computed the numbers; its SQL stands beneath it.
method-about-print = Formulas and SQL stand in the page of this sheet and in the answers of the command “sextant explain”.
method-ranks = The EU27 rank is one more than the number of Member States with a greater value; equal values share a rank. Only Member States with a value are ranked, and every rank says how many they were.
method-years = A figure of a single year shows the latest for which at least 20 Member States have values; without such a year, the latest there is.
method-breaks = Where a series steps by more than its own course and that of other countries explain, it is marked as broken, and texts do not compare the years before and after. Missing values are missing, never zero.
method-differs = The definitions or formulas of this program are not those with which the edition was built. Numbers are the edition's; names, versions and formulas are this program's.
checks-run = { $count ->
    [one] One check of the data ran.
   *[other] { $count } checks of the data ran.
  }
checks-warning = The check { $check } found { $rows } rows.
definitions-table = Versions of the definitions
definitions-checksum = Definitions
method-checksum = Formulas
table-caption = { $title }. { $subtitle }. { $unit }.

### Descriptions for readers who do not see the chart

alt-item = { $name } { $value }
alt-values = { $place }: { $values }.
alt-missing = No value for { $names }.
alt-ends = Highest: { $highest }. Lowest: { $lowest }.
alt-own = { $country }: { $value }, EU27 rank { $rank }.
alt-last = { $name }: { $value } in { $year }.

# What changed between editions

difference-title = What changed between two editions
difference-lead = From edition { $before } to edition { $after }.
difference-numbers = Numbers
difference-data = Data
difference-definitions = Definitions
difference-method = Method
difference-same-numbers = No number changed.
difference-same-data = Both rest on the same files.
difference-same-definitions = Both use the same definitions.
difference-same-method = Both use the same SQL and settings.
difference-other-method = The SQL differs; the editions do not say in which files.
difference-same = the same
difference-changed = changed
difference-added = new
difference-gone = gone
difference-ranks = Ranks changed
difference-median = Median change
difference-largest = Largest change
difference-largest-changes = largest changes
difference-before = Before
difference-after = After
difference-percent = Change
difference-rows = { $rows } rows
difference-more-lines = { $count } more lines are in the files themselves.
difference-files = { $changed } changed, { $added } new, { $gone } gone
difference-cells = { $same } the same, { $changed } changed, { $added } new, { $gone } gone

# The same under other definitions

sensitivity-title = How much the definitions matter
sensitivity-lead = Green patents of edition { $edition } in { $period } under { $count } definitions of the same technologies: share in world patents and rank among the EU27.
sensitivity-sets = The definitions
sensitivity-values = Values, lowest to highest
sensitivity-ranks = Ranks
sensitivity-told = Between the Member States the rank moves by { $median } places in the middle case and by { $largest } at most.
sensitivity-note = Each definition is Sextant's condensed reading of the list it is named after. Full dots are the own definition, hollow ones the others. A dash: the definition does not know the technology, or the country has no value.
sensitivity-own = Own definition
sensitivity-world = Families of the whole world
sensitivity-shared = Found by the own definition too
sensitivity-shared-own = { $part } of the own
sensitivity-shared-other = { $part } of these
sensitivity-no-cpc = The ingested data have no symbols of the Cooperative Patent Classification, in which this set is written: ingest tls224_appln_cpc of PATSTAT.

### Formulas, as the SQL files have them

-note-sector-table = Which statistical table and which of its codes stands in definitions/sectors.
-note-sector-break = Flagged where the series breaks in between.
-note-rounds = Which rounds count stands in rules/investment.toml and is a reconstruction. Country by headquarters; a company counts fully in each of its ecosystems and technologies.
-note-largest = What remains says how much a value hangs on one company.
-note-converted = Amounts in other currencies are converted with the annual averages of the European Central Bank.
-note-upper-end = The upper end is as exact as the total of EU27, which can be rounded.
-note-low-count = on few families (low_count in rules/patents.toml, ten as it stands) is flagged low-count.
formula-patent-families = Patent families of the country in the subject, counted by rules/patents.toml: as it stands transnational families by the country of the applicant, in equal parts where there are several, in the year of the earliest filing. Every choice (unit, address, counting, year) stands in rules/patents.toml. The last years of any edition of patent data are not complete.
formula-patent-country-share = 100 x families of the country in the subject / all families of the country. A share { -note-low-count }
formula-patent-world-share = 100 x families of the country in the subject / families of all countries in the subject, those of unknown country included. A share { -note-low-count }
formula-patent-rta = Share of the subject in the country's families / share of the subject in the world's families (revealed technology advantage). Above 1: the country is specialised. A ratio { -note-low-count }
formula-patent-rpa = 100 x tanh(ln RTA), computed as 100 x (RTA^2 - 1) / (RTA^2 + 1), which is the same and has the same digits on every machine: the revealed technology advantage between -100 and 100; -100 where the country has no family in the subject. A value { -note-low-count }
formula-production-value = Sold production of the subject's Prodcom headings, those of which a part belongs with that part. Where cells are confidential: an interval from what is published to the most that the total of EU27 leaves for them. A confidential cell is not zero. Where what is hidden could add no more than a twentieth (hidden_part_published in rules/production.toml), the published sum is given as the value. { -note-upper-end }
formula-production-country-share = 100 x sold production of the subject / sold production of all headings, both of the country. Where cells are confidential: an interval, from the least of the subject with the most of everything else, to the most of the subject with the least of everything else. Prodcom covers mining and manufacturing: the share is that in industrial production. Headings that start, end or are split break the series.
formula-production-eu-share = 100 x sold production of the subject in the country / sold production of the subject in EU27, as the publisher gives it. Where cells are confidential: an interval, from what is published to the most that the total of EU27 leaves. A share in the production of the European Union: Prodcom has no world total. Totals of EU27 can be rounded, and can be smaller than the sum of what members publish; a share above 100 is withheld. { -note-upper-end }
formula-invented-versus-made = EU27 rank of the country's share in world patents - EU27 rank of its share in EU production, for the same technology and year. Above 0, the country is better placed in making than in inventing. Each rank counts the members with a value, which in production are fewer where cells are confidential.
formula-investment-raised-eur = Sum of the disclosed amounts of counted rounds of companies with headquarters in the country, in euro. { -note-rounds } { -note-converted }
formula-investment-raised = Sum of the disclosed amounts of counted rounds of companies with headquarters in the country, in US dollars. { -note-rounds } { -note-converted }
formula-investment-raised-without-largest-eur = Sum of the disclosed amounts of counted rounds without the largest of them, in euro. { -note-rounds } { -note-largest }
formula-investment-raised-without-largest = Sum of the disclosed amounts of counted rounds without the largest of them, in US dollars. { -note-rounds } { -note-largest }
formula-investment-rounds = Number of counted rounds of companies with headquarters in the country, those of undisclosed amount included. { -note-rounds }
formula-investment-undisclosed = Number of counted rounds whose amount was not disclosed. { -note-rounds }
formula-sector-jobs = Persons employed in the sector, as the statistical office gives it. { -note-sector-table }
formula-sector-exports = Exports of the products of the sector, as the statistical office gives it. { -note-sector-table }
formula-sector-research = Spending of the enterprises of the sector on research and development, as the statistical office gives it. { -note-sector-table }
formula-sector-investment = Gross fixed capital formation of the sector, as the statistical office gives it. { -note-sector-table }
formula-sector-jobs-change = Persons employed in the sector, less those of ten years before. { -note-sector-table } { -note-sector-break }
formula-sector-exports-change = Exports of the products of the sector, less that of ten years before. { -note-sector-table } { -note-sector-break }
formula-sector-research-change = Spending of the enterprises of the sector on research and development, less that of ten years before. { -note-sector-table } { -note-sector-break }
formula-sector-jobs-factor = Persons employed in the sector / the same of ten years before. { -note-sector-table } { -note-sector-break }
formula-sector-exports-factor = Exports of the products of the sector / the same of ten years before. { -note-sector-table } { -note-sector-break }
formula-sector-research-factor = Spending of the enterprises of the sector on research and development / the same of ten years before. { -note-sector-table } { -note-sector-break }
formula-sector-investment-sum = Gross fixed capital formation of the sector, summed over ten years. { -note-sector-table } Given where all ten years are.
formula-trade-exports = Sum of the exports of the subject's products to all partners, FOB. Belgian and Dutch exports contain re-exports and transit.
formula-trade-imports = Sum of the imports of the subject's products from all partners, CIF. BACI values imports as the partner's exports, FOB.
formula-trade-relative-balance = 100 x (exports - imports) / (exports + imports); undefined where both are zero. Imports are CIF and exports FOB, which lowers the balance a little; BACI is FOB on both sides.
formula-trade-world-share = 100 x exports of the subject / exports of the subject by all countries.
formula-trade-export-share-eu27 = 100 x exports of the subject / exports of the subject by the 27 Member States, trade among them included.
formula-trade-rca = Share of the subject in the country's exports / share of the subject in the world's exports (Balassa 1965). Above 1: the country is specialised. Needs a source that covers all products. For the IMF's product group both shares are the published ones.
