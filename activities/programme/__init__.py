"""A group that meets over a year: the series it goes through, its people, and what each of them carries on."""
