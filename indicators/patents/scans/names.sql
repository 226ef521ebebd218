-- What everybody is called.
select person, name from patent_persons
