"""Files become records, with a place for every value and a problem for everything that is wrong."""
