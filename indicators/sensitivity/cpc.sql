-- A row where the lake has symbols of the Cooperative Patent Classification.
select application from patent_classes where scheme = 'cpc' limit 1
