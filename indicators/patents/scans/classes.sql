-- What is filed under which symbol.
select application, scheme, symbol from patent_classes
