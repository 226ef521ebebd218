-- Where everybody lives.
select person, country, nuts from patent_persons
