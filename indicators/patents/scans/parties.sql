-- Who applied for or invented what.
select application, person, applicant, inventor from patent_parties
