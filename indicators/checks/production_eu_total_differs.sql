-- id: production-eu-total-differs
-- severity: warning
-- about: The publisher's total of EU27 is not the sum of what all members publish, or smaller than what some of them publish. Totals are rounded and revised apart from the countries; the shares use the publisher's total.
select source, year, heading, given, members_value, members
from production_headings
where (given < members_value) or (is_whole and given <> members_value)
order by abs(cast(given as double) - cast(members_value as double)) desc, source, year, heading
