# Tous les mots des fiches et des pages, en français. Les signes doubles sont précédés
# d'une espace fine insécable (U+202F).

### Pages

skip-link = Aller au contenu
strapline = Technologies vertes et numériques dans les économies de l'Union européenne
languages = Langue
contents = Sommaire
demo-label = Données de démonstration
demo-text = Tous les chiffres de cette page proviennent de données de démonstration générées. Ils ne disent rien de pays réels.
reconstruction-tag = Reconstruction
reconstruction = Sextant reconstruit la méthode du European Monitor of Industrial Ecosystems. Il ne s'agit pas de chiffres officiels de la Commission européenne.
edition-named = Édition { $edition }
footer-edition = Édition { $edition }, construite avec Sextant { $engine }. Identité de l'édition :
years = { $first } à { $last }

index-title = Fiches par pays de Sextant
index-lead = Comment les États membres inventent, commercent, produisent et investissent dans les technologies vertes et numériques, et dans les écosystèmes industriels.
index-edition = Édition
index-years = Années
index-observations = Observations
index-sources = Sources
index-countries = Fiches par pays
index-others = Autres pays de cette édition
index-map = Les États membres sur la carte
index-observations-csv = Toutes les observations de cette édition :
not-found = Introuvable
went-wrong = Une erreur s'est produite
problem-figures = Figures
problem-country = Cette édition n'a pas de pays « { $country } ».
problem-path = Il n'y a rien à l'adresse { $path }.
problem-lang = Sextant n'écrit pas en « { $lang } », mais en anglais, néerlandais, français et chinois : en, nl, fr, zh.
problem-fault = La page n'a pas pu être faite. Le programme dit :

### Fiche

sheet-title = { $country } : fiche pays
sheet-lead = Brevets, commerce, production et investissement dans les technologies vertes et numériques et dans les écosystèmes industriels
highlights = Points marquants
highlights-about = Chaque phrase est écrite à partir des observations de cette édition, et seulement là où elles la portent. Ouvrez-en une pour les voir.
highlights-behind = Observations :
dashboard = En un coup d'œil
dashboard-about = Rang parmi les États membres de l'UE27, et variation de la valeur depuis la première année comparable. Foncé : le premier tiers des États membres ; blanc : le dernier.
dashboard-about-print = Rang parmi les États membres de l'UE27, avec la valeur classée ; le point se situe entre le premier, à gauche, et le dernier. À côté, la variation de la valeur depuis la première année comparable.
dashboard-legend-print = ▲ hausse · ▽ baisse · – pas de variation au-delà du hasard ou des seuils de la méthode ; les variations de parts et de balances sont en points de pourcentage, et ’12 indique que la série commence en 2012.
dashboard-money-print = Investissement en millions d'euros.
dashboard-since = variation depuis { $year }
dashboard-column = { $name } : rang selon l'indicateur « { $indicator } », { $year }
dashboard-patents = Brevets
dashboard-trade = Commerce
dashboard-production = Production
dashboard-investment = Investissement
dashboard-up = en hausse
dashboard-down = en baisse
dashboard-steady = pas de variation au-delà du hasard
dashboard-legend = ▲ hausse · ▼ baisse · = pas de variation au-delà du hasard ou des seuils de la méthode. Les variations de parts et de balances sont en points de pourcentage.
key-facts = Chiffres clés
facts-about = Valeurs de la dernière année pour laquelle au moins 20 États membres en ont une, avec le rang parmi ces États membres.
facts-caption-patents = Indicateurs de brevets et rangs dans l'UE27
facts-caption-trade = Indicateurs du commerce et rangs dans l'UE27
facts-caption-production = Indicateurs de production et rangs dans l'UE27
facts-caption-investment = Indicateurs d'investissement et rangs dans l'UE27
facts-caption-sectors = Secteurs et rangs dans l'UE27
facts-note-patents = 1 est la valeur la plus élevée. Les rangs comptent les États membres de l'UE27 qui ont une valeur cette année-là. L'ATR est l'avantage technologique révélé : au-dessus de 1, le pays est spécialisé.
facts-note-trade = 1 est la valeur la plus élevée. Les rangs comptent les États membres de l'UE27 qui ont une valeur cette année-là. L'ACR est l'avantage comparatif révélé : au-dessus de 1, le pays est spécialisé.
facts-note-production = 1 est la valeur la plus élevée. Là où une part de la production est confidentielle, un intervalle est donné, sans rang. Inventé contre fabriqué est le rang dans l'UE27 pour les brevets mondiaux moins le rang pour la production de l'UE : au-dessus de 0, le pays est mieux placé pour fabriquer.
facts-note-investment = 1 est la valeur la plus élevée. Les montants sont des sommes de levées connues de capital-investissement et de capital-risque dans les années indiquées.
facts-note-sectors = 1 est la valeur la plus élevée. Chiffres des offices statistiques pour un secteur de l'économie.
published-statement = Publié par d'autres : { $text } ({ $source })
facts-missing = Cette édition n'a pas d'indicateurs pour ce pays.
group-green = Technologies vertes
group-digital = Technologies numériques
group-ecosystems = Écosystèmes industriels
group-product-groups = Groupes de produits d'autres éditeurs
group-fields = Domaines technologiques
group-all-patents = Toutes les inventions ensemble
group-total = Tous les produits ensemble
group-all-production = Tous les produits industriels ensemble
group-all-investment = Tous les investissements ensemble
group-sectors = Secteurs

