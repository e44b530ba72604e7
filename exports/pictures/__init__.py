"""Pictures by what they show: one module each. Every one says the same in words and as a table, in no format."""
