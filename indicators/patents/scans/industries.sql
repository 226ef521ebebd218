-- The industries that PATSTAT assigns applications to.
select application, nace, weight from patent_industries