section-patents = Brevets
section-balance = Balance commerciale
section-investment = Investissement
section-production = Production
section-trend = Évolution
section-comparison = Comparaison des États membres
figure-number = Figure { $number }
figure-missing = Cette édition n'a pas les données de cette figure.
figure-table = Valeurs, rangs et sources
downloads = Télécharger :
observations-csv = Toutes les observations de ce pays :

column-subject = Technologie ou écosystème
column-country = Pays
column-exports = Exportations, millions USD
column-imports = Importations, millions USD
column-trade-exports = Exportations
column-trade-imports = Importations
column-trade-relative-balance = Balance commerciale relative
column-trade-world-share = Part des exportations mondiales
column-trade-export-share-eu27 = Part des exportations de l'UE27
column-trade-rca = ACR
column-families = Familles
column-patent-families = Familles
column-patent-country-share = Part dans les brevets du pays
column-patent-world-share = Part dans les brevets du monde
column-patent-rta = ATR
column-patent-rpa = APR
column-production-value = Production vendue, millions EUR
column-production-country-share = Part dans la production du pays
column-production-eu-share = Part dans la production de l'UE27
column-invented-versus-made = Inventé contre fabriqué, places
column-investment-raised-eur = Levé, millions EUR
column-investment-raised = Levé, millions USD
column-investment-raised-without-largest-eur = Sans la plus grande levée, millions EUR
column-investment-rounds = Levées
column-investment-undisclosed = De montant inconnu
column-sector-jobs = Personnes occupées
column-sector-exports = Exportations, millions EUR
column-sector-research = Recherche et développement, millions EUR
column-rank = Rang dans l'UE27
column-strip = Rang, premier à dernier
column-year = Année
column-status = Statut
column-source = Source
column-indicator = Indicateur
column-value = Valeur
column-lower = Au moins
column-upper = Au plus
column-unit = Unité
column-ranked-of = Nombre de classés
column-n = n
column-key = N°
column-sentence = Phrase
column-group = Groupe
column-change = Variation
column-since = Depuis
column-direction = Sens
column-figure = Figure
column-needs = Ce qu'il faut
column-about = Signification
column-formula = Formule
observations-behind = Observations derrière les phrases
figures-missing = Figures qui ne peuvent être tracées
sheet-files = Aussi en
sheet-kind = Fiche pays
page-of = Page {"{"}page{"}"} sur {"{"}pages{"}"}
method-indicators = Indicateurs
method-checksums = Sommes de contrôle
method-warnings = À savoir avant de citer
observations-about = Les numéros des phrases mènent ici. Chaque ligne désigne une observation : indicateur, zone géographique, sujet, période.
edition-id = Identifiant de l'édition
licence-line = Licence des données : { $licences }
behind = Ce qui est derrière ces chiffres
behind-formulas = Formule et SQL :
behind-inputs = Données d'entrée :
behind-withheld = La licence de la source interdit de nommer les entreprises avec leurs montants ; les parts montrent leur concentration.
behind-command = Tout autre chiffre, de toute année :
column-contributors = Contributeurs
contributors = Principaux contributeurs
largest-patents = Principaux déposants, { $period }
largest-exports = Principaux produits exportés, { $period }
largest-imports = Principaux produits importés, { $period }
largest-production = Principales rubriques de production, { $period }
largest-investment = Entreprises ayant levé le plus, { $period }
column-code = Code
column-name = Nom
column-share = Part
column-definition = Définition
column-id = Identifiant
column-version = Version

