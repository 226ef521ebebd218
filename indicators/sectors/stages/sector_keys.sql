-- Every series of every statistical table.
select distinct dataset, key from statistical_values
