"""What a hostile hall does to the program, in families: a module each, with a short form in the tests and a long one here."""