### Indicateurs

indicator-patent-families = Familles de brevets
indicator-patent-country-share = Part dans les brevets du pays
indicator-patent-world-share = Part dans les brevets du monde
indicator-patent-rta = Avantage technologique révélé
indicator-patent-rpa = Avantage relatif en brevets
unit-patent-families = Familles de brevets
unit-patent-country-share = Pourcentage des familles de brevets
unit-patent-world-share = Pourcentage des familles de brevets du monde
unit-patent-rta = Rapport ; 1 est la moyenne mondiale
unit-patent-rpa = Indice de −100 à 100
about-patent-families = Inventions dont la protection a été demandée au niveau international, selon l'adresse du demandeur.
about-patent-country-share = La part de la technologie ou de l'écosystème dans toutes les familles de brevets du pays.
about-patent-world-share = La part du pays dans les familles de brevets du monde pour la technologie ou l'écosystème.
about-patent-rta = Le poids de la technologie dans les familles de brevets du pays, divisé par son poids dans celles du monde. Au-dessus de 1, le pays y est spécialisé.
about-patent-rpa = L'avantage technologique révélé ramené entre −100 et 100 ; au-dessus de 0, le pays est spécialisé.
indicator-production-value = Production vendue
indicator-production-country-share = Part dans la production du pays
indicator-production-eu-share = Part dans la production de l'UE27
indicator-invented-versus-made = Inventé contre fabriqué
unit-production-value = Millions d'euros
unit-production-country-share = Pour cent de la production vendue
unit-production-eu-share = Pour cent de la production vendue de l'UE27
unit-invented-versus-made = Places dans l'UE27
about-production-value = Ce que l'industrie du pays a vendu des produits concernés. Là où une part est confidentielle, un intervalle.
about-production-country-share = Le poids des produits concernés dans ce qu'ont vendu les industries extractives et manufacturières du pays.
about-production-eu-share = La part du pays dans ce que l'industrie de l'Union européenne a vendu des produits concernés. Ce n'est pas une part de la production mondiale.
about-invented-versus-made = Le rang dans l'UE27 de la part du pays dans les brevets mondiaux, moins le rang de sa part dans la production de l'UE. Au-dessus de 0, il est mieux placé pour fabriquer que pour inventer.
indicator-investment-raised-eur = Capital-investissement et capital-risque levés, en euros
indicator-investment-raised = Capital-investissement et capital-risque levés, en dollars
indicator-investment-raised-without-largest-eur = Levé sans la plus grande levée, en euros
indicator-investment-raised-without-largest = Levé sans la plus grande levée, en dollars
indicator-investment-rounds = Levées de fonds
indicator-investment-undisclosed = Levées de montant inconnu
unit-investment-raised-eur = Millions d'euros
unit-investment-raised = Millions de dollars
unit-investment-raised-without-largest-eur = Millions d'euros
unit-investment-raised-without-largest = Millions de dollars
unit-investment-rounds = Levées
unit-investment-undisclosed = Levées
about-investment-raised-eur = Ce que les entreprises dont le siège est dans le pays ont levé, pour les levées de montant connu.
about-investment-raised = La même chose en dollars.
about-investment-raised-without-largest-eur = La même chose sans la plus grande levée : ce qui reste dit combien une valeur dépend d'une seule entreprise.
about-investment-raised-without-largest = La même chose en dollars.
about-investment-rounds = Le nombre de levées, y compris celles de montant inconnu.
about-investment-undisclosed = Le nombre de levées dont le montant n'a pas été publié. Elles comptent comme levées et n'ajoutent rien aux sommes.
indicator-sector-jobs = Personnes occupées dans le secteur
indicator-sector-exports = Exportations du secteur
indicator-sector-research = Recherche et développement du secteur
indicator-sector-investment = Investissements du secteur
indicator-sector-jobs-change = Personnes occupées : variation sur dix ans
indicator-sector-exports-change = Exportations : variation sur dix ans
indicator-sector-research-change = Recherche et développement : variation sur dix ans
indicator-sector-jobs-factor = Personnes occupées : facteur de croissance sur dix ans
indicator-sector-exports-factor = Exportations : facteur de croissance sur dix ans
indicator-sector-research-factor = Recherche et développement : facteur de croissance sur dix ans
indicator-sector-investment-sum = Investissements du secteur sur dix ans
indicator-trade-exports = Exportations
indicator-trade-imports = Importations
indicator-trade-relative-balance = Balance commerciale relative
indicator-trade-world-share = Part des exportations mondiales
indicator-trade-export-share-eu27 = Part des exportations de l'UE27
indicator-trade-rca = Avantage comparatif révélé
unit-trade-exports = Dollars des États-Unis
unit-trade-imports = Dollars des États-Unis
unit-trade-relative-balance = Pourcentage des exportations plus importations
unit-trade-world-share = Pourcentage des exportations mondiales
unit-trade-export-share-eu27 = Pourcentage des exportations de l'UE27
unit-trade-rca = Rapport ; 1 est la moyenne mondiale
about-trade-exports = Ce que le pays vend à l'étranger des produits concernés.
about-trade-imports = Ce que le pays achète à l'étranger des produits concernés.
about-trade-relative-balance = Exportations moins importations, en pourcentage des exportations plus importations. La valeur est comprise entre −100 (importations seules) et +100 (exportations seules).
about-trade-world-share = La part du pays dans les exportations mondiales des produits concernés.
about-trade-export-share-eu27 = La part du pays dans les exportations des 27 États membres des produits concernés.
about-trade-rca = Le poids des produits dans les exportations du pays, divisé par leur poids dans les exportations mondiales. Au-dessus de 1, le pays y est spécialisé.

