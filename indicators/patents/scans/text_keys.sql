-- Which applications have an English title or abstract, without reading it.
select application, part from patent_texts
