"""The fields of records as data: `new`, the schemas, the reference of fields."""