### Nombres et rangs

percent = { $number } %
interval = { $lower } à { $upper }
interval-open = { $lower } ou plus
rank = { $rank } sur { $of }
rank-line = Rang dans l'UE27 : { $rank }
balance-deficit = Déficit
balance-surplus = Excédent
count-n = n = { $n }
rounds = { $count ->
    [one] { $count } levée
   *[other] { $count } levées
  }
open-sentence = Familles dans le monde des années encore incomplètes, en pourcentage de celles de { $year } : { $years }.
open-years = encore incomplet
panel-value = valeur
panel-interval = intervalle là où une part est confidentielle
panel-open-interval = borne supérieure inconnue
panel-flagged = sous réserve
panel-broken = rupture de série
tooltip-line = { $name } : { $value }
tooltip-line-ranked = { $name } : { $value } (rang dans l'UE27 : { $rank })

### Statut

flag-break = rupture de série
flag-confidential = en partie confidentiel
flag-confidential-part = une petite part confidentielle
flag-estimated = estimé
flag-eu-total-below-sum = total UE inférieur à la somme des États
flag-provisional = provisoire
flag-unconverted-amounts = montants sans taux de change
flag-undisclosed-amounts = montants inconnus
flag-incomplete-members = États membres incomplets
flag-incomplete-year = année incomplète
flag-low-count = peu de familles
flag-truncated = année encore incomplète
flag-partial-codes = une partie des produits
flag-partial-products = produits incomplets
about-flag-break = La série est rompue ici : la valeur n'est pas comparable aux années antérieures.
about-flag-confidential = Une part de la production est confidentielle : la valeur est dans l'intervalle, et aucun rang n'est donné.
about-flag-confidential-part = Une petite part de la production est confidentielle et n'est pas dans la valeur.
about-flag-estimated = L'office statistique donne la valeur comme une estimation.
about-flag-eu-total-below-sum = Le total publié de l'UE27 est inférieur à ce que ce pays publie à lui seul ; aucune part n'est donc donnée.
about-flag-provisional = L'office statistique donne la valeur comme provisoire.
about-flag-unconverted-amounts = Certains montants sont dans une monnaie sans taux de l'année ; ils ne sont pas dans la somme.
about-flag-undisclosed-amounts = Le montant de certaines levées n'a pas été publié ; elles n'ajoutent rien à la somme.
about-flag-incomplete-members = Moins de 27 États membres ont une valeur ; le total de l'UE27 est donc incomplet.
about-flag-incomplete-year = La source ne couvre pas tous les mois de l'année.
about-flag-low-count = La valeur repose sur peu de familles ; quelques-unes de plus ou de moins la changeraient beaucoup.
about-flag-truncated = L'année n'est pas encore complète dans les données : les demandes sont publiées avec retard. Cela n'indique pas un recul.
about-flag-partial-codes = La source n'a qu'une partie des produits de la définition.
about-flag-partial-products = La source ne couvre pas tous les produits ; son total est celui d'une sélection.
flag-note = { $mark } : { $about }
flag-unknown = Drapeau « { $flag } » de l'édition.
flagged-note = Marques creuses : valeurs sous réserve, expliquées dans les notes.
break-mark = rupture
break-sentence = { $name } : la série est rompue en { $years } ; les valeurs d'avant et d'après ne sont pas comparables.
breaks-sentence = Ruptures de série : { $series }. Les valeurs avant et après ne sont pas comparables.

### Sources

source-patstat = OEB PATSTAT Global
source-docdb = OEB DOCDB
source-ep-xml = Documents de l'OEB en texte intégral
source-patent-counts = Familles de brevets comptées
source-baci = CEPII BACI
source-comtrade = UN Comtrade
source-comext = Eurostat Comext
source-imf-lct = FMI Trade in Low Carbon Technology Products
source-prodcom = Eurostat Prodcom
source-crunchbase = Crunchbase
source-sdmx = tableaux statistiques
short-source-patstat = PATSTAT
short-source-docdb = DOCDB
short-source-ep-xml = Documents de l'OEB
short-source-patent-counts = Comptages de brevets
short-source-baci = BACI
short-source-comtrade = Comtrade
short-source-comext = Comext
short-source-imf-lct = FMI
short-source-prodcom = Prodcom
short-source-crunchbase = Crunchbase
short-source-sdmx = Tableaux statistiques
source-line = Source : { $sources }. Calculs : Sextant, édition { $edition }.
source-line-demo = Données de démonstration générées au format de : { $sources }. Calculs : Sextant, édition { $edition }.
source-with-edition = { $name } ({ $edition })
sources = Sources
source-edition = Édition
source-licence = Licence
source-citation = Citation
source-files = Fichiers
source-file-list = Fichiers et leurs sommes de contrôle (SHA-256, premiers caractères)
source-extent = { $count ->
    [one] { $files } fichier
   *[other] { $files } fichiers
  }, { $rows } lignes retenues, { $quarantined } en quarantaine

### Méthode

method = Méthode
method-about = Chaque formule ci-dessous est celle de l'instruction qui a calculé les chiffres ; son SQL figure en dessous.
method-about-print = Formules et SQL figurent dans la page web de cette fiche et dans les réponses de la commande « sextant explain ».
method-ranks = Le rang dans l'UE27 est un de plus que le nombre d'États membres ayant une valeur supérieure ; des valeurs égales partagent un rang. Seuls les États membres ayant une valeur sont classés, et chaque rang dit combien ils étaient.
method-years = Une figure d'une seule année montre la dernière pour laquelle au moins 20 États membres ont des valeurs ; à défaut, la dernière qui existe.
method-breaks = Lorsqu'une série fait un saut que ni son propre cours ni celui des autres pays n'expliquent, une rupture est signalée, et les textes ne comparent pas les années d'avant et d'après. Une valeur manquante manque ; elle n'est jamais zéro.
method-differs = Les définitions ou formules de ce programme ne sont pas celles avec lesquelles l'édition a été construite. Les chiffres sont ceux de l'édition ; noms, versions et formules sont ceux de ce programme.
checks-run = { $count ->
    [one] Un contrôle des données a été effectué.
   *[other] { $count } contrôles des données ont été effectués.
  }
checks-warning = Le contrôle { $check } a trouvé { $rows } lignes.
definitions-table = Versions des définitions
definitions-checksum = Définitions
method-checksum = Formules
table-caption = { $title }. { $subtitle }. { $unit }.

### Descriptions pour qui ne voit pas le graphique

alt-item = { $name } { $value }
alt-values = { $place } : { $values }.
alt-missing = Pas de valeur pour { $names }.
alt-ends = Plus hautes valeurs : { $highest }. Plus basses : { $lowest }.
alt-own = { $country } : { $value }, rang dans l'UE27 : { $rank }.
alt-last = { $name } : { $value } en { $year }.

# What changed between editions

difference-title = Ce qui a changé entre deux éditions
difference-lead = De l'édition { $before } à l'édition { $after }.
difference-numbers = Chiffres
difference-data = Données
difference-definitions = Définitions
difference-method = Méthode
difference-same-numbers = Aucun chiffre n'a changé.
difference-same-data = Les deux reposent sur les mêmes fichiers.
difference-same-definitions = Les deux utilisent les mêmes définitions.
difference-same-method = Les deux utilisent le même SQL et les mêmes réglages.
difference-other-method = Le SQL diffère ; les éditions ne disent pas dans quels fichiers.
difference-same = identiques
difference-changed = modifiés
difference-added = nouveaux
difference-gone = disparus
difference-ranks = Rangs modifiés
difference-median = Variation médiane
difference-largest = Variation maximale
difference-largest-changes = plus grandes variations
difference-before = Avant
difference-after = Après
difference-percent = Variation
difference-rows = { $rows } lignes
difference-more-lines = { $count } autres lignes se trouvent dans les fichiers eux-mêmes.
difference-files = { $changed } modifiés, { $added } nouveaux, { $gone } disparus
difference-cells = { $same } identiques, { $changed } modifiés, { $added } nouveaux, { $gone } disparus

# The same under other definitions

sensitivity-title = Ce que changent les définitions
sensitivity-lead = Brevets verts de l'édition { $edition } en { $period } selon { $count } définitions des mêmes technologies : part dans les brevets mondiaux et rang parmi l'UE27.
sensitivity-sets = Les définitions
sensitivity-values = Valeurs, de la plus basse à la plus haute
sensitivity-ranks = Rangs
sensitivity-told = Entre les États membres, le rang se déplace de { $median } places dans le cas médian et de { $largest } au plus.
sensitivity-note = Chaque définition est une lecture condensée par Sextant de la liste dont elle porte le nom. Points pleins : la définition propre ; points creux : les autres. Un tiret : la définition ne connaît pas la technologie, ou le pays n'a pas de valeur.
sensitivity-own = Définition propre
sensitivity-world = Familles du monde entier
sensitivity-shared = Trouvées aussi par notre définition
sensitivity-shared-own = { $part } des nôtres
sensitivity-shared-other = { $part } de celles-ci
sensitivity-no-cpc = Les données chargées ne contiennent pas de symboles de la classification coopérative des brevets, dans laquelle ce jeu est écrit : chargez tls224_appln_cpc de PATSTAT.

### Formules, celles des fichiers SQL en français

-note-sector-table = Le tableau statistique et ses codes figurent dans definitions/sectors.
-note-sector-break = Signalée lorsque la série est rompue entre-temps.
-note-rounds = Les levées comptées sont définies dans rules/investment.toml ; c'est une reconstruction. Pays selon le siège ; une entreprise compte entièrement dans chacun de ses écosystèmes et dans chacune de ses technologies.
-note-largest = Ce qui reste dit combien une valeur dépend d'une seule entreprise.
-note-converted = Les montants en d'autres monnaies sont convertis aux moyennes annuelles de la Banque centrale européenne.
-note-upper-end = La borne supérieure est aussi exacte que le total de l'UE27, qui peut être arrondi.
-note-low-count = fondée sur peu de familles (low_count dans rules/patents.toml, dix actuellement) porte le signe low-count.
formula-patent-families = Familles de brevets du pays dans le sujet, comptées selon rules/patents.toml : actuellement les familles transnationales, par pays du demandeur, à parts égales lorsqu'il y en a plusieurs, l'année du premier dépôt. Chaque choix (unité, adresse, décompte, année) figure dans rules/patents.toml. Les dernières années de toute édition de données sur les brevets sont incomplètes.
formula-patent-country-share = 100 × familles du pays dans le sujet / toutes les familles du pays. Une part { -note-low-count }
formula-patent-world-share = 100 × familles du pays dans le sujet / familles de tous les pays dans le sujet, y compris celles de pays inconnu. Une part { -note-low-count }
formula-patent-rta = Part du sujet dans les familles du pays / part du sujet dans les familles du monde (avantage technologique révélé). Au-dessus de 1, le pays est spécialisé. Une valeur { -note-low-count }
formula-patent-rpa = 100 × tanh(ln RTA), calculé comme 100 × (RTA² − 1) / (RTA² + 1), ce qui est identique et donne les mêmes chiffres sur toute machine : l'avantage technologique révélé ramené entre −100 et 100 ; −100 lorsque le pays n'a aucune famille dans le sujet. Une valeur { -note-low-count }
formula-production-value = Production vendue des rubriques Prodcom du sujet ; celles qui n'en relèvent qu'en partie, pour cette partie. Lorsque des cellules sont confidentielles : un intervalle allant de ce qui est publié au maximum que le total de l'UE27 leur laisse. Une cellule confidentielle n'est pas un zéro. Lorsque la partie cachée ne peut ajouter plus d'un vingtième (hidden_part_published dans rules/production.toml), la somme publiée est donnée comme valeur. { -note-upper-end }
formula-production-country-share = 100 × production vendue du sujet / production vendue de toutes les rubriques, toutes deux du pays. Lorsque des cellules sont confidentielles : un intervalle, du minimum du sujet avec le maximum de tout le reste au maximum du sujet avec le minimum de tout le reste. Prodcom couvre les industries extractives et manufacturières : la part est celle dans la production industrielle. Les rubriques qui commencent, finissent ou sont scindées rompent la série.
formula-production-eu-share = 100 × production vendue du sujet dans le pays / production vendue du sujet dans l'UE27, telle que publiée. Lorsque des cellules sont confidentielles : un intervalle, de ce qui est publié au maximum que laisse le total de l'UE27. Part dans la production de l'Union européenne : Prodcom n'a pas de total mondial. Les totaux de l'UE27 peuvent être arrondis, et inférieurs à la somme de ce que publient les membres ; une part supérieure à 100 n'est pas donnée. { -note-upper-end }
formula-invented-versus-made = Rang dans l'UE27 de la part du pays dans les brevets mondiaux − rang dans l'UE27 de sa part dans la production de l'UE, pour la même technologie et la même année. Au-dessus de 0, le pays est mieux placé pour fabriquer que pour inventer. Chaque rang compte les membres qui ont une valeur, moins nombreux dans la production lorsque des cellules sont confidentielles.
formula-investment-raised-eur = Somme des montants connus des levées comptées d'entreprises dont le siège est dans le pays, en euros. { -note-rounds } { -note-converted }
formula-investment-raised = Somme des montants connus des levées comptées d'entreprises dont le siège est dans le pays, en dollars des États-Unis. { -note-rounds } { -note-converted }
formula-investment-raised-without-largest-eur = Somme des montants connus des levées comptées sans la plus grande, en euros. { -note-rounds } { -note-largest }
formula-investment-raised-without-largest = Somme des montants connus des levées comptées sans la plus grande, en dollars des États-Unis. { -note-rounds } { -note-largest }
formula-investment-rounds = Nombre de levées comptées d'entreprises dont le siège est dans le pays, y compris celles de montant inconnu. { -note-rounds }
formula-investment-undisclosed = Nombre de levées comptées dont le montant n'a pas été publié. { -note-rounds }
formula-sector-jobs = Personnes occupées dans le secteur, telles que l'office statistique les donne. { -note-sector-table }
formula-sector-exports = Exportations des produits du secteur, telles que l'office statistique les donne. { -note-sector-table }
formula-sector-research = Dépenses de recherche et développement des entreprises du secteur, telles que l'office statistique les donne. { -note-sector-table }
formula-sector-investment = Formation brute de capital fixe du secteur, telle que l'office statistique la donne. { -note-sector-table }
formula-sector-jobs-change = Personnes occupées dans le secteur, moins celles de dix ans plus tôt. { -note-sector-table } { -note-sector-break }
formula-sector-exports-change = Exportations des produits du secteur, moins celles de dix ans plus tôt. { -note-sector-table } { -note-sector-break }
formula-sector-research-change = Dépenses de recherche et développement des entreprises du secteur, moins celles de dix ans plus tôt. { -note-sector-table } { -note-sector-break }
formula-sector-jobs-factor = Personnes occupées dans le secteur / celles de dix ans plus tôt. { -note-sector-table } { -note-sector-break }
formula-sector-exports-factor = Exportations des produits du secteur / celles de dix ans plus tôt. { -note-sector-table } { -note-sector-break }
formula-sector-research-factor = Dépenses de recherche et développement des entreprises du secteur / celles de dix ans plus tôt. { -note-sector-table } { -note-sector-break }
formula-sector-investment-sum = Formation brute de capital fixe du secteur, cumulée sur dix ans. { -note-sector-table } Donnée lorsque les dix années sont présentes.
formula-trade-exports = Somme des exportations des produits du sujet vers tous les partenaires, FAB. Les exportations belges et néerlandaises contiennent des réexportations et du transit.
formula-trade-imports = Somme des importations des produits du sujet de tous les partenaires, CAF. BACI évalue les importations comme les exportations du partenaire, FAB.
formula-trade-relative-balance = 100 × (exportations − importations) / (exportations + importations) ; indéfini lorsque les deux sont nulles. Les importations sont CAF et les exportations FAB, ce qui abaisse un peu le solde ; BACI est FAB des deux côtés.
formula-trade-world-share = 100 × exportations du sujet / exportations du sujet par tous les pays.
formula-trade-export-share-eu27 = 100 × exportations du sujet / exportations du sujet par les 27 États membres, échanges entre eux compris.
formula-trade-rca = Part du sujet dans les exportations du pays / part du sujet dans les exportations mondiales (Balassa 1965). Au-dessus de 1, le pays est spécialisé. Il faut une source qui couvre tous les produits. Pour le groupe de produits du FMI, les deux parts sont celles qu'il publie.
