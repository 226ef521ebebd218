-- Flows that serve both sides, for the kernel that sums them by subject: an export
-- of the reporter is an import of the partner.
select source, year, reporter, partner, classification, currency, product, value
from trade_flows
where concept = 'reconciled'
