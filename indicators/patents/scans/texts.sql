-- English titles and abstracts.
select application, part, text from patent_texts
